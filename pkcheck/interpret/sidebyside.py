"""Signature blocks that stand side by side, put one below the other: whatever parts them, cells or blanks."""

import re
from collections.abc import Iterator, Sequence

from pkcheck.interpret.lines import Item, label, title
from pkcheck.quantities.dates import parse_date

_GAP = re.compile(r"\s{3,}")
_Half = tuple[float, str]
"""Where the middle of a text stands, in cells or in columns, and the text."""


def one_below_the_other(items: Sequence[Item]) -> Iterator[Item]:
    """`items`, with each pair of blocks as first the left and then the right one.

    A pair opens with two labels on one line ("Pihak Kedua," and "Pihak Pertama,"), or a label and a place and date; it
    ends where a line is neither in two halves nor clearly under one of them.
    """
    at = 0
    while at < len(items):
        opening = _halves(items[at])
        if not _opens(opening):
            yield items[at]
            at += 1
            continue
        end = _end(items, at)
        yield from _turned(items[at:end], (opening[0][0] + opening[1][0]) / 2)
        at = end


def _halves(item: Item) -> list[_Half]:
    if item.row is not None:
        return [(float(at), cell.text) for at, cell in enumerate(item.row.cells) if cell.text]
    found, start = [], item.indent
    for part in _GAP.split(item.text):
        begins = item.text.index(part, max(start - item.indent, 0)) + item.indent
        found.append((begins + len(part) / 2, part))
        start = begins + len(part)
    return [half for half in found if half[1]]


def _opens(halves: list[_Half]) -> bool:
    texts = [text for _, text in halves]
    labels = sum(label(text) is not None for text in texts)
    dates = sum(parse_date(text) is not None for text in texts)
    return len(texts) == 2 and labels >= 1 and labels + dates == 2  # noqa: PLR2004


def _only_dated(opening: Item) -> bool:
    """Whether one half of the opening line is a date, so that a label may still come below it."""
    return any(parse_date(text) is not None for _, text in _halves(opening))


def _end(items: Sequence[Item], start: int) -> int:
    """After the last line that belongs to the pair of blocks which opens at `start`."""
    end = start + 1
    for at in range(start + 1, len(items)):
        halves = _halves(items[at])
        if not halves:
            continue
        single = len(halves) == 1 and (items[at].row is not None or items[at].indent > 0)
        if title(items[at].text) or not (single or len(halves) == 2):  # noqa: PLR2004
            break
        if _opens(halves) and not _only_dated(items[start]):
            break
        end = at + 1
    return end


def _turned(items: Sequence[Item], middle: float) -> Iterator[Item]:
    """Dates first, then the left block, then the right one."""
    left: list[Item] = []
    right: list[Item] = []
    for item in items:
        halves = _halves(item)
        for number, (where, text) in enumerate(halves):
            piece = Item(text, item.source)
            if parse_date(text) is not None:
                yield piece
            elif number == 1 or (len(halves) == 1 and where > middle):
                right.append(piece)
            else:
                left.append(piece)
    yield from left
    yield from right
