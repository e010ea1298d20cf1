"""The annex: unit and year, objectives with indicators and targets, budget, place and date, signature blocks."""

import re
from dataclasses import dataclass, field

from pkcheck import messages
from pkcheck.documents.document import Row
from pkcheck.interpret.budget import budget_line, is_budget_row
from pkcheck.interpret.lines import Item, in_capitals, is_form, label, year_in
from pkcheck.interpret.lines import field as field_of
from pkcheck.interpret.parts import Part
from pkcheck.interpret.places import joined, spanning
from pkcheck.interpret.rows import ObjectiveTable, OpenIndicator, OpenObjective, filled_cells
from pkcheck.interpret.signatures import People, read_signatures
from pkcheck.interpret.tables import (
    Head,
    budget_columns,
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
    Objective,
    Source,
    Target,
    objective_keys,
    parsed_target,
)
from pkcheck.notes import Note
from pkcheck.quantities.dates import parse_date
from pkcheck.quantities.numbers import NumberStyle
from pkcheck.quantities.targets import parse_target

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
    head: Head | None = None
    unit: Item | None = None
    unit_text: str | None = None
    year: Item | None = None
    dated: Item | None = None
    notes: list[Note] = field(default_factory=list)
    signing: list[Item] = field(default_factory=list)
    last_row: Item | None = None


def read_annex(part: Part, people: People, style: NumberStyle | None, *, ends_the_file: bool) -> ReadAnnex:
    """Read one annex. `ends_the_file` lets a table with nothing after it be told as cut."""
    reading = _Reading()
    for item in part.items:
        if reading.signing or _starts_signing(item, reading):
            _sign(item, reading)
        elif item.row is not None:
            _take_row(item, item.row, reading, style)
        elif not item.blank:
            _take_line(item, reading, style)
    signatures, notes = read_signatures([item for item in reading.signing if item is not reading.dated], people)
    unread: list[str] = []
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
        tuple(reading.table.objectives),
        tuple(reading.budget),
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
            indicators.append(Indicator(id=name, text=row.text, target=_target(row, style), source=joined(row.sources)))
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


def _target(row: OpenIndicator, style: NumberStyle | None) -> Target | None:
    if not row.target and not row.unit:
        return None
    target = parse_target(row.target, unit_text=row.unit or None, style=style)
    raw = row.target if not row.unit else f"{row.target} {row.unit}".strip()
    return Target.model_validate({"raw": raw, **parsed_target(target)})


def _starts_signing(item: Item, reading: _Reading) -> bool:
    """Date and labels close the annex; a date above the tables only dates it."""
    if item.row is not None or item.blank or reading.last_row is None:
        return False
    return parse_date(item.text) is not None or label(item.text) is not None


def _sign(item: Item, reading: _Reading) -> None:
    if reading.dated is None and item.row is None and parse_date(item.text) is not None:
        reading.dated = item
    reading.signing.append(item)


def _take_row(item: Item, row: Row, reading: _Reading, style: NumberStyle | None) -> None:
    reading.last_row = item
    head = head_of(row)
    if head is not None and head.kind == "objectives":
        reading.head = head
        reading.table.start(head, row.source)
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
    elif (reading.head and reading.head.kind == "budget") or is_budget_row(row, reading.head):
        _take_budget(row, reading, style)
    elif reading.head is not None:
        reading.table.add(row)
    else:
        reading.notes.append(Note("problem", messages.TABLE_UNKNOWN, row.source, quote=" | ".join(filled_cells(row))))


def _take_budget(row: Row, reading: _Reading, style: NumberStyle | None) -> None:
    head = reading.head if reading.head and reading.head.kind == "budget" else None
    line = budget_line(row, head, reading.budget_heading, style)
    if line is not None:
        _keep_budget(line, row.source, reading)
    width = head.width if head else len(row.cells)
    if any(cell.text for cell in row.cells[width:]):
        facts = {"cells": len(row.cells), "expected": width}
        reading.notes.append(Note("problem", messages.ROW_LONG, row.source, facts, quote=" | ".join(filled_cells(row))))


def _keep_budget(line: BudgetLine, source: Source, reading: _Reading) -> None:
    reading.budget.append(line)
    if line.amount is None and line.raw:
        reading.notes.append(Note("problem", messages.AMOUNT_UNREAD, source, {"raw": line.raw}, quote=line.name))


def _take_line(item: Item, reading: _Reading, style: NumberStyle | None) -> None:
    found = field_of(item.text)
    if found and found.name == "unit" and reading.unit is None:
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
    elif (
        reading.head is not None
        and reading.head.kind == "objectives"
        and _HEADING.match(item.text)
        and "Rp" not in item.text
    ):
        reading.table.heading(item.text)
    else:
        line = budget_line(item, None, reading.budget_heading, style)
        if line is not None:
            _keep_budget(line, item.source, reading)
        else:
            reading.notes.append(Note("remark", messages.LINE_UNREAD, item.source, quote=item.text))


def _sources(**items: Item | None) -> dict[str, Source]:
    return {name: item.source for name, item in items.items() if item is not None}
