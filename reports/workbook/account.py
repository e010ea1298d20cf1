"""What was checked and what was not, what was not understood, and what the law says."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from pkcheck import messages, report_texts
from pkcheck import workbook_texts as words
from pkcheck.briefs import verification
from pkcheck.explanation import basis_of
from pkcheck.findings import BasisRecord
from pkcheck.provisions import Provision, provision
from pkcheck.record import CoverageRecord, Recorded
from pkcheck.tell import grade
from pkcheck.texts import Lang

from .cells import one_line
from .naming import who
from .table import Column, Row, Table

_COVERAGE_COLUMNS = (
    Column(words.CODE, 10),
    Column(words.RULE, 54),
    Column(words.STATUS, 16),
    Column(words.LOOKED_AT, 18),
    Column(words.CHECKED, 11, "count"),
    Column(words.FOUND, 10, "count"),
    Column(words.UNCHECKED, 13, "count"),
    Column(words.REASON, 70),
)
_NOT_CHECKED_COLUMNS = (
    Column(words.CODE, 10),
    Column(words.UNIT, 50),
    Column(words.SUBJECT, 44),
    Column(words.REASON, 70),
    Column(words.REMARK, 24, own=True),
)
_NOTES_COLUMNS = (
    Column(words.FILE, 40),
    Column(words.STATUS, 16),
    Column(words.AGREEMENTS, 13, "count"),
    Column(words.NOTE_LEVEL, 13),
    Column(words.PAGE, 10, "count"),
    Column(words.LINE, 9, "count"),
    Column(words.NOTE, 56),
    Column(words.QUOTE, 50),
)
_PROVISION_COLUMNS = (
    Column(words.NUMBER, 8),
    Column(words.PRINCIPLE, 38),
    Column(words.REGULATION, 34),
    Column(words.PROVISION, 26),
    Column(words.WORDING, 50),
    Column(words.VERIFICATION, 24),
    Column(words.REMARK, 40),
    Column(words.ALSO_IN, 40),
    Column(words.USED_BY, 20),
)


def coverage(recorded: Recorded) -> Table:
    """What each rule did."""
    rows = tuple(_account(each, recorded) for each in recorded.outcome.coverage)
    return Table(words.COVERAGE, (words.COVERAGE_INTRO,), _COVERAGE_COLUMNS, rows, repeated=1)


def not_checked(recorded: Recorded) -> Table:
    """Every subject that a rule could not judge."""
    rows = tuple(
        Row(
            (
                account.code,
                who(recorded.agreements.get(each.agreement), each.agreement),
                one_line(each.subject),
                one_line(each.reason),
                None,
            )
        )
        for account in recorded.outcome.coverage
        for each in account.not_checked
    )
    return Table(words.NOT_CHECKED, (words.NOT_CHECKED_INTRO, words.TO_FILL_IN), _NOT_CHECKED_COLUMNS, rows, repeated=1)


def notes(recorded: Recorded) -> Table:
    """What became of each file."""
    return Table(words.NOTES, (words.NOTES_INTRO,), _NOTES_COLUMNS, tuple(_notes(recorded)), repeated=1)


def provisions(recorded: Recorded) -> Table:
    """The provisions that rules and findings refer to, in the order of their ids."""
    users: dict[str, set[str]] = defaultdict(set)
    told: dict[str, BasisRecord] = {}
    for code, loaded in recorded.rules.items():
        for name in loaded.rule.basis:
            users[name].add(code)
    for finding in (*recorded.outcome.findings, *(recorded.outcome.suppressed or ())):
        for each in finding.basis:
            users[each.id].add(finding.code)
            told[each.id] = each
    held = {name for loaded in recorded.rules.values() for name in loaded.rule.basis}
    rows = [
        _provision(provision(name), sorted(codes), recorded.lang)
        if name in held
        else _told_provision(told[name], sorted(codes), recorded.lang)
        for name, codes in sorted(users.items())
    ]
    return Table(words.PROVISIONS, (words.PROVISIONS_INTRO,), _PROVISION_COLUMNS, tuple(rows), repeated=1)


def _account(each: CoverageRecord, recorded: Recorded) -> Row:
    reasons = Counter(one_line(miss.reason) for miss in each.not_checked)
    lines = [one_line(each.reason.split("\n")[0])] if each.reason else []
    lines += [f"{count}: {reason}" for reason, count in reasons.most_common()]
    return Row(
        (
            each.code,
            one_line(recorded.titles.get(each.code, "")),
            words.STATUSES[each.status].say(recorded.lang),
            report_texts.KINDS_MANY[each.kind].say(recorded.lang),
            each.checked,
            each.found,
            len(each.not_checked),
            "\n".join(lines),
        ),
        tone="alert" if each.status == "broken" else "plain",
    )


def _notes(recorded: Recorded) -> Iterator[Row]:
    lang = recorded.lang
    levels = {"problem": messages.STATUS_PROBLEM, "remark": messages.STATUS_REMARK}
    for each in recorded.outcome.inputs:
        file = (one_line(each.file), words.INPUT_STATUSES[each.status].say(lang), each.agreements)
        if not each.notes:
            yield Row((*file, None, None, None, words.NO_NOTES.say(lang), None))
        for note in each.notes:
            quote = one_line(note.quote) if note.quote else None
            level = levels[note.level].say(lang)
            yield Row(
                (*file, level, note.page, note.line, one_line(note.message), quote),
                tone="alert" if note.level == "problem" else "plain",
            )


def _provision(each: Provision, codes: list[str], lang: Lang) -> Row:
    told = basis_of(each, lang)
    title = each.title_id if lang == "id" else each.title_en
    sources = "\n".join(dict.fromkeys(one_line(part) for part in (*told.sources, told.url) if part))
    return Row(
        (
            each.id,
            title,
            each.citation,
            each.provision,
            each.quote,
            grade(each, lang),
            told.note,
            sources,
            ", ".join(codes),
        )
    )


def _told_provision(each: BasisRecord, codes: list[str], lang: Lang) -> Row:
    """A provision of a rule that is not known here: what its findings say of it."""
    shown = tuple(one_line(part) for part in (each.id, each.title, each.citation, each.provision))
    return Row((*shown, None, one_line(verification(each, lang)), None, None, ", ".join(codes)))
