"""Targets by quarter, month or half year, and how they may make up the year's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pkcheck.comparison import decimals, exact
from pkcheck.model import Target
from pkcheck.quantities.dates import MONTHS_EN, MONTHS_ID

_KEY = re.compile(
    r"^(?P<kind>TW|TRIWULAN|Q|B|BULAN|S|SMT|SEMESTER)[\s._-]*(?P<number>\d{1,2}|IV|I{1,3})$", re.IGNORECASE
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_IN_A_YEAR = {"quarter": 4, "month": 12, "half": 2}
_KINDS = {"t": "quarter", "q": "quarter", "b": "month", "s": "half"}
_MONTHS = {
    name[:length].casefold(): at
    for names in (MONTHS_ID, MONTHS_EN)
    for at, name in enumerate(names, 1)
    for length in (3, len(name))
}


@dataclass(frozen=True, slots=True)
class Year:
    """The targets of one kind of period, in the year's order; `complete` where none is missing."""

    values: tuple[Decimal, ...]
    complete: bool

    def makes(self, annual: Decimal, accumulation: str | None) -> bool:
        """Whether the periods make the year's target: in the way that is said, else in any usual one."""
        total, last = self._is(annual, self.total), self.values[-1] == annual
        if accumulation is not None:
            return total if accumulation == "sum" else last
        mean = self.total / len(self.values)
        return total or last or max(self.values) == annual or round(mean, max(2, decimals(annual))) == annual

    @property
    def total(self) -> Decimal:
        """All of them together."""
        return sum(self.values, Decimal(0))

    def _is(self, annual: Decimal, total: Decimal) -> bool:
        """Equal, but for what the parts were rounded by: three times 33,33 make 100."""
        finest = max(decimals(each) for each in self.values)
        spared = len(self.values) * Decimal(5).scaleb(-finest - 1) if finest else Decimal(0)
        return abs(total - annual) <= spared


def years_of(target: Target) -> tuple[Year, ...] | None:
    """The target's periods by kind; None where one of their names was not understood."""
    found: dict[str, dict[int, Decimal]] = {}
    for name, value in target.periods.items():
        key = _period(name)
        if key is None:
            return None
        found.setdefault(key[0], {})[key[1]] = exact(value)
    return tuple(_year(kind, each) for kind, each in found.items())


def _year(kind: str, values: Mapping[int, Decimal]) -> Year:
    return Year(tuple(values[at] for at in sorted(values)), complete=len(values) == _IN_A_YEAR[kind])


def _period(name: str) -> tuple[str, int] | None:
    month = _MONTHS.get(name.strip().casefold())
    if month is not None:
        return "month", month
    found = _KEY.match(name.strip())
    if not found:
        return None
    number = _ROMAN.get(found["number"].upper()) or int(found["number"])
    kind = _KINDS[found["kind"][0].lower()]
    return (kind, number) if 1 <= number <= _IN_A_YEAR[kind] else None
