"""Pages as a person sees them: PDF pages and pictures, made small enough to stand in a report. Reads no letter."""

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pkcheck import messages
from pkcheck.documents.formats import Kind
from pkcheck.documents.resolution import dots_per_inch, given_resolution
from pkcheck.errors import InputError

if TYPE_CHECKING:
    from PIL.Image import Image

PICTURED: frozenset[Kind] = frozenset({"pdf", "image"})
_POINTS = 72
_DPI = 110
_MAX_SIDE = 2_000
_QUALITY = 60
_GREYS = 16
_NEUTRAL, _COLOURFUL = 128, 24
_FORMATS = ("PNG", "JPEG", "TIFF")
_MAX_PIXELS = 100_000_000


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Page `number` (from 1) as a picture; `width` and `height` are the page's, in points, as in `Source.box`."""

    number: int
    data: bytes
    media: Literal["image/png", "image/jpeg"]
    width: float
    height: float


def page_pictures(data: bytes, kind: Kind, file: str) -> Iterator[PagePicture]:
    """The pages in order, each made when it is asked for; none for a kind that has no pages to be seen.

    Ends before a page that cannot be drawn, or not in bounded time. Raises InputError where the extra that draws is not
    installed, and for a PDF that cannot be opened.
    """
    if kind not in PICTURED:
        return
    try:
        yield from _pdf_pages(data, file) if kind == "pdf" else _image_pages(data)
    except ImportError as error:
        extra = "pdf" if kind == "pdf" else "ocr"
        raise InputError(messages.EXTRA_MISSING, file, None, library=error.name, extra=extra) from error


def _pdf_pages(data: bytes, file: str) -> Iterator[PagePicture]:
    import pypdfium2 as pdfium
    from PIL import Image  # noqa: F401  without it nothing is drawn, and it is better to know before

    from pkcheck.documents.pdfforms import is_endless
    from pkcheck.documents.pdfguard import checked
    from pkcheck.documents.pdfink import PdfPages

    plain, _, _ = checked(data, file)
    with pdfium.PdfDocument(plain) as document:
        for number, content in enumerate(PdfPages(plain)):
            try:
                if is_endless(content):
                    return
                page = document[number]
                width, height = page.get_size()
                scale = min(_DPI / _POINTS, _MAX_SIDE / max(width, height, 1))
                image = page.render(scale=scale).to_pil()
                page.close()
            except Exception:  # noqa: BLE001  neither library promises kinds of errors for damaged pages
                return
            yield _picture(image, number + 1, width, height)


def _image_pages(data: bytes) -> Iterator[PagePicture]:
    from PIL import Image, ImageOps

    with warnings.catch_warnings(action="ignore"):  # of odd metadata
        try:
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return
        with image:
            for number in range(getattr(image, "n_frames", 1) if image.format == "TIFF" else 1):
                try:
                    image.seek(number)
                    if image.width * image.height > _MAX_PIXELS:
                        return
                    page = ImageOps.exif_transpose(image)
                    dpi = dots_per_inch(page.size, given_resolution(image))
                    width, height = (each / dpi * _POINTS for each in page.size)
                    page = _on_white(page)
                    page.thumbnail(_size(page.size, _DPI / dpi))
                except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError):
                    return
                yield _picture(page, number + 1, width, height)


def _size(size: tuple[int, int], scale: float) -> tuple[int, int]:
    scale = min(scale, 1.0, _MAX_SIDE / max(size))
    return max(round(size[0] * scale), 1), max(round(size[1] * scale), 1)


def _on_white(image: "Image") -> "Image":
    """What is transparent shows the paper."""
    from PIL import Image

    if not image.has_transparency_data:
        return image.convert("RGB")
    flat = Image.new("RGB", image.size, (255, 255, 255))
    flat.paste(image.convert("RGB"), mask=image.convert("RGBA").getchannel("A"))
    return flat


def _picture(image: "Image", number: int, width: float, height: float) -> PagePicture:
    """As PNG in few greys or as JPEG, whichever is smaller; a page with colours on it keeps them."""
    image = image.convert("RGB")
    photo = _encoded(image, "JPEG", quality=_QUALITY, optimize=True)
    if _is_grey(image):
        drawing = _encoded(image.convert("L").quantize(_GREYS), "PNG", optimize=True)
        if len(drawing) < len(photo):
            return PagePicture(number, drawing, "image/png", width, height)
    return PagePicture(number, photo, "image/jpeg", width, height)


def _is_grey(image: "Image") -> bool:
    small = image.copy()
    small.thumbnail((400, 400))
    _, *colours = small.convert("YCbCr").split()
    shades = {shade for each in colours for shade, count in enumerate(each.histogram()) if count}
    return all(abs(shade - _NEUTRAL) < _COLOURFUL for shade in shades)


def _encoded(image: "Image", form: str, **options: int | bool) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()
