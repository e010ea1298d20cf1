"""Signature blocks that stand side by side, put one below the other: whatever parts them, cells or blanks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pkcheck.interpret.lines import (
    Item,
    field,
    heads_a_plan,
    heads_another,
    is_letterhead,
    is_office,
    is_prose,
    label,
    title,
)
from pkcheck.interpret.vocabulary import plain_words, vocabulary
from pkcheck.quantities.dates import parse_date

_GAP = re.compile(r"\s{3,}")
_NIP = re.compile(r"\b(?:nip|nrp)\b", re.IGNORECASE)
_SIDE_BY_SIDE = " " * 12
_NAMES_WITHIN = 12
_NEXT_WITHIN = 6
_Half = tuple[float, str]
"""Where the middle of a text stands, in cells or in columns, and the text."""


def one_below_the_other(items: Sequence[Item]) -> Iterator[Item]:
    """`items`, with each pair of blocks as first the left and then the right one.

    A pair opens with two labels on one line ("Pihak Kedua," and "Pihak Pertama,"), or a label and a place and date, or two of these, or,
    below a table or a date, with two offices and no label; it ends where a line is neither in two halves nor clearly
    under one of them.
    """
    items = tuple(_with_whole_labels(items))
    at, may_close = 0, False
    while at < len(items):
        item = items[at]
        if not _opens(_halves(item)) and not (may_close and _opens_by_offices(items, at)):
            may_close = (
                item.row is not None
                or parse_date(item.text) is not None
                or is_prose(item.text)
                or (may_close and not title(item.text))
            )
            yield item
            at += 1
            continue
        end = _end(items, at)
        yield from _turned(items[at:end])
        at = end


def _with_whole_labels(items: Sequence[Item]) -> Iterator[Item]:
    """`items`, in which two labels that a narrow column broke ("PIHAK   PIHAK" over "KEDUA,   PERTAMA,") stand on one line."""
    at = 0
    while at < len(items):
        both = _halves(items[at]), _halves(items[at + 1]) if at + 1 < len(items) else []
        whole = [f"{upper} {lower}" for (_, upper), (_, lower) in zip(*both, strict=False)]
        is_broken = len(both[0]) == len(both[1]) == 2 and not any(label(text) for _, text in both[0])  # noqa: PLR2004
        if is_broken and all(label(text) for text in whole):
            yield replace(items[at], text=_SIDE_BY_SIDE.join(whole), row=None, indent=0)
            at += 1
        else:
            yield items[at]
        at += 1


def _halves(item: Item) -> list[_Half]:
    if item.row is not None:
        return [(float(at), cell.text) for at, cell in enumerate(item.row.cells) if cell.text]
    found, start = [], item.indent
    for part in _GAP.split(item.text):
        begins = item.text.index(part, max(start - item.indent, 0)) + item.indent
        found.append((begins + len(part) / 2, part))
        start = begins + len(part)
    return [half for half in found if half[1]]


def _opens(halves: list[_Half]) -> bool:
    texts = [text for _, text in halves]
    labels = sum(label(text) is not None for text in texts)
    dates = sum(parse_date(text) is not None for text in texts)
    return len(texts) == 2 and labels + dates == 2  # noqa: PLR2004


def _opens_by_offices(items: Sequence[Item], at: int) -> bool:
    """Two offices, on one line or the one a line above the other, with two names or a NIP below them.

    The right one may have the date above it.
    """
    opening = _halves(items[at])
    if not opening or not all(
        is_office(text) or (number and parse_date(text)) for number, (_, text) in enumerate(opening)
    ):
        return False
    if len(opening) == 1 and (items[at].row is not None or items[at].indent == 0 or at + 1 == len(items)):
        return False
    offices = opening if len(opening) > 1 else _halves(items[at + 1])
    if len(offices) != 2 or not any(is_office(text) for _, text in offices):  # noqa: PLR2004
        return False
    below = [item for item in items[at + 2 : at + 2 + _NAMES_WITHIN] if not item.blank]
    return any(len(_halves(item)) == 2 or _NIP.search(item.text) for item in below)  # noqa: PLR2004


def _only_dated(opening: Item) -> bool:
    """Whether one half of the opening line is a date, so that a label may still come below it."""
    return any(parse_date(text) is not None for _, text in _halves(opening))


def _end(items: Sequence[Item], start: int) -> int:
    """After the last line that belongs to the pair of blocks which opens at `start`."""
    end = start + 1
    for at in range(start + 1, len(items)):
        halves = _halves(items[at])
        if not halves:
            continue
        single = len(halves) == 1 and (items[at].row is not None or items[at].indent > 0 or _goes_on(items, at))
        if _heads_a_page(items[at]):
            return _without_letterhead(items, start + 1, end)
        if not (single or len(halves) == 2):  # noqa: PLR2004
            break
        if _opens(halves) and not _only_dated(items[start]):
            break
        end = at + 1
    return end


def _goes_on(items: Sequence[Item], at: int) -> bool:
    """Whether a line at the margin belongs to the left block: it is no sentence, and two halves follow soon below it."""
    below = items[at + 1 : at + 1 + _NEXT_WITHIN]
    return not is_prose(items[at].text) and any(
        item.row is None and len(_halves(item)) == 2 and not _opens(_halves(item))  # noqa: PLR2004
        for item in below
    )


def _heads_a_page(item: Item) -> bool:
    """What stands at the top of the next page: a title of any kind, "Lampiran", or the unit or year of an annex."""
    found = field(item.text)
    return (
        title(item.text) is not None
        or heads_a_plan(item.text)
        or heads_another(item.text)
        or plain_words(item.text) in vocabulary().titles.before
        or (found is not None and found.name in ("unit", "year"))
    )


def _without_letterhead(items: Sequence[Item], start: int, end: int) -> int:
    """Back over the letterhead that stands above a title."""
    at = end
    while at > start and (
        items[at - 1].blank or (len(_halves(items[at - 1])) == 1 and is_letterhead(items[at - 1].text))
    ):
        at -= 1
        if not items[at].blank:
            end = at
    return end


def _turned(items: Sequence[Item]) -> Iterator[Item]:
    """Dates first, each once, then the left block, then the right one."""
    first, second = next(halves for item in items if len(halves := _halves(item)) == 2)  # noqa: PLR2004
    middle = (first[0] + second[0]) / 2
    left: list[Item] = []
    right: list[Item] = []
    dates: list[str] = []
    for item in items:
        halves = _halves(item)
        for number, (where, text) in enumerate(halves):
            piece = Item(text, item.row.cells[int(where)].source if item.row else item.source)
            if parse_date(text) is not None:
                if text not in dates:
                    yield piece
                dates.append(text)
            elif number == 1 or (len(halves) == 1 and where > middle):
                right.append(piece)
            else:
                left.append(piece)
    yield from left
    yield from right
