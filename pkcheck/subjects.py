"""What a rule's coverage counts: every subject of a kind in a set, by its id; also of agreements that were replaced."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from pkcheck.findings import Subject, SubjectKind
from pkcheck.graph import AgreementSet, Link, Row, Team, links_of, rows_of, teams_of
from pkcheck.model import objective_keys
from pkcheck.quoting import of_agreement, of_budget, of_link, of_party, of_row, of_unit


def subjects_of(whole: AgreementSet, kind: SubjectKind, hands: type) -> dict[str, Subject]:
    """Every subject of `kind`; a rule that is handed links or teams looks at rows below the top, or at leading units."""
    found: Iterator[Subject]
    if hands is Link and kind == "indicator":
        found = (of_row(row) for row in rows_below_the_top(whole))
    elif hands is Team and kind == "unit":
        found = (of_unit(team.unit) for team in teams_of(whole))
    else:
        found = _SUBJECTS[kind](whole)
    return {each.id: each for each in found}


def rows_below_the_top(whole: AgreementSet) -> Iterator[Row]:
    """The indicators that could derive from a superior's."""
    return (row for row in whole.rows.values() if whole.superiors[row.agreement.id].status != "top")


def _parties(whole: AgreementSet) -> Iterator[Subject]:
    for each in whole.given:
        yield of_party(each, "first")
        if each.kind != "sole":
            yield of_party(each, "second")


def _objectives(whole: AgreementSet) -> Iterator[Subject]:
    for each in whole.given:
        for key in objective_keys(each.objectives):
            yield Subject("objective", f"{each.id}:{key}", each.id, each.unit or "")


_SUBJECTS: Mapping[SubjectKind, Callable[[AgreementSet], Iterator[Subject]]] = MappingProxyType(
    {
        "agreement": lambda whole: (of_agreement(each) for each in whole.given),
        "unit": lambda whole: (of_unit(each) for each in whole.given),
        "party": _parties,
        "objective": _objectives,
        "indicator": lambda whole: (of_row(row) for each in whole.given for row in rows_of(each)),
        "budget": lambda whole: (of_budget(each, line) for each in whole.given for line in each.budget),
        "derivation": lambda whole: (of_link(link) for row in whole.rows.values() for link in links_of(whole, row)),
    }
)
