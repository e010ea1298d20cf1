"""One source for several lines of the same file."""

from collections.abc import Iterable

from pkcheck.interpret.lines import Item
from pkcheck.model import Source


def spanning(items: Iterable[Item]) -> Source | None:
    """From the first to the last of `items`, None where there are none."""
    return joined([item.source for item in items])


def joined(sources: list[Source]) -> Source | None:
    """From the first to the last of `sources`, which are in reading order."""
    if not sources:
        return None
    first, last = sources[0], sources[-1]
    end = last.end_line or last.line
    return first.model_copy(update={"end_line": end if end != first.line else None})
