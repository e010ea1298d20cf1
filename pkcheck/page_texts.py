"""The words of the web report and of the pictures, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType

from pkcheck.texts import Text

FORMAT_HTML = Text(id="halaman web yang berdiri sendiri", en="a self-contained web page")
FORMAT_SVG = Text(id="gambar penjenjangan unit", en="a picture of the cascade of units")
FORMAT_SVG_BUDGET = Text(id="gambar aliran anggaran", en="a picture of the budget flow")
FORMAT_GRAPH_HTML = Text(
    id="halaman web dengan kedua gambar, dapat diperbesar dan dicari",
    en="a web page with both pictures, to be zoomed and searched",
)

# How grave what was found is; a finding that needs judgement is never told as more than that.
LEVELS: Mapping[str, Text] = MappingProxyType(
    {
        "error": Text(id="kesalahan", en="error"),
        "warning": Text(id="peringatan", en="warning"),
        "judgement": Text(id="perlu pertimbangan", en="needs judgement"),
        "info": Text(id="catatan", en="remark"),
        "none": Text(id="tidak ada temuan", en="no finding"),
        "missing": Text(id="PK tidak ada", en="no agreement"),
    }
)
SEVERITIES: Mapping[str, Text] = MappingProxyType(
    {
        "error": Text(id="kesalahan", en="error"),
        "warning": Text(id="peringatan", en="warning"),
        "info": Text(id="catatan", en="remark"),
    }
)
CERTAINTIES: Mapping[str, Text] = MappingProxyType(
    {
        "definite": Text(id="pasti", en="definite"),
        "judgement": Text(id="perlu pertimbangan", en="needs judgement"),
    }
)
COUNT = Text(id="{count}\u00a0{what}", en="{what}:\u00a0{count}")
UNCHECKED = Text(id="{count} hal tidak dapat diperiksa", en="could not be checked: {count}")

# The pictures.
CASCADE = Text(id="Penjenjangan", en="Cascade")
CASCADE_OF = Text(id="Penjenjangan: {units} unit", en="Cascade of units: {units}")
BUDGET_FLOW = Text(id="Aliran anggaran", en="Budget flow")
INDICATORS = Text(id="{count} indikator, {derived} dari atasan", en="indicators {count}, from above {derived}")
BUDGET_NONE = Text(id="tanpa anggaran", en="no budget")
BUDGET_UNREAD = Text(id="anggaran tidak terbaca", en="budget not read")
BUDGET_PARTLY = Text(id="{amount:rp} (sebagian tidak terbaca)", en="{amount:rp} (partly not read)")
BUDGET_UNKNOWN = Text(id="anggaran tidak diketahui", en="budget not known")
BALANCED = Text(id="bawahan: cocok", en="subordinates: adds up")
TOO_MUCH = Text(id="bawahan lebih {amount:rp}", en="subordinates {amount:rp} more")
TOO_LITTLE = Text(id="bawahan kurang {amount:rp}", en="subordinates {amount:rp} less")
NOT_JUDGED = Text(id="tidak dapat dibandingkan", en="cannot be compared")
PICTURE_EMPTY = Text(id="Tidak ada PK yang terbaca.", en="No agreement was read.")
LEGEND_OWN = Text(id="anggaran unit sendiri", en="the unit's own budget")
LEGEND_HANDED = Text(id="jumlah anggaran bawahannya", en="what its subordinates have together")
FLOW_NOTE = Text(
    id="Tinggi batang sebanding dengan jumlah rupiah. Unit dapat menahan sebagian anggaran; batang kanan yang lebih pendek belum tentu salah.",
    en="Bars are as high as the amounts are large. A unit may keep a part; a shorter bar at the right need not be wrong.",
)
CASCADE_NOTE = Text(
    id="Warna kotak menunjukkan temuan terberat unit itu. Kotak tanpa temuan bukan berarti semuanya telah diperiksa.",
    en="A box has the colour of the unit's gravest finding. One without findings is not one in which all was checked.",
)
ZOOM_IN = Text(id="Perbesar", en="Zoom in")
ZOOM_OUT = Text(id="Perkecil", en="Zoom out")
ZOOM_FIT = Text(id="Seluruhnya", en="Whole picture")
FIND_UNIT = Text(id="Cari unit", en="Find a unit")
FOUND_UNITS = Text(id="{count} unit", en="units: {count}")
SCROLL_HINT = Text(id="gambar, dapat digulir", en="picture, can be scrolled")
KEPT = Text(
    id="Dokumen tersimpan ini belum memuat isi PK, jadi bagian ini tidak dapat ditampilkan. Jalankan lagi pkcheck check -f json.",
    en="This saved document does not hold the agreements' contents yet, so this part cannot be shown. Run pkcheck check -f json again.",
)

# The summary.
TITLE = Text(id="Hasil pemeriksaan Perjanjian Kinerja", en="Check of performance agreements")
CONTENTS = Text(id="Isi", en="Contents")
SUMMARY = Text(id="Ringkasan", en="Summary")
FISCAL_YEAR = Text(id="tahun {years:list}", en="year {years:list}")
VERDICT = Text(
    id="{findings} temuan pada {units} dari {agreements} PK: {definite} pasti, {judgement} perlu pertimbangan.",
    en="Findings: {findings}, in {units} of {agreements} agreements; definite {definite}, in need of judgement {judgement}.",
)
VERDICT_NONE = Text(id="Tidak ada temuan pada {agreements} PK.", en="No findings in agreements: {agreements}.")
VERDICT_UNCHECKED = Text(
    id="{count} hal tidak dapat diperiksa. Itu bukan berarti benar; alasannya ada di bagian Cakupan.",
    en="Matters that could not be checked: {count}. That does not make them right; the reasons are under Coverage.",
)
INCOMPLETE = Text(
    id="Pemeriksaan ini tidak lengkap: ada berkas yang tidak dapat dipakai seluruhnya, atau aturan yang tidak dapat dijalankan.",
    en="This check is incomplete: a file could not be used in full, or a rule could not be run.",
)
JUDGEMENT_NOTE = Text(
    id="Temuan yang perlu pertimbangan belum merupakan kesimpulan: pemeriksa menimbangnya lebih dahulu.",
    en="A finding that needs judgement is not yet a conclusion: the auditor weighs it first.",
)
UNCHECKED_TILE = Text(id="tidak dapat diperiksa", en="could not be checked")
FIRST = Text(id="Yang pertama perlu dilihat", en="What to look at first")
FIRST_RULE = Text(
    id="{title} ({code}): {count} temuan pada {units} PK", en="{title} ({code}): findings {count}, agreements {units}"
)
FIRST_MORE = Text(id="dan {count} aturan lain dengan temuan", en="and other rules with findings: {count}")
BY_FAMILY = Text(id="Temuan menurut kelompok aturan", en="Findings by group of rules")
GROUP = Text(id="Kelompok", en="Group")
SHARE = Text(id="Perbandingan", en="Proportion")
FILES = Text(id="Berkas yang dibaca", en="Files that were read")

# The cascade, unit by unit.
UNIT_LIST = Text(id="Target unit di sebelah target atasan", en="Each unit's targets beside its superior's")
INDICATOR = Text(id="Indikator", en="Indicator")
TARGET = Text(id="Target", en="Target")
SUPERIORS = Text(id="Indikator atasan", en="The superior's indicator")
SUPERIORS_TARGET = Text(id="Target atasan", en="The superior's target")
STANDING = Text(id="Perbandingan", en="Comparison")
STANDINGS: Mapping[str, Text] = MappingProxyType(
    {
        "equal": Text(id="sama", en="equal"),
        "below": Text(id="lebih rendah dari atasan", en="lower than the superior's"),
        "above": Text(id="lebih tinggi dari atasan", en="higher than the superior's"),
        "different": Text(id="berbeda dari atasan", en="different from the superior's"),
    }
)
NOT_COMPARED = Text(id="tidak dapat dibandingkan: {reason}", en="cannot be compared: {reason}")
NO_PARENT = Text(id="tidak dikaitkan dengan indikator atasan", en="not linked to an indicator of the superior")
KEPT_HERE = Text(id="tidak diturunkan: {reason}", en="not handed down: {reason}")
NO_TARGET = Text(id="(tanpa target)", en="(no target)")
TO_FINDINGS = Text(id="temuan unit ini", en="this unit's findings")
SUPERIOR = Text(id="atasan: {link}", en="superior: {link}")

# The budget.
BUDGET = Text(id="Anggaran", en="Budget")
SUMS = Text(id="Penjumlahan anggaran", en="The budgets added up")
SUM_OF = Text(id="Yang dijumlahkan", en="What is added up")
OWN_AMOUNT = Text(id="Seharusnya", en="Should be")
PARTS_AMOUNT = Text(id="Jumlah rincian", en="Sum of the parts")
DIFFERENCE = Text(id="Selisih", en="Difference")
REMARK = Text(id="Keterangan", en="Remark")
ADDS_UP = Text(id="cocok", en="adds up")
UNREAD_AMOUNT = Text(id="tidak terbaca", en="not read")
STRANGERS = Text(
    id="{count} baris anggaran bawahan tidak ada padanannya pada unit ini",
    en="subordinates' budget lines that this unit has no line for: {count}",
)
SUM_KINDS: Mapping[str, Text] = MappingProxyType(
    {
        "programme": Text(id="anggaran bawahan untuk {name}", en="subordinates' budgets for {name}"),
        "whole": Text(id="seluruh anggaran bawahan", en="all of the subordinates' budgets"),
        "total": Text(id="baris di atas {name}", en="the lines above {name}"),
        "level": Text(id="rincian {name}", en="the parts of {name}"),
    }
)

# The findings.
FINDINGS = Text(id="Temuan", en="Findings")
FILTER = Text(id="Saring dan urutkan", en="Filter and sort")
SEARCH = Text(id="Cari dalam temuan", en="Search the findings")
LEVEL = Text(id="Tampilkan", en="Show")
UNIT = Text(id="Unit", en="Unit")
ALL_UNITS = Text(id="semua unit", en="all units")
ALL_GROUPS = Text(id="semua kelompok", en="all groups")
ORDER = Text(id="Urutan", en="Order")
ORDERS: Mapping[str, Text] = MappingProxyType(
    {
        "unit": Text(id="menurut unit", en="by unit"),
        "level": Text(id="terberat dahulu", en="gravest first"),
        "amount": Text(id="rupiah terbesar dahulu", en="largest amount first"),
        "code": Text(id="menurut aturan", en="by rule"),
    }
)
RESET = Text(id="Tampilkan semua", en="Show all")
SHOWN = Text(id="{shown} dari {all} temuan", en="findings {shown} of {all}")
NO_MATCH = Text(id="Tidak ada temuan yang cocok dengan saringan.", en="No finding matches the filter.")
UNIT_WITHOUT = Text(
    id="Tidak ada temuan; {count} hal tidak dapat diperiksa.",
    en="No findings; matters that could not be checked: {count}.",
)
UNIT_CLEAR = Text(id="Tidak ada temuan dari aturan yang dijalankan.", en="No findings by the rules that were run.")
REPLACED = Text(id="digantikan oleh {id}", en="replaced by {id}")
SEVERITY_OF = Text(id="tingkat: {severity}", en="severity: {severity}")
EVIDENCE = Text(id="Bukti", en="Evidence")
MORE_EVIDENCE = Text(id="{count} bukti lain", en="further evidence: {count}")
DETAILS = Text(id="Kriteria, akibat, rekomendasi", en="Criterion, effect, recommendation")
CRITERION = Text(id="Kriteria", en="Criterion")
EFFECT = Text(id="Akibat", en="Effect")
RECOMMENDATION = Text(id="Rekomendasi", en="Recommendation")
AMOUNT = Text(id="Nilai", en="Amount")
FINGERPRINT = Text(id="Sidik jari", en="Fingerprint")
AT_PAGE = Text(id="hlm. {page}", en="p. {page}")
AT_LINE = Text(id="baris {line}", en="line {line}")
AT_LINES = Text(id="baris {line}–{end}", en="lines {line}–{end}")
AT_CELL = Text(id="sel {cell}", en="cell {cell}")
CUT = Text(id="dipotong: teks aslinya {count} huruf", en="cut: the text has {count} letters")

# What was checked.
COVERAGE = Text(id="Cakupan", en="Coverage")
FILE_STATUS: Mapping[str, Text] = MappingProxyType(
    {
        "read": Text(id="dibaca, {count} PK", en="read, agreements {count}"),
        "skipped": Text(id="dilewati: tidak ada PK di dalamnya", en="skipped: no agreement in it"),
        "failed": Text(id="tidak dapat dipakai", en="could not be used"),
    }
)
MADE_BY = Text(
    id="Dibuat dengan pkcheck {version}. Halaman ini berdiri sendiri dan tidak mengambil apa pun dari jaringan.",
    en="Made with pkcheck {version}. This page stands alone and takes nothing from the network.",
)
