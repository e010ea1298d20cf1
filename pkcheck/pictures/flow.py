"""Where the bars of a budget flow stand: superiors at the left, what subordinates have of it at their right."""

from collections.abc import Sequence
from dataclasses import dataclass

from pkcheck.pictures.branches import children_of, from_the_top

LABEL, RIBBON, BAR, GAP = 210.0, 96.0, 9.0, 10.0
_LEAST_HEIGHT, _HEIGHT_PER_LEAF = 420.0, 26.0
_HAIRLINE = 1.5


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a vertical bar: its upper end and its length."""

    y: float
    length: float


@dataclass(frozen=True, slots=True)
class Node:
    """A unit: its left edge and middle, the bar of its own budget at the left, that of its subordinates' at the right."""

    x: float
    middle: float
    own: Stretch | None
    handed: Stretch | None


@dataclass(frozen=True, slots=True)
class Ribbon:
    """What a subordinate has: from its superior's right bar to its own left one."""

    parent: int
    child: int
    start: Stretch
    end: Stretch


@dataclass(frozen=True, slots=True)
class Flow:
    """The nodes by index, the ribbons between them, and the size of the whole."""

    nodes: tuple[Node, ...]
    ribbons: tuple[Ribbon, ...]
    width: float
    height: float


def flowing(amounts: Sequence[int | None], parents: Sequence[int | None], heights: Sequence[float]) -> Flow:
    """The flow of `amounts` in rupiah (None: not known; they make no bar). `heights` are those of the labels.

    Raises ValueError where the parents run in a circle.
    """
    order, below = from_the_top(parents), children_of(parents)
    handed = [sum(max(amounts[child] or 0, 0) for child in below[at]) for at in range(len(amounts))]
    scale = _scale(amounts, handed, parents, order)
    lengths = [scale * max(amount or 0, given) for amount, given in zip(amounts, handed, strict=True)]
    extents = _extents(order, below, [max(pair) for pair in zip(lengths, heights, strict=True)])
    middles, height = _middles(order, parents, below, extents)
    depths = _depths(order, parents)
    nodes = tuple(
        Node(
            depths[at] * (LABEL + 2 * BAR + RIBBON),
            middles[at],
            _bar(middles[at], lengths[at], amount, scale),
            _bar(middles[at], lengths[at], handed[at] if below[at] else None, scale),
        )
        for at, amount in enumerate(amounts)
    )
    width = max((node.x for node in nodes), default=0.0) + LABEL + 2 * BAR
    return Flow(nodes, tuple(_ribbons(order, below, nodes)), width, height)


def _bar(middle: float, length: float, amount: int | None, scale: float) -> Stretch | None:
    """A bar that begins where the longer of the two of its unit begins, so that the eye compares their ends."""
    if amount is None:
        return None
    return Stretch(middle - length / 2, max(scale * max(amount, 0), _HAIRLINE))


def _scale(
    amounts: Sequence[int | None], handed: Sequence[int], parents: Sequence[int | None], order: Sequence[int]
) -> float:
    """Pixels for a rupiah: the fullest column has about as much bar as the leaves need for their labels."""
    depths = _depths(order, parents)
    columns: dict[int, int] = {}
    for at, amount in enumerate(amounts):
        columns[depths[at]] = columns.get(depths[at], 0) + max(amount or 0, handed[at])
    fullest = max(columns.values(), default=0)
    leaves = len(amounts) - len({parent for parent in parents if parent is not None})
    return max(_LEAST_HEIGHT, _HEIGHT_PER_LEAF * leaves) / fullest if fullest else 0.0


def _depths(order: Sequence[int], parents: Sequence[int | None]) -> dict[int, int]:
    depths: dict[int, int] = {}
    for at in order:
        parent = parents[at]
        depths[at] = 0 if parent is None else depths[parent] + 1
    return depths


def _extents(order: Sequence[int], below: Sequence[Sequence[int]], own: Sequence[float]) -> list[float]:
    """The height that each branch needs."""
    extents = [0.0] * len(own)
    for at in reversed(order):
        extents[at] = max(own[at], _stack([extents[child] for child in below[at]]))
    return extents


def _stack(extents: Sequence[float]) -> float:
    return sum(extents) + GAP * max(0, len(extents) - 1)


def _middles(
    order: Sequence[int], parents: Sequence[int | None], below: Sequence[Sequence[int]], extents: Sequence[float]
) -> tuple[list[float], float]:
    """The middle of each unit, its branch's, and the height of all."""
    middles = [0.0] * len(extents)

    def stack(group: Sequence[int], centre: float) -> None:
        y = centre - _stack([extents[each] for each in group]) / 2
        for each in group:
            middles[each] = y + extents[each] / 2
            y += extents[each] + GAP

    tops = [at for at in order if parents[at] is None]
    height = _stack([extents[at] for at in tops])
    stack(tops, height / 2)
    for at in order:
        stack(below[at], middles[at])
    return middles, height


def _ribbons(order: Sequence[int], below: Sequence[Sequence[int]], nodes: Sequence[Node]) -> list[Ribbon]:
    found: list[Ribbon] = []
    for at in order:
        start = nodes[at].handed
        y = start.y if start else nodes[at].middle
        for child in below[at]:
            own = nodes[child].own
            if own is not None:
                found.append(Ribbon(at, child, Stretch(y, own.length), own))
                y += own.length
    return found
