"""The units of a recorded outcome as they are drawn: under whom they stand, what was found there, what money they have."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pkcheck import page_texts as words
from pkcheck.findings import FindingRecord
from pkcheck.programmes import LEVELS
from pkcheck.record import AgreementRecord, BudgetRecord, OutcomeRecord, Recorded, SumRecord
from pkcheck.texts import Lang

Level = Literal["error", "warning", "judgement", "info", "none", "missing"]
GRAVEST_FIRST: tuple[Level, ...] = ("error", "warning", "judgement", "info")


@dataclass(frozen=True, slots=True)
class Budget:
    """All that a unit has, in whole rupiah, as far as it was read; None where no amount was. `lines` counts its lines."""

    amount: int | None
    lines: int
    complete: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; `parent` is the index of its superior. One that is named and has no agreement has no `agreement`.

    `counts` has how many findings of each level there are, `unchecked` how many matters could not be judged; `sums` are
    those that put its subordinates' budgets beside its own.
    """

    key: str
    agreement: AgreementRecord | None
    title: str
    holder: str | None
    parent: int | None
    counts: Mapping[Level, int]
    unchecked: int
    budget: Budget
    sums: tuple[SumRecord, ...]

    @property
    def worst(self) -> Level:
        """The gravest level of what was found."""
        if self.agreement is None:
            return "missing"
        return next((each for each in GRAVEST_FIRST if self.counts.get(each)), "none")


def level_of(finding: FindingRecord) -> Level:
    """What a finding is shown as: its severity where it is definite, else that it needs judgement, however grave."""
    return "judgement" if finding.certainty == "judgement" else finding.severity.value


def unit_key(number: int) -> str:
    """The id of an agreement's part of a page, by its place among the agreements."""
    return f"u{number}"


def units_of(recorded: Recorded) -> tuple[Unit, ...]:
    """The units in force in the set's order, those without an agreement after them."""
    outcome = recorded.outcome
    numbers = {each.id: number for number, each in enumerate(outcome.agreements)}
    present = [each for each in outcome.agreements if each.replaced_by is None]
    places = {each.id: at for at, each in enumerate(present)}
    parents: list[int | None] = [places.get(each.supervisor or "") for each in present]
    for at, missing in enumerate(outcome.missing_units or (), len(present)):
        for name in missing.subordinates:
            if name in places:
                parents[places[name]] = at
        parents.append(places.get(missing.under[0]) if len(missing.under) == 1 else None)
    parents = _without_circles(parents)
    counts, unchecked, sums = _counts(outcome.findings), unchecked_of(outcome), _sums(outcome)
    units = [
        Unit(
            key=unit_key(numbers[each.id]),
            agreement=each,
            title=each.position or each.unit or each.id,
            holder=each.holder,
            parent=parents[at],
            counts=counts.get(each.id, {}),
            unchecked=unchecked.get(each.id, 0),
            budget=budget_of(each.budget),
            sums=sums.get(each.id, ()),
        )
        for at, each in enumerate(present)
    ]
    nothing = Budget(None, 0, complete=False)
    for at, missing in enumerate(outcome.missing_units or (), len(present)):
        units.append(Unit(f"m{at}", None, missing.position, None, parents[at], {}, 0, nothing, ()))
    return tuple(units)


def budget_of(lines: Sequence[BudgetRecord] | None) -> Budget:
    """The lines of the highest level added up; the last printed total where there are no others."""
    known = lines or ()
    levels = [[each for each in known if each.level == level] for level in LEVELS]
    top = next((each for each in levels if each), list(known[-1:]))
    read = [each.amount for each in top if each.amount is not None]
    return Budget(sum(read) if read else None, len(top), complete=len(read) == len(top))


def budget_words(unit: Unit, lang: Lang) -> str:
    """The budget in words; what was not read is told so."""
    budget = unit.budget
    if unit.agreement is None or unit.agreement.budget is None:
        return words.BUDGET_UNKNOWN.say(lang)
    if budget.amount is None:
        return (words.BUDGET_UNREAD if budget.lines else words.BUDGET_NONE).say(lang)
    if budget.complete:
        return rupiah(budget.amount, lang)
    return words.BUDGET_PARTLY.say(lang, amount=budget.amount)


def balance_words(unit: Unit, lang: Lang) -> str | None:
    """How the subordinates' budgets stand to the unit's own; None where nothing is put beside it."""
    if not unit.sums:
        return None
    if any(each.difference is None or each.obstacle or each.gap for each in unit.sums):
        return words.NOT_JUDGED.say(lang)
    differences = [each.difference or 0 for each in unit.sums]
    over, under = (sum(each for each in differences if sign * each > 0) for sign in (1, -1))
    told = [words.TOO_MUCH.say(lang, amount=over)] if over else []
    told += [words.TOO_LITTLE.say(lang, amount=-under)] if under else []
    return "; ".join(told) or words.BALANCED.say(lang)


def count_words(counts: Mapping[Level, int], lang: Lang) -> str:
    """`2 kesalahan, 3 perlu pertimbangan`; that there is none where there is none."""
    told = [
        words.COUNT.say(lang, count=counts[each], what=words.LEVELS[each]) for each in GRAVEST_FIRST if counts.get(each)
    ]
    return ", ".join(told) or words.LEVELS["none"].say(lang)


def unchecked_of(outcome: OutcomeRecord) -> dict[str, int]:
    """How many subjects of each agreement at least one rule could not judge."""
    found = {(miss.agreement, each.kind, miss.subject) for each in outcome.coverage for miss in each.not_checked}
    return Counter(agreement for agreement, _, _ in found)


def rupiah(amount: int, lang: Lang) -> str:
    """An amount in the reader's style."""
    from pkcheck.quantities.money import format_rupiah

    return format_rupiah(amount, lang)


def _counts(findings: Iterable[FindingRecord]) -> dict[str, Counter[Level]]:
    found: dict[str, Counter[Level]] = defaultdict(Counter)
    for each in findings:
        found[each.agreement][level_of(each)] += 1
    return found


def _sums(outcome: OutcomeRecord) -> dict[str, tuple[SumRecord, ...]]:
    return {
        each.unit: tuple(one for one in each.sums if one.kind in ("programme", "whole"))
        for each in outcome.rollups or ()
    }


def _without_circles(parents: Sequence[int | None]) -> list[int | None]:
    """The same parents; who would stand under himself stands at the top."""
    found = list(parents)
    for start in range(len(found)):
        seen = {start}
        at = found[start]
        while at is not None and at not in seen:
            seen.add(at)
            at = found[at]
        if at == start:
            found[start] = None
    return found
