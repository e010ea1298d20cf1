"""Where a table without ruling lines has its columns: a head row, and blanks that run down between what stands under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pkcheck.documents.layout.words import Box, PrintedLine, Word, bounds

_MAX_HEAD = 40
_GUTTER = 0.4
_FAR = 2.0
_NEAR = 0.6
_MAX_LINES = 300
_CURRENCY = ("rp", "rp.", "idr")
Interval = tuple[float, float]
Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A head row and the lines under it, each as the words in its columns."""

    head: PrintedLine
    body: tuple[PrintedLine, ...]
    columns: tuple[Interval, ...]

    @property
    def lines(self) -> tuple[PrintedLine, ...]:
        """Head and body."""
        return (self.head, *self.body)

    @property
    def box(self) -> Box:
        """Around all of it."""
        return bounds([word for line in self.lines for word in line.words])

    def in_columns(self, line: PrintedLine) -> tuple[Words, ...]:
        """The words of `line`, column by column."""
        return tuple(
            tuple(word for word in line.words if left <= (word.x0 + word.x1) / 2 <= right)
            for left, right in self.columns
        )


def region_at(lines: Sequence[PrintedLine], at: int) -> Region | None:
    """The table that `lines[at]` heads, if it heads one."""
    head = lines[at]
    pieces = [bounds(piece) for piece in head.pieces()]
    if not _may_be_head(head):
        return None
    end = _end(lines, at, pieces)
    body = tuple(lines[at + 1 : end])
    if len(body) <= 1:
        return None
    columns = _with_heads(head, body, _gathered(_intervals((head, *body)), head.height))
    region = Region(head, body, tuple(columns))
    in_columns = [region.in_columns(line) for line in body]
    side_by_side = sum(sum(bool(words) for words in columns) > 1 for columns in in_columns)
    if max(side_by_side, sum(bool(columns[-1]) for columns in in_columns)) <= 1:
        return None
    return region if len(pieces) > 2 or _counts(region) else None  # noqa: PLR2004


def _may_be_head(line: PrintedLine) -> bool:
    texts = [" ".join(word.text for word in piece) for piece in line.pieces()]
    return len(texts) > 1 and all(
        len(text) <= _MAX_HEAD
        and ":" not in text
        and not text.endswith((",", ";"))
        and any(character.isalpha() for character in text)
        and not any(character.isdigit() for character in text)
        for text in texts
    )


def _counts(region: Region) -> bool:
    """Whether the last column holds figures only, as those of a list of amounts do, and never those of signatures."""
    last = [words for line in region.body if (words := region.in_columns(line)[-1])]
    return len(last) > 1 and all(any(each.isdigit() for word in words for each in word.text) for words in last)


def _end(lines: Sequence[PrintedLine], at: int, heads: Sequence[Box]) -> int:
    """The first line that is too far below, or stands across the columns."""
    head = lines[at]
    taken: list[Interval] = [(left, right) for left, _, right, _ in heads]
    bottom, widest = head.box[3], _NEAR * head.height
    for end in range(at + 1, min(len(lines), at + _MAX_LINES)):
        line = lines[end]
        _, top, _, low = line.box
        gap = top - bottom
        if gap > _FAR * widest:
            return end
        wider = _gathered([*taken, *_intervals((line,))], head.height)
        if any(_holds_two(column, heads) for column in wider) or any(word.text.startswith(":") for word in line.words):
            return end
        taken, bottom, widest = wider, max(bottom, low), max(widest, gap)
    return min(len(lines), at + _MAX_LINES)


def _holds_two(column: Interval, heads: Sequence[Box]) -> bool:
    return sum(column[0] <= (left + right) / 2 <= column[1] for left, _, right, _ in heads) > 1


def _intervals(lines: Sequence[PrintedLine]) -> list[Interval]:
    return [(word.x0, word.x1) for line in lines for word in line.words]


def _gathered(intervals: Sequence[Interval], height: float) -> list[Interval]:
    """Intervals as one where less than a gutter is between them."""
    gathered: list[Interval] = []
    for left, right in sorted(intervals):
        if gathered and left - gathered[-1][1] < _GUTTER * height:
            gathered[-1] = (gathered[-1][0], max(gathered[-1][1], right))
        else:
            gathered.append((left, right))
    return gathered


def _with_heads(head: PrintedLine, body: Sequence[PrintedLine], columns: list[Interval]) -> list[Interval]:
    """A head that stands between two columns is over both; a currency sign belongs to the figure after it."""
    at = 0
    while at + 1 < len(columns):
        here, after = columns[at], columns[at + 1]
        texts = _texts(body, here)
        is_bare = not _texts((head,), here)
        if (texts and is_bare and all(text.casefold() in _CURRENCY for text in texts)) or (
            not texts and not _texts((head,), after)
        ):
            columns[at : at + 2] = [(here[0], after[1])]
        else:
            at += 1
    return columns


def _texts(lines: Sequence[PrintedLine], column: Interval) -> list[str]:
    inside = [[word.text for word in line.words if column[0] <= (word.x0 + word.x1) / 2 <= column[1]] for line in lines]
    return [" ".join(texts) for texts in inside if texts]
