"""What an objective's words make of it: a condition to be reached, something written, or a measure."""

from functools import cache, lru_cache
from typing import Literal

from pkcheck.lexicon import lexicon
from pkcheck.wording import REMEMBERED, normal, plain

Phrasing = Literal["condition", "output", "measure"]


@lru_cache(maxsize=REMEMBERED)
def phrasing(objective: str) -> Phrasing:
    """How an objective is worded, by its opening word.

    "Data Pencalonan" is something written, "Persentase pegawai yang ..." a measure. A state ("Laporan tersedia"), a
    quality ("Data yang akurat") or a movement ("Jumlah penduduk miskin menurun") makes a condition of it.
    """
    own = plain(objective).split()
    if own and lexicon().measure_words.get(own[0]) in ("proportion", "count", "ratio") and len(own) > 1:
        return "condition" if any(word in _movements() for word in own) else "measure"
    if any(word in _states() for word in own):
        return "condition"
    opening = any(" ".join(own[: len(noun.split())]) == noun for noun in lexicon().output_nouns)
    return "output" if opening and "yang" not in own else "condition"


def only_repeats(indicator: str, objective: str) -> bool:
    """Whether an indicator says nothing but its objective, with or without an opening such as "tersedianya"."""
    own, promised = normal(indicator).split(), normal(objective).split()
    if not own or own == promised:
        return bool(own)
    return promised[:1] != [] and promised[0] in lexicon().provide_verbs and own == promised[1:]


@cache
def _states() -> frozenset[str]:
    """Result verbs, and the adjectives that they are made of: "terpenuhinya" and "terpenuhi"."""
    verbs = lexicon().result_verbs
    return frozenset((*verbs, *(verb.removesuffix("nya") for verb in verbs)))


@cache
def _movements() -> frozenset[str]:
    return frozenset((*lexicon().fall_words, *lexicon().rise_words))
