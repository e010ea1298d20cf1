"""Documents out of files: from the cache, here, or in other processes, and always in the order of the files.

What is slow is begun ahead of its turn. How far ahead is bounded, in files, pages and bytes.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from pkcheck import messages
from pkcheck.cache import Cache
from pkcheck.documents.document import Document, Line, Table
from pkcheck.documents.formats import Kind
from pkcheck.documents.readers import (
    Begun,
    Reader,
    begin,
    is_readable,
    joined,
    read_document,
    read_part,
    reader_of,
)
from pkcheck.errors import InputError
from pkcheck.parallel import Elsewhere, Here, WorkerDiedError

CACHED: frozenset[Kind] = frozenset({"docx", "xlsx", "ods", "pdf", "image"})
HEAVY: frozenset[Kind] = frozenset({"pdf", "image"})
_FOR_WANT_OF_OCR = (messages.PDF_PAGE_SCANNED, messages.PDF_HIDDEN_TEXT)
_ALONE = 0.5  # seconds before a document is shared out
_MOST_PARTS = 64
_MOST_AHEAD = 256 * 2**20
_TICK = 0.2

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Step:
    """How far the reading is: in files, and in the pages of slow ones.

    `pages` are those of `opened` files; `waiting` more have not been opened yet. What a cache had counts in neither.
    """

    files: int
    files_done: int
    pages: int = 0
    pages_done: int = 0
    opened: int = 0
    waiting: int = 0


Watch = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How files are read; what is read is the same with all of them.

    `jobs` is the number of processes for PDF and pictures, 1 for none but this; a script that asks for more must be one
    that can be imported (`if __name__ == "__main__":`). `watch` is called again and again while files are read.
    """

    jobs: int = 1
    cache: Cache | None = None
    watch: Watch | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that holds a document."""

    data: bytes
    file: str
    kind: Kind
    suffix: str = ""


Taken = Callable[[], Document]


def read_ahead(
    items: Iterable[tuple[_Item, Paper | None]], options: ReadingOptions, *, files: int, slow: int = 0
) -> Generator[tuple[_Item, Taken | None]]:
    """Each item in order, with a call that gives its document or raises InputError; None where it has no paper.

    `files` are expected, of which `slow` are of a kind in HEAVY. Close the iterator when it is left early.
    """
    with Elsewhere(options.jobs) if options.jobs > 1 else Here() as workers:
        line = _Line(workers, options, files, slow)
        with closing(line.items(iter(items))) as taken:
            yield from taken
    if options.cache:
        options.cache.tidy()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An item before its turn; `under_way` where its document is being read already."""

    item: Any
    taken: Taken | None = None
    under_way: "_UnderWay | None" = None
    size: int = 0


class _Line:
    """The items that wait for their turn."""

    def __init__(self, workers: Elsewhere | Here, options: ReadingOptions, files: int, slow: int) -> None:
        self._workers = workers
        self._options = options
        self._files, self._files_done = files, 0
        self._unopened = slow
        self._pages = self._read = 0
        self._most = 2 * workers.count if workers.count > 1 else 1
        self._waiting: deque[_Waiting] = deque()

    def items(self, items: Iterator[tuple[Any, Paper | None]]) -> Generator[tuple[Any, Taken | None]]:
        """The items in order; while the first of them is read, the next ones are begun."""
        while True:
            while self._has_room() and (following := next(items, None)) is not None:
                self._waiting.append(self._begun(*following))
            if not self._waiting:
                return
            if self._waiting[0].under_way:
                self._await(self._waiting[0].under_way)
            first = self._waiting.popleft()
            yield first.item, first.taken
            self._files_done += 1
            if first.under_way:
                self._pages += first.under_way.pages
                self._read += 1
            self._tell()

    def _has_room(self) -> bool:
        if not self._waiting:
            return True
        held = sum(each.size for each in self._waiting)
        return bool(self._waiting[0].under_way) and len(self._waiting) < self._most and held < _MOST_AHEAD

    def _begun(self, item: Any, paper: Paper | None) -> _Waiting:
        if paper is None:
            return _Waiting(item)
        self._unopened -= paper.kind in HEAVY
        cache = self._options.cache if paper.kind in CACHED else None
        kept = cache.find(paper.data, paper.file, paper.kind, paper.suffix) if cache else None
        if kept is not None:
            return _Waiting(item, partial(_same, kept))
        if paper.kind in HEAVY and is_readable(paper.kind):
            under_way = _UnderWay(paper, reader_of(paper.kind, paper.file), self._workers)
            return _Waiting(item, partial(_read, cache, paper, under_way.result), under_way, len(paper.data))
        here = partial(read_document, paper.data, paper.file, paper.kind)
        return _Waiting(item, partial(_read, cache, paper, here), None, len(paper.data))

    def _await(self, first: "_UnderWay") -> None:
        while True:
            under_way = self._under_way()
            for each in under_way:
                each.advance()
            self._tell()
            if first.is_done:
                return
            wait([future for each in under_way for future in each.pending], _TICK, FIRST_COMPLETED)

    def _under_way(self) -> "list[_UnderWay]":
        return [each.under_way for each in self._waiting if each.under_way]

    def _tell(self) -> None:
        if self._options.watch:
            opened = [each for each in self._under_way() if each.pages]
            pages = self._pages + sum(each.pages for each in opened)
            done = self._pages + sum(each.pages_done for each in opened)
            waiting = max(self._unopened, 0) + len(self._under_way()) - len(opened)
            step = Step(self._files, self._files_done, pages, done, self._read + len(opened), waiting)
            self._options.watch(step)


class _UnderWay:
    """One document that is being read: opened first, then its pages part by part, then put together."""

    def __init__(self, paper: Paper, reader: Reader, workers: Elsewhere | Here) -> None:
        self._paper = paper
        self.pages, self.pages_done = 0, 0
        self._reader = reader
        self._workers = workers
        self._first: Future[Document | Begun] | None = None
        self._ranges: Iterator[tuple[int, int]] = iter(())
        self._parts: list[tuple[Future[Any], int]] = []
        self._whole: Future[Any] | None = None
        if workers.count > 1:
            self._begin()

    @property
    def is_done(self) -> bool:
        return self._whole is not None and self._whole.done()

    @property
    def pending(self) -> list[Future[Any]]:
        """What must come to an end before there is more to do."""
        all_of_them = [self._first, self._whole, *(future for future, _ in self._parts)]
        return [each for each in all_of_them if each is not None and not each.done()]

    def result(self) -> Document:
        """The document. Raises InputError, also for one that its process died of."""
        if self._whole is None:
            raise AssertionError("a document is taken when it is done")
        try:
            document: Document = self._whole.result()
        except (WorkerDiedError, MemoryError) as error:
            raise InputError(messages.READING_DIED, self._paper.file) from error
        return document

    def advance(self) -> None:
        """Hand out what can be done now."""
        if self._first is None:
            self._begin()
        if self._whole is None and self._first is not None and self._first.done():
            begun = None if self._first.exception() else self._first.result()
            if isinstance(begun, Begun):
                self._go_on(begun)
            else:
                self._whole = self._first
                self.pages = self.pages_done = _last_page(begun)

    def _begin(self) -> None:
        paper = self._paper
        self._first = self._workers.submit(begin, self._reader, paper.data, paper.file, _ALONE)

    def _go_on(self, begun: Begun) -> None:
        opened, file, read = begun.opened, self._paper.file, len(begun.parts)
        if not self.pages:
            self.pages = opened.pages
            size = -(-(self.pages - read) // _MOST_PARTS)
            starts = range(read + 1, self.pages + 1, size)
            self._ranges = iter([(first, min(first + size - 1, self.pages)) for first in starts])
        if failed := next((each for each, _ in self._parts if each.done() and each.exception()), None):
            self._whole = failed
            for each, _ in self._parts:
                each.cancel()
            return
        free = 2 * self._workers.count - sum(not each.done() for each, _ in self._parts)
        for first, last in islice(self._ranges, max(free, 0)):
            part = self._workers.submit(read_part, self._reader, opened.data or self._paper.data, file, first, last)
            self._parts.append((part, last - first + 1))
        self.pages_done = read + sum(pages for each, pages in self._parts if each.done())
        if self.pages_done == self.pages:
            parts = [*begun.parts, *(each.result() for each, _ in self._parts)]
            self._whole = self._workers.submit(joined, self._reader, replace(opened, data=b""), parts, file)


def _last_page(read: Document | None) -> int:
    """How many pages a whole document has, by what stands on them; 1 where nobody knows."""
    blocks = read.blocks if read else ()
    sources = [each.source for each in blocks if isinstance(each, Line)]
    rows = [row.source for each in blocks if isinstance(each, Table) for row in each.rows]
    return max((source.page or 1 for source in (*sources, *rows)), default=1)


def _read(cache: Cache | None, paper: Paper, take: Taken) -> Document:
    """What `take` gives, kept for the next time; not where recognition was missing, which may have been put right by then."""
    document = take()
    if cache and not any(note.text in _FOR_WANT_OF_OCR for note in document.notes):
        cache.keep(document, paper.data, paper.kind, paper.suffix)
    return document


def _same(document: Document) -> Document:
    return document
