"""Which way up a page is: read, it makes the most sense the right way up."""

from collections.abc import Sequence
from dataclasses import replace

from pkcheck.documents.scans.picture import Picture, turned
from pkcheck.documents.scans.recognition import ReadLine, in_latin, lines_in

_SURE = 0.9
_LONG = 3
_MOST_SLOPE = 5.0


def read_upright(picture: Picture) -> tuple[int, tuple[ReadLine, ...]]:
    """By how many quarters the picture must be turned left, and its lines of print then.

    What stands askew on it, as in a stamp, is left out.
    """
    lines = lines_in(picture.pixels)
    standing = _weight(lines, upright=False) > _weight(lines, upright=True)
    best = 0, lines
    if standing or _sense(lines) < _SURE:
        others = [(quarters, lines_in(turned(picture, quarters).pixels)) for quarters in ((1, 3) if standing else (2,))]
        best = max(others if standing else [best, *others], key=lambda each: _sense(each[1]))
    straight = (_in_latin(line) for line in best[1] if line.upright and abs(line.slope) <= _MOST_SLOPE)
    return best[0], tuple(line for line in straight if line.letters)


def _weight(lines: Sequence[ReadLine], *, upright: bool) -> int:
    return sum(len(line.text) for line in lines if line.upright is upright and len(line.text) >= _LONG)


def _sense(lines: Sequence[ReadLine]) -> float:
    """How surely lines were read, each by its length; nothing read makes no sense."""
    total = sum(len(line.text) for line in lines)
    return sum(len(line.text) * line.confidence for line in lines) / total if total else 0.0


def _in_latin(line: ReadLine) -> ReadLine:
    letters = tuple(
        replace(letter, glyph=letter.glyph._replace(text=text))
        for letter in line.letters
        if (text := letter.glyph.text if letter.glyph.text.isspace() else in_latin(letter.glyph.text))
    )
    return replace(line, letters=letters, text="".join(letter.glyph.text for letter in letters))
