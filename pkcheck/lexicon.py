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
    beside: tuple[str, ...] = ()
    """Where given, it is wrong only in a row whose other cells speak of one of these."""
    lower_case: bool = False
    """Whether it is wrong only in lower case: with a capital it may be a name."""
    note_id: str
    note_en: str


class Lexicon(BaseModel):
    """All lists, in lower case; phrases have single spaces between their words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    abbreviations: dict[str, str]
    """Short form without its dot, to what it stands for; for comparing texts."""
    stopwords: tuple[str, ...]
    """Function words that carry no subject matter."""
    place_words: tuple[str, ...]
    """Words that say where or at which level of government, not what."""
    measure_words: dict[str, MeasureKind]
    """The word that opens an indicator, to the kind of figure that it promises."""
    fall_words: tuple[str, ...]
    """Words that speak of a fall: the figure after them is how far, or to where."""
    fall_nouns: tuple[str, ...]
    """Those of them that name the fall itself, as in "penurunan jumlah": a count after them is how far."""
    rise_words: tuple[str, ...]
    """Words that speak of a rise or a betterment."""
    lower_is_better: tuple[str, ...]
    """Words and phrases of which less is better."""
    unwanted_counts: tuple[str, ...]
    """Nouns that nobody wants more of: as a target, their count leaves open which way is good."""
    settled_words: tuple[str, ...]
    """Words that make such a count a wanted one: what was settled, not what occurred."""
    above_hundred: tuple[str, ...]
    """Words of a figure that may lie outside 0 to 100 percent: growth, change, what was reached of a plan."""
    clause_openers: tuple[str, ...]
    """Words after which an indicator no longer names what is measured, but says more of it."""
    number_words: tuple[str, ...]
    """Numbers in words, which make a target measurable."""
    grade_words: tuple[str, ...]
    """Words in an indicator that call for a grade, known or not, as its target."""
    plain_answers: tuple[str, ...]
    """Targets that are a yes or no, or a nil: measured, though not in figures."""
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
    share_words: tuple[str, ...]
    """Words whose figure is a share by itself: percent fits "jumlah" and "nilai" before them."""
    bare_number_openings: tuple[str, ...]
    """Openings of indicators of which a number without unit is the usual target."""
    figure_units: tuple[str, ...]
    """Canonical units that only say that a figure stands there."""
    deed_units: tuple[str, ...]
    """Canonical units that count what is done, and so nothing that is written."""
    generic_units: tuple[str, ...]
    """Canonical units that can count anything."""
    prefixes: tuple[str, ...]
    """What a root may have before it: "bersama sama" is a reduplication."""
    reduplications: tuple[str, ...]
    """Words that may stand twice, with a space for the hyphen."""
    terms: tuple[Term, ...]
    """Terms often written wrongly."""
    words: tuple[str, ...]
    """Frequent words: what is one letter away from one of them is probably a slip."""
    ordinary_neighbours: tuple[str, ...]
    """Ordinary words one letter away from one of `words`, which are no slip."""
    house_heads: tuple[str, ...]
    """How the positions open of heads of houses of their own, such as courts: who is above them is of another institution."""
    institution_words: tuple[str, ...]
    """Words that open or mark the name of an institution: in a letterhead, at the end of a position."""
    unit_words: tuple[str, ...]
    """Words for what a unit within an institution is, without what it does."""
    short_names: tuple[str, ...]
    """Those of `abbreviations` by which an id is shortened."""
    shared_titles: tuple[str, ...]
    """Positions that several people hold at once, where nothing stands behind the title."""
    functional_grades: tuple[str, ...]
    """Grades of functional positions."""
    functional_titles: tuple[str, ...]
    """How functional positions open."""
    name_titles: tuple[str, ...]
    """What stands before a person's name and is no part of it."""
    name_shorts: tuple[str, ...]
    """Usual short forms of given names, the beginnings of what they stand for."""
    degrees: tuple[str, ...]
    """Degrees without their dots, as stand after a name."""
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
