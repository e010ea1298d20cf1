"""Before a PDF is read: whether it can be, and whether it would burst."""

import io
import re
import zlib
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw as pdfium_raw

from pkcheck import messages
from pkcheck.errors import InputError
from pkcheck.texts import Text

MAX_PAGES = 1_000
MAX_INFLATED = 256 * 1024 * 1024
MAX_SLOW = 512 * 1024
_CHUNK = 1024 * 1024
_DEEPEST = 3
_STREAM = re.compile(rb"\bstream\r?\n")
_DICTIONARY = 1_000
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_SIZE = re.compile(rb"/(Width|Height|BitsPerComponent)\s+(\d{1,9})\b")
_SLOW = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL)\b")
_END = re.compile(rb"%%EOF\s*\Z|startxref\s+\d+\s+%%EOF")
_TAIL = 2_048


def checked(data: bytes, file: str) -> tuple[bytes, int, bool]:
    """The file without encryption and mended, how many pages it has, and whether its end was there.

    Raises InputError where it needs a password, is no whole PDF, has too many pages, or inflates without bound.
    """
    _refuse_bombs(data, file)
    is_whole = _END.search(data[-_TAIL:]) is not None
    try:
        with pdfium.PdfDocument(data) as document:
            pages = len(document)
            is_open = pdfium_raw.FPDF_GetSecurityHandlerRevision(document) < 0
            plain = data if is_open and is_whole else _rewritten(document)
    except pdfium.PdfiumError as error:
        raise InputError(_why(error), file) from error
    if pages == 0:
        raise InputError(messages.PDF_BROKEN, file)
    if pages > MAX_PAGES:
        raise InputError(messages.PDF_TOO_LONG, file, None, pages=pages, limit=MAX_PAGES)
    if plain is not data:
        _refuse_bombs(plain, file)
    return plain, pages, is_whole


def _why(error: pdfium.PdfiumError) -> Text:
    return messages.PDF_PASSWORD if error.err_code == pdfium_raw.FPDF_ERR_PASSWORD else messages.PDF_BROKEN


def _rewritten(document: pdfium.PdfDocument) -> bytes:
    """A whole copy of what everybody may open and read, without encryption."""
    copy = io.BytesIO()
    document.save(copy, flags=pdfium_raw.FPDF_REMOVE_SECURITY)
    return copy.getvalue()


def _refuse_bombs(data: bytes, file: str) -> None:
    """A stream is inflated piece by piece and thrown away; pictures count one by one, the rest together."""
    total = 0
    for start, end, entries in _streams(data):
        is_image = _IMAGE.search(entries) is not None
        if is_image and _picture_bytes(entries) > MAX_INFLATED:
            raise InputError(messages.PDF_BOMB, file, None, limit=MAX_INFLATED // 2**20)
        if not is_image and _SLOW.search(entries) and end - start > MAX_SLOW:
            raise InputError(messages.PDF_BOMB, file, None, limit=MAX_INFLATED // 2**20)
        size = _inflated(memoryview(data)[start:end], MAX_INFLATED - (0 if is_image else total))
        total += 0 if is_image else size
        if max(total, size) > MAX_INFLATED:
            raise InputError(messages.PDF_BOMB, file, None, limit=MAX_INFLATED // 2**20)


def _picture_bytes(entries: bytes) -> int:
    """What a picture takes when it is drawn, for each of its colours; it may be packed in a way that tells nothing."""
    found = {name: int(number) for name, number in _SIZE.findall(entries)}
    bits = found.get(b"BitsPerComponent", 1 if b"/CCITTFaxDecode" in entries or b"/JBIG2Decode" in entries else 8)
    return found.get(b"Width", 0) * found.get(b"Height", 0) * bits // 8


def _streams(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Where each stream begins and ends, and the entries before it."""
    for found in _STREAM.finditer(data):
        end = data.find(b"endstream", found.end())
        entries = data[max(found.start() - _DICTIONARY, 0) : found.start()].rpartition(b" obj")[2]
        yield found.end(), end if end >= 0 else len(data), entries


def _inflated(packed: memoryview, limit: int, depth: int = 1) -> int:
    """How much `packed` inflates to, counted no further than `limit`; what was packed several times counts once more."""
    if not _is_packed(packed[:2]):
        return 0
    inflater = zlib.decompressobj()
    size, rest, opening = 0, b"", b""
    inner = bytearray()
    try:
        for at in range(0, len(packed), _CHUNK):
            rest = bytes(packed[at : at + _CHUNK])
            while rest and size <= limit and not inflater.eof:
                out = inflater.decompress(rest, _CHUNK)
                rest = inflater.unconsumed_tail
                size += len(out)
                opening = opening or out[:2]
                if _is_packed(opening):
                    inner += out
            if size > limit or inflater.eof:
                break
    except zlib.error:
        return size
    return size + (_inflated(memoryview(inner), limit - size, depth + 1) if inner and depth < _DEEPEST else 0)


def _is_packed(opening: bytes | memoryview) -> bool:
    return len(opening) > 1 and opening[0] & 0x0F == 8 and (opening[0] * 256 + opening[1]) % 31 == 0  # noqa: PLR2004
