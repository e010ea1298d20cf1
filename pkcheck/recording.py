"""From an outcome to its record: every fact becomes words in one language."""

from typing import TYPE_CHECKING

from pkcheck import __version__
from pkcheck.contents import agreement_records, missing_unit_records, rollup_records
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
from pkcheck.summary import summary_of
from pkcheck.tell import coverage_record, record_of, suppressed_record
from pkcheck.texts import Lang

if TYPE_CHECKING:
    from pkcheck.api import Outcome
    from pkcheck.baseline import Compared
    from pkcheck.inputs import InputReport


def recorded(outcome: "Outcome", lang: Lang) -> Recorded:
    """`outcome` in words, with its rules."""
    rules = {each.rule.code: each for each in outcome.rules}
    silenced = outcome.judgement.silenced
    record = OutcomeRecord(
        tool="pkcheck",
        version=__version__,
        run=RunRecord(lang=lang),
        inputs=tuple(_input(each, lang) for each in outcome.inputs),
        agreements=agreement_records(outcome.whole, lang),
        missing_units=missing_unit_records(outcome.whole),
        rollups=rollup_records(outcome.whole, lang),
        findings=tuple(record_of(each, rules[each.code].rule, lang) for each in outcome.findings),
        suppressed=tuple(
            SilencedRecord.model_validate(suppressed_record(each, rules[each.finding.code].rule, lang))
            for each in silenced
        ),
        baseline=_baseline(outcome.known) if outcome.known else None,
        coverage=tuple(
            CoverageRecord.model_validate(coverage_record(each, lang)) for each in outcome.judgement.coverage
        ),
        summary=_summary(outcome),
    )
    return Recorded(record, rules)


def _input(report: "InputReport", lang: Lang) -> InputRecord:
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


def _summary(outcome: "Outcome") -> SummaryRecord:
    totals = summary_of(outcome)
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
