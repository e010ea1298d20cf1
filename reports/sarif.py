"""`sarif`: SARIF 2.1.0, for code scanning and editors. Every rule is described, every reading note is a notification.

What could not be checked is `properties.coverage` of the run, as in `json`: viewers show whatever else stands among the
results as if it were a finding. Silenced findings are results with `suppressions`, where they are asked for.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pkcheck import format_texts as words
from pkcheck import report_texts
from pkcheck.display import clipped, json_text
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.discovery import LoadedRule
    from pkcheck.findings import EvidenceRecord, FindingRecord
    from pkcheck.record import CoverageRecord, InputRecord, NoteRecord, Recorded, SuppressionRecord
    from pkcheck.texts import Lang

FORMAT = Format("sarif", words.FORMAT_SARIF)
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_NOTE_LEVELS = {"problem": "error", "remark": "note"}
# How code hosts rank rules: what a person must weigh is less sure.
_PRECISION = {"definite": "very-high", "judgement": "medium"}
_ROOT = "%SRCROOT%"
_QUOTE = 1000
_Json = dict[str, Any]


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:
    """The log, with one run."""
    yield json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(recorded, style)]}, indent=2)


def _run(recorded: "Recorded", style: Style) -> _Json:
    outcome, lang = recorded.outcome, recorded.lang
    codes = sorted({*recorded.rules, *outcome.codes})
    at = {code: number for number, code in enumerate(codes)}
    results = [_result(each, at, recorded) for each in outcome.findings]
    if style.suppressed:
        # Either every result says whether it is suppressed, or none does.
        results = [{**each, "suppressions": []} for each in results]
        results += [
            {**_result(silenced, at, recorded), "suppressions": [_suppression(silenced.suppression)]}
            for silenced in outcome.suppressed or ()
        ]
    return {
        "tool": {
            "driver": {
                "name": outcome.tool,
                "version": outcome.version,
                "semanticVersion": outcome.version,
                "language": lang,
                "rules": [_rule(code, recorded) for code in codes],
            }
        },
        "language": lang,
        "originalUriBaseIds": {_ROOT: {"description": {"text": words.SOURCE_ROOT.say(lang)}}},
        "artifacts": [_artifact(each) for each in outcome.inputs],
        "invocations": [_invocation(recorded, at)],
        "results": results,
        "properties": {"coverage": [_coverage(each) for each in outcome.coverage]},
    }


def _rule(code: str, recorded: "Recorded") -> _Json:
    if code in recorded.rules:
        return _described(recorded.rules[code], recorded.lang)
    name = recorded.titles.get(code)
    return {"id": code, **({"name": name} if name else {})}


def _described(loaded: "LoadedRule", lang: "Lang") -> _Json:
    from pkcheck.explanation import explanation_of
    from pkcheck.tell import family_of

    told, rule = explanation_of(loaded, lang), loaded.rule
    family = family_of(rule.code)
    basis = [{"id": each.id, "cited": each.cited, "url": each.url or None} for each in told.basis]
    more = words.EXPLAIN.say(lang, code=rule.code)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": told.title},
        "fullDescription": {"text": told.why},
        "help": {
            "text": "\n\n".join([told.why, told.advice, *(each.cited for each in told.basis), more]),
            "markdown": "\n".join(_help(loaded, lang)),
        },
        "defaultConfiguration": {"enabled": rule.enabled, "level": _LEVELS[rule.severity]},
        "properties": {
            "certainty": rule.certainty,
            "family": family,
            "basis": basis,
            "precision": _PRECISION[rule.certainty],
            "tags": [family, rule.certainty],
        },
    }


def _help(loaded: "LoadedRule", lang: "Lang") -> Iterator[str]:
    from pkcheck.explanation import explanation_of
    from pkcheck.markdown import code, escaped

    told = explanation_of(loaded, lang)
    for title, text in ((report_texts.WHY, told.why), (report_texts.WHAT_TO_DO, told.advice)):
        yield from (f"**{title.say(lang)}**", "", escaped(text), "")
    yield from (f"**{report_texts.LEGAL_BASIS.say(lang)}**", "")
    if not told.basis:
        yield escaped(report_texts.NO_BASIS.say(lang))
    for each in told.basis:
        yield f"- {escaped(each.cited)}" + (f" <{each.url}>" if each.url else "")
    yield ""
    yield words.EXPLAIN.say(lang, code=code(loaded.rule.code))


def _artifact(read: "InputRecord") -> _Json:
    return {
        "location": _artifact_location(read.file),
        "roles": ["analysisTarget"],
        "properties": {"status": read.status, "format": read.format, "agreements": read.agreements},
    }


def _artifact_location(file: str) -> _Json:
    from pkcheck.filenames import uri

    address, relative = uri(file)
    return {"uri": address, **({"uriBaseId": _ROOT} if relative else {})}


def _result(finding: "FindingRecord", at: Mapping[str, int], recorded: "Recorded") -> _Json:
    from pkcheck.briefs import first_place

    first, lang = first_place(finding, recorded), recorded.lang
    logical = [{"fullyQualifiedName": finding.subject.id, "kind": finding.subject.kind}]
    place = _location(first, lang) if first else {}
    further = [{"id": number, **_quoting(each, lang)} for number, each in enumerate(finding.evidence[1:], 1)]
    return {
        "ruleId": finding.code,
        "ruleIndex": at[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": _unlinked(finding.message)},
        "locations": [{**place, "logicalLocations": logical}],
        **({"relatedLocations": further} if further else {}),
        "partialFingerprints": {"pkcheck/v1": finding.fingerprint},
        "properties": {
            "certainty": finding.certainty,
            "agreement": finding.agreement,
            "unit": finding.unit,
            "amount": finding.amount,
            "criterion": finding.criterion,
            "effect": finding.effect,
            "recommendation": finding.recommendation,
            "basis": [each.model_dump(mode="json") for each in finding.basis],
        },
    }


def _quoting(evidence: "EvidenceRecord", lang: "Lang") -> _Json:
    """A place with its quote as message, without which viewers do not show it."""
    from pkcheck.briefs import evidence_place

    quote = clipped(evidence.quote, _QUOTE) or report_texts.EMPTY.say(lang)
    return {**_location(evidence, lang), "message": {"text": _unlinked(f"{evidence_place(evidence, lang)}: {quote}")}}


def _location(evidence: "EvidenceRecord", lang: "Lang") -> _Json:
    """A place; pages and cells, which SARIF has no region for, are named in the message and in the properties."""
    from pkcheck.briefs import evidence_spot, line_of

    line = line_of(evidence)
    physical: _Json = {"artifactLocation": _artifact_location(evidence.file)}
    if line is not None:
        physical["region"] = {"startLine": line, "endLine": max(line, evidence.end_line or line)}
        if evidence.quote:
            physical["region"]["snippet"] = {"text": evidence.quote}
        return {"physicalLocation": physical}
    spot = evidence_spot(evidence, lang)
    physical["properties"] = {"page": evidence.page, "line": evidence.line, "cell": evidence.cell}
    said = ": ".join(part for part in (spot, clipped(evidence.quote, _QUOTE)) if part)
    return {"physicalLocation": physical, **({"message": {"text": _unlinked(said)}} if said else {})}


def _suppression(by: "SuppressionRecord") -> _Json:
    return {
        "kind": "inSource" if by.code else "external",
        "status": "accepted",
        "justification": by.reason or "",
        "location": {
            "physicalLocation": {
                "artifactLocation": _artifact_location(by.file),
                **({"region": {"startLine": by.line}} if by.line is not None else {}),
            }
        },
        "properties": {"by": by.by, "until": by.until.isoformat() if by.until else None},
    }


def _coverage(account: "CoverageRecord") -> _Json:
    return {
        **account.model_dump(mode="json", exclude={"not_checked"}),
        "not_checked": [each.model_dump(mode="json") for each in account.not_checked],
    }


def _invocation(recorded: "Recorded", at: Mapping[str, int]) -> _Json:
    outcome = recorded.outcome
    broken = [each for each in outcome.coverage if each.status == "broken"]
    skipped = [each for each in outcome.coverage if each.status == "skipped"]
    notes = [_notification(note, each.file) for each in outcome.inputs for note in each.notes]
    return {
        "executionSuccessful": outcome.complete,
        "toolExecutionNotifications": [*notes, *(_of_rule(each.code, each.reason, "error", at) for each in broken)],
        "toolConfigurationNotifications": [_of_rule(each.code, each.reason, "note", at) for each in skipped],
    }


def _notification(note: "NoteRecord", file: str) -> _Json:
    physical: _Json = {"artifactLocation": _artifact_location(file)}
    if note.line is not None and note.page is None:
        physical["region"] = {
            "startLine": note.line,
            **({"snippet": {"text": note.quote}} if note.quote else {}),
        }
    return {
        "level": _NOTE_LEVELS[note.level],
        "message": {"text": _unlinked(note.message)},
        "locations": [{"physicalLocation": physical}],
        **({"properties": {"page": note.page}} if note.page is not None else {}),
    }


def _of_rule(code: str, reason: str | None, level: str, at: Mapping[str, int]) -> _Json:
    return {
        "level": level,
        "message": {"text": _unlinked(reason or code)},
        "associatedRule": {"id": code, "index": at[code]},
    }


def _unlinked(text: str) -> str:
    """A message in which no `[text](address)` of a document becomes a link (SARIF 2.1.0, 3.11.6)."""
    return text.replace("](", "] (")
