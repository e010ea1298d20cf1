"""What a comparison of two sets says, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType

from pkcheck.texts import Text

FORMAT_TEXT = Text(id="untuk dibaca di layar", en="to be read on the screen")
FORMAT_JSON = Text(id="satu dokumen JSON", en="one JSON document")
FORMAT_MARKDOWN = Text(id="Markdown, untuk permintaan penggabungan", en="Markdown, for a merge request")
FORMAT_HTML = Text(id="satu halaman HTML yang berdiri sendiri", en="one self-contained HTML page")

TITLE = Text(id="Perubahan Perjanjian Kinerja", en="Changes to performance agreements")
OLD = Text(id="lama", en="old")
NEW = Text(id="baru", en="new")
NONE = Text(id="(tidak ada)", en="(none)")
NOTHING_CHANGED = Text(
    id="Tidak ada perubahan: {agreements} PK sama, {findings} temuan tetap.",
    en="Nothing changed: agreements that are the same {agreements}, findings that stayed {findings}.",
)
INCOMPLETE = Text(
    id="Salah satu masukan tidak dapat dipakai seluruhnya; yang tampak hilang atau baru mungkin hanya tidak terbaca.",
    en="One of the inputs could not be used in full; what seems dropped or new may only be unread.",
)

# What became of an agreement.
AGREEMENT_ADDED = Text(id="PK baru", en="new agreement")
AGREEMENT_DROPPED = Text(id="PK tidak ada lagi", en="agreement no longer there")
AGREEMENT_COUNTS = Text(
    id="{state}: {objectives} sasaran, {indicators} indikator, {lines} baris anggaran.",
    en="{state}: objectives {objectives}, indicators {indicators}, budget lines {lines}.",
)
FORMERLY = Text(id="sebelumnya {agreement}", en="formerly {agreement}")
BY_REVISION = Text(id="PK Perubahan dari {agreement}", en="revision of {agreement}")

# A change: what, and how.
ADDED = Text(id="{what} ditambahkan", en="{what} added")
DROPPED = Text(id="{what} dihilangkan", en="{what} dropped")
CHANGED = Text(id="{what} diubah", en="{what} changed")
REWORDED = Text(id="bunyi {what} diubah", en="{what} reworded")
RESPELT = Text(id="penulisan {what} diubah", en="{what} written otherwise")
MOVED = Text(id="{what} dipindahkan", en="{what} moved")
RENUMBERED = Text(id="nomor {what} diubah", en="{what} renumbered")
KINDS: Mapping[str, Text] = MappingProxyType(
    {
        "added": ADDED,
        "dropped": DROPPED,
        "changed": CHANGED,
        "reworded": REWORDED,
        "respelt": RESPELT,
        "moved": MOVED,
        "renumbered": RENUMBERED,
    }
)
FIELDS: Mapping[str, Text] = MappingProxyType(
    {
        "institution": Text(id="instansi", en="institution"),
        "unit": Text(id="unit kerja", en="unit"),
        "fiscal_year": Text(id="tahun anggaran", en="fiscal year"),
        "kind": Text(id="jenis PK", en="kind of agreement"),
        "superior": Text(id="atasan", en="superior"),
        "revision": Text(id="keterangan PK Perubahan", en="statement of revision"),
        "name": Text(id="nama", en="name"),
        "position": Text(id="jabatan", en="position"),
        "nip": Text(id="NIP", en="NIP"),
        "acting": Text(id="status Plt./Plh./Pj.", en="acting status"),
        "label": Text(id="label tanda tangan", en="signature label"),
        "signed": Text(id="tanda tangan", en="signature"),
        "place": Text(id="tempat", en="place"),
        "date": Text(id="tanggal", en="date"),
        "budget_heading": Text(id="judul kolom anggaran", en="heading of the budget"),
        "objective": Text(id="sasaran", en="objective"),
        "group": Text(id="kelompok sasaran", en="group of objectives"),
        "indicator": Text(id="indikator", en="indicator"),
        "is_iku": Text(id="status IKU", en="key indicator status"),
        "polarity": Text(id="polaritas", en="polarity"),
        "not_cascaded": Text(id="alasan tidak diturunkan", en="reason for not handing down"),
        "derives_from": Text(id="indikator induk", en="parent indicators"),
        "target": Text(id="target", en="target"),
        "unit_of_measure": Text(id="satuan", en="unit of measure"),
        "periods": Text(id="target berkala", en="targets by period"),
        "accumulation": Text(id="cara akumulasi", en="way of accumulation"),
        "budget_line": Text(id="baris anggaran", en="budget line"),
        "amount": Text(id="anggaran", en="budget"),
        "level": Text(id="tingkat anggaran", en="budget level"),
        "code": Text(id="kode anggaran", en="budget code"),
    }
)
WHOSE: Mapping[str, Text] = MappingProxyType(
    {
        "first": Text(id="{what} pihak pertama", en="first party's {what}"),
        "second": Text(id="{what} pihak kedua", en="second party's {what}"),
    }
)

# By how much.
POINTS = Text(id="{difference} poin persen", en="{difference} percentage points")
DAYS = Text(id="{difference} hari", en="{difference} days")
WORDS_FOR = Text(id='"{before}" menjadi "{after}"', en='"{before}" to "{after}"')
WORDS_GONE = Text(id='tanpa "{before}"', en='without "{before}"')
WORDS_COME = Text(id='dengan "{after}"', en='with "{after}"')

# Findings.
FINDINGS = Text(id="Temuan", en="Findings")
FINDINGS_NEW = Text(id="Temuan baru", en="New findings")
FINDINGS_GONE = Text(id="Temuan yang tidak ada lagi", en="Findings that are gone")
OF_NO_AGREEMENT = Text(id="Temuan lain", en="Other findings")
GONE_WHY: Mapping[str, Text] = MappingProxyType(
    {
        "not_found": Text(id="tidak ditemukan lagi", en="no longer found"),
        "otherwise": Text(
            id="ditemukan dengan fakta lain, lihat temuan baru", en="found with other facts, see the new findings"
        ),
        "dropped": Text(id="yang dinilai tidak ada lagi", en="what was judged is no longer there"),
        "not_checked": Text(id="tidak dapat diperiksa lagi", en="can no longer be checked"),
        "silenced": Text(id="didiamkan", en="silenced"),
    }
)
BECAUSE = Text(id="{why} ({reason})", en="{why} ({reason})")

# The summary.
SUMMARY = Text(id="Ringkasan", en="Summary")
COUNT_AGREEMENTS = Text(
    id="PK: {changed} berubah, {added} baru, {dropped} tidak ada lagi, {same} sama.",
    en="Agreements: {changed} changed, {added} new, {dropped} no longer there, {same} the same.",
)
COUNT_CHANGES = Text(id="Perubahan: {count} ({fields}).", en="Changes: {count} ({fields}).")
COUNT_NO_CHANGES = Text(id="Perubahan: 0.", en="Changes: 0.")
COUNT_FINDINGS = Text(
    id="Temuan: {new} baru ({severities}), {gone} tidak ada lagi, {kept} tetap.",
    en="Findings: {new} new ({severities}), {gone} gone, {kept} stayed.",
)
COUNT_UNCHECKED = Text(
    id="Hal yang tidak dapat diperiksa: {old} di versi lama, {new} di versi baru; rinciannya dengan pkcheck check.",
    en="Matters that could not be checked: {old} in the old version, {new} in the new one; pkcheck check has the details.",
)
