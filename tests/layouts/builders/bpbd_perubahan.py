"""Word. A changed agreement of an acting head: PIHAK KESATU, no 'selaku atasan', no day in the dates, a monthly plan behind it."""

from pathlib import Path

from docx.document import Document

from builders import prose
from papers import word
from papers.word import Span

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Ags", "Sep", "Okt", "Nov", "Des")
_PLAN = (
    ("Indeks Ketahanan Daerah", "0,9 Angka", "0,9", (0,) * 11),
    ("Indeks Kesiapsiagaan Masyarakat", "0,48 Angka", "0,48", (0,) * 11),
    (
        "Persentase desa tangguh bencana yang terbentuk",
        "100,00 Persen",
        "100",
        (0, 0, 0, 25, 25, 25, 50, 50, 50, 75, 75),
    ),
    ("Jumlah relawan yang dilatih pada kegiatan gladi", "120 Orang", "120", (0, 0, 30, 30, 30, 60, 60, 60, 90, 90, 90)),
)


def build(folder: Path) -> Path:
    file = word.new(font="Bookman Old Style")
    word.lines(
        file,
        ["PERJANJIAN KINERJA PERUBAHAN", "BADAN PENANGGULANGAN BENCANA DAERAH", "KABUPATEN TELUK INTAN TAHUN 2025"],
        "center",
        bold=True,
    )
    word.text(file, "")
    word.text(file, prose.OPENING, "both", after=8)
    for name, position, called in (
        (
            "SYAHRUL RAMADHAN, S.T., M.T.",
            "Plt. Kepala Pelaksana Badan Penanggulangan Bencana Daerah Kabupaten Teluk Intan",
            "KESATU",
        ),
        ("H. BAHARUDDIN YUSUF", "Bupati Teluk Intan", "KEDUA"),
    ):
        word.text(file, f"Nama\t\t: {name}")
        word.text(file, f"Jabatan\t: {position}")
        word.text(file, f"Selanjutnya disebut PIHAK {called}", after=8)
    for sentence in (prose.PROMISE, prose.DUTY, prose.SUPERVISION):
        word.text(file, prose.kesatu(sentence), "both", after=6)
    _signed(file, "PIHAK KESATU", "PIHAK KEDUA")
    word.new_page(file)
    word.text(file, "LAMPIRAN", "center", bold=True)
    word.text(
        file,
        "PERJANJIAN KINERJA PERUBAHAN BADAN PENANGGULANGAN BENCANA DAERAH KABUPATEN TELUK INTAN TAHUN 2025",
        "center",
        bold=True,
        after=10,
    )
    _objectives(file)
    word.text(file, "")
    _budget(file)
    _signed(file, "Yang berjanji", "Menyetujui")
    _plan(file)
    return word.save(file, folder / "bpbd_perubahan.docx")


def _objectives(file: Document) -> None:
    rows: list[list[word.TableCell]] = [
        ["NO", "TUJUAN/ SASARAN STRATEGIS", "INDIKATOR KINERJA UTAMA", "TARGET"],
        ["1", "2", "3", "4"],
        [
            Span("1.", 3), Span("Meningkatkan kapasitas ketahanan daerah terhadap bencana", 3), "Indeks Ketahanan Daerah", "0,9 Angka",
        ],
        [None, None, "Indeks Kesiapsiagaan Masyarakat", "0,48 Angka"],
        [None, None, "Persentase desa tangguh bencana yang terbentuk", "100,00 Persen"],
        ["2.", "Meningkatnya akuntabilitas kinerja dan keuangan", "Nilai SAKIP BPBD", "B (65)"],
    ]  # fmt: skip
    word.table(file, rows, (12, 58, 62, 33), heads=2, aligns=("center", "left", "left", "center"), size=10)


def _budget(file: Document) -> None:
    rows = [
        ("NO", "PROGRAM", "ANGGARAN", "KET"),
        ("1.", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", "Rp4.118.305.000,00", ""),
        ("2.", "PROGRAM PENANGGULANGAN BENCANA", "Rp931.240.000,00", ""),
        ("", "TOTAL ANGGARAN", "Rp5.049.545.000,00", ""),
    ]
    word.table(file, rows, (12, 88, 45, 20), aligns=("center", "left", "right", "left"), size=10)


def _signed(file: Document, first: str, second: str) -> None:
    word.text(file, "")
    left = ["", second, "BUPATI TELUK INTAN", "", "", "", "H. BAHARUDDIN YUSUF"]
    right = [
        "Teluk Intan,         Oktober 2025", first, "Plt. KEPALA PELAKSANA", "BADAN PENANGGULANGAN BENCANA DAERAH", "", "",
        "SYAHRUL RAMADHAN, S.T., M.T.", "Penata Tingkat I", "NIP. 198203142008041002",
    ]  # fmt: skip
    word.side_by_side(file, left, right)


def _plan(file: Document) -> None:
    """The action plan: levels reached month by month, rows of lower levels among them."""
    word.new_section(file, landscape=True)
    title = "RENCANA AKSI ATAS PERJANJIAN KINERJA PERUBAHAN BADAN PENANGGULANGAN BENCANA DAERAH TAHUN 2025"
    word.text(file, title, "center", bold=True, after=8)
    rows: list[list[word.TableCell]] = [
        [
            Span("No", 2),
            Span("Indikator Kinerja", 2),
            Span("Target Tahun 2025", 2),
            Span("Target Bulan", 1, 12),
            *[None] * 11,
        ],
        [None, None, None, *_MONTHS],
        [str(at) for at in range(1, 16)],
    ]
    for at, (indicator, year, december, months) in enumerate(_PLAN, 1):
        rows.append([str(at), indicator, year, *(str(each) for each in months), december])
    word.table(file, rows, (10, 66, 30, *(14.5,) * 12), heads=3, size=9)
    right = [
        "Teluk Intan,         Oktober 2025",
        "Plt. KEPALA PELAKSANA",
        "",
        "",
        "SYAHRUL RAMADHAN, S.T., M.T.",
        "NIP. 198203142008041002",
    ]
    word.side_by_side(file, [], right, width=270)
