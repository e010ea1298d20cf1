"""`svg-budget`: what each unit has and what its subordinates have of it, as a picture for a slide."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pkcheck import page_texts as words
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.record import Recorded

FORMAT = Format("svg-budget", words.FORMAT_SVG_BUDGET)


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:
    """The picture."""
    from pkcheck.pictures.drawing import flow_picture, standing_alone
    from pkcheck.pictures.units import units_of

    yield standing_alone(flow_picture(units_of(recorded), style.lang))
