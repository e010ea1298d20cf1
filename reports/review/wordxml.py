"""Pieces of a Word document (ECMA-376) that python-docx has no words for, made in one go: it is slow cell by cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any  # of lxml, which has no types here


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look, its `size` in points; a tab where `tab` says so before it."""

    text: str
    bold: bool = False
    italic: bool = False
    colour: str | None = None
    tab: bool = False
    size: float | None = None


def element(tag: str, *children: Element, **attributes: object) -> Element:
    """`<w:tag w:name="value">` around its children."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name.rstrip('_')}"), str(value))
    made.extend(children)
    return made


def run(each: Run) -> Element:
    """One run; its text is text, blanks at its ends too."""
    made = element("r", *_look(each))
    if each.tab:
        made.append(element("tab"))
    text = element("t")
    text.text = each.text
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.append(text)
    return made


def _look(each: Run) -> list[Element]:
    look = [element("b")] if each.bold else []
    look += [element("i")] if each.italic else []
    look += [element("color", val=each.colour)] if each.colour else []
    look += [element("sz", val=round(each.size * 2))] if each.size else []
    return [element("rPr", *look)] if look else []


def paragraph(style: str, *content: Element, fill: str | None = None, align: str | None = None) -> Element:
    """A paragraph in the style of this id."""
    look = [element("pStyle", val=style)]
    look += [element("shd", val="clear", color="auto", fill=fill)] if fill else []
    look += [element("jc", val=align)] if align else []
    return element("p", element("pPr", *look), *content)


def plain(style: str, text: str) -> Element:
    """A paragraph with one text."""
    return paragraph(style, run(Run(text)))


def page_break(style: str) -> Element:
    """A paragraph that ends the page."""
    return paragraph(style, element("r", element("br", type="page")))


def underlined(made: Element) -> Element:
    """The paragraph with a line across the page under it."""
    made.pPr.insert(1, element("pBdr", element("bottom", val="single", sz=12, space=4, color="000000")))
    return made


def field(code: str, shown: Run) -> tuple[Element, ...]:
    """A field that Word works out anew; `shown` stands there until then."""
    instruction = element("instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return (
        element("r", *_look(shown), element("fldChar", fldCharType="begin")),
        element("r", *_look(shown), instruction),
        element("r", *_look(shown), element("fldChar", fldCharType="separate")),
        run(shown),
        element("r", *_look(shown), element("fldChar", fldCharType="end")),
    )


def bookmarked(made: Element, name: str, number: int) -> Element:
    """The paragraph with a bookmark around its text."""
    made.insert(1, element("bookmarkStart", id=number, name=name))
    made.append(element("bookmarkEnd", id=number))
    return made


def contents(entries: Sequence[tuple[str, str, str]], levels: str) -> Iterable[Element]:
    """A table of contents over headings of `levels`: (style, text, bookmark) of each entry, filled in already."""
    begin, instruction, separate, _, end = field(f'TOC \\o "{levels}" \\h \\z \\u', Run(""))
    for at, (style, text, mark) in enumerate(entries):
        link = element("hyperlink", run(Run(text)), *_page_of(mark), anchor=mark, history=1)
        opening = (begin, instruction, separate) if at == 0 else ()
        closing = (end,) if at == len(entries) - 1 else ()
        yield paragraph(style, *opening, link, *closing)


def _page_of(mark: str) -> tuple[Element, ...]:
    return (element("r", element("tab")), *field(f"PAGEREF {mark} \\h", Run("")))


def table(rows: Sequence[Sequence[Element]], widths: Sequence[int], *, ruled: bool, head: bool) -> Element:
    """A table of cells that each hold a paragraph; `widths` in twips. A head is repeated on every page."""
    borders = [element(side, val="single", sz=4, space=0, color="C3CAD1") for side in ("top", "bottom", "insideH")]
    look = [element("tblW", w=sum(widths), type="dxa")]
    look += [element("tblBorders", *borders)] if ruled else []
    look += [element("tblLayout", type="fixed")]
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    made = element("tbl", element("tblPr", *look), grid)
    for at, cells in enumerate(rows):
        of_row = [element("cantSplit")] + ([element("tblHeader")] if head and at == 0 else [])
        made.append(
            element("tr", element("trPr", *of_row), *(_cell(*each) for each in zip(cells, widths, strict=True)))
        )
    return made


def _cell(content: Element, width: int) -> Element:
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa")), content)
