"""SARIF as the standard has it. The schema in `schemas/` is that of OASIS, as SchemaStore publishes it (Apache-2.0)."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from pkcheck.findings import Severity

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
URI = re.compile(r"(?:file:///?)?(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+")


def run_of(build: Any, outcome: Any, **style: Any) -> Any:
    log = json.loads(build.told(outcome, "sarif", **style))
    jsonschema.Draft7Validator(SCHEMA).validate(log)
    (run,) = log["runs"]
    return run


@pytest.mark.parametrize("lang", ["id", "en"])
def test_logs_are_valid(build: Any, real: Any, lang: str) -> None:
    for outcome in (build.outcome(), build.outcome(data="[]"), build.small(), build.hostile(), real):
        for suppressed in (False, True):
            run_of(build, outcome, lang=lang, suppressed=suppressed)


def test_the_schema_refuses_what_is_no_sarif() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(SCHEMA).validate({"version": "2.1.0", "runs": [{"results": []}]})


def test_every_rule_of_the_catalogue_is_described(build: Any, real: Any) -> None:
    run = run_of(build, real)
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == sorted(each.rule.code for each in real.rules)
    for each in rules:
        assert each["help"]["text"].endswith(f"pkcheck explain {each['id']}")
        assert each["help"]["markdown"].endswith(f"pkcheck explain `{each['id']}`")
        assert each["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert each["properties"]["certainty"] in ("definite", "judgement")
        assert each["properties"]["family"] == each["id"][:3]
        assert all({"id", "cited", "url"} == set(basis) for basis in each["properties"]["basis"])


def test_every_result_points_to_its_rule_and_carries_its_fingerprint(build: Any, real: Any) -> None:
    run = run_of(build, real)
    rules = [each["id"] for each in run["tool"]["driver"]["rules"]]
    assert [rules[each["ruleIndex"]] for each in run["results"]] == [each.code for each in real.findings]
    assert [each["partialFingerprints"]["pkcheck/v1"] for each in run["results"]] == [
        each.fingerprint for each in real.findings
    ]


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")])
def test_severities_are_levels(build: Any, severity: str, level: str) -> None:
    from dataclasses import replace

    (result,) = run_of(build, build.outcome([replace(build.finding(), severity=Severity(severity))]))["results"]
    assert result["level"] == level


def test_the_first_place_is_the_location_and_the_others_are_related(build: Any) -> None:
    first, _ = run_of(build, build.small())["results"]
    (location,) = first["locations"]
    assert location["physicalLocation"]["region"] == {
        "startLine": 12,
        "endLine": 12,
        "snippet": {"text": "Program A | Rp 101"},
    }
    assert location["logicalLocations"] == [{"fullyQualifiedName": "ketua:budget.1", "kind": "budget"}]
    assert [(each["id"], each["message"]["text"]) for each in first["relatedLocations"]] == [
        (1, "pk.txt:hlm.3: Program A"),
        (2, "pk.txt:D14: 7"),
    ]


def test_a_page_and_a_cell_are_no_lines(build: Any) -> None:
    for where in ({"page": 3, "line": 7}, {"cell": "D14"}, {"line": None}):
        (result,) = run_of(build, build.outcome([build.finding(build.evidence(**where))]))["results"]
        assert "region" not in result["locations"][0]["physicalLocation"]


def test_a_finding_without_evidence_is_where_its_agreement_begins(build: Any) -> None:
    from dataclasses import replace

    outcome = build.outcome([replace(build.finding(at="humas"), evidence=())])
    (result,) = run_of(build, outcome)["results"]
    place = result["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]) == ("pk.yaml", {"startLine": 6, "endLine": 6})


def test_addresses_of_files_are_addresses(build: Any) -> None:
    run = run_of(build, build.hostile(), suppressed=True)
    uris = re.findall(r'"uri": "([^"]*)"', json.dumps(run))
    assert len(uris) > 3
    assert [each for each in uris if not URI.fullmatch(each)] == []
    (result, *_) = run["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"].startswith("dir/%3Cscript%3Ealert")
    assert place["uriBaseId"] in run["originalUriBaseIds"]


def test_notes_and_broken_rules_are_notifications(build: Any) -> None:
    run = run_of(build, build.small())
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [(each["level"], each["message"]["text"]) for each in invocation["toolExecutionNotifications"]] == [
        ("note", "diragukan"),
        ("error", "tidak terbaca"),
        ("error", "aturan ini rusak\n  di sini"),
    ]
    assert [each["associatedRule"]["id"] for each in invocation["toolConfigurationNotifications"]] == ["XYZ002"]
    assert run_of(build, build.outcome())["invocations"][0]["executionSuccessful"] is True


def test_coverage_is_that_of_the_json(build: Any) -> None:
    told = json.loads(build.told(build.small(), "json"))["coverage"]
    assert run_of(build, build.small())["properties"]["coverage"] == told


def test_silenced_findings_say_by_what_and_why(build: Any) -> None:
    by_settings = build.silence(build.finding(), code=None, fingerprint="0123456789abcdef")
    outcome = build.outcome([build.finding()], silenced=[build.silence(build.finding()), by_settings])
    results = run_of(build, outcome, suppressed=True)["results"]
    assert results[0]["suppressions"] == []
    assert [each["suppressions"][0]["kind"] for each in results[1:]] == ["inSource", "external"]
    (first,) = results[1]["suppressions"]
    assert (first["status"], first["justification"]) == ("accepted", "Sudah dibahas")
    assert first["properties"] == {"by": "Sri Lestari", "until": "2025-12-31"}
    assert first["location"]["physicalLocation"]["region"] == {"startLine": 3}
    assert all("suppressions" not in each for each in run_of(build, outcome)["results"])


def test_nothing_of_a_document_becomes_a_link(build: Any) -> None:
    run = run_of(build, build.hostile(), suppressed=True)
    messages = re.findall(r'"message": \{"text": ("(?:[^"\\]|\\.)*")\}', json.dumps(run))
    assert len(messages) > 5
    assert not any("](" in json.loads(each) for each in messages)
