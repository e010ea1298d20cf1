"""What the scanner and the pen added to a page: noise, uneven light, stamps and strokes in coloured ink."""

import cv2
import numpy as np

from pkcheck.documents.scans.picture import DPI, Picture, Pixels, grey, ink_of, repainted

_SATURATED = 30
_BRIGHTEST = 245
_DARKEST_PAPER = 120
_BLACK = 90
_MILLIMETRE = DPI / 25.4
_STROKE = 12 * _MILLIMETRE
_LINE_HIGH = 7 * _MILLIMETRE
_FILLED = 0.5
_RULED = 0.45
_NOISY = 5.0
_LINE = 40
_SPECK = 12
_BLANK_SHARE = 0.00015
_MARGIN = 0.03
_SHARP = 0.15


def evened(picture: Picture) -> Picture:
    """With the paper white everywhere, whatever its colour and the light on it, and without grain."""
    return repainted(picture, _without_noise(_evened(picture.pixels)))


def is_blank(picture: Picture) -> bool:
    """Whether nothing is printed: specks and the shadow of an edge do not count."""
    down, across = int(picture.height * _MARGIN), int(picture.width * _MARGIN)
    inner = ink_of(cv2.GaussianBlur(picture.pixels, (3, 3), 0).astype(np.uint8))[down:-down, across:-across]
    count, _, stats, _ = cv2.connectedComponentsWithStats(inner)
    areas = stats[1:count, cv2.CC_STAT_AREA]
    return float(areas[areas >= _SPECK].sum()) < _BLANK_SHARE * inner.size


def is_blurred(picture: Picture) -> bool:
    """Whether print has no edges: what the engine then takes for a comma or a dot is a guess, however sure it is."""
    level = grey(picture.pixels).astype(np.float32)
    ink = ink_of(picture.pixels)
    if not ink.any():
        return False
    contrast = _BRIGHTEST - float(np.percentile(level[ink > 0], 10))
    steps = np.abs(np.diff(level, axis=1))[cv2.dilate(ink, np.ones((3, 3), np.uint8))[:, 1:] > 0]
    return float(np.percentile(steps, 90)) < _SHARP * contrast


def _evened(pixels: Pixels) -> Pixels:
    """Divided by the colour of the paper."""
    small = cv2.resize(pixels, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((9, 9), np.uint8)), 21)
    paper[grey(paper.astype(np.uint8)) < _DARKEST_PAPER] = _BRIGHTEST  # a dark area is print, and stays dark
    light = cv2.resize(paper, (pixels.shape[1], pixels.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.clip(pixels.astype(np.float32) * (_BRIGHTEST / light.astype(np.float32)), 0, 255).astype(np.uint8)


def _without_noise(pixels: Pixels) -> Pixels:
    """Grain is smoothed where there is any."""
    level = grey(pixels)
    grain = float(np.median(np.abs(level.astype(np.int16) - cv2.medianBlur(level, 3).astype(np.int16)))) / 0.6745
    return cv2.bilateralFilter(pixels, 5, 4 * grain, 3).astype(np.uint8) if grain > _NOISY else pixels


def without_overlays(picture: Picture) -> Picture:
    """Without coloured stamps and pen strokes: thin, tall and wide, unlike coloured letters, areas and ruling lines.

    What is nearly black under them stays: letters as well as pen crossing them, which disturbs the reading less than holes.
    """
    pixels = picture.pixels
    spread = (pixels.max(axis=2) - pixels.min(axis=2)).astype(np.uint8)
    coloured = np.where(cv2.GaussianBlur(spread, (3, 3), 0) > _SATURATED, 255, 0).astype(np.uint8)
    places = _places_of_overlays(coloured)
    if not places.any():
        return picture
    around = cv2.bitwise_and(cv2.dilate(coloured, np.ones((3, 3), np.uint8)), places)
    cleared = pixels.copy()
    cleared[(around > 0) & (grey(pixels) >= _BLACK)] = _BRIGHTEST
    return repainted(picture, cleared)


def _places_of_overlays(coloured: Pixels) -> Pixels:
    """255 in the boxes around stamps and strokes."""
    joined = cv2.morphologyEx(coloured, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined.astype(np.uint8))
    rules = _straight(joined.astype(np.uint8))
    places = np.zeros(coloured.shape, np.uint8)
    for number in range(1, count):
        left, top, width, height, area = (int(each) for each in stats[number])
        if max(width, height) < _STROKE or height < _LINE_HIGH or area > _FILLED * width * height:
            continue
        window = (slice(top, top + height), slice(left, left + width))
        if (rules[window][labels[window] == number] > 0).mean() <= _RULED:
            places[window] = 255
    return places


def _straight(mask: Pixels) -> Pixels:
    across = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((1, _LINE), np.uint8))
    down = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((_LINE, 1), np.uint8))
    return cv2.bitwise_or(across, down).astype(np.uint8)
