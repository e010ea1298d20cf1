"""The real document as a digital PDF on folio: ruled tables whose rows run over pages, heads repeated."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from making.transcript import Annex, Field, Group, Page, Statement, Transcript
from papers import press

_NEW_PAGE = "#pagebreak()\n"


def write(document: Transcript, path: Path) -> Path:
    """Print `document` into the PDF at `path`."""
    cover = f"#v(80mm)\n{press.centred(document.cover)}"
    pages = [page for each in document.agreements for page in (_statement(each.statement), _annex(each.annex))]
    return press.pdf(_NEW_PAGE.join([cover, *pages]), path, page="width: 210mm, height: 330mm")


def _opening(page: Page) -> Iterator[str]:
    yield press.centred(page.letterhead)
    yield "#line(length: 100%, stroke: 1.2pt)\n"
    yield press.centred([page.title])
    yield "#v(3mm)\n"


def _statement(page: Statement) -> str:
    return "".join(_statement_parts(page))


def _statement_parts(page: Statement) -> Iterator[str]:
    yield from _opening(page)
    for each in page.body:
        yield _fields([each]) if isinstance(each, Field) else f"#par(justify: true)[{press.said(each)}]\n\n"
    yield from _closing(page)


def _annex(page: Annex) -> str:
    return "".join(_annex_parts(page))


def _annex_parts(page: Annex) -> Iterator[str]:
    yield from _opening(page)
    yield _fields(page.fields)
    yield "#v(3mm)\n"
    heads = [press.cell(each, align="center", bold=True) for each in (*page.head, *page.numbers)]
    yield press.table(("11mm", "1fr", "1.1fr", "30mm"), _cells(page), heads)
    yield "#v(4mm)\n"
    heads = [press.cell(each, align="center", bold=True) for each in page.budget_head]
    amounts = [cell for name, raw, _ in page.budget for cell in (press.cell(name), press.cell(raw, align="right"))]
    yield press.table(("1fr", "55mm"), amounts, heads)
    yield from _closing(page)


def _fields(fields: Iterable[Field]) -> str:
    cells = [press.cell(part) for each in fields for part in (each.label, ":", each.value)]
    return press.table(("42mm", "5mm", "1fr"), cells, rules="none", inset="3pt")


def _cells(page: Annex) -> Iterator[str]:
    for row in page.rows:
        if isinstance(row, Group):
            yield press.cell(row.text, cols=4, bold=True)
            continue
        merged = len(row.indicators)
        for at, (indicator, target) in enumerate(row.indicators):
            if at == 0:
                yield press.cell(row.no, rows=merged, align="center")
                yield press.cell(row.text, rows=merged)
            yield press.cell(indicator)
            yield press.cell(target, align="center")


def _closing(page: Page) -> Iterator[str]:
    yield f"#v(4mm)\n#align(right)[{press.said(page.dated)}]\n#v(3mm)\n"
    left, right = ((), page.blocks[0].lines) if len(page.blocks) == 1 else (each.lines for each in page.blocks)
    yield press.side_by_side(left, right)
