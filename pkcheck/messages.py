"""Every sentence that pkcheck says outside its rules and reports, in both languages, in one place."""

from pkcheck.texts import Text

# Files that cannot be used.
FILE_MISSING = Text(
    id="berkas atau folder tidak ditemukan. Periksa ejaan dan letaknya.",
    en="no such file or folder. Check its spelling and place.",
)
FILE_UNREADABLE = Text(
    id="berkas tidak dapat dibuka ({reason}). Periksa izin berkas, lalu ulangi.",
    en="the file cannot be opened ({reason}). Check its permissions and try again.",
)
FILE_EMPTY = Text(
    id="berkas kosong. Diharapkan teks Perjanjian Kinerja atau data PK (YAML, JSON, JSONL).",
    en="the file is empty. Expected the text of a performance agreement or agreement data (YAML, JSON, JSONL).",
)
FILE_TOO_LARGE = Text(
    id="berkas terlalu besar ({size} MB; batas {limit} MB). Pecah menjadi beberapa berkas.",
    en="the file is too large ({size} MB; the limit is {limit} MB). Split it into several files.",
)
FILE_BINARY = Text(
    id="bukan berkas teks (ada bita nol atau karakter kendali). Diharapkan teks UTF-8, YAML, JSON atau JSONL; "
    "simpan ulang dokumen itu sebagai teks.",
    en="not a text file (it holds null bytes or control characters). Expected UTF-8 text, YAML, JSON or JSONL; "
    "save the document as text.",
)
LINE_TOO_LONG = Text(
    id="baris sepanjang {length} karakter (batas {limit}). Diharapkan teks dengan satu baris per baris dokumen; "
    "periksa cara berkas ini dibuat.",
    en="a line of {length} characters (the limit is {limit}). Expected text with one line per line of the document; "
    "check how this file was made.",
)
NOT_UTF8 = Text(
    id="bukan UTF-8; dibaca sebagai Windows-1252, jadi huruf di luar ASCII perlu diperiksa. "
    "Diharapkan UTF-8: simpan ulang berkas dengan pengodean UTF-8.",
    en="not UTF-8; read as Windows-1252, so letters outside ASCII must be checked. "
    "Expected UTF-8: save the file again in that encoding.",
)
FORMAT_UNKNOWN = Text(
    id='format "{suffix}" belum dapat dibaca. Diharapkan .txt, .md, .yaml, .json atau .jsonl.',
    en='the format "{suffix}" cannot be read yet. Expected .txt, .md, .yaml, .json or .jsonl.',
)
FOLDER_EMPTY = Text(
    id="folder ini tidak berisi berkas yang dapat dibaca (.txt, .md, .yaml, .json, .jsonl).",
    en="this folder holds no file that can be read (.txt, .md, .yaml, .json, .jsonl).",
)

# Canonical data.
DATA_SYNTAX = Text(
    id="bukan {format} yang sah: {problem}. Diharapkan data PK menurut `pkcheck schema`.",
    en="not valid {format}: {problem}. Expected agreement data as `pkcheck schema` describes it.",
)
DATA_ALIAS = Text(
    id="jangkar dan alias YAML (& dan *) tidak didukung. Tulis isinya sekali lagi.",
    en="YAML anchors and aliases (& and *) are not supported. Write the content out.",
)
DATA_TWICE = Text(
    id='kunci "{key}" muncul dua kali. Hapus salah satunya.', en='the key "{key}" stands twice. Remove one.'
)
DATA_SHAPE = Text(
    id="diharapkan satu PK, daftar PK, atau `agreements:` dengan daftar PK.",
    en="expected one agreement, a list of them, or `agreements:` with a list.",
)
DATA_UNKNOWN_KEY = Text(
    id='kunci "{key}" tidak dikenal di {place}. Kunci terdekat: "{nearest}".',
    en='unknown key "{key}" in {place}. The nearest known one is "{nearest}".',
)
DATA_VALUE = Text(
    id="nilai tidak sah di {place}: {problem}.",
    en="invalid value in {place}: {problem}.",
)
DATA_ID_TWICE = Text(
    id='id "{id}" dipakai dua kali (juga di {other}). Setiap PK memerlukan id yang unik.',
    en='the id "{id}" is used twice (also in {other}). Every agreement needs an id of its own.',
)
DATA_RAW_DIFFERS = Text(
    id='"{raw}" tidak sama dengan nilai terstrukturnya ({value}); nilai terstruktur yang dipakai.',
    en='"{raw}" is not the same as its structured value ({value}); the structured value is used.',
)

# What a reader could not understand.
NO_AGREEMENT = Text(
    id="tidak ada Perjanjian Kinerja di berkas ini. Diharapkan judul PERJANJIAN KINERJA dengan nama dan jabatan para "
    "pihak, atau tabel sasaran, indikator dan target.",
    en="no performance agreement in this file. Expected the title PERJANJIAN KINERJA with the parties' names and "
    "positions, or a table of objectives, indicators and targets.",
)
TABLE_CUT = Text(
    id="berkas berakhir di tengah tabel lampiran. Diharapkan baris berikutnya, anggaran, tempat dan tanggal serta tanda "
    "tangan; periksa apakah berkas ini lengkap.",
    en="the file ends in the middle of the annex's table. Expected further rows, the budget, place and date, and "
    "signatures; check whether this file is complete.",
)
ROW_SHORT = Text(
    id="baris tabel terpotong: {cells} kolom, diharapkan {expected}. Kolom yang hilang tidak dinilai.",
    en="a table row is cut: {cells} columns, expected {expected}. The missing columns are not judged.",
)
ROW_LONG = Text(
    id="baris tabel berisi {cells} kolom, diharapkan {expected}: kolom lebihnya tidak dibaca.",
    en="a table row has {cells} columns, expected {expected}: what is over was not read.",
)
ROW_LOST = Text(
    id="baris tabel tidak dapat ditempatkan pada sasaran mana pun.",
    en="a table row could not be placed under any objective.",
)
TABLE_UNKNOWN = Text(
    id="tabel tidak dikenal: kepala tabelnya bukan tabel sasaran atau anggaran.",
    en="a table that was not understood: its head is neither that of objectives nor of a budget.",
)
COLUMN_MISSING = Text(
    id='tabel sasaran tanpa kolom "{column}": kolom itu tidak dinilai.',
    en='a table of objectives without the column "{column}": that column is not judged.',
)
AMOUNT_UNREAD = Text(
    id='anggaran "{raw}" tidak dapat dibaca; baris ini tidak dinilai.',
    en='the amount "{raw}" could not be read; this line is not judged.',
)
DATE_UNREAD = Text(
    id='tempat dan tanggal "{raw}" tidak dapat dibaca.', en='the place and date "{raw}" could not be read.'
)
LINE_UNREAD = Text(id="baris tidak dipahami dan tidak dipakai.", en="a line was not understood and not used.")
ANNEX_WITHOUT_STATEMENT = Text(
    id="lampiran tanpa lembar pernyataan: para pihak tidak diketahui.",
    en="an annex without a statement: the parties are not known.",
)
STATEMENT_WITHOUT_ANNEX = Text(
    id="lembar pernyataan tanpa lampiran: sasaran, target dan anggaran tidak diketahui.",
    en="a statement without an annex: objectives, targets and budget are not known.",
)

# The command line.
STATUS_PROBLEM = Text(id="masalah", en="problem")
STATUS_REMARK = Text(id="catatan", en="note")

# Rules and what they could not check.
RULE_CODE_TWICE = Text(
    id="kode {code} dipakai dua aturan: {path} dan {other}.", en="two rules have the code {code}: {path} and {other}."
)
RULE_WITHOUT = Text(id="{path}: modul aturan tanpa {what}.", en="{path}: a rule module without {what}.")
RULE_SIGNATURE = Text(
    id="{path}: parameter pertama `check` harus Member, Team, Row, Link atau AgreementSet, bukan {given}.",
    en="{path}: the first parameter of `check` must be Member, Team, Row, Link or AgreementSet, not {given}.",
)
RULE_NOT_SELECTED = Text(id="tidak dipilih", en="not selected")
RULE_BROKEN = Text(
    id="aturan ini rusak, bukan dokumennya ({problem}, di {path}). Laporkan kepada pengelola aturan.",
    en="this rule is broken, not the document ({problem}, in {path}). Report it to the rule's maintainers.",
)
CODE_UNKNOWN = Text(
    id='tidak ada aturan dengan kode atau awalan "{code}". Lihat `pkcheck rules`.',
    en='no rule has the code or prefix "{code}". See `pkcheck rules`.',
)
NO_PARENT_INDICATOR = Text(id="tidak ada indikator atasan yang terkait", en="no related indicator of the superior")
SUPERIOR_MISSING = Text(
    id="PK atasan tidak ada dalam berkas yang diperiksa", en="the superior's agreement is not among the files"
)
SUPERIOR_UNKNOWN = Text(id="atasan tidak diketahui", en="the superior is not known")
TARGET_UNREAD = Text(id="target tidak terbaca", en="the target could not be read")
UNIT_UNREAD = Text(id="satuan target tidak dikenal atau tidak ada", en="the target's unit is unknown or missing")
AMOUNT_NOT_READ = Text(id="ada anggaran yang tidak terbaca", en="an amount could not be read")
NOT_READ = Text(id="bagian ini tidak terbaca", en="this part could not be read")
DATE_NOT_READ = Text(id="tanggal tidak ada atau tidak terbaca", en="there is no date, or it could not be read")
YEAR_UNKNOWN = Text(id="tahun anggaran tidak diketahui", en="the fiscal year is not known")
SUBORDINATE_MISSING = Text(
    id="PK {position} yang mungkin bawahannya tidak ada dalam berkas yang diperiksa",
    en="the agreement of {position}, possibly a subordinate, is not among the files",
)
NO_BREAKDOWN = Text(id="tidak ada bawahan yang merinci program ini", en="no subordinate breaks this programme down")
POSITION_UNKNOWN = Text(id="jabatan tidak diketahui", en="the position is not known")
NO_ANNEX = Text(id="PK ini tanpa lampiran", en="this agreement has no annex")

# How a finding is told.
BASIS = Text(id="Dasar", en="Basis")
VERIFIED = Text(id="terverifikasi", en="verified")
REPEATED = Text(id="terverifikasi dari sumber yang mengulang", en="verified from a source that repeats it")
INFERENCE = Text(id="kesimpulan; inkonsistensi, bukan pelanggaran", en="an inference; an inconsistency, not a breach")
UNVERIFIED = Text(id="belum diverifikasi", en="not verified")
BINDS_ONLY = Text(id="mengikat {who}; di sini pembanding", en="binds {who}; here for comparison")
BY_INFERENCE = Text(
    id="penerapannya kesimpulan: inkonsistensi, bukan pelanggaran",
    en="applied by inference: an inconsistency, not a breach",
)
