"""Workbook. A heads' row above the title, columns that nobody reads hidden, a table title below its table, TW1 to TW4."""

from pathlib import Path

from papers import sheet

_WIDTHS = (4, 5, 32, 38, 16, 9, 9, 9, 9)
_SIGNED = (
    (
        "Mengetahui,",
        "Kepala Dinas Perpustakaan dan Kearsipan",
        None,
        None,
        "Dra. Endang Kusuma, M.Pd.",
        "NIP 19691225 199402 2 001",
    ),
    (
        "Yang berjanji,",
        "Kepala Bidang Layanan Perpustakaan",
        None,
        None,
        "Bambang Irawan, S.S.",
        "NIP 19800707 200801 1 010",
    ),
)


def build(folder: Path) -> Path:
    book = sheet.new()
    page = sheet.add(book, "Kabid Layanan", _WIDTHS)
    page.column_dimensions["A"].hidden = True
    sheet.put(page, "B2:I2", "DINAS PERPUSTAKAAN DAN KEARSIPAN KOTA BANDAR MEKAR", bold=True, align="center")
    sheet.put(page, "B3:I3", "PERJANJIAN KINERJA", bold=True, align="center")
    sheet.put(page, "B4:I4", "TAHUN ANGGARAN 2025", bold=True, align="center")
    at = 6
    for name, position, called in (
        ("Bambang Irawan, S.S.", "Kepala Bidang Layanan Perpustakaan", "Pihak I"),
        ("Dra. Endang Kusuma, M.Pd.", "Kepala Dinas Perpustakaan dan Kearsipan Kota Bandar Mekar", "Pihak II"),
    ):
        for label, value in (("Nama", name), ("Jabatan", position), ("Disebut sebagai", called)):
            sheet.put(page, f"B{at}:C{at}", label)
            sheet.put(page, f"D{at}:I{at}", value)
            at += 1
    sheet.put(
        page,
        "B13:I14",
        "Pihak I berjanji akan mewujudkan target kinerja pada tabel berikut; keberhasilan dan kegagalannya menjadi tanggung jawab Pihak I. Pihak II melakukan supervisi dan evaluasi.",
    )
    heads = ("No", "Sasaran Program/Kegiatan", "Indikator", "Target", "TW1", "TW2", "TW3", "TW4")
    sheet.row(page, 16, heads, first=2, bold=True)
    rows = (
        (1, "Meningkatnya kunjungan perpustakaan", "Jumlah kunjungan", "24.000 kunjungan", 6000, 6000, 6000, 6000),
        (None, None, "Rata-rata buku yang dipinjam per kunjungan", "1,2 buku", 1.2, 1.2, 1.2, 1.2),
        (2, "Meningkatnya budaya baca", "Nilai tingkat kegemaran membaca", "66,7", None, None, None, 66.7),
        (3, "Terlaksananya layanan keliling", "Jumlah titik layanan perpustakaan keliling", "48 titik", 12, 24, 36, 48),
    )
    for offset, row in enumerate(rows, 17):
        sheet.row(page, offset, row, first=2)
    page.merge_cells("B17:B18")
    page.merge_cells("C17:C18")
    sheet.put(page, "B21:I21", "Tabel 1. Sasaran dan indikator kinerja Bidang Layanan Perpustakaan", align="center")
    sheet.row(page, 23, ("No", "Sub Kegiatan", None, "Anggaran"), first=2, bold=True)
    for offset, (no, name, amount) in enumerate((
        (1, "Sub Kegiatan Pengembangan Layanan Perpustakaan", 412_500_000),
        (2, "Sub Kegiatan Peningkatan Kapasitas Tenaga Perpustakaan", 0),
    ), 24):  # fmt: skip
        sheet.row(page, offset, (no, name, None, amount), first=2, formats=("0", "@", "@", sheet.RUPIAH))
    sheet.put(page, "B26:I26", "Tabel 2. Anggaran sub kegiatan (bersumber dari APBD dan DAK Nonfisik)", align="center")
    sheet.put(page, "F28:I28", "Bandar Mekar, 06-01-2025", align="center")
    for place, lines in zip(("B{0}:D{0}", "F{0}:I{0}"), _SIGNED, strict=True):
        for offset, line in enumerate(lines, 29):
            sheet.put(page, place.format(offset), line, align="center")
    return sheet.save(book, folder / "dinas_perpustakaan.xlsx")
