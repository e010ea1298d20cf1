"""Tables without ruling lines. What belongs to which row is told by its number, its figure or clear gaps, or left open."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pkcheck.documents.layout.columns import Region, Words, region_at
from pkcheck.documents.layout.ink import Rule
from pkcheck.documents.layout.pieces import CellPiece, TablePiece
from pkcheck.documents.layout.words import PrintedLine, bounds, run_together

_NUMBER = re.compile(r"^\(?(?:\d{1,3}|[IVXL]{1,5}|[a-z])[.)]?$")
_SAME = 0.3
_CLEAR = 1.6
_LEAST = 0.25
_ALONG = 0.6


@dataclass(frozen=True, slots=True)
class Unclear:
    """Lines in columns, of which it cannot be told where one row ends."""

    lines: tuple[PrintedLine, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands in one column on one line."""

    column: int
    words: Words

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def middle(self) -> float:
        _, top, _, bottom = bounds(self.words)
        return (top + bottom) / 2


def with_aligned_tables(
    lines: Sequence[PrintedLine], across: Sequence[Rule]
) -> Iterator[PrintedLine | TablePiece | Unclear]:
    """`lines`, with those that form tables as tables; `across` are the horizontal rules of the page."""
    at = 0
    while at < len(lines):
        region = region_at(lines, at)
        if region is None:
            yield lines[at]
            at += 1
            continue
        region, summed_at = _up_to_the_sum(region, across)
        above = region if summed_at is None else replace(region, body=region.body[:-1])
        starts = _starts(above, across)
        if starts and summed_at is not None:
            starts = [*starts, summed_at]
        yield _table(region, starts) if starts else Unclear(region.lines)
        at += len(region.lines)


def _up_to_the_sum(region: Region, across: Sequence[Rule]) -> tuple[Region, float | None]:
    """A rule under one column of figures alone: the line below it is their sum, and ends the table."""
    left, _, right, _ = region.box
    for rule in sorted(across, key=lambda each: each.at):
        below = next((at for at, line in enumerate(region.body) if (line.box[1] + line.box[3]) / 2 > rule.at), None)
        if not below or rule.end - rule.start >= _ALONG * (right - left):
            continue
        for at, (start, end) in enumerate(region.columns):
            covered = min(rule.end, end) - max(rule.start, start)
            words = region.in_columns(region.body[below])[at]
            if covered >= _ALONG * (end - start) and any(_has_digit(word.text) for word in words):
                return replace(region, body=region.body[: below + 1]), rule.at
    return region, None


def _entries(region: Region, line: PrintedLine) -> list[_Entry]:
    return [_Entry(at, words) for at, words in enumerate(region.in_columns(line)) if words]


def _starts(region: Region, across: Sequence[Rule]) -> list[float] | None:
    """The y at which each row begins, the first one after the head; None where that is unclear."""
    body = [_entries(region, line) for line in region.body]
    anchors = _anchors(region, body)
    ruled = _by_rules(region, body, across)
    if ruled:
        return ruled
    if _is_row_a_line(region, body, anchors):
        return [min(entry.top for entry in line) for line in body]
    by_anchor = _by_anchors(region, body, anchors) if anchors else None
    return by_anchor or _by_gaps(region, anchors)


def _anchors(region: Region, body: Sequence[Sequence[_Entry]]) -> list[_Entry]:
    """The entries of a column that has one on one line in each row: numbers in the first, or else figures in the last."""
    columns = [[entry for line in body for entry in line if entry.column == at] for at in range(len(region.columns))]
    if columns[0] and all(_NUMBER.match(entry.text) for entry in columns[0]):
        return columns[0]
    return columns[-1] if columns[-1] and all(_has_digit(entry.text) for entry in columns[-1]) else []


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _by_rules(region: Region, body: Sequence[Sequence[_Entry]], across: Sequence[Rule]) -> list[float] | None:
    """Rules between the rows, where no row between two of them holds more than one figure in the last column."""
    left, _, right, _ = region.box
    top, last = region.body[0].box[1], region.body[-1].box[1]
    height = region.head.height
    inside = sorted(
        rule.at
        for rule in across
        if top < rule.at < last + _SAME * height
        and min(rule.end, right) - max(rule.start, left) >= _ALONG * (right - left)
    )
    if len(inside) <= 1:
        return None
    starts = [top, *inside]
    for start, end in pairwise([*starts, float("inf")]):
        figures = [
            entry
            for line in body
            for entry in line
            if entry.column == len(region.columns) - 1 and start <= entry.middle < end and _has_digit(entry.text)
        ]
        if len(figures) > 1:
            return None
    return starts


def _is_row_a_line(region: Region, body: Sequence[Sequence[_Entry]], anchors: Sequence[_Entry]) -> bool:
    """Every line is full from its first to its last column, and none runs on in the next."""
    last = len(region.columns) - 1
    full = all({entry.column for entry in line} >= {0, last} for line in body)
    return full and len(anchors) == len(body)


def _by_anchors(region: Region, body: Sequence[Sequence[_Entry]], anchors: Sequence[_Entry]) -> list[float] | None:
    """Rows that begin where their number or figure stands, unless these may as well stand in the middle of their rows."""
    height = region.head.height
    first = min(entry.top for entry in body[0])
    if anchors[0].top > first + _SAME * height:
        return None
    text = _text_column(region, body, anchors[0].column)
    tops = [entry.top for entry in text]
    if any(not _begins_a_line(anchor.top, tops, height) for anchor in anchors) or _may_be_centred(
        text, anchors, height
    ):
        return None
    starts = [anchor.top - _LEAST * height for anchor in anchors]
    return _with_totals(region, body, starts)


def _text_column(region: Region, body: Sequence[Sequence[_Entry]], anchor: int) -> list[_Entry]:
    """The entries of the column with the most lines, beside that of the anchors."""
    columns = [[entry for line in body for entry in line if entry.column == at] for at in range(len(region.columns))]
    return max((column for at, column in enumerate(columns) if at != anchor), key=len)


def _begins_a_line(top: float, tops: Sequence[float], height: float) -> bool:
    """Whether a line of text begins at `top` or, nothing being between, shortly below."""
    near = [each for each in tops if each >= top - _SAME * height]
    above = [each for each in tops if each < top - _SAME * height]
    if not near:
        return False
    is_free = not above or top - above[-1] > height
    return abs(near[0] - top) <= _SAME * height or (is_free and near[0] - top < height)


def _may_be_centred(text: Sequence[_Entry], anchors: Sequence[_Entry], height: float) -> bool:
    """Whether the text falls into rows with the anchors in their middles, some of them of several lines."""
    at = 0
    several = False
    for anchor in anchors:
        if at >= len(text):
            return False
        bottom = 2 * anchor.middle - text[at].top
        end = next(
            (n for n in range(at, len(text)) if abs(bounds(text[n].words)[3] - bottom) <= _SAME * height),
            None,
        )
        if end is None:
            return False
        several = several or end > at
        at = end + 1
    return several and at == len(text)


def _with_totals(region: Region, body: Sequence[Sequence[_Entry]], starts: list[float]) -> list[float] | None:
    """A figure beyond the one of its row, with words beside it, is a row without number: the total."""
    last = len(region.columns) - 1
    figures = [(line, entry) for line in body for entry in line if entry.column == last and _has_digit(entry.text)]
    if any(len(column) > 1 for column in _runs_on(region, body, starts)):
        return starts
    added = list(starts)
    for start, end in pairwise([*starts, float("inf")]):
        inside = [(line, entry) for line, entry in figures if start <= entry.middle < end]
        for line, entry in inside[1:]:
            if len(line) == 1:
                return None
            added.append(entry.top - _LEAST * region.head.height)
    return sorted(added)


def _runs_on(region: Region, body: Sequence[Sequence[_Entry]], starts: Sequence[float]) -> Iterator[list[str]]:
    """The texts without a figure in the last column: in such a column a cell may take several lines."""
    last = len(region.columns) - 1
    for start, end in pairwise([*starts, float("inf")]):
        yield [
            entry.text
            for line in body
            for entry in line
            if entry.column == last and start <= entry.middle < end and not _has_digit(entry.text)
        ]


def _by_gaps(region: Region, anchors: Sequence[_Entry]) -> list[float] | None:
    """Rows between which the gap is clearly wider than within, each with one number or figure."""
    height = region.head.height
    gaps = sorted(below.box[1] - above.box[3] for above, below in pairwise(region.body))
    steps = [
        (narrow, wide)
        for narrow, wide in pairwise(gaps)
        if wide - narrow > _LEAST * height and wide > _CLEAR * max(narrow, 0.1)
    ]
    if len(steps) != 1 or not anchors:
        return None
    limit = (steps[0][0] + steps[0][1]) / 2
    starts = [region.body[0].box[1]]
    starts += [below.box[1] for above, below in pairwise(region.body) if below.box[1] - above.box[3] > limit]
    counts = [
        sum(start <= anchor.middle < end for anchor in anchors) for start, end in pairwise([*starts, float("inf")])
    ]
    return starts if all(count == 1 for count in counts) else None


def _table(region: Region, starts: Sequence[float]) -> TablePiece:
    head = region.in_columns(region.head)
    rows = [tuple(_cell(words) for words in head)]
    entries = [entry for line in region.body for entry in _entries(region, line)]
    bounded = [float("-inf"), *starts[1:], float("inf")]
    for start, end in pairwise(bounded):
        row = []
        for at in range(len(region.columns)):
            inside = [entry for entry in entries if entry.column == at and start <= entry.middle < end]
            row.append(_cell(*(entry.words for entry in inside)))
        rows.append(tuple(row))
    return TablePiece(tuple(_placed(row, region) for row in rows), region.box)


def _cell(*lines: Words) -> CellPiece:
    texts = [" ".join(word.text for word in words) for words in lines]
    words = [word for line in lines for word in line]
    return CellPiece(run_together(texts), bounds(words) if words else (0.0, 0.0, 0.0, 0.0))


def _placed(row: tuple[CellPiece, ...], region: Region) -> tuple[CellPiece, ...]:
    """`row` with boxes for its empty cells: their columns, as high as the row."""
    filled = [cell.box for cell in row if cell.text]
    if not filled:
        return row
    top, bottom = min(box[1] for box in filled), max(box[3] for box in filled)
    return tuple(
        cell if cell.text else CellPiece("", (left, top, right, bottom))
        for cell, (left, right) in zip(row, region.columns, strict=True)
    )
