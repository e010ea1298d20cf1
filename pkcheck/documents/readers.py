"""Which module reads which kind of document. A reader is imported when it is needed.

A reader module has `read(data: bytes, file: str) -> Document`; it raises InputError for what it cannot use.
"""

import importlib
from collections.abc import Mapping
from types import MappingProxyType

from pkcheck import messages
from pkcheck.documents.document import Document
from pkcheck.documents.formats import Kind, is_data
from pkcheck.errors import InputError

READERS: Mapping[Kind, str] = MappingProxyType({"text": "pkcheck.documents.plain"})


def is_readable(kind: Kind) -> bool:
    """Whether files of this kind can be used, as a document or as data."""
    return kind in READERS or is_data(kind)


def read_document(data: bytes, file: str, kind: Kind) -> Document:
    """Read a document. Raises InputError where its kind has no reader."""
    if kind not in READERS:
        raise InputError(messages.FORMAT_UNKNOWN, file, None, suffix=kind)
    document: Document = importlib.import_module(READERS[kind]).read(data, file)
    return document
