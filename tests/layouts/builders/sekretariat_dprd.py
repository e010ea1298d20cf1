"""Word. Three agreements in one document, the last a statement without an annex; names and offices in one small table."""

from collections.abc import Sequence
from pathlib import Path

from docx.document import Document

from builders import prose
from papers import word
from papers.word import Span

Person = tuple[str, str, str]
_MAYOR: Person = ("Hj. SULASTRI WIBOWO", "Wali Kota Bandar Mekar", "")
_SECRETARY: Person = ("Ir. NURHAYATI, M.M.", "Sekretaris DPRD Kota Bandar Mekar", "19680920 199403 2 007")
_GENERAL: Person = ("TAUFIK HIDAYATULLAH, S.STP.", "Kepala Bagian Umum dan Keuangan", "19830505 200212 1 001")
_HEARINGS: Person = (
    "DESI ANGGRAINI, S.H.",
    "Kepala Bagian Persidangan dan Perundang-undangan",
    "19790117 200604 2 011",
)
_SESSIONS = "Persentase rapat alat kelengkapan DPRD yang terfasilitasi"
_SUPPORT = "Persentase kebutuhan administrasi DPRD yang terpenuhi"


def build(folder: Path) -> Path:
    file = word.new(font="Calibri")
    _statement(file, _SECRETARY, _MAYOR, "2 Januari 2025")
    _annex(
        file,
        (_SECRETARY, _MAYOR),
        "Sekretariat DPRD",
        "2 Januari 2025",
        [
            ["1", "Meningkatnya kualitas layanan kepada DPRD", _SESSIONS, "100%"],
            ["2", "Meningkatnya tata kelola Sekretariat DPRD", _SUPPORT, "98,5%"],
        ],
        [
            ("1", "Program Penunjang Urusan Pemerintahan Daerah", "Rp 18.250.000.000"),
            ("2", "Program Dukungan Pelaksanaan Tugas dan Fungsi DPRD", "Rp 22.100.000.000"),
            ("", "Jumlah", "Rp 40.350.000.000"),
        ],
    )
    word.new_page(file)
    _statement(file, _GENERAL, _SECRETARY, "3 Januari 2025")
    _annex(
        file,
        (_GENERAL, _SECRETARY),
        "Bagian Umum dan Keuangan",
        "3 Januari 2025",
        [
            [
                Span("1", 2),
                Span(_SUPPORT, 2),
                "Persentase pemeliharaan gedung dan kendaraan dinas yang terlaksana",
                "98,5%",
            ],
            [None, None, "Jumlah laporan keuangan yang disampaikan tepat waktu", "14 Laporan"],
        ],
        [
            ("1", "Program Penunjang Urusan Pemerintahan Daerah", "Rp 18.250.000.000"),
            ("", "Jumlah", "Rp 18.250.000.000"),
        ],
    )
    word.new_page(file)
    _statement(file, _HEARINGS, _SECRETARY, "3 Januari 2025")
    return word.save(file, folder / "sekretariat_dprd.docx")


def _statement(file: Document, first: Person, second: Person, day: str) -> None:
    word.lines(
        file, ["PEMERINTAH KOTA BANDAR MEKAR", "SEKRETARIAT DEWAN PERWAKILAN RAKYAT DAERAH"], "center", bold=True
    )
    word.text(file, "PERNYATAAN PERJANJIAN KINERJA TAHUN 2025", "center", bold=True, after=10)
    word.text(file, prose.OPENING, "both", after=8)
    rows: list[list[word.TableCell]] = [
        [Span("1.", 2), "Nama", ":", first[0]],
        [None, "Jabatan", ":", first[1]],
        ["", Span("Selanjutnya disebut pihak pertama", cols=3), None, None],
        [Span("2.", 2), "Nama", ":", second[0]],
        [None, "Jabatan", ":", second[1]],
        ["", Span("Selaku atasan pihak pertama, selanjutnya disebut pihak kedua", cols=3), None, None],
    ]
    word.table(file, rows, (8, 25, 5, 127), heads=0, ruled=False)
    word.text(file, "")
    for sentence in (f"{prose.PROMISE} {prose.DUTY}", prose.SUPERVISION):
        word.text(file, sentence, "both", after=8)
    _signed(file, first, second, day)


def _annex(  # noqa: PLR0913, PLR0917
    file: Document,
    people: tuple[Person, Person],
    unit: str,
    day: str,
    objectives: Sequence[Sequence[word.TableCell]],
    budget: Sequence[Sequence[word.TableCell]],
) -> None:
    word.new_page(file)
    word.text(file, "PERJANJIAN KINERJA TAHUN 2025", "center", bold=True)
    word.text(file, unit.upper(), "center", bold=True, after=10)
    word.text(file, f"Satuan Kerja : {unit}", after=6)
    head = ["No", "Sasaran Program", "Indikator Kinerja Program", "Target"]
    word.table(file, [head, *objectives], (12, 62, 62, 29), aligns=("center", "left", "left", "center"))
    word.text(file, "")
    word.table(file, [("No", "Program", "Pagu Anggaran"), *budget], (12, 98, 55), aligns=("center", "left", "right"))
    _signed(file, *people, day)


def _signed(file: Document, first: Person, second: Person, day: str) -> None:
    word.text(file, "")
    word.text(file, f"Bandar Mekar, {day}", "right")
    left, right = (
        [label, f"{position},", "", "", name, f"NIP. {nip}" if nip else ""]
        for label, (name, position, nip) in (("Pihak Kedua,", second), ("Pihak Pertama,", first))
    )
    word.side_by_side(file, left, right)
