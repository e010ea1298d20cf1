"""What a worksheet's XML says beside its values: how far it is filled, what is merged, hidden, or left uncomputed.

One pass without a tree, so that a million empty rows with a format cost time but no memory.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from pkcheck.cells import row_and_column
from pkcheck.documents.spreadsheet.sheet import MAX_COLUMNS, Area, Place

_MAX_MERGED = 100_000
_NO_SIZE = ("0", "0.0")


@dataclass(slots=True)
class Survey:
    """`last_row` and `last_column` are of the last filled cell within MAX_COLUMNS, 0 where there is none."""

    filled: int = 0
    last_row: int = 0
    last_column: int = 0
    beyond: Place | None = None
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncomputed: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """The cell that is being read."""

    row: int = 0
    column: int = 0
    name: str = ""
    hidden_row: bool = False
    in_cell: bool = False
    has_formula: bool = False
    in_value: bool = False
    has_value: bool = False


def survey(chunks: Iterable[bytes], limit: int) -> Survey:
    """Look over the XML of one worksheet; stops counting soon after `limit` filled cells. Raises expat's errors."""
    found, at = Survey(), _Open()
    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True

    def text(_: str) -> None:
        at.has_value = at.has_value or at.in_value

    parser.StartElementHandler = lambda name, attributes: _start(found, at, name.rpartition("|")[2], attributes)
    parser.EndElementHandler = lambda name: _end(found, at, name.rpartition("|")[2])
    parser.CharacterDataHandler = text
    for chunk in chunks:
        parser.Parse(chunk, False)
        if found.filled > limit:
            return found
    parser.Parse(b"", True)
    return found


def _start(found: Survey, at: _Open, tag: str, attributes: dict[str, str]) -> None:
    if tag == "c":
        _open_cell(at, attributes)
    elif tag == "row":
        _open_row(at, attributes)
    elif tag == "f":
        at.has_formula = at.in_cell
    elif tag in ("v", "t"):
        at.in_value = at.in_cell
    elif tag == "col":
        _note_column(found, attributes)
    elif tag == "mergeCell" and len(found.merged) < _MAX_MERGED:
        _note_merged(found, attributes.get("ref", ""))


def _end(found: Survey, at: _Open, tag: str) -> None:
    if tag in ("v", "t"):
        at.in_value = False
    elif tag == "c":
        at.in_cell = False
        if at.has_value or at.has_formula:
            _note_cell(found, at)


def _open_row(at: _Open, attributes: dict[str, str]) -> None:
    given = attributes.get("r", "")
    at.row, at.column = int(given) if given.isdigit() else at.row + 1, 0
    at.hidden_row = attributes.get("hidden") in ("1", "true") or attributes.get("ht") in _NO_SIZE


def _open_cell(at: _Open, attributes: dict[str, str]) -> None:
    at.name, at.column = attributes.get("r", ""), at.column + 1
    at.in_cell, at.has_formula, at.in_value, at.has_value = True, False, False, False


def _note_cell(found: Survey, at: _Open) -> None:
    place = at.row, at.column = row_and_column(at.name) or (at.row, at.column)
    if at.column > MAX_COLUMNS:
        found.beyond = min(found.beyond or place, place)
        return
    found.filled += 1
    found.last_row, found.last_column = max(found.last_row, at.row), max(found.last_column, at.column)
    if at.hidden_row:
        found.hidden_rows.add(at.row)
    if at.has_formula and not at.has_value:
        found.uncomputed.append(place)


def _note_column(found: Survey, attributes: dict[str, str]) -> None:
    first, last = attributes.get("min", ""), attributes.get("max", "")
    if (attributes.get("hidden") in ("1", "true") or attributes.get("width") in _NO_SIZE) and first.isdigit():
        end = min(int(last) if last.isdigit() else int(first), MAX_COLUMNS)
        found.hidden_columns.update(range(int(first), end + 1))


def _note_merged(found: Survey, reference: str) -> None:
    first, _, last = reference.partition(":")
    start, end = row_and_column(first), row_and_column(last)
    if start and end:
        found.merged.append(Area(*start, *end))
