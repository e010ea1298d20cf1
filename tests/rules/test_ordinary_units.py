"""What agencies of every kind write with nothing wrong in it: no rule about units speaks."""

import pytest

from pkcheck.data import load
from pkcheck.discovery import load_rules
from pkcheck.engine import judge
from pkcheck.graph import AgreementSet

UNIT_RULES = [each for each in load_rules() if each.rule.code.startswith("UOM")]

# Indicator | target, as health, education, works, farming, disaster, tourism, registry and secretariat offices print them.
ROWS = """
Indeks Pembangunan Manusia|72,5 Indeks
Indeks Pembangunan Manusia (IPM)|72,5
Angka Harapan Hidup|71,2 Tahun
Angka Kematian Ibu|16/100.000 KH
Angka Kematian Bayi|16 per 1.000 KH
Angka Partisipasi Murni SD|98,5%
Rata-rata Lama Sekolah|9,5 Tahun
Persentase balita stunting|14 Persen
Prevalensi Stunting|14%
Persentase puskesmas terakreditasi|100,00 Persen
Jumlah puskesmas terakreditasi paripurna|5 Puskesmas
Jumlah dokumen perencanaan|6 Dokumen
Jumlah Dokumen RKA-SKPD dan Laporan Hasil Koordinasi|1 Dokumen
Jumlah Orang yang Mengikuti Bimtek|50 Orang
Jumlah Paket Peralatan Kantor yang Disediakan|1 Paket
Jumlah Laporan Penyediaan Jasa Komunikasi|12 Laporan
Jumlah Laporan Penyelenggaraan Rapat Koordinasi|12 Laporan
Jumlah Unit Kendaraan Dinas yang Dipelihara|15 Unit
Nilai SAKIP|BB
Nilai SAKIP Dinas|75,5 (BB)
Nilai AKIP Perangkat Daerah|B (65)
Nilai IKPA|95,5
Indeks Kepuasan Masyarakat|85,5 Nilai
Indeks Reformasi Birokrasi|75 Angka
Indeks SPBE|3,2 Level
Tingkat Kematangan SPIP|Level 3
Maturitas SPIP|3 Level
Tingkat Maturitas SPIP|3
Opini BPK atas Laporan Keuangan|WTP
Opini BPK|Opini WTP
Laju Pertumbuhan Ekonomi|5,2 - 5,6%
Tingkat Kemiskinan|≤ 8,5%
Tingkat Pengangguran Terbuka|5,01 %
Gini Ratio|0,35
Rasio Gini|0,35 Poin
Rasio Elektrifikasi|99,5%
Rasio Guru terhadap Murid|1:20
Pendapatan per Kapita|Rp 52.000.000
Nilai Investasi|Rp 5,2 Triliun
Nilai Investasi PMDN|2,5 Triliun Rupiah
Nilai Ekspor|US$ 5 juta
Nilai Tukar Petani|105,2 Nilai
Jumlah PAD|2.500 Juta Rupiah
Produksi Padi|120.000 Ton
Produktivitas Padi|5,6 Ton/Ha
Jumlah Produksi Perikanan|5.000 Ton
Konsumsi Ikan|40 Kg/Kapita/Tahun
Skor Pola Pangan Harapan|92,5 Skor
Indeks Pertanaman|200%
Panjang Jalan Kondisi Mantap|450 Km
Persentase panjang jalan kondisi baik|85%
Luas Kawasan Kumuh|25 Ha
Jumlah Rumah Tidak Layak Huni yang ditangani|500 Unit
Jumlah sambungan rumah|1.500 SR
Akses air minum layak|98 %
Waktu tanggap darurat|15 Menit
Jumlah desa tangguh bencana|5 Desa
Jumlah desa tangguh bencana yang dibentuk|5 Desa/Kelurahan
Indeks Risiko Bencana|120,5
Jumlah kelompok tani yang dibina|25 Poktan
Jumlah penyuluh|30 Orang
Jumlah UMKM naik kelas|50 UMKM
Jumlah koperasi aktif|120 Koperasi
Jumlah wisatawan|1.500.000 Orang
Jumlah kunjungan wisatawan|1,5 Juta Kunjungan
Persentase Peningkatan Kunjungan|10%
Peningkatan Jumlah Kunjungan Wisatawan|10%
Jumlah perkara yang diputus|150 Perkara
Jumlah pengaduan yang ditindaklanjuti|25 Aduan
Persentase penurunan kasus|5%
Jumlah kasus DBD|< 50 Kasus
Jumlah kasus gizi buruk|10 Balita
Kategori Kota Layak Anak|Nindya
Predikat Kota Layak Anak|Madya
Predikat Penilaian Ombudsman|Zona Hijau
Nilai Kepatuhan Standar Pelayanan Publik|90,5 (Kualitas Tertinggi)
Predikat WBK/WBBM|1 Unit Kerja
Peringkat LPPD|10 Besar
Peringkat MTQ tingkat Provinsi|Peringkat 3
Peringkat Adipura|1 Piala
Jumlah medali emas PON|5 Medali
Jumlah atlet berprestasi|25 Atlet
Jumlah Perda yang ditetapkan|5 Perda
Jumlah Ranperda|5 Ranperda
Jumlah peraturan bupati|4 Perbup
Terlaksananya pelayanan perkantoran|12 Bulan
Terlaksananya pembayaran gaji dan tunjangan|14 Bulan
Terlaksananya rapat koordinasi|12 Kali
Terlaksananya sosialisasi|4 Kegiatan
Tersusunnya laporan keuangan|2 Laporan
Tersedianya dokumen perencanaan|4 Dokumen
Tersusunnya dokumen LKjIP|1 (satu) dokumen
Layanan perkantoran|12 Bulan Layanan
Layanan Dukungan Manajemen|1 Layanan
Rekomendasi kebijakan|2 Rekomendasi Kebijakan
NSPK|3 NSPK
Jumlah peserta diklat|40 Orang
Jumlah jam pelatihan|20 JP/orang
Jumlah ASN yang lulus sertifikasi|25 ASN
Jumlah arsip|5.000 Berkas
Jumlah kerja sama|5 MoU
Jumlah inovasi|3 Inovasi
Jumlah aplikasi|2 Aplikasi
Cakupan kepemilikan akta kelahiran|98%
Jumlah KTP-el yang diterbitkan|15.000 Keping
Jumlah perizinan yang diterbitkan|2.500 Izin
Jumlah data statistik sektoral|50 Dataset
Jumlah konten|365 Konten
Persentase OPD dengan nilai SAKIP minimal B|85%
Persentase penyelesaian tindak lanjut|80 %
Rata-rata nilai ujian|75
Rata-rata waktu layanan|15 menit
Volume sampah tertangani|100 Ton/Hari
Emisi GRK|5.000 Ton CO2eq
Indeks Kualitas Air|55,5 Poin
Jumlah jembatan|10 unit
Jumlah ruang kelas|10 Ruang
Jumlah tower|5 Unit
Jumlah mustahik|20 Orang
Jumlah tenaga kerja yang ditempatkan|500 Tenaga Kerja
Persentase kesesuaian KUA-PPAS|100 persen
% ASN yang patuh LHKPN|100%
Jumlah penduduk yang memiliki KK|5.000 KK
Jumlah Rumah Tangga penerima listrik|500 Rumah Tangga
Jumlah pelaku usaha yang difasilitasi|25 Pelaku Usaha
Jumlah lembaga PAUD|25 Lembaga
Jumlah organisasi yang dibina|100 dari 110 Organisasi
Jumlah sekolah yang menerima BOS|250 Sekolah
Jumlah kecamatan|12 Kec.
Jumlah kabupaten/kota peduli HAM|5 Kab/Kota
Jumlah kasus kekerasan anak yang ditangani|20 Anak
Daftar Pemilih Tetap|1 Dokumen
Dokumen DPA|1 Dok
Draft Raperda|2 Draft
Peta rawan bencana|1 Peta
Buku profil|1 Buku
Notulen rapat|12 Notulen
Persentase laporan tepat waktu|100%
Penyelesaian dokumen tepat waktu|100%
Kesesuaian dokumen perencanaan|100%
Hasil Survei Kepuasan|3,5
Survei Kepuasan Masyarakat|85
"""
SETS = {
    "quoting_on_three_levels": """
- id: kadis
  objectives:
  - {no: 1, text: Meningkatnya derajat kesehatan, indicators: [{text: Persentase balita stunting, target: 14 Persen}, {text: Angka Kematian Ibu, target: 16/100.000 KH}]}
  - {no: 2, text: Meningkatnya akuntabilitas, indicators: [{text: Nilai AKIP Dinas, target: B (65)}, {text: Indeks Kepuasan Masyarakat, target: '85'}]}
- id: sekdis
  supervisor: kadis
  objectives:
  - {no: 1, text: Nilai AKIP Dinas, indicators: [{text: Nilai AKIP Dinas, target: 65 Nilai}]}
  - {no: 2, text: Indeks Kepuasan Masyarakat, indicators: [{text: IKM pada layanan sekretariat, target: 85 Indeks}]}
- id: kabid
  supervisor: kadis
  objectives:
  - {no: 1, text: Persentase balita stunting, indicators: [{text: Prevalensi stunting, target: '14%'}]}
  - {no: 2, text: Angka Kematian Ibu, indicators: [{text: AKI, target: 16 per 100.000 KH}]}
- id: kasubag
  supervisor: sekdis
  objectives:
  - {no: 1, text: Nilai AKIP Dinas, indicators: [{text: Predikat AKIP, target: B}]}
""",
    "outcome_to_output_by_declared_derivation": """
- id: kadis
  objectives:
  - {no: 1, text: Meningkatnya kualitas jalan, indicators: [{id: k1, text: Persentase jalan kondisi mantap, target: 85%}]}
- id: kabid
  supervisor: kadis
  objectives:
  - {no: 1, text: Terbangunnya jalan, indicators: [{id: b1, text: Panjang jalan yang dibangun, target: 25 Km, derives_from: [k1]}, {id: b2, text: Jumlah jembatan yang dipelihara, target: 10 Unit, derives_from: [k1]}]}
- id: kasi
  supervisor: kabid
  objectives:
  - {no: 1, text: Tersusunnya DED, indicators: [{text: Jumlah dokumen DED, target: 3 Dokumen, derives_from: [b1]}, {text: Jumlah laporan pengawasan, target: 12 Laporan, derives_from: [b2]}]}
""",
    "a_share_broken_down_into_a_count": """
- id: kadis
  objectives:
  - {no: 1, text: Meningkatnya produksi, indicators: [{text: Jumlah produksi padi, target: 120.000 Ton}, {text: Persentase kelompok tani aktif, target: 80%}]}
- id: kabid
  supervisor: kadis
  objectives:
  - {no: 1, text: Naiknya produksi tanaman pangan, indicators: [{text: Jumlah produksi padi, target: 120.000.000 Kg}, {text: Jumlah kelompok tani aktif, target: 40 Poktan}]}
""",
}


def told(text: str) -> list[tuple[str, str]]:
    """Code and subject of what the rules about units find in agreement data."""
    judgement = judge(AgreementSet(load(text, "pk.yaml", "yaml").agreements), UNIT_RULES)
    assert {each.status for each in judgement.coverage} == {"ran"}
    return [(each.code, each.at) for each in judgement.findings]


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_an_ordinary_row_is_not_told(row: str) -> None:
    indicator, target = row.split("|")
    assert told(f'{{id: a, objectives: [{{no: 1, indicators: [{{text: "{indicator}", target: "{target}"}}]}}]}}') == []


@pytest.mark.parametrize("name", SETS)
def test_an_ordinary_cascade_is_not_told(name: str) -> None:
    assert told(SETS[name]) == []
