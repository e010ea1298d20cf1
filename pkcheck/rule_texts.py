"""What is said of rules that cannot be used, of conditions that are wrong, and of examples that do not hold."""

from pkcheck.texts import Text

# A rule that cannot be used; `path` is the file with the line.
CODE_TWICE = Text(
    id="{path}: kode {code} sudah dipakai oleh {other}. Diharapkan kode yang belum dipakai aturan lain; ganti kodenya.",
    en="{path}: the code {code} is already used by {other}. Expected a code that no other rule has; choose another.",
)
WITHOUT = Text(
    id="{path}: modul aturan tanpa {what}. Diharapkan RULE, VALID, INVALID dan check; tambahkan yang kurang.",
    en="{path}: a rule module without {what}. Expected RULE, VALID, INVALID and check; add what is missing.",
)
SIGNATURE = Text(
    id="{path}: parameter pertama `check` harus Member, Team, Row, Link, AgreementSet atau Suppressions, bukan {given}.",
    en="{path}: the first parameter of `check` must be Member, Team, Row, Link, AgreementSet or Suppressions, not {given}.",
)
OPTIONS = Text(
    id="{path}: parameter kedua `check` harus model pydantic yang semua isinya mempunyai nilai bawaan, bukan {given}.",
    en="{path}: the second parameter of `check` must be a pydantic model with a default for every field, not {given}.",
)
UNREADABLE = Text(
    id="{path}: berkas aturan tidak dapat dibaca ({problem}). Periksa letak, ejaan dan izinnya.",
    en="{path}: the rule file cannot be read ({problem}). Check its place, spelling and permissions.",
)
NO_SUCH_FILE = Text(id="tidak ditemukan", en="not found")
NOT_IMPORTED = Text(
    id="{path}: berkas aturan tidak dapat dimuat: {problem}. Diharapkan modul Python yang dapat diimpor; perbaiki baris itu.",
    en="{path}: the rule file cannot be loaded: {problem}. Expected a Python module that can be imported; correct that line.",
)
NO_RULE_HERE = Text(
    id="{path}: tidak ada berkas aturan di sini. Diharapkan berkas .py atau .yaml.",
    en="{path}: there is no rule file here. Expected a .py or .yaml file.",
)
ENTRY_POINT = Text(
    id="{path}: titik masuk paket harus menunjuk sebuah modul atau paket, bukan {given}.",
    en="{path}: the entry point must name a module or a package, not {given}.",
)
CODE_FORM = Text(
    id='{path}: kode "{code}" tidak sah. Diharapkan huruf besar diikuti tiga angka, misalnya ORG001.',
    en='{path}: the code "{code}" is not valid. Expected capital letters and three digits, such as ORG001.',
)
NAME_FORM = Text(
    id='{path}: nama "{name}" tidak sah. Diharapkan huruf kecil, angka dan tanda hubung, misalnya date-missing.',
    en='{path}: the name "{name}" is not valid. Expected small letters, digits and hyphens, such as date-missing.',
)
PART_OF_KIND = Text(
    id="{path}: {part} dari aturan {code} harus berupa {expected}, bukan {given}.",
    en="{path}: the {part} of rule {code} must be of the kind {expected}, not {given}.",
)
PART_EMPTY = Text(
    id="{path}: {part} dari aturan {code} kosong. Diharapkan kalimat dalam bahasa Indonesia dan Inggris.",
    en="{path}: the {part} of rule {code} is empty. Expected a sentence in Indonesian and in English.",
)
PLACEHOLDERS_DIFFER = Text(
    id="{path}: {part} dari aturan {code} menyebut fakta yang berbeda dalam dua bahasa: {facts:list}.",
    en="{path}: the {part} of rule {code} names different facts in the two languages: {facts:list}.",
)
TEMPLATE = Text(
    id="{path}: {part} dari aturan {code} bukan templat yang sah: {problem}.",
    en="{path}: the {part} of rule {code} is no valid template: {problem}.",
)
PLACEHOLDERS_HERE = Text(
    id="{path}: {part} dari aturan {code} tidak boleh memuat fakta ({facts:list}).",
    en="{path}: the {part} of rule {code} may not name facts ({facts:list}).",
)
BASIS_UNKNOWN = Text(
    id="{path}: dasar {basis} dari aturan {code} tidak dikenal. Diharapkan salah satu dari {known:list}.",
    en="{path}: the basis {basis} of rule {code} is unknown. Expected one of {known:list}.",
)
NO_EXAMPLES = Text(
    id="{path}: aturan {code} tanpa contoh {which}. Diharapkan sedikitnya satu contoh yang benar dan satu yang salah.",
    en="{path}: rule {code} has no {which} example. Expected at least one valid and one invalid example.",
)

# A rule written in YAML.
CEL_MISSING = Text(
    id='{path}: aturan YAML memerlukan pustaka CEL, yang belum dipasang. Pasang dengan: pip install "pkcheck[cel]"',
    en='{path}: YAML rules need the CEL library, which is not installed. Install it with: pip install "pkcheck[cel]"',
)
FILE_TOO_LARGE = Text(
    id="{path}: berkas aturan terlalu besar (batas {limit} KiB).",
    en="{path}: the rule file is too large (the limit is {limit} KiB).",
)
NOT_YAML = Text(
    id="{path}: bukan YAML yang sah: {problem}. Diharapkan aturan menurut `pkcheck schema --rule`.",
    en="{path}: not valid YAML: {problem}. Expected a rule as `pkcheck schema --rule` describes it.",
)
FORM = Text(id="{path}: {problem}", en="{path}: {problem}")
ONE_RULE = Text(
    id="{path}: diharapkan satu aturan: kunci code, name, for, condition dan seterusnya menurut `pkcheck schema --rule`.",
    en="{path}: expected one rule: the keys code, name, for, condition and so on as `pkcheck schema --rule` describes them.",
)
FACT_MISSING = Text(
    id="{path}: {part} menyebut {{{name}}}, yang tidak ada dalam `facts`. Yang ada: {known:list}.",
    en="{path}: the {part} names {{{name}}}, which `facts` does not have. It has: {known:list}.",
)
EXAMPLE_WRONG = Text(
    id='{path}: contoh "{name}" bukan data PK yang sah: {problem}',
    en='{path}: the example "{name}" is not valid agreement data: {problem}',
)
EXPRESSION_WRONG = Text(
    id="{path}: `{key}`, baris {line} kolom {column}: {problem}{excerpt}",
    en="{path}: `{key}`, line {line} column {column}: {problem}{excerpt}",
)
STOPPED = Text(
    id="{path}: aturan {code}: dihentikan setelah {steps:num} langkah pada {subject}. Sederhanakan `{key}`: perulangan di "
    "dalam perulangan berlipat ganda.",
    en="{path}: rule {code}: stopped after {steps:num} steps on {subject}. Make `{key}` simpler: loops within loops "
    "multiply.",
)
TIMED_OUT = Text(
    id="{path}: aturan {code}: dihentikan setelah {seconds:num} detik pada {subject}. Sederhanakan `{key}`.",
    en="{path}: rule {code}: stopped after {seconds:num} seconds on {subject}. Make `{key}` simpler.",
)
TOO_BIG = Text(
    id="{path}: aturan {code}: dihentikan pada {subject}: `{key}` menghasilkan teks atau daftar yang melebihi {limit:num}.",
    en="{path}: rule {code}: stopped on {subject}: `{key}` makes a text or a list of more than {limit:num}.",
)
NOT_BOOLEAN = Text(
    id="kondisi harus bernilai true atau false, bukan {given}", en="the condition must be true or false, not {given}"
)
MESSAGE_UNFILLED = Text(
    id="{path}: aturan {code}: kalimatnya tidak dapat diisi dengan fakta {facts:list} ({problem}).",
    en="{path}: rule {code}: its sentence cannot be filled with the facts {facts:list} ({problem}).",
)

# What is wrong in an expression.
EXPRESSION_TOO_LONG = Text(
    id="panjangnya {length:num} karakter; batasnya {limit:num}",
    en="it has {length:num} characters; the limit is {limit:num}",
)
SYNTAX = Text(id="bukan CEL yang sah di sini", en="this is not valid CEL here")
TOO_DEEP = Text(id="susunannya terlalu dalam", en="it is nested too deeply")
NAME_UNKNOWN = Text(
    id='nama "{name}" tidak dikenal. Yang ada di sini: {known:list}',
    en='unknown name "{name}". Known here: {known:list}',
)
FUNCTION_UNKNOWN = Text(
    id='fungsi "{name}" tidak dikenal. Yang ada: {known:list}', en='unknown function "{name}". There are: {known:list}'
)
MACRO_FORM = Text(
    id="{name} ditulis dengan satu nama dan satu kondisi, misalnya daftar.{name}(x, x > 0)",
    en="{name} takes one name and one condition, such as list.{name}(x, x > 0)",
)
NO_OBJECTS = Text(
    id="nilai dengan kurung kurawal di belakang nama tidak didukung", en="a name before braces is not supported"
)
FIELD_UNKNOWN = Text(
    id='tidak ada isian "{name}" di sini. Yang terdekat: "{nearest}"',
    en='there is no field "{name}" here. The nearest one is "{nearest}"',
)

# Why a subject could not be judged.
NOT_COMPUTED = Text(
    id="`{key}` tidak dapat dihitung: {problem} (baris {line} kolom {column})",
    en="`{key}` could not be computed: {problem} (line {line} column {column})",
)
ABSENT = Text(id="ada nilai yang kosong (null)", en="a value is absent (null)")
BY_ZERO = Text(id="dibagi dengan nol", en="a division by zero")
NO_SUCH_KEY = Text(id="unsur itu tidak ada", en="there is no such element")
OUT_OF_BOUNDS = Text(
    id="nilainya tidak dapat diubah atau di luar batas", en="a value cannot be converted or is out of bounds"
)
KINDS_DIFFER = Text(
    id="jenis nilainya tidak cocok (misalnya teks dengan angka)",
    en="the kinds of values do not fit (such as text and number)",
)
PATTERN = Text(
    id="polanya bukan ekspresi reguler (RE2) yang sah", en="the pattern is no valid regular expression (RE2)"
)
NO_FIELDS = Text(id="nilai ini tidak mempunyai isian", en="this value has no fields")

# Running a rule's examples.
EXAMPLE_HOLDS = Text(id="{code} {name}: lulus ({examples} contoh)", en="{code} {name}: ok ({examples} examples)")
EXAMPLE_FAILS = Text(id="{code} {name}: GAGAL", en="{code} {name}: FAILED")
EXAMPLE_NAME = Text(id="contoh {name}:", en="example {name}:")
EXPECTED_FOUND = Text(id="diharapkan: {expected:list}", en="expected: {expected:list}")
FOUND_INSTEAD = Text(id="ditemukan:  {found:list}", en="found:    {found:list}")
EXPECTED_SKIPPED = Text(id="diharapkan tidak dinilai: {expected:list}", en="expected not judged: {expected:list}")
SKIPPED_INSTEAD = Text(id="tidak dinilai:            {found:list}", en="not judged:          {found:list}")
NOTHING = Text(id="tidak ada", en="nothing")
FOUND_AMOUNT = Text(id="{at} ({amount:rp})", en="{at} ({amount:rp})")
BROKE = Text(id="aturan ini rusak: {reason}", en="the rule broke: {reason}")
DATA_UNUSABLE = Text(id="datanya tidak dapat dibaca: {reason}", en="its data cannot be read: {reason}")
VALID_BUT_FINDS = Text(
    id="contoh yang benar tidak boleh berisi temuan (finds)", en="a valid example may not expect findings (finds)"
)
INVALID_WITHOUT_FINDS = Text(
    id="contoh yang salah harus menyebut temuannya (finds)", en="an invalid example must name what is found (finds)"
)
WITHOUT_EVIDENCE = Text(id="temuan pada {at} tanpa bukti", en="the finding on {at} has no evidence")
UNTELLABLE = Text(
    id="kalimat temuan pada {at} tidak dapat ditulis: {problem}",
    en="the finding on {at} cannot be put into words: {problem}",
)
TOTAL = Text(
    id="{rules} aturan, {examples} contoh: {failed} gagal, {broken} tidak dapat dipakai.",
    en="{rules} rules, {examples} examples: {failed} failed, {broken} unusable.",
)
