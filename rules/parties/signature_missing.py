"""PTY009: a signature block that is known not to be signed."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.dating import pages_named
from pkcheck.graph import Member
from pkcheck.parties import PARTIES, blocks_of, quote_mention, sides_of
from pkcheck.quoting import of_party
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="PTY009",
    name="signature-missing",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R06",),
    looks_at="party",
    title=Text(id="PK belum ditandatangani", en="An agreement is not signed"),
    message=Text(
        id="Blok tanda tangan {party} di {pages} tercatat belum ditandatangani.",
        en="The signature block of {party} on {pages} is recorded as not signed.",
    ),
    why=Text(
        id="PK yang belum ditandatangani kedua pihak belum mengikat.",
        en="An agreement that both parties have not signed does not bind yet.",
    ),
    advice=Text(
        id="Periksa dokumen aslinya; bila memang belum, mintakan tanda tangan, atau perbaiki catatannya.",
        en="Check the original; if it is not signed, obtain the signature, else correct the record.",
    ),
)
VALID = [
    Example(
        "signed", "{id: a, annex: {signatures: {first: {name: Budi, signed: true}, second: {name: Ani, signed: true}}}}"
    ),
    Example(
        "a-text-cannot-tell",
        "{id: a, annex: {signatures: {first: {name: Budi}, second: {name: Ani}}}}",
        skips=["a:first", "a:second"],
    ),
]
INVALID = [
    Example(
        "one-page-of-two",
        """
        {id: a, statement: {signatures: {second: {name: Ani, signed: true}}},
         annex: {signatures: {second: {name: Ani, signed: false}}}}
        """,
        finds=[Found("a:second")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    for side in sides_of(agreement):
        blocks = blocks_of(agreement, side)
        unsigned = [each for each in blocks if each.signature.signed is False]
        if not blocks or any(each.signature.signed is None for each in blocks):
            yield RULE.skip(of_party(agreement, side), messages.SIGNATURE_UNSEEN)
        if unsigned:
            yield RULE.found(
                of_party(agreement, side),
                [quote_mention(agreement, each.signature) for each in unsigned],
                key=(),
                party=PARTIES[side],
                pages=pages_named([each.page for each in unsigned]),
            )
