"""What the command line says: the help of its commands and options, and its own errors."""

from pkcheck.texts import Text

# Commands.
MAIN = Text(
    id="Periksa Perjanjian Kinerja (PK) satu terhadap yang lain, terhadap bunyinya sendiri dan terhadap peraturan.",
    en="Check performance agreements (Perjanjian Kinerja, PK) against each other, their own words and the regulation.",
)
CHECK = Text(
    id="""Periksa PK dalam PATH dan laporkan temuannya.

    PATH adalah berkas, folder (dengan seluruh isinya), pola seperti *.txt, atau - untuk masukan baku.

    Status keluar: 0 tidak ada temuan setinggi --fail-on; 1 ada; 2 perintah atau salah satu masukan tidak dapat
    dipakai (yang lain tetap diperiksa).""",
    en="""Check the agreements in PATH and report what was found.

    PATH is a file, a folder (with all that it holds), a pattern such as *.txt, or - for standard input.

    Exit status: 0 no finding reaches --fail-on; 1 one does; 2 the call or an input could not be used (the others are
    still checked).""",
)
READ = Text(
    id="Baca PK dalam PATH dan tulis isinya sebagai data PK, termasuk atasan dan penjenjangan yang disimpulkan.",
    en="Read the agreements in PATH and write them as agreement data, inferred superiors and derivations included.",
)
GRAPH = Text(
    id="Gambar pohon unit dan penjenjangan indikator dari PK dalam PATH.",
    en="Draw the tree of units and the cascade of indicators of the agreements in PATH.",
)
RULES = Text(id="Daftar semua aturan.", en="List all rules.")
EXPLAIN = Text(
    id="Jelaskan satu aturan: alasan, dasar hukum, saran dan contoh. CODE misalnya BUD001.",
    en="Explain one rule: reason, legal basis, advice and examples. CODE is such as BUD001.",
)
INIT = Text(
    id="Tulis pkcheck.toml dengan semua pengaturan dan penjelasannya.",
    en="Write pkcheck.toml with every setting and what it does.",
)
SCHEMA = Text(id="Tulis JSON Schema dari data PK.", en="Write the JSON Schema of agreement data.")

# Options.
HELP = Text(id="Tampilkan bantuan ini.", en="Show this help.")
VERSION = Text(id="Tampilkan versi.", en="Show the version.")
FORMAT = Text(id="Bentuk keluaran.", en="Format of the output.")
OUTPUT = Text(id="Tulis ke FILE (UTF-8), bukan ke layar.", en="Write to FILE (UTF-8), not to the screen.")
SELECT = Text(
    id="Hanya aturan ini: kode atau awalan, dipisahkan koma; boleh diulang.",
    en="Only these rules: codes or prefixes, separated by commas; may be repeated.",
)
IGNORE = Text(
    id="Tanpa aturan ini: kode atau awalan, dipisahkan koma; boleh diulang.",
    en="Without these rules: codes or prefixes, separated by commas; may be repeated.",
)
SEVERITY = Text(
    id="Tingkat lain untuk suatu aturan: error, warning atau info; boleh diulang.",
    en="Another severity for a rule: error, warning or info; may be repeated.",
)
FAIL_ON = Text(
    id="Temuan terendah yang memberi status keluar 1; bawaan error.",
    en="The lowest finding that makes the exit status 1; error by default.",
)
CERTAINTY = Text(
    id="Hanya temuan yang pasti (definite), atau hanya yang perlu pertimbangan (judgement).",
    en="Only findings that are definite, or only those that need judgement.",
)
LANG = Text(id="Bahasa laporan; bawaan dari PKCHECK_LANG.", en="Language of the report; PKCHECK_LANG sets the default.")
CONFIG = Text(
    id="Berkas pengaturan; bawaan: pkcheck.toml atau [tool.pkcheck] terdekat, dicari dari masukan ke atas.",
    en="Settings file; by default the nearest pkcheck.toml or [tool.pkcheck], looked for upward from the input.",
)
PROFILE = Text(
    id="Kumpulan pengaturan: default, kemenkeu atau strict.", en="Set of settings: default, kemenkeu or strict."
)
STATISTICS = Text(id="Jumlah temuan per aturan, bukan temuannya.", en="Counts of findings per rule, not the findings.")
QUIET = Text(
    id="Satu baris per temuan, tanpa bukti, ringkasan dan catatan.",
    en="One line per finding, without evidence, summary and notes.",
)

# What the command line itself has to tell.
ERROR = Text(id="kesalahan: {message}", en="error: {message}")
NOTE_LINE = Text(id="{place}: {level}: {message}", en="{place}: {level}: {message}")
BROKEN = Text(id="aturan {code}: {reason}", en="rule {code}: {reason}")
NOTHING_READ = Text(
    id="tidak ada PK yang terbaca dari {paths:list}; tidak ada yang diperiksa. Periksa letak dan isi berkas.",
    en="no agreement was read from {paths:list}; nothing was checked. Check where the files are and what they hold.",
)
FORMAT_UNKNOWN = Text(
    id='bentuk "{name}" tidak dikenal. Pilihan: {known:list}.', en='unknown format "{name}". Choose from: {known:list}.'
)
SEVERITY_INVALID = Text(
    id='"{given}" bukan CODE=LEVEL, misalnya BUD002=error. Tingkat: {known:list}.',
    en='"{given}" is not CODE=LEVEL, such as BUD002=error. Severities: {known:list}.',
)
CODE_UNKNOWN = Text(
    id='tidak ada aturan dengan kode "{code}". Lihat `pkcheck rules`.',
    en='no rule has the code "{code}". See `pkcheck rules`.',
)
CODE_NEAR = Text(
    id='tidak ada aturan dengan kode "{code}". Mungkin maksudnya {near:list}. Lihat `pkcheck rules`.',
    en='no rule has the code "{code}". Perhaps {near:list} is meant. See `pkcheck rules`.',
)
OUTPUT_UNWRITABLE = Text(
    id="{file} tidak dapat ditulis ({reason}). Pilih tempat lain dengan --output.",
    en="{file} cannot be written ({reason}). Choose another place with --output.",
)
OUTPUT_IS_INPUT = Text(
    id="{file} adalah salah satu masukan dan tidak akan ditimpa. Pilih nama lain dengan --output.",
    en="{file} is one of the inputs and will not be overwritten. Choose another name with --output.",
)
INIT_EXISTS = Text(
    id="{file} sudah ada dan tidak akan ditimpa. Pilih nama lain.",
    en="{file} exists already and will not be overwritten. Choose another name.",
)
INIT_DONE = Text(
    id="{file} ditulis. Hapus tanda # di depan pengaturan yang hendak diubah.",
    en="{file} written. Take the # away from the settings that you want to change.",
)
DEFECT = Text(
    id="ini cacat pkcheck {version}, bukan kesalahan dokumen: {kind}: {problem} (di {place}). Laporkan kepada pengelola "
    "pkcheck dengan kalimat ini dan perintah yang dijalankan; PKCHECK_DEBUG=1 menampilkan rinciannya.",
    en="this is a defect in pkcheck {version}, not in the document: {kind}: {problem} (at {place}). Report it to the "
    "maintainers of pkcheck with this sentence and the command you ran; PKCHECK_DEBUG=1 shows the details.",
)
