"""PTY006: first and second party are one and the same person."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.graph import Member
from pkcheck.parties import acts, is_named, mentions, one_person, quote_mention
from pkcheck.quoting import of_agreement, of_party
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="PTY006",
    name="same-person-both-parties",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R08",),
    title=Text(id="Pihak pertama dan pihak kedua orang yang sama", en="Both parties are the same person"),
    message=Text(
        id="{name} disebut sebagai pihak pertama dan sebagai pihak kedua.",
        en="{name} is named as the first party and as the second party.",
    ),
    variants={
        "acting": Text(
            id="{name} disebut sebagai pihak pertama dan sebagai pihak kedua, satu di antaranya sebagai pelaksana tugas.",
            en="{name} is named as the first party and as the second party, in one of the two as acting official.",
        ),
    },
    why=Text(
        id="Tidak ada atasan yang menerima dan menilai kinerja bila seseorang berjanji kepada dirinya sendiri.",
        en="No superior accepts and assesses the performance when somebody promises it to himself.",
    ),
    advice=Text(
        id="Cocokkan dengan dokumen aslinya; bila memang sama, PK ditandatangani bersama pejabat di atasnya.",
        en="Compare with the original; if so, the agreement is to be signed with the official above.",
    ),
)
VALID = [
    Example(
        "two-people", "{id: a, first_party: {name: Budi, position: Kabag}, second_party: {name: Ani, position: Ketua}}"
    ),
    Example("initials-leave-it-open", "{id: a, first_party: {name: R. Sartika}, second_party: {name: Rina Sartika}}"),
    Example(
        "names-left-blank",
        "{id: a, first_party: {name: '-', position: Kabag}, second_party: {name: '-'}}",
        skips=["a"],
    ),
]
INVALID = [
    Example(
        "with-and-without-degrees",
        "{id: a, first_party: {name: Budi Santoso}, second_party: {name: 'Drs. BUDI SANTOSO, M.Si'}}",
        finds=[Found("a:second")],
    ),
    Example(
        "acting-for-the-superior",
        """
        {id: a, first_party: {name: Budi Santoso, position: Sekretaris},
         second_party: {name: Budi Santoso, position: Plt. Kepala Dinas}}
        """,
        finds=[Found("a:second")],
    ),
    Example(
        "in-the-blocks-only",
        """
        {id: a, first_party: {name: Budi}, second_party: {name: Ani},
         annex: {signatures: {first: {name: Budi}, second: {name: Budi}}}}
        """,
        finds=[Found("a:second")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    same = one_person(agreement)
    if same:
        acting = acts(agreement.first_party) or acts(agreement.second_party)
        first = [who for who in mentions(agreement, "second") if who not in same]
        yield RULE.found(
            of_party(agreement, "second"),
            [quote_mention(agreement, who, who.name) for who in (*same, *first)],
            variant="acting" if acting else None,
            severity=Severity.WARNING if acting else None,
            certainty=Certainty.JUDGEMENT if acting else None,
            key=(),
            name=same[0].name,
        )
    elif agreement.kind != "sole" and not (is_named(agreement.first_party) and is_named(agreement.second_party)):
        yield RULE.skip(of_agreement(agreement), messages.PARTY_NOT_NAMED)
