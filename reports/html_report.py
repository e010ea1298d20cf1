"""`html`: the whole outcome as one page that needs nothing else: no network, and no script to be read.

The style and the script, which only zooms, filters and sorts, lie beside this module and in `pkcheck.pages`.
"""

from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

from pkcheck import page_texts as words
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.record import Recorded

FORMAT = Format("html", words.FORMAT_HTML)


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:
    """The page, part by part."""
    from pkcheck.markup import element, page_head, raw, written
    from pkcheck.pages.account import account_section
    from pkcheck.pages.assets import shared
    from pkcheck.pages.cascade import cascade_section
    from pkcheck.pages.findings import findings_section
    from pkcheck.pages.money import budget_section
    from pkcheck.pages.overview import page_header, summary
    from pkcheck.pictures.units import units_of

    lang, units = recorded.lang, units_of(recorded)
    css = shared("page.css") + shared("picture.css") + _beside("html_report.css")
    script = shared("picture.js") + _beside("html_report.js")
    yield "<!DOCTYPE html>"
    yield f'<html lang="{lang}">'
    yield written(page_head(words.TITLE.say(lang), css, script, lang))
    yield "<body>"
    yield written(page_header(recorded))
    yield "<main>"
    yield written(summary(recorded))
    for name, parts in (
        ("penjenjangan", cascade_section(recorded, units)),
        ("anggaran", budget_section(recorded, units)),
        ("temuan", findings_section(recorded)),
        ("cakupan", account_section(recorded, suppressed=style.suppressed)),
    ):
        yield f'<section id="{name}">'
        yield from map(written, parts)
        yield "</section>"
    yield "</main>"
    yield written(element("footer", element("p", words.MADE_BY.say(lang, version=recorded.outcome.version))))
    yield written(raw("script", script))
    yield "</body>"
    yield "</html>"


def _beside(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")
