"""Pairs what stands in two versions of an agreement, one to one: equal things first, then near ones.

Near things are paired by an assignment over all that is left, so near twins ("Kampanye" and "Dana Kampanye") are not
swapped, and the order in which rows stand changes nothing. What is not near enough stays alone: dropped, or added.

SIMILAR is lower than what links a subordinate to a superior (`cascade.NEAR`): there a wrong link becomes an accusation,
here both texts are shown. In the real document one pair of different rows of an agreement in forty is as near.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from rapidfuzz import fuzz

from pkcheck.model import Agreement, BudgetLine, Indicator, Objective
from pkcheck.programmes import name_words, same_programme
from pkcheck.rollup import entries_of
from pkcheck.wording import normal, short

SIMILAR = 0.65
MOST_AT_ONCE = 100
_SAME_PLACE, _SAME_ROWS = 0.1, 0.3
_HALF = 0.5

_T = TypeVar("_T")
Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Paired:
    """Two versions of an agreement: which objectives, indicators and budget lines are the same, by their index."""

    objectives: Pairs
    indicators: Pairs
    budget: Pairs


def pair_agreement(old: Agreement, new: Agreement) -> Paired:
    """What of `old` is what of `new`. Indicators are counted through the whole agreement, from 0."""
    objectives = _objective_pairs(old, new)
    return Paired(objectives, _indicator_pairs(old, new, dict(objectives)), _budget_pairs(old, new))


def pair(
    old: Sequence[_T], new: Sequence[_T], key: Callable[[_T], Hashable], likeness: Callable[[_T, _T], float]
) -> Pairs:
    """Indices of what is paired, in the order of `old`.

    What has the same `key` is equal; `likeness` tells several equal ones apart, and is what is left paired by, where it
    is SIMILAR or more.
    """
    groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, things in enumerate((old, new)):
        for at, each in enumerate(things):
            groups[key(each)][side].append(at)
    found: dict[int, int] = {}
    for before, after in groups.values():
        if len(before) == len(after) == 1:
            found[before[0]] = after[0]
        elif before and after:
            found |= assign({(a, b): 1 + likeness(old[a], new[b]) - _far(a, b) for a in before for b in after})
    left, right = [at for at in range(len(old)) if at not in found], set(range(len(new))) - set(found.values())
    scores = {(a, b): likeness(old[a], new[b]) for a in left for b in sorted(right)}
    found |= assign(
        {(a, b): score - SIMILAR + 0.01 - _far(a, b) for (a, b), score in scores.items() if score >= SIMILAR}
    )
    return tuple(sorted(found.items()))


def assign(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The one-to-one assignment with the greatest sum of weights; each part that hangs together is solved alone.

    The best takes the cube of a part's size, so in a part of more than MOST_AT_ONCE the heaviest pairs are taken first.
    """
    if not weights:
        return {}
    import networkx as nx

    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    graph.add_weighted_edges_from((("old", a), ("new", b), weight) for (a, b), weight in weights.items())
    found: dict[int, int] = {}
    for part in nx.connected_components(graph):
        if len(part) > MOST_AT_ONCE:
            found |= _heaviest_first({pair: each for pair, each in weights.items() if ("old", pair[0]) in part})
            continue
        for matched in nx.max_weight_matching(graph.subgraph(part)):
            (_, after), (_, before) = sorted(matched)
            found[before] = after
    return found


def _heaviest_first(weights: Mapping[tuple[int, int], float]) -> dict[int, int]:
    found: dict[int, int] = {}
    taken: set[int] = set()
    for before, after in sorted(weights, key=lambda pair: (-weights[pair], pair)):
        if before not in found and after not in taken:
            found[before] = after
            taken.add(after)
    return found


def similarity(one: str, other: str) -> float:
    """How alike two texts are, 0..1: the better of as-written and with words sorted."""
    a, b = short(one), short(other)
    return max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b)) / 100 if a and b else 0.0


def _far(before: int, after: int) -> float:
    """A little less for what stands further away: of equal things the first is paired with the first."""
    return min(abs(before - after), 1000) * 1e-6


@dataclass(frozen=True)
class _Placed:
    """An objective with the texts of its indicators."""

    objective: Objective

    @cached_property
    def rows(self) -> frozenset[str]:
        return frozenset(normal(each.text) for each in self.objective.indicators) - {""}


def _objective_pairs(old: Agreement, new: Agreement) -> Pairs:
    before, after = ([_Placed(each) for each in agreement.objectives] for agreement in (old, new))
    return pair(before, after, lambda each: normal(each.objective.text), _objective_likeness)


def _objective_likeness(one: _Placed, other: _Placed) -> float:
    """By text; objectives with the same indicators are alike, and so are an empty one and the one in its place."""
    texts = (one.objective.text, other.objective.text)
    share = len(one.rows & other.rows) / max(len(one.rows | other.rows), 1)
    same_place = one.objective.no is not None and one.objective.no == other.objective.no
    score = similarity(*texts)
    if share > _HALF or (same_place and not all(map(normal, texts))):
        score = max(score, SIMILAR)
    return score + _SAME_ROWS * share + _SAME_PLACE * same_place if score >= SIMILAR else 0.0


@dataclass(frozen=True, slots=True)
class _Under:
    """An indicator, and the place of its objective in the new version; None where that has none."""

    indicator: Indicator
    objective: int | None
    number: int


def _indicator_pairs(old: Agreement, new: Agreement, objectives: Mapping[int, int]) -> Pairs:
    before = [
        _Under(each, objectives.get(at), number)
        for at, objective in enumerate(old.objectives)
        for number, each in enumerate(objective.indicators)
    ]
    after = [
        _Under(each, at, number)
        for at, objective in enumerate(new.objectives)
        for number, each in enumerate(objective.indicators)
    ]
    return pair(before, after, lambda each: normal(each.indicator.text), _indicator_likeness)


def _indicator_likeness(one: _Under, other: _Under) -> float:
    together = one.objective is not None and one.objective == other.objective
    texts = (one.indicator.text, other.indicator.text)
    score = similarity(*texts)
    if together and one.number == other.number and not all(map(normal, texts)):
        score = SIMILAR
    same_target = one.indicator.target is not None and one.indicator.target == other.indicator.target
    return score + _SAME_ROWS * together + _SAME_PLACE * same_target if score >= SIMILAR else 0.0


@dataclass(frozen=True, slots=True)
class _Headed:
    """A budget line, and the name of the line that it breaks down."""

    line: BudgetLine
    head: tuple[str, ...]

    @property
    def key(self) -> Hashable:
        return self.line.level, self.head, self.line.code, name_words(self.line.name)


def _budget_pairs(old: Agreement, new: Agreement) -> Pairs:
    return pair(_headed(old), _headed(new), lambda each: each.key, _budget_likeness)


def _headed(agreement: Agreement) -> list[_Headed]:
    lines = agreement.budget
    return [
        _Headed(each.line, name_words(lines[each.under - 1].name) if each.under else ())
        for each in entries_of(agreement)
    ]


def _budget_likeness(one: _Headed, other: _Headed) -> float:
    """By name; a line with the same code is the same line under another name. A total is paired with a total."""
    a, b = one.line, other.line
    if (a.level == "total") != (b.level == "total"):
        return 0.0
    score = 1.0 if same_programme(a.name, b.name) else similarity(a.name, b.name)
    if a.code is not None and a.code == b.code:
        score = max(score, SIMILAR)
    if not normal(a.name) and not normal(b.name):
        score = SIMILAR
    closer = (
        _SAME_ROWS * (a.level == b.level) + _SAME_PLACE * (one.head == other.head) + _SAME_PLACE * (a.code == b.code)
    )
    return score + closer if score >= SIMILAR else 0.0
