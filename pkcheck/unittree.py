"""The units of a set as a tree to be drawn: who stands under whom, with the units that are named and have no agreement."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pkcheck import report_texts as words
from pkcheck.display import visible
from pkcheck.graph import AgreementSet, MissingUnit
from pkcheck.model import Agreement
from pkcheck.rollup import lines_of
from pkcheck.superiors import Superior
from pkcheck.texts import Lang


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its agreement, or one that lacks it. `number` is its place in the tree, `parent` its superior's."""

    number: int
    agreement: Agreement | None
    missing: MissingUnit | None
    parent: int | None


def units_of(whole: AgreementSet) -> tuple[Unit, ...]:
    """The units in the set's order, those without an agreement after them. Nobody stands under himself."""
    numbers = {agreement.id: number for number, agreement in enumerate(whole.agreements)}
    orphans = {name: len(numbers) + at for at, each in enumerate(whole.missing) for name in each.orphans}
    parents: dict[int, int | None] = {}
    for agreement in whole.agreements:
        superior = whole.superiors[agreement.id].id
        parents[numbers[agreement.id]] = orphans.get(agreement.id) if superior is None else numbers[superior]
    for at, missing in enumerate(whole.missing, len(numbers)):
        above = numbers[missing.under[0]] if len(missing.under) == 1 else None
        parents[at] = None if above is None or at in _above(above, parents) else above
    present = [Unit(at, each, None, parents[at]) for at, each in enumerate(whole.agreements)]
    absent = [Unit(at, None, each, parents[at]) for at, each in enumerate(whole.missing, len(numbers))]
    return (*present, *absent)


def branches(units: Sequence[Unit]) -> Mapping[int | None, Sequence[Unit]]:
    """The units under each number; those without a superior in the tree under None."""
    below: dict[int | None, list[Unit]] = defaultdict(list)
    for unit in units:
        below[unit.parent].append(unit)
    return below


def title_of(unit: Unit, lang: Lang) -> str:
    """`Position — Name (id)`, or the position that lacks an agreement."""
    if unit.missing is not None:
        return f"{visible(unit.missing.position)} {words.UNIT_MISSING.say(lang)}"
    return agreement_title(unit.agreement) if unit.agreement else ""


def agreement_title(agreement: Agreement) -> str:
    """`Position — Name (id)`."""
    party = agreement.first_party
    office = (party.position if party else None) or agreement.unit
    who = " — ".join(visible(part) for part in (office, party.name if party else None) if part)
    return f"{who} ({visible(agreement.id)})" if who else visible(agreement.id)


def link_words(unit: Unit, whole: AgreementSet, lang: Lang) -> str:
    """How the unit's superior is known, in a few words."""
    if unit.agreement is not None:
        replaces = [visible(name) for name, last in whole.replaced.items() if last == unit.agreement.id]
        also = [words.LINK_REPLACES.say(lang, agreements=replaces)] if replaces else []
        return "; ".join([*_link_parts(whole.superiors[unit.agreement.id], lang), *also])
    under = unit.missing.under if unit.missing and unit.parent is None else ()
    return words.LINK_PERHAPS.say(lang, units=[visible(each) for each in under]) if under else ""


def superior_words(superior: Superior, lang: Lang) -> str:
    """How a superior is known, in a few words."""
    return "; ".join(_link_parts(superior, lang))


def budget_words(agreement: Agreement, lang: Lang) -> str:
    """The budget's total, as far as it was read."""
    amounts = [line.amount for line in lines_of(agreement)]
    read = [amount for amount in amounts if amount is not None]
    if not read:
        return words.TREE_NO_BUDGET.say(lang)
    text = words.TREE_BUDGET if len(read) == len(amounts) else words.TREE_BUDGET_PARTLY
    return text.say(lang, amount=sum(read))


def count_words(agreement: Agreement, whole: AgreementSet, lang: Lang) -> str:
    """Budget, indicators, how many subordinates took up, and how many derive from the superior's."""
    indicators = [each.id for each in agreement.indicators()]
    return words.TREE_COUNTS.say(
        lang,
        budget=budget_words(agreement, lang),
        indicators=len(indicators),
        handed=sum(each in whole.takers for each in indicators),
        derived=sum(each in whole.derivations for each in indicators),
    )


def _link_parts(superior: Superior, lang: Lang) -> Iterator[str]:
    if superior.status != "found":
        yield _STATUS[superior.status].say(lang)
        return
    if superior.given:
        yield words.LINK_GIVEN.say(lang)
    named = sum(each.agreement == superior.id and each.place != "data" for each in superior.claims)
    if named:
        yield words.LINK_NAMED.say(lang, places=named)
    if superior.quoted:
        yield words.LINK_QUOTED.say(lang, share=round(superior.quoted * 100))


_STATUS = {
    "top": words.LINK_TOP,
    "missing": words.LINK_MISSING,
    "unknown": words.LINK_UNKNOWN,
    "circular": words.LINK_CIRCULAR,
}


def _above(number: int, parents: Mapping[int, int | None]) -> set[int]:
    """`number` and everything above it."""
    found: set[int] = set()
    at: int | None = number
    while at is not None and at not in found:
        found.add(at)
        at = parents.get(at)
    return found
