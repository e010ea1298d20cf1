"""The budget on a page: the picture of its flow, and every sum with what it should be."""

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from pkcheck import page_texts as words
from pkcheck.display import clipped, visible
from pkcheck.markup import element
from pkcheck.pages.figures import figure
from pkcheck.pictures.drawing import flow_picture
from pkcheck.pictures.units import Unit, rupiah
from pkcheck.record import BudgetRecord, Recorded, RollupRecord, SumRecord
from pkcheck.texts import Lang

_LONGEST = 400


def budget_section(recorded: Recorded, units: Sequence[Unit]) -> Iterator[Element]:
    """The picture, then the sums, unit by unit."""
    lang, rollups = recorded.lang, recorded.outcome.rollups
    yield element("h2", words.BUDGET.say(lang))
    if rollups is None:
        yield element("p", words.KEPT.say(lang))
        return
    yield figure(flow_picture(units, lang, links=True), words.BUDGET_FLOW.say(lang), words.FLOW_NOTE.say(lang), lang)
    if not rollups:
        return
    lines = {each.id: each for agreement in recorded.outcome.agreements for each in agreement.budget or ()}
    titles = {unit.agreement.id: unit.title for unit in units if unit.agreement}
    heads = (words.SUM_OF, words.OWN_AMOUNT, words.PARTS_AMOUNT, words.DIFFERENCE, words.REMARK)
    bodies = [element("tbody", *_rows(each, titles.get(each.unit, each.unit), lines, lang)) for each in rollups]
    table = element(
        "table",
        element("thead", element("tr", *(element("th", each.say(lang), scope="col") for each in heads))),
        *bodies,
        class_="sums",
    )
    yield element(
        "details",
        element("summary", words.SUMS.say(lang)),
        element("div", table, class_="wide", tabindex="0", role="region", aria_label=words.SUMS.say(lang)),
        class_="sums-list",
    )


def _rows(rollup: RollupRecord, title: str, lines: Mapping[str, BudgetRecord], lang: Lang) -> Iterator[Element]:
    yield element("tr", element("th", _short(title), colspan="5", scope="rowgroup"))
    yield from (_sum(each, lines, lang) for each in rollup.sums)
    if rollup.strangers:
        told = words.STRANGERS.say(lang, count=len(rollup.strangers))
        yield element("tr", element("td", told, colspan="5"))


def _sum(each: SumRecord, lines: Mapping[str, BudgetRecord], lang: Lang) -> Element:
    remark = "; ".join(part for part in (each.obstacle, each.gap) if part)
    name = lines[each.own[0]].name if each.own and each.own[0] in lines else ""
    return element(
        "tr",
        element("td", words.SUM_KINDS[each.kind].say(lang, name=_short(name))),
        element("td", _total(each.own, lines, lang), class_="amount"),
        element("td", _total(each.parts, lines, lang), class_="amount"),
        element("td", _difference(each, lang), class_="amount"),
        element("td", remark, class_="faint"),
    )


def _total(ids: Sequence[str], lines: Mapping[str, BudgetRecord], lang: Lang) -> str:
    amounts = [lines[each].amount if each in lines else None for each in ids]
    read = [each for each in amounts if each is not None]
    return rupiah(sum(read), lang) if len(read) == len(amounts) else words.UNREAD_AMOUNT.say(lang)


def _difference(each: SumRecord, lang: Lang) -> str:
    if each.difference is None:
        return "?"
    if each.difference == 0:
        return "0" if each.obstacle or each.gap else words.ADDS_UP.say(lang)
    return f"{'+' if each.difference > 0 else ''}{rupiah(each.difference, lang)}"


def _short(text: str) -> str:
    return clipped(visible(text), _LONGEST)
