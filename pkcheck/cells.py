"""Places in a workbook as A1 references: "B5", "'PK Kepala'!B5:E5"."""

import re

_REFERENCE = re.compile(
    r"^(?:(?P<sheet>'(?:[^']|'')*'|[^'!]+)!)?(?P<first>[A-Z]{1,3}\d+)(?::(?P<last>[A-Z]{1,3}\d+))?$"
)
_CELL = re.compile(r"^(?P<letters>[A-Z]{1,3})(?P<row>\d+)$")
_LETTERS = 26


def column_letters(column: int) -> str:
    """The letters of a column counted from 1: 28 is "AB"."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Row and column, both from 1, as "B5"."""
    return f"{column_letters(column)}{row}"


def row_and_column(name: str) -> tuple[int, int] | None:
    """What "B5" names; None for anything else."""
    found = _CELL.match(name)
    if not found:
        return None
    column = 0
    for letter in found["letters"]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(found["row"]), column


def quoted(sheet: str) -> str:
    """A sheet's name as it stands before a cell, in quotes where it needs them."""
    return sheet if sheet.isalnum() else "'{}'".format(sheet.replace("'", "''"))


def reference(sheet: str, row: int, column: int, last: tuple[int, int] | None = None) -> str:
    """A cell of a sheet, or the range from there to `last` (row, column)."""
    start = f"{quoted(sheet)}!{cell_name(row, column)}"
    return start if last is None or last == (row, column) else f"{start}:{cell_name(*last)}"


def spanning(references: list[str]) -> str:
    """The smallest range over `references`, as far as they are on the sheet of the first; that one if they are not read."""
    found = [_REFERENCE.match(each) for each in references]
    if found[0] is None:
        return references[0]
    sheet = found[0]["sheet"]
    corners = [
        corner
        for each in found
        if each and each["sheet"] == sheet
        for name in (each["first"], each["last"])
        if name and (corner := row_and_column(name))
    ]
    rows, columns = [row for row, _ in corners], [column for _, column in corners]
    first, last = cell_name(min(rows), min(columns)), cell_name(max(rows), max(columns))
    bare = first if first == last else f"{first}:{last}"
    return f"{sheet}!{bare}" if sheet else bare


def corners(reference: str) -> tuple[str, tuple[int, int], tuple[int, int]] | None:
    """Sheet, first and last cell (row, column) of a reference; the sheet as its tab says it, "" where none is named."""
    found = _REFERENCE.match(reference)
    first = row_and_column(found["first"]) if found else None
    if found is None or first is None:
        return None
    sheet = found["sheet"] or ""
    bare = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
    return bare, first, (row_and_column(found["last"]) if found["last"] else None) or first
