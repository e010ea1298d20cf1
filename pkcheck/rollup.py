"""Budgets added up: each programme of a unit beside what its subordinates have of it.

A wrong line breaks two sums, the one that it heads and the one that it is part of. `Gap.explained_by` keeps both from
being reported: the gap is told where money is missing or too much for certain, and the other names it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz import fuzz

from pkcheck.graph import AgreementSet, Team
from pkcheck.model import Agreement, BudgetLine
from pkcheck.quantities.money import parse_rupiah
from pkcheck.wording import normal

_SAME_PROGRAMME = 90.0
_POWERS = (10, 100, 1000)


@dataclass(frozen=True, slots=True)
class Part:
    """A subordinate's line within a programme."""

    agreement: Agreement
    line: BudgetLine


@dataclass(frozen=True, slots=True)
class Programme:
    """A unit's own line of a programme, and the lines of its subordinates under the same name."""

    unit: Agreement
    own: BudgetLine
    parts: tuple[Part, ...]

    @property
    def readable(self) -> bool:
        """Whether every amount in it was read."""
        return self.own.amount is not None and all(part.line.amount is not None for part in self.parts)

    @property
    def broken_down(self) -> bool:
        """Whether any subordinate has a line for it."""
        return bool(self.parts)

    @property
    def total(self) -> int:
        """What the subordinates have together."""
        return sum(part.line.amount or 0 for part in self.parts)

    @property
    def difference(self) -> int:
        """Subordinates' total less the unit's own: above 0 they have too much."""
        return self.total - (self.own.amount or 0)


def lines_of(agreement: Agreement) -> list[BudgetLine]:
    """The lines that make up the budget: programmes, or the highest level that there is; totals left out."""
    lines = [line for line in agreement.budget if line.level != "total"]
    for level in ("program", "kegiatan", "sub_kegiatan"):
        at_level = [line for line in lines if line.level == level]
        if at_level:
            return at_level
    return []


def same_programme(one: str, other: str) -> bool:
    """Whether two names mean the same programme, but for case, spacing, abbreviations and a slip."""
    a, b = normal(one), normal(other)
    return a == b or fuzz.ratio(a, b) >= _SAME_PROGRAMME


def programmes_of(team: Team) -> Iterator[Programme]:
    """Each programme of the unit with its subordinates' lines."""
    for own in lines_of(team.unit):
        parts = [
            Part(each, line)
            for each in team.parts
            for line in lines_of(each)
            if _belongs(line, own, lines_of(team.unit))
        ]
        yield Programme(team.unit, own, tuple(parts))


def strangers_in(team: Team) -> Iterator[Part]:
    """Subordinates' lines with money for a programme that the unit does not have."""
    own = lines_of(team.unit)
    for each in team.parts:
        for line in lines_of(each):
            if not line.nil and line.amount != 0 and not any(same_programme(line.name, known.name) for known in own):
                yield Part(each, line)


def _belongs(line: BudgetLine, own: BudgetLine, all_own: list[BudgetLine]) -> bool:
    """Whether `line` is part of `own`: the one of the unit's programmes that its name is nearest to."""
    if normal(line.name) == normal(own.name):
        return True
    if any(normal(line.name) == normal(each.name) for each in all_own):
        return False
    nearest = max(all_own, key=lambda each: fuzz.ratio(normal(each.name), normal(line.name)))
    return nearest is own and same_programme(line.name, own.name)


@dataclass(frozen=True, slots=True)
class Slip:
    """A line that would make a sum hold, were it `factor` times as much (a digit lost or added)."""

    agreement: Agreement
    line: BudgetLine
    correction: int


def slip_in(programme: Programme) -> Slip | None:
    """The one line of a sum that is off by a power of ten, if exactly one correction makes the sum hold."""
    if not programme.readable or programme.difference == 0 or not programme.broken_down:
        return None
    own = programme.own.amount or 0
    found = [Slip(programme.unit, programme.own, programme.total)] if _off_by_ten(own, programme.total) else []
    for part in programme.parts:
        amount = part.line.amount or 0
        wanted = amount - programme.difference
        if _off_by_ten(amount, wanted):
            found.append(Slip(part.agreement, part.line, wanted))
    return found[0] if len(found) == 1 else None


def _off_by_ten(amount: int, wanted: int) -> bool:
    if amount <= 0 or wanted <= 0 or amount == wanted:
        return False
    high, low = max(amount, wanted), min(amount, wanted)
    # A digit that was dropped or doubled anywhere leaves the others in their order; whole powers are the usual case.
    return any(high == low * power for power in _POWERS) or _digit_lost(str(high), str(low))


def _digit_lost(long: str, short: str) -> bool:
    """Whether `short` is `long` without one zero."""
    return len(long) == len(short) + 1 and any(
        long[at] == "0" and long[:at] + long[at + 1 :] == short for at in range(len(long))
    )


def slips_of(whole: AgreementSet, teams: Iterator[Team]) -> list[tuple[Programme, Slip]]:
    """Every sum of the set that one lost or added digit explains, each line once."""
    seen: set[int] = set()
    slips = []
    for team in teams:
        for programme in programmes_of(team):
            slip = slip_in(programme)
            if slip and id(slip.line) not in seen and whole.may_lack_subordinates(team.unit) is None:
                seen.add(id(slip.line))
                slips.append((programme, slip))
    return slips


def fraction_of(line: BudgetLine) -> Decimal:
    """What a printed amount has below one rupiah."""
    rupiah = parse_rupiah(line.raw) if line.raw else None
    return rupiah.fraction if rupiah else Decimal(0)


def explained_above(programme: Programme, whole: AgreementSet) -> bool:
    """Whether the shortfall of `programme` is the excess that a neighbouring sum shows for certain.

    That is so where the unit's own line is one of the parts that exceed its superior's by the same amount, or where one
    of its subordinates' lines is itself exceeded by just that amount.
    """
    missing = -programme.difference
    superior = whole.superior(programme.unit)
    neighbours = [superior, *(part.agreement for part in programme.parts)]
    lines = {id(programme.own), *(id(part.line) for part in programme.parts)}
    for unit in (each for each in neighbours if each is not None):
        team = Team(unit, whole.subordinates[unit.id], whole)
        for other in programmes_of(team):
            shared = id(other.own) in lines or any(id(part.line) in lines for part in other.parts)
            if shared and other.readable and other.difference == missing:
                return True
    return False
