"""The real document as a Word file: letterheads in the page headers, merged cells, signature tables without rules."""

from pathlib import Path

from docx.document import Document

from making.transcript import Annex, Field, Group, Page, Statement, Transcript
from papers import word

_LABEL, _COLON, _VALUE = 32, 5, 128


def write(document: Transcript, path: Path) -> Path:
    """Write `document` into the Word file at `path`."""
    file = word.new(font="Bookman Old Style")
    for line in document.cover:
        word.text(file, line, "center", bold=True, size=16, after=12)
    for agreement in document.agreements:
        _statement(file, agreement.statement)
        _annex(file, agreement.annex)
    return word.save(file, path)


def _opening(file: Document, page: Page) -> None:
    section = word.new_section(file)
    word.letterhead(section, page.letterhead, bold_lines=1 if len(page.letterhead) > 2 else 2)  # noqa: PLR2004
    word.text(file, page.title, "center", bold=True, size=13, after=12)


def _statement(file: Document, page: Statement) -> None:
    _opening(file, page)
    for each in page.body:
        if isinstance(each, Field):
            _fields(file, [each])
        else:
            word.text(file, each, "both", after=8)
    _closing(file, page)


def _annex(file: Document, page: Annex) -> None:
    _opening(file, page)
    _fields(file, page.fields)
    word.text(file, "")
    word.table(
        file, list(_table(page)), (12, 58, 62, 33), heads=2, aligns=("center", "left", "left", "center"), size=10
    )
    word.text(file, "")
    rows = [page.budget_head, *((name, raw) for name, raw, _ in page.budget)]
    word.table(file, rows, (110, 55), aligns=("left", "right"), size=10)
    _closing(file, page)


def _fields(file: Document, fields: tuple[Field, ...] | list[Field]) -> None:
    rows = [(each.label, ":", each.value) for each in fields]
    word.table(file, rows, (_LABEL, _COLON, _VALUE), heads=0, ruled=False)


def _table(page: Annex) -> list[list[word.TableCell]]:
    rows: list[list[word.TableCell]] = [list(page.head), list(page.numbers)]
    for row in page.rows:
        if isinstance(row, Group):
            rows.append([word.Span(row.text, cols=4, bold=True, align="left"), None, None, None])
            continue
        merged = len(row.indicators)
        for at, (indicator, target) in enumerate(row.indicators):
            opening = [word.Span(row.no, merged), word.Span(row.text, merged)] if at == 0 else [None, None]
            rows.append([*opening, indicator, target])
    return rows


def _closing(file: Document, page: Page) -> None:
    word.text(file, "")
    word.text(file, page.dated, "right", after=6)
    if len(page.blocks) == 1:
        word.side_by_side(file, (), page.blocks[0].lines)
    else:
        word.side_by_side(file, page.blocks[0].lines, page.blocks[1].lines)
