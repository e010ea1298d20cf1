"""Trees as lists of parents: an index for each node, None at the top."""

from collections.abc import Sequence


def children_of(parents: Sequence[int | None]) -> list[list[int]]:
    """For every node those directly below it."""
    below: list[list[int]] = [[] for _ in parents]
    for at, parent in enumerate(parents):
        if parent is not None:
            below[parent].append(at)
    return below


def from_the_top(parents: Sequence[int | None]) -> list[int]:
    """Every node after its parent, each branch whole before the next. Raises ValueError where parents run in a circle."""
    below = children_of(parents)
    order: list[int] = []
    waiting = [at for at in reversed(range(len(parents))) if parents[at] is None]
    while waiting:
        at = waiting.pop()
        order.append(at)
        waiting.extend(reversed(below[at]))
    if len(order) != len(parents):
        raise ValueError("parents in a circle")
    return order
