"""Findings, and the places that they quote, as lines for the screen: what every text report has in common."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from pkcheck import report_texts as words
from pkcheck.display import place, spot, visible, window, wrapped
from pkcheck.reporting import Style

if TYPE_CHECKING:
    from pkcheck.findings import Evidence, Finding
    from pkcheck.model import Agreement
    from pkcheck.rule import Rule

COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
INDENT = "    "
_PLACES = 4


def heading_lines(agreement: "Agreement", width: int) -> list[str]:
    """Unit, else position, with holder and id, and the file on a line of its own."""
    party, file = agreement.first_party, agreement.source.file if agreement.source else None
    office = agreement.unit or (party.position if party else None)
    who = " — ".join(visible(part) for part in (office, party.name if party else None) if part)
    title = f"{who} ({visible(agreement.id)})" if who else visible(agreement.id)
    return [*wrapped(title, width, rest=INDENT), *([visible(file)] if file else [])]


def finding_lines(finding: "Finding", rule: "Rule", style: Style) -> Iterator[str]:
    """Place, code and message, the places quoted, basis and advice."""
    from pkcheck.provisions import provision
    from pkcheck.tell import cite_briefly

    yield from _sentence(finding, style)
    yield from place_lines(finding.evidence, style)
    basis = "; ".join(cite_briefly(provision(each), style.lang) for each in rule.basis)
    advice = visible(rule.advice.say(style.lang, **finding.facts))
    for label, text in ((words.BASIS, basis), (words.ADVICE, advice)):
        if text:
            lead = f"{INDENT}= {label.say(style.lang)}: "
            yield from wrapped(text, style.width, lead, f"{INDENT}  ")


def _sentence(finding: "Finding", style: Style) -> Iterator[str]:
    """Place, code, severity and message; only the place may be longer than the line, so that it can be clicked."""
    where, tags = _place(finding, style), _tags(finding, style)
    lead = f"{where}: {tags} "
    if len(lead) > style.width * 2 // 3:
        yield f"{where}:"
        lead = f"{INDENT}{tags} "
    message = visible(finding.message.say(style.lang, **finding.facts))
    first, *rest = wrapped(message, style.width, lead, INDENT)
    yield first.replace(tags, _painted_tags(finding, style), 1)
    yield from rest


def _tags(finding: "Finding", style: Style) -> str:
    judgement = f" [{words.JUDGEMENT.say(style.lang)}]" if finding.certainty == "judgement" else ""
    return f"{finding.code} {finding.severity}{judgement}"


def _painted_tags(finding: "Finding", style: Style) -> str:
    return paint(_tags(finding, style), style, fg=COLOURS[finding.severity], bold=True)


def _place(finding: "Finding", style: Style) -> str:
    if not finding.evidence:
        return visible(finding.subject.agreement)
    return evidence_place(finding.evidence[0], style)


def evidence_place(evidence: "Evidence", style: Style) -> str:
    """`file:12`, as an editor opens it."""
    source = evidence.source
    return place(source.file, source.page, source.line, source.cell, style.lang)


def place_lines(evidence: Sequence["Evidence"], style: Style, lead: str = INDENT) -> Iterator[str]:
    """The first places quoted, the others named; `lead` stands before each quote."""
    shown, others = evidence[:_PLACES], evidence[_PLACES:]
    gutter = max((len(_label(each, style)) for each in shown), default=0)
    file = shown[0].source.file if shown else None
    for each in shown:
        if each.source.file != file:
            file = each.source.file
            yield f"{INDENT}{'-' * gutter}> {visible(file)}"
        yield from _quoted(each, gutter, style, lead)
    if others:
        named = words.MORE_PLACES.say(style.lang, count=len(others), places=_named(others, style))
        yield from wrapped(named, style.width, INDENT, f"{INDENT}  ")


def _quoted(evidence: "Evidence", gutter: int, style: Style, lead: str) -> Iterator[str]:
    before = f"{lead}{_label(evidence, style):>{gutter}} | "
    quote, carets = window(evidence.quote, evidence.mark, style.width - len(before))
    yield paint(before, style, dim=True) + (quote or words.EMPTY.say(style.lang))
    if carets:
        yield paint(f"{'':>{len(lead) + gutter}} | ", style, dim=True) + paint(carets, style, bold=True)


def _label(evidence: "Evidence", style: Style) -> str:
    source = evidence.source
    return spot(source.page, source.line, source.cell, style.lang)


def _named(evidence: Sequence["Evidence"], style: Style) -> str:
    """`baris 12, 14` for plain lines of one file, else every place in full."""
    plain = all(
        each.source.line is not None and each.source.page is None and each.source.cell is None for each in evidence
    )
    if plain and len({each.source.file for each in evidence}) == 1:
        return words.LINES.say(style.lang, lines=[each.source.line for each in evidence])
    return ", ".join(evidence_place(each, style) for each in evidence)


def brief(finding: "Finding", style: Style) -> str:
    """A finding on one line."""
    message = visible(finding.message.say(style.lang, **finding.facts))
    return f"{_place(finding, style)}: {_painted_tags(finding, style)} {message}"


def paint(text: str, style: Style, **how: Any) -> str:
    """`text` as `click.style` has it, where the reader wants colours."""
    return click.style(text, **how) if style.colour else text
