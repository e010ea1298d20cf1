"""What a reader learns on the first pages: how many findings, where, which come first, and what was not checked."""

from collections import Counter
from collections.abc import Iterator

from pkcheck import page_texts
from pkcheck import review_texts as words
from pkcheck.findings import Certainty, FindingRecord, Severity
from pkcheck.quantities.money import format_rupiah
from pkcheck.record import OutcomeRecord, Recorded
from pkcheck.review.blocks import Bar, Block, Chart, Heading, Paragraph, Table
from pkcheck.review.grouping import Group
from pkcheck.review.wording import name, prose
from pkcheck.texts import Lang, Text

_BARS, _FIRST, _REASONS, _REASON = 14, 12, 3, 160


def summary_section(recorded: Recorded, groups: tuple[Group, ...]) -> Iterator[Block]:
    """Counts, a chart, the findings to look at first, and the limits."""
    outcome, lang = recorded.outcome, recorded.lang
    yield Heading(1, f"1. {words.SUMMARY.say(lang)}", fresh=True)
    gaps = tuple(_incomplete(outcome))
    if gaps:
        yield Paragraph(words.INCOMPLETE.say(lang, why=gaps), warning=True)
    yield Paragraph(_lead(outcome))
    if outcome.findings:
        yield _counts(outcome)
        yield _chart(groups, lang)
        yield from _first(recorded, groups)
    yield Heading(2, words.LIMITS.say(lang))
    yield Paragraph(_limits(outcome))
    yield Paragraph(words.LIMITS_SEE.say(lang))


def _incomplete(outcome: OutcomeRecord) -> Iterator[Text]:
    """Why silence about something may mean no more than that it was not looked at."""
    unusable = sum(not each.usable for each in outcome.inputs)
    broken = sum(each.status == "broken" for each in outcome.coverage)
    if not outcome.agreements:
        yield words.WHY_NOTHING
    for text, count in ((words.WHY_FILES, unusable), (words.WHY_RULES, broken)):
        if count:
            yield Text(id=text.say("id", count=count), en=text.say("en", count=count))


def _lead(outcome: OutcomeRecord) -> str:
    certainty = outcome.summary.by_certainty
    text, lang = words.LEAD if outcome.findings else words.NO_FINDINGS, outcome.run.lang
    return text.say(
        lang,
        agreements=_counted(words.COUNTED_AGREEMENTS, len(outcome.agreements), lang),
        files=_counted(words.COUNTED_FILES, len(outcome.inputs), lang),
        findings=_counted(words.COUNTED_FINDINGS, len(outcome.findings), lang),
        definite=certainty.get(Certainty.DEFINITE, 0),
        judgement=certainty.get(Certainty.JUDGEMENT, 0),
    )


def _counted(forms: tuple[Text, Text], count: int, lang: Lang) -> str:
    return forms[count != 1].say(lang, count=count)


def _counts(outcome: OutcomeRecord) -> Table:
    lang = outcome.run.lang
    counts = Counter((each.severity, each.certainty) for each in outcome.findings)
    rows = [
        (page_texts.SEVERITIES[severity].say(lang), *_with_sum([counts[severity, each] for each in Certainty]))
        for severity in Severity
    ]
    sums = [sum(counts[severity, each] for severity in Severity) for each in Certainty]
    columns = (words.SEVERITY, words.DEFINITE, words.JUDGEMENT, words.TOTAL)
    return Table(
        caption=words.BY_SEVERITY.say(lang),
        columns=tuple(each.say(lang) for each in columns),
        rows=(*rows, (words.TOTAL.say(lang), *_with_sum(sums))),
        widths=(4, 2, 3, 2),
        numbers=(1, 2, 3),
    )


def _with_sum(counts: list[int]) -> tuple[str, ...]:
    return (*map(str, counts), str(sum(counts)))


def _chart(groups: tuple[Group, ...], lang: Lang) -> Chart:
    """A bar for each unit; of many units those with the most findings, and the others as one."""
    told = [(group.unit, Counter(each.severity for each in group.findings.values())) for group in groups]
    if len(told) > _BARS:
        ordered = sorted(told, key=lambda each: (-each[1][Severity.ERROR], -each[1].total()))
        rest = ordered[_BARS - 1 :]
        others = sum((counts for _, counts in rest), Counter[Severity]())
        told = [*ordered[: _BARS - 1], (words.OTHER_UNITS.say(lang, count=len(rest)), others)]
    bars = tuple(Bar(unit, tuple(counts[each] for each in Severity)) for unit, counts in told)
    series = tuple(page_texts.SEVERITIES[each].say(lang) for each in Severity)
    spoken = " ".join(_spoken(bar, series, lang) for bar in bars)
    return Chart(words.CHART.say(lang), series, bars, words.CHART_ALT.say(lang, bars=spoken))


def _spoken(bar: Bar, series: tuple[str, ...], lang: Lang) -> str:
    counts = [f"{count} {label}" for label, count in zip(series, bar.counts, strict=True) if count]
    return words.CHART_BAR.say(lang, unit=bar.label, counts=counts)


def _first(recorded: Recorded, groups: tuple[Group, ...]) -> Iterator[Block]:
    """The findings that are errors, the definite ones first."""
    lang = recorded.lang
    errors = [
        (number, group.unit, each)
        for group in groups
        for number, each in group.findings.items()
        if each.severity == Severity.ERROR
    ]
    if not errors:
        return
    errors.sort(key=lambda each: (each[2].certainty != Certainty.DEFINITE, each[0]))
    yield Heading(2, words.FIRST.say(lang))
    rows = tuple(_first_row(number, unit, each, recorded) for number, unit, each in errors[:_FIRST])
    columns = (words.FINDING_NO, words.MATTER, words.UNIT, words.CERTAINTY, words.AMOUNT)
    # Most findings have no amount; a column of dashes tells nobody anything.
    used = 5 if any(each.amount is not None for _, _, each in errors[:_FIRST]) else 4
    yield Table(
        caption=words.FIRST_INTRO.say(lang),
        columns=tuple(each.say(lang) for each in columns[:used]),
        rows=tuple(row[:used] for row in rows),
        widths=(2, 10, 11, 5, 6)[:used],
        numbers=(0, 4)[: used - 3],
    )
    if len(errors) > _FIRST:
        yield Paragraph(words.MORE.say(lang, count=len(errors) - _FIRST))


def _first_row(number: int, unit: str, finding: FindingRecord, recorded: Recorded) -> tuple[str, ...]:
    lang = recorded.lang
    title = name(recorded.titles.get(finding.code, finding.name), lang)
    amount = "–" if finding.amount is None else format_rupiah(finding.amount, lang)
    return (str(number), title, unit, page_texts.CERTAINTIES[finding.certainty].say(lang), amount)


def _limits(outcome: OutcomeRecord) -> str:
    lang = outcome.run.lang
    reasons = Counter(miss.reason for each in outcome.coverage for miss in each.not_checked)
    if not reasons:
        return words.LIMITS_NONE.say(lang)
    told = [
        words.REASON_COUNT.say(lang, reason=prose(reason, lang, _REASON), count=count)
        for reason, count in reasons.most_common(_REASONS)
    ]
    return words.LIMITS_COUNT.say(lang, count=reasons.total(), reasons=f"{'; '.join(told)}.")
