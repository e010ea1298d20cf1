"""The words of the formats for CI, code hosts and spreadsheets, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType

from pkcheck.texts import Text

FORMAT_SARIF = Text(id="SARIF 2.1.0, untuk pemindai kode dan editor", en="SARIF 2.1.0, for code scanning and editors")
FORMAT_JUNIT = Text(id="JUnit XML, untuk tampilan uji di CI", en="JUnit XML, for the test view of a CI")
FORMAT_GITHUB = Text(id="anotasi GitHub Actions", en="annotations of GitHub Actions")
FORMAT_GITLAB = Text(id="laporan Code Quality GitLab", en="a Code Quality report for GitLab")
FORMAT_CSV = Text(id="satu temuan per baris, untuk lembar kerja", en="one finding per row, for a spreadsheet")
FORMAT_MARKDOWN = Text(id="untuk merge request", en="for a merge request")

# A finding in several formats.
EVIDENCE = Text(id="bukti", en="evidence")
AMOUNT = Text(id="nilai: {amount:rp}", en="amount: {amount:rp}")
MORE_EVIDENCE = Text(id="… dan {count} tempat lain", en="… and {count} more places")
EXPLAIN = Text(
    id="Selengkapnya, dengan contoh: pkcheck explain {code}", en="In full, with examples: pkcheck explain {code}"
)

# SARIF.
SOURCE_ROOT = Text(id="Folder tempat pkcheck dijalankan.", en="The folder in which pkcheck was run.")

# JUnit.
INPUTS = Text(id="berkas", en="files")
NO_FINDING = Text(id="tidak ada temuan", en="no finding")
CHECKED_COUNT = Text(id="{subjects} diperiksa", en="{subjects} checked")
NO_SUBJECTS = Text(
    id="tidak ada {subjects} untuk diperiksa dalam berkas-berkas ini",
    en="these files have no {subjects} to be checked",
)
NOT_SHOWN = Text(id="{count} temuan tidak ditampilkan", en="findings not shown: {count}")
NOT_SHOWN_WHY = Text(id="didiamkan, sudah diketahui atau disaring", en="silenced, known already or filtered out")
RULE_STATE = Text(id="jalannya aturan", en="the rule's run")
INPUT_FAILED = Text(id="berkas tidak dapat dipakai", en="the file could not be used")
INPUT_PARTLY = Text(id="sebagian berkas tidak dapat dipakai", en="part of the file could not be used")
INPUT_SKIPPED = Text(id="tidak ada PK dalam berkas ini", en="no agreement in this file")
SILENCED = Text(id="didiamkan", en="silenced")

# GitHub.
GITHUB_TITLE = Text(id="Pemeriksaan Perjanjian Kinerja", en="Check of performance agreements")

# CSV: the columns.
COLUMNS: Mapping[str, Text] = MappingProxyType(
    {
        "code": Text(id="Kode", en="Code"),
        "name": Text(id="Aturan", en="Rule"),
        "severity": Text(id="Tingkat", en="Severity"),
        "certainty": Text(id="Kepastian", en="Certainty"),
        "agreement": Text(id="PK", en="Agreement"),
        "unit": Text(id="Unit", en="Unit"),
        "kind": Text(id="Jenis hal", en="Kind of subject"),
        "subject": Text(id="Hal", en="Subject"),
        "condition": Text(id="Kondisi", en="Condition"),
        "criterion": Text(id="Kriteria", en="Criterion"),
        "effect": Text(id="Akibat", en="Effect"),
        "recommendation": Text(id="Rekomendasi", en="Recommendation"),
        "basis": Text(id="Dasar", en="Basis"),
        "verification": Text(id="Verifikasi dasar", en="Verification of the basis"),
        "amount": Text(id="Nilai (rupiah)", en="Amount (rupiah)"),
        "file": Text(id="Berkas", en="File"),
        "page": Text(id="Halaman", en="Page"),
        "line": Text(id="Baris", en="Line"),
        "cell": Text(id="Sel", en="Cell"),
        "quote": Text(id="Kutipan", en="Quote"),
        "places": Text(id="Semua tempat bukti", en="All places of the evidence"),
        "fingerprint": Text(id="Sidik jari", en="Fingerprint"),
    }
)
COLUMN_SILENCED = Text(id="Didiamkan", en="Silenced")

# Markdown.
TITLE = Text(id="Pemeriksaan Perjanjian Kinerja", en="Check of performance agreements")
SEVERITY = Text(id="Tingkat", en="Severity")
DEFINITE_COUNT = Text(id="Pasti", en="Definite")
JUDGEMENT_COUNT = Text(id="Perlu pertimbangan", en="Needs judgement")
GROUP_COUNT = Text(id="{count} temuan", en="findings: {count}")
GROUP_LINES = Text(id="{count} butir", en="items: {count}")
CUT = Text(
    id="Laporan ini dipotong: {count} temuan tidak dimuat di sini. Jalankan `pkcheck check` untuk melihat semuanya.",
    en="This report was cut: {count} findings are not in it. Run `pkcheck check` to see all of them.",
)
CHECKED = Text(id="Yang diperiksa, dan yang tidak", en="What was checked, and what was not")
FAMILY = Text(id="Kelompok aturan", en="Rules")
RULES_RAN = Text(id="Dijalankan", en="Run")
SUBJECTS = Text(id="Diperiksa", en="Checked")
UNCHECKED = Text(id="Tidak dapat diperiksa", en="Not checked")
NOT_RUN = Text(id="Yang tidak dijalankan", en="What was not run")
READING_NOTES = Text(id="Catatan pembacaan", en="Reading notes")
MORE_LINES = Text(id="… dan {count} lagi", en="… and {count} more")
