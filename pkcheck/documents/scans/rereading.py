"""Some lines are read again: figures, what was not read surely, and what stood under a stamp or a pen stroke.

What two readings of a figure, or of what was covered, do not agree on is not certain, whatever the engine thinks of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pkcheck.documents.layout.words import Box
from pkcheck.documents.scans.picture import POINTS, Picture, Pixels
from pkcheck.documents.scans.recognition import ReadLine, lines_of, retold

DISPUTED = 0.5
_LONGEST_FIGURE = 40
_ROOM = 1.5
_UNSURE = 0.9


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    confidence: float


def confirmed(lines: Sequence[ReadLine], clean: Picture, uncleaned: Picture) -> Iterator[ReadLine]:
    """Each line by its best reading, as sure as its readings agree."""
    covered = [_was_covered(line, clean, uncleaned) for line in lines]
    crops = [
        tuple(_to_read_again(line, clean, uncleaned, was_covered=own)) for line, own in zip(lines, covered, strict=True)
    ]
    again = iter(lines_of([crop for each in crops for crop in each]))
    for line, own, was_covered in zip(lines, crops, covered, strict=True):
        yield _by_its_best(line, [_Reading(*next(again)) for _ in own], was_covered=was_covered)


def _by_its_best(line: ReadLine, further: Sequence[_Reading], *, was_covered: bool) -> ReadLine:
    readings = [_Reading(line.text, line.confidence), *further]
    best = max(readings, key=lambda reading: reading.confidence)
    figures = {_digits(reading.text) for reading in readings if reading.confidence >= DISPUTED}
    texts = {_bare(reading.text) for reading in readings if reading.confidence >= DISPUTED}
    is_disputed = (any(figures) and len(figures) > 1) or (was_covered and len(texts) > 1)
    told = line if _bare(best.text) == _bare(line.text) else retold(line, best.text, best.confidence)
    agreed = [reading.confidence for reading in readings if _bare(reading.text) == _bare(told.text)]
    return told.as_sure_as(least=max(agreed) if len(agreed) > 1 else 0.0, most=DISPUTED if is_disputed else 1.0)


def _to_read_again(line: ReadLine, clean: Picture, uncleaned: Picture, *, was_covered: bool) -> Iterator[Pixels]:
    is_figure = bool(_digits(line.text)) and len(line.text) <= _LONGEST_FIGURE
    if is_figure or was_covered or line.confidence < _UNSURE:
        yield cut_out(clean.pixels, line.box)
    if was_covered:
        yield cut_out(uncleaned.pixels, line.box)


def _was_covered(line: ReadLine, clean: Picture, uncleaned: Picture) -> bool:
    return bool((cut_out(clean.pixels, line.box) != cut_out(uncleaned.pixels, line.box)).any())


def cut_out(pixels: Pixels, box: Box) -> Pixels:
    """The pixels of a box in points, with a little room at its sides."""
    left, top, right, bottom = (int(each / POINTS) for each in (box[0] - _ROOM, box[1], box[2] + _ROOM, box[3]))
    return pixels[max(top, 0) : bottom + 1, max(left, 0) : right + 1]


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _digits(text: str) -> str:
    return re.sub(r"[^\d%]", "", text)
