"""Tables in files that nest them: columns without a width of their own, and what stands in a cell beside plain lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pkcheck.documents.document import Block, Cell, Line, Row, Table
from pkcheck.model import Source

_NEAR = 227
"""Edges of columns nearer than this are one edge, drawn by hand: 4 mm, in twentieths of a point."""
MAX_CELLS = 500_000


class TooManyCellsError(Exception):
    """A table of more than MAX_CELLS cells: made to exhaust memory, not to be read."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A cell that begins at column `start` of the grid, and what it holds: nothing where it is `merged` with that above."""

    start: int
    blocks: tuple[Block, ...]
    merged: bool = False


@dataclass(frozen=True, slots=True)
class FramedRow:
    """The cells of one row, left to right."""

    cells: tuple[Framed, ...]
    source: Source


def unframed(rows: Sequence[FramedRow], edges: Sequence[float] = ()) -> Iterator[Block]:
    """The rows as tables of plain text; a row that holds a whole table within it is taken apart into what its cells hold.

    A cell's lines are parted by line breaks. A cell that runs over several columns has its text in the first of them, ""
    in the others. `edges` tells where the columns of the grid begin; empty where that is not known.
    """
    columns = _columns(rows, edges)
    width = max(columns.values(), default=-1) + 1
    if width * len(rows) > MAX_CELLS:
        raise TooManyCellsError
    held: list[Row] = []
    for row in rows:
        if any(_is_whole(block) for cell in row.cells for block in cell.blocks):
            if held:
                yield Table(tuple(held))
            held = []
            for cell in row.cells:
                yield from cell.blocks
            continue
        texts = dict.fromkeys(range(width), "")
        texts.update((columns[cell.start], "\n".join(_lines(cell.blocks)).strip("\n")) for cell in row.cells)
        merged = {columns[cell.start] for cell in row.cells if cell.merged}
        cells = (Cell(texts[at], row.source, merged=at in merged) for at in range(width))
        held.append(Row(tuple(cells), row.source))
    if held:
        yield Table(tuple(held))


def _is_whole(block: Block) -> bool:
    """A table with rows and columns, not a line or a column of cells."""
    return isinstance(block, Table) and len(block.rows) > 1 and any(len(row.cells) > 1 for row in block.rows)


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield " ".join(block.text.split())
        else:
            for row in block.rows:
                yield " ".join(text for cell in row.cells for text in cell.text.split())


def _columns(rows: Sequence[FramedRow], edges: Sequence[float]) -> dict[int, int]:
    """The column of each place where a cell begins; places where none does, or nearly none, make no column."""
    beside = {(one.start, other.start) for row in rows for one, other in zip(row.cells, row.cells[1:], strict=False)}
    columns: dict[int, int] = {}
    opened: list[int] = []
    for start in sorted({cell.start for row in rows for cell in row.cells}):
        near = bool(opened) and bool(edges) and _edge(edges, start) - _edge(edges, opened[0]) < _NEAR
        if near and not any((one, start) in beside for one in opened):
            opened.append(start)
        else:
            opened = [start]
        columns[start] = columns[opened[0]] if len(opened) > 1 else len(set(columns.values()))
    return columns


def _edge(edges: Sequence[float], start: int) -> float:
    return edges[start] if start < len(edges) else edges[-1] + _NEAR * (start - len(edges) + 1)
