"""SVG from laid-out pictures: colours stand in the drawing itself, so that every program shows it; a page's style outdoes them.

With `links` every unit leads to its part of the page.
"""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, tostring

from pkcheck import page_texts as words
from pkcheck.display import visible
from pkcheck.markup import element
from pkcheck.pictures.flow import BAR, LABEL, Flow, Stretch, flowing
from pkcheck.pictures.lettering import FONT, label, width_of
from pkcheck.pictures.palette import FAINT, HANDED, INK, LEVEL_COLOURS, LINE, OWN, PAPER, RIBBON, SIGNS
from pkcheck.pictures.tree import Place, laid_out
from pkcheck.pictures.units import GRAVEST_FIRST, Level, Unit, balance_words, budget_words, count_words
from pkcheck.texts import Lang

_TITLE, _SMALL, _LINE_HEIGHT = 13.0, 11.5, 16.0
_WIDTH, _PAD, _MARGIN, _SIGN = 236.0, 10.0, 16.0, 18.0
_TITLE_LINES, _FLOW_LINES = 4, 3
_HEAD, _LEGEND = 40.0, 34.0
_HEADING = 20.0


def cascade_picture(units: Sequence[Unit], lang: Lang, *, links: bool = False) -> Element:
    """The units as boxes under their superiors, coloured by their gravest finding."""
    boxes = [_lines_of(unit, lang) for unit in units]
    heights = [2 * _PAD + _LINE_HEIGHT * len(lines) for lines in boxes]
    tree = laid_out(heights, [unit.parent for unit in units], _WIDTH)
    down = _MARGIN + _HEAD
    lines = [
        element(
            "polyline",
            points=" ".join(f"{_n(at.x + _MARGIN)},{_n(at.y + down)}" for at in line),
            class_="link",
            fill="none",
            stroke=LINE,
            stroke_width="1.5",
            stroke_dasharray="5 4" if _is_loose(at, units) else None,
        )
        for at, line in enumerate(tree.lines)
        if line is not None
    ]
    drawn = [
        _box(unit, told, Place(place.x + _MARGIN, place.y + down), height, lang, links=links)
        for unit, told, place, height in zip(units, boxes, tree.places, heights, strict=True)
    ]
    title = words.CASCADE_OF.say(lang, units=len(units))
    body = [element("g", *lines, class_="links"), element("g", *drawn, class_="units")]
    legend = _level_legend(units, lang)
    return _picture(title, body, legend, (tree.width, tree.height), lang, empty=not units)


def flow_picture(units: Sequence[Unit], lang: Lang, *, links: bool = False) -> Element:
    """What each unit has at the left, what its subordinates have of it at the right."""
    told = [_flow_lines_of(unit, lang) for unit in units]
    heights = [_LINE_HEIGHT * len(lines) + 6 for lines in told]
    flow = flowing([unit.budget.amount for unit in units], [unit.parent for unit in units], heights)
    body = [
        element("g", *(_ribbon(flow, at) for at in range(len(flow.ribbons))), class_="ribbons"),
        element(
            "g", *(_bars(unit, flow, at, told[at], lang, links=links) for at, unit in enumerate(units)), class_="units"
        ),
    ]
    legend = [("own", OWN, words.LEGEND_OWN.say(lang)), ("handed", HANDED, words.LEGEND_HANDED.say(lang))]
    marks = [
        (element("rect", width="14", height="14", class_=f"bar {name}", fill=fill), text) for name, fill, text in legend
    ]
    return _picture(words.BUDGET_FLOW.say(lang), body, marks, (flow.width, flow.height), lang, empty=not units)


def standing_alone(picture: Element) -> str:
    """The picture as a file of its own."""
    picture.set("xmlns", "http://www.w3.org/2000/svg")
    return tostring(picture, encoding="unicode")


def _picture(  # noqa: PLR0913  what a picture is made of
    title: str,
    body: Sequence[Element],
    legend: Sequence[tuple[Element, str]],
    size: tuple[float, float],
    lang: Lang,
    *,
    empty: bool,
) -> Element:
    """Title above, legend below, on paper; as wide as they need it."""
    row, legend_width = _legend_row(legend)
    width = max(size[0], legend_width, width_of(title, _HEADING, bold=True)) + 2 * _MARGIN
    below = size[1] + _MARGIN + _HEAD
    height = below + _LEGEND + _MARGIN
    nothing = element("text", words.PICTURE_EMPTY.say(lang), x=_n(_MARGIN), y=_n(below + 14), fill=INK, class_="title")
    return element(
        "svg",
        element("title", title),
        element("rect", class_="paper", width=_n(width), height=_n(height), fill=PAPER),
        _text(title, _MARGIN, _MARGIN + _HEADING, "heading", _HEADING, bold=True),
        *([nothing] if empty else body),
        element("g", *row, class_="legend", transform=f"translate({_n(_MARGIN)} {_n(below + 20)})"),
        viewBox=f"0 0 {_n(width)} {_n(height)}",
        width=_n(width),
        height=_n(height),
        font_family=FONT,
        font_size=_n(_SMALL),
        lang=lang,
    )


def _legend_row(legend: Sequence[tuple[Element, str]]) -> tuple[list[Element], float]:
    row: list[Element] = []
    x = 0.0
    for mark, text in legend:
        words_at = _text(text, 20, 11, "soft", _SMALL)
        row.append(element("g", mark, words_at, transform=f"translate({_n(x)} 0)"))
        x += 20 + width_of(text, _SMALL) + 22
    return row, x


def _level_legend(units: Sequence[Unit], lang: Lang) -> list[tuple[Element, str]]:
    levels: list[Level] = [*GRAVEST_FIRST, "none"]
    if any(unit.agreement is None for unit in units):
        levels.append("missing")
    return [(element("g", *_sign(each, 7, 7), class_=f"unit {each}"), words.LEVELS[each].say(lang)) for each in levels]


def _lines_of(unit: Unit, lang: Lang) -> list[tuple[str, str]]:
    """The lines of a box with the class of each."""
    room = _WIDTH - 2 * _PAD
    title = label(unit.title, room - _SIGN, _TITLE, _TITLE_LINES, bold=True)
    lines = [("title", each) for each in title]
    if unit.agreement is None:
        return [*lines, ("soft", words.LEVELS["missing"].say(lang))]
    texts = [("soft", unit.holder or ""), ("money", budget_words(unit, lang)), ("soft", _indicators(unit, lang))]
    texts.append(("told", count_words(unit.counts, lang)))
    if unit.unchecked:
        texts.append(("soft", words.UNCHECKED.say(lang, count=unit.unchecked)))
    for name, text in texts:
        lines += [(name, each) for each in label(text, room, _SMALL, 2 if name == "told" else 1, bold=name != "soft")]
    return lines


def _indicators(unit: Unit, lang: Lang) -> str:
    if unit.agreement is None or unit.agreement.objectives is None:
        return ""
    indicators = list(unit.agreement.indicators())
    derived = sum(bool(each.derives_from) for each in indicators)
    return words.INDICATORS.say(lang, count=len(indicators), derived=derived)


def _box(  # noqa: PLR0913  a box is a unit with its words, a place, a size, a language and a use
    unit: Unit, lines: Sequence[tuple[str, str]], place: Place, height: float, lang: Lang, *, links: bool
) -> Element:
    edge, inside = LEVEL_COLOURS[unit.worst]
    missing = unit.agreement is None
    frame = element(
        "rect",
        x=_n(place.x),
        y=_n(place.y),
        width=_n(_WIDTH),
        height=_n(height),
        rx="6",
        fill=inside,
        stroke=edge,
        stroke_width="1.5" if unit.worst in ("none", "missing", "info") else "2.2",
        stroke_dasharray="5 4" if missing else None,
        class_="frame",
    )
    texts = list(_texts(lines, place.x + _PAD, place.y + _PAD + 11.5))
    sign = _sign(unit.worst, place.x + _WIDTH - _PAD - 7, place.y + _PAD + 7)
    return _unit(unit, [frame, *texts, *sign], lang, links=links)


def _unit(unit: Unit, children: Sequence[Element], lang: Lang, *, links: bool) -> Element:
    """What belongs to a unit; its title tells all of it to who points at it or has it read aloud."""
    parts = [unit.title, unit.holder, budget_words(unit, lang), balance_words(unit, lang)]
    told = words.LEVELS["missing"].say(lang) if unit.agreement is None else count_words(unit.counts, lang)
    title = element("title", "; ".join(_clipped(each) for each in (*parts, told) if each))
    name = f"unit {unit.worst}"
    if links and unit.agreement is not None:
        return element("a", title, *children, class_=name, href=f"#{unit.key}")
    return element("g", title, *children, class_=name)


def _clipped(text: str) -> str:
    from pkcheck.display import clipped

    return clipped(visible(text), 300)


def _sign(level: Level, x: float, y: float) -> Iterator[Element]:
    edge, inside = LEVEL_COLOURS[level]
    full = level in ("error", "warning")
    yield element(
        "circle",
        cx=_n(x),
        cy=_n(y),
        r="7",
        fill=edge if full else inside,
        stroke=edge,
        class_="sign full" if full else "sign",
    )
    yield element(
        "text",
        SIGNS[level],
        x=_n(x),
        y=_n(y + 3.6),
        text_anchor="middle",
        font_size="10",
        font_weight="bold",
        fill=PAPER if full else edge,
        class_="sign-text full" if full else "sign-text",
        aria_hidden="true",
    )


def _texts(lines: Sequence[tuple[str, str]], x: float, y: float) -> Iterator[Element]:
    for at, (name, text) in enumerate(lines):
        size = _TITLE if name == "title" else _SMALL
        yield _text(text, x, y + at * _LINE_HEIGHT, name, size, bold=name in ("title", "money", "told"))


def _text(text: str, x: float, y: float, name: str, size: float, *, bold: bool = False) -> Element:  # noqa: PLR0913  as above
    return element(
        "text",
        text,
        x=_n(x),
        y=_n(y),
        font_size=_n(size),
        font_weight="bold" if bold else None,
        fill=FAINT if name == "soft" else INK,
        class_=name,
    )


def _flow_lines_of(unit: Unit, lang: Lang) -> list[tuple[str, str]]:
    room = LABEL - 2 * _PAD
    lines = [("title", each) for each in label(unit.title, room, _SMALL, _FLOW_LINES, bold=True)]
    balance = balance_words(unit, lang)
    for name, text in (("money", budget_words(unit, lang)), ("soft", balance or "")):
        lines += [(name, each) for each in label(text, room, _SMALL, 2, bold=name == "money")]
    return lines


def _bars(  # noqa: PLR0913  as above
    unit: Unit, flow: Flow, at: int, lines: Sequence[tuple[str, str]], lang: Lang, *, links: bool
) -> Element:
    node = flow.nodes[at]
    x, down = node.x + _MARGIN, _MARGIN + _HEAD
    drawn: list[Element] = []
    if node.own is not None:
        drawn.append(_rect(x, node.own, LABEL + 2 * BAR if node.handed else LABEL + BAR, "tint", "#eef4fb"))
        drawn.append(_rect(x, node.own, BAR, "bar own", OWN))
    if node.handed is not None:
        drawn.append(_rect(x + LABEL + BAR, node.handed, BAR, "bar handed", HANDED))
    top = node.middle + down - _LINE_HEIGHT * len(lines) / 2 + 12
    for number, (name, text) in enumerate(lines):
        drawn.append(_text(text, x + BAR + _PAD, top + number * _LINE_HEIGHT, name, _SMALL, bold=name != "soft"))
    return _unit(unit, drawn, lang, links=links)


def _rect(x: float, stretch: Stretch, width: float, name: str, fill: str) -> Element:
    return element(
        "rect",
        x=_n(x),
        y=_n(stretch.y + _MARGIN + _HEAD),
        width=_n(width),
        height=_n(stretch.length),
        class_=name,
        fill=fill,
    )


def _ribbon(flow: Flow, at: int) -> Element:
    ribbon = flow.ribbons[at]
    left = flow.nodes[ribbon.parent].x + LABEL + 2 * BAR + _MARGIN
    right = flow.nodes[ribbon.child].x + _MARGIN
    middle, down = (left + right) / 2, _MARGIN + _HEAD
    upper, lower = (
        (ribbon.start.y + down, ribbon.end.y + down),
        (
            ribbon.start.y + ribbon.start.length + down,
            ribbon.end.y + ribbon.end.length + down,
        ),
    )
    there = (
        f"M{_n(left)} {_n(upper[0])}C{_n(middle)} {_n(upper[0])} {_n(middle)} {_n(upper[1])} {_n(right)} {_n(upper[1])}"
    )
    back = f"L{_n(right)} {_n(lower[1])}C{_n(middle)} {_n(lower[1])} {_n(middle)} {_n(lower[0])} {_n(left)} {_n(lower[0])}Z"
    return element("path", d=there + back, class_="ribbon", fill=RIBBON)


def _is_loose(at: int, units: Sequence[Unit]) -> bool:
    """Whether the line to a unit begins or ends at one without an agreement."""
    parent = units[at].parent
    return units[at].agreement is None or (parent is not None and units[parent].agreement is None)


def _n(value: float) -> str:
    """A coordinate to a tenth, without a needless nought."""
    return f"{value:.1f}".removesuffix(".0")
