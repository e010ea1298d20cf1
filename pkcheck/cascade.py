"""What derives from what: a subordinate's objective quotes a superior's indicator (*penjenjangan*).

Texts are compared after `wording.normal`; where they differ, `wording.short` weighs a name no more than its
abbreviation. The ways to a link, the surest first:

- *given*: the data names the parent indicator;
- *quoted*: objective and parent indicator are the same text;
- *near*: they score at least NEAR;
- *indicator*: the unit's indicator repeats the superior's, where its objective quotes none.

Near twins ("Kampanye" and "Dana Kampanye") are told apart by an assignment over the whole pair of agreements: exact
texts come first, then each parent that is left goes to the one objective that fits it best overall, and only what is
left over then may share a parent. The order in which rows stand changes nothing.

The cut-offs come from the real document in `datasets/`. Of its quoted objectives the least true pair scores 0.946 and
the best false one 0.878 ("sarana transportasi ..." and "fasilitas perkantoran ..."): NEAR lies between, nearer to the
false one, because a missed link becomes an accusation. tests/test_cascade.py holds both ends.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Literal

from rapidfuzz import fuzz, process

from pkcheck.model import Agreement, Indicator, Objective
from pkcheck.wording import changed_words, matter, normal, short, stem

NEAR = 0.9
# Indicators are repeated with words left out or added; one that has other words in their place is another indicator.
SAME_INDICATOR = 0.85
# Below this share of quoted objectives a team does not cascade by quotation: its orphans are house style, not slips.
QUOTING = 0.5
# A row speaks of an indicator's matter from this share on. The real document's nearest row that only shares everyday
# words with an indicator scores 0.36, its least telling one that speaks of the same thing 0.44.
WEAK = 0.4

How = Literal["given", "quoted", "near", "indicator"]


@dataclass(frozen=True, slots=True)
class Derivation:
    """One indicator that derives from one of the superior's; `score` 0..1 says how sure the link is, `how` why."""

    child: str
    parent: str
    how: How
    score: float


@dataclass(frozen=True, slots=True)
class Match:
    """An objective's parent indicator."""

    parent: str
    how: How
    score: float


class Parents:
    """A superior's indicators, prepared for all who may derive from them."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        # By id: of several with the same text the first stands for all, so order does not matter.
        ordered = sorted(indicators, key=lambda each: each.id)
        self.texts = {each.id: each.text for each in ordered if normal(each.text)}
        self.by_text: dict[str, str] = {}
        for name, text in self.texts.items():
            self.by_text.setdefault(normal(text), name)

    @cached_property
    def short(self) -> dict[str, str]:
        """Each id, to the text as near ones are looked for in it."""
        return {name: short(text) for name, text in self.texts.items()}

    @cached_property
    def sorted(self) -> dict[str, str]:
        """The same with their words sorted."""
        return {name: _sorted(text) for name, text in self.short.items()}


def match_objectives(objectives: Sequence[Objective], indicators: Sequence[Indicator] | Parents) -> list[Match | None]:
    """For each objective of one unit its parent among the superior's indicators, None where nothing is near enough."""
    parents = indicators if isinstance(indicators, Parents) else Parents(indicators)
    matches: list[Match | None] = [None] * len(objectives)
    by_text = parents.by_text
    open_objectives: list[int] = []
    for at, objective in enumerate(objectives):
        found = by_text.get(normal(objective.text))
        if found is not None:
            matches[at] = Match(found, "quoted", 1.0)
        elif normal(objective.text):
            open_objectives.append(at)
    if not open_objectives or not by_text:
        return matches
    taken = {match.parent for match in matches if match}
    open_objectives.sort(key=lambda at: (short(objectives[at].text), at))
    scores = _near_scores({at: objectives[at].text for at in open_objectives}, parents, NEAR)
    assigned = _assign({pair: score for pair, score in scores.items() if pair[1] not in taken})
    for at in open_objectives:
        best = assigned.get(at) or _best(at, scores)
        if best is not None:
            matches[at] = Match(best, "near", round(scores[at, best], 4))
    return matches


def match_indicators(children: Sequence[Indicator], indicators: Sequence[Indicator] | Parents) -> dict[str, Match]:
    """Indicators of a unit that repeat one of the superior's, by their own text."""
    parents = indicators if isinstance(indicators, Parents) else Parents(indicators)
    by_text, texts = parents.by_text, parents.texts
    matches: dict[str, Match] = {}
    for child in children:
        found = by_text.get(normal(child.text))
        if found is not None:
            matches[child.id] = Match(found, "indicator", 1.0)
    left = {n: child for n, child in enumerate(children) if child.id not in matches and normal(child.text)}
    scores = _near_scores({n: child.text for n, child in left.items()}, parents, SAME_INDICATOR)
    same = {pair: score for pair, score in scores.items() if not all(changed_words(left[pair[0]].text, texts[pair[1]]))}
    for n, child in left.items():
        best = _best(n, same)
        if best is not None:
            matches[child.id] = Match(best, "indicator", round(same[n, best], 4))
    return matches


class Speech:
    """What some rows speak of, and how near each comes to an indicator's matter. Rare words tell more than common ones.

    Rows that derive from another indicator (`bound`) only show which words are common: they have their own matter.
    """

    def __init__(self, rows: Mapping[str, tuple[str, str]], bound: Collection[str] = ()) -> None:
        """`rows`: an id, to the texts of objective and indicator."""
        self._free = [name for name in rows if name not in bound]
        self._stems = {name: matter(objective) | matter(indicator) for name, (objective, indicator) in rows.items()}
        self._words = {name: frozenset(f"{short(o)} {short(i)}".split()) for name, (o, i) in rows.items()}

    def near(self, text: str) -> list[tuple[str, float]]:
        """The rows that speak of the matter of `text`, with their share of it, the nearest first."""
        stems = matter(text)
        words = frozenset(word for word in short(text).split() if stem(word) in stems)
        weights = _rarity(stems, self._stems.values())
        total = sum(weights.values())
        if not total:
            return []
        shares = {name: sum(weights[each] for each in stems & self._stems[name]) / total for name in self._free}
        near = [(name, round(share, 4)) for name, share in shares.items() if share >= WEAK]
        exact = _rarity(words, self._words.values())
        return sorted(near, key=lambda each: (-each[1], -sum(exact[word] for word in words & self._words[each[0]])))


def _rarity(wanted: frozenset[str], rows: Collection[frozenset[str]]) -> dict[str, float]:
    """How telling each word is: 0 where every row has it; what none has counts as what half a row has."""
    return {word: log(len(rows) / (sum(word in row for row in rows) or 0.5)) if rows else 0.0 for word in wanted}


def derive(
    agreement: Agreement, inferred: Callable[[], Mapping[str, Match]], trusted: Callable[[str, str], bool]
) -> Iterator[Derivation]:
    """The derivations of one agreement's indicators.

    What the data gives comes first, where `trusted(child, parent)` (the parent exists and the link closes no circle);
    where none of it is, the texts decide: `inferred` is asked for what they say only where it is needed. A unit that
    quotes its superior derives by its objectives; there an indicator must repeat the superior's to the letter to stand
    for an objective that quotes nothing.
    """
    by_text: Mapping[str, Match] | None = None
    for objective in agreement.objectives:
        for indicator in objective.indicators:
            given = () if indicator.inferred else indicator.derives_from
            kept = [parent for parent in given or () if trusted(indicator.id, parent)]
            if kept:
                yield from (Derivation(indicator.id, parent, "given", 1.0) for parent in kept)
                continue
            if given == () and not indicator.inferred:
                continue  # declared as derived from nothing
            by_text = inferred() if by_text is None else by_text
            found = by_text.get(indicator.id)
            if found:
                yield Derivation(indicator.id, found.parent, found.how, found.score)


def infer(agreement: Agreement, matches: Sequence[Match | None], parents: Parents) -> dict[str, Match]:
    """What the texts alone say of an agreement's indicators; `matches` are those of its objectives with the superior."""
    quoting = sum(match is not None for match in matches) >= QUOTING * max(len(matches), 1)
    own = match_indicators(list(agreement.indicators()), parents) if parents.texts and None in matches else {}
    found: dict[str, Match] = {}
    for objective, match in zip(agreement.objectives, matches, strict=True):
        for indicator in objective.indicators:
            likely = match or own.get(indicator.id)
            if likely and (match or not quoting or likely.score == 1.0):
                found[indicator.id] = likely
    return found


def _near_scores(texts: Mapping[int, str], parents: Parents, cutoff: float) -> dict[tuple[int, str], float]:
    """Scores of at least `cutoff` by index of text and id of parent: the better of as-written and with words sorted."""
    scores: dict[tuple[int, str], float] = {}
    for at, text in texts.items():
        own = short(text)
        for written, wanted in ((own, parents.short), (_sorted(own), parents.sorted)):
            found = process.extract(written, wanted, scorer=fuzz.ratio, score_cutoff=cutoff * 100, limit=None)
            for _, score, parent in found:
                scores[at, parent] = max(score / 100, scores.get((at, parent), 0.0))
    return scores


def _sorted(text: str) -> str:
    return " ".join(sorted(text.split()))


def _assign(scores: Mapping[tuple[int, str], float]) -> dict[int, str]:
    """The one-to-one assignment of objectives to parents that lies highest above NEAR in sum.

    Not the one with the most pairs: that would tear a good pair apart to make two poor ones.
    """
    if len({at for at, _ in scores}) == len({parent for _, parent in scores}) == len(scores):
        return dict(scores.keys())  # nobody wants what another wants
    import networkx as nx

    graph: nx.Graph[int | str] = nx.Graph()
    graph.add_weighted_edges_from((at, parent, score - NEAR + 1e-6) for (at, parent), score in scores.items())
    pairs = nx.max_weight_matching(graph)
    return {at: parent for pair in pairs for at, parent in (pair, pair[::-1]) if (at, parent) in scores}


def _best(at: int, scores: Mapping[tuple[int, str], float]) -> str | None:
    own = {parent: score for (objective, parent), score in scores.items() if objective == at}
    return max(sorted(own), key=lambda parent: own[parent]) if own else None
