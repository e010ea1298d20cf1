"""Workbook. Three agreements on six sheets, percentages and amounts as numbers, budget in three levels with subtotals."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from builders import prose
from papers import sheet

_AMOUNT = '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-'
_WIDTHS = (6, 40, 44, 11, 14, 22)
Target = tuple[float | str, str, str]


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    position: str
    nip: str = ""


_MAYOR = _Person("Hj. Sulastri Wibowo", "Wali Kota Bandar Mekar")
_HEAD = _Person("Rizal Pahlevi, S.IP., M.Si.", "Camat Kayu Agung Timur", "19740211 199803 1 005")
_SECRETARY = _Person("Murniati, S.E.", "Sekretaris Kecamatan Kayu Agung Timur", "19780823 200312 2 004")
_SECTION = _Person("Gunawan Siregar, S.Sos.", "Kepala Seksi Pelayanan Umum", "19811002 200901 1 008")
_SERVED = "Indeks Kepuasan Masyarakat"
_ANSWERED = "Persentase pengaduan masyarakat yang ditindaklanjuti"
_TIMELY = "Persentase laporan kecamatan yang disampaikan tepat waktu"


def build(folder: Path) -> Path:
    book = sheet.new()
    _statement(sheet.add(book, "PK Camat", _WIDTHS), _HEAD, _MAYOR, "2 Januari 2025")
    page = sheet.add(book, "Lamp Camat", _WIDTHS)
    at = _opening(page, "Kecamatan Kayu Agung Timur")
    at = _objective(page, at, 1, "Meningkatnya kualitas pelayanan publik", [
        (_SERVED, (85.25, "0.00", "Nilai")),
        (_ANSWERED, (0.975, "0.0%", "Persen")),
    ])  # fmt: skip
    at = _objective(page, at, 2, "Meningkatnya akuntabilitas kinerja kecamatan", [(_TIMELY, (1, "0%", "Persen"))])
    _levels(page, at + 1)
    _signed(page, at + 12, _HEAD, _MAYOR, "2 Januari 2025")
    for person, unit, title, objective, rows, budget in (
        (
            _SECRETARY, "Sekretariat Kecamatan Kayu Agung Timur", "Sekcam", _TIMELY,
            [("Jumlah dokumen perencanaan dan pelaporan yang tersusun", (9, "0", "Dokumen")), ("Persentase aset dalam kondisi baik", (0.9, "0%", "Persen"))],
            ("Kegiatan Administrasi Umum Perangkat Daerah", 1_420_000_000),
        ),
        (
            _SECTION, "Seksi Pelayanan Umum", "Kasi Yanum", _SERVED,
            [("Persentase berkas pelayanan yang selesai sesuai standar waktu", (0.95, "0%", "Persen")), ("Rata-rata waktu penerbitan surat pengantar", (15, "0", "Menit"))],
            ("Kegiatan Koordinasi Penyelenggaraan Pelayanan Publik", 310_500_000),
        ),
    ):  # fmt: skip
        superior = _HEAD
        _statement(sheet.add(book, f"PK {title}", _WIDTHS), person, superior, "3 Januari 2025")
        page = sheet.add(book, f"Lamp {title}", _WIDTHS)
        at = _objective(page, _opening(page, unit), 1, objective, rows)
        if person is _SECTION:
            at = _objective(
                page,
                at,
                2,
                _ANSWERED,
                [("Persentase pengaduan yang diselesaikan dalam lima hari kerja", (0.975, "0.0%", "Persen"))],
            )
        sheet.row(page, at + 1, ("No", "Kegiatan", None, None, None, "Anggaran"), bold=True)
        sheet.row(page, at + 2, (1, budget[0], None, None, None, budget[1]), formats=("0", *("General",) * 4, _AMOUNT))
        _signed(page, at + 4, person, superior, "3 Januari 2025")
    return sheet.save(book, folder / "kecamatan.xlsx")


def _statement(page: Worksheet, first: _Person, second: _Person, day: str) -> None:
    for at, line in enumerate(
        ("PEMERINTAH KOTA BANDAR MEKAR", "KECAMATAN KAYU AGUNG TIMUR", "", "PERJANJIAN KINERJA TAHUN 2025"), 1
    ):
        sheet.put(page, f"A{at}:F{at}", line or None, bold=True, align="center")
    sheet.put(page, "A6:F7", prose.OPENING)
    at = 9
    for person, said in (
        (first, "selanjutnya disebut PIHAK PERTAMA"),
        (second, "selaku atasan PIHAK PERTAMA, selanjutnya disebut PIHAK KEDUA"),
    ):
        for label, value in (("Nama", person.name), ("Jabatan", person.position)):
            sheet.put(page, f"A{at}:B{at}", label)
            sheet.put(page, f"C{at}:F{at}", f": {value}")
            at += 1
        sheet.put(page, f"A{at}:F{at}", said)
        at += 2
    for sentence in (f"{prose.PROMISE} {prose.DUTY}", prose.SUPERVISION):
        sheet.put(page, f"A{at}:F{at + 2}", sentence)
        at += 4
    _signed(page, at, first, second, day)


def _opening(page: Worksheet, unit: str) -> int:
    sheet.put(page, "A1:F1", "LAMPIRAN PERJANJIAN KINERJA TAHUN 2025", bold=True, align="center")
    sheet.put(page, "A3:B3", "Unit Kerja")
    sheet.put(page, "C3:F3", f": {unit}")
    sheet.put(page, "A4:B4", "Tahun Anggaran")
    sheet.put(page, "C4", ":")
    sheet.put(page, "D4", 2025, align="left")
    sheet.row(page, 6, ("No", "Sasaran Strategis", "Indikator Kinerja", "Target", "Satuan", "Keterangan"), bold=True)
    sheet.row(page, 7, (1, 2, 3, 4, 5, 6))
    return 8


def _objective(page: Worksheet, at: int, no: int, text: str, rows: Sequence[tuple[str, Target]]) -> int:
    last = at + len(rows) - 1
    for column, opening in (("A", no), ("B", text)):
        sheet.put(page, f"{column}{at}:{column}{last}" if last > at else f"{column}{at}", opening, ruled=True)
    for offset, (indicator, (value, shown, unit)) in enumerate(rows):
        page.row_dimensions[at + offset].height = 30
        sheet.row(page, at + offset, (indicator, value, unit, None), first=3, formats=("General", shown))
    return last + 1


def _levels(page: Worksheet, at: int) -> None:
    """Programmes, their activities and sub-activities in one column, each level with its own sum."""
    sheet.row(page, at, ("Kode", "Program / Kegiatan / Sub Kegiatan", None, None, None, "Anggaran (Rp)"), bold=True)
    lines = (
        ("7.01.01", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", 1_420_000_000),
        ("7.01.01.2.06", "Kegiatan Administrasi Umum Perangkat Daerah", 1_420_000_000),
        ("7.01.01.2.06.05", "Sub Kegiatan Penyediaan Barang Cetakan dan Penggandaan", 420_000_000),
        ("7.01.01.2.06.09", "Sub Kegiatan Penyelenggaraan Rapat Koordinasi", 1_000_000_000),
        ("7.01.02", "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik", 310_500_000),
        ("7.01.02.2.01", "Kegiatan Koordinasi Penyelenggaraan Pelayanan Publik", 310_500_000),
        ("7.01.02.2.01.01", "Sub Kegiatan Peningkatan Efektivitas Pelayanan Kecamatan", 310_500_000),
        (None, "Jumlah", 1_730_500_000),
    )
    for offset, (code, name, amount) in enumerate(lines, 1):
        sheet.row(
            page,
            at + offset,
            (code, name, None, None, None, amount),
            formats=("@", *("General",) * 4, _AMOUNT),
            bold=code is None,
        )


def _signed(page: Worksheet, at: int, first: _Person, second: _Person, day: str) -> None:
    sheet.put(page, f"D{at}:F{at}", f"Kayu Agung Timur, {day}", align="center")
    for place, label, person in (("A{0}:B{0}", "PIHAK KEDUA,", second), ("D{0}:F{0}", "PIHAK PERTAMA,", first)):
        lines = (
            label,
            f"{person.position},",
            None,
            None,
            None,
            person.name,
            f"NIP. {person.nip}" if person.nip else None,
        )
        for offset, line in enumerate(lines, 1):
            sheet.put(page, place.format(at + offset), line, align="center")
