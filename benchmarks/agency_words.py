"""The words of made agencies: institutions, offices, people, matters and units, such as stand in real agreements.

No name holds all words of another one of its kind: so no institution is taken for a part of another.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """A dimension: its share of the indicators, its spellings (all known to pkcheck), and how its indicators open.

    `openings` fit the unit by their own words; `neutral` ones promise no unit, so that any may stand beside them.
    """

    weight: float
    spellings: tuple[str, ...]
    openings: tuple[str, ...]
    neutral: str
    least: int
    most: int


MEASURES: dict[str, Measure] = {
    "share": Measure(40, ("%", "persen", "Persen", "PERSEN"), ("Persentase",), "Terlaksananya", 50, 100),
    "writing": Measure(
        22, ("Lap", "Laporan", "laporan", "lap.", "Dok", "Dokumen", "dokumen"), ("Jumlah laporan",), "Laporan", 1, 24
    ),
    "deed": Measure(8, ("keg", "Kegiatan", "kegiatan"), ("Jumlah kegiatan",), "Kegiatan", 1, 40),
    "office": Measure(
        5, ("satker", "Satker", "Satuan Kerja", "unit kerja"), ("Jumlah satker dengan",), "Satker", 1, 60
    ),
    "advice": Measure(4, ("rekomendasi", "Rekomendasi"), ("Jumlah rekomendasi",), "Rekomendasi", 1, 30),
    "person": Measure(7, ("orang", "Orang", "pegawai", "peserta"), ("Jumlah pegawai dalam",), "Pegawai dalam", 5, 200),
    "score": Measure(9, ("nilai", "Nilai", "poin", "indeks", "skor"), ("Nilai", "Indeks"), "Terukurnya", 50, 100),
    "time": Measure(3, ("bulan", "Bulan", "bln"), ("Jumlah waktu",), "Waktu", 1, 12),
    "length": Measure(2, ("km", "Km", "kilometer"), ("Jumlah panjang",), "Panjang", 1, 90),
}
MATTERS = (
    "pengelolaan barang milik daerah", "pelayanan kesehatan ibu hamil", "pemutakhiran data kependudukan",
    "pembinaan usaha mikro", "penanganan jalan rusak", "penyaluran bantuan sosial", "pengawasan obat tradisional",
    "pengendalian banjir perkotaan", "pelatihan tenaga kerja muda", "penataan arsip inaktif", "pemeliharaan irigasi tersier",
    "pelestarian cagar budaya", "promosi wisata bahari", "rehabilitasi hutan lindung", "penyuluhan pertanian organik",
    "pendampingan korban kekerasan", "imunisasi dasar balita", "pengujian kendaraan bermotor", "keamanan informasi publik",
    "perizinan bangunan gedung", "penagihan pajak reklame", "perencanaan tata ruang", "penyusunan anggaran belanja",
    "akuntansi aset tetap", "pengadaan jasa konstruksi", "pembinaan koperasi nelayan", "pemantauan mutu udara",
    "pengangkutan sampah pasar", "penerangan lampu lalu lintas", "perpustakaan keliling desa", "kurikulum muatan lokal",
    "sertifikasi guru honorer", "penjaringan anak putus sekolah", "pembibitan ternak sapi", "budidaya ikan air tawar",
    "cadangan pangan pokok", "stabilisasi harga beras", "metrologi legal pedagang", "penanaman modal asing",
    "penyelesaian sengketa lahan", "bantuan hukum warga miskin", "penegakan perda ketertiban", "kesiapsiagaan bencana gempa",
    "pemadaman kebakaran permukiman", "pembauran kebangsaan pemuda", "pendidikan politik pemilih", "fasilitasi organisasi keagamaan",
    "olahraga prestasi pelajar", "kewirausahaan perempuan kepala keluarga", "transmigrasi swakarsa mandiri",
    "pengarusutamaan gender responsif", "kesehatan jiwa komunitas", "gizi seimbang remaja", "sanitasi lingkungan pesisir",
    "perumahan layak huni", "penyediaan air minum", "statistik sektoral terpadu", "persandian berita rahasia",
    "keterbukaan dokumen kontrak", "manajemen risiko lembaga", "reformasi tata laksana", "budaya kerja aparatur",
    "penilaian kompetensi jabatan", "penegakan disiplin asn",
)  # fmt: skip
# Three a level: what an indicator says is never what the one says that it derives from.
QUALITIES = (
    "tertib", "akuntabel", "mutakhir", "lengkap", "terukur", "transparan", "sahih", "tuntas", "merata",
    "terpadu", "aman", "inklusif", "cermat", "teruji", "terbuka",
)  # fmt: skip
CONDITIONS = (
    "sesuai ketentuan", "tepat waktu", "pada seluruh unit", "setiap triwulan", "berbasis elektronik",
    "menurut standar pelayanan", "secara berkelanjutan",
)  # fmt: skip
GIVEN = (
    "Ahmad", "Siti", "Budi", "Dewi", "Agus", "Rina", "Joko", "Maya", "Hendra", "Putri", "Yusuf", "Ratna", "Bambang", "Lestari",
    "Fajar", "Indah", "Rizal", "Wulan", "Dimas", "Nurul", "Eko", "Sri", "Taufik", "Yanti", "Arif", "Melati", "Gunawan", "Kartika",
    "Surya", "Anisa",
)  # fmt: skip
MIDDLE = (
    "Adi", "Kurnia", "Bayu", "Cahya", "Dharma", "Eka", "Firman", "Galih", "Harun", "Ilham", "Jaya", "Karim", "Lukman", "Mulya",
    "Nanda", "Oktav", "Prima", "Rahayu", "Satria", "Tirta", "Umar", "Vina", "Wira", "Yudha", "Zainal",
)  # fmt: skip
FAMILY = (
    "Santoso", "Wijaya", "Saputra", "Hidayat", "Nugroho", "Siregar", "Pratama", "Kusuma", "Simanjuntak", "Rahman", "Halim",
    "Utami", "Setiawan", "Nasution", "Lubis", "Harahap", "Manurung", "Tampubolon", "Wibowo", "Suryadi", "Hasibuan", "Permana",
    "Gultom", "Maulana", "Syahputra", "Anggraini", "Purnomo", "Sitorus", "Baskoro", "Iskandar", "Mahendra", "Sihombing",
)  # fmt: skip
FIELDS = (
    "Kesehatan", "Pendidikan", "Perhubungan", "Sosial", "Pertanian", "Perikanan", "Kehutanan", "Pariwisata", "Kebudayaan",
    "Perdagangan", "Perindustrian", "Koperasi", "Ketenagakerjaan", "Transmigrasi", "Kependudukan", "Perumahan", "Pertanahan",
    "Peternakan", "Perkebunan", "Kearsipan", "Perpustakaan", "Persandian", "Statistik", "Komunikasi", "Pemuda", "Olahraga",
    "Pengairan", "Pertambangan", "Kebersihan", "Pertamanan",
)  # fmt: skip
HOUSES = ("Dinas", "Badan")
STEMS = (
    "Banjar", "Sungai", "Tanjung", "Bukit", "Muara", "Kuala", "Pulau", "Gunung", "Teluk", "Rawa", "Lembah", "Padang", "Batu",
    "Air", "Pasir", "Karang", "Sumber", "Tirto", "Wono", "Suko", "Mojo", "Sido", "Kerto", "Purwo", "Karto", "Mego", "Seko",
    "Ranto", "Simpang", "Lubuk", "Parit", "Rimba",
)  # fmt: skip
ENDS = (
    "Makmur", "Sejahtera", "Lestari", "Mulyo", "Rejo", "Sari", "Agung", "Indah", "Jati", "Asri", "Barat", "Timur", "Utara",
    "Selatan", "Tengah", "Hulu", "Hilir", "Raya", "Besar", "Luhur",
)  # fmt: skip
REGIONS = ("Kabupaten", "Kota")
# Levels of office below the head; what follows them is the matter that an office is for.
OFFICES = ("Kepala Bidang", "Kepala Seksi", "Kepala Urusan", "Ketua Tim Kerja")
PROGRAMMES = (
    "Program Penunjang Urusan Pemerintahan", "Program Pelayanan Masyarakat", "Program Pembangunan Wilayah",
    "Program Pemberdayaan Ekonomi", "Program Peningkatan Kapasitas Aparatur", "Program Pengendalian Lingkungan",
)  # fmt: skip


def institution_name(number: int) -> str:
    """The name of the institution `number`, counted from 0; every number below `INSTITUTIONS` has its own."""
    at = number * _STRIDE % INSTITUTIONS
    parts = []
    for words in (HOUSES, FIELDS, REGIONS, STEMS, ENDS):
        at, which = divmod(at, len(words))
        parts.append(words[which])
    return " ".join(parts)


INSTITUTIONS = len(HOUSES) * len(FIELDS) * len(REGIONS) * len(STEMS) * len(ENDS)
_STRIDE = 38_413  # a prime that does not divide their number: neighbours share no region and no field
