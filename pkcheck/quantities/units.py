"""Units of measure: which spelling means which unit, and which units can be compared.

The definitions are in `units.txt`, a pint registry of its own. pint decides dimensions and factors; it never parses a
target, because it reads "97,5%" as 975 percent and "Kab/Kota" as a division.
"""

import re
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

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
_SYMBOLS = {"%": "persen", "‰": "permil"}
_SLASH = re.compile(r"\s*/\s*")
_NO_WORD = re.compile(r"[^\w²³]+")
_NAME = re.compile(r"[a-z²³_][\w²³]*\Z")
_BRACKETS = re.compile(r"\([^()]*\)")
_RATE = re.compile(r"^(?:/|per)\s*\d[\d.,]*\b")
_PER_PERIOD = re.compile(
    r"\s*(?:/|\bper|\bsetiap|\btiap|\bdalam)\s*(?:1\s+)?(?:tahun|thn|th|bulan|bln|triwulan|semester|hari)$"
)


@lru_cache(maxsize=10_000)
def unit_name(text: str) -> str | None:
    """The canonical name of a unit in any spelling: "Lap.", "LAPORAN" and "laporan" are "laporan", "%" is "persen".

    What stands in brackets and "per tahun" is set aside; "per 100.000 penduduk" is "rasio". None for an unknown unit.
    """
    bare = text.casefold().strip()
    whole = _canonical(bare) or _canonical(_BRACKETS.sub(" ", bare)) or _canonical(_PER_PERIOD.sub("", bare))
    return whole or ("rasio" if _RATE.match(bare) else None)


@lru_cache(maxsize=10_000)
def dimension(name: str) -> str | None:
    """The dimension of a canonical name as pint writes it, such as "[tertulis]"; None for what is no such name."""
    found = _identifier(name)
    return None if found is None else str(_registry().Unit(found).dimensionality)


def kind(name: str) -> UnitKind | None:
    """What sort of figure a unit gives: everything that is no share, score, grade, ratio or money is a count."""
    own = dimension(name)
    return None if own is None else _KINDS.get(own, "count")


def comparable(one: str, other: str) -> bool:
    """Whether two canonical names measure the same thing."""
    own = dimension(one)
    return own is not None and own == dimension(other)


def converted(value: Decimal, unit: str, into: str) -> Decimal:
    """`value` in another unit of the same dimension. Raises pint.DimensionalityError for one of another."""
    if unit == into:
        return value
    registry = _registry()
    factor = registry.convert(1, _identifier(unit) or unit, _identifier(into) or into)
    return value * Decimal(str(factor))


def _canonical(text: str) -> str | None:
    found = _identifier(_SYMBOLS.get(text, text))
    return found.replace("__", "/").replace("_", " ") if found else None


def _identifier(text: str) -> str | None:
    """The registry's own name for a spelling: without prefixes or plurals, which pint would otherwise make up."""
    key = "__".join(_NO_WORD.sub("_", part).strip("_") for part in _SLASH.split(text.casefold()))
    if not _NAME.match(key):
        return None
    for prefix, name, suffix in _registry().parse_unit_name(key):
        if not prefix and not suffix:
            return str(name)
    return None


@cache
def _registry() -> "UnitRegistry":
    from pint import UnitRegistry

    registry = UnitRegistry(None, non_int_type=float)
    registry.load_definitions(files("pkcheck.quantities").joinpath("units.txt").read_text("utf-8").splitlines())
    return registry
