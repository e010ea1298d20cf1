"""What an indicator's words promise to measure, and what its target measures: where the two, or two levels, part.

A wrong unit breaks more than one thing: the row's own wording, the link to the superior's indicator and the links of
those below. Each fault is told in one place. A contradiction of the row's own words goes first, then a link that
breaks, then what is counted in the wrong thing; what only echoes a fault told elsewhere is not told again.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from pkcheck import messages
from pkcheck.comparison import certainty_of
from pkcheck.graph import AgreementSet, Link, Row, links_of
from pkcheck.lexicon import MeasureKind, lexicon
from pkcheck.model import Target
from pkcheck.quantities.units import alternatives, comparable, dimension, kind, physical
from pkcheck.texts import Text
from pkcheck.wording import REMEMBERED, normal, plain

_MARKUP = re.compile(r"</?[a-z]+\s*/?>", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:-\w+)*")
_HEADS = re.compile(r"\w+(?:\s*/\s*\w+)*")
# The code that an indicator has in its plan, or its number: "[IKU 1.1] ", "IKSK 2.1.1 ", "1.2 ", "b. ".
_CODE = re.compile(
    r"^\s*(?:\[[^\[\]]{1,16}\]|\(?(?:IK[A-Z]{1,3}|S[SPK]?)?[\s.-]*\d{1,2}(?:[.-]\d{1,2}){0,3}[.)]*|[a-z][.)])\s+(?=\S)",
    re.IGNORECASE,
)
_WRITTEN = "[tertulis]"
_BARE_UNITS: dict[MeasureKind, str] = {
    "proportion": "persen",
    "score": "nilai",
    "rank": "peringkat",
    "ratio": "rasio",
    "predicate": "predikat",
}
# Ways of saying the same: a score and the grade that it earns, a share and a ratio.
_ALIKE = ({"score", "predicate"}, {"proportion", "ratio"})


@dataclass(frozen=True, slots=True)
class Opening:
    """The measure words that open an indicator, as printed, and the kinds of figure that they promise."""

    words: str
    kinds: frozenset[MeasureKind]


@dataclass(frozen=True, slots=True)
class Break:
    """A link whose ends are measured in different things.

    `places`: further rows that break from the parent in the same way; `beside`: another indicator of the same objective
    keeps the parent's unit; `sure`: the link is plain and neither unit can stand for the other.
    """

    places: tuple[Row, ...]
    beside: bool
    sure: bool


def unjudged(row: Row) -> Text | None:
    """Why a row's unit cannot be judged; None where it can."""
    target = row.indicator.target
    if target is None or (target.value is None and target.predicate is None):
        return messages.TARGET_UNREAD
    unread = row.agreement.unread
    return messages.TARGET_UNREAD if unread and f"{row.id}.target" in unread else None


def printed_units(row: Row) -> tuple[str, ...]:
    """The units of the target, canonical where they are known; a grade is in "predikat"."""
    target = row.indicator.target
    if target is None:
        return ()
    return _printed(*_units_and_grade(target))


def _units_and_grade(target: Target) -> tuple[tuple[str | None, ...], bool]:
    """The units as they are written, and whether there is a grade."""
    units = (target.unit, *(each.unit for each in target.also)) if target.also else (target.unit,)
    return units, bool(target.predicate)


@lru_cache(maxsize=REMEMBERED)
def _printed(printed: tuple[str | None, ...], graded: bool) -> tuple[str, ...]:
    found = [name for unit in printed if unit for name in alternatives(unit) or (unit,)]
    return tuple(dict.fromkeys((*found, "predikat") if graded else found))


def units_of(row: Row) -> tuple[str, ...]:
    """The known units in which a row's target can be understood; () where the first one is missing or unknown.

    The wording gives a bare number its unit; "4 dari 11 satker" is a share as well as a number of satker.
    """
    target = row.indicator.target
    if target is None or unjudged(row) is not None:
        return ()
    return _understood(_units_and_grade(target), row.indicator.text, target.value is not None, target.total is not None)


@lru_cache(maxsize=REMEMBERED)
def _understood(
    printed: tuple[tuple[str | None, ...], bool],
    text: str,
    in_figures: bool,
    of_a_total: bool,
) -> tuple[str, ...]:
    units = _printed(*printed)
    whole = ("persen", "rasio") if of_a_total else ()
    telling = tuple(each for each in units if each not in lexicon().figure_units)
    if not telling and in_figures:
        opening = promise(text)
        telling = tuple(_BARE_UNITS[each] for each in sorted(opening.kinds) if each in _BARE_UNITS) if opening else ()
    if telling and dimension(telling[0]) is None:
        return ()
    return tuple(each for each in (*telling, *whole) if dimension(each) is not None)


def alike(one: str, other: str) -> bool:
    """Whether two known units measure the same thing, or say the same in another way."""
    return comparable(one, other) or any({kind(one), kind(other)} <= each for each in _ALIKE)


def measured_alike(one: Row, other: Row) -> bool:
    """Whether two rows share a unit, as far as their units are known."""
    return _any_alike(units_of(one), units_of(other))


@lru_cache(maxsize=REMEMBERED)
def _any_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return any(alike(a, b) for a in one for b in other)


@lru_cache(maxsize=50_000)
def promise(text: str) -> Opening | None:
    """The measure words that open an indicator; None where it opens with none. "Persentase jumlah" promises either."""
    text = _CODE.sub("", text)
    found = _tokens(text)
    spoken = [plain(text[start:end]) for start, end in found]
    at = 1 if len(spoken) > 1 and (spoken[0].isdigit() or len(spoken[0]) == 1) else 0
    start, last = at, at
    kinds: list[MeasureKind] = []
    while at < len(spoken):
        if spoken[at] in lexicon().share_words and kinds:
            kinds.append("proportion")
            break
        length = _longest(spoken, at, _measure_words())
        if length:
            own = _measure_words()[" ".join(spoken[at : at + length])]
            kinds += [own] if own != "any" or not kinds else []
            at += length
            last = at
        elif kinds and spoken[at] in ("dan", "atau"):
            at += 1
        else:
            break
    return Opening(text[found[start][0] : found[last - 1][1]], frozenset(kinds)) if kinds else None


@lru_cache(maxsize=REMEMBERED)
def _telling(printed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in printed if dimension(each) and each not in lexicon().figure_units)


def contradiction(row: Row) -> Opening | None:
    """The measure words that a row's printed unit contradicts; None where it fits them, or they leave it open."""
    opening = promise(row.indicator.text)
    units = _telling(printed_units(row))
    target = row.indicator.target
    if opening and "count" in opening.kinds and _is_a_quotient(row.indicator.text):
        opening = replace(opening, kinds=opening.kinds | {"ratio"})
    if opening is None or not units or unjudged(row) or (target is not None and target.total is not None):
        return None
    return None if any(_fits(opening, unit) for unit in units) else opening


@lru_cache(maxsize=REMEMBERED)
def bare_number_is_usual(text: str) -> bool:
    """Whether the wording itself says what a number without unit is: "Indeks Kepuasan Masyarakat"."""
    opening = promise(text)
    if opening and opening.kinds & set(_BARE_UNITS):
        return True
    words = _without_verbs(plain(_CODE.sub("", text)).split())
    rest = promise(" ".join(words))
    if rest and rest.kinds & set(_BARE_UNITS):
        return True
    return bool(_longest(words, 0, dict.fromkeys(lexicon().bare_number_openings)))


@lru_cache(maxsize=50_000)
@lru_cache(maxsize=REMEMBERED)
def counted(text: str) -> str | None:
    """What an indicator counts, as far as the lexicon knows it: "laporan" of "Tersusunnya laporan keuangan"."""
    words = _without_verbs(normal(_CODE.sub("", text)).split())
    length = _longest(words, 0, _objects())
    return _objects()[" ".join(words[:length])] if length else None


def counts_other_things(row: Row) -> str | None:
    """What the wording counts, where the target's unit counts something else."""
    thing, units = counted(row.indicator.text), units_of(row)
    if thing is None or not units or any(kind(each) != "count" for each in units):
        return None
    return None if any(_counts(thing, unit) for unit in units) else thing


def thing_is_counted_by(thing: str | None, row: Row) -> bool:
    """Whether a row's unit counts `thing`."""
    return thing is not None and any(kind(each) == "count" and _counts(thing, each) for each in units_of(row))


def is_mixed(row: Row) -> bool:
    """Whether the target gives figures of different kinds; a grade beside its score is none of them."""
    target = row.indicator.target
    printed = [target.unit, *(each.unit for each in target.also)] if target else []
    known = [names for unit in printed if unit and (names := alternatives(unit))]
    return any(not any(alike(own, other) for own in known[0] for other in each) for each in known[1:])


@lru_cache(maxsize=REMEMBERED)
def written_thing(text: str) -> str | None:
    """The report or document that an indicator names, past its opening verb: "laporan" of "Tersusunnya Laporan ..."."""
    text = _CODE.sub("", text)
    words = _without_verbs(plain(text).split())
    heads = _HEADS.findall(_MARKUP.sub("", text))
    opening = next((each for each in heads if words and plain(each).split()[:1] == words[:1]), "")
    return next((word for word in plain(opening).split() if word in lexicon().report_nouns), None)


def is_indirect(link: Link) -> bool:
    """Whether the child is a measure of its own: another text, or a "Jumlah ..." where the parent says "Persentase ..."."""
    return link.whole.once((is_indirect, link.child.id, link.parent.id), lambda: _is_indirect(link))


def _is_indirect(link: Link) -> bool:
    own, other = promise(link.child.indicator.text), promise(link.parent.indicator.text)
    worded = own is not None and other is not None and own.kinds.isdisjoint(other.kinds)
    return worded or certainty_of(link) is None


def break_of(link: Link) -> Break | None:
    """How the two ends of a derivation differ in unit; None where they do not, or where that is told elsewhere."""
    if not _breaks(link):
        return None
    standing = _beside(link)
    same = [each for each in _breaking_takers(link) if _beside(each) == standing]
    if same and same[0].child.id != link.child.id:
        return None
    return Break(tuple(each.child for each in same[1:]), standing, _sure(link))


def broken_links(whole: AgreementSet, row: Row) -> tuple[Link, ...]:
    """The links of a row to its superior's indicators that break in unit, told in one place or another."""
    return tuple(link for link in links_of(whole, row) if _breaks(link))


def broken_takers(whole: AgreementSet, row: Row) -> tuple[Link, ...]:
    """The links of subordinates' rows to this one that break in unit."""
    return tuple(link for link in _takers(whole, row) if _breaks(link))


def is_echo(whole: AgreementSet, row: Row, fault: Callable[[Row], object]) -> bool:
    """Whether a row only hands down a fault of the indicator that it derives from, in the same unit."""
    above = (link.parent for link in links_of(whole, row))
    return any(each.id != row.id and fault(each) and measured_alike(each, row) for each in above)


def echoes(whole: AgreementSet, row: Row, fault: Callable[[Row], object]) -> tuple[Row, ...]:
    """The rows below that hand down the same fault in the same unit."""
    seen = {row.id}
    return tuple(_echoes(whole, row, fault, seen))


def _echoes(whole: AgreementSet, row: Row, fault: Callable[[Row], object], seen: set[str]) -> Iterator[Row]:
    for link in _takers(whole, row):
        if link.child.id not in seen and fault(link.child) and measured_alike(link.child, row):
            seen.add(link.child.id)
            yield link.child
            yield from _echoes(whole, link.child, fault, seen)


def _breaks(link: Link) -> bool:
    """Whether the units of both ends differ and neither end's own words, nor the link above, tell that already."""
    return link.whole.once((_breaks, link.child.id, link.parent.id), lambda: _parts(link))


def _parts(link: Link) -> bool:
    if not _differ(link.child, link.parent) or is_indirect(link):
        return False
    if _mends(link.child, link.parent) or _mends(link.parent, link.child):
        return False
    above = (each for each in links_of(link.whole, link.parent) if each.parent.id != link.child.id)
    return not any(measured_alike(link.child, each.parent) for each in above if not is_indirect(each))


def _breaking_takers(link: Link) -> list[Link]:
    """The breaking links to the same parent whose rows are measured like this one's, in printed order."""
    return [each for each in broken_takers(link.whole, link.parent) if measured_alike(each.child, link.child)]


def _takers(whole: AgreementSet, row: Row) -> Iterator[Link]:
    taking = whole.takers.get(row.indicator.id)
    if taking:
        yield from (Link(whole.rows[each.child], row, each, whole) for each in taking)


def _differ(one: Row, other: Row) -> bool:
    own, theirs = units_of(one), units_of(other)
    return bool(own) and bool(theirs) and not _any_alike(own, theirs)


def _beside(link: Link) -> bool:
    """Whether another indicator of the same objective keeps the parent's unit."""
    others = (each for each in link.child.objective.indicators if each.id != link.child.id)
    return any(measured_alike(replace(link.child, indicator=each), link.parent) for each in others)


def _sure(link: Link) -> bool:
    """Whether the link is plain, and no unit that can count anything stands for the other."""
    own, other = units_of(link.child), units_of(link.parent)
    counts = all(kind(each) == "count" for each in (*own, *other))
    generic = any(each in lexicon().generic_units for each in (*own, *other))
    return certainty_of(link) == "same" and not (counts and generic)


def _mends(other: Row, row: Row) -> bool:
    """Whether the unit of `row` contradicts its own words and that of `other` is one that they call for."""
    opening = contradiction(row)
    return opening is not None and any(_fits(opening, unit) for unit in units_of(other))


@lru_cache(maxsize=REMEMBERED)
def _is_a_quotient(text: str) -> bool:
    """Whether a count is told for each of something: "Jumlah penelitian per jumlah dosen"."""
    return "per" in plain(text).split()


def _fits(opening: Opening, unit: str) -> bool:
    return any(_allows(promised, unit) for promised in opening.kinds)


def _allows(promised: MeasureKind, unit: str) -> bool:
    """Whether a unit can stand for the kind of figure that is promised. What is unusual but possible is allowed."""
    given = kind(unit)
    written_or_done = dimension(unit) == _WRITTEN or unit in lexicon().generic_units
    match promised:
        case "proportion":
            return given in ("proportion", "ratio")
        case "count":
            return given in ("count", "money")
        case "score":
            return given in ("score", "predicate", "money", "ratio") or physical(unit)
        case "ratio":
            return given in ("ratio", "proportion", "score") or (given == "count" and not written_or_done)
        case "rank" | "predicate":
            return given in ("rank", "score", "predicate") or (given == "count" and not written_or_done)
        case _:
            return True


def _counts(thing: str, unit: str) -> bool:
    fitting = lexicon().counted_by[thing]
    if any(comparable(unit, each) for each in fitting):
        return True
    written = all(dimension(each) == _WRITTEN for each in fitting)
    return unit in lexicon().generic_units and not (written and unit in lexicon().deed_units)


def _tokens(text: str) -> list[tuple[int, int]]:
    """Where the words of `text` begin and end; markup counts as space."""
    blanked = _MARKUP.sub(lambda found: " " * len(found.group()), text)
    return [found.span() for found in _WORD.finditer(blanked)]


def _without_verbs(words: Sequence[str]) -> list[str]:
    """`words` without the verbs and the words of number and change that open them: "tersusunnya", "penurunan jumlah"."""
    at = 0
    while at < len(words) - 1 and words[at] in _opening_words():
        at += 1
    return list(words[at:])


def _longest(words: Sequence[str], at: int, phrases: dict[str, MeasureKind] | dict[str, str] | dict[str, None]) -> int:
    """How many words from `at` on make the longest of `phrases`; 0 for none."""
    lengths = range(min(4, len(words) - at), 0, -1)
    return next((length for length in lengths if " ".join(words[at : at + length]) in phrases), 0)


@cache
def _measure_words() -> dict[str, MeasureKind]:
    return {plain(word): promised for word, promised in lexicon().measure_words.items()}


@cache
def _objects() -> dict[str, str]:
    """What is counted, as `normal` writes it, to its name in the lexicon."""
    return {normal(thing): thing for thing in lexicon().counted_by}


@cache
def _opening_words() -> frozenset[str]:
    terms = lexicon()
    numbers = (word for word, promised in terms.measure_words.items() if promised == "count")
    changes = ("capaian", "hasil", "kenaikan", "peningkatan", "perolehan", "dan")
    return frozenset((*terms.result_verbs, *terms.provide_verbs, *terms.fall_words, *numbers, *changes))
