import datetime
import io
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from pkcheck.errors import InputError
from pkcheck.reference.files import read_references
from pkcheck.reference.model import Reference
from pkcheck.reference.workbook import read_workbook

FILES = ("dipa.yaml", "renstra.yaml", "iku.yaml", "struktur.yaml")
Rows = list[list[Any]]
BUDGET: Rows = [
    ["Judul", "DPA"],
    ["Tahun", 2024],
    [],
    ["No", "Unit Kerja", "Program", "Pagu"],
    [1, "Umum", "Program A", 100],
]
CHART: Rows = [["Judul", "Struktur"], ["Jabatan", "Pejabat", "Status", "TMT", "Sampai"]]


def data_of(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def made(sheets: Mapping[str, Rows], change: Callable[[Any], None] = lambda _: None) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        change(sheet)
    return data_of(book)


def read(sheets: Mapping[str, Rows], change: Callable[[Any], None] = lambda _: None) -> Reference:
    return read_workbook(made(sheets, change), "acuan.xlsx")


def contents(value: Any) -> Any:
    """What a reference says, without where and how it was printed."""
    if isinstance(value, dict):
        kept = {key: contents(each) for key, each in value.items() if key not in ("source", "raw", "holder", "holders")}
        names = [value["holder"]] if value.get("holder") else [each["name"] for each in value.get("holders") or ()]
        return {**kept, "names": names} if "holders" in value else kept
    return [contents(each) for each in value] if isinstance(value, list | tuple) else value


def test_the_workbook_says_what_the_yaml_files_say(dataset: Path) -> None:
    folder = dataset / "reference"
    written = read_references([str(folder / name) for name in FILES])
    assert contents(read_references([str(folder / "acuan.xlsx")]).model_dump()) == contents(written.model_dump())


def test_every_element_has_its_cell() -> None:
    (document,) = read({"Anggaran": BUDGET}).budget_document
    (ceiling,) = document.ceilings
    cells = [each.source.cell if each.source else None for each in (document, ceiling)]
    assert cells == ["Anggaran!A1", "Anggaran!B5"]
    assert (ceiling.unit, ceiling.programme, ceiling.amount) == ("Umum", "Program A", 100)


def test_merged_cells_have_the_value_of_the_first() -> None:
    rows = [*BUDGET, [2, None, "Program B", "Rp 1.000,-"], [3, None, "Program C", 7.0]]
    read_rows = read({"Anggaran": rows}, lambda sheet: sheet.merge_cells("B5:B6")).budget_document[0].ceilings
    assert [(each.unit, each.amount) for each in read_rows] == [("Umum", 100), ("Umum", 1000), (None, 7)]


def test_a_share_is_read_as_it_is_shown() -> None:
    def shares(sheet: Any) -> None:
        sheet["B3"].number_format = "0.0%"

    rows: Rows = [["Judul", "Renstra"], ["Indikator", 2024, "Target 2025"], ["Persentase A", 0.775, "4 dokumen"]]
    (planned,) = read({"Rencana": rows}, shares).plan[0].indicators
    assert {year: each.raw for year, each in planned.targets.items()} == {2024: "77,5%", 2025: "4 dokumen"}
    assert planned.targets[2024].value == 77.5


def test_rows_of_one_position_are_one_post() -> None:
    rows = [
        *CHART,
        ["Sekretaris", "Aliuk", None, None, datetime.date(2024, 2, 29)],
        ["Sekretaris", "Budi", "Plt.", "1 Maret 2024"],
    ]
    (post,) = read({"Struktur": rows}).chart[0].posts
    assert [(each.name, each.acting, str(each.since), str(each.until)) for each in post.holders] == [
        ("Aliuk", None, "None", "2024-02-29"),
        ("Budi", "plt", "2024-03-01", "None"),
    ]
    assert [each.source.cell if each.source else None for each in post.holders] == ["Struktur!A3", "Struktur!A4"]


def test_notes_and_empty_sheets_are_passed_over() -> None:
    assert read({"Anggaran": BUDGET, "Catatan": [["Apa saja"]], "Sheet1": []}).has("budget_document")


def with_cell(at: int, column: int, value: Any) -> Rows:
    rows = [list(row) for row in BUDGET]
    rows[at][column] = value
    return rows


@pytest.mark.parametrize(
    ("sheets", "words"),
    [
        ({"Angaran": BUDGET}, ['lembar "Angaran"', 'terdekat "Anggaran"']),
        ({"Anggaran": []}, ["Anggaran, Rencana, IKU, Struktur"]),
        ({"Anggaran": [["Judul", "DPA"]]}, ['lembar "Anggaran"', "Program, Pagu"]),
        ({"Anggaran": BUDGET[1:]}, ['"Judul"', "kolom A"]),
        ({"Anggaran": with_cell(1, 0, "Tahum")}, ["sel A2", '"Tahum"', '"Tahun"']),
        ({"Anggaran": with_cell(0, 0, "Tahun anggaran")}, ["sel B1", "DPA", "2024"]),
        ({"Anggaran": with_cell(3, 1, "Unitt")}, ["sel B4", '"Unitt"', '"Unit"']),
        ({"Anggaran": with_cell(3, 0, "Unit")}, ["sel B4", "dua kali"]),
        ({"Anggaran": with_cell(4, 3, "banyak")}, ["sel D5", "banyak", "rupiah"]),
        ({"Anggaran": with_cell(4, 3, None)}, ["sel D5", "kosong", "rupiah"]),
        ({"Anggaran": with_cell(4, 3, "=1+1")}, ["sel D5", "rumus"]),
        ({"Anggaran": with_cell(4, 3, "#REF!")}, ["sel D5", "rumus"]),
        ({"Anggaran": with_cell(1, 1, "tahun ini")}, ["sel B2", "tahun ini", "2024"]),
        ({"Struktur": [*CHART, ["Sekretaris", "Budi", "Plk."]]}, ["sel C3", "Plk.", '"Plt."']),
        ({"Struktur": [*CHART, ["Sekretaris", "Budi", None, "kemarin"]]}, ["sel D3", "kemarin", "tanggal"]),
    ],
)
def test_what_is_wrong_is_told_with_sheet_and_cell(sheets: dict[str, Rows], words: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        read(sheets)
    assert caught.value.place == "acuan.xlsx"
    told = caught.value.say("id")
    assert [word for word in words if word not in told] == [], told


@pytest.mark.parametrize("data", [b"PK\x03\x04 and nothing more", b"", made({"Anggaran": BUDGET})[:-200]])
def test_a_broken_workbook_is_no_defect(data: bytes) -> None:
    with pytest.raises(InputError, match="spreadsheet program"):
        read_workbook(data, "acuan.xlsx")


def test_without_the_extra_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made({"Anggaran": BUDGET})
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(InputError) as caught:
        read_workbook(data, "acuan.xlsx")
    assert 'pip install "pkcheck[office]"' in caught.value.say("id")


def test_the_stored_workbook_is_the_one_that_the_script_makes(dataset: Path) -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("make_workbook", Path(__file__).parent / "make_workbook.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_workbook"] = module
    spec.loader.exec_module(module)
    stored = load_workbook(dataset / "reference" / "acuan.xlsx")
    fresh = load_workbook(io.BytesIO(data_of(module.workbook())))
    assert cells_of(stored) == cells_of(fresh), "run python tests/reference/make_workbook.py"


def cells_of(book: Workbook) -> dict[str, list[tuple[Any, ...]]]:
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
