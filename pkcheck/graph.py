"""A set of agreements as one graph: units, who answers to whom, and which indicator derives from which.

`AgreementSet` holds the links; its views (Member, Team, Row, Link) are what rules are handed. `to_networkx` gives the
whole as a networkx graph. Nothing here knows a rule.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar, cast

from pkcheck.cascade import QUOTING, Derivation, Match, Parents, Speech, derive, infer, match_objectives
from pkcheck.ledger import Ledger
from pkcheck.messages import SUPERIOR_MISSING, SUPERIOR_UNKNOWN
from pkcheck.model import Agreement, Indicator, Objective, objective_keys
from pkcheck.positions import office, rank, same_office
from pkcheck.reference.model import Reference
from pkcheck.succession import heirs_of, replaced_in
from pkcheck.superiors import Office, Superior, superiors_of
from pkcheck.texts import Text
from pkcheck.wording import normal

if TYPE_CHECKING:
    import networkx as nx

_T = TypeVar("_T")


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
    """Agreements that are judged together, and what they are held against. Ids are unique.

    `agreements` are those in force; `given` are all, those among them that a revision replaces too. A link to a replaced
    agreement, or to one of its indicators, is a link to the one in force.
    """

    def __init__(self, agreements: Sequence[Agreement], reference: Reference | None = None) -> None:
        self._made: dict[Hashable, object] = {}
        self.given = tuple(agreements)
        self.replaced: dict[str, str] = replaced_in(self.given)
        self.agreements = tuple(each for each in self.given if each.id not in self.replaced)
        self.reference = reference or Reference()
        self.by_id = {agreement.id: agreement for agreement in self.given}
        self.superiors: dict[str, Superior] = superiors_of(self.agreements, self.replaced)

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
    def ledger(self) -> Ledger:
        """The budgets added up."""
        return Ledger(self.agreements, self.subordinates)

    @cached_property
    def rows(self) -> dict[str, Row]:
        """Every indicator by its id, in printed order."""
        return {row.indicator.id: row for agreement in self.agreements for row in self.rows_by_agreement[agreement.id]}

    @cached_property
    def rows_by_agreement(self) -> dict[str, tuple[Row, ...]]:
        """The indicators of every agreement, those of replaced ones too."""
        return {agreement.id: tuple(rows_of(agreement)) for agreement in self.given}

    @cached_property
    def rows_by_text(self) -> dict[str, dict[str, Row]]:
        """For every agreement each text of an indicator, normalised, to the first row that has it."""
        found: dict[str, dict[str, Row]] = {}
        for name, rows in self.rows_by_agreement.items():
            own = found[name] = {}
            for row in rows:
                own.setdefault(normal(row.indicator.text), row)
        return found

    def once(self, what: Hashable, make: Callable[[], _T]) -> _T:
        """What `make` gives, made once for this set; `what` names it."""
        if what not in self._made:
            self._made[what] = make()
        return cast("_T", self._made[what])

    def forget(self) -> None:
        """Drop what was made by `once`: parts of it hold the set itself, which would keep it from being freed at once."""
        self._made.clear()

    @property
    def members(self) -> tuple["Member", ...]:
        """Every agreement in force as rules are handed it."""
        return self.once("members", lambda: tuple(Member(agreement, self) for agreement in self.agreements))

    @property
    def teams(self) -> tuple["Team", ...]:
        """Every unit that has subordinates in the set."""
        return self.once("teams", lambda: tuple(self._teams()))

    @property
    def links(self) -> dict[str, tuple["Link", ...]]:
        """For every indicator that derives from others its derivations with both rows."""
        return self.once("links", self._links)

    def _teams(self) -> Iterator["Team"]:
        for agreement in self.agreements:
            if self.subordinates[agreement.id]:
                yield Team(agreement, self.subordinates[agreement.id], self)

    def _links(self) -> dict[str, tuple["Link", ...]]:
        rows = self.rows
        return {
            child: tuple(Link(rows[child], rows[each.parent], each, self) for each in found)
            for child, found in self.derivations.items()
        }

    @cached_property
    def agency_of(self) -> dict[str, tuple[Agreement, ...]]:
        """For every agreement in force the agreements of its institution, itself among them."""
        return {agreement.id: agency for agency in self.agencies for agreement in agency}

    @cached_property
    def known_indicators(self) -> frozenset[str]:
        """The ids of all indicators, those of replaced agreements too."""
        return frozenset(each.id for agreement in self.given for each in agreement.indicators())

    @cached_property
    def derivations(self) -> dict[str, tuple[Derivation, ...]]:
        """For every indicator that derives from others its derivations. They never run in a circle: see below."""
        circular = {name: at for at, circle in enumerate(self.derivation_circles) for name in circle}
        if not circular:
            return self._all_derivations
        return self._derived(lambda child, parent: circular.get(child, -1) != circular.get(parent, -2))

    @cached_property
    def derivation_circles(self) -> tuple[tuple[str, ...], ...]:
        """Indicators that the data derives from each other in a circle, or from themselves."""
        links = [each for found in self._all_derivations.values() for each in found]
        if all(self._leads_up(each) for each in links):
            return ()
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph([(each.child, each.parent) for each in links])
        order = {name: at for at, name in enumerate(self.rows)}
        circles = [
            tuple(sorted(each, key=lambda name: order[name]))
            for each in nx.strongly_connected_components(graph)
            if len(each) > 1 or graph.has_edge(*(name := next(iter(each)), name))
        ]
        return tuple(sorted(circles, key=lambda circle: order[circle[0]]))

    @cached_property
    def circles(self) -> tuple[tuple[str, ...], ...]:
        """Agreements that by their own words answer to each other in a circle; `superiors` breaks each of them open."""
        named = {agreement.id: self._named_superior(agreement) for agreement in self.agreements}
        circles: list[tuple[str, ...]] = []
        for agreement in self.agreements:
            path = [agreement.id]
            while (above := named[path[-1]]) is not None and above not in path:
                path.append(above)
            if above == agreement.id and not any(agreement.id in circle for circle in circles):
                circles.append(tuple(path))
        return tuple(circles)

    @cached_property
    def _all_derivations(self) -> dict[str, tuple[Derivation, ...]]:
        return self._derived(lambda _child, _parent: True)

    def _leads_up(self, link: Derivation) -> bool:
        """Whether it leads to the direct superior, as all that is inferred does: such links close no circle."""
        own, other = self.rows[link.child].agreement, self.rows[link.parent].agreement
        return self.superiors[own.id].id == other.id

    def _derived(self, trusted: Callable[[str, str], bool]) -> dict[str, tuple[Derivation, ...]]:
        """Derivations by indicator; given ones only where `trusted(child, parent)`."""
        heirs, rows = self.heirs, self.rows

        def trusts(child: str, parent: str) -> bool:
            heir = heirs.get(parent, parent)
            return heir in rows and trusted(child, heir)

        found: dict[str, list[Derivation]] = defaultdict(list)
        for agreement in self.agreements:
            for each in derive(agreement, partial(self._inferred, agreement), trusts):
                heir = heirs.get(each.parent)
                found[each.child].append(each if heir is None else replace(each, parent=heir))
        return {child: tuple(each) for child, each in found.items()}

    def _inferred(self, agreement: Agreement) -> dict[str, Match]:
        """What the texts say of the indicators' parents."""
        superior = self.superiors[agreement.id].id
        return {} if superior is None else infer(agreement, self.matches[agreement.id], self.matches.parents(superior))

    @cached_property
    def heirs(self) -> dict[str, str]:
        """For indicators of replaced agreements the same indicator of the one in force, where that still has it."""
        return heirs_of(self.by_id, self.replaced)

    @cached_property
    def takers(self) -> dict[str, tuple[Derivation, ...]]:
        """For every indicator that others derive from the derivations that lead to it."""
        found: dict[str, list[Derivation]] = defaultdict(list)
        for each in (d for ds in self.derivations.values() for d in ds):
            found[each.parent].append(each)
        return {parent: tuple(each) for parent, each in found.items()}

    @cached_property
    def matches(self) -> "Matches":
        """For every agreement with a superior in the set, its objectives' parent indicators; found when they are asked for."""
        return Matches(self.by_id, self.superiors)

    @cached_property
    def missing(self) -> tuple[MissingUnit, ...]:
        """Units of the institution that are named as superior without an agreement in the set."""
        orphans: dict[tuple[str, Office], list[str]] = defaultdict(list)
        for agreement in self.agreements:
            superior = self.superiors[agreement.id]
            if superior.status == "missing":
                house = normal(agreement.institution or "")
                known = (each for at, each in orphans if at == house and same_office(each, superior.office))
                orphans[house, next(known, superior.office)].append(agreement.id)
        return tuple(self._missing_unit(own, tuple(ids)) for (_, own), ids in orphans.items())

    def superior(self, agreement: Agreement) -> Agreement | None:
        """The superior's agreement, None where it is not in the set."""
        name = self.superiors[agreement.id].id
        return self.by_id[name] if name is not None else None

    def position_of(self, agreement: Agreement) -> Office:
        """The first party's office without the institution."""
        party = agreement.first_party
        return office(party.position, agreement.institution) if party and party.position else ()

    def origins(self, agreement: Agreement) -> Iterator[Agreement]:
        """What a revision changes by its own words, what that changed in turn, as far as it is in the set; each once."""
        seen: set[str] = set()
        name = agreement.revision.of if agreement.revision else None
        while name is not None and name in self.by_id and name not in seen:
            seen.add(name)
            origin = self.by_id[name]
            yield origin
            name = origin.revision.of if origin.revision else None

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

    def depth(self, agreement: Agreement) -> int:
        """How many levels of the set lie above it."""
        return self._depths[agreement.id]

    @cached_property
    def _depths(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for agreement in self.agreements:
            path = [agreement.id]
            while path[-1] not in found and (above := self.superiors[path[-1]].id) is not None:
                path.append(above)
            level = found.get(path[-1], 0)
            for name in reversed(path):
                found[name] = level
                level += 1
        return found

    def above(self, agreement: Agreement) -> Iterator[Agreement]:
        """Its superior, the superior's superior and so on, as far as they are in the set."""
        each = self.superior(agreement)
        while each is not None:
            yield each
            each = self.superior(each)

    def speech_below(self, unit: Agreement) -> Speech:
        """What the rows of the unit's subordinates speak of."""
        rows = [row for each in self.subordinates[unit.id] for row in self.rows_by_agreement[each.id]]
        texts = {row.id: (row.objective.text, row.indicator.text) for row in rows}
        return Speech(texts, bound=[name for name in texts if name in self.derivations])

    def untaken(self, unit: Agreement) -> list[Row]:
        """The unit's indicators that no subordinate takes up: by derivation, by quoting them, or by repeating their objective.

        Those that are declared as kept at their level are left out, and so are twins of one that is taken up.
        """
        rows = [row for row in self.rows_by_agreement[unit.id] if normal(row.indicator.text)]
        below = self.subordinates[unit.id]
        quoted = {match.parent for each in below for match in self.matches[each.id] if match}
        taken = {normal(row.indicator.text) for row in rows if row.id in self.takers or row.id in quoted}
        repeated = {normal(each.text) for part in below for each in part.objectives} - {""}
        return [
            row
            for row in rows
            if row.indicator.not_cascaded is None
            and normal(row.indicator.text) not in taken
            and normal(row.objective.text) not in repeated
        ]

    def overleapt(self, row: Row) -> Row | None:
        """The indicator of a superior's superior that the row's objective quotes, if the direct superior lacks it."""
        text = normal(row.objective.text)
        if not text or row.id in self.derivations or row.indicator.derives_from == ():
            return None
        above = [self.rows_by_text[unit.id].get(text) for unit in self.above(row.agreement)]
        return None if not above or above[0] else next((each for each in above if each), None)

    def _named_superior(self, agreement: Agreement) -> str | None:
        """Whom the agreement itself names as superior: the data, or else most of its places."""
        if agreement.supervisor == agreement.id and not agreement.supervisor_inferred:
            return agreement.id
        superior = self.superiors[agreement.id]
        data = superior.named("data")
        if data is not None and data.agreement is not None:
            return data.agreement
        votes = Counter(claim.agreement for claim in superior.claims)
        most = [each for each, count in votes.items() if count == max(votes.values())]
        return most[0] if len(most) == 1 else superior.id

    def _missing_unit(self, own: Office, orphans: tuple[str, ...]) -> MissingUnit:
        claims = [claim for claim in self.superiors[orphans[0]].claims if claim.office == own]
        position = next((claim.position for claim in claims if claim.position), " ".join(own))
        below = {each.id for orphan in orphans for each in self.branch(self.by_id[orphan])}
        level = rank(own)
        house = normal(self.by_id[orphans[0]].institution or "")
        others = [a for a in self.agreements if a.id not in below and normal(a.institution or "") == house]
        ranked = {a.id: rank(self.position_of(a)) for a in others}
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


class Matches(Mapping[str, tuple[Match | None, ...]]):
    """See `AgreementSet.matches`."""

    def __init__(self, agreements: Mapping[str, Agreement], superiors: Mapping[str, Superior]) -> None:
        self._agreements, self._superiors = agreements, superiors
        self._parents: dict[str, Parents] = {}
        self._found: dict[str, tuple[Match | None, ...]] = {}

    def __getitem__(self, agreement: str) -> tuple[Match | None, ...]:
        if agreement not in self._found:
            own = self._superiors.get(agreement)
            if own is None or own.id is None:
                raise KeyError(agreement)
            objectives = self._agreements[agreement].objectives
            self._found[agreement] = tuple(match_objectives(objectives, self.parents(own.id)))
        return self._found[agreement]

    def __iter__(self) -> Iterator[str]:
        return (name for name, superior in self._superiors.items() if superior.id is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def parents(self, superior: str) -> Parents:
        """The indicators of a superior, prepared once for all who answer to it."""
        if superior not in self._parents:
            self._parents[superior] = Parents(list(self._agreements[superior].indicators()))
        return self._parents[superior]


@dataclass(frozen=True, slots=True)
class Member:
    """One agreement within its set."""

    agreement: Agreement
    whole: AgreementSet

    @property
    def agency(self) -> tuple[Agreement, ...]:
        """The agreements of its institution, itself among them."""
        return self.whole.agency_of[self.agreement.id]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its indicators."""
        return self.whole.rows_by_agreement[self.agreement.id]

    @property
    def superior(self) -> Superior:
        """What is known of its superior."""
        return self.whole.superiors[self.agreement.id]

    @property
    def superior_agreement(self) -> Agreement | None:
        """The superior's agreement, where it is in the set."""
        return self.whole.superior(self.agreement)

    @property
    def why_alone(self) -> Text | None:
        """Why there is no superior's agreement to compare with; None where there is one, or none is expected."""
        reasons = {"missing": SUPERIOR_MISSING, "unknown": SUPERIOR_UNKNOWN, "circular": SUPERIOR_UNKNOWN}
        return reasons.get(self.superior.status)


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


def planned_rows_of(agreement: Agreement) -> Iterator[Row]:
    """The rows of its action plan that are none of its indicators; their objective is empty."""
    for indicator in agreement.action_plan:
        yield Row(agreement, Objective(), f"{agreement.id}:plan", indicator)


def teams_of(whole: AgreementSet) -> Iterator[Team]:
    """Every unit that has subordinates in the set."""
    return iter(whole.teams)


def links_of(whole: AgreementSet, row: Row) -> Iterator[Link]:
    """The derivations of one indicator."""
    return iter(whole.links.get(row.indicator.id, ()))


def annotated(whole: AgreementSet) -> tuple[Agreement, ...]:
    """All agreements, with inferred superiors and derivations written into those in force, marked as inferred."""
    return tuple(each if each.id in whole.replaced else _annotated(whole, each) for each in whole.given)


def _annotated(whole: AgreementSet, agreement: Agreement) -> Agreement:
    superior = whole.superiors[agreement.id]
    objectives = tuple(
        objective.model_copy(
            update={"indicators": tuple(_with_parents(whole, agreement, each) for each in objective.indicators)}
        )
        for objective in agreement.objectives
    )
    update: dict[str, object] = {"objectives": objectives}
    if superior.id is not None and (agreement.supervisor is None or agreement.supervisor_inferred):
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
    import networkx as nx

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
