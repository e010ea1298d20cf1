"""What changed in the table of objectives: objectives, indicators and targets."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from rapidfuzz.distance import LCSseq

from pkcheck.findings import Subject
from pkcheck.graph import Row, rows_of
from pkcheck.model import Agreement, Indicator, Objective, Target, objective_keys
from pkcheck.pairing import Paired, Pairs
from pkcheck.quantities.numbers import format_number
from pkcheck.quoting import of_row, printed_target, quote_objective, quote_row
from pkcheck.revisions.changes import Change, Field, Side
from pkcheck.revisions.sides import amount_change, text_change, value_change

_Changes = Iterator[Change | None]


def row_changes(old: Agreement, new: Agreement, paired: Paired, ids: Mapping[str, str]) -> tuple[Change, ...]:
    """In the order of the new version, what was dropped after that. `ids` has for old indicators' ids the new ones."""
    objectives, indicators = dict(paired.objectives), dict(paired.indicators)
    before, after = _placed(old), _placed(new)
    old_rows, new_rows = list(rows_of(old)), list(rows_of(new))
    of_new = {b: a for a, b in paired.objectives}
    row_of_new = {b: a for a, b in paired.indicators}
    moved = _out_of_order(paired.objectives)
    moved_rows = _moved_rows(old, new, paired)
    found: list[_Changes] = []
    at = 0
    for number, row in enumerate(after):
        found.append(_objective(before, of_new.get(number), row, moved))
        for _ in row.objective.indicators:
            found.append(_indicator(old_rows, row_of_new.get(at), new_rows[at], moved_rows, ids))
            at += 1
    gone = (Change("dropped", "objective", _said(row), None) for n, row in enumerate(before) if n not in objectives)
    rows_gone = (
        Change("dropped", "indicator", _row_side(row), None) for n, row in enumerate(old_rows) if n not in indicators
    )
    return tuple(each for each in chain(*found, gone, rows_gone) if each is not None)


def _placed(agreement: Agreement) -> list[Row]:
    """The objectives, each as a row without an indicator."""
    keys = objective_keys(agreement.objectives)
    return [
        Row(agreement, each, f"{agreement.id}:{key}", Indicator())
        for key, each in zip(keys, agreement.objectives, strict=True)
    ]


def _objective(before: Sequence[Row], at: int | None, row: Row, moved: frozenset[int]) -> _Changes:
    new = row.objective
    if at is None:
        yield Change("added", "objective", None, _said(row))
        return
    old = before[at].objective
    yield text_change("objective", _said(before[at]), _said(row))
    if old.no != new.no:
        yield Change("renumbered", "objective", _numbered(before[at]), _numbered(row), of=new.text)
    elif at in moved:
        yield Change("moved", "objective", _said(before[at]), _said(row), of=new.text)
    yield value_change("group", _said(before[at], old.group), _said(row, new.group), of=new.text)


def _indicator(
    old_rows: Sequence[Row], at: int | None, row: Row, moved: frozenset[int], ids: Mapping[str, str]
) -> _Changes:
    if at is None:
        yield Change("added", "indicator", None, _row_side(row))
        return
    old, new = old_rows[at], row
    text = new.indicator.text
    yield text_change("indicator", _row_side(old), _row_side(new))
    if at in moved:
        yield Change(
            "moved", "indicator", _row_side(old, old.objective.text), _row_side(new, new.objective.text), of=text
        )
    yield from _target(old, new)
    for field, one, other in _choices(old.indicator, new.indicator, ids):
        yield value_change(field, _stated(old, one), _stated(new, other), of=text)


def _choices(old: Indicator, new: Indicator, ids: Mapping[str, str]) -> Iterator[tuple[Field, str | None, str | None]]:
    yield "is_iku", _flag(old.is_iku), _flag(new.is_iku)
    yield "polarity", old.polarity, new.polarity
    yield "not_cascaded", old.not_cascaded, new.not_cascaded
    one, other = _parents(old, ids), _parents(new, {})
    if one != other:
        yield "derives_from", _listed(_parents(old, {})), _listed(other)


def _flag(given: bool | None) -> str | None:
    return None if given is None else f"is_iku: {str(given).lower()}"


def _parents(indicator: Indicator, ids: Mapping[str, str]) -> tuple[str, ...] | None:
    """What the data derives it from, by `ids`; None where that was left to be inferred."""
    if indicator.inferred or indicator.derives_from is None:
        return None
    return tuple(ids.get(each, each) for each in indicator.derives_from)


def _listed(parents: tuple[str, ...] | None) -> str | None:
    return None if parents is None else ", ".join(parents) or "-"


def _target(old: Row, new: Row) -> _Changes:
    """Value and unit apart; a target that only looks different is respelt."""
    before, after = old.indicator.target or Target(), new.indicator.target or Target()
    text = new.indicator.text
    one, other = _target_side(old), _target_side(new)
    if one is None or other is None:
        yield value_change("target", one, other, of=text)
    else:
        valued = _measured(before) != _measured(after)
        if valued or (before.unit == after.unit and before.raw and after.raw):
            unit = after.unit if before.unit == after.unit else None
            if before.unit != after.unit:
                one, other = _without_value(one), _without_value(other)
            yield amount_change("target", one, other, text, unit)
    yield value_change("unit_of_measure", _measured_in(old, before), _measured_in(new, after), of=text)
    yield value_change("periods", _periods(old, before), _periods(new, after), of=text)
    yield value_change("accumulation", _stated(old, before.accumulation), _stated(new, after.accumulation), of=text)


def _measured(target: Target) -> tuple[object, ...]:
    """What is promised, apart from its unit; the text itself where it could not be read."""
    read = target.value is not None or target.predicate is not None
    also = tuple((each.value, each.unit) for each in target.also)
    said = None if read else " ".join((target.raw or "").split())
    return said, target.value, target.upper, target.sign, target.predicate, target.total, also


def _target_side(row: Row) -> Side | None:
    target, text = row.indicator.target, printed_target(row.indicator.target)
    if target is None or text is None:
        return None
    return Side(of_row(row), text, (quote_row(row),), target.value)


def _without_value(side: Side) -> Side:
    """Values in different units have no difference."""
    return Side(side.subject, side.text, side.evidence)


def _measured_in(row: Row, target: Target) -> Side | None:
    return _stated(row, target.unit, mark=printed_target(target))


def _periods(row: Row, target: Target) -> Side | None:
    text = ", ".join(f"{name}: {format_number(value)}" for name, value in target.periods.items())
    return _stated(row, text or None)


def _stated(row: Row, text: str | None, mark: str | None = None) -> Side | None:
    return None if text is None else Side(of_row(row), text, (quote_row(row, mark),))


def _said(row: Row, text: str | None = "") -> Side | None:
    """An objective, or something that stands with it; None where that is missing."""
    if text is None:
        return None
    shown = text or row.objective.text
    return Side(_of_objective(row), shown, (quote_objective(row),))


def _numbered(row: Row) -> Side:
    number = row.objective.no
    return Side(_of_objective(row), "" if number is None else str(number), (quote_objective(row),))


def _of_objective(row: Row) -> Subject:
    return Subject("objective", row.objective_id, row.agreement.id, row.agreement.unit or "")


def _row_side(row: Row, text: str | None = None) -> Side:
    """An indicator by its own text; in a move by that of its objective."""
    return Side(of_row(row), row.indicator.text if text is None else text, (quote_row(row, row.indicator.text),))


def _moved_rows(old: Agreement, new: Agreement, paired: Paired) -> frozenset[int]:
    """Indices of old indicators that stand under another objective, or in another order under the same."""
    objectives = dict(paired.objectives)
    before, after = _objective_of_rows(old.objectives), _objective_of_rows(new.objectives)
    elsewhere = {a for a, b in paired.indicators if objectives.get(before[a]) != after[b]}
    together = [(a, b) for a, b in paired.indicators if a not in elsewhere]
    reordered: set[int] = set()
    for objective in set(before):
        reordered |= _out_of_order(tuple((a, b) for a, b in together if before[a] == objective))
    return frozenset(elsewhere | reordered)


def _objective_of_rows(objectives: Sequence[Objective]) -> list[int]:
    """For each indicator, counted through the agreement, the index of its objective."""
    return [at for at, objective in enumerate(objectives) for _ in objective.indicators]


def _out_of_order(pairs: Pairs) -> frozenset[int]:
    """The fewest old indices that must be moved for the rest to stand in the order of the new version."""
    before = [a for a, _ in pairs]
    after = [a for a, _ in sorted(pairs, key=lambda each: each[1])]
    return frozenset(before[each.src_pos] for each in LCSseq.editops(before, after) if each.tag == "delete")
