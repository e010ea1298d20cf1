"""`jsonl`: one finding per line, the same record as in `json`, and nothing else.

Findings that are silenced are left out, or, when they are asked for, follow the others, with their `suppression`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pkcheck import report_texts
from pkcheck.display import json_text
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.api import Outcome
    from pkcheck.record import Recorded

FORMAT = Format("jsonl", report_texts.FORMAT_JSONL)


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:
    """A line for each finding."""
    hidden = recorded.outcome.suppressed if style.suppressed else None
    for record in (*recorded.outcome.findings, *(hidden or ())):
        yield json_text(record.model_dump(mode="json"))


def each(outcome: "Outcome", style: Style) -> Iterator[str]:
    """What is said of one agency's findings."""
    from pkcheck.recording import finding_records

    for record in finding_records(outcome, style.lang):
        yield json_text(record.model_dump(mode="json"))


def silenced(outcome: "Outcome", style: Style) -> Iterator[str]:
    """The same of those that are silenced, if they are asked for."""
    from pkcheck.recording import silenced_records

    for record in silenced_records(outcome, style.lang) if style.suppressed else ():
        yield json_text(record.model_dump(mode="json"))
