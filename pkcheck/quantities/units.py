"""Units of measure: which spelling means which unit, and which units can be compared.

The definitions are in `units.txt`, a pint registry of its own. pint decides dimensions (see `tabulated`) and factors; it
never parses a target, because it reads "97,5%" as 975 percent and "Kab/Kota" as a division.
"""

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from pkcheck.quantities.tabulated import table, unit_registry

if TYPE_CHECKING:
    from pint import UnitRegistry

UnitKind = Literal["proportion", "score", "rank", "predicate", "ratio", "money", "count"]
_KINDS: dict[str, UnitKind] = {
    "[bagian]": "proportion",
    "[skor]": "score",
    "[jenjang]": "score",
    "[urutan]": "rank",
    "[predikat]": "predicate",
    "[rasio]": "ratio",
    "[uang]": "money",
    "[uang_asing]": "money",
}
_PHYSICAL = re.compile(r"\[(?:panjang|massa|waktu|energi|energi_pangan|daya|laju_data|emisi|kadar|suhu)\]")
_SYMBOLS = {"%": "persen", "‰": "permil", "°c": "derajat"}
_ALTERNATIVES = re.compile(r"\s*/\s*|\s+atau\s+", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*")
_AROUND = " \t.,:;-–—+"
_NO_WORD = re.compile(r"[^\w²³]+")
_NAME = re.compile(r"[a-z²³_][\w²³]*\Z")
_BRACKETS = re.compile(r"\([^()]*\)")
_SYMBOL_AND_MORE = re.compile(r"([%‰])(?!\w)")
# "per 100.000 penduduk"; "kegiatan/40 orang" is two quantities.
_RATE = re.compile(r"(?:/|\bper)\s*1(?:[.,]?0)+\b")
# "kg per kapita" is no weight, "orang/kegiatan" no number of people.
_LONG_ENOUGH_FOR_A_SLIP = 5
_DIVIDES = re.compile(r"/|\bper\b")
_PER_PERIOD = re.compile(
    r"\s*(?:/|\bper|\bsetiap|\btiap|\bdalam)\s*(?:1\s+|satu\s+|se)?"
    r"(?:tahun|thn|th|bulan|bln|triwulan|tw|semester|minggu|hari)\s*$"
)


@lru_cache(maxsize=10_000)
def unit_name(text: str) -> str | None:
    """The canonical name of a unit in any spelling: "Lap.", "LAPORAN" and "laporan" are "laporan", "%" is "persen".

    What stands in brackets and "per tahun" is set aside, and what follows a known unit to say more of it: "laporan
    bulanan", "% dari pegawai". "per 100.000 penduduk" is "rasio". None for an unknown unit.
    """
    whole = _SLASH.sub("/", " ".join(text.casefold().split())).strip(_AROUND)
    bare = " ".join(_BRACKETS.sub(" ", whole).split()).strip(_AROUND)
    spellings = (whole, bare, _PER_PERIOD.sub("", whole), _PER_PERIOD.sub("", bare))
    found = next((name for each in spellings if (name := _canonical(each))), None)
    if found is not None:
        return found
    return "rasio" if is_rate(whole) else _either(bare) or _opening(bare)


@lru_cache(maxsize=10_000)
def alternatives(text: str) -> tuple[str, ...]:
    """The canonical names that a printed unit may stand for: several in "Kelompok / Organisasi", none where one is unknown."""
    own = unit_name(text)
    if own:
        return (own,)
    names = [unit_name(part) for part in _ALTERNATIVES.split(text)]
    return tuple(dict.fromkeys(name for name in names if name)) if len(names) > 1 and all(names) else ()


def nearest_unit(text: str) -> str | None:
    """The spelling of a known unit that is one slip away from `text`; None where there is none, or it is too short."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    wanted = " ".join(text.casefold().split()).strip(_AROUND)
    if len(wanted) < _LONG_ENOUGH_FOR_A_SLIP:
        return None
    found = process.extractOne(wanted, _spellings(), scorer=OSA.distance, score_cutoff=1)
    return found[0] if found else None


@lru_cache(maxsize=10_000)
def is_rate(text: str) -> bool:
    """Whether `text` relates a figure to a round number: "per 1.000 kelahiran hidup", "/100.000"."""
    return _RATE.search(text.casefold()) is not None


@lru_cache(maxsize=10_000)
def is_per_period(text: str) -> bool:
    """Whether `text` tells how often in a time: "laporan per bulan", "kali/tahun"."""
    return _PER_PERIOD.search(text.casefold()) is not None


@lru_cache(maxsize=10_000)
def is_quotient(text: str) -> bool:
    """Whether `text` divides known units by one another, as "orang/kegiatan" does: no unit of its own, but no riddle."""
    parts = _DIVIDES.split(text.casefold())
    return len(parts) > 1 and all(unit_name(part) for part in parts)


@lru_cache(maxsize=10_000)
def dimension(name: str) -> str | None:
    """The dimension of a canonical name as pint writes it, such as "[tertulis]"; None for what is no such name."""
    found = _identifier(name)
    return None if found is None else _known()[found][1]


@lru_cache(maxsize=10_000)
def kind(name: str) -> UnitKind | None:
    """What sort of figure a unit gives: everything that is no share, score, grade, ratio or money is a count."""
    own = dimension(name)
    return None if own is None else _KINDS.get(own, "count")


@lru_cache(maxsize=10_000)
def physical(name: str) -> bool:
    """Whether a canonical name measures rather than counts: length, weight, time, power and what is made of them."""
    own = dimension(name)
    return own is not None and _PHYSICAL.search(own) is not None


@lru_cache(maxsize=10_000)
def comparable(one: str, other: str) -> bool:
    """Whether two canonical names measure the same thing."""
    own = dimension(one)
    return own is not None and own == dimension(other)


def converted(value: Decimal, unit: str, into: str) -> Decimal:
    """`value` in another unit of the same dimension. Raises pint.DimensionalityError for one of another."""
    if unit == into:
        return value
    factor, divides = _factor(unit, into)
    return value / factor if divides else value * factor


@lru_cache(maxsize=10_000)
def _factor(unit: str, into: str) -> tuple[Decimal, bool]:
    """By what one of `unit` is multiplied to be in `into`, or divided."""
    registry = _registry()
    own, other = _identifier(unit) or unit, _identifier(into) or into
    factor = registry.convert(1, own, other)
    # 12 bulan are one tahun, not 12 times 0,0833...: dividing by 12 is exact.
    return (Decimal(str(factor)), False) if factor >= 1 else (Decimal(str(registry.convert(1, other, own))), True)


def _opening(text: str) -> str | None:
    """The unit that the first words are, where more words follow: Indonesian puts the noun first."""
    symbol = _SYMBOL_AND_MORE.match(text)
    if symbol:
        return _SYMBOLS[symbol[1]]
    if _DIVIDES.search(text):
        return None
    words = text.split()
    openings = (" ".join(words[:end]) for end in range(len(words) - 1, 0, -1))
    return next((name for each in openings if len(each) > 1 and (name := _canonical(each))), None)


def _either(text: str) -> str | None:
    """The first of several units that measure the same thing: "Naskah/Buku", "Dokumen dan Laporan"."""
    names = [_canonical(each.strip()) for each in re.split(r"/|\bdan\b|\batau\b", text)]
    if len(names) < 2 or any(each is None for each in names):  # noqa: PLR2004
        return None
    first = names[0]
    return first if first and all(each and comparable(first, each) for each in names) else None


def _canonical(text: str) -> str | None:
    found = _identifier(_SYMBOLS.get(text, text))
    return found.replace("__", "/").replace("_", " ") if found else None


def _identifier(text: str) -> str | None:
    """The registry's own name for a spelling, also in the plural that pint allows ("levels")."""
    key = "__".join(_NO_WORD.sub("_", part).strip("_") for part in _SLASH.split(text.casefold()))
    if not _NAME.match(key):
        return None
    plural = key.removesuffix("s")
    known = _known().get(key) or (_known().get(plural) if len(plural) > 1 else None)
    return None if known is None else known[0]


def unit_words() -> tuple[str, ...]:
    """Every name of a unit that is known, as people write it."""
    return _spellings()


@cache
def _spellings() -> tuple[str, ...]:
    """Every name and alias, as people write them."""
    return tuple(name.replace("__", "/").replace("_", " ") for name in _known())


@cache
def _known() -> dict[str, tuple[str, str]]:
    return table()


@cache
def _registry() -> "UnitRegistry[float]":
    return unit_registry()
