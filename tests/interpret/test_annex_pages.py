"""Tables that go on on the next page without their head: what was cut in two is one row again."""

import pytest

from pkcheck.documents.document import Block, Cell, Document, Line, Row, Table
from pkcheck.interpret.agreements import interpret
from pkcheck.model import Agreement, Source

_HEAD = ["No", "Sasaran", "Indikator Kinerja", "Target"]
_ROW = ["1", "Warga sehat", "Persentase balita gizi baik", "90%"]
_BUDGET_HEAD = ["No", "Program", "Anggaran"]
_PROGRAMME = ["1", "Program Kesehatan", "Rp 2.000.000"]


def table(page: int, *rows: list[str]) -> Table:
    source = Source(file="pk.pdf", page=page)
    return Table(tuple(Row(tuple(Cell(text, source) for text in row), source) for row in rows))


def read(*tables: Table) -> Agreement:
    title: Block = Line("LAMPIRAN PERJANJIAN KINERJA TAHUN 2024", Source(file="pk.pdf", page=1))
    (agreement,) = interpret(Document("pk.pdf", (title, *tables))).agreements
    return agreement


@pytest.mark.parametrize(
    ("above", "below", "meant"),
    [
        (["2", "Warga", "Jumlah", "4"], ["", "cerdas", "laporan", "Dokumen"], ("Warga cerdas", "Jumlah laporan", "4 Dokumen")),
        (["2", "se-", "Jumlah laporan", "4"], ["", "Kalimantan", "", ""], ("se-Kalimantan", "Jumlah laporan", "4")),
    ],
    ids=["every-cell", "a-word"],
)  # fmt: skip
def test_a_row_of_indicators_is_one(above: list[str], below: list[str], meant: tuple[str, str, str]) -> None:
    objective = read(table(1, _HEAD, _ROW, above), table(2, below, ["3", "Tertib", "Nilai SAKIP", "80"])).objectives[1]
    rows = [(objective.text, each.text, each.target and each.target.raw) for each in objective.indicators]
    assert rows == [meant]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["2", "Program Penunjang", "Rp"], ["", "Urusan", "500.000"]),
        (["2", "Program Penunjang", "Rp 500.000"], ["", "Urusan", ""]),
        (["2", "Program Penunjang Urusan", "Rp 500"], ["", "", ".000"]),
    ],
    ids=["name-and-amount", "name", "amount"],
)
def test_a_line_of_the_budget_is_one(above: list[str], below: list[str]) -> None:
    agreement = read(
        table(1, _HEAD, _ROW),
        table(1, _BUDGET_HEAD, _PROGRAMME, above),
        table(2, below, ["", "Jumlah", "Rp 2.500.000"]),
    )
    assert [(each.level, each.name, each.amount) for each in agreement.budget] == [
        ("program", "Program Kesehatan", 2_000_000),
        ("program", "Program Penunjang Urusan", 500_000),
        ("total", "Jumlah", 2_500_000),
    ]


def test_the_end_of_an_amount_may_stand_alone() -> None:
    agreement = read(
        table(1, _HEAD, _ROW),
        table(1, _BUDGET_HEAD, ["1", "Program Kesehatan", "Rp 2.000"]),
        table(2, ["", "", ".000"]),
    )
    assert [(each.name, each.amount) for each in agreement.budget] == [("Program Kesehatan", 2_000_000)]


def test_a_line_with_a_level_of_its_own_is_no_rest() -> None:
    agreement = read(
        table(1, _HEAD, _ROW),
        table(1, ["Program/Kegiatan", "Anggaran"], ["Program Kesehatan", ""]),
        table(2, ["Kegiatan Gizi", "Rp 500.000"]),
    )
    assert [(each.level, each.name, each.amount) for each in agreement.budget] == [
        ("program", "Program Kesehatan", None),
        ("kegiatan", "Kegiatan Gizi", 500_000),
    ]


def test_the_rest_of_the_last_line_may_be_all_that_a_page_has_of_the_table() -> None:
    agreement = read(
        table(1, _HEAD, _ROW),
        table(1, _BUDGET_HEAD, _PROGRAMME, ["2", "Sub", "Rp 500"]),
        table(2, ["", "Kegiatan Arsip", ""]),
    )
    assert [(each.name, each.amount) for each in agreement.budget] == [
        ("Program Kesehatan", 2_000_000),
        ("Sub Kegiatan Arsip", 500),
    ]


def test_a_figure_that_a_page_break_cut_is_one() -> None:
    agreement = read(
        table(1, _HEAD, _ROW, ["2", "Warga cerdas", "Nilai hibah", "Rp 5.000.0"]), table(2, ["", "", "", "00"])
    )
    (indicator,) = agreement.objectives[1].indicators
    assert (indicator.text, indicator.target and indicator.target.value) == ("Nilai hibah", 5_000_000)
