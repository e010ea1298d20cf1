"""Where in a document each statement and each annex begins and ends, told by titles and by what stands under them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pkcheck.interpret.lines import Item, field, is_contact, is_letterhead, label, naming, title, titled_year
from pkcheck.interpret.tables import is_objective_head
from pkcheck.interpret.vocabulary import plain_words
from pkcheck.quantities.dates import parse_date

_COVER_LINES = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One page, or several, of one kind. `letterhead` stood above the title; `year` and `revision` stood in it.

    "unknown" is a titled page that says more than a cover and is neither: perhaps an annex or a statement that could
    not be read as one; "cover" is whatever else stands between them. `year_at` is the line that names the year.
    """

    kind: Literal["statement", "annex", "unknown", "cover"]
    items: tuple[Item, ...]
    letterhead: tuple[Item, ...] = ()
    title: Item | None = None
    year: int | None = None
    year_at: Item | None = None
    revision: bool = False


def parts_of(items: tuple[Item, ...]) -> Iterator[Part]:
    """Cut a document into statements and annexes; covers and other pages in between are no parts."""
    heads = [at for at, item in enumerate(items) if item.row is None and title(item.text)]
    heads += _untitled_statements(items, heads)
    starts = sorted({_letterhead_start(items, at): at for at in sorted(heads)}.items())
    if not starts:
        yield from _by_content(items, None, ())
        return
    if starts[0][0] > 0:
        yield from _by_content(items[: starts[0][0]], None, ())
    for (start, head), end in zip(starts, [s for s, _ in starts[1:]] + [len(items)], strict=True):
        heading = items[head] if title(items[head].text) else None
        above = tuple(item for item in items[start:head] if not item.blank)
        yield from _by_content(items[head + 1 if heading else head : end], heading, above)


def _by_content(items: tuple[Item, ...], heading: Item | None, letterhead: tuple[Item, ...]) -> Iterator[Part]:
    table = next((at for at, item in enumerate(items) if item.row and is_objective_head(item.row)), None)
    until_table = items if table is None else items[:table]
    stated = any(_declares(item) for item in until_table)
    found = title(heading.text) if heading else None
    year, revision = (found.year, found.revision) if found else (None, False)
    year_at = heading if year else None
    below = next((item for item in items if not item.blank), None) if heading and not year else None
    if below and below.row is None and (year := titled_year(below.text)):
        year_at = below
    if stated:
        split = len(items) if table is None else _annex_start(items, table)
        yield Part("statement", items[:split], letterhead, heading, year, year_at, revision)
        if table is not None:
            yield Part("annex", items[split:], revision=revision)
    elif table is not None:
        yield Part("annex", items, letterhead, heading, year, year_at, revision)
    elif heading is not None and sum(not item.blank for item in items) > _COVER_LINES:
        yield Part("unknown", items, letterhead, heading, year, year_at, revision)
    else:
        yield Part("cover", items, letterhead, heading, year, year_at, revision)


def _declares(item: Item) -> bool:
    if item.row is not None:
        return False
    words = plain_words(item.text)
    return naming(item.text) is not None or "bertanda tangan" in words or words.startswith("berjanji")


def _annex_start(items: tuple[Item, ...], table: int) -> int:
    """The first head field after the statement's date, or the table itself."""
    dated = next((at for at, item in enumerate(items[:table]) if item.row is None and parse_date(item.text)), table)
    for at in range(dated, table):
        found = field(items[at].text) if items[at].row is None else None
        if found and found.name in ("unit", "year"):
            return at
    return table


def _untitled_statements(items: tuple[Item, ...], heads: list[int]) -> list[int]:
    """Statements that follow a table without a title of their own."""
    found = []
    after_table = False
    for at, item in enumerate(items):
        if at in heads:
            after_table = False
        elif item.row is not None and is_objective_head(item.row):
            after_table = True
        elif after_table and item.row is None and "bertanda tangan" in plain_words(item.text):
            found.append(at)
            after_table = False
    return found


def _letterhead_start(items: tuple[Item, ...], head: int) -> int:
    """Walk up from a title over its letterhead; the lines of a signature block above are not part of it."""
    start = at = head
    while at > 0:
        above = items[at - 1]
        if above.row is not None or (not above.blank and not is_letterhead(above.text)):
            break
        at -= 1
        if not above.blank and label(above.text) is None:
            start = at
    if start == head:
        return head
    first = items[start]
    return start if is_contact(first.text) or is_letterhead(first.text) else head
