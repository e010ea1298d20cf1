"""Dates as agreements print them: "Samarinda, 1 Maret 2024", "Bandung,    2017", also such as cannot be.

What is no day of the calendar is kept as read, with the reason: a finding needs the words, not a guess.
"""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

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
_WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)"
# What may stand before a date and says nothing of it: "Ditetapkan di", "pada hari Jumat tanggal", "Pada tanggal :".
_LEAD = re.compile(
    rf"""^\s*(?:(?:ditetapkan|dibuat|ditandatangani|dikeluarkan)\s+)?(?:di\s*:?\s+)?
    (?:pada\s+)?(?:hari\s*:?\s*)?(?:{_WEEKDAY}\s*[,/]?\s+)?(?:(?:tanggal|tgl\.?)\s*:?\s*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN = rf"(?:(?:pada\s+)?(?:hari\s+)?(?:{_WEEKDAY}\s*[,/]?\s+)?(?:(?:tanggal|tgl\.?)\s*:?\s*)?)"
_WRITTEN = re.compile(
    rf"""^\s*
    (?:(?P<place>[A-Z][^\d,:;]{{1,40}}?)\s*[,.:]?\s+|(?P<place_comma>[A-Z][^\d,:;]{{1,40}}?)\s*,\s*)?
    {_GAP}(?i:{_BETWEEN})
    (?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_GAP})?
    (?:(?P<month>[A-Za-z]{{3,12}})\.?{_GAP}(?i:tahun\s+)?)?
    (?P<year>(?:19|20)\d\d|\d{{3,5}})
    (?:\s*M(?:asehi)?)?\s*\.?\s*$""",
    re.VERBOSE,
)
_MONTH_FIRST = re.compile(
    r"""^\s*(?:(?P<place>[A-Z][^\d,:;]{1,40}?)\s*,\s*)?
    (?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?\s*,\s*(?P<year>\d{4})\s*\.?\s*$""",
    re.VERBOSE,
)
_NUMERIC = re.compile(
    r"""^\s*(?:(?P<place>[A-Z][^\d,:;]{1,40}?)\s*,?\s+)?
    (?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2}|[IVX]{1,4})\s*[-/.]\s*(?P<year>\d{4})\s*\.?\s*$""",
    re.VERBOSE,
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ISO = re.compile(r"^\s*(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\s*$")
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


@lru_cache(maxsize=10_000)
def parse_date(text: str) -> WrittenDate | None:
    """Read a line of place and date, or a date alone; None for any other line.

    The year must be there, and a day, a month, or a place with a comma: a bare "2024" is no date, nor is a sentence.
    """
    bare = _LEAD.sub("", text)
    found = _ISO.match(bare) or _NUMERIC.match(bare)
    if found:
        groups = found.groupdict()
        month = _ROMAN.index(groups["month"]) + 1 if groups["month"] in _ROMAN else _number(groups["month"])
        return _dated(text, _place(groups.get("place")), int(groups["day"]), month, int(groups["year"]))
    first = _MONTH_FIRST.match(bare)
    if first and _month(first["month"]):
        month = _month(first["month"]) or 0
        return _dated(text, _place(first["place"]), int(first["day"]), month, int(first["year"]))
    return _in_words(text, bare)


def speaks_of_a_date(text: str) -> bool:
    """Whether `text` names a month beside a number or the word for a date: a date may stand there in another form."""
    words = re.findall(r"[a-z]+|\d+", text.casefold())
    named = any(word in _MONTH_NUMBERS and len(word) > 2 for word in words)  # noqa: PLR2004
    return named and any(word.isdigit() or word in {"tanggal", "tgl", "hari"} for word in words)


def format_date(date: datetime.date, lang: Literal["id", "en"] = "id") -> str:
    """A date in words: "1 Maret 2024" or "1 March 2024"."""
    months = MONTHS_ID if lang == "id" else MONTHS_EN
    return f"{date.day} {months[date.month - 1]} {date.year}"


def _in_words(text: str, bare: str) -> WrittenDate | None:
    found = _WRITTEN.match(bare)
    if not found or (found["month"] or "").casefold() in _NO_MONTH:
        return None
    place = _place(found["place"] or found["place_comma"])
    day = int(found["day"]) if found["day"] else None
    year, name = int(found["year"]), found["month"]
    of_a_century = re.fullmatch(r"(?:19|20)\d\d", found["year"]) is not None
    month = _month(name) if name is not None else None
    if not of_a_century and (day is None or month is None):
        return None
    if name is None:
        # "Bandung,    2017": only a comma tells a place and date from a title that ends in a year.
        return WrittenDate(text, place, day, None, year, None, "no_month") if _PLACED.match(bare) else None
    if month is None:
        known_shape = day is not None and (found["place_comma"] or _PLACED.match(bare) or place is None)
        return WrittenDate(text, place, day, None, year, None, "unknown_month") if known_shape else None
    if day is None:
        return WrittenDate(text, place, None, month, year, None, "no_day")
    return _dated(text, place, day, month, year)


def _place(text: str | None) -> str | None:
    return (re.sub(r"\s+pada$", "", text.strip(" ,."), flags=re.IGNORECASE).strip(" ,") or None) if text else None


def _number(text: str) -> int:
    """A month's number; 0 for what is none, such as "XIII"."""
    return int(text) if text.isdigit() else 0


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
    from rapidfuzz.distance import OSA  # every sentence imports this module; `--help` needs no fuzzy matching

    near = {
        _MONTH_NUMBERS[known]
        for known in _MONTH_NUMBERS
        if len(known) > 4 and OSA.distance(word, known, score_cutoff=_NEAR) <= _NEAR  # noqa: PLR2004
    }
    return near.pop() if len(near) == 1 else None
