"""Every sentence that pkcheck says outside its rules and reports, in both languages, in one place."""

from collections.abc import Mapping
from types import MappingProxyType

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
    id="berkas kosong. Diharapkan dokumen Perjanjian Kinerja atau data PK (YAML, JSON, JSONL); minta berkasnya sekali lagi.",
    en="the file is empty. Expected a performance agreement or agreement data (YAML, JSON, JSONL); ask for the file once more.",
)
FILE_TOO_LARGE = Text(
    id="berkas terlalu besar (batas {limit} MB). Pecah menjadi beberapa berkas.",
    en="the file is too large (the limit is {limit} MB). Split it into several files.",
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
    id='format "{suffix}" tidak dapat dibaca. Diharapkan .docx, .xlsx, .ods, .pdf, .html, gambar (.png, .jpg, .tif), .txt, .md, '
    ".yaml, .json atau .jsonl. Buka dengan aplikasinya, simpan atau cetak ke PDF, lalu ulangi.",
    en='the format "{suffix}" cannot be read. Expected .docx, .xlsx, .ods, .pdf, .html, pictures (.png, .jpg, .tif), .txt, .md, '
    ".yaml, .json or .jsonl. Open it in its program, save or print it to a PDF, and try again.",
)
FORMAT_OF_WORDS = Text(
    id='format "{suffix}" tidak dapat dibaca; diharapkan .docx. Buka dengan aplikasi pengolah kata (Word, LibreOffice, Pages), '
    "simpan sebagai .docx, lalu ulangi.",
    en='the format "{suffix}" cannot be read; expected .docx. Open it in a word processor (Word, LibreOffice, Pages), save it as '
    ".docx, and try again.",
)
FORMAT_OF_SHEETS = Text(
    id='format "{suffix}" tidak dapat dibaca; diharapkan .xlsx atau .ods. Buka dengan aplikasi lembar sebar (Excel, LibreOffice, '
    "Numbers), simpan sebagai .xlsx, lalu ulangi.",
    en='the format "{suffix}" cannot be read; expected .xlsx or .ods. Open it in a spreadsheet program (Excel, LibreOffice, '
    "Numbers), save it as .xlsx, and try again.",
)
FORMAT_OLD_OFFICE = Text(
    id='format Office lama ("{suffix}") tidak dapat dibaca; diharapkan .docx atau .xlsx. Buka dengan aplikasi perkantoran, simpan '
    "sebagai .docx atau .xlsx, lalu ulangi.",
    en='the older format of Office ("{suffix}") cannot be read; expected .docx or .xlsx. Open it in an office program, save it as '
    ".docx or .xlsx, and try again.",
)
FORMAT_OF_PICTURES = Text(
    id='gambar berformat "{suffix}" tidak dapat dibaca; diharapkan PNG, JPEG atau TIFF. Buka dengan aplikasi gambar, simpan '
    "sebagai PNG, lalu ulangi.",
    en='pictures in the format "{suffix}" cannot be read; expected PNG, JPEG or TIFF. Open it in a picture program, save it as '
    "PNG, and try again.",
)
FORMAT_PACKED = Text(
    id='arsip ("{suffix}") tidak dibuka; diharapkan dokumennya. Keluarkan isinya ke sebuah folder, lalu periksa folder itu.',
    en='archives ("{suffix}") are not opened; expected the documents. Unpack it into a folder and check that folder.',
)
JUDGING_DIED = Text(
    id="{place}: proses yang memeriksa instansi ini terhenti dua kali, biasanya karena memori tidak cukup. Kurangi --jobs, "
    "lalu ulangi.",
    en="{place}: the process that checked this agency came to an end twice, mostly because memory ran out. Lower --jobs and "
    "try again.",
)
DATA_LINE_TOO_LONG = Text(
    id="baris ini lebih panjang dari {megabytes} MB, jadi bukan satu PK; sisa berkas ini tidak dibaca. Diharapkan satu PK "
    "per baris (JSONL).",
    en="this line is longer than {megabytes} MB, so it is no agreement; the rest of the file was not read. Expected one "
    "agreement on each line (JSONL).",
)
RUN_STOPPED = Text(
    id="dihentikan sebelum selesai: hanya {agreements} PK yang sudah diperiksa; hasil ini belum lengkap.",
    en="stopped before the end: only {agreements} agreements were checked; what is said here is not complete.",
)
READING_DIED = Text(
    id="proses yang membaca berkas ini terhenti, biasanya karena memori tidak cukup. Tutup program lain, kurangi --jobs, "
    "atau pecah berkas ini, lalu ulangi.",
    en="the process that read this file came to an end, mostly because memory ran out. Close other programs, lower --jobs, "
    "or split the file, and try again.",
)
FOLDER_EMPTY = Text(
    id="folder ini kosong. Diharapkan dokumen Perjanjian Kinerja (.docx, .xlsx, .pdf, gambar, teks) atau data PK.",
    en="this folder is empty. Expected performance agreements (.docx, .xlsx, .pdf, pictures, text) or agreement data.",
)
TWIN_SAME = Text(
    id="{count} PK di berkas ini isinya sama dengan yang di {other}; yang diperiksa yang di sana, satu kali.",
    en="{count} agreements in this file say the same as those in {other}; they are checked once, from there.",
)
TWIN_READ_OTHERWISE = Text(
    id="PK {position} juga ada di {other}; salah satunya dibaca dari pindaian dan bacaannya tidak persis sama. Yang diperiksa "
    "yang di {other}. Perbedaannya: `pkcheck diff` kedua berkas itu.",
    en="the agreement of {position} is in {other} too; one of them was read from a scan and does not read quite the same. "
    "The one in {other} is checked. What differs: `pkcheck diff` on both files.",
)
TWIN_DIFFERS = Text(
    id="PK {position} juga ada di {other} dengan isi yang berbeda; hanya yang di {other} yang diperiksa. Periksa mana yang "
    "berlaku, singkirkan yang lain, atau lihat perbedaannya: `pkcheck diff` kedua berkas itu.",
    en="the agreement of {position} is in {other} too and says something else there; only the one in {other} is checked. See "
    "which one is in force and put the other aside, or see what differs: `pkcheck diff` on both files.",
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
DATA_MISSING = Text(
    id='kunci "{key}" tidak ada di {place}. Kunci itu wajib diisi.',
    en='the key "{key}" is missing in {place}. It must be given.',
)
DATA_VALUE = Text(
    id="nilai tidak sah di {place}: {value}. Diharapkan {expected}.",
    en="invalid value in {place}: {value}. Expected {expected}.",
)
DATA_NESTED = Text(id="susunannya terlalu dalam", en="it is nested too deeply")
DATA_KEY = Text(id="kunci harus berupa satu kata, bukan daftar", en="a key must be a word, not a list")
DATA_NO_NUMBER = Text(id="{constant} bukan angka JSON", en="{constant} is no JSON number")
DATA_SURROGATE = Text(
    id="ada setengah karakter (\\ud800 sampai \\udfff)", en="there is half a character (\\ud800 to \\udfff)"
)
WHOLE_NUMBER = Text(id="bilangan bulat, tanpa tanda petik", en="a whole number, without quotation marks")
A_YEAR = Text(id="tahun, misalnya 2025", en="a year, such as 2025")
ANY_NUMBER = Text(id="bilangan, tanpa tanda petik", en="a number, without quotation marks")
TRUE_OR_FALSE = Text(id="true atau false", en="true or false")
WORDS = Text(id="teks; angka dalam tanda petik", en="text; a number in quotation marks")
SOME_WORDS = Text(id="teks yang tidak kosong", en="text that is not empty")
A_LIST = Text(id="daftar", en="a list")
A_DATE = Text(id="tanggal, misalnya 2023-11-24", en="a date, such as 2023-11-24")
KEYS_AND_VALUES = Text(id="kunci dengan nilainya", en="keys with their values")
ONE_OF = Text(id="salah satu dari {choices}", en="one of {choices}")
IDS_OF_THEIR_OWN = Text(id="id indikator yang tidak dipakai dua kali", en="an id of its own for each indicator")
AGENCY_LEFT_OUT = Text(
    id="{count} PK lain dari instansi yang sama ({institution}) tidak diperiksa: tanpa baris yang tidak dapat dipakai itu, "
    "hubungan atasan dan bawahannya tidak lengkap. Perbaiki baris tersebut, lalu periksa lagi.",
    en="{count} other agreements of the same institution ({institution}) were not checked: without the line that cannot be "
    "used, who answers to whom is incomplete. Correct that line, then check again.",
)
DATA_ID_TWICE = Text(
    id='id "{id}" dipakai dua kali (juga di {other}). Setiap PK memerlukan id yang unik.',
    en='the id "{id}" is used twice (also in {other}). Every agreement needs an id of its own.',
)
DATA_RAW_DIFFERS = Text(
    id='"{raw}" tidak sama dengan nilai terstrukturnya ({value}); nilai terstruktur yang dipakai.',
    en='"{raw}" is not the same as its structured value ({value}); the structured value is used.',
)

# References.
REFERENCE_SHAPE = Text(
    id="bukan acuan. Diharapkan salah satu atau beberapa dari {keys:list}; lihat `pkcheck schema --reference`.",
    en="not a reference. Expected one or several of {keys:list}; see `pkcheck schema --reference`.",
)
REFERENCE_FORMAT = Text(
    id="format acuan tidak dikenal. Diharapkan .yaml, .json atau .xlsx.",
    en="the format of this reference is not known. Expected .yaml, .json or .xlsx.",
)
EXTRA_MISSING = Text(
    id='berkas ini memerlukan pustaka {library}, yang belum terpasang. Pasang dengan: pip install "pkcheck[{extra}]"',
    en='this file needs the library {library}, which is not installed. Install it with: pip install "pkcheck[{extra}]"',
)
WORKBOOK_BROKEN = Text(
    id="buku kerja tidak dapat dibuka ({problem}). Buka dengan aplikasi lembar sebar, lalu simpan ulang sebagai .xlsx "
    "tanpa sandi.",
    en="the workbook cannot be opened ({problem}). Open it in a spreadsheet program and save it again as .xlsx, without "
    "a password.",
)
SHEET_UNKNOWN = Text(
    id='lembar "{sheet}" tidak dikenal. Diharapkan {known:list}; terdekat "{nearest}". Ubah namanya, atau namai '
    '"Catatan" bila bukan acuan.',
    en='unknown sheet "{sheet}". Expected {known:list}; the nearest is "{nearest}". Rename it, or call it "Catatan" if it '
    "is no reference.",
)
SHEETS_MISSING = Text(
    id="tidak ada lembar acuan yang berisi. Diharapkan salah satu atau beberapa dari {known:list}.",
    en="no sheet with a reference. Expected one or several of {known:list}.",
)
SHEET_HEAD_MISSING = Text(
    id='lembar "{sheet}": tidak ada kepala tabel dengan kolom {columns:list}. Tulis nama-nama kolom itu dalam satu baris.',
    en='sheet "{sheet}": no table head with the columns {columns:list}. Write the names of these columns in one row.',
)
SHEET_FACT_MISSING = Text(
    id='lembar "{sheet}": "{label}" tidak ada di atas tabel. Tulis "{label}" pada kolom A dan isinya pada kolom B.',
    en='sheet "{sheet}": "{label}" is missing above the table. Write "{label}" in column A and its value in column B.',
)
SHEET_LABEL_UNKNOWN = Text(
    id='lembar "{sheet}", sel {cell}: "{given}" tidak dikenal. Terdekat: "{nearest}".',
    en='sheet "{sheet}", cell {cell}: "{given}" is not known. The nearest is "{nearest}".',
)
SHEET_LABEL_TWICE = Text(
    id='lembar "{sheet}", sel {cell}: "{given}" muncul dua kali. Hapus salah satunya.',
    en='sheet "{sheet}", cell {cell}: "{given}" stands twice. Remove one.',
)
CELL_VALUE = Text(
    id='lembar "{sheet}", sel {cell}: {value} tidak dapat dipakai. Diharapkan {expected}.',
    en='sheet "{sheet}", cell {cell}: {value} cannot be used. Expected {expected}.',
)
CELL_EMPTY = Text(
    id='lembar "{sheet}", sel {cell}: kosong. Diharapkan {expected}.',
    en='sheet "{sheet}", cell {cell}: empty. Expected {expected}.',
)
CELL_NOT_COMPUTED = Text(
    id='lembar "{sheet}", sel {cell}: hasil rumus tidak tersimpan atau salah. Buka berkas dengan aplikasi lembar sebar, '
    "perbaiki rumusnya, simpan, lalu ulangi.",
    en='sheet "{sheet}", cell {cell}: the result of the formula is not stored, or an error. Open the file in a spreadsheet '
    "program, mend the formula, save it and try again.",
)
AN_AMOUNT = Text(
    id='jumlah rupiah, misalnya 1000000 atau "Rp 1.000.000"', en='rupiah, such as 1000000 or "Rp 1.000.000"'
)
A_YEAR = Text(id="tahun, misalnya 2024", en="a year, such as 2024")
ACTING_OR_NOTHING = Text(
    id='"Plt.", "Plh.", "Pj.", "Definitif" atau kosong', en='"Plt.", "Plh.", "Pj.", "Definitif" or nothing'
)
YES_OR_NO = Text(id='"ya" atau "tidak"', en='"ya" or "tidak"')
BUDGET_DOCUMENT = Text(id="dokumen anggaran (DIPA/DPA)", en="a budget document (DIPA/DPA)")
PLAN = Text(id="Renstra", en="a plan (Renstra)")
IKU = Text(id="daftar IKU", en="a list of key indicators (IKU)")
CHART = Text(id="struktur organisasi", en="an organisation chart")
REFERENCES: Mapping[str, Text] = MappingProxyType(
    {"budget_document": BUDGET_DOCUMENT, "plan": PLAN, "iku": IKU, "chart": CHART}
)
NEEDS_REFERENCE = Text(id="perlu --reference dengan {what}", en="needs --reference with {what}")
NOT_IN_REFERENCE = Text(id="acuan tidak memuatnya", en="the reference does not have it")
REFERENCE_OF_OTHERS = Text(
    id="acuan untuk instansi, tahun atau revisi ini tidak diberikan",
    en="no reference was given for this institution, year or revision",
)
PLAN_OTHERWISE_MEASURED = Text(
    id="target ini dan target rencananya tidak tertulis dalam satuan yang sama",
    en="this target and the planned one are not written in the same unit",
)
REFERENCE_UNCLEAR = Text(id="acuan memuat beberapa isi yang cocok", en="the reference has several entries that fit")

# Office files: workbooks and word-processor documents.
FILE_ENCRYPTED = Text(
    id="berkas ini dilindungi sandi. Buka dengan sandi, simpan tanpa sandi, lalu ulangi.",
    en="this file is protected by a password. Open it with the password, save it without one, then try again.",
)
ARCHIVE_BROKEN = Text(
    id="berkas ini rusak atau terpotong ({problem}). Minta atau unduh sekali lagi, atau buka dengan aplikasi pengolah kata atau "
    "lembar sebar dan simpan ulang.",
    en="this file is damaged or cut off ({problem}). Ask for it or download it once more, or open it in a word processor or "
    "spreadsheet program and save it again.",
)
ARCHIVE_TOO_LARGE = Text(
    id="isi berkas ini terurai menjadi lebih dari {limit} MB, jauh melebihi dokumen biasa, sehingga tidak dibaca. Buka dengan "
    "aplikasinya, hapus yang tidak perlu, lalu simpan ulang.",
    en="what this file holds unpacks to more than {limit} MB, far more than a document's, so it was not read. Open it in its "
    "program, delete what is not needed, and save it again.",
)
ARCHIVE_DECLARES = Text(
    id='bagian "{part}" memuat deklarasi XML (DOCTYPE), yang tidak dibuat aplikasi perkantoran mana pun dan dapat berbahaya, '
    "sehingga berkas ini tidak dibaca. Periksa asalnya; minta salinan yang disimpan langsung dari aplikasinya.",
    en='the part "{part}" has XML declarations (DOCTYPE), which no office program writes and which can be harmful, so this '
    "file was not read. Check where it comes from; ask for a copy saved by the program itself.",
)
DOCUMENT_BROKEN = Text(
    id="dokumen ini rusak dan tidak dapat dibuka ({problem}). Buka dengan aplikasi pengolah kata, lalu simpan ulang sebagai .docx.",
    en="this document is damaged and cannot be opened ({problem}). Open it in a word processor and save it again as .docx.",
)
DOCUMENT_TOO_LARGE = Text(
    id="dokumen ini jauh lebih besar daripada kumpulan Perjanjian Kinerja mana pun, sehingga tidak dibaca. Simpan bagian yang "
    "perlu diperiksa sebagai berkas tersendiri.",
    en="this document is far larger than any collection of performance agreements, so it was not read. Save the part to be "
    "checked as a file of its own.",
)
PAGE_TOO_DEEP = Text(
    id="halaman web ini bersarang terlalu dalam, sehingga tidak dibaca. Buka di peramban, lalu cetak ke PDF.",
    en="this web page is nested too deeply and was not read. Open it in a browser and print it to a PDF.",
)
LETTERS_LOST = Text(
    id='ada huruf yang bukan "{encoding}", pengodean yang disebut halaman ini; huruf itu tidak terbaca. Simpan ulang sebagai UTF-8.',
    en='some letters are not "{encoding}", the encoding that this page names; they could not be read. Save it again as UTF-8.',
)
CHANGES_TRACKED = Text(
    id="dokumen ini memuat perubahan yang belum diterima (Track Changes): sisipan dibaca, hapusan tidak. Pastikan naskah inilah "
    "yang ditandatangani.",
    en="this document has tracked changes that were not accepted: insertions were read, deletions were not. Make sure that "
    "this is the text that was signed.",
)
WORKBOOK_TOO_LARGE = Text(
    id='buku kerja ini berisi lebih dari {limit} sel terisi (sampai lembar "{sheet}"), jauh melebihi Perjanjian Kinerja. Simpan '
    "lembar yang perlu diperiksa sebagai berkas tersendiri.",
    en='this workbook has more than {limit} filled cells (up to the sheet "{sheet}"), far more than a performance agreement. '
    "Save the sheets to be checked as a file of their own.",
)
MACROS_IGNORED = Text(
    id="berkas ini memuat makro; makro tidak dijalankan dan tidak dibaca.",
    en="this file has macros; they were neither run nor read.",
)
SHEET_HIDDEN = Text(
    id='lembar "{sheet}" disembunyikan dan tidak dibaca. Tampilkan (Unhide) bila harus diperiksa.',
    en='the sheet "{sheet}" is hidden and was not read. Unhide it if it is to be checked.',
)
ROWS_HIDDEN = Text(
    id='lembar "{sheet}": {count} baris berisi yang disembunyikan tidak dibaca. Tampilkan (Unhide) bila harus diperiksa.',
    en='sheet "{sheet}": {count} hidden rows with content were not read. Unhide them if they are to be checked.',
)
COLUMNS_HIDDEN = Text(
    id='lembar "{sheet}": {count} kolom berisi yang disembunyikan tidak dibaca. Tampilkan (Unhide) bila harus diperiksa.',
    en='sheet "{sheet}": {count} hidden columns with content were not read. Unhide them if they are to be checked.',
)
COLUMNS_BEYOND = Text(
    id='lembar "{sheet}" terisi jauh ke kanan: sel {cell} dan sesudahnya tidak dibaca.',
    en='the sheet "{sheet}" is filled far to the right: {cell} and what follows was not read.',
)
FORMULAS_NOT_COMPUTED = Text(
    id='lembar "{sheet}": hasil {count} rumus tidak tersimpan atau salah ({cells:list}), sehingga tidak dinilai. Buka dengan '
    "aplikasi lembar sebar, simpan, lalu ulangi.",
    en='sheet "{sheet}": the results of {count} formulas are not stored, or errors ({cells:list}), and are not judged. Open it '
    "in a spreadsheet program, save it and try again.",
)

# PDF files.
PDF_PASSWORD = Text(
    id="PDF ini terkunci sandi. Buka dengan sandinya, simpan salinannya tanpa sandi, lalu ulangi.",
    en="this PDF is locked with a password. Open it with the password, save a copy without one, and try again.",
)
PDF_BROKEN = Text(
    id="PDF ini rusak atau tidak utuh, sehingga tidak dapat dibuka. Minta atau unduh berkasnya sekali lagi.",
    en="this PDF is damaged or incomplete and cannot be opened. Ask for the file, or download it, once more.",
)
PDF_TOO_LONG = Text(
    id="PDF ini {pages} halaman (batas {limit}). Pecah menjadi beberapa berkas.",
    en="this PDF has {pages} pages (the limit is {limit}). Split it into several files.",
)
PDF_BOMB = Text(
    id="isi PDF ini terurai menjadi lebih dari {limit} MB, jauh melebihi dokumen biasa, sehingga tidak dibaca. "
    "Cetak ulang dokumennya sebagai PDF.",
    en="what this PDF holds unpacks to more than {limit} MB, far more than a document's, so it was not read. "
    "Print the document to a PDF again.",
)
PDF_CUT = Text(
    id="akhir berkas PDF ini tidak ada, jadi mungkin terpotong: periksa apakah semua halamannya terbaca.",
    en="the end of this PDF is missing, so it may be cut: check whether all its pages were read.",
)
PDF_PAGES_LOST = Text(
    id="PDF ini {pages} halaman, tetapi hanya {read} yang dapat dibaca.",
    en="this PDF has {pages} pages, of which only {read} could be read.",
)
PDF_PAGE_BROKEN = Text(
    id="halaman {page} rusak dan tidak dibaca. Halaman lain tetap diperiksa.",
    en="page {page} is damaged and was not read. The other pages are checked.",
)
PDF_PAGE_FULL = Text(
    id="halaman {page} berisi gambar garis atau teks jauh lebih banyak daripada dokumen biasa, sehingga tidak dibaca. "
    "Halaman lain tetap diperiksa.",
    en="page {page} holds far more lines or text than a document's does, so it was not read. The other pages are checked.",
)
PDF_PAGE_SCANNED = Text(
    id='halaman {page} hanya gambar (pindaian), jadi belum dibaca. Agar dibaca, jalankan: pip install "pkcheck[ocr]", lalu ulangi.',
    en='page {page} is a picture (a scan) and was not read. To have it read, run: pip install "pkcheck[ocr]", then try again.',
)
PDF_HIDDEN_TEXT = Text(
    id="halaman {page} pindaian; yang dibaca ialah teks tersembunyi di baliknya, yang mungkin salah. Periksa dengan "
    'gambarnya, atau jalankan: pip install "pkcheck[ocr]", lalu ulangi.',
    en="page {page} is a scan; what was read is the text hidden behind it, which may be wrong. Compare it with the "
    'picture, or run: pip install "pkcheck[ocr]", then try again.',
)
PDF_TEXT_ASKEW = Text(
    id="{count} huruf di halaman {page} tercetak ke arah lain daripada teksnya (misalnya tanda air) dan tidak dibaca.",
    en="{count} letters on page {page} run in another direction than its text (a watermark, say) and were not read.",
)
READ_FROM_SCAN = Text(
    id="Dibaca dari pindaian, periksa dengan dokumen aslinya.",
    en="Read from a scan: check it against the original.",
)
SCAN_BLANK = Text(id="halaman {page} kosong.", en="page {page} is blank.")
SCAN_POOR = Text(
    id="halaman {page} berkualitas rendah: periksa hasil bacaannya dengan dokumen asli, atau pindai ulang (200 dpi atau lebih).",
    en="page {page} is of poor quality: compare what was read with the document, or scan it again (at 200 dpi or more).",
)
SCAN_REPAIRED = Text(
    id="kata di halaman {page} disamakan dengan kata yang dikenal: {words:list}. Periksa dengan pindaiannya.",
    en="words on page {page} were taken for known ones: {words:list}. Check them against the scan.",
)
SCAN_UNREAD = Text(
    id="halaman {page} ada isinya, tetapi tidak ada tulisan yang terbaca. Pindai ulang dengan 200 dpi atau lebih.",
    en="page {page} is not blank, but no writing on it could be read. Scan it again at 200 dpi or more.",
)
IMAGE_BROKEN = Text(
    id="gambar tidak dapat dibuka: rusak, terpotong, atau jenis yang tidak dikenal. Diharapkan PNG, JPEG atau TIFF; simpan "
    "atau pindai ulang.",
    en="the picture cannot be opened: damaged, cut off, or of a kind that is not known. Expected PNG, JPEG or TIFF; save or "
    "scan it again.",
)
IMAGE_TOO_LARGE = Text(
    id="gambar terlalu besar (batas {limit} juta piksel per halaman). Pindai ulang dengan 200 sampai 300 dpi.",
    en="the picture is too large (the limit is {limit} million pixels a page). Scan it again at 200 to 300 dpi.",
)
IMAGE_PAGES_LOST = Text(
    id="gambar ini berisi {pages} halaman; hanya {read} yang dapat dibaca.",
    en="this picture has {pages} pages, of which only {read} could be read.",
)
COLUMNS_UNCLEAR = Text(
    id="tabel tanpa garis: tidak jelas baris mana yang menyatu, sehingga tabel ini tidak dibaca. Periksa di dokumennya.",
    en="a table without ruling lines: which lines belong to one row is not clear, so it was not read. Check it in the "
    "document.",
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
COLUMN_UNKNOWN = Text(
    id="kolom {names:list} tidak dikenal dan tidak dibaca.",
    en="the columns {names:list} are not known and were not read.",
)
COLUMNS_BY_BLANKS = Text(
    id="kolom tabel ini hanya dipisah spasi, sehingga selnya tidak dapat dipastikan dan tabelnya tidak dibaca. "
    "Diharapkan kolom yang dipisah tab atau tanda |.",
    en="only blanks part the columns of this table, so its cells are uncertain and it was not read. "
    "Expected columns that are parted by tabs or |.",
)
NUMBER_UNREAD = Text(
    id="isi kolom nomor bukan angka; baris dibaca tanpa nomor.",
    en="what stands in the column of numbers is no number; the row is read without one.",
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
TARGETS_OF_OTHER_KIND = Text(
    id="target ini dan target atasannya tidak terukur dalam satuan yang sama",
    en="this target and the superior's are not measured in the same unit",
)
INDIRECT_LINK = Text(
    id="diturunkan menjadi indikator lain, jadi targetnya tidak dapat dibandingkan",
    en="handed down as another indicator, so that the targets cannot be compared",
)
TARGET_OUT_OF_RANGE = Text(
    id="target ini atau target atasannya di luar 0%-100%", en="this target or the superior's lies outside 0% to 100%"
)
TARGETS_BALANCE = Text(
    id="target beberapa bawahan ada yang di atas dan ada yang di bawah target atasan, jadi dapat saling mengimbangi",
    en="of several subordinates' targets some lie above and some below the superior's, and may balance each other",
)
WHOLE_UNKNOWN = Text(
    id="jumlah keseluruhan yang dipersentasekan tidak diketahui",
    en="the whole that the percentage is of is not known",
)
PERIODS_INCOMPLETE = Text(
    id="target per periode tidak lengkap setahun", en="the targets by period do not cover the whole year"
)
AMOUNT_NOT_READ = Text(id="ada anggaran yang tidak terbaca", en="an amount could not be read")
AMOUNT_SUSPECT = Text(
    id="selisihnya dijelaskan satu nilai yang tampaknya salah tulis",
    en="one amount that seems to be miswritten explains the difference",
)
LINE_TWICE = Text(id="ada baris anggaran yang tercantum dua kali", en="a line of the budget stands there twice")
LEVELS_UNCLEAR = Text(
    id="kepala tabel menyebut beberapa tingkat, dan baris tidak menyebut tingkatnya",
    en="the table's head names several levels, and the lines do not say theirs",
)
BUDGET_SHARED = Text(
    id="beberapa bawahan memuat nilai yang sama; jika itu anggaran bersama, jumlahnya cocok",
    en="several subordinates print the same amount; if they share one budget, the sum holds",
)
OTHER_BUDGET = Text(
    id="ada PK bawahan dari instansi lain, tahun lain, atau dari sebelum atau sesudah perubahan",
    en="a subordinate's agreement is of another institution or year, or from before or after the revision",
)
BUDGET_MISSING = Text(id="ada PK tanpa anggaran", en="an agreement has no budget")
LINES_UNPLACED = Text(
    id="ada anggaran bawahan yang tidak dapat ditempatkan pada program atasan",
    en="a subordinate's budget could not be placed under the superior's programmes",
)
NOT_READ = Text(id="bagian ini tidak terbaca", en="this part could not be read")
DATE_NOT_READ = Text(id="tanggal tidak ada atau tidak terbaca", en="there is no date, or it could not be read")
YEAR_UNKNOWN = Text(id="tahun anggaran tidak diketahui", en="the fiscal year is not known")
SUBORDINATE_MISSING = Text(
    id="PK {position} yang mungkin bawahannya tidak ada dalam berkas yang diperiksa",
    en="the agreement of {position}, possibly a subordinate, is not among the files",
)
NO_BREAKDOWN = Text(id="tidak ada bawahan yang merinci program ini", en="no subordinate breaks this programme down")
POSITION_UNKNOWN = Text(id="jabatan tidak diketahui", en="the position is not known")
ONE_PAGE_ONLY = Text(
    id="hanya pernyataan atau hanya lampiran yang ada", en="there is only a statement, or only an annex"
)
NO_STATEMENT = Text(id="PK ini tanpa lembar pernyataan", en="this agreement has no statement")
PARTY_NOT_NAMED = Text(
    id="nama atau jabatan para pihak tidak diketahui", en="the parties' names or positions are not known"
)
NO_SIGNATURES = Text(
    id="tidak ada blok tanda tangan yang dapat dibandingkan", en="there is no signature block to compare"
)
SIGNATURE_UNSEEN = Text(id="tanda tangan tidak dapat dilihat dari teks", en="a text cannot tell whether it was signed")
NO_BUDGET_OF_ITS_OWN = Text(
    id="pejabat fungsional tidak mengelola anggaran sendiri", en="the holder of a functional position manages no budget"
)
NO_ANNEX = Text(id="PK ini tanpa lampiran", en="this agreement has no annex")
CELL_MAY_BE_MERGED = Text(
    id="kolom sasaran kosong, mungkin sel gabungan dengan baris di atasnya",
    en="an objective's cell is empty, perhaps merged with the one above",
)
PART_MAY_BE_ELSEWHERE = Text(
    id="bagian yang tidak ada mungkin bagian lain dari berkas yang diperiksa",
    en="the missing part may be another part of the files",
)
AGREEMENT_REPLACED = Text(
    id="PK ini sudah diganti oleh PK Perubahannya", en="this agreement was replaced by its revision"
)
REVISION_NOT_READ = Text(
    id="dasar perubahan dan PK asalnya tidak terbaca dari naskah",
    en="the ground of the revision and the agreement it changes could not be read from the text",
)
NOT_BY_QUOTATION = Text(
    id="teks PK bawahan dan atasan di tingkat ini tidak saling mengutip",
    en="the texts of subordinates and superior do not quote each other at this level",
)
ROWS_NOT_READ = Text(
    id="ada sasaran atau indikator yang kosong atau tidak terbaca di antara baris yang dibandingkan",
    en="an objective or indicator among the rows to be compared is empty or could not be read",
)
NO_PEERS = Text(id="tidak ada PK lain untuk dibandingkan", en="there is no other agreement to compare with")

NOT_RUN_HERE = Text(
    id="aturan yang hendak didiamkan tidak dijalankan, atau tidak dapat menilai semuanya di sini",
    en="the rule that is to be silenced did not run, or could not judge everything here",
)

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

# Settings.
CONFIG_SYNTAX = Text(
    id="bukan TOML yang sah: {problem}. Perbaiki baris itu; `pkcheck init` menulis contohnya.",
    en="not valid TOML: {problem}. Correct that line; `pkcheck init` writes an example.",
)
CONFIG_UNKNOWN_KEY = Text(
    id='pengaturan "{key}" tidak dikenal. Yang terdekat: "{nearest}". `pkcheck init` menulis semuanya.',
    en='unknown setting "{key}". The nearest known one is "{nearest}". `pkcheck init` writes them all.',
)
CONFIG_VALUE = Text(id='pengaturan "{key}" tidak sah: {problem}.', en='the setting "{key}" is not valid: {problem}.')
BASELINE_MISSING = Text(
    id="baseline tidak ditemukan. Periksa ejaannya, atau tulis dengan `pkcheck check ... --write-baseline FILE`.",
    en="there is no such baseline. Check the spelling, or write it with `pkcheck check ... --write-baseline FILE`.",
)
BASELINE_UNREADABLE = Text(
    id="bukan baseline yang sah: {problem}. Diharapkan berkas yang ditulis `pkcheck check ... --write-baseline FILE`.",
    en="not a valid baseline: {problem}. Expected a file that `pkcheck check ... --write-baseline FILE` wrote.",
)
SAVED_MISSING = Text(
    id="tidak ada hasil pemeriksaan di sini. Periksa ejaannya, atau tulis dengan `pkcheck check ... -f json -o FILE`.",
    en="there is no saved outcome here. Check the spelling, or write it with `pkcheck check ... -f json -o FILE`.",
)
SAVED_UNREADABLE = Text(
    id="bukan hasil pemeriksaan: {problem}. Diharapkan berkas yang ditulis `pkcheck check ... -f json -o FILE` "
    "dengan versi pkcheck yang sama.",
    en="not a saved outcome: {problem}. Expected a file that `pkcheck check ... -f json -o FILE` wrote "
    "with the same version of pkcheck.",
)
PROFILE_UNKNOWN = Text(
    id='profil "{name}" tidak dikenal. Pilihan: {known:list}.',
    en='unknown profile "{name}". Choose from: {known:list}.',
)
PARAMETER_UNKNOWN = Text(
    id='aturan {code} tidak mempunyai parameter "{name}". Yang terdekat: "{nearest}". Lihat `pkcheck explain {code}`.',
    en='rule {code} has no parameter "{name}". The nearest known one is "{nearest}". See `pkcheck explain {code}`.',
)
PARAMETER_VALUE = Text(
    id='parameter "{name}" dari aturan {code} tidak sah: {problem}.',
    en='the parameter "{name}" of rule {code} is not valid: {problem}.',
)
