"""Where in a document each statement and each annex begins and ends, told by titles and by what stands under them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pkcheck.interpret.lines import (
    Item,
    declares,
    field,
    heads_a_plan,
    heads_another,
    in_capitals,
    is_contact,
    is_letterhead,
    label,
    signs_below,
    title,
    titled_year,
    year_in,
)
from pkcheck.interpret.tables import head_of, is_objective_head, tells_results
from pkcheck.interpret.vocabulary import plain_words
from pkcheck.quantities.dates import parse_date

_COVER_LINES = 3
_TITLE_LINES = 4
_MANY_PERIODS = 4


@dataclass(frozen=True, slots=True)
class Part:
    """One page, or several, of one kind. `letterhead` stood above the title; `year` and `revision` stood in it.

    "unknown" is a titled page that says more than a cover and is neither: perhaps an annex or a statement that could
    not be read as one; "plan" is an action plan; "cover" is whatever else stands between them; "chapter" is a page of a
    report or plan that has a table such as an annex has. `year_at` is the line that names the year.
    """

    kind: Literal["statement", "annex", "plan", "unknown", "cover", "chapter"]
    items: tuple[Item, ...]
    letterhead: tuple[Item, ...] = ()
    title: Item | None = None
    year: int | None = None
    year_at: Item | None = None
    revision: bool = False


def parts_of(items: tuple[Item, ...]) -> Iterator[Part]:
    """Cut a document into statements and annexes; covers and other pages in between are no parts."""
    heads = [at for at, item in enumerate(items) if item.row is None and _is_title(item)]
    others = _other_headings(items, heads)
    heads += others
    heads += _untitled_statements(items, heads) + _untitled_plans(items, heads)
    starts = sorted({_letterhead_start(items, at): at for at in sorted(heads)}.items())
    if not starts:
        yield from _by_content(items, None, ())
        return
    if starts[0][0] > 0:
        yield from _by_content(items[: starts[0][0]], None, ())
    for (start, head), end in zip(starts, [s for s, _ in starts[1:]] + [len(items)], strict=True):
        if head in others:
            yield _other(items[start:end])
            continue
        heading = items[head] if items[head].row is None and _is_title(items[head]) else None
        above = tuple(item for item in items[start:head] if not item.blank)
        yield from _by_content(items[head + 1 if heading else head : end], heading, above)


def _is_title(item: Item) -> bool:
    return title(item.text) is not None or heads_a_plan(item.text)


def _other_headings(items: tuple[Item, ...], heads: list[int]) -> list[int]:
    """Headings of other documents and of chapters, but for those right below a title, which only carry it on."""
    found = []
    for at, item in enumerate(items):
        if item.row is not None or at in heads or not heads_another(item.text):
            continue
        above = [
            below for below in items[max((head for head in heads if head < at), default=-1) + 1 : at] if not below.blank
        ]
        if len(above) >= _TITLE_LINES or any(below.row for below in above) or not any(head < at for head in heads):
            found.append(at)
    return found


def _other(items: tuple[Item, ...]) -> Part:
    """A chapter where it has a table of objectives that tells no results; or else what is left alone."""
    heads = [item.row for item in items if item.row is not None and is_objective_head(item.row)]
    return Part("chapter" if any(not tells_results(head) for head in heads) else "cover", items)


def _by_content(items: tuple[Item, ...], heading: Item | None, letterhead: tuple[Item, ...]) -> Iterator[Part]:
    if heads_a_plan(heading.text) if heading else _opens_plan(items):
        yield Part("plan", items, letterhead, heading)
        return
    table = next((at for at, item in enumerate(items) if item.row and is_objective_head(item.row)), None)
    until_table = items if table is None else items[:table]
    stated = any(item.row is None and declares(item.text) for item in until_table)
    found = title(heading.text) if heading else None
    year, revision = (found.year, found.revision) if found else (None, False)
    year_at = heading if year else None
    for below in _below_title(items) if heading and not year else ():
        if year := titled_year(below.text) or (year_in(below.text) if "tahun" in plain_words(below.text) else None):
            year_at = below
            break
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


def _below_title(items: tuple[Item, ...]) -> Iterator[Item]:
    """The lines that carry a title on: what says nothing but the year, and what is in capitals right below it."""
    first = next((at for at, item in enumerate(items) if not item.blank), 0)
    for item in items[first : first + _TITLE_LINES]:
        if item.row is not None or not (titled_year(item.text) or (in_capitals(item.text) and not field(item.text))):
            return
        yield item


def _opens_plan(items: tuple[Item, ...]) -> bool:
    """Whether what follows is a table with a column for every quarter or month."""
    head = head_of(items[0].row) if items and items[0].row else None
    return head is not None and len(head.periods) >= _MANY_PERIODS


def _untitled_plans(items: tuple[Item, ...], heads: list[int]) -> list[int]:
    """Tables with a column for every quarter or month below a table without, and below its place and date."""
    found = []
    has_table = closed = False
    for at, item in enumerate(items):
        if at in heads:
            has_table = closed = False
        elif item.row is not None and is_objective_head(item.row):
            if closed and _opens_plan(items[at : at + 1]):
                found.append(at)
            has_table = has_table or not _opens_plan(items[at : at + 1])
        elif has_table and item.row is None and (parse_date(item.text) or label(item.text)):
            closed = True
    return found


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
        elif after_table and item.row is None and signs_below(item.text):
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
