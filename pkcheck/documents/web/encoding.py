"""The letters of a web page, from the encoding that it says it has."""

import codecs
import re

from pkcheck import messages
from pkcheck.documents.plain import decode
from pkcheck.model import Source
from pkcheck.notes import Note

_LOOKED_INTO = 4096
_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What browsers take these names for.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}


def decoded(data: bytes, file: str) -> tuple[str, tuple[Note, ...]]:
    """The page as text: by its mark, else as it declares, else as UTF-8 or, with a note, Windows-1252.

    Raises InputError for what is no text.
    """
    name = None if data.startswith(_MARKS) else _declared(data)
    if name is None or name == "utf-8":
        return decode(data, file)
    try:
        return data.decode(name), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text = data.decode(name, "replace")
    return text, (Note("problem", messages.LETTERS_LOST, Source(file=file, line=line), {"encoding": name}),)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_LOOKED_INTO])
    try:
        codec = codecs.lookup(found[1].decode("ascii")) if found else None
    except LookupError:
        return None
    # A declaration that can be read as ASCII is not written in an encoding of two bytes a letter.
    if codec is None or not codec._is_text_encoding or codec.name.startswith(("utf-16", "utf-32")):  # noqa: SLF001
        return None
    return _MEANT.get(codec.name, codec.name)
