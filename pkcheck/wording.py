"""Texts as they are compared: case, markup, spacing, hyphens, punctuation and usual abbreviations set aside."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from pkcheck.lexicon import lexicon

_MARKUP = re.compile(r"</?[a-z]+\s*/?>", re.IGNORECASE)
_JOINED = re.compile(r"(?<=\w)\s*-\s*(?=\w)")
_WORD = re.compile(r"\w+")
_PREFIX = re.compile(r"^(?:meng|meny|mem|men|peng|peny|pem|pen|ber|ter|per|ke|di|se|me|pe)")
_SHORT = 5
# How many texts what was worked out is kept for: those of many agencies, in a few MiB.
REMEMBERED = 20_000


@lru_cache(maxsize=REMEMBERED)
def normal(text: str) -> str:
    """`text` as words in lower case with abbreviations written out: "KPU Prov." gives "komisi pemilihan umum provinsi"."""
    own = plain(text)
    abbreviations = lexicon().abbreviations
    return own if abbreviations.keys().isdisjoint(own.split()) else " ".join(_expanded(own))


@lru_cache(maxsize=REMEMBERED)
def plain(text: str) -> str:
    """`text` as words in lower case, abbreviations kept."""
    bare = _MARKUP.sub("", text) if "<" in text else text
    joined = _JOINED.sub("", bare) if "-" in bare else bare
    return " ".join(_WORD.findall(joined.casefold()))


@lru_cache(maxsize=REMEMBERED)
def short(text: str) -> str:
    """`normal(text)` with long forms abbreviated: a name said in full weighs no more than its abbreviation."""
    own = normal(text)
    opening_words = _long_forms_open_with()
    if opening_words.isdisjoint(own.split()):
        return own
    return _long_forms().sub(lambda found: _short_forms()[found[0]], own)


def changed_words(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of matter that only `one` has, and those that only `other` has, as printed.

    Order, spacing, markup, abbreviations, function words and a slip of one letter in a longer word change nothing.
    """
    if normal(one).replace(" ", "") == normal(other).replace(" ", ""):
        return (), ()
    differences = (_difference(one, other, form) for form in (short, normal))
    return min(differences, key=lambda each: len(each[0]) + len(each[1]))


def words(text: str) -> tuple[str, ...]:
    """The words of `normal(text)`."""
    return tuple(normal(text).split())


def subject_words(text: str) -> frozenset[str]:
    """The words that carry the matter: no function words, no measure words, no opening verbs such as "terwujudnya"."""
    return frozenset(word for word in words(text) if len(word) > 2 and word not in _empty_words())  # noqa: PLR2004


@lru_cache(maxsize=10_000)
def matter(text: str) -> frozenset[str]:
    """The stems that say what a text is about: no function or measure words, no general verbs, no places."""
    return frozenset(stem(word) for word in short(text).split() if len(word) > 2) - _empty_stems()  # noqa: PLR2004


@lru_cache(maxsize=10_000)
def stem(word: str) -> str:
    """A rough Indonesian stem, for comparing only: "keamanan" and "aman", "dimutakhirkan" and "mutakhir" agree."""
    bare = re.sub(r"(?:nya|kan|lah|kah|an|i)$", "", word) if len(word) > _SHORT else word
    return re.sub(_PREFIX, "", bare) if len(bare) > _SHORT else bare


@cache
def _empty_words() -> frozenset[str]:
    terms = lexicon()
    return frozenset((*terms.stopwords, *terms.measure_words, *terms.result_verbs, *terms.provide_verbs))


@cache
def _empty_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in (*_empty_words(), *lexicon().place_words))


@cache
def _short_forms() -> dict[str, str]:
    """Long forms of more than one word, as `normal` writes them, to their abbreviation."""
    return {plain(full): abbreviation for abbreviation, full in lexicon().abbreviations.items() if " " in plain(full)}


@cache
def _long_forms_open_with() -> frozenset[str]:
    return frozenset(full.split()[0] for full in _short_forms())


@cache
def _long_forms() -> re.Pattern[str]:
    longest_first = sorted(_short_forms(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _slip(word: str, other: str) -> bool:
    """Whether two words differ by one letter, in words long enough for that to be a slip."""
    if any(each.isdigit() for each in word + other):
        return False  # "7-12 tahun" and "7-15 tahun" are two age groups.
    return min(len(word), len(other)) > 2 and OSA.distance(word, other, score_cutoff=1) <= 1  # noqa: PLR2004


def _difference(one: str, other: str, form: Callable[[str], str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    first, second = Counter(form(one).split()), Counter(form(other).split())
    only_first, only_second = first - second, second - first
    for word in sorted(only_first.elements()):
        slip = next((each for each in sorted(only_second.elements()) if _slip(word, each)), None)
        if slip is not None:
            only_first[word] -= 1
            only_second[slip] -= 1
    return _as_printed(+only_first, one, form), _as_printed(+only_second, other, form)


def _as_printed(found: Counter[str], text: str, form: Callable[[str], str]) -> tuple[str, ...]:
    """The words of matter in `found`, in the order and the spelling of `text`."""
    left = Counter({word: count for word, count in found.items() if word not in lexicon().stopwords})
    shown = []
    for spelling in _MARKUP.sub("", text).replace("/", " ").split():
        if left[form(spelling)] > 0:
            left[form(spelling)] -= 1
            shown.append(spelling.strip(".,;:()"))
    return (*shown, *sorted(left.elements()))


def _expanded(text: str) -> list[str]:
    return [part for word in text.split() for part in lexicon().abbreviations.get(word, word).split()]
