"""Which way is better for an indicator: more, less, or neither, as far as its words and its target say so.

None is an answer too: "penurunan prevalensi stunting 14%" may be how far or down to where, "jumlah revisi 12 kali" a
floor or a ceiling. What is not plain from the words is left open, and nobody is told that a target fell short.
"""

from functools import cache, lru_cache
from typing import Literal

from pkcheck.lexicon import Lexicon, lexicon
from pkcheck.model import Indicator
from pkcheck.quantities.units import dimension, kind, unit_name
from pkcheck.wording import REMEMBERED, plain

Polarity = Literal["maximize", "minimize", "stabilize"]
_TIME = "[waktu]"
_MEASURED_THINGS = ("jumlah", "nilai", "banyaknya", "banyak")


def polarity(indicator: Indicator) -> Polarity | None:
    """Which way is better; None where that is not plain."""
    target = indicator.target
    if indicator.polarity is not None:
        return indicator.polarity
    if target is not None and target.predicate is not None:
        return "maximize"
    if target is not None and target.sign is not None:
        return "minimize" if target.sign in ("≤", "<") else "maximize"
    return _by_text_and_unit(indicator.text, unit_name(target.unit) if target and target.unit else None)


@lru_cache(maxsize=REMEMBERED)
def _by_text_and_unit(text: str, unit: str | None) -> Polarity | None:
    if kind(unit) == "rank" if unit is not None else _asks_for_a_rank(text):
        return "minimize"
    worded = _from_words(text, unit)
    if unit is not None and dimension(unit) == _TIME and worded == "maximize":
        return None
    return worded


@lru_cache(maxsize=REMEMBERED)
def head(text: str) -> str:
    """What an indicator names before it says more of it: "persentase pegawai" of "Persentase pegawai yang ..."."""
    words = f" {plain(text)} "
    ends = [at for opener in lexicon().clause_openers if (at := words.find(f" {opener} ")) > 0]
    return words[: min(ends, default=len(words))].strip()


def says(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of `phrases` stands in `text`, as whole words."""
    words = f" {plain(text)} "
    return any(phrase in words and f" {phrase} " in words for phrase in phrases)


def falls_to_or_by(indicator: Indicator) -> bool:
    """Whether the wording opens with a fall that leaves open whether its figure is how far, or to where."""
    return _falls_to_or_by(indicator.text)


@lru_cache(maxsize=REMEMBERED)
def _falls_to_or_by(text: str) -> bool:
    terms = lexicon()
    opening, measured = _opening(text)
    return bool(opening) and not measured and opening[0] in set(terms.fall_words) - set(terms.fall_nouns)


def counts_what_nobody_wants(indicator: Indicator) -> str | None:
    """The noun, where an indicator counts what nobody wants more of and does not say that it is dealt with."""
    target = indicator.target
    unit = unit_name(target.unit) if target and target.unit else None
    return _unwanted(indicator.text) if unit is not None and kind(unit) == "count" else None


@lru_cache(maxsize=REMEMBERED)
def _unwanted(text: str) -> str | None:
    terms = lexicon()
    if says(text, terms.settled_words):
        return None
    words = plain(text).split()
    if len(words) > 1 and terms.measure_words.get(words[0]) == "count":
        words = words[1:]
    noun = words[0] if words else ""
    return noun if noun in set(terms.unwanted_counts) - set(terms.lower_is_better) else None


def _from_words(text: str, unit: str | None) -> Polarity | None:
    terms = lexicon()
    opening, measured = _opening(text)
    if opening and opening[0] in terms.fall_words:
        return "maximize" if _is_how_far(opening, measured, unit) else None
    if says(text, terms.settled_words) or _names_an_output(text):
        return "maximize"
    rest = f"{' '.join(opening)} "
    if any(rest.startswith(f"{phrase} ") for phrase in terms.lower_is_better):
        return None if says(text, ("yang",)) else "minimize"
    if says(text, terms.lower_is_better) or says(text, terms.fall_words):
        return None
    return None if opening and opening[0] in terms.unwanted_counts else "maximize"


def _asks_for_a_rank(text: str) -> bool:
    words = plain(text).split()
    return bool(words) and lexicon().measure_words.get(words[0]) == "rank"


def _names_an_output(text: str) -> bool:
    """Whether it opens with what is written or recorded, as in "Tersedianya data ...": of that more is better."""
    terms = lexicon()
    words = plain(text).split()
    while words and words[0] in (*terms.provide_verbs, *terms.result_verbs):
        words = words[1:]
    return bool(words) and words[0] in terms.output_nouns


def _is_how_far(opening: tuple[str, ...], measured: bool, unit: str | None) -> bool:
    """Whether the figure is the fall itself: a measured one, one in pieces, one of a number told in percent."""
    if measured:
        return True
    if opening[0] not in lexicon().fall_nouns or unit is None:
        return False
    of_a_number = len(opening) > 1 and opening[1] in _MEASURED_THINGS
    return kind(unit) in ("count", "money") or of_a_number


def _opening(text: str) -> tuple[tuple[str, ...], bool]:
    """The words from the matter on, and whether a measure word stood before them."""
    words = plain(text).split()
    measured = False
    while words and words[0] in _prefaces():
        measured = measured or words[0] in _measures()
        words = words[1:]
    return tuple(words), measured


@cache
def _prefaces() -> frozenset[str]:
    terms: Lexicon = lexicon()
    opening = {*_measures(), *terms.provide_verbs, *terms.result_verbs, *terms.output_nouns}
    return frozenset(opening - set(terms.fall_words))


@cache
def _measures() -> frozenset[str]:
    return frozenset(plain(word) for word in lexicon().measure_words)
