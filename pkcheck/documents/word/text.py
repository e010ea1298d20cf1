"""The text of a paragraph as it is printed: its lines, tabs as blanks up to the next stop, pages, and boxes set in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pkcheck.documents.word.numbering import Numbers
from pkcheck.documents.word.parts import Element, child, children, is_on, local, shown, value
from pkcheck.documents.word.styles import Style

_LETTER = 120
"""About the width of a letter, in twentieths of a point: blanks stand for what a tab or an indent leaves free."""
_STOP = 6
_LEAST = 3
_CAPTURED = ("drawing", "pict", "object")


@dataclass(slots=True)
class Pages:
    """The page on which the text stands, as far as breaks tell; `fresh` while nothing stands on it yet."""

    number: int = 1
    fresh: bool = True

    def turn(self) -> None:
        """Go to the next page, as the author wished."""
        self.number += 1
        self.fresh = True

    def rendered(self) -> None:
        """A page began here when Word last laid the text out: also where the author wished it, who is not counted twice."""
        if not self.fresh:
            self.turn()


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line. `counts_pages` where its number changes from page to page."""

    text: str
    indent: int
    page: int
    counts_pages: bool = False


@dataclass(slots=True)
class Paragraph:
    """The lines of a paragraph and the contents of the text boxes that are anchored in it."""

    lines: list[Printed] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


def paragraph_of(element: Element, numbers: Numbers, pages: Pages, *, in_cell: bool) -> Paragraph | None:
    """Read one paragraph; None where it was deleted and the deletion is only tracked.

    An empty paragraph of a list has a number in a cell, where forms use it to count the rows, and none elsewhere.
    """
    properties = child(element, "pPr")
    style = numbers.styles.get(value(child(properties, "pStyle")) or "", Style())
    if is_on(child(properties, "pageBreakBefore")) and not pages.fresh:
        pages.turn()
    pen = _Pen(_indent(properties), _stops(properties), pages, counts_pages=_counts_pages(element))
    deleted = child(properties, "rPr", "del") is not None
    for run in shown(element):
        _write(run, style, pen)
    pen.end_line()
    if deleted and not any(line.text for line in pen.paragraph.lines) and not pen.paragraph.boxes:
        return None
    if in_cell or any(line.text for line in pen.paragraph.lines):
        _number(pen.paragraph, numbers.before(element))
    return pen.paragraph


@dataclass(slots=True)
class _Pen:
    """Writes lines. `indent` in letters, `stops` where tabs go to."""

    indent: int
    stops: Sequence[int]
    pages: Pages
    paragraph: Paragraph = field(default_factory=Paragraph)
    text: str = ""
    page: int = 0
    counts_pages: bool = False

    def write(self, text: str) -> None:
        if not text:
            return
        if not self.text.strip():
            self.page = self.pages.number
        self.text += text
        if text.strip():
            self.pages.fresh = False

    def tab(self) -> None:
        at = self.indent + len(self.text)
        stop = next((each for each in self.stops if each > at), at + _STOP - at % _STOP)
        self.write(" " * max(stop - at, _LEAST if self.text.strip() else 1))

    def end_line(self) -> None:
        bare = self.text.lstrip()
        indent = self.indent + len(self.text) - len(bare)
        page = self.page or self.pages.number
        self.paragraph.lines.append(Printed(bare.rstrip(), indent, page, self.counts_pages))
        self.text, self.page, self.counts_pages = "", 0, False

    def turn_page(self) -> None:
        if self.text.strip():
            self.end_line()
        self.pages.turn()


def _write(run: Element, style: Style, pen: _Pen) -> None:
    name = local(run)
    if name == "oMath":
        pen.write("".join(each.text or "" for each in run.iter() if local(each) == "t"))
        return
    if name != "r":
        return
    properties = child(run, "rPr")
    hidden, caps = child(properties, "vanish"), child(properties, "caps")
    if is_on(hidden) if hidden is not None else style.hidden:
        return
    in_capitals = is_on(caps) if caps is not None else bool(style.caps)
    for each in shown(run):
        _write_piece(each, pen, in_capitals=in_capitals)


def _write_piece(piece: Element, pen: _Pen, *, in_capitals: bool) -> None:
    match local(piece):
        case "t":
            text = (piece.text or "").replace("\n", " ").replace("\xa0", " ")
            pen.write(text.upper() if in_capitals else text)
        case "tab" | "ptab":
            pen.tab()
        case "br" if value(piece, "type") == "page":
            pen.turn_page()
        case "br" | "cr":
            pen.end_line()
        case "noBreakHyphen":
            pen.write("-")
        case "lastRenderedPageBreak":
            pen.pages.rendered()
        case "instrText":
            pen.counts_pages = pen.counts_pages or "PAGE" in (piece.text or "").split()
        case name if name in _CAPTURED:
            pen.paragraph.boxes.extend(_boxes(piece))


def _counts_pages(paragraph: Element) -> bool:
    return any("PAGE" in (value(each, "instr") or "").split() for each in paragraph if local(each) == "fldSimple")


def _boxes(element: Element) -> Iterator[Element]:
    """Contents of text boxes; those within another are read with it."""
    for each in shown(element):
        if local(each) == "txbxContent":
            yield each
        else:
            yield from _boxes(each)


def _number(paragraph: Paragraph, number: str) -> None:
    if number:
        first = paragraph.lines[0]
        paragraph.lines[0] = Printed(f"{number} {first.text}".rstrip(), first.indent, first.page, first.counts_pages)


def _indent(properties: Element | None) -> int:
    found = child(properties, "ind")
    left = _twips(value(found, "left") or value(found, "start"))
    first = _twips(value(found, "firstLine")) - _twips(value(found, "hanging"))
    return max(left + first, 0) // _LETTER


def _stops(properties: Element | None) -> list[int]:
    """Where the paragraph's own tab stops are, and its hanging indent, which is one too."""
    stops = [_twips(value(each, "pos")) // _LETTER for each in children(child(properties, "tabs")) if _is_stop(each)]
    hanging = value(child(properties, "ind"), "hanging")
    if hanging:
        stops.append(_twips(value(child(properties, "ind"), "left")) // _LETTER)
    return sorted(stops)


def _is_stop(tab: Element) -> bool:
    """A tab stop, not one that is taken back."""
    return value(tab) != "clear"


def _twips(text: str | None) -> int:
    try:
        return int(float(text)) if text else 0
    except (ValueError, OverflowError):
        return 0
