"""Cells of several lines: signature blocks, fields and letterheads laid out in tables, and rows of data."""

import pytest

from pkcheck.documents.document import Block, Cell, Line, Row, Table
from pkcheck.interpret.framing import in_lines_and_rows
from pkcheck.model import Source

AT = Source(file="pk.docx")
HEAD = ["No", "Sasaran", "Indikator Kinerja", "Target"]


def table(*rows: list[str]) -> Table:
    return Table(tuple(Row(tuple(Cell(text, AT) for text in row), AT) for row in rows))


def shape(*blocks: Block) -> list[object]:
    return [
        each.text if isinstance(each, Line) else [[cell.text for cell in row.cells] for row in each.rows]
        for each in in_lines_and_rows(blocks)
    ]


def test_blocks_side_by_side_follow_each_other_with_the_date_first() -> None:
    blocks = table(["\nPIHAK KEDUA\n\nBUDI", "Kota Baru, 2 Januari 2025\nPIHAK PERTAMA\n\nSITI\nNIP. 1"])
    assert shape(blocks) == ["Kota Baru, 2 Januari 2025", "PIHAK KEDUA", "BUDI", "PIHAK PERTAMA", "SITI", "NIP. 1"]


def test_blocks_may_run_over_several_rows() -> None:
    rows = ["Pihak Kedua,", "Pihak Pertama,"], ["BUPATI", "KEPALA DINAS\nSOSIAL"], ["", ""], ["BUDI", "SITI\nNIP. 1"]
    left, right = ["Pihak Kedua,", "BUPATI", "BUDI"], ["Pihak Pertama,", "KEPALA DINAS", "SOSIAL", "SITI", "NIP. 1"]
    assert shape(table(*rows)) == [*left, *right]


def test_blocks_below_a_table_of_data_are_cut_off_from_it() -> None:
    data = ["1", "A", "B", "80%"]
    blocks = ["Menyetujui\nBUPATI\nBUDI", "", "", "Kota Baru, 2 Januari 2025\nSITI"]
    assert shape(table(HEAD, data, blocks)) == [
        [HEAD, data],
        "Kota Baru, 2 Januari 2025",
        "Menyetujui",
        "BUPATI",
        "BUDI",
        "SITI",
    ]


def test_fields_that_share_their_cells_are_one_row_each() -> None:
    assert shape(table(["Nama\nJabatan", ":\n:", "Siti\nKepala Dinas"])) == [
        [["Nama", ":", "Siti"], ["Jabatan", ":", "Kepala Dinas"]]
    ]


def test_a_letterhead_beside_a_picture_is_lines() -> None:
    lines = ["PEMERINTAH KOTA BARU", "DINAS SOSIAL", "Jalan Melati 1"]
    assert shape(table(["", "\n".join(lines)])) == lines


def test_a_cell_of_data_is_one_text() -> None:
    assert shape(table(HEAD, ["1", "Meningkatnya\nmutu", "Persentase\nlulusan", "80%\n(20 orang)"])) == [
        [HEAD, ["1", "Meningkatnya mutu", "Persentase lulusan", "80% (20 orang)"]]
    ]


def test_amounts_beside_names_are_no_layout() -> None:
    assert shape(table(["Program\nPendidikan", "Rp 5.000.000"])) == [[["Program Pendidikan", "Rp 5.000.000"]]]


@pytest.mark.parametrize("listed", ["1. Persentase\nlulusan\n2. Jumlah guru", "Persentase lulusan\nJumlah guru"])
def test_several_indicators_in_one_cell_go_with_as_many_targets(listed: str) -> None:
    assert shape(table(HEAD, ["1", "A", listed, "80%\n9 orang"])) == [
        [HEAD, ["1", "A", "Persentase lulusan", "80%"], ["", "", "Jumlah guru", "9 orang"]]
    ]
