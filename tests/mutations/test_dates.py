"""A date changed in the real document: found by its rule, at the place, and nothing beside it."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

UNIT = "kasubbag-hukum-sdm"
STATEMENT, ANNEX = 951, 1017
SIXTH = "6 Maret 2024"
SUPERIOR_DATES = (106, 228)


def lines_of(change: Any) -> list[int]:
    """The lines quoted by the one new finding."""
    (finding,) = change.new
    return [each.source.line for each in finding.evidence]


@pytest.mark.parametrize("wrong", ["6 Maret 2023", "6 Maret 2025"])
@pytest.mark.parametrize("pages", [(STATEMENT,), (ANNEX,), (STATEMENT, ANNEX)])
def test_a_date_outside_the_fiscal_year(changed: Callable[..., Any], pages: tuple[int, ...], wrong: str) -> None:
    change = changed(dict.fromkeys(pages, (SIXTH, wrong)))
    assert change.found == [("DAT001", UNIT)]
    assert change.gone == ()
    assert lines_of(change)[: len(pages)] == list(pages)
    assert set(lines_of(change)) >= {STATEMENT, ANNEX}


@pytest.mark.parametrize("pages", [(STATEMENT,), (ANNEX,), (STATEMENT, ANNEX)])
@pytest.mark.parametrize("wrong", ["31 Februari 2024", "6 Xyz 2024"])
def test_a_date_that_cannot_be(changed: Callable[..., Any], pages: tuple[int, ...], wrong: str) -> None:
    change = changed(dict.fromkeys(pages, (SIXTH, wrong)))
    assert change.found == [("DAT006", UNIT)]
    assert change.gone == ()
    assert lines_of(change) == list(pages)


@pytest.mark.parametrize(("page", "block"), [(STATEMENT, 953), (ANNEX, 1019)])
def test_a_date_line_dropped(changed: Callable[..., Any], page: int, block: int) -> None:
    change = changed({page: (SIXTH, None)})
    assert change.found == [("DAT005", UNIT)]
    assert change.gone == ()
    assert lines_of(change)[0] == block - 1


@pytest.mark.parametrize(
    ("left", "missing"), [("       2024", "tanpa hari tanggal dan bulan"), ("     Maret 2024", "tanpa hari tanggalnya")]
)
def test_a_date_left_blank(changed: Callable[..., Any], left: str, missing: str) -> None:
    change = changed({STATEMENT: (SIXTH, left)})
    assert change.found == [("DAT005", UNIT)]
    assert lines_of(change) == [STATEMENT]
    (finding,) = change.new
    assert missing in finding.message.say("id", **finding.facts)


def test_an_annex_dated_otherwise(changed: Callable[..., Any]) -> None:
    change = changed({ANNEX: (SIXTH, "7 Maret 2024")})
    assert change.found == [("DAT002", UNIT)]
    assert lines_of(change) == [ANNEX, STATEMENT]


def test_a_subordinate_before_its_superior(changed: Callable[..., Any]) -> None:
    change = changed(dict.fromkeys((STATEMENT, ANNEX), (SIXTH, "28 Februari 2024")))
    assert change.found == [("DAT003", UNIT)]
    assert change.gone == ()
    assert lines_of(change) == [STATEMENT, 465]


def test_a_superior_after_its_subordinates_is_told_once(changed: Callable[..., Any]) -> None:
    change = changed(dict.fromkeys(SUPERIOR_DATES, ("1 Maret 2024", "4 Maret 2024")))
    assert change.found == [("DAT003", "sekretaris")]
    assert lines_of(change) == [271, 465, 106]


def test_a_set_signed_in_time_is_not_late(changed_data: Callable[..., Any]) -> None:
    def in_january(data: dict[str, Any]) -> None:
        for agreement in data["agreements"]:
            for page in ("statement", "annex"):
                agreement[page] |= {"date": "2024-01-31", "raw": "Samarinda, 31 Januari 2024"}

    change = changed_data(in_january)
    assert change.found == []
    assert {each.code for each in change.gone} == {"DAT001", "DAT002", "DAT004"}


@pytest.mark.parametrize(
    ("page", "date", "code"),
    [("statement", "2023-03-06", "DAT001"), ("annex", "2024-03-07", "DAT002"), ("annex", "2024-02-31", "DAT006")],
)
def test_a_date_changed_in_the_data(changed_data: Callable[..., Any], page: str, date: str, code: str) -> None:
    def edit(data: dict[str, Any]) -> None:
        agreement = next(each for each in data["agreements"] if each["id"] == UNIT)
        agreement[page] |= {"date": date, "raw": None}

    assert changed_data(edit).found == [(code, UNIT)]


def test_late_ones_are_one_finding_with_every_place(real: Any) -> None:
    (late,) = [each for each in real.findings if each.code == "DAT004"]
    assert len(late.evidence) == len(real.whole.agreements)
    assert late.facts["deadline"] == datetime.date(2024, 1, 31)
