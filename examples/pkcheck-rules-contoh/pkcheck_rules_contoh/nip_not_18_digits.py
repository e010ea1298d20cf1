"""CTH001: a party's NIP is not of 18 digits."""

from collections.abc import Iterator

from pkcheck.graph import Member
from pkcheck.model import Party
from pkcheck.quoting import Side, of_party, quote_party
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

DIGITS = 18
RULE = Rule(
    code="CTH001",
    name="nip-not-18-digits",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("INF",),
    title=Text(id="NIP bukan 18 angka", en="The NIP is not of 18 digits"),
    message=Text(
        id="NIP {name} tertulis {nip}: {digits:num} angka, seharusnya 18.",
        en="The NIP of {name} is given as {nip}: {digits:num} digits, where there should be 18.",
    ),
    why=Text(
        id="NIP yang salah tidak menunjuk pegawai mana pun, sehingga para pihak tidak dapat dipastikan.",
        en="A wrong NIP names no official, so that the parties cannot be told for certain.",
    ),
    advice=Text(
        id="Cocokkan dengan data kepegawaian, lalu perbaiki NIP itu.",
        en="Compare with the personnel records and correct the NIP.",
    ),
    looks_at="party",
)
NO_NIP = Text(id="NIP tidak dicantumkan", en="no NIP is given")
VALID = [
    Example(
        "eighteen-digits-in-groups",
        "{id: umum, kind: sole, first_party: {name: Aliuk, nip: 19700101 199003 1 001}}",
        skips=[],
    ),
    Example("without-a-nip", "{id: umum, kind: sole, first_party: {name: Aliuk}}", skips=["umum:first"]),
]
INVALID = [
    Example(
        "one-digit-short",
        "{id: umum, kind: sole, first_party: {name: Aliuk, nip: 19700101 199003 1 00}}",
        finds=[Found("umum:first")],
    ),
    Example(
        "both-parties",
        "{id: umum, first_party: {name: Aliuk, nip: '197'}, second_party: {name: Fahmi, nip: '198'}}",
        finds=[Found("umum:first"), Found("umum:second")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    """Look at the parties that are named."""
    agreement = member.agreement
    sides: tuple[tuple[Side, Party | None], ...] = (
        ("first", agreement.first_party),
        ("second", agreement.second_party),
    )
    for side, party in sides:
        if party is None:
            continue
        if party.nip is None:
            yield RULE.skip(of_party(agreement, side), NO_NIP)
            continue
        digits = sum(each.isdigit() for each in party.nip)
        if digits != DIGITS:
            facts = {"name": party.name, "nip": party.nip, "digits": digits}
            yield RULE.found(of_party(agreement, side), [quote_party(agreement, party)], **facts)
