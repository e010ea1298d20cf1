"""Blanks that the engine overlooked: words that it read as one, though white stands between them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from pkcheck.documents.layout.words import Glyph
from pkcheck.documents.scans.picture import POINTS, Pixels
from pkcheck.documents.scans.recognition import Letter, ReadLine

_CORE = (0.15, 0.85)
_LEAST = 0.15
_ALONE = 0.22
_OF_A_BLANK = 0.8
_OF_A_LETTER = 2.2
_IN_FIGURES = frozenset("0123456789.,%:/-()")
_NEVER_AFTER_A_BLANK = frozenset(".,;:)%")


def with_blanks(line: ReadLine, ink: Pixels) -> tuple[Letter, ...]:
    """The letters of `line`, with a blank wherever `ink` (255 where there is any) shows one.

    What is wide is told by the line itself: by its other gaps, between letters and between words.
    """
    letters = [letter for letter in line.letters if not letter.glyph.text.isspace()]
    if len(letters) < 3 or not line.placed:  # noqa: PLR2004
        return line.letters
    parted = _parted(line.letters)
    gaps = [_white(a.glyph, b.glyph, ink) for a, b in pairwise(letters)]
    between_words = [gap for at, gap in enumerate(gaps, 1) if at in parted]
    within_words = [gap for at, gap in enumerate(gaps, 1) if at not in parted]
    height = letters[0].glyph.bottom - letters[0].glyph.top
    least = max(
        (_LEAST if between_words else _ALONE) * height,
        _OF_A_BLANK * median(between_words) if between_words else 0.0,
        _OF_A_LETTER * median(within_words) if within_words else 0.0,
    )
    words = [[letters[0]]]
    for at, (gap, letter) in enumerate(zip(gaps, letters[1:], strict=True), 1):
        joined = (
            letter.glyph.text in _NEVER_AFTER_A_BLANK or {letters[at - 1].glyph.text, letter.glyph.text} <= _IN_FIGURES
        )
        if at in parted or (gap > least and not joined):
            words.append([])
        words[-1].append(letter)
    return tuple(_in_a_row([_tight(word, ink) for word in words]))


def _in_a_row(words: Sequence[Sequence[Letter]]) -> Iterator[Letter]:
    for at, word in enumerate(words):
        if at:
            first = word[0].glyph
            yield Letter(first._replace(text=" ", x1=first.x0), 1.0)
        yield from word


def _tight(word: Sequence[Letter], ink: Pixels) -> list[Letter]:
    """`word` without the white before and behind it: the engine's boxes are wide, and gutters between columns narrow."""
    first, last = word[0].glyph, word[-1].glyph
    own = list(word)
    own[0] = Letter(first._replace(x0=first.x0 + _margin(first, ink, 1)), word[0].confidence)
    last = own[-1].glyph
    own[-1] = Letter(last._replace(x1=last.x1 - _margin(last, ink, -1)), word[-1].confidence)
    return own


def _margin(glyph: Glyph, ink: Pixels, step: int) -> float:
    """The white at the left (step 1) or right (-1) of a letter, in points, less than half of its width."""
    columns = _columns(ink, glyph.top, glyph.bottom, glyph.x0, glyph.x1)[::step]
    filled = np.flatnonzero(columns)
    return min(float(filled[0]) * POINTS, 0.45 * (glyph.x1 - glyph.x0)) if filled.size else 0.0


def _parted(letters: Sequence[Letter]) -> set[int]:
    """How many letters stand before each blank."""
    counts, count = set(), 0
    for letter in letters:
        if letter.glyph.text.isspace():
            counts.add(count)
        else:
            count += 1
    return counts


def _white(left: Glyph, right: Glyph, ink: Pixels) -> float:
    """The widest white between the middles of two letters, in points."""
    start, end = ((each.x0 + each.x1) / 2 for each in (left, right))
    filled = np.flatnonzero(np.concatenate(([True], _columns(ink, left.top, left.bottom, start, end), [True])))
    return float(np.diff(filled).max() - 1) * POINTS


def _columns(ink: Pixels, top: float, bottom: float, left: float, right: float) -> NDArray[np.bool_]:
    """For each column of pixels whether there is ink, at the height of the letters' cores."""
    first, last = (int((top + share * (bottom - top)) / POINTS) for share in _CORE)
    cut = ink[max(first, 0) : max(last, 1), max(int(left / POINTS), 0) : max(int(right / POINTS), 0)]
    return np.asarray(cut.any(axis=0), dtype=np.bool_)
