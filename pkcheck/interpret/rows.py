"""The rows of an annex's table as objectives, indicators and targets, over page breaks and merged cells."""

import re
from dataclasses import dataclass, field

from pkcheck import messages
from pkcheck.documents.document import Row
from pkcheck.interpret.tables import Column, Head, unknown_columns
from pkcheck.model import Source
from pkcheck.notes import Note

_NUMBER = re.compile(r"^\(?(\d{1,3})[.)]?$")
_ROMAN = re.compile(r"^\(?([IVXL]{1,6})[.)]?$")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(slots=True)
class OpenIndicator:
    """An indicator as it is being put together."""

    text: str
    target: str
    unit: str
    sources: list[Source]
    cut: bool = False


@dataclass(slots=True)
class OpenObjective:
    """An objective as it is being put together."""

    no: int | None
    text: str
    group: str | None
    sources: list[Source]
    indicators: list[OpenIndicator] = field(default_factory=list)
    cut: bool = False


class ObjectiveTable:
    """Takes rows one by one; a row that a page break cut is joined to its first half.

    After a repeated head, a row without number is the rest of the row above: with a target of its own it is a new
    indicator (its objective text belongs to the open objective), without one all of its text runs on. Elsewhere a row
    without number is a further indicator of the open objective.
    """

    def __init__(self) -> None:
        self.objectives: list[OpenObjective] = []
        self.notes: list[Note] = []
        self._head: Head | None = None
        self._group: str | None = None
        self._after_break = False
        self._numbered = False
        self._unknown: tuple[str, ...] = ()

    def start(self, head: Head, source: Source) -> None:
        """A head row: the first of the table, or one repeated after a page break."""
        self._after_break = self._head is not None
        self._head = head
        for column in ("objective", "target"):
            if column not in head.columns:
                self.notes.append(Note("problem", messages.COLUMN_MISSING, source, {"column": column}))
        if self._unknown != (unknown := unknown_columns(head)) and unknown:
            self.notes.append(Note("remark", messages.COLUMN_UNKNOWN, source, {"names": unknown}))
        self._unknown = unknown

    def heading(self, text: str) -> None:
        """A section heading between rows."""
        self._group = text

    def add(self, row: Row) -> None:
        """One row of the body."""
        head = self._head
        if head is None:
            return
        filled = [cell.text for cell in row.cells if cell.text]
        if not filled:
            return
        if self._is_heading(row, head, filled):
            self._group = filled[0]
            return
        if len(row.cells) > head.width and any(cell.text for cell in row.cells[head.width :]):
            facts = {"cells": len(row.cells), "expected": head.width}
            self.notes.append(Note("problem", messages.ROW_LONG, row.source, facts))
        self._place(row, head)
        self._after_break = False

    def _is_heading(self, row: Row, head: Head, filled: list[str]) -> bool:
        """One filled cell, in the number's column, that is more than a number."""
        at = head.columns.get("no", 0)
        first = row.cells[at].text if at < len(row.cells) else ""
        return len(filled) == 1 and bool(first) and _number(first) is None and len(row.cells) > 1

    def _place(self, row: Row, head: Head) -> None:
        objective = _cell(row, head, "objective")
        indicator = _cell(row, head, "indicator")
        target, unit = _cell(row, head, "target"), _cell(row, head, "unit")
        number = self._number(row, head)
        cut = len(row.cells) <= head.columns.get("target", len(row.cells))
        current = self.objectives[-1] if self.objectives else None
        if number is not None or (current is None and (objective or indicator)):
            self._numbered = self._numbered or number is not None
            self.objectives.append(OpenObjective(number, objective, self._group, [row.source]))
            if indicator or target:
                self._add_indicator(row, indicator, target, unit, cut=cut)
            elif cut:
                self.objectives[-1].cut = True
                self._report_cut(row, head)
            return
        if current is None:
            self._lost(row)
        elif self._after_break and self._numbered:
            self._carry_on(row, objective, indicator, target, unit)
        elif objective and objective != current.text and not (self._numbered and not indicator):
            self.objectives.append(OpenObjective(None, objective, self._group, [row.source]))
            self._add_indicator(row, indicator, target, unit, cut=cut)
        elif objective and not indicator and not target:
            current.text = f"{current.text} {objective}".strip()
            current.sources.append(row.source)
        elif indicator[:1].islower() and not target and current.indicators:
            _run_on(current.indicators[-1], indicator, row.source)
        elif indicator or target:
            self._add_indicator(row, indicator, target, unit, cut=cut)
        else:
            self._lost(row)

    def _number(self, row: Row, head: Head) -> int | None:
        printed = _cell(row, head, "no")
        number = _number(printed)
        if number is None and printed:
            self.notes.append(Note("remark", messages.NUMBER_UNREAD, row.source, quote=printed))
        return number

    def _lost(self, row: Row) -> None:
        self.notes.append(Note("problem", messages.ROW_LOST, row.source, quote=" | ".join(filled_cells(row))))

    def _carry_on(self, row: Row, objective: str, indicator: str, target: str, unit: str) -> None:
        """The second half of a row that a page break cut."""
        current = self.objectives[-1]
        if objective:
            current.text = f"{current.text} {objective}".strip()
            current.sources.append(row.source)
        last = current.indicators[-1] if current.indicators else None
        if target and (last is None or last.target):
            self._add_indicator(row, indicator, target, unit, cut=False)
        elif last is not None and (indicator or target):
            _run_on(last, indicator, row.source)
            last.target, last.unit = last.target or target, last.unit or unit
        elif indicator:
            self._add_indicator(row, indicator, target, unit, cut=False)
        elif not objective:
            self._lost(row)

    def _add_indicator(self, row: Row, text: str, target: str, unit: str, *, cut: bool) -> None:
        if cut and self._head:
            self._report_cut(row, self._head)
        self.objectives[-1].indicators.append(OpenIndicator(text, target, unit, [row.source], cut=cut))

    def _report_cut(self, row: Row, head: Head) -> None:
        facts = {"cells": len(row.cells), "expected": head.width}
        self.notes.append(Note("problem", messages.ROW_SHORT, row.source, facts, quote=" | ".join(filled_cells(row))))


def filled_cells(row: Row) -> list[str]:
    """The texts of the cells that hold any."""
    return [cell.text for cell in row.cells if cell.text]


def _run_on(indicator: OpenIndicator, text: str, source: Source) -> None:
    indicator.text = f"{indicator.text} {text}".strip()
    indicator.sources.append(source)


def _cell(row: Row, head: Head, column: Column) -> str:
    at = head.columns.get(column)
    return row.cells[at].text if at is not None and at < len(row.cells) else ""


def _number(text: str) -> int | None:
    found = _NUMBER.match(text)
    if found:
        return int(found[1])
    roman = _ROMAN.match(text)
    return _roman(roman[1]) if roman else None


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
