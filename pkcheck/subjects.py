"""What a rule's coverage counts: every subject of a kind in a set, by its id; also of agreements that were replaced."""

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType

from pkcheck.findings import Subject, SubjectKind
from pkcheck.graph import AgreementSet, Link, Row, Team, links_of
from pkcheck.model import Agreement, objective_keys
from pkcheck.quoting import of_agreement, of_budget, of_link, of_party, of_row, of_unit


class Subjects:
    """The subjects of one set, counted once for all rules that look at the same ones."""

    def __init__(self, whole: AgreementSet) -> None:
        self._whole = whole
        self._ids: dict[tuple[SubjectKind, type | None], Collection[str]] = {}

    def ids(self, kind: SubjectKind, hands: type) -> Collection[str]:
        """The id of every subject of `kind`.

        A rule that is handed links or teams looks at rows below the top, or at leading units.
        """
        narrowed = _narrowed(kind, hands)
        key = kind, narrowed
        if key not in self._ids:
            self._ids[key] = self._found(kind, narrowed)
        return self._ids[key]

    def replaced(self, kind: SubjectKind, hands: type) -> tuple[Subject, ...]:
        """What stands in agreements that a revision replaces: nobody is held to it any more."""
        whole = self._whole
        if not whole.replaced:
            return ()
        return tuple(each for each in subjects_of(whole, kind, hands).values() if each.agreement in whole.replaced)

    def _found(self, kind: SubjectKind, narrowed: type | None) -> Collection[str]:
        whole = self._whole
        if narrowed is Link:
            return {row.indicator.id for row in rows_below_the_top(whole)}
        if narrowed is Team:
            return {team.unit.id for team in whole.teams}
        if kind == "derivation":
            return {of_link(link).id for row in whole.rows.values() for link in links_of(whole, row)}
        return {name for each in whole.given for name in _IDS[kind](whole, each)}


def subjects_of(whole: AgreementSet, kind: SubjectKind, hands: type) -> dict[str, Subject]:
    """Every subject of `kind`, as `Subjects.ids` counts them."""
    found: Iterator[Subject]
    if hands is Link and kind == "indicator":
        found = map(of_row, rows_below_the_top(whole))
    elif hands is Team and kind == "unit":
        found = (of_unit(team.unit) for team in whole.teams)
    elif kind == "derivation":
        found = (of_link(link) for row in whole.rows.values() for link in links_of(whole, row))
    else:
        found = (each for agreement in whole.given for each in _SUBJECTS[kind](whole, agreement))
    return {each.id: each for each in found}


def _narrowed(kind: SubjectKind, hands: type) -> type | None:
    """The view of the set that narrows what is counted to what stands in it, and so in agreements in force."""
    return hands if (hands, kind) in ((Link, "indicator"), (Team, "unit")) else None


def rows_below_the_top(whole: AgreementSet) -> Iterator[Row]:
    """The indicators that could derive from a superior's."""
    for agreement in whole.agreements:
        if whole.superiors[agreement.id].status != "top":
            yield from whole.rows_by_agreement[agreement.id]


def _parties(_: AgreementSet, agreement: Agreement) -> Iterator[Subject]:
    yield of_party(agreement, "first")
    if agreement.kind != "sole":
        yield of_party(agreement, "second")


def _objectives(_: AgreementSet, agreement: Agreement) -> Iterator[Subject]:
    for key in objective_keys(agreement.objectives):
        yield Subject("objective", f"{agreement.id}:{key}", agreement.id, agreement.unit or "")


_SUBJECTS: Mapping[SubjectKind, Callable[[AgreementSet, Agreement], Iterator[Subject]]] = MappingProxyType(
    {
        "agreement": lambda _, each: iter((of_agreement(each),)),
        "unit": lambda _, each: iter((of_unit(each),)),
        "party": _parties,
        "objective": _objectives,
        "indicator": lambda whole, each: map(of_row, whole.rows_by_agreement[each.id]),
        "budget": lambda _, each: (of_budget(each, line) for line in each.budget),
    }
)
_IDS: Mapping[SubjectKind, Callable[[AgreementSet, Agreement], Iterator[str]]] = MappingProxyType(
    {
        "agreement": lambda _, each: iter((each.id,)),
        "unit": lambda _, each: iter((each.id,)),
        "party": lambda _, each: iter((f"{each.id}:first", f"{each.id}:second")[: 1 if each.kind == "sole" else 2]),
        "objective": lambda _, each: (f"{each.id}:{key}" for key in objective_keys(each.objectives)),
        "indicator": lambda _, each: (row.id for row in each.indicators()),
        "budget": lambda _, each: (f"{each.id}:budget.{n}" for n in range(1, len(each.budget) + 1)),
    }
)
