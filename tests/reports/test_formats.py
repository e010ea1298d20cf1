"""What all formats for CI, code hosts and spreadsheets have in common.

`REMAKE_GOLDENS=1 pytest tests/reports` writes the goldens anew; what changed in them is read before it is kept.
"""

import inspect
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pkcheck import __version__
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.record import OutcomeRecord, Recorded
from pkcheck.recording import recorded
from pkcheck.reporting import Style, formats, record_formats
from pkcheck.texts import Text

GOLDENS = Path(__file__).parent / "goldens"
FORMATS = ["csv", "github", "gitlab", "junit", "markdown", "sarif"]
WITH_SILENCED = ["csv", "json", "jsonl", "junit", "markdown", "sarif"]
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("form", FORMATS)
def test_the_report_is_as_it_was(build: Any, form: str) -> None:
    golden = GOLDENS / f"{form}.txt"
    told = build.told(build.small(), form, suppressed=True).replace(__version__, "VERSION") + "\n"
    if os.environ.get("REMAKE_GOLDENS"):
        golden.write_text(told, encoding="utf-8", newline="\n")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_both_languages_are_spoken_and_not_mixed(build: Any, form: str) -> None:
    told = {lang: build.told(build.small(), form, lang=lang, suppressed=True) for lang in ("id", "en")}
    assert {lang: len(re.findall("Program A lebih", text)) > 0 for lang, text in told.items()} == {
        "id": True,
        "en": False,
    }
    assert not re.search(
        r"\b(?:pertimbangan|dasar|saran|tidak|berkas|temuan|alasan|diperiksa)\b", told["en"], re.IGNORECASE
    )
    assert not re.search(r"\b(?:basis|advice|reason|checked|findings?)\b[: ]", told["id"])


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_comes_piece_by_piece(build: Any, form: str) -> None:
    assert inspect.isgenerator(formats()[form].render(build.small(), Style()))


@pytest.mark.parametrize("form", WITH_SILENCED)
def test_silenced_findings_are_there_when_they_are_asked_for(build: Any, form: str) -> None:
    outcome = build.small()
    assert "Program C" not in build.told(outcome, form)
    shown = build.told(outcome, form, suppressed=True)
    assert "Program C" in shown
    assert "Sudah dibahas" in shown


@pytest.mark.parametrize("form", ["github", "gitlab"])
def test_silenced_findings_have_no_place_everywhere(build: Any, form: str) -> None:
    assert build.told(build.small(), form, suppressed=True) == build.told(build.small(), form)


@pytest.mark.parametrize("form", ["sarif", "junit", "github", "markdown"])
def test_what_was_not_checked_is_told(build: Any, form: str) -> None:
    told = build.told(build.small(), form)
    assert "anggaran tidak terbaca" in told or "Tidak dapat diperiksa: 1." in told
    assert "aturan ini rusak" in told


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_nothing_in_it_is_obeyed_by_a_terminal(build: Any, form: str, lang: str) -> None:
    told = build.told(build.hostile(), form, lang=lang, suppressed=True)
    assert OBEYED.findall(told) == []


@pytest.mark.parametrize("form", sorted(record_formats()))
def test_a_saved_outcome_is_told_as_it_was(build: Any, form: str) -> None:
    outcome = build.small()
    saved = OutcomeRecord.model_validate_json(build.told(outcome, "json", suppressed=True))
    again = Recorded(saved, {each.rule.code: each for each in outcome.rules})
    for suppressed in (False, True):
        style = Style(suppressed=suppressed)
        told = list(record_formats()[form].render(again, style))
        assert told == list(formats()[form].render(outcome, style))


def test_a_record_is_complete_only_where_everything_was_used(build: Any) -> None:
    assert recorded(build.outcome(), "id").outcome.complete
    assert not recorded(build.outcome(data="[]"), "id").outcome.complete
    assert not recorded(build.outcome([], [build.account(status="broken")]), "id").outcome.complete
    problem = Note("problem", Text(id="x", en="x"), Source(file="pk.yaml"))
    assert not recorded(build.outcome(notes=[problem]), "id").outcome.complete


@pytest.mark.parametrize("form", FORMATS)
def test_an_unknown_rule_is_told_by_what_its_findings_say(build: Any, form: str) -> None:
    outcome = build.small()
    known = recorded(outcome, "id")
    told = "\n".join(record_formats()[form].render(replace(known, rules={}), Style()))
    assert "BUD999" in told
