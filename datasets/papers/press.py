"""Printed pages: Typst source made into a PDF, with the fonts that Typst brings along."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import typst

from papers.markup import runs

_SPECIAL = re.compile(r"([\\*_`$#<>@\[\]~=/+\-.'\"])")
Rules = Literal["all", "none", "head"]


def said(text: str) -> str:
    """`text` as Typst prints it letter for letter; a line break stays one, words in <i> are in italics."""
    stretches = []
    for stretch, italic in runs(text):
        escaped = _SPECIAL.sub(r"\\\1", stretch).replace("\n", " \\\n")
        stretches.append(f"#emph[{escaped}]" if italic else escaped)
    return "".join(stretches)


def cell(text: str, *, rows: int = 1, cols: int = 1, align: str | None = None, bold: bool = False) -> str:
    """One cell of a table."""
    options = [f"rowspan: {rows}"] * (rows > 1) + [f"colspan: {cols}"] * (cols > 1)
    options += [f"align: {align}"] if align else []
    words = f"*{said(text)}*" if bold and text else said(text)
    return f"table.cell({', '.join(options)})[{words}]," if options else f"[{words}],"


def table(
    widths: Sequence[str], cells: Iterable[str], heads: Iterable[str] = (), *, rules: Rules = "all", inset: str = "4pt"
) -> str:
    """A table that breaks over pages and repeats its `heads` on each; `rules` says which lines are drawn."""
    stroke = {"all": "0.6pt", "none": "none", "head": "(x, y) => if y == 0 { (bottom: 0.6pt) }"}[rules]
    head = "".join(heads)
    return (
        f"#table(columns: ({', '.join(widths)},), stroke: {stroke}, inset: {inset},\n"
        + (f"table.header({head}),\n" if head else "")
        + "\n".join(cells)
        + "\n)\n"
    )


def side_by_side(left: Sequence[str], right: Sequence[str]) -> str:
    """Two signature blocks beside each other, centred."""
    blocks = [" \\\n".join(said(each) if each else "~" for each in block) for block in (left, right)]
    return f"#block(breakable: false, grid(columns: (1fr, 1fr), align: center, [{blocks[0]}], [{blocks[1]}]))\n"


def centred(texts: Iterable[str], *, bold: bool = True) -> str:
    """Centred lines."""
    words = " \\\n".join(said(each) for each in texts)
    return f"#align(center)[{'*' + words + '*' if bold else words}]\n"


def pdf(
    pages: str,
    path: Path,
    *,
    font: str = "Libertinus Serif",
    size: str = "11pt",
    page: str = "width: 215mm, height: 330mm",
) -> Path:
    """Print `pages` (Typst source) into the PDF at `path`: the same bytes for the same source."""
    source = (
        f"#set document(date: none)\n#set page({page}, margin: (x: 25mm, y: 20mm))\n"
        f'#set text(font: "{font}", size: {size}, lang: "id", hyphenate: false, costs: (widow: 0%, orphan: 0%))\n#set par(justify: false)\n{pages}'
    )
    path.write_bytes(typst.compile(source.encode(), ignore_system_fonts=True))
    return path
