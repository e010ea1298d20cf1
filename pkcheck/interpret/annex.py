"""The annex: unit and year, objectives with indicators and targets, budget, place and date, signature blocks."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from pkcheck import messages
from pkcheck.documents.document import Row
from pkcheck.interpret.budget import (
    amounts_of,
    budget_line,
    has_amount,
    is_amount_row,
    is_budget_row,
    is_rest,
    whole_line,
)
from pkcheck.interpret.levels import by_numbering, with_unnamed_total
from pkcheck.interpret.lines import Item, in_capitals, is_form, is_office, label, year_in
from pkcheck.interpret.lines import field as field_of
from pkcheck.interpret.parts import Part
from pkcheck.interpret.places import joined, spanning
from pkcheck.interpret.rows import ObjectiveTable, OpenIndicator, OpenObjective, filled_cells
from pkcheck.interpret.signatures import People, read_signatures
from pkcheck.interpret.tables import (
    Head,
    budget_columns,
    has_amounts_of_no_name,
    head_of,
    is_number_row,
    looks_like_head,
    names_budget,
    unknown_columns,
)
from pkcheck.model import (
    Annex,
    BudgetLine,
    Indicator,
    Number,
    Objective,
    Source,
    Target,
    objective_keys,
    parsed_target,
    plain,
)
from pkcheck.notes import Note
from pkcheck.quantities.dates import parse_date
from pkcheck.quantities.money import parse_rupiah
from pkcheck.quantities.numbers import NumberStyle
from pkcheck.quantities.targets import parse_target
from pkcheck.quantities.units import unit_name

_IN_BRACKETS = re.compile(r"\(([^()]*\w[^()]*)\)")
# What may end an amount, and is no number of a page.
_FIGURES = re.compile(r"^(?:[.,]\d|0)[\d.,]*-?$")
_RUPIAH = re.compile(r"\bRp\b|\brupiah\b|\d\.\d{3}\.\d{3}", re.IGNORECASE)
_HEADING = re.compile(r"^(?:\d{1,2}|[IVX]{1,4}|[A-Z])[.)]\s+\S")


@dataclass(frozen=True, slots=True)
class ReadAnnex:
    """An annex with what its tables hold; `unread` names the parts that are missing because the file is cut."""

    annex: Annex
    unit: str | None
    unit_source: Source | None
    objectives: tuple[OpenObjective, ...]
    budget: tuple[BudgetLine, ...]
    unread: tuple[str, ...]
    notes: tuple[Note, ...]


@dataclass(slots=True)
class _Reading:
    """What has been read so far, top to bottom."""

    table: ObjectiveTable = field(default_factory=ObjectiveTable)
    budget: list[BudgetLine] = field(default_factory=list)
    budget_heading: str | None = None
    budget_head: Item | None = None
    budget_unread: bool = False
    head: Head | None = None
    unit: Item | None = None
    unit_text: str | None = None
    unit_open: bool = False
    year: Item | None = None
    title_year: int | None = None
    dated: Item | None = None
    numbering: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    signing: list[Item] = field(default_factory=list)
    last_row: Item | None = None

    @property
    def plan_year(self) -> int | None:
        """The year of the agreement, as far as has been read."""
        return (year_in(self.year.text) if self.year else None) or self.title_year


def read_annex(part: Part, people: People, style: NumberStyle | None, *, ends_the_file: bool) -> ReadAnnex:
    """Read one annex. `ends_the_file` lets a table with nothing after it be told as cut."""
    reading = _Reading(title_year=part.year)
    for item in part.items:
        if reading.signing or _starts_signing(item, reading):
            _sign(item, reading)
        elif item.row is not None:
            _take_row(item, item.row, reading, style)
        elif reading.unit_open and _runs_on(item):
            reading.unit_text = f"{reading.unit_text} {item.text}"
        elif not item.blank:
            _take_line(item, reading, style)
            continue
        reading.unit_open = reading.unit_open and not item.blank and item.row is None
    signatures, notes = read_signatures([item for item in reading.signing if item is not reading.dated], people)
    unread = ["budget"] if reading.budget_unread or any(_may_be_budget(note, reading) for note in reading.notes) else []
    if ends_the_file and reading.last_row and not reading.signing and not reading.budget:
        reading.notes.append(Note("problem", messages.TABLE_CUT, reading.last_row.source, quote=reading.last_row.text))
        unread = ["budget", "annex.date", "annex.signatures"]
    written = parse_date(reading.dated.text) if reading.dated else None
    annex = Annex(
        place=written.place if written else None,
        date=written.date if written else None,
        raw=reading.dated.text if reading.dated else None,
        fiscal_year=year_in(reading.year.text) if reading.year else part.year,
        signatures=signatures,
        budget_heading=reading.budget_heading,
        source=spanning([item for item in ((part.title, *part.items) if part.title else part.items) if not item.blank]),
        sources=_sources(
            date=reading.dated,
            fiscal_year=reading.year or part.year_at,
            budget_heading=reading.budget_head,
        ),
    )
    return ReadAnnex(
        annex,
        reading.unit_text,
        reading.unit.source if reading.unit else None,
        tuple(reading.table.finished()),
        with_unnamed_total(by_numbering(reading.budget, reading.numbering)),
        tuple(unread),
        (*reading.table.notes, *reading.notes, *notes),
    )


def objectives_of(
    agreement: str, opened: tuple[OpenObjective, ...], style: NumberStyle | None
) -> tuple[tuple[Objective, ...], tuple[str, ...]]:
    """The rows as the model has them, and the names of the cells that a cut row lost."""
    objectives: list[Objective] = []
    unread: list[str] = []
    seen: dict[str, int] = {}
    for key, each in zip(objective_keys(opened), opened, strict=True):
        indicators = []
        for row in each.indicators:
            seen[key] = seen.get(key, 0) + 1
            name = f"{agreement}:{key}.{seen[key]}"
            indicators.append(indicator_of(name, row, style))
            if row.cut:
                unread.append(f"{name}.target")
        if each.cut and not indicators:
            unread.append(f"{agreement}:{key}.indicators")
        objectives.append(
            Objective(
                no=each.no, group=each.group, text=each.text, indicators=tuple(indicators), source=joined(each.sources)
            )
        )
    return tuple(objectives), tuple(unread)


def indicator_of(name: str, row: OpenIndicator, style: NumberStyle | None) -> Indicator:
    """One row as the model has it, under the id `name`."""
    return Indicator(id=name, text=row.text, target=_target(row, style), source=joined(row.sources))


def _target(row: OpenIndicator, style: NumberStyle | None) -> Target | None:
    target = parse_target(row.target, unit_text=row.unit or None, style=style)
    periods = _periods(row, target.unit, style)
    if not row.target and not row.unit:
        return Target(periods=periods) if periods else None
    raw = row.target if not row.unit else f"{row.target} {row.unit}".strip()
    more = {"unit": row.unit} if _says_more(row.unit) else {}
    return Target.model_validate({"raw": raw, "periods": periods, **parsed_target(target), **more})


def _periods(row: OpenIndicator, unit: str | None, style: NumberStyle | None) -> dict[str, Number]:
    """The targets within the year, as far as they are numbers; amounts where the year's is one ("24 M")."""
    values = {name: _period(text, unit, style) for name, text in row.periods.items()}
    return {name: number for name, value in values.items() if (number := plain(value)) is not None}


def _period(text: str, unit: str | None, style: NumberStyle | None) -> Decimal | int | None:
    if unit != "rupiah":
        return parse_target(text, style=style).value
    rupiah = parse_rupiah(text, style)
    return rupiah.amount if rupiah and not rupiah.nil else None


def _says_more(unit: str) -> bool:
    """Whether brackets in a column of units hold more than the unit once again: "Peringkat (POPNAS 2017)"."""
    inner = _IN_BRACKETS.search(unit)
    return inner is not None and unit_name(inner[1]) is None and unit_name(unit) is not None


def _starts_signing(item: Item, reading: _Reading) -> bool:
    """Date, labels and offices close the annex; a date above the tables only dates it."""
    if item.row is not None or item.blank or reading.last_row is None:
        return False
    return parse_date(item.text) is not None or label(item.text) is not None or is_office(item.text)


def _sign(item: Item, reading: _Reading) -> None:
    if reading.dated is None and item.row is None and parse_date(item.text) is not None:
        reading.dated = item
    reading.signing.append(item)


def _take_row(item: Item, row: Row, reading: _Reading, style: NumberStyle | None) -> None:
    reading.last_row = item
    head = head_of(row)
    if head is not None and head.kind == "objectives":
        reading.head = head.in_year(reading.plan_year)
        reading.budget_unread = reading.budget_unread or has_amounts_of_no_name(head)
        reading.table.start(reading.head, row.source)
    elif head is not None:
        reading.head = head
        if not reading.budget_heading:
            reading.budget_heading, reading.budget_head = row.cells[head.columns["budget_name"]].text, item
        if unknown := unknown_columns(head):
            reading.notes.append(Note("remark", messages.COLUMN_UNKNOWN, row.source, {"names": unknown}))
    elif is_number_row(row) and reading.head is not None:
        return
    elif looks_like_head(row):
        reading.head = None
        reading.notes.append(Note("problem", messages.TABLE_UNKNOWN, row.source, quote=" | ".join(filled_cells(row))))
    elif _is_of_budget(row, reading.head):
        _take_budget(row, reading, style)
    elif reading.head is not None:
        if has_amount(row, reading.head):
            _take_budget(row, reading, style)
        reading.table.add(row)
    else:
        reading.notes.append(Note("problem", messages.TABLE_UNKNOWN, row.source, quote=" | ".join(filled_cells(row))))


def _is_of_budget(row: Row, head: Head | None) -> bool:
    return (
        (head and head.kind == "budget") or is_budget_row(row, head) or (head is not None and is_amount_row(row, head))
    )


def _take_budget(row: Row, reading: _Reading, style: NumberStyle | None) -> None:
    head = reading.head if reading.head and "budget_amount" in reading.head.columns else None
    line = budget_line(row, head, reading.budget_heading, style)
    if line is not None:
        at = head.columns.get("no", 0) if head else 0
        number = row.cells[at].text if at < len(row.cells) and row.cells[at].text != line.name else ""
        if not _keep_rest(line, number, reading, style):
            _keep_budget(line, row.source, reading, number)
        reading.budget_unread = reading.budget_unread or (
            line.amount is None and (any(cell.unread for cell in row.cells) or len(amounts_of(row)) > 1)
        )
    width = head.width if head and head.kind == "budget" else len(row.cells)
    if any(cell.text for cell in row.cells[width:]):
        facts = {"cells": len(row.cells), "expected": width}
        reading.notes.append(Note("problem", messages.ROW_LONG, row.source, facts, quote=" | ".join(filled_cells(row))))


def _keep_rest(line: BudgetLine, number: str, reading: _Reading, style: NumberStyle | None) -> bool:
    """Join `line` to the last one, where it is the second half of it."""
    before = reading.budget[-1] if reading.budget else None
    if before is None or not is_rest(line, before, number):
        return False
    notes = [each for each in reading.notes if (each.text, each.source) != (messages.AMOUNT_UNREAD, before.source)]
    reading.budget.pop()
    reading.notes = notes
    scale = reading.head.scale if reading.head else 1
    _keep_budget(
        whole_line(before, line, scale, style), line.source or Source(file=""), reading, reading.numbering.pop()
    )
    return True


def _keep_budget(line: BudgetLine, source: Source, reading: _Reading, number: str) -> None:
    reading.budget.append(line)
    reading.numbering.append(number)
    if line.amount is None and line.raw:
        reading.notes.append(Note("problem", messages.AMOUNT_UNREAD, source, {"raw": line.raw}, quote=line.name))


def _may_be_budget(note: Note, reading: _Reading) -> bool:
    """Whether what was not understood has an amount of money in it, or may have: a table of another kind."""
    if note.text is messages.TABLE_UNKNOWN and not reading.budget:
        return True
    return note.text in (messages.TABLE_UNKNOWN, messages.LINE_UNREAD) and _RUPIAH.search(note.quote or "") is not None


def _runs_on(item: Item) -> bool:
    """Whether a line below a field can be the rest of its value."""
    known = field_of(item.text) is not None or parse_date(item.text) is not None or budget_columns(item.text)
    return not item.blank and item.row is None and ":" not in item.text and not known and not is_form(item.text)


def _take_line(item: Item, reading: _Reading, style: NumberStyle | None) -> None:
    found = field_of(item.text)
    reading.unit_open = bool(found and found.name == "unit" and reading.unit is None and found.value)
    if found and found.name == "unit" and (reading.unit is None or field_of(reading.unit.text) is None):
        reading.unit, reading.unit_text = item, found.value or None
    elif found and found.name == "year" and reading.year is None:
        reading.year = item
    elif parse_date(item.text) is not None and reading.dated is None:
        reading.dated = item
    elif is_form(item.text) and not (found and found.name in ("unit", "year")):
        return
    elif reading.last_row is None and reading.unit is None and in_capitals(item.text):
        reading.unit, reading.unit_text = item, item.text
    elif columns := budget_columns(item.text):
        reading.head = None
        if not reading.budget_heading and names_budget(columns[0]):
            reading.budget_heading, reading.budget_head = columns[0], item
    elif _heads_objectives(item, reading.head):
        reading.table.heading(item.text)
    else:
        _take_other(item, reading, style)


def _heads_objectives(item: Item, head: Head | None) -> bool:
    is_within = head is not None and head.kind == "objectives"
    return is_within and _HEADING.match(item.text) is not None and not _RUPIAH.search(item.text)


def _take_other(item: Item, reading: _Reading, style: NumberStyle | None) -> None:
    """A line of the budget, the end of an amount that its row lost, or what is not understood."""
    if reading.budget and _FIGURES.match(item.text):
        if _keep_rest(BudgetLine(name="", raw=item.text, source=item.source), "", reading, style):
            return
        reading.budget_unread = True
    line = budget_line(item, None, reading.budget_heading, style)
    if line is not None:
        number, _, _ = item.text.partition(" ")
        _keep_budget(line, item.source, reading, number)
    else:
        reading.notes.append(Note("remark", messages.LINE_UNREAD, item.source, quote=item.text))


def _sources(**items: Item | None) -> dict[str, Source]:
    return {name: item.source for name, item in items.items() if item is not None}
