"""Scans: the pages of a PDF as a flat-bed scanner of an office gives them, stamped and signed, and as pictures only."""

import math
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFilter

_POINTS = 72
_MAX_TILT = 0.8
_INK = (96, 64, 168)
_PEN = (24, 40, 132)
_PAPER = (250, 249, 246)
_LONG_AGO = time.gmtime(1_735_804_800)


def scan(printed: Path, path: Path, dpi: int, *, seed: int, signed_below: Sequence[str] = (), stamp: str = "") -> Path:
    """Scan every page of the PDF `printed` into the PDF at `path`; the same `seed` gives the same scan.

    Below the last place of each text of `signed_below` on a page stands a pen stroke, and `stamp` in a ring over it.
    Each page is turned by up to 0.8 degrees, blurred, lit unevenly, noisy, and kept as JPEG of quality 70.
    """
    chance = np.random.default_rng(seed)
    pages = list(_pages(printed, dpi, chance, signed_below, stamp))
    pages[0].save(
        path,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=dpi,
        quality=70,
        creationDate=_LONG_AGO,
        modDate=_LONG_AGO,
    )
    return path


def photograph(printed: Path, path: Path, dpi: int, *, seed: int, page: int = 0) -> Path:
    """One page as a picture file, scanned as by `scan`."""
    chance = np.random.default_rng(seed)
    list(_pages(printed, dpi, chance, (), ""))[page].save(path, quality=70, dpi=(dpi, dpi))
    return path


def _pages(
    printed: Path, dpi: int, chance: np.random.Generator, signed_below: Sequence[str], stamp: str
) -> Iterator[Image.Image]:
    document = pdfium.PdfDocument(printed)
    for page in document:
        picture = page.render(scale=dpi / _POINTS).to_pil().convert("RGB")
        for x, y in _places(page, signed_below):
            _sign(picture, x * dpi / _POINTS, y * dpi / _POINTS, dpi, chance)
            if stamp:
                _stamp(picture, (x - 40) * dpi / _POINTS, (y + 12) * dpi / _POINTS, dpi, stamp)
        yield _as_scanned(picture, dpi, chance)


def _places(page: pdfium.PdfPage, texts: Sequence[str]) -> Iterator[tuple[float, float]]:
    """Where to sign, in points from the upper left corner: some way below the last place of each text."""
    written = page.get_textpage()
    for text in texts:
        finder, last = written.search(text), None
        while found := finder.get_next():
            last = found
        if last:
            left, _, _, top = written.get_charbox(last[0])
            right = written.get_charbox(last[0] + last[1] - 1)[2]
            yield (left + right) / 2, page.get_height() - top + 48


def _sign(picture: Image.Image, x: float, y: float, dpi: int, chance: np.random.Generator) -> None:
    """A pen stroke of loops."""
    size = dpi * 0.55
    turns = chance.uniform(2.2, 3.4)
    points = []
    for at in range(240):
        t = at / 239
        angle = 2 * math.pi * turns * t
        points.append(
            (x + size * (t - 0.5) * 1.6 + 0.35 * size * math.sin(angle), y + 0.32 * size * math.cos(angle) * (1 - t))
        )
    ImageDraw.Draw(picture).line(points, fill=_PEN, width=max(2, dpi // 75), joint="curve")


def _stamp(picture: Image.Image, x: float, y: float, dpi: int, words: str) -> None:
    """A round stamp in pale ink: two rings, the words across the middle."""
    radius = int(dpi * 0.62)
    ink = Image.new("L", (2 * radius, 2 * radius), 0)
    draw = ImageDraw.Draw(ink)
    for inner, width in ((0, dpi // 50), (radius // 4, dpi // 100)):
        draw.ellipse((inner, inner, 2 * radius - inner - 1, 2 * radius - inner - 1), outline=150, width=max(1, width))
    draw.text((radius, radius), words, fill=150, anchor="mm", font_size=dpi // 9)
    ink = ink.rotate(12, resample=Image.Resampling.BICUBIC)
    picture.paste(Image.new("RGB", ink.size, _INK), (int(x) - radius, int(y) - radius), ink)


def _as_scanned(picture: Image.Image, dpi: int, chance: np.random.Generator) -> Image.Image:
    tilt = float(chance.uniform(-_MAX_TILT, _MAX_TILT))
    turned = picture.rotate(tilt, resample=Image.Resampling.BICUBIC, fillcolor=_PAPER)
    blurred = turned.filter(ImageFilter.GaussianBlur(dpi / 350))
    pixels = np.asarray(blurred, dtype=np.float32)
    height, width = pixels.shape[:2]
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :, None]
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None, None]
    slope = chance.uniform(-0.05, 0.05, 2)
    light = 0.95 + slope[0] * across + slope[1] * down - 0.04 * across**2
    noise = chance.normal(0, 5, (height, width, 1))
    grey = np.clip(pixels * light + noise, 0, 255).astype(np.uint8)
    return Image.fromarray(grey)
