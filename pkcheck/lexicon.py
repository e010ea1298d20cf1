"""The words of the field, in one place: what agreements say and how their words are to be taken.

Holds words only. How they are looked for in a text is the affair of who looks.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

MeasureKind = Literal["proportion", "count", "score", "rank", "ratio", "predicate", "any"]
Acting = Literal["plt", "plh", "pj"]


class Term(BaseModel):
    """A statutory or standard term, and what is written in its place by mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    right: str
    wrong: tuple[str, ...]
    note_id: str
    note_en: str


class Lexicon(BaseModel):
    """All lists, in lower case; phrases have single spaces between their words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    abbreviations: dict[str, str]
    """Short form without its dot, to what it stands for; for comparing texts."""
    stopwords: tuple[str, ...]
    """Function words that carry no subject matter."""
    measure_words: dict[str, MeasureKind]
    """The word that opens an indicator, to the kind of figure that it promises."""
    fall_words: tuple[str, ...]
    """Words that speak of a fall: the figure after them is how far, or to where."""
    lower_is_better: tuple[str, ...]
    """Words and phrases of which less is better."""
    unwanted_counts: tuple[str, ...]
    """Nouns that nobody wants more of: as a target, their count leaves open which way is good."""
    settled_words: tuple[str, ...]
    """Words that make such a count a wanted one: what was settled, not what occurred."""
    output_nouns: tuple[str, ...]
    """Nouns that name something written or recorded: an output, not a condition."""
    report_nouns: tuple[str, ...]
    """Those of them that are reports and documents, counted in pieces."""
    result_verbs: tuple[str, ...]
    """Opening words of a condition that is to be reached."""
    provide_verbs: tuple[str, ...]
    """Opening words that say only that something is made or at hand: what follows is the subject."""
    counted_by: dict[str, tuple[str, ...]]
    """Head noun or phrase, to the canonical units that fit it."""
    generic_units: tuple[str, ...]
    """Canonical units that can count anything but what is written."""
    reduplications: tuple[str, ...]
    """Words that may stand twice, with a space for the hyphen."""
    terms: tuple[Term, ...]
    """Terms often written wrongly."""
    words: tuple[str, ...]
    """Frequent words: what is one letter away from one of them is probably a slip."""
    ordinary_neighbours: tuple[str, ...]
    """Ordinary words one letter away from one of `words`, which are no slip."""
    external_heads: tuple[str, ...]
    """Positions above an agency, whose own agreement is not looked for in its set."""
    office_ranks: dict[str, int]
    """How a position opens, to its rank in the organisation, 1 the highest; the longest opening wins."""
    acting_prefixes: dict[str, Acting]
    """What stands before a position filled for a time, to the short form kept in the data."""


@cache
def lexicon() -> Lexicon:
    """The one lexicon, read once."""
    text = files("pkcheck").joinpath("lexicon.toml").read_text(encoding="utf-8")
    return Lexicon.model_validate(tomllib.loads(text))
