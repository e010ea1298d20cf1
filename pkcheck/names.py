"""People's names as they are compared: titles, degrees, case and initials set aside."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from pkcheck.lexicon import lexicon

_SIMILAR = 80.0
_NUMBER = re.compile(r"\bnip\b.*|\bnrp\b.*|\d.*", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’`])*")
# "S.Sos", "M.Si.", "S.E.", "A.Md.Keb": a capital, a dot, and no name behind it.
_DOTTED_DEGREE = re.compile(r"^[A-Z][a-z]{0,2}(?:\.[A-Z][A-Za-z]{0,3})+\.?$")


@lru_cache(maxsize=10_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, lower case: "Drs. H. Budi Santoso, M.Si" gives ("budi", "santoso"); () where there is none.

    What stands after the first comma is taken for degrees, what stands before the name for titles.
    """
    printed = _NUMBER.sub("", name).split(",")[0].split()
    while len(printed) > 1 and _is_degree(printed[-1]):
        printed.pop()
    words = [word.replace("’", "'").replace("`", "'") for word in _WORD.findall(" ".join(printed).casefold())]
    while len(words) > 1 and words[0] in lexicon().name_titles:
        words.pop(0)
    return tuple(words)


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are the same person's: equal words, or one with initials for the other's words."""
    a, b = name_words(one), name_words(other)
    if _joined(a) == _joined(b):
        return bool(a)
    return len(a) == len(b) > 1 and all(_same_word(x, y) for x, y in zip(a, b, strict=True))


def equal_name(one: str, other: str) -> bool:
    """Whether two spellings have the same words: what initials leave open is not the same."""
    return bool(name_words(one)) and _joined(name_words(one)) == _joined(name_words(other))


def similar_name(one: str, other: str) -> bool:
    """Whether two spellings are near enough for one to be a slip of the other, or to leave a word of it out."""
    a, b = set(name_words(one)), set(name_words(other))
    if not a or not b:
        return False
    left_out = len(min(a, b, key=len)) > 1 and (a <= b or b <= a)
    return (
        left_out
        or same_name(one, other)
        or fuzz.ratio(" ".join(name_words(one)), " ".join(name_words(other))) >= _SIMILAR
    )


def _joined(words: tuple[str, ...]) -> str:
    return "".join(words).replace("'", "")


def _same_word(one: str, other: str) -> bool:
    """Equal, or an initial or usual short form ("M.", "Muh.", "Abd.") of the other."""
    short, long = sorted((one, other), key=len)
    return short == long or (long.startswith(short) and (len(short) == 1 or short in lexicon().name_shorts))


def _is_degree(printed: str) -> bool:
    if _DOTTED_DEGREE.match(printed):
        return True
    written = printed.isupper() or "." in printed
    return written and printed.replace(".", "").casefold() in lexicon().degrees
