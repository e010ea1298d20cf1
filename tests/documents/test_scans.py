"""Pages that are pictures: photographed, turned, tinted, stamped, blank, beside pages of text. Small ones, as each takes a second."""

import io
import sys
from collections.abc import Sequence

import pypdfium2 as pdfium
import pytest
import typst
from PIL import Image, ImageDraw, ImageFilter
from pypdf import PdfReader, PdfWriter

from pkcheck import messages
from pkcheck.documents import images, pdf
from pkcheck.documents.document import Document, Line
from pkcheck.errors import InputError
from pkcheck.texts import Text

np = pytest.importorskip("numpy")
pytest.importorskip("rapidocr")

from pkcheck.documents.scans import cleaning, paper, picture, skew  # noqa: E402  they need what is looked for above

DPI = 200
PAGE = "#set page(width: 400pt, height: 300pt, margin: 40pt)\n#set text(size: 12pt, hyphenate: false)\n"
SOURCE = """Nama : Siti Aminah

#table(columns: (40pt, 1fr, 70pt), fill: (x, y) => if y == 0 { rgb("#9ec5e8") } else { rgb("#fff4c2") },
  [No], [Sasaran], [Target], [1], [Arsip tertib], [92,5%], [2], [Layanan cepat], [144 kali])
"""
READ = [
    "Nama : Siti Aminah",
    ("No", "Sasaran", "Target"),
    ("1", "Arsip tertib", "92,5%"),
    ("2", "Layanan cepat", "144 kali"),
]


def page(source: str = SOURCE) -> Image.Image:
    printed = pdfium.PdfDocument(typst.compile((PAGE + source).encode(), format="pdf"))
    picture_of_page: Image.Image = printed[0].render(scale=DPI / 72).to_pil()
    return picture_of_page.convert("RGB")


def saved(pages: Sequence[Image.Image], form: str = "TIFF") -> bytes:
    stream = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if len(pages) > 1 else {}
    pages[0].save(stream, form, dpi=(DPI, DPI), **more)
    return stream.getvalue()


def shape(document: Document) -> list[object]:
    """Texts of lines that are not blank, and the cells of rows."""
    found: list[object] = []
    for block in document.blocks:
        if isinstance(block, Line):
            found.extend([" ".join(block.text.split())] if block.text else [])
        else:
            found.extend(tuple(cell.text for cell in row.cells) for row in block.rows)
    return found


def said(document: Document) -> list[tuple[str, Text, int | None]]:
    return [(note.level, note.text, note.source.page) for note in document.notes]


def stamped(sheet: Image.Image) -> Image.Image:
    """With a ring of pale ink, and a pen stroke through it, over the table."""
    ink = ImageDraw.Draw(sheet)
    ink.ellipse((350, 250, 700, 600), outline=(150, 120, 205), width=5)
    ink.line([(300 + 10 * at, 420 + 60 * (-1) ** at) for at in range(30)], fill=(60, 80, 190), width=3)
    return sheet


def photographed(sheet: Image.Image) -> Image.Image:
    """On a dark desk, from a corner, in the light of a window."""
    width, height = sheet.size
    corners = (-60, -50, -40, height + 70, width + 50, height + 40, width + 80, -70)
    seen = sheet.transform(sheet.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=(80, 62, 48))
    light = np.linspace(0.7, 1.0, width)[None, :, None]
    return Image.fromarray((np.asarray(seen) * light).astype(np.uint8))


def test_a_tinted_table_under_a_stamp_is_read_and_every_place_tells_how_surely() -> None:
    document = images.read(saved([stamped(page())], "PNG"), "pk.png")
    assert shape(document) == READ
    cells = [
        cell.source
        for block in document.blocks
        if not isinstance(block, Line)
        for row in block.rows
        for cell in row.cells
    ]
    assert {each.how for each in cells} == {"ocr"}
    assert all(each.confidence is not None and 0 < each.confidence <= 1 for each in cells)


def test_a_page_on_its_head_and_a_blank_one_behind_it_are_read_in_place() -> None:
    sheet = page()
    document = images.read(saved([sheet.rotate(180), Image.new("RGB", sheet.size, (250, 249, 246))]), "pk.tiff")
    assert shape(document) == READ
    assert said(document) == [("remark", messages.SCAN_BLANK, 2)]
    first = next(block for block in document.blocks if isinstance(block, Line))
    assert first.source.box is not None
    assert first.source.box[1] > 200  # points from the top of the page as it lies there, on its head


def test_a_photograph_on_a_dark_desk_is_read_with_places_on_the_photograph() -> None:
    photo = photographed(page())
    document = images.read(saved([photo], "JPEG"), "pk.jpg")
    assert shape(document) == READ
    boxes = [block.source.box for block in document.blocks if isinstance(block, Line) and block.text]
    assert all(box and 0 <= box[0] < box[2] <= 400 and 0 <= box[1] < box[3] <= 300 for box in boxes)


def test_a_mixed_pdf_takes_its_text_where_it_has_some_and_reads_the_picture_where_not() -> None:
    text = PdfReader(io.BytesIO(typst.compile((PAGE + "Pernyataan").encode(), format="pdf")))
    scanned = PdfReader(io.BytesIO(saved([page("Lampiran")], "PDF")))
    whole, out = PdfWriter(), io.BytesIO()
    for reader in (scanned, text):
        whole.add_page(reader.pages[0])
    whole.write(out)
    document = pdf.read(out.getvalue(), "pk.pdf")
    assert [
        (block.text, block.source.page, block.source.line, block.source.how)
        for block in document.blocks
        if isinstance(block, Line)
    ] == [("Lampiran", 1, 1, "ocr"), ("Pernyataan", 2, 2, "text")]


def test_a_page_of_low_quality_is_told_with_its_number() -> None:
    unsharp, unreadable = (saved([page().filter(ImageFilter.GaussianBlur(each))], "PNG") for each in (3, 6))
    document = images.read(unsharp, "pk.png")
    assert said(document) == [("remark", messages.SCAN_POOR, 1)]
    assert {block.source.confidence for block in document.blocks if isinstance(block, Line) and block.text} == {0.5}
    assert said(images.read(unreadable, "pk.png")) == [("problem", messages.SCAN_UNREAD, 1)]


def test_without_the_extra_a_scanned_page_is_told_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in [each for each in sys.modules if each.startswith("pkcheck.documents.scans")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    document = pdf.read(saved([page("Lampiran")], "PDF"), "pk.pdf")
    assert (document.blocks, said(document)) == ((), [("problem", messages.PDF_PAGE_SCANNED, 1)])
    assert 'pip install "pkcheck[ocr]"' in messages.PDF_PAGE_SCANNED.say("en", page=1)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"II*\x00\x08\x00"])
def test_what_only_begins_like_a_picture_is_told(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        images.read(data, "pk.png")
    assert caught.value.text is messages.IMAGE_BROKEN


# --- without reading a letter


def test_a_sheet_is_cut_out_only_where_it_lies_on_darker_ground() -> None:
    scan = picture.picture_of(page(), DPI)
    assert paper.without_surroundings(scan) is scan
    photo = picture.picture_of(photographed(page()), DPI)
    cut = paper.without_surroundings(photo)
    assert float(cut.pixels[5:-5, 5:-5].min(axis=2)[0].mean()) > 150  # no desk along the upper edge
    assert abs(cut.width / cut.height - 400 / 300) < 0.1


@pytest.mark.parametrize("degrees", [-6.0, -0.5, 0.0, 2.5])
def test_how_far_a_page_lies_askew_is_seen_to_a_tenth_of_a_degree(degrees: float) -> None:
    turned = page().rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    assert abs(skew.skew_of(picture.picture_of(turned, DPI)) + degrees) <= 0.1


@pytest.mark.parametrize(("radius", "blurred"), [(0, False), (1.5, False), (2.5, True)])
def test_print_without_edges_is_blurred_however_pale_it_is(radius: float, blurred: bool) -> None:
    sheet = page().filter(ImageFilter.GaussianBlur(radius))
    pale = sheet.point(lambda level: 150 + level * 105 // 255)
    seen = [cleaning.is_blurred(cleaning.evened(picture.picture_of(each, DPI))) for each in (sheet, pale)]
    assert seen == [blurred, blurred]


def test_specks_and_the_shadow_of_an_edge_leave_a_page_blank() -> None:
    sheet = Image.new("RGB", (1100, 800), (250, 249, 246))
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((0, 0, 12, 800), fill=(90, 90, 90))
    for at in range(12):
        pen.point((100 + 70 * at, 90 + 55 * at), fill=(0, 0, 0))
    assert cleaning.is_blank(picture.picture_of(sheet, DPI))
    pen.text((500, 400), "Lampiran", fill=(0, 0, 0), font_size=40)
    assert not cleaning.is_blank(picture.picture_of(sheet, DPI))
