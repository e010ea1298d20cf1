"""The one type that every reader gives: lines and tables in reading order, each with its place. Knows no PK."""

from dataclasses import dataclass

from pkcheck.model import Source
from pkcheck.notes import Note


@dataclass(frozen=True, slots=True)
class Line:
    """One line of running text, its inner spacing kept; a blank line has the text "", `indent` blanks stood before it."""

    text: str
    source: Source
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, empty cells included; `unread` where more stands in it than `text` says.

    `merged` where it is known to be one with the cell above it, which holds the text of both.
    """

    text: str
    source: Source
    unread: bool = False
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand together; a table that runs over pages may come as several."""

    rows: tuple[Row, ...]


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A file as its reader saw it."""

    file: str
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose pages can be read apart: the bytes to read them from, and what is to be said of the whole.

    `slow` where a page takes seconds, as pictures do.
    """

    data: bytes
    pages: int
    notes: tuple[Note, ...] = ()
    slow: bool = False
