"""`csv`: one finding per row, to be opened in a spreadsheet: UTF-8 with its mark, and no cell that is a formula.

What separates the cells follows the language, as in a spreadsheet: a semicolon in Indonesian, where a comma is part of
numbers, a comma in English (RFC 4180). A cell is one line. Silenced findings follow the others, where they are asked for.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pkcheck import format_texts as words
from pkcheck.display import clipped, visible
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.api import Outcome
    from pkcheck.findings import FindingRecord
    from pkcheck.record import Recorded
    from pkcheck.texts import Lang

FORMAT = Format("csv", words.FORMAT_CSV)
_MARK = "\ufeff"
_SEPARATORS: Mapping[str, str] = {"id": ";", "en": ","}
# What a spreadsheet takes for a formula or a command (OWASP, CSV injection), also in the wide letters of East Asia.
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
# A NIP, or a fingerprint without letters but an e.
_LONG_NUMBER = re.compile(r"\d{12,}|\d+[eE]\d+")
# A cell of Excel holds 32,767 characters.
_LONGEST = 32_000
_Cell = str | int | None


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:
    """The heading, and a row for each finding."""
    from pkcheck.briefs import why_silenced

    lang, outcome = recorded.lang, recorded.outcome
    yield from begin(Style(lang, suppressed=style.suppressed))
    for finding in outcome.findings:
        yield _shown(finding, style, lang)
    for hidden in (outcome.suppressed or ()) if style.suppressed else ():
        yield _row([*_cells(hidden, lang), why_silenced(hidden.suppression, lang)], lang)


def begin(style: Style) -> Iterator[str]:
    """The heading."""
    more = [words.COLUMN_SILENCED.say(style.lang)] if style.suppressed else []
    yield _MARK + _row([*(column.say(style.lang) for column in words.COLUMNS.values()), *more], style.lang)


def each(outcome: "Outcome", style: Style) -> Iterator[str]:
    """A row for each of one agency's findings."""
    from pkcheck.recording import finding_records

    for finding in finding_records(outcome, style.lang):
        yield _shown(finding, style, style.lang)


def silenced(outcome: "Outcome", style: Style) -> Iterator[str]:
    """The same for those that are silenced, if they are asked for."""
    from pkcheck.briefs import why_silenced
    from pkcheck.recording import silenced_records

    for hidden in silenced_records(outcome, style.lang) if style.suppressed else ():
        yield _row([*_cells(hidden, style.lang), why_silenced(hidden.suppression, style.lang)], style.lang)


def _shown(finding: "FindingRecord", style: Style, lang: "Lang") -> str:
    return _row([*_cells(finding, lang), *([""] if style.suppressed else [])], lang)


def _cells(finding: "FindingRecord", lang: "Lang") -> Iterator[_Cell]:
    """The cells in the order of `words.COLUMNS`."""
    from pkcheck import report_texts
    from pkcheck.briefs import evidence_place, verification

    first = finding.evidence[0] if finding.evidence else None
    cells: dict[str, _Cell] = {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "certainty": finding.certainty,
        "agreement": finding.agreement,
        "unit": finding.unit,
        "kind": report_texts.KINDS_ONE[finding.subject.kind].say(lang),
        "subject": finding.subject.id,
        "condition": finding.condition,
        "criterion": finding.criterion,
        "effect": finding.effect,
        "recommendation": finding.recommendation,
        "basis": "; ".join(
            ", ".join(part for part in (each.id, each.citation, each.provision) if part) for each in finding.basis
        ),
        "verification": "; ".join(verification(each, lang) for each in finding.basis),
        "amount": finding.amount,
        "file": first.file if first else None,
        "page": first.page if first else None,
        "line": first.line if first else None,
        "cell": first.cell if first else None,
        "quote": first.quote if first else None,
        "places": "; ".join(evidence_place(each, lang) for each in finding.evidence),
        "fingerprint": finding.fingerprint,
    }
    yield from (cells[name] for name in words.COLUMNS)


def _row(cells: Sequence[_Cell], lang: "Lang") -> str:
    line = io.StringIO()
    writer = csv.writer(line, delimiter=_SEPARATORS[lang], lineterminator="")
    writer.writerow([_plain(each) if isinstance(each, str) else each for each in cells])
    return line.getvalue()


def _plain(text: str) -> str:
    """A cell that is words and nothing else: no formula, and no number whose digits a spreadsheet would not keep."""
    shown = clipped(visible(text), _LONGEST)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) or _LONG_NUMBER.fullmatch(shown) else shown
