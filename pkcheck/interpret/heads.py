"""Heads of tables in two rows: "Target" over "TW I" to "TW IV", one row of heads where there were two."""

import re
from collections.abc import Iterator, Sequence

from pkcheck.documents.document import Block, Cell, Row, Table
from pkcheck.interpret.periods import period_of
from pkcheck.interpret.tables import head_of, is_number_row, means_a_column

_YEAR = re.compile(r"20\d\d")


def heads_in_one_row(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks`, in whose tables a head and the row of its parts below it are one row."""
    return tuple(Table(tuple(_joined(each.rows))) if isinstance(each, Table) else each for each in blocks)


def _joined(rows: Sequence[Row]) -> Iterator[Row]:
    at = 0
    while at < len(rows):
        whole = _whole(rows[at], rows[at + 1]) if at + 1 < len(rows) else None
        yield whole or rows[at]
        at += 1 if whole is None else 2


def _whole(above: Row, below: Row) -> Row | None:
    """The head that two rows make, if they make one and every cell of the lower one names a column."""
    if len(above.cells) != len(below.cells) or is_number_row(below) or head_of(below) is not None:
        return None
    if not any(cell.text for cell in above.cells):
        return None
    cells: list[Cell] = []
    group = ""
    spanned = _under_a_group(above, below)
    for upper, lower in zip(above.cells, below.cells, strict=True):
        group = upper.text or group
        if upper.text and lower.text and not spanned and not _is_group(upper.text):
            return None
        text = _named(group, lower.text) if lower.text else upper.text
        text = f"{group} {lower.text}".strip() if text is None and spanned else text
        if text is None:
            return None
        cells.append(Cell(text, lower.source if lower.text else upper.source))
    row = Row(tuple(cells), above.source)
    return row if any(cell.text for cell in below.cells) and head_of(row) is not None else None


def _under_a_group(above: Row, below: Row) -> bool:
    """Whether all that the lower row says stands below heads of several columns, and is no row of data."""
    filled = [at for at, cell in enumerate(below.cells) if cell.text]
    texts = [below.cells[at].text for at in filled]
    wide = {at + step for at, cell in enumerate(above.cells[1:], 1) if not cell.text for step in (-1, 0)}
    return (
        len(filled) > 1
        and filled[0] > 0
        and set(filled) <= wide
        and all(period_of(text) or not any(each.isdigit() for each in _YEAR.sub("", text)) for text in texts)
    )


def _is_group(text: str) -> bool:
    """Whether a head may stand over several columns, or go on in the row below."""
    return means_a_column(text) or any(period_of(f"{text} {part}") for part in ("I", "TW I"))


def _named(group: str, part: str) -> str | None:
    """The name of a column that stands under `group`; None where `part` names none."""
    whole = f"{group} {part}".strip()
    if period_of(whole) or means_a_column(whole):
        return whole
    if _YEAR.fullmatch(part) and means_a_column(group):
        return whole
    if means_a_column(part) or (not group and period_of(part)):
        return part
    return None
