"""`jsonl`: one finding per line, the same record as in `json`, and nothing else.

Findings that are silenced are left out, or, when they are asked for, follow the others, with their `suppression`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pkcheck import report_texts
from pkcheck.display import json_text
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.record import Recorded

FORMAT = Format("jsonl", report_texts.FORMAT_JSONL)


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:
    """A line for each finding."""
    silenced = recorded.outcome.suppressed if style.suppressed else None
    for each in (*recorded.outcome.findings, *(silenced or ())):
        yield json_text(each.model_dump(mode="json"))
