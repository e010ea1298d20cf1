"""`svg`: the units under their superiors as a picture for a slide, coloured by what was found."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pkcheck import page_texts as words
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.record import Recorded

FORMAT = Format("svg", words.FORMAT_SVG)


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:
    """The picture."""
    from pkcheck.pictures.drawing import cascade_picture, standing_alone
    from pkcheck.pictures.units import units_of

    yield standing_alone(cascade_picture(units_of(recorded), style.lang))
