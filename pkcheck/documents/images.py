"""Pictures of pages: PNG, JPEG, and TIFF with one page or several, as a scanner or a telephone gives them."""

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageOps

from pkcheck import messages
from pkcheck.documents.document import Document, Opened
from pkcheck.documents.scans import read_scanned_page
from pkcheck.errors import InputError
from pkcheck.model import Source
from pkcheck.notes import Note

MAX_MEGAPIXELS = 100
MAX_PAGES = 500
_DAMAGE = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError)
_FORMATS = ("PNG", "JPEG", "TIFF")


def read(data: bytes, file: str) -> Document:
    """Read the pages of a picture in order, the way up that the camera says; lines are numbered on each page.

    Raises InputError for what is no picture, or has more than MAX_MEGAPIXELS on a page.
    """
    whole = opened(data, file)
    return joined(whole, [read_part(data, file, 1, whole.pages)], file)


def opened(data: bytes, file: str) -> Opened:
    """The pages that are there, MAX_PAGES at most; raises InputError for what is no picture."""
    with warnings.catch_warnings(action="ignore"), _image(data, file) as image:
        try:
            pages = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
        except _DAMAGE as error:
            raise InputError(messages.IMAGE_BROKEN, file) from error
    notes = (_lost(file, pages, MAX_PAGES),) if pages > MAX_PAGES else ()
    return Opened(data, min(pages, MAX_PAGES), notes, slow=True)


@dataclass(frozen=True, slots=True)
class _Part:
    """Pages one by one, up to the first that is damaged."""

    pages: tuple[Document, ...]
    is_damaged: bool


def read_part(data: bytes, file: str, first: int, last: int) -> _Part:
    """The pages `first` to `last`; fewer where one is damaged."""
    pages: list[Document] = []
    with warnings.catch_warnings(action="ignore"), _image(data, file) as image:  # of odd metadata, and of size
        for number in range(first, last + 1):
            try:
                image.seek(number - 1)
                _within_limits(image, file)
                page = ImageOps.exif_transpose(image)
            except _DAMAGE:
                return _Part(tuple(pages), is_damaged=True)
            pages.append(read_scanned_page(page, file, number, _resolution(image)))
    return _Part(tuple(pages), is_damaged=False)


def joined(opened: Opened, parts: Sequence[_Part], file: str) -> Document:
    """The pages of all parts up to the first that is damaged, with a note of that; InputError where it is the first."""
    pages: list[Document] = []
    for part in parts:
        pages.extend(part.pages)
        if part.is_damaged:
            break
    if not pages:
        raise InputError(messages.IMAGE_BROKEN, file)
    notes = [each for page in pages for each in page.notes]
    if len(pages) < opened.pages:
        notes.insert(0, _lost(file, opened.pages, len(pages)))
    blocks = tuple(each for page in pages for each in page.blocks)
    return Document(file, blocks, (*opened.notes, *notes))


def _lost(file: str, pages: int, read: int) -> Note:
    return Note("problem", messages.IMAGE_PAGES_LOST, Source(file=file), {"pages": pages, "read": read})


def _image(data: bytes, file: str) -> Image.Image:
    try:
        return Image.open(io.BytesIO(data), formats=_FORMATS)
    except Image.DecompressionBombError as error:
        raise InputError(messages.IMAGE_TOO_LARGE, file, limit=MAX_MEGAPIXELS) from error
    except _DAMAGE as error:
        raise InputError(messages.IMAGE_BROKEN, file) from error


def _within_limits(image: Image.Image, file: str) -> None:
    if image.width * image.height > MAX_MEGAPIXELS * 1_000_000:
        raise InputError(messages.IMAGE_TOO_LARGE, file, limit=MAX_MEGAPIXELS)


def _resolution(image: Image.Image) -> float | None:
    """Dots per inch as the file says; None where it does not, or says what cannot be."""
    given = image.info.get("dpi")
    if not given or not all(float(each) > 0 for each in given):
        return None
    return float(max(given))
