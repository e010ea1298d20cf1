"""Digital PDF. The annex was laid across an upright page and turned for the screen; its tables have their titles below."""

import re
from pathlib import Path

import pypdfium2 as pdfium

from builders import prose
from papers import press
from papers.press import cell, said

_LEFT = [
    "PIHAK KEDUA",
    "KEPALA DINAS PERHUBUNGAN",
    "",
    "",
    "",
    "Ir. Zainal Arifin, M.T.",
    "Pembina Utama Muda",
    "NIP. 19671103 199303 1 006",
]
_RIGHT = ["PIHAK KESATU", "Plh. SEKRETARIS", "", "", "", "Lina Marlina, S.T.", "Penata", "NIP. 19841216 201001 2 015"]

# pdfium gives each file that it saves a number of its own.
_ID = re.compile(rb"(?<=/ID\[)[^\]]*(?=\])")


def build(folder: Path) -> Path:
    path = press.pdf(f"{_statement()}#pagebreak()\n{_annex()}", folder / "upright.pdf", page='paper: "a4"')
    document = pdfium.PdfDocument(path)
    document[1].set_rotation(90)
    turned = folder / "dinas_perhubungan.pdf"
    document.save(turned)
    turned.write_bytes(_ID.sub(_no_id, turned.read_bytes()))
    path.unlink()
    return turned


def _statement() -> str:
    return (
        press.centred(["DINAS PERHUBUNGAN KOTA BANDAR MEKAR", "PERJANJIAN KINERJA TAHUN 2025"])
        + f"#v(3mm)\n{said(prose.OPENING)}\n\n"
        + said(
            "Nama : Lina Marlina, S.T.\nJabatan : Plh. Sekretaris Dinas Perhubungan Kota Bandar Mekar\nSelanjutnya disebut PIHAK KESATU."
        )
        + "\n\n"
        + said(
            "Nama : Ir. Zainal Arifin, M.T.\nJabatan : Kepala Dinas Perhubungan Kota Bandar Mekar\nSelanjutnya disebut PIHAK KEDUA."
        )
        + f"\n\n{said(prose.kesatu(prose.PROMISE))} {said(prose.DUTY)}\n\n{said(prose.kesatu(prose.SUPERVISION))}\n\n#v(6mm)\n"
        + f"#align(right)[{said('Bandar Mekar, 9 Januari 2025')}]\n#v(3mm)\n{press.side_by_side(_LEFT, _RIGHT)}"
    )


def _annex() -> str:
    rows = (
        ("1", "Meningkatnya kualitas tata kelola dinas", "Nilai SAKIP", "Nilai", "78,20"),
        ("", "", "Persentase temuan pemeriksaan yang ditindaklanjuti", "Persen", "100"),
        ("2", "Meningkatnya disiplin pegawai", "Tingkat kehadiran pegawai", "%", "98,75"),
    )
    heads = [
        cell(each, bold=True, align="center")
        for each in ("No", "Sasaran Kegiatan", "Indikator Kinerja Kegiatan", "Satuan", "Target")
    ]
    budget = (
        ("1", "Kegiatan Perencanaan, Penganggaran, dan Evaluasi Kinerja", "128.400.000", "DAU"),
        ("2", "Kegiatan Administrasi Keuangan Perangkat Daerah", "9.655.120.750", "DAU"),
        ("", "Jumlah Anggaran", "9.783.520.750", ""),
    )
    money_heads = [cell(each, bold=True, align="center") for each in ("No", "Kegiatan", "Anggaran (Rp)", "Ket")]
    page = (
        press.centred(["LAMPIRAN PERJANJIAN KINERJA TAHUN 2025"])
        + f"{said('Unit Kerja : Sekretariat Dinas Perhubungan')}\n\n"
        + press.table(("10mm", "60mm", "1fr", "25mm", "25mm"), [cell(each) for row in rows for each in row], heads)
        + press.centred(["Tabel 1 Sasaran dan Target Kinerja Sekretariat"], bold=False)
        + "#v(3mm)\n"
        + press.table(("10mm", "1fr", "50mm", "25mm"), [cell(each) for row in budget for each in row], money_heads)
        + press.centred(["Tabel 2 Rincian Anggaran"], bold=False)
        + f"#align(right)[{said('Bandar Mekar, 9 Januari 2025')}]\n{press.side_by_side(_LEFT, _RIGHT)}"
    )
    return f"#rotate(-90deg, reflow: true, block(width: 250mm, [{page}]))\n"


def _no_id(found: re.Match[bytes]) -> bytes:
    return re.sub(rb"[0-9A-Fa-f]", b"0", found.group())
