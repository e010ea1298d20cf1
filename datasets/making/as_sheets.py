"""The real document as a workbook: a sheet for each statement and each annex, percentages and amounts as numbers."""

import re
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from making.transcript import Annex, Field, Group, Page, Statement, Transcript
from papers import sheet
from papers.markup import bare

_WIDTHS = (5, 42, 48, 24)
_PERCENT = re.compile(r"^(\d+)(?:,(\d))?%$")


def write(document: Transcript, path: Path) -> Path:
    """Write `document` into the workbook at `path`."""
    book = sheet.new()
    cover = sheet.add(book, "Sampul", _WIDTHS)
    for at, line in enumerate(document.cover, 10):
        sheet.put(cover, f"A{at}:D{at}", line, bold=True, align="center")
    for agreement in document.agreements:
        _statement(sheet.add(book, f"{agreement.id} pernyataan", _WIDTHS), agreement.statement)
        _annex(sheet.add(book, f"{agreement.id} lampiran", _WIDTHS), agreement.annex)
    return sheet.save(book, path)


def _opening(page: Worksheet, content: Page) -> int:
    for at, line in enumerate((*content.letterhead, "", content.title), 1):
        sheet.put(page, f"A{at}:D{at}", line or None, bold=True, align="center")
    return len(content.letterhead) + 4


def _statement(page: Worksheet, content: Statement) -> None:
    at = _opening(page, content)
    for each in content.body:
        if isinstance(each, Field):
            _field(page, at, each)
        else:
            sheet.put(page, f"A{at}:D{at}", bare(each))
            page.row_dimensions[at].height = 15 * (1 + len(each) // 110)
        at += 1
    _closing(page, at + 1, content)


def _annex(page: Worksheet, content: Annex) -> None:
    at = _opening(page, content)
    for field in content.fields:
        _field(page, at, field)
        at += 1
    at += 1
    for words in (content.head, content.numbers):
        sheet.row(page, at, words, bold=True)
        at += 1
    for row in content.rows:
        if isinstance(row, Group):
            sheet.put(page, f"A{at}:D{at}", row.text, bold=True, ruled=True)
            at += 1
            continue
        merged = len(row.indicators)
        last = at + merged - 1
        for column, text in (("A", int(row.no)), ("B", bare(row.text))):
            sheet.put(page, f"{column}{at}:{column}{last}" if last > at else f"{column}{at}", text, ruled=True)
        for indicator, target in row.indicators:
            page.row_dimensions[at].height = 14 * max(1 + len(indicator) // 44, 1 + len(row.text) // 38 // merged)
            sheet.put(page, f"C{at}", bare(indicator), ruled=True)
            _target(page, f"D{at}", target)
            at += 1
    at += 1
    sheet.put(page, f"B{at}:C{at}", content.budget_head[0], bold=True, align="center", ruled=True)
    sheet.put(page, f"D{at}", content.budget_head[1], bold=True, align="center", ruled=True)
    for name, _, amount in content.budget:
        at += 1
        sheet.put(page, f"B{at}:C{at}", name, ruled=True)
        sheet.put(page, f"D{at}", amount, shown=sheet.RUPIAH, ruled=True)
    _closing(page, at + 2, content)


def _target(page: Worksheet, where: str, raw: str) -> None:
    """A percentage as the number that a workbook keeps, 0,975 for 97,5%; anything else as it was typed."""
    percent = _PERCENT.match(raw)
    if percent is None:
        sheet.put(page, where, raw, align="center", ruled=True)
        return
    share = round(float(f"{percent[1]}.{percent[2] or 0}") / 100, 4)
    sheet.put(page, where, share, shown="0.0%" if percent[2] else "0%", align="center", ruled=True)


def _field(page: Worksheet, at: int, field: Field) -> None:
    sheet.put(page, f"A{at}:B{at}", field.label)
    sheet.put(page, f"C{at}:D{at}", ": " + field.value.replace("\n", " "))


def _closing(page: Worksheet, at: int, content: Page) -> None:
    sheet.put(page, f"C{at}:D{at}", content.dated, align="center")
    columns = ("C{0}:D{0}",) if len(content.blocks) == 1 else ("A{0}:B{0}", "C{0}:D{0}")
    for place, block in zip(columns, content.blocks, strict=True):
        for offset, line in enumerate(block.lines, 2):
            sheet.put(page, place.format(at + offset), line or None, align="center")
