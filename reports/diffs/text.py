"""`text`: what changed in each agreement, both versions quoted, and the findings that came and went; then the totals."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pkcheck import diff_texts as words
from pkcheck.display import visible, wrapped
from pkcheck.excerpts import INDENT, brief, finding_lines, heading_lines, paint, place_lines
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.api import Difference
    from pkcheck.findings import Finding
    from pkcheck.revisions.changes import Gone
    from pkcheck.revisions.telling import Story, ToldChange, ToldSide

FORMAT = Format("text", words.FORMAT_TEXT)
_GLANCE = 60
_BEFORE, _AFTER = f"{INDENT}- ", f"{INDENT}+ "


def render(difference: "Difference", style: Style) -> Iterator[str]:
    """Agreement by agreement, then the totals; with `quiet` one line for each change and finding and no more."""
    from pkcheck.revisions.telling import count_lines, nothing_changed, stories

    told = stories(difference, style.lang)
    if style.quiet:
        for each in told:
            yield from _briefly(each, style)
        return
    for each in told:
        yield from _story(each, difference, style)
        yield ""
    if difference.revision.empty:
        yield from wrapped(nothing_changed(difference, style.lang), style.width)
    yield paint(words.SUMMARY.say(style.lang), style, bold=True)
    for line in count_lines(difference, style.lang):
        yield from wrapped(line, style.width, "  ", INDENT)


def _story(story: "Story", difference: "Difference", style: Style) -> Iterator[str]:
    yield from _heading(story, style)
    for told in story.told:
        yield ""
        yield from _change(told, style)
    if story.new:
        yield ""
        yield paint(words.FINDINGS_NEW.say(style.lang), style, bold=True)
        for finding in story.new:
            yield from finding_lines(finding, difference.rules[finding.code], style)
    if story.gone:
        yield ""
        yield paint(words.FINDINGS_GONE.say(style.lang), style, bold=True)
        for gone in story.gone:
            yield from wrapped(_gone(gone, style), style.width, "  ", INDENT)


def _heading(story: "Story", style: Style) -> Iterator[str]:
    from pkcheck.revisions.telling import file_of, state_words

    if story.change is None:
        yield paint(words.OF_NO_AGREEMENT.say(style.lang), style, bold=True)
        return
    for at, line in enumerate(heading_lines(story.change.agreement, style.width)):
        yield paint(line, style, bold=True) if at == 0 else line
    before = file_of(story.change.old) if story.change.new is not None else None
    if before is not None and before != file_of(story.change.new):
        yield f"{words.OLD.say(style.lang)}: {visible(before)}"
    state = state_words(story.change, style.lang)
    if state is not None:
        yield from wrapped(visible(state), style.width, "", INDENT)


def _change(told: "ToldChange", style: Style) -> Iterator[str]:
    parts = [told.title, *([visible(told.about)] if told.about else []), *([short] if (short := _short(told)) else [])]
    note = f" ({visible(told.note)})" if told.note else ""
    yield from wrapped(f"{': '.join(parts)}{note}", style.width, "  ", INDENT)
    yield from _side(told.before, _BEFORE, "red", style)
    yield from _side(told.after, _AFTER, "green", style)


def _short(told: "ToldChange") -> str:
    """`100% -> 95%` where both are short enough to be read at a glance."""
    if told.before is None or told.after is None or told.change.words is not None or told.change.kind == "moved":
        return ""
    both = f"{visible(told.before.text)} -> {visible(told.after.text)}"
    return both if len(both) <= _GLANCE else ""


def _side(side: "ToldSide | None", lead: str, colour: str, style: Style) -> Iterator[str]:
    if side is None:
        return
    for line in place_lines(side.evidence, style, lead):
        yield paint(line, style, fg=colour)


def _gone(gone: "Gone", style: Style) -> str:
    from pkcheck.revisions.telling import why_gone

    return f"{brief(gone.finding, style)} [{visible(why_gone(gone, style.lang))}]"


def _briefly(story: "Story", style: Style) -> Iterator[str]:
    from pkcheck.revisions.telling import state_words

    name = visible(story.change.agreement.id) if story.change else "-"
    if story.change is not None and story.change.status in ("added", "dropped"):
        yield f"{name}: {visible(state_words(story.change, style.lang) or '')}"
    for told in story.told:
        about = f": {visible(told.about)}" if told.about else ""
        note = f" ({visible(told.note)})" if told.note else ""
        yield f"{name}: {told.title}{about}: {_both(told, style)}{note}"
    yield from _findings(story.new, story.gone, style)


def _both(told: "ToldChange", style: Style) -> str:
    sides = (visible(each.text) if each else words.NONE.say(style.lang) for each in (told.before, told.after))
    return " -> ".join(sides)


def _findings(new: "Sequence[Finding]", gone: "Sequence[Gone]", style: Style) -> Iterator[str]:
    for finding in new:
        yield f"+ {brief(finding, style)}"
    for each in gone:
        yield f"- {_gone(each, style)}"
