"""Digital PDF. A framed annex before its statement, lists of indicators beside lists of targets, ranks, an integrity pact."""

from pathlib import Path

from builders import prose
from papers import press
from papers.press import cell, said

_DATED = ["Ditetapkan di Tanjung Sari", "pada tanggal 12 Januari 2023"]
_LEFT = [
    "PIHAK KEDUA",
    "KEPALA KEPOLISIAN DAERAH SELAT UTARA",
    "",
    "",
    "Drs. WIRATMO ADI, M.Si.",
    "INSPEKTUR JENDERAL POLISI",
]
_RIGHT = [
    "PIHAK KESATU",
    "KEPALA KEPOLISIAN RESOR TANJUNG SARI",
    "",
    "",
    "BAGAS PRAKOSO, S.I.K.",
    "AJUN KOMISARIS BESAR POLISI NRP 80010203",
]
_BUDGET = (
    "Jumlah Anggaran Tahun 2023 : Rp. 31.250.400.000,- (Tiga Puluh Satu Miliar Dua Ratus Lima Puluh Juta Empat Ratus Ribu "
    "Rupiah), dengan rincian :"
)


def build(folder: Path) -> Path:
    pages = f"{_annex()}#pagebreak()\n{_statement()}#pagebreak()\n{_pact()}"
    footer = f"footer: context align(center)[{said('PK Polres Tanjung Sari')} | #counter(page).display()]"
    return press.pdf(pages, folder / "kepolisian_resor.pdf", page=f"width: 215mm, height: 330mm, {footer}")


def _annex() -> str:
    heads = [cell(each, bold=True) for each in ("NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "TARGET")]
    rows = (
        ("1", "Terpeliharanya keamanan dan ketertiban masyarakat", "a. Persentase penyelesaian tindak pidana yang dilaporkan\nb. Jumlah kegiatan patroli dialogis", "65 %\n720 Kegiatan"),
        ("2", "Meningkatnya kepercayaan masyarakat", "1. Indeks kepuasan layanan surat izin mengemudi di seluruh satuan pelayanan\n2. Persentase pengaduan yang ditangani", "82,5 Indeks\n95 %"),
    )  # fmt: skip
    cells = [cell(each) for row in rows for each in row]
    money = (("NO", "PROGRAM", "ANGGARAN"), ("1", "Profesionalisme SDM Polri", "Rp 312.450.000"), ("2", "Modernisasi Almatsus dan Sarana Prasarana Polri", "Rp 5.799.884.000"), ("3", "Dukungan Manajemen", "Rp 25.138.066.000"))  # fmt: skip
    framed = (
        press.centred(["LAMPIRAN PERJANJIAN KINERJA TAHUN 2023", "POLRES TANJUNG SARI"])
        + press.table(("10mm", "42mm", "66mm", "32mm"), cells, heads)
        + f"#v(4mm)\n{said(_BUDGET)}\n\n#v(2mm)\n"
        + press.table(("10mm", "90mm", "50mm"), [cell(each) for row in money for each in row])
        + "#v(4mm)\n"
    )
    signed = f"#align(right)[{said(chr(10).join(_DATED))}]\n#v(3mm)\n{press.side_by_side(_LEFT, _RIGHT)}"
    return f"#rect(width: 100%, inset: (left: 0pt, right: 4mm, y: 4mm))[\n{framed}]\n#v(4mm)\n{signed}"


def _statement() -> str:
    parties = (
        ("AKBP Bagas Prakoso, S.I.K.", "Kapolres Tanjung Sari", "Selanjutnya disebut PIHAK KESATU"),
        ("Irjen. Pol. Drs. Wiratmo Adi, M.Si.", "Kapolda Selat Utara", "Selaku atasan PIHAK KESATU, selanjutnya disebut PIHAK KEDUA"),
    )  # fmt: skip
    fields = "".join(
        press.table(
            ("30mm", "1fr"), [cell(each) for each in ("Nama", f": {name}", "Jabatan", f": {position}")], rules="none"
        )
        + f"{said(called)}\n\n"
        for name, position, called in parties
    )
    return (
        press.centred(["PERJANJIAN KINERJA TAHUN 2023"])
        + f"#v(4mm)\n{said(prose.OPENING)}\n\n{fields}{said(prose.kesatu(prose.PROMISE))} {said(prose.DUTY)}\n\n"
        + f"{said(prose.kesatu(prose.SUPERVISION))}\n\n#v(6mm)\n"
        + f"#align(right)[{said(chr(10).join(_DATED))}]\n#v(3mm)\n{press.side_by_side(_LEFT, _RIGHT)}"
    )


def _pact() -> str:
    return (
        press.centred(["PAKTA INTEGRITAS"])
        + f"#v(4mm)\n{said('Saya yang bertanda tangan di bawah ini, Kapolres Tanjung Sari, menyatakan sebagai berikut :')}\n\n"
        + f"{said('1. Tidak akan menerima pemberian dalam bentuk apa pun;')}\n\n{said('2. Bersikap jujur dan terbuka.')}\n\n"
        + f"#align(right)[{said('Tanjung Sari, 12 Januari 2023')}]\n\n#align(right)[{said('BAGAS PRAKOSO, S.I.K.')}]"
    )
