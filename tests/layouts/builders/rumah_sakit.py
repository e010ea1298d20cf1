"""Workbook. Statement and annex on one sheet, quarterly columns, many forms of target, amounts with stray spaces."""

from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from builders import prose
from papers import sheet

_WIDTHS = (5, 34, 40, 13, 17, 9, 9, 9, 9, 22)
_ROWS: tuple[tuple[str, str, str | float | None, tuple[str | float | None, ...], str], ...] = (
    ("Waktu tunggu pelayanan rawat jalan", "Menit", "≤ 60", (60, 60, 60, 60), "SIMRS"),
    ("Angka kematian ibu bersalin", "Rasio", "16/100.000", (None, None, None, "16/100.000"), "Rekam Medik"),
    ("Persentase pemenuhan standar pelayanan minimal", "%", 92.5, (80, 85, 90, 92.5), "Laporan SPM"),
    ("Jumlah kunjungan pasien rawat inap", "Orang", 8000, (2000, 2000, 2000, 2000), "SIMRS"),
    ("Status akreditasi rumah sakit", "Predikat", "Paripurna", ("-", "-", "-", "Paripurna"), "KARS"),
)
_MONEY: tuple[tuple[str, str, str, tuple[str | None, ...], str], ...] = (
    ("Pendapatan BLUD", "Rupiah", "Rp 96.000.000.000", ("24 M", "48 M", "72 M", "96 M"), "Bagian Keuangan"),
    ("Nilai SAKIP", "Nilai", "80 (BB / Sangat Baik)", (None, None, None, "80"), "Inspektorat"),
)


def build(folder: Path) -> Path:
    book = sheet.new()
    page = sheet.add(book, "PK 2025", _WIDTHS)
    sheet.add(book, "Sheet2", (10,))
    for at, line in enumerate(
        ("PEMERINTAH KABUPATEN TELUK INTAN", "RUMAH SAKIT UMUM DAERAH MUTIARA", "PERJANJIAN KINERJA TAHUN 2025"), 1
    ):
        sheet.put(page, f"A{at}:J{at}", line, bold=True, align="center")
    sheet.put(page, "A5:J5", prose.OPENING)
    for at, label, value in (
        (6, "Nama", "dr. Anindya Putri Lestari, Sp.PD., M.A.R.S."), (7, "Jabatan", "Direktur RSUD Mutiara"),
        (10, "Nama", "H. Baharuddin Yusuf"), (11, "Jabatan", "Bupati Teluk Intan"),
    ):  # fmt: skip
        sheet.put(page, f"A{at}:B{at}", label)
        sheet.put(page, f"C{at}:J{at}", f":  {value}")
    sheet.put(page, "A8:J8", "Selanjutnya disebut Pihak Pertama")
    sheet.put(page, "A12:J12", "Selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua")
    sheet.put(page, "A14:J15", f"{prose.PROMISE} {prose.DUTY}")
    sheet.put(page, "A16:J17", prose.SUPERVISION)
    _signed(page, 19)
    sheet.put(page, "A30:J30", "LAMPIRAN PERJANJIAN KINERJA TAHUN 2025", bold=True, align="center")
    sheet.put(page, "A31:J31", "RSUD MUTIARA", bold=True, align="center")
    _head(page, 33)
    at = _objective(page, 35, "1", "Meningkatnya mutu pelayanan rumah sakit", _ROWS)
    at = _objective(page, at, "2", "Meningkatnya kemandirian dan akuntabilitas rumah sakit", _MONEY)
    sheet.row(page, at + 1, ("No", "Program", None, "Anggaran"), bold=True)
    for offset, (no, name, amount) in enumerate((
        ("1.", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", "Rp 98. 400.000. 000,-"),
        ("2.", "Program Pemenuhan Upaya Kesehatan Perorangan", "Rp. 12.600. 000.000 ,-"),
        (None, "JUMLAH", "Rp 111.000.000.000,-"),
    ), 2):  # fmt: skip
        sheet.put(page, f"A{at + offset}", no, ruled=True)
        sheet.put(page, f"B{at + offset}:C{at + offset}", name, ruled=True)
        sheet.put(page, f"D{at + offset}:E{at + offset}", amount, ruled=True, align="right")
    _signed(page, at + 7)
    return sheet.save(book, folder / "rumah_sakit.xlsx")


def _head(page: Worksheet, at: int) -> None:
    """Two rows: the quarters stand under one head."""
    for column, words in zip(
        "ABCDE", ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"), strict=True
    ):
        sheet.put(page, f"{column}{at}:{column}{at + 1}", words, bold=True, align="center", ruled=True)
    sheet.put(page, f"F{at}:I{at}", "Target Triwulan", bold=True, align="center", ruled=True)
    sheet.row(page, at + 1, ("I", "II", "III", "IV"), first=6, bold=True)
    sheet.put(page, f"J{at}:J{at + 1}", "Sumber Data", bold=True, align="center", ruled=True)


def _objective(
    page: Worksheet,
    at: int,
    no: str,
    text: str,
    rows: tuple[tuple[str, str, str | float | None, tuple[str | float | None, ...], str], ...],
) -> int:
    last = at + len(rows) - 1
    sheet.put(page, f"A{at}:A{last}", no, ruled=True)
    sheet.put(page, f"B{at}:B{last}", text, ruled=True)
    for offset, (indicator, unit, target, quarters, where) in enumerate(rows):
        page.row_dimensions[at + offset].height = 28
        sheet.row(
            page, at + offset, (indicator, unit, target, *quarters, where), first=3, formats=("@", "@", "#,##0.##")
        )
    return last + 1


def _signed(page: Worksheet, at: int) -> None:
    sheet.put(page, f"E{at}:J{at}", "Teluk Intan, 2 Januari 2025", align="center")
    left = ("Pihak Kedua,", "Bupati Teluk Intan", None, None, None, "H. Baharuddin Yusuf", None)
    right = (
        "Pihak Pertama,",
        "Direktur RSUD Mutiara",
        None,
        None,
        None,
        "dr. Anindya Putri Lestari, Sp.PD., M.A.R.S.",
        "NIP. 19720918 200112 2 003",
    )
    for offset, (one, other) in enumerate(zip(left, right, strict=True), 1):
        sheet.put(page, f"A{at + offset}:C{at + offset}", one, align="center")
        sheet.put(page, f"E{at + offset}:J{at + offset}", other, align="center")
