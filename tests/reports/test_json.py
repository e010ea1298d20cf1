import json
from typing import Any

from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.reporting import Style, formats
from pkcheck.texts import Text

FINDING_KEYS = {
    "code", "name", "severity", "certainty", "agreement", "unit", "subject", "message", "condition", "criterion",
    "effect", "recommendation", "basis", "evidence", "amount", "fingerprint",
}  # fmt: skip


def text_of(outcome: Any, form: str = "json", **style: Any) -> str:
    return "\n".join(formats()[form].render(outcome, Style(**style)))


def document(outcome: Any, **style: Any) -> Any:
    return json.loads(text_of(outcome, **style))


def test_the_document_has_the_keys_of_the_contract(build: Any) -> None:
    told = document(build.outcome([build.finding()]))
    assert list(told) == [
        "tool", "version", "run", "inputs", "agreements", "missing_units", "rollups", "findings", "coverage", "summary",
    ]  # fmt: skip
    assert told["tool"] == "pkcheck"
    assert told["run"] == {"lang": "id"}


def test_a_finding_has_the_keys_of_the_contract(build: Any) -> None:
    [found] = document(build.outcome([build.finding()]))["findings"]
    assert set(found) == FINDING_KEYS
    assert found["subject"] == {"kind": "budget", "id": "ketua:budget.1"}
    assert found["amount"] == 1
    assert {"file", "page", "line", "end_line", "cell", "quote"} <= set(found["evidence"][0])
    assert {"id", "title", "provision"} <= set(found["basis"][0])


def test_every_input_says_what_became_of_it(build: Any) -> None:
    note = Note(
        "remark",
        Text(id="diragukan: {what}", en="doubtful: {what}"),
        Source(file="pk.yaml", line=3),
        {"what": "x"},
        "kutipan",
    )
    [told] = document(build.outcome(notes=[note]))["inputs"]
    assert told == {
        "file": "pk.yaml",
        "status": "read",
        "format": "yaml",
        "agreements": 2,
        "notes": [{"level": "remark", "message": "diragukan: x", "page": None, "line": 3, "quote": "kutipan"}],
    }


def test_agreements_are_listed_with_their_superior(build: Any) -> None:
    told = document(build.outcome())["agreements"]
    assert [(each["id"], each["supervisor"]) for each in told] == [("ketua", None), ("humas", "ketua")]
    assert told[1] == {
        "id": "humas",
        "unit": None,
        "holder": "Aliuk",
        "position": "Sekretaris KPU",
        "supervisor": "ketua",
        "replaced_by": None,
        "source": {"file": "pk.yaml", "line": 6, "page": None},
        "institution": None,
        "fiscal_year": None,
        "statement_date": None,
        "annex_date": None,
        "supervisor_status": "found",
        "supervisor_link": "atasan dinyatakan dalam data",
        "objectives": [],
        "budget": [],
    }


def test_coverage_tells_what_was_not_checked_and_why(build: Any) -> None:
    coverage = [build.account(checked=1, not_checked=(build.missed("humas", "sebabnya"),))]
    [told] = document(build.outcome([], coverage))["coverage"]
    assert told["status"] == "ran"
    assert told["not_checked"] == [{"subject": "humas", "agreement": "humas", "reason": "sebabnya"}]


def test_the_summary_counts_every_severity_and_certainty(build: Any) -> None:
    told = document(build.outcome([build.finding(), build.finding(judgement=True)]))["summary"]
    assert told == {
        "files": 1,
        "agreements": 2,
        "findings": 2,
        "suppressed": 0,
        "baseline": 0,
        "by_severity": {"error": 2, "warning": 0, "info": 0},
        "by_certainty": {"definite": 1, "judgement": 1},
        "notes": 0,
    }


def test_the_same_outcome_gives_the_same_text(build: Any) -> None:
    assert text_of(build.outcome([build.finding()])) == text_of(build.outcome([build.finding()]))


def test_letters_stay_letters_and_controls_are_escaped(build: Any) -> None:
    outcome = build.outcome([build.finding(build.evidence("é — \x1b[2J\x9b\u202e", None))])
    for form in ("json", "jsonl"):
        told = text_of(outcome, form)
        assert "é — \\u001b[2J\\u009b\\u202e" in told
        assert not set(told) & {"\x1b", "\x9b", "\u202e"}
    assert document(outcome)["findings"][0]["evidence"][0]["quote"] == "é — \x1b[2J\x9b\u202e"


def test_jsonl_is_one_record_for_each_finding_and_nothing_else(build: Any) -> None:
    outcome = build.outcome([build.finding(), build.finding(judgement=True)])
    lines = text_of(outcome, "jsonl", lang="en").splitlines()
    assert [json.loads(line) for line in lines] == document(outcome, lang="en")["findings"]
    assert text_of(build.outcome(), "jsonl") == ""
