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

FORMAT = Format("jsonl", report_texts.FORMAT_JSONL)


def render(outcome: "Outcome", style: Style) -> Iterator[str]:
    """A line for each finding."""
    from pkcheck.tell import record_of, suppressed_record

    rules = {each.rule.code: each.rule for each in outcome.rules}
    for finding in outcome.findings:
        yield json_text(record_of(finding, rules[finding.code], style.lang).model_dump(mode="json"))
    for each in outcome.judgement.silenced if style.suppressed else ():
        yield json_text(suppressed_record(each, rules[each.finding.code], style.lang))
