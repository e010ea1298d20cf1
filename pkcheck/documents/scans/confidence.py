"""How sure the reading of a place is: as sure as its least sure word, and of a figure as its least sure digit."""

from collections.abc import Iterator, Sequence
from statistics import fmean

from pkcheck.documents.layout.words import Box, bounds
from pkcheck.documents.scans.recognition import Letter, ReadLine
from pkcheck.sureness import UNSURE

_POOR = 0.1
_FEW = 2
_USUAL = 0.93


class Certainties:
    """The words of a page with their confidence."""

    def __init__(self, letters: Sequence[Letter]) -> None:
        self._words = [(*_middle(word), _confidence(word)) for word in _words(letters)]

    def within(self, box: Box) -> float | None:
        """From 0 to 1, None where nothing was read."""
        left, top, right, bottom = box
        inside = [sure for x, y, sure in self._words if left <= x <= right and top <= y <= bottom]
        return round(min(inside), 3) if inside else None


def is_poor(letters: Sequence[Letter]) -> bool:
    """Whether a page was read so unsurely that a person should compare it with the paper."""
    words = [_confidence(word) for word in _words(letters)]
    return bool(words) and (sum(each < UNSURE for each in words) > _POOR * len(words) or fmean(words) < _USUAL)


def is_speck(line: ReadLine) -> bool:
    """Whether a letter or two were read so unsurely that they may as well be dirt, or part of a drawing."""
    return len("".join(line.text.split())) <= _FEW and line.confidence < UNSURE


def _words(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Letters up to a blank, or to the next one that does not stand to the right on the same line."""
    word: list[Letter] = []
    for letter in letters:
        if word and (letter.glyph.text.isspace() or not _goes_on(word[-1], letter)):
            yield word
            word = []
        if not letter.glyph.text.isspace():
            word.append(letter)
    if word:
        yield word


def _goes_on(left: Letter, right: Letter) -> bool:
    return abs(left.glyph.x1 - right.glyph.x0) < 1.0 and left.glyph.top < right.glyph.bottom


def _middle(word: Sequence[Letter]) -> tuple[float, float]:
    left, top, right, bottom = bounds([letter.glyph for letter in word])
    return (left + right) / 2, (top + bottom) / 2


def _confidence(word: Sequence[Letter]) -> float:
    digits = [letter.confidence for letter in word if letter.glyph.text.isdigit()]
    return min([fmean(letter.confidence for letter in word), *digits])
