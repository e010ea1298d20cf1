"""The text and tables of a web page in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pkcheck.documents.counting import Form, counted
from pkcheck.documents.document import Block, Line
from pkcheck.documents.framed import Framed, FramedRow, unframed
from pkcheck.documents.web.visible import Element, Sight
from pkcheck.model import Source

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "html",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
    ]
)
_ROWS_IN = frozenset({"thead", "tbody", "tfoot"})
_FORMS: dict[str, Form] = {"a": "letter", "A": "LETTER", "i": "roman", "I": "ROMAN"}
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SHOWN_FIELDS = frozenset({"text", "number", "date", "email"})
_MAX_SPAN = 1000
_LAST_LINE = 65_535
"""The parser counts no further."""


@dataclass(slots=True)
class Writer:
    """Puts the lines of a page together; `line` is where the element that is being read begins in the file."""

    file: str
    sight: Sight
    text: str = ""
    begun: int | None = None
    blocks: list[Block] = field(default_factory=list)

    def write(self, text: str, line: int | None, *, kept: bool = False) -> None:
        """Add text; blanks are one, but for those that stay where they are."""
        words = text if kept else _BLANKS.sub(" ", text)
        if not self.text.strip() and words.strip():
            self.begun = line
        self.text = f"{self.text}{words.lstrip(' ') if self.text.endswith(' ') or not self.text else words}"

    def end_line(self, *, blank: bool = False) -> None:
        """Finish the line, if there is one; `blank` for a line break, which makes a line of nothing too."""
        text = self.text.replace("\xa0", " ").rstrip()
        if text or blank:
            bare = text.lstrip()
            self.blocks.append(Line(bare, self.source(self.begun, "text"), len(text) - len(bare)))
        self.text, self.begun = "", None

    def source(self, line: int | None, how: str) -> Source:
        """A place in the file."""
        known = line if line is not None and line < _LAST_LINE else None
        return Source.model_validate({"file": self.file, "line": known, "how": how})


def blocks_of(root: Element, file: str, sight: Sight) -> list[Block]:
    """All that can be seen of the page."""
    writer = Writer(file, sight)
    _read(root, writer)
    writer.end_line()
    return writer.blocks


def _read(element: Element, writer: Writer) -> None:
    """What is in `element`, in its order."""
    kept = element.tag == "pre"
    _text(element.text, element, writer, kept=kept)
    for child in element:
        if isinstance(child.tag, str) and not writer.sight.hides(child):
            _element(child, writer)
        _text(child.tail, child, writer, kept=kept)


def _text(text: str | None, element: Element, writer: Writer, *, kept: bool) -> None:
    lines = (text or "").split("\n") if kept else [text or ""]
    for at, each in enumerate(lines):
        if at:
            writer.end_line(blank=True)
        writer.write(each, element.sourceline, kept=kept)


def _element(element: Element, writer: Writer) -> None:
    tag = element.tag
    if tag == "br":
        writer.begun = writer.begun or element.sourceline
        writer.end_line(blank=True)
    elif tag == "input":
        if (element.get("type") or "text") in _SHOWN_FIELDS:
            writer.write(element.get("value") or "", element.sourceline)
    elif tag == "table":
        writer.end_line()
        writer.blocks.extend(_table(element, writer))
    elif tag in _BLOCKS:
        if not _is_first_of_its_item(element):
            writer.end_line()
        if tag == "li" and (number := _number(element)):
            writer.write(f"{number} ", element.sourceline)
        _read(element, writer)
        writer.end_line()
    else:
        _read(element, writer)


def _is_first_of_its_item(element: Element) -> bool:
    """Whether a paragraph opens the item of a list, whose number stands on one line with it."""
    item = element.getparent()
    return item is not None and item.tag == "li" and item[0] is element and not (item.text or "").strip()


def _number(item: Element) -> str:
    """What stands before an item of a numbered list."""
    listed = item.getparent()
    if listed is None or listed.tag != "ol":
        return ""
    own = _whole(item.get("value"), 0)
    before = sum(each.tag == "li" for each in item.itersiblings(preceding=True))
    number = own or _whole(listed.get("start"), 1) + before
    return f"{counted(number, _FORMS.get(listed.get('type') or '1', 'decimal'))}."


def _table(table: Element, writer: Writer) -> Iterator[Block]:
    for each in table:
        if each.tag == "caption" and not writer.sight.hides(each):
            yield from blocks_of(each, writer.file, writer.sight)
    rows: list[FramedRow] = []
    covered: dict[int, int] = {}
    begun: set[int] = set()
    for row in _rows(table, writer.sight):
        cells: list[Framed] = []
        start = 0
        for cell in row:
            if cell.tag not in ("td", "th") or writer.sight.hides(cell):
                continue
            while covered.get(start, 0) > 0:
                if start in begun:
                    cells.append(Framed(start, (), merged=True))
                start += 1
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            cells.append(Framed(start, tuple(blocks_of(cell, writer.file, writer.sight))))
            begun.add(start)
            covered.update(dict.fromkeys(range(start, start + across), down))
            start += across
        rows.append(FramedRow(tuple(cells), writer.source(row.sourceline, "table")))
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
    yield from unframed(rows)


def _rows(table: Element, sight: Sight) -> Iterator[Element]:
    for each in table:
        if not isinstance(each.tag, str) or sight.hides(each):
            continue
        if each.tag == "tr":
            yield each
        elif each.tag in _ROWS_IN:
            yield from (row for row in each if row.tag == "tr" and not sight.hides(row))


def _span(cell: Element, name: str) -> int:
    return min(max(_whole(cell.get(name), 1), 1), _MAX_SPAN)


def _whole(text: str | None, otherwise: int) -> int:
    digits = (text or "").strip()
    return int(digits) if digits.isdigit() and len(digits) < 6 else otherwise  # noqa: PLR2004
