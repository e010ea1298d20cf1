"""Workbooks as .xlsx and as .ods: the same sheets, written in both, are the same document."""

import datetime
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

import openpyxl
import pytest
from openpyxl.styles import Border, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from pkcheck import messages
from pkcheck.documents import ods, xlsx
from pkcheck.documents.document import Document, Line
from pkcheck.errors import InputError
from pkcheck.texts import Text

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{place}:1.0"'
    for name, place in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("fo", "xsl-fo-compatible"),
        ("draw", "drawing"),
    )
)  # fmt: skip
SIDE = Side(style="thin")


@dataclass(frozen=True)
class Shown:
    """A value, the number format in which Excel shows it, and how LibreOffice shows it."""

    value: float | datetime.date | datetime.datetime
    form: str
    text: str


@dataclass(frozen=True)
class Formula:
    """A formula with the result that was stored, or None."""

    text: str
    result: float | str | None = None


Given = str | int | float | Shown | Formula


@dataclass(frozen=True)
class Sheet:
    """What to write; `boxed` and `merged` are ranges, hidden columns are letters."""

    cells: Mapping[str, Given]
    name: str = "PK"
    merged: Sequence[str] = ()
    boxed: str = ""
    hidden: bool = False
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[str] = ()
    boxes: Sequence[str] = field(default=())


def as_xlsx(*sheets: Sheet) -> bytes:
    book = openpyxl.Workbook()
    for given in sheets:
        sheet = book.create_sheet(given.name)
        sheet.sheet_state = "hidden" if given.hidden else "visible"
        for place, value in given.cells.items():
            cell = sheet[place]
            cell.value = (
                value.value if isinstance(value, Shown) else value.text if isinstance(value, Formula) else value
            )
            if isinstance(value, Shown):
                cell.number_format = value.form
        for row in sheet[given.boxed] if given.boxed else ():
            for cell in row:
                cell.border = Border(left=SIDE, right=SIDE, top=SIDE, bottom=SIDE)
        for each in given.merged:
            sheet.merge_cells(each)
        for number in given.hidden_rows:
            sheet.row_dimensions[number].hidden = True
        for letter in given.hidden_columns:
            sheet.column_dimensions[letter].hidden = True
    del book["Sheet"]
    stream = io.BytesIO()
    book.save(stream)
    return with_results(stream.getvalue(), sheets)


def with_results(data: bytes, sheets: Sequence[Sheet]) -> bytes:
    """openpyxl writes formulas without results: put them in."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode("utf-8", "surrogateescape")
            for number, sheet in enumerate(sheets, 1):
                for place, each in sheet.cells.items() if name.endswith(f"/sheet{number}.xml") else ():
                    if isinstance(each, Formula) and each.result is not None:
                        kind = ' t="str"' if isinstance(each.result, str) else ""
                        kind = ' t="e"' if str(each.result).startswith("#") else kind
                        start = content.index(f'<c r="{place}"')
                        end = content.index("</c>", start)
                        inner = f"<f>{each.text[1:]}</f><v>{each.result}</v>"
                        content = f'{content[:start]}<c r="{place}"{kind}>{inner}{content[end:]}'
            new.writestr(name, content.encode("utf-8", "surrogateescape"))
    return out.getvalue()


def as_ods(*sheets: Sheet) -> bytes:
    styles = (
        '<style:style style:name="boxed" style:family="table-cell">'
        '<style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>'
        '<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    tables = "".join(_ods_table(sheet) for sheet in sheets)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES}><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return stream.getvalue()


def _ods_table(sheet: Sheet) -> str:
    places = {coordinate_to_tuple(place): value for place, value in sheet.cells.items()}
    areas = [_bounds(each) for each in sheet.merged]
    boxed = _places(_bounds(sheet.boxed)) if sheet.boxed else set()
    known = {*places, *boxed, *(place for area in areas for place in _places(area))}
    rows, columns = (max((place[at] for place in known), default=1) for at in (0, 1))
    out = [
        f"<table:table table:name={quoteattr(sheet.name)}{' table:style-name=' + chr(34) + 'away' + chr(34) if sheet.hidden else ''}>"
    ]
    for column in range(1, columns + 1):
        hidden = ' table:visibility="collapse"' if get_column_letter(column) in sheet.hidden_columns else ""
        out.append(f"<table:table-column{hidden}/>")
    for row in range(1, rows + 1):
        hidden = ' table:visibility="collapse"' if row in sheet.hidden_rows else ""
        out.append(f"<table:table-row{hidden}>")
        for place in ((row, column) for column in range(1, columns + 1)):
            spans = [(right - left + 1, bottom - top + 1) for left, top, right, bottom in areas if (top, left) == place]
            covered = any(place in _places(area) and place != (area[1], area[0]) for area in areas)
            attributes = ' table:style-name="boxed"' if place in boxed else ""
            for across, down in spans:
                attributes += f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"'
            tag = "table:covered-table-cell" if covered else "table:table-cell"
            out.append(f"<{tag}{attributes}{_ods_value(places.get(place))}</{tag}>")
        out.append("</table:table-row>")
    return "".join([*out, "</table:table>"])


def _bounds(area: str) -> tuple[int, int, int, int]:
    left, top, right, bottom = (each or 0 for each in range_boundaries(area))
    return left, top, right, bottom


def _places(area: tuple[int, int, int, int]) -> set[tuple[int, int]]:
    left, top, right, bottom = area
    return {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}


def _ods_value(given: Given | None) -> str:  # noqa: PLR0911  a case for each kind
    match given:
        case None:
            return ">"
        case Formula(text, None):
            return f" table:formula={quoteattr('of:' + text)}>"
        case Formula(text, str() as result):
            return (
                f' table:formula={quoteattr("of:" + text)} office:value-type="string"><text:p>{escape(result)}</text:p>'
            )
        case Formula(text, result):
            number = f'office:value-type="float" office:value="{result}"'
            return f" table:formula={quoteattr('of:' + text)} {number}><text:p>{result}</text:p>"
        case Shown(datetime.date() as day, _, text):
            return f' office:value-type="date" office:date-value="{day.isoformat()}"><text:p>{text}</text:p>'
        case Shown(value, _, text):
            kind = "percentage" if "%" in text else "currency" if "Rp" in text else "float"
            return f' office:value-type="{kind}" office:value="{value}"><text:p>{text}</text:p>'
        case str():
            lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in given.split("\n"))
            return f' office:value-type="string">{lines}'
        case _:
            return f' office:value-type="float" office:value="{given}"><text:p>{given}</text:p>'


def shape(document: Document) -> list[object]:
    """Texts of lines that are not blank, and the cells of rows."""
    found: list[object] = []
    for block in document.blocks:
        if isinstance(block, Line):
            found.extend([block.text] if block.text else [])
        else:
            found.extend(tuple(cell.text for cell in row.cells) for row in block.rows)
    return found


def said(document: Document) -> list[tuple[str, Text]]:
    return [(note.level, note.text) for note in document.notes]


def refs(document: Document) -> list[list[str | None]]:
    """The places of the cells of each row."""
    tables = [block for block in document.blocks if not isinstance(block, Line)]
    return [[cell.source.cell for cell in row.cells] for table in tables for row in table.rows]


@pytest.fixture(params=["xlsx", "ods"])
def read(request: pytest.FixtureRequest) -> "Reading":
    return Reading(request.param)


@dataclass(frozen=True)
class Reading:
    """Writes sheets in one format and reads them."""

    form: str

    def __call__(self, *sheets: Sheet) -> Document:
        if self.form == "xlsx":
            return xlsx.read(as_xlsx(*sheets), "pk.xlsx")
        return ods.read(as_ods(*sheets), "pk.ods")


HEAD: dict[str, Given] = {"A1": "No", "B1": "Sasaran", "C1": "Indikator", "D1": "Target"}
FIRST: dict[str, Given] = {"A2": 1, "B2": "Arsip tertib", "C2": "Nilai arsip", "D2": 85}
SECOND: dict[str, Given] = {"A3": 2, "B3": "Layanan cepat", "C3": "Lama layanan", "D3": 3}
TABLE = {**HEAD, **FIRST, **SECOND}
ROWS = [("No", "Sasaran", "Indikator", "Target"), ("1", "Arsip tertib", "Nilai arsip", "85"), ("2", "Layanan cepat", "Lama layanan", "3")]  # fmt: skip


def test_a_table_is_its_rows_each_cell_with_its_place(read: Reading) -> None:
    document = read(Sheet(TABLE))
    assert shape(document) == ROWS
    assert refs(document)[1] == ["PK!A2", "PK!B2", "PK!C2", "PK!D2"]
    assert said(document) == []


def test_text_above_a_table_is_lines_and_what_stands_apart_stays_apart(read: Reading) -> None:
    cells = {
        "A1": "PERJANJIAN KINERJA",
        "A3": "Nama",
        "B3": ":",
        "C3": "Siti",
        "A5": "Pihak Kedua,",
        "D5": "Pihak Pertama,",
    }
    lines = [str(text) for text in shape(read(Sheet(cells)))]
    assert lines[:2] == ["PERJANJIAN KINERJA", "Nama : Siti"]
    assert lines[2].split("   ")[0] == "Pihak Kedua,"
    assert lines[2].split() == ["Pihak", "Kedua,", "Pihak", "Pertama,"]


def test_several_sheets_come_in_their_order_each_place_with_its_sheet(read: Reading) -> None:
    document = read(Sheet({"A1": "satu"}, name="Lembar 1"), Sheet({"B2": "dua"}, name="O'Neil"))
    assert shape(document) == ["satu", "dua"]
    places = [block.source.cell for block in document.blocks if isinstance(block, Line) and block.text]
    assert places == ["'Lembar 1'!A1", "'O''Neil'!B2"]


def test_empty_sheets_are_nothing(read: Reading) -> None:
    assert read(Sheet({}, name="Kosong"), Sheet(TABLE)).blocks == read(Sheet(TABLE)).blocks
    assert read(Sheet({}, name="Kosong"), Sheet({"A1": " "}, name="Spasi")).notes == ()


def test_of_merged_cells_the_first_has_the_text_and_the_others_none(read: Reading) -> None:
    cells = {**HEAD, "A2": 1, "B2": "Arsip", "C2": "Nilai", "D2": 85, "C3": "Lama", "D3": 3}
    assert shape(read(Sheet(cells, merged=["A2:A3", "B2:B3"], boxed="A1:D3")))[1:] == [
        ("1", "Arsip", "Nilai", "85"),
        ("", "", "Lama", "3"),
    ]


def test_columns_under_one_merged_head_are_one_where_the_first_only_counts(read: Reading) -> None:
    cells: dict[str, Given] = {
        "A1": "No", "B1": "Indikator", "D1": "Target",
        "A2": 1, "B2": "a.", "C2": "Nilai arsip", "D2": 85,
        "A3": 2, "B3": "b.", "C3": "Lama layanan", "D3": 3,
    }  # fmt: skip
    assert shape(read(Sheet(cells, merged=["B1:C1"], boxed="A1:D3"))) == [
        ("No", "Indikator", "Target"),
        ("1", "Nilai arsip", "85"),
        ("2", "Lama layanan", "3"),
    ]


def test_two_columns_of_text_are_a_table_where_lines_are_drawn_round_them(read: Reading) -> None:
    cells: dict[str, Given] = {"A1": "Program", "B1": "Sumber", "A2": "Program Arsip", "B2": "APBD"}
    assert shape(read(Sheet(cells, boxed="A1:B2"))) == [("Program", "Sumber"), ("Program Arsip", "APBD")]
    assert [str(text).split() for text in shape(read(Sheet(cells)))] == [
        ["Program", "Sumber"],
        ["Program", "Arsip", "APBD"],
    ]


def test_hidden_rows_columns_and_sheets_are_left_out_and_told(read: Reading) -> None:
    document = read(
        Sheet({**TABLE, "E1": "Catatan", "E2": "x", "E3": "y"}, hidden_rows=[3], hidden_columns=["E"]),
        Sheet(TABLE, name="Lama", hidden=True),
    )
    assert shape(document) == ROWS[:2]
    assert said(document) == [
        ("remark", messages.ROWS_HIDDEN),
        ("remark", messages.COLUMNS_HIDDEN),
        ("remark", messages.SHEET_HIDDEN),
    ]
    assert [note.facts.get("sheet") for note in document.notes] == ["PK", "PK", "Lama"]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (Shown(0.975, "0.0%", "97.5%"), "97,5%"),
        (Shown(0.975, "0.0%", "97,5%"), "97,5%"),
        (Shown(1, "0%", "100%"), "100%"),
        (Shown(1250000000, '"Rp"#,##0', "Rp1,250,000,000"), "Rp1.250.000.000"),
        (Shown(1250000000, '"Rp"#,##0', "Rp1.250.000.000"), "Rp1.250.000.000"),
        (Shown(3.5, "#,##0.00", "3.50"), "3,50"),
        (3.25, "3,25"),
        (85, "85"),
        ("087", "087"),
        (Shown(datetime.date(2024, 3, 1), "dd/mm/yyyy", "01/03/2024"), "1 Maret 2024"),
        (Shown(datetime.date(2024, 3, 1), "m/d/yyyy", "3/1/2024"), "1 Maret 2024"),
        ("  Arsip \n tertib ", "Arsip tertib"),
    ],
)  # fmt: skip
def test_values_are_as_they_are_shown_in_indonesian(read: Reading, given: Given, shown: str) -> None:
    rows = [row for row in shape(read(Sheet({**TABLE, "D2": given}))) if isinstance(row, tuple)]
    assert rows[1] == ("1", "Arsip tertib", "Nilai arsip", shown)


def test_a_formula_has_its_stored_result_and_without_one_is_told(read: Reading) -> None:
    cells: dict[str, Given] = {**TABLE, "D2": Formula("=80+5", 85), "D3": Formula("=D2+1")}
    document = read(Sheet(cells))
    rows = next(block.rows for block in document.blocks if not isinstance(block, Line))
    assert [(row.cells[-1].text, row.cells[-1].unread) for row in rows] == [
        ("Target", False),
        ("85", False),
        ("", True),
    ]
    assert [(note.text, note.facts["cells"], note.facts["count"]) for note in document.notes] == [
        (messages.FORMULAS_NOT_COMPUTED, ["D3"], 1)
    ]


def test_the_error_of_a_formula_is_no_value(read: Reading) -> None:
    document = read(Sheet({**TABLE, "D3": Formula("=1/0", "#DIV/0!")}))
    rows = next(block.rows for block in document.blocks if not isinstance(block, Line))
    assert [row.cells[-1].unread for row in rows] == [False, False, True]
    assert said(document) == [("remark", messages.FORMULAS_NOT_COMPUTED)]


def test_tables_side_by_side_are_read_one_after_the_other(read: Reading) -> None:
    beside: dict[str, Given] = {"F1": "Program", "G1": "Anggaran", "F2": "Program Arsip", "G2": 500}
    assert shape(read(Sheet({**TABLE, **beside}))) == [*ROWS, ("Program", "Anggaran"), ("Program Arsip", "500")]


def test_a_table_below_another_with_columns_of_its_own_is_another(read: Reading) -> None:
    below: dict[str, Given] = {
        "B6": "Program",
        "C6": "Sumber",
        "E6": "Anggaran",
        "B7": "Program Arsip",
        "C7": "APBD",
        "E7": 500,
    }
    tables = [block for block in read(Sheet({**TABLE, **below})).blocks if not isinstance(block, Line)]
    assert [len(table.rows) for table in tables] == [3, 2]


def test_an_empty_column_within_a_table_goes(read: Reading) -> None:
    cells: dict[str, Given] = {"A1": "No", "B1": "Sasaran", "D1": "Target", "A2": 1, "B2": "Arsip", "D2": 85}
    assert shape(read(Sheet(cells, boxed="A1:D2"))) == [("No", "Sasaran", "Target"), ("1", "Arsip", "85")]


def test_what_stands_far_to_the_right_is_told(read: Reading) -> None:
    document = read(Sheet({**TABLE, "XA1": "jauh"}))
    assert shape(document) == ROWS
    assert [(note.text, note.facts["cell"]) for note in document.notes] == [(messages.COLUMNS_BEYOND, "XA1")]


# What only one of the formats has.


def test_repeated_rows_and_cells_are_counted() -> None:
    table = (
        '<table:table table:name="PK"><table:table-row table:number-rows-repeated="4"><table:table-cell '
        'table:number-columns-repeated="1024"/></table:table-row><table:table-row><table:table-cell '
        'table:number-columns-repeated="2"/><table:table-cell office:value-type="string"><text:p>di<text:s text:c="2"/>sini'
        "<text:tab/>ada<text:line-break/>teks</text:p></table:table-cell></table:table-row></table:table>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
        archive.writestr("content.xml", f"<office:document-content {SPACES}>{body}</office:document-content>")
    document = ods.read(stream.getvalue(), "pk.ods")
    found = [(block.text, block.source.cell) for block in document.blocks if isinstance(block, Line) and block.text]
    assert found == [("di sini ada", "PK!C5"), ("teks", "PK!C5")]


def test_comments_and_drawings_are_no_text() -> None:
    data = as_ods(Sheet(TABLE))
    out = io.BytesIO()
    comment = b"<office:annotation><text:p>catatan</text:p></office:annotation><draw:frame><text:p>kotak</text:p></draw:frame>"
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<text:p>Arsip tertib", comment + b"<text:p>Arsip tertib"))
    assert shape(ods.read(out.getvalue(), "pk.ods")) == ROWS


def test_a_text_document_is_no_sheet() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<office:document-content {SPACES}/>")
    with pytest.raises(InputError) as caught:
        ods.read(stream.getvalue(), "pk.ods")
    assert (caught.value.text, caught.value.facts) == (messages.FORMAT_OF_WORDS, {"suffix": ".odt"})


def test_rows_without_numbers_and_rich_text_are_read() -> None:
    """As programs other than Excel write them."""
    data = as_xlsx(Sheet({"A1": "x"}))
    rows = (
        b'<sheetData><row><c t="inlineStr"><is><r><t>Sasaran </t></r><r><t>Strategis</t></r></is></c></row>'
        b'<row><c t="str"><v>Arsip</v></c></row></sheetData>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                before, _, after = content.partition(b"<sheetData>")
                content = before + rows + after[after.index(b"</sheetData>") + len(b"</sheetData>") :]
            new.writestr(name, content)
    assert shape(xlsx.read(out.getvalue(), "pk.xlsx")) == ["Sasaran Strategis", "Arsip"]


def test_a_column_of_no_width_is_hidden() -> None:
    data = as_xlsx(Sheet({**TABLE, "E2": "x"}, hidden_columns=["E"]))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<col [^>]*/>", b'<col min="5" max="5" width="0"/>', old.read(name)))
    assert said(xlsx.read(out.getvalue(), "pk.xlsx")) == [("remark", messages.COLUMNS_HIDDEN)]
