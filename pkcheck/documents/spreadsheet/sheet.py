"""A sheet as its reader saw it: the cells in which something stands, as printed, and which of them are merged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pkcheck.documents.spreadsheet.printed import Value

MAX_CELLS = 250_000
MAX_COLUMNS = 256
Place = tuple[int, int]
"""Row and column, both from 1."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is printed in a cell, and the value behind it; `is_error` where a formula gave none ("#REF!")."""

    text: str
    value: Value
    is_error: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is a number or a day by itself, not a text."""
        return not isinstance(self.value, str | bool | None)


@dataclass(frozen=True, slots=True)
class Area:
    """Merged cells, from the upper left to the lower right one."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet. `boxed` are cells with lines on two sides and more; `uncomputed` those whose formula has no result.

    Hidden rows are named only where something stands in them; `beyond` is the first filled cell that was left out because
    it is too far to the right; `wide` is the last column of each merged cell by its first place, `held`
    tells for each place in one (see `holders`) the first.
    """

    name: str
    cells: Mapping[Place, Cell]
    merged: tuple[Area, ...] = ()
    boxed: frozenset[Place] = frozenset()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncomputed: frozenset[Place] = frozenset()
    beyond: Place | None = None
    wide: Mapping[Place, int] = field(init=False)
    held: Mapping[Place, Place] = field(init=False)

    def __post_init__(self) -> None:
        """Look up once how far merged cells reach, and what they cover."""
        object.__setattr__(self, "held", holders(self))
        object.__setattr__(self, "wide", {(area.top, area.left): area.right for area in self.merged})

    def right_of(self, row: int, column: int) -> int:
        """The last column of the cell that begins there."""
        return self.wide.get((row, column), column)

    def is_merged_with_above(self, row: int, column: int) -> bool:
        """Whether the cell there is one with that above it."""
        return self.held.get((row, column), (row, column))[0] < row


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets in their order; `has_macros` where programs come with them."""

    sheets: tuple[Sheet, ...]
    has_macros: bool = False


@dataclass(frozen=True, slots=True)
class VisibleRow:
    """A row's cells that can be seen, left to right."""

    number: int
    cells: tuple[tuple[int, Cell], ...]


def visible_rows(sheet: Sheet) -> Iterator[VisibleRow]:
    """The rows in which something can be seen, top to bottom; a merged cell is seen if any of its columns is."""
    rows: dict[int, list[tuple[int, Cell]]] = {}
    for (row, column), cell in sorted(sheet.cells.items(), key=lambda each: each[0]):
        columns = range(column, sheet.right_of(row, column) + 1)
        if cell.text and row not in sheet.hidden_rows and any(each not in sheet.hidden_columns for each in columns):
            rows.setdefault(row, []).append((column, cell))
    for number in sorted(rows):
        yield VisibleRow(number, tuple(rows[number]))


def holders(sheet: Sheet) -> dict[Place, Place]:
    """For each merged cell within the filled part of the sheet the first one, which holds what all of them show."""
    last_row, last_column = (max((place[at] for place in sheet.cells), default=0) for at in (0, 1))
    found: dict[Place, Place] = {}
    left = MAX_CELLS
    for area in sheet.merged:
        rows = range(area.top, min(area.bottom, last_row) + 1)
        columns = range(area.left, min(area.right, last_column) + 1)
        left -= len(rows) * len(columns)
        if left < 0:
            break
        found.update(((row, column), (area.top, area.left)) for row in rows for column in columns)
    return found
