"""Letters out of pixels: one engine for optical recognition, its letters each with place and confidence."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any, Self

import cv2
import numpy as np
from numpy.typing import NDArray
from rapidocr import RapidOCR

from pkcheck.documents.layout.words import Box, Glyph
from pkcheck.documents.scans.picture import POINTS, Pixels

THREADS = 1
_LONGEST = 4_000
_READ_HEIGHT = 48
_PADDED_TO = 320 / 48
"""Up to this many times its height a line is padded by the engine, whatever stands beside it."""
_PADDING = 12
_LATIN = 0x2E80

Quad = NDArray[np.float64]
"""Four corners, clockwise from the upper left."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, or a blank between words; its glyph is in points on the picture."""

    glyph: Glyph
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadLine:
    """Letters that the engine saw in one line; `upright` is False where the line stands on its end.

    `slope` in degrees: how far it falls to the right. `placed` is False where the letters are only spread over the box.
    """

    text: str
    letters: tuple[Letter, ...]
    box: Box
    confidence: float
    upright: bool = True
    slope: float = 0.0
    placed: bool = True

    def as_sure_as(self, *, least: float, most: float) -> Self:
        """The same with its confidence between two bounds."""
        sure = tuple(Letter(each.glyph, min(max(each.confidence, least), most)) for each in self.letters)
        return replace(self, letters=sure, confidence=min(max(self.confidence, least), most))


def lines_in(pixels: Pixels) -> tuple[ReadLine, ...]:
    """Every line of print in `pixels`."""
    result = _engine()(_bounded(pixels), use_det=True, use_rec=True)
    if result.boxes is None or result.txts is None:
        return ()
    factor = pixels.shape[1] / _bounded(pixels).shape[1]
    quads = [np.asarray(quad, dtype=np.float64) * factor * POINTS for quad in result.boxes]
    letters = result.word_results if len(result.word_results) == len(quads) else [()] * len(quads)
    found = zip(result.txts, result.scores, quads, letters, strict=True)
    return tuple(_line(text, float(score), quad, _seen(own, factor * POINTS)) for text, score, quad, own in found)


def lines_of(crops: Sequence[Pixels]) -> list[tuple[str, float]]:
    """The one line that each of `crops` shows, and the confidence; ("", 0.0) where there is none to be read.

    Those that the engine pads to one width anyhow are read together: each as if it were alone, in half the time.
    """
    engine = _engine()
    prepared = [engine.preprocess_img(engine.load_img(_enlarged(each)))[0] for each in crops]
    read: dict[int, tuple[str, float]] = {}
    for together in _of_one_width(prepared):
        result = engine.recognize_txt([prepared[at] for at in together])
        told = zip(together, result.txts, result.scores, strict=True)
        read.update((at, (in_latin(str(text)).strip(), float(score))) for at, text, score in told)
    return [read[at] if read[at][0] else ("", 0.0) for at in range(len(crops))]


def line_of(pixels: Pixels) -> tuple[str, float]:
    """`lines_of` one."""
    (line,) = lines_of([pixels])
    return line


def _enlarged(pixels: Pixels) -> Pixels:
    """As high as the engine reads, with a little room around."""
    factor = _READ_HEIGHT / max(pixels.shape[0], 1)
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    larger = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=way)
    padded = cv2.copyMakeBorder(larger, _PADDING // 2, _PADDING // 2, _PADDING, _PADDING, cv2.BORDER_REPLICATE)
    return padded.astype(np.uint8, copy=False)


def _of_one_width(prepared: Sequence[Pixels]) -> Iterator[list[int]]:
    narrow = [at for at, each in enumerate(prepared) if each.shape[1] <= _PADDED_TO * each.shape[0]]
    if narrow:
        yield narrow
    yield from ([at] for at in range(len(prepared)) if at not in set(narrow))


def in_latin(text: str) -> str:
    """Without letters of other scripts and ornaments, of which there are none in these documents, and in usual width."""
    usual = (unicodedata.normalize("NFKC", each) if ord(each) > _LATIN else each for each in text)
    return "".join(
        each for each in usual if all(ord(part) < _LATIN and unicodedata.category(part) != "So" for part in each)
    )


def spread(text: str, confidence: float, box: Box) -> ReadLine:
    """A line of which no more is known than its box, its letters spread over that."""
    left, top, right, bottom = box
    return _line(text, confidence, np.array([[left, top], [right, top], [right, bottom], [left, bottom]]), ())


def retold(line: ReadLine, text: str, confidence: float) -> ReadLine:
    """`line` with another `text`: its letters stay in their places where they are as many."""
    old = [letter for letter in line.letters if not letter.glyph.text.isspace()]
    new = [character for character in text if not character.isspace()]
    if len(old) != len(new):
        return spread(text, confidence, line.box)
    places = iter(zip(old, new, strict=True))
    letters = []
    for letter in line.letters:
        if letter.glyph.text.isspace():
            letters.append(letter)
            continue
        own, character = next(places)
        letters.append(Letter(own.glyph._replace(text=character), confidence))
    return replace(line, text=text, letters=tuple(letters), confidence=confidence)


@cache
def _engine() -> Any:
    """The engine, started once in a process: about 1 GiB while it reads a page. It must not write to the terminal."""
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.max_side_len": _LONGEST,
            "Global.return_word_box": True,
            "Global.return_single_char_box": True,
            "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _bounded(pixels: Pixels) -> Pixels:
    longest = max(pixels.shape[:2])
    if longest <= _LONGEST:
        return pixels
    factor = _LONGEST / longest
    return cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A letter and the x of its middle."""

    text: str
    confidence: float
    middle: float


def _seen(letters: Iterable[tuple[str, float, Any]], factor: float) -> list[_Seen]:
    return [
        _Seen(str(text), float(confidence), float(np.asarray(quad, dtype=np.float64)[:, 0].mean()) * factor)
        for text, confidence, quad in letters
    ]


def _line(text: str, score: float, quad: Quad, seen: Sequence[_Seen]) -> ReadLine:
    left, right = float(quad[:, 0].min()), float(quad[:, 0].max())
    box = (left, float(quad[:, 1].min()), right, float(quad[:, 1].max()))
    width, height = (float(np.linalg.norm(quad[1] - quad[0])), float(np.linalg.norm(quad[3] - quad[0])))
    upright = height < 1.5 * width  # the engine turns what is higher by a quarter, and reads it then
    bare = [character for character in text if not character.isspace()]
    placed = upright and [letter.text for letter in seen] == bare
    if not placed:
        middles = np.linspace(left, right, 2 * len(bare) + 1)[1::2]
        seen = [_Seen(character, score, float(middle)) for character, middle in zip(bare, middles, strict=True)]
    return ReadLine(text, tuple(_letters(text, seen, quad)), box, score, upright, _slope(quad), placed)


def _slope(quad: Quad) -> float:
    across, down = quad[1] - quad[0]
    return float(np.degrees(np.arctan2(down, across)))


def _letters(text: str, seen: Sequence[_Seen], quad: Quad) -> Iterator[Letter]:
    """Letters side by side, each half way to its neighbours, on the slope of the line; blanks between words."""
    left, right = float(quad[:, 0].min()), float(quad[:, 0].max())
    middles = [letter.middle for letter in seen]
    edges = [left, *((a + b) / 2 for a, b in pairwise(middles)), right]
    at, blank = 0, False
    for character in text:
        if character.isspace():
            blank = at > 0
            continue
        x0, x1 = edges[at], edges[at + 1]
        share = (middles[at] - left) / max(right - left, 1.0)
        top = float(quad[0, 1] + share * (quad[1, 1] - quad[0, 1]))
        bottom = float(quad[3, 1] + share * (quad[2, 1] - quad[3, 1]))
        if blank:
            yield Letter(Glyph(" ", x0, top, x0, bottom), 1.0)
            blank = False
        yield Letter(Glyph(character, x0, top, x1, bottom), seen[at].confidence)
        at += 1
