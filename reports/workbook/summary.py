"""The first sheet: whose agreements, what was found, and who signs for it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from pkcheck import page_texts
from pkcheck import workbook_texts as words
from pkcheck.briefs import account_lines
from pkcheck.config import Official, ReportSettings
from pkcheck.record import AgreementRecord, Recorded
from pkcheck.texts import Lang, Text

from . import findings
from .cells import one_line
from .drawing import DARK, GREY, YELLOW, Pen, heading_traits, lines_needed, put, row_height, traits_of
from .naming import whose
from .table import Cell, Formula, first_row

_WIDTHS = (34, 40, 26, 20, 20, 12, 12, 12)
_LAST = len(_WIDTHS) - 1
_BORDER = {"border": 1, "border_color": GREY}


class _Sheet:
    """The sheet, and the next row to be written."""

    def __init__(self, sheet: Worksheet, recorded: Recorded, pen: Pen) -> None:
        self.sheet, self.recorded, self.pen = sheet, recorded, pen
        self.lang = recorded.lang
        self.row = 0

    def put(self, column: int, cell: Cell, **traits: object) -> None:
        put(self.sheet, (self.row, column), cell, self.lang, self.pen, **traits)

    def across(self, first: int, last: int, text: str, **traits: object) -> None:
        """Text in merged cells, high enough for it."""
        wrapped = {**traits, "text_wrap": True}
        self.sheet.merge_range(self.row, first, self.row, last, None, self.pen(**wrapped))
        self.put(first, text, **wrapped)
        width = sum(_WIDTHS[first : last + 1])
        self.sheet.set_row(self.row, row_height(lines_needed(text, width)))

    def next(self, rows: int = 1) -> None:
        self.row += rows

    def title(self, text: Text) -> None:
        self.next()
        self.put(0, text.say(self.lang), bold=True, font_size=11, font_color=DARK)
        self.next()

    def heads(self, texts: Sequence[Text]) -> None:
        for at, each in enumerate(texts):
            self.put(at, each.say(self.lang), **heading_traits())
        self.next()


def draw_summary(book: Workbook, sheet: Worksheet, recorded: Recorded, pen: Pen, own: ReportSettings) -> None:
    """The whole sheet. The names that due dates are reckoned from are defined here; `own` says who signs."""
    page = _Sheet(sheet, recorded, pen)
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    page.put(0, words.TITLE.say(page.lang), bold=True, font_size=16, font_color=DARK)
    sheet.set_row(0, 24)
    page.next(2)
    _particulars(book, page)
    page.title(words.TOTALS)
    for line in account_lines(recorded.outcome, page_texts.SEVERITIES):
        page.across(0, _LAST, one_line(line))
        page.next()
    _by_severity(page)
    _by_conclusion(page)
    _by_agreement(page)
    _signatures(page, own)
    sheet.print_area(0, 0, page.row, _LAST)
    sheet.fit_to_pages(1, 0)


def _particulars(book: Workbook, page: _Sheet) -> None:
    outcome, lang = page.recorded.outcome, page.lang
    fiscal = sorted({each.fiscal_year for each in outcome.agreements if each.fiscal_year is not None})
    files = "\n".join(one_line(each.file) for each in outcome.inputs)
    told = {
        words.AUDITEE: one_line(whose(page.recorded)),
        words.FISCAL_YEAR: ", ".join(map(str, fiscal)),
        words.FILES: files,
        words.MADE_WITH: f"{outcome.tool} {outcome.version}",
    }
    for label, text in told.items():
        page.put(0, label.say(lang), bold=True, **_BORDER)
        page.across(1, _LAST, text, **_BORDER)
        page.next()
    for label, name in ((words.PAPER_NUMBER, None), (words.ASSIGNMENT, None), (words.RECEIVED, findings.RECEIVED)):
        look = traits_of("date", lang) if name else {"text_wrap": True}
        page.put(0, label.say(lang), bold=True, text_wrap=True, **_BORDER)
        page.put(1, None, bg_color=YELLOW, **_BORDER, **look)
        if name:
            _name(book, page, name)
        page.next()
    page.put(0, words.DAYS.say(lang), bold=True, text_wrap=True, **_BORDER)
    page.put(1, 60, bg_color=YELLOW, align="left", num_format="0", **_BORDER)
    page.across(2, _LAST, words.DAYS_WHY.say(lang), italic=True, font_color="#404040")
    _name(book, page, findings.DAYS)
    page.next()


def _name(book: Workbook, page: _Sheet, name: str) -> None:
    book.define_name(name, f"='{words.SUMMARY.say(page.lang)}'!$B${page.row + 1}")


def _range(page: _Sheet, heading: Text) -> str:
    """The cells of a column of the sheet of findings."""
    column = xl_col_to_name(findings.column_of(heading))
    first = first_row(findings.INTRO)
    last = first + max(len(page.recorded.outcome.findings), 1) - 1
    return f"'{words.FINDINGS.say(page.lang)}'!${column}${first}:${column}${last}"


def _by_severity(page: _Sheet) -> None:
    lang = page.lang
    page.title(words.BY_SEVERITY)
    page.heads((words.SEVERITY, *words.CERTAINTIES.values(), words.SUM))
    severities, certainties = _range(page, words.SEVERITY), _range(page, words.CERTAINTY)
    counts = Counter((str(each.severity), str(each.certainty)) for each in page.recorded.outcome.findings)
    for name, severity in words.SEVERITIES.items():
        page.put(0, severity.say(lang), **_BORDER)
        for at, (sure, certainty) in enumerate(words.CERTAINTIES.items(), 1):
            text = f'=COUNTIFS({severities},"{severity.say(lang)}",{certainties},"{certainty.say(lang)}")'
            page.put(at, Formula(text, counts[name, sure]), **_BORDER, **traits_of("count", lang))
        total = sum(counts[name, sure] for sure in words.CERTAINTIES)
        page.put(3, Formula(f"=SUM(B{page.row + 1}:C{page.row + 1})", total), **_BORDER, **traits_of("count", lang))
        page.next()


def _by_conclusion(page: _Sheet) -> None:
    lang = page.lang
    page.title(words.BY_CONCLUSION)
    page.heads((words.CONCLUSION, words.SUM))
    cells = _range(page, words.CONCLUSION)
    for each in words.CONCLUSIONS:
        count = len(page.recorded.outcome.findings) if each is words.WAITING else 0
        page.put(0, each.say(lang), **_BORDER)
        page.put(1, Formula(f'=COUNTIF({cells},"{each.say(lang)}")', count), **_BORDER, **traits_of("count", lang))
        page.next()


def _by_agreement(page: _Sheet) -> None:
    lang, outcome = page.lang, page.recorded.outcome
    page.title(words.BY_AGREEMENT)
    heads = (words.OFFICIAL, words.POSITION, words.SUPERIOR, words.STATEMENT_DATE, words.ANNEX_DATE)
    page.heads((*heads, *words.SEVERITIES.values()))
    counts = Counter((each.agreement, str(each.severity)) for each in outcome.findings)
    for each in outcome.agreements:
        tally = [counts[each.id, name] for name in words.SEVERITIES]
        _agreement_row(page, (*_agreement(each, page), *tally))
    others = sorted({name for name, _ in counts} - page.recorded.agreements.keys())
    for name in others:
        tally = [counts[name, severity] for severity in words.SEVERITIES]
        _agreement_row(page, (words.ALL_AGREEMENTS.say(lang), one_line(name), None, None, None, *tally))


def _agreement(each: AgreementRecord, page: _Sheet) -> Iterator[Cell]:
    superior = page.recorded.agreements.get(each.supervisor or "")
    yield one_line(each.holder or each.id)
    yield one_line(each.position or each.unit or "")
    if each.replaced_by is not None:
        yield words.REPLACED.say(page.lang, by=one_line(each.replaced_by))
    else:
        yield one_line(superior.holder or superior.id) if superior else one_line(each.supervisor_link or "")
    yield each.statement_date
    yield each.annex_date


def _agreement_row(page: _Sheet, cells: Sequence[Cell]) -> None:
    looks = ("text", "text", "text", "date", "date", "count", "count", "count")
    for at, (cell, look) in enumerate(zip(cells, looks, strict=True)):
        page.put(at, cell, **_BORDER, **traits_of(look, page.lang))
    page.sheet.set_row(
        page.row,
        row_height(max(lines_needed(str(cell or ""), width) for cell, width in zip(cells, _WIDTHS, strict=True))),
    )
    page.next()


def _signatures(page: _Sheet, own: ReportSettings) -> None:
    """Who signs, as far as the settings name them; every cell can be written over."""
    page.title(words.SIGNATURES)
    page.heads((words.ROLE, words.NAME, words.DATE))
    page.row -= 1
    page.across(3, _LAST, words.SIGNATURE.say(page.lang), **heading_traits())
    page.next()
    holders = (own.members, (own.team_leader,), (own.technical_supervisor,), (own.quality_supervisor,))
    for role, officials in zip(words.ROLES, holders, strict=True):
        named = "\n".join(_named(each, page.lang) for each in officials if each)
        page.put(0, role.say(page.lang), bold=True, **_BORDER)
        page.put(1, named or None, bg_color=YELLOW, text_wrap=True, **_BORDER)
        page.put(2, None, bg_color=YELLOW, **_BORDER, **traits_of("date", page.lang))
        page.sheet.merge_range(page.row, 3, page.row, _LAST, None, page.pen(**_BORDER))
        page.sheet.set_row(page.row, max(40, row_height(lines_needed(named, _WIDTHS[1]))))
        page.next()


def _named(official: Official, lang: Lang) -> str:
    name = one_line(official.name)
    return words.NAME_AND_NIP.say(lang, name=name, nip=one_line(official.nip)) if official.nip else name
