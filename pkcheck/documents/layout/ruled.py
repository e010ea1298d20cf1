"""Tables with ruling lines: the cells of a grid with the text that stands in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pkcheck.documents.layout.celltext import cell_texts
from pkcheck.documents.layout.grid import Grid, Span
from pkcheck.documents.layout.pieces import CellPiece, TablePiece
from pkcheck.documents.layout.words import Glyph, PrintedLine, lines_of

_ROOM_TO_SIGN = 2.0
_LETTERING_COLUMNS = 2
_LEVEL = 0.1
_ABUTS = 0.05
_Texts = dict[Span, tuple[PrintedLine, ...]]


def ruled_tables(grids: Sequence[Grid], glyphs: Iterable[Glyph]) -> tuple[tuple[TablePiece, ...], tuple[Glyph, ...]]:
    """The tables that `grids` are, and the glyphs that stand in none.

    A frame is no table: a single column, a single row of two, or two columns with room for signatures.
    """
    inner_first = sorted(grids, key=lambda grid: (grid.box[2] - grid.box[0]) * (grid.box[3] - grid.box[1]))
    placed: dict[int, dict[Span, list[Glyph]]] = defaultdict(lambda: defaultdict(list))
    free: list[Glyph] = []
    before: Glyph | None = None
    home = free
    for glyph in glyphs:
        if before is not None and _continues(before, glyph):
            home.append(glyph)
            before = glyph
            continue
        before, home = glyph, free
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        for number, grid in enumerate(inner_first):
            span = grid.at(x, y) if _within(grid, x, y) else None
            if span is not None:
                home = placed[number][span]
                break
        home.append(glyph)
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


def _continues(before: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph goes on with the word before it, so that the two stand in one cell, also where it is too narrow."""
    is_level = abs(glyph.top - before.top) < _LEVEL * before.height
    return is_level and abs(glyph.x0 - before.x1) < _ABUTS * before.height and not before.text.isspace()


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
        cells = _cells(grid, row, columns, texts)
        if any(cell.text for cell in cells):
            table.append(tuple(cells))
    ruled = [row for row in rows if any((row, at) in grid.owners for at in range(len(grid.xs) - 1))]
    box = (grid.xs[0], grid.ys[ruled[0]], grid.xs[-1], grid.ys[ruled[-1] + 1])
    return TablePiece(tuple(table), box)


def _cells(grid: Grid, row: int, columns: Sequence[int], texts: _Texts) -> list[CellPiece]:
    squares = [(row, column) for column in columns]
    spans = [grid.owners.get(square) for square in squares]
    own = [
        span if span is not None and (span.row, span.column) == square else None
        for span, square in zip(spans, squares, strict=True)
    ]
    boxes = [
        each.box if each else (grid.xs[column], grid.ys[row], grid.xs[column + 1], grid.ys[row + 1])
        for each, column in zip(own, columns, strict=True)
    ]
    lines = [texts.get(each, ()) if each else () for each in own]
    return [
        CellPiece(text, box, merged=each is None and span is not None and span.row < row)
        for text, box, each, span in zip(
            cell_texts(list(zip(lines, boxes, strict=True))), boxes, own, spans, strict=True
        )
    ]
