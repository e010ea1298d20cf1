"""The real document as the print view of a web page: tables with cells that span rows."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from making.transcript import Annex, Block, Field, Group, Page, Statement, Transcript
from papers.markup import runs

_STYLE = """
body { font: 11pt "Bookman Old Style", serif; } section { page-break-after: always; }
header { text-align: center; border-bottom: 3px double #000; } h2 { text-align: center; font-size: 13pt; }
table.isi { border-collapse: collapse; width: 100%; } table.isi th, table.isi td { border: 1px solid #000; padding: 3px; }
table.ttd { width: 100%; text-align: center; } p.tanggal { text-align: right; } td { vertical-align: top; }
"""


def write(document: Transcript, path: Path) -> Path:
    """Write `document` into the HTML file at `path`."""
    pages = "".join(
        f"{''.join(_statement(each.statement))}{''.join(_annex(each.annex))}" for each in document.agreements
    )
    cover = "".join(f"<h1>{_said(line)}</h1>\n" for line in document.cover)
    path.write_text(
        '<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{_said(document.cover[0])}</title>\n<style>{_STYLE}</style>\n"
        f"<script>window.onload = function () {{ window.print(); }};</script>\n</head>\n<body>\n{cover}{pages}</body>\n</html>\n",
        encoding="utf-8",
        newline="\n",
    )
    return path


def _said(text: str) -> str:
    return "".join(f"<i>{escape(words)}</i>" if italic else escape(words) for words, italic in runs(text))


def _opening(page: Page) -> str:
    lines = "<br>\n".join(_said(line) for line in page.letterhead)
    return f"<section>\n<header>{lines}</header>\n<h2>{_said(page.title)}</h2>\n"


def _statement(page: Statement) -> Iterator[str]:
    yield _opening(page)
    for each in page.body:
        yield _fields([each]) if isinstance(each, Field) else f"<p>{_said(each)}</p>\n"
    yield _closing(page)


def _annex(page: Annex) -> Iterator[str]:
    yield _opening(page)
    yield _fields(page.fields)
    yield '<table class="isi">\n<thead>\n'
    for words in (page.head, page.numbers):
        yield f"<tr>{''.join(f'<th>{_said(each)}</th>' for each in words)}</tr>\n"
    yield "</thead>\n<tbody>\n"
    for row in page.rows:
        if isinstance(row, Group):
            yield f'<tr><td colspan="4"><b>{_said(row.text)}</b></td></tr>\n'
            continue
        span = f' rowspan="{len(row.indicators)}"' if len(row.indicators) > 1 else ""
        for at, (indicator, target) in enumerate(row.indicators):
            opening = f"<td{span}>{row.no}</td><td{span}>{_said(row.text)}</td>" if at == 0 else ""
            yield f"<tr>{opening}<td>{_said(indicator)}</td><td>{_said(target)}</td></tr>\n"
    yield "</tbody>\n</table>\n<br>\n"
    yield '<table class="isi">\n'
    yield f"<tr>{''.join(f'<th>{_said(each)}</th>' for each in page.budget_head)}</tr>\n"
    for name, raw, _ in page.budget:
        yield f"<tr><td>{_said(name)}</td><td>{_said(raw)}</td></tr>\n"
    yield "</table>\n"
    yield _closing(page)


def _fields(fields: list[Field] | tuple[Field, ...]) -> str:
    rows = "".join(
        f"<tr><td>{_said(each.label)}</td><td>:</td><td>{'<br>'.join(_said(line) for line in each.value.split(chr(10)))}</td></tr>\n"
        for each in fields
    )
    return f"<table>\n{rows}</table>\n"


def _closing(page: Page) -> str:
    left, right = (None, *page.blocks) if len(page.blocks) == 1 else page.blocks
    return (
        f'<p class="tanggal">{_said(page.dated)}</p>\n<table class="ttd">\n'
        f'<tr><td width="50%">{_block(left)}</td><td width="50%">{_block(right)}</td></tr>\n</table>\n</section>\n'
    )


def _block(block: Block | None) -> str:
    return "<br>\n".join(_said(line) or "&nbsp;" for line in block.lines) if block else ""
