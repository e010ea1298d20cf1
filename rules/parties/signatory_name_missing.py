"""PTY001: a signature block has a position and no name, or the statement leaves a party's name blank."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.dating import pages_named
from pkcheck.graph import Member
from pkcheck.model import Agreement, Party, Signature
from pkcheck.parties import PARTIES, blocks_of, is_named, mentions, party_of, quote_mention, sides_of
from pkcheck.quoting import Side, of_party
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="PTY001",
    name="signatory-name-missing",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R06",),
    looks_at="party",
    title=Text(id="Nama penanda tangan tidak ada", en="A signatory's name is missing"),
    message=Text(
        id="Blok tanda tangan {party} di {pages} memuat jabatan ({position}) tanpa nama. Nama itu tidak ada dalam "
        "teks: periksa pada pindaian, karena dapat tertutup tanda tangan atau cap.",
        en="The signature block of {party} on {pages} has the position ({position}) and no name. The name is missing "
        "in the text: look at the scan, as a signature or stamp may cover it.",
    ),
    variants={
        "statement": Text(
            id="Nama {party} ({position}) tidak diisi dalam pernyataan.",
            en="The name of {party} ({position}) is left blank in the statement.",
        ),
        "statement_and_blocks": Text(
            id="Nama {party} ({position}) tidak diisi dalam pernyataan, juga tidak dalam blok tanda tangan di {pages}.",
            en="The name of {party} ({position}) is left blank in the statement and in the signature block on {pages}.",
        ),
    },
    why=Text(
        id="Dari dokumen tidak dapat dipastikan siapa yang menandatangani dan terikat oleh PK ini.",
        en="The document does not show who signed and is bound by the agreement.",
    ),
    advice=Text(
        id="Lihat pindaian atau aslinya. Bila namanya memang kosong, lengkapi dan tanda tangani ulang lembar itu.",
        en="Look at the scan or the original. If the name is blank there, complete it and have that page signed again.",
    ),
)
VALID = [
    Example(
        "named",
        """
        {id: a, first_party: {name: Budi, position: Kabag}, second_party: {name: Ani, position: Ketua},
         statement: {signatures: {first: {name: Budi, position: Kabag}, second: {name: Ani, position: Ketua}}}}
        """,
    ),
    Example("sole", "{id: a, kind: sole, annex: {signatures: {first: {name: Budi, position: Ketua}}}}"),
    Example(
        "the-reader-lost-it",
        "{id: a, annex: {signatures: {second: {position: Ketua}}}, unread: [annex.signatures]}",
        skips=["a:first", "a:second"],
    ),
]
INVALID = [
    Example(
        "both-pages-told-once",
        """
        {id: a, first_party: {name: Budi, position: Kabag}, second_party: {name: Ani, position: Ketua},
         statement: {signatures: {first: {name: Budi, position: Kabag}, second: {position: Ketua}}},
         annex: {signatures: {first: {name: Budi, position: Kabag}, second: {name: "(..........)", position: Ketua}}}}
        """,
        finds=[Found("a:second")],
    ),
    Example(
        "statement-left-blank",
        """
        {id: a, first_party: {position: Kabag}, second_party: {name: Ani, position: Ketua},
         statement: {signatures: {first: {name: Budi, position: Kabag}, second: {name: Ani, position: Ketua}}}}
        """,
        finds=[Found("a:first")],
    ),
    Example(
        "each-party-for-itself",
        "{id: a, annex: {signatures: {first: {position: Kabag}, second: {position: Ketua}}}}",
        finds=[Found("a:first"), Found("a:second")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    for side in sides_of(member.agreement):
        yield from _check(member.agreement, side)


def _check(agreement: Agreement, side: Side) -> Iterator[Finding | NotChecked]:
    party = party_of(agreement, side)
    blocks = [each for each in blocks_of(agreement, side) if f"{each.page}.signatures" not in agreement.unread]
    unnamed = [each for each in blocks if each.signature.position and not is_named(each.signature)]
    blank = party if party and party.position and not is_named(party) else None
    if not blank and not unnamed:
        if not mentions(agreement, side):
            yield RULE.skip(of_party(agreement, side), messages.NO_SIGNATURES)
        return
    places: list[Party | Signature] = [*(each.signature for each in unnamed), *([blank] if blank else [])]
    named = mentions(agreement, side)
    yield RULE.found(
        of_party(agreement, side),
        [quote_mention(agreement, who) for who in (*places, *named)],
        variant=("statement_and_blocks" if unnamed else "statement") if blank else None,
        key=(),
        party=PARTIES[side],
        position=places[0].position,
        pages=pages_named([each.page for each in unnamed]) if unnamed else None,
    )
