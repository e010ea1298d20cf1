"""What a report owes besides its findings: what was and was not checked and why, the files, what was silenced."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from pkcheck import format_texts, report_texts
from pkcheck import page_texts as words
from pkcheck.briefs import baseline_lines, not_run, note_line, why_silenced
from pkcheck.display import clipped, visible
from pkcheck.markup import element
from pkcheck.pages.overview import family_name
from pkcheck.record import OutcomeRecord, Recorded, SilencedRecord
from pkcheck.summary import counted, recorded_accounts, summary_of_record, total_lines
from pkcheck.texts import Lang

_LONGEST, _OPEN_UP_TO = 1000, 12


def account_section(recorded: Recorded, *, suppressed: bool) -> Iterator[Element]:
    """Every group of rules, the reasons, rules that did not run, files with their notes, and what is not shown."""
    outcome, lang = recorded.outcome, recorded.lang
    yield element("h2", words.COVERAGE.say(lang))
    yield _families(outcome)
    reasons = [
        f"{family_name(each.prefix, lang)}: {reason} ({count})"
        for each in recorded_accounts(outcome.coverage)
        for reason, count in each.reasons
    ]
    yield from _list(report_texts.NOT_CHECKED.say(lang), reasons)
    yield from _list(format_texts.NOT_RUN.say(lang), list(not_run(outcome)))
    yield element("h3", words.FILES.say(lang))
    yield element(
        "ul", *(element("li", line) for line in total_lines(summary_of_record(outcome), lang, words.SEVERITIES))
    )
    yield element("ul", *_files(outcome))
    notes = [note_line(each.file, note, lang) for each in outcome.inputs for note in each.notes]
    yield from _list(format_texts.READING_NOTES.say(lang), notes)
    if outcome.baseline is not None:
        yield from (element("p", line) for line in baseline_lines(outcome.baseline, lang))
        gone = [f"{each.code} {each.subject}: {each.message}" for each in outcome.baseline.gone]
        yield from _list(report_texts.GONE.say(lang), gone)
    if suppressed and outcome.suppressed:
        yield element("h3", report_texts.SUPPRESSED.say(lang))
        yield element("ul", *(_silenced(each, lang) for each in outcome.suppressed), class_="silenced")


def _families(outcome: OutcomeRecord) -> Element:
    lang = outcome.run.lang
    columns = (format_texts.FAMILY, format_texts.RULES_RAN, format_texts.SUBJECTS, format_texts.UNCHECKED)
    rows: list[Element] = []
    for each in recorded_accounts(outcome.coverage):
        subjects = [counted(kind, count, lang) for kind, count in each.checked.items() if count]
        idle = report_texts.NO_SUBJECT if each.ran else report_texts.FAMILY_IDLE
        rows.append(
            element(
                "tr",
                element("th", family_name(each.prefix, lang), scope="row"),
                element("td", f"{each.ran}/{each.rules}"),
                element("td", ", ".join(subjects) or idle.say(lang)),
                element("td", str(each.not_checked)),
            )
        )
    table = element(
        "table",
        element("thead", element("tr", *(element("th", each.say(lang), scope="col") for each in columns))),
        element("tbody", *rows),
    )
    return element("div", table, class_="wide", tabindex="0", role="region", aria_label=words.COVERAGE.say(lang))


def _files(outcome: OutcomeRecord) -> Iterator[Element]:
    lang = outcome.run.lang
    for each in outcome.inputs:
        told = words.FILE_STATUS[each.status].say(lang, count=each.agreements)
        yield element("li", _short(each.file), element("span", f": {told}", class_="faint"))


def _list(title: str, lines: Sequence[str]) -> Iterator[Element]:
    """A list under its title; folded where it is long."""
    if not lines:
        return
    items = element("ul", *(element("li", _short(line)) for line in lines))
    if len(lines) <= _OPEN_UP_TO:
        yield element("h3", title)
        yield items
    else:
        yield element("details", element("summary", f"{title} ({len(lines)})"), items)


def _silenced(finding: SilencedRecord, lang: Lang) -> Element:
    return element(
        "li",
        element("strong", finding.code),
        f" {_short(finding.message)} ",
        element("span", _short(why_silenced(finding.suppression, lang)), class_="faint"),
    )


def _short(text: str) -> str:
    return clipped(visible(text), _LONGEST)
