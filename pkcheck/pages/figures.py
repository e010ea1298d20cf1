"""Pictures on a page: each in a window of its own, which a script lets the reader zoom and search."""

from xml.etree.ElementTree import Element

from pkcheck import page_texts as words
from pkcheck.markup import element
from pkcheck.texts import Lang


def figure(picture: Element, title: str, note: str, lang: Lang, *, searched: bool = False) -> Element:
    """A picture with its note. The tools are shown by the script: without it the window is scrolled."""
    picture.set("role", "group")
    picture.set("aria-label", title)
    buttons = [
        element("button", sign, type="button", data_zoom=way, aria_label=text.say(lang), title=text.say(lang))
        for way, sign, text in (("in", "+", words.ZOOM_IN), ("out", "–", words.ZOOM_OUT), ("fit", "⤢", words.ZOOM_FIT))
    ]
    search = element(
        "label", f"{words.FIND_UNIT.say(lang)} ", element("input", type="search", data_find="unit", autocomplete="off")
    )
    tools = element(
        "div",
        *buttons,
        *([search, element("output", data_found=words.FOUND_UNITS.say(lang, count="#"))] if searched else []),
        class_="tools",
        hidden="hidden",
    )
    view = element(
        "div",
        picture,
        class_="view",
        tabindex="0",
        role="region",
        aria_label=f"{title}, {words.SCROLL_HINT.say(lang)}",
    )
    return element("figure", tools, view, element("figcaption", note), class_="picture")
