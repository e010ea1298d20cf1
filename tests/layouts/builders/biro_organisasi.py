"""Word. Two levels of objective in one annex, roman numbers, Formulasi and Sumber Data, budget as a list with tabs.

Beside that a tracked change that nobody accepted yet, a letterhead in the page header, and a list that Word numbers by itself.
"""

from pathlib import Path

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm

from builders import prose
from papers import word
from papers.word import Span

_DATED = "Meranti, 6 Januari 2025"


def build(folder: Path) -> Path:
    file = word.new(font="Times New Roman", size=12)
    head = ["PEMERINTAH PROVINSI SELAT UTARA", "SEKRETARIAT DAERAH", "Jalan Gubernur Nomor 1, Meranti, Kode Pos 99001"]
    word.letterhead(file.sections[0], head, bold_lines=2)
    word.text(file, "PERJANJIAN KINERJA TAHUN 2025", "center", bold=True, after=12)
    word.text(file, prose.OPENING, "both", after=8)
    word.text(file, "Nama\t: Drs. Wahyu Prihatin, M.A.P.")
    moved = word.text(file, "Jabatan\t: Pj. Kepala Biro ")
    word.deleted(moved, "Ortala")
    word.inserted(moved, "Organisasi")
    word.text(file, "selanjutnya disebut Pihak Pertama", after=8)
    word.text(file, "Nama\t: Dr. Hj. Farida Hanum, S.H., M.H.")
    word.text(file, "Jabatan\t: Sekretaris Daerah Provinsi Selat Utara")
    word.text(file, "selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua", after=8)
    word.numbered(file, [f"{prose.PROMISE} {prose.DUTY}", prose.SUPERVISION])
    _signed(file)
    word.letterhead(word.new_section(file), head, bold_lines=2)
    word.text(file, "PERJANJIAN KINERJA TAHUN 2025", "center", bold=True, after=8)
    word.text(file, "Unit Kerja\t\t: Biro Organisasi")
    word.text(file, "Tahun Anggaran\t: 2025", after=8)
    _objectives(file)
    word.text(file, "")
    _budget(file)
    _signed(file)
    return word.save(file, folder / "biro_organisasi.docx")


def _objectives(file: Document) -> None:
    level: tuple[word.TableCell, ...] = (None,) * 5
    rows: list[list[word.TableCell]] = [
        ["No", "Sasaran", "Indikator Kinerja", "Target", "Formulasi", "Sumber Data"],
        [Span("A. Sasaran Program", cols=6, bold=True, align="left", fill="D9D9D9"), *level],
        [
            "I", "Meningkatnya kualitas tata kelola organisasi perangkat daerah", "Indeks Reformasi Birokrasi", "70,5 / BB",
            "Hasil evaluasi Kementerian PANRB", "LHE RB",
        ],
        [
            "II", "Meningkatnya kualitas pelayanan publik", "Indeks Pelayanan Publik", "4,10",
            "Rata-rata nilai unit pelayanan yang dievaluasi", "Biro Organisasi",
        ],
        [Span("B. Sasaran Kegiatan", cols=6, bold=True, align="left", fill="D9D9D9"), *level],
        [
            Span("III", 2), Span("Terlaksananya penataan kelembagaan dan analisis jabatan", 2),
            "Persentase perangkat daerah yang memiliki dokumen analisis jabatan mutakhir", "95 %",
            "(Jumlah perangkat daerah dengan anjab mutakhir / 42 perangkat daerah) x 100%", "Bagian Kelembagaan",
        ],
        [None, None, "Jumlah dokumen evaluasi kelembagaan", "2 Dokumen", "Penghitungan dokumen", "Bagian Kelembagaan"],
        [
            "IV", "Terlaksananya fasilitasi penyusunan laporan kinerja", "Jumlah laporan kinerja yang difasilitasi",
            "42 Laporan", "Penghitungan laporan", "Bagian RB dan Akuntabilitas",
        ],
    ]  # fmt: skip
    word.table(file, rows, (10, 38, 40, 22, 33, 24), size=9, aligns=("center",))


def _budget(file: Document) -> None:
    """Programme and activities with their amounts behind a tab, no rule anywhere."""
    heads = (("Program/Kegiatan", "Anggaran"),)
    lines = (
        ("1. Program Penataan Organisasi", "Rp  3.150.000.000,-"),
        ("    a. Kegiatan Pengelolaan Kelembagaan dan Analisis Jabatan", "Rp  1.400.000.000,-"),
        ("    b. Kegiatan Fasilitasi Reformasi Birokrasi dan Akuntabilitas Kinerja", "Rp  1.750.000.000,-"),
    )
    for name, amount in (*heads, *lines):
        paragraph = word.text(file, f"{name}\t{amount}", bold=(name, amount) in heads)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(164), WD_TAB_ALIGNMENT.RIGHT)


def _signed(file: Document) -> None:
    word.text(file, "")
    left = [
        "",
        "Pihak Kedua,",
        "Sekretaris Daerah",
        "Provinsi Selat Utara,",
        "",
        "",
        "Dr. Hj. Farida Hanum, S.H., M.H.",
        "Pembina Utama Madya",
    ]
    right = [
        _DATED,
        "Pihak Pertama,",
        "Pj. Kepala Biro Organisasi,",
        "",
        "",
        "",
        "Drs. Wahyu Prihatin, M.A.P.",
        "Pembina",
    ]
    word.side_by_side(file, left, right)
