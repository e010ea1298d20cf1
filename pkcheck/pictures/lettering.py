"""How wide text is and where it breaks, near enough for labels: the widths are those of Arial and of fonts cut to them."""

import unicodedata
from collections.abc import Iterator

from pkcheck.display import visible

FONT = "Arial, Helvetica, 'Liberation Sans', sans-serif"
_MORE = "…"
_BOLD = 1.08
# Thousandths of the size, of letters that are equally wide.
_WIDTHS = {
    222: "ijl'|",
    278: "I!,./:;\\[]ft \u00a0",
    333: "r()-`{}",
    389: '*"',
    500: "ckszxvyJ",
    556: "0123456789abdeghnopqu_?L#$",
    584: "+<=>~",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1015: "@",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_OTHER, _WIDE = 620, 1000


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line, in the unit of `size`."""
    return sum(map(_letter, text)) * size / 1000 * (_BOLD if bold else 1)


def label(text: str, width: float, size: float, lines: int, *, bold: bool = False) -> tuple[str, ...]:
    """`text` in at most so many lines that are no wider than `width`; what has no room is cut with an ellipsis."""
    found: list[str] = []
    at = ""
    for word in _words(visible(text), width, size, bold=bold):
        longer = f"{at} {word}" if at else word
        if width_of(longer, size, bold=bold) <= width:
            at = longer
            continue
        found.append(at)
        at = word
        if len(found) == lines:
            return (*found[:-1], _cut(f"{found[-1]} {word}", width, size, bold=bold))
    return (*found, at) if at else tuple(found)


def _words(text: str, width: float, size: float, *, bold: bool) -> Iterator[str]:
    """The words, those broken that are wider than a line."""
    for word in filter(None, text.split(" ")):
        piece = ""
        for letter in word:
            if piece and width_of(piece + letter, size, bold=bold) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece


def _cut(line: str, width: float, size: float, *, bold: bool) -> str:
    while line and width_of(line + _MORE, size, bold=bold) > width:
        line = line[:-1]
    return line.rstrip() + _MORE


def _letter(letter: str) -> int:
    known = _WIDTH_OF.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHER
