"""The two parties of an agreement: what statement and signature blocks say of each, and which place is at odds.

One wrong name or position shows in several comparisons. `one_person` and `wrong_superior` say what explains the others,
so that each fault is told once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from pkcheck.dating import PageName
from pkcheck.findings import Evidence
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement, Page, Party, Signature
from pkcheck.names import equal_name, name_words, same_name, similar_name
from pkcheck.positions import is_acting, same_office, same_post
from pkcheck.quoting import Side, quote_party, quote_signature
from pkcheck.superiors import Claim, Place, Superior
from pkcheck.texts import Text
from pkcheck.wording import plain

SIDES: tuple[Side, ...] = ("first", "second")
PARTIES: Mapping[Side, Text] = {
    "first": Text(id="pihak pertama", en="the first party"),
    "second": Text(id="pihak kedua", en="the second party"),
}
_BLOCK_PLACE: Mapping[PageName, Place] = {"statement": "statement_block", "annex": "annex_block"}


@dataclass(frozen=True, slots=True)
class Block:
    """A signature block of one party."""

    page: PageName
    side: Side
    signature: Signature

    @property
    def place(self) -> Place:
        """The block as a place in which the superior is named."""
        return _BLOCK_PLACE[self.page]


@dataclass(frozen=True, slots=True)
class WrongSuperior:
    """Places that name somebody else than the superior.

    `how`: the statement is at odds with the blocks; statement (and blocks) with what the objectives quote, or with the
    superior that the data give; a block with the rest; the right position goes with the holder of another one.
    """

    how: Literal["statement", "quotes", "data", "blocks", "holder"]
    odd: tuple[Claim, ...]
    fitting: tuple[Claim, ...]

    @property
    def places(self) -> set[Place]:
        """Where another than the superior is named."""
        return {claim.place for claim in self.odd}


def sides_of(agreement: Agreement) -> tuple[Side, ...]:
    """The parties that the agreement has: who signs alone has no second one."""
    alone = agreement.kind == "sole" and agreement.second_party is None and not blocks_of(agreement, "second")
    return SIDES[:1] if alone else SIDES


def party_of(agreement: Agreement, side: Side) -> Party | None:
    """The party as the statement names it."""
    return agreement.first_party if side == "first" else agreement.second_party


def blocks_of(agreement: Agreement, side: Side) -> list[Block]:
    """The signature blocks of one party: the statement's, then the annex's."""
    pages: tuple[tuple[PageName, Signature | None], ...] = (
        ("statement", _block(agreement.statement, side)),
        ("annex", _block(agreement.annex, side)),
    )
    return [Block(page, side, signature) for page, signature in pages if signature]


def block_on(agreement: Agreement, page: PageName, side: Side) -> Block | None:
    """The block of one party on one page."""
    return next((each for each in blocks_of(agreement, side) if each.page == page), None)


def is_named(who: Party | Signature | None) -> bool:
    """Whether a name stands there, and not dots or a dash."""
    return bool(who and who.name and name_words(who.name))


def own_names(agreement: Agreement) -> list[str]:
    """The names under which the first party appears in its own agreement."""
    signers = [agreement.first_party, *(block.signature for block in blocks_of(agreement, "first"))]
    return [who.name for who in signers if who and who.name and is_named(who)]


def mentions(agreement: Agreement, side: Side) -> list[Party | Signature]:
    """Every place that names a party, the statement first."""
    party = party_of(agreement, side)
    return [who for who in (party, *(block.signature for block in blocks_of(agreement, side))) if who and is_named(who)]


def quote_mention(agreement: Agreement, who: Party | Signature, mark: str | None = None) -> Evidence:
    """A party as the statement or a block has it."""
    return quote_party(agreement, who, mark) if isinstance(who, Party) else quote_signature(agreement, who, mark)


def one_person(agreement: Agreement) -> list[Party | Signature]:
    """The places in which both parties are the same person, in pairs; none where they are two."""
    pairs: list[tuple[Party | Signature | None, Party | Signature | None]] = [
        (agreement.second_party, agreement.first_party)
    ]
    for block in blocks_of(agreement, "second"):
        other = block_on(agreement, block.page, "first")
        pairs.append((block.signature, other.signature if other else None))
    return [
        who
        for second, first in pairs
        if second and first and equal_name(second.name or "", first.name or "")
        for who in (second, first)
    ]


def wrong_superior(agreement: Agreement, whole: AgreementSet) -> WrongSuperior | None:
    """Whether a place names another as superior than the rest of the agreement and of the set do."""
    superior, right = whole.superiors[agreement.id], whole.superior(agreement)
    claims = [claim for claim in superior.claims if claim.place != "data"]
    if superior.status not in ("found", "missing") or one_person(agreement):
        return None
    fitting = tuple(claim for claim in claims if _names(claim, superior))
    odd = tuple(
        claim for claim in claims if claim not in fitting and claim.position and _known(claim, agreement, whole)
    )
    if odd:
        stated = any(claim.place == "statement" for claim in odd)
        if not stated:
            return WrongSuperior("blocks", odd, fitting)
        if fitting:
            return WrongSuperior("statement", odd, fitting)
        return WrongSuperior("data" if superior.given else "quotes", odd, fitting)
    named = superior.named("statement")
    if right and named and named.agreement == right.id and _holds_another_office(named, right, agreement, whole):
        same = tuple(claim for claim in claims if claim.name and same_name(claim.name, named.name or ""))
        return WrongSuperior("holder", same, tuple(claim for claim in fitting if claim not in same))
    return None


def holders_of(name: str, agreements: Iterable[Agreement]) -> list[Agreement]:
    """The agreements whose first party has that name."""
    return [each for each in agreements if any(same_name(name, own) for own in own_names(each))]


def is_cut(label: str, full: str) -> bool:
    """Whether a block's label is one word that is left of another: "Kedua," of "Pihak Kedua,"."""
    own, other = plain(label).split(), plain(full).split()
    return len(own) == 1 and len(other) > 1 and other[-1:] == own


def acts(who: Party | Signature | None) -> bool:
    """Whether a position is held for a time only."""
    return bool(who and ((isinstance(who, Party) and who.acting) or (who.position and is_acting(who.position))))


def _block(page: Page | None, side: Side) -> Signature | None:
    if page is None:
        return None
    return page.signatures.first if side == "first" else page.signatures.second


def _names(claim: Claim, superior: Superior) -> bool:
    """Whether a claim means the superior that was settled on."""
    return claim.agreement == superior.id if superior.id else same_office(claim.office, superior.office)


def _known(claim: Claim, agreement: Agreement, whole: AgreementSet) -> bool:
    """Whether a claim's position is that of a unit of the institution, in the set or missing, or the first party's own."""
    if claim.agreement is not None or any(same_office(claim.office, each.office) for each in whole.missing):
        return True
    own = agreement.first_party
    return bool(
        own and own.position and claim.position and same_post(own.position, claim.position, agreement.institution)
    )


def _holds_another_office(named: Claim, right: Agreement, agreement: Agreement, whole: AgreementSet) -> bool:
    names = own_names(right)
    if not named.name or not names or any(similar_name(named.name, each) for each in names):
        return False
    if acts(agreement.second_party) or acts(right.first_party):
        return False
    others = [each for each in whole.agreements if each.id not in (right.id, agreement.id)]
    return bool(holders_of(named.name, others))
