"""Dates as agreements print them: "Samarinda, 1 Maret 2024", "Bandung,    2017", also such as cannot be.

What is no day of the calendar is kept as read, with the reason: a finding needs the words, not a guess.
"""

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import OSA

MONTHS_ID = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_OTHER_SPELLINGS = {
    "pebruari": 2, "peb": 2, "nopember": 11, "nop": 11, "agt": 8, "agst": 8, "ags": 8, "agu": 8, "sept": 9, "okt": 10,
    "des": 12, "mrt": 3, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "sep": 9, "nov": 11, "oct": 10, "dec": 12,
}  # fmt: skip
_MONTH_NUMBERS = {
    **{name.casefold(): at for names in (MONTHS_ID, MONTHS_EN) for at, name in enumerate(names, 1)},
    **_OTHER_SPELLINGS,
}
_GAP = r"[\s._…-]*"
_WRITTEN = re.compile(
    rf"""^\s*
    (?:(?P<place>[A-Z][^\d,:;]{{1,40}}?)\s*[,.]?\s+|(?P<place_comma>[A-Z][^\d,:;]{{1,40}}?)\s*,\s*)?
    {_GAP}(?:(?:tanggal|tgl\.?|pada\s+tanggal)\s*:?\s*)?
    (?:(?P<day>\d{{1,2}})(?!\d){_GAP})?
    (?:(?P<month>[A-Za-z]{{3,12}})\.?{_GAP})?
    (?P<year>(?:19|20)\d\d|\d{{4}})
    \s*\.?\s*$""",
    re.VERBOSE,
)
_NUMERIC = re.compile(
    r"^\s*(?:(?P<place>[A-Z][^\d,:;]{1,40}?)\s*,?\s+)?(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<year>\d{4})\s*\.?\s*$"
)
_ISO = re.compile(r"^\s*(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\s*$")
_NO_PLACE = re.compile(r"^(?:ditetapkan|dibuat|ditandatangani)?\s*di\s+|\s+pada$|,$", re.IGNORECASE)
_PLACED = re.compile(r"^\s*(?P<place>[A-Z][A-Za-z. ]{1,40}?)\s*,(?P<rest>.*)$")
_NO_MONTH = {"tahun", "anggaran", "target"}
_MONTHS_IN_A_YEAR = 12
_NEAR = 1

Problem = Literal["no_day", "no_month", "unknown_month", "no_such_day"]


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as printed. `date` is None where `problem` says why it is no full day of the calendar."""

    raw: str
    place: str | None
    day: int | None
    month: int | None
    year: int
    date: datetime.date | None
    problem: Problem | None = None


def parse_date(text: str) -> WrittenDate | None:
    """Read a line of place and date, or a date alone; None for any other line.

    The year must be there, and a day, a month, or a place with a comma: a bare "2024" is no date, nor is a sentence.
    """
    found = _ISO.match(text) or _NUMERIC.match(text)
    if found:
        groups = found.groupdict()
        return _dated(text, groups.get("place"), int(groups["day"]), int(groups["month"]), int(groups["year"]))
    return _in_words(text)


def format_date(date: datetime.date, lang: Literal["id", "en"] = "id") -> str:
    """A date in words: "1 Maret 2024" or "1 March 2024"."""
    months = MONTHS_ID if lang == "id" else MONTHS_EN
    return f"{date.day} {months[date.month - 1]} {date.year}"


def _in_words(text: str) -> WrittenDate | None:
    found = _WRITTEN.match(text)
    if not found:
        return None
    place = _place(found["place"] or found["place_comma"])
    day = int(found["day"]) if found["day"] else None
    year, name = int(found["year"]), found["month"]
    if name is not None and name.casefold() in _NO_MONTH:
        return None
    if name is None:
        # "Bandung,    2017": only a comma tells a place and date from a title that ends in a year.
        placed = _PLACED.match(text)
        if day is None and not placed:
            return None
        return WrittenDate(text, place, day, None, year, None, "no_month") if placed else None
    month = _month(name)
    if month is None:
        known_shape = day is not None and (found["place_comma"] or _PLACED.match(text) or place is None)
        return WrittenDate(text, place, day, None, year, None, "unknown_month") if known_shape else None
    if day is None:
        return WrittenDate(text, place, None, month, year, None, "no_day")
    return _dated(text, place, day, month, year)


def _place(text: str | None) -> str | None:
    return (_NO_PLACE.sub("", text).strip(" ,") or None) if text else None


def _dated(text: str, place: str | None, day: int, month: int, year: int) -> WrittenDate:
    if not 1 <= month <= _MONTHS_IN_A_YEAR:
        return WrittenDate(text, place, day, None, year, None, "unknown_month")
    try:
        return WrittenDate(text, place, day, month, year, datetime.date(year, month, day))
    except ValueError:
        return WrittenDate(text, place, day, month, year, None, "no_such_day")


def _month(name: str) -> int | None:
    """The month that a word names; a word that is one letter off a single full name is taken for it."""
    word = name.casefold()
    if word in _MONTH_NUMBERS:
        return _MONTH_NUMBERS[word]
    near = {
        _MONTH_NUMBERS[known]
        for known in _MONTH_NUMBERS
        if len(known) > 4 and OSA.distance(word, known, score_cutoff=_NEAR) <= _NEAR  # noqa: PLR2004
    }
    return near.pop() if len(near) == 1 else None
