"""Which module reads which kind of document, and what must be installed for it. A reader is imported when it is needed.

A reader module has `read(data: bytes, file: str) -> Document`; it raises InputError for what it cannot use. One whose pages
can be shared out among processes also has what `ByPages` asks for.
"""

import importlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Protocol

from pkcheck import messages
from pkcheck.documents.document import Document, Opened
from pkcheck.documents.foreign import refusal
from pkcheck.documents.formats import Kind, is_data
from pkcheck.errors import InputError


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader's module, and the extra that installs what it imports; None where nothing is needed."""

    module: str
    extra: str | None = None


class ByPages(Protocol):
    """A reader whose pages can be read apart; parts travel between processes. `read` gives what the three give."""

    def opened(self, data: bytes, file: str) -> Opened:
        """Look through a file once. Raises what `read` raises."""

    def read_part(self, data: bytes, file: str, first: int, last: int) -> Any:
        """Read the pages `first` to `last`, counted from 1, of what `opened` gave."""

    def joined(self, opened: Opened, parts: Sequence[Any], file: str) -> Document:
        """The document of all parts in order; `opened` comes without its bytes."""


READERS: Mapping[Kind, Reader] = MappingProxyType(
    {
        "text": Reader("pkcheck.documents.plain"),
        "html": Reader("pkcheck.documents.webpage", extra="office"),
        "docx": Reader("pkcheck.documents.docx"),
        "xlsx": Reader("pkcheck.documents.xlsx", extra="office"),
        "ods": Reader("pkcheck.documents.ods"),
        "pdf": Reader("pkcheck.documents.pdf", extra="pdf"),
        "image": Reader("pkcheck.documents.images", extra="ocr"),
    }
)


def is_readable(kind: Kind) -> bool:
    """Whether files of this kind can be used, as a document or as data."""
    return kind in READERS or is_data(kind)


def read_document(data: bytes, file: str, kind: Kind) -> Document:
    """Read a document. Raises InputError where its kind has no reader, or the reader's extra is not installed."""
    document: Document = _module(reader_of(kind, file), file).read(data, file)
    return document


def reader_of(kind: Kind, file: str) -> Reader:
    """The reader for a kind. Raises InputError where there is none."""
    reader = READERS.get(kind)
    if reader is None:
        raise refusal(kind, file)
    return reader


@dataclass(frozen=True, slots=True)
class Begun:
    """A document whose first pages are read, each as a part; `opened` has no bytes where they are those of the file."""

    opened: Opened
    parts: Sequence[Any]


def begin(reader: Reader, data: bytes, file: str, seconds: float) -> Document | Begun:
    """Read for some `seconds`: the whole document where that does, or its pages cannot be read apart; slow ones only open."""
    module = _module(reader, file)
    if not hasattr(module, "opened"):
        document: Document = module.read(data, file)
        return document
    paged: ByPages = module
    opened = paged.opened(data, file)
    parts: list[Any] = []
    until = time.monotonic() + seconds
    for page in range(1, opened.pages + 1):
        if opened.pages > 1 and (opened.slow or time.monotonic() > until):
            return Begun(replace(opened, data=b"") if opened.data is data else opened, parts)
        parts.append(paged.read_part(opened.data, file, page, page))
    return paged.joined(replace(opened, data=b""), parts, file)


def read_part(reader: Reader, data: bytes, file: str, first: int, last: int) -> Any:
    """Some pages of what `begin` opened."""
    return _module(reader, file).read_part(data, file, first, last)


def joined(reader: Reader, opened: Opened, parts: Sequence[Any], file: str) -> Document:
    """The document that `begin` opened, of all its parts in order."""
    document: Document = _module(reader, file).joined(opened, parts, file)
    return document


def _module(reader: Reader, file: str) -> Any:
    try:
        return importlib.import_module(reader.module)
    except ImportError as error:
        if reader.extra is None or (error.name or "").startswith("pkcheck"):
            raise
        raise InputError(messages.EXTRA_MISSING, file, None, library=error.name, extra=reader.extra) from error
