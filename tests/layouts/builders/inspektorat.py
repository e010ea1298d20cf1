"""Web page. The print view of an application: menus that are not printed, tables within tables, two agreements on one page."""

from pathlib import Path

from builders import prose, web

_STYLE = (
    "@media print{.tombol,nav{display:none}} .hal{page-break-after:always} table.k td,table.k th{border:1px solid #333}"
)
_NAV = '<nav class="tombol"><a href="#">Beranda</a> | <a href="#">Cetak</a> | <a href="#">Keluar</a></nav>\n'
_HEAD_ROW = ("No.", "Sasaran<br>Strategis", "Indikator&nbsp;Kinerja", "Target")


def build(folder: Path) -> Path:
    inspector = ("Drs. Hasan Basri, Ak., CA.", "Inspektur Daerah Kota Bandar Mekar", "19661009 199103 1 003")
    deputy = ("Widya Astuti, S.E., M.Ak.", "Inspektur Pembantu Wilayah I", "19760618 200112 2 002")
    mayor = ("Hj. Sulastri Wibowo", "Wali Kota Bandar Mekar", "")
    first = _statement(inspector, mayor, "2 Januari 2025") + _annex(
        inspector, mayor, "Inspektorat Daerah", "2 Januari 2025",
        _row("1", "Meningkatnya kualitas pengawasan intern", "Tingkat kapabilitas APIP", "Level 3", 2)
        + web.row(("Persentase rekomendasi hasil pengawasan yang ditindaklanjuti", "87,5&#37;"))
        + _row("2", "Meningkatnya integritas aparatur", "Indeks persepsi anti korupsi", "3,7 (Baik)", 1)
        + _row("3", "Menurunnya pengaduan masyarakat", "Jumlah pengaduan yang diteruskan ke aparat penegak hukum", "N/A", 1),
        (("Program Penunjang Urusan Pemerintahan Daerah", "Rp. 9.985.639. 757,-"), ("Program Penyelenggaraan Pengawasan", "Rp 2 . 410.000.000"), ("<b>Total</b>", "<b>Rp 12.395.639.757</b>")),
    )  # fmt: skip
    second = _statement(deputy, inspector, "3 Januari 2025") + _annex(
        deputy, inspector, "Inspektur Pembantu Wilayah I", "3 Januari 2025",
        _row("1", "Persentase rekomendasi hasil pengawasan yang ditindaklanjuti", "Persentase rekomendasi yang dipantau setiap semester", "100%", 2)
        + web.row(("Jumlah laporan hasil pengawasan", "36 LHP")),
        (("Kegiatan Penyelenggaraan Pengawasan Internal", "Rp 960.000.000"),),
    )  # fmt: skip
    return web.page("Cetak PK", _NAV + first + second, folder / "inspektorat.html", _STYLE)


def _row(no: str, objective: str, indicator: str, target: str, over: int) -> str:
    span = f'rowspan="{over}"' if over > 1 else ""
    return web.row((no, objective, indicator, target), spans=(span, span))


def _statement(first: tuple[str, str, str], second: tuple[str, str, str], day: str) -> str:
    people = "".join(
        "<table>"
        + web.row((f"{at}.", "Nama", ":", f"<b>{name}</b>"))
        + web.row(("", "Jabatan", ":", position))
        + f"</table>\n<p>{called}</p>\n"
        for at, (name, position, _), called in (
            (1, first, "selanjutnya disebut <b>Pihak Pertama</b>"),
            (2, second, "selaku atasan Pihak Pertama, selanjutnya disebut <b>Pihak Kedua</b>"),
        )
    )
    return (
        '<div class="hal">\n<div align="center"><img src="logo.png" alt="Lambang"><h3>PEMERINTAH KOTA BANDAR MEKAR<br>INSPEKTORAT DAERAH</h3>'
        f"<h2>PERJANJIAN KINERJA TAHUN 2025</h2></div>\n<p>{prose.OPENING}</p>\n{people}<p>{prose.PROMISE}\n   {prose.DUTY}</p>\n<p>{prose.SUPERVISION}</p>\n{_signed(first, second, day)}</div>\n"
    )


def _annex(  # noqa: PLR0913, PLR0917
    first: tuple[str, str, str],
    second: tuple[str, str, str],
    unit: str,
    day: str,
    rows: str,
    budget: tuple[tuple[str, str], ...],
) -> str:
    money = "".join(web.row((name, amount)) for name, amount in budget)
    inner = f'<table class="k" width="100%">{web.row(_HEAD_ROW, "th")}{rows}</table>'
    return (
        f'<div class="hal">\n<h2 align="center">LAMPIRAN PERJANJIAN KINERJA TAHUN 2025</h2>\n<p>Unit Kerja : {unit}<br>Tahun Anggaran : 2025</p>\n'
        f'<table width="100%"><tr><td>{inner}</td></tr></table>\n<br>\n<table class="k">{web.row(("Program/Kegiatan", "Anggaran"), "th")}{money}</table>\n'
        f"{_signed(first, second, day)}</div>\n"
    )


def _signed(first: tuple[str, str, str], second: tuple[str, str, str], day: str) -> str:
    blocks = (
        f"{'<br>Bandar Mekar, ' + day + '<br>' if label == 'Pihak Pertama' else '<br><br>'}{label},<br>{position},<br><br><br><br><u>{name}</u>{'<br>NIP. ' + nip if nip else ''}"
        for label, (name, position, nip) in (("Pihak Kedua", second), ("Pihak Pertama", first))
    )
    return f'<table width="100%" align="center">{web.row(blocks)}</table>\n'
