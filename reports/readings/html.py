"""`html`: a document beside what was read from it, as one page that needs nothing else: no network, and no script to be read.

The style and the script, which only highlights, are `page.css` and `page.js` beside this module. The page allows these two
and pictures within itself, and nothing else.
"""

import base64
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from pkcheck import messages
from pkcheck import showing_texts as words
from pkcheck.display import visible
from pkcheck.markup import Child, element, page_head, raw, written
from pkcheck.reporting import Format, Style
from pkcheck.sureness import UNSURE
from pkcheck.texts import Lang

if TYPE_CHECKING:
    from pkcheck.api import Readings
    from pkcheck.showing.understood import (
        Aim,
        Group,
        Leaf,
        Money,
        Origin,
        Promise,
        ShownAgreement,
        ShownFile,
        ShownNote,
        ShownPlace,
        Value,
    )

FORMAT = Format("html", words.FORMAT_HTML)
_LISTED = 40
_OPEN_UP_TO = 12
_SURE = 0.95


def render(readings: "Readings", style: Style) -> Iterator[str]:
    """The page, file by file."""
    from pkcheck.showing.files import shown_files

    lang = style.lang
    script = _asset("page.js")
    yield "<!DOCTYPE html>"
    yield f'<html lang="{lang}">'
    yield written(page_head(_title(readings, lang), _asset("page.css"), script, lang))
    yield "<body>"
    yield written(_header(readings, lang))
    yield "<main>"
    for file in shown_files(readings, lang):
        yield written(_file(file, lang))
    yield "</main>"
    yield written(raw("script", script))
    yield "</body>"
    yield "</html>"


def _asset(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _title(readings: "Readings", lang: Lang) -> str:
    inputs = readings.outcome.inputs
    return words.TITLE_OF.say(lang, file=inputs[0].file) if len(inputs) == 1 else words.TITLE.say(lang)


def _header(readings: "Readings", lang: Lang) -> Element:
    inputs = readings.outcome.inputs
    counts = {"agreements": len(readings.outcome.whole.given), "files": len(inputs)}
    links = [
        element("li", element("a", each.file, href=f"#f{number}"), f" ({each.agreements})")
        for number, each in enumerate(inputs)
    ]
    legend = [
        element("li", element("span", class_=f"key {name}"), each.say(lang))
        for name, each in (
            ("value", words.LEGEND_VALUE),
            ("wording", words.LEGEND_WORDING),
            ("unused", words.LEGEND_UNUSED),
            ("unsure", words.LEGEND_UNSURE),
        )
    ]
    return element(
        "header",
        element("h1", words.TITLE.say(lang)),
        element("p", words.COUNTS.say(lang, **counts), " ", words.HOW.say(lang)),
        element("ul", *legend, class_="legend"),
        element("nav", element("ul", *links), aria_label=words.FILES.say(lang)) if len(links) > 1 else None,
    )


def _file(file: "ShownFile", lang: Lang) -> Element:
    paper = [_leaf(leaf, lang) for leaf in file.leaves]
    read = [_agreement(each, lang) for each in file.agreements]
    contents = [element("li", element("a", each.title, href=f"#{each.id}")) for each in file.agreements]
    understood = element(
        "div",
        element("h3", words.UNDERSTOOD.say(lang)),
        element("ol", *contents, class_="contents") if len(contents) > 1 else None,
        *read,
        class_="read",
        id=f"{file.id}-read",
    )
    document = element(
        "div",
        element("h3", words.DOCUMENT.say(lang)),
        *paper,
        class_="paper",
        id=f"{file.id}-paper",
        role="region",
        aria_label=words.DOCUMENT_OF.say(lang, file=file.name),
        tabindex="0",
    )
    return element(
        "section",
        element("h2", file.name),
        *(element("p", each, class_="remark") for each in file.remarks),
        *_to_check(file, lang),
        element(
            "div",
            document if paper else None,
            understood if read else None,
            class_="pair" if paper and read else "single",
        ),
        class_="file",
        id=file.id,
    )


def _to_check(file: "ShownFile", lang: Lang) -> Iterator[Element]:
    """What a person should look at first: values read unsurely, what was not used, and the reader's own notes."""
    limit = round(UNSURE * 100)
    parts: list[Element] = []
    is_scanned = any(place.source.how == "ocr" for leaf in file.leaves for place in leaf.places)
    if file.unsure:
        unsure = [
            element("li", f"{each.label}: ", _linked(each), " ", _sure(each.confidence, lang)) for each in file.unsure
        ]
        parts.append(element("p", words.UNSURE.say(lang, count=len(unsure), limit=limit)))
        parts.append(_listed(unsure, lang))
    elif is_scanned:
        parts.append(element("p", words.NOTHING_UNSURE.say(lang, limit=limit)))
    if file.unused:
        unused = [element("li", f"{each.spot} " if each.spot else None, _place_link(each)) for each in file.unused]
        summary = element("summary", words.UNUSED.say(lang, count=len(unused)))
        is_open = "open" if len(unused) <= _OPEN_UP_TO else None
        parts.append(element("details", summary, _listed(unused, lang), open=is_open, class_="unused-list"))
    elif file.has_document and file.leaves:
        parts.append(element("p", words.ALL_USED.say(lang)))
    parts.extend(_notes(file.notes, lang))
    if parts:
        yield element("section", element("h3", words.CHECK_FIRST.say(lang)), *parts, class_="first")


def _listed(items: Sequence[Element], lang: Lang) -> Element:
    more = len(items) - _LISTED
    last = [element("li", words.MORE.say(lang, count=more))] if more > 0 else []
    return element("ul", *items[:_LISTED], *last)


def _notes(notes: "Sequence[ShownNote]", lang: Lang) -> Iterator[Element]:
    if notes:
        yield element("h4", words.NOTES.say(lang))
        yield element("ul", *(_note(each, lang) for each in notes), class_="notes")


def _note(note: "ShownNote", lang: Lang) -> Element:
    level = messages.STATUS_PROBLEM if note.level == "problem" else messages.STATUS_REMARK
    where: Child = note.where or None
    if note.where and note.places:
        where = element("a", note.where, href=f"#{note.places[0]}", data_at=" ".join(note.places))
    return element(
        "li",
        element("strong", level.say(lang)),
        " ",
        where,
        f" {note.text}",
        element("q", note.quote) if note.quote else None,
        class_=note.level,
    )


def _agreement(agreement: "ShownAgreement", lang: Lang) -> Element:
    return element(
        "article",
        element("h3", agreement.title),
        element("p", f"{words.SUPERVISOR.say(lang)}: ", *_origin(agreement.superior), class_="superior"),
        element("p", agreement.unread, class_="problem") if agreement.unread else None,
        *_notes(agreement.notes, lang),
        element("div", *(_group(each, lang) for each in agreement.groups), class_="groups"),
        element("h4", words.OBJECTIVES.say(lang)) if agreement.aims else None,
        *(_aim(each, lang) for each in agreement.aims),
        element("h4", words.ACTION_PLAN.say(lang)) if agreement.plan else None,
        *(_promise(each, lang) for each in agreement.plan),
        element("h4", words.BUDGET.say(lang)) if agreement.budget else None,
        _budget(agreement.budget, lang) if agreement.budget else None,
        id=agreement.id,
    )


def _origin(origin: "Origin") -> Iterator[Child]:
    yield element("a", origin.text, href=f"#{origin.value}") if origin.value else origin.text
    if origin.how:
        yield element("span", f" ({origin.how})", class_="faint")


def _group(group: "Group", lang: Lang) -> Element:
    pairs = [
        each for value in group.values for each in (element("dt", value.label), element("dd", *_value(value, lang)))
    ]
    return element("div", element("h4", group.title), element("dl", *pairs), class_="group")


def _aim(aim: "Aim", lang: Lang) -> Element:
    none = element("p", words.NO_INDICATOR.say(lang), class_="faint") if not aim.promises else None
    return element(
        "div",
        element("p", *_value(aim.heading, lang), class_="heading") if aim.heading else None,
        element("p", *_value(aim.objective, lang), class_="objective"),
        *(_promise(each, lang) for each in aim.promises),
        none,
        class_="aim",
    )


def _promise(promise: "Promise", lang: Lang) -> Element:
    targets = [
        element("li", element("span", each.label, class_="faint"), " ", *_value(each, lang)) for each in promise.targets
    ]
    origins = [
        element("li", f"{words.DERIVES.say(lang)} ", *_origin(each), class_="origin") for each in promise.origins
    ]
    return element(
        "div",
        element("p", *_value(promise.indicator, lang)),
        element("ul", *targets, class_="targets"),
        element("ul", *origins) if origins else None,
        class_="promise",
        id=promise.id,
    )


def _budget(lines: "Sequence[Money]", lang: Lang) -> Element:
    rows = [
        element(
            "tr",
            element("th", each.level, scope="row"),
            element("td", *_value(each.name, lang)),
            element("td", *_value(each.amount, lang), class_="amount"),
        )
        for each in lines
    ]
    return element("table", element("tbody", *rows), class_="budget")


def _value(value: "Value", lang: Lang) -> Iterator[Child]:
    """The printed text, what was made of it, how sure it is, and what else is to be said."""
    yield _linked(value, id=value.id)
    if value.understood:
        yield element("span", f" → {value.understood}", class_="understood")
    if value.remark:
        yield element("span", f" ({value.remark})", class_="faint")
    if value.confidence is not None:
        yield " "
        yield _sure(value.confidence, lang)
    if not value.found:
        text = words.NEARBY if value.places else words.WHERE_UNKNOWN
        yield element("span", f" ({text.say(lang)})", class_="faint")


def _linked(value: "Value", id: str | None = None) -> Element:  # noqa: A002  the attribute's own name
    if not value.places:
        return element("span", value.text, class_="value", id=id)
    unsure = value.confidence is not None and value.confidence < UNSURE
    return element(
        "a",
        value.text,
        class_="value unsure" if unsure else "value",
        id=id,
        href=f"#{value.places[0]}",
        data_at=" ".join(value.places),
    )


def _sure(confidence: float | None, lang: Lang) -> Element | None:
    if confidence is None:
        return None
    percent = int(confidence * 100)
    level = "high" if confidence >= _SURE else "middle" if confidence >= UNSURE else "low"
    return element(
        "span",
        words.SURE.say(lang, percent=percent),
        class_=f"sure {level}",
        title=words.SURE_TITLE.say(lang, percent=percent),
    )


def _place_link(place: "ShownPlace") -> Element:
    return element("a", place.text, href=f"#{place.id}", data_at=place.id)


def _leaf(leaf: "Leaf", lang: Lang) -> Element:
    title = element("figcaption", leaf.title) if leaf.title else None
    if leaf.picture is None:
        return element("figure", title, *_lines(leaf.places, lang), class_="leaf")
    boxed = [place for place in leaf.places if place.source.box and place.use != "empty"]
    unboxed = [place for place in leaf.places if not place.source.box and place.use != "empty"]
    picture = leaf.picture
    page = element(
        "div",
        element(
            "img",
            src=f"data:{picture.media};base64,{base64.b64encode(picture.data).decode()}",
            alt=words.PICTURE_OF.say(lang, page=picture.number),
            width=str(round(picture.width)),
            height=str(round(picture.height)),
            loading="lazy",
        ),
        element(
            "svg",
            *(_box(place, lang) for place in boxed),
            viewBox=f"0 0 {picture.width:.1f} {picture.height:.1f}",
            preserveAspectRatio="none",
        ),
        class_="page",
    )
    return element(
        "figure",
        title,
        page,
        element("p", words.PAGE_EMPTY.say(lang), class_="faint") if not leaf.places else None,
        *([element("p", words.WITHOUT_BOX.say(lang), class_="faint"), *_lines(unboxed, lang)] if unboxed else []),
        class_="leaf",
    )


def _box(place: "ShownPlace", lang: Lang) -> Element:
    """A rectangle on the page; its title says what was read there."""
    left, top, right, bottom = place.source.box or (0.0, 0.0, 0.0, 0.0)
    rectangle = element(
        "rect",
        x=f"{left - 1:.1f}",
        y=f"{top - 1:.1f}",
        width=f"{max(right - left, 1) + 2:.1f}",
        height=f"{max(bottom - top, 1) + 2:.1f}",
        rx="1.5",
    )
    sure = place.source.confidence
    told = f" ({words.SURE_TITLE.say(lang, percent=int(sure * 100))})" if sure is not None else ""
    unused = f"{words.LEGEND_UNUSED.say(lang)} " if place.use == "unused" else ""
    title = element("title", f"{unused}{words.TEXT_READ.say(lang, text=place.text)}{told}")
    return _anchored(place, title, rectangle)


def _anchored(place: "ShownPlace", *children: Child) -> Element:
    """What stands for a place: a link to its first value, or where it has none an element by itself."""
    kind = _kind(place)
    if place.values:
        at = " ".join(place.values)
        return element("a", *children, id=place.id, class_=kind, href=f"#{place.values[0]}", data_at=at)
    return element("g", *children, id=place.id, class_=kind, tabindex="0" if place.use == "unused" else None)


def _kind(place: "ShownPlace") -> str:
    unsure = place.source.confidence is not None and place.source.confidence < UNSURE
    return f"place {place.use} unsure" if unsure and place.use != "empty" else f"place {place.use}"


def _lines(places: "Sequence[ShownPlace]", lang: Lang) -> Iterator[Element]:
    """The document's text: lines with their numbers, tables with those of their rows."""
    for table, group in groupby(places, key=lambda place: place.table):
        if table is None:
            yield element("div", *(_line(place, lang) for place in group), class_="lines")
        else:
            rows = [_row(list(row), lang) for _, row in groupby(group, key=lambda place: place.row)]
            yield element("div", element("table", element("tbody", *rows)), class_="table")


def _line(place: "ShownPlace", lang: Lang) -> Element:
    return element("div", element("span", place.spot, class_="spot"), _text(place, lang), class_="line")


def _row(places: "Sequence[ShownPlace]", lang: Lang) -> Element:
    first = next((place for place in places if place.text), places[0])
    cells = [element("td", _text(place, lang) if place.text else None) for place in places]
    return element("tr", element("th", first.spot, scope="row", class_="spot"), *cells)


def _text(place: "ShownPlace", lang: Lang) -> Element:
    sure = place.source.confidence
    extra: tuple[Child, ...] = (" ", _sure(sure, lang)) if sure is not None and sure < UNSURE else ()
    shown = visible(place.text)
    if place.values:
        at = " ".join(place.values)
        return element("a", shown, *extra, id=place.id, class_=_kind(place), href=f"#{place.values[0]}", data_at=at)
    hidden = element("span", f"{words.LEGEND_UNUSED.say(lang)} ", class_="hidden") if place.use == "unused" else None
    return element(
        "span", hidden, shown, *extra, id=place.id, class_=_kind(place), tabindex="0" if hidden is not None else None
    )
