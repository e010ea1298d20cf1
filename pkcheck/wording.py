"""Texts as they are compared: case, markup, spacing, hyphens, punctuation and usual abbreviations set aside."""

import re
from functools import cache, lru_cache

from pkcheck.lexicon import lexicon

_MARKUP = re.compile(r"</?[a-z]+\s*/?>", re.IGNORECASE)
_JOINED = re.compile(r"(?<=\w)\s*-\s*(?=\w)")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=100_000)
def normal(text: str) -> str:
    """`text` as words in lower case with abbreviations written out: "KPU Prov." gives "komisi pemilihan umum provinsi"."""
    return " ".join(_expanded(plain(text)))


def plain(text: str) -> str:
    """`text` as words in lower case, abbreviations kept."""
    return " ".join(_WORD.findall(_JOINED.sub("", _MARKUP.sub("", text)).casefold()))


def words(text: str) -> tuple[str, ...]:
    """The words of `normal(text)`."""
    return tuple(normal(text).split())


def subject_words(text: str) -> frozenset[str]:
    """The words that carry the matter: no function words, no measure words, no opening verbs such as "terwujudnya"."""
    return frozenset(word for word in words(text) if len(word) > 2 and word not in _empty_words())  # noqa: PLR2004


@lru_cache(maxsize=10_000)
def stem(word: str) -> str:
    """A rough Indonesian stem, for comparing only: "keamanan" and "aman", "dimutakhirkan" and "mutakhir" agree."""
    bare = re.sub(r"(?:nya|kan|lah|kah|an|i)$", "", word) if len(word) > 5 else word  # noqa: PLR2004
    bare = (
        re.sub(r"^(?:meng|meny|mem|men|peng|peny|pem|pen|ber|ter|per|ke|di|se|me|pe)", "", bare)
        if len(bare) > 5
        else bare
    )  # noqa: PLR2004
    return bare


@cache
def _empty_words() -> frozenset[str]:
    terms = lexicon()
    return frozenset((*terms.stopwords, *terms.measure_words, *terms.result_verbs, *terms.provide_verbs))


def _expanded(text: str) -> list[str]:
    return [part for word in text.split() for part in lexicon().abbreviations.get(word, word).split()]
