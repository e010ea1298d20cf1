"""`text`: findings under their agreements, each with the lines that show it, and then what was and was not checked."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from pkcheck import report_texts as words
from pkcheck.display import clipped, place, spot, visible, window, wrapped
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.api import Outcome
    from pkcheck.findings import Evidence, Finding
    from pkcheck.rule import Rule
    from pkcheck.summary import FamilyAccount, Summary

FORMAT = Format("text", words.FORMAT_TEXT)
_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
_PLACES = 4
_INDENT = "    "


def render(outcome: "Outcome", style: Style) -> Iterator[str]:
    """Findings, then the summary; with `statistics` counts per code, with `quiet` one line per finding and no more."""
    if style.statistics:
        yield from _statistics(outcome, style)
    elif style.quiet:
        yield from (_brief(finding, style) for finding in outcome.findings)
    else:
        yield from _by_agreement(outcome, style)
    if not style.quiet:
        if not outcome.findings:
            yield from wrapped(_nothing_found(outcome, style), style.width)
        yield from _summary(outcome, style)


def _by_agreement(outcome: "Outcome", style: Style) -> Iterator[str]:
    rules = {each.rule.code: each.rule for each in outcome.rules}
    for name, findings in groupby(outcome.findings, key=lambda each: each.subject.agreement):
        for at, line in enumerate(_heading(name, outcome, style.width)):
            yield _paint(line, style, bold=True) if at == 0 else line
        for finding in findings:
            yield ""
            yield from _finding(finding, rules[finding.code], style)
        yield ""


def _heading(name: str, outcome: "Outcome", width: int) -> list[str]:
    """Unit, else position, with holder, id and file."""
    agreement = outcome.whole.by_id.get(name)
    if agreement is None:
        return wrapped(visible(name), width)
    party, file = agreement.first_party, agreement.source.file if agreement.source else None
    office = agreement.unit or (party.position if party else None)
    who = " — ".join(visible(part) for part in (office, party.name if party else None) if part)
    title = f"{who} ({visible(name)})" if who else visible(name)
    return [*wrapped(title, width, rest=_INDENT), *([visible(file)] if file else [])]


def _finding(finding: "Finding", rule: "Rule", style: Style) -> Iterator[str]:
    from pkcheck.provisions import provision
    from pkcheck.tell import cite_briefly

    yield from _sentence(finding, style)
    yield from _places(finding.evidence, style)
    basis = "; ".join(cite_briefly(provision(each), style.lang) for each in rule.basis)
    advice = visible(rule.advice.say(style.lang, **finding.facts))
    for label, text in ((words.BASIS, basis), (words.ADVICE, advice)):
        if text:
            lead = f"{_INDENT}= {label.say(style.lang)}: "
            yield from wrapped(text, style.width, lead, f"{_INDENT}  ")


def _sentence(finding: "Finding", style: Style) -> Iterator[str]:
    """Place, code, severity and message; only the place may be longer than the line, so that it can be clicked."""
    where, tags = _place(finding, style), _tags(finding, style)
    lead = f"{where}: {tags} "
    if len(lead) > style.width * 2 // 3:
        yield f"{where}:"
        lead = f"{_INDENT}{tags} "
    message = visible(finding.message.say(style.lang, **finding.facts))
    first, *rest = wrapped(message, style.width, lead, _INDENT)
    yield first.replace(tags, _painted_tags(finding, style), 1)
    yield from rest


def _tags(finding: "Finding", style: Style) -> str:
    judgement = f" [{words.JUDGEMENT.say(style.lang)}]" if finding.certainty == "judgement" else ""
    return f"{finding.code} {finding.severity}{judgement}"


def _painted_tags(finding: "Finding", style: Style) -> str:
    return _paint(_tags(finding, style), style, fg=_COLOURS[finding.severity], bold=True)


def _place(finding: "Finding", style: Style) -> str:
    if not finding.evidence:
        return visible(finding.subject.agreement)
    return _evidence_place(finding.evidence[0], style)


def _evidence_place(evidence: "Evidence", style: Style) -> str:
    source = evidence.source
    return place(source.file, source.page, source.line, source.cell, style.lang)


def _places(evidence: Sequence["Evidence"], style: Style) -> Iterator[str]:
    """The first places quoted, the others named."""
    shown, others = evidence[:_PLACES], evidence[_PLACES:]
    gutter = max((len(_label(each, style)) for each in shown), default=0)
    file = shown[0].source.file if shown else None
    for each in shown:
        if each.source.file != file:
            file = each.source.file
            yield f"{_INDENT}{'-' * gutter}> {visible(file)}"
        yield from _quoted(each, gutter, style)
    if others:
        named = words.MORE_PLACES.say(style.lang, count=len(others), places=_named(others, style))
        yield from wrapped(named, style.width, _INDENT, f"{_INDENT}  ")


def _quoted(evidence: "Evidence", gutter: int, style: Style) -> Iterator[str]:
    lead = f"{_INDENT}{_label(evidence, style):>{gutter}} | "
    quote, carets = window(evidence.quote, evidence.mark, style.width - len(lead))
    yield _paint(lead, style, dim=True) + (quote or words.EMPTY.say(style.lang))
    if carets:
        yield _paint(f"{_INDENT}{'':>{gutter}} | ", style, dim=True) + _paint(carets, style, bold=True)


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
    return ", ".join(_evidence_place(each, style) for each in evidence)


def _brief(finding: "Finding", style: Style) -> str:
    message = visible(finding.message.say(style.lang, **finding.facts))
    return f"{_place(finding, style)}: {_painted_tags(finding, style)} {message}"


def _statistics(outcome: "Outcome", style: Style) -> Iterator[str]:
    """How often each code was found, the most frequent first."""
    counts = Counter((each.code, each.severity) for each in outcome.findings)
    rules = {each.rule.code: each.rule for each in outcome.rules}
    digits = max((len(str(count)) for count in counts.values()), default=1)
    for (code, severity), count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        tags = _paint(f"{severity:<7}", style, fg=_COLOURS[severity])
        lead = f"{count:>{digits}}  {code}  "
        room = style.width - len(lead) - len(f"{severity:<7}") - 2
        yield f"{lead}{tags}  {clipped(rules[code].title.say(style.lang), room)}"
    if counts:
        yield ""


def _nothing_found(outcome: "Outcome", style: Style) -> str:
    from pkcheck.summary import family_accounts, summary_of

    totals = summary_of(outcome)
    if not totals.agreements:
        return words.NOTHING_READ.say(style.lang)
    accounts = family_accounts(outcome.judgement.coverage, style.lang)
    text = words.NONE_SHOWN if totals.hidden else words.NO_FINDINGS
    return text.say(
        style.lang,
        agreements=totals.agreements,
        rules=sum(each.ran for each in accounts),
        unchecked=sum(each.not_checked for each in accounts),
        hidden=totals.hidden,
    )


def _summary(outcome: "Outcome", style: Style) -> Iterator[str]:
    from pkcheck.summary import family_accounts, summary_of

    totals = summary_of(outcome)
    yield _paint(words.SUMMARY.say(style.lang), style, bold=True)
    for line in _totals(totals, style):
        yield from wrapped(line, style.width, "  ", _INDENT)
    accounts = family_accounts(outcome.judgement.coverage, style.lang)
    if accounts:
        yield _paint(words.CHECKED.say(style.lang), style, bold=True)
    for account in accounts:
        yield f"  {_family(account, style)}"
    yield from _why_not(accounts, style)
    yield from _not_run(outcome, style)


def _totals(totals: "Summary", style: Style) -> Iterator[str]:
    yield words.FILES.say(
        style.lang, files=totals.files, unusable=totals.unusable, agreements=totals.agreements, notes=totals.notes
    )
    yield words.FINDINGS.say(
        style.lang,
        findings=totals.findings,
        severities=", ".join(f"{count} {severity}" for severity, count in totals.by_severity.items()),
        judgement=sum(count for certainty, count in totals.by_certainty.items() if certainty == "judgement"),
    )
    if totals.hidden:
        yield words.HIDDEN.say(style.lang, hidden=totals.hidden)


def _family(account: "FamilyAccount", style: Style) -> str:
    """One line for one family of rules: how much they could judge, and how much not."""
    title = words.FAMILIES[account.prefix].say(style.lang) if account.prefix in words.FAMILIES else ""
    lead = f"{account.prefix} {title:<12} "
    if not account.ran:
        return f"{lead}{words.FAMILY_IDLE.say(style.lang)}"
    counts = [_counted(kind, count, style) for kind, count in account.checked.items() if count]
    subjects = ", ".join(counts) or words.NO_SUBJECT.say(style.lang)
    line = lead + words.FAMILY.say(style.lang, rules=f"{account.ran:>2}", subjects=subjects)
    if account.not_checked:
        line += words.FAMILY_NOT_CHECKED.say(style.lang, count=account.not_checked)
    return clipped(line, style.width - 2)


def _why_not(accounts: Sequence["FamilyAccount"], style: Style) -> Iterator[str]:
    """For each family the reasons why something could not be judged, the most frequent first."""
    if any(account.reasons for account in accounts):
        yield _paint(words.NOT_CHECKED.say(style.lang), style, bold=True)
    for account in accounts:
        for reason, count in account.reasons:
            yield from wrapped(f"{count} {visible(reason)}", style.width, f"  {account.prefix} ", _INDENT)


def _counted(kind: str, count: int, style: Style) -> str:
    kinds = words.KINDS_ONE if count == 1 else words.KINDS_MANY
    return f"{count} {kinds[kind].say(style.lang)}"


def _not_run(outcome: "Outcome", style: Style) -> Iterator[str]:
    """Every rule that broke, and every one that was skipped, by name."""
    skipped: dict[str, list[str]] = {}
    for each in outcome.judgement.coverage:
        reason = each.reason.say(style.lang, **each.facts) if each.reason else ""
        if each.status == "broken":
            line = words.BROKEN.say(style.lang, code=each.code, reason=visible(reason))
            yield from (_paint(part, style, fg="red") for part in wrapped(line, style.width, "  ", _INDENT))
        elif each.status == "skipped":
            skipped.setdefault(reason, []).append(each.code)
    for reason, codes in skipped.items():
        line = words.SKIPPED.say(style.lang, reason=visible(reason), codes=codes)
        yield from wrapped(line, style.width, "  ", _INDENT)


def _paint(text: str, style: Style, **how: Any) -> str:
    return click.style(text, **how) if style.colour else text
