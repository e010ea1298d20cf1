"""What the style of a paragraph adds to it: a place in a list, capitals, hidden text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from pkcheck.documents.word.parts import Element, child, children, is_on, local, value

_MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """`number` and `level` as a list has them, where the style is one of a list; `based` is the style it builds on."""

    number: str | None = None
    level: int = 0
    caps: bool | None = None
    hidden: bool | None = None
    based: str | None = None


def styles_of(part: Element | None) -> Mapping[str, Style]:
    """Every style of the document by its id, with what it inherits."""
    own = {value(each, "styleId") or "": _style(each) for each in children(part) if local(each) == "style"}
    return MappingProxyType({name: _inherited(style, own) for name, style in own.items()})


def _style(element: Element) -> Style:
    numbered, level = child(element, "pPr", "numPr", "numId"), value(child(element, "pPr", "numPr", "ilvl"))
    caps, hidden = child(element, "rPr", "caps"), child(element, "rPr", "vanish")
    return Style(
        number=value(numbered),
        level=int(level) if level and level.isdigit() else 0,
        caps=None if caps is None else is_on(caps),
        hidden=None if hidden is None else is_on(hidden),
        based=value(child(element, "basedOn")),
    )


def _inherited(style: Style, known: Mapping[str, Style]) -> Style:
    for each in _below(style, known):
        style = replace(
            style,
            number=style.number if style.number is not None else each.number,
            level=style.level if style.number is not None else each.level,
            caps=style.caps if style.caps is not None else each.caps,
            hidden=style.hidden if style.hidden is not None else each.hidden,
        )
    return style


def _below(style: Style, known: Mapping[str, Style]) -> Iterator[Style]:
    for _ in range(_MAX_CHAIN):
        if style.based is None or style.based not in known:
            return
        style = known[style.based]
        yield style
