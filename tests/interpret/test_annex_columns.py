"""Tables of annexes in the orders, levels and words that agencies have them: what is read, and that nobody is accused."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from pkcheck.api import check
from pkcheck.documents.plain import read as read_plain
from pkcheck.interpret.agreements import interpret
from pkcheck.model import Agreement

_OPENING = """PERJANJIAN KINERJA TAHUN 2024
Nama : Siti
Jabatan : Kepala Dinas Kesehatan
Selanjutnya disebut pihak pertama
Nama : Budi
Jabatan : Bupati Mekar Jaya
Selaku atasan pihak pertama, selanjutnya disebut pihak kedua
Mekar Jaya, 2 Januari 2024
Pihak Kedua,
Budi
Pihak Pertama,
Siti
LAMPIRAN PERJANJIAN KINERJA TAHUN 2024
"""
_CLOSING = """Mekar Jaya, 2 Januari 2024
Pihak Kedua,
Budi
Pihak Pertama,
Siti
"""
_ROWS = "No|Sasaran|Indikator Kinerja|Target\n1|Warga sehat|Persentase balita gizi baik|90%"
_BUDGET = "No|Program|Anggaran\n1|Program Kesehatan|Rp 2.000.000"
_READ = [("Warga sehat", "Persentase balita gizi baik", 90, "persen")]
_FUNDED = [("program", "Program Kesehatan", 2_000_000)]


@dataclass(frozen=True)
class Layout:
    """Two tables, cells parted by bars, and what they say."""

    name: str
    objectives: str = _ROWS
    budget: str = _BUDGET
    rows: tuple[tuple[str, str, float | None, str | None], ...] = tuple(_READ)
    lines: tuple[tuple[str, str, int | None], ...] = tuple(_FUNDED)


LAYOUTS = [
    Layout(
        "a-goal-beside-the-objective",
        "No|Tujuan|Indikator Tujuan|Sasaran|Indikator Sasaran|Target\n"
        "1|Hidup layak|Indeks Hidup|Warga sehat|Persentase balita gizi baik|90%",
    ),
    Layout("any-order", "Target|Satuan|Indikator|Sasaran|No\n90|%|Persentase balita gizi baik|Warga sehat|1"),
    Layout(
        "words-that-no-list-has",
        "No|Sasaran Kinerja Program|Indikator Kinerja Sasaran Strategis|Rencana Tingkat Capaian\n"
        "1|Warga sehat|Persentase balita gizi baik|90%",
    ),
    Layout(
        "numbers-of-their-own-below-one-head",
        "Sasaran||Indikator Kinerja||Target\n1|Warga sehat|1.1|Persentase balita gizi baik|90%\n||1.2|Jumlah laporan|4 Laporan",
        rows=(*_READ, ("Warga sehat", "Jumlah laporan", 4, "laporan")),
    ),
    Layout(
        "numbers-count-the-indicators",
        f"{_ROWS}\n2||Jumlah laporan|4 Laporan",
        rows=(*_READ, ("Warga sehat", "Jumlah laporan", 4, "laporan")),
    ),
    Layout(
        "targets-of-several-years",
        "No|Sasaran|Indikator|Target||\n|||2023|2024|2025\n1|Warga sehat|Persentase balita gizi baik|85%|90%|95%",
    ),
    Layout(
        "volume-and-unit-below-the-target",
        "No|Sasaran|Indikator|Target|\n|||Volume|Satuan\n1|Warga sehat|Persentase balita gizi baik|90|%",
    ),
    Layout(
        "the-unit-in-the-head",
        "No|Sasaran|Indikator|Target (%)\n1|Warga sehat|Persentase balita gizi baik|90",
    ),
    Layout(
        "objectives-as-headings",
        "No|Indikator Kinerja|Target\nSasaran 1: Warga sehat||\n1|Persentase balita gizi baik|90%",
    ),
    Layout(
        "programme-beside-the-indicators",
        "No|Sasaran|Indikator|Target|Program|Anggaran (Rp)\n"
        "1|Warga sehat|Persentase balita gizi baik|90%|Program Kesehatan|2.000.000\n|||| Jumlah|2.000.000",
        budget="",
        lines=(*_FUNDED, ("total", "Jumlah", 2_000_000)),
    ),
    Layout(
        "a-programme-as-the-objective",
        "No|Program|Indikator Program|Target|Anggaran\n1|Program Kesehatan|Persentase balita gizi baik|90%|Rp 2.000.000",
        budget="",
        rows=(("Program Kesehatan", "Persentase balita gizi baik", 90, "persen"),),
    ),
    Layout("thousands", budget="No|Program|Anggaran (ribuan rupiah)\n1|Program Kesehatan|2.000"),
    Layout("millions", budget="No|Program|Pagu (Rp juta)\n1|Program Kesehatan|2,00"),
    Layout("without-currency", budget="1. Program Kesehatan : 2.000.000"),
    Layout("fund-behind-the-amount", budget="1. Program Kesehatan Rp 2.000.000 APBD"),
    Layout(
        "before-and-after-a-change",
        budget="No|Program|Anggaran Semula|Anggaran Menjadi\n1|Program Kesehatan|Rp 1.500.000|Rp 2.000.000",
    ),
    Layout(
        "each-fund-and-their-sum",
        budget="No|Program|Anggaran||\n||APBD|DAK|Jumlah\n1|Program Kesehatan|1.500.000|500.000|2.000.000",
    ),
    Layout(
        "a-column-for-each-level",
        budget="No|Program|Kegiatan|Anggaran\n1|Program Kesehatan|Layanan gizi|1.500.000\n||Imunisasi|500.000",
        lines=(("kegiatan", "Layanan gizi", 1_500_000), ("kegiatan", "Imunisasi", 500_000)),
    ),
    Layout(
        "levels-by-code",
        budget="Kode|Uraian|Pagu\n1.02.02|KESEHATAN|2.000.000\n1.02.02.2.01|Layanan gizi|2.000.000\n|Jumlah|2.000.000",
        lines=(
            ("program", "KESEHATAN", 2_000_000),
            ("kegiatan", "Layanan gizi", 2_000_000),
            ("total", "Jumlah", 2_000_000),
        ),
    ),
    Layout(
        "levels-by-numbering",
        budget="No|Uraian|Anggaran\nI|Kesehatan|2.000.000\n1|Layanan gizi|1.500.000\n2|Imunisasi|500.000\n"
        "II|Penunjang|1.000.000\n|Jumlah|3.000.000",
        lines=(
            ("program", "Kesehatan", 2_000_000),
            ("kegiatan", "Layanan gizi", 1_500_000),
            ("kegiatan", "Imunisasi", 500_000),
            ("program", "Penunjang", 1_000_000),
            ("total", "Jumlah", 3_000_000),
        ),
    ),
    Layout(
        "a-total-without-a-name",
        budget=f"{_BUDGET}\n2|Program Penunjang|Rp 500.000\n||Rp 2.500.000",
        lines=(*_FUNDED, ("program", "Program Penunjang", 500_000), ("total", "", 2_500_000)),
    ),
    Layout(
        "amounts-that-nothing-names",
        "No|Sasaran|Indikator|Target|Anggaran\n1|Warga sehat|Persentase balita gizi baik|90%|Rp 2.000.000",
        budget="",
        lines=(),
    ),
    Layout("a-table-of-another-kind", budget=f"{_BUDGET}\nNo|Risiko|Mitigasi\n1|Data terlambat|Menyurat"),
]
each_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


def text_of(layout: Layout) -> str:
    tables = "\n".join(part.replace("|", "\t") for part in (layout.objectives, layout.budget) if part)
    return f"{_OPENING}{tables}\n{_CLOSING}"


def read(text: str) -> Agreement:
    (agreement,) = interpret(read_plain(text.encode(), "pk.txt")).agreements
    return agreement


@each_layout
def test_rows_and_lines_are_read_as_they_are_meant(layout: Layout) -> None:
    agreement = read(text_of(layout))
    rows = [
        (objective.text, each.text, each.target and each.target.value, each.target and each.target.unit)
        for objective in agreement.objectives
        for each in objective.indicators
    ]
    assert rows == list(layout.rows)
    assert [(each.level, each.name, each.amount) for each in agreement.budget] == list(layout.lines)


@each_layout
def test_nobody_is_accused(layout: Layout, tmp_path: Path) -> None:
    path = tmp_path / "pk.txt"
    path.write_text(text_of(layout), encoding="utf-8")
    found = check([str(path)]).findings
    assert [(each.code, each.at) for each in found if each.certainty == "definite"] == []
