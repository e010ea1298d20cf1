"""Who answers to whom: what each agreement says of its superior, in how many places, and what follows from it.

An agreement names its superior up to four times: in the data, in the statement, and in the two signature blocks. These
claims are votes; that its objectives quote the superior's indicators word for word counts as a strong one. So one slip
(a copied template, a wrong name) does not move a unit to another branch, and the rules can say which place is at odds.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import networkx as nx
from rapidfuzz import fuzz, process

from pkcheck.model import Agreement, Source
from pkcheck.names import same_name
from pkcheck.positions import is_external_head, office, same_office
from pkcheck.wording import normal

Place = Literal["data", "statement", "statement_block", "annex_block"]
Office = tuple[str, ...]
_WEIGHT: dict[Place, float] = {"data": 2.0, "statement": 1.0, "statement_block": 1.0, "annex_block": 1.0}
# More than statement and both blocks together: four pages of quotations outweigh a template that was copied whole.
_QUOTES = 4.0
_QUOTES_ALL_BUT = 0.75
_NEAR_OFFICE = 92.0


@dataclass(frozen=True, slots=True)
class Claim:
    """One place in which an agreement names its superior. `agreement` is whom that means, None if not in the set."""

    place: Place
    position: str | None
    name: str | None
    office: Office
    agreement: str | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class Superior:
    """What is known of an agreement's superior.

    `status`: found; top (nobody above it is expected in the set); missing (named, in the same institution, without an
    agreement in the set); unknown (nothing names it); circular (every agreement it could be answers to this one).
    """

    status: Literal["found", "top", "missing", "unknown", "circular"]
    id: str | None = None
    office: Office = ()
    given: bool = False
    quoted: float = 0.0
    claims: tuple[Claim, ...] = field(default=())

    def named(self, place: Place) -> Claim | None:
        """The claim made in `place`."""
        return next((claim for claim in self.claims if claim.place == place), None)

    def in_blocks(self) -> list[Claim]:
        """The claims of the signature blocks."""
        return [claim for claim in self.claims if claim.place in ("statement_block", "annex_block")]


class Offices:
    """The offices held by the first parties of one set, to find the agreement that a position means."""

    def __init__(self, agreements: Iterable[Agreement]) -> None:
        self._institution: dict[str, str] = {}
        self._by_office: dict[tuple[str, Office], list[str]] = defaultdict(list)
        self._holder: dict[str, str] = {}
        for agreement in agreements:
            institution = normal(agreement.institution or "")
            self._institution[agreement.id] = institution
            party = agreement.first_party
            if party and party.position:
                self._by_office[institution, office(party.position, agreement.institution)].append(agreement.id)
            if party and party.name:
                self._holder[agreement.id] = party.name

    def find(self, agreement: Agreement, position: str | None, name: str | None) -> str | None:
        """The agreement that `position` (else `name`) means, as written in `agreement`."""
        institution = self._institution[agreement.id]
        if position:
            wanted = office(position, agreement.institution)
            held = self._by_office.get((institution, wanted)) or self._near(institution, wanted)
            others = [each for each in held if each != agreement.id]
            by_name = [each for each in others if name and same_name(name, self._holder.get(each, ""))]
            return next(iter(by_name or others), None)
        holders = [
            each
            for each, holder in self._holder.items()
            if name and self._institution[each] == institution and same_name(name, holder) and each != agreement.id
        ]
        return holders[0] if len(holders) == 1 else None

    def _near(self, institution: str, wanted: Office) -> list[str]:
        """The holders of the office whose spelling is nearest, if it is near enough."""
        keys = {
            key: " ".join(key[1]) for key in self._by_office if key[0] == institution and same_office(key[1], wanted)
        }
        best = process.extractOne(" ".join(wanted), keys, scorer=fuzz.ratio, score_cutoff=_NEAR_OFFICE)
        return self._by_office[best[2]] if best else []


def claims_of(agreement: Agreement, offices: Offices, known: Mapping[str, Agreement]) -> tuple[Claim, ...]:
    """Every place in which `agreement` names its superior."""
    claims: list[Claim] = []
    if agreement.supervisor is not None:
        target = known.get(agreement.supervisor)
        held = target.first_party if target else None
        position, name = (held.position, held.name) if held else (None, None)
        own = office(position, agreement.institution) if position else ()
        meant = agreement.supervisor if target and target.id != agreement.id else None
        claims.append(Claim("data", position, name, own, meant, agreement.source))
    second = agreement.second_party
    blocks = [(page, page.signatures.second) for page in (agreement.statement, agreement.annex) if page]
    places: list[tuple[Place, str | None, str | None, Source | None]] = []
    if second:
        places.append(("statement", second.position, second.name, second.source))
    for page, block in blocks:
        if block:
            place: Place = "statement_block" if page is agreement.statement else "annex_block"
            places.append((place, block.position, block.name, block.source))
    for place, position, name, source in places:
        if position or name:
            own = office(position, agreement.institution) if position else ()
            claims.append(Claim(place, position, name, own, offices.find(agreement, position, name), source))
    return tuple(claims)


def superiors_of(agreements: Sequence[Agreement]) -> dict[str, Superior]:
    """For every agreement what is known of its superior; what answers to whom never runs in a circle."""
    known = {agreement.id: agreement for agreement in agreements}
    offices = Offices(agreements)
    quoted = _quoted_shares(agreements)
    ballots = {each.id: _ballot(each, claims_of(each, offices, known), quoted[each.id]) for each in agreements}
    tree: nx.DiGraph[str] = nx.DiGraph()
    tree.add_nodes_from(known)
    superiors: dict[str, Superior] = {}
    for agreement in sorted(agreements, key=lambda each: -ballots[each.id].margin):
        superiors[agreement.id] = _resolve(agreement, ballots[agreement.id], tree, quoted[agreement.id])
        if superiors[agreement.id].id is not None:
            tree.add_edge(agreement.id, superiors[agreement.id].id)
    return {agreement.id: superiors[agreement.id] for agreement in agreements}


@dataclass(frozen=True, slots=True)
class _Ballot:
    """Votes for agreements in the set, and for offices whose agreement is not in it."""

    claims: tuple[Claim, ...]
    votes: dict[str | Office, float]

    @property
    def ranking(self) -> list[str | Office]:
        return sorted(self.votes, key=lambda each: -self.votes[each])

    @property
    def margin(self) -> float:
        best = sorted(self.votes.values(), reverse=True)
        return best[0] - (best[1] if len(best) > 1 else 0.0) if best else 0.0


def _ballot(agreement: Agreement, claims: tuple[Claim, ...], quoted: Mapping[str, float]) -> _Ballot:
    votes: dict[str | Office, float] = defaultdict(float)
    for claim in claims:
        if claim.agreement is not None:
            votes[claim.agreement] += _WEIGHT[claim.place]
        elif claim.office and claim.place != "data" and not _outside(claim, agreement):
            near = next(
                (each for each in votes if isinstance(each, tuple) and same_office(each, claim.office)), claim.office
            )
            votes[near] += _WEIGHT[claim.place]
    named = bool(claims)
    for other, share in quoted.items():
        if named and share >= _QUOTES_ALL_BUT:
            votes[other] += _QUOTES * share
    return _Ballot(claims, dict(votes))


def _resolve(agreement: Agreement, ballot: _Ballot, tree: "nx.DiGraph[str]", quoted: Mapping[str, float]) -> Superior:
    circular = False
    for candidate in ballot.ranking:
        if isinstance(candidate, tuple):
            return Superior("missing", office=candidate, claims=ballot.claims)
        if nx.has_path(tree, candidate, agreement.id):
            circular = True
            continue
        given = any(claim.place == "data" and claim.agreement == candidate for claim in ballot.claims)
        return Superior("found", candidate, given=given, quoted=quoted.get(candidate, 0.0), claims=ballot.claims)
    if circular:
        return Superior("circular", claims=ballot.claims)
    if agreement.second_party is None and not ballot.claims:
        return Superior("top" if agreement.kind == "sole" else "unknown")
    outside = any(_outside(claim, agreement) for claim in ballot.claims)
    return Superior("top" if outside else "unknown", claims=ballot.claims)


def _outside(claim: Claim, agreement: Agreement) -> bool:
    """Whether a claim names somebody above the agency: a governor, a minister, or an office of another institution."""
    if claim.position is None:
        return False
    if is_external_head(claim.position):
        return True
    full = office(claim.position, None)
    same_house = len(claim.office) < len(full)
    return not same_house and _names_an_institution(full) and bool(agreement.institution)


def _names_an_institution(words: Office) -> bool:
    return any(word in {"provinsi", "kabupaten", "kota", "kementerian", "republik", "pemerintah"} for word in words)


def _quoted_shares(agreements: Sequence[Agreement]) -> dict[str, dict[str, float]]:
    """For each agreement the share of its objectives that repeat an indicator of another, word for word."""
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for agreement in agreements:
        for indicator in agreement.indicators():
            holders[normal(agreement.institution or ""), normal(indicator.text)].add(agreement.id)
    shares: dict[str, dict[str, float]] = {}
    for agreement in agreements:
        texts = [normal(objective.text) for objective in agreement.objectives if objective.text]
        institution = normal(agreement.institution or "")
        counted = Counter(
            other for text in texts for other in holders.get((institution, text), ()) if other != agreement.id
        )
        shares[agreement.id] = {other: count / len(texts) for other, count in counted.items()} if len(texts) > 1 else {}
    return shares
