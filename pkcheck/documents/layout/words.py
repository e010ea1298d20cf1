"""Glyphs as words and lines: what stands beside each other is a line, what stands close is a word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_SAME_LINE = 0.45
"""Two glyphs stand on one line when their middles differ by less than this share of the larger one's height."""
_WORD_GAP = 0.18
_WIDE_GAP = 1.0
_UNEVEN = 2.2
_MIN_GAPS = 4
_SPACED_OUT = 3
_SPACED_OUT_BREAK, _FAR_APART = 1.6, 3
_OVERPRINT = 0.3
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "ft",
    "\ufb06": "st",
}
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f]")
SOFT_HYPHEN = "\xad"

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the upper left corner."""


class Glyph(NamedTuple):
    """One printed character, or several that were printed as one."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False

    @property
    def height(self) -> float:
        """Of the line that it stands on, about the size of its font."""
        return self.bottom - self.top


class Word(NamedTuple):
    """Glyphs without a gap."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False

    @property
    def height(self) -> float:
        """About the size of its font."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """Words on one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def box(self) -> Box:
        """The smallest box around the words."""
        return bounds(self.words)

    @property
    def height(self) -> float:
        """Of its tallest word."""
        return max(word.height for word in self.words)

    @property
    def text(self) -> str:
        """The words with single blanks."""
        return " ".join(word.text for word in self.words)

    def pieces(self) -> tuple[tuple[Word, ...], ...]:
        """The words in runs, parted where a gap is wide and not merely that of a justified line."""
        gaps = [right.x0 - left.x1 for left, right in pairwise(self.words)]
        usual = sorted(gaps)[len(gaps) // _MIN_GAPS - 1] if len(gaps) >= _MIN_GAPS else 0.0
        wide = max(_WIDE_GAP * self.height, _UNEVEN * usual)
        runs: list[list[Word]] = [[self.words[0]]]
        for gap, word in zip(gaps, self.words[1:], strict=True):
            if gap > wide:
                runs.append([word])
            else:
                runs[-1].append(word)
        return tuple(tuple(run) for run in runs)


def bounds(words: Iterable[Word | Glyph]) -> Box:
    """The smallest box around `words`, of which there is at least one."""
    boxes = list(words)
    return (
        min(word.x0 for word in boxes),
        min(word.top for word in boxes),
        max(word.x1 for word in boxes),
        max(word.bottom for word in boxes),
    )


def lines_of(glyphs: Iterable[Glyph]) -> tuple[PrintedLine, ...]:
    """The lines that `glyphs` stand on, from top to bottom."""
    lines = (PrintedLine(tuple(_words(row))) for row in _rows(glyphs))
    return tuple(line for line in lines if line.words)


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    middle = height = 0.0
    for glyph in sorted(glyphs, key=lambda each: each.top + each.bottom):
        at = (glyph.top + glyph.bottom) / 2
        if row and at - middle > _SAME_LINE * max(height, glyph.height):
            yield row
            row = []
        if not row or glyph.height > height:
            middle, height = (at if not row else middle), glyph.height
        row.append(glyph)
    if row:
        yield row


def _words(row: list[Glyph]) -> Iterator[Word]:
    words: list[Word] = []
    held: list[Glyph] = []
    for glyph in sorted(row, key=lambda each: each.x0):
        text = _INVISIBLE.sub("", glyph.text)
        if not text:
            continue
        if text.isspace():
            words.extend(_joined(held))
            held = []
            continue
        last = held[-1] if held else None
        if last and last.text == text and glyph.x0 - last.x0 < _OVERPRINT * (last.x1 - last.x0):
            continue  # printed twice, to look bold
        if last and glyph.x0 - last.x1 > _WORD_GAP * max(last.height, glyph.height):
            words.extend(_joined(held))
            held = []
        held.append(glyph._replace(text=text))
    words.extend(_joined(held))
    return _closed_up(words)


def _joined(glyphs: list[Glyph]) -> list[Word]:
    if not glyphs:
        return []
    text = "".join(_LIGATURES.get(glyph.text, glyph.text) for glyph in glyphs)
    return [
        Word(
            text,
            glyphs[0].x0,
            min(glyph.top for glyph in glyphs),
            max(glyph.x1 for glyph in glyphs),
            max(glyph.bottom for glyph in glyphs),
            all(glyph.bold for glyph in glyphs),
        )
    ]


def _closed_up(words: list[Word]) -> Iterator[Word]:
    """`words`, with those that were spaced out letter by letter in one: "N a m a"; several stay one, blanks between them."""
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and len(words[end].text) == 1 and words[end].text.isalpha():
            end += 1
        if end - at < _SPACED_OUT:
            end = max(end, at + 1)
            yield from words[at:end]
        else:
            yield from _by_gaps(words[at:end])
        at = end


def _by_gaps(letters: list[Word]) -> Iterator[Word]:
    gaps = [right.x0 - left.x1 for left, right in pairwise(letters)]
    wide = _SPACED_OUT_BREAK * median(gaps)
    word = letters[0]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > _FAR_APART * wide:
            yield word
            word = letter
        else:
            text = f"{word.text} {letter.text}" if gap > wide else word.text + letter.text
            bottom = max(word.bottom, letter.bottom)
            word = Word(text, word.x0, min(word.top, letter.top), letter.x1, bottom, word.bold)
    yield word


def run_together(texts: Sequence[str]) -> str:
    """Lines of one cell or sentence as one text: a hyphen at a line's end stays and joins, a soft one goes."""
    whole = ""
    for text in texts:
        if not whole or whole.endswith(SOFT_HYPHEN) or (re.search(r"\w-$", whole) and text[:1].isalnum()):
            whole += text
        else:
            whole += f" {text}"
    return whole.replace(SOFT_HYPHEN, "").strip()
