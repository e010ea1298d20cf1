"""Tables with ruling lines: the cells of a grid with the text that stands in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pkcheck.documents.layout.grid import Grid, Span
from pkcheck.documents.layout.pieces import CellPiece, TablePiece
from pkcheck.documents.layout.words import Glyph, PrintedLine, lines_of, run_together

_ROOM_TO_SIGN = 2.0
_LETTERING_COLUMNS = 2
_Texts = dict[Span, tuple[PrintedLine, ...]]


def ruled_tables(grids: Sequence[Grid], glyphs: Iterable[Glyph]) -> tuple[tuple[TablePiece, ...], tuple[Glyph, ...]]:
    """The tables that `grids` are, and the glyphs that stand in none.

    A frame is no table: a single column, a single row of two, or two columns with room for signatures.
    """
    inner_first = sorted(grids, key=lambda grid: (grid.box[2] - grid.box[0]) * (grid.box[3] - grid.box[1]))
    placed: dict[int, dict[Span, list[Glyph]]] = defaultdict(lambda: defaultdict(list))
    free: list[Glyph] = []
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        for number, grid in enumerate(inner_first):
            span = grid.at(x, y) if _within(grid, x, y) else None
            if span is not None:
                placed[number][span].append(glyph)
                break
        else:
            free.append(glyph)
    tables: list[TablePiece] = []
    for number, grid in enumerate(inner_first):
        texts = {span: lines_of(inside) for span, inside in placed[number].items()}
        for rows in _bands(grid):
            columns = _columns(grid, rows)
            here = {span: lines for span, lines in texts.items() if span.row in rows and lines}
            if _is_frame(len(rows), len(columns), here):
                free.extend(glyph for span in here for glyph in placed[number][span])
            elif here:
                tables.append(_table(grid, rows, columns, here))
    return tuple(tables), tuple(free)


def _within(grid: Grid, x: float, y: float) -> bool:
    left, top, right, bottom = grid.box
    return left <= x <= right and top <= y <= bottom


def _bands(grid: Grid) -> Iterator[range]:
    """Rows that share their columns: two tables that touch, but are ruled differently, come apart."""
    start, walls = 0, grid.walls[0]
    for row, own in enumerate(grid.walls):
        if own <= walls or walls <= own:
            walls |= own
            continue
        yield range(start, row)
        start, walls = row, own
    yield range(start, len(grid.walls))


def _columns(grid: Grid, rows: range) -> list[int]:
    """Those columns of the grid in which a cell of `rows` begins."""
    squares = range(len(grid.xs) - 1)
    return sorted({span.column for row in rows for at in squares if (span := grid.owners.get((row, at)))})


def _is_frame(rows: int, columns: int, texts: _Texts) -> bool:
    if columns <= 1:
        return True
    if columns > _LETTERING_COLUMNS:
        return False
    return rows == 1 or any(_has_room_to_sign(lines) for lines in texts.values())


def _has_room_to_sign(lines: Sequence[PrintedLine]) -> bool:
    gaps = ((below.box[1] - above.box[3], above.height) for above, below in pairwise(lines))
    return any(gap > _ROOM_TO_SIGN * height for gap, height in gaps)


def _table(grid: Grid, rows: range, columns: Sequence[int], texts: _Texts) -> TablePiece:
    table = []
    for row in rows:
        cells = [_cell(grid, row, column, texts) for column in columns]
        if any(cell.text for cell in cells):
            table.append(tuple(cells))
    box = (grid.xs[0], grid.ys[rows.start], grid.xs[-1], grid.ys[rows.stop])
    return TablePiece(tuple(table), box)


def _cell(grid: Grid, row: int, column: int, texts: _Texts) -> CellPiece:
    span = grid.owners.get((row, column))
    if span is None or (span.row, span.column) != (row, column):
        box = (grid.xs[column], grid.ys[row], grid.xs[column + 1], grid.ys[row + 1])
        return CellPiece("", box, merged=span is not None and span.row < row)
    return CellPiece(run_together([line.text for line in texts.get(span, ())]), span.box)
