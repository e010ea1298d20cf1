"""The cascade on a page: the picture, and every unit's targets beside those of its superior."""

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from pkcheck import page_texts as words
from pkcheck.display import clipped, visible
from pkcheck.markup import Child, element
from pkcheck.pages.figures import figure
from pkcheck.pictures.branches import from_the_top
from pkcheck.pictures.drawing import cascade_picture
from pkcheck.pictures.palette import SIGNS
from pkcheck.pictures.units import Unit, count_words
from pkcheck.record import IndicatorRecord, Recorded
from pkcheck.texts import Lang

_DEEPEST, _LONGEST = 8, 1000


def cascade_section(recorded: Recorded, units: Sequence[Unit]) -> Iterator[Element]:
    """The picture, then the units in its order, each with its table folded away."""
    lang = recorded.lang
    title = words.CASCADE_OF.say(lang, units=len(units))
    yield element("h2", words.CASCADE.say(lang))
    yield figure(cascade_picture(units, lang, links=True), title, words.CASCADE_NOTE.say(lang), lang, searched=True)
    yield element("h3", words.UNIT_LIST.say(lang))
    if recorded.outcome.missing_units is None:
        yield element("p", words.KEPT.say(lang))
        return
    indicators = {each.id: each for agreement in recorded.outcome.agreements for each in agreement.indicators()}
    parents = [unit.parent for unit in units]
    depths: dict[int, int] = {}
    items: list[Element] = []
    for at in from_the_top(parents):
        parent = parents[at]
        depths[at] = 0 if parent is None else depths[parent] + 1
        items.append(_unit(units[at], min(depths[at], _DEEPEST), indicators, lang))
    yield element("ul", *items, class_="units")


def _unit(unit: Unit, depth: int, indicators: Mapping[str, IndicatorRecord], lang: Lang) -> Element:
    title: list[Child] = [
        element("span", SIGNS[unit.worst], class_=f"mark {unit.worst}", aria_hidden="true"),
        " ",
        element("span", _short(unit.title), class_="name"),
        f", {_short(unit.holder)}" if unit.holder else None,
    ]
    if unit.agreement is None:
        missing = words.LEVELS["missing"].say(lang)
        return element("li", *title, element("span", f": {missing}", class_="faint"), class_=f"d{depth}")
    link = unit.agreement.supervisor_link
    rows = [row for each in unit.agreement.indicators() for row in _rows(each, unit, indicators, lang)]
    heads = (words.INDICATOR, words.TARGET, words.SUPERIORS, words.SUPERIORS_TARGET, words.STANDING)
    table = element(
        "table",
        element("thead", element("tr", *(element("th", each.say(lang), scope="col") for each in heads))),
        element("tbody", *rows),
        class_="targets",
    )
    label = f"{words.UNIT_LIST.say(lang)}: {_short(unit.title)}"
    return element(
        "li",
        element(
            "details",
            element("summary", *title, element("span", f": {count_words(unit.counts, lang)}", class_="faint")),
            element(
                "p",
                f"{words.SUPERIOR.say(lang, link=link)}. " if link else None,
                element("a", words.TO_FINDINGS.say(lang), href=f"#{unit.key}"),
                class_="faint",
            ),
            element("div", table, class_="wide", tabindex="0", role="region", aria_label=label) if rows else None,
        ),
        class_=f"d{depth}",
    )


def _rows(
    indicator: IndicatorRecord, unit: Unit, indicators: Mapping[str, IndicatorRecord], lang: Lang
) -> Iterator[Element]:
    """A row for every indicator of the superior that it derives from, or one that says there is none."""
    own = [element("td", _short(indicator.text)), element("td", _target(indicator, lang))]
    if indicator.not_cascaded:
        own[0].append(element("p", words.KEPT_HERE.say(lang, reason=_short(indicator.not_cascaded)), class_="faint"))
    for each in indicator.derives_from:
        above = indicators.get(each.parent)
        standing = words.STANDINGS[each.standing].say(lang) if each.standing else None
        told = standing or words.NOT_COMPARED.say(lang, reason=each.reason or "")
        yield element(
            "tr",
            *own,
            element("td", _short(above.text) if above else each.parent),
            element("td", _target(above, lang) if above else None),
            element("td", told, class_="faint" if each.standing in (None, "equal") else "stands"),
        )
        own = [element("td"), element("td")]
    if not indicator.derives_from:
        told = words.NO_PARENT.say(lang) if unit.parent is not None else "–"
        yield element("tr", *own, element("td", told, class_="faint", colspan="3"))


def _target(indicator: IndicatorRecord, lang: Lang) -> str:
    raw = indicator.target.raw if indicator.target else None
    return _short(raw) if raw else words.NO_TARGET.say(lang)


def _short(text: str) -> str:
    return clipped(visible(text), _LONGEST)
