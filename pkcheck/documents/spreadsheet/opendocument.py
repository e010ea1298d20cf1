"""OpenDocument spreadsheets (.ods): repeated rows and cells counted, never spread out where nothing stands in them."""

import datetime
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from pkcheck import messages
from pkcheck.documents.archive import chunks, opened
from pkcheck.documents.foreign import refusal, suffix_of_media_type
from pkcheck.documents.spreadsheet.printed import Value, in_indonesian, printed
from pkcheck.documents.spreadsheet.sheet import MAX_CELLS, MAX_COLUMNS, Area, Cell, Place, Sheet, Workbook
from pkcheck.errors import InputError

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_MACROS = "Basic/"
_ENCRYPTED = b"encryption-data"
_SHEETS = "application/vnd.oasis.opendocument.spreadsheet"
_NOT_SHOWN = ("annotation", "shapes", "frame", "custom-shape", "tracked-changes", "dde-links")
_HIDDEN = ("collapse", "filter")
_BORDERS = ("border", "border-left", "border-right", "border-top", "border-bottom")
_ERRORS = ("#", "Err:")
_MAX_ROW = 1_048_576
_MAX_MERGED = 100_000
_MAX_TEXT = 100_000
_BOXED = 2
_ALL_SIDES = 4


def read_workbook(data: bytes, file: str) -> Workbook:
    """Every sheet, hidden ones too.

    Raises InputError for a file that is damaged, under a password, no spreadsheet, or too large for bounded time.
    """
    with opened(data, file) as archive:
        try:
            return _workbook(archive, file)
        except InputError:
            raise
        except Exception as error:  # zipfile, zlib and expat each have their own
            problem = f"{type(error).__name__}: {error}"
            raise InputError(messages.ARCHIVE_BROKEN, file, None, problem=problem) from error


def _workbook(archive: zipfile.ZipFile, file: str) -> Workbook:
    names = archive.namelist()
    if _MANIFEST in names and _ENCRYPTED in b"".join(chunks(archive, _MANIFEST)):
        raise InputError(messages.FILE_ENCRYPTED, file)
    kind = archive.read("mimetype").decode("ascii", "replace").strip() if "mimetype" in names else _SHEETS
    if not kind.startswith(_SHEETS):
        raise refusal(suffix_of_media_type(kind), file)
    reading = _Reading(file)
    _parse(chunks(archive, _CONTENT), reading)
    return Workbook(tuple(reading.sheets), has_macros=any(name.startswith(_MACROS) for name in names))


@dataclass(slots=True)
class _Style:
    boxed: bool = False
    hidden: bool = False


@dataclass(slots=True)
class _Open:
    """The sheet that is being read, at the row and cell that have been reached."""

    name: str
    hidden: bool
    row: int = 1
    rows: int = 1
    row_hidden: bool = False
    column: int = 1
    columns_named: int = 0
    cells: dict[Place, Cell] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    boxed: set[Place] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncomputed: list[Place] = field(default_factory=list)
    beyond: Place | None = None


@dataclass(slots=True)
class _OpenCell:
    attributes: dict[str, str]
    covered: bool
    lines: list[str] = field(default_factory=list)
    size: int = 0


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    file: str
    sheets: list[Sheet] = field(default_factory=list)
    styles: dict[str, _Style] = field(default_factory=dict)
    style: _Style | None = None
    sheet: _Open | None = None
    cell: _OpenCell | None = None
    in_text: int = 0
    skipping: int = 0
    filled: int = 0


def _parse(content: Iterable[bytes], reading: _Reading) -> None:
    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition("|")[2]
        if reading.skipping or tag in _NOT_SHOWN:
            reading.skipping += 1
        elif tag in _STARTS:
            _STARTS[tag](reading, {key.rpartition("|")[2]: value for key, value in attributes.items()})

    def text(characters: str) -> None:
        cell = reading.cell
        if reading.in_text and cell and cell.size < _MAX_TEXT and not reading.skipping:
            cell.lines[-1] += characters
            cell.size += len(characters)

    def end(name: str) -> None:
        if reading.skipping:
            reading.skipping -= 1
            return
        tag = name.rpartition("|")[2]
        if tag in _ENDS:
            _ENDS[tag](reading)

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    for chunk in content:
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _open_style(reading: _Reading, attributes: dict[str, str]) -> None:
    reading.style = reading.styles.setdefault(attributes.get("name", ""), _Style())


def _cell_properties(reading: _Reading, attributes: dict[str, str]) -> None:
    drawn = [key for key in _BORDERS if attributes.get(key, "none") not in ("none", "hidden")]
    if reading.style:
        reading.style.boxed = (_ALL_SIDES if "border" in drawn else len(drawn)) >= _BOXED


def _table_properties(reading: _Reading, attributes: dict[str, str]) -> None:
    if reading.style:
        reading.style.hidden = attributes.get("display") == "false"


def _open_table(reading: _Reading, attributes: dict[str, str]) -> None:
    style = reading.styles.get(attributes.get("style-name", ""), _Style())
    reading.sheet = _Open(attributes.get("name", ""), style.hidden)


def _open_column(reading: _Reading, attributes: dict[str, str]) -> None:
    if reading.sheet is None:
        return
    first, count = reading.sheet.columns_named + 1, _count(attributes, "number-columns-repeated")
    reading.sheet.columns_named += count
    if attributes.get("visibility") in _HIDDEN:
        reading.sheet.hidden_columns.update(range(first, min(first + count - 1, MAX_COLUMNS) + 1))


def _open_row(reading: _Reading, attributes: dict[str, str]) -> None:
    if reading.sheet is not None:
        reading.sheet.rows = _count(attributes, "number-rows-repeated")
        reading.sheet.row_hidden = attributes.get("visibility") in _HIDDEN
        reading.sheet.column = 1


def _open_cell(reading: _Reading, attributes: dict[str, str]) -> None:
    reading.cell = _OpenCell(attributes, covered=False)


def _open_covered(reading: _Reading, attributes: dict[str, str]) -> None:
    reading.cell = _OpenCell(attributes, covered=True)


def _open_text(reading: _Reading, _: dict[str, str]) -> None:
    if reading.cell is not None:
        reading.in_text += 1
        reading.cell.lines.append("")


def _blanks(reading: _Reading, attributes: dict[str, str]) -> None:
    if reading.in_text and reading.cell:
        reading.cell.lines[-1] += " " * min(_count(attributes, "c"), 100)


def _line_break(reading: _Reading, _: dict[str, str]) -> None:
    if reading.in_text and reading.cell:
        reading.cell.lines.append("")


def _count(attributes: dict[str, str], name: str) -> int:
    given = attributes.get(name, "1")
    return max(int(given), 1) if given.isdigit() else 1


def _close_text(reading: _Reading) -> None:
    reading.in_text = max(reading.in_text - 1, 0)


def _close_cell(reading: _Reading) -> None:
    cell, sheet = reading.cell, reading.sheet
    reading.cell, reading.in_text = None, 0
    if cell is None or sheet is None:
        return
    columns = _count(cell.attributes, "number-columns-repeated")
    first = sheet.column
    sheet.column += columns
    style = reading.styles.get(cell.attributes.get("style-name", ""))
    found = None if cell.covered else _printed(cell)
    is_lost = not cell.covered and found is None and "formula" in cell.attributes
    if found is None and not is_lost and not (style and style.boxed and first <= MAX_COLUMNS):
        return
    for row in range(sheet.row, min(sheet.row + sheet.rows, _MAX_ROW + 1)) if found or is_lost else (sheet.row,):
        for column in range(first, first + columns):
            if column > MAX_COLUMNS:
                sheet.beyond = sheet.beyond or ((row, column) if found else None)
                break
            if style and style.boxed:
                sheet.boxed.add((row, column))
            if is_lost:
                sheet.uncomputed.append((row, column))
            if found or is_lost:
                _keep((row, column), cell, found, reading)


def _keep(place: Place, cell: _OpenCell, found: Cell | None, reading: _Reading) -> None:
    sheet = reading.sheet
    if sheet is None:
        return
    reading.filled += 1
    if reading.filled > MAX_CELLS:
        raise InputError(messages.WORKBOOK_TOO_LARGE, reading.file, None, sheet=sheet.name, limit=MAX_CELLS)
    if found:
        sheet.cells[place] = found
    if sheet.row_hidden:
        sheet.hidden_rows.add(place[0])
    across, down = (_count(cell.attributes, f"number-{each}-spanned") for each in ("columns", "rows"))
    if across * down > 1 and len(sheet.merged) < _MAX_MERGED:
        sheet.merged.append(Area(*place, place[0] + down - 1, place[1] + across - 1))


def _printed(cell: _OpenCell) -> Cell | None:
    """What stands in a cell; None for an empty one. Days are written out: their printed form may be any country's."""
    kind = cell.attributes.get("value-type")
    shown = printed("\n".join(cell.lines))
    value: Value = shown
    if kind in ("float", "percentage", "currency"):
        value = _as_number(cell.attributes.get("value", ""))
        if isinstance(value, int | float):
            shown = in_indonesian(shown, value) if shown else printed(value, "0.##%" if kind == "percentage" else None)
    elif kind == "date":
        value = _as_day(cell.attributes.get("date-value", ""))
        shown = printed(value) if value else shown
    if not shown:
        return None
    is_error = shown.startswith(_ERRORS) and "formula" in cell.attributes
    return Cell(shown, shown if value is None else value, is_error)


def _as_number(text: str) -> int | float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return int(number) if number.is_integer() else number


def _as_day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _close_row(reading: _Reading) -> None:
    if reading.sheet is not None:
        reading.sheet.row += reading.sheet.rows


def _close_table(reading: _Reading) -> None:
    sheet = reading.sheet
    reading.sheet = None
    if sheet is not None:
        reading.sheets.append(
            Sheet(
                name=sheet.name,
                cells=sheet.cells,
                merged=tuple(sheet.merged),
                boxed=frozenset(sheet.boxed),
                hidden=sheet.hidden,
                hidden_rows=frozenset(sheet.hidden_rows),
                hidden_columns=frozenset(sheet.hidden_columns),
                uncomputed=frozenset(sheet.uncomputed),
                beyond=sheet.beyond,
            )
        )


_STARTS: dict[str, Callable[[_Reading, dict[str, str]], None]] = {
    "style": _open_style,
    "table-cell-properties": _cell_properties,
    "table-properties": _table_properties,
    "table": _open_table,
    "table-column": _open_column,
    "table-row": _open_row,
    "table-cell": _open_cell,
    "covered-table-cell": _open_covered,
    "p": _open_text,
    "h": _open_text,
    "s": _blanks,
    "tab": _blanks,
    "line-break": _line_break,
}
_ENDS: dict[str, Callable[[_Reading], None]] = {
    "p": _close_text,
    "h": _close_text,
    "table-cell": _close_cell,
    "covered-table-cell": _close_cell,
    "table-row": _close_row,
    "table": _close_table,
}
