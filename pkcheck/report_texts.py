"""The words of the reports, in both languages: headings, labels and counts."""

from collections.abc import Mapping
from types import MappingProxyType

from pkcheck.texts import Text

# Formats.
FORMAT_TEXT = Text(id="untuk dibaca di layar", en="to be read on the screen")
FORMAT_JSON = Text(id="satu dokumen JSON dengan seluruh hasil", en="one JSON document with the whole outcome")
FORMAT_JSONL = Text(id="satu temuan per baris, JSON", en="one finding per line, JSON")
FORMAT_TREE = Text(id="pohon unit untuk dibaca di layar", en="the tree of units, to be read on the screen")
FORMAT_MERMAID = Text(id="diagram alur Mermaid", en="a Mermaid flowchart")
FORMAT_DOT = Text(
    id="graf Graphviz: PK, indikator dan turunannya", en="a Graphviz graph: agreements, indicators and derivations"
)
FORMAT_GRAPHML = Text(id="graf lengkap untuk Gephi, yEd atau networkx", en="the whole graph for Gephi, yEd or networkx")
FORMAT_WITHOUT = Text(id="{path}: modul laporan tanpa {what}.", en="{path}: a report module without {what}.")
FORMAT_TWICE = Text(
    id='bentuk laporan "{name}" ada dua kali, juga di {path}.', en='the format "{name}" exists twice, also in {path}.'
)
FORMAT_NEEDS = Text(
    id='bentuk laporan "{name}" memerlukan pustaka {library}, yang belum terpasang. Pasang dengan: pip install "pkcheck[{extra}]"',
    en='the format "{name}" needs the library {library}, which is not installed. Install it with: pip install "pkcheck[{extra}]"',
)

# A finding.
PAGE = Text(id="hlm.{page}", en="p.{page}")
DEFINITE = Text(id="pasti", en="definite")
JUDGEMENT = Text(id="pertimbangan", en="judgement")
BASIS = Text(id="dasar", en="basis")
ADVICE = Text(id="saran", en="advice")
MORE_PLACES = Text(id="… dan {count} tempat lain: {places}", en="… and {count} more: {places}")
LINES = Text(id="baris {lines:list}", en="line {lines:list}")
EMPTY = Text(id="(kosong)", en="(empty)")

# When there is nothing to show.
NO_FINDINGS = Text(
    id="Tidak ada temuan: {agreements} PK, {rules} aturan dijalankan, {unchecked} hal tidak dapat diperiksa.",
    en="No findings: agreements {agreements}, rules run {rules}, matters that could not be checked {unchecked}.",
)
NONE_SHOWN = Text(
    id="Tidak ada temuan yang ditampilkan: {agreements} PK, {rules} aturan dijalankan, {hidden} temuan disaring.",
    en="No findings shown: agreements {agreements}, rules run {rules}, findings filtered out {hidden}.",
)
NOTHING_READ = Text(
    id="Tidak ada PK yang terbaca, jadi tidak ada yang diperiksa.",
    en="No agreement was read, so nothing was checked.",
)

# The summary.
SUMMARY = Text(id="Ringkasan", en="Summary")
FILES = Text(
    id="Berkas: {files}, tidak dapat dipakai seluruhnya: {unusable}. PK: {agreements}. Catatan pembacaan: {notes}.",
    en="Files: {files}, not usable in full: {unusable}. Agreements: {agreements}. Reading notes: {notes}.",
)
FINDINGS = Text(
    id="Temuan: {findings} ({severities}); {judgement} di antaranya perlu pertimbangan.",
    en="Findings: {findings} ({severities}); {judgement} of them need judgement.",
)
HIDDEN = Text(
    id="Temuan yang tidak ditampilkan karena --certainty: {hidden}.",
    en="Findings not shown because of --certainty: {hidden}.",
)
SILENCED = Text(
    id="Didiamkan dengan alasan: {silenced}.",
    en="Silenced with a reason: {silenced}.",
)
KNOWN = Text(
    id="Sudah diketahui, tidak ditampilkan: {known}, menurut baseline yang ditulis {by} pada {date:date}.",
    en="Already known and not shown: {known}, by the baseline that {by} wrote on {date:date}.",
)
KNOWN_OPEN = Text(
    id="Isi baseline yang tidak dapat dicocokkan dalam pemeriksaan ini: {open}.",
    en="Entries of the baseline that this check could not compare: {open}.",
)
SOMEBODY = Text(id="seseorang yang tidak diketahui", en="somebody unknown")
SUPPRESSED = Text(id="Temuan yang didiamkan", en="Silenced findings")
SUPPRESSED_WHY = Text(id="alasan", en="reason")
SUPPRESSED_BY = Text(id="oleh", en="by")
SUPPRESSED_UNTIL = Text(id="sampai", en="until")
SUPPRESSED_AT = Text(id="tertulis di", en="written in")
GONE = Text(id="Ada dalam baseline, tidak ditemukan lagi", en="In the baseline, no longer found")
CHECKED = Text(id="Yang diperiksa", en="What was checked")
NOT_CHECKED = Text(id="Yang tidak dapat diperiksa", en="What could not be checked")
NOT_CHECKED_COUNT = Text(id="Tidak dapat diperiksa: {count}.", en="Could not be checked: {count}.")
FAMILY = Text(id="{rules} aturan: {subjects} diperiksa", en="{rules} rules: {subjects} checked")
FAMILY_NOT_CHECKED = Text(id="; {count} tidak", en="; {count} not")
FAMILY_IDLE = Text(id="tidak dijalankan", en="not run")
NO_SUBJECT = Text(id="tidak ada", en="none")
BROKEN = Text(id="Aturan rusak: {code}: {reason}", en="Broken rule: {code}: {reason}")
SKIPPED = Text(id="Tidak dijalankan ({reason}): {codes:list}", en="Not run ({reason}): {codes:list}")

KINDS_ONE: Mapping[str, Text] = MappingProxyType(
    {
        "agreement": Text(id="PK", en="agreement"),
        "unit": Text(id="unit", en="unit"),
        "party": Text(id="pihak", en="party"),
        "objective": Text(id="sasaran", en="objective"),
        "indicator": Text(id="indikator", en="indicator"),
        "budget": Text(id="baris anggaran", en="budget line"),
        "derivation": Text(id="turunan", en="derivation"),
    }
)
KINDS_MANY: Mapping[str, Text] = MappingProxyType(
    {
        "agreement": Text(id="PK", en="agreements"),
        "unit": Text(id="unit", en="units"),
        "party": Text(id="pihak", en="parties"),
        "objective": Text(id="sasaran", en="objectives"),
        "indicator": Text(id="indikator", en="indicators"),
        "budget": Text(id="baris anggaran", en="budget lines"),
        "derivation": Text(id="turunan", en="derivations"),
    }
)
# A family without a name here is shown by its prefix alone.
FAMILIES: Mapping[str, Text] = MappingProxyType(
    {
        "BUD": Text(id="anggaran", en="budget"),
        "UOM": Text(id="satuan", en="units"),
        "TGT": Text(id="target", en="targets"),
        "DAT": Text(id="tanggal", en="dates"),
        "PTY": Text(id="para pihak", en="parties"),
        "CAS": Text(id="penjenjangan", en="cascade"),
        "STR": Text(id="kelengkapan", en="completeness"),
        "TXT": Text(id="penulisan", en="writing"),
        "REF": Text(id="acuan", en="reference"),
        "SUP": Text(id="pendiaman", en="silencing"),
    }
)

# The graph.
UNIT_MISSING = Text(id="(PK tidak ada)", en="(no agreement)")
TREE_COUNTS = Text(
    id="{budget}; indikator {indicators}, diturunkan {handed}, berasal dari atasan {derived}",
    en="{budget}; indicators {indicators}, handed down {handed}, derived from above {derived}",
)
TREE_BUDGET = Text(id="anggaran {amount:rp}", en="budget {amount:rp}")
TREE_BUDGET_PARTLY = Text(
    id="anggaran {amount:rp} (sebagian tidak terbaca)", en="budget {amount:rp} (partly unreadable)"
)
TREE_NO_BUDGET = Text(id="tanpa anggaran", en="no budget")
LINK_GIVEN = Text(id="atasan dinyatakan dalam data", en="superior given in the data")
LINK_NAMED = Text(id="atasan disebut {places} kali", en="superior named in places: {places}")
LINK_QUOTED = Text(id="mengutip atasan {share}%", en="quotes the superior {share}%")
LINK_TOP = Text(id="puncak", en="top")
LINK_MISSING = Text(id="atasan tanpa PK", en="superior without an agreement")
LINK_UNKNOWN = Text(id="atasan tidak diketahui", en="superior not known")
LINK_CIRCULAR = Text(id="atasan melingkar", en="superiors in a circle")
LINK_REPLACES = Text(id="menggantikan {agreements:list}", en="replaces {agreements:list}")
LINK_PERHAPS = Text(id="mungkin di bawah {units:list}", en="perhaps under {units:list}")
NO_UNITS = Text(id="Tidak ada PK yang terbaca.", en="No agreement was read.")

# The catalogue and one rule in full.
WHY = Text(id="Mengapa", en="Why")
MESSAGE = Text(id="Bunyi temuan", en="What a finding says")
OFF_BY_DEFAULT = Text(id="hanya dijalankan bila dipilih", en="runs only when selected")
LOOKS_AT = Text(id="Yang diperiksa satu per satu", en="What is looked at, one by one")
CONDITION = Text(id="Kondisi (CEL): ditemukan bila", en="Condition (CEL): it is found where")
RULE_FILE = Text(id="Berkas aturan", en="Rule file")
LEGAL_BASIS = Text(id="Dasar", en="Basis")
NO_BASIS = Text(
    id="tidak ada: aturan ini menjaga laporan pemeriksaan itu sendiri, bukan dokumennya",
    en="none: this rule keeps the report of the check in order, not the document",
)
QUOTE = Text(id='"{quote}"', en='"{quote}"')
ALSO = Text(id="Juga: {sources}", en="Also: {sources}")
NOTE = Text(id="Catatan: {note}", en="Note: {note}")
WHAT_TO_DO = Text(id="Yang perlu dilakukan", en="What to do")
PARAMETERS = Text(id="Parameter", en="Parameters")
NO_PARAMETERS = Text(id="tidak ada", en="none")
VALID = Text(id="Contoh yang benar: {name}", en="Valid example: {name}")
INVALID = Text(id="Contoh yang salah: {name}", en="Invalid example: {name}")
AGAINST = Text(id="dengan acuan:", en="against the reference:")
FINDS = Text(id="ditemukan: {at}", en="found: {at}")
FINDS_AMOUNT = Text(id="ditemukan: {at}, {amount:rp}", en="found: {at}, {amount:rp}")
SKIPS = Text(id="tidak dapat dinilai: {at}", en="cannot be judged: {at}")

# A settings file.
SETTINGS_HEAD = Text(
    id="Pengaturan pkcheck. Semuanya bawaan; hapus # di depan yang hendak diubah.",
    en="Settings of pkcheck. All are the defaults; take the # away from what you want to change.",
)
SETTINGS_PROFILE = Text(id="Kumpulan pengaturan yang menjadi dasar.", en="The set of settings to start from.")
SETTINGS_LANG = Text(id="Bahasa laporan: id atau en.", en="Language of reports: id or en.")
SETTINGS_SELECT = Text(
    id="Hanya aturan ini, tanpa aturan ini, dan aturan yang bawaannya mati: kode atau awalan.",
    en="Only these rules, without these, and rules that are off by default: codes or prefixes.",
)
SETTINGS_FAIL_ON = Text(
    id="Temuan terendah yang memberi status keluar 1.", en="The lowest finding that makes the exit status 1."
)
SETTINGS_CERTAINTY = Text(id="Hanya temuan dengan kepastian ini.", en="Only findings of this certainty.")
SETTINGS_RULES = Text(id="Aturan sendiri: berkas atau folder.", en="Rules of your own: files or folders.")
SETTINGS_REFERENCE = Text(
    id="Acuan: dokumen anggaran, Renstra, daftar IKU, struktur organisasi.",
    en="References: budget document, plan, indicator list, organisation chart.",
)
SETTINGS_BASELINE = Text(id="Temuan yang sudah diketahui.", en="Findings that are known already.")
SETTINGS_SEVERITY = Text(
    id="Tingkat lain, per kode atau awalan: error, warning, info.",
    en="Another severity, by code or prefix: error, warning, info.",
)
SETTINGS_PER_PATH = Text(id="Yang berlaku untuk sebagian berkas saja.", en="What holds for some files only.")
SETTINGS_SUPPRESS = Text(
    id="Temuan yang didiamkan: sidik jari, alasan (wajib), sampai kapan, oleh siapa.",
    en="Findings that are silenced: fingerprint, reason (required), until when, by whom.",
)
SETTINGS_REPORT = Text(
    id="Laporan hasil reviu (docx, pdf): kop surat, nomor, penanggung jawab, templat DOCX sendiri.",
    en="The findings report (docx, pdf): letterhead, number, who answers for it, a DOCX template of your own.",
)
SETTINGS_PARAMETERS = Text(
    id="Parameter aturan; bawaannya tertulis. Lihat `pkcheck explain KODE`.",
    en="Parameters of rules, with their defaults. See `pkcheck explain CODE`.",
)
