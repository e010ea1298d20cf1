"""From an outcome to its record: every fact becomes words in one language."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pkcheck import __version__
from pkcheck.contents import agreement_records, missing_unit_records, rollup_records
from pkcheck.findings import FindingRecord
from pkcheck.record import (
    BaselineRecord,
    CoverageRecord,
    InputRecord,
    NoteRecord,
    OutcomeRecord,
    Recorded,
    RunRecord,
    SilencedRecord,
    SummaryRecord,
)
from pkcheck.summary import Summary, summary_of
from pkcheck.tell import coverage_record, record_of, suppressed_record
from pkcheck.texts import Lang

if TYPE_CHECKING:
    from pkcheck.api import Outcome
    from pkcheck.baseline import Compared
    from pkcheck.inputs import InputReport


def recorded(outcome: "Outcome", lang: Lang) -> Recorded:
    """`outcome` in words, with its rules."""
    rules = {each.rule.code: each for each in outcome.rules}
    record = OutcomeRecord(
        tool="pkcheck",
        version=__version__,
        run=RunRecord(lang=lang),
        inputs=tuple(input_record(each, lang) for each in outcome.inputs),
        agreements=agreement_records(outcome.whole, lang),
        missing_units=missing_unit_records(outcome.whole),
        rollups=rollup_records(outcome.whole, lang),
        findings=tuple(finding_records(outcome, lang)),
        suppressed=tuple(silenced_records(outcome, lang)),
        baseline=_baseline(outcome.known) if outcome.known else None,
        coverage=tuple(
            CoverageRecord.model_validate(coverage_record(each, lang)) for each in outcome.judgement.coverage
        ),
        summary=summary_record(summary_of(outcome)),
    )
    return Recorded(record, rules)


def finding_records(outcome: "Outcome", lang: Lang) -> Iterator[FindingRecord]:
    """The findings that are shown, in words."""
    rules = {each.rule.code: each.rule for each in outcome.rules}
    return (record_of(each, rules[each.code], lang) for each in outcome.findings)


def silenced_records(outcome: "Outcome", lang: Lang) -> Iterator[SilencedRecord]:
    """The findings that are not shown for a reason that somebody gave, in words."""
    rules = {each.rule.code: each.rule for each in outcome.rules}
    for each in outcome.judgement.silenced:
        yield SilencedRecord.model_validate(suppressed_record(each, rules[each.finding.code], lang))


def input_record(report: "InputReport", lang: Lang) -> InputRecord:
    """What became of a file, in words."""
    notes = [
        NoteRecord(
            level=note.level,
            message=note.text.say(lang, **note.facts),
            page=note.source.page,
            line=note.source.line,
            quote=note.quote,
        )
        for note in report.notes
    ]
    return InputRecord(
        file=report.file, status=report.status, format=report.kind, agreements=report.agreements, notes=tuple(notes)
    )


def _baseline(known: "Compared") -> BaselineRecord:
    return BaselineRecord(
        by=known.baseline.by,
        date=known.baseline.date,
        hidden=len(known.hidden),
        gone=known.gone,
        not_checked=known.open,
    )


def summary_record(totals: Summary) -> SummaryRecord:
    """The totals for the JSON."""
    return SummaryRecord(
        files=totals.files,
        agreements=totals.agreements,
        findings=totals.findings,
        suppressed=totals.silenced,
        baseline=totals.known,
        by_severity=dict(totals.by_severity),
        by_certainty=dict(totals.by_certainty),
        notes=totals.notes,
    )
