"""Pieces of web pages."""

from collections.abc import Iterable, Sequence
from pathlib import Path


def row(cells: Iterable[str], tag: str = "td", spans: Sequence[str] = ()) -> str:
    """A row of a table; `spans` are the attributes of its cells, from the left, and cells come as markup."""
    made = (
        f"<{tag}{f' {spans[at]}' if at < len(spans) and spans[at] else ''}>{each}</{tag}>"
        for at, each in enumerate(cells)
    )
    return f"<tr>{''.join(made)}</tr>\n"


def page(title: str, body: str, path: Path, style: str = "") -> Path:
    """Write a whole page."""
    path.write_text(
        f'<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"><title>{title}</title><style>{style}</style></head>\n<body>\n{body}</body></html>\n',
        encoding="utf-8",
        newline="\n",
    )
    return path
