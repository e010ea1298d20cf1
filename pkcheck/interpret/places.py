"""One source for several lines of the same file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pkcheck.cells import spanning as spanning_cells
from pkcheck.interpret.lines import Item
from pkcheck.model import Source
from pkcheck.notes import Note

_NEAR = 2


def spanning(items: Iterable[Item]) -> Source | None:
    """From the first to the last of `items`, None where there are none."""
    return joined([item.source for item in items])


def notes_joined(notes: Iterable[Note]) -> Iterator[Note]:
    """Notes in order of their lines; one for a run of lines of which the same is said, blank lines between them or not."""
    held: Note | None = None
    for note in notes:
        if held and _runs_on(held, note):
            source = held.source.model_copy(update={"end_line": note.source.end_line or note.source.line})
            held = replace(held, source=source)
            continue
        if held:
            yield held
        held = note
    if held:
        yield held


def _runs_on(held: Note, note: Note) -> bool:
    end, line = held.source.end_line or held.source.line, note.source.line
    same = held.text is note.text and held.level == note.level and not held.facts and not note.facts
    return same and end is not None and line is not None and 0 <= line - end <= _NEAR


def joined(sources: list[Source]) -> Source | None:
    """From the first to the last of `sources`, which are in reading order; as sure as the least sure of them."""
    if not sources:
        return None
    first, last = sources[0], sources[-1]
    end = last.end_line or last.line
    cells = [source.cell for source in sources if source.cell]
    sure = [source.confidence for source in sources if source.confidence is not None]
    return first.model_copy(
        update={
            "end_line": end if end != first.line else None,
            "cell": spanning_cells(cells) if cells else None,
            "confidence": min(sure, default=None),
        }
    )
