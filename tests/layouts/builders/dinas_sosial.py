"""Word. Letter-spaced labels, parties in small tables, NIP and rank below names, Satuan before Target, budget without a total."""

from pathlib import Path

from docx.document import Document

from builders import prose
from papers import word
from papers.word import Span


def build(folder: Path) -> Path:
    file = word.new(font="Arial")
    word.lines(file, ["PEMERINTAH KABUPATEN TELUK INTAN", "DINAS SOSIAL"], "center", bold=True)
    word.text(file, "Jalan Kenanga Nomor 17, Teluk Intan 99123 Telepon (0999) 21017", "center", size=9, after=14)
    word.text(file, "PERJANJIAN KINERJA TAHUN 2025", "center", bold=True, after=12)
    word.text(file, prose.OPENING, "both", after=8)
    _party(file, "RATNA SARI DEWI, S.Sos., M.Si.", "KEPALA DINAS SOSIAL KABUPATEN TELUK INTAN")
    word.text(file, "Selanjutnya disebut PIHAK PERTAMA", after=8)
    _party(file, "H. BAHARUDDIN YUSUF", "BUPATI TELUK INTAN")
    word.text(file, "Selaku atasan PIHAK PERTAMA, selanjutnya disebut PIHAK KEDUA", after=8)
    for sentence in (f"{prose.PROMISE} {prose.DUTY}", prose.SUPERVISION):
        word.text(file, sentence, "both", after=8)
    _signed(file, "Teluk Intan, 2 Januari 2025")
    word.new_page(file)
    word.lines(file, ["LAMPIRAN PERJANJIAN KINERJA TAHUN 2025"], "center", bold=True)
    _heads(file)
    _objectives(file)
    word.text(file, "")
    _budget(file)
    _signed(file, "Teluk Intan, 2 Januari 2025")
    return word.save(file, folder / "dinas_sosial.docx")


def _party(file: Document, name: str, position: str) -> None:
    rows = [("N a m a", ":", name), ("J a b a t a n", ":", position)]
    word.table(file, rows, (35, 5, 125), heads=0, ruled=False)


def _heads(file: Document) -> None:
    rows = [("Perangkat Daerah", ":", "Dinas Sosial"), ("Tahun", ":", "2025")]
    word.table(file, rows, (42, 5, 118), heads=0, ruled=False)
    word.text(file, "")


def _objectives(file: Document) -> None:
    rows: list[list[word.TableCell]] = [
        ["NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA UTAMA", "SATUAN", "TARGET"],
        ["1", "2", "3", "4", "5"],
        [
            Span("1.", 2), Span("Meningkatnya kualitas pelayanan bagi penyandang masalah kesejahteraan sosial", 2),
            "Persentase penyandang masalah kesejahteraan sosial yang terpenuhi kebutuhan dasarnya", "%", "67,5",
        ],
        [None, None, "Jumlah lembaga kesejahteraan sosial yang terakreditasi", "Lembaga", "14"],
        ["2.", "Meningkatnya perlindungan sosial bagi korban bencana", "Persentase korban bencana yang tertangani", "Persen", "100"],
        [
            Span("3.", 2), Span("Meningkatnya akuntabilitas kinerja Dinas Sosial", 2),
            "Nilai evaluasi SAKIP", "Nilai", "72,15",
        ],
        [None, None, "Indeks Kepuasan Masyarakat", "Indeks", "83,50"],
    ]  # fmt: skip
    word.table(
        file, rows, (11, 50, 56, 23, 25), heads=2, aligns=("center", "left", "left", "center", "center"), size=10
    )


def _budget(file: Document) -> None:
    rows = [
        ("No", "Program", "Anggaran", "Keterangan"),
        ("1", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota", "Rp. 6.412.870.000", "APBD"),
        ("2", "Program Rehabilitasi Sosial", "Rp. 1.275.400.500", "APBD"),
        ("3", "Program Penanganan Bencana", "Rp.   842.000.000", "APBD"),
    ]
    word.table(file, rows, (11, 84, 42, 28), aligns=("center", "left", "right", "center"), size=10)


def _signed(file: Document, dated: str) -> None:
    word.text(file, "")
    word.text(file, dated, "right", after=6)
    left = ["PIHAK KEDUA", "BUPATI TELUK INTAN,", "", "", "", "H. BAHARUDDIN YUSUF"]
    right = [
        "PIHAK PERTAMA", "KEPALA DINAS SOSIAL", "KABUPATEN TELUK INTAN,", "", "", "RATNA SARI DEWI, S.Sos., M.Si.",
        "Pembina Utama Muda (IV/c)", "NIP. 19700412 199503 2 004",
    ]  # fmt: skip
    word.side_by_side(file, left, right)
