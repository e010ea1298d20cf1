"""Word. One signatory, names in a text box, a table within a table, gaps to be filled by hand, budget as one sentence."""

from pathlib import Path

from docx.document import Document

from builders import prose
from papers import word
from papers.word import Span


def build(folder: Path) -> Path:
    file = word.new(font="Arial", size=10.5)
    word.boxed(file, ["Formulir PK-03", "Lembar untuk arsip"])
    word.lines(
        file,
        ["KEMENTERIAN KETENAGAAN DAN PELATIHAN REPUBLIK INDONESIA", "BALAI PELATIHAN KERJA BUKIT TUJUH"],
        "center",
        bold=True,
    )
    word.text(file, "")
    word.text(file, "PENETAPAN KINERJA TAHUN 2025", "center", bold=True, after=10)
    word.text(file, prose.OPENING.replace("kami yang", "yang"), "both", after=6)
    word.text(file, "NAMA\t\t:  Yohanes Kapitan, S.Pd., M.Pd.")
    word.text(file, "N I P\t\t:  19750630 200003 1 003")
    word.text(file, "JABATAN\t:  Kepala Balai Pelatihan Kerja Bukit Tujuh", after=6)
    word.text(
        file, f"berjanji akan mewujudkan target kinerja tahunan sesuai lampiran perjanjian ini. {prose.DUTY}", "both"
    )
    _signed(file)
    word.new_page(file)
    word.text(file, "LAMPIRAN PENETAPAN KINERJA TAHUN 2025", "center", bold=True, after=8)
    word.text(file, "Satuan Kerja\t: Balai Pelatihan Kerja Bukit Tujuh", after=6)
    _objectives(file)
    word.text(file, "")
    word.text(
        file,
        "Jumlah anggaran untuk mencapai target di atas sebesar Rp 12.450.000.000,- (dua belas miliar empat ratus lima puluh juta rupiah) yang bersumber dari DIPA Tahun Anggaran 2025.",
        "both",
    )
    _signed(file)
    return word.save(file, folder / "balai_pelatihan.docx")


def _objectives(file: Document) -> None:
    """The table of objectives stands in a cell of a frame, as whoever drew the frame left it."""
    frame = file.add_table(1, 1)
    rows: list[list[word.TableCell]] = [
        ["No.", "Sasaran Kegiatan", "Indikator Kinerja", "Target", "Satuan"],
        [
            Span("", 2), Span("Meningkatnya jumlah tenaga kerja yang kompeten", 2), "Jumlah peserta pelatihan yang lulus sertifikasi",
            "1.120", "Orang",
        ],
        [None, None, "Persentase lulusan yang terserap di pasar kerja", "62.5", "%"],
        ["", "Meningkatnya kerja sama dengan dunia usaha", "Jumlah perjanjian kerja sama yang ditindaklanjuti", "16", "Dokumen"],
        [
            "", "Meningkatnya pendapatan layanan", "Penerimaan negara bukan pajak dari layanan pelatihan", "Rp 350.000.000", "Rupiah",
        ],
    ]  # fmt: skip
    word.table(
        frame.cell(0, 0), rows, (10, 48, 52, 28, 22), aligns=("center", "left", "left", "center", "center"), size=9.5
    )


def _signed(file: Document) -> None:
    word.text(file, "")
    block = [
        "Bukit Tujuh, ...... Januari 2025",
        "Kepala Balai,",
        "",
        "ttd",
        "",
        "Yohanes Kapitan, S.Pd., M.Pd.",
        "Penata Tk. I / III.d",
    ]
    word.side_by_side(file, [], block)
