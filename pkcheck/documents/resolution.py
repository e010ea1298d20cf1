"""How large a page is of which there is only a picture."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_A4_WIDTH = 8.27
_PLAUSIBLE = (4.0, 24.0)


def given_resolution(image: "Image") -> float | None:
    """Dots per inch as the file says; None where it does not, or says what cannot be."""
    given = image.info.get("dpi")
    if not given or not all(float(each) > 0 for each in given):
        return None
    return float(max(given))


def dots_per_inch(size: tuple[int, int], given: float | None) -> float:
    """`given` where that makes a page of a usual size, else what makes it as wide as A4."""
    if given and _PLAUSIBLE[0] <= min(size) / given <= _PLAUSIBLE[1]:
        return given
    return min(size) / _A4_WIDTH
