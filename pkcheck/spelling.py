"""Slips of the pen in short texts: a word written twice, half a word left over, a word that is nearly another.

A single text rarely proves a slip: "Pare Pare" is a town, "Yan" a name. So a text is held against all texts of the same
institution (`Usage`): what stands there in the same surroundings, written otherwise, is the proof.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from pkcheck.lexicon import Lexicon, Term, lexicon
from pkcheck.wording import REMEMBERED, plain

_WORD = re.compile(r"[^\W\d_]+")
_TWICE = re.compile(r"\b(?P<word>[^\W\d_]{2,}(?:\s+[^\W\d_]{2,}){0,2})\s+(?P=word)\b(?!-)", re.IGNORECASE)
_RUN = re.compile(r"\w+")
_GAP = r"\W+"
_ROMAN = re.compile(r"[IVXL]+\Z")
_HALF = 3
_LONG = 7
_SHORT_NAME = 5

Token = re.Match[str]


class Usage:
    """How an institution writes: which words follow each other in its texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = dict.fromkeys(texts)

    @cached_property
    def _written(self) -> list[list[str]]:
        return [[found.group().casefold() for found in _WORD.finditer(text)] for text in self._texts]

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(word for own in self._written for word in own)

    @cached_property
    def _pairs(self) -> set[tuple[str, str]]:
        return {pair for own in self._written for pair in pairwise(own)}

    @cached_property
    def _triples(self) -> set[tuple[str, str, str]]:
        return {triple for own in self._written for triple in zip(own, own[1:], own[2:], strict=False)}

    @cached_property
    def _doubled(self) -> Counter[str]:
        return Counter(word.casefold() for text in self._texts for word, _ in _twice(text))

    def count(self, word: str) -> int:
        """How often a word, in lower case, occurs in different texts."""
        return self._words[word]

    def has(self, *following: str) -> bool:
        """Whether two or three words stand next to each other somewhere."""
        return following in self._pairs or following in self._triples

    def is_double_name(self, word: str) -> bool:
        """Whether a word is only ever written twice in a row, and in more than one text: a name such as Bau Bau."""
        times = self._doubled[word.casefold()]
        return times > 1 and self._words[word.casefold()] == 2 * times


@dataclass(frozen=True, slots=True)
class Slip:
    """`wrong` as printed, and what was meant."""

    wrong: str
    right: str


def doubled_words(text: str, usage: Usage) -> Iterator[str]:
    """What stands twice in a row in `text`, as printed; names and reduplications aside."""
    for word, both in _twice(text):
        name = word[0].isupper() and len(word) <= _SHORT_NAME and not usage.count(word.casefold()) > 2  # noqa: PLR2004
        if not (plain(word) in lexicon().reduplications or _ROMAN.match(word) or name or usage.is_double_name(word)):
            yield both


@lru_cache(maxsize=REMEMBERED)
def _twice(text: str) -> tuple[tuple[str, str], ...]:
    """What stands twice in a row, once and with its double."""
    return tuple((found["word"], found.group()) for found in _TWICE.finditer(text))


def half_words(text: str, usage: Usage) -> Iterator[str]:
    """A word with its own ending after it, as printed ("Provinsi insi"), where the institution writes it without."""
    return (printed for whole, following, printed in _halved(text) if usage.has(whole, following))


@lru_cache(maxsize=REMEMBERED)
def _halved(text: str) -> tuple[tuple[str, str, str], ...]:
    """Each word with its own ending after it: the word, what follows, and both as printed."""
    found = []
    tokens = list(_WORD.finditer(text))
    words = [token.group().casefold() for token in tokens]
    for at, (whole, rest, following) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        if not whole.endswith(rest) or len(rest) < _HALF or not _side_by_side(text, tokens[at], tokens[at + 1]):
            continue
        opening = whole.removesuffix(rest)
        if len(opening) >= _HALF and opening not in lexicon().prefixes:
            found.append((whole, following, text[tokens[at].start() : tokens[at + 1].end()]))
    return tuple(found)


def without_halves(text: str) -> str:
    """`text` without what is left over of the word before it: "Provinsi insi" becomes "Provinsi"."""
    kept: list[str] = []
    for word in text.split():
        whole, rest = (kept[-1] if kept else "").casefold(), word.casefold()
        if not (len(rest) >= _HALF and whole.endswith(rest) and len(whole) - len(rest) >= _HALF):
            kept.append(word)
    return " ".join(kept)


def near_misses(text: str, usage: Usage) -> Iterator[Slip]:
    """Words of `text` that are one letter away from a frequent word of the field, and are no word of their own.

    Inside a long word a letter that is missing, doubled or swapped is a slip wherever it stands; any other difference is
    one only where the institution writes the same surroundings with the right word.
    """
    for near in _near(text):
        word, before, after = near.printed.casefold(), near.before, near.after
        for right in near.neighbours:
            proved = before is not None and after is not None and usage.has(before, right, after)
            if usage.count(word) <= max(usage.count(right), 1) and (proved or _inside(word, right)):
                yield Slip(near.printed, right)
                break


class _Near(NamedTuple):
    """A word that is one letter away from `neighbours`, with the words around it."""

    printed: str
    before: str | None
    after: str | None
    neighbours: tuple[str, ...]


@lru_cache(maxsize=REMEMBERED)
def _near(text: str) -> tuple[_Near, ...]:
    printed = _WORD.findall(text)
    words = [each.casefold() for each in printed]
    in_capitals = len(words) > 1 and text.isupper()
    found = []
    for at, word in enumerate(words):
        if word in _known() or (printed[at].isupper() and not (in_capitals and len(word) >= _LONG)):
            continue
        neighbours = _neighbours(word)
        if neighbours:
            after = words[at + 1] if at + 1 < len(words) else None
            found.append(_Near(printed[at], words[at - 1] if at else None, after, neighbours))
    return tuple(found)


def wrong_terms(text: str, beside: str) -> Iterator[tuple[Slip, Term]]:
    """Terms of the field that `text` has wrong; `beside` is what else stands in its row."""
    for slip, term in _wrong_terms(text):
        if term.beside and (f" {term.right} " in f" {plain(text)} " or not _speaks_of(beside, term.beside)):
            continue
        yield slip, term


def _speaks_of(text: str, matters: Iterable[str]) -> bool:
    return any(each in plain(text) for each in matters)


@lru_cache(maxsize=REMEMBERED)
def _wrong_terms(text: str) -> tuple[tuple[Slip, Term], ...]:
    own = frozenset(_RUN.findall(text.casefold()))
    if _telling().isdisjoint(own):
        return ()
    found = ((each.term, each.pattern.search(text)) for each in _wrong() if each.words <= own)
    return tuple((Slip(match.group(), term.right), term) for term, match in found if match)


class _Wrong(NamedTuple):
    """What is written in the place of a term, and the words that it cannot be without."""

    words: frozenset[str]
    pattern: re.Pattern[str]
    term: Term


@cache
def _wrong() -> tuple[_Wrong, ...]:
    return tuple(
        _Wrong(
            frozenset(_RUN.findall(wrong.casefold())),
            re.compile(rf"\b{_GAP.join(wrong.split())}\b", 0 if term.lower_case else re.IGNORECASE),
            term,
        )
        for term in lexicon().terms
        for wrong in term.wrong
    )


@cache
def _telling() -> frozenset[str]:
    """Of everything that is written wrongly its longest word."""
    return frozenset(max(sorted(each.words), key=len) for each in _wrong())


def _side_by_side(text: str, one: Token, other: Token) -> bool:
    return text[one.end() : other.start()].isspace()


@cache
def _known() -> frozenset[str]:
    """Words that are no slip, whatever they look like."""
    own: Lexicon = lexicon()
    return frozenset((*own.words, *own.ordinary_neighbours, *own.stopwords, *own.abbreviations))


@lru_cache(maxsize=100_000)
def _neighbours(word: str) -> tuple[str, ...]:
    near = (each for each in lexicon().words if abs(len(each) - len(word)) <= 1)
    return tuple(each for each in near if OSA.distance(word, each, score_cutoff=1) == 1)


def _inside(word: str, right: str) -> bool:
    """Whether the slip lies within a long word, where it makes no other form of it: none of its ends, no other letter."""
    same_ends = word[0] == right[0] and word[-1] == right[-1]
    return same_ends and len(right) >= _LONG and (len(word) != len(right) or sorted(word) == sorted(right))
