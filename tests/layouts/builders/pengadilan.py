"""Digital PDF. Not a rule on the page: columns stand under their heads, nothing is numbered, the blocks say 'ttd'."""

from pathlib import Path

from builders import prose
from papers import press
from papers.press import cell, said

_LEFT = ["Pihak Kedua", "Ketua Pengadilan Tinggi Meranti", "", "ttd", "", "Dr. H. Achmad Fauzan, S.H., M.Hum."]
_RIGHT = ["Pihak Pertama", "Ketua Pengadilan Negeri Bukit Tujuh", "", "ttd", "", "Rosalina Manurung, S.H., M.H."]


def build(folder: Path) -> Path:
    return press.pdf(f"{_statement()}#pagebreak()\n{_annex()}", folder / "pengadilan.pdf", font="New Computer Modern")


def _statement() -> str:
    parties = (
        ("Rosalina Manurung, S.H., M.H.", "Ketua Pengadilan Negeri Bukit Tujuh", "Selanjutnya disebut pihak pertama"),
        (
            "Dr. H. Achmad Fauzan, S.H., M.Hum.",
            "Ketua Pengadilan Tinggi Meranti",
            "Selaku atasan langsung pihak pertama, selanjutnya disebut pihak kedua",
        ),
    )
    fields = "".join(
        press.table(
            ("30mm", "1fr"), [cell(each) for each in ("Nama", f": {name}", "Jabatan", f": {position}")], rules="none"
        )
        + f"{said(called)}\n\n"
        for name, position, called in parties
    )
    return (
        press.centred(["PENGADILAN NEGERI BUKIT TUJUH", "PERJANJIAN KINERJA TAHUN 2025"])
        + f"#v(4mm)\n{said(prose.OPENING)}\n\n{fields}{said(prose.PROMISE)} {said(prose.DUTY)}\n\n{said(prose.SUPERVISION)}\n\n#v(6mm)\n"
        + f"#align(right)[{said('Bukit Tujuh, 2 Januari 2025')}]\n#v(3mm)\n{press.side_by_side(_LEFT, _RIGHT)}"
    )


def _annex() -> str:
    rows = (
        (
            "Terwujudnya proses peradilan yang pasti, transparan dan akuntabel",
            "Persentase perkara yang diselesaikan tepat waktu",
            "97,5 %",
        ),
        ("", "Persentase putusan yang dikirim kepada para pihak tepat waktu", "100 %"),
        ("", "Indeks kepuasan pencari keadilan", "3,60"),
        (
            "Peningkatan efektivitas pengelolaan penyelesaian perkara",
            "Persentase perkara yang diselesaikan melalui mediasi",
            "12 %",
        ),
        (
            "Meningkatnya akses peradilan bagi masyarakat miskin",
            "Jumlah perkara prodeo yang diselesaikan",
            "10 Perkara",
        ),
    )
    cells = [cell(each) for row in rows for each in row]
    heads = [cell(each, bold=True) for each in ("Sasaran", "Indikator Kinerja", "Target")]
    budget = (
        ("Kegiatan", "Anggaran"),
        ("Program Penegakan dan Pelayanan Hukum", "Rp    214.500.000,-"),
        ("Program Dukungan Manajemen", "Rp  6.882.150.000,-"),
    )
    money = [cell(name) + cell(amount, align="right") for name, amount in budget]
    return (
        press.centred(["PERJANJIAN KINERJA TAHUN 2025"])
        + f"#v(2mm)\n{said('Satuan Kerja : Pengadilan Negeri Bukit Tujuh')}\n\n#v(3mm)\n"
        + press.table(("58mm", "1fr", "28mm"), cells, heads, rules="none", inset="5pt")
        + "#v(5mm)\n"
        + press.table(("1fr", "60mm"), money, rules="none")
        + f"#v(6mm)\n#align(right)[{said('Bukit Tujuh, 2 Januari 2025')}]\n#v(3mm)\n{press.side_by_side(_LEFT, _RIGHT)}"
    )
