"""A subordinate's target beside the superior's from which it derives: which one promises more, if that can be said.

Only what is plain is said: figures in the same unit, grades of the same scale, scores of the same size. A range that
overlaps, a report against a document, an index of 3,4 against one of 85 are left to people, with the reason.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal, NamedTuple, cast

from rapidfuzz import fuzz

from pkcheck import messages
from pkcheck.cascade import NEAR, SAME_INDICATOR
from pkcheck.graph import AgreementSet, Link, Row
from pkcheck.lexicon import lexicon
from pkcheck.model import Indicator, Target
from pkcheck.polarity import Polarity, head, polarity, says
from pkcheck.quantities.scales import same_scale
from pkcheck.quantities.units import comparable, converted, kind, unit_name
from pkcheck.texts import Text
from pkcheck.wording import REMEMBERED, changed_words, matter, normal

Standing = Literal["equal", "below", "above", "different"]
Sameness = Literal["same", "likely", "akin"]
_PERCENT = "persen"
_HUNDRED = 100
_BARE_UNITS = {"proportion": "persen", "score": "nilai", "rank": "peringkat"}
# What scores are out of: an index of 3,4 out of 4 says nothing beside one of 85 out of 100.
_SCORE_SIZES = (5, 10, 100)
_DECIMALS_OF_A_QUOTIENT = 2
_PLACEHOLDER = re.compile(r"[\s\-–—._…%]*|n\s*/?\s*a", re.IGNORECASE)
_SAME_MATTER = 0.6
# What an indicator beneath a quotation must share of the quoted one's matter, to measure it and not a means to it.
_HALF_THE_MATTER = 0.51
_WORDS_THAT_TELL = 3
_SURE = 0.95


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of a target: `low` to `high` in `unit`, which is canonical, or as printed where it is not known."""

    low: Decimal
    high: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a subordinate's target stands to the superior's.

    `standing`: below promises less, above more; different where it is open which way is better. `own` and `other` are
    the two figures in the superior's unit, None for grades; `kind` is that of their unit.
    """

    standing: Standing
    polarity: Polarity | None
    own: Figure | None = None
    other: Figure | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What was compared: the same for the same difference, however the targets are printed."""
        return tuple(f"{each.low.normalize()}-{each.high.normalize()} {each.unit}" for each in self._figures)

    @property
    def _figures(self) -> tuple[Figure, ...]:
        return tuple(each for each in (self.own, self.other) if each is not None)

    @property
    def shareable(self) -> bool:
        """Whether several subordinates may have parts of it: what is counted, and money."""
        return self.other is not None and kind(self.other.unit) in ("count", "money", None)


def compare(child: Indicator, parent: Indicator) -> Comparison | Text:
    """Both targets side by side, or the reason why that cannot be done."""
    return _compared(_said(child), _said(parent))


class _Part(NamedTuple):
    value: float
    unit: str | None
    written: type


class _Target(NamedTuple):
    """What a comparison looks at in a target; 5 and 5.0 are equal and written differently."""

    value: float | None
    upper: float | None
    unit: str | None
    sign: str | None
    predicate: str | None
    also: tuple[_Part, ...]
    written: tuple[type, type]


class _Said(NamedTuple):
    """All that a comparison looks at in an indicator, under the same names: many of many agencies have it in common."""

    text: str
    polarity: Polarity | None
    target: _Target | None


def _said(indicator: Indicator | _Said) -> _Said:
    if isinstance(indicator, _Said):
        return indicator
    own = indicator.target
    if own is None:
        return _Said(indicator.text, indicator.polarity, None)
    value, upper = own.value, own.upper
    also = tuple(_Part(each.value, each.unit, type(each.value)) for each in own.also) if own.also else ()
    target = _Target(value, upper, own.unit, own.sign, own.predicate, also, (type(value), type(upper)))
    return _Said(indicator.text, indicator.polarity, target)


@lru_cache(maxsize=REMEMBERED)
def _compared(said_below: _Said, said_above: _Said) -> Comparison | Text:
    child, parent = cast("Indicator", said_below), cast("Indicator", said_above)
    own, other = child.target, parent.target
    if own is None or other is None or not (_readable(own) and _readable(other)):
        return messages.TARGET_UNREAD
    if beyond_a_whole(child) or beyond_a_whole(parent):
        return messages.TARGET_OUT_OF_RANGE
    if own.predicate and other.predicate:
        graded = _by_grade(own.predicate, other.predicate)
        if graded is None:
            return messages.TARGETS_OF_OTHER_KIND
        if graded.standing != "equal":
            return graded
    pairs = list(_pairs(child, parent))
    if not pairs:
        both_graded = own.predicate and other.predicate
        return Comparison("equal", "maximize") if both_graded else _why_not(child, parent)
    way = _way(child, parent)
    compared = [Comparison(_standing(mine, theirs, way), way, mine, theirs) for mine, theirs in pairs]
    return next((each for each in compared if each.standing != "equal"), compared[0])


def figures(indicator: Indicator, bare: str | None = None) -> tuple[Figure, ...]:
    """What the indicator's target says in figures, the first printed first; a number alone is in `bare`."""
    return _figures(_said(indicator), bare)


@lru_cache(maxsize=REMEMBERED)
def _figures(said: _Said, bare: str | None) -> tuple[Figure, ...]:
    indicator = cast("Indicator", said)
    target = indicator.target
    if target is None:
        return ()
    found = []
    if target.value is not None:
        unit = _unit(target.unit) or _unit_of_a_bare_number(indicator) or bare
        upper = target.upper if target.upper is not None else target.value
        if unit:
            found.append(Figure(exact(target.value), exact(upper), unit))
    found += [Figure(exact(a.value), exact(a.value), unit) for a in target.also if (unit := _unit(a.unit))]
    return tuple(found)


def beyond_a_whole(indicator: Indicator) -> bool:
    """Whether a percentage lies outside 0 to 100 though the wording is that of a share of a whole."""
    return indicator.target is not None and bool(indicator.target.unit) and _beyond_a_whole(_said(indicator))


@lru_cache(maxsize=REMEMBERED)
def _beyond_a_whole(said: _Said) -> bool:
    indicator = cast("Indicator", said)
    shares = [each for each in figures(indicator) if comparable(each.unit, _PERCENT)]
    ends = [converted(end, share.unit, _PERCENT) for share in shares for end in (share.low, share.high)]
    outside = any(not 0 <= each <= _HUNDRED for each in ends)
    return outside and not says(head(indicator.text), lexicon().above_hundred)


def is_missing(target: Target | None) -> bool:
    """Whether a target's cell is empty, or holds a dash or nothing but the unit of its column."""
    if target is None:
        return True
    if target.value is not None or target.predicate is not None or target.also or target.periods:
        return False
    raw, unit = (target.raw or "").strip(), target.unit
    named_alone = unit is not None and (raw == unit or unit_name(raw) == unit_name(unit) is not None)
    return _PLACEHOLDER.fullmatch(raw) is not None or (named_alone and not any(each.isdigit() for each in raw))


def exact(value: float) -> Decimal:
    """A number of the data as the decimal that was written."""
    return Decimal(str(value))


def certainty_of(link: Link) -> Sameness | None:
    """Whether both ends of a derivation measure the same thing: None where the child's is another measure.

    What is quoted is the superior's promise itself, as long as the indicator beneath speaks of the same matter; a means
    to it is "akin". A link that the data gives may well be an indirect one, in which a unit promises a part or a means of
    it; then the figures have little or nothing to do with each other. Where several units repeat an indicator without
    quoting it, each may mean its own part.
    """
    return link.whole.once((certainty_of, link.child.id, link.parent.id), lambda: _certainty_of(link))


def _certainty_of(link: Link) -> Sameness | None:
    how, score = link.derivation.how, link.derivation.score
    if how in ("quoted", "near"):
        return ("same" if score >= _SURE else "likely") if _measures_the_matter(link) else "akin"
    parent, child = normal(link.parent.indicator.text), normal(link.child.indicator.text)
    if how == "indicator":
        alone = len(link.whole.takers[link.parent.id]) == 1
        if parent == child:
            return "same" if alone else "likely"
        # A word more ("anggaran sekretariat") makes it a part of the superior's; a word less does not.
        narrower, _ = changed_words(link.child.indicator.text, link.parent.indicator.text)
        return None if narrower else "likely"
    if parent == child or not parent or not child:
        return "same"
    if fuzz.token_sort_ratio(normal(link.child.objective.text), parent) >= NEAR * 100:
        return "same"
    alike = fuzz.token_sort_ratio(child, parent) >= SAME_INDICATOR * 100
    return "akin" if alike or _speaks_of(link) >= _SAME_MATTER else None


def balanced(link: Link) -> bool:
    """Whether some rows promise more and some less of what is no count: on average they may meet the parent's target."""
    return link.whole.once((balanced, link.parent.id), lambda: _balanced(link))


def _balanced(link: Link) -> bool:
    compared = [each for _, each in takers(link) if not each.shareable]
    return {"above", "below"} <= {each.standing for each in compared}


def agrees_with_an_elder(link: Link) -> bool:
    """Whether the child keeps the target of the parent's own parent: then the slip is the parent's, and told there."""
    whole = link.whole
    for each in whole.derivations.get(link.parent.id, ()):
        elder = whole.rows[each.parent].indicator
        own, between = compare(link.child.indicator, elder), compare(link.parent.indicator, elder)
        if isinstance(own, Comparison) and isinstance(between, Comparison):
            return own.standing == "equal" != between.standing
    return False


def takers(link: Link) -> tuple[tuple[Row, Comparison], ...]:
    """All rows that derive from the parent and can be compared with it, the link's own among them."""
    return link.whole.once((takers, link.parent.id), lambda: _takers(link))


def _takers(link: Link) -> tuple[tuple[Row, Comparison], ...]:
    whole = link.whole
    rows = [whole.rows[each.child] for each in whole.takers.get(link.parent.id, ())]
    compared = [(row, compare(row.indicator, link.parent.indicator)) for row in rows]
    return tuple((row, each) for row, each in compared if isinstance(each, Comparison))


def echoes(whole: AgreementSet, row: Row) -> tuple[Row, ...]:
    """The rows below that hand on the same target."""
    return tuple(_echoes(whole, row, {row.id}))


def same_text_above(whole: AgreementSet, row: Row) -> Row | None:
    """The nearest indicator of a superior, or of a superior's superior, that reads the same."""
    text = normal(row.indicator.text)
    seen = {row.agreement.id}
    above = whole.superior(row.agreement)
    while text and above is not None and above.id not in seen:
        twin = whole.rows_by_text[above.id].get(text)
        if twin is not None:
            return twin
        seen.add(above.id)
        above = whole.superior(above)
    return None


def _echoes(whole: AgreementSet, row: Row, seen: set[str]) -> Iterator[Row]:
    for each in whole.takers.get(row.id, ()):
        below = whole.rows[each.child]
        found = compare(below.indicator, row.indicator)
        if below.id not in seen and isinstance(found, Comparison) and found.standing == "equal":
            seen.add(below.id)
            yield below
            yield from _echoes(whole, below, seen)


def _measures_the_matter(link: Link) -> bool:
    """Whether the child's own indicator speaks of what the parent's does, and is no other measure beneath a quotation."""
    child, parent = link.child.indicator.text, link.parent.indicator.text
    wanted, own = matter(parent), matter(child)
    # "Dokumen yang siap ditandatangani: 94%" names an output and no measure: its percentage is that of the quotation.
    if not wanted or not own or next(iter(normal(child).split()), "") not in lexicon().measure_words:
        return True
    if len(wanted & own) < min(_WORDS_THAT_TELL, _HALF_THE_MATTER * len(wanted)):
        return False
    shares = [_shared_out(each) for each in (child, parent)]
    return not all(shares) or not shares[0].isdisjoint(shares[1])


def _shared_out(text: str) -> set[str]:
    """What a percentage is a share of, as words; nothing for any other indicator."""
    opening, *rest = normal(head(text)).split() or [""]
    return set(rest) if lexicon().measure_words.get(opening) == "proportion" else set()


def _speaks_of(link: Link) -> float:
    wanted = matter(link.parent.indicator.text)
    own = matter(link.child.indicator.text) | matter(link.child.objective.text)
    return len(wanted & own) / len(wanted) if wanted else 1.0


def _readable(target: Target) -> bool:
    return target.value is not None or target.predicate is not None


def _by_grade(own: str, other: str) -> Comparison | None:
    ranks = same_scale(own, other)
    if ranks is None:
        return None
    mine, theirs = ranks
    standing: Standing = "equal" if mine == theirs else "below" if mine > theirs else "above"
    return Comparison(standing, "maximize")


def _pairs(child: Indicator, parent: Indicator) -> Iterator[tuple[Figure, Figure]]:
    """The figures of both that can be compared, the child's in the parent's unit, each once."""
    bare = _unit_of_a_bare_number(parent) if parent.target and not parent.target.unit else None
    mine = list(figures(child, bare))
    for theirs in figures(parent):
        for own in mine:
            same = _in_unit_of(own, theirs)
            if same is not None:
                yield same, theirs
                mine.remove(own)
                break


def _in_unit_of(own: Figure, theirs: Figure) -> Figure | None:
    if own.unit != theirs.unit:
        if not comparable(own.unit, theirs.unit):
            return None
        low, high = (converted(each, own.unit, theirs.unit) for each in (own.low, own.high))
        # "laporan" and "dokumen" are alike, but twelve of the one may well be one of the other.
        if kind(own.unit) == "count" and converted(Decimal(1), own.unit, theirs.unit) == 1:
            return None
        own = Figure(low, high, theirs.unit)
    return None if kind(theirs.unit) == "score" and _score_size(own) != _score_size(theirs) else own


def _score_size(figure: Figure) -> int | None:
    return next((size for size in _SCORE_SIZES if figure.high <= size), None)


def _standing(own: Figure, theirs: Figure, way: Polarity | None) -> Standing:
    if own.high < theirs.low:
        lower = True
    elif own.low > theirs.high:
        lower = False
    else:
        return "equal"
    if _rounded_alike(own, theirs):
        return "equal"
    if way not in ("maximize", "minimize"):
        return "different"
    return "below" if lower == (way == "maximize") else "above"


def _rounded_alike(own: Figure, theirs: Figure) -> bool:
    """Whether one is the other rounded: "36%" for "36,36%". Only a quotient is rounded; "97,5%" is meant."""
    if own.low != own.high or theirs.low != theirs.high:
        return False
    rough, fine = sorted((own.low, theirs.low), key=decimals)
    if decimals(fine) < _DECIMALS_OF_A_QUOTIENT:
        return False
    return fine.quantize(Decimal(1).scaleb(-decimals(rough)), ROUND_HALF_UP) == rough


def decimals(value: Decimal) -> int:
    """How many decimals were written."""
    return max(0, -int(value.normalize().as_tuple().exponent))


def _way(child: Indicator, parent: Indicator) -> Polarity | None:
    """The parent's polarity, unless the child's contradicts it."""
    way, own = polarity(parent), polarity(child)
    contradicts = own is not None and own != way and (child.polarity is not None or _signed(child) or own == "minimize")
    return None if contradicts else way


def _signed(indicator: Indicator) -> bool:
    return indicator.target is not None and indicator.target.sign is not None


def _unit(text: str | None) -> str | None:
    return (unit_name(text) or normal(text) or None) if text else None


def _unit_of_a_bare_number(indicator: Indicator) -> str | None:
    """The unit that the wording gives a number without one: "Persentase ...: 95"."""
    words = normal(indicator.text).split()
    return _BARE_UNITS.get(lexicon().measure_words.get(words[0], "any")) if words else None


def _why_not(child: Indicator, parent: Indicator) -> Text:
    known = [[unit_name(f.unit) for f in figures(each)] for each in (child, parent)]
    if all(known) and all(all(units) for units in known):
        return messages.TARGETS_OF_OTHER_KIND
    graded = any(each.target is not None and each.target.predicate for each in (child, parent))
    return messages.TARGETS_OF_OTHER_KIND if graded else messages.UNIT_UNREAD
