"""Workbooks (.xlsx, and .xlsm without its macros): what can be seen of each sheet, with the cell of everything."""

from pkcheck.documents.document import Document
from pkcheck.documents.spreadsheet.blocks import document_of
from pkcheck.documents.spreadsheet.openxml import read_workbook


def read(data: bytes, file: str) -> Document:
    """Read a workbook. Raises InputError for a damaged, protected or far too large one."""
    return document_of(read_workbook(data, file), file)
