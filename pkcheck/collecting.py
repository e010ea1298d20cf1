"""Less of Python's search for reference cycles, where many sets are read, judged and dropped one after the other.

A judged set is freed at once, as the last reference to it goes; the search finds next to nothing and costs as much as the
judging does. It is not turned off: a plug-in may well leave cycles behind.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (50_000, 10, 10)


def collect_seldom() -> None:
    """For a process that does nothing else than judge sets: as `collecting_seldom`, to its end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_SELDOM)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """For a run over many sets: what exists now is not searched, what is made is searched after fifty thousand objects."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
