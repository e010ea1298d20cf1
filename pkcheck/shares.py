"""Shares and the wholes that they are shares of: "36,36% (4 satker)" is four of eleven.

Percentages are printed rounded or cut off; both are taken for right. Of a whole is spoken only where the text gives it.
"""

import re
import sys
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache

from pkcheck.comparison import decimals, exact
from pkcheck.graph import Row
from pkcheck.lexicon import lexicon
from pkcheck.model import Target
from pkcheck.quantities.units import dimension, kind, unit_name
from pkcheck.wording import REMEMBERED, normal

_HUNDRED = 100
_WRITTEN = "[tertulis]"
_POPULATION = re.compile(r"^(?P<population>.+?) yang ")


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage with the number that it stands for; `total` where the whole is printed as well."""

    percent: Decimal
    part: Decimal
    unit: str
    total: Decimal | None = None

    @property
    def wholes(self) -> range:
        """The whole numbers of which `part` is `percent`."""
        if self.percent == 0 or self.part == 0:
            return range(1, sys.maxsize) if self.percent == self.part else range(0)
        step = _step(self.percent)
        # Both ends are open: what is off by a whole step is neither rounded nor cut off.
        least = int((self.part * _HUNDRED / (self.percent + step)).to_integral_value(ROUND_FLOOR)) + 1
        if self.percent <= step:
            return range(least, sys.maxsize)
        most = self.part * _HUNDRED / (self.percent - step)
        return range(least, int(most.to_integral_value(ROUND_CEILING)))


def share_of(row: Row) -> Share | None:
    """The compound target of a row, where the number beside the percentage counts what the percentage is of.

    "80% (1 dokumen)" names a report beside the share, "100%, 12 bulan" two targets: no share.
    """
    target = row.indicator.target
    if target is None or target.value is None or target.upper is not None or len(target.also) != 1:
        return None
    own, other = (target.value, target.unit), (target.also[0].value, target.also[0].unit)
    units = [unit_name(unit) if unit else None for _, unit in (own, other)]
    if units.count("persen") != 1 or (target.raw is not None and not re.search(r"[(\[]", target.raw)):
        return None
    (percent, _), (part, unit) = (own, other) if units[0] == "persen" else (other, own)
    name = unit_name(unit) if unit else None
    if name is None or kind(name) != "count" or not (_is_population(name) or _named(name, row)):
        return None
    total = exact(target.total) if target.total is not None and units[0] != "persen" else None
    return Share(exact(percent), exact(part), name, total)


@lru_cache(maxsize=REMEMBERED)
def population(text: str) -> str | None:
    """Whom or what an indicator speaks of: "satuan kerja" of "Persentase satker yang ...", None where it does not say."""
    words = normal(text).split()
    while words and words[0] in lexicon().measure_words:
        words = words[1:]
    found = _POPULATION.match(" ".join(words))
    return found["population"] if found else None


def known_wholes(rows: list[Row]) -> dict[str, tuple[int, str, tuple[Row, ...]]]:
    """For each population in one agreement how many there are, in which unit, and the rows that say so.

    A share says it of its own population. A count says it of its own where a share in the same unit has that whole.
    """
    found: dict[str, dict[tuple[int, str], tuple[Row, ...]]] = {}
    shares = [(row, share, share.wholes) for row in rows if (share := share_of(row))]
    single = {(wholes[0], share.unit): row for row, share, wholes in shares if len(wholes) == 1 and wholes[0]}
    for (whole, unit), row in single.items():
        name = population(row.indicator.text)
        if name:
            found.setdefault(name, {})[whole, unit] = (row,)
    for row in rows:
        count = plain_count(row.indicator.target)
        name = population(row.indicator.text)
        if count and name and count in single:
            found.setdefault(name, {})[count] = (row, single[count])
    return {name: (*next(iter(each)), next(iter(each.values()))) for name, each in found.items() if len(each) == 1}


def reachable(percent: Decimal, whole: int) -> bool:
    """Whether some whole number out of `whole` is `percent`, rounded or cut off."""
    nearest = int(percent * whole / _HUNDRED)
    parts = (Decimal(each) * _HUNDRED / whole for each in (nearest, nearest + 1))
    return any(abs(each - percent) < _step(percent) for each in parts)


def plain_count(target: Target | None) -> tuple[int, str] | None:
    """The whole number and unit of a target that counts and says nothing else."""
    if target is None or target.value is None or target.unit is None or target.also or target.upper is not None:
        return None
    unit, value = unit_name(target.unit), exact(target.value)
    return (int(value), unit) if unit is not None and kind(unit) == "count" and value == int(value) else None


def _step(percent: Decimal) -> Decimal:
    return Decimal(1).scaleb(-decimals(percent))


def _is_population(unit: str) -> bool:
    return unit not in lexicon().generic_units and dimension(unit) != _WRITTEN


def _named(unit: str, row: Row) -> bool:
    return f" {normal(unit)} " in f" {normal(row.indicator.text)} "
