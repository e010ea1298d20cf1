"""PDF: text where there is text; pages that are pictures are handed to the reader of scans, where that is installed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, islice
from typing import Literal

import pypdfium2 as pdfium

from pkcheck import messages
from pkcheck.documents.document import Block, Document, Line, Opened, Row, Table
from pkcheck.documents.layout.blocks import Place, blocks_of
from pkcheck.documents.layout.ink import TooMuchInkError
from pkcheck.documents.layout.margins import Sheet, without_repeated_margins
from pkcheck.documents.layout.page import pieces_of
from pkcheck.documents.layout.pieces import Piece
from pkcheck.documents.layout.words import Box
from pkcheck.documents.pdfforms import is_endless, names_a_font
from pkcheck.documents.pdfguard import checked
from pkcheck.documents.pdfink import PdfPage, PdfPages
from pkcheck.errors import InputError
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.texts import Text

SCAN_DPI = 200
MAX_PIXELS = 5_000
_POINTS = 72
_PICTURE, _FULL_PICTURE, _MANY_PATHS = 0.1, 0.6, 100
_FEW_GLYPHS = 60
_TOO_UNMAPPED = 0.2
_MOSTLY = 0.5


@dataclass(slots=True)
class _Reading:
    """What has been read so far; pages that are scans have their blocks in `scanned`."""

    file: str
    sheets: list[Sheet] = field(default_factory=list)
    drawn: dict[int, PdfPage] = field(default_factory=dict)
    scanned: dict[int, tuple[Block, ...]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def note(self, text: Text, page: int, *, remark: bool = False, **facts: int) -> None:
        """Say `text` of a page."""
        place = Source(file=self.file, page=page)
        self.notes.append(Note("remark" if remark else "problem", text, place, {"page": page, **facts}))


def read(data: bytes, file: str) -> Document:
    """Read the pages in order; lines are numbered through the document, boxes are in points from the upper left corner.

    Raises InputError for what needs a password, cannot be opened, or is beyond the limits of `pdfguard`. A page that
    cannot be read becomes a problem note.
    """
    whole = opened(data, file)
    return joined(whole, [read_part(whole.data, file, 1, whole.pages)], file)


def opened(data: bytes, file: str) -> Opened:
    """The file as its pages can be read from it; raises what `read` raises."""
    plain, pages, is_whole = checked(data, file)
    notes = () if is_whole else (Note("problem", messages.PDF_CUT, Source(file=file)),)
    return Opened(plain, pages, notes, slow=_begins_as_a_scan(plain))


def _begins_as_a_scan(data: bytes) -> bool:
    """Whether the first page cannot have text: a guess that decides about time only."""
    try:
        return not names_a_font(next(iter(PdfPages(data))))
    except Exception:  # noqa: BLE001  pdfminer promises no kinds of errors for damaged files
        return False


def read_part(data: bytes, file: str, first: int, last: int) -> _Reading:
    """The pages `first` to `last` of what `opened` gave, as many of them as can be reached."""
    reading = _Reading(file)
    _read_pages(data, reading, first, last)
    return reading


def joined(opened: Opened, parts: Sequence[_Reading], file: str) -> Document:
    """The document of all parts: repeated margins and the numbers of lines are those of the whole."""
    whole = _Reading(file)
    for part in parts:
        whole.sheets.extend(part.sheets)
        whole.drawn.update(part.drawn)
        whole.scanned.update(part.scanned)
        whole.notes.extend(part.notes)
    if not whole.sheets:
        raise InputError(messages.PDF_BROKEN, file)
    if len(whole.sheets) < opened.pages:
        facts = {"pages": opened.pages, "read": len(whole.sheets)}
        whole.notes.insert(0, Note("problem", messages.PDF_PAGES_LOST, Source(file=file), facts))
    blocks = tuple(_blocks(whole))
    return Document(file=file, blocks=blocks, notes=(*opened.notes, *whole.notes))


def _read_pages(data: bytes, reading: _Reading, first: int, last: int) -> None:
    try:
        pages = PdfPages(data)
        for number, page in enumerate(islice(pages, first - 1, last), first):
            try:
                if is_endless(page):
                    raise TooMuchInkError  # noqa: TRY301
                drawn = pages.drawn(page)
                is_scan = _is_scan(drawn)
                pieces = () if is_scan else pieces_of(drawn.ink)
            except TooMuchInkError:
                reading.note(messages.PDF_PAGE_FULL, number)
                reading.sheets.append(Sheet(number, 0.0, ()))
                continue
            except Exception:  # noqa: BLE001  pdfminer promises no kinds of errors for damaged pages
                reading.note(messages.PDF_PAGE_BROKEN, number)
                reading.sheets.append(Sheet(number, 0.0, ()))
                continue
            if is_scan:
                pieces = _scanned(data, drawn, number, reading)
            if drawn.askew:
                reading.note(messages.PDF_TEXT_ASKEW, number, remark=True, count=drawn.askew)
            reading.sheets.append(Sheet(number, drawn.ink.height, pieces))
            reading.drawn[number] = drawn.without_ink()
    except InputError:
        raise
    except Exception:  # noqa: BLE001  as above; how many pages are missing is told of the whole
        return


def _is_scan(page: PdfPage) -> bool:
    """A page whose text is not there, has no meaning, lies hidden behind a picture, or is only stamped on one."""
    glyphs = sum(not glyph.text.isspace() for glyph in page.ink.glyphs)
    if not glyphs:
        return page.pictured > _PICTURE or page.paths > _MANY_PATHS
    if page.unmapped > _TOO_UNMAPPED:
        return True
    return page.pictured > _FULL_PICTURE and (page.hidden > _MOSTLY or glyphs < _FEW_GLYPHS)


def _scanned(data: bytes, page: PdfPage, number: int, reading: _Reading) -> tuple[Piece, ...]:
    """The blocks of a scan go to `reading.scanned`; without a reader of scans its hidden text must do, if it has any."""
    try:
        found = _recognised(data, number, reading.file)
    except ImportError:
        if page.hidden > _MOSTLY:
            reading.note(messages.PDF_HIDDEN_TEXT, number, remark=True)
            return pieces_of(page.ink)
        reading.note(messages.PDF_PAGE_SCANNED, number)
        return ()
    reading.scanned[number] = found.blocks
    reading.notes.extend(found.notes)
    return ()


def _recognised(data: bytes, number: int, file: str) -> Document:
    """A page by way of its picture. Raises ImportError where the extra `ocr` is not installed."""
    from pkcheck.documents.scans import read_scanned_page

    with pdfium.PdfDocument(data) as document:
        shown = document[number - 1]
        scale = min(SCAN_DPI / _POINTS, MAX_PIXELS / max(*shown.get_size(), 1))
        picture = shown.render(scale=scale).to_pil()
    return read_scanned_page(picture, file, number, scale * _POINTS)


def _blocks(reading: _Reading) -> Iterator[Block]:
    lines = count(1)
    for sheet in without_repeated_margins(reading.sheets):
        if sheet.number in reading.scanned:
            yield from (_renumbered(block, lines) for block in reading.scanned[sheet.number])
            continue
        if sheet.pieces:
            place = _place(reading.file, sheet.number, reading.drawn[sheet.number])
            blocks, notes = blocks_of(sheet.pieces, place, lines)
            reading.notes.extend(notes)
            yield from blocks


def _place(file: str, number: int, page: PdfPage) -> Place:
    def place(box: Box, line: int, how: Literal["text", "table"]) -> Source:
        left, top, right, bottom = (round(each, 1) for each in page.as_shown(box))
        read = "ocr" if page.hidden > _MOSTLY else how
        return Source(file=file, page=number, line=line, box=(left, top, right, bottom), how=read)

    return place


def _renumbered(block: Block, lines: Iterator[int]) -> Block:
    if isinstance(block, Line):
        return replace(block, source=_on_line(block.source, next(lines)))
    rows = []
    for row in block.rows:
        line = next(lines)
        cells = tuple(replace(cell, source=_on_line(cell.source, line)) for cell in row.cells)
        rows.append(Row(cells, _on_line(row.source, line)))
    return Table(tuple(rows))


def _on_line(source: Source, line: int) -> Source:
    return source.model_copy(update={"line": line})
