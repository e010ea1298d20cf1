"""Who answers to whom: what each agreement says of its superior, in how many places, and what follows from it.

An agreement names its superior up to four times: in the data, in the statement, and in the two signature blocks. These
claims are votes; that its objectives quote the superior's indicators word for word counts as a strong one. So one slip
(a copied template, a wrong name) does not move a unit to another branch, and the rules can say which place is at odds.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from rapidfuzz import fuzz, process

from pkcheck.model import Agreement, Source
from pkcheck.names import same_name
from pkcheck.positions import (
    heads_a_house,
    heads_all,
    is_external_head,
    is_short_for,
    office,
    rank,
    same_office,
    same_post,
)
from pkcheck.wording import normal

Place = Literal["data", "statement", "statement_block", "annex_block"]
Office = tuple[str, ...]
_WEIGHT: dict[Place, float] = {"data": 2.0, "statement": 1.0, "statement_block": 1.0, "annex_block": 1.0}
# More than statement and both blocks together: four pages of quotations outweigh a template that was copied whole.
_QUOTES = 4.0
_QUOTES_ALL_BUT = 0.75
_NEAR_OFFICE = 80.0


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
    """The offices held by the first parties of one set, to find the agreement that a position means.

    An office is looked for in the agreement's own institution, then in those that its name contains or is contained in:
    a unit with a letterhead of its own answers to the institution that it belongs to.
    """

    def __init__(self, agreements: Iterable[Agreement]) -> None:
        self._institution: dict[str, str] = {}
        self._by_office: dict[str, dict[Office, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._holder: dict[str, str] = {}
        known = list(agreements)
        self._known = {agreement.id: agreement for agreement in known}
        self._years: Counter[tuple[str, int | None]] = Counter()
        for agreement in known:
            institution = self._institution[agreement.id] = normal(agreement.institution or "")
            self._years[institution, agreement.fiscal_year] += 1
            party = agreement.first_party
            if party and party.position:
                self._by_office[institution][office(party.position, agreement.institution)].append(agreement.id)
            if party and party.name:
                self._holder[agreement.id] = party.name
        for agreement in known:
            held = self._by_office[self._institution[agreement.id]]
            stated, *signed = offices_of(agreement) or ((),)
            for own in signed:
                if own not in held and not same_office(own, stated) and not _is_short_or_long(own, stated):
                    held[own].append(agreement.id)

    def find(self, agreement: Agreement, position: str | None, name: str | None) -> str | None:
        """The agreement that `position` (else `name`) means, as written in `agreement`."""
        if not position:
            return self._held_by(agreement, name)
        wanted = office(position, agreement.institution)
        for institution in self._kin[self._institution[agreement.id]]:
            held = self._by_office[institution].get(wanted) or self._near(institution, wanted)
            others = self._of_its_time(agreement, [each for each in held if each != agreement.id])
            if others:
                by_name = [each for each in others if name and same_name(name, self._holder.get(each, ""))]
                return next(iter(by_name or others))
        return None

    def _of_its_time(self, agreement: Agreement, others: Sequence[str]) -> list[str]:
        """Those of the same year, and of these the ones before or after a revision as the agreement itself is."""
        year = agreement.fiscal_year
        strict = year is not None and self._years[self._institution[agreement.id], year] > 1  # else it may be a slip
        near = [each for each in others if not strict or self._known[each].fiscal_year in (None, year)]
        revised = agreement.revision is not None
        return [each for each in near if (self._known[each].revision is not None) == revised] or near

    def _held_by(self, agreement: Agreement, name: str | None) -> str | None:
        institution = self._institution[agreement.id]
        holders = [
            each
            for each, holder in self._holder.items()
            if name and self._institution[each] == institution and same_name(name, holder) and each != agreement.id
        ]
        holders = self._of_its_time(agreement, holders)
        return holders[0] if len(holders) == 1 else None

    @cached_property
    def _kin(self) -> dict[str, list[str]]:
        """For every institution itself, then those whose words hold all of its words or are all held by it."""
        known = {each: set(each.split()) for each in self._institution.values()}
        return {
            own: [
                own,
                *(other for other in known if other != own and known[other] and words and _nested(known[other], words)),
            ]
            for own, words in known.items()
        }

    def _near(self, institution: str, wanted: Office) -> list[str]:
        """The holders of the office whose spelling is nearest, or of the only one that `wanted` is short for."""
        known = self._by_office[institution]
        spelled = {own: " ".join(own) for own in known}
        near = process.extract(" ".join(wanted), spelled, scorer=fuzz.ratio, score_cutoff=_NEAR_OFFICE, limit=None)
        alike = [own for _, _, own in near if same_office(own, wanted)]
        if alike:
            return known[alike[0]]
        if institution:
            return []
        shortened = [own for own in known if _is_short_or_long(wanted, own)]
        return known[shortened[0]] if len(shortened) == 1 else []


def offices_of(agreement: Agreement) -> tuple[Office, ...]:
    """The offices under which the first party of `agreement` signs: the statement's, then those of the blocks.

    So one slip in a position does not leave a unit's subordinates without a superior.
    """
    party = agreement.first_party
    blocks = [page.signatures.first for page in (agreement.statement, agreement.annex) if page]
    positions = [party.position if party else None, *(block.position for block in blocks if block)]
    return tuple(dict.fromkeys(office(each, agreement.institution) for each in positions if each))


def _is_short_or_long(one: Office, other: Office) -> bool:
    return is_short_for(one, other, institution_known=False) or is_short_for(other, one, institution_known=False)


def _nested(one: set[str], other: set[str]) -> bool:
    return one < other or other < one


def claims_of(agreement: Agreement, offices: Offices, known: Mapping[str, Agreement]) -> tuple[Claim, ...]:
    """Every place in which `agreement` names its superior."""
    claims: list[Claim] = []
    if agreement.supervisor is not None and not agreement.supervisor_inferred:
        target = known.get(agreement.supervisor)
        held = target.first_party if target else None
        position, name = (held.position, held.name) if held else (None, None)
        own = office(position, agreement.institution) if position else ()
        meant = target.id if target and target.id != agreement.id else None
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
            # "Kepala Bidang," alone means whom the statement means in full.
            short = (
                position and second and second.position and same_post(position, second.position, agreement.institution)
            )
            means = second.position if short and second else position
            own = office(means, agreement.institution) if means else ()
            claims.append(Claim(place, position, name, own, offices.find(agreement, means, name), source))
    return tuple(claims)


def superiors_of(agreements: Sequence[Agreement], replaced: Mapping[str, str] | None = None) -> dict[str, Superior]:
    """For every agreement what is known of its superior; what answers to whom never runs in a circle.

    `replaced` has ids that mean one of `agreements` under another name.
    """
    known = {agreement.id: agreement for agreement in agreements}
    named = known | {name: known[last] for name, last in (replaced or {}).items()}
    offices = Offices(agreements)
    quoted = _quoted_shares(agreements)
    ballots = {each.id: _ballot(each, claims_of(each, offices, named), quoted[each.id]) for each in agreements}
    heads = {name: name for name in known}
    superiors: dict[str, Superior] = {}
    for agreement in sorted(agreements, key=lambda each: -ballots[each.id].margin):
        superior = superiors[agreement.id] = _resolve(agreement, ballots[agreement.id], heads, quoted[agreement.id])
        if superior.id is not None:
            heads[agreement.id] = superior.id
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
    named = {claim.agreement for claim in claims if claim.agreement is not None}
    # Who is named only without an agreement in the set may quote the same indicators: nothing to weigh against.
    for other, share in quoted.items():
        if named and share >= _QUOTES_ALL_BUT:
            votes[other] += _QUOTES * share
    return _Ballot(claims, dict(votes))


def _resolve(agreement: Agreement, ballot: _Ballot, heads: dict[str, str], quoted: Mapping[str, float]) -> Superior:
    """`heads` leads up from everyone by the links that were made so far; from `agreement` it leads nowhere yet."""
    circular = False
    for candidate in ballot.ranking:
        if isinstance(candidate, tuple):
            return Superior("missing", office=candidate, claims=ballot.claims)
        if _head(candidate, heads) == agreement.id:
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


def _head(name: str, heads: dict[str, str]) -> str:
    """Who stands above `name` and has nobody above; the way there is shortened for whoever asks next."""
    while (above := heads[name]) != name:
        heads[name] = heads[above]
        name = above
    return name


def _outside(claim: Claim, agreement: Agreement) -> bool:
    """Whether a claim names somebody above the agency: a governor, a minister, or an office of another institution."""
    if claim.position is None:
        return False
    if is_external_head(claim.position):
        return True
    own = offices_of(agreement)
    # The head of "Badan X Provinsi Y" answers to the head of "Badan X".
    is_branch = bool(own) and rank(own[0]) == 1 and same_office(claim.office, own[0])
    # A district court's president answers to a court of appeal, a rector to a ministry.
    if is_branch or (claim.agreement is None and own and heads_all(own[0], agreement.institution)):
        return True
    full = office(claim.position, None)
    first = agreement.first_party
    if claim.agreement is None and first and first.position and heads_a_house(first.position):
        return True
    areas = _area(full), _area(office(first.position, None)) if first and first.position else ()
    if all(areas) and areas[0] != areas[1]:
        return True  # A province's branch is above a regency's, in a house of its own.
    same_house = len(claim.office) < len(full)
    return not same_house and _names_an_institution(full) and bool(agreement.institution)


def _names_an_institution(words: Office) -> bool:
    return any(word in {"provinsi", "kabupaten", "kota", "kementerian", "republik", "pemerintah"} for word in words)


def _area(words: Office) -> Office:
    """The province, regency or city that a position names, from that word on."""
    at = next((at for at, word in enumerate(words) if word in {"provinsi", "kabupaten", "kota"}), len(words))
    return words[at:]


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
