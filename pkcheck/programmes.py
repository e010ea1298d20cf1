"""Names of programmes and activities as they are compared, and the level that their words give them."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from pkcheck.lexicon import lexicon
from pkcheck.wording import normal

Level = Literal["program", "kegiatan", "sub_kegiatan"]
Words = tuple[str, ...]

LEVELS: tuple[Level, ...] = ("program", "kegiatan", "sub_kegiatan")
_LABELS: dict[str, Level] = {"sub kegiatan": "sub_kegiatan", "program": "program", "kegiatan": "kegiatan"}
_LABEL = re.compile(r"sub kegiatan|program|kegiatan")
_TELLING = 2  # words that a short form must have
_SHORTENED = 3  # letters that an abbreviated word must have
_ONE_SLIP, _TWO_SLIPS = 4, 8  # letters that a word must have for as many of them to be wrong


def levels_named(text: str) -> tuple[Level, ...]:
    """The levels that the head of a column names: "Program/Kegiatan" gives both, "Uraian" none."""
    found = {_LABELS[label] for label in _LABEL.findall(_spelt(text))}
    return tuple(level for level in LEVELS if level in found)


def level_named(name: str) -> Level | None:
    """The level that a line gives itself with its first words."""
    label = _LABEL.match(_spelt(name))
    return _LABELS[label[0]] if label else None


@lru_cache(maxsize=10_000)
def name_words(name: str) -> Words:
    """The words of a name without the level before it: "PROG. DUKUNGAN MANAJEMEN" gives ("dukungan", "manajemen")."""
    spelt = _spelt(name)
    label = _LABEL.match(spelt)
    bare = spelt[label.end() :] if label else spelt
    return tuple(bare.split()) or tuple(spelt.split())


@lru_cache(maxsize=50_000)
def same_programme(one: str, other: str) -> bool:
    """Whether two names mean the same, but for case, spacing, abbreviated words, a short form and slips of the pen.

    Word by word, for whole names deceive: of two programmes one may be for "sarana", the other for "prasarana".
    """
    a, b = name_words(one), name_words(other)
    if "".join(a) == "".join(b):
        return True
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) >= _TELLING and longer[: len(shorter)] == shorter:
        return True
    return _agree(_content(a), _content(b))


def _agree(a: Words, b: Words) -> bool:
    if not a or not b:
        return not a and not b
    if _same_word(a[0], b[0]) and _agree(a[1:], b[1:]):
        return True
    return _opens_with_initials(a, b) or _opens_with_initials(b, a)


def _opens_with_initials(a: Words, b: Words) -> bool:
    """Whether the first word of `a` is made of the first letters of `b`: "paud" and "pendidikan anak usia dini"."""
    count = len(a[0])
    initials = "".join(word[0] for word in b[:count])
    return count >= _SHORTENED and initials == a[0] and _agree(a[1:], b[count:])


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTENED or not (one.isalpha() and other.isalpha()):
        return False
    if longer.startswith(shorter):
        return True
    if {one, other} & _ordinary_neighbours() or len(shorter) < _ONE_SLIP:
        return False
    return OSA.distance(one, other) <= (2 if len(shorter) >= _TWO_SLIPS else 1)


def _content(words: Sequence[str]) -> Words:
    return tuple(word for word in words if word not in _stopwords())


def _spelt(text: str) -> str:
    return normal(text).replace("subkegiatan", "sub kegiatan")


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(lexicon().stopwords)


@cache
def _ordinary_neighbours() -> frozenset[str]:
    return frozenset(lexicon().ordinary_neighbours)
