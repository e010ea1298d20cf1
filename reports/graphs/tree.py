"""`tree`: units under their superiors, with what they have and how each link is known."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pkcheck import report_texts as words
from pkcheck.display import wrapped
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.graph import AgreementSet
    from pkcheck.unittree import Unit

FORMAT = Format("tree", words.FORMAT_TREE)
_STEP, _DEEPEST = 3, 12


def render(whole: "AgreementSet", style: Style) -> Iterator[str]:
    """Two or more lines for each unit, its subordinates below it."""
    from pkcheck.unittree import branches, units_of

    below = branches(units_of(whole))
    if not below:
        yield words.NO_UNITS.say(style.lang)
    waiting = [(unit, 0) for unit in reversed(below.get(None, ()))]
    while waiting:
        unit, depth = waiting.pop()
        yield from _lines(unit, depth, whole, style)
        waiting.extend((each, depth + 1) for each in reversed(below.get(unit.number, ())))


def _lines(unit: "Unit", depth: int, whole: "AgreementSet", style: Style) -> Iterator[str]:
    from pkcheck.unittree import count_words, link_words, title_of

    # A tree deeper than any agency's stays on the page.
    indent = " " * _STEP * min(depth, _DEEPEST)
    rest = f"{indent}  "
    lead = f"{indent[:-_STEP]}└─ " if depth else ""
    link = link_words(unit, whole, style.lang)
    yield from wrapped(title_of(unit, style.lang) + (f" [{link}]" if link else ""), style.width, lead, rest)
    if unit.agreement is not None:
        yield from wrapped(count_words(unit.agreement, whole, style.lang), style.width, rest, rest)
