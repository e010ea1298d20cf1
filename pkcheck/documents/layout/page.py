"""One page as lines and tables in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from pkcheck.documents.layout.aligned import Unclear, with_aligned_tables
from pkcheck.documents.layout.grid import grids_of, joined
from pkcheck.documents.layout.ink import Ink
from pkcheck.documents.layout.pieces import Piece, TablePiece, TextPiece, UnclearPiece
from pkcheck.documents.layout.ruled import ruled_tables
from pkcheck.documents.layout.spread import halves_of
from pkcheck.documents.layout.words import Box, PrintedLine, Word, bounds, lines_of

_BLANK = 0.9
_USUAL_GAPS = 1.6
_PARTED = 3
_MIN_GAPS = 3


def pieces_of(ink: Ink) -> tuple[Piece, ...]:
    """The lines and tables on a page, column by column and from top to bottom; a blank line where a gap is wide.

    Raises TooMuchInkError.
    """
    return tuple(piece for half in halves_of(ink) for piece in _column(half))


def _column(ink: Ink) -> Iterator[Piece]:
    across = joined(ink.across)
    tables, free = ruled_tables(grids_of(across, joined(ink.down)), ink.glyphs)
    lines = lines_of(free)
    advance = _advance(lines)
    found: list[PrintedLine | TablePiece | Unclear] = list(tables)
    for run in _between(lines, tables):
        found.extend(with_aligned_tables(run, across))
    yield from _spaced(sorted((_piece(each, advance) for each in found), key=lambda piece: piece.box[1]))


def _between(lines: Sequence[PrintedLine], tables: Sequence[TablePiece]) -> Iterator[list[PrintedLine]]:
    """Runs of lines with no table between them."""
    tops = sorted(table.box[1] for table in tables)
    runs: dict[int, list[PrintedLine]] = {}
    for line in lines:
        runs.setdefault(sum(top < line.box[1] for top in tops), []).append(line)
    yield from runs.values()


def _advance(lines: Iterable[PrintedLine]) -> float:
    """The width of an average character."""
    widths = [(word.x1 - word.x0) / len(word.text) for line in lines for word in line.words]
    return max(median(widths), 1.0) if widths else 1.0


def _piece(found: PrintedLine | TablePiece | Unclear, advance: float) -> Piece:
    if isinstance(found, TablePiece):
        return found
    if isinstance(found, Unclear):
        lines = tuple(_text(line, advance) for line in found.lines)
        return UnclearPiece(lines, bounds([word for line in found.lines for word in line.words]))
    return _text(found, advance)


def _text(line: PrintedLine, advance: float) -> TextPiece:
    """The line with runs of blanks where its pieces stand apart, each about where it is printed."""
    text, indent = "", 0
    for piece in line.pieces():
        words = " ".join(word.text for word in piece)
        column = max(round(_middle(piece) / advance - len(words) / 2), 0)
        if text:
            text += " " * max(column - indent - len(text), _PARTED) + words
        else:
            text, indent = words, column
    return TextPiece(text, line.box, indent)


def _middle(words: Sequence[Word]) -> float:
    left, _, right, _ = bounds(words)
    return (left + right) / 2


def _spaced(pieces: list[Piece]) -> Iterator[Piece]:
    """`pieces` with a blank line in each wide gap."""
    gaps = [below.box[1] - above.box[3] for above, below in pairwise(pieces)]
    small = [gap for gap in gaps if gap > 0]
    usual = median(small) if len(small) >= _MIN_GAPS else 0.0
    for at, piece in enumerate(pieces):
        if at and gaps[at - 1] > max(_BLANK * _line_height(piece), _USUAL_GAPS * usual):
            box: Box = (piece.box[0], pieces[at - 1].box[3], piece.box[0], piece.box[1])
            yield TextPiece("", box)
        yield piece


def _line_height(piece: Piece) -> float:
    return piece.box[3] - piece.box[1] if isinstance(piece, TextPiece) else 12.0
