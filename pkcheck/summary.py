"""What every report counts: files, agreements, findings, and what each family of rules could and could not check."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pkcheck import report_texts as words
from pkcheck.api import Outcome
from pkcheck.findings import Certainty, Coverage, Severity, SubjectKind
from pkcheck.record import CoverageRecord, OutcomeRecord
from pkcheck.tell import coverage_record, family_of
from pkcheck.texts import Lang


@dataclass(frozen=True)
class Summary:
    """The totals of one run.

    What was found and is not shown: `silenced` with a reason, `known` from a baseline, `hidden` by the reader's wish.
    """

    files: int
    unusable: int
    agreements: int
    findings: int
    silenced: int
    known: int
    hidden: int
    by_severity: Mapping[Severity, int]
    by_certainty: Mapping[Certainty, int]
    notes: int


@dataclass(frozen=True)
class FamilyAccount:
    """What the rules of one family did.

    `checked` counts the subjects of each kind that every rule of the family could judge, `not_checked` those that at
    least one could not; `reasons` tells why, the most frequent first.
    """

    prefix: str
    rules: int
    ran: int
    broken: int
    checked: Mapping[SubjectKind, int]
    not_checked: int
    reasons: tuple[tuple[str, int], ...]


def summary_of(outcome: Outcome) -> Summary:
    """The totals of `outcome`."""
    severities = Counter(each.severity for each in outcome.findings)
    certainties = Counter(each.certainty for each in outcome.findings)
    silenced, known = len(outcome.judgement.silenced), len(outcome.known.hidden) if outcome.known else 0
    made = sum(each.found for each in outcome.judgement.coverage)
    return Summary(
        files=len(outcome.inputs),
        unusable=sum(not each.usable for each in outcome.inputs),
        agreements=len(outcome.whole.given),
        findings=len(outcome.findings),
        silenced=silenced,
        known=known,
        hidden=max(0, made - len(outcome.findings) - silenced - known),
        by_severity={each: severities[each] for each in Severity},
        by_certainty={each: certainties[each] for each in Certainty},
        notes=sum(len(each.notes) for each in outcome.inputs),
    )


def summary_of_record(record: OutcomeRecord) -> Summary:
    """The same totals, of an outcome in words."""
    told = record.summary
    made = sum(each.found for each in record.coverage)
    return Summary(
        files=told.files,
        unusable=sum(not each.usable for each in record.inputs),
        agreements=told.agreements,
        findings=told.findings,
        silenced=told.suppressed,
        known=told.baseline,
        hidden=max(0, made - told.findings - told.suppressed - told.baseline),
        by_severity=told.by_severity,
        by_certainty=told.by_certainty,
        notes=told.notes,
    )


def total_lines(totals: Summary, lang: Lang) -> tuple[str, ...]:
    """The totals, a sentence for files, findings and those that are not shown."""
    files = words.FILES.say(
        lang, files=totals.files, unusable=totals.unusable, agreements=totals.agreements, notes=totals.notes
    )
    findings = words.FINDINGS.say(
        lang,
        findings=totals.findings,
        severities=", ".join(f"{count} {severity}" for severity, count in totals.by_severity.items()),
        judgement=totals.by_certainty.get(Certainty.JUDGEMENT, 0),
    )
    silenced = words.SILENCED.say(lang, silenced=totals.silenced)
    hidden = [words.HIDDEN.say(lang, hidden=totals.hidden)] if totals.hidden else []
    return (files, findings, silenced, *hidden)


def family_accounts(coverage: Sequence[Coverage], lang: Lang) -> tuple[FamilyAccount, ...]:
    """One account for each family of codes, in the order of the codes."""
    return recorded_accounts([CoverageRecord.model_validate(coverage_record(each, lang)) for each in coverage])


def recorded_accounts(coverage: Sequence[CoverageRecord]) -> tuple[FamilyAccount, ...]:
    """The same, of coverage in words."""
    families: dict[str, list[CoverageRecord]] = {}
    for each in coverage:
        families.setdefault(family_of(each.code), []).append(each)
    return tuple(_account(prefix, accounts) for prefix, accounts in families.items())


def counted(kind: SubjectKind, count: int, lang: Lang) -> str:
    """`3 indikator`."""
    kinds = words.KINDS_ONE if count == 1 else words.KINDS_MANY
    return f"{count} {kinds[kind].say(lang)}"


def _account(prefix: str, accounts: Sequence[CoverageRecord]) -> FamilyAccount:
    ran = [each for each in accounts if each.status == "ran"]
    open_subjects = {(each.kind, miss.subject) for each in ran for miss in each.not_checked}
    why = {(miss.subject, miss.reason) for each in ran for miss in each.not_checked}
    reasons = Counter(reason for _, reason in why)
    return FamilyAccount(
        prefix=prefix,
        rules=len(accounts),
        ran=len(ran),
        broken=sum(each.status == "broken" for each in accounts),
        checked=_checked(ran, Counter(kind for kind, _ in open_subjects)),
        not_checked=len(open_subjects),
        reasons=tuple(sorted(reasons.items(), key=lambda each: (-each[1], each[0]))),
    )


def _checked(ran: Sequence[CoverageRecord], not_checked: Mapping[SubjectKind, int]) -> dict[SubjectKind, int]:
    totals: dict[SubjectKind, int] = {}
    for each in ran:
        totals[each.kind] = max(totals.get(each.kind, 0), each.checked + len(each.not_checked))
    return {kind: max(0, total - not_checked.get(kind, 0)) for kind, total in totals.items()}
