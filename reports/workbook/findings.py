"""The sheets of findings: what was found, every place of it, and what was silenced."""

from collections.abc import Iterator
from itertools import groupby

from pkcheck import report_texts
from pkcheck import workbook_texts as words
from pkcheck.briefs import why_silenced
from pkcheck.display import clipped
from pkcheck.findings import EvidenceRecord, FindingRecord
from pkcheck.record import Recorded
from pkcheck.texts import Lang

from .cells import one_line
from .naming import who
from .table import Cell, Column, Formula, Row, Table

RECEIVED, DAYS = "received_on", "days_to_answer"
INTRO = (words.FINDINGS_INTRO, words.TO_FILL_IN)
_PLACES, _QUOTE = 5, 200
_COLUMNS = (
    Column(words.NUMBER, 6, "count"),
    Column(words.CODE_AND_KIND, 21),
    Column(words.UNIT, 27),
    Column(words.CONDITION, 48),
    Column(words.CRITERION, 36),
    Column(words.CAUSE, 26, own=True),
    Column(words.EFFECT, 36),
    Column(words.RECOMMENDATION, 34),
    Column(words.EVIDENCE, 44),
    Column(words.AMOUNT, 16, "money"),
    Column(words.SEVERITY, 12, choices=tuple(words.SEVERITIES.values())),
    Column(words.CERTAINTY, 13, choices=tuple(words.CERTAINTIES.values())),
    Column(words.CONCLUSION, 14, choices=words.CONCLUSIONS, own=True),
    Column(words.FOLLOW_UP, 15, choices=words.FOLLOW_UPS, own=True),
    Column(words.RESPONSE, 24, own=True),
    Column(words.DUE, 14, "date", own=True),
    Column(words.FINGERPRINT, 19),
)
_EVIDENCE_COLUMNS = (
    Column(words.FINDING, 9, "count"),
    Column(words.CODE, 10),
    Column(words.UNIT, 34),
    Column(words.FILE, 34),
    Column(words.PAGE, 10, "count"),
    Column(words.LINE, 9, "count"),
    Column(words.CELL, 9),
    Column(words.QUOTE, 60),
    Column(words.MATCHED, 13, choices=words.YES_NO, own=True),
    Column(words.REMARK, 24, own=True),
)
_SILENCED_COLUMNS = (
    Column(words.CODE, 10),
    Column(words.UNIT, 30),
    Column(words.CONDITION, 60),
    Column(words.SEVERITY, 12),
    Column(words.CERTAINTY, 13),
    Column(words.WHY_SILENCED, 48),
    Column(words.FINGERPRINT, 19),
)


def findings(recorded: Recorded) -> Table:
    """One finding a row, in the five parts, with what the inspector adds."""
    return Table(
        name=words.FINDINGS,
        intro=INTRO,
        columns=_COLUMNS,
        rows=tuple(_row(number, each, recorded) for number, each in enumerate(recorded.outcome.findings, 1)),
        repeated=2,
        broken_at=7,
        printed=len(_COLUMNS) - 1,
    )


def evidence(recorded: Recorded) -> Table:
    """Every place of every finding."""
    return Table(
        words.EVIDENCE,
        (words.EVIDENCE_INTRO, words.TO_FILL_IN),
        _EVIDENCE_COLUMNS,
        tuple(_places(recorded)),
        repeated=2,
    )


def silenced(recorded: Recorded) -> Table:
    """What was silenced, and why."""
    lang = recorded.lang
    rows = tuple(
        Row(
            (
                each.code,
                _whom(each, recorded),
                one_line(each.condition),
                words.SEVERITIES[each.severity].say(lang),
                words.CERTAINTIES[each.certainty].say(lang),
                one_line(why_silenced(each.suppression, lang)),
                each.fingerprint,
            )
        )
        for each in recorded.outcome.suppressed or ()
    )
    return Table(words.SILENCED, (), _SILENCED_COLUMNS, rows, repeated=1)


def column_of(heading: object) -> int:
    """Where a column stands on the sheet of findings, counted from 0."""
    return next(at for at, each in enumerate(_COLUMNS) if each.heading is heading)


def _row(number: int, finding: FindingRecord, recorded: Recorded) -> Row:
    lang = recorded.lang
    cells: tuple[Cell, ...] = (
        number,
        f"{finding.code}\n{one_line(recorded.titles[finding.code])}",
        _whom(finding, recorded),
        one_line(finding.condition),
        one_line(recorded.provisions_of(finding)),
        None,
        one_line(finding.effect),
        one_line(finding.recommendation),
        "\n".join(_evidence_lines(finding, lang)),
        finding.amount,
        words.SEVERITIES[finding.severity].say(lang),
        words.CERTAINTIES[finding.certainty].say(lang),
        words.WAITING.say(lang),
        None,
        None,
        Formula(f'=IF({RECEIVED}="","",{RECEIVED}+{DAYS})', ""),
        finding.fingerprint,
    )
    return Row(cells)


def _whom(finding: FindingRecord, recorded: Recorded) -> str:
    """The agreement's official and what of it is meant."""
    agreement = recorded.agreements.get(finding.agreement)
    name = who(agreement, finding.unit or finding.agreement)
    if finding.subject.kind in ("agreement", "unit"):
        return name
    kind = report_texts.KINDS_ONE[finding.subject.kind].say(recorded.lang)
    return f"{name}\n({kind} {one_line(finding.subject.id)})"


def _evidence_lines(finding: FindingRecord, lang: Lang) -> Iterator[str]:
    """The first places, quoted, under the name of their file."""
    for file, places in groupby(finding.evidence[:_PLACES], key=lambda each: each.file):
        yield f"{one_line(file)}:"
        for each in places:
            quote = clipped(one_line(each.quote), _QUOTE)
            said = f'"{quote}"' if quote else report_texts.EMPTY.say(lang)
            yield f"{_spot(each, lang)}: {said}"
    more = len(finding.evidence) - _PLACES
    if more > 0:
        yield words.MORE_EVIDENCE.say(lang, count=more)


def _spot(evidence: EvidenceRecord, lang: Lang) -> str:
    """`halaman 3, baris 28`; the file as a whole, where no more is known."""
    told = {words.PAGE: evidence.page, words.CELL: evidence.cell, words.LINE: evidence.line}
    if evidence.cell is not None:
        del told[words.LINE]
    parts = [f"{each.say(lang).lower()} {one_line(str(at))}" for each, at in told.items() if at is not None]
    return ", ".join(parts) or words.WHOLE_FILE.say(lang)


def _places(recorded: Recorded) -> Iterator[Row]:
    lang = recorded.lang
    for number, finding in enumerate(recorded.outcome.findings, 1):
        name = who(recorded.agreements.get(finding.agreement), finding.unit or finding.agreement)
        for each in finding.evidence:
            quote = one_line(each.quote) or report_texts.EMPTY.say(lang)
            cell = one_line(each.cell) if each.cell else None
            place = (one_line(each.file), each.page, each.line, cell)
            yield Row((number, finding.code, name, *place, quote, None, None))
