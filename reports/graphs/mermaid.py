"""`mermaid`: the units as a flowchart, superiors above, units without an agreement dashed."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pkcheck import report_texts
from pkcheck.display import wrapped
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.graph import AgreementSet

FORMAT = Format("mermaid", report_texts.FORMAT_MERMAID)
_LABEL_WIDTH = 40
# Mermaid has entity codes of its own, "#35;" for "#"; everything that its grammar, Markdown or HTML knows is written so.
_GRAMMAR = re.compile(r"[^\w\s.,:;()/—-]")


def render(whole: "AgreementSet", style: Style) -> Iterator[str]:
    """A node for each unit, an arrow from each superior to each subordinate."""
    from pkcheck.unittree import title_of, units_of

    units = units_of(whole)
    yield "flowchart TD"
    for unit in units:
        missing = ":::missing" if unit.missing is not None else ""
        yield f'    n{unit.number}["{_label(title_of(unit, style.lang))}"]{missing}'
    for unit in units:
        if unit.parent is not None:
            dashed = unit.missing is not None or units[unit.parent].missing is not None
            yield f"    n{unit.parent} {'-.->' if dashed else '-->'} n{unit.number}"
    yield "    classDef missing stroke-dasharray: 5 5"


def _label(text: str) -> str:
    return "<br/>".join(
        _GRAMMAR.sub(lambda found: f"#{ord(found.group())};", line) for line in wrapped(text, _LABEL_WIDTH)
    )
