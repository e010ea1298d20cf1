"""What runs over the end of a line, on one line again: an amount of money in words, the place and the date."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pkcheck.interpret.lines import Item
from pkcheck.interpret.places import spanning
from pkcheck.quantities.dates import parse_date

_OPEN = re.compile(r"\bRp\.?\s*\d[^()]*\([^()]*$", re.IGNORECASE)
_IN_WORDS = re.compile(r"^[A-Za-z\s-]*\)")
_PLACE = re.compile(
    r"^(?:ditetapkan|dibuat|ditandatangani|dikeluarkan)\s+di\s*:?\s*[A-Za-z][A-Za-z .-]*$", re.IGNORECASE
)
_MAX_LINES = 3


def on_one_line(items: Sequence[Item]) -> Iterator[Item]:
    """`items`, in which each amount has its bracket in words, and "Ditetapkan di ..." the date below it, on one line."""
    at = 0
    while at < len(items):
        end = _closing(items, at)
        group = items[at : end + 1]
        yield (
            replace(group[0], text=" ".join(each.text for each in group), source=spanning(group) or group[0].source)
            if end > at
            else items[at]
        )
        at = end + 1


def _closing(items: Sequence[Item], at: int) -> int:
    """The index of the line that ends what `at` begins; `at` itself where that is complete."""
    if _places_a_date(items[at : at + 2]):
        return at + 1
    if items[at].row is not None or not _OPEN.search(items[at].text):
        return at
    said = ""
    for below in range(at + 1, min(at + 1 + _MAX_LINES, len(items))):
        said = f"{said} {items[below].text}".strip()
        if items[below].row is not None or items[below].blank:
            return at
        if _IN_WORDS.match(said):
            return below
    return at


def _places_a_date(items: Sequence[Item]) -> bool:
    """Whether the first of two lines says where, and the second when."""
    if len(items) == 1 or any(item.row is not None for item in items) or not _PLACE.match(items[0].text):
        return False
    written = parse_date(items[1].text)
    return written is not None and written.place is None
