"""A Word document in reading order: its paragraphs and tables, each section's page header above it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

from pkcheck.documents.document import Block, Line
from pkcheck.documents.framed import Framed, FramedRow, unframed
from pkcheck.documents.word.numbering import Numbers, numbers_of
from pkcheck.documents.word.parts import Element, WordFile, child, children, is_on, local, shown, value
from pkcheck.documents.word.styles import styles_of
from pkcheck.documents.word.text import Pages, paragraph_of
from pkcheck.model import Source

_MAX_SPAN = 63
_ON_THE_SAME_PAGE = ("continuous", "nextColumn")
_NO_WORD = re.compile(r"^[\W\d]*$")


@dataclass(slots=True)
class Story:
    """Reads a document once, from `blocks`.

    Lines are numbered as they are read, blank ones too: a paragraph's lines one by one, a row of a table as one. Pages are
    told where Word has left marks of its last layout; without those, no break tells on which page something is.
    """

    word: WordFile
    file: str
    numbers: Numbers = field(init=False)
    pages: Pages = field(default_factory=Pages)
    line: int = 0
    _is_paged: bool = field(init=False)
    _margins: dict[tuple[str, str], str] = field(default_factory=dict)
    _above: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.numbers = numbers_of(self.word.numbering, styles_of(self.word.styles))
        self._is_paged = any(local(each) == "lastRenderedPageBreak" for each in self.word.body.iter())

    def blocks(self) -> Iterator[Block]:
        """All that is printed: page footers once, before everything; a page header where it is new; then the text."""
        body = list(shown(self.word.body))
        sections = [section for each in body if (section := _section(each)) is not None]
        yield from self._footers(sections)
        at = 0
        if sections:
            yield from self._header(sections[0])
        for element in body:
            yield from self._blocks(element, in_cell=False)
            if _section(element) is not None:
                at += 1
                if at < len(sections):
                    yield from self._begin(sections[at])

    def _begin(self, section: Element) -> Iterator[Block]:
        """A further section, on a page of its own unless it says otherwise."""
        if value(child(section, "type")) not in _ON_THE_SAME_PAGE and not self.pages.fresh:
            self.pages.turn()
        yield from self._header(section)

    def _footers(self, sections: list[Element]) -> Iterator[Block]:
        named = [value(each, "id") for section in sections for each in section if local(each) == "footerReference"]
        parts = [self.word.margins[name] for name in dict.fromkeys(named) if name and name in self.word.margins]
        seen: set[str] = set()
        for part in parts:
            for block in self._margin(part):
                text = _text(block)
                if text not in seen:
                    seen.add(text)
                    yield block

    def _header(self, section: Element) -> Iterator[Block]:
        """The header of a section's first page, where nothing like it stood above the last one."""
        for each in section:
            if local(each) == "headerReference":
                self._margins["header", value(each, "type") or "default"] = value(each, "id") or ""
        kinds = ("first", "default") if is_on(child(section, "titlePg")) else ("default",)
        for kind in kinds:
            part = self.word.margins.get(self._margins.get(("header", kind), ""))
            line = self.line
            blocks = list(self._margin(part)) if part is not None else []
            texts = tuple(_text(block) for block in blocks)
            if texts and texts != self._above:
                self._above = texts
                yield from blocks
                return
            self.line = line
            if texts:
                return

    def _margin(self, part: Element) -> Iterator[Block]:
        """What a page header or footer says; nothing where it says no more than the page."""
        for element in shown(part):
            for block in self._blocks(element, in_cell=False, margin=True):
                if not _NO_WORD.match(_text(block)):
                    yield block

    def _blocks(self, element: Element, *, in_cell: bool, margin: bool = False) -> Iterator[Block]:
        if local(element) == "p":
            yield from self._paragraph(element, in_cell=in_cell, margin=margin)
        elif local(element) == "tbl":
            yield from self._table(element)

    def _paragraph(self, element: Element, *, in_cell: bool, margin: bool) -> Iterator[Block]:
        found = paragraph_of(element, self.numbers, self.pages, in_cell=in_cell)
        for line in found.lines if found else ():
            if not (margin and line.counts_pages):
                self.line += not in_cell
                yield Line(line.text, self._source(line.page, "text"), line.indent)
        for box in found.boxes if found else ():
            for each in shown(box):
                yield from self._blocks(each, in_cell=in_cell, margin=margin)

    def _table(self, table: Element) -> Iterator[Block]:
        widths = [value(each, "w") or "" for each in children(child(table, "tblGrid")) if local(each) == "gridCol"]
        known = widths and all(each.isdigit() and int(each) > 0 for each in widths)
        edges = list(accumulate((int(each) for each in widths), initial=0)) if known else []
        rows: list[FramedRow] = []
        merging: frozenset[int] = frozenset()
        for each in shown(table):
            properties = child(each, "trPr")
            if local(each) == "tr" and child(properties, "del") is None and not is_on(child(properties, "hidden")):
                row, merging = self._row(each, merging)
                rows.append(row)
        yield from unframed(rows, edges)

    def _row(self, row: Element, merging: frozenset[int]) -> tuple[FramedRow, frozenset[int]]:
        """The row, and the columns in which its cells may run on below."""
        self.line += 1
        number, opening = self.line, replace(self.pages)
        last, page = opening, opening.number
        start = _count(value(child(row, "trPr", "gridBefore")), 0)
        cells: list[Framed] = []
        runs_on: set[int] = set()
        for cell in shown(row):
            if local(cell) != "tc":
                continue
            merged = child(cell, "tcPr", "vMerge")
            across = child(cell, "tcPr", "hMerge")
            below = merged is not None and value(merged) != "restart" and start in merging
            hidden = below or (across is not None and value(across) != "restart")
            self.pages = replace(opening)
            blocks = () if hidden else tuple(self._cell(cell, number))
            page = max([page, *_first_page(blocks)])
            last = max(last, self.pages, key=lambda each: (each.number, not each.fresh))
            if not hidden or below:
                cells.append(Framed(start, blocks, merged=below))
            runs_on.update({start} if merged is not None else ())
            start += _count(value(child(cell, "tcPr", "gridSpan")), 1)
        self.pages = last
        source = Source(file=self.file, page=page if self._is_paged else None, line=number, how="table")
        return FramedRow(tuple(cells), source), frozenset(runs_on)

    def _cell(self, cell: Element, number: int) -> Iterator[Block]:
        for element in shown(cell):
            for block in self._blocks(element, in_cell=True):
                if isinstance(block, Line):
                    yield replace(block, source=block.source.model_copy(update={"line": number}))
                else:
                    yield block

    def _source(self, page: int, how: str) -> Source:
        known = page if self._is_paged else None
        return Source.model_validate({"file": self.file, "page": known, "line": self.line, "how": how})


def _section(element: Element) -> Element | None:
    """The section that ends with `element`."""
    return element if local(element) == "sectPr" else child(element, "pPr", "sectPr")


def _text(block: Block) -> str:
    if isinstance(block, Line):
        return block.text
    return " ".join(cell.text for row in block.rows for cell in row.cells if cell.text)


def _first_page(blocks: tuple[Block, ...]) -> Iterator[int]:
    first = next((block for block in blocks if isinstance(block, Line) and block.text), None)
    if first is not None and first.source.page is not None:
        yield first.source.page


def _count(text: str | None, otherwise: int) -> int:
    return min(int(text), _MAX_SPAN) if text is not None and text.isdigit() else otherwise
