"""The rows of an annex's table as objectives, indicators and targets, over page breaks and merged cells."""

import re
from dataclasses import dataclass, field

from pkcheck import messages
from pkcheck.documents.document import Row
from pkcheck.interpret.tables import Column, Head, unknown_columns
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.quantities.units import unit_name

_NUMBER = re.compile(r"^\(?(\d{1,3})[.)]?$")
_ROMAN = re.compile(r"^\(?([IVXL]{1,6})[.)]?$")
_ENUMERATOR = re.compile(r"^\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Za-z]|[IVX]{1,5})[.)]{0,2}$")
_BARE = re.compile(r"^[\d.,]+$")
_LABELLED = re.compile(
    r"^(?:sasaran|tujuan)(?:\s+(?:strategis|program|kegiatan))?\s*(?P<no>\d{0,2})\s*[.:)]\s*", re.IGNORECASE
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}

_FEW_ROWS = 2


@dataclass(slots=True)
class OpenIndicator:
    """An indicator as it is being put together."""

    text: str
    target: str
    unit: str
    sources: list[Source]
    cut: bool = False
    periods: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class OpenObjective:
    """An objective as it is being put together."""

    no: int | None
    text: str
    group: str | None
    sources: list[Source]
    indicators: list[OpenIndicator] = field(default_factory=list)
    cut: bool = False
    supposed: bool = False
    """Whether its text is that of the one above, though nothing says that their cells are one."""


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
        self._page: int | None = None
        self._numbered = False
        self._by_headings = False
        self._opened: Source | None = None
        self._unknown: tuple[str, ...] = ()

    def start(self, head: Head, source: Source) -> None:
        """A head row: the first of the table, or one repeated after a page break."""
        self._after_break = self._head is not None
        self._head = head
        self._opened = source
        if "target" not in head.columns and not head.periods:
            self.notes.append(Note("problem", messages.COLUMN_MISSING, source, {"column": "target"}))
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
        self._after_break = self._after_break or self._page not in (None, row.source.page)
        self._page = row.source.page
        if self._is_heading(row, head, filled):
            if "objective" in head.columns:
                self._group = filled[0]
            else:
                self._open_by_heading(filled[0], row)
            return
        if len(row.cells) > head.width and any(cell.text for cell in row.cells[head.width :]):
            facts = {"cells": len(row.cells), "expected": head.width}
            self.notes.append(Note("problem", messages.ROW_LONG, row.source, facts))
        if "objective" not in head.columns and not self._by_headings and self._opened:
            self.notes.append(Note("problem", messages.COLUMN_MISSING, self._opened, {"column": "objective"}))
            self._opened = None
        if self._by_headings and "objective" not in head.columns:
            self._add_indicator(row, *_measured(row, head), cut=False)
        else:
            self._place(row, head)
        self._after_break = False

    def _open_by_heading(self, text: str, row: Row) -> None:
        """A row of one cell names the objective of the rows below, where no column does: "Sasaran 1: ..."."""
        label = _LABELLED.match(text)
        number = int(label["no"]) if label and label["no"] else None
        named = text[label.end() :] if label else text
        self.objectives.append(OpenObjective(number, named, self._group, [row.source]))
        self._by_headings = True

    def _is_heading(self, row: Row, head: Head, filled: list[str]) -> bool:
        """One filled cell, in the number's column, that is more than a number."""
        at = head.columns.get("no", 0)
        first = row.cells[at].text if at < len(row.cells) else ""
        return len(filled) == 1 and bool(first) and _number(first) is None and len(row.cells) > 1

    def _place(self, row: Row, head: Head) -> None:
        objective = _cell(row, head, "objective")
        indicator, target, unit = _measured(row, head)
        number = self._number(row, head)
        cut = len(row.cells) <= head.columns.get("target", len(row.cells))
        current = self.objectives[-1] if self.objectives else None
        if number is not None or (current is None and (objective or indicator)):
            self._numbered = self._numbered or number is not None
            self.objectives.append(OpenObjective(number, objective, self._group, [row.source]))
            self._merge(self.objectives[-1], indicator, certain=_is_merged(row, head))
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
            current.text = run_together(current.text, objective)
            current.sources.append(row.source)
        elif indicator[:1].islower() and not target and current.indicators:
            _run_on(current.indicators[-1], indicator, row.source)
        elif indicator or target:
            self._add_indicator(row, indicator, target, unit, cut=cut)
        else:
            self._lost(row)

    def _merge(self, opened: OpenObjective, indicator: str, *, certain: bool) -> None:
        """Give a numbered row without objective that above it: the numbers count indicators, and the cells are one."""
        above = self.objectives[-2] if len(self.objectives) > 1 and not opened.text else None
        if above and indicator and not self._after_break:
            opened.text, opened.supposed = above.text, not certain

    def finished(self) -> list[OpenObjective]:
        """What was read. A single row without objective among others of their own was left empty, if not known better."""
        supposed = [each for each in self.objectives if each.supposed]
        if len(supposed) == 1 and len(self.objectives) > _FEW_ROWS:
            supposed[0].text = ""
        return self.objectives

    def _number(self, row: Row, head: Head) -> int | None:
        printed = _cell(row, head, "no") if "no" in head.columns else _numbered_cell(row, head, "objective")[0]
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
            current.text = run_together(current.text, objective)
            current.sources.append(row.source)
        last = current.indicators[-1] if current.indicators else None
        if last and target and _BARE.match(last.target) and not last.unit and unit_name(target):
            _run_on(last, indicator, row.source)
            last.target = f"{last.target} {target}"
        elif last and last.target and target and not indicator:
            last.target = f"{last.target} {target}"
            last.sources.append(row.source)
        elif target and (last is None or last.target):
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
        lost = cut or (self._head is not None and _is_unread(row, self._head))
        periods = _periods(row, self._head) if self._head else {}
        self.objectives[-1].indicators.append(
            OpenIndicator(text, target, unit, [row.source], cut=lost, periods=periods)
        )

    def _report_cut(self, row: Row, head: Head) -> None:
        facts = {"cells": len(row.cells), "expected": head.width}
        self.notes.append(Note("problem", messages.ROW_SHORT, row.source, facts, quote=" | ".join(filled_cells(row))))


def filled_cells(row: Row) -> list[str]:
    """The texts of the cells that hold any."""
    return [cell.text for cell in row.cells if cell.text]


def run_together(text: str, rest: str) -> str:
    """A text and what follows it on the next page; a hyphen at its end keeps them one word: "se-" and "Kalimantan"."""
    is_open = len(text) > 1 and text.endswith("-") and text[-2].isalpha()
    return f"{text}{rest}" if is_open else f"{text} {rest}".strip()


def _run_on(indicator: OpenIndicator, text: str, source: Source) -> None:
    indicator.text = run_together(indicator.text, text)
    indicator.sources.append(source)


def _cell(row: Row, head: Head, column: Column) -> str:
    """What stands below a head; below an objective's or indicator's that spans two columns, the text beside its number."""
    return _numbered_cell(row, head, column)[1]


def _measured(row: Row, head: Head) -> tuple[str, str, str]:
    """Indicator, target and unit."""
    target, unit = _cell(row, head, "target"), _cell(row, head, "unit")
    return _cell(row, head, "indicator"), target, unit or (head.unit if _BARE.match(target) else "")


def _numbered_cell(row: Row, head: Head, column: Column) -> tuple[str, str]:
    at = head.columns.get(column)
    if at is None or at >= len(row.cells):
        return "", ""
    text = row.cells[at].text
    beside = at + 1
    is_wide = column in ("objective", "indicator") and beside < head.width and not head.words[beside]
    if not is_wide or beside in head.columns.values() or beside >= len(row.cells) or not row.cells[beside].text:
        return "", text
    other = row.cells[beside].text
    if not text or _ENUMERATOR.match(text):
        return text, other
    return "", f"{text} {other}"


def _periods(row: Row, head: Head) -> dict[str, str]:
    """What the columns of periods hold in this row."""
    return {
        period: row.cells[at].text for period, at in head.periods.items() if at < len(row.cells) and row.cells[at].text
    }


def _is_unread(row: Row, head: Head) -> bool:
    """Whether the reader lost what stands in the cell of the target."""
    at = head.columns.get("target")
    return at is not None and at < len(row.cells) and row.cells[at].unread


def _is_merged(row: Row, head: Head) -> bool:
    """Whether the cell of the objective is known to be one with that above."""
    at = head.columns.get("objective")
    return at is not None and at < len(row.cells) and row.cells[at].merged


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
