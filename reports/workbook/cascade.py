"""The cascade as a tree of indicators, every target beside the superior's."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pkcheck import workbook_texts as words
from pkcheck.record import AgreementRecord, DerivationRecord, IndicatorRecord, Recorded
from pkcheck.texts import Lang

from .cells import one_line
from .naming import findings_by_subject, joined, see, who
from .table import Column, Row, Table, Tone

_COLUMNS = (
    Column(words.LEVEL, 9, "count"),
    Column(words.INDICATOR, 56),
    Column(words.UNIT, 34),
    Column(words.TARGET, 16, centred=True),
    Column(words.PARENT_TARGET, 16, centred=True),
    Column(words.DIFFERENCE, 26),
    Column(words.LINK, 26),
    Column(words.REMARK, 24),
    Column(words.INDICATOR_ID, 22),
)
_ALONE = {
    "top": words.TOP,
    "missing": words.SUPERIOR_NOT_IN_SET,
    "unknown": words.SUPERIOR_NOT_KNOWN,
    "circular": words.SUPERIOR_NOT_KNOWN,
}


@dataclass(frozen=True)
class _Place:
    """An indicator in its agreement."""

    indicator: IndicatorRecord
    agreement: AgreementRecord


@dataclass(frozen=True)
class _Forest:
    places: Mapping[str, _Place]
    children: Mapping[str, Sequence[tuple[str, DerivationRecord]]]
    superiors: frozenset[str]
    numbers: Mapping[str, Sequence[int]]
    lang: Lang
    drawn: set[str] = field(default_factory=set)


def cascade(recorded: Recorded) -> Table:
    """Every indicator once under each indicator that it derives from, those without one first."""
    outcome = recorded.outcome
    known = any(each.objectives is not None for each in outcome.agreements)
    intro = (words.CASCADE_INTRO,) if known or not outcome.agreements else (words.CASCADE_INTRO, words.OLD_DOCUMENT)
    return Table(words.CASCADE, intro, _COLUMNS, tuple(_rows(recorded)), indented=1, repeated=2)


def target_words(indicator: IndicatorRecord, lang: Lang) -> str:
    """The target as printed, else as read."""
    target = indicator.target
    if target is None:
        return words.NO_TARGET.say(lang)
    read = " ".join(str(part) for part in (target.value, target.unit) if part is not None)
    return one_line(target.raw or target.predicate or read) or words.NO_TARGET.say(lang)


def standing_words(link: DerivationRecord, lang: Lang) -> str:
    """How a target stands to the parent's."""
    if link.standing is None:
        return words.INCOMPARABLE.say(lang, reason=one_line(link.reason or ""))
    return words.STANDINGS[link.standing].say(lang)


def link_ground(link: DerivationRecord, lang: Lang) -> str:
    """What the link rests on."""
    return words.HOWS[link.how].say(lang, percent=int(link.score * 100))


def in_force(recorded: Recorded) -> Iterator[AgreementRecord]:
    """The agreements that no revision replaces."""
    yield from (each for each in recorded.outcome.agreements if each.replaced_by is None)


def _rows(recorded: Recorded) -> Iterator[Row]:
    agreements = list(in_force(recorded))
    places = {each.id: _Place(each, agreement) for agreement in agreements for each in agreement.indicators()}
    children: dict[str, list[tuple[str, DerivationRecord]]] = defaultdict(list)
    for name, place in places.items():
        for link in place.indicator.derives_from:
            children[link.parent].append((name, link))
    superiors = frozenset(each.supervisor for each in agreements if each.supervisor)
    numbers = findings_by_subject(recorded.outcome.findings)
    forest = _Forest(places, children, superiors, numbers, recorded.lang)
    for name, place in places.items():
        if not any(link.parent in places for link in place.indicator.derives_from):
            yield from _branch(name, None, 0, forest)


def _branch(name: str, link: DerivationRecord | None, depth: int, forest: _Forest) -> Iterator[Row]:
    """An indicator and all that derives from it; what was listed before is not listed once more."""
    again = name in forest.drawn
    forest.drawn.add(name)
    yield _row(name, link, depth, forest, again=again)
    if not again:
        for child, own in forest.children.get(name, ()):
            yield from _branch(child, own, depth + 1, forest)


def _row(name: str, link: DerivationRecord | None, depth: int, forest: _Forest, *, again: bool) -> Row:
    place, lang = forest.places[name], forest.lang
    parent = forest.places[link.parent].indicator if link else None
    differs = link is not None and link.standing != "equal"
    tone: Tone = "alert" if differs else "head" if depth == 0 else "plain"
    remarks = joined(
        see(forest.numbers.get(name, ()), lang),
        words.SHOWN_ABOVE.say(lang) if again and forest.children.get(name) else "",
        _end(place, forest),
    )
    return Row(
        (
            depth + 1,
            one_line(place.indicator.text),
            who(place.agreement, place.agreement.id),
            target_words(place.indicator, lang),
            target_words(parent, lang) if parent else None,
            standing_words(link, lang) if link else None,
            link_ground(link, lang) if link else _alone(place.agreement, lang),
            remarks,
            one_line(name),
        ),
        depth,
        tone,
    )


def _alone(agreement: AgreementRecord, lang: Lang) -> str:
    return _ALONE.get(agreement.supervisor_status or "", words.NO_PARENT).say(lang)


def _end(place: _Place, forest: _Forest) -> str:
    """Why nothing derives from it, where its unit has subordinates."""
    if place.indicator.not_cascaded is not None:
        return words.STAYS.say(forest.lang, reason=one_line(place.indicator.not_cascaded))
    ends = place.agreement.id in forest.superiors and not forest.children.get(place.indicator.id)
    return words.NOT_TAKEN.say(forest.lang) if ends else ""
