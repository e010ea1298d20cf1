"""Code Quality as GitLab reads it: description, check_name, fingerprint, severity and one line of one file."""

import json
from dataclasses import replace
from typing import Any

import pytest

from pkcheck.display import visible
from pkcheck.findings import Certainty, Severity


def issues(build: Any, outcome: Any, **style: Any) -> Any:
    return json.loads(build.told(outcome, "gitlab", **style))


def test_a_finding_is_at_its_line(build: Any) -> None:
    first, _ = issues(build, build.small())
    assert first == {
        "description": "BUD999: Program A lebih Rp 1.",
        "check_name": "BUD999",
        "fingerprint": build.small().findings[0].fingerprint,
        "severity": "critical",
        "location": {"path": "pk.txt", "lines": {"begin": 12}},
    }


def test_nothing_found_is_an_empty_list(build: Any) -> None:
    assert issues(build, build.outcome()) == []


@pytest.mark.parametrize(
    ("severity", "certainty", "shown"),
    [
        ("error", "definite", "critical"),
        ("error", "judgement", "major"),
        ("warning", "definite", "major"),
        ("warning", "judgement", "minor"),
        ("info", "definite", "info"),
        ("info", "judgement", "info"),
    ],
)
def test_what_a_person_must_weigh_is_less_severe(build: Any, severity: str, certainty: str, shown: str) -> None:
    found = replace(build.finding(), severity=Severity(severity), certainty=Certainty(certainty))
    assert [each["severity"] for each in issues(build, build.outcome([found]))] == [shown]


@pytest.mark.parametrize(
    ("where", "tags"), [({"page": 3, "line": 7}, "hlm.3:7"), ({"cell": "D14"}, "D14"), ({"line": None}, None)]
)
def test_a_place_that_is_no_line_is_named(build: Any, where: dict[str, Any], tags: str | None) -> None:
    (told,) = issues(build, build.outcome([build.finding(build.evidence(**where))]))
    assert told["description"].startswith(f"BUD999 ({tags}): " if tags else "BUD999: ")
    assert told["location"] == {"path": "pk.txt", "lines": {"begin": 1}}


def test_a_fingerprint_is_given_once(build: Any) -> None:
    assert len(issues(build, build.outcome([build.finding(), build.finding()]))) == 1


def test_hostile_text_stays_text(build: Any) -> None:
    first, *_ = issues(build, build.hostile())
    assert first["description"].startswith(f"BUD999: {visible(build.HOSTILE)}")
