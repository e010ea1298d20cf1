"""The budgets added up, with sums and differences as formulas."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pkcheck import workbook_texts as words
from pkcheck.record import AgreementRecord, BudgetRecord, Recorded, RollupRecord, SumRecord
from pkcheck.texts import Lang

from .cells import one_line
from .naming import findings_by_subject, joined, office, see
from .table import Cell, Column, Formula, Row, Table, first_row

_COLUMNS = (
    Column(words.KIND, 24),
    Column(words.UNIT, 46),
    Column(words.PROGRAMME, 48),
    Column(words.OWN, 21, "money"),
    Column(words.PART, 21, "money"),
    Column(words.PARTS, 21, "money"),
    Column(words.EXCESS, 19, "money"),
    Column(words.REMARK, 30),
)
_OWN, _PART, _PARTS = "D", "E", "F"


@dataclass(frozen=True, slots=True)
class Line:
    """A budget line in its agreement."""

    line: BudgetRecord
    agreement: AgreementRecord


def budget(recorded: Recorded) -> Table:
    """Every sum with its parts below it, then what subordinates have and the unit does not."""
    outcome = recorded.outcome
    intro = (words.BUDGET_INTRO, *((words.OLD_DOCUMENT,) if outcome.rollups is None else ()))
    return Table(words.BUDGET, intro, _COLUMNS, tuple(_rows(recorded, first_row(intro))), indented=1, repeated=2)


def lines_of(recorded: Recorded) -> Mapping[str, Line]:
    """Every budget line by its id."""
    return {
        line.id: Line(line, agreement) for agreement in recorded.outcome.agreements for line in agreement.budget or ()
    }


def programme(line: BudgetRecord) -> str:
    """Its code and name."""
    return " ".join(one_line(part) for part in (line.code, line.name) if part)


def _rows(recorded: Recorded, at: int) -> Iterator[Row]:
    lines, numbers = lines_of(recorded), findings_by_subject(recorded.outcome.findings)
    for rollup in recorded.outcome.rollups or ():
        for each in rollup.sums:
            block = list(_sum_rows(each, rollup, lines, numbers, recorded, at))
            yield from block
            at += len(block)
        for name in rollup.strangers:
            yield _stranger(lines[name], see(numbers.get(name, ()), recorded.lang), recorded)
            at += 1


def _sum_rows(  # noqa: PLR0913, PLR0917
    each: SumRecord,
    rollup: RollupRecord,
    lines: Mapping[str, Line],
    numbers: Mapping[str, Sequence[int]],
    recorded: Recorded,
    at: int,
) -> Iterator[Row]:
    """The line that is added up to, in row `at`, and its parts under it."""
    lang = recorded.lang
    own, parts = [lines[name] for name in each.own], [lines[name] for name in each.parts]
    names = "; ".join(dict.fromkeys(programme(line.line) for line in own))
    total = Formula(f"=SUM({_PART}{at + 1}:{_PART}{at + len(parts)})", _total(parts))
    readable = each.difference is not None
    excess = Formula(f"={_PARTS}{at}-{_OWN}{at}", each.difference or 0) if readable else None
    concerned = (*each.own, rollup.unit) if each.difference else each.own
    remark = joined(
        _unread(own, lang),
        one_line(each.obstacle or ""),
        one_line(each.gap or ""),
        see([number for name in concerned for number in numbers.get(name, ())], lang),
    )
    yield Row(
        (words.SUM_KINDS[each.kind].say(lang), office(own[0].agreement), names, _own(own), None, total, excess, remark),
        tone="alert" if each.difference else "head",
    )
    for part in parts:
        remark = joined(_unread([part], lang), see(numbers.get(part.line.id, ()), lang))
        yield Row(
            (None, office(part.agreement), programme(part.line), None, part.line.amount, None, None, remark), depth=1
        )


def _own(own: Sequence[Line]) -> Cell:
    amounts = [each.line.amount for each in own if each.line.amount is not None]
    if len(amounts) == 1 or not amounts:
        return amounts[0] if amounts else None
    return Formula("=" + "+".join(map(str, amounts)), sum(amounts))


def _total(parts: Sequence[Line]) -> int:
    return sum(each.line.amount or 0 for each in parts)


def _unread(lines: Sequence[Line], lang: Lang) -> str:
    unread = [each.line.raw or "" for each in lines if each.line.amount is None]
    return words.NOT_READ.say(lang, raw=one_line("; ".join(unread))) if unread else ""


def _stranger(line: Line, remark: str, recorded: Recorded) -> Row:
    cells = (words.STRANGER.say(recorded.lang), office(line.agreement), programme(line.line), None, line.line.amount)
    return Row((*cells, None, None, remark), tone="alert")
