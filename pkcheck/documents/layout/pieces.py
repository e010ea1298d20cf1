"""What a page is cut into, before its lines are numbered."""

from dataclasses import dataclass

from pkcheck.documents.layout.words import Box


@dataclass(frozen=True, slots=True)
class TextPiece:
    """One line of text with its inner spacing; `indent` in average characters from the left edge."""

    text: str
    box: Box
    indent: int = 0


@dataclass(frozen=True, slots=True)
class CellPiece:
    """One cell: of merged ones the first has the text, the others none; those below it are `merged`."""

    text: str
    box: Box
    merged: bool = False


@dataclass(frozen=True, slots=True)
class TablePiece:
    """Rows of equally many cells."""

    rows: tuple[tuple[CellPiece, ...], ...]
    box: Box


@dataclass(frozen=True, slots=True)
class UnclearPiece:
    """Lines that stand in columns like a table, of which it cannot be said what belongs together."""

    lines: tuple[TextPiece, ...]
    box: Box


Piece = TextPiece | TablePiece | UnclearPiece
