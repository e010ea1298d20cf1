"""Slips of optical recognition in words that are known: from the field, from the calendar, from the rest of the document.

A word that is known stays as it is. One that is not becomes the known word that it looks like; where it was read unsurely,
also the one that is a single letter away. Words that grew together are parted where they stand side by side elsewhere.
Digits, and what is written with them, are never touched; what was read is kept in a note of the page.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import OSA

from pkcheck import messages
from pkcheck.documents.document import Block, Cell, Document, Line, Row, Table
from pkcheck.lexicon import lexicon
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.quantities.dates import MONTHS_ID
from pkcheck.quantities.units import unit_words
from pkcheck.slips import is_marked, look_alike
from pkcheck.sureness import UNSURE

_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?![^\W_])")
_PIECE = re.compile(r"\S+")
_DIGIT = re.compile(r"\d")
_SHORTEST, _MIDDLING, _LONG = 3, 5, 7
_OFTEN = 2

Repair = tuple[str, str]


def with_known_words(document: Document) -> Document:
    """`document` with its slips repaired where a machine read it from pictures; any other comes back as it is."""
    cells = list(_cells(document.blocks))
    if not any(each.source.how == "ocr" for each in cells):
        return document
    words = KnownWords(each.text for each in cells if _is_sure(each.source))
    made: dict[Source, list[Repair]] = {}

    def repaired(text: str, source: Source) -> str:
        if source.how != "ocr" or not text:
            return text
        new, repairs = words.repaired(text, unsure=not _is_sure(source))
        if repairs:
            made.setdefault(source, []).extend(repairs)
        return new

    blocks = tuple(_block(each, repaired) for each in document.blocks)
    return replace(document, blocks=blocks, notes=(*document.notes, *_notes(made)))


class KnownWords:
    """The words of the field and of some texts: a word of theirs that occurs more than once is known."""

    def __init__(self, texts: Iterable[str]) -> None:
        counts: Counter[str] = Counter()
        pairs: Counter[Repair] = Counter()
        for text in texts:
            own = list(_WORD.finditer(text))
            counts.update(each.group() for each in own)
            pairs.update((a.group(), b.group()) for a, b in pairwise(own) if text[a.end() : b.start()].isspace())
        lower: Counter[str] = Counter()
        for word, count in counts.items():
            lower[word.casefold()] += count
        often = {word for word, count in lower.items() if count >= _OFTEN and not is_marked(word)}
        self._known = _words_of_the_field() | often
        self._near = often | {
            word for word in self._known if len(word) >= _LONG
        }  # the field's short ones are near to many
        self._alike: dict[str, set[str]] = defaultdict(set)
        for word in self._known:
            self._alike[look_alike(word)].add(word)
        self._parted = {"".join(pair): " ".join(pair) for pair, count in pairs.items() if count >= _OFTEN}

    def repaired(self, text: str, *, unsure: bool) -> tuple[str, list[Repair]]:
        """`text` with known words, and what became what; `unsure` where a single letter may be wrong in any word."""
        repairs: list[Repair] = []

        def known(found: re.Match[str]) -> str:
            word = found.group()
            right = self._right(word, unsure=unsure)
            if right is None or right == word:
                return word
            repairs.append((word, right))
            return right

        def untouched_with_digits(found: re.Match[str]) -> str:
            piece = found.group()
            return piece if _DIGIT.search(piece) else _WORD.sub(known, piece)

        return _PIECE.sub(untouched_with_digits, text), repairs

    def _right(self, word: str, *, unsure: bool) -> str | None:
        own = word.casefold()
        if own in self._known or len(own) < _SHORTEST:
            return None
        alike = self._alike.get(look_alike(word), set())
        if not alike and word in self._parted:
            return self._parted[word]
        if not alike and unsure and len(own) >= _MIDDLING:
            near = (each for each in self._near if len(each) >= _MIDDLING)
            alike = {each for each in near if OSA.distance(own, each, score_cutoff=1) == 1}
        return _in_the_case_of(word, next(iter(alike))) if len(alike) == 1 else None


def _words_of_the_field() -> frozenset[str]:
    """In lower case, single words only."""
    own = lexicon()
    phrases = (*own.words, *own.stopwords, *own.institution_words, *own.unit_words, *MONTHS_ID, *unit_words())
    return frozenset(found.group().casefold() for each in phrases for found in _WORD.finditer(each))


def _in_the_case_of(word: str, right: str) -> str:
    if word.isupper():
        return right.upper()
    return right.capitalize() if word[0].isupper() else right


def _is_sure(source: Source) -> bool:
    return source.confidence is None or source.confidence >= UNSURE


def _cells(blocks: Sequence[Block]) -> Iterator[Line | Cell]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from (cell for row in block.rows for cell in row.cells)


def _block(block: Block, repaired: Callable[[str, Source], str]) -> Block:
    if isinstance(block, Line):
        return replace(block, text=repaired(block.text, block.source))
    return Table(tuple(_row(row, repaired) for row in block.rows))


def _row(row: Row, repaired: Callable[[str, Source], str]) -> Row:
    return replace(row, cells=tuple(replace(cell, text=repaired(cell.text, cell.source)) for cell in row.cells))


def _notes(made: dict[Source, list[Repair]]) -> Iterator[Note]:
    """One for each page, at its first repair."""
    pages: dict[int | None, list[tuple[Source, Repair]]] = defaultdict(list)
    for source, repairs in made.items():
        pages[source.page].extend((source, each) for each in repairs)
    for page, placed in pages.items():
        words = tuple(dict.fromkeys(f'"{wrong}" → "{right}"' for _, (wrong, right) in placed))
        yield Note("remark", messages.SCAN_REPAIRED, placed[0][0], {"page": page or 1, "words": words})
