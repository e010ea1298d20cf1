"""Which part of a reference is meant for which agreement: by institution and year, by unit, by programme or indicator.

Where that is open (no such unit, two that fit) the reason is given instead: nobody is held against what may be another's.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from rapidfuzz import fuzz

from pkcheck import messages
from pkcheck.cascade import SAME_INDICATOR
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement
from pkcheck.positions import office, same_office
from pkcheck.programmes import same_programme
from pkcheck.reference.model import BudgetDocument, Ceiling, Chart, KeyIndicator, PlannedIndicator
from pkcheck.superiors import Office
from pkcheck.texts import Text
from pkcheck.wording import changed_words, normal

Group = tuple[Agreement, ...]


class _Document(Protocol):
    @property
    def institution(self) -> str | None: ...


class _OfUnit(Protocol):
    @property
    def unit(self) -> str | None: ...


_D = TypeVar("_D", bound=_Document)
_E = TypeVar("_E", bound=_OfUnit)


def groups_of(whole: AgreementSet) -> Iterator[Group]:
    """The agreements of each institution and year, those of before a revision apart from those of after it."""
    for agency in whole.agencies:
        found: dict[tuple[int | None, bool], list[Agreement]] = defaultdict(list)
        for each in agency:
            found[each.fiscal_year, each.revision is not None].append(each)
        yield from (tuple(each) for each in found.values())


def budget_documents_of(whole: AgreementSet, group: Group) -> list[BudgetDocument]:
    """The budget documents of a group: the first ones, for revised agreements those of the last revision."""
    documents = _of_house(whole, group, whole.reference.budget_document)
    own = [each for each in documents if each.fiscal_year == group[0].fiscal_year]
    if group[0].revision is None:
        return [each for each in own if not each.revision]
    last = max((each.revision for each in own if each.revision), default=None)
    return [each for each in own if last is not None and each.revision == last]


def approval_of(whole: AgreementSet, group: Group) -> BudgetDocument | None:
    """The budget document that was approved last, of those of the group whose day of approval is given."""
    dated = [each for each in budget_documents_of(whole, group) if each.approved_on]
    return max(dated, key=lambda each: each.approved_on or datetime.date.min, default=None)


def ceilings_of(whole: AgreementSet) -> dict[str, tuple[Ceiling, ...] | Text]:
    """For every agreement the ceilings of its unit, or why there are none to compare with."""
    return _entries(whole, lambda group: budget_documents_of(whole, group), lambda each: each.ceilings)


def planned_of(whole: AgreementSet) -> dict[str, tuple[PlannedIndicator, ...] | Text]:
    """For every agreement the planned indicators of its unit, or why there are none."""
    return _entries(whole, lambda group: _of_house(whole, group, whole.reference.plan), lambda each: each.indicators)


def key_indicators_of(whole: AgreementSet) -> dict[str, tuple[KeyIndicator, ...] | Text]:
    """For every agreement the official key indicators of its unit, or why there are none."""

    def lists(group: Group) -> Sequence["_Listed"]:
        own = _of_house(whole, group, whole.reference.iku)
        return [each for each in own if each.fiscal_year in (None, group[0].fiscal_year)]

    return _entries(whole, lists, lambda each: each.indicators)


def charts_of(whole: AgreementSet, group: Group) -> list[Chart]:
    """The organisation charts of the group's institution."""
    return _of_house(whole, group, whole.reference.chart)


def ceiling_of(programme: str, ceilings: Sequence[Ceiling]) -> tuple[Ceiling, ...] | Text:
    """The ceilings for one programme, () where there are none: by name, or by a name that can be meant alone."""
    exact = tuple(each for each in ceilings if normal(each.programme) == normal(programme))
    near = exact or tuple(each for each in ceilings if same_programme(each.programme, programme))
    return near if len({normal(each.programme) for each in near}) <= 1 else messages.REFERENCE_UNCLEAR


def same_indicator(one: str, other: str) -> bool:
    """Whether two texts are the same indicator but for case, spacing, abbreviations, function words and slips."""
    return bool(normal(one)) and changed_words(one, other) == ((), ())


def similar_indicator(one: str, other: str) -> bool:
    """Whether one text may be the other in other words."""
    return same_indicator(one, other) or fuzz.token_sort_ratio(normal(one), normal(other)) >= SAME_INDICATOR * 100


class Units:
    """The units of a group by their names: id, head of the annex, position of who signs."""

    def __init__(self, group: Group, whole: AgreementSet) -> None:
        self._institution = group[0].institution
        self._heads = tuple(each for each in group if whole.superiors[each.id].status == "top")
        self._known: list[Mapping[object, list[Agreement]]] = [
            _index(group, lambda each: [each.id]),
            _index(group, lambda each: [normal(each.unit)] if each.unit else []),
            _index(group, _offices),
        ]

    def find(self, unit: str | None) -> Group:
        """The agreements that a name means; those of the heads where it is the institution's, or none is given."""
        if unit is None or normal(unit) == normal(self._institution or ""):
            return self._heads
        own = office(unit, self._institution)
        for known, key in zip(self._known, (unit, normal(unit), own), strict=True):
            if key in known:
                return tuple(known[key])
        alike = [each for key, found in self._known[-1].items() if same_office(key, own) for each in found]
        return tuple({each.id: each for each in alike}.values())


class _Listed(Protocol):
    @property
    def institution(self) -> str | None: ...
    @property
    def indicators(self) -> tuple[KeyIndicator, ...]: ...


def _offices(agreement: Agreement) -> list[Office]:
    """The unit as its head names it, and as the position does: "Kepala Bagian Umum" heads the "Bagian Umum"."""
    party = agreement.first_party
    found = [
        office(each, agreement.institution) for each in (agreement.unit, party.position if party else None) if each
    ]
    return list(dict.fromkeys((*found, *(each[1:] for each in found if each[0] == "kepala" and len(each) > 1))))


def _index(group: Group, names: Callable[[Agreement], Sequence[object]]) -> dict[object, list[Agreement]]:
    found: dict[object, list[Agreement]] = defaultdict(list)
    for agreement in group:
        for name in names(agreement):
            found[name].append(agreement)
    return dict(found)


def _entries(
    whole: AgreementSet, documents: Callable[[Group], Sequence[_D]], entries: Callable[[_D], Sequence[_E]]
) -> dict[str, tuple[_E, ...] | Text]:
    found: dict[str, tuple[_E, ...] | Text] = {}
    for group in groups_of(whole):
        own = documents(group)
        units = Units(group, whole)
        held: dict[str, list[_E]] = defaultdict(list)
        unclear: set[str] = set()
        for entry in (entry for each in own for entry in entries(each)):
            meant = units.find(entry.unit)
            for agreement in meant:
                held[agreement.id].append(entry)
            unclear |= {each.id for each in meant} if len(meant) > 1 else set()
        absent = messages.NOT_IN_REFERENCE if own else messages.REFERENCE_OF_OTHERS
        for agreement in group:
            known = tuple(held[agreement.id]) or absent
            found[agreement.id] = messages.REFERENCE_UNCLEAR if agreement.id in unclear else known
    return found


def _of_house(whole: AgreementSet, group: Group, documents: Sequence[_D]) -> list[_D]:
    """The documents of the group's institution; what names none is that of the only one that is checked."""
    alone = len(whole.agencies) == 1
    own = normal(group[0].institution or "")
    return [each for each in documents if _same_house(normal(each.institution or ""), own, alone=alone)]


def _same_house(one: str, other: str, *, alone: bool) -> bool:
    if one == other and one:
        return True
    a, b = set(one.split()), set(other.split())
    return alone and (a <= b or b <= a)
