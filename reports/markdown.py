"""`markdown`: findings for a merge request, folded by agreement, and what was and was not checked.

What documents say stays text: no markup, no mention, no link of theirs. The report fits into a comment: what is too long is
cut, findings that do not fit are counted, and the account of what was checked is always whole.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from pkcheck import format_texts as words
from pkcheck import report_texts
from pkcheck.display import clipped, visible
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.findings import FindingRecord
    from pkcheck.record import OutcomeRecord, Recorded, SilencedRecord
    from pkcheck.texts import Lang

FORMAT = Format("markdown", words.FORMAT_MARKDOWN)
# A comment on GitHub holds 65,536 characters, one on GitLab a million.
_LONGEST = 60_000
_SENTENCE, _QUOTE, _PLACES, _LIST, _NOTICE = 1000, 200, 4, 6000, 200
_GRAVITY = {"error": 0, "warning": 1, "info": 2}
_END = ("</details>", "")


@dataclass(frozen=True, slots=True)
class _Item:
    severity: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    opening: tuple[str, ...]
    items: tuple[_Item, ...]


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:
    """The totals, the findings under their agreements, the silenced ones where they are asked for, and the account."""
    head, tail = list(_head(recorded)), list(_account(recorded.outcome))
    yield from head
    yield from _findings(recorded, _LONGEST - _size(head) - _size(tail), style)
    yield from tail


def _head(recorded: "Recorded") -> Iterator[str]:
    from pkcheck.briefs import account_lines
    from pkcheck.findings import Certainty
    from pkcheck.markdown import escaped

    outcome, lang = recorded.outcome, recorded.lang
    yield f"## {words.TITLE.say(lang)}"
    yield ""
    yield from (f"- {escaped(clipped(visible(line), _SENTENCE))}" for line in account_lines(outcome))
    yield ""
    if not outcome.findings:
        return
    counts = Counter((each.severity, each.certainty) for each in outcome.findings)
    yield _row(each.say(lang) for each in (words.SEVERITY, words.DEFINITE_COUNT, words.JUDGEMENT_COUNT))
    yield "| --- | ---: | ---: |"
    for severity in outcome.summary.by_severity:
        yield _row([severity, *(str(counts[severity, certainty]) for certainty in Certainty)])
    yield ""


def _findings(recorded: "Recorded", room: int, style: Style) -> Iterator[str]:
    """The groups with as many findings as there is room for, the gravest first, and how many there was no room for."""
    groups = list(_groups(recorded, style))
    kept = _kept(groups, room - _NOTICE)
    for at, group in enumerate(groups):
        shown = [line for number, item in enumerate(group.items) if (at, number) in kept for line in item.lines]
        if shown:
            yield from (*group.opening, *shown, *_END)
    left_out = sum(len(each.items) for each in groups) - len(kept)
    if left_out:
        yield f"> {words.CUT.say(recorded.lang, count=left_out)}"
        yield ""


def _kept(groups: Sequence[_Group], room: int) -> set[tuple[int, int]]:
    """The places, in `groups` and in its group, of the findings that fit, the gravest first."""
    kept: set[tuple[int, int]] = set()
    opened: set[int] = set()
    items = [
        (_GRAVITY[item.severity], at, number)
        for at, group in enumerate(groups)
        for number, item in enumerate(group.items)
    ]
    for _, at, number in sorted(items):
        group = groups[at]
        needed = _size(group.items[number].lines) + (0 if at in opened else _size(group.opening) + _size(_END))
        if needed <= room:
            room -= needed
            opened.add(at)
            kept.add((at, number))
    return kept


def _groups(recorded: "Recorded", style: Style) -> Iterator[_Group]:
    """The findings of each agreement, and the silenced ones."""
    from pkcheck.briefs import heading
    from pkcheck.markdown import code

    outcome, lang = recorded.outcome, recorded.lang
    for name, findings in groupby(outcome.findings, key=lambda each: each.agreement):
        agreement = recorded.agreements.get(name)
        file = agreement.source.file if agreement and agreement.source else None
        items = tuple(_Item(each.severity, tuple(_finding(each, file, lang))) for each in findings)
        named = (code(file), "") if file else ()
        opening = _opening(heading(agreement, name), words.GROUP_COUNT.say(lang, count=len(items)))
        yield _Group((*opening, *named), items)
    if style.suppressed and outcome.suppressed:
        items = tuple(_Item(each.severity, tuple(_silenced(each, lang))) for each in outcome.suppressed)
        opening = _opening(report_texts.SUPPRESSED.say(lang), words.GROUP_COUNT.say(lang, count=len(items)))
        yield _Group(tuple(opening), items)


def _opening(title: str, count: str) -> Iterator[str]:
    from pkcheck.markdown import escaped_html

    yield "<details>"
    shown = escaped_html(clipped(visible(title), _SENTENCE))
    yield f"<summary><b>{shown}</b>: {count}</summary>"
    yield ""


def _finding(finding: "FindingRecord", file: str | None, lang: "Lang") -> Iterator[str]:
    from pkcheck.briefs import cited
    from pkcheck.markdown import escaped

    yield _sentence(finding, lang)
    yield ""
    yield from _evidence(finding, file, lang)
    basis = "; ".join(cited(each, lang) for each in finding.basis)
    for label, text in ((report_texts.BASIS, basis), (report_texts.ADVICE, finding.recommendation)):
        if text:
            yield f"  - {label.say(lang)}: {escaped(clipped(visible(text), _SENTENCE))}"
    yield ""


def _sentence(finding: "FindingRecord", lang: "Lang") -> str:
    from pkcheck.markdown import escaped

    judgement = f" *({report_texts.JUDGEMENT.say(lang)})*" if finding.certainty == "judgement" else ""
    message = escaped(clipped(visible(finding.message), _SENTENCE))
    return f"- **{escaped(finding.code)}** {finding.severity}{judgement}: {message}"


def _evidence(finding: "FindingRecord", file: str | None, lang: "Lang") -> Iterator[str]:
    """The first places quoted; one in `file`, which the group names, without its name."""
    from pkcheck.briefs import evidence_place, evidence_spot
    from pkcheck.markdown import fenced

    if not finding.evidence:
        return
    lines = [
        " | ".join(
            (
                (evidence_spot(each, lang) if each.file == file else "") or evidence_place(each, lang),
                clipped(visible(each.quote), _QUOTE) or report_texts.EMPTY.say(lang),
            )
        )
        for each in finding.evidence[:_PLACES]
    ]
    more = len(finding.evidence) - _PLACES
    if more > 0:
        lines.append(words.MORE_EVIDENCE.say(lang, count=more))
    yield from (f"  {line}" for line in fenced(lines))
    yield ""


def _silenced(finding: "SilencedRecord", lang: "Lang") -> Iterator[str]:
    from pkcheck.briefs import why_silenced
    from pkcheck.markdown import escaped

    yield _sentence(finding, lang)
    yield f"  - {escaped(clipped(visible(why_silenced(finding.suppression, lang)), _SENTENCE))}"
    yield ""


def _account(outcome: "OutcomeRecord") -> Iterator[str]:
    """What each family of rules could and could not check and why, rules that did not run, and the reading notes."""
    from pkcheck.briefs import not_run, note_line

    lang = outcome.run.lang
    gone = outcome.baseline.gone if outcome.baseline else ()
    lists = {
        report_texts.NOT_CHECKED: list(_reasons(outcome)),
        words.NOT_RUN: list(not_run(outcome)),
        words.READING_NOTES: [note_line(each.file, note, lang) for each in outcome.inputs for note in each.notes],
        report_texts.GONE: [f"{each.code} {each.subject}: {each.message}" for each in gone],
    }
    yield f"### {words.CHECKED.say(lang)}"
    yield ""
    yield from _families(outcome)
    for title, lines in lists.items():
        if lines:
            yield from _opening(title.say(lang), words.GROUP_LINES.say(lang, count=len(lines)))
            yield from _bullets(lines, lang)
            yield from _END


def _families(outcome: "OutcomeRecord") -> Iterator[str]:
    from pkcheck.summary import counted, recorded_accounts

    lang = outcome.run.lang
    columns = (words.FAMILY, words.RULES_RAN, words.SUBJECTS, words.UNCHECKED)
    yield _row(each.say(lang) for each in columns)
    yield "| --- | ---: | --- | ---: |"
    for each in recorded_accounts(outcome.coverage):
        title = report_texts.FAMILIES[each.prefix].say(lang) if each.prefix in report_texts.FAMILIES else ""
        subjects = [counted(kind, count, lang) for kind, count in each.checked.items() if count]
        idle = report_texts.NO_SUBJECT if each.ran else report_texts.FAMILY_IDLE
        family = f"{each.prefix} {title}".strip()
        yield _row([family, f"{each.ran}/{each.rules}", ", ".join(subjects) or idle.say(lang), str(each.not_checked)])
    yield ""


def _reasons(outcome: "OutcomeRecord") -> Iterator[str]:
    from pkcheck.summary import recorded_accounts

    for each in recorded_accounts(outcome.coverage):
        yield from (f"{each.prefix}: {count} {reason}" for reason, count in each.reasons)


def _bullets(lines: Sequence[str], lang: "Lang") -> Iterator[str]:
    """The first lines of a list, and how many more there are."""
    from pkcheck.markdown import escaped

    room = _LIST
    for number, line in enumerate(lines):
        bullet = f"- {escaped(clipped(visible(line), _SENTENCE))}"
        room -= len(bullet) + 1
        if room < 0:
            yield f"- {words.MORE_LINES.say(lang, count=len(lines) - number)}"
            break
        yield bullet
    yield ""


def _row(cells: Iterable[str]) -> str:
    from pkcheck.markdown import escaped

    return f"| {' | '.join(escaped(each) for each in cells)} |"


def _size(lines: Iterable[str]) -> int:
    return sum(len(line) + 1 for line in lines)
