"""What derives from what: a subordinate's objective quotes a superior's indicator (*penjenjangan*).

Texts are compared after `wording.normal`. Three ways to a link, the surest first:

- *given*: the data names the parent indicator;
- *quoted*: objective and parent indicator are the same text;
- *near*: they score at least NEAR. Near twins ("Kampanye" and "Dana Kampanye") are told apart by an assignment over the
  whole pair of agreements: each parent indicator is first offered to the one objective that fits it best overall, and
  only what is left over may share a parent.

Where a unit does not quote its superior at all, the *indicators* of the two are compared instead (SAME_INDICATOR).

The cut-offs come from the real document in `datasets/`: over its 114 quoted objectives the least true pair scores
0.94 and the best false one 0.83, so NEAR lies between, nearer to the false one because a missed link is an accusation.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import networkx as nx
from rapidfuzz import fuzz, process

from pkcheck.model import Agreement, Indicator, Objective
from pkcheck.wording import normal, stem, subject_words

NEAR = 0.87
SAME_INDICATOR = 0.85
# Below this share of quoted objectives a team does not cascade by quotation: its orphans are house style, not slips.
QUOTING = 0.5
WEAK = 0.34

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


def match_objectives(objectives: Sequence[Objective], parents: Sequence[Indicator]) -> list[Match | None]:
    """For each objective of one unit its parent among the superior's indicators, None where nothing is near enough."""
    matches: list[Match | None] = [None] * len(objectives)
    by_text: dict[str, Indicator] = {}
    for parent in parents:
        if parent.text:
            by_text.setdefault(normal(parent.text), parent)
    open_objectives: list[int] = []
    for at, objective in enumerate(objectives):
        found = by_text.get(normal(objective.text)) if objective.text else None
        if found:
            matches[at] = Match(found.id, "quoted", 1.0)
        elif objective.text:
            open_objectives.append(at)
    if not open_objectives:
        return matches
    taken = {match.parent for match in matches if match}
    scores = _near_scores([objectives[at].text for at in open_objectives], parents)
    assigned = _assign({(o, p): s for (o, p), s in scores.items() if parents[p].id not in taken})
    for n, at in enumerate(open_objectives):
        best = assigned.get(n, _best(n, scores))
        if best is not None:
            matches[at] = Match(parents[best].id, "near", round(scores[n, best], 4))
    return matches


def match_indicators(children: Sequence[Indicator], parents: Sequence[Indicator]) -> dict[str, Match]:
    """Indicators of a unit that repeat one of the superior's, by their own text."""
    texts = {parent.id: normal(parent.text) for parent in parents if parent.text}
    matches = {}
    for child in children:
        found = process.extractOne(
            normal(child.text), texts, scorer=fuzz.token_sort_ratio, score_cutoff=SAME_INDICATOR * 100
        )
        if child.text and found:
            matches[child.id] = Match(found[2], "indicator", round(found[1] / 100, 4))
    return matches


def weak_score(parent: Indicator, objective: Objective, child: Indicator, weight: Mapping[str, float]) -> float:
    """How much of the parent's own matter a row speaks of, 0..1: rare words count more (`weight` by stem)."""
    wanted = {stem(word) for word in subject_words(parent.text)}
    found = {stem(word) for word in subject_words(objective.text) | subject_words(child.text)}
    total = sum(weight.get(word, 1.0) for word in wanted)
    return sum(weight.get(word, 1.0) for word in wanted & found) / total if total else 0.0


def derive(
    agreement: Agreement, superior: Agreement, known: Mapping[str, Indicator], matches: Sequence[Match | None]
) -> Iterator[Derivation]:
    """The derivations of one agreement's indicators, given ones first; `matches` are those of its objectives."""
    quoting = sum(match is not None for match in matches) >= QUOTING * max(len(matches), 1)
    own = {} if quoting else match_indicators(list(agreement.indicators()), list(superior.indicators()))
    for objective, match in zip(agreement.objectives, matches, strict=True):
        for indicator in objective.indicators:
            given = [] if indicator.inferred else [each for each in indicator.derives_from or () if each in known]
            if given:
                yield from (Derivation(indicator.id, each, "given", 1.0) for each in given)
            elif indicator.derives_from is not None and not indicator.inferred:
                continue
            else:
                found = match or own.get(indicator.id)
                if found:
                    yield Derivation(indicator.id, found.parent, found.how, found.score)


def _near_scores(texts: list[str], parents: Sequence[Indicator]) -> dict[tuple[int, int], float]:
    """Scores of at least NEAR, by index of text and parent."""
    wanted = {at: normal(parent.text) for at, parent in enumerate(parents) if parent.text}
    scores: dict[tuple[int, int], float] = {}
    for at, text in enumerate(texts):
        found = process.extract(normal(text), wanted, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR * 100, limit=None)
        scores.update({(at, parent): score / 100 for _, score, parent in found})
    return scores


def _assign(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The one-to-one assignment with the highest sum of scores."""
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    graph.add_weighted_edges_from((("objective", o), ("parent", p), s) for (o, p), s in scores.items())
    pairs = nx.max_weight_matching(graph, maxcardinality=True)
    return dict((a[1], b[1]) if a[0] == "objective" else (b[1], a[1]) for a, b in pairs)


def _best(at: int, scores: Mapping[tuple[int, int], float]) -> int | None:
    own = {parent: score for (objective, parent), score in scores.items() if objective == at}
    return max(own, key=lambda parent: own[parent]) if own else None
