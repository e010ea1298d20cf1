"""A set of agreements as one graph: units, who answers to whom, and which indicator derives from which.

`AgreementSet` holds the links; its views (Member, Team, Row, Link) are what rules are handed. `to_networkx` gives the
whole as a networkx graph. Nothing here knows a rule.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import networkx as nx

from pkcheck.cascade import QUOTING, WEAK, Derivation, Match, derive, match_objectives, weak_score
from pkcheck.model import Agreement, Indicator, Objective, objective_keys
from pkcheck.positions import office, rank
from pkcheck.superiors import Office, Superior, superiors_of
from pkcheck.wording import normal, stem, subject_words


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator with its objective and agreement. `objective_id` is `<agreement>:<no>`."""

    agreement: Agreement
    objective: Objective
    objective_id: str
    indicator: Indicator

    @property
    def id(self) -> str:
        """The indicator's id."""
        return self.indicator.id


@dataclass(frozen=True, slots=True)
class MissingUnit:
    """A unit that is named as superior and has no agreement in the set; `under` may be whom it answers to."""

    office: Office
    position: str
    orphans: tuple[str, ...]
    under: tuple[str, ...]


class AgreementSet:
    """Agreements that are judged together. Ids are unique."""

    def __init__(self, agreements: Sequence[Agreement]) -> None:
        self.agreements = tuple(agreements)
        self.by_id = {agreement.id: agreement for agreement in agreements}
        self.superiors: dict[str, Superior] = superiors_of(self.agreements)

    @cached_property
    def subordinates(self) -> dict[str, tuple[Agreement, ...]]:
        """For every agreement those that answer to it, in the set's order."""
        found: dict[str, list[Agreement]] = defaultdict(list)
        for agreement in self.agreements:
            superior = self.superiors[agreement.id].id
            if superior is not None:
                found[superior].append(agreement)
        return {agreement.id: tuple(found[agreement.id]) for agreement in self.agreements}

    @cached_property
    def agencies(self) -> tuple[tuple[Agreement, ...], ...]:
        """The agreements of each institution, in the set's order; those that name none stand together."""
        found: dict[str, list[Agreement]] = defaultdict(list)
        for agreement in self.agreements:
            found[normal(agreement.institution or "")].append(agreement)
        return tuple(tuple(each) for each in found.values())

    @cached_property
    def rows(self) -> dict[str, Row]:
        """Every indicator by its id, in printed order."""
        return {row.id: row for agreement in self.agreements for row in rows_of(agreement)}

    @cached_property
    def derivations(self) -> dict[str, tuple[Derivation, ...]]:
        """For every indicator that derives from others its derivations."""
        found: dict[str, list[Derivation]] = defaultdict(list)
        indicators = {name: row.indicator for name, row in self.rows.items()}
        for agreement in self.agreements:
            superior = self.superior(agreement)
            if superior is None:
                given = [
                    (i.id, p)
                    for i in agreement.indicators()
                    if not i.inferred
                    for p in i.derives_from or ()
                    if p in indicators
                ]
                for child, parent in given:
                    found[child].append(Derivation(child, parent, "given", 1.0))
                continue
            for each in derive(agreement, superior, indicators, self.matches[agreement.id]):
                found[each.child].append(each)
        return {child: tuple(each) for child, each in found.items()}

    @cached_property
    def takers(self) -> dict[str, tuple[Derivation, ...]]:
        """For every indicator that others derive from the derivations that lead to it."""
        found: dict[str, list[Derivation]] = defaultdict(list)
        for each in (d for ds in self.derivations.values() for d in ds):
            found[each.parent].append(each)
        return {parent: tuple(each) for parent, each in found.items()}

    @cached_property
    def matches(self) -> dict[str, tuple[Match | None, ...]]:
        """For every agreement with a superior in the set, its objectives' parent indicators."""
        found = {}
        for agreement in self.agreements:
            superior = self.superior(agreement)
            if superior is not None:
                found[agreement.id] = tuple(match_objectives(agreement.objectives, list(superior.indicators())))
        return found

    @cached_property
    def missing(self) -> tuple[MissingUnit, ...]:
        """Units of the institution that are named as superior without an agreement in the set."""
        orphans: dict[tuple[str, Office], list[str]] = defaultdict(list)
        for agreement in self.agreements:
            superior = self.superiors[agreement.id]
            if superior.status == "missing":
                orphans[normal(agreement.institution or ""), superior.office].append(agreement.id)
        return tuple(self._missing_unit(own, tuple(ids)) for (_, own), ids in orphans.items())

    def superior(self, agreement: Agreement) -> Agreement | None:
        """The superior's agreement, None where it is not in the set."""
        name = self.superiors[agreement.id].id
        return self.by_id[name] if name is not None else None

    def position_of(self, agreement: Agreement) -> Office:
        """The first party's office without the institution."""
        party = agreement.first_party
        return office(party.position, agreement.institution) if party and party.position else ()

    def may_lack_subordinates(self, agreement: Agreement) -> MissingUnit | None:
        """A missing unit that may answer to `agreement`."""
        return next((each for each in self.missing if agreement.id in each.under), None)

    def quoting_share(self, unit: Agreement) -> float | None:
        """The share of the subordinates' objectives that quote `unit`'s indicators; None without any objective."""
        matches = [match for each in self.subordinates[unit.id] for match in self.matches.get(each.id, ())]
        return sum(match is not None for match in matches) / len(matches) if matches else None

    def quotes(self, unit: Agreement) -> bool:
        """Whether the subordinates of `unit` cascade by quotation."""
        share = self.quoting_share(unit)
        return share is not None and share >= QUOTING

    def weak_links(self, parent: Row) -> list[tuple[Row, float]]:
        """Rows of subordinates that speak of the parent indicator's matter without repeating it, the nearest first."""
        rows = [row for each in self.subordinates[parent.agreement.id] for row in rows_of(each)]
        weight = self._stem_weights
        scored = [(row, weak_score(parent.indicator, row.objective, row.indicator, weight)) for row in rows]
        return sorted((each for each in scored if each[1] >= WEAK), key=lambda each: -each[1])

    @cached_property
    def _stem_weights(self) -> dict[str, float]:
        """How telling a stem is: the rarer among the set's rows, the more."""
        counts: dict[str, int] = defaultdict(int)
        for row in self.rows.values():
            for word in {stem(w) for w in subject_words(row.objective.text) | subject_words(row.indicator.text)}:
                counts[word] += 1
        return {word: log(1 + len(self.rows) / count) for word, count in counts.items()}

    def _missing_unit(self, own: Office, orphans: tuple[str, ...]) -> MissingUnit:
        claims = [claim for claim in self.superiors[orphans[0]].claims if claim.office == own]
        position = next((claim.position for claim in claims if claim.position), " ".join(own))
        below = {each.id for orphan in orphans for each in self.branch(self.by_id[orphan])}
        level = rank(own)
        ranked = {a.id: rank(self.position_of(a)) for a in self.agreements if a.id not in below}
        above = {name: each for name, each in ranked.items() if each is not None and level is not None and each < level}
        nearest = max(above.values(), default=None)
        under = tuple(name for name, each in above.items() if each == nearest) or tuple(ranked)
        return MissingUnit(own, position, orphans, under)

    def branch(self, agreement: Agreement) -> Iterator[Agreement]:
        """`agreement` and all that answer to it, directly or not."""
        waiting = [agreement]
        while waiting:
            each = waiting.pop()
            yield each
            waiting.extend(self.subordinates[each.id])


@dataclass(frozen=True, slots=True)
class Member:
    """One agreement within its set."""

    agreement: Agreement
    whole: AgreementSet

    @property
    def superior(self) -> Superior:
        """What is known of its superior."""
        return self.whole.superiors[self.agreement.id]

    @property
    def superior_agreement(self) -> Agreement | None:
        """The superior's agreement, where it is in the set."""
        return self.whole.superior(self.agreement)


@dataclass(frozen=True, slots=True)
class Team:
    """A unit with the agreements that answer to it, at least one."""

    unit: Agreement
    parts: tuple[Agreement, ...]
    whole: AgreementSet


@dataclass(frozen=True, slots=True)
class Link:
    """One derivation with both its rows."""

    child: Row
    parent: Row
    derivation: Derivation
    whole: AgreementSet


def rows_of(agreement: Agreement) -> Iterator[Row]:
    """The indicators of one agreement as rows."""
    for key, objective in zip(objective_keys(agreement.objectives), agreement.objectives, strict=True):
        for indicator in objective.indicators:
            yield Row(agreement, objective, f"{agreement.id}:{key}", indicator)


def teams_of(whole: AgreementSet) -> Iterator[Team]:
    """Every unit that has subordinates in the set."""
    for agreement in whole.agreements:
        if whole.subordinates[agreement.id]:
            yield Team(agreement, whole.subordinates[agreement.id], whole)


def links_of(whole: AgreementSet, row: Row) -> Iterator[Link]:
    """The derivations of one indicator."""
    for each in whole.derivations.get(row.id, ()):
        yield Link(row, whole.rows[each.parent], each, whole)


def annotated(whole: AgreementSet) -> tuple[Agreement, ...]:
    """The agreements with inferred superiors and derivations written into them, marked as inferred."""
    return tuple(_annotated(whole, agreement) for agreement in whole.agreements)


def _annotated(whole: AgreementSet, agreement: Agreement) -> Agreement:
    superior = whole.superiors[agreement.id]
    objectives = tuple(
        objective.model_copy(
            update={"indicators": tuple(_with_parents(whole, agreement, each) for each in objective.indicators)}
        )
        for objective in agreement.objectives
    )
    update: dict[str, object] = {"objectives": objectives}
    if agreement.supervisor is None and superior.id is not None:
        update |= {"supervisor": superior.id, "supervisor_inferred": True}
    return agreement.model_copy(update=update)


def _with_parents(whole: AgreementSet, agreement: Agreement, indicator: Indicator) -> Indicator:
    if (indicator.derives_from is not None and not indicator.inferred) or whole.superior(agreement) is None:
        return indicator
    parents = tuple(each.parent for each in whole.derivations.get(indicator.id, ()))
    return indicator.model_copy(update={"derives_from": parents, "inferred": True})


def to_networkx(whole: AgreementSet) -> "nx.DiGraph[str]":
    """Agreements, units, indicators and budget lines as nodes (`kind`), and how they hang together as edges (`kind`).

    Edges: `answers_to` (agreement to superior), `signs_for` (agreement to unit), `promises` (agreement to indicator),
    `budgets` (agreement to budget line), `derives_from` (indicator to indicator); links carry `given`, `how`, `score`.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for agreement in whole.agreements:
        party = agreement.first_party
        graph.add_node(
            agreement.id,
            kind="agreement",
            label=party.position if party and party.position else agreement.id,
            holder=party.name if party and party.name else "",
        )
        if agreement.unit:
            graph.add_node(f"{agreement.id}:unit", kind="unit", label=agreement.unit)
            graph.add_edge(agreement.id, f"{agreement.id}:unit", kind="signs_for")
        for row in rows_of(agreement):
            target = row.indicator.target
            graph.add_node(
                row.id, kind="indicator", label=row.indicator.text, target=target.raw or "" if target else ""
            )
            graph.add_edge(agreement.id, row.id, kind="promises")
        for number, line in enumerate(agreement.budget, 1):
            node = f"{agreement.id}:budget.{number}"
            graph.add_node(node, kind="budget", label=line.name, amount=line.amount if line.amount is not None else "")
            graph.add_edge(agreement.id, node, kind="budgets")
    for agreement in whole.agreements:
        superior = whole.superiors[agreement.id]
        if superior.id is not None:
            graph.add_edge(
                agreement.id, superior.id, kind="answers_to", given=superior.given, votes=len(superior.claims)
            )
    for each in (d for ds in whole.derivations.values() for d in ds):
        graph.add_edge(
            each.child, each.parent, kind="derives_from", given=each.how == "given", how=each.how, score=each.score
        )
    return graph
