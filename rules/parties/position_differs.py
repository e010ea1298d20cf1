"""PTY004: a signature block gives a party another position than the statement."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.dating import pages_named
from pkcheck.graph import Member
from pkcheck.parties import PARTIES, blocks_of, one_person, party_of, quote_mention, sides_of, wrong_superior
from pkcheck.positions import same_post
from pkcheck.quoting import Side, of_party
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="PTY004",
    name="position-differs",
    severity=Severity.WARNING,
    certainty=Certainty.JUDGEMENT,
    basis=("R09", "INF"),
    looks_at="party",
    title=Text(
        id="Jabatan dalam blok tanda tangan tidak sama dengan pernyataan",
        en="A signature block differs from the statement in position",
    ),
    message=Text(
        id='Jabatan {party} dalam blok tanda tangan di {pages} adalah "{positions:list}", sedangkan dalam pernyataan '
        '"{stated}".',
        en='The position of {party} in the signature block on {pages} is "{positions:list}", but "{stated}" in the '
        "statement.",
    ),
    why=Text(
        id="Jabatan yang tidak sama membuat tidak pasti dalam kedudukan apa PK ini ditandatangani.",
        en="Positions that differ leave open in what capacity the agreement was signed.",
    ),
    advice=Text(
        id="Cocokkan dengan surat keputusan pengangkatan dan dokumen aslinya, lalu samakan jabatannya di semua lembar.",
        en="Compare with the appointment and the original, then make the position agree on every page.",
    ),
)
_DINAS = "institution: Dinas Kesehatan Kota Tirtasari"
VALID = [
    Example(
        "short-and-long-form",
        f"""
        {{id: a, {_DINAS},
         first_party: {{name: Budi, position: Kepala Bidang Pelayanan Dinas Kesehatan Kota Tirtasari}},
         second_party: {{name: Ani, position: Kepala Dinas Kesehatan Kota Tirtasari}},
         statement: {{signatures: {{first: {{position: "Kabid Pelayanan,"}}, second: {{position: Kepala Dinas Kesehatan}}}}}},
         annex: {{signatures: {{first: {{position: Kepala Bidang}}, second: {{position: Kepala Dinas}}}}}}}}
        """,
    ),
    Example(
        "acting-in-one-place-and-a-readers-noise",
        """
        {id: a, institution: Komisi Pemilihan Umum Provinsi Jambi,
         first_party: {position: Plt. Sekretaris KPU Provinsi insi Jambi},
         statement: {signatures: {first: {position: Sekretaris Komis Pemilihan Umum Provinsi Jambi}}}}
        """,
    ),
    Example(
        "no-position-in-the-block",
        "{id: a, first_party: {position: Ketua}, annex: {signatures: {first: {name: Ani}}}}",
        skips=["a:first", "a:second"],
    ),
    Example(
        "one-person-as-both-parties-is-told-by-its-own-rule",
        """
        {id: a, first_party: {name: Budi, position: Kasi Arsip}, second_party: {name: Budi, position: Kabag Data},
         annex: {signatures: {second: {name: Ani, position: Kabag Umum}}}}
        """,
    ),
]
INVALID = [
    Example(
        "another-section",
        """
        {id: a, first_party: {position: Kepala Seksi Arsip},
         statement: {signatures: {first: {position: Kepala Seksi Arsip}}},
         annex: {signatures: {first: {position: Kepala Seksi Promosi}}}}
        """,
        finds=[Found("a:first")],
    ),
    Example(
        "another-level-on-both-pages-told-once",
        """
        {id: a, second_party: {position: Kepala Sub Bagian Umum},
         statement: {signatures: {second: {position: Kepala Bagian Umum}}},
         annex: {signatures: {second: {position: Kepala Bagian Umum}}}}
        """,
        finds=[Found("a:second")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    for side in sides_of(member.agreement):
        yield from _check(member, side)


def _check(member: Member, side: Side) -> Iterator[Finding | NotChecked]:
    agreement, party = member.agreement, party_of(member.agreement, side)
    stated = party.position if party else None
    placed = [(each, each.signature.position) for each in blocks_of(agreement, side) if each.signature.position]
    if party is None or not stated or not placed:
        yield RULE.skip(of_party(agreement, side), messages.NO_SIGNATURES)
        return
    if side == "second" and one_person(agreement):
        return
    wrong = wrong_superior(agreement, member.whole) if side == "second" else None
    told = wrong.places if wrong else set()
    differing = [
        (each, position)
        for each, position in placed
        if "statement" not in told and each.place not in told and not same_post(stated, position, agreement.institution)
    ]
    if not differing:
        return
    positions = tuple(dict.fromkeys(position for _, position in differing))
    rest = [each.signature for each, position in placed if (each, position) not in differing]
    yield RULE.found(
        of_party(agreement, side),
        [
            *(quote_mention(agreement, each.signature, position) for each, position in differing),
            quote_mention(agreement, party, stated),
            *(quote_mention(agreement, who, who.position) for who in rest),
        ],
        key=positions,
        party=PARTIES[side],
        positions=[position.rstrip(" ,") for position in positions],
        pages=pages_named([each.page for each, _ in differing]),
        stated=stated,
    )
