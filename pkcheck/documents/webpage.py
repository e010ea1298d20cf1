"""Web pages (.html), as the print view of an application or of a word processor saves them."""

import re

from lxml import etree

from pkcheck import messages
from pkcheck.documents.document import Document
from pkcheck.documents.framed import TooManyCellsError
from pkcheck.documents.web.encoding import decoded
from pkcheck.documents.web.page import blocks_of
from pkcheck.documents.web.visible import sight_of
from pkcheck.errors import InputError

MAX_CHARACTERS = 16_000_000
MAX_TAGS = 400_000
_PICTURE = re.compile(r"\bdata:[\w/+.;=-]{0,100},[^\"'>\s]*")
_LONG_TAG = re.compile(r"<[^<>]{100000}")
_TOO_DEEP = "Excessive depth"


def read(data: bytes, file: str) -> Document:
    """Read a page; `line` of a source is the line of the file on which the element begins.

    Raises InputError for what is no text, or is too large or too deeply nested to be read in bounded time.
    """
    text, notes = decoded(data, file)
    text = _PICTURE.sub("", text)
    if len(text) > MAX_CHARACTERS or text.count("<") > MAX_TAGS or _LONG_TAG.search(text):
        raise InputError(messages.DOCUMENT_TOO_LARGE, file)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode(), parser)
    if any(_TOO_DEEP in error.message for error in parser.error_log):
        raise InputError(messages.PAGE_TOO_DEEP, file)
    try:
        blocks = tuple(blocks_of(root, file, sight_of(root))) if root is not None else ()
    except TooManyCellsError as error:
        raise InputError(messages.DOCUMENT_TOO_LARGE, file) from error
    return Document(file=file, blocks=blocks, notes=notes)
