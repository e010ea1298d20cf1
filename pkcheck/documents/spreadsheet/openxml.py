"""Workbooks in Office Open XML (.xlsx, .xlsm), by openpyxl; what its bounded way of reading leaves out, by `survey`."""

import posixpath
import warnings
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
from openpyxl.cell.read_only import EMPTY_CELL

from pkcheck import messages
from pkcheck.documents.archive import chunks, opened
from pkcheck.documents.spreadsheet.printed import Value, printed
from pkcheck.documents.spreadsheet.sheet import MAX_CELLS, Cell, Place, Sheet, Workbook
from pkcheck.documents.spreadsheet.survey import Survey, survey
from pkcheck.errors import InputError

_WORKBOOK = "xl/workbook.xml"
_MACROS = "xl/vbaProject.bin"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MAX_ROWS = 1_048_576
_BOXED = 2


def read_workbook(data: bytes, file: str) -> Workbook:
    """Every worksheet, hidden ones too.

    Raises InputError for a workbook that is damaged, under a password, or larger than can be read in bounded time.
    """
    with opened(data, file) as archive:
        try:
            return _workbook(archive, data, file)
        except InputError:
            raise
        except Exception as error:  # zipfile, zlib, expat and openpyxl each have their own
            problem = f"{type(error).__name__}: {error}"
            raise InputError(messages.WORKBOOK_BROKEN, file, None, problem=problem) from error


def _workbook(archive: zipfile.ZipFile, data: bytes, file: str) -> Workbook:
    surveys = dict(_surveys(archive, file))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of drawings and validations that openpyxl does not keep
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            sheets = tuple(_sheet(each, surveys[each.title]) for each in book.worksheets if each.title in surveys)
        finally:
            book.close()
    return Workbook(sheets, has_macros=_MACROS in archive.namelist())


def _surveys(archive: zipfile.ZipFile, file: str) -> Iterator[tuple[str, Survey]]:
    left = MAX_CELLS
    for title, part in _parts(archive):
        found = survey(chunks(archive, part), left)
        left -= found.filled
        if left < 0:
            raise InputError(messages.WORKBOOK_TOO_LARGE, file, None, sheet=title, limit=MAX_CELLS)
        yield title, found


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The titles of the worksheets and the parts of the archive that hold them."""
    relations = ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314  `opened` refuses declarations
    targets = {each.get("Id"): each for each in relations}
    for element in ET.fromstring(archive.read(_WORKBOOK)).iter():  # noqa: S314
        relation = targets.get(element.get(_ID)) if element.tag.rpartition("}")[2] == "sheet" else None
        if relation is not None and relation.get("Type", "").endswith("/worksheet"):
            target = posixpath.normpath(posixpath.join("/xl", relation.get("Target", ""))).lstrip("/")
            yield element.get("name", ""), target


def _sheet(sheet: Any, found: Survey) -> Sheet:
    cells: dict[Place, Cell] = {}
    boxed: set[Place] = set()
    if found.last_row:
        rows = sheet.iter_rows(max_row=min(found.last_row, _MAX_ROWS), max_col=found.last_column)
        for row in rows:
            for each in row:
                if each is not EMPTY_CELL:
                    _take(each, cells, boxed)
    return Sheet(
        name=sheet.title,
        cells=cells,
        merged=tuple(found.merged),
        boxed=frozenset(boxed),
        hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(found.hidden_rows),
        hidden_columns=frozenset(found.hidden_columns),
        uncomputed=frozenset(found.uncomputed),
        beyond=found.beyond,
    )


def _take(cell: Any, cells: dict[Place, Cell], boxed: set[Place]) -> None:
    """Keep what is printed in `cell`, and whether it has lines round it."""
    if not cell.has_style and cell.value is None:
        return
    place = cell.row, cell.column
    if _is_boxed(cell):
        boxed.add(place)
    value: Value = cell.value
    if value is not None:
        cells[place] = Cell(printed(value, cell.number_format), value, is_error=cell.data_type == "e")


def _is_boxed(cell: Any) -> bool:
    border = cell.border
    sides = (border.left, border.right, border.top, border.bottom)
    return sum(side is not None and side.style is not None for side in sides) >= _BOXED
