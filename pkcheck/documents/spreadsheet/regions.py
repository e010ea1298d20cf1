"""Where in a sheet the tables stand, told by shape alone: rows with lines round their cells, or densely filled ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pkcheck.documents.spreadsheet.sheet import Sheet, VisibleRow, visible_rows

_DENSE = 3
_PAIR = 2
_TALL = 3


@dataclass(frozen=True, slots=True)
class Region:
    """Rows that are one table, or running text."""

    is_table: bool
    rows: tuple[VisibleRow, ...]

    @property
    def columns(self) -> frozenset[int]:
        """The columns in which anything stands."""
        return frozenset(column for row in self.rows for column, _ in row.cells)


def regions_of(sheet: Sheet) -> tuple[Region, ...]:
    """The tables of a sheet and the text between them, top to bottom."""
    rows = tuple(visible_rows(sheet))
    kinds = _in_lines(rows, sheet)
    kinds = [boxed or dense for boxed, dense in zip(kinds, _dense(rows, kinds), strict=True)]
    runs: list[tuple[bool, list[VisibleRow]]] = []
    columns: set[int] = set()
    for at, (row, is_table) in enumerate(zip(rows, kinds, strict=True)):
        if runs and runs[-1][0] == is_table and not (is_table and _is_parted(columns, rows, kinds, at)):
            runs[-1][1].append(row)
        else:
            runs.append((is_table, [row]))
            columns = set()
        columns.update(column for column, _ in row.cells)
    regions = (Region(is_table, tuple(run)) for is_table, run in runs)
    return tuple(Region(each.is_table and not _is_block(each), each.rows) for each in regions)


def _in_lines(rows: Sequence[VisibleRow], sheet: Sheet) -> list[bool]:
    """Rows with two boxed cells, and the boxed rows that stand directly above or below one of them."""
    boxed = [sum((row.number, column) in sheet.boxed for column, _ in row.cells) for row in rows]
    found = [count >= _PAIR for count in boxed]
    for order in (range(len(rows)), reversed(range(len(rows)))):
        before: int | None = None
        for at in order:
            beside = before is not None and found[before] and abs(rows[at].number - rows[before].number) == 1
            found[at] = found[at] or (boxed[at] > 0 and beside)
            before = at
    return found


def _dense(rows: Sequence[VisibleRow], taken: Sequence[bool]) -> list[bool]:
    """Runs of rows without lines of which two and more are filled as tables are."""
    found = [False] * len(rows)
    at = 0
    while at < len(rows):
        if taken[at] or not _is_filled(rows[at]):
            at += 1
            continue
        end = _run_end(rows, taken, at)
        start = _run_start(rows, taken, at, end)
        if sum(_is_filled(row) for row in rows[start:end]) >= _PAIR or end - start > _PAIR:
            found[start:end] = [True] * (end - start)
        at = max(end, at + 1)
    return found


def _run_end(rows: Sequence[VisibleRow], taken: Sequence[bool], start: int) -> int:
    """After the last row that goes on with the table, directly below the row above and in its columns."""
    columns = {column for column, _ in rows[start].cells}
    end = start + 1
    while end < len(rows) and not taken[end] and rows[end].number == rows[end - 1].number + 1:
        here = {column for column, _ in rows[end].cells}
        goes_on = _is_filled(rows[end]) or (here <= columns and not _is_field(rows[end]))
        lone = len(here) == 1 and min(here) == min(columns)
        if not goes_on or (lone and not _comes_again(rows, end)):
            break
        columns |= here
        end += 1
    return end


def _comes_again(rows: Sequence[VisibleRow], at: int) -> bool:
    """Whether the row below is filled again, so that a lone cell is a heading within the table."""
    below = rows[at + 1] if at + 1 < len(rows) else None
    return below is not None and below.number == rows[at].number + 1 and _is_filled(below)


def _run_start(rows: Sequence[VisibleRow], taken: Sequence[bool], first: int, end: int) -> int:
    """A row of two and more heads right above the first filled row belongs to it."""
    columns = {column for row in rows[first:end] for column, _ in row.cells}
    start = first
    while start > 0 and not taken[start - 1] and rows[start - 1].number == rows[start].number - 1:
        above = {column for column, _ in rows[start - 1].cells}
        if len(above) < _PAIR or not above <= columns or _is_field(rows[start - 1]):
            break
        start -= 1
    return start


def _is_filled(row: VisibleRow) -> bool:
    """Three cells, or a text and a number; a label with its value is neither."""
    if _is_field(row):
        return False
    return len(row.cells) >= _DENSE or (len(row.cells) == _PAIR and row.cells[-1][1].is_number)


def _is_field(row: VisibleRow) -> bool:
    """A label, a colon and a value in neighbouring cells."""
    texts = [cell.text for _, cell in row.cells]
    return any(text.startswith(":") for text in texts) or any(text.endswith(":") for text in texts[:-1])


def _is_parted(columns: set[int], rows: Sequence[VisibleRow], kinds: Sequence[bool], at: int) -> bool:
    """Whether the row `at`, below a blank one, opens a table with columns of its own, beside those of the one above."""
    if rows[at].number == rows[at - 1].number + 1:
        return False
    end = at + 1
    while end < len(rows) and kinds[end] and rows[end].number == rows[end - 1].number + 1:
        end += 1
    return not columns.issuperset(column for row in rows[at:end] for column, _ in row.cells)


def _is_block(region: Region) -> bool:
    """A frame round one or two cells with several lines each is no table: text stands in it."""
    lines = max(cell.text.count("\n") + 1 for row in region.rows for _, cell in row.cells)
    numbers = any(cell.is_number for row in region.rows for _, cell in row.cells)
    return len(region.columns) <= _PAIR and lines >= _TALL and not numbers


def side_by_side(sheet: Sheet, region: Region) -> Iterator[tuple[int, ...]]:
    """The columns of a table, or of several that stand side by side with an empty column between them.

    An empty column parts tables where no merged cell crosses it and either it has no lines while they have, or the two
    sides are not filled in the same rows.
    """
    columns = sorted(region.columns)
    crossed = {
        column
        for row in region.rows
        for first, _ in row.cells
        for column in range(first, min(sheet.right_of(row.number, first), columns[-1]) + 1)
    }
    start = 0
    for at in range(_PAIR, len(columns) - 1):
        gap = range(columns[at - 1] + 1, columns[at])
        free = [column for column in gap if column not in crossed and column not in sheet.hidden_columns]
        left, right = set(columns[start:at]), set(columns[at:])
        if free and at - start >= _PAIR and _are_apart(sheet, region, free, left, right):
            yield tuple(columns[start:at])
            start = at
    yield tuple(columns[start:])


def _are_apart(sheet: Sheet, region: Region, gap: list[int], left: set[int], right: set[int]) -> bool:
    numbers = [row.number for row in region.rows]
    places = {(row.number, column) for row in region.rows for column, _ in row.cells}
    boxed = [any((row, column) in sheet.boxed and (row, column) in places for row in numbers for column in side)
             for side in (left, right)]  # fmt: skip
    if all(boxed):
        return not any((row, column) in sheet.boxed for row in numbers for column in gap)
    return _rows_of(region, left) != _rows_of(region, right)


def _rows_of(region: Region, columns: set[int]) -> set[int]:
    return {row.number for row in region.rows if any(column in columns for column, _ in row.cells)}
