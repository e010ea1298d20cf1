"""From a comparison to words: what every report of it shows, agreement by agreement."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pkcheck import diff_texts as words
from pkcheck.api import Difference, Outcome
from pkcheck.findings import Evidence, Finding, Severity
from pkcheck.model import Agreement, Number
from pkcheck.quantities.money import format_rupiah
from pkcheck.quantities.numbers import format_number
from pkcheck.quoting import title_of
from pkcheck.revisions.changes import AgreementChange, Change, Gone, Revision, Side
from pkcheck.texts import Lang


@dataclass(frozen=True, slots=True)
class ToldSide:
    """One version in words, and where it stands."""

    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change in words. `about` is the objective, indicator or budget line that it belongs to, `note` by how much."""

    change: Change
    title: str
    about: str | None
    before: ToldSide | None
    after: ToldSide | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """What happened to one agreement; None as `change` for findings that belong to none of them."""

    change: AgreementChange | None
    told: tuple[ToldChange, ...]
    new: tuple[Finding, ...]
    gone: tuple[Gone, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """The totals of a comparison; `fields` counts the changes, the most frequent first."""

    agreements: Mapping[str, int]
    fields: Mapping[str, int]
    new: Mapping[Severity, int]
    gone: Mapping[str, int]
    kept: int
    unchecked: tuple[int, int]


def stories(difference: Difference, lang: Lang) -> tuple[Story, ...]:
    """Every agreement to which something happened, in the order of the new version."""
    findings = difference.revision.findings
    told = [_story(each, difference.revision, lang) for each in difference.revision.agreements]
    known = {id(each) for story in told for each in (*story.new, *story.gone)}
    others = Story(
        None,
        (),
        tuple(each for each in findings.new if id(each) not in known),
        tuple(each for each in findings.gone if id(each) not in known),
    )
    return tuple(each for each in (*told, others) if _happened(each))


def counts(difference: Difference) -> Counts:
    """The totals."""
    revision = difference.revision
    states = Counter(each.status for each in revision.agreements)
    severities = Counter(each.severity for each in revision.findings.new)
    return Counts(
        agreements={each: states[each] for each in ("changed", "added", "dropped", "same")},
        fields=dict(Counter(each.field for each in revision.changes).most_common()),
        new={each: severities[each] for each in Severity},
        gone=dict(Counter(each.why for each in revision.findings.gone)),
        kept=len(revision.findings.kept),
        unchecked=(_unchecked(difference.old), _unchecked(difference.new)),
    )


def count_lines(difference: Difference, lang: Lang) -> Iterator[str]:
    """The totals in sentences."""
    found = counts(difference)
    total = sum(found.fields.values())
    fields = ", ".join(f"{count} {words.FIELDS[name].say(lang)}" for name, count in found.fields.items())
    yield words.COUNT_AGREEMENTS.say(lang, **found.agreements)
    yield words.COUNT_CHANGES.say(lang, count=total, fields=fields) if total else words.COUNT_NO_CHANGES.say(lang)
    yield words.COUNT_FINDINGS.say(
        lang,
        new=sum(found.new.values()),
        severities=", ".join(f"{count} {severity}" for severity, count in found.new.items()),
        gone=sum(found.gone.values()),
        kept=found.kept,
    )
    yield words.COUNT_UNCHECKED.say(lang, old=found.unchecked[0], new=found.unchecked[1])
    if not difference.complete:
        yield words.INCOMPLETE.say(lang)


def nothing_changed(difference: Difference, lang: Lang) -> str:
    """The sentence for two versions that are the same."""
    revision = difference.revision
    return words.NOTHING_CHANGED.say(lang, agreements=len(revision.agreements), findings=len(revision.findings.kept))


def state_words(change: AgreementChange, lang: Lang) -> str | None:
    """For an agreement that came or went that it did, and what it holds; for others how they are paired, if not by id."""
    if change.old is not None and change.new is not None:
        if change.old.id == change.new.id:
            return None
        text = words.BY_REVISION if change.paired_by == "revision" else words.FORMERLY
        return text.say(lang, agreement=f"{title_of(change.old)} ({change.old.id})")
    state = words.AGREEMENT_ADDED if change.old is None else words.AGREEMENT_DROPPED
    agreement = change.agreement
    return words.AGREEMENT_COUNTS.say(
        lang,
        state=state.say(lang),
        objectives=len(agreement.objectives),
        indicators=sum(1 for _ in agreement.indicators()),
        lines=len(agreement.budget),
    )


def why_gone(gone: Gone, lang: Lang) -> str:
    """Why a finding is not in the new version."""
    why = words.GONE_WHY[gone.why].say(lang)
    return words.BECAUSE.say(lang, why=why, reason=gone.reason.say(lang)) if gone.reason else why


def file_of(agreement: Agreement | None) -> str | None:
    """Where an agreement was read."""
    return agreement.source.file if agreement and agreement.source else None


def tell(change: Change, lang: Lang) -> ToldChange:
    """One change in words."""
    what = words.FIELDS[change.field].say(lang)
    whose = change.subject.id.rpartition(":")[2]
    if change.subject.kind == "party" and whose in words.WHOSE:
        what = words.WHOSE[whose].say(lang, what=what)
    title = words.KINDS[change.kind].say(lang, what=what)
    return ToldChange(
        change, title[:1].upper() + title[1:], change.of, _side(change.before), _side(change.after), _note(change, lang)
    )


def _story(change: AgreementChange, revision: Revision, lang: Lang) -> Story:
    new, old = change.new.id if change.new else None, change.old.id if change.old else None
    findings = revision.findings
    return Story(
        change,
        tuple(_told(change.changes, lang)),
        tuple(each for each in findings.new if each.subject.agreement == new),
        tuple(each for each in findings.gone if each.finding.subject.agreement == old),
    )


def _happened(story: Story) -> bool:
    came_or_went = story.change is not None and story.change.status in ("added", "dropped")
    return came_or_went or bool(story.told or story.new or story.gone)


def _told(changes: Sequence[Change], lang: Lang) -> Iterator[ToldChange]:
    """The changes in words; objectives that only got another number are told together, in place of the first."""
    renumbered = [each for each in changes if each.kind == "renumbered"]
    for each in changes:
        if each.kind != "renumbered" or len(renumbered) == 1:
            yield tell(each, lang)
        elif each is renumbered[0]:
            first = tell(each, lang)
            before, after = ([change.before for change in renumbered], [change.after for change in renumbered])
            yield ToldChange(each, first.title, None, _together(before), _together(after), None)


def _together(sides: Sequence[Side | None]) -> ToldSide:
    """All numbers, and where the first of them stands."""
    known = [each for each in sides if each is not None]
    return ToldSide(_in_ranges([each.text or "-" for each in known]), known[0].evidence)


def _in_ranges(numbers: Sequence[str]) -> str:
    """`3, 5-9`: numbers that follow each other are named by the first and the last."""
    ranges: list[list[str]] = []
    for each in numbers:
        if ranges and each.isdigit() and ranges[-1][-1].isdigit() and int(each) == int(ranges[-1][-1]) + 1:
            ranges[-1] = [ranges[-1][0], each]
        else:
            ranges.append([each])
    return ", ".join("-".join(each) for each in ranges)


def _side(side: Side | None) -> ToldSide | None:
    return None if side is None else ToldSide(side.text, side.evidence)


def _note(change: Change, lang: Lang) -> str | None:
    """By how much, or by which words."""
    if change.words is not None and change.kind == "reworded":
        return _changed_words(change.words, lang)
    if change.difference is None:
        return None
    signed = _signed(change.difference, lang)
    if change.unit == "rupiah":
        sign = "+" if change.difference > 0 else "-"
        signed = f"{sign}{format_rupiah(abs(int(change.difference)), lang)}"
    elif change.unit == "days":
        signed = words.DAYS.say(lang, difference=signed)
    elif change.unit == "persen":
        signed = words.POINTS.say(lang, difference=signed)
    elif change.unit:
        signed = f"{signed} {change.unit}"
    return f"{signed}; {_signed(change.percent, lang)}%" if change.percent else signed


def _signed(value: Number, lang: Lang) -> str:
    return f"{'+' if value > 0 else '-'}{format_number(abs(value), lang)}"


def _changed_words(changed: tuple[tuple[str, ...], tuple[str, ...]], lang: Lang) -> str:
    before, after = (" ".join(each) for each in changed)
    text = words.WORDS_FOR if before and after else words.WORDS_GONE if before else words.WORDS_COME
    return text.say(lang, before=before, after=after)


def _unchecked(outcome: Outcome) -> int:
    missed = {(account.kind, each.subject.id) for account in outcome.judgement.coverage for each in account.not_checked}
    return len(missed)
