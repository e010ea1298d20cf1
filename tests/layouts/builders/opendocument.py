"""OpenDocument workbooks."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from odf.element import Element
from odf.namespaces import nsdict
from odf.number import Number, NumberStyle, PercentageStyle, Text
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableCellProperties, TableColumnProperties
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import P

from papers.archive import settled

Value = str | int | float | None


class Merged(str):
    """A text that spreads over `cols` columns and `rows` rows; what it covers is None."""

    cols: int
    rows: int
    __slots__ = ("cols", "rows")

    def __new__(cls, text: str, cols: int = 1, rows: int = 1) -> Self:
        made = super().__new__(cls, text)
        made.cols, made.rows = cols, rows
        return made


class Share(float):
    """A number shown as a percentage with two decimals."""

    __slots__ = ()


def save(sheets: Sequence[tuple[str, Sequence[Sequence[Value]]]], widths: Sequence[float], path: Path) -> Path:
    """Write the sheets, each a title and its rows of cells, with columns of `widths` in millimetres.

    The same content gives the same bytes.
    """
    # odfpy declares the namespaces that were used since the program started: let that be all, always.
    Element.namespaces.clear()
    Element.namespaces.update(nsdict)
    book = OpenDocumentSpreadsheet()
    columns = [
        _style(book, f"co{at}", "table-column", TableColumnProperties(columnwidth=f"{width}mm"))
        for at, width in enumerate(widths)
    ]
    percent = PercentageStyle(name="N11")
    percent.addElement(Number(decimalplaces="2", minintegerdigits="1"))
    percent.addElement(Text(text="%"))
    plain = NumberStyle(name="N4")
    plain.addElement(Number(decimalplaces="0", minintegerdigits="1", grouping="true"))
    for each in (percent, plain):
        book.automaticstyles.addElement(each)
    shown = {
        name: _style(book, name, "table-cell", TableCellProperties(wrapoption="wrap", verticalalign="top"), numbers)
        for name, numbers in (("share", "N11"), ("count", "N4"), ("words", None))
    }
    for title, rows in sheets:
        table = Table(name=title)
        for style in columns:
            table.addElement(TableColumn(stylename=style))
        for row in rows:
            made = TableRow()
            for value in row:
                made.addElement(_cell(value, shown))
            table.addElement(made)
        book.spreadsheet.addElement(table)
    book.save(str(path))
    return settled(path)


def _style(
    book: OpenDocumentSpreadsheet, name: str, family: str, properties: Element, numbers: str | None = None
) -> Style:
    style = Style(name=name, family=family, **({"datastylename": numbers} if numbers else {}))
    style.addElement(properties)
    book.automaticstyles.addElement(style)
    return style


def _cell(value: Value, shown: dict[str, Style]) -> TableCell:
    if value is None:
        return CoveredTableCell()
    if isinstance(value, Share):
        words = f"{value * 100:.2f}%".replace(".", ",")
        made = TableCell(valuetype="percentage", value=str(float(value)), stylename=shown["share"])
    elif isinstance(value, (int, float)):
        words = f"{value:,}".replace(",", ".")
        made = TableCell(valuetype="float", value=str(value), stylename=shown["count"])
    else:
        words = str(value)
        spans = (
            {"numbercolumnsspanned": value.cols, "numberrowsspanned": value.rows} if isinstance(value, Merged) else {}
        )
        made = TableCell(valuetype="string", stylename=shown["words"], **spans)
    for line in words.split("\n"):
        made.addElement(P(text=line))
    return made
