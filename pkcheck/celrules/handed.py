"""What a condition is handed: the subjects of a set, one by one, each with its variables and the places to quote.

| for | variables |
| --- | --- |
| agreement | `agreement` |
| unit | `unit` (the agreement of the unit), `children` (the agreements that answer to it), `superior` (or null) |
| objective | `objective`, `agreement` |
| indicator | `indicator`, `target`, `objective`, `agreement` |
| derivation | `child` and `parent`, each with `indicator`, `target`, `objective` and `agreement` |
| budget | `line`, `agreement` |

Their fields are those of the agreement data (`pkcheck schema`), all of them, null where absent. Superiors and
derivations that were inferred are filled in. Dates are texts such as "2024-03-01".
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pydantic import BaseModel

from pkcheck.celrules.form import Kind
from pkcheck.findings import Evidence, Subject
from pkcheck.graph import AgreementSet, Row, annotated, links_of
from pkcheck.model import Agreement, Indicator, objective_keys
from pkcheck.quoting import (
    of_agreement,
    of_budget,
    of_link,
    of_objective,
    of_row,
    of_unit,
    quote_agreement,
    quote_budget,
    quote_objective,
    quote_row,
    quote_unit,
)

Handed = BaseModel | None | tuple[BaseModel, ...] | Mapping[str, BaseModel | None]


@dataclass(frozen=True, slots=True)
class Case:
    """One subject with what a condition over it is handed, and the places that show it."""

    subject: Subject
    variables: Mapping[str, Handed]
    evidence: tuple[Evidence, ...]


VARIABLES: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        "agreement": ("agreement",),
        "unit": ("unit", "children", "superior"),
        "objective": ("objective", "agreement"),
        "indicator": ("indicator", "target", "objective", "agreement"),
        "derivation": ("child", "parent"),
        "budget": ("line", "agreement"),
    }
)


def cases_of(kind: Kind, whole: AgreementSet) -> Iterator[Case]:
    """Every subject of `kind`, in printed order."""
    yield from _CASES[kind](whole, {each.id: each for each in annotated(whole)})


_Full = Mapping[str, Agreement]


def _agreements(whole: AgreementSet, full: _Full) -> Iterator[Case]:
    for each in whole.agreements:
        yield Case(of_agreement(each), {"agreement": full[each.id]}, (quote_agreement(each),))


def _units(whole: AgreementSet, full: _Full) -> Iterator[Case]:
    for each in whole.agreements:
        superior = whole.superior(each)
        variables: dict[str, Handed] = {
            "unit": full[each.id],
            "children": tuple(full[child.id] for child in whole.subordinates[each.id]),
            "superior": full[superior.id] if superior else None,
        }
        yield Case(of_unit(each), variables, (quote_unit(each) if each.unit else quote_agreement(each),))


def _objectives(whole: AgreementSet, full: _Full) -> Iterator[Case]:
    for each in whole.agreements:
        for row, variables in _headed_rows(each, full[each.id]):
            yield Case(of_objective(row), variables, (quote_objective(row),))


def _headed_rows(agreement: Agreement, full: Agreement) -> Iterator[tuple[Row, Mapping[str, Handed]]]:
    """A row for each objective, those without an indicator too."""
    keys = objective_keys(agreement.objectives)
    for key, objective, filled in zip(keys, agreement.objectives, full.objectives, strict=True):
        first = objective.indicators[0] if objective.indicators else Indicator()
        row = Row(agreement, objective, f"{agreement.id}:{key}", first)
        yield row, {"objective": filled, "agreement": full}


def _indicators(whole: AgreementSet, full: _Full) -> Iterator[Case]:
    known = _full_rows(full)
    for row in whole.rows.values():
        yield Case(of_row(row), known[row.id], (quote_row(row),))


def _derivations(whole: AgreementSet, full: _Full) -> Iterator[Case]:
    known = _full_rows(full)
    for row in whole.rows.values():
        for link in links_of(whole, row):
            variables = {"child": known[link.child.id], "parent": known[link.parent.id]}
            yield Case(of_link(link), variables, (quote_row(link.child), quote_row(link.parent)))


def _full_rows(full: _Full) -> dict[str, Mapping[str, BaseModel | None]]:
    return {
        each.id: {"indicator": each, "target": each.target, "objective": objective, "agreement": agreement}
        for agreement in full.values()
        for objective in agreement.objectives
        for each in objective.indicators
    }


def _budget(whole: AgreementSet, full: _Full) -> Iterator[Case]:
    for each in whole.agreements:
        for line in each.budget:
            variables = {"line": line, "agreement": full[each.id]}
            yield Case(of_budget(each, line), variables, (quote_budget(each, line),))


_CASES: Mapping[Kind, Callable[[AgreementSet, _Full], Iterator[Case]]] = MappingProxyType(
    {
        "agreement": _agreements,
        "unit": _units,
        "objective": _objectives,
        "indicator": _indicators,
        "derivation": _derivations,
        "budget": _budget,
    }
)
