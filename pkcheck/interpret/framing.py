"""Cells of several lines: of a table that only lays a page out, they are lines of the page; of any other, one text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from pkcheck.documents.document import Block, Cell, Line, Row, Table
from pkcheck.interpret.lines import field, is_office, label
from pkcheck.interpret.tables import Head, head_of, looks_like_head
from pkcheck.quantities.dates import parse_date

_FIGURE = re.compile(r"^(?:\(?-?\s*Rp\b|[\d.,]+\s*%?$)", re.IGNORECASE)
_ENUMERATED = re.compile(r"^\(?(?:\d{1,2}|[a-z])[.)]\s+", re.IGNORECASE)
_BLOCKS = 2
_FIELD = 3


def in_lines_and_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` in which a cell is one line; what stands in the cells of a layout follows as lines, cell by cell."""
    return tuple(part for block in blocks for part in (_parts(block) if isinstance(block, Table) else (block,)))


def _parts(table: Table) -> Iterator[Block]:
    if not any("\n" in cell.text for row in table.rows for cell in row.cells):
        yield table
        return
    is_narrow = _columns(table) <= _BLOCKS and not any(_FIGURE.match(text) for text in _texts(table.rows))
    held: list[Row] = []
    head: Head | None = None
    for at, row in enumerate(table.rows):
        flat = _flat(row)
        head = head_of(flat) or (None if looks_like_head(flat) else head)
        rest = table.rows[at:]
        if _opens_blocks(row, head) and _are_blocks(rest):
            yield from _held(held)
            yield from _side_by_side(rest)
            return
        if _is_layout(row, head, is_narrow=is_narrow):
            yield from _held(held)
            held = []
            yield from _fields(row) or _side_by_side([row])
        else:
            held.extend(_each_with_its_target(row, head) if head else [flat])
    yield from _held(held)


def _held(rows: list[Row]) -> Iterator[Table]:
    if rows:
        yield Table(tuple(rows))


def _columns(table: Table) -> int:
    return len({at for row in table.rows for at, cell in enumerate(row.cells) if cell.text})


def _lines(cell: Cell) -> list[str]:
    return [line for each in cell.text.split("\n") if (line := each.strip())]


def _texts(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        for cell in row.cells:
            yield from _lines(cell)


def _flat(row: Row) -> Row:
    return Row(tuple(replace(cell, text=" ".join(cell.text.split())) for cell in row.cells), row.source)


def _opens_blocks(row: Row, head: Head | None) -> bool:
    """Whether signature blocks begin here: with a party's label, or place and date; where no table is open, an office."""
    found = False
    for text in _texts([row]):
        dated = parse_date(text)
        closes = label(text) is not None or (dated is not None and (dated.place is not None or head is None))
        found = found or closes or (head is None and is_office(text))
    return found


def _are_blocks(rows: Sequence[Row]) -> bool:
    """Whether these rows, to the end of their table, hold one or two columns of lines and nothing else."""
    columns = {at for row in rows for at, cell in enumerate(row.cells) if cell.text}
    several = any("\n" in cell.text for row in rows for cell in row.cells)
    return several and len(columns) <= _BLOCKS and not any(field(text) or _FIGURE.match(text) for text in _texts(rows))


def _is_layout(row: Row, head: Head | None, *, is_narrow: bool) -> bool:
    """Whether the cells of `row` are parts of a page: fields, or whatever stands alone or beside one other."""
    filled = [cell for cell in row.cells if cell.text]
    if not any("\n" in cell.text for cell in filled) or head is not None:
        return False
    return is_narrow or len(filled) == 1 or (len(filled) <= _FIELD and any(True for _ in _fields(row)))


def _fields(row: Row) -> tuple[Table, ...]:
    """Labels, colons and values that stand in one cell each, as one row for each field."""
    cells = [(cell, _lines(cell)) for cell in row.cells if cell.text]
    if not 1 < len(cells) <= _FIELD or len({len(lines) for _, lines in cells}) > 1:
        return ()
    rows = [
        Row(tuple(Cell(text, cell.source) for (cell, _), text in zip(cells, texts, strict=True)), row.source)
        for texts in zip(*(lines for _, lines in cells), strict=True)
    ]
    named = [field(f"{each.cells[0].text.rstrip(' :')} : {each.cells[-1].text.lstrip(' :')}") for each in rows]
    return (Table(tuple(rows)),) if all(named) else ()


def _side_by_side(rows: Sequence[Row]) -> Iterator[Line]:
    """The columns of `rows` one after the other, dates before them."""
    columns = zip_longest(*(row.cells for row in rows), fillvalue=Cell("", rows[0].source))
    lines = [Line(text, cell.source) for cells in columns for cell in cells for text in _lines(cell)]
    dates = [line for line in lines if parse_date(line.text) is not None] if _are_several(rows) else []
    yield from dates
    yield from (line for line in lines if line not in dates)


def _are_several(rows: Sequence[Row]) -> bool:
    return len({at for row in rows for at, cell in enumerate(row.cells) if cell.text}) > 1


def _each_with_its_target(row: Row, head: Head) -> Iterator[Row]:
    """A row that lists several indicators, and as many targets, as one row for each; the others have no objective."""
    at, target_at = head.columns.get("indicator"), head.columns.get("target")
    flat = _flat(row)
    if at is None or target_at is None or max(at, target_at) >= len(row.cells):
        yield flat
        return
    indicators, targets = _listed(row.cells[at]), _lines(row.cells[target_at])
    if len(targets) < 2 or len(indicators) != len(targets) or not all(_is_target(text) for text in targets):  # noqa: PLR2004
        yield flat
        return
    for number, own in enumerate(zip(indicators, targets, strict=True)):
        texts = {at: own[0], target_at: own[1]}
        cells = (
            replace(cell, text=texts.get(column, cell.text if number == 0 or column in head.periods.values() else ""))
            for column, cell in enumerate(flat.cells)
        )
        yield Row(tuple(cells), row.source)


def _listed(cell: Cell) -> list[str]:
    """The items of a list: a line each, or from number to number; none where a line only carries on the one above."""
    lines = _lines(cell)
    if lines and all(_ENUMERATED.match(line) for line in lines[:1]) and len(lines) > 1:
        items: list[str] = []
        for line in lines:
            if _ENUMERATED.match(line):
                items.append(_ENUMERATED.sub("", line))
            else:
                items[-1] = f"{items[-1]} {line}"
        return items
    return [] if any(line[:1].islower() or line.startswith("(") for line in lines) else lines


def _is_target(text: str) -> bool:
    return any(each.isdigit() for each in text) and not text.startswith("(")
