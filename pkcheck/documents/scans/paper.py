"""The sheet of paper on a photograph: cut out of what lies around it, and seen straight from above."""

import cv2
import numpy as np
from numpy.typing import NDArray

from pkcheck.documents.scans.picture import Picture, Pixels, grey

_REDUCED = 600
_LEAST, _MOST = 0.35, 0.97
_DARKER = 40
_ROUGH = 0.02
_BRIGHT = range(90, 220, 10)
_FILLED = 0.95

Corners = NDArray[np.float32]
"""Upper left, upper right, lower right, lower left, in pixels."""


def without_surroundings(picture: Picture) -> Picture:
    """The sheet alone, where one lies on darker ground; else the picture as it is."""
    corners = _sheet(picture.pixels)
    if corners is None:
        return picture
    upper_left, upper_right, lower_right, lower_left = corners
    width = _longer(upper_right - upper_left, lower_right - lower_left)
    height = _longer(lower_left - upper_left, lower_right - upper_right)
    straight = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    there = cv2.getPerspectiveTransform(corners, straight)
    pixels = cv2.warpPerspective(
        picture.pixels, there, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return Picture(pixels.astype(np.uint8), picture.to_page @ np.linalg.inv(there))


def _sheet(pixels: Pixels) -> Corners | None:
    """The corners of the largest bright area with four sides, all around which it is darker, however the light falls."""
    factor = _REDUCED / max(pixels.shape[:2])
    small = cv2.resize(grey(pixels), None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    bare = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8)).astype(np.uint8)  # print is dark, too
    quads = [quad for least in _BRIGHT if (quad := _bright_quad(bare, least)) is not None]
    return _in_order(max(quads, key=cv2.contourArea) / factor) if quads else None


def _bright_quad(bare: Pixels, least: int) -> Corners | None:
    bright = np.where(bare >= least, 255, 0).astype(np.uint8)
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    outline = cv2.convexHull(max(outlines, key=cv2.contourArea))
    quad = cv2.approxPolyDP(outline, _ROUGH * cv2.arcLength(outline, closed=True), closed=True)
    if len(quad) != 4 or not _LEAST <= cv2.contourArea(quad) / bare.size <= _MOST:  # noqa: PLR2004
        return None
    inside = cv2.fillConvexPoly(np.zeros_like(bright), quad, 255) > 0
    contrast = float(np.median(bare[inside])) - float(np.median(bare[~inside]))
    if (bright[inside] > 0).mean() < _FILLED or contrast < _DARKER:
        return None
    return quad.reshape(4, 2).astype(np.float32)


def _in_order(points: Corners) -> Corners:
    sums, differences = points.sum(axis=1), points[:, 1] - points[:, 0]
    order = (sums.argmin(), differences.argmin(), sums.argmax(), differences.argmax())
    return points[list(order)]


def _longer(one: NDArray[np.float32], other: NDArray[np.float32]) -> int:
    return round(float(max(np.linalg.norm(one), np.linalg.norm(other))))
