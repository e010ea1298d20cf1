"""Word documents (.docx, and .docm without its macros): text, tables, text boxes and page headers in reading order."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.documents.archive import opened
from pkcheck.documents.document import Block, Document, Line, Row
from pkcheck.documents.framed import TooManyCellsError
from pkcheck.documents.plain import MAX_LINE
from pkcheck.documents.word.parts import TooLargeError, WordFile, local, word_file
from pkcheck.documents.word.story import Story
from pkcheck.errors import InputError
from pkcheck.model import Source
from pkcheck.notes import Note

_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo"})


def read(data: bytes, file: str) -> Document:
    """Read a document. Tracked insertions are read, tracked deletions are not; numbers of lists are written out.

    Raises InputError for a file that is damaged, under a password, or larger than can be read in bounded time.
    """
    with opened(data, file) as archive:
        try:
            word = word_file(archive)
            blocks = tuple(Story(word, file).blocks())
        except (TooLargeError, TooManyCellsError) as error:
            raise InputError(messages.DOCUMENT_TOO_LARGE, file) from error
        except Exception as error:  # zipfile, zlib, expat and the stack each have their own
            problem = f"{type(error).__name__}: {error}"
            raise InputError(messages.DOCUMENT_BROKEN, file, None, problem=problem) from error
    for place in _places(blocks):
        longest = max((len(text) for text in _texts(place)), default=0)
        if longest > MAX_LINE:
            raise InputError(messages.LINE_TOO_LONG, file, place.source.line, length=longest, limit=MAX_LINE)
    return Document(file=file, blocks=blocks, notes=tuple(_notes(word, file)))


def _notes(word: WordFile, file: str) -> Iterator[Note]:
    if word.has_macros:
        yield Note("remark", messages.MACROS_IGNORED, Source(file=file))
    if any(local(each) in _TRACKED for each in word.body.iter()):
        yield Note("remark", messages.CHANGES_TRACKED, Source(file=file))


def _places(blocks: tuple[Block, ...]) -> Iterator[Line | Row]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from block.rows


def _texts(place: Line | Row) -> Iterator[str]:
    return iter([place.text]) if isinstance(place, Line) else (cell.text for cell in place.cells)
