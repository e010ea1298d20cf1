"""All sheets put into one workbook."""

import datetime
import io
from collections.abc import Iterator

from xlsxwriter import Workbook

from pkcheck import workbook_texts as words
from pkcheck.config import ReportSettings
from pkcheck.record import Recorded

from .account import coverage, not_checked, notes, provisions
from .budget import budget
from .cascade import cascade
from .drawing import FONT, SIZE, draw, pens_of, set_page
from .evaluation import cascading, funding, smart
from .findings import evidence, findings, silenced
from .naming import whose, years
from .summary import draw_summary
from .table import Table


def workbook(recorded: Recorded, made: datetime.datetime, own: ReportSettings | None, *, suppressed: bool) -> bytes:
    """The file; `made` is what it says of when that was, `own` who signs."""
    lang, written = recorded.lang, io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(written, options)
    book.set_properties(
        {"title": words.TITLE.say(lang), "created": made, "comments": f"pkcheck {recorded.outcome.version}"}
    )
    book.formats[0].set_font_name(FONT)
    book.formats[0].set_font_size(SIZE)
    pen = pens_of(book)
    tables = list(_tables(recorded, suppressed=suppressed))
    summary = book.add_worksheet(words.SUMMARY.say(lang))
    set_page(summary, lang, words.SUMMARY, whose(recorded), years(recorded))
    draw_summary(book, summary, recorded, pen, own or ReportSettings())
    for table in tables:
        sheet = book.add_worksheet(table.name.say(lang))
        set_page(sheet, lang, table.name, whose(recorded), years(recorded))
        draw(sheet, table, lang, pen)
    book.close()
    return written.getvalue()


def _tables(recorded: Recorded, *, suppressed: bool) -> Iterator[Table]:
    yield findings(recorded)
    yield evidence(recorded)
    yield cascade(recorded)
    yield budget(recorded)
    yield smart(recorded)
    yield cascading(recorded)
    yield funding(recorded)
    yield coverage(recorded)
    yield not_checked(recorded)
    yield notes(recorded)
    yield provisions(recorded)
    if suppressed:
        yield silenced(recorded)
