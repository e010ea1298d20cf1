"""`markdown`: a comparison for a merge request. What documents say stays text: no markup, no mention, no link of theirs."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pkcheck import diff_texts as words
from pkcheck.display import place
from pkcheck.markdown import code, escaped
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.api import Difference
    from pkcheck.findings import Evidence, Finding
    from pkcheck.revisions.changes import Gone
    from pkcheck.revisions.telling import Story, ToldChange, ToldSide

FORMAT = Format("markdown", words.FORMAT_MARKDOWN)
_PLACES = 4


def render(difference: "Difference", style: Style) -> Iterator[str]:
    """A heading, the totals, and a section for each agreement to which something happened."""
    from pkcheck.revisions.telling import count_lines, nothing_changed, stories

    lang = style.lang
    yield f"## {words.TITLE.say(lang)}"
    yield ""
    yield from (f"- {escaped(line)}" for line in count_lines(difference, lang))
    if difference.revision.empty:
        yield f"\n{escaped(nothing_changed(difference, lang))}"
    for story in stories(difference, lang):
        yield ""
        yield from _story(story, style)


def _story(story: "Story", style: Style) -> Iterator[str]:
    from pkcheck.revisions.telling import file_of, state_words
    from pkcheck.unittree import agreement_title

    change = story.change
    yield f"### {escaped(agreement_title(change.agreement)) if change else words.OF_NO_AGREEMENT.say(style.lang)}"
    yield ""
    if change is not None:
        files = dict.fromkeys(each for each in (file_of(change.old), file_of(change.new)) if each)
        state = state_words(change, style.lang)
        facts = [*([escaped(state)] if state else []), *([" → ".join(code(each) for each in files)] if files else [])]
        yield "  \n".join(facts)
        yield ""
    for told in story.told:
        yield from _change(told, style)
    for title, lines in (
        (words.FINDINGS_NEW, [_finding(each, style) for each in story.new]),
        (words.FINDINGS_GONE, [_gone(each, style) for each in story.gone]),
    ):
        if lines:
            yield f"\n**{title.say(style.lang)}**\n"
            yield from lines


def _change(told: "ToldChange", style: Style) -> Iterator[str]:
    about = f": {code(told.about)}" if told.about else ""
    note = f" ({escaped(told.note)})" if told.note else ""
    yield f"- **{told.title}**{about}{note}"
    for label, side in ((words.OLD, told.before), (words.NEW, told.after)):
        if side is not None:
            yield f"  - {label.say(style.lang)}: {_side(side, style)}"


def _side(side: "ToldSide", style: Style) -> str:
    return f"{code(side.text)} — {_places(side.evidence, style)}"


def _places(evidence: "Sequence[Evidence]", style: Style) -> str:
    shown = [f"{code(_place(each, style))}: {code(each.quote)}" for each in evidence[:_PLACES]]
    more = [code(_place(each, style)) for each in evidence[_PLACES:]]
    return "; ".join([*shown, *more])


def _place(evidence: "Evidence", style: Style) -> str:
    source = evidence.source
    return place(source.file, source.page, source.line, source.cell, style.lang)


def _finding(finding: "Finding", style: Style) -> str:
    message = escaped(finding.message.say(style.lang, **finding.facts))
    places = f" — {_places(finding.evidence, style)}" if finding.evidence else ""
    return f"- **{finding.code}** {finding.severity}: {message}{places}"


def _gone(gone: "Gone", style: Style) -> str:
    from pkcheck.revisions.telling import why_gone

    message = escaped(gone.finding.message.say(style.lang, **gone.finding.facts))
    return f"- **{gone.finding.code}** {gone.finding.severity}: {message} *({escaped(why_gone(gone, style.lang))})*"
