"""The places of a document, lines and cells in reading order, and which of them a source means."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pkcheck.cells import corners
from pkcheck.documents.document import Document, Line, Row
from pkcheck.interpret.lines import field, is_contact, is_form, label
from pkcheck.interpret.tables import budget_columns, head_of, is_number_row
from pkcheck.model import Source

_RUNS_ON = 2
_GAP = re.compile(r"\s{3,}")
_NUMBERING = re.compile(r"^\(?(?:\d{1,3}|[IVX]{1,5}|[a-z])[.)]?$")
_WORD = re.compile(r"[^\W_]+|%")

Words = tuple[str, ...]
_Cell = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A line, or a cell of row `row` of table `table` (both from 0, within the document)."""

    text: str
    source: Source
    table: int | None = None
    row: int | None = None
    is_head: bool = False
    opens_row: bool = False

    @property
    def pieces(self) -> tuple[Words, ...]:
        """Its words, those of a field's value, and of each part between wide gaps, as of blocks side by side."""
        found = field(self.text)
        parts = [part for part in _GAP.split(self.text) if part]
        texts = [self.text, *([found.value] if found else []), *(parts if len(parts) > 1 else [])]
        return tuple(words_of(each) for each in texts)

    @property
    def is_wording(self) -> bool:
        """Whether it belongs to the form and carries no data: prose, titles, labels, heads of columns."""
        found = field(self.text)
        if self.is_head or is_contact(self.text) or not re.search(r"\w", self.text):
            return True
        if self.opens_row and _NUMBERING.match(self.text):
            return True
        if found and found.value and found.name != "other":
            return False
        known = label(self.text) or field(f"{self.text} :") or budget_columns(self.text)
        return bool(known) or is_form(self.text)


def words_of(text: str) -> Words:
    """Letters and figures only, whatever the case: what is compared."""
    return tuple(_WORD.findall(text.casefold()))


def places_of(document: Document) -> tuple[Place, ...]:
    """Lines that are not blank, and the cells of tables, empty ones too."""
    return tuple(_places(document))


def _places(document: Document) -> Iterator[Place]:
    tables = rows = 0
    for block in document.blocks:
        if isinstance(block, Line):
            if block.text:
                yield Place(block.text, block.source)
            continue
        for row in block.rows:
            is_head = head_of(row) is not None or is_number_row(row)
            for cell in row.cells:
                opens = cell is next((each for each in row.cells if each.text), None)
                yield Place(cell.text, _in_row(cell.source, row), tables, rows, is_head, opens)
            rows += 1
        tables += 1


def _in_row(source: Source, row: Row) -> Source:
    """A cell's source, with what only its row knows."""
    missing = {name: getattr(row.source, name) for name in ("page", "line") if getattr(source, name) is None}
    return source.model_copy(update=missing) if any(missing.values()) else source


class Paper:
    """The places of one document, found by source. Places are named by their number in reading order."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = tuple(places)
        self._by_line: dict[int, list[int]] = defaultdict(list)
        self._by_page: dict[int, list[int]] = defaultdict(list)
        self._by_cell: dict[_Cell, int] = {}
        for number, place in enumerate(self.places):
            source = place.source
            if source.line is not None:
                self._by_line[source.line].append(number)
            if source.page is not None:
                self._by_page[source.page].append(number)
            found = corners(source.cell) if source.cell else None
            if found:
                sheet, (row, column), _ = found
                self._by_cell[sheet, row, column] = number

    def within(self, source: Source | None) -> range | tuple[int, ...]:
        """The places that `source` means, from its first to its last line, in its cells, or on its page."""
        if source is None:
            return ()
        if source.cell:
            return self._in_cells(source.cell)
        if source.line is None:
            return tuple(self._by_page.get(source.page, ())) if source.page is not None else ()
        starts = self._on(source.line, source.page)
        if not starts:
            return ()
        last = starts[-1]
        if source.end_line is not None:
            end = next((number for number in self._by_line.get(source.end_line, ()) if number >= starts[0]), last)
            last = max(last, *self._on(source.end_line, self.places[end].source.page))
        return range(starts[0], last + 1)

    def after(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """The next lines below a line: a value may run on there. () below a row."""
        if not numbers or self.places[numbers[-1]].row is not None:
            return ()
        following = range(numbers[-1] + 1, min(numbers[-1] + 1 + _RUNS_ON, len(self.places)))
        return tuple(number for number in following if self.places[number].row is None)

    def _on(self, line: int, page: int | None) -> list[int]:
        found = self._by_line.get(line, [])
        pages = [self.places[number].source.page for number in found]
        if page is None or None in pages or page not in pages:
            return found
        return [number for number, its in zip(found, pages, strict=True) if its == page]

    def _in_cells(self, reference: str) -> tuple[int, ...]:
        found = corners(reference)
        if not found:
            return ()
        sheet, (top, left), (bottom, right) = found
        inside = [
            number
            for (name, row, column), number in self._by_cell.items()
            if name == sheet and top <= row <= bottom and left <= column <= right
        ]
        return tuple(sorted(inside))
