"""What every report counts: files, agreements, findings, and what each family of rules could and could not check."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Literal

from pkcheck import report_texts as words
from pkcheck.api import Outcome
from pkcheck.findings import Certainty, Coverage, Severity, SubjectKind
from pkcheck.record import CoverageRecord, OutcomeRecord
from pkcheck.tell import coverage_record, family_of
from pkcheck.texts import Lang, Text


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

    @classmethod
    def nothing(cls) -> "Summary":
        """The totals of a run in which nothing was read."""
        return cls(0, 0, 0, 0, 0, 0, 0, dict.fromkeys(Severity, 0), dict.fromkeys(Certainty, 0), 0)


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


@dataclass(frozen=True)
class RuleState:
    """A rule that broke or was skipped, and the reason in words."""

    code: str
    status: Literal["broken", "skipped"]
    reason: str


@dataclass(frozen=True)
class Account:
    """What is said under the findings: the totals, what each family could and could not check, and what did not run."""

    totals: Summary
    families: tuple[FamilyAccount, ...] = ()
    not_run: tuple[RuleState, ...] = ()


def account_of(outcome: Outcome, lang: Lang) -> Account:
    """The account of `outcome`."""
    coverage = outcome.judgement.coverage
    not_run = tuple(
        RuleState(each.code, each.status, each.reason.say(lang, **each.facts) if each.reason else "")
        for each in coverage
        if each.status != "ran"
    )
    return Account(summary_of(outcome), family_accounts(coverage, lang), not_run)


def added(accounts: Sequence[Account]) -> Account:
    """The account of several sets that have no agreement in common."""
    if len(accounts) == 1:
        return accounts[0]
    states = {state.code: state for account in accounts for state in account.not_run}
    families: dict[str, list[FamilyAccount]] = {}
    for account in accounts:
        for family in account.families:
            families.setdefault(family.prefix, []).append(family)
    return Account(
        _all_totals([account.totals for account in accounts]),
        tuple(_whole_family(own) for own in families.values()),
        tuple(states[code] for code in sorted(states)),
    )


def _all_totals(totals: Sequence[Summary]) -> Summary:
    def total(name: str) -> int:
        return sum(getattr(each, name) for each in totals)

    return Summary(
        **{each.name: total(each.name) for each in fields(Summary) if not each.name.startswith("by_")},
        by_severity={each: sum(one.by_severity.get(each, 0) for one in totals) for each in Severity},
        by_certainty={each: sum(one.by_certainty.get(each, 0) for one in totals) for each in Certainty},
    )


def _whole_family(own: Sequence[FamilyAccount]) -> FamilyAccount:
    checked: dict[SubjectKind, int] = {}
    reasons: Counter[str] = Counter()
    for family in own:
        for kind, count in family.checked.items():
            checked[kind] = checked.get(kind, 0) + count
        reasons.update(dict(family.reasons))
    return FamilyAccount(
        prefix=own[0].prefix,
        rules=max(each.rules for each in own),
        ran=max(each.ran for each in own),
        broken=max(each.broken for each in own),
        checked=checked,
        not_checked=sum(each.not_checked for each in own),
        reasons=_by_frequency(reasons),
    )


def _by_frequency(reasons: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(reasons.items(), key=lambda each: (-each[1], each[0])))


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


def total_lines(totals: Summary, lang: Lang, severities: Mapping[str, Text] | None = None) -> tuple[str, ...]:
    """The totals, a sentence for files, findings and those that are not shown; `severities` are what the reader calls them."""
    files = words.FILES.say(
        lang, files=totals.files, unusable=totals.unusable, agreements=totals.agreements, notes=totals.notes
    )
    findings = words.FINDINGS.say(
        lang,
        findings=totals.findings,
        severities=", ".join(
            f"{count} {_said(severity, severities, lang)}" for severity, count in totals.by_severity.items()
        ),
        judgement=totals.by_certainty.get(Certainty.JUDGEMENT, 0),
    )
    silenced = words.SILENCED.say(lang, silenced=totals.silenced)
    hidden = [words.HIDDEN.say(lang, hidden=totals.hidden)] if totals.hidden else []
    return (files, findings, silenced, *hidden)


def _said(severity: Severity, severities: Mapping[str, Text] | None, lang: Lang) -> str:
    return severities[severity].say(lang) if severities else str(severity)


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
        reasons=_by_frequency(reasons),
    )


def _checked(ran: Sequence[CoverageRecord], not_checked: Mapping[SubjectKind, int]) -> dict[SubjectKind, int]:
    totals: dict[SubjectKind, int] = {}
    for each in ran:
        totals[each.kind] = max(totals.get(each.kind, 0), each.checked + len(each.not_checked))
    return {kind: max(0, total - not_checked.get(kind, 0)) for kind, total in totals.items()}
