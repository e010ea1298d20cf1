"""How optical recognition misreads writing: blanks, marks and letters that look alike. Digits are never a slip of it here.

Two texts with other digits are two texts, however alike they look: a figure is confirmed by reading it again, not by what
stands elsewhere.
"""

import re
import unicodedata

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

_NO_LETTER = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\D+")
_ALIKE = (("rn", "m"), ("vv", "w"), ("|", "l"), ("!", "l"), ("i", "l"), ("j", "l"))
_STROKED = str.maketrans("ıłđøħŧ", "ildoht")  # no letter with an accent, to Unicode
_LETTERS_TO_A_SLIP = 8
_MOST = 2
_PART_LETTERS, _PART_ALIKE = 8, 80


def look_alike(text: str) -> str:
    """`text` as it looks from afar: equal for two texts that recognition cannot be trusted to tell apart."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    shape = "".join(each for each in decomposed if not unicodedata.combining(each)).translate(_STROKED)
    for one, other in _ALIKE:
        shape = shape.replace(one, other)
    return _NO_LETTER.sub("", shape)


def differs_by_a_slip(one: str, other: str) -> bool:
    """Whether two different texts may be the same one, misread: one letter in eight, two at most, and the same digits.

    Case and quotation marks make no difference, to recognition as to rules.
    """
    if _plain(one) == _plain(other) or _DIGITS.sub("", one) != _DIGITS.sub("", other):
        return False
    a, b = look_alike(one), look_alike(other)
    most = min(max(len(a), len(b)) // _LETTERS_TO_A_SLIP, _MOST)
    return bool(a and b) and (a == b or (most > 0 and OSA.distance(a, b, score_cutoff=most) <= most))


def may_be_part(part: str, whole: str) -> bool:
    """Whether `part`, of some length, may be a piece of `whole` of which recognition got every fifth letter wrong."""
    a, b = look_alike(part), look_alike(whole)
    return _PART_LETTERS <= len(a) <= len(b) and fuzz.partial_ratio(a, b) >= _PART_ALIKE


def is_marked(text: str) -> bool:
    """Whether letters have accents, which Indonesian hardly knows and recognition makes of specks."""
    stroked = text.casefold() != text.casefold().translate(_STROKED)
    return stroked or any(unicodedata.combining(each) for each in unicodedata.normalize("NFD", text))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip('"')
