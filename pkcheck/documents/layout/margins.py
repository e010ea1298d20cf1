"""Headers, footers and page numbers: what stands in the margin of every page is said once, or not at all."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pkcheck.documents.layout.pieces import Piece, TextPiece

_TOP, _BOTTOM = 0.075, 0.9
_MIN_PAGES = 3
_NEARLY_ALL = 0.9
_MIN_NUMBERED = 2
_PAGE_NUMBER = re.compile(
    r"^[-–—\s|(\[]*(?:halaman|hal\.?|page)?\s*(\d{1,4})(?:\s*(?:dari|of|/)\s*\d{1,4})?[-–—\s|)\]]*(?:p\s?a\s?g\s?e|halaman|hal\.?)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The pieces of one page; `number` from 1, `height` in points."""

    number: int
    height: float
    pieces: tuple[Piece, ...]


def without_repeated_margins(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """`sheets` without page numbers that count the pages, and with a header or footer of nearly every page only once."""
    filled = [sheet for sheet in sheets if sheet.pieces]
    counting = _counting(filled)
    texts = Counter(text for sheet in filled for text in {_unnumbered(piece, sheet) for piece in _marginal(sheet)})
    repeated = {
        text for text, times in texts.items() if times >= _MIN_PAGES and times >= _NEARLY_ALL * len(filled) and text
    }
    said: set[str] = set()
    kept = []
    for sheet in sheets:
        marginal = {id(piece) for piece in _marginal(sheet)}
        pieces: list[Piece] = []
        for piece in sheet.pieces:
            if id(piece) in marginal and isinstance(piece, TextPiece):
                if _page_number(piece) is not None and _page_number(piece) == _expected(sheet, counting):
                    continue
                text = _unnumbered(piece, sheet)
                if text in said and text in repeated:
                    continue
                said.add(text)
            pieces.append(piece)
        kept.append(Sheet(sheet.number, sheet.height, tuple(pieces)))
    return tuple(kept)


def _marginal(sheet: Sheet) -> list[TextPiece]:
    return [
        piece
        for piece in sheet.pieces
        if isinstance(piece, TextPiece)
        and piece.text
        and (piece.box[3] <= _TOP * sheet.height or piece.box[1] >= _BOTTOM * sheet.height)
    ]


def _unnumbered(piece: TextPiece, sheet: Sheet) -> str:
    """The text without the number of its page at its end: "Halaman 3", "PK Dinas X 2024 | 3"."""
    return re.sub(rf"(?<!\d){sheet.number}(?=\W*(?:p\s?a\s?g\s?e)?$)", "#", piece.text, flags=re.IGNORECASE)


def _page_number(piece: TextPiece) -> int | None:
    found = _PAGE_NUMBER.match(piece.text)
    return int(found[1]) if found else None


def _counting(sheets: Sequence[Sheet]) -> int | None:
    """How far the printed page numbers are ahead of the pages, None where none are printed."""
    ahead = Counter(
        number - sheet.number for sheet in sheets for piece in _marginal(sheet) if (number := _page_number(piece))
    )
    if not ahead:
        return None
    difference, times = ahead.most_common(1)[0]
    return difference if times >= _MIN_NUMBERED else None


def _expected(sheet: Sheet, counting: int | None) -> int | None:
    return None if counting is None else sheet.number + counting
