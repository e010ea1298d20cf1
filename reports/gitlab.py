"""`gitlab`: a Code Quality report for GitLab: a list of findings, each at one line of one file.

GitLab needs a line; a finding on a page or in a sheet gets line 1 and says its place in the description.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pkcheck import format_texts as words
from pkcheck import report_texts
from pkcheck.display import json_text, visible
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.findings import FindingRecord
    from pkcheck.record import Recorded

FORMAT = Format("gitlab", words.FORMAT_GITLAB)
_SEVERITIES = {
    ("error", "definite"): "critical",
    ("error", "judgement"): "major",
    ("warning", "definite"): "major",
    ("warning", "judgement"): "minor",
    ("info", "definite"): "info",
    ("info", "judgement"): "info",
}


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:  # noqa: ARG001  silenced findings have no place here
    """The list, a finding on each line. GitLab shows one of those with the same fingerprint, so each is given once."""
    entries = {each["fingerprint"]: each for each in (_entry(found, recorded) for found in recorded.outcome.findings)}
    yield "["
    last = len(entries)
    for number, each in enumerate(entries.values(), 1):
        yield f"  {json_text(each)}{',' if number < last else ''}"
    yield "]"


def _entry(finding: "FindingRecord", recorded: "Recorded") -> dict[str, Any]:
    from pkcheck.briefs import evidence_spot, first_place, line_of
    from pkcheck.filenames import repository_name

    lang = recorded.lang
    first = first_place(finding, recorded)
    line = line_of(first) if first else None
    spot = evidence_spot(first, lang) if first and line is None else ""
    tags = [
        each for each in (report_texts.JUDGEMENT.say(lang) if finding.certainty == "judgement" else "", spot) if each
    ]
    said = f"{finding.code} ({', '.join(tags)}): " if tags else f"{finding.code}: "
    return {
        "description": visible(said + finding.message),
        "check_name": finding.code,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity, finding.certainty],
        "location": {
            "path": repository_name(first.file) if first else "",
            "lines": {"begin": line or 1},
        },
    }
