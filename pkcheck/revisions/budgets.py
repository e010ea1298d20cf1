"""What changed in the budget: lines, their names, levels, codes and amounts. The order of the lines says nothing."""

from collections.abc import Iterator

from pkcheck.model import Agreement, BudgetLine
from pkcheck.pairing import Paired
from pkcheck.quantities.money import format_rupiah
from pkcheck.quoting import of_budget, quote_budget
from pkcheck.revisions.changes import Change, Side
from pkcheck.revisions.sides import amount_change, text_change, value_change


def budget_changes(old: Agreement, new: Agreement, paired: Paired) -> tuple[Change, ...]:
    """In the order of the new version, what was dropped after that."""
    partner = {b: a for a, b in paired.budget}
    found: list[Change | None] = []
    for at, line in enumerate(new.budget):
        if at in partner:
            found.extend(_line(old, old.budget[partner[at]], new, line))
        else:
            found.append(Change("added", "budget_line", None, _named(new, line)))
    kept = dict(paired.budget)
    gone = (line for at, line in enumerate(old.budget) if at not in kept)
    found.extend(Change("dropped", "budget_line", _named(old, line), None) for line in gone)
    return tuple(each for each in found if each is not None)


def _line(old: Agreement, before: BudgetLine, new: Agreement, after: BudgetLine) -> Iterator[Change | None]:
    of = after.name or after.code or after.raw
    yield text_change("budget_line", _named(old, before), _named(new, after))
    yield value_change("code", _side(old, before, before.code), _side(new, after, after.code), of=of)
    yield value_change("level", _side(old, before, before.level), _side(new, after, after.level), of=of)
    one, other = _amount(old, before), _amount(new, after)
    if one is None or other is None:
        yield value_change("amount", one, other, of=of)
    elif before.amount != after.amount or (before.raw and after.raw):
        yield amount_change("amount", one, other, of or "", "rupiah")


def _named(agreement: Agreement, line: BudgetLine) -> Side:
    return Side(of_budget(agreement, line), line.name, (quote_budget(agreement, line, line.name),), line.amount)


def _amount(agreement: Agreement, line: BudgetLine) -> Side | None:
    """The amount as printed; one that could not be read has no value."""
    if line.raw is None and line.amount is None:
        return None
    text = line.raw or format_rupiah(line.amount or 0)
    return Side(of_budget(agreement, line), text, (quote_budget(agreement, line),), line.amount)


def _side(agreement: Agreement, line: BudgetLine, text: str | None) -> Side | None:
    return None if text is None else Side(of_budget(agreement, line), text, (quote_budget(agreement, line, text),))
