"""The words of the findings report (*laporan hasil reviu*), in both languages."""

from collections.abc import Mapping
from types import MappingProxyType

from pkcheck.texts import Text

FORMAT_DOCX = Text(id="laporan hasil reviu, dokumen Word", en="the findings report, a Word document")
FORMAT_PDF = Text(id="laporan hasil reviu, PDF", en="the findings report, a PDF")

# What cannot be used to make it.
LOGO_UNREADABLE = Text(
    id="bukan gambar PNG atau JPEG yang utuh. Simpan ulang lambang itu sebagai PNG, atau hapus `logo` dari pengaturan.",
    en="not a whole PNG or JPEG picture. Save the logo as PNG, or take `logo` out of the settings.",
)
TEMPLATE_UNREADABLE = Text(
    id="bukan dokumen Word yang dapat dipakai. Buka di Word, lalu simpan sebagai .docx (bukan .dotx atau .doc).",
    en="not a Word document that can be used. Open it in Word and save it as .docx (not .dotx or .doc).",
)
FIELD_UNKNOWN = Text(
    id='isian "{field}" tidak dikenal. Yang terdekat: "{nearest}". Yang ada: {known:list}.',
    en='unknown field "{field}". The nearest known one is "{nearest}". There are: {known:list}.',
)
BODY_NOT_ALONE = Text(
    id="{{{{body}}}} harus berdiri sendiri dalam satu paragraf, di luar tabel, kotak teks, kepala dan kaki halaman.",
    en="{{{{body}}}} must stand alone in a paragraph, outside tables, text boxes, headers and footers.",
)
DATE_UNREADABLE = Text(
    id='SOURCE_DATE_EPOCH berisi "{value}". Diharapkan bilangan detik sejak 1970, atau hapus peubah itu.',
    en='SOURCE_DATE_EPOCH is "{value}". Expected a number of seconds since 1970; otherwise unset it.',
)

# The cover.
TITLE = Text(id="LAPORAN HASIL REVIU", en="REVIEW REPORT")
SUBJECT = Text(id="Perjanjian Kinerja", en="Performance Agreements")
SUBJECT_OF = Text(id="Perjanjian Kinerja {institution}", en="Performance Agreements of {institution}")
SUBJECT_MANY = Text(
    id="Perjanjian Kinerja {first} dan {count} instansi lain",
    en="Performance Agreements of {first} and other institutions: {count}",
)
YEARS = Text(id="Tahun Anggaran {years:list}", en="Fiscal Year {years:list}")
NUMBER = Text(id="Nomor", en="Number")
DATE = Text(id="Tanggal", en="Date")
LEADER = Text(id="Ketua Tim", en="Team Leader")
TECHNICAL = Text(id="Pengendali Teknis", en="Technical Supervisor")
QUALITY = Text(id="Pengendali Mutu", en="Quality Supervisor")
MEMBERS = Text(id="Anggota Tim", en="Team Members")
NIP = Text(id="NIP {nip}", en="NIP {nip}")
NIP_EMPTY = Text(id="NIP ………………………", en="NIP ………………………")
TO_FILL_IN = "………………………………"
LOGO = Text(id="Lambang instansi", en="The agency's emblem")
NOTICE = Text(
    id="Konsep laporan ini disusun dari pemeriksaan otomatis dengan pkcheck {version} atas berkas yang disebut di bagian 2. "
    "Laporan berlaku setelah ditelaah dan ditandatangani pemeriksa. Sebab dan tanggapan auditi diisi pemeriksa; temuan yang "
    "bertanda perlu pertimbangan belum merupakan simpulan.",
    en="This draft was made from an automatic check by pkcheck {version} of the files named in section 2. It holds once the "
    "inspectors have examined and signed it. Causes and the auditee's responses are for the inspectors to fill in; findings "
    "marked as needing judgement are not yet conclusions.",
)

# What stands on every page.
CONTENTS = Text(id="Daftar Isi", en="Contents")
PAGE_OF = Text(id="Halaman {page} dari {pages}", en="Page {page} of {pages}")
PAGE = Text(id="Hlm.", en="Page")
CUT = Text(id=" … [dipotong: {count} huruf]", en=" … [cut: {count} characters]")
NONE = Text(id="Tidak ada.", en="None.")
MORE = Text(id="… dan {count} lainnya", en="… and {count} more")

# 1. The summary.
SUMMARY = Text(id="Ringkasan", en="Summary")
INCOMPLETE = Text(
    id="Hasil ini tidak lengkap: {why:list}. Yang tidak terbaca tidak diperiksa; lihat Lampiran A dan B.",
    en="This result is not complete: {why:list}. What could not be read was not checked; see Annexes A and B.",
)
WHY_FILES = Text(id="{count} berkas tidak dapat dipakai seluruhnya", en="files that could not be used in full: {count}")
WHY_RULES = Text(id="{count} aturan gagal dijalankan", en="rules that failed: {count}")
WHY_NOTHING = Text(id="tidak ada PK yang terbaca", en="no agreement was read")
# What is counted: one, and several.
COUNTED_AGREEMENTS = (
    Text(id="{count} Perjanjian Kinerja (PK)", en="{count} performance agreement"),
    Text(id="{count} Perjanjian Kinerja (PK)", en="{count} performance agreements"),
)
COUNTED_FILES = (Text(id="{count} berkas", en="{count} file"), Text(id="{count} berkas", en="{count} files"))
COUNTED_FINDINGS = (Text(id="{count} temuan", en="{count} finding"), Text(id="{count} temuan", en="{count} findings"))
LEAD = Text(
    id="Reviu atas {agreements} dari {files} menghasilkan {findings}: {definite} pasti, yaitu tampak langsung dari dokumen, "
    "dan {judgement} perlu pertimbangan pemeriksa.",
    en="This review of {agreements} from {files} reports {findings}: {definite} definite, that is, plain from the documents, "
    "and {judgement} in need of an inspector's judgement.",
)
NO_FINDINGS = Text(
    id="Reviu atas {agreements} dari {files} tidak menghasilkan temuan dalam hal-hal yang diperiksa. Ini bukan pernyataan "
    "bahwa dokumen bebas dari kesalahan.",
    en="This review of {agreements} from {files} found nothing in the matters that were checked. That does not say that the "
    "documents are free from error.",
)
BY_SEVERITY = Text(id="Temuan menurut tingkat dan kepastian", en="Findings by severity and certainty")
SEVERITY = Text(id="Tingkat", en="Severity")
DEFINITE = Text(id="Pasti", en="Definite")
JUDGEMENT = Text(id="Perlu pertimbangan", en="Needs judgement")
TOTAL = Text(id="Jumlah", en="Total")
CHART = Text(id="Temuan menurut unit dan tingkat", en="Findings by unit and severity")
CHART_ALT = Text(
    id="Diagram batang jumlah temuan tiap unit. {bars}",
    en="Bar chart of the number of findings of each unit. {bars}",
)
CHART_BAR = Text(id="{unit}: {counts:list}.", en="{unit}: {counts:list}.")
OTHER_UNITS = Text(id="{count} unit lainnya", en="Other units: {count}")
FIRST = Text(id="Temuan yang perlu didahulukan", en="Findings to look at first")
FIRST_INTRO = Text(
    id="Temuan dengan tingkat kesalahan, yang pasti lebih dahulu.",
    en="The findings of the severity error, the definite ones first.",
)
FINDING_NO = Text(id="No.", en="No.")
UNIT = Text(id="Unit", en="Unit")
MATTER = Text(id="Hal", en="Matter")
CERTAINTY = Text(id="Kepastian", en="Certainty")
AMOUNT = Text(id="Nilai", en="Amount")
LIMITS = Text(id="Yang tidak dapat diperiksa", en="What could not be checked")
LIMITS_COUNT = Text(
    id="Pemeriksaan atas suatu hal yang tidak dapat dilakukan, dihitung per aturan: {count}. Alasan terbanyak: {reasons}",
    en="Checks of a single matter that could not be made, counted by rule: {count}. The most frequent reasons: {reasons}",
)
LIMITS_NONE = Text(
    id="Setiap hal yang dikenali dalam berkas dapat dinilai oleh aturan yang dijalankan.",
    en="Every matter recognised in the files could be judged by the rules that were run.",
)
REASON_COUNT = Text(id="{reason} ({count})", en="{reason} ({count})")
LIMITS_SEE = Text(
    id="Rinciannya ada di Lampiran A. Hal yang tidak diperiksa tidak dianggap sesuai.",
    en="Annex A has the details. What was not checked does not count as in order.",
)

# 2. What was checked, and how.
SCOPE = Text(id="Ruang lingkup dan cara pemeriksaan", en="Scope and method")
PURPOSE = Text(
    id="Reviu ini membandingkan isi Perjanjian Kinerja satu dengan yang lain, dengan bunyinya sendiri, dan dengan ketentuan "
    "yang disebut di Lampiran C. Dokumen lain hanya dibandingkan bila diberikan sebagai acuan. Keaslian dokumen, tanda "
    "tangan, dan capaian kinerja tidak diperiksa.",
    en="This review holds the performance agreements against each other, against their own words and against the provisions in "
    "Annex C. Other documents were compared only where they were given as a reference. The authenticity of documents, "
    "signatures and the performance itself were not examined.",
)
METHOD = Text(
    id="Berkas dibaca dan dibandingkan secara otomatis dengan pkcheck {version}. Aturan yang dijalankan: {ran} dari {rules}.",
    en="The files were read and compared automatically by pkcheck {version}. Rules that were run: {ran} of {rules}.",
)
FILES = Text(id="Berkas yang diperiksa", en="Files checked")
FILE = Text(id="Berkas", en="File")
STATUS = Text(id="Hasil pembacaan", en="What became of it")
AGREEMENT_COUNT = Text(id="PK", en="Agreements")
NOTE_COUNT = Text(id="Catatan baca", en="Reading notes")
INPUT_STATUSES: Mapping[str, Text] = MappingProxyType(
    {
        "read": Text(id="terbaca", en="read"),
        "skipped": Text(id="dilewati, bukan PK", en="skipped, no agreement"),
        "failed": Text(id="tidak dapat dipakai", en="could not be used"),
    }
)
READ_PARTLY = Text(id="terbaca sebagian", en="read in part")
UNITS = Text(id="Perjanjian Kinerja yang diperiksa", en="Performance agreements checked")
HOLDER = Text(id="Pejabat", en="Official")
WHOLE_INSTITUTION = Text(id="(seluruh instansi)", en="(the institution as a whole)")
FINDINGS_COUNT = Text(id="Temuan", en="Findings")
READING = Text(id="Cara membaca temuan", en="How to read a finding")
READING_LINES = (
    Text(
        id="Pasti: tampak langsung dari isi dokumen. Perlu pertimbangan: pemeriksa harus menimbang dahulu sebelum dijadikan "
        "simpulan.",
        en="Definite: plain from the documents. Needs judgement: an inspector must weigh it before it becomes a conclusion.",
    ),
    Text(
        id="Tingkat kesalahan, peringatan dan catatan menunjukkan urutan perhatian, bukan kadar kesalahan seseorang.",
        en="The severities error, warning and remark say what to look at first, not how much anybody is to blame.",
    ),
    Text(
        id="Inkonsistensi: kriterianya kesimpulan dari suatu ketentuan, bukan bunyinya; bukan pelanggaran.",
        en="Inconsistency: its criterion is inferred from a provision and not the provision's own words; no breach.",
    ),
    Text(
        id="Setiap kriteria menyebut seberapa jauh dasarnya sudah diverifikasi; bunyi lengkapnya ada di Lampiran C.",
        en="Every criterion says how well its basis was verified; Annex C has the wording in full.",
    ),
)

# 3. The findings.
FINDINGS = Text(id="Hasil reviu", en="Findings")
FINDINGS_NONE = Text(
    id="Tidak ada temuan yang dilaporkan. Apa yang diperiksa dan tidak diperiksa ada di Lampiran A.",
    en="No findings are reported. Annex A says what was checked and what was not.",
)
FINDING = Text(id="Temuan {number}. {title}", en="Finding {number}. {title}")
FINDING_OPEN = Text(
    id="Temuan {number} (perlu pertimbangan). {title}", en="Finding {number} (needs judgement). {title}"
)
INCONSISTENCY = Text(id="inkonsistensi, bukan pelanggaran", en="an inconsistency, not a breach")
RULE = Text(id="aturan {code}", en="rule {code}")
WORTH = Text(id="nilai {amount:rp}", en="amount {amount:rp}")
CONDITION = Text(id="Kondisi", en="Condition")
CRITERION = Text(id="Kriteria", en="Criterion")
CAUSE = Text(id="Sebab", en="Cause")
CAUSE_OPEN = Text(
    id="(diisi pemeriksa setelah konfirmasi dengan auditi)",
    en="(for the inspector to fill in, after asking the auditee)",
)
EFFECT = Text(id="Akibat", en="Effect")
RECOMMENDATION = Text(id="Rekomendasi", en="Recommendation")
RESPONSE = Text(id="Tanggapan", en="Response")
RESPONSE_OPEN = Text(id="(diisi dari tanggapan auditi)", en="(the auditee's, to be filled in)")
EVIDENCE = Text(id="Bukti", en="Evidence")
PLACE_LINE = Text(id="baris {line}", en="line {line}")
PLACE_PAGE = Text(id="halaman {page}", en="page {page}")
PLACE_CELL = Text(id="sel {cell}", en="cell {cell}")
WHOLE_FILE = Text(id="seluruh berkas", en="the whole file")
EMPTY = Text(id="(kosong)", en="(empty)")
MORE_PLACES = Text(id="… dan {count} tempat lain", en="… and further places: {count}")

# 4. The end.
CLOSING = Text(id="Penutup", en="Closing")
CLOSING_TEXT = Text(
    id="Laporan ini hanya menyatakan apa yang diperiksa. Tidak adanya temuan atas suatu hal yang tercantum di Lampiran A "
    "sebagai tidak diperiksa bukan pernyataan bahwa hal itu sesuai. Temuan dikonfirmasi dahulu kepada auditi sebelum "
    "laporan ditetapkan.",
    en="This report speaks only of what was checked. Where Annex A says that something was not checked, the absence of a "
    "finding does not mean that it is in order. Findings are to be confirmed with the auditee before the report is issued.",
)
BY_KIND = Text(id="Temuan menurut jenisnya", en="Findings by kind")
KIND = Text(id="Jenis temuan", en="Kind of finding")
NUMBERS = Text(id="Temuan nomor", en="Finding numbers")
SIGNED_AT = Text(id="{place}, {date}", en="{place}, {date}")

# The annexes.
ANNEX_COVERAGE = Text(id="Lampiran A. Cakupan pemeriksaan", en="Annex A. Coverage")
COVERAGE_INTRO = Text(
    id="Apa yang dilakukan setiap aturan. Yang tidak dapat diperiksa tidak dihitung sebagai sesuai.",
    en="What every rule did. What could not be checked does not count as in order.",
)
CODE = Text(id="Aturan", en="Rule")
CHECKED = Text(id="Diperiksa", en="Checked")
UNCHECKED = Text(id="Tidak dapat", en="Could not")
STATUSES: Mapping[str, Text] = MappingProxyType(
    {
        "skipped": Text(id="tidak dijalankan", en="not run"),
        "broken": Text(id="gagal dijalankan", en="failed"),
    }
)
REASONS = Text(id="Yang tidak dapat diperiksa, dan alasannya", en="What could not be checked, and why")
REASON = Text(id="Alasan", en="Reason")
RULES = Text(id="Aturan", en="Rules")
COUNT = Text(id="Banyaknya", en="Count")
SUBJECTS = Text(id="Hal", en="Matters")
NOT_RUN = Text(id="Aturan yang tidak dijalankan", en="Rules that were not run")
NOT_SHOWN = Text(id="Yang ditemukan tetapi tidak dimuat", en="What was found and is not reported")
SILENCED_COUNT = Text(id="Didiamkan dengan alasan tertulis: {count}.", en="Silenced with a written reason: {count}.")
HIDDEN_COUNT = Text(
    id="Disaring menurut kepastian, atas permintaan yang menjalankan pemeriksaan: {count}.",
    en="Filtered by certainty, at the wish of who ran the check: {count}.",
)
ANNEX_NOTES = Text(id="Lampiran B. Catatan pembacaan", en="Annex B. Reading notes")
NOTES_INTRO = Text(
    id="Yang tidak dipahami atau diragukan waktu berkas dibaca. Cocokkan dengan naskah aslinya.",
    en="What was not understood or is doubtful in reading the files. Compare it with the originals.",
)
NO_NOTES = Text(
    id="Pembacaan tidak meninggalkan catatan. Itu bukan jaminan bahwa setiap kata terbaca benar.",
    en="The reading left no notes. That does not vouch for every word.",
)
NOTE_PLACE = Text(id="Tempat", en="Place")
NOTE = Text(id="Catatan", en="Note")
QUOTE = Text(id="Kutipan", en="Quote")
NOTE_LEVELS: Mapping[str, Text] = MappingProxyType(
    {"problem": Text(id="masalah", en="problem"), "remark": Text(id="catatan", en="remark")}
)
ANNEX_BASIS = Text(id="Lampiran C. Dasar hukum", en="Annex C. Legal basis")
BASIS_INTRO = Text(
    id="Ketentuan yang menjadi dasar temuan, dan seberapa jauh bunyinya sudah diverifikasi per {date:date}. Cocokkan nomor "
    "pasal di jdih sebelum mengutipnya.",
    en="The provisions on which the findings stand, and how well their wording was verified as of {date:date}. Check article "
    "numbers at jdih before quoting them.",
)
REGULATION = Text(id="Peraturan", en="Regulation")
REGULATION_NONE = Text(id="tidak ada yang menyatakannya secara langsung", en="none says so in as many words")
WORDING = Text(id="Bunyi", en="Wording")
VERIFICATION = Text(id="Verifikasi", en="Verification")
READ_AT = Text(id="Dibaca di", en="Read at")
ALSO_IN = Text(id="Juga dalam", en="Also in")
REMARK = Text(id="Catatan", en="Remark")
USED_IN = Text(id="Dipakai dalam", en="Used in")
USED_NUMBERS = Text(id="temuan {numbers}", en="findings {numbers}")
ANNEX_SILENCED = Text(id="Lampiran D. Temuan yang didiamkan", en="Annex D. Silenced findings")
SILENCED_INTRO = Text(
    id="Temuan yang didiamkan dengan alasan tertulis; tidak dihitung di bagian lain laporan ini.",
    en="Findings that are silenced with a written reason; they do not count elsewhere in this report.",
)
SILENCED_WHY = Text(id="Mengapa", en="Why")
