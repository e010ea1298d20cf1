"""Digital PDF. Ruled, the annex on a landscape page, Tujuan beside Sasaran, English numbers, budget with APBN and PNBP."""

from pathlib import Path

from builders import prose
from papers import press
from papers.press import cell, said

_LEFT = [
    "Pihak Kedua,",
    "Direktur Jenderal Perikanan Nusantara",
    "",
    "",
    "",
    "Prof. Dr. Ir. Sigit Haryono, M.Sc.",
    "NIP 196607151991031002",
]
_RIGHT = [
    "Pihak Pertama,",
    "Direktur Pelabuhan Perikanan",
    "",
    "",
    "",
    "Maria Goreti Tukan, S.Pi., M.P.",
    "NIP 197308171998032001",
]


def build(folder: Path) -> Path:
    return press.pdf(f"{_statement()}#pagebreak()\n{_annex()}", folder / "direktorat.pdf", page='paper: "a4"')


def _statement() -> str:
    parties = (
        ("Maria Goreti Tukan, S.Pi., M.P.", "Direktur Pelabuhan Perikanan", "Selanjutnya disebut Pihak Pertama."),
        (
            "Prof. Dr. Ir. Sigit Haryono, M.Sc.",
            "Direktur Jenderal Perikanan Nusantara",
            "Selaku atasan langsung Pihak Pertama, selanjutnya disebut Pihak Kedua.",
        ),
    )
    fields = "".join(
        press.table(
            ("30mm", "5mm", "1fr"), [cell(each) for each in ("Nama", ":", name, "Jabatan", ":", position)], rules="none"
        )
        + f"{said(called)}\n\n"
        for name, position, called in parties
    )
    return (
        press.centred(["KEMENTERIAN KELAUTAN NUSANTARA", "DIREKTORAT JENDERAL PERIKANAN NUSANTARA"])
        + "#line(length: 100%)\n"
        + press.centred(["PERJANJIAN KINERJA TAHUN 2025", "DIREKTORAT PELABUHAN PERIKANAN"])
        + f"#v(4mm)\n{said(prose.OPENING)}\n\n{fields}{said(prose.PROMISE)}\n\n{said(prose.DUTY)}\n\n{said(prose.SUPERVISION)}\n\n#v(6mm)\n"
        + f"#align(right)[{said('Jakarta, 6 Januari 2025')}]\n#v(3mm)\n{press.side_by_side(_LEFT, _RIGHT)}"
    )


def _annex() -> str:
    rows = (
        cell("1"), cell("Pelabuhan perikanan yang berdaya saing", rows=3),
        cell("Meningkatnya pelayanan pelabuhan perikanan", rows=2), cell("Persentase pelabuhan perikanan yang memenuhi standar operasional"),
        cell("87.5"), cell("%"),
        cell("2"), cell("Volume ikan yang didaratkan"), cell("1,250,000"), cell("Ton"),
        cell("3"), cell("Meningkatnya tata kelola direktorat"), cell("Nilai Kinerja Anggaran"), cell("91.25"), cell("Nilai"),
    )  # fmt: skip
    heads = [
        cell(each, bold=True, align="center")
        for each in ("No", "Tujuan", "Sasaran Strategis", "Indikator Kinerja", "Target", "Satuan")
    ]
    budget = (
        ("Program Pengelolaan Perikanan dan Kelautan", "198,750,000,000", "APBN"),
        ("Kegiatan Pengelolaan Pelabuhan Perikanan", "150,250,000,000", "APBN"),
        ("Kegiatan Pelayanan Kesyahbandaran Perikanan", "48,500,000,000", "PNBP"),
    )
    money = [
        made
        for name, amount, fund in budget
        for made in (cell(name), cell(f"Rp{amount}", align="right"), cell(fund, align="center"))
    ]
    return (
        "#set page(flipped: true)\n"
        + press.centred(["LAMPIRAN PERJANJIAN KINERJA TAHUN 2025"])
        + f"#v(2mm)\n{said('Unit Organisasi : Direktorat Pelabuhan Perikanan')}\n\n{said('Tahun Anggaran : 2025')}\n\n"
        + press.table(("10mm", "45mm", "60mm", "1fr", "28mm", "20mm"), rows, heads)
        + "#v(4mm)\n"
        + press.table(
            ("1fr", "55mm", "30mm"),
            money,
            [cell(each, bold=True, align="center") for each in ("Program/Kegiatan", "Anggaran", "Sumber Dana")],
        )
        + f"#v(4mm)\n#align(right)[{said('Jakarta, 6 Januari 2025')}]\n#v(2mm)\n{press.side_by_side(_LEFT, _RIGHT)}"
    )
