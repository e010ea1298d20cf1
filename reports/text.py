"""`text`: findings under their agreements, each with the lines that show it, and then what was and was not checked."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from pkcheck import report_texts as words
from pkcheck.display import clipped, visible, wrapped
from pkcheck.excerpts import COLOURS, INDENT, brief, evidence_place, finding_lines, heading_lines, paint
from pkcheck.quantities.dates import format_date
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.api import Outcome
    from pkcheck.baseline import Compared
    from pkcheck.summary import Account, FamilyAccount, RuleState
    from pkcheck.suppression import Suppression

FORMAT = Format("text", words.FORMAT_TEXT)


def render(outcome: "Outcome", style: Style) -> Iterator[str]:
    """Findings, then the summary; with `statistics` counts per code, with `quiet` one line per finding and no more."""
    from pkcheck.summary import account_of

    if style.statistics:
        yield from _statistics(outcome, style)
    else:
        yield from each(outcome, style)
    yield from end(account_of(outcome, style.lang), silenced(outcome, style), style, outcome.known)


def each(outcome: "Outcome", style: Style) -> Iterator[str]:
    """What is said of one agency's findings."""
    if style.quiet:
        yield from (brief(finding, style) for finding in outcome.findings)
    else:
        yield from _by_agreement(outcome, style)


def end(
    account: "Account", silenced_lines: Iterable[str], style: Style, known: "Compared | None" = None
) -> Iterator[str]:
    """What is said under all findings: those that are silenced, and the summary."""
    some = False
    for line in silenced_lines:
        if not some and not style.quiet:
            yield paint(words.SUPPRESSED.say(style.lang), style, bold=True)
        some = True
        yield line
    if some and not style.quiet:
        yield ""
    if not style.quiet:
        if not account.totals.findings:
            yield from wrapped(_nothing_found(account, style), style.width)
        yield from _summary(account, known, style)


def _by_agreement(outcome: "Outcome", style: Style) -> Iterator[str]:
    rules = {each.rule.code: each.rule for each in outcome.rules}
    for name, findings in groupby(outcome.findings, key=lambda each: each.subject.agreement):
        for at, line in enumerate(_heading(name, outcome, style.width)):
            yield paint(line, style, bold=True) if at == 0 else line
        for finding in findings:
            yield ""
            yield from finding_lines(finding, rules[finding.code], style)
        yield ""


def _heading(name: str, outcome: "Outcome", width: int) -> list[str]:
    """The agreement's heading; its id alone where it is not in the set."""
    agreement = outcome.whole.by_id.get(name)
    return heading_lines(agreement, width) if agreement is not None else wrapped(visible(name), width)


def silenced(outcome: "Outcome", style: Style) -> Iterator[str]:
    """Each finding that is silenced on a line, and under it by whom, why, until when and where; if it is asked for."""
    for one in outcome.judgement.silenced if style.suppressed else ():
        yield brief(one.finding, style)
        yield from wrapped(_why_silenced(one.suppression, style), style.width, f"{INDENT}= ", f"{INDENT}  ")


def _why_silenced(suppression: "Suppression", style: Style) -> str:
    until = format_date(suppression.until, style.lang) if suppression.until else None
    parts = {
        words.SUPPRESSED_WHY: suppression.reason,
        words.SUPPRESSED_BY: suppression.by,
        words.SUPPRESSED_UNTIL: until,
        words.SUPPRESSED_AT: evidence_place(suppression.place, style),
    }
    return "; ".join(f"{label.say(style.lang)}: {visible(part)}" for label, part in parts.items() if part)


def _statistics(outcome: "Outcome", style: Style) -> Iterator[str]:
    """How often each code was found, the most frequent first."""
    counts = Counter((each.code, each.severity) for each in outcome.findings)
    rules = {each.rule.code: each.rule for each in outcome.rules}
    digits = max((len(str(count)) for count in counts.values()), default=1)
    for (code, severity), count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        tags = paint(f"{severity:<7}", style, fg=COLOURS[severity])
        lead = f"{count:>{digits}}  {code}  "
        room = style.width - len(lead) - len(f"{severity:<7}") - 2
        yield f"{lead}{tags}  {clipped(rules[code].title.say(style.lang), room)}"
    if counts:
        yield ""


def _nothing_found(account: "Account", style: Style) -> str:
    totals = account.totals
    if not totals.agreements:
        return words.NOTHING_READ.say(style.lang)
    unseen = totals.hidden + totals.silenced + totals.known
    text = words.NONE_SHOWN if unseen else words.NO_FINDINGS
    return text.say(
        style.lang,
        agreements=totals.agreements,
        rules=sum(family.ran for family in account.families),
        unchecked=sum(family.not_checked for family in account.families),
        hidden=unseen,
    )


def _summary(account: "Account", known: "Compared | None", style: Style) -> Iterator[str]:
    from pkcheck.summary import total_lines

    yield paint(words.SUMMARY.say(style.lang), style, bold=True)
    for line in (*total_lines(account.totals, style.lang), *_known(known, style)):
        yield from wrapped(line, style.width, "  ", INDENT)
    yield from _gone(known, style)
    if account.families:
        yield paint(words.CHECKED.say(style.lang), style, bold=True)
    for family in account.families:
        yield f"  {_family(family, style)}"
    yield from _why_not(account.families, style)
    yield from _not_run(account.not_run, style)


def _known(known: "Compared | None", style: Style) -> Iterator[str]:
    """What a baseline hides, whose it is and since when."""
    if known is None:
        return
    by = visible(known.baseline.by) if known.baseline.by else words.SOMEBODY
    yield words.KNOWN.say(style.lang, known=len(known.hidden), by=by, date=known.baseline.date)
    if known.open:
        yield words.KNOWN_OPEN.say(style.lang, open=len(known.open))


def _gone(known: "Compared | None", style: Style) -> Iterator[str]:
    """Every entry of a baseline that is no longer found."""
    if known is None or not known.gone:
        return
    yield paint(words.GONE.say(style.lang), style, bold=True)
    for each in known.gone:
        yield from wrapped(visible(f"{each.code} {each.subject}: {each.message}"), style.width, "  ", INDENT)


def _family(account: "FamilyAccount", style: Style) -> str:
    """One line for one family of rules: how much they could judge, and how much not."""
    from pkcheck.summary import counted

    title = words.FAMILIES[account.prefix].say(style.lang) if account.prefix in words.FAMILIES else ""
    lead = f"{account.prefix} {title:<12} "
    if not account.ran:
        return f"{lead}{words.FAMILY_IDLE.say(style.lang)}"
    counts = [counted(kind, count, style.lang) for kind, count in account.checked.items() if count]
    subjects = ", ".join(counts) or words.NO_SUBJECT.say(style.lang)
    line = lead + words.FAMILY.say(style.lang, rules=f"{account.ran:>2}", subjects=subjects)
    if account.not_checked:
        line += words.FAMILY_NOT_CHECKED.say(style.lang, count=account.not_checked)
    return clipped(line, style.width - 2)


def _why_not(accounts: Sequence["FamilyAccount"], style: Style) -> Iterator[str]:
    """For each family the reasons why something could not be judged, the most frequent first."""
    if any(account.reasons for account in accounts):
        yield paint(words.NOT_CHECKED.say(style.lang), style, bold=True)
    for account in accounts:
        for reason, count in account.reasons:
            yield from wrapped(f"{count} {visible(reason)}", style.width, f"  {account.prefix} ", INDENT)


def _not_run(states: Sequence["RuleState"], style: Style) -> Iterator[str]:
    """Every rule that broke, and every one that was skipped, by name."""
    skipped: dict[str, list[str]] = {}
    for state in states:
        if state.status == "broken":
            line = words.BROKEN.say(style.lang, code=state.code, reason=visible(state.reason.split("\n")[0]))
            yield from (paint(part, style, fg="red") for part in wrapped(line, style.width, "  ", INDENT))
        else:
            skipped.setdefault(state.reason, []).append(state.code)
    for reason, codes in skipped.items():
        line = words.SKIPPED.say(style.lang, reason=visible(reason), codes=codes)
        yield from wrapped(line, style.width, "  ", INDENT)
