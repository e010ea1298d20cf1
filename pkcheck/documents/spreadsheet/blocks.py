"""From sheets to the blocks of a document: tables with the empty columns dropped, text in lines, notes on what is hidden."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pkcheck import messages
from pkcheck.cells import cell_name, reference
from pkcheck.documents.document import Block, Cell, Document, Line, Row, Table
from pkcheck.documents.spreadsheet.regions import Region, regions_of, side_by_side
from pkcheck.documents.spreadsheet.sheet import Place, Sheet, VisibleRow, Workbook
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.texts import Text

_GAP = 3
_MAX_STEP = 60
_MAX_NAMED = 10
_ENUMERATOR = re.compile(r"^(?:\(?\w{1,3}[.)]|[-•*–])$")


def document_of(book: Workbook, file: str) -> Document:
    """What can be seen of a workbook, sheet by sheet."""
    notes = [Note("remark", messages.MACROS_IGNORED, Source(file=file))] if book.has_macros else []
    blocks: list[Block] = []
    for sheet in book.sheets:
        if not sheet.cells and not sheet.beyond and not sheet.uncomputed:
            continue
        if sheet.hidden:
            notes.append(Note("remark", messages.SHEET_HIDDEN, _source(file, sheet, (1, 1)), {"sheet": sheet.name}))
            continue
        notes.extend(_notes(sheet, file))
        blocks.extend(_blocks(sheet, file))
        blocks.append(Line("", _source(file, sheet, max(sheet.cells, default=(1, 1)))))
    return Document(file=file, blocks=tuple(blocks), notes=tuple(notes))


def _notes(sheet: Sheet, file: str) -> Iterator[Note]:
    """What of the sheet is not read, or cannot be."""
    hidden = sorted(place for place in sheet.cells if place[0] in sheet.hidden_rows)
    if hidden:
        yield _remark(messages.ROWS_HIDDEN, sheet, file, hidden, count=len({row for row, _ in hidden}))
    hidden = sorted(place for place in sheet.cells if place[1] in sheet.hidden_columns)
    if hidden:
        yield _remark(messages.COLUMNS_HIDDEN, sheet, file, hidden, count=len({column for _, column in hidden}))
    errors = sorted(place for place, cell in sheet.cells.items() if cell.is_error)
    lost = sorted((*sheet.uncomputed, *errors))
    if lost:
        names = [cell_name(*place) for place in lost[:_MAX_NAMED]]
        yield _remark(messages.FORMULAS_NOT_COMPUTED, sheet, file, lost, cells=names, count=len(lost))
    if sheet.beyond:
        yield _remark(messages.COLUMNS_BEYOND, sheet, file, [sheet.beyond], cell=cell_name(*sheet.beyond))


def _remark(text: Text, sheet: Sheet, file: str, places: Sequence[Place], **facts: int | str | list[str]) -> Note:
    return Note("remark", text, _source(file, sheet, places[0]), {"sheet": sheet.name, **facts})


def _blocks(sheet: Sheet, file: str) -> Iterator[Block]:
    regions = regions_of(sheet)
    starts = _starts([row for region in regions if not region.is_table for row in region.rows])
    above = None
    for region in regions:
        if above is not None and region.rows[0].number > above + 1:
            yield Line("", _source(file, sheet, (above + 1, 1)))
        if region.is_table:
            yield from _tables(sheet, region, file)
        else:
            yield from _lines(sheet, region, starts, file)
        above = region.rows[-1].number


def _tables(sheet: Sheet, region: Region, file: str) -> Iterator[Table]:
    for columns in side_by_side(sheet, region):
        rows = [row for row in region.rows if any(column in columns for column, _ in row.cells)]
        texts = [_texts(row, columns) for row in rows]
        kept, folded = _folded(sheet, rows, columns, texts)
        yield Table(tuple(_row(sheet, row, kept, cells, file) for row, cells in zip(rows, folded, strict=True)))


def _texts(row: VisibleRow, columns: Sequence[int]) -> list[str]:
    found = dict(row.cells)
    return [" ".join(found[column].text.split()) if column in found else "" for column in columns]


def _row(sheet: Sheet, row: VisibleRow, columns: Sequence[int], texts: Sequence[str], file: str) -> Row:
    lost = {(row.number, column) for column, cell in row.cells if cell.is_error}
    cells = tuple(
        Cell(
            text,
            _source(file, sheet, (row.number, column)),
            unread=(row.number, column) in lost or (row.number, column) in sheet.uncomputed,
            merged=sheet.is_merged_with_above(row.number, column),
        )
        for column, text in zip(columns, texts, strict=True)
    )
    filled = [column for column, text in zip(columns, texts, strict=True) if text] or list(columns)
    return Row(cells, _source(file, sheet, (row.number, filled[0]), (row.number, filled[-1])))


def _folded(
    sheet: Sheet, rows: Sequence[VisibleRow], columns: Sequence[int], texts: list[list[str]]
) -> tuple[list[int], list[list[str]]]:
    """Columns under one merged head are one where the first holds no more than "a." or "-" before the text of the next."""
    kept, folded = list(columns), texts
    head = rows[0]
    for column, _ in head.cells:
        under = [each for each in kept if column <= each <= sheet.right_of(head.number, column)]
        for left, right in pairwise(under):
            at, next_to = kept.index(left), kept.index(right)
            if all(_goes_before(row[at], row[next_to]) for row in folded[1:]):
                folded = [[*row[:at], _as_one(row[at], row[next_to]), *row[next_to + 1 :]] for row in folded]
                del kept[next_to]
                break
    return kept, folded


def _goes_before(text: str, following: str) -> bool:
    return not text or not following or _ENUMERATOR.match(text) is not None


def _as_one(text: str, following: str) -> str:
    return following if following and _ENUMERATOR.match(text) else f"{text} {following}".strip()


def _starts(rows: Sequence[VisibleRow]) -> dict[int, int]:
    """Where the text of each column begins, in characters: to the right of what stands in the columns before it."""
    widths: dict[int, int] = {}
    for row in rows:
        for column, cell in row.cells:
            longest = max(len(line) for line in cell.text.split("\n"))
            widths[column] = max(widths.get(column, 0), min(longest, _MAX_STEP))
    starts: dict[int, int] = {}
    at = 1
    for column in sorted(widths):
        starts[column] = at
        at += widths[column] + _GAP
    return starts


def _lines(sheet: Sheet, region: Region, starts: dict[int, int], file: str) -> Iterator[Line]:
    """One line for each line of a row's cells, the cells as far apart as they stand in the sheet."""
    above = region.rows[0].number
    for row in region.rows:
        if row.number > above + 1:
            yield Line("", _source(file, sheet, (above + 1, 1)))
        above = row.number
        split = [(column, cell.text.split("\n")) for column, cell in row.cells]
        for at in range(max(len(lines) for _, lines in split)):
            pieces = [(column, lines[at]) for column, lines in split if at < len(lines) and lines[at]]
            if not pieces:
                continue
            across = len(row.cells) == 1 and _is_across(
                starts, row.cells[0][0], sheet.wide.get((row.number, pieces[0][0]))
            )
            source = _source(file, sheet, (row.number, pieces[0][0]), (row.number, pieces[-1][0]))
            yield Line(_side_by_side(pieces, starts), source, 0 if across else starts[pieces[0][0]])


def _is_across(starts: dict[int, int], column: int, right: int | None) -> bool:
    """Whether a merged cell goes over all columns of text: a title, not one of two blocks."""
    return right is not None and column == min(starts) and right >= max(starts)


def _side_by_side(pieces: Sequence[tuple[int, str]], starts: dict[int, int]) -> str:
    """A label, its colon and its value with single blanks; everything else at its place."""
    text, first = "", starts[pieces[0][0]]
    for column, piece in pieces:
        close = text.endswith(":") or piece.startswith(":") or _ENUMERATOR.match(text) is not None
        gap = 0 if not text else 1 if close else max(starts[column] - first - len(text), _GAP)
        text += " " * gap + piece
    return text


def _source(file: str, sheet: Sheet, place: Place, last: Place | None = None) -> Source:
    return Source(file=file, cell=reference(sheet.name, *place, last))
