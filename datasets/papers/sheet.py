"""Workbooks: cells with formats, merged cells, ruled tables."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from papers.archive import settled

Value = str | int | float | None
RUPIAH = '"Rp" #,##0",-";-"Rp" #,##0",-";"Rp -"'
_RULE = Side(style="thin")
_BOX = Border(left=_RULE, right=_RULE, top=_RULE, bottom=_RULE)
_WRITTEN = datetime.datetime(2025, 1, 2, 8, 0, 0)  # noqa: DTZ001  dates of a workbook have no time zone


def new() -> Workbook:
    """A workbook without a sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.created = book.properties.modified = _WRITTEN
    book.properties.creator = ""
    return book


def add(book: Workbook, title: str, widths: Sequence[float]) -> Worksheet:
    """A further sheet with columns of `widths` characters."""
    page: Worksheet = book.create_sheet(title)
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToHeight = 0
    for at, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(at)].width = width
    return page


def put(
    page: Worksheet,
    where: str,
    value: Value,
    *,
    shown: str = "General",
    bold: bool = False,
    align: str | None = None,
    ruled: bool = False,
) -> None:
    """Write into the cell at `where`, or into the merged cells where that is a range such as "A1:D1"."""
    first = where.split(":", maxsplit=1)[0]
    if ":" in where:
        page.merge_cells(where)
    cell = page[first]
    cell.value, cell.number_format = value, shown
    cell.font = Font(name="Arial", size=10, bold=bold)
    cell.alignment = Alignment(horizontal=align, vertical="top", wrap_text=True)
    if ruled:
        for row in page[where] if ":" in where else ((cell,),):
            for each in row:
                each.border = _BOX


def row(
    page: Worksheet,
    at: int,
    values: Iterable[Value],
    *,
    first: int = 1,
    formats: Sequence[str] = (),
    bold: bool = False,
) -> None:
    """A ruled row of a table; `formats` are the number formats of its cells, from the left."""
    for offset, value in enumerate(values):
        shown = formats[offset] if offset < len(formats) else "General"
        put(page, f"{get_column_letter(first + offset)}{at}", value, shown=shown, bold=bold, ruled=True)


def save(book: Workbook, path: Path) -> Path:
    """Write the file, the same bytes for the same content."""
    book.save(path)
    return settled(path)
