"""Slips of the pen in short texts: a word written twice, half a word left over, a word that is nearly another.

A single text rarely proves a slip: "Pare Pare" is a town, "Yan" a name. So a text is held against all texts of the same
institution (`Usage`): what stands there in the same surroundings, written otherwise, is the proof.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from pkcheck.lexicon import Lexicon, Term, lexicon
from pkcheck.wording import plain

_WORD = re.compile(r"[^\W\d_]+")
_TWICE = re.compile(r"\b(?P<word>[^\W\d_]{2,}(?:\s+[^\W\d_]{2,}){0,2})\s+(?P=word)\b(?!-)", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXL]+\Z")
_HALF = 3
_LONG = 7
_SHORT_NAME = 5

Token = re.Match[str]


class Usage:
    """How an institution writes: which words follow each other in its texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        self._pairs: set[tuple[str, str]] = set()
        self._triples: set[tuple[str, str, str]] = set()
        self._doubled: Counter[str] = Counter()
        for text in dict.fromkeys(texts):
            own = [found.group().casefold() for found in _WORD.finditer(text)]
            self._words.update(own)
            self._pairs.update(pairwise(own))
            self._triples.update(zip(own, own[1:], own[2:], strict=False))
            self._doubled.update(found["word"].casefold() for found in _TWICE.finditer(text))

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
    for found in _TWICE.finditer(text):
        word = found["word"]
        name = word[0].isupper() and len(word) <= _SHORT_NAME and not usage.count(word.casefold()) > 2  # noqa: PLR2004
        if not (plain(word) in lexicon().reduplications or _ROMAN.match(word) or name or usage.is_double_name(word)):
            yield found.group()


def half_words(text: str, usage: Usage) -> Iterator[str]:
    """A word with its own ending after it, as printed ("Provinsi insi"), where the institution writes it without."""
    tokens = list(_WORD.finditer(text))
    for word, half, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        whole, rest, following = (each.group().casefold() for each in (word, half, after))
        if not _side_by_side(text, word, half) or not whole.endswith(rest) or len(rest) < _HALF:
            continue
        opening = whole.removesuffix(rest)
        if len(opening) >= _HALF and opening not in lexicon().prefixes and usage.has(whole, following):
            yield text[word.start() : half.end()]


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
    tokens = list(_WORD.finditer(text))
    in_capitals = len(tokens) > 1 and text.isupper()
    for at, token in enumerate(tokens):
        word = token.group().casefold()
        is_short_form = token.group().isupper() and not (in_capitals and len(word) >= _LONG)
        if word in _known() or is_short_form:
            continue
        for right in _neighbours(word):
            before = tokens[at - 1].group().casefold() if at else None
            after = tokens[at + 1].group().casefold() if at + 1 < len(tokens) else None
            proved = before is not None and after is not None and usage.has(before, right, after)
            if usage.count(word) <= max(usage.count(right), 1) and (proved or _inside(word, right)):
                yield Slip(token.group(), right)
                break


def wrong_terms(text: str, beside: str) -> Iterator[tuple[Slip, Term]]:
    """Terms of the field that `text` has wrong; `beside` is what else stands in its row."""
    own = f" {plain(text)} "
    for term in lexicon().terms:
        if term.beside and (f" {term.right} " in own or not any(each in plain(beside) for each in term.beside)):
            continue
        for wrong in term.wrong:
            pattern = r"\W+".join(wrong.split())
            found = re.search(rf"\b{pattern}\b", text, 0 if term.lower_case else re.IGNORECASE)
            if found:
                yield Slip(found.group(), term.right), term


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
