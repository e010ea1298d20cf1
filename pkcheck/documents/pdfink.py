"""The glyphs and ruling lines of a PDF's pages, by pdfminer.six, which is watched while it draws them."""

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Self

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTFigure, LTImage, LTLine, LTPage, LTRect
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import stream_value

from pkcheck.documents.layout.ink import Ink, Rule, TooMuchInkError
from pkcheck.documents.layout.words import Box, Glyph

MAX_CONTENT, MAX_CONTENT_OF_ALL = 4 * 1024 * 1024, 64 * 1024 * 1024
MAX_MARKS, MAX_MARKS_OF_ALL = 100_000, 4_000_000
_THIN = 3.0
_STRAIGHT = 0.5
_WHITE = 0.99
_CMYK = 4
_INVISIBLE = 3
_MOST = 0.6
_UNREADABLE = "(cid:"

logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # else its warnings go to the user's screen


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: its ink as it is read, `turn` quarter turns clockwise from how it is shown.

    `pictured` is the share of the page that its largest picture covers; `paths` counts what is drawn in lines; `hidden` the share of glyphs that are not shown,
    as those behind a scan; `unmapped` the share without a meaning; `askew` the number that were left out because they
    stand in another direction than most.
    """

    ink: Ink
    turn: int
    pictured: float
    paths: int
    hidden: float
    unmapped: float
    askew: int

    def as_shown(self, box: Box) -> Box:
        """A box of the ink as it stands on the page that is shown."""
        return _turned_box(box, -self.turn, self.ink.width, self.ink.height)

    def without_ink(self) -> Self:
        """The same, its glyphs and rules forgotten."""
        return replace(self, ink=replace(self.ink, glyphs=(), across=(), down=()))


class PdfPages:
    """The pages of a PDF without encryption, one after the other."""

    def __init__(self, data: bytes) -> None:
        document = PDFDocument(PDFParser(io.BytesIO(data)), caching=True)
        self._resources = PDFResourceManager(caching=True)
        self._pages = PDFPage.create_pages(document)
        self._content = self._marks = 0

    def __iter__(self) -> Iterator[PDFPage]:
        """The pages, up to the one at which all together hold more than any document does."""
        for page in self._pages:
            if self._content > MAX_CONTENT_OF_ALL or self._marks > MAX_MARKS_OF_ALL:
                return
            yield page

    def drawn(self, page: PDFPage) -> PdfPage:
        """What stands on `page`. Raises TooMuchInkError, and whatever pdfminer raises for a damaged page."""
        canvas = _Canvas(self._resources)
        try:
            _Interpreter(self._resources, canvas).process_page(page)
        finally:
            self._content += canvas.content
            self._marks += canvas.marks
        if canvas.page is None:
            raise TooMuchInkError
        return _pdf_page(canvas.page, canvas.hidden)


class _Canvas(PDFLayoutAnalyzer):
    """Collects what is drawn, and stops where that is too much."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.page: LTPage | None = None
        self.hidden = 0
        self.marks = 0
        self.content = 0

    def receive_layout(self, ltpage: LTPage) -> None:
        self.page = ltpage

    def read(self, length: int) -> None:
        """`length` bytes of content are to be carried out, again or for the first time."""
        self.content += length
        if self.content > MAX_CONTENT:
            raise TooMuchInkError

    def _mark(self) -> None:
        self.marks += 1
        if self.marks > MAX_MARKS:
            raise TooMuchInkError

    def begin_figure(self, *args: Any) -> None:
        self._mark()
        super().begin_figure(*args)

    def paint_path(self, *args: Any) -> None:
        self._mark()
        super().paint_path(*args)

    def render_char(self, *args: Any) -> float:
        self._mark()
        return super().render_char(*args)

    def render_string(self, textstate: Any, *args: Any) -> None:
        before = self.marks
        super().render_string(textstate, *args)
        if textstate.render == _INVISIBLE:
            self.hidden += self.marks - before


class _Interpreter(PDFPageInterpreter):
    def execute(self, streams: Sequence[object]) -> None:
        if isinstance(self.device, _Canvas):
            self.device.read(sum(len(stream_value(each).get_data()) for each in streams))
        super().execute(streams)


def _pdf_page(page: LTPage, hidden: int) -> PdfPage:
    width, height = page.width, page.height
    chars: list[LTChar] = []
    across: list[Rule] = []
    down: list[Rule] = []
    pictured = 0.0
    paths = 0
    for item in _items(page):
        if isinstance(item, LTChar):
            chars.append(item)
        elif isinstance(item, LTCurve):
            paths += 1
            for x0, y0, x1, y1 in _strokes(item):
                if y0 == y1:
                    across.append(Rule(height - y0, x0, x1))
                else:
                    down.append(Rule(x0, height - y1, height - y0))
        elif isinstance(item, LTImage) and width * height:
            shown = max(min(item.x1, width) - max(item.x0, 0), 0) * max(min(item.y1, height) - max(item.y0, 0), 0)
            pictured = max(pictured, shown / (width * height))
    printed = [char for char in chars if not char.get_text().isspace()]
    turn = _turn(printed)
    glyphs = [_glyph(char, height) for char in chars if _direction(char) == turn]
    ink = Ink(tuple(glyphs), tuple(across), tuple(down), width, height)
    count = max(len(printed), 1)
    return PdfPage(
        ink=_turned(ink, turn),
        turn=turn,
        pictured=pictured,
        paths=paths,
        hidden=min(hidden / count, 1.0),
        unmapped=sum(_UNREADABLE in char.get_text() for char in printed) / count,
        askew=sum(_direction(char) != turn for char in printed),
    )


def _items(container: LTContainer[Any]) -> Iterator[Any]:
    for item in container:
        if isinstance(item, LTFigure):
            yield from _items(item)
        else:
            yield item


def _glyph(char: LTChar, height: float) -> Glyph:
    bold = "bold" in str(char.fontname).casefold()
    return Glyph(char.get_text(), char.x0, height - char.y1, char.x1, height - char.y0, bold)


def _direction(char: LTChar) -> int:
    """In which direction a glyph is read: 0 to the right, then clockwise 1 down, 2 to the left, 3 up; -1 askew."""
    a, b, c, d, _, _ = char.matrix
    if abs(b) + abs(c) < 0.1 * (abs(a) + abs(d)):
        return 0 if a >= 0 else 2
    if abs(a) + abs(d) < 0.1 * (abs(b) + abs(c)):
        return 3 if b > 0 else 1
    return -1


def _turn(chars: Sequence[LTChar]) -> int:
    """The direction in which most of the page is read."""
    counts = {turn: sum(_direction(char) == turn for char in chars) for turn in range(4)}
    most = max(counts, key=lambda turn: counts[turn])
    return most if counts[most] > _MOST * len(chars) else 0


def _turned(ink: Ink, turn: int) -> Ink:
    """`ink` turned back so that it is read to the right."""
    if turn == 0:
        return ink
    width, height = (ink.height, ink.width) if turn % 2 else (ink.width, ink.height)
    glyphs = []
    for glyph in ink.glyphs:
        x0, top, x1, bottom = _turned_box((glyph.x0, glyph.top, glyph.x1, glyph.bottom), turn, ink.width, ink.height)
        glyphs.append(glyph._replace(x0=x0, top=top, x1=x1, bottom=bottom))
    across, down = [], []
    for rule, is_across in [*((rule, True) for rule in ink.across), *((rule, False) for rule in ink.down)]:
        box = (rule.start, rule.at, rule.end, rule.at) if is_across else (rule.at, rule.start, rule.at, rule.end)
        x0, top, x1, bottom = _turned_box(box, turn, ink.width, ink.height)
        if is_across == (turn % 2 == 0):
            across.append(Rule(top, x0, x1))
        else:
            down.append(Rule(x0, top, bottom))
    return replace(ink, glyphs=tuple(glyphs), across=tuple(across), down=tuple(down), width=width, height=height)


def _turned_box(box: Box, turn: int, width: float, height: float) -> Box:
    """`box` on a page of `width` and `height` after `turn` quarter turns against the clock."""
    for _ in range(turn % 4):
        x0, top, x1, bottom = box
        box = (top, width - x1, bottom, width - x0)
        width, height = height, width
    return box


def _strokes(item: LTCurve) -> Iterator[Box]:
    """The straight lines that a path shows: its own, the middle of a thin box, or the sides of a shaded one."""
    if not _is_seen(item):
        return
    x0, y0, x1, y1 = item.x0, item.y0, item.x1, item.y1
    if isinstance(item, LTRect):
        if min(x1 - x0, y1 - y0) < _THIN:
            if y1 - y0 < _THIN:
                yield (x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
            if x1 - x0 < _THIN:
                yield ((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)
            return
        yield from ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1))
        return
    points = [(x0, y0), (x1, y1)] if isinstance(item, LTLine) else item.pts
    for (ax, ay), (bx, by) in pairwise(points):
        if abs(ay - by) < _STRAIGHT:
            yield (min(ax, bx), ay, max(ax, bx), ay)
        elif abs(ax - bx) < _STRAIGHT:
            yield (ax, min(ay, by), ax, max(ay, by))


def _is_seen(item: LTCurve) -> bool:
    if item.stroke and not _is_white(item.stroking_color):
        return True
    is_box = isinstance(item, LTRect)
    return bool(item.fill) and is_box and not _is_white(item.non_stroking_color)


def _is_white(color: Any) -> bool:
    parts = color if isinstance(color, tuple | list) else (color,)
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return False
    return bool(max(parts) < 1 - _WHITE if len(parts) == _CMYK else min(parts) > _WHITE)
