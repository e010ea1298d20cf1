"""`json`: a comparison as one document, the same for the same input. Its keys are a promise to other programs.

    {"tool", "version", "run": {"lang"},
     "old": {"inputs": [...], "agreements"}, "new": the same of the new version,
     "agreements": [{"status": "added|dropped|changed|same", "paired_by": "revision|id|position|unit" or null,
                     "old": {"id", "unit", "holder", "position", "source"} or null, "new": the same,
                     "changes": [...]}],
     "findings": {"new": [finding], "gone": [{"why": "not_found|otherwise|dropped|not_checked|silenced", "reason",
                  "finding"}], "kept": [fingerprint]},
     "summary": {"agreements": {status: count}, "changes": {field: count}, "findings": {"new": {severity: count},
                 "gone": {why: count}, "kept"}, "not_checked": {"old", "new"}, "complete"}}

A change is {"kind": "added|dropped|changed|reworded|respelt|moved|renumbered", "field", "message", "of", "before", "after",
"words": {"before": [...], "after": [...]} or null, "difference", "unit", "percent"}. Each of `before` and `after` is
{"subject": {"kind", "id"}, "text", "value", "evidence": [...]} or null; a day is written as ISO 8601. `field`, `unit` and
`percent` are as in `pkcheck.revisions.changes.Change`; a finding and its evidence as in the report of `pkcheck check`.
"""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pkcheck import __version__, diff_texts
from pkcheck.display import json_text
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.api import Difference, Outcome
    from pkcheck.model import Agreement
    from pkcheck.revisions.changes import AgreementChange, Change, Side
    from pkcheck.texts import Lang

FORMAT = Format("json", diff_texts.FORMAT_JSON)


def render(difference: "Difference", style: Style) -> Iterator[str]:
    """The document."""
    yield json_text(_document(difference, style.lang), indent=2)


def _document(difference: "Difference", lang: "Lang") -> dict[str, Any]:
    return {
        "tool": "pkcheck",
        "version": __version__,
        "run": {"lang": lang},
        "old": _version(difference.old),
        "new": _version(difference.new),
        "agreements": [_agreement_change(each, lang) for each in difference.revision.agreements],
        "findings": _findings(difference, lang),
        "summary": _summary(difference),
    }


def _version(outcome: "Outcome") -> dict[str, Any]:
    inputs = [{"file": each.file, "status": each.status, "agreements": each.agreements} for each in outcome.inputs]
    return {"inputs": inputs, "agreements": len(outcome.whole.given)}


def _agreement_change(change: "AgreementChange", lang: "Lang") -> dict[str, Any]:
    return {
        "status": change.status,
        "paired_by": change.paired_by,
        "old": _agreement(change.old),
        "new": _agreement(change.new),
        "changes": [_change(each, lang) for each in change.changes],
    }


def _agreement(agreement: "Agreement | None") -> dict[str, Any] | None:
    if agreement is None:
        return None
    party, source = agreement.first_party, agreement.source
    return {
        "id": agreement.id,
        "unit": agreement.unit,
        "holder": party.name if party else None,
        "position": party.position if party else None,
        "source": {"file": source.file, "line": source.line} if source else None,
    }


def _change(change: "Change", lang: "Lang") -> dict[str, Any]:
    from pkcheck.revisions.telling import tell

    told = tell(change, lang)
    changed = {"before": list(change.words[0]), "after": list(change.words[1])} if change.words else None
    return {
        "kind": change.kind,
        "field": change.field,
        "message": f"{told.title} ({told.note})" if told.note else told.title,
        "of": change.of,
        "before": _side(change.before),
        "after": _side(change.after),
        "words": changed,
        "difference": change.difference,
        "unit": change.unit,
        "percent": change.percent,
    }


def _side(side: "Side | None") -> dict[str, Any] | None:
    from pkcheck.tell import evidence_record

    if side is None:
        return None
    day = side.value.isoformat() if isinstance(side.value, datetime.date) else None
    return {
        "subject": {"kind": side.subject.kind, "id": side.subject.id},
        "text": side.text,
        "value": day or side.value,
        "evidence": [evidence_record(each).model_dump(mode="json") for each in side.evidence],
    }


def _findings(difference: "Difference", lang: "Lang") -> dict[str, Any]:
    from pkcheck.tell import record_of

    found, rules = difference.revision.findings, difference.rules
    return {
        "new": [record_of(each, rules[each.code], lang).model_dump(mode="json") for each in found.new],
        "gone": [
            {
                "why": each.why,
                "reason": each.reason.say(lang) if each.reason else None,
                "finding": record_of(each.finding, rules[each.finding.code], lang).model_dump(mode="json"),
            }
            for each in found.gone
        ],
        "kept": [each.fingerprint for each in found.kept],
    }


def _summary(difference: "Difference") -> dict[str, Any]:
    from pkcheck.revisions.telling import counts

    totals = counts(difference)
    return {
        "agreements": dict(totals.agreements),
        "changes": dict(totals.fields),
        "findings": {
            "new": {str(each): count for each, count in totals.new.items()},
            "gone": dict(totals.gone),
            "kept": totals.kept,
        },
        "not_checked": {"old": totals.unchecked[0], "new": totals.unchecked[1]},
        "complete": difference.complete,
    }
