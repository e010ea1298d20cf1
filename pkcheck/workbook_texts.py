"""The words of the working paper (*kertas kerja*) in sheets, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType

from pkcheck.texts import Text

FORMAT_XLSX = Text(
    id="kertas kerja pemeriksa, lembar kerja Excel", en="the inspector's working paper, an Excel workbook"
)

# The sheets, by their tabs.
SUMMARY = Text(id="Ringkasan", en="Summary")
FINDINGS = Text(id="Temuan", en="Findings")
EVIDENCE = Text(id="Bukti", en="Evidence")
CASCADE = Text(id="Kaskade", en="Cascade")
BUDGET = Text(id="Anggaran", en="Budget")
SMART = Text(id="KKE-1 SMART", en="KKE-1 SMART")
CASCADING = Text(id="KKE-2 Cascading", en="KKE-2 Cascading")
FUNDING = Text(id="KKE-3 Anggaran", en="KKE-3 Budget")
COVERAGE = Text(id="Cakupan", en="Coverage")
NOT_CHECKED = Text(id="Tidak diperiksa", en="Not checked")
NOTES = Text(id="Catatan baca", en="Reading notes")
PROVISIONS = Text(id="Dasar hukum", en="Legal basis")
SILENCED = Text(id="Didiamkan", en="Silenced")

# What stands on every printed page.
TITLE = Text(id="Kertas Kerja Reviu Perjanjian Kinerja", en="Working Paper: Review of Performance Agreements")
YEARS = Text(id="Tahun {years:list}", en="Fiscal year {years:list}")
PAGE_OF = Text(id="Halaman &P dari &N", en="Page &P of &N")
PREPARED_FOOT = Text(
    id="Disusun oleh: ....................  Tgl/paraf: ............",
    en="Prepared by: ....................  Date/initials: ............",
)
REVIEWED_FOOT = Text(
    id="Direviu oleh: ....................  Tgl/paraf: ............",
    en="Reviewed by: ....................  Date/initials: ............",
)
TO_FILL_IN = Text(id="Sel kuning diisi oleh pemeriksa.", en="Yellow cells are for the inspector to fill in.")
OLD_DOCUMENT = Text(
    id="Dokumen tersimpan ini dibuat sebelum isi PK ikut disimpan. Jalankan lagi pkcheck check agar lembar ini terisi.",
    en="This saved document was made before the agreements' contents were kept. Run pkcheck check again to fill this sheet.",
)
NOTHING = Text(id="Tidak ada.", en="None.")
CUT = Text(id=" … [dipotong: {count} huruf]", en=" … [cut: {count} characters]")

# Columns that several sheets have.
NUMBER = Text(id="No.", en="No.")
CODE = Text(id="Kode", en="Code")
UNIT = Text(id="Unit dan pejabat", en="Unit and official")
FILE = Text(id="Berkas", en="File")
PAGE = Text(id="Halaman", en="Page")
LINE = Text(id="Baris", en="Line")
CELL = Text(id="Sel", en="Cell")
QUOTE = Text(id="Kutipan", en="Quote")
REMARK = Text(id="Ket.", en="Remark")
REASON = Text(id="Alasan", en="Reason")
OBJECTIVE = Text(id="Sasaran", en="Objective")
INDICATOR = Text(id="Indikator kinerja", en="Indicator")
TARGET = Text(id="Target", en="Target")
AGREEMENT = Text(id="PK", en="Agreement")
SUBJECT = Text(id="Hal", en="Subject")
STATUS = Text(id="Status", en="Status")
SUM = Text(id="Jumlah", en="Sum")
SEE_FINDINGS = Text(id="Temuan no. {numbers:list}", en="Finding no. {numbers:list}")

# Findings.
FINDINGS_INTRO = Text(
    id="Kondisi, kriteria, akibat dan rekomendasi adalah usulan dari pemeriksaan otomatis. Sebab, simpulan, tanggapan auditi "
    "dan tenggat diisi pemeriksa. Temuan bertanda perlu pertimbangan belum merupakan simpulan.",
    en="Condition, criterion, effect and recommendation are proposed by the automatic check. Cause, conclusion, the auditee's "
    "response and the due date are the inspector's. What needs judgement is not yet a conclusion.",
)
CONDITION = Text(id="Kondisi", en="Condition")
CRITERION = Text(id="Kriteria", en="Criterion")
CAUSE = Text(id="Sebab", en="Cause")
EFFECT = Text(id="Akibat", en="Effect")
RECOMMENDATION = Text(id="Rekomendasi", en="Recommendation")
AMOUNT = Text(id="Nilai", en="Amount")
SEVERITY = Text(id="Tingkat", en="Severity")
CERTAINTY = Text(id="Kepastian", en="Certainty")
CONCLUSION = Text(id="Simpulan pemeriksa", en="Inspector's conclusion")
FOLLOW_UP = Text(id="Status tindak lanjut", en="Follow-up")
RESPONSE = Text(id="Tanggapan auditi", en="Auditee's response")
DUE = Text(id="Tenggat", en="Due date")
FINGERPRINT = Text(id="Sidik jari", en="Fingerprint")
MORE_EVIDENCE = Text(
    id='… dan {count} tempat lain, lihat lembar "Bukti"', en='… and {count} more, see the sheet "Evidence"'
)
WHOLE_FILE = Text(id="seluruh berkas", en="the whole file")
WHY_SILENCED = Text(id="Mengapa didiamkan", en="Why it is silenced")
SEVERITIES: Mapping[str, Text] = MappingProxyType(
    {
        "error": Text(id="Kesalahan", en="Error"),
        "warning": Text(id="Peringatan", en="Warning"),
        "info": Text(id="Catatan", en="Remark"),
    }
)
CERTAINTIES: Mapping[str, Text] = MappingProxyType(
    {
        "definite": Text(id="Pasti", en="Definite"),
        "judgement": Text(id="Perlu pertimbangan", en="Needs judgement"),
    }
)
WAITING = Text(id="Menunggu konfirmasi", en="Awaiting confirmation")
CONCLUSIONS = (
    WAITING,
    Text(id="Dipertahankan", en="Upheld"),
    Text(id="Dipertahankan sebagian", en="Upheld in part"),
    Text(id="Gugur", en="Dropped"),
)
# Peraturan BPK 2/2017, Pasal 6 (4), which inspectorates use by analogy.
FOLLOW_UPS = (
    Text(id="Sesuai rekomendasi", en="As recommended"),
    Text(id="Belum sesuai rekomendasi", en="Not yet as recommended"),
    Text(id="Belum ditindaklanjuti", en="Not followed up"),
    Text(id="Tidak dapat ditindaklanjuti", en="Cannot be followed up"),
)
CHOOSE = Text(id="Pilih salah satu dari daftar.", en="Choose one from the list.")
DATE_WANTED = Text(id="Isi dengan tanggal.", en="Enter a date.")

# Evidence.
EVIDENCE_INTRO = Text(
    id="Setiap tempat yang menjadi bukti temuan, untuk dicocokkan dengan dokumen aslinya.",
    en="Every place that is evidence of a finding, to be held against the original document.",
)
FINDING = Text(id="Temuan no.", en="Finding no.")
MATCHED = Text(id="Dicocokkan", en="Matched")
YES_NO = (Text(id="Ya", en="Yes"), Text(id="Tidak", en="No"))

# The cascade.
CASCADE_INTRO = Text(
    id="Setiap indikator di bawah indikator atasan yang diturunkannya, dengan kedua target berdampingan. Baris dapat dilipat "
    "dengan tanda + dan - di tepi kiri.",
    en="Every indicator under the superior's indicator that it derives from, with both targets side by side. Rows fold with "
    "the + and - signs at the left edge.",
)
LEVEL = Text(id="Tingkat", en="Level")
PARENT_TARGET = Text(id="Target atasan", en="Superior's target")
DIFFERENCE = Text(id="Yang berbeda", en="What differs")
LINK = Text(id="Dasar hubungan", en="Ground of the link")
INDICATOR_ID = Text(id="Pengenal", en="Id")
STANDINGS: Mapping[str, Text] = MappingProxyType(
    {
        "equal": Text(id="Sama", en="Equal"),
        "below": Text(id="Di bawah target atasan", en="Below the superior's target"),
        "above": Text(id="Di atas target atasan", en="Above the superior's target"),
        "different": Text(id="Berbeda dari target atasan", en="Differs from the superior's target"),
    }
)
INCOMPARABLE = Text(id="Tidak dapat dibandingkan: {reason}", en="Cannot be compared: {reason}")
HOWS: Mapping[str, Text] = MappingProxyType(
    {
        "given": Text(id="dinyatakan dalam data", en="given in the data"),
        "quoted": Text(id="sasaran mengutip indikator atasan", en="the objective quotes the superior's indicator"),
        "near": Text(
            id="sasaran mirip indikator atasan ({percent}%)",
            en="the objective is near the superior's indicator ({percent}%)",
        ),
        "indicator": Text(
            id="indikator mirip indikator atasan ({percent}%)",
            en="the indicator is near the superior's ({percent}%)",
        ),
    }
)
TOP = Text(id="Tingkat tertinggi", en="Top level")
NO_PARENT = Text(id="Induknya tidak ditemukan dalam PK atasan", en="No parent found in the superior's agreement")
SUPERIOR_NOT_IN_SET = Text(
    id="PK atasan tidak ada dalam berkas yang diperiksa", en="The superior's agreement is not among the files checked"
)
SUPERIOR_NOT_KNOWN = Text(id="Atasan tidak diketahui", en="The superior is not known")
NOT_TAKEN = Text(id="Tidak diturunkan ke bawahan", en="Not handed down")
STAYS = Text(id="Dinyatakan tidak diturunkan: {reason}", en="Declared as not handed down: {reason}")
NO_TARGET = Text(id="(tanpa target)", en="(no target)")
SHOWN_ABOVE = Text(id="Turunannya tercantum di atas", en="What derives from it is listed above")

# The budget.
BUDGET_INTRO = Text(
    id="Anggaran tiap unit dan program dengan bagian bawahannya. Jumlah dan selisih adalah rumus: selisih lebih dari nol "
    "berarti bawahan lebih besar daripada unitnya. Pagu yang sama dapat dipakai bersama.",
    en="The budget of each unit and programme with its subordinates' parts. Sums and differences are formulas: a difference "
    "above zero means that the subordinates have more than the unit. One budget may be shared by several.",
)
PROGRAMME = Text(id="Program / kegiatan", en="Programme / activity")
KIND = Text(id="Penjumlahan", en="Roll-up")
OWN = Text(id="Anggaran unit", en="Unit's budget")
PART = Text(id="Bagian", en="Part")
PARTS = Text(id="Jumlah bagian", en="Sum of parts")
EXCESS = Text(id="Selisih", en="Difference")
SUM_KINDS: Mapping[str, Text] = MappingProxyType(
    {
        "programme": Text(id="Bawahan ke unit, per program", en="Subordinates to unit, by programme"),
        "whole": Text(id="Bawahan ke unit, seluruhnya", en="Subordinates to unit, as a whole"),
        "total": Text(id="Baris ke jumlah tercetak", en="Lines to the printed total"),
        "level": Text(id="Kegiatan ke program", en="Activities to programme"),
    }
)
STRANGER = Text(id="Tidak ada pada atasan", en="Not in the superior's budget")
NOT_READ = Text(id="tidak terbaca: {raw}", en="could not be read: {raw}")

# The evaluation papers.
SMART_INTRO = Text(
    id="Y = 1, T = 0. Terisi otomatis hanya yang tampak dari dokumen: Dapat diukur = 1 bila target punya angka dan satuan "
    "atau predikat, 0 bila target kosong; Berbatas waktu = 1 bila tahun PK terbaca. Selebihnya penilaian pemeriksa.",
    en="Y = 1, N = 0. Filled in is only what the document shows: Measurable = 1 where the target has a figure with a unit or "
    "a grade, 0 where there is none; Time-bound = 1 where the agreement's year is known. The rest is the inspector's.",
)
SPECIFIC = Text(id="Spesifik", en="Specific")
MEASURABLE = Text(id="Dapat diukur", en="Measurable")
ACHIEVABLE = Text(id="Dapat dicapai", en="Achievable")
RELEVANT = Text(id="Relevan", en="Relevant")
TIME_BOUND = Text(id="Berbatas waktu", en="Time-bound")
CHALLENGING = Text(id="Menantang", en="Challenging")
CASCADING_INTRO = Text(
    id="Y = ya, T = tidak. Ketepatan cascading terisi Y bila induknya ditemukan dan targetnya sama. Yang lain dibiarkan kosong: "
    "beda rumusan atau target belum tentu salah. Kolom Renstra dan Renja dicocokkan oleh pemeriksa.",
    en="Y = yes, N = no. Cascading is Y where the parent was found and the targets are equal. The others are left blank: other "
    "words or another target need not be wrong. The columns on plans are for the inspector to match.",
)
IN_PLAN = Text(id="Pernyataan di Renstra", en="Stated in the strategic plan")
IN_WORK_PLAN = Text(id="Pernyataan di Renja", en="Stated in the work plan")
IN_AGREEMENT = Text(id="Pernyataan di PK", en="Stated in the agreement")
OFFICE = Text(id="Level jabatan", en="Level of office")
FIT = Text(id="Ketepatan cascading", en="Cascading fits")
YES = Text(id="Y", en="Y")
NO = Text(id="T", en="N")
DERIVED = Text(id="Diturunkan dari {parent}", en="Derived from {parent}")
FUNDING_INTRO = Text(
    id="Program dan anggaran seperti tercantum dalam PK, untuk dicocokkan dengan DIPA/DPA, Renstra dan Renja. Y = 1, T = 0.",
    en="Programmes and amounts as the agreements print them, to be matched with the budget document and the plans. "
    "Y = 1, N = 0.",
)
FUNDED = Text(id="Program dan kegiatan (DIPA/DPA)", en="Programme and activity (budget document)")
FUNDED_TARGET = Text(id="Target kinerja", en="Performance target")
FUNDS = Text(id="Anggaran (Rp)", en="Budget (Rp)")
FITS_PLAN = Text(id="Sesuai Renstra", en="As in the strategic plan")
FITS_WORK_PLAN = Text(id="Sesuai Renja", en="As in the work plan")
LEVELS: Mapping[str, Text] = MappingProxyType(
    {
        "program": Text(id="Program", en="Programme"),
        "kegiatan": Text(id="Kegiatan", en="Activity"),
        "sub_kegiatan": Text(id="Subkegiatan", en="Sub-activity"),
        "total": Text(id="Jumlah tercetak", en="Printed total"),
    }
)
BUDGET_LEVEL = Text(id="Jenis", en="Kind")

# The account.
COVERAGE_INTRO = Text(
    id="Apa yang dilakukan setiap aturan. Yang tidak dapat diperiksa bukan berarti benar; rinciannya di lembar berikutnya.",
    en="What every rule did. What could not be checked is not thereby in order; the next sheet lists it.",
)
RULE = Text(id="Aturan", en="Rule")
CODE_AND_KIND = Text(id="Kode dan jenis temuan", en="Code and kind")
LOOKED_AT = Text(id="Yang diperiksa", en="Looked at")
CHECKED = Text(id="Diperiksa", en="Checked")
FOUND = Text(id="Temuan", en="Found")
UNCHECKED = Text(id="Tidak dapat diperiksa", en="Could not be checked")
STATUSES: Mapping[str, Text] = MappingProxyType(
    {
        "ran": Text(id="dijalankan", en="run"),
        "skipped": Text(id="tidak dijalankan", en="not run"),
        "broken": Text(id="rusak", en="broken"),
    }
)
NOT_CHECKED_INTRO = Text(
    id="Setiap hal yang tidak dapat dinilai suatu aturan, dengan alasannya.",
    en="Every subject that a rule could not judge, with the reason.",
)
NOTES_INTRO = Text(
    id="Apa yang terjadi dengan setiap berkas, dan apa yang tidak dipahami di dalamnya.",
    en="What became of every file, and what was not understood in it.",
)
INPUT_STATUSES: Mapping[str, Text] = MappingProxyType(
    {
        "read": Text(id="terbaca", en="read"),
        "skipped": Text(id="dilewati", en="skipped"),
        "failed": Text(id="tidak dapat dipakai", en="could not be used"),
    }
)
AGREEMENTS = Text(id="Jumlah PK", en="Agreements")
NOTE_LEVEL = Text(id="Jenis catatan", en="Kind of note")
NOTE = Text(id="Catatan", en="Note")
NO_NOTES = Text(id="tidak ada catatan", en="no notes")
PROVISIONS_INTRO = Text(
    id="Ketentuan yang dirujuk aturan yang dijalankan dan temuannya, dan seberapa jauh bunyinya sudah dicocokkan. Periksa "
    "nomor pasal di jdih sebelum dikutip dalam laporan.",
    en="The provisions that the rules and their findings refer to, and how far their wording was verified. Check article "
    "numbers at jdih before they are quoted in a report.",
)
PRINCIPLE = Text(id="Asas", en="Principle")
REGULATION = Text(id="Peraturan", en="Regulation")
PROVISION = Text(id="Ketentuan", en="Provision")
WORDING = Text(id="Bunyi", en="Wording")
VERIFICATION = Text(id="Verifikasi", en="Verification")
ALSO_IN = Text(id="Sumber", en="Sources")
USED_BY = Text(id="Dipakai aturan", en="Used by rules")

# The summary.
AUDITEE = Text(id="Instansi", en="Institution")
FISCAL_YEAR = Text(id="Tahun anggaran", en="Fiscal year")
FILES = Text(id="Berkas yang diperiksa", en="Files checked")
MADE_WITH = Text(id="Disusun dengan", en="Made with")
PAPER_NUMBER = Text(id="Nomor kertas kerja", en="Working paper no.")
ASSIGNMENT = Text(id="Nomor dan tanggal surat tugas", en="Assignment letter, number and date")
RECEIVED = Text(id="Tanggal laporan diterima auditi", en="Report received by the auditee on")
DAYS = Text(id="Jangka waktu tindak lanjut (hari)", en="Days for the follow-up")
DAYS_WHY = Text(
    id="Bawaan 60 hari, menurut Peraturan BPK 2/2017 Pasal 3 sebagai analogi; ubah bila ketentuan instansi berbeda. Tenggat "
    "di lembar Temuan dihitung dari kedua sel ini.",
    en="By default 60 days, by analogy with Peraturan BPK 2/2017, Pasal 3; change it where the agency's rule differs. The due "
    "dates on the sheet Findings are reckoned from these two cells.",
)
TOTALS = Text(id="Hasil pemeriksaan otomatis", en="What the automatic check found")
BY_SEVERITY = Text(id="Temuan menurut tingkat dan kepastian", en="Findings by severity and certainty")
BY_CONCLUSION = Text(id="Temuan menurut simpulan pemeriksa", en="Findings by the inspector's conclusion")
BY_AGREEMENT = Text(id="Temuan menurut PK", en="Findings by agreement")
OFFICIAL = Text(id="Pejabat", en="Official")
POSITION = Text(id="Jabatan", en="Position")
STATEMENT_DATE = Text(id="Tanggal pernyataan", en="Date of the statement")
ANNEX_DATE = Text(id="Tanggal lampiran", en="Date of the annex")
SUPERIOR = Text(id="Atasan", en="Superior")
ALL_AGREEMENTS = Text(id="(seluruh instansi)", en="(the institution as a whole)")
REPLACED = Text(id="diganti oleh {by}", en="replaced by {by}")
SIGNATURES = Text(id="Pengesahan", en="Sign-off")
ROLE = Text(id="Peran", en="Role")
NAME = Text(id="Nama dan NIP", en="Name and NIP")
DATE = Text(id="Tanggal", en="Date")
NAME_AND_NIP = Text(id="{name}\nNIP {nip}", en="{name}\nNIP {nip}")
SIGNATURE = Text(id="Tanda tangan", en="Signature")
ROLES = (
    Text(id="Disusun oleh (anggota tim)", en="Prepared by (team member)"),
    Text(id="Direviu oleh (ketua tim)", en="Reviewed by (team leader)"),
    Text(id="Pengendali teknis", en="Technical supervisor"),
    Text(id="Pengendali mutu", en="Quality supervisor"),
)
