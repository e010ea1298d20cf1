"""How far a page lies askew: the angle at which its rows of ink stand out most."""

import cv2
import numpy as np

from pkcheck.documents.scans.picture import Picture, Pixels, ink_of

_REDUCED = 0.35
_FAR, _COARSE, _FINE = 8.0, 0.5, 0.05
_WORTH_IT = 0.04


def skew_of(picture: Picture) -> float:
    """Degrees by which the picture must be rotated left to be straight, between -8 and 8; text may run along or up it."""
    ink = cv2.resize(ink_of(picture.pixels), None, fx=_REDUCED, fy=_REDUCED, interpolation=cv2.INTER_AREA)
    mask = np.where(ink > 60, 255, 0).astype(np.uint8)  # noqa: PLR2004
    coarse = max(np.arange(-_FAR, _FAR + _COARSE, _COARSE), key=lambda angle: _sharpness(mask, float(angle)))
    around = np.arange(coarse - _COARSE, coarse + _COARSE + _FINE, _FINE)
    best = float(max(around, key=lambda angle: _sharpness(mask, float(angle))))
    return best if abs(best) >= _WORTH_IT and _sharpness(mask, best) > _sharpness(mask, 0.0) else 0.0


def _sharpness(mask: Pixels, angle: float) -> float:
    """How unevenly rows, or columns, are filled after a rotation."""
    height, width = mask.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    straight = cv2.warpAffine(mask, matrix, (width, height), flags=cv2.INTER_NEAREST)
    profiles = (straight.sum(axis=1, dtype=np.float64), straight.sum(axis=0, dtype=np.float64))
    return max(float(np.square(np.diff(profile)).sum()) for profile in profiles)
