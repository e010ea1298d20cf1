"""From the pieces of a page to the lines and tables of a document, each with its source."""

from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

from pkcheck import messages
from pkcheck.documents.document import Block, Cell, Line, Row, Table
from pkcheck.documents.layout.pieces import Piece, TablePiece, TextPiece, UnclearPiece
from pkcheck.documents.layout.words import Box
from pkcheck.model import Source
from pkcheck.notes import Note


class Place(Protocol):
    """The source of a box on a line, which is numbered from 1, in running text or in a table."""

    def __call__(self, box: Box, line: int, how: Literal["text", "table"]) -> Source:
        """Where it is."""


def blocks_of(
    pieces: Sequence[Piece], place: Place, lines: Iterator[int]
) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Lines and tables in reading order, numbered by `lines`; lines in columns that cannot be told apart give a problem."""
    blocks: list[Block] = []
    notes: list[Note] = []
    for piece in pieces:
        if isinstance(piece, TablePiece):
            blocks.append(_table(piece, place, lines))
            continue
        own = [
            _line(each, place, next(lines)) for each in (piece.lines if isinstance(piece, UnclearPiece) else [piece])
        ]
        blocks.extend(own)
        if isinstance(piece, UnclearPiece):
            whole = own[0].source.model_copy(update={"end_line": own[-1].source.line})
            notes.append(Note("problem", messages.COLUMNS_UNCLEAR, whole, quote=own[0].text))
    return tuple(blocks), tuple(notes)


def _line(piece: TextPiece, place: Place, line: int) -> Line:
    return Line(piece.text, place(piece.box, line, "text"), piece.indent)


def _table(piece: TablePiece, place: Place, lines: Iterator[int]) -> Table:
    rows = []
    for cells in piece.rows:
        line = next(lines)
        box = (cells[0].box[0], cells[0].box[1], cells[-1].box[2], max(cell.box[3] for cell in cells))
        placed = tuple(Cell(cell.text, place(cell.box, line, "table"), merged=cell.merged) for cell in cells)
        rows.append(Row(placed, place(box, line, "table")))
    return Table(tuple(rows))
