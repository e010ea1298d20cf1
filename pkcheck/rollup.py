"""Budgets added up: what a unit has beside what its subordinates have of it, a total beside its lines.

Every such comparison is a `Sum`. Which of the sums that do not hold are told, and which say the same fault once more,
is `pkcheck.ledger`'s affair.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pkcheck import messages
from pkcheck.model import Agreement, BudgetLine
from pkcheck.programmes import LEVELS, level_named, levels_named, name_words, same_programme
from pkcheck.quantities.money import parse_rupiah
from pkcheck.texts import Text
from pkcheck.wording import normal

Kind = Literal["programme", "whole", "total", "level"]


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """A budget line in its agreement; `under` is the number of the line that it breaks down, counted from 1.

    `amount` is what is printed, or what the lines below it add up to where a heading has no amount of its own.
    """

    agreement: Agreement
    line: BudgetLine
    amount: int | None
    under: int | None = None
    broken_down: bool = False

    @property
    def blank(self) -> bool:
        """Whether no amount stands where one should: a printed dash is one, and so is what cannot be read."""
        return self.line.amount is None and not self.line.raw and not self.broken_down

    @property
    def title(self) -> tuple[str, str | None, tuple[str, ...]]:
        """What it is the budget of: level, code and name."""
        return self.line.level, self.line.code, name_words(self.line.name)


@dataclass(frozen=True, eq=False, slots=True)
class Sum:
    """Lines (`parts`) that should add up to others (`own`).

    `kind`: programme (subordinates' lines to the unit's of that name); whole (all that subordinates have to all that
    the unit has, where their lines are of other levels); total (lines to a printed total); level (activities to their
    programme).
    """

    kind: Kind
    unit: Agreement
    own: tuple[Entry, ...]
    parts: tuple[Entry, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Both sides."""
        return (*self.own, *self.parts)

    @property
    def readable(self) -> bool:
        """Whether every amount in it was read."""
        return all(each.amount is not None for each in self.entries)

    @property
    def wanted(self) -> int:
        """What the parts should add up to."""
        return sum(each.amount or 0 for each in self.own)

    @property
    def total(self) -> int:
        """What the parts add up to."""
        return sum(each.amount or 0 for each in self.parts)

    @property
    def difference(self) -> int:
        """What the parts have too much; below 0 what they lack."""
        return self.total - self.wanted

    @property
    def shares(self) -> tuple[int, ...]:
        """What each agreement has in it, without those that have nothing."""
        found: dict[str, int] = defaultdict(int)
        for each in self.parts:
            found[each.agreement.id] += each.amount or 0
        return tuple(share for share in found.values() if share)

    @property
    def obstacle(self) -> Text | None:
        """Why it cannot be judged; None where it holds, or plainly does not."""
        if not self.readable:
            return messages.AMOUNT_NOT_READ
        if self.difference == 0:
            return None
        if repeated(self.entries):
            return messages.LINE_TWICE
        if self.kind != "programme" and any(map(level_unclear, self._lines())):
            return messages.LEVELS_UNCLEAR
        return messages.BUDGET_SHARED if self._shared() else None

    def correction(self, entry: Entry) -> int:
        """The amount of `entry` with which the sum would hold."""
        return (entry.amount or 0) + (self.difference if entry in self.own else -self.difference)

    def _lines(self) -> Iterator[Entry]:
        """All lines of the agreements in it."""
        for agreement in {each.agreement.id: each.agreement for each in self.entries}.values():
            yield from without_totals(entries_of(agreement))

    def _shared(self) -> bool:
        """Whether several carry the same money: a joint programme, a deputy with the head's whole budget."""
        if self.kind not in ("programme", "whole") or self.difference < 0:
            return False
        others = [share for share in self.shares if share != self.wanted]
        copied = len(others) < len(self.shares) and sum(others) == self.wanted
        return copied or sum(set(self.shares)) == self.wanted


@dataclass(frozen=True, slots=True)
class Pool:
    """What the subordinates of `unit` have, put beside what it has.

    `strangers` are lines with money for something that the unit lacks. `gap` says why not all of the subordinates'
    budgets are known to be in the sums, None where they are; `unplaced` that some are of levels that the unit does not
    have, `scattered` that they are of several levels.
    """

    unit: Agreement
    sums: tuple[Sum, ...]
    strangers: tuple[Entry, ...]
    gap: Text | None
    unplaced: bool
    scattered: bool

    def gap_of(self, each: Sum) -> Text | None:
        """Why the parts of `each` may not be all."""
        if self.strangers or (each.kind == "programme" and (self.unplaced or self.scattered)):
            return self.gap or messages.LINES_UNPLACED
        return self.gap


def lines_of(agreement: Agreement) -> list[BudgetLine]:
    """The lines that make up the budget: programmes, or the highest level that there is; totals left out."""
    return [each.line for each in top(entries_of(agreement))]


def entries_of(agreement: Agreement) -> tuple[Entry, ...]:
    """All lines, printed totals among them."""
    below = _nested(agreement.budget)

    def amount(at: int) -> int | None:
        line = agreement.budget[at]
        if line.amount is not None or line.raw or at not in below:
            return line.amount
        amounts = [amount(each) for each in below[at]]
        return None if None in amounts else sum(each or 0 for each in amounts)

    under = {each: head + 1 for head, parts in below.items() for each in parts}
    return tuple(
        Entry(agreement, line, amount(at), under.get(at), at in below) for at, line in enumerate(agreement.budget)
    )


def top(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those of the highest level that there is; no totals."""
    known = tuple(entries)
    return next((found for level in LEVELS if (found := at_level(known, level))), ())


def at_level(entries: Iterable[Entry], level: str) -> tuple[Entry, ...]:
    """Those of one level."""
    return tuple(each for each in entries if each.line.level == level)


def without_totals(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The lines that are no totals."""
    return tuple(each for each in entries if each.line.level != "total")


def level_unclear(entry: Entry) -> bool:
    """Whether nothing but a column's head that cannot be trusted says which level a line is.

    Such a head names several levels, or another one than the lines that do name theirs.
    """
    heading = entry.agreement.annex.budget_heading if entry.agreement.annex else None
    levels = levels_named(heading or "")
    if not levels or level_named(entry.line.name):
        return False
    return len(levels) > 1 or any(level_named(line.name) not in (None, levels[0]) for line in entry.agreement.budget)


def repeated(entries: Iterable[Entry]) -> list[tuple[Entry, ...]]:
    """Lines that stand in one agreement more than once, under one programme where they are activities."""
    return [group for group in _grouped(entries, lambda each: (each.agreement.id, each.under, each.title)) if group[1:]]


def fraction_of(line: BudgetLine) -> Decimal:
    """What a printed amount has below one rupiah; 0 where the data give another amount than the print."""
    rupiah = parse_rupiah(line.raw) if line.raw else None
    return rupiah.fraction if rupiah and rupiah.amount == line.amount else Decimal(0)


def same_budget(one: Agreement, other: Agreement) -> bool:
    """Whether two agreements are of one budget: one institution, one year, both before or both after its revision."""
    institutions = {normal(each.institution) for each in (one, other) if each.institution}
    years = {each.fiscal_year for each in (one, other) if each.fiscal_year is not None}
    return len(institutions) < 2 and len(years) < 2 and (one.revision is None) == (other.revision is None)  # noqa: PLR2004


def pooled(unit: Agreement, team: Sequence[Agreement], entries: Mapping[str, tuple[Entry, ...]]) -> Pool:
    """The budgets of `team` beside the budget of `unit`, to whom they answer."""
    own = without_totals(entries[unit.id])
    comparable = [each for each in team if same_budget(unit, each)]
    gaps = [messages.OTHER_BUDGET] if len(comparable) < len(team) else []
    gaps += [messages.LINE_TWICE] if repeated(own) else []
    placed: dict[Entry, list[Entry]] = defaultdict(list)
    strangers: list[Entry] = []
    unplaced = False
    for part in comparable:
        theirs = without_totals(entries[part.id])
        gaps += [messages.BUDGET_MISSING] if not theirs else [messages.LINE_TWICE] if repeated(theirs) else []
        for entry, head in _places(theirs, own):
            if head is not None:
                placed[head].append(entry)
            elif level_unclear(entry) or entry.amount is None or not entry.line.name:
                gaps.append(messages.LINES_UNPLACED)
            elif not _same_level(theirs, own):
                unplaced = True
            elif entry.amount:
                strangers.append(entry)
    sums = [Sum("programme", unit, group, tuple(placed[group[0]])) for group in _by_title(own) if group[0] in placed]
    if unplaced and not strangers:
        sums += _whole(unit, comparable, entries)
    levels = {each.line.level for parts in placed.values() for each in parts}
    return Pool(unit, tuple(sums), tuple(strangers), next(iter(gaps), None), unplaced, len(levels) > 1)


def within(agreement: Agreement, entries: tuple[Entry, ...]) -> tuple[Sum, ...]:
    """The sums in one agreement: lines to printed totals, activities to their programme."""
    below = _nested(agreement.budget)
    levels = [
        Sum("level", agreement, (entries[head],), tuple(entries[each] for each in parts))
        for head, parts in below.items()
    ]
    return (*_totals(agreement, entries), *levels)


def _by_title(entries: Iterable[Entry]) -> list[tuple[Entry, ...]]:
    return _grouped(entries, lambda each: each.title)


def _grouped(entries: Iterable[Entry], key: Callable[[Entry], object]) -> list[tuple[Entry, ...]]:
    found: dict[object, list[Entry]] = defaultdict(list)
    for each in entries:
        found[key(each)].append(each)
    return [tuple(group) for group in found.values()]


def _places(theirs: Sequence[Entry], own: Sequence[Entry]) -> Iterator[tuple[Entry, Entry | None]]:
    """Each line of a subordinate with the unit's line that it belongs to, None where there is none."""
    level = _same_level(theirs, own)
    heads = [group[0] for group in _by_title(each for each in own if level is None or _is_of(each, level))]
    comparable = [head for head in heads if level or level_unclear(head)]
    for entry in theirs if level else top(theirs):
        head = _by_name(entry, comparable) or _by_code(entry, heads)
        if level is None or entry.line.level == level or (head is not None and level_unclear(entry)):
            yield entry, head


def _is_of(entry: Entry, level: str) -> bool:
    return entry.line.level == level or level_unclear(entry)


def _same_level(theirs: Sequence[Entry], own: Sequence[Entry]) -> str | None:
    """The highest level that both have."""
    return next((level for level in LEVELS if at_level(own, level) and at_level(theirs, level)), None)


def _by_name(entry: Entry, heads: Sequence[Entry]) -> Entry | None:
    """The line that bears the name; one that nearly does, where no other does."""
    name = entry.line.name
    equal = [head for head in heads if name_words(head.line.name) == name_words(name)]
    of_code = [head for head in equal if head.line.code == entry.line.code]
    if equal:
        return (of_code or equal)[0]
    near = [head for head in heads if same_programme(head.line.name, name)]
    return near[0] if len(near) == 1 else None


def _by_code(entry: Entry, heads: Sequence[Entry]) -> Entry | None:
    """The line with the same code, or the one whose code opens the entry's: 1.02.01 heads 1.02.01.2.05."""
    code = entry.line.code or ""
    heading = [h for h in heads if h.line.code and (code == h.line.code or code.startswith(f"{h.line.code}."))]
    return max(heading, key=lambda head: len(head.line.code or ""), default=None)


def _whole(unit: Agreement, team: Sequence[Agreement], entries: Mapping[str, tuple[Entry, ...]]) -> list[Sum]:
    """All that the team has beside all that the unit has."""
    own = _all_of(entries[unit.id])
    parts = tuple(entry for each in team for entry in _all_of(entries[each.id]))
    return [Sum("whole", unit, own, parts)] if own and parts else []


def _all_of(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The lines that make up a budget, or its total where only that is printed."""
    return top(entries) or tuple(entries[-1:])


def _totals(agreement: Agreement, entries: Sequence[Entry]) -> Iterator[Sum]:
    """Each printed total with the lines above it: all of them, those since the last total, or the totals so far."""
    totals: list[Entry] = []
    since: list[Entry] = []
    for at, entry in enumerate(entries):
        if entry.line.level != "total":
            since.append(entry)
            continue
        above = without_totals(entries[:at]) or _until_a_total(entries[at + 1 :])
        readings = [top(since), top(above), tuple(totals), tuple(since), _unbroken(top(since))]
        sums = [Sum("total", agreement, (entry,), parts) for parts in readings if parts]
        if sums and not entry.blank:
            yield next((each for each in sums if each.difference == 0), sums[0])
        totals.append(entry)
        since = []


def _until_a_total(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    end = next((at for at, entry in enumerate(entries) if entry.line.level == "total"), len(entries))
    return tuple(entries[:end])


def _unbroken(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The lines without those that break down the line before them: that is seen where they add up to it."""
    found: list[Entry] = []
    at = 0
    while at < len(entries):
        found.append(entries[at])
        ends = range(at + 2, len(entries) + 1)
        sums = (end for end in ends if sum(e.amount or 0 for e in entries[at + 1 : end]) == entries[at].amount)
        at = next(sums, at + 1)
    return tuple(found)


def _nested(lines: Sequence[BudgetLine]) -> dict[int, list[int]]:
    """For each line that others break down, by index, those directly below it."""
    found: dict[int, list[int]] = {}
    open_heads: list[int] = []
    for at, line in enumerate(lines):
        if line.level == "total":
            open_heads = []
            continue
        while open_heads and _depth(lines[open_heads[-1]]) >= _depth(line):
            open_heads.pop()
        if open_heads:
            found.setdefault(open_heads[-1], []).append(at)
        open_heads.append(at)
    highest = min(map(_depth, lines), default=0)
    tops = [at for at, line in enumerate(lines) if _depth(line) == highest]
    if len(tops) > 1 and [at for at in tops if at in found] == tops[-1:]:
        # Two tables, programmes and then activities: those at the end are not all the last programme's.
        del found[tops[-1]]
    return found


def _depth(line: BudgetLine) -> int:
    return LEVELS.index(line.level) if line.level != "total" else len(LEVELS)
