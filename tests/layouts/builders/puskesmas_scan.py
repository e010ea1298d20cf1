"""Scan. A stamped and signed agreement of a health centre, two pages, each a little askew."""

from pathlib import Path

from builders import prose
from papers import press
from papers.press import cell, said
from papers.scanner import scan

_LEFT = [
    "PIHAK KEDUA,",
    "KEPALA DINAS KESEHATAN",
    "",
    "",
    "",
    "dr. Hendra Gunawan, M.Kes.",
    "NIP. 19681212 199803 1 004",
]
_RIGHT = [
    "PIHAK PERTAMA,",
    "KEPALA PUSKESMAS SUKA MAJU",
    "",
    "",
    "",
    "drg. Siti Khadijah",
    "NIP. 19790303 200604 2 002",
]


def build(folder: Path) -> Path:
    printed = press.pdf(
        f"{_statement()}#pagebreak()\n{_annex()}",
        folder / "printed.pdf",
        size="12pt",
        page="width: 210mm, height: 330mm",
    )
    path = scan(
        printed,
        folder / "puskesmas_scan.pdf",
        200,
        seed=7,
        signed_below=("PIHAK PERTAMA,", "PIHAK KEDUA,"),
        stamp="DINKES",
    )
    printed.unlink()
    return path


def _statement() -> str:
    return (
        press.centred(["PEMERINTAH KABUPATEN TELUK INTAN", "DINAS KESEHATAN", "PUSKESMAS SUKA MAJU"])
        + "#line(length: 100%)\n"
        + press.centred(["PERJANJIAN KINERJA TAHUN 2025"])
        + f"#v(3mm)\n{said(prose.OPENING)}\n\n"
        + press.table(
            ("30mm", "5mm", "1fr"),
            [cell(each) for each in ("Nama", ":", "drg. Siti Khadijah", "Jabatan", ":", "Kepala Puskesmas Suka Maju")],
            rules="none",
        )
        + f"{said('selanjutnya disebut Pihak Pertama.')}\n\n"
        + press.table(
            ("30mm", "5mm", "1fr"),
            [
                cell(each)
                for each in (
                    "Nama",
                    ":",
                    "dr. Hendra Gunawan, M.Kes.",
                    "Jabatan",
                    ":",
                    "Kepala Dinas Kesehatan Kabupaten Teluk Intan",
                )
            ],
            rules="none",
        )
        + f"{said('selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua.')}\n\n"
        + f"{said(prose.PROMISE)} {said(prose.DUTY)}\n\n{said(prose.SUPERVISION)}\n\n#v(6mm)\n"
        + f"#align(right)[{said('Suka Maju, 6 Januari 2025')}]\n#v(3mm)\n{press.side_by_side(_LEFT, _RIGHT)}"
    )


def _annex() -> str:
    rows = (
        cell("1", rows=3), cell("Meningkatnya kesehatan ibu dan anak", rows=3), cell("Persentase ibu hamil yang mendapat pelayanan sesuai standar"), cell("100%"),
        cell("Persentase balita yang diimunisasi dasar lengkap"), cell("92,5%"),
        cell("Prevalensi balita stunting"), cell("12,4%"),
        cell("2"), cell("Meningkatnya mutu layanan puskesmas"), cell("Indeks Kepuasan Masyarakat"), cell("86,75"),
        cell("3"), cell("Meningkatnya pencegahan penyakit"), cell("Jumlah kunjungan pembinaan posyandu"), cell("144 kali"),
    )  # fmt: skip
    heads = [
        cell(each, bold=True, align="center")
        for each in ("No", "Sasaran", "Indikator Kinerja", "Target", "(1)", "(2)", "(3)", "(4)")
    ]
    budget = (
        ("1", "Kegiatan Penyediaan Layanan Kesehatan untuk UKM dan UKP", "Rp 1.845.300.000"),
        ("2", "Kegiatan Operasional Pelayanan Puskesmas", "Rp 612.750.000"),
        ("", "Jumlah", "Rp 2.458.050.000"),
    )
    return (
        press.centred(["LAMPIRAN PERJANJIAN KINERJA TAHUN 2025"])
        + f"{said('Unit Kerja : Puskesmas Suka Maju')}\n\n"
        + press.table(("11mm", "55mm", "1fr", "28mm"), rows, heads)
        + "#v(4mm)\n"
        + press.table(
            ("11mm", "1fr", "52mm"),
            [cell(each, align="right" if each.startswith("Rp") else None) for row in budget for each in row],
            [cell(each, bold=True, align="center") for each in ("No", "Kegiatan", "Anggaran")],
        )
        + f"#v(5mm)\n#align(right)[{said('Suka Maju, 6 Januari 2025')}]\n#v(3mm)\n{press.side_by_side(_LEFT, _RIGHT)}"
    )
