"""`html`: the cascade and the budget flow on one page that needs nothing else, to be zoomed and searched."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pkcheck import page_texts as words
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.record import Recorded

FORMAT = Format("html", words.FORMAT_GRAPH_HTML)


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:
    """The page."""
    from pkcheck.markup import element, page_head, raw, written
    from pkcheck.pages.assets import shared
    from pkcheck.pages.figures import figure
    from pkcheck.pictures.drawing import cascade_picture, flow_picture
    from pkcheck.pictures.units import units_of

    lang, units = style.lang, units_of(recorded)
    css, script = shared("page.css") + shared("picture.css"), shared("picture.js")
    title, budget = words.CASCADE_OF.say(lang, units=len(units)), words.BUDGET_FLOW.say(lang)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{lang}">'
    yield written(page_head(title, css, script, lang))
    yield "<body>"
    yield written(
        element(
            "main",
            element("h1", title),
            figure(cascade_picture(units, lang), title, words.CASCADE_NOTE.say(lang), lang, searched=True),
            element("h2", budget),
            figure(flow_picture(units, lang), budget, words.FLOW_NOTE.say(lang), lang, searched=True),
        )
    )
    yield written(raw("script", script))
    yield "</body>"
    yield "</html>"
