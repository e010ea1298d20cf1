"""The words of a shown reading: what was understood, how sure it is, and what to do with it."""

from pkcheck.texts import Text

FORMAT_HTML = Text(
    id="halaman untuk mencocokkan dokumen dengan yang dibaca darinya",
    en="a page for comparing a document with what was read from it",
)
TITLE = Text(id="Hasil pembacaan PK", en="Agreements as they were read")
TITLE_OF = Text(id="{file} - hasil pembacaan PK", en="{file} - agreements as they were read")
COUNTS = Text(
    id="{agreements} PK dari {files} berkas.",
    en="Agreements: {agreements}, files: {files}.",
)
HOW = Text(
    id="Di satu sisi dokumen, di sisi lain yang dibaca darinya. Pilih sebuah nilai untuk melihat tempatnya, atau sebuah "
    "tempat untuk melihat nilainya.",
    en="On one side the document, on the other what was read from it. Choose a value to see its place, or a place to see "
    "its value.",
)
LEGEND_VALUE = Text(id="menjadi nilai", en="became a value")
LEGEND_WORDING = Text(id="kata-kata formulir", en="wording of the form")
LEGEND_UNUSED = Text(id="tidak dipakai: apakah ada yang terlewat?", en="not used: was anything overlooked?")
LEGEND_UNSURE = Text(id="dibaca kurang yakin", en="read unsurely")
FILES = Text(id="Berkas", en="Files")

# What to look at first.
CHECK_FIRST = Text(id="Periksa dahulu", en="Check first")
UNSURE = Text(
    id="{count} nilai dibaca dari pindaian dengan keyakinan di bawah {limit}%:",
    en="values that were read from a scan with a confidence below {limit}%: {count}",
)
NOTHING_UNSURE = Text(
    id="Tidak ada nilai yang dibaca dengan keyakinan di bawah {limit}%.",
    en="No value was read with a confidence below {limit}%.",
)
UNUSED = Text(
    id="Tidak dipakai: {count} tempat dalam dokumen",
    en="Not used: {count} places in the document",
)
ALL_USED = Text(
    id="Semua isi dokumen menjadi nilai atau kata-kata formulir.",
    en="All that the document holds became a value or is wording of the form.",
)
MORE = Text(id="… dan {count} lagi, ditandai dalam dokumen.", en="… and {count} more, marked in the document.")
NOTES = Text(id="Catatan pembacaan", en="Reading notes")
SURE = Text(id="{percent}%", en="{percent}%")
SURE_TITLE = Text(id="keyakinan pembacaan {percent}%", en="read with a confidence of {percent}%")

# The document.
DOCUMENT = Text(id="Dokumen", en="Document")
DOCUMENT_OF = Text(id="Dokumen {file}", en="Document {file}")
PAGE = Text(id="Halaman {page}", en="Page {page}")
SHEET = Text(id="Lembar {name}", en="Sheet {name}")
TEXT_READ = Text(id="Dibaca: {text}", en="Read: {text}")
PAGE_EMPTY = Text(id="Di halaman ini tidak ada yang dibaca.", en="Nothing was read on this page.")
WITHOUT_BOX = Text(id="Tanpa tempat di gambar:", en="Without a place in the picture:")
PICTURE_OF = Text(id="Gambar halaman {page}", en="Picture of page {page}")
NO_DOCUMENT = Text(
    id="Berkas ini data PK, bukan dokumen: tidak ada yang dapat dicocokkan.",
    en="This file is agreement data, not a document: there is nothing to compare.",
)
NOT_READ = Text(id="Berkas ini tidak dapat dibaca.", en="This file could not be read.")
NO_AGREEMENT = Text(id="Tidak ada PK yang dibaca dari berkas ini.", en="No agreement was read from this file.")
ELSEWHERE = Text(
    id="Isi berkas ini dibaca dari berkas lain, lihat catatan. Untuk mencocokkan berkas ini, tampilkan tersendiri.",
    en="What this file says was read from another file, see the notes. To compare this file, show it by itself.",
)
PICTURES_MISSING = Text(id="Tanpa gambar halaman: {reason}", en="Without pictures of the pages: {reason}")
FROM_STDIN = Text(
    id="masukan baku tidak dapat dibaca dua kali; berikan nama berkasnya.",
    en="standard input cannot be read twice; give the name of the file.",
)
FILE_GONE = Text(id="berkas tidak dapat dibuka lagi.", en="the file could not be opened again.")
PICTURES_LIMITED = Text(
    id="Gambar halaman hanya sampai halaman {page}: batas ukuran tercapai. Halaman sesudahnya ditampilkan sebagai teks.",
    en="Pictures of pages up to page {page} only: the limit of size is reached. Later pages are shown as text.",
)
PLACES_LIMITED = Text(
    id="{count} baris dan sel tidak ditampilkan: batas ukuran tercapai. Tampilkan berkas ini tersendiri.",
    en="Lines and cells that are not shown, as the limit of size is reached: {count}. Show this file by itself.",
)

# What was understood.
UNDERSTOOD = Text(id="Yang dibaca", en="What was read")
SUPERVISOR = Text(id="Atasan", en="Superior")
INFERRED = Text(id="disimpulkan", en="inferred")
GIVEN = Text(id="dinyatakan", en="given")
REPLACED = Text(id="digantikan oleh PK {name}", en="replaced by {name}")
HEAD = Text(id="Kepala", en="Head")
INSTITUTION = Text(id="Instansi", en="Institution")
UNIT = Text(id="Unit", en="Unit")
YEAR = Text(id="Tahun", en="Year")
KIND = Text(id="Bentuk", en="Kind")
PAIRED = Text(id="dua pihak", en="two parties")
SOLE = Text(id="satu pihak", en="one party")
REVISION = Text(id="PK Perubahan", en="revision")
STATEMENT = Text(id="Pernyataan", en="Statement")
ANNEX = Text(id="Lampiran", en="Annex")
FIRST_PARTY = Text(id="Pihak pertama", en="First party")
SECOND_PARTY = Text(id="Pihak kedua", en="Second party")
NAME = Text(id="Nama", en="Name")
POSITION = Text(id="Jabatan", en="Position")
NIP = Text(id="NIP", en="NIP")
ACTING = Text(id="sementara ({acting})", en="acting ({acting})")
PLACE_AND_DATE = Text(id="Tempat dan tanggal", en="Place and date")
NO_DATE = Text(id="tanggal tidak terbaca", en="no date could be read")
FIRST_SIGNATURE = Text(id="Tanda tangan pihak pertama", en="Signature of the first party")
SECOND_SIGNATURE = Text(id="Tanda tangan pihak kedua", en="Signature of the second party")
LABEL = Text(id="Sebutan", en="Label")
SIGNED = Text(id="Ditandatangani", en="Signed")
YES = Text(id="ya", en="yes")
NO = Text(id="tidak", en="no")
OBJECTIVES = Text(id="Sasaran, indikator dan target", en="Objectives, indicators and targets")
GROUP = Text(id="Kelompok", en="Group")
OBJECTIVE = Text(id="Sasaran", en="Objective")
INDICATOR = Text(id="Indikator", en="Indicator")
TARGET = Text(id="Target", en="Target")
PERIOD = Text(id="Target {period}", en="Target {period}")
NO_INDICATOR = Text(id="tanpa indikator", en="no indicator")
NO_TARGET = Text(id="tanpa target", en="no target")
NO_VALUE = Text(id="nilai tidak terbaca", en="no value could be read")
NO_TEXT = Text(id="(kosong)", en="(empty)")
OF_TOTAL = Text(id="dari {total:num}", en="of {total:num}")
DERIVES = Text(id="Turunan dari", en="Derives from")
HOW_GIVEN = Text(id="dinyatakan dalam data", en="given in the data")
HOW_QUOTED = Text(
    id="disimpulkan: sasaran mengutipnya kata demi kata", en="inferred: the objective quotes it word for word"
)
HOW_NEAR = Text(id="disimpulkan: sasaran {percent}% sama", en="inferred: the objective is {percent}% the same")
HOW_INDICATOR = Text(id="disimpulkan: indikator {percent}% sama", en="inferred: the indicator is {percent}% the same")
ACTION_PLAN = Text(id="Rencana aksi", en="Action plan")
BUDGET = Text(id="Anggaran", en="Budget")
BUDGET_HEADING = Text(id="Judul kolom", en="Column head")
AMOUNT = Text(id="Jumlah", en="Amount")
NIL = Text(id="nihil", en="nil")
NO_AMOUNT = Text(id="jumlah tidak terbaca", en="no amount could be read")
LEVELS = {
    "program": Text(id="Program", en="Programme"),
    "kegiatan": Text(id="Kegiatan", en="Activity"),
    "sub_kegiatan": Text(id="Sub kegiatan", en="Sub-activity"),
    "total": Text(id="Total", en="Total"),
}
UNREAD = Text(id="Bagian yang tidak terbaca: {parts:list}", en="Parts that could not be read: {parts:list}")
WHERE_UNKNOWN = Text(id="tempatnya tidak ditemukan", en="its place was not found")
NEARBY = Text(id="tempat kira-kira", en="somewhere here")
