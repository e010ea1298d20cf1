"""Ruling lines as grids of cells: whatever encloses text on four sides, with cells that span rows or columns."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pkcheck.documents.layout.ink import Rule, TooMuchInkError

_SNAP = 2.5
_REACH = 3.0
_SHORTEST = 6.0
_BEYOND = 8.0
_COVERED = 0.6
MAX_RULES = 1_000
MAX_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Span:
    """One cell of a grid: its first row and column, and its box (left, top, right, bottom)."""

    row: int
    column: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells between `xs` and `ys`; `owners` says for each square between neighbouring rules to which cell it belongs."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owners: dict[tuple[int, int], Span]
    walls: tuple[frozenset[int], ...]
    """For each row the indices of `xs` at which a rule stands."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def at(self, x: float, y: float) -> Span | None:
        """The cell at a point, None outside."""
        return self.owners.get((bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1))


def grids_of(across: Sequence[Rule], down: Sequence[Rule]) -> tuple[Grid, ...]:
    """The grids that rules, joined, form on a page. Raises TooMuchInkError beyond MAX_RULES of them in a direction."""
    if max(len(across), len(down)) > MAX_RULES:
        raise TooMuchInkError
    found = (_grid(*_closed(*group)) for group in _touching(across, down))
    return tuple(grid for grid in found if grid is not None)


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules on one line as one, dots and dashes too; what stays short is no ruling line."""
    whole: list[Rule] = []
    group: list[Rule] = []
    for rule in sorted(rules, key=lambda each: (each.at, each.start)):
        if group and (rule.at - group[-1].at > _SNAP or rule.at - group[0].at > 2 * _SNAP):
            whole.extend(_merged(group))
            group = []
        group.append(rule)
    whole.extend(_merged(group))
    return [rule for rule in whole if rule.end - rule.start >= _SHORTEST]


def _merged(group: list[Rule]) -> list[Rule]:
    if not group:
        return []
    at = sum(rule.at for rule in group) / len(group)
    merged: list[Rule] = []
    for rule in sorted(group, key=lambda each: each.start):
        if merged and rule.start <= merged[-1].end + _REACH:
            merged[-1] = Rule(at, merged[-1].start, max(merged[-1].end, rule.end))
        else:
            merged.append(Rule(at, rule.start, rule.end))
    return merged


def _touching(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that touch or cross, directly or by way of others."""
    parent = list(range(len(across) + len(down)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, line in enumerate(across):
        for j, post in enumerate(down, len(across)):
            if (
                line.start - _REACH <= post.at <= line.end + _REACH
                and post.start - _REACH <= line.at <= post.end + _REACH
            ):
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, line in enumerate(across):
        groups[root(i)][0].append(line)
    for j, post in enumerate(down, len(across)):
        groups[root(j)][1].append(post)
    return list(groups.values())


def _closed(across: list[Rule], down: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """With the sides that a table has left open, told by lines that end together beyond the last one across them."""
    return [*across, *_ends(down, across)], [*down, *_ends(across, down)]


def _ends(running: list[Rule], crossing: list[Rule]) -> list[Rule]:
    if not crossing or len(running) <= 1:
        return []
    first, last = min(rule.at for rule in crossing), max(rule.at for rule in crossing)
    closing = []
    for beyond, end in (
        ([rule for rule in running if rule.start < first - _BEYOND], min(rule.start for rule in running)),
        ([rule for rule in running if rule.end > last + _BEYOND], max(rule.end for rule in running)),
    ):
        if len(beyond) > 1:
            closing.append(Rule(end, min(rule.at for rule in beyond), max(rule.at for rule in beyond)))
    return closing


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    xs, ys = _places(down), _places(across)
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > MAX_CELLS:  # noqa: PLR2004
        return None
    walls = _covered(xs, ys, down)
    floors = _covered(ys, xs, across)
    owners = _owners(xs, ys, walls, floors)
    if not owners:
        return None
    by_row = tuple(frozenset(i for i in range(len(xs)) if (i, j) in walls) for j in range(len(ys) - 1))
    return Grid(tuple(xs), tuple(ys), owners, by_row)


def _places(rules: Sequence[Rule]) -> list[float]:
    places: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not places or at - places[-1] > _SNAP:
            places.append(at)
    return places


def _covered(places: list[float], between: list[float], rules: list[Rule]) -> set[tuple[int, int]]:
    """Pairs (i, j): a rule stands at places[i] along most of the way from between[j] to between[j + 1]."""
    covered: dict[tuple[int, int], float] = defaultdict(float)
    for rule in rules:
        i = min(range(len(places)), key=lambda at: abs(places[at] - rule.at))
        for j in range(max(bisect_right(between, rule.start) - 1, 0), len(between) - 1):
            if between[j] >= rule.end:
                break
            covered[i, j] += max(min(rule.end, between[j + 1]) - max(rule.start, between[j]), 0.0)
    return {(i, j) for (i, j), length in covered.items() if length >= _COVERED * (between[j + 1] - between[j])}


def _owners(
    xs: list[float], ys: list[float], walls: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> dict[tuple[int, int], Span]:
    """Squares without a rule between them are one cell; what is open to the outside, or lies around all others, is none."""
    rows, columns = len(ys) - 1, len(xs) - 1
    owners: dict[tuple[int, int], Span] = {}
    seen: set[tuple[int, int]] = set()
    for start in ((row, column) for row in range(rows) for column in range(columns)):
        if start in seen:
            continue
        seen.add(start)
        squares, waiting, is_open = [], [start], False
        while waiting:
            row, column = waiting.pop()
            squares.append((row, column))
            for neighbour, is_parted in (
                ((row, column - 1), (column, row) in walls),
                ((row, column + 1), (column + 1, row) in walls),
                ((row - 1, column), (row, column) in floors),
                ((row + 1, column), (row + 1, column) in floors),
            ):
                if is_parted:
                    continue
                if not (0 <= neighbour[0] < rows and 0 <= neighbour[1] < columns):
                    is_open = True
                elif neighbour not in seen:
                    seen.add(neighbour)
                    waiting.append(neighbour)
        span = _span(squares, xs, ys)
        is_frame = span.box == (xs[0], ys[0], xs[-1], ys[-1]) and len(squares) < rows * columns
        if not is_open and not is_frame:
            owners.update(dict.fromkeys(squares, span))
    return owners


def _span(squares: list[tuple[int, int]], xs: list[float], ys: list[float]) -> Span:
    top, left = min(row for row, _ in squares), min(column for _, column in squares)
    bottom, right = max(row for row, _ in squares), max(column for _, column in squares)
    return Span(top, left, (xs[left], ys[top], xs[right + 1], ys[bottom + 1]))
