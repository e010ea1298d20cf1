"""`json`: the whole outcome as one document, the same for the same input. Its keys are a promise to other programs."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pkcheck import __version__, report_texts
from pkcheck.display import json_text
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.api import Outcome
    from pkcheck.baseline import Compared
    from pkcheck.inputs import InputReport
    from pkcheck.model import Agreement
    from pkcheck.texts import Lang

FORMAT = Format("json", report_texts.FORMAT_JSON)


def render(outcome: "Outcome", style: Style) -> Iterator[str]:
    """The document."""
    yield json_text(_document(outcome, style), indent=2)


def _document(outcome: "Outcome", style: Style) -> dict[str, Any]:
    from pkcheck.tell import coverage_record, record_of, suppressed_record

    lang = style.lang
    rules = {each.rule.code: each.rule for each in outcome.rules}
    silenced = [suppressed_record(each, rules[each.finding.code], lang) for each in outcome.judgement.silenced]
    return {
        "tool": "pkcheck",
        "version": __version__,
        "run": {"lang": lang},
        "inputs": [_input(each, lang) for each in outcome.inputs],
        "agreements": [_agreement(each, outcome) for each in outcome.whole.given],
        "findings": [record_of(each, rules[each.code], lang).model_dump(mode="json") for each in outcome.findings],
        **({"suppressed": silenced} if style.suppressed else {}),
        **({"baseline": _baseline(outcome.known)} if outcome.known else {}),
        "coverage": [coverage_record(each, lang) for each in outcome.judgement.coverage],
        "summary": _summary(outcome),
    }


def _input(report: "InputReport", lang: "Lang") -> dict[str, Any]:
    notes = [
        {
            "level": note.level,
            "message": note.text.say(lang, **note.facts),
            "page": note.source.page,
            "line": note.source.line,
            "quote": note.quote,
        }
        for note in report.notes
    ]
    return {
        "file": report.file,
        "status": report.status,
        "format": report.kind,
        "agreements": report.agreements,
        "notes": notes,
    }


def _agreement(agreement: "Agreement", outcome: "Outcome") -> dict[str, Any]:
    party, source = agreement.first_party, agreement.source
    superior = outcome.whole.superiors.get(agreement.id)
    return {
        "id": agreement.id,
        "unit": agreement.unit,
        "holder": party.name if party else None,
        "position": party.position if party else None,
        "supervisor": superior.id if superior else None,
        "replaced_by": outcome.whole.replaced.get(agreement.id),
        "source": {"file": source.file, "line": source.line} if source else None,
    }


def _baseline(known: "Compared") -> dict[str, Any]:
    """Whose baseline it is and since when; entries that are no longer found, and those of which that cannot be said."""
    return {
        "by": known.baseline.by,
        "date": known.baseline.date.isoformat(),
        "hidden": len(known.hidden),
        "gone": [each.model_dump(mode="json") for each in known.gone],
        "not_checked": [each.model_dump(mode="json") for each in known.open],
    }


def _summary(outcome: "Outcome") -> dict[str, Any]:
    from pkcheck.summary import summary_of

    totals = summary_of(outcome)
    return {
        "files": totals.files,
        "agreements": totals.agreements,
        "findings": totals.findings,
        "suppressed": totals.silenced,
        "baseline": totals.known,
        "by_severity": {str(each): count for each, count in totals.by_severity.items()},
        "by_certainty": {str(each): count for each, count in totals.by_certainty.items()},
        "notes": totals.notes,
    }
