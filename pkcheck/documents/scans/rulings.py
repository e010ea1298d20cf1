"""The ruling lines of a picture, also where stamp, pen or a poor copy broke them."""

from collections.abc import Iterator, Sequence
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from pkcheck.documents.layout.ink import Rule
from pkcheck.documents.scans.picture import POINTS, Picture, Pixels, ink_of

Direction = Literal["across", "down"]
_SHORTEST: dict[Direction, int] = {"across": 60, "down": 40}  # longer than joined serifs, and than the stem of a letter
_BRIDGED = 25
_THICK = 12
_SEEN = 0.6
_NEAR = 2.5


def rules_of(clean: Picture, uncleaned: Picture) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    """Horizontal and vertical lines, in points; where an overlay was taken off, a line may run on under it."""
    ink = ink_of(clean.pixels)
    covered = np.where((clean.pixels != uncleaned.pixels).any(axis=2), 255, 0).astype(np.uint8)
    across = tuple(rule for rule, _ in _rules(ink, covered, "across"))
    down = _rules(np.ascontiguousarray(ink.T), np.ascontiguousarray(covered.T), "down")
    return across, tuple(rule for rule, is_plain in down if is_plain or _from_line_to_line(rule, across))


def _from_line_to_line(rule: Rule, across: Sequence[Rule]) -> bool:
    """Whether a vertical line begins and ends at horizontal ones, as the walls of cells do and the stems of letters do not."""
    met = [line.at for line in across if line.start - _NEAR <= rule.at <= line.end + _NEAR]
    return all(any(abs(at - end) <= _NEAR for at in met) for end in (rule.start, rule.end))


def without_rules(ink: Pixels) -> Pixels:
    """`ink` with its ruling lines taken out."""
    down = np.ascontiguousarray(_line_ink(np.ascontiguousarray(ink.T), _SHORTEST["down"]).T)
    lines = cv2.bitwise_or(_line_ink(ink, _SHORTEST["across"]), down)
    return cv2.bitwise_and(ink, cv2.bitwise_not(cv2.dilate(lines, np.ones((5, 5), np.uint8)))).astype(np.uint8)


def _line_ink(ink: Pixels, shortest: int) -> Pixels:
    """What belongs to horizontal lines. Ink of a pixel's height more or less, so that a slope breaks none."""
    thicker = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    return cv2.morphologyEx(thicker, cv2.MORPH_OPEN, np.ones((1, shortest), np.uint8)).astype(np.uint8)


def _rules(ink: Pixels, covered: Pixels, direction: Direction) -> Iterator[tuple[Rule, bool]]:
    """Horizontal lines of `ink`; vertical ones come as those of its transpose. With each, whether all of it can be seen."""
    shortest = _SHORTEST[direction]
    seen, pieces = _line_ink(ink, shortest), _line_ink(ink, shortest // 2)
    possible = _line_ink(cv2.bitwise_or(ink, covered).astype(np.uint8), shortest)
    lines = cv2.morphologyEx(possible, cv2.MORPH_CLOSE, np.ones((3, _BRIDGED), np.uint8)).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(lines)
    for number in range(1, count):
        left, top, width, height, area = (int(each) for each in stats[number])
        window = (slice(top, top + height), slice(left, left + width))
        own = labels[window] == number
        if _share(own, pieces[window]) < _SEEN:
            continue
        is_plain = _share(own, seen[window]) >= _SEEN
        if area <= _THICK * width:
            yield _rule(top + float(np.median(np.nonzero(own)[0])), left, width), is_plain
        elif direction == "across" or height > 3 * _THICK:
            yield _rule(top, left, width), is_plain
            yield _rule(top + height, left, width), is_plain


def _share(own: NDArray[np.bool_], ink: Pixels) -> float:
    """Along how much of a line there is ink."""
    return float((own & (ink > 0)).any(axis=0).mean())


def _rule(at: float, start: float, length: float) -> Rule:
    return Rule(at * POINTS, start * POINTS, (start + length) * POINTS)
