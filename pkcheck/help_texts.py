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
REPORT = Text(
    id="""Tampilkan hasil pemeriksaan yang disimpan dalam bentuk lain, tanpa memeriksa lagi.

    FINDINGS berkas yang ditulis `pkcheck check ... -f json -o FINDINGS`, atau -. Bahasanya tetap bahasa berkas itu.
    Status keluarnya 0 bila berkas itu terbaca, apa pun temuannya.
    """,
    en="""Show a saved outcome in another format, without checking again.

    FINDINGS is a file that `pkcheck check ... -f json -o FINDINGS` wrote, or -. Its language stays as it is.
    The exit status is 0 where the file can be read, whatever was found.
    """,
)
REPORT_SUPPRESSED_UNKNOWN = Text(
    id="{file} disimpan tanpa temuan yang didiamkan ({count}). Simpan lagi: `pkcheck check ... -f json --show-suppressed`.",
    en="{file} was saved without its silenced findings ({count}). Save it again: `pkcheck check ... -f json --show-suppressed`.",
)
REPORT_OTHER_LANG = Text(
    id="{file} ditulis dalam bahasa {own}. Untuk bahasa lain periksa lagi: `pkcheck check ... --lang {other}`.",
    en="{file} is written in the language {own}. For another, check again: `pkcheck check ... --lang {other}`.",
)
DIFF = Text(
    id="""Bandingkan dua versi PK: apa yang berubah, dan temuan mana yang baru atau tidak ada lagi.

    OLD dan NEW masing-masing berkas, folder, pola, atau - (salah satunya): PK dan PK Perubahannya, atau dua pengajuan.
    NEW memuat semua PK yang berlaku; PK yang digantikan oleh PK Perubahan di dalamnya boleh ikut.

    Status keluar: 0 tidak ada temuan baru setinggi --fail-on; 1 ada; 2 perintah atau salah satu masukan tidak dapat
    dipakai.""",
    en="""Compare two versions of a set of agreements: what changed, and which findings are new or gone.

    OLD and NEW are each a file, a folder, a pattern, or - (one of them): agreements and their revisions, or two
    submissions. NEW holds all that is in force; what a revision in it replaces may stand in it too.

    Exit status: 0 no new finding reaches --fail-on; 1 one does; 2 the call or an input could not be used.""",
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
TEST_RULES = Text(
    id="""Jalankan contoh setiap aturan.

    PATH adalah berkas atau folder aturan (.py atau .yaml); tanpa PATH semua aturan bawaan dan yang terpasang.

    Status keluar: 0 semua contoh lulus; 1 ada yang gagal; 2 ada aturan yang tidak dapat dipakai.""",
    en="""Run the examples of every rule.

    PATH is a file or folder of rules (.py or .yaml); without one, all rules that are built in or installed.

    Exit status: 0 all examples hold; 1 one does not; 2 a rule cannot be used.""",
)

# Options.
HELP = Text(id="Tampilkan bantuan ini.", en="Show this help.")
VERSION = Text(id="Tampilkan versi.", en="Show the version.")
FORMAT = Text(id="Bentuk keluaran.", en="Format of the output.")
OUTPUT = Text(id="Tulis ke FILE (UTF-8), bukan ke layar.", en="Write to FILE (UTF-8), not to the screen.")
SHOW = Text(
    id="Bukan data, melainkan halaman yang memperlihatkan dokumen di samping yang dibaca darinya.",
    en="Not data, but a page that shows the document beside what was read from it.",
)
SHOW_HAS_NO_FORMAT = Text(
    id="--show menulis halaman, bukan data: berikan --show atau --format, tidak keduanya.",
    en="--show writes a page, not data: give --show or --format, not both.",
)
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
RULES_PATH = Text(
    id="Aturan tambahan: berkas atau folder (.py atau .yaml); boleh diulang.",
    en="Further rules: a file or folder (.py or .yaml); may be repeated.",
)
SCHEMA_RULE = Text(id="Tulis JSON Schema dari aturan YAML.", en="Write the JSON Schema of YAML rules.")
SCHEMA_REFERENCE = Text(id="Tulis JSON Schema dari berkas acuan.", en="Write the JSON Schema of reference files.")
REFERENCE = Text(
    id="Acuan: DIPA/DPA, Renstra, daftar IKU, struktur organisasi (.yaml, .json, .xlsx); boleh diulang.",
    en="Reference: budget document, plan, key indicators, organisation chart (.yaml, .json, .xlsx); may be repeated.",
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
BASELINE = Text(
    id="Jangan tampilkan temuan yang sudah tercatat dalam baseline ini.",
    en="Do not show findings that this baseline has already.",
)
WRITE_BASELINE = Text(
    id="Catat semua temuan sekarang sebagai sudah diketahui, dengan nama penulis dan tanggalnya; FILE lama ditimpa.",
    en="Write down all present findings as known, with who wrote them and when; an older FILE is overwritten.",
)
SHOW_SUPPRESSED = Text(
    id="Tampilkan juga temuan yang didiamkan: oleh siapa, mengapa, sampai kapan.",
    en="Show the silenced findings too: by whom, why, until when.",
)
STATISTICS = Text(id="Jumlah temuan per aturan, bukan temuannya.", en="Counts of findings per rule, not the findings.")
MEMORY = Text(
    id="Data PK: memori untuk mengumpulkan instansi yang PK-nya terpencar dalam berkas, misalnya 512M. Bawaan 256M.",
    en="Agreement data: memory for bringing together agencies whose agreements lie scattered, such as 512M. Default 256M.",
)
SIZE_INVALID = Text(
    id='"{given}" bukan ukuran; contoh: 512M atau 2G.', en='"{given}" is no size; for example: 512M or 2G.'
)
CACHE = Text(
    id="Jangan baca dan periksa lagi yang tidak berubah sejak terakhir. Bawaan: ya untuk dokumen, tidak untuk data PK.",
    en="Do not read and judge again what has not changed. Default: yes for documents, no for agreement data.",
)
RESUME = Text(
    id="Data PK: lanjutkan pemeriksaan yang terhenti, dari catatan di samping --output.",
    en="Agreement data: go on with a check that was stopped, from the checkpoint beside --output.",
)
ONLY_FOR_DATA = Text(
    id="--resume dan --memory hanya untuk data PK (.jsonl, .parquet) yang diperiksa per instansi: tanpa --reference, "
    "--baseline, --write-baseline, --statistics dan [suppress] dalam pengaturan.",
    en="--resume and --memory are for agreement data (.jsonl, .parquet) that is judged agency by agency: without "
    "--reference, --baseline, --write-baseline, --statistics and [suppress] in the settings.",
)
RESUME_WITHOUT_OUTPUT = Text(
    id="--resume memerlukan --output FILE: catatannya ada di samping berkas itu.",
    en="--resume needs --output FILE: the checkpoint stands beside that file.",
)
STOPPED = Text(
    id="Dihentikan. Lanjutkan dengan perintah yang sama ditambah --resume.",
    en="Stopped. Go on with the same command and --resume.",
)
ENGINE = Text(
    id="Data PK: yang memeriksa: proses di komputer ini (local), atau klaster dask.distributed (dask).",
    en="Agreement data: who judges: processes on this computer (local), or a dask.distributed cluster (dask).",
)
SCHEDULER = Text(
    id="Dengan --engine dask: alamat klaster yang sudah ada, misalnya tcp://10.0.0.5:8786; tanpa itu klaster dijalankan di sini.",
    en="With --engine dask: the address of a cluster that is there, such as tcp://10.0.0.5:8786; without it one is started here.",
)
DASK_NEEDS = Text(
    id='--engine dask memerlukan pustaka {library}, yang belum terpasang. Pasang dengan: pip install "pkcheck[dask]"',
    en='--engine dask needs the library {library}, which is not installed. Install it with: pip install "pkcheck[dask]"',
)
DASK_NO_CLUSTER = Text(
    id="klaster dask di {address} tidak dapat dihubungi ({problem}). Periksa alamat --scheduler.",
    en="the dask cluster at {address} cannot be reached ({problem}). Check the address of --scheduler.",
)
DASK_SCATTERED = Text(
    id="PK satu instansi terpencar dalam berkas, atau menunjuk PK instansi lain; klaster memerlukan instansi yang berurutan "
    "dan berdiri sendiri. Urutkan menurut institution, atau periksa tanpa --engine dask.",
    en="the agreements of one agency lie scattered in the files, or point to those of another; a cluster needs agencies that "
    "stand together and by themselves. Sort by institution, or check without --engine dask.",
)
ONLY_WITH_DASK = Text(id="--scheduler hanya berlaku dengan --engine dask.", en="--scheduler is only for --engine dask.")
COUNTED = Text(id="{done} PK, {rate} PK/detik", en="{done} agreements, {rate} a second")
WATCH = Text(
    id="Periksa lagi setiap kali masukan, acuan, aturan atau pengaturan disimpan, sampai Ctrl-C.",
    en="Check again whenever an input, reference, rule or setting is saved, until Ctrl-C.",
)
WATCH_STDIN = Text(
    id="masukan baku (-) tidak dapat ditunggu perubahannya dengan --watch; sebutkan berkas atau foldernya.",
    en="standard input (-) cannot be watched for changes; name the file or folder instead.",
)
WATCH_MISSING = Text(
    id="{path} tidak ada, jadi perubahannya tidak dapat ditunggu; periksa penulisannya.",
    en="{path} is not there, so it cannot be watched for changes; check how it is written.",
)
WATCH_NEEDS = Text(
    id='--watch memerlukan pustaka {library}, yang belum terpasang. Pasang dengan: pip install "pkcheck[watch]"',
    en='--watch needs the library {library}, which is not installed. Install it with: pip install "pkcheck[watch]"',
)
WATCHING = Text(
    id="Diperiksa pukul {time}. Menunggu perubahan; Ctrl-C untuk berhenti.",
    en="Checked at {time}. Waiting for changes; Ctrl-C to stop.",
)
QUIET = Text(
    id="Satu baris per temuan, tanpa bukti, ringkasan dan catatan.",
    en="One line per finding, without evidence, summary and notes.",
)
JOBS = Text(
    id="Banyaknya proses untuk membaca PDF dan gambar; bawaan: sebanyak inti prosesor, selama memorinya cukup (2 GiB per proses).",
    en="Number of processes that read PDF and pictures; by default as many as there are processor cores, "
    "as far as the memory goes (2 GiB each).",
)
NO_CACHE = Text(
    id="Baca semua dokumen lagi, dan jangan simpan hasil bacanya.",
    en="Read all documents anew, and keep nothing of what was read.",
)
DIFF_QUIET = Text(
    id="Satu baris per perubahan dan temuan, tanpa bukti, ringkasan dan catatan.",
    en="One line per change and finding, without evidence, summary and notes.",
)

# What the command line itself has to tell.
DIFF_STDIN_TWICE = Text(
    id="masukan baku (-) hanya dapat dibaca satu kali; berikan berkas untuk OLD atau NEW.",
    en="standard input (-) can be read only once; give a file as OLD or as NEW.",
)
PROGRESS_FILES = Text(id="membaca: {done}/{files} berkas", en="reading: {done}/{files} files")
PROGRESS_PAGES = Text(id="{done}/{pages} halaman", en="{done}/{pages} pages")
PROGRESS_RATE = Text(id="{rate:num} halaman/detik", en="{rate:num} pages/s")
PROGRESS_SLOW_RATE = Text(id="{rate:num} halaman/menit", en="{rate:num} pages/min")
PROGRESS_MINUTES = Text(id="sisa sekitar {left} menit", en="about {left} min left")
PROGRESS_SECONDS = Text(id="sisa sekitar {left} detik", en="about {left} s left")
CACHE_UNUSABLE = Text(
    id="hasil baca tidak dapat disimpan di {folder} ({reason}), jadi lain kali dibaca lagi. "
    "Sebutkan folder lain dalam PKCHECK_CACHE, atau pakai --no-cache.",
    en="what was read cannot be kept in {folder} ({reason}), so next time it is read anew. "
    "Name another folder in PKCHECK_CACHE, or use --no-cache.",
)
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
OUTPUT_NEEDED = Text(
    id='bentuk "{name}" bukan teks dan tidak dapat ditampilkan di layar. Sebutkan berkas tujuannya: --output laporan.{name}',
    en='the format "{name}" is no text and cannot be shown on the screen. Name a file for it: --output report.{name}',
)
OUTPUT_UNWRITABLE = Text(
    id="{file} tidak dapat ditulis ({reason}). Pilih tempat lain dengan {option}.",
    en="{file} cannot be written ({reason}). Choose another place with {option}.",
)
OUTPUT_IS_INPUT = Text(
    id="{file} adalah salah satu masukan dan tidak akan ditimpa. Pilih nama lain dengan {option}.",
    en="{file} is one of the inputs and will not be overwritten. Choose another name with {option}.",
)
NO_BASELINE_THERE = Text(
    id="{file} sudah ada dan bukan baseline, jadi tidak akan ditimpa. Pilih nama lain dengan --write-baseline.",
    en="{file} exists and is no baseline, so it will not be overwritten. Choose another name with --write-baseline.",
)
BASELINE_IS_OUTPUT = Text(
    id="{file} disebut pada --output dan pada --write-baseline. Pilih dua nama yang berbeda.",
    en="{file} is named with both --output and --write-baseline. Choose two different names.",
)
BASELINE_WRITTEN = Text(
    id="{file} ditulis: {count} temuan yang sudah diketahui.", en="{file} written: {count} known findings."
)
BASELINE_NOT_WRITTEN = Text(
    id="{file} tidak ditulis, karena tidak ada PK yang terbaca.", en="{file} not written, as no agreement was read."
)
BASELINE_GONE = Text(
    id="{count} temuan dalam baseline tidak ditemukan lagi: {names:list}. "
    "Bila memang selesai, tulis baseline baru dengan --write-baseline.",
    en="{count} findings of the baseline are no longer found: {names:list}. "
    "If they are settled, write a new one with --write-baseline.",
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
