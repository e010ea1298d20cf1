"""Word files: paragraphs, tables with merged cells, page headers, signature blocks side by side."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _Footer, _Header
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from papers.archive import settled
from papers.markup import runs

Align = Literal["left", "center", "right", "both"]
Place = Document | _Cell | _Header | _Footer
_ALIGNED = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_TEXT_BOX = (
    f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml">'
    '<v:rect style="position:absolute;margin-left:300pt;margin-top:-20pt;width:150pt;height:36pt">'
    "<v:textbox><w:txbxContent/></v:textbox></v:rect></w:pict>"
)
FOLIO = (215.0, 330.0)
_PRINTED_WIDTH = 165.0
_WRITTEN = datetime.datetime(2025, 1, 2, 8, 0, 0)  # noqa: DTZ001  Word's dates have no time zone


@dataclass(frozen=True, slots=True)
class Span:
    """A cell of a table that runs over `rows` and `cols`; the cells that it covers are None."""

    text: str
    rows: int = 1
    cols: int = 1
    bold: bool = False
    align: Align | None = None
    fill: str | None = None


TableCell = str | Span | None


def new(font: str = "Arial", size: float = 11, page: tuple[float, float] = FOLIO) -> Document:
    """An empty document on a page of so many millimetres, with one font throughout."""
    document = docx.Document()
    normal = document.styles["Normal"]
    if isinstance(normal, ParagraphStyle):
        normal.font.name, normal.font.size = font, Pt(size)
        normal.paragraph_format.space_after = Pt(0)
    paper(document.sections[0], page)
    properties = document.core_properties
    properties.author = properties.title = properties.comments = ""
    properties.created = properties.modified = _WRITTEN
    return document


def paper(section: Section, page: tuple[float, float] = FOLIO, *, landscape: bool = False) -> None:
    """Give a section its page and margins."""
    width, height = (page[1], page[0]) if landscape else page
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm((page[0] - _PRINTED_WIDTH) / 2)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)


def new_section(document: Document, *, landscape: bool = False) -> Section:
    """A new page with a header of its own."""
    section: Section = document.add_section(WD_SECTION.NEW_PAGE)
    paper(section, landscape=landscape)
    section.header.is_linked_to_previous = False
    return section


def new_page(document: Document) -> None:
    """Go on at the top of the next page."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def text(
    place: Place,
    words: str,
    align: Align = "left",
    *,
    bold: bool = False,
    size: float | None = None,
    after: float = 0,
    underline: bool = False,
) -> Paragraph:
    """A paragraph; a line break within `words` stays one, a tab too."""
    paragraph = place.add_paragraph()
    _write(paragraph, words, bold=bold, size=size, underline=underline)
    paragraph.alignment = _ALIGNED[align]
    paragraph.paragraph_format.space_after = Pt(after)
    return paragraph


def lines(place: Place, texts: Iterable[str], align: Align = "left", *, bold: bool = False) -> None:
    """Each text as a paragraph."""
    for each in texts:
        text(place, each, align, bold=bold)


def letterhead(section: Section, texts: Sequence[str], bold_lines: int = 1) -> None:
    """The agency's name and address in the page header, with a rule under it."""
    header = section.header
    for at, each in enumerate(texts):
        _first_or_new(header, at).alignment = WD_ALIGN_PARAGRAPH.CENTER
        _write(header.paragraphs[at], each, bold=at < bold_lines, size=14 if at < bold_lines else 9)
    if texts:
        _rule_below(header.paragraphs[-1])


def table(
    place: Document | _Cell,
    rows: Sequence[Sequence[TableCell]],
    widths: Sequence[float],
    *,
    heads: int = 1,
    ruled: bool = True,
    aligns: Sequence[Align] = (),
    size: float | None = None,
) -> Table:
    """A table of `widths` in millimetres; its first `heads` rows are bold, centred and repeated on every page."""
    made = _empty_table(place, len(rows), len(widths))
    if ruled:
        made.style = "Table Grid"
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    for x, width in enumerate(widths):
        made.columns[x].width = Mm(width)
    for y, row in enumerate(rows):
        for x, each in enumerate(row):
            if each is None:
                continue
            span = each if isinstance(each, Span) else Span(each)
            cell = made.cell(y, x)
            if span.rows > 1 or span.cols > 1:
                cell = cell.merge(made.cell(y + span.rows - 1, x + span.cols - 1))
            align: Align = "center" if y < heads else (span.align or (aligns[x] if x < len(aligns) else "left"))
            fill(cell, span.text, align, bold=span.bold or y < heads, size=size)
            if span.fill:
                _shade(cell, span.fill)
    for y in range(heads):
        made.rows[y]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    return made


def fill(cell: _Cell, words: str, align: Align = "left", *, bold: bool = False, size: float | None = None) -> None:
    """Write into an empty cell, a paragraph for each line."""
    for at, each in enumerate(words.split("\n")):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.alignment = _ALIGNED[align]
        _write(paragraph, each, bold=bold, size=size)


def side_by_side(place: Document | _Cell, left: Sequence[str], right: Sequence[str], width: float = 165) -> Table:
    """Two signature blocks in a table without rules, the lines of each as paragraphs of one cell."""
    rows = [["\n".join(left), "\n".join(right)]]
    return table(place, rows, [width / 2] * 2, heads=0, ruled=False, aligns=("center", "center"))


def boxed(document: Document, texts: Sequence[str]) -> None:
    """Lines in a text box that floats at the right."""
    paragraph = document.add_paragraph()
    picture = parse_xml(_TEXT_BOX)
    content = picture.find(f".//{qn('w:txbxContent')}")
    for each in texts:
        content.append(_line(each))
    paragraph.add_run()._r.append(picture)  # noqa: SLF001


def inserted(paragraph: Paragraph, words: str) -> None:
    """Words at the paragraph's end as a tracked insertion that nobody has accepted yet."""
    mark = _element("w:ins", {"w:id": "1", "w:author": "Perencana", "w:date": "2025-01-02T08:00:00Z"})
    mark.append(_run(words))
    paragraph._p.append(mark)  # noqa: SLF001


def deleted(paragraph: Paragraph, words: str) -> None:
    """Words at the paragraph's end as a tracked deletion that nobody has accepted yet."""
    mark = _element("w:del", {"w:id": "2", "w:author": "Perencana", "w:date": "2025-01-02T08:00:00Z"})
    run = _element("w:r")
    gone = _element("w:delText")
    gone.text = words
    run.append(gone)
    mark.append(run)
    paragraph._p.append(mark)  # noqa: SLF001


def numbered(place: Document | _Cell, texts: Sequence[str]) -> None:
    """A list that Word numbers by itself: the numbers are nowhere in the text."""
    for each in texts:
        paragraph = place.add_paragraph(style="List Number")
        _write(paragraph, each, bold=False, size=None)


def save(document: Document, path: Path) -> Path:
    """Write the file, the same bytes for the same content."""
    document.save(str(path))
    return settled(path)


def _write(paragraph: Paragraph, words: str, *, bold: bool, size: float | None, underline: bool = False) -> None:
    for stretch, italic in runs(words):
        run = paragraph.add_run(stretch)
        run.bold, run.italic, run.underline = bold or None, italic or None, underline or None
        if size:
            run.font.size = Pt(size)


def _first_or_new(header: _Header, at: int) -> Paragraph:
    return header.paragraphs[at] if at < len(header.paragraphs) else header.add_paragraph()


def _empty_table(place: Document | _Cell, rows: int, columns: int) -> Table:
    return place.add_table(rows, columns)


def _rule_below(paragraph: Paragraph) -> None:
    borders = _element("w:pBdr")
    borders.append(_element("w:bottom", {"w:val": "thickThinSmallGap", "w:sz": "18", "w:space": "1"}))
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001


def _shade(cell: _Cell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(_element("w:shd", {"w:val": "clear", "w:fill": colour}))  # noqa: SLF001


def _line(words: str) -> BaseOxmlElement:
    paragraph = _element("w:p")
    paragraph.append(_run(words))
    return paragraph


def _run(words: str) -> BaseOxmlElement:
    run, content = _element("w:r"), _element("w:t", {"xml:space": "preserve"})
    content.text = words
    run.append(content)
    return run


def _element(tag: str, attributes: dict[str, str] | None = None) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        element.set(qn(name), value)
    return element
