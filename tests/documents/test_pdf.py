"""Printed pages as lines and tables: ruled, aligned, turned, damaged, hostile. The pages are set here."""

import io
import zlib
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
import typst
from pypdf import PdfReader, PdfWriter

from pkcheck import messages
from pkcheck.documents import pdf, pdfguard, pdfink, pictures
from pkcheck.documents.document import Document, Line
from pkcheck.errors import InputError
from pkcheck.texts import Text

PAGE = "#set page(width: 500pt, height: 400pt, margin: 50pt)\n#set text(size: 10pt, hyphenate: false)\n"
TABLE = """#table(columns: 3, [No], [Sasaran], [Target], [1], [Arsip tertib], [90%], [2], [Layanan cepat], [100%])"""
SENTENCES = "Nama : Siti\n\nJabatan : Kepala Dinas\n"
LOOSE = "#set table(stroke: none)\n"
AMOUNTS = """#table(columns: (30pt, 110pt, 120pt), align: (left, left, {align}),
  [], [Program], [Anggaran],
  [1], [Program Penataan Arsip Daerah Provinsi Selat Utara], [Rp 1.500.000],
  [2], [Program Layanan], [Rp 2.500.000],
  [3], [Program Penyelamatan Dokumen Lama Milik Daerah], [Rp 3.500.000])"""


def printed(source: str, *, start: str = PAGE) -> bytes:
    return typst.compile((start + source).encode(), format="pdf")


def changed(data: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(data)))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def shape(document: Document) -> list[object]:
    """Texts of lines, blank ones too, and the cells of rows."""
    found: list[object] = []
    for block in document.blocks:
        if isinstance(block, Line):
            found.append(block.text)
        else:
            found.extend(tuple(cell.text for cell in row.cells) for row in block.rows)
    return found


def read(source: str, *, start: str = PAGE) -> list[object]:
    return shape(pdf.read(printed(source, start=start), "pk.pdf"))


def said(document: Document) -> list[tuple[str, Text, int | None]]:
    return [(note.level, note.text, note.source.page) for note in document.notes]


def refusal(data: bytes) -> Text:
    with pytest.raises(InputError) as error:
        pdf.read(data, "pk.pdf")
    assert error.value.file == "pk.pdf"
    return error.value.text


# Lines.


def test_lines_are_numbered_through_the_document_and_have_their_page_and_box() -> None:
    document = pdf.read(printed(f"{SENTENCES}#pagebreak()\nTarget"), "pk.pdf")
    sources = [block.source for block in document.blocks if isinstance(block, Line) and block.text]
    assert [(source.page, source.line, source.how) for source in sources] == [
        (1, 1, "text"),
        (1, 2, "text"),
        (2, 3, "text"),
    ]
    left, top, right, bottom = sources[0].box or (0, 0, 0, 0)
    assert (left, round(right - left) > 40, 45 < top < bottom < 65) == (50.0, True, True)


def test_a_wide_gap_is_a_blank_line_and_a_narrow_one_is_none() -> None:
    assert read("Satu\\ Dua #v(30pt) Tiga") == ["Satu", "Dua", "", "Tiga"]


def test_blocks_side_by_side_keep_their_distance_and_order() -> None:
    blocks = "#grid(columns: (1fr, 1fr), align: center, [Pihak Kedua,\\ Gubernur], [Pihak Pertama,\\ Kepala Dinas])"
    document = pdf.read(printed(blocks), "pk.pdf")
    lines = [block for block in document.blocks if isinstance(block, Line)]
    assert [line.text.split("   ")[0] for line in lines] == ["Pihak Kedua,", "Gubernur"]
    assert [line.text.split("   ")[-1].strip() for line in lines] == ["Pihak Pertama,", "Kepala Dinas"]
    assert all(line.indent > 10 for line in lines)


def test_the_gaps_of_a_justified_line_part_nothing() -> None:
    assert read("#set par(justify: true)\n#box(width: 100pt)[mewujudkan pertanggungjawaban keuangan]") == [
        "mewujudkan",
        "pertanggungjawaban",
        "keuangan",
    ]
    wide = "#box(width: 300pt)[#set par(justify: true); ini baris yang renggang sekali #linebreak(justify: true) akhir]"
    assert read(wide)[0] == "ini baris yang renggang sekali"


def test_a_head_of_single_words_is_parted_like_the_rows_below_it() -> None:
    head = ("No", "Sasaran", "Indikator Kinerja", "Target")
    rows = [
        ("1.", "Meningkatnya produksi perikanan", "Jumlah produksi perikanan tangkap", "12.450 Ton"),
        ("", "", "Jumlah produksi perikanan budidaya", "8.300 Ton"),
    ]
    cells = ", ".join(f"[{text}]" for row in (head, *rows) for text in row)
    wide = "#set page(width: 600pt)\n#set text(size: 11pt)\n"
    assert read(f"{LOOSE}{wide}#table(columns: (23pt, 142pt, 170pt, 85pt), {cells})") == [head, *rows]


def test_a_footer_that_ends_in_the_number_of_its_page_is_said_once() -> None:
    footer = "#set page(footer: context [PK Dinas Arsip 2024 | #counter(page).display() Page])\n"
    found = read(footer + "Satu #pagebreak() Dua #pagebreak() Tiga")
    assert found == ["Satu", "", "PK Dinas Arsip 2024 | 1 Page", "Dua", "", "Tiga", ""]


def test_letters_that_are_spaced_out_are_one_word() -> None:
    assert read("#text(tracking: 6pt)[Nama] : Siti") == ["Nama : Siti"]
    assert read("#text(tracking: 6pt)[PERJANJIAN #h(8pt) KINERJA]") == ["PERJANJIAN KINERJA"]


def test_ligatures_are_letters_again() -> None:
    assert read("efisien, afiliasi, efektif") == ["efisien, afiliasi, efektif"]


def test_text_that_was_printed_twice_to_look_bold_is_read_once() -> None:
    assert read("#place(top + left)[Target]#place(top + left, dx: 0.3pt)[Target]") == ["Target"]


def test_a_watermark_across_the_page_is_left_out_and_told() -> None:
    document = pdf.read(printed(SENTENCES + "#place(center)[#rotate(-45deg)[SALINAN]]"), "pk.pdf")
    assert [text for text in shape(document) if text] == ["Nama : Siti", "Jabatan : Kepala Dinas"]
    assert said(document) == [("remark", messages.PDF_TEXT_ASKEW, 1)]


def test_two_pages_on_one_sheet_are_read_one_after_the_other() -> None:
    side = "#block[Kalimat pertama yang panjang sekali\\ kalimat kedua yang panjang sekali\\ kalimat ketiga di {0}]"
    sheet = f"#grid(columns: (1fr, 1fr), gutter: 30pt, {side.format('kiri')[1:]}, {side.format('kanan')[1:]})"
    own = ["Kalimat pertama yang panjang sekali", "kalimat kedua yang panjang sekali"]
    assert read(sheet) == [*own, "kalimat ketiga di kiri", *own, "kalimat ketiga di kanan"]


# Ruled tables.


def test_a_ruled_table_is_rows_of_cells_between_the_lines() -> None:
    assert read(f"Lampiran #v(30pt) {TABLE} #v(30pt) Penutup") == [
        "Lampiran",
        "",
        ("No", "Sasaran", "Target"),
        ("1", "Arsip tertib", "90%"),
        ("2", "Layanan cepat", "100%"),
        "",
        "Penutup",
    ]


def test_a_row_has_one_line_and_each_cell_its_box() -> None:
    document = pdf.read(printed(TABLE), "pk.pdf")
    (table,) = [block for block in document.blocks if not isinstance(block, Line)]
    assert [row.source.line for row in table.rows] == [1, 2, 3]
    cells = [cell.source for cell in table.rows[1].cells]
    assert [(cell.page, cell.line, cell.how) for cell in cells] == [(1, 2, "table")] * 3
    boxes = [cell.box for cell in cells if cell.box]
    assert all(left[2] == right[0] for left, right in pairwise(boxes))


def test_of_merged_cells_the_first_has_the_text_and_the_others_none() -> None:
    merged = """#table(columns: 4, [No], [Sasaran], table.cell(colspan: 2)[Target],
      table.cell(rowspan: 2)[1], table.cell(rowspan: 2)[Arsip tertib], [90%], [TW1], [80%], [TW2])"""
    assert read(merged) == [
        ("No", "Sasaran", "Target", ""),
        ("1", "Arsip tertib", "90%", "TW1"),
        ("", "", "80%", "TW2"),
    ]


def test_a_word_that_its_column_breaks_is_one_word() -> None:
    cells = "#table(columns: (75pt, 60pt, 90pt), [Strategis], [Target], [Arsip], [Pemusnahann\\ ya arsip], [Meningkat\\ layanan], [Nilai\\ tahunan])"
    assert read(cells) == [
        ("Strategis", "Target", "Arsip"),
        ("Pemusnahannya arsip", "Meningkat layanan", "Nilai tahunan"),
    ]


def test_a_word_too_long_for_its_cell_stays_in_it() -> None:
    cells = "#table(columns: (30pt, 60pt, 40pt), [1], [Pertanggungjawaban], [90%], [2], [Arsip], [Rp1.500.000.000])"
    assert read(cells) == [("1", "Pertanggungjawaban", "90%"), ("2", "Arsip", "Rp1.500.000.000")]


def test_a_list_beside_its_figures_is_parted_as_they_are() -> None:
    head = "#table(columns: (20pt, 120pt, 80pt), [No], [Indikator], [Target], [1], "
    numbered = "[1. Persentase arsip yang tertata\\ dengan baik\\ 2. Jumlah layanan], [90 %\\ 12 Layanan])"
    level = "[Persentase arsip\\ tertata\\ Jumlah layanan], [90 %\\ #hide[x]\\ 12 Layanan])"
    one = "[Jumlah laporan dan\\ rapat], [2 Laporan\\ 3 Rapat])"
    assert read(head + numbered)[1] == (
        "1",
        "1. Persentase arsip yang tertata dengan baik\n2. Jumlah layanan",
        "90 %\n12 Layanan",
    )
    assert read(head + level)[1] == ("1", "Persentase arsip tertata\nJumlah layanan", "90 %\n12 Layanan")
    assert read(head + one)[1] == ("1", "Jumlah laporan dan rapat", "2 Laporan\n3 Rapat")


def test_tables_in_a_frame_stand_between_its_lines() -> None:
    tables = (TABLE, "#table(columns: 3, [No], [Program], [Anggaran], [1], [Arsip], [Rp 5.000])")
    beside = "#rect(width: 100%, inset: (left: 0pt, right: 60pt, y: 9pt))"
    assert read(f"{beside}[Lampiran {tables[0]} Rincian {tables[1]} Kota Baru]") == [
        "Lampiran",
        ("No", "Sasaran", "Target"),
        ("1", "Arsip tertib", "90%"),
        ("2", "Layanan cepat", "100%"),
        "Rincian",
        ("No", "Program", "Anggaran"),
        ("1", "Arsip", "Rp 5.000"),
        "Kota Baru",
    ]


def test_a_hyphen_at_a_lines_end_stays_and_joins_and_a_soft_one_goes() -> None:
    cells = "#table(columns: 3, [Layanan e-\\ PPID], [Pemilu/\\ Pemilihan], [pelak\u00ad\\ sanaan], [Rp -\\ nihil], [a], [b])"
    assert read(cells) == [("Layanan e-PPID", "Pemilu/ Pemilihan", "pelaksanaan"), ("Rp - nihil", "a", "b")]


def test_two_tables_that_touch_come_apart_where_their_columns_do() -> None:
    touching = """#set table(inset: 4pt)
    #stack(table(columns: (20pt, 90pt, 90pt, 60pt), [No], [Sasaran], [Indikator], [Target], [1], [Arsip], [Nilai], [90]),
      table(columns: (20pt, 130pt, 110pt), [No], [Program], [Anggaran], [1], [Program Arsip], [Rp 5.000]))"""
    assert read(touching) == [
        ("No", "Sasaran", "Indikator", "Target"),
        ("1", "Arsip", "Nilai", "90"),
        ("No", "Program", "Anggaran"),
        ("1", "Program Arsip", "Rp 5.000"),
    ]


def test_a_table_that_is_open_at_its_sides_is_one_all_the_same() -> None:
    sides = "#set table(stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt, left: if x > 0 { 0.5pt }))\n"
    assert read(sides + TABLE)[1:] == [("1", "Arsip tertib", "90%"), ("2", "Layanan cepat", "100%")]


def test_dashed_lines_are_lines() -> None:
    assert read('#set table(stroke: (dash: "densely-dotted"))\n' + TABLE)[1:] == [
        ("1", "Arsip tertib", "90%"),
        ("2", "Layanan cepat", "100%"),
    ]


def test_a_frame_around_text_is_no_table() -> None:
    assert read(f"#rect(width: 100%, height: 200pt)[{SENTENCES}]") == ["Nama : Siti", "Jabatan : Kepala Dinas"]


def test_two_ruled_blocks_with_room_to_sign_are_lines() -> None:
    blocks = "#table(columns: (1fr, 1fr), [Pihak Kedua,], [Pihak Pertama,], [Gubernur #v(50pt) Budi], [Kepala #v(50pt) Siti])"
    texts = [text for text in read(blocks) if text]
    assert [str(text).split() for text in texts] == [
        ["Pihak", "Kedua,", "Pihak", "Pertama,"],
        ["Gubernur", "Kepala"],
        ["Budi", "Siti"],
    ]


def test_a_table_over_two_pages_gives_its_repeated_head_and_the_rest_of_the_row() -> None:
    long = """#table(columns: (30pt, 120pt, 60pt), table.header([No], [Sasaran], [Target]),
      [1], [Arsip #v(250pt) tertib], [90%], [2], [satu\\ #v(30pt) dua], [80%])"""
    rows = [row for row in read(long) if row]
    assert rows.count(("No", "Sasaran", "Target")) == 2


# Tables without ruling lines.


@pytest.mark.parametrize("align", ["left", "right"])
def test_a_table_without_lines_is_told_by_its_columns_and_numbers(align: str) -> None:
    assert read(LOOSE + AMOUNTS.format(align=align)) == [
        ("", "Program", "Anggaran"),
        ("1", "Program Penataan Arsip Daerah Provinsi Selat Utara", "Rp 1.500.000"),
        ("2", "Program Layanan", "Rp 2.500.000"),
        ("3", "Program Penyelamatan Dokumen Lama Milik Daerah", "Rp 3.500.000"),
    ]


def test_a_currency_sign_that_stands_apart_belongs_to_its_figure() -> None:
    apart = AMOUNTS.replace("columns: (30pt, 110pt, 120pt)", "columns: (30pt, 110pt, 20pt, 100pt)")
    apart = apart.format(align="left, right").replace("[Rp ", "[Rp], [").replace("[Anggaran]", "[], [Anggaran]")
    assert [row[-1] for row in read(LOOSE + apart) if isinstance(row, tuple)] == [
        "Anggaran",
        "Rp 1.500.000",
        "Rp 2.500.000",
        "Rp 3.500.000",
    ]


def test_a_total_without_a_number_is_a_row_of_its_own() -> None:
    total = AMOUNTS.format(align="left").rstrip(")") + ", [], [Jumlah], [Rp 7.500.000])"
    assert read(LOOSE + total)[-2:] == [
        ("3", "Program Penyelamatan Dokumen Lama Milik Daerah", "Rp 3.500.000"),
        ("", "Jumlah", "Rp 7.500.000"),
    ]


def test_rows_whose_figures_may_as_well_stand_in_their_middles_are_not_guessed() -> None:
    """The second row has its figure in the middle of three lines, or the first and the second row have two lines each."""
    centred = """#table(columns: (110pt, 120pt), row-gutter: -4pt, align: (left, left + horizon),
      [Program], [Anggaran],
      [Program Arsip], [Rp 1.500.000],
      [Program Penyelamatan Dokumen Lama Milik Daerah Provinsi Selat Utara], [Rp 2.500.000])"""
    document = pdf.read(printed(LOOSE + centred), "pk.pdf")
    assert said(document) == [("problem", messages.COLUMNS_UNCLEAR, 1)]
    assert all(isinstance(block, Line) for block in document.blocks)


def test_signature_blocks_and_fields_are_no_table() -> None:
    blocks = """#grid(columns: (80pt, 10pt, 200pt), row-gutter: 6pt, [Nama], [:], [Siti], [Jabatan], [:], [Kepala])
    #grid(columns: (1fr, 1fr), row-gutter: 6pt, [Pihak Kedua,], [Pihak Pertama,], [Gubernur], [Kepala], [Budi], [Siti])"""
    assert [text for text in read(blocks) if isinstance(text, tuple)] == []


# Pages.


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(turn: int) -> None:
    upright = printed(TABLE)
    # What is printed turned back and then shown turned is upright again, and its boxes are those on the shown page.
    document = pdf.read(changed(upright, lambda writer: writer.pages[0].rotate(turn)), "pk.pdf")
    assert shape(document) == shape(pdf.read(upright, "pk.pdf"))
    boxes = [row.source.box for block in document.blocks if not isinstance(block, Line) for row in block.rows]
    width, height = (500, 400) if turn == 180 else (400, 500)
    assert all(box and 0 <= box[0] < box[2] <= width and 0 <= box[1] < box[3] <= height for box in boxes)


@pytest.mark.parametrize("angle", [90, -90])
def test_a_table_that_is_set_sideways_is_read_sideways(angle: int) -> None:
    assert read(f"#rotate({angle}deg, reflow: true)[{TABLE}]") == read(TABLE)


def test_page_numbers_go_and_a_footer_of_every_page_is_said_once() -> None:
    foot = "#set page(footer: align(center)[Dokumen elektronik #h(1fr)], numbering: none)\n"
    pages = "#pagebreak()\n".join(f"Halaman isi {each} #place(bottom, dy: 38pt)[{each}]\n" for each in "1234")
    texts = [text for text in read(foot + pages) if text]
    assert texts == ["Halaman isi 1", "Dokumen elektronik", "Halaman isi 2", "Halaman isi 3", "Halaman isi 4"]


def test_a_title_that_stands_on_every_page_stays() -> None:
    pages = "#pagebreak()\n".join(["PERJANJIAN KINERJA TAHUN 2025\n\nisi\n"] * 4)
    assert read(pages).count("PERJANJIAN KINERJA TAHUN 2025") == 4


def test_a_blank_page_is_nothing() -> None:
    document = pdf.read(printed("Satu #pagebreak() #pagebreak() Tiga"), "pk.pdf")
    assert (shape(document), said(document)) == (["Satu", "Tiga"], [])


# Pictures of pages.


@pytest.fixture
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> Document:
        raise ImportError(name="rapidocr")

    monkeypatch.setattr(pdf, "_recognised", missing)


def scanned(*, hidden: bool) -> bytes:
    """A page that is covered by a picture, perhaps with the text of it hidden behind."""
    font = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</I 5 0 R>>"
    text = b"BT 3 Tr /F 10 Tf 50 350 Td (Nama : Siti) Tj ET " if hidden else b""
    picture = stream(b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"\x80")
    return one_page(stream(b"", b"q 500 0 0 400 0 0 cm /I Do Q " + text), font, [picture])


@pytest.mark.usefixtures("without_ocr")
def test_a_page_that_is_a_picture_says_what_to_install_and_the_others_are_read() -> None:
    both = changed(printed("Satu"), lambda writer: writer.append(PdfReader(io.BytesIO(scanned(hidden=False)))))
    document = pdf.read(both, "pk.pdf")
    assert (shape(document), said(document)) == (["Satu"], [("problem", messages.PDF_PAGE_SCANNED, 2)])


@pytest.mark.usefixtures("without_ocr")
def test_the_hidden_text_of_a_scan_is_read_for_want_of_better_and_told() -> None:
    document = pdf.read(scanned(hidden=True), "pk.pdf")
    assert (shape(document), said(document)) == (["Nama : Siti"], [("remark", messages.PDF_HIDDEN_TEXT, 1)])
    assert [block.source.how for block in document.blocks if isinstance(block, Line)] == ["ocr"]


# Locked, damaged and hostile files.


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_what_everybody_may_open_is_read_though_it_is_encrypted(algorithm: str) -> None:
    locked = changed(printed(TABLE), lambda writer: writer.encrypt("", "pemilik", algorithm=algorithm))
    document = pdf.read(locked, "pk.pdf")
    assert (shape(document), said(document)) == (read(TABLE), [])


def test_what_needs_a_password_says_so() -> None:
    assert refusal(changed(printed(TABLE), lambda writer: writer.encrypt("rahasia"))) == messages.PDF_PASSWORD


def stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


def whole(objects: Sequence[bytes]) -> bytes:
    out, starts = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + tail


def one_page(content: bytes, resources: bytes = b"", more: Sequence[bytes] = ()) -> bytes:
    """A PDF of one page; `more` are its objects from number 5."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 400]/Contents 4 0 R/Resources<<%s>>>>" % resources
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return whole([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, content, *more])


HELVETICA = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
FEW = 3_000
NAMED = b"BT /F 10 Tf 50 350 Td (Nama : Siti) Tj ET "
HELLO = stream(b"", NAMED)


def packed(text: bytes, times: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(text * 65_536) for _ in range(times)) + packer.flush()


def test_a_file_whose_end_is_missing_is_read_as_far_as_it_goes_and_told() -> None:
    cut = one_page(HELLO, HELVETICA).partition(b"startxref")[0]
    document = pdf.read(cut, "pk.pdf")
    assert (shape(document), said(document)) == (["Nama : Siti"], [("problem", messages.PDF_CUT, None)])


@pytest.mark.parametrize("share", [0.0, 0.2, 0.6, 0.95])
def test_half_a_file_is_no_pdf_that_can_be_opened(share: float) -> None:
    data = printed(TABLE)
    assert refusal(data[: 20 + int(share * len(data))]) == messages.PDF_BROKEN


def test_what_only_begins_like_a_pdf_is_broken() -> None:
    assert refusal(b"%PDF-1.7\n" + bytes(range(256)) * 100) == messages.PDF_BROKEN


def test_pages_that_hold_themselves_are_broken() -> None:
    loop = whole([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 5>>"])
    assert refusal(loop) == messages.PDF_BROKEN


@pytest.fixture
def low_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfguard, "MAX_INFLATED", 4 * 1024 * 1024)


@pytest.mark.usefixtures("low_limit")
@pytest.mark.parametrize("entries", [b"/Filter/FlateDecode", b"/Subtype /Image/Filter/FlateDecode", b""])
def test_a_stream_that_bursts_is_refused_whatever_it_calls_itself(entries: bytes) -> None:
    assert refusal(one_page(stream(entries, packed(b"q Q ", 17)))) == messages.PDF_BOMB


@pytest.mark.usefixtures("low_limit")
def test_a_stream_that_was_packed_twice_is_refused() -> None:
    twice = zlib.compress(packed(b"q Q ", 17), 9)
    assert refusal(one_page(stream(b"/Filter[/FlateDecode/FlateDecode]", twice))) == messages.PDF_BOMB


def test_a_long_stream_that_only_unpacks_slowly_is_refused() -> None:
    runs = stream(b"/Filter/RunLengthDecode", b"\x81q" * pdfguard.MAX_SLOW)
    assert refusal(one_page(runs)) == messages.PDF_BOMB


def test_ten_thousand_pages_are_refused() -> None:
    kids = b"<</Type/Pages/Kids[%s]/Count 10000>>" % b" ".join([b"%d 0 R" % (3 + each) for each in range(10_000)])
    pages = [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 400]>>"] * 10_000
    assert refusal(whole([b"<</Type/Catalog/Pages 2 0 R>>", kids, *pages])) == messages.PDF_TOO_LONG


def laughs(times: int) -> bytes:
    """A form that draws another ten times, which draws another ten times."""
    link = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    forms = [stream(link % (6 + each), b"/X Do " * 10) for each in range(times)]
    last = stream(b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"0 0 m 1 1 l S")
    return one_page(stream(b"", b"/X Do"), b"/XObject<</X 5 0 R>>", [*forms, last])


@pytest.fixture
def few_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfink, "MAX_MARKS", FEW)


@pytest.mark.usefixtures("few_marks")
@pytest.mark.parametrize(
    "data",
    [
        one_page(stream(b"/Filter/FlateDecode", zlib.compress(b"q Q " * 2_000_000))),
        one_page(stream(b"", b"0 0 m 9 9 l S " * (FEW + 1))),
        one_page(stream(b"", b"BT /F 1 Tf (aaaaaaaaaa) Tj ET " * (FEW // 10 + 1)), HELVETICA),
        one_page(
            stream(b"", NAMED + b"".join(b"%d 0 m %d 9000 l S " % (3 * each, 3 * each) for each in range(1_100))),
            HELVETICA,
        ),
    ],
    ids=["content", "lines", "letters", "rules"],
)
def test_a_page_that_is_too_full_is_left_out_and_told(data: bytes) -> None:
    document = pdf.read(changed(data, lambda writer: writer.append(io.BytesIO(printed("Dua")))), "pk.pdf")
    assert (shape(document), said(document)) == (["Dua"], [("problem", messages.PDF_PAGE_FULL, 1)])


@pytest.mark.usefixtures("few_marks")
def test_forms_within_forms_are_drawn_only_so_often() -> None:
    assert said(pdf.read(laughs(12), "pk.pdf")) == [("problem", messages.PDF_PAGE_FULL, 1)]


def masks(times: int) -> bytes:
    """A scan whose form is drawn through a mask that is drawn through a mask, each ten times."""
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency>>"
    state = b"/Resources<</ExtGState<</G<</SMask<</S/Alpha/G %d 0 R>>>>>>>>"
    forms = [stream(entries + state % (6 + each), b"/G gs 0 0 9 9 re f " * 10) for each in range(times)]
    picture = b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    more = [*forms, stream(entries, b"0 0 9 9 re f"), stream(picture, b"\x80")]
    page = b"/XObject<</I %d 0 R>>/ExtGState<</G<</SMask<</S/Alpha/G 5 0 R>>>>>>" % (4 + len(more))
    return one_page(stream(b"", b"q 500 0 0 400 0 0 cm /I Do Q /G gs 0 0 9 9 re f"), page, more)


@pytest.mark.parametrize("data", [masks(12), laughs(12)], ids=["masks", "forms"])
def test_what_would_never_end_is_not_drawn_for_a_picture(data: bytes) -> None:
    assert list(pictures.page_pictures(data, "pdf", "pk.pdf")) == []


@pytest.mark.usefixtures("without_ocr")
def test_a_scan_behind_endless_masks_is_not_handed_to_ocr() -> None:
    assert said(pdf.read(masks(12), "pk.pdf")) == [("problem", messages.PDF_PAGE_FULL, 1)]
    assert said(pdf.read(masks(1), "pk.pdf")) == [("problem", messages.PDF_PAGE_SCANNED, 1)]


def test_when_all_pages_together_are_too_full_the_rest_is_told_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfink, "MAX_MARKS_OF_ALL", 3)
    document = pdf.read(printed("Satu #pagebreak() Dua #pagebreak() Tiga"), "pk.pdf")
    assert (shape(document), said(document)) == (["Satu"], [("problem", messages.PDF_PAGES_LOST, None)])


def test_a_damaged_page_is_told_and_the_others_are_read() -> None:
    """The matrix of its form has two numbers."""
    form = stream(b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Matrix[1 0]", b"")
    broken = one_page(stream(b"", b"/X Do"), b"/XObject<</X 5 0 R>>", [form])
    document = pdf.read(changed(printed("Satu"), lambda writer: writer.append(io.BytesIO(broken))), "pk.pdf")
    assert shape(document) == ["Satu"]
    assert said(document) == [("problem", messages.PDF_PAGE_BROKEN, 2)]
