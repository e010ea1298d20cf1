"""Plain text and Markdown: tabs or pipes part the cells of a table, a form feed parts pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from pkcheck import messages
from pkcheck.documents.document import Block, Cell, Document, Line, Row, Table
from pkcheck.errors import InputError
from pkcheck.model import Source
from pkcheck.notes import Note

MAX_LINE = 100_000
MAX_LINES = 200_000
_PIPES = 2
_LINE_END = re.compile(r"\r\n|\n|\r")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MARKUP = re.compile(r"</?(?:i|b|u|em|strong|br)\s*/?>|\*\*", re.IGNORECASE)
_PIPE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")


def read(data: bytes, file: str) -> Document:
    """Read text in UTF-8, UTF-16 with a mark, or (with a note) Windows-1252.

    Raises InputError for binary content, for lines of more than MAX_LINE characters, and for more than MAX_LINES of them.
    """
    text, notes = decode(data, file)
    lines = _LINE_END.split(text)
    if len(lines) > MAX_LINES:
        raise InputError(messages.DOCUMENT_TOO_LARGE, file)
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            raise InputError(messages.LINE_TOO_LONG, file, number, length=len(line), limit=MAX_LINE)
    return Document(file=file, blocks=tuple(_blocks(lines, file)), notes=notes)


def decode(data: bytes, file: str) -> tuple[str, tuple[Note, ...]]:
    """Bytes as text, with a note where the encoding had to be guessed; raises InputError for what is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return _printable(data.decode("utf-16"), file), ()
        except UnicodeDecodeError as error:
            raise InputError(messages.FILE_BINARY, file, 1) from error
    try:
        text, notes = data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = len(_LINE_END.split(data[: error.start].decode("utf-8", "replace")))
        text = data.decode("cp1252", "replace")
        return _printable(text, file), (Note("problem", messages.NOT_UTF8, Source(file=file, line=line)),)
    return _printable(text, file), notes


def _printable(text: str, file: str) -> str:
    control = _CONTROL.search(text)
    if control:
        line = len(_LINE_END.split(text[: control.start()]))
        raise InputError(messages.FILE_BINARY, file, line)
    return text


@dataclass(frozen=True, slots=True)
class _Numbered:
    text: str
    source: Source
    cells: tuple[str, ...] | None


def _blocks(lines: list[str], file: str) -> Iterator[Block]:
    for is_table, group in groupby(_numbered(lines, file), key=lambda each: each.cells is not None):
        if is_table:
            rows = tuple(
                Row(tuple(Cell(_tidy(cell), each.source) for cell in each.cells or ()), each.source)
                for each in group
                if not _PIPE_RULE.match(each.text)
            )
            if rows:
                yield Table(rows)
        else:
            yield from (_line(each) for each in group)


def _line(numbered: _Numbered) -> Line:
    text = _MARKUP.sub("", numbered.text).rstrip()
    bare = text.lstrip()
    return Line(bare, numbered.source, len(text) - len(bare))


def _numbered(lines: list[str], file: str) -> Iterator[_Numbered]:
    paged = any("\f" in line for line in lines)
    page = 1
    for number, line in enumerate(lines, 1):
        page += line.count("\f")
        text = line.replace("\f", " ") if "\f" in line else line
        source = Source(file=file, page=page if paged else None, line=number)
        yield _Numbered(text, source, _cells(text))


def _cells(text: str) -> tuple[str, ...] | None:
    stripped = text.strip()
    if stripped.count("|") >= _PIPES and (stripped.startswith("|") or stripped.count(" | ") >= _PIPES):
        closed = stripped.startswith("|") and stripped.endswith("|")
        return tuple((stripped[1:-1] if closed else stripped).split("|"))
    return tuple(text.split("\t")) if "\t" in text.strip(" ") and stripped else None


def _tidy(text: str) -> str:
    return " ".join(_MARKUP.sub("", text).split())
