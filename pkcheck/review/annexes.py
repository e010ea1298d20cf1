"""The annexes: what each rule did and could not do, the reading notes, the provisions, the silenced findings."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pkcheck import briefs, provisions
from pkcheck import review_texts as words
from pkcheck.findings import BasisRecord
from pkcheck.provisions import Provision
from pkcheck.record import CoverageRecord, InputRecord, NoteRecord, Recorded
from pkcheck.review.blocks import Block, Bullets, Card, Heading, Paragraph, Part, Table
from pkcheck.review.closing import number_list
from pkcheck.review.findings import remarks
from pkcheck.review.grouping import Group
from pkcheck.review.wording import name, place_words, prose, quoted_text
from pkcheck.summary import counted, summary_of_record
from pkcheck.tell import grade, locator
from pkcheck.texts import Lang

_SUBJECTS, _NOTES = 3, 300


def annexes(recorded: Recorded, groups: tuple[Group, ...], *, suppressed: bool) -> Iterator[Block]:
    """All of them, in their order."""
    yield from _coverage(recorded)
    yield from _notes(recorded)
    yield from _basis(recorded, groups)
    if suppressed and recorded.outcome.suppressed:
        yield from _silenced(recorded)


def _coverage(recorded: Recorded) -> Iterator[Block]:
    coverage, lang = recorded.outcome.coverage, recorded.lang
    yield Heading(1, words.ANNEX_COVERAGE.say(lang), fresh=True)
    yield Paragraph(words.COVERAGE_INTRO.say(lang))
    columns = (words.CODE, words.KIND, words.CHECKED, words.UNCHECKED, words.FINDINGS_COUNT)
    yield Table(
        caption="",
        columns=tuple(each.say(lang) for each in columns),
        rows=tuple(_rule_row(each, recorded) for each in coverage),
        widths=(4, 13, 6, 4, 4),
        numbers=(3, 4),
    )
    yield from _reasons(coverage, lang)
    idle = tuple(briefs.not_run(recorded.outcome))
    if idle:
        yield Heading(2, words.NOT_RUN.say(lang))
        yield Bullets(tuple(prose(each, lang) for each in idle))
    hidden = tuple(_not_shown(recorded))
    if hidden:
        yield Heading(2, words.NOT_SHOWN.say(lang))
        yield Bullets(hidden)


def _rule_row(each: CoverageRecord, recorded: Recorded) -> tuple[str, ...]:
    lang = recorded.lang
    ran = each.status == "ran"
    checked = counted(each.kind, each.checked, lang) if ran else words.STATUSES[each.status].say(lang)
    counts = (str(len(each.not_checked)), str(each.found)) if ran else ("–", "–")
    return (name(each.code, lang), name(recorded.titles.get(each.code, "–"), lang), checked, *counts)


def _reasons(coverage: Sequence[CoverageRecord], lang: Lang) -> Iterator[Block]:
    """Every reason once, with the rules that give it, how often, and some of the subjects."""
    missed = [(each.code, miss) for each in coverage for miss in each.not_checked]
    yield Heading(2, words.REASONS.say(lang))
    if not missed:
        yield Paragraph(words.LIMITS_NONE.say(lang))
        return
    counts = Counter(miss.reason for _, miss in missed)
    rows = []
    for reason, count in counts.most_common():
        codes = sorted({code for code, miss in missed if miss.reason == reason})
        subjects = list(dict.fromkeys(miss.subject for _, miss in missed if miss.reason == reason))
        shown = ", ".join(name(each, lang) for each in subjects[:_SUBJECTS])
        more = len(subjects) - _SUBJECTS
        told = f"{shown} {words.MORE.say(lang, count=more)}" if more > 0 else shown
        rows.append((prose(reason, lang), ", ".join(codes), told, str(count)))
    yield Table(
        caption="",
        columns=tuple(each.say(lang) for each in (words.REASON, words.RULES, words.SUBJECTS, words.COUNT)),
        rows=tuple(rows),
        widths=(10, 5, 10, 4),
        numbers=(3,),
    )


def _not_shown(recorded: Recorded) -> Iterator[str]:
    outcome, lang = recorded.outcome, recorded.lang
    totals = summary_of_record(outcome)
    for text, count in ((words.SILENCED_COUNT, totals.silenced), (words.HIDDEN_COUNT, totals.hidden)):
        if count:
            yield text.say(lang, count=count)
    if outcome.baseline is not None:
        yield from (prose(each, lang) for each in briefs.baseline_lines(outcome.baseline, lang))


def _notes(recorded: Recorded) -> Iterator[Block]:
    lang, inputs = recorded.lang, recorded.outcome.inputs
    noted = [(each, note) for each in inputs for note in each.notes]
    yield Heading(1, words.ANNEX_NOTES.say(lang), fresh=bool(noted))
    if not noted:
        yield Paragraph(words.NO_NOTES.say(lang))
        return
    yield Paragraph(words.NOTES_INTRO.say(lang))
    columns = (words.NOTE_PLACE, words.NOTE, words.QUOTE)
    yield Table(
        caption="",
        columns=tuple(each.say(lang) for each in columns),
        rows=tuple(_note_row(given, note, lang) for given, note in noted[:_NOTES]),
        widths=(6, 12, 8),
    )
    if len(noted) > _NOTES:
        yield Paragraph(words.MORE.say(lang, count=len(noted) - _NOTES))


def _note_row(given: InputRecord, note: NoteRecord, lang: Lang) -> tuple[str, ...]:
    line = None if note.line is None else (note.line, note.line)
    level = words.NOTE_LEVELS[note.level].say(lang)
    where = place_words(given.file, note.page, line, None, lang)
    return (where, f"{level}: {prose(note.message, lang)}", quoted_text(note.quote) if note.quote else "–")


def _basis(recorded: Recorded, groups: tuple[Group, ...]) -> Iterator[Block]:
    """The provisions that findings stand on, in the order of the data file."""
    lang = recorded.lang
    used: dict[str, list[int]] = {}
    told: dict[str, BasisRecord] = {}
    for group in groups:
        for number, finding in group.findings.items():
            for each in finding.basis:
                told[each.id] = each
                used.setdefault(each.id, []).append(number)
    yield Heading(1, words.ANNEX_BASIS.say(lang), fresh=True)
    if not used:
        yield Paragraph(words.NONE.say(lang))
        return
    yield Paragraph(words.BASIS_INTRO.say(lang, date=provisions.snapshot()))
    known = provisions.provisions()
    order = {each: at for at, each in enumerate(known)}
    for id_ in sorted(used, key=lambda each: (order.get(each, len(order)), each)):
        found = words.USED_NUMBERS.say(lang, numbers=number_list(used[id_], lang))
        parts = _known_parts(known[id_], lang) if id_ in known else _told_parts(told[id_], lang)
        shown = tuple(Part(label, prose(text, lang)) for label, text in parts if text)
        title = f"{name(id_, lang)}. {name(told[id_].title, lang)}"
        yield Card(title, "", "plain", (*shown, Part(words.USED_IN.say(lang), found)))


def _known_parts(each: Provision, lang: Lang) -> Iterator[tuple[str, str]]:
    yield words.REGULATION.say(lang), locator(each) or words.REGULATION_NONE.say(lang)
    yield words.WORDING.say(lang), f'"{each.quote}"' if each.quote else ""
    yield words.VERIFICATION.say(lang), grade(each, lang)
    yield words.READ_AT.say(lang), each.source_url
    yield words.ALSO_IN.say(lang), "; ".join(each.sources)
    yield words.REMARK.say(lang), each.note_id if lang == "id" else each.note_en


def _told_parts(each: BasisRecord, lang: Lang) -> Iterator[tuple[str, str]]:
    """What the record says of a provision that is not of this catalogue."""
    where = ", ".join(part for part in (each.citation, each.provision) if part)
    yield words.REGULATION.say(lang), where or words.REGULATION_NONE.say(lang)
    yield words.VERIFICATION.say(lang), briefs.verification(each, lang)


def _silenced(recorded: Recorded) -> Iterator[Block]:
    lang = recorded.lang
    yield Heading(1, words.ANNEX_SILENCED.say(lang), fresh=True)
    yield Paragraph(words.SILENCED_INTRO.say(lang))
    for each in recorded.outcome.suppressed or ():
        parts = (
            Part(words.CONDITION.say(lang), prose(each.condition, lang)),
            Part(words.SILENCED_WHY.say(lang), prose(briefs.why_silenced(each.suppression, lang), lang)),
        )
        title = name(recorded.titles.get(each.code, each.name), lang)
        yield Card(title, f"{name(each.unit, lang)} · {remarks(each, lang)}", "plain", parts)
