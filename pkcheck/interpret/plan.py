"""The action plan behind an annex: targets by month or quarter for its indicators, and for others that stand below them."""

from collections.abc import Sequence

from pkcheck.documents.document import Row
from pkcheck.interpret.annex import indicator_of
from pkcheck.interpret.parts import Part
from pkcheck.interpret.rows import ObjectiveTable
from pkcheck.interpret.tables import head_of, is_number_row
from pkcheck.model import Indicator, Objective, Target
from pkcheck.quantities.numbers import NumberStyle
from pkcheck.wording import normal


def read_plan(parts: Sequence[Part], style: NumberStyle | None) -> tuple[Indicator, ...]:
    """The rows that have targets by period; ids are still to be given."""
    rows: list[Indicator] = []
    for part in parts:
        table = ObjectiveTable()
        is_open = False
        for row in (item.row for item in part.items if item.row is not None):
            is_open = _take(row, table, is_open=is_open)
        found = (indicator_of("plan", each, style) for objective in table.objectives for each in objective.indicators)
        rows.extend(each for each in found if each.target and each.target.periods)
    return tuple(rows)


def _take(row: Row, table: ObjectiveTable, *, is_open: bool) -> bool:
    """Give `row` to the table; True once its head has been seen."""
    head = head_of(row)
    if head is not None:
        if head.kind == "objectives":
            table.start(head, row.source)
        return head.kind == "objectives"
    if is_open and not is_number_row(row):
        table.add(row)
    return is_open


def with_plan(
    agreement: str, objectives: tuple[Objective, ...], plan: Sequence[Indicator]
) -> tuple[tuple[Objective, ...], tuple[Indicator, ...]]:
    """The objectives, whose indicators have the periods that the plan gives them, and the plan's rows that are none of them.

    A row is an indicator's where text and target are the same.
    """
    left = list(plan)
    made = tuple(
        objective.model_copy(update={"indicators": tuple(_with_periods(each, left) for each in objective.indicators)})
        for objective in objectives
    )
    named = (row.model_copy(update={"id": f"{agreement}:plan.{number}"}) for number, row in enumerate(left, 1))
    return made, tuple(named)


def _with_periods(indicator: Indicator, left: list[Indicator]) -> Indicator:
    own = indicator.target
    if own is None or own.periods:
        return indicator
    for row in left:
        if row.target and normal(row.text) == normal(indicator.text) and _same_year(row.target, own):
            left.remove(row)
            return indicator.model_copy(update={"target": own.model_copy(update={"periods": row.target.periods})})
    return indicator


def _same_year(one: Target, other: Target) -> bool:
    return (one.value, one.predicate) == (other.value, other.predicate)
