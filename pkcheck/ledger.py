"""The budgets of a whole set: which sums do not hold, and which of them are told.

One wrong line is in several sums: the one that it heads, its superior's, the printed total. Told are the sums that no
other one explains, what is too much before what is missing; a lost zero explains all the sums that it breaks.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pkcheck.model import Agreement, BudgetLine
from pkcheck.programmes import same_programme
from pkcheck.rollup import Entry, Pool, Sum, entries_of, pooled, repeated, within, without_totals

_POWERS = (10, 100, 1000)
# Below this a factor of ten is chance: no unit has a budget of ten thousand rupiah.
_LEAST_WITH_A_SLIP = 1_000_000


@dataclass(frozen=True, slots=True)
class Slip:
    """A line with a zero lost or added, or a minus sign: as `correction` it makes every sum of `sums` hold.

    `instead` is a correction of the superior's line that would do as well.
    """

    entry: Entry
    correction: int
    sums: tuple[Sum, ...]
    instead: "Slip | None" = None


class Ledger:
    """All sums of a set of agreements. `subordinates` has for every agreement's id those that answer to it."""

    def __init__(self, agreements: Sequence[Agreement], subordinates: Mapping[str, Sequence[Agreement]]) -> None:
        self._superior = {each.id: unit for unit in agreements for each in subordinates[unit.id]}
        self._entries = {each.id: entries_of(each) for each in agreements}
        self.pools: dict[str, Pool] = {
            each.id: pooled(each, subordinates[each.id], self._entries) for each in agreements if subordinates[each.id]
        }
        self.within: dict[str, tuple[Sum, ...]] = {each.id: within(each, self._entries[each.id]) for each in agreements}

    def entries(self, agreement: Agreement) -> tuple[Entry, ...]:
        """The lines of an agreement, totals left out."""
        return without_totals(self._entries[agreement.id])

    def tells(self, each: Sum) -> bool:
        """Whether `each` does not hold, and neither another sum nor a slip says so already."""
        return each in self._told

    def suspects(self, each: Sum) -> bool:
        """Whether an amount that cannot be right is to blame for `each`: a slip in it, or one below zero."""
        return any(each in slip.sums for slip in self.slips) or any((entry.amount or 0) < 0 for entry in each.entries)

    def slip_in(self, line: BudgetLine) -> Slip | None:
        """The slip in a line."""
        return next((slip for slip in self.slips if slip.entry.line is line), None)

    def strangers(self, unit: Agreement) -> list[tuple[Entry, ...]]:
        """Subordinates' lines for what `unit` lacks, those of one programme together.

        Left out is what the unit lacks only because its own line went wrong: it is a stranger to the superior, or bears
        the name of another line.
        """
        if repeated(self.entries(unit)):
            return []
        groups: list[list[Entry]] = []
        for each in (entry for entry in self.pools[unit.id].strangers if not self._is_echo(unit, entry)):
            same = (group for group in groups if same_programme(group[0].line.name, each.line.name))
            group = next(same, None)
            if group is None:
                groups.append([each])
            else:
                group.append(each)
        return [tuple(group) for group in groups]

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """Where a zero or a sign went wrong, those first that explain the most sums."""
        found: list[Slip] = []
        unexplained = set(self._wrong)
        while candidates := self._corrections(unexplained):
            most = max(len(each.sums) for each in candidates)
            best = [each for each in candidates if len(each.sums) == most]
            rivals = [each for each in best if set(each.sums) & set(best[0].sums)]
            unexplained -= {each for rival in rivals for each in rival.sums}
            slip = _decided(rivals)
            if slip is not None:
                found.append(slip)
        return tuple(found)

    def _corrections(self, unexplained: set[Sum]) -> list[Slip]:
        """Corrections that make sums hold and break none that holds."""
        found: dict[tuple[Entry, int], list[Sum]] = defaultdict(list)
        for each in (wrong for wrong in self._wrong if wrong in unexplained):
            for entry in each.entries:
                if is_slip(entry.amount or 0, each.correction(entry)):
                    found[entry, each.correction(entry)].append(each)
        return [
            Slip(entry, amount, tuple(sums)) for (entry, amount), sums in found.items() if not self._holds_with(entry)
        ]

    def _holds_with(self, entry: Entry) -> bool:
        """Whether a sum holds with the line as it is."""
        return any(each.readable and each.difference == 0 for each in self._sums_with[entry])

    @cached_property
    def _sums(self) -> tuple[Sum, ...]:
        beneath = (each for pool in self.pools.values() for each in pool.sums)
        return (*beneath, *(each for sums in self.within.values() for each in sums))

    @cached_property
    def _wrong(self) -> tuple[Sum, ...]:
        return tuple(each for each in self._sums if each.difference and each.obstacle is None)

    @cached_property
    def _sums_with(self) -> dict[Entry, list[Sum]]:
        found: dict[Entry, list[Sum]] = defaultdict(list)
        for each in self._sums:
            for entry in each.entries:
                found[entry].append(each)
        return found

    @cached_property
    def _told(self) -> frozenset[Sum]:
        """One sum for each fault: what another one says already is left out."""
        told: list[Sum] = []
        explained: set[Sum] = set()
        for each in sorted((each for each in self._wrong if not self.suspects(each)), key=_rank):
            if each not in explained:
                told.append(each)
                explained |= {other for other in self._neighbours(each) if _same_fault(each, other)}
        return frozenset(told)

    def _neighbours(self, each: Sum) -> set[Sum]:
        """The sums that have a line or the unit in common with `each`."""
        pool = self.pools.get(each.unit.id)
        return {other for entry in each.entries for other in self._sums_with[entry]} | set(pool.sums if pool else ())

    def _is_echo(self, unit: Agreement, entry: Entry) -> bool:
        superior = self._superior.get(unit.id)
        if superior is None:
            return False
        known = any(same_programme(each.line.name, entry.line.name) for each in self.entries(superior))
        astray = any(each.agreement is unit for each in self.pools[superior.id].strangers)
        return known and astray


def is_slip(amount: int, wanted: int) -> bool:
    """Whether one amount was written for another by a zero lost or added anywhere, by a power of ten, or by a sign."""
    if wanted <= 0 or amount == wanted:
        return False
    if amount == -wanted:
        return True
    low, high = sorted((amount, wanted))
    if low <= 0 or high < _LEAST_WITH_A_SLIP:
        return False
    return any(high == low * power for power in _POWERS) or _lacks_a_zero(str(low), str(high))


def _lacks_a_zero(short: str, long: str) -> bool:
    return len(long) == len(short) + 1 and any(
        digit == "0" and long[:at] + long[at + 1 :] == short for at, digit in enumerate(long)
    )


def _decided(rivals: Sequence[Slip]) -> Slip | None:
    """The one of rival corrections that is told: the subordinate's, where superior's and subordinate's do as well."""
    if len(rivals) == 1:
        return rivals[0]
    if len(rivals) == 2:  # noqa: PLR2004
        for part, own in (tuple(rivals), tuple(reversed(rivals))):
            if any(part.entry in each.parts and own.entry in each.own for each in part.sums):
                return Slip(part.entry, part.correction, part.sums, own)
    return None


def _rank(each: Sum) -> int:
    if each.kind in ("total", "level"):
        return 1
    return 0 if each.difference > 0 else 2


def _same_fault(told: Sum, other: Sum) -> bool:
    """Whether one correction makes both hold, or what is missing here was put there."""
    shared = [each for each in told.entries if each in other.entries]
    if any(told.correction(each) == other.correction(each) for each in shared):
        return True
    return told.kind == other.kind == "programme" and told.unit is other.unit and told.difference == -other.difference
