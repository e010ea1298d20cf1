"""PTY003: the second party is not the holder of the superior position."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.findings import Evidence
from pkcheck.graph import Member
from pkcheck.model import Party
from pkcheck.parties import WrongSuperior, holders_of, is_named, wrong_superior
from pkcheck.quoting import of_agreement, of_party, quote_claim, quote_party, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="PTY003",
    name="wrong-superior",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R08",),
    title=Text(id="Pihak kedua bukan atasan langsung", en="The second party is not the direct superior"),
    message=Text(
        id="Pernyataan menyebut {named} sebagai atasan dan pihak kedua, sedangkan blok tanda tangannya menyebut {office}.",
        en="The statement names {named} as superior and second party, whereas its signature block has {office}.",
    ),
    variants={
        "held": Text(
            id="Pernyataan menyebut {named} sebagai atasan dan pihak kedua, sedangkan blok tanda tangannya menyebut "
            "{office}, jabatan yang dipegang {holder}.",
            en="The statement names {named} as superior and second party, whereas its signature block has {office}, the "
            "position of {holder}.",
        ),
        "held_and_quoted": Text(
            id="Pernyataan menyebut {named} sebagai atasan dan pihak kedua, sedangkan blok tanda tangannya menyebut "
            "{office}, jabatan yang dipegang {holder}, dan sasaran unit ini mengutip indikator jabatan itu.",
            en="The statement names {named} as superior and second party, whereas its signature block has {office}, the "
            "position of {holder}, and this unit's objectives quote the indicators of that position.",
        ),
        "quotes": Text(
            id="PK ini menyebut {named} sebagai atasan dan pihak kedua, sedangkan sasarannya mengutip indikator {right}.",
            en="The agreement names {named} as superior and second party, whereas its objectives quote the indicators of "
            "{right}.",
        ),
        "data": Text(
            id="PK ini menyebut {named} sebagai atasan dan pihak kedua, sedangkan menurut data atasannya {right}.",
            en="The agreement names {named} as superior and second party, whereas the data give {right} as the superior.",
        ),
        "blocks": Text(
            id="Blok tanda tangan pihak kedua untuk {named}, sedangkan atasan unit ini {right}.",
            en="The signature block of the second party is for {named}, whereas this unit's superior is {right}.",
        ),
        "holder": Text(
            id="Pernyataan menyebut {named} sebagai atasan dan pihak kedua, sedangkan jabatan itu dipegang {right}; "
            "{name} memegang jabatan lain ({other}).",
            en="The statement names {named} as superior and second party, whereas that position is held by {right}; {name} "
            "holds another one ({other}).",
        ),
    },
    why=Text(
        id="Kinerja diperjanjikan kepada pejabat yang bukan atasan langsung, sehingga tanggung jawabnya tidak berjenjang.",
        en="The performance is promised to an official who is not the direct superior: accountability skips its level.",
    ),
    advice=Text(
        id="Cocokkan dengan struktur organisasi dan dokumen aslinya, lalu perbaiki pihak kedua di semua lembar.",
        en="Compare with the organisation chart and the original, then correct the second party on every page.",
    ),
)
_SET = """
        - {id: ketua, kind: sole, first_party: {name: Ani, position: Ketua}}
        - {id: kabag-a, first_party: {name: Budi, position: Kepala Bagian Data},
           second_party: {name: Ani, position: Ketua}}
        - {id: kabag-b, first_party: {name: Cici, position: Kepala Bagian Umum},
           second_party: {name: Ani, position: Ketua}}"""
_BLOCKS = """
           statement: {signatures: {second: {name: Budi, position: Kepala Bagian Data}}},
           annex: {signatures: {second: {name: Budi, position: Kepala Bagian Data}}}}"""
_KASI = "- {id: kasi, first_party: {name: Dedi, position: Kepala Sub Bagian Arsip},"
VALID = [
    Example(
        "statement-and-blocks-agree",
        f"{_SET}\n        {_KASI} second_party: {{name: Budi, position: Kabag Data}},{_BLOCKS}",
    ),
    Example(
        "acting-for-the-superior",
        f"{_SET}\n        {_KASI} second_party: {{name: Cici, position: Plt. Kepala Bagian Data}}}}",
    ),
    Example(
        "superior-outside-the-set",
        f"{_SET}\n        {_KASI} second_party: {{name: Eko, position: Kepala Bagian Hukum}}}}",
        skips=["kasi"],
    ),
    Example("nothing-says-who-it-is", "{id: kasi, first_party: {name: Dedi}}", skips=["kasi"]),
]
INVALID = [
    Example(
        "statement-names-the-superiors-superior",
        f"{_SET}\n        {_KASI} second_party: {{name: Ani, position: Ketua}},{_BLOCKS}",
        finds=[Found("kasi:second")],
    ),
    Example(
        "both-blocks-name-another-whose-agreement-is-not-at-hand",
        f"{_SET}\n        {_KASI} second_party: {{name: Ani, position: Ketua}},"
        f"{_BLOCKS.replace('Kepala Bagian Data', 'Kepala Bagian Hukum')}",
        finds=[Found("kasi:second")],
    ),
    Example(
        "right-position-wrong-official",
        f"{_SET}\n        {_KASI} second_party: {{name: Cici, position: Kepala Bagian Data}}}}",
        finds=[Found("kasi:second")],
    ),
    Example(
        "a-block-for-another-official",
        f"{_SET}\n        {_KASI} second_party: {{name: Budi, position: Kepala Bagian Data}},\n"
        "           statement: {signatures: {second: {name: Budi, position: Kepala Bagian Data}}},\n"
        "           annex: {signatures: {second: {name: Cici, position: Kepala Bagian Umum}}}}",
        finds=[Found("kasi:second")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement, superior = member.agreement, member.superior
    if superior.status == "unknown":
        yield RULE.skip(of_agreement(agreement), messages.SUPERIOR_UNKNOWN)
    wrong = wrong_superior(agreement, member.whole)
    if wrong is None:
        if superior.status == "missing":
            yield RULE.skip(of_agreement(agreement), messages.SUPERIOR_MISSING)
        return
    right, odd = member.superior_agreement, wrong.odd[0]
    holder = right.first_party if right else None
    others = [each for each in member.whole.agreements if each.id not in (agreement.id, superior.id)]
    elsewhere = holders_of(odd.name or "", others)
    yield RULE.found(
        of_party(agreement, "second"),
        [*(quote_claim(agreement, claim) for claim in (*wrong.odd, *wrong.fitting)), *_beside(member)],
        variant=_variant(wrong, holder, quoted=superior.quoted > 0),
        certainty=Certainty.JUDGEMENT if wrong.how == "quotes" else None,
        key=(),
        named=_words(odd.name, odd.position),
        name=odd.name,
        office=wrong.fitting[0].position if wrong.fitting else None,
        holder=holder.name if holder else None,
        right=_words(holder.name, holder.position) if holder else " ".join(superior.office),
        other=title_of(elsewhere[0]) if elsewhere else None,
    )


def _variant(wrong: WrongSuperior, holder: Party | None, *, quoted: bool) -> str | None:
    if wrong.how != "statement":
        return wrong.how
    if holder is None or not holder.name:
        return None
    return "held_and_quoted" if quoted else "held"


def _words(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _beside(member: Member) -> list[Evidence]:
    """Who the superior is by its own agreement, and how a sister unit names it."""
    right = member.superior_agreement
    if right is None or right.first_party is None:
        return []
    sisters = [each for each in member.whole.subordinates[right.id] if each is not member.agreement]
    named = [
        (each, each.second_party)
        for each in sisters
        if is_named(each.second_party) and wrong_superior(each, member.whole) is None
    ]
    first = [quote_party(each, party) for each, party in named[:1] if party]
    return [*first, quote_party(right, right.first_party)]
