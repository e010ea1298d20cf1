"""A page as a picture, and where on the printed page its pixels stand."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pkcheck.documents.layout.words import Box

Pixels = NDArray[np.uint8]
"""Height x width for grey, height x width x 3 (blue, green, red) for colour."""

DPI = 200
"""The resolution at which pages are read: enough for print of 7 points, and no slower than need be."""
POINTS = 72 / DPI
_A4_WIDTH = 8.27
_PLAUSIBLE = (4.0, 24.0)
_WHITE = (255, 255, 255)
_MAX_SIDE = 5_000
_UNEVEN = 51
_DARKER = 15


@dataclass(frozen=True)
class Picture:
    """Pixels in colour at `DPI`; `to_page` (3 x 3) leads from them to points on the page as it was handed in.

    It may change the perspective: what comes of it is to be divided by its third part.
    """

    pixels: Pixels
    to_page: NDArray[np.float64]

    @property
    def height(self) -> int:
        """In pixels."""
        return int(self.pixels.shape[0])

    @property
    def width(self) -> int:
        """In pixels."""
        return int(self.pixels.shape[1])

    def on_page(self, box: Box) -> Box:
        """The box around `box`, which is in points on this picture, in points on the page as it was handed in."""
        left, top, right, bottom = (each / POINTS for each in box)
        corners = np.array([[left, top, 1], [right, top, 1], [right, bottom, 1], [left, bottom, 1]])
        seen = corners @ self.to_page.T
        at = seen[:, :2] / seen[:, 2:]
        low, high = at.min(axis=0), at.max(axis=0)
        return (round(float(low[0]), 1), round(float(low[1]), 1), round(float(high[0]), 1), round(float(high[1]), 1))


def picture_of(image: Image.Image, dpi: float | None = None) -> Picture:
    """`image` in colour at the resolution for reading. Without a `dpi` that gives a page its size, A4 is taken for granted."""
    flat = Image.new("RGB", image.size, _WHITE)
    flat.paste(image.convert("RGB"), mask=_opacity(image))
    pixels = np.ascontiguousarray(np.asarray(flat)[:, :, ::-1])
    given = dpi if dpi and _PLAUSIBLE[0] <= min(image.size) / dpi <= _PLAUSIBLE[1] else min(image.size) / _A4_WIDTH
    factor = min(DPI / given, _MAX_SIDE / max(image.size))
    if abs(factor - 1) > 0.02:  # noqa: PLR2004
        way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
        pixels = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=way).astype(np.uint8)
    across, down = image.size[0] / pixels.shape[1], image.size[1] / pixels.shape[0]
    return Picture(pixels, np.diag([across * 72 / given, down * 72 / given, 1.0]))


def _opacity(image: Image.Image) -> Image.Image | None:
    return image.convert("RGBA").getchannel("A") if image.has_transparency_data else None


def turned(picture: Picture, quarters: int) -> Picture:
    """The picture turned left by so many quarters."""
    if quarters % 4 == 0:
        return picture
    height, width = picture.height, picture.width
    back = {
        1: np.array([[0.0, -1, width], [1, 0, 0], [0, 0, 1]]),
        2: np.array([[-1.0, 0, width], [0, -1, height], [0, 0, 1]]),
        3: np.array([[0.0, 1, 0], [-1, 0, height], [0, 0, 1]]),
    }[quarters % 4]
    return Picture(np.ascontiguousarray(np.rot90(picture.pixels, quarters)), picture.to_page @ back)


def rotated(picture: Picture, degrees: float) -> Picture:
    """The picture rotated left about its middle, white where nothing was."""
    if not degrees:
        return picture
    matrix = cv2.getRotationMatrix2D((picture.width / 2, picture.height / 2), degrees, 1.0)
    size = (picture.width, picture.height)
    pixels = cv2.warpAffine(picture.pixels, matrix, size, flags=cv2.INTER_CUBIC, borderValue=_WHITE)
    back = np.vstack([cv2.invertAffineTransform(matrix), [0.0, 0.0, 1.0]])
    return Picture(pixels.astype(np.uint8), picture.to_page @ back)


def repainted(picture: Picture, pixels: Pixels) -> Picture:
    """The same place with other pixels."""
    return Picture(pixels, picture.to_page)


def grey(pixels: Pixels) -> Pixels:
    """Brightness."""
    return cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY).astype(np.uint8)


def ink_of(pixels: Pixels) -> Pixels:
    """255 where something darker than its surroundings is printed, however uneven the light, else 0."""
    mask = cv2.adaptiveThreshold(grey(pixels), 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _UNEVEN, _DARKER)
    return mask.astype(np.uint8)
