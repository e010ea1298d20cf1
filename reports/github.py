"""`github`: workflow commands that GitHub Actions shows as annotations of the files: one for each finding.

GitHub shows ten of each level in a step and keeps the rest in the log, so what is gravest comes first. A notice opens the
report with what was and was not checked.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pkcheck import format_texts as words
from pkcheck import report_texts
from pkcheck.display import visible
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.findings import FindingRecord
    from pkcheck.record import InputRecord, Recorded
    from pkcheck.texts import Lang

FORMAT = Format("github", words.FORMAT_GITHUB)
_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_PLACES = 10
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def tell(recorded: "Recorded", style: Style) -> Iterator[str]:  # noqa: ARG001  silenced findings have no place here
    """A command on each line: the account, files and rules that failed, then the findings, the gravest first."""
    from pkcheck.briefs import account_lines

    outcome, lang = recorded.outcome, recorded.lang
    yield _command("notice", list(account_lines(outcome)), title=words.GITHUB_TITLE.say(lang))
    for each in outcome.inputs:
        yield from _problems(each, lang)
    for account in outcome.coverage:
        if account.status == "broken":
            reason = report_texts.BROKEN.say(lang, code=account.code, reason=account.reason or "")
            yield _command("error", reason.split("\n"), title=account.code)
    order = list(_LEVELS)
    for finding in sorted(outcome.findings, key=lambda each: order.index(each.severity)):
        yield _annotation(finding, recorded)


def _problems(read: "InputRecord", lang: "Lang") -> Iterator[str]:
    from pkcheck.briefs import note_line
    from pkcheck.filenames import repository_name

    for note in read.notes:
        if note.level == "problem":
            line = str(note.line) if note.line is not None and note.page is None else ""
            said = note_line(read.file, note, lang)
            yield _command("error", [said], file=repository_name(read.file), line=line)


def _annotation(finding: "FindingRecord", recorded: "Recorded") -> str:
    from pkcheck.briefs import cited, evidence_place, first_place, line_of
    from pkcheck.filenames import repository_name

    lang = recorded.lang
    first = first_place(finding, recorded)
    line = line_of(first) if first else None
    tags = [finding.code, *([report_texts.JUDGEMENT.say(lang)] if finding.certainty == "judgement" else [])]
    places = [evidence_place(each, lang) for each in finding.evidence[:_PLACES]]
    if len(finding.evidence) > _PLACES:
        places.append(words.MORE_EVIDENCE.say(lang, count=len(finding.evidence) - _PLACES))
    lines = [
        finding.message,
        *([f"{words.EVIDENCE.say(lang)}: {'; '.join(places)}"] if places else []),
        *(f"{report_texts.BASIS.say(lang)}: {cited(each, lang)}" for each in finding.basis),
        f"{report_texts.ADVICE.say(lang)}: {finding.recommendation}",
    ]
    return _command(
        _LEVELS[finding.severity],
        lines,
        file=repository_name(first.file) if first else "",
        line=str(line) if line is not None else "",
        endLine=str(max(line, first.end_line or line)) if first and line is not None else "",
        title=f"{' '.join(tags)}: {recorded.titles.get(finding.code, finding.name)}",
    )


def _command(level: str, lines: list[str], **properties: str) -> str:
    """`::error file=...,title=...::message`; the lines of the message are one line of the log."""
    given = [f"{name}={_escaped(visible(value), _PROPERTY)}" for name, value in properties.items() if value]
    message = "\n".join(visible(line) for line in lines)
    return f"::{level} {','.join(given)}::{_escaped(message, _DATA)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(letter, letter) for letter in text)
