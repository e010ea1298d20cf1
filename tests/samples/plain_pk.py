"""An agreement as plain text, in which nothing is wrong."""

PK = """\
PERJANJIAN KINERJA TAHUN 2025

Kami yang bertanda tangan di bawah ini:
Nama : Sari Wulandari
Jabatan : Camat Sukamaju
selanjutnya disebut Pihak Pertama.

Sukamaju, 6 Januari 2025

Pihak Pertama,
Camat Sukamaju,

Sari Wulandari

PERJANJIAN KINERJA
Tahun Anggaran : 2025
No\tSasaran\tIndikator Kinerja\tTarget
1\tPelayanan kecamatan yang baik\tIndeks kepuasan masyarakat\t85
2\tArsip yang tertib\tPersentase arsip yang tertata\t90%

Program\tAnggaran
1. Program Penunjang Urusan\tRp 1.500.000.000,-

Sukamaju, 6 Januari 2025
Pihak Pertama,
Camat Sukamaju,

Sari Wulandari
"""
