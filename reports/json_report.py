"""`json`: the whole outcome as one document, the same for the same input. Its keys are a promise to other programs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pkcheck import report_texts
from pkcheck.display import json_text
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.record import Recorded

FORMAT = Format("json", report_texts.FORMAT_JSON)


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:
    """The document."""
    yield json_text(recorded.outcome.document(suppressed=style.suppressed), indent=2)
