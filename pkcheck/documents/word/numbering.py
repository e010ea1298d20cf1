"""The numbers that Word puts before paragraphs by itself; they stand nowhere in the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pkcheck.documents.counting import Form, counted
from pkcheck.documents.word.parts import Element, child, children, local, value
from pkcheck.documents.word.styles import Style

_LEVELS = 9
_NO_LIST = "0"
_FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "decimal": "decimal",
        "decimalZero": "decimal",
        "lowerLetter": "letter",
        "upperLetter": "LETTER",
        "lowerRoman": "roman",
        "upperRoman": "ROMAN",
    }
)
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: `text` such as "%1.%2", `form` None for bullets and the like; `style` is the one it goes with."""

    form: Form | None = None
    text: str = ""
    start: int = 1
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A list as paragraphs refer to it: lists of one `family` go on counting where the last one stopped."""

    family: str
    levels: Mapping[int, _Level]
    restarts: Mapping[int, int]


@dataclass(slots=True)
class Numbers:
    """Counts the paragraphs of every list, top to bottom."""

    lists: Mapping[str, _List]
    styles: Mapping[str, Style]
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def before(self, paragraph: Element) -> str:
        """What Word prints before `paragraph`; "" before one that is in no list, or has a bullet."""
        number, level = self._place(paragraph)
        found = self.lists.get(number) if number and number != _NO_LIST else None
        if found is None or number is None or level >= _LEVELS:
            return ""
        counts = self._counts.setdefault(found.family, [None] * _LEVELS)
        own = found.levels.get(level, _Level())
        if level in found.restarts and (number, level) not in self._begun:
            counts[level] = found.restarts[level]
        else:
            counts[level] = own.start if (last := counts[level]) is None else last + 1
        self._begun.add((number, level))
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return _printed(own, found.levels, counts)

    def _place(self, paragraph: Element) -> tuple[str | None, int]:
        properties = child(paragraph, "pPr")
        name = value(child(properties, "pStyle"))
        style = self.styles.get(name or "", Style())
        number = value(child(properties, "numPr", "numId")) or style.number
        level = value(child(properties, "numPr", "ilvl"))
        if level is not None and level.isdigit():
            return number, int(level)
        levels = self.lists[number].levels if number and number in self.lists else {}
        return number, next((at for at, each in levels.items() if name and each.style == name), style.level)


def numbers_of(part: Element | None, styles: Mapping[str, Style]) -> Numbers:
    """The lists that the document defines, nothing counted yet."""
    families = {value(each, "abstractNumId"): each for each in children(part) if local(each) == "abstractNum"}
    lists = {}
    for each in children(part):
        family = value(child(each, "abstractNumId"))
        if local(each) == "num" and family in families:
            lists[value(each, "numId") or ""] = _list(each, family or "", families[family])
    return Numbers(MappingProxyType(lists), styles)


def _list(element: Element, family: str, abstract: Element) -> _List:
    levels = {_whole(value(each, "ilvl")): _level(each) for each in abstract if local(each) == "lvl"}
    restarts: dict[int, int] = {}
    for each in element:
        if local(each) != "lvlOverride":
            continue
        at, start, own = _whole(value(each, "ilvl")), value(child(each, "startOverride")), child(each, "lvl")
        if own is not None:
            levels[at] = _level(own)
        if start is not None:
            restarts[at] = _whole(start, 1)
    return _List(family, MappingProxyType(levels), MappingProxyType(restarts))


def _level(element: Element) -> _Level:
    return _Level(
        form=_FORMS.get(value(child(element, "numFmt")) or "decimal"),
        text=value(child(element, "lvlText")) or "",
        start=_whole(value(child(element, "start")), 1),
        style=value(child(element, "pStyle")),
    )


def _printed(own: _Level, levels: Mapping[int, _Level], counts: list[int | None]) -> str:
    if own.form is None:
        return ""

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        level = levels.get(at, _Level("decimal"))
        count = counts[at]
        return counted(level.start if count is None else count, level.form or "decimal")

    return _PLACE.sub(number, own.text).strip()


def _whole(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text is not None and text.isdigit() else otherwise
