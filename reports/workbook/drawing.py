"""How sheets look: fonts, fills, widths, what is printed where, and the lists to choose from."""

import datetime
from collections.abc import Callable, Mapping
from functools import cache
from math import ceil
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pkcheck import workbook_texts as words
from pkcheck.texts import Lang, Text

from .cells import fitting, looks_like_formula, page_text
from .table import TITLE_ROWS, Cell, Column, Formula, Row, Table, listed

Pen = Callable[..., Format]
FONT, SIZE = "Arial", 9
DARK, PALE, GREY, YELLOW, RED = "#1F3864", "#E9EEF7", "#BFBFBF", "#FFF9DB", "#FBE3E0"
_A4 = 9
# As Excel itself writes rupiah: what it does not know it takes for damage.
_MONEY: Mapping[Lang, str] = {
    "id": "[$Rp-421] #,##0;[Red]-[$Rp-421] #,##0",
    "en": '"Rp"#,##0;[Red]-"Rp"#,##0',
}
_DATE: Mapping[Lang, str] = {"id": "[$-421]d mmmm yyyy", "en": "[$-809]d mmmm yyyy"}
# Pixels to a page of A4 across within the margins, to a character of a column's width, and around it.
_PAGE_WIDTH, _CHARACTER, _AROUND = 1020, 7, 5
# Letters of a text to a character of width, which is a digit's.
_LETTERS = 1.15
_LINE_HEIGHT = 11.6
_LEAST_SCALE = 40


def pens_of(book: Workbook) -> Pen:
    """Formats by their traits, each made once."""

    @cache
    def pen(**traits: Any) -> Format:
        return book.add_format({"font_name": FONT, "font_size": SIZE, "valign": "top", **traits})

    return pen


def traits_of(look: str, lang: Lang) -> dict[str, Any]:
    """How a kind of cell is shown."""
    match look:
        case "money":
            return {"num_format": _MONEY[lang], "align": "right"}
        case "date":
            return {"num_format": _DATE[lang], "align": "left"}
        case "count":
            return {"num_format": "0", "align": "center"}
        case _:
            return {"text_wrap": True}


def put(sheet: Worksheet, at: tuple[int, int], cell: Cell, lang: Lang, pen: Pen, **traits: Any) -> None:
    """One cell. Text is written as text, whatever it looks like."""
    row, column = at
    if isinstance(cell, Formula):
        sheet.write_formula(row, column, cell.text, pen(**traits), cell.value)
    elif isinstance(cell, datetime.date):
        sheet.write_datetime(row, column, datetime.datetime(cell.year, cell.month, cell.day), pen(**traits))  # noqa: DTZ001
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell, pen(**traits))
    elif not cell:
        sheet.write_blank(row, column, None, pen(**traits))
    else:
        text = fitting(cell, lang)
        quoted = {"quote_prefix": True} if looks_like_formula(text) else {}
        sheet.write_string(row, column, text, pen(**traits, **quoted))


def set_page(sheet: Worksheet, lang: Lang, title: Text, whose: str, years: str) -> None:
    """A4 across, with whose paper it is above and who answers for it below."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
    head = "&8"
    sheet.set_header(f"&L{head} {page_text(whose)}&C{head} {title.say(lang)}&R{head} {page_text(years, 30)}")
    foot = [words.PREPARED_FOOT.say(lang), words.PAGE_OF.say(lang), words.REVIEWED_FOOT.say(lang)]
    sheet.set_footer(f"&L{head} {foot[0]}&C{head} {foot[1]}&R{head} {foot[2]}")


def draw(sheet: Worksheet, table: Table, lang: Lang, pen: Pen) -> None:
    """A sheet with its title, its introduction and its table."""
    head = TITLE_ROWS + len(table.intro)
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, column.width)
    _draw_head(sheet, table, lang, pen)
    for at, column in enumerate(table.columns):
        put(sheet, (head, at), column.heading.say(lang), lang, pen, **heading_traits())
    sheet.set_row(head, _heading_height(table, lang))
    for number, row in enumerate(table.rows, head + 1):
        _draw_row(sheet, (number, row), table, lang, pen)
    last = head + max(len(table.rows), 1)
    if not table.rows:
        put(sheet, (last, 0), words.NOTHING.say(lang), lang, pen, italic=True)
    sheet.autofilter(head, 0, last, len(table.columns) - 1)
    sheet.freeze_panes(head + 1, table.repeated)
    sheet.repeat_rows(head)
    sheet.outline_settings(True, False)  # a row folds under the one above it
    for at, column in enumerate(table.columns):
        _guide(sheet, (head + 1, at, last), column, lang)
    _fit(sheet, table, last)


def heading_traits() -> dict[str, Any]:
    """How the head of a column looks."""
    return {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": DARK,
        "border": 1,
        "border_color": GREY,
        "text_wrap": True,
        "valign": "vcenter",
        "align": "center",
    }


def lines_needed(text: str, width: float) -> int:
    """About how many lines a text takes in a cell of that width, rather one too many: what is cut off is not read."""
    return sum(_wrapped(line, max(width * _LETTERS, 1)) for line in text.split("\n"))


def row_height(lines: int) -> float:
    """The height of so many lines, as far as a row can be."""
    return min(409.0, lines * _LINE_HEIGHT + 3)


def _wrapped(line: str, width: float) -> int:
    """The lines that words take when each that does not fit opens a new one; a word too long goes on over several."""
    lines, used = 1, 0
    for word in line.split(" "):
        if used and used + 1 + len(word) > width:
            lines, used = lines + 1, 0
        used += len(word) + bool(used)
        if used > width:
            more = ceil(used / width) - 1
            lines, used = lines + more, used - int(more * width)
    return lines


def _draw_head(sheet: Worksheet, table: Table, lang: Lang, pen: Pen) -> None:
    # Clear of the columns that stand on both pages: there only its beginning would.
    first = table.repeated if table.broken_at else 0
    last = table.broken_at or table.printed or len(table.columns)
    width = sum(each.width for each in table.columns[first:last])
    sheet.write_string(0, 0, table.name.say(lang), pen(bold=True, font_size=14, font_color=DARK))
    sheet.set_row(0, 22)
    for at, line in enumerate(table.intro, TITLE_ROWS):
        text = line.say(lang)
        sheet.merge_range(at, first, at, last - 1, text, pen(text_wrap=True, italic=True, font_color="#404040"))
        sheet.set_row(at, row_height(lines_needed(text, width)))


def _heading_height(table: Table, lang: Lang) -> float:
    return row_height(max(lines_needed(each.heading.say(lang), each.width - 3) for each in table.columns)) + 3


def _draw_row(sheet: Worksheet, at_row: tuple[int, Row], table: Table, lang: Lang, pen: Pen) -> None:
    number, row = at_row
    tones: dict[str, dict[str, Any]] = {
        "plain": {},
        "head": {"bold": True, "bg_color": PALE},
        "alert": {"bg_color": RED},
    }
    lines = 1
    for at, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        traits = {"border": 1, "border_color": GREY, **traits_of(column.look, lang), **tones[row.tone]}
        if column.own and row.tone != "head":
            traits["bg_color"] = YELLOW
        if column.centred:
            traits["align"] = "center"
        indent = min(row.depth, 8) if at == table.indented else 0
        if indent:
            traits |= {"indent": indent, "align": "left"}
        put(sheet, (number, at), cell, lang, pen, **traits)
        if isinstance(cell, str):
            # Two characters to a step of indentation.
            lines = max(lines, lines_needed(cell, column.width - 2 * indent))
    folded = {"level": min(row.depth, 7)} if table.indented is not None and row.depth else {}
    sheet.set_row(number, row_height(lines), None, folded)


def _guide(sheet: Worksheet, at: tuple[int, int, int], column: Column, lang: Lang) -> None:
    """What may be entered: one of a list, or a date."""
    first, place, last = at
    if column.choices:
        sheet.data_validation(
            first,
            place,
            last,
            place,
            {"validate": "list", "source": listed(column.choices, lang), "error_message": words.CHOOSE.say(lang)},
        )
    elif column.own and column.look == "date":
        day = datetime.date(2000, 1, 1)
        sheet.data_validation(
            first,
            place,
            last,
            place,
            {
                "validate": "date",
                "criteria": ">",
                "value": day,
                "error_type": "warning",
                "error_message": words.DATE_WANTED.say(lang),
            },
        )


def _fit(sheet: Worksheet, table: Table, last: int) -> None:
    """One page across, or two with the first columns on both: these as large as the wider of the two may be."""
    widths = [each.width * _CHARACTER + _AROUND for each in table.columns[: table.printed]]
    sheet.print_area(0, 0, last, len(widths) - 1)
    if table.broken_at is None:
        sheet.fit_to_pages(1, 0)
        return
    repeated = sum(widths[: table.repeated])
    widest = max(sum(widths[: table.broken_at]), repeated + sum(widths[table.broken_at :]))
    sheet.repeat_columns(0, table.repeated - 1)
    sheet.set_v_pagebreaks([table.broken_at])
    sheet.set_print_scale(max(_LEAST_SCALE, min(100, int(100 * _PAGE_WIDTH / widest))))
