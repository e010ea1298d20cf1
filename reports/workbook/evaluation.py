"""The papers KKE-1, KKE-2 and KKE-3 of the SAKIP evaluation (PermenPANRB 88/2021), as far as documents fill them in.

The columns are those of the forms in use with it. What only a person can judge is left blank.
"""

from collections.abc import Iterator

from pkcheck import workbook_texts as words
from pkcheck.record import AgreementRecord, IndicatorRecord, ObjectiveRecord, Recorded
from pkcheck.texts import Lang, Text

from .budget import programme
from .cascade import in_force, standing_words, target_words
from .cells import one_line
from .naming import findings_by_subject, joined, office, see, who
from .table import Column, Formula, Row, Table, first_row

_BINARY = (Text(id="1", en="1"), Text(id="0", en="0"))
_LETTERS = (words.YES, words.NO)


def _score(heading: Text) -> Column:
    return Column(heading, 11, "count", choices=_BINARY, own=True)


def _letter(heading: Text) -> Column:
    return Column(heading, 14, choices=_LETTERS, own=True, centred=True)


_SMART_COLUMNS = (
    Column(words.NUMBER, 7, "count"),
    Column(words.OBJECTIVE, 44),
    Column(words.INDICATOR, 44),
    Column(words.TARGET, 16, centred=True),
    *(_score(each) for each in (words.SPECIFIC, words.MEASURABLE, words.ACHIEVABLE, words.RELEVANT, words.TIME_BOUND)),
    Column(words.SUM, 9, "count"),
    _score(words.CHALLENGING),
    Column(words.REMARK, 26),
)
_CASCADING_COLUMNS = (
    Column(words.NUMBER, 7, "count"),
    Column(words.INDICATOR, 56),
    _letter(words.IN_PLAN),
    _letter(words.IN_WORK_PLAN),
    _letter(words.IN_AGREEMENT),
    Column(words.OFFICE, 36),
    _letter(words.FIT),
    Column(words.REMARK, 60),
)
_FUNDING_COLUMNS = (
    Column(words.NUMBER, 7, "count"),
    Column(words.UNIT, 36),
    Column(words.BUDGET_LEVEL, 14),
    Column(words.FUNDED, 50),
    Column(words.FUNDED_TARGET, 26, own=True),
    Column(words.FUNDS, 21, "money"),
    _score(words.FITS_PLAN),
    _score(words.FITS_WORK_PLAN),
    Column(words.SUM, 9, "count"),
    Column(words.REMARK, 28),
)


def smart(recorded: Recorded) -> Table:
    """KKE-1: every indicator held against the criteria of a SMART one."""
    intro = (words.SMART_INTRO, words.TO_FILL_IN, *_old(recorded))
    return Table(words.SMART, intro, _SMART_COLUMNS, tuple(_smart_rows(recorded, first_row(intro))), repeated=1)


def cascading(recorded: Recorded) -> Table:
    """KKE-2: every indicator with its level and whether it is handed down as it should be."""
    intro = (words.CASCADING_INTRO, words.TO_FILL_IN, *_old(recorded))
    return Table(words.CASCADING, intro, _CASCADING_COLUMNS, tuple(_cascading_rows(recorded)), repeated=2)


def funding(recorded: Recorded) -> Table:
    """KKE-3: every budget line."""
    intro = (words.FUNDING_INTRO, words.TO_FILL_IN, *_old(recorded))
    return Table(words.FUNDING, intro, _FUNDING_COLUMNS, tuple(_funding_rows(recorded, first_row(intro))), repeated=1)


def _old(recorded: Recorded) -> tuple[Text, ...]:
    old = any(each.objectives is None for each in recorded.outcome.agreements)
    return (words.OLD_DOCUMENT,) if old else ()


def _rows_of(agreement: AgreementRecord) -> Iterator[tuple[ObjectiveRecord, IndicatorRecord]]:
    for objective in agreement.objectives or ():
        yield from ((objective, indicator) for indicator in objective.indicators)


def _smart_rows(recorded: Recorded, at: int) -> Iterator[Row]:
    numbers, number = findings_by_subject(recorded.outcome.findings), 0
    for agreement in in_force(recorded):
        yield _section(who(agreement, agreement.id), len(_SMART_COLUMNS))
        at += 1
        for objective, indicator in _rows_of(agreement):
            number += 1
            measurable, timed = _measurable(indicator), None if agreement.fiscal_year is None else 1
            scored = [each for each in (measurable, timed) if each is not None]
            known = sum(scored) if scored else ""
            about = [*numbers.get(objective.id, ()), *numbers.get(indicator.id, ())]
            scores = (None, measurable, None, None, timed, _sum_of(f"E{at}:I{at}", known), None)
            texts = (one_line(objective.text), one_line(indicator.text), target_words(indicator, recorded.lang))
            yield Row((number, *texts, *scores, see(about, recorded.lang)))
            at += 1


def _measurable(indicator: IndicatorRecord) -> int | None:
    """1 where the target has a figure with its unit, or a grade; 0 where it is empty; else a person must look."""
    target = indicator.target
    if target is None or not (target.raw or target.predicate or target.value is not None):
        return 0
    return 1 if target.predicate or (target.value is not None and target.unit) else None


def _cascading_rows(recorded: Recorded) -> Iterator[Row]:
    lang, numbers = recorded.lang, findings_by_subject(recorded.outcome.findings)
    homes = {each.id: agreement for agreement in recorded.outcome.agreements for each in agreement.indicators()}
    number = 0
    for agreement in in_force(recorded):
        for _, indicator in _rows_of(agreement):
            number += 1
            links = indicator.derives_from
            fits = words.YES.say(lang) if links and all(each.standing == "equal" for each in links) else None
            told = [
                joined(
                    words.DERIVED.say(lang, parent=f"{office(homes[each.parent])} ({one_line(each.parent)})"),
                    standing_words(each, lang) if each.standing != "equal" else "",
                )
                for each in links
                if each.parent in homes
            ]
            remark = joined(
                *told, "" if told else _without_parent(agreement, lang), see(numbers.get(indicator.id, ()), lang)
            )
            stated = (None, None, words.YES.say(lang))
            yield Row((number, one_line(indicator.text), *stated, office(agreement), fits, remark))


def _without_parent(agreement: AgreementRecord, lang: Lang) -> str:
    match agreement.supervisor_status:
        case "top":
            return words.TOP.say(lang)
        case "missing":
            return words.SUPERIOR_NOT_IN_SET.say(lang)
        case "found":
            return words.NO_PARENT.say(lang)
        case _:
            return words.SUPERIOR_NOT_KNOWN.say(lang)


def _funding_rows(recorded: Recorded, at: int) -> Iterator[Row]:
    lang, numbers, number = recorded.lang, findings_by_subject(recorded.outcome.findings), 0
    for agreement in in_force(recorded):
        for line in agreement.budget or ():
            number += 1
            unread = words.NOT_READ.say(lang, raw=one_line(line.raw or "")) if line.amount is None else ""
            remark = joined(unread, see(numbers.get(line.id, ()), lang))
            kind = words.LEVELS[line.level].say(lang)
            scores = (None, None, _sum_of(f"G{at}:H{at}", ""))
            yield Row((number, office(agreement), kind, programme(line), None, line.amount, *scores, remark))
            at += 1


def _sum_of(cells: str, value: int | str) -> Formula:
    """The scores added up; nothing where none is given yet."""
    return Formula(f'=IF(COUNT({cells})=0,"",SUM({cells}))', value)


def _section(title: str, width: int) -> Row:
    """A row that names the agreement of those below it."""
    return Row((None, title, *(None for _ in range(width - 2))), tone="head")
