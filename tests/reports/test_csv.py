"""CSV as a spreadsheet opens it: in the reader's language, and no cell is more than words or a number."""

import csv
import io
from typing import Any

import pytest

from pkcheck import format_texts as words


def rows(build: Any, outcome: Any, lang: str = "id", **style: Any) -> list[dict[str, str]]:
    text = build.told(outcome, "csv", lang=lang, **style)
    assert text.startswith("\ufeff")
    reader = csv.DictReader(
        io.StringIO(text.removeprefix("\ufeff")), delimiter=";" if lang == "id" else ",", strict=True
    )
    found = list(reader)
    assert all(None not in row and None not in row.values() for row in found)
    return found


def test_the_columns_are_named_in_the_readers_language(build: Any) -> None:
    for lang in ("id", "en"):
        (row,) = rows(build, build.outcome([build.finding()]), lang)
        assert list(row) == [each.say(lang) for each in words.COLUMNS.values()]


def test_a_row_has_all_of_a_finding(build: Any) -> None:
    row, _ = rows(build, build.small(), "en")
    assert {
        name: row[name] for name in ("Code", "Severity", "Certainty", "Agreement", "Subject", "Amount (rupiah)")
    } == {
        "Code": "BUD999",
        "Severity": "error",
        "Certainty": "definite",
        "Agreement": "ketua",
        "Subject": "ketua:budget.1",
        "Amount (rupiah)": "1",
    }
    assert row["All places of the evidence"] == "pk.txt:12; pk.txt:p.3; pk.txt:D14"
    assert (row["File"], row["Page"], row["Line"], row["Cell"]) == ("pk.txt", "", "12", "")
    assert row["Verification of the basis"] == "an inference; an inconsistency, not a breach"


def test_silenced_findings_say_why(build: Any) -> None:
    told = rows(build, build.small(), suppressed=True)
    assert [row["Didiamkan"][:22] for row in told] == ["", "", "alasan: Sudah dibahas;"]


def test_every_line_is_a_row(build: Any) -> None:
    outcome = build.hostile()
    assert len(build.told(outcome, "csv").split("\n")) == 1 + len(outcome.findings)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_cell_is_a_formula(build: Any, lang: str) -> None:
    told = rows(build, build.hostile(), lang, suppressed=True)
    assert len(told) == 4
    assert [cell for row in told for cell in row.values() if cell.lstrip().startswith(tuple("=+-@"))] == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r+", "  =", "\u00a0=", "\uff1d", "\uff20"])
def test_a_formula_is_told_as_words(build: Any, start: str) -> None:
    (row,) = rows(build, build.outcome([build.finding(build.evidence(f"{start}cmd|'/c calc'!A0", None))]), "en")
    assert row["Quote"].startswith("'")
    assert row["Quote"].endswith("cmd|'/c calc'!A0")


@pytest.mark.parametrize("digits", ["198001012005011001", "1234567890123456", "12e4567890123456", "12E45"])
def test_long_numbers_keep_their_digits(build: Any, digits: str) -> None:
    (row,) = rows(build, build.outcome([build.finding(build.evidence(digits, None))]))
    assert row["Kutipan"] == f"'{digits}"


@pytest.mark.parametrize("plain", ["100%", "Rp 101", "4 dokumen", "12", "5e", "a=b", "20-30"])
def test_words_and_short_numbers_stay_as_they_are(build: Any, plain: str) -> None:
    (row,) = rows(build, build.outcome([build.finding(build.evidence(plain, None))]))
    assert row["Kutipan"] == plain


def test_a_cell_fits_into_a_spreadsheet(build: Any) -> None:
    (row,) = rows(build, build.outcome([build.finding(build.evidence("x" * 100_000, None))]))
    assert len(row["Kutipan"]) == 32_000
    assert row["Kutipan"].endswith("…")
