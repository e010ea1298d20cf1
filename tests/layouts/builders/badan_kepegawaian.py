"""Web page. A statement of review, everything laid out in tables, quarters under one head, budget in two levels."""

from pathlib import Path

from builders import prose, web

_QUARTERS = ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")


def build(folder: Path) -> Path:
    statement = (
        "<center><b>PERNYATAAN REVIEW PERJANJIAN KINERJA TAHUN 2025</b></center>\n<center>BADAN KEPEGAWAIAN DAERAH KABUPATEN TELUK INTAN</center>\n"
        f"<p>{prose.OPENING}</p>\n<table>"
        + web.row(("NAMA", ": Agus Salim Harahap, S.STP., M.Si."))
        + web.row(("JABATAN", ": Kepala Badan Kepegawaian Daerah"))
        + web.row(("Selanjutnya disebut PIHAK PERTAMA",), spans=('colspan="2"',))
        + web.row(("NAMA", ": H. Baharuddin Yusuf"))
        + web.row(("JABATAN", ": Bupati Teluk Intan"))
        + web.row(("Selaku atasan PIHAK PERTAMA, selanjutnya disebut PIHAK KEDUA",), spans=('colspan="2"',))
        + f"</table>\n<p>{prose.PROMISE} {prose.DUTY}</p>\n<p>{prose.SUPERVISION}</p>\n{_signed()}<hr>\n"
    )
    return web.page("PK BKD", statement + _annex(), folder / "badan_kepegawaian.html", "td{vertical-align:top}")


def _annex() -> str:
    two, four = 'rowspan="2"', 'colspan="4"'
    head = web.row(
        ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Target Triwulan"),
        "th",
        (two, two, two, two, two, four),
    )
    rows = (
        web.row(
            (
                "1",
                "Meningkatnya profesionalitas aparatur",
                "Indeks Profesionalitas ASN",
                "Indeks",
                "71,25",
                "-",
                "-",
                "-",
                "71,25",
            ),
            spans=(two, two),
        )
        + web.row(("Persentase pegawai yang mengikuti pengembangan kompetensi", "%", "60", "15", "30", "45", "60"))
        + web.row(
            (
                "2",
                "Meningkatnya kualitas layanan kepegawaian",
                "Jumlah keputusan kenaikan pangkat yang diterbitkan",
                "SK",
                "400",
                "100",
                "100",
                "100",
                "100",
            )
        )
    )
    budget = (
        ("1", "Program Kepegawaian Daerah", "5.400.000.000"), ("1.1", "Kegiatan Pengadaan, Pemberhentian dan Informasi Kepegawaian", "3.150.000.000"),
        ("1.2", "Kegiatan Mutasi dan Promosi ASN", "2.250.000.000"), ("2", "Program Pengembangan Sumber Daya Manusia", "1.800.000.000"),
        ("2.1", "Kegiatan Pengembangan Kompetensi Teknis", "1.800.000.000"), ("", "JUMLAH", "7.200.000.000"),
    )  # fmt: skip
    return (
        "<center><b>LAMPIRAN PERNYATAAN REVIEW PERJANJIAN KINERJA TAHUN 2025</b></center>\n<p>SKPD : Badan Kepegawaian Daerah</p>\n"
        f'<table border="1" cellspacing="0"><thead>{head}{web.row(_QUARTERS, "th")}</thead><tbody>{rows}</tbody></table>\n<br>\n'
        f'<table border="1">{web.row(("No", "Program / Kegiatan", "Pagu (Rp)"), "th")}{"".join(web.row(each) for each in budget)}</table>\n{_signed()}'
    )


def _signed() -> str:
    return (
        '<p align="right">Teluk Intan, 1 Juli 2025</p>\n<table width="100%">'
        + web.row(("PIHAK KEDUA", "PIHAK PERTAMA"))
        + web.row(("BUPATI TELUK INTAN", "KEPALA BADAN KEPEGAWAIAN DAERAH"))
        + web.row(("&nbsp;<br>&nbsp;", "&nbsp;<br>&nbsp;"))
        + web.row(
            (
                "H. Baharuddin Yusuf",
                "Agus Salim Harahap, S.STP., M.Si.<br>Pembina Utama Muda<br>NIP. 197512011994121001",
            )
        )
        + "</table>\n"
    )
