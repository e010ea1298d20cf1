"""`text`: findings under their agreements, each with the lines that show it, and then what was and was not checked."""

from collections import Counter
from collections.abc import Iterator, Sequence
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
    from pkcheck.summary import FamilyAccount
    from pkcheck.suppression import Silence, Suppression

FORMAT = Format("text", words.FORMAT_TEXT)


def render(outcome: "Outcome", style: Style) -> Iterator[str]:
    """Findings, then the summary; with `statistics` counts per code, with `quiet` one line per finding and no more."""
    if style.statistics:
        yield from _statistics(outcome, style)
    elif style.quiet:
        yield from (brief(finding, style) for finding in outcome.findings)
    else:
        yield from _by_agreement(outcome, style)
    if style.suppressed:
        yield from _suppressed(outcome.judgement.silenced, style)
    if not style.quiet:
        if not outcome.findings:
            yield from wrapped(_nothing_found(outcome, style), style.width)
        yield from _summary(outcome, style)


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


def _suppressed(silenced: Sequence["Silence"], style: Style) -> Iterator[str]:
    """Each finding that is silenced on a line, and under it by whom, why, until when and where."""
    if silenced and not style.quiet:
        yield paint(words.SUPPRESSED.say(style.lang), style, bold=True)
    for each in silenced:
        yield brief(each.finding, style)
        yield from wrapped(_why_silenced(each.suppression, style), style.width, f"{INDENT}= ", f"{INDENT}  ")
    if silenced and not style.quiet:
        yield ""


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


def _nothing_found(outcome: "Outcome", style: Style) -> str:
    from pkcheck.summary import family_accounts, summary_of

    totals = summary_of(outcome)
    if not totals.agreements:
        return words.NOTHING_READ.say(style.lang)
    accounts = family_accounts(outcome.judgement.coverage, style.lang)
    unseen = totals.hidden + totals.silenced + totals.known
    text = words.NONE_SHOWN if unseen else words.NO_FINDINGS
    return text.say(
        style.lang,
        agreements=totals.agreements,
        rules=sum(each.ran for each in accounts),
        unchecked=sum(each.not_checked for each in accounts),
        hidden=unseen,
    )


def _summary(outcome: "Outcome", style: Style) -> Iterator[str]:
    from pkcheck.summary import family_accounts, summary_of, total_lines

    totals = summary_of(outcome)
    yield paint(words.SUMMARY.say(style.lang), style, bold=True)
    for line in (*total_lines(totals, style.lang), *_known(outcome.known, style)):
        yield from wrapped(line, style.width, "  ", INDENT)
    yield from _gone(outcome.known, style)
    accounts = family_accounts(outcome.judgement.coverage, style.lang)
    if accounts:
        yield paint(words.CHECKED.say(style.lang), style, bold=True)
    for account in accounts:
        yield f"  {_family(account, style)}"
    yield from _why_not(accounts, style)
    yield from _not_run(outcome, style)


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


def _not_run(outcome: "Outcome", style: Style) -> Iterator[str]:
    """Every rule that broke, and every one that was skipped, by name."""
    skipped: dict[str, list[str]] = {}
    for each in outcome.judgement.coverage:
        reason = each.reason.say(style.lang, **each.facts) if each.reason else ""
        if each.status == "broken":
            line = words.BROKEN.say(style.lang, code=each.code, reason=visible(reason.split("\n")[0]))
            yield from (paint(part, style, fg="red") for part in wrapped(line, style.width, "  ", INDENT))
        elif each.status == "skipped":
            skipped.setdefault(reason, []).append(each.code)
    for reason, codes in skipped.items():
        line = words.SKIPPED.say(style.lang, reason=visible(reason), codes=codes)
        yield from wrapped(line, style.width, "  ", INDENT)
