"""Which module reads which kind of document, and what must be installed for it. A reader is imported when it is needed.

A reader module has `read(data: bytes, file: str) -> Document`; it raises InputError for what it cannot use.
"""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pkcheck import messages
from pkcheck.documents.document import Document
from pkcheck.documents.formats import Kind, is_data
from pkcheck.errors import InputError


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader's module, and the extra that installs what it imports; None where nothing is needed."""

    module: str
    extra: str | None = None


READERS: Mapping[Kind, Reader] = MappingProxyType(
    {
        "text": Reader("pkcheck.documents.plain"),
    }
)


def is_readable(kind: Kind) -> bool:
    """Whether files of this kind can be used, as a document or as data."""
    return kind in READERS or is_data(kind)


def read_document(data: bytes, file: str, kind: Kind) -> Document:
    """Read a document. Raises InputError where its kind has no reader, or the reader's extra is not installed."""
    reader = READERS.get(kind)
    if reader is None:
        raise InputError(messages.FORMAT_UNKNOWN, file, None, suffix=kind)
    try:
        module = importlib.import_module(reader.module)
    except ImportError as error:
        if reader.extra is None or (error.name or "").startswith("pkcheck"):
            raise
        raise InputError(messages.EXTRA_MISSING, file, None, extra=reader.extra) from error
    document: Document = module.read(data, file)
    return document
