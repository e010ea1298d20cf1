"""Targets as annexes print them: "100%", "36,36% (4 satker)", "5-7 kali", "≥ 80", "B (65)", "100 dari 110 Organisasi"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from pkcheck.quantities.money import parse_rupiah
from pkcheck.quantities.numbers import NUMBER, NumberStyle, parse_number
from pkcheck.quantities.scales import grade
from pkcheck.quantities.units import dimension, is_per_period, is_rate, kind, physical, unit_name

Sign = Literal["≥", "≤", ">", "<"]
_SIGNS: tuple[tuple[str, Sign], ...] = (
    (
        r"≥|>\s*=|=\s*>|⩾|minimal|minimum|min\.?|paling\s+sedikit|paling\s+kurang|sekurang-kurangnya|setidaknya|tidak\s+kurang\s+dari",
        "≥",
    ),
    (
        r"≤|<\s*=|=\s*<|⩽|maksimal|maksimum|maks?\.?|paling\s+banyak|paling\s+lambat|setinggi-tingginya|tidak\s+lebih\s+dari",
        "≤",
    ),
    (r">|lebih\s+dari|di\s*atas", ">"),
    (r"<|kurang\s+dari|di\s*bawah", "<"),
)
_SIGN = re.compile("|".join(f"(?P<s{at}>{words})" for at, (words, _) in enumerate(_SIGNS)), re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:[-–—]|s\s*/\s*d|s\.\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*(?=\d)", re.IGNORECASE)
# "2,5 ± 1%", as the target of inflation is set.
_GIVE_OR_TAKE = re.compile(r"\s*%?\s*(?:±|\+\s*/\s*[-–]|\+[-–])\s*(?=\d)")
_OF_TOTAL = re.compile(r"\s*dari\s+(?:skala\s+)?(?=\d)", re.IGNORECASE)
_PER = re.compile(r"\s*[/:]\s*(?=\d)")
_NUMBER = re.compile(NUMBER)
_FIRST = re.compile(r"\d")
_PART = re.compile(
    r"""\s*[(\[]\s*(?P<inner>[^()\[\]]*)\s*[)\]]?         # "36,36% (4 satker)"
    | \s*(?:[;,+&]|\bdan\b|\batau\b)\s*(?=\d)           # "2 dokumen dan 1 laporan"
    | (?<=[^\W\d]|%)[.)]*(?P<bare>\s+|\s*/\s*)(?=\d)              # "3 kegiatan 40 orang", "3 kegiatan/40 orang"
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "Target 2024: 5%": the year is no part of it.
_YEAR = re.compile(r"^\s*(?:target\b\s*)?(?:tahun\b\s*)?(?:19|20)\d\d\s*[:=]\s*(?=\S)", re.IGNORECASE)
# "1 000 orang", but not "TW 1 100%".
_SPACED_GROUPS = re.compile(r"(?<![\w.,]\s)(?<![\w.,])\d{1,3}(?: \d{3})+(?![\w.,]|\s*%)")
# "Zero Accident": no number is printed, but one is said.
_ZERO = re.compile(r"^\s*(?:zero|nol)\b", re.IGNORECASE)
# "31 Maret 2024", "08.00 WIB": a time, no quantity.
_DATE = "tanggal"
# "(skala 0-100)" says how a score is to be read.
_SCALE_UNIT = "skala"
_TIME = ("[waktu]", "[tanggal]")
# "1 (satu) dokumen": the number once more in words.
_IN_WORDS = re.compile(r"^\s*\([a-z\s]+\)\s*(?=\S)", re.IGNORECASE)
_AROUND_UNIT = " .,:;=-–—"
_BRACKETED = re.compile(r"(?P<before>[^(\[]*)[(\[](?P<inner>[^()\[\]]*)")
# "2 x 24 jam"
_TIMES = re.compile(r"(?<![\d.,])(?P<many>\d{1,2})\s*[x×]\s*24(?=\s*jam\b)", re.IGNORECASE)  # noqa: RUF001
_SCALE = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12, "trilyun": 10**12}
_SCALED = re.compile(rf"^\s*(?:{'|'.join(_SCALE)})\b", re.IGNORECASE)
_NONE = re.compile(r"^\s*(?:n\s*/?\s*a|nihil|tidak\s+ada|[-–—.…_\s]*)\s*\.?\s*$", re.IGNORECASE)
_MONEY = re.compile(r"^\s*(?:rp|idr)\b\.?\s*\d", re.IGNORECASE)
_SEPARATE_GRADES = re.compile(r"\s*[/,;=]\s*|\s+-\s+")
_HUNDRED = 100
_YEARS = range(1900, 2100)
_MAX_TEXT = 300


@dataclass(frozen=True, slots=True)
class Part:
    """One quantity: `unit` is the canonical name, `unit_text` what is printed, both None where nothing is."""

    value: Decimal
    unit: str | None = None
    unit_text: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedTarget:
    """What a target says; everything is None or empty where it says nothing of the kind.

    `upper` ends a range, `sign` is a printed comparison, `total` the whole of which `value` is a part ("4 dari 11",
    "16/100.000"), `also` holds further quantities, `predicate` a grade.
    """

    value: Decimal | None = None
    unit: str | None = None
    unit_text: str | None = None
    also: tuple[Part, ...] = ()
    sign: Sign | None = None
    upper: Decimal | None = None
    predicate: str | None = None
    total: Decimal | None = None


@lru_cache(maxsize=10_000)
def parse_target(text: str, unit_text: str | None = None, style: NumberStyle | None = None) -> ParsedTarget:
    """Read one target. `unit_text` is what a unit column beside it says; it goes before a unit in the target's cell.

    Raises nothing; what is no number and no known grade has neither value nor predicate.
    """
    column = unit_text.strip() if unit_text and unit_text.strip() else None
    if _NONE.match(text) or len(text) > _MAX_TEXT:
        return ParsedTarget(unit=unit_name(column) if column else None, unit_text=column)
    text = _YEAR.sub("", " ".join(text.split()))
    text = _SPACED_GROUPS.sub(lambda found: found.group().replace(" ", ""), text)
    text = _ZERO.sub("0", text)
    text = _TIMES.sub(lambda found: str(24 * int(found["many"])), text)
    read = _money(text, style) or _graded(text, style) or _numbered(text, style) or ParsedTarget()
    if read.unit == _DATE:
        read = ParsedTarget(unit=_DATE, unit_text=text.strip())
    return read if column is None else _with_column(read, column)


def _with_column(read: ParsedTarget, column: str) -> ParsedTarget:
    return replace(read, unit=unit_name(column), unit_text=column)


def _money(text: str, style: NumberStyle | None) -> ParsedTarget | None:
    rupiah = parse_rupiah(text, style) if _MONEY.match(text) else None
    return ParsedTarget(Decimal(rupiah.amount) + rupiah.fraction, "rupiah", "Rp") if rupiah else None


def _graded(text: str, style: NumberStyle | None) -> ParsedTarget | None:
    """A grade alone, or with the score that it stands for: "BB", "B (65)", "80 (BB / Sangat Baik)", "Opini WTP"."""
    pieces = [piece for part in re.split(r"[()\[\]]", text) for piece in _parted(part) if piece.strip(" .,")]
    predicates = [found for piece in pieces if (found := _grade_in(piece))]
    numbers = [piece for piece in pieces if _FIRST.search(piece) and not _grade_in(piece)]
    if not predicates or len(predicates) + len(numbers) < len(pieces) or len(numbers) > 1:
        return None
    scored = _numbered(numbers[0], style) if numbers else None
    return replace(scored or ParsedTarget(), predicate=predicates[0])


def _parted(piece: str) -> list[str]:
    """The two halves where one is a score and one its grade, as in "70,5 / BB"; "BB / Sangat Baik" is one piece."""
    halves = piece.split("/")
    two = len(halves) == 2 and sum(_FIRST.search(half) is not None for half in halves) == 1  # noqa: PLR2004
    return halves if two and any(_grade_in(half) for half in halves) else [piece]


def _grade_in(piece: str) -> str | None:
    for text in (piece, *_SEPARATE_GRADES.split(piece)):
        words = text.strip(" .,").split()
        for start in range(min(len(words), 2)):
            opening = " ".join(words[:start])
            found = grade(" ".join(words[start:]))
            if found and (not opening or unit_name(opening)):
                return found.name
    return None


def _numbered(text: str, style: NumberStyle | None) -> ParsedTarget | None:
    first = _FIRST.search(text)
    if first is None:
        return None
    start = first.start() - (text[first.start() - 1 : first.start()] in ("-", "+") and first.start() == 1)
    sign, before = _sign(text[:start].strip(" :~±"))
    rest = text[start:]
    leading = unit_name(before) if before else None
    if before and (leading is None or dimension(leading) in _TIME):
        return None
    found = _NUMBER.match(rest)
    value = parse_number(found.group(), style) if found else None
    if found is None or value is None:
        return None
    rest = rest[found.end() :]
    value, rest = _scaled(value, rest)
    total, upper = None, None
    between, rest = _unit_between(rest)
    for mark in (_GIVE_OR_TAKE, _RANGE, _OF_TOTAL, _PER):
        separator = mark.match(rest)
        number = _NUMBER.match(rest, separator.end()) if separator else None
        second = parse_number(number.group(), style) if number else None
        if number is None or second is None:
            continue
        second, rest = _scaled(second, rest[number.end() :])
        if mark is _GIVE_OR_TAKE:
            value, upper = value - second, value + second
        else:
            total, upper = (None, second) if mark is _RANGE else (second, None)
        rest = "" if mark is _PER else rest
        break
    own, also = _unit_and_parts(rest, style)
    own = between or own
    unit = (unit_name(own) if own else None) or (None if own else leading)
    if own and _FIRST.match(own):
        return None
    part = _plausible(Part(value, unit, own or (before if leading else None)), found.group())
    return ParsedTarget(part.value, part.unit, part.unit_text, also, sign, upper, None, total)


def _unit_between(rest: str) -> tuple[str | None, str]:
    """A unit before the second number: "5% - 7%", "4 satker dari 11 satker"."""
    for mark in (_RANGE, _OF_TOTAL):
        found = re.match(rf"^\s*(?P<unit>%|[A-Za-z][\w./]*)(?=(?:{mark.pattern}))", rest, re.IGNORECASE)
        if found and not mark.match(rest) and unit_name(found["unit"]):
            return found["unit"], rest[found.end() :]
    return None, rest


def _sign(before: str) -> tuple[Sign | None, str]:
    found = _SIGN.search(before)
    if not found:
        return None, before.strip(" :=")
    rest = f"{before[: found.start()]} {before[found.end() :]}".strip(" :=")
    return next(sign for at, (_, sign) in enumerate(_SIGNS) if found[f"s{at}"]), rest


def _scaled(value: Decimal, rest: str) -> tuple[Decimal, str]:
    scale = _SCALED.match(rest)
    if not scale or unit_name(rest):
        return value, rest
    return value * _SCALE[scale.group().strip().casefold()], rest[scale.end() :]


def _unit_and_parts(rest: str, style: NumberStyle | None) -> tuple[str | None, tuple[Part, ...]]:
    """The unit that follows a number, and the further quantities after it."""
    rest = _IN_WORDS.sub(" ", rest)
    for cut in _PART.finditer(rest):
        unit = rest[: cut.start()].strip(_AROUND_UNIT) or None
        more = _further(rest, cut, unit, style)
        if more:
            return unit, more
    bracketed = _BRACKETED.match(rest)
    if bracketed is None:
        return rest.strip(_AROUND_UNIT) or None, ()
    before, inner = (bracketed[name].strip(_AROUND_UNIT) for name in ("before", "inner"))
    return before or (inner if unit_name(inner) else None), ()


def _further(rest: str, cut: re.Match[str], unit: str | None, style: NumberStyle | None) -> tuple[Part, ...]:
    """What stands behind a separator, where it is a quantity: not the scale, the year or the round number of a rate."""
    if is_rate(rest[cut.start() :]) and cut["inner"] is None:
        return ()
    more = _numbered(rest[cut.end() :] if cut["inner"] is None else cut["inner"], style)
    if more is None or more.value is None:
        return ()
    if more.unit is None and (cut["bare"] or more.upper is not None or more.value in _YEARS):
        return ()
    if cut["bare"] and (unit is None or unit_name(unit) is None):
        return ()
    if more.unit == _SCALE_UNIT or is_per_period(more.unit_text or ""):
        return ()
    return (Part(more.value, more.unit, more.unit_text), *more.also)


def _plausible(part: Part, printed: str) -> Part:
    """A mark taken for the wrong one: "97.500 %" is 97,5 and "1,500 orang" is 1500."""
    readings = {parse_number(printed, style) for style in ("id", "en")} - {None, part.value}
    if part.unit == "persen" and part.value > _HUNDRED:
        other = next((each for each in readings if each is not None and each <= _HUNDRED), None)
    elif part.unit is not None and kind(part.unit) == "count" and not physical(part.unit) and part.value % 1:
        other = next((each for each in readings if each is not None and not each % 1), None)
    else:
        other = None
    return part if other is None else replace(part, value=other)
