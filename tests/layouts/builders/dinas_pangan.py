"""Digital PDF. One wide page in two columns, the statement on the left and the annex on the right; amounts in juta, miliar and T."""

from pathlib import Path

from builders import prose
from papers import press
from papers.press import cell, said


def build(folder: Path) -> Path:
    columns = f"#grid(columns: (1fr, 1fr), column-gutter: 14mm, [{_statement()}], [{_annex()}])\n"
    return press.pdf(columns, folder / "dinas_pangan.pdf", size="10pt", page="width: 420mm, height: 297mm")


def _signed() -> str:
    left = ["Pihak Kedua,", "Gubernur Selat Utara", "", "", "", "Drs. H. Ismail Nasution, M.M."]
    right = [
        "Pihak Pertama,",
        "Kepala Dinas Pangan",
        "",
        "",
        "",
        "Yulianti Rahman, S.P., M.Si.",
        "NIP 197104051997032004",
    ]
    return f"#v(5mm)\n#align(right)[{said('Meranti, 3 Januari 2025')}]\n#v(2mm)\n{press.side_by_side(left, right)}"


def _statement() -> str:
    return (
        press.centred(["PEMERINTAH PROVINSI SELAT UTARA", "DINAS PANGAN", "PERJANJIAN KINERJA TAHUN 2025"])
        + f"#v(3mm)\n{said(prose.OPENING)}\n\n"
        + said("Nama : Yulianti Rahman, S.P., M.Si.\nJabatan : Kepala Dinas Pangan Provinsi Selat Utara")
        + f"\n\n{said('selanjutnya disebut Pihak Pertama')}\n\n"
        + said("Nama : Drs. H. Ismail Nasution, M.M.\nJabatan : Gubernur Selat Utara")
        + f"\n\n{said('selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua')}\n\n"
        + f"{said(prose.PROMISE)} {said(prose.DUTY)}\n\n{said(prose.SUPERVISION)}\n\n{_signed()}"
    )


def _annex() -> str:
    rows = (
        cell("1"), cell("Meningkatnya ketersediaan pangan"), cell("Skor Pola Pangan Harapan"), cell("93,4"),
        cell("2", rows=2), cell("Menurunnya kerawanan pangan", rows=2), cell("Prevalensi ketidakcukupan konsumsi pangan"), cell("5,80%"),
        cell("Jumlah desa rawan pangan yang ditangani"), cell("12 dari 15 Desa"),
        cell("3"), cell("Meningkatnya cadangan pangan pemerintah"), cell("Nilai cadangan pangan"), cell("Rp 4.500.000.000"),
    )  # fmt: skip
    heads = [cell(each, bold=True, align="center") for each in ("No", "Sasaran", "Indikator Kinerja Sasaran", "Target")]
    budget = (
        ("1", "Program Penunjang Urusan Pemerintahan Daerah Provinsi", "Rp 0,014 T"),
        ("2", "Program Peningkatan Diversifikasi dan Ketahanan Pangan", "Rp 6,25 miliar"),
        ("3", "Program Penanganan Kerawanan Pangan", "Rp 875,5 juta"),
    )
    return (
        press.centred(["LAMPIRAN PERJANJIAN KINERJA TAHUN 2025"])
        + f"{said('Organisasi Perangkat Daerah : Dinas Pangan')}\n\n{said('Tahun Anggaran : 2025')}\n\n"
        + press.table(("9mm", "1fr", "1.2fr", "30mm"), rows, heads)
        + "#v(3mm)\n"
        + press.table(
            ("9mm", "1fr", "42mm"),
            [cell(each) for row in budget for each in row],
            [cell(each, bold=True, align="center") for each in ("No", "Program", "Anggaran")],
        )
        + _signed()
    )
