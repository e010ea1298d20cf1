"""Cells in which something is printed and nothing was read: a lone figure, a dash, a sign of percent."""

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from pkcheck.documents.layout.grid import Grid, Span
from pkcheck.documents.layout.words import Box
from pkcheck.documents.scans.picture import POINTS, Picture, Pixels
from pkcheck.documents.scans.recognition import Letter, ReadLine, line_of, spread
from pkcheck.documents.scans.rereading import cut_out

_INSET = 2.0
_SPECK = 8
_TALLEST_LINE = 24.0
_LEAST = 2.0
_ROOM = 2.0
_LEAST_CONFIDENCE = 0.3


def overlooked(grids: Sequence[Grid], letters: Sequence[Letter], picture: Picture, ink: Pixels) -> Iterator[ReadLine]:
    """What stands in cells without letters, each cut out and read by itself; `ink` is without ruling lines."""
    for grid in grids:
        filled = {grid.at(*_middle(letter)) for letter in letters}
        for span in dict.fromkeys(grid.owners.values()):
            box = _printed(span, ink) if span not in filled else None
            if box is None:
                continue
            text, confidence = line_of(cut_out(picture.pixels, box))
            if text and confidence >= _LEAST_CONFIDENCE:
                yield spread(text, confidence, box)


def _middle(letter: Letter) -> tuple[float, float]:
    glyph = letter.glyph
    return (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2


def _printed(span: Span, ink: Pixels) -> Box | None:
    """The box around the ink within a cell, with some room; None for an empty cell or more than one line."""
    left, top, right, bottom = (
        int((each + inset) / POINTS) for each, inset in zip(span.box, (_INSET, _INSET, -_INSET, -_INSET), strict=True)
    )
    inside = ink[top:bottom, left:right]
    if not inside.size:
        return None
    count, _, stats, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(inside))
    marks = [stats[number] for number in range(1, count) if stats[number, cv2.CC_STAT_AREA] >= _SPECK]
    if not marks:
        return None
    x0, y0 = (min(int(mark[at]) for mark in marks) for at in (0, 1))
    x1, y1 = (max(int(mark[at] + mark[at + 2]) for mark in marks) for at in (0, 1))
    width, height = (x1 - x0) * POINTS, (y1 - y0) * POINTS
    if height > _TALLEST_LINE or max(width, height) < _LEAST:
        return None
    room = max(_ROOM, (8.0 - height) / 2)
    return (
        (left + x0) * POINTS - _ROOM,
        (top + y0) * POINTS - room,
        (left + x1) * POINTS + _ROOM,
        (top + y1) * POINTS + room,
    )
