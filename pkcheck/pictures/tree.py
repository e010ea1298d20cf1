"""Where the boxes of a tree stand: superiors above subordinates, in columns that make the whole fit a slide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pkcheck.pictures.branches import children_of, from_the_top

GAP, DROP, INDENT, STACK = 22.0, 34.0, 18.0, 12.0
_SLIDE = 16 / 9
_TALLEST = (0, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 40, 60, 90)


@dataclass(frozen=True, slots=True)
class Place:
    """The upper left corner of a box."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tree:
    """Every box's place, the lines from superior to subordinate as points, and the size of the whole.

    The line at an index leads to the box of that index; None leads to a box at the top.
    """

    places: tuple[Place, ...]
    lines: tuple[tuple[Place, ...] | None, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Column:
    """Subtrees one below the other; a single one stands under its superior, several hang on a line at their left."""

    children: tuple[int, ...]
    width: float
    height: float


def laid_out(heights: Sequence[float], parents: Sequence[int | None], width: float) -> Tree:
    """Boxes of `width` and the given heights; `parents` are indices and form trees. The shape nearest to a slide's is taken.

    Raises ValueError where the parents run in a circle.
    """
    order, below = from_the_top(parents), children_of(parents)
    tops = [at for at in order if parents[at] is None]
    step = max(heights, default=0.0) + STACK
    trees = (_Layout(heights, below, width, tallest * step).drawn(tops, order) for tallest in _TALLEST)
    return min(trees, key=_unlike_a_slide)


class _Layout:
    """One way of laying out: columns grow to `tallest` before another one is begun beside them."""

    def __init__(self, heights: Sequence[float], below: Sequence[Sequence[int]], width: float, tallest: float) -> None:
        self._heights, self._below, self._width, self._tallest = heights, below, width, tallest
        self._columns: dict[int, tuple[_Column, ...]] = {}
        self._offsets: dict[int, float] = {}
        self._sizes: dict[int, tuple[float, float]] = {}

    def drawn(self, tops: Sequence[int], order: Sequence[int]) -> Tree:
        """The tree. `order` has every superior before its subordinates."""
        for at in reversed(order):
            self._measure(at)
        places: dict[int, Place] = {}
        lines: dict[int, tuple[Place, ...]] = {}
        corners: dict[int, Place] = {}
        for column, x in self._beside(self._columns_of(tops), 0.0):
            for top, y in self._stacked(column, 0.0):
                corners[top] = Place(x, y)
        for at in order:
            self._place(at, corners, places, lines)
        right = max((corners[at].x + self._sizes[at][0] for at in tops), default=0.0)
        bottom = max((corners[at].y + self._sizes[at][1] for at in tops), default=0.0)
        numbers = range(len(self._heights))
        return Tree(tuple(places[at] for at in numbers), tuple(lines.get(at) for at in numbers), right, bottom)

    def _measure(self, at: int) -> None:
        """The size of the subtree at an index, whose subtrees have been measured."""
        columns = self._columns_of(self._below[at])
        self._columns[at] = columns
        self._offsets[at] = self._offset_of(columns)
        beneath = sum(each.width for each in columns) + GAP * max(0, len(columns) - 1)
        height = DROP + max(each.height for each in columns) if columns else 0.0
        self._sizes[at] = max(self._offsets[at] + self._width, beneath), self._heights[at] + height

    def _columns_of(self, children: Sequence[int]) -> tuple[_Column, ...]:
        groups: list[list[int]] = []
        room = 0.0
        for child in children:
            height = self._sizes[child][1]
            if not groups or room < height:
                groups.append([])
                room = self._tallest
            groups[-1].append(child)
            room -= height + STACK
        return tuple(self._column(group) for group in groups)

    def _column(self, children: Sequence[int]) -> _Column:
        width = max(self._sizes[each][0] for each in children)
        height = sum(self._sizes[each][1] for each in children) + STACK * (len(children) - 1)
        column = _Column(tuple(children), width, height)
        return replace(column, width=width + self._indent(column))

    def _place(
        self, at: int, corners: dict[int, Place], places: dict[int, Place], lines: dict[int, tuple[Place, ...]]
    ) -> None:
        """The box at an index, the corners of its subtrees, and the lines to them."""
        corner = corners[at]
        columns = self._beside(self._columns[at], corner.x)
        places[at] = Place(corner.x + self._offsets[at], corner.y)
        middle = INDENT / 2 if _hangs(self._columns[at]) else self._width / 2
        foot = Place(places[at].x + middle, corner.y + self._heights[at])
        top = foot.y + DROP
        for column, left in columns:
            hanging = len(column.children) > 1
            for child, y in self._stacked(column, top):
                corners[child] = Place(left + (INDENT if hanging else 0.0), y)
                lines[child] = self._line(foot, corners[child], child, left if hanging else None)

    def _line(self, foot: Place, corner: Place, child: int, rail: float | None) -> tuple[Place, ...]:
        bus = foot.y + DROP / 2
        x = corner.x + self._offsets[child]
        if rail is None:
            return foot, Place(foot.x, bus), Place(x + self._width / 2, bus), Place(x + self._width / 2, corner.y)
        side = rail + INDENT / 2
        middle = corner.y + self._heights[child] / 2
        return foot, Place(foot.x, bus), Place(side, bus), Place(side, middle), Place(x, middle)

    def _offset_of(self, columns: Sequence[_Column]) -> float:
        """How far a box stands from the left of its subtree: over the middle of the boxes below it."""
        if not columns or _hangs(columns):
            return 0.0
        beside = self._beside(columns, 0.0)
        ends = [
            left + self._offsets[column.children[0]] + self._indent(column) for column, left in (beside[0], beside[-1])
        ]
        return sum(ends) / 2

    def _indent(self, column: _Column) -> float:
        return INDENT if len(column.children) > 1 else 0.0

    def _beside(self, columns: Sequence[_Column], left: float) -> list[tuple[_Column, float]]:
        found: list[tuple[_Column, float]] = []
        for each in columns:
            found.append((each, left))
            left += each.width + GAP
        return found

    def _stacked(self, column: _Column, top: float) -> list[tuple[int, float]]:
        found: list[tuple[int, float]] = []
        for child in column.children:
            found.append((child, top))
            top += self._sizes[child][1] + STACK
        return found


def _hangs(columns: Sequence[_Column]) -> bool:
    """Whether all that is below a box hangs on one line at its left."""
    return len(columns) == 1 and len(columns[0].children) > 1


def _unlike_a_slide(tree: Tree) -> float:
    """How much bigger than the tree a slide must be that holds it."""
    return max(tree.width, tree.height * _SLIDE)
