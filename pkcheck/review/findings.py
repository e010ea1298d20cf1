"""The findings, each in the five parts that an auditor writes, and the places that prove it."""

from collections.abc import Iterator

from pkcheck import page_texts
from pkcheck import review_texts as words
from pkcheck.findings import Certainty, FindingRecord
from pkcheck.record import Recorded
from pkcheck.review.blocks import Block, Card, Heading, Paragraph, Part, Place
from pkcheck.review.grouping import Group
from pkcheck.review.wording import evidence_words, file_names, name, prose, quoted
from pkcheck.texts import Lang

_PLACES = 5


def findings_section(recorded: Recorded, groups: tuple[Group, ...]) -> Iterator[Block]:
    """A heading for each unit, and a card for each of its findings."""
    lang = recorded.lang
    yield Heading(1, f"3. {words.FINDINGS.say(lang)}", fresh=True)
    if not groups:
        yield Paragraph(words.FINDINGS_NONE.say(lang))
    for at, group in enumerate(groups, 1):
        yield Heading(2, f"3.{at} {group.unit}")
        who = group.agreement
        if who and (who.holder or who.position):
            yield Paragraph(prose(", ".join(part for part in (who.holder, who.position) if part), lang))
        yield from (finding_card(number, each, recorded) for number, each in group.findings.items())


def finding_card(number: int, finding: FindingRecord, recorded: Recorded) -> Card:
    """A finding with its evidence; cause and response are left open."""
    lang = recorded.lang
    judgement = finding.certainty == Certainty.JUDGEMENT
    title = (words.FINDING_OPEN if judgement else words.FINDING).say(
        lang, number=number, title=_title(finding, recorded)
    )
    files = file_names(recorded.outcome)
    shown = finding.evidence[:_PLACES]
    more = len(finding.evidence) - len(shown)
    return Card(
        title=title,
        remarks=remarks(finding, lang),
        tone="judgement" if judgement else "definite",
        parts=five_parts(finding, recorded),
        places_label=words.EVIDENCE.say(lang) if shown else "",
        places=tuple(Place(evidence_words(each, files, lang), quoted(each, lang)) for each in shown),
        more=words.MORE_PLACES.say(lang, count=more) if more else "",
    )


def five_parts(finding: FindingRecord, recorded: Recorded) -> tuple[Part, ...]:
    """Condition, criterion, cause, effect, recommendation, and the auditee's response."""
    lang = recorded.lang
    return (
        Part(words.CONDITION.say(lang), prose(finding.condition, lang)),
        Part(words.CRITERION.say(lang), prose(recorded.provisions_of(finding), lang)),
        Part(words.CAUSE.say(lang), words.CAUSE_OPEN.say(lang), open=True),
        Part(words.EFFECT.say(lang), prose(finding.effect, lang)),
        Part(words.RECOMMENDATION.say(lang), prose(finding.recommendation, lang)),
        Part(words.RESPONSE.say(lang), words.RESPONSE_OPEN.say(lang), open=True),
    )


def remarks(finding: FindingRecord, lang: Lang) -> str:
    """Severity, certainty, what rests on inference alone, the rule, and the amount where there is one."""
    severity = page_texts.SEVERITIES[finding.severity].say(lang)
    parts = [f"{severity[:1].upper()}{severity[1:]}", page_texts.CERTAINTIES[finding.certainty].say(lang)]
    if inferred(finding):
        parts.append(words.INCONSISTENCY.say(lang))
    parts.append(words.RULE.say(lang, code=name(finding.code, lang)))
    if finding.amount is not None:
        parts.append(words.WORTH.say(lang, amount=finding.amount))
    return " · ".join(parts)


def inferred(finding: FindingRecord) -> bool:
    """Whether no provision says in so many words what the finding is held against."""
    return bool(finding.basis) and all(each.verification == "inference" for each in finding.basis)


def _title(finding: FindingRecord, recorded: Recorded) -> str:
    return name(recorded.titles.get(finding.code, finding.name), recorded.lang)
