"""PTY002: a signature block spells a party's name otherwise than the statement, or names somebody else."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.dating import pages_named
from pkcheck.graph import Member
from pkcheck.names import same_name, similar_name
from pkcheck.parties import (
    PARTIES,
    Block,
    acts,
    block_on,
    blocks_of,
    is_named,
    one_person,
    own_names,
    party_of,
    quote_mention,
    sides_of,
    wrong_superior,
)
from pkcheck.quoting import Side, of_party
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="PTY002",
    name="signatory-name-differs",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("R09", "INF"),
    looks_at="party",
    title=Text(
        id="Nama dalam blok tanda tangan tidak sama dengan pernyataan",
        en="A signature block differs from the statement in name",
    ),
    message=Text(
        id='Nama {party} ditulis "{names:list}" dalam blok tanda tangan di {pages}, sedangkan pada identitas para pihak '
        'di awal PK "{stated}".',
        en='The name of {party} is written "{names:list}" in the signature block on {pages}, but "{stated}" where the '
        "agreement names its parties.",
    ),
    variants={
        "somebody_else": Text(
            id="Blok tanda tangan {party} di {pages} memuat nama {names:list}, orang lain daripada {stated} yang "
            "disebut dalam pernyataan.",
            en="The signature block of {party} on {pages} has the name {names:list}, another person than {stated}, "
            "whom the statement names.",
        ),
        "own_agreement": Text(
            id='Nama {party} ditulis "{names:list}", sedangkan dalam PK-nya sendiri "{stated}".',
            en='The name of {party} is written "{names:list}", but "{stated}" in that official\'s own agreement.',
        ),
    },
    why=Text(
        id="Nama yang tidak sama membuat tidak pasti siapa yang menandatangani PK ini.",
        en="Names that differ leave open who signed the agreement.",
    ),
    advice=Text(
        id="Cocokkan dengan dokumen aslinya (teks hasil pindaian dapat keliru), lalu samakan penulisannya.",
        en="Compare with the original (text from a scan may be mistaken), then make the names agree.",
    ),
)
_KABAG = "second_party: {name: Herdiawan, position: Kabag}"
VALID = [
    Example(
        "titles-degrees-initials-and-case",
        """
        {id: a, first_party: {name: "Dr. Muhammad Safri, M.Si", position: Kabag},
         second_party: {name: Siti Aminah S.Sos, position: Ketua},
         statement: {signatures: {first: {name: M. SAFRI}, second: {name: "Hj. Siti Aminah, S.Sos., M.AP"}}}}
        """,
    ),
    Example(
        "names-read-into-the-other-block",
        """
        {id: a, first_party: {name: Budi, position: Kabag}, second_party: {name: Ani, position: Ketua},
         statement: {signatures: {first: {name: Budi}, second: {name: Ani}}},
         annex: {signatures: {first: {position: Kabag}, second: {name: Budi, position: Ketua}}}}
        """,
        skips=["a:second"],
    ),
    Example(
        "nothing-to-compare",
        f"{{id: a, {_KABAG}, annex: {{signatures: {{second: {{position: Kabag}}}}}}}}",
        skips=["a:first", "a:second"],
    ),
    Example(
        "one-person-as-both-parties-is-told-by-its-own-rule",
        """
        {id: a, first_party: {name: Budi, position: Kasi}, second_party: {name: Budi, position: Kabag},
         annex: {signatures: {second: {name: Ani, position: Kabag}}}}
        """,
    ),
    Example(
        "the-office-changed-hands-since-the-superior-signed",
        """
        - {id: a, first_party: {name: Herdiawan, position: Kepala Bagian Umum}}
        - {id: b, second_party: {name: Siti Aminah, position: Kepala Bagian Umum},
           annex: {signatures: {second: {name: Siti Aminah}}}}
        """,
    ),
]
INVALID = [
    Example(
        "otherwise-than-in-the-superiors-own-agreement",
        """
        - {id: a, first_party: {name: Herdiawan, position: Kepala Bagian Umum}}
        - {id: b, first_party: {name: Rina, position: Kepala Sub Bagian Arsip},
           second_party: {name: Herdyawan, position: Kepala Bagian Umum},
           annex: {signatures: {first: {name: Rina}, second: {name: Herdyawan}}}}
        """,
        finds=[Found("b:second")],
    ),
    Example(
        "two-letters-off",
        f"{{id: a, {_KABAG}, annex: {{signatures: {{second: {{name: Herdyawan, position: Kabag}}}}}}}}",
        finds=[Found("a:second")],
    ),
    Example(
        "somebody-else-on-both-pages-told-once",
        f"""
        {{id: a, {_KABAG}, statement: {{signatures: {{second: {{name: Rina, position: Kabag}}}}}},
         annex: {{signatures: {{second: {{name: Rina, position: Kabag}}}}}}}}
        """,
        finds=[Found("a:second")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    for side in sides_of(member.agreement):
        yield from _check(member, side)


def _check(member: Member, side: Side) -> Iterator[Finding | NotChecked]:
    agreement, party = member.agreement, party_of(member.agreement, side)
    named = [each for each in blocks_of(agreement, side) if is_named(each.signature)]
    if not named or party is None or not party.name or not is_named(party):
        yield RULE.skip(of_party(agreement, side), messages.NO_SIGNATURES)
        return
    if side == "second" and one_person(agreement):
        return
    wrong = wrong_superior(agreement, member.whole) if side == "second" else None
    told = wrong.places if wrong else set()
    compared = [] if "statement" in told else [each for each in named if each.place not in told]
    differing = [each for each in compared if not same_name(party.name, each.signature.name or "")]
    mixed = [each for each in differing if _belongs_to_the_other(member, each)]
    if mixed:
        yield RULE.skip(of_party(agreement, side), messages.NOT_READ)
    differing = [each for each in differing if each not in mixed]
    if not differing:
        if side == "second" and wrong is None:
            yield from _against_the_own_agreement(member)
        return
    names = tuple(dict.fromkeys(each.signature.name for each in differing))
    alike = all(similar_name(party.name, name or "") for name in names)
    rest = [each.signature for each in named if each not in differing]
    yield RULE.found(
        of_party(agreement, side),
        [
            *(quote_mention(agreement, each.signature, each.signature.name) for each in differing),
            quote_mention(agreement, party, party.name),
            *(quote_mention(agreement, who, who.name) for who in rest),
        ],
        variant=None if alike else "somebody_else",
        key=names,
        party=PARTIES[side],
        names=names,
        pages=pages_named([each.page for each in differing]),
        stated=party.name,
    )


def _against_the_own_agreement(member: Member) -> Iterator[Finding]:
    """A superior whom the agreement spells alike in every place, but otherwise than that one's own agreement."""
    agreement, right, party = member.agreement, member.superior_agreement, member.agreement.second_party
    holder = right.first_party if right else None
    if right is None or holder is None or party is None or not party.name or not holder.name or acts(party):
        return
    known = own_names(right)
    if any(same_name(party.name, name) for name in known) or not any(similar_name(party.name, name) for name in known):
        return
    yield RULE.found(
        of_party(agreement, "second"),
        [quote_mention(agreement, party, party.name), quote_mention(right, holder, holder.name)],
        variant="own_agreement",
        key=(party.name,),
        party=PARTIES["second"],
        names=[party.name],
        stated=holder.name,
    )


def _belongs_to_the_other(member: Member, block: Block) -> bool:
    """Whether a block has the other party's name while that one's own block has none: read in the wrong order."""
    other: Side = "second" if block.side == "first" else "first"
    party, twin = party_of(member.agreement, other), block_on(member.agreement, block.page, other)
    unnamed = twin is None or not is_named(twin.signature)
    return unnamed and party is not None and same_name(party.name or "", block.signature.name or "")
