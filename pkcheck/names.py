"""People's names as they are compared: titles, degrees, case and initials set aside."""

import re

from rapidfuzz import fuzz

_TITLES = {"dr", "drs", "dra", "ir", "prof", "h", "hj", "kh", "apt", "ns", "st", "drh", "drg", "sdr", "bapak", "ibu"}
_SIMILAR = 80.0


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, lower case: "Drs. H. Budi Santoso, M.Si" gives ("budi", "santoso").

    What stands after the first comma is taken for degrees, what stands before the name for titles.
    """
    words = [word for word in re.split(r"[^\w']+", name.split(",")[0].casefold()) if word]
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    return tuple(words)


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are the same person's: equal words, or one with initials for the other's words."""
    a, b = name_words(one), name_words(other)
    if "".join(a) == "".join(b):
        return True
    return len(a) == len(b) > 1 and all(
        x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) for x, y in zip(a, b, strict=True)
    )


def similar_name(one: str, other: str) -> bool:
    """Whether two spellings are near enough for one to be a slip of the other."""
    return same_name(one, other) or fuzz.ratio(" ".join(name_words(one)), " ".join(name_words(other))) >= _SIMILAR
