"""PTY007: one position is held by two people, or one person holds two positions."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.findings import Evidence
from pkcheck.graph import AgreementSet
from pkcheck.holders import Holding, clashing_offices, holdings_of, people_in_two_offices
from pkcheck.parties import quote_mention
from pkcheck.quoting import of_agreement, of_party
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="PTY007",
    name="person-or-position-clash",
    severity=Severity.WARNING,
    certainty=Certainty.JUDGEMENT,
    basis=("INF",),
    title=Text(id="Pejabat dan jabatan tidak sama antar-PK", en="Agreements differ on who holds a position"),
    message=Text(
        id="Jabatan {position} dipegang {names:list} menurut PK yang berlainan.",
        en="According to different agreements the position {position} is held by {names:list}.",
    ),
    variants={
        "two_positions": Text(
            id="{name} menandatangani PK dalam {count} jabatan tanpa keterangan Plt., Plh. atau Pj.: {positions:list}.",
            en="{name} signs agreements in {count} positions, none as acting official: {positions:list}.",
        ),
    },
    why=Text(
        id="Tidak pasti siapa yang bertanggung jawab atas kinerja jabatan itu.",
        en="It is not certain who answers for the performance of that position.",
    ),
    advice=Text(
        id="Periksa apakah ada mutasi atau rangkap jabatan pada tahun itu; bila tidak, perbaiki PK yang keliru.",
        en="Check for a change of office or a double one in that year; if there was none, correct the mistaken agreement.",
    ),
)
_KETUA = "{id: ketua, kind: sole, first_party: {name: Ani Lestari, position: Ketua}}"
VALID = [
    Example(
        "same-holder-in-other-spelling",
        f"""
        - {_KETUA}
        - {{id: a, first_party: {{name: Budi, position: Kabag Data}}, second_party: {{name: "ANI LESTARI, S.H.", position: Ketua}}}}
        """,
    ),
    Example(
        "acting",
        f"""
        - {_KETUA}
        - {{id: a, first_party: {{name: Budi Raharja, position: Kabag Data}},
           second_party: {{name: Cici Paramida, position: Plh. Ketua}}}}
        - {{id: b, first_party: {{name: Budi Raharja, position: Plt. Kabag Umum}}}}
        """,
        skips=["b"],
    ),
    Example(
        "namesakes-and-positions-of-many",
        """
        - {id: a, first_party: {name: Mulyani, position: Kepala Seksi Arsip}}
        - {id: b, first_party: {name: Mulyani, position: Kepala Seksi Promosi}}
        - {id: c, first_party: {name: Budi Raharja, position: Analis Kebijakan Ahli Muda}}
        - {id: d, first_party: {name: Cici Paramida, position: Analis Kebijakan Ahli Muda}}
        """,
    ),
    Example(
        "another-year",
        """
        - {id: a, fiscal_year: 2023, first_party: {name: Budi Raharja, position: Kepala Seksi Arsip}}
        - {id: b, fiscal_year: 2024, first_party: {name: Cici Paramida, position: Kepala Seksi Arsip}}
        """,
    ),
]
INVALID = [
    Example(
        "the-superior-is-somebody-else-in-its-own-agreement",
        f"""
        - {_KETUA}
        - {{id: a, first_party: {{name: Budi, position: Kabag Data}}, second_party: {{name: Cici Paramida, position: Ketua}}}}
        """,
        finds=[Found("ketua:first")],
    ),
    Example(
        "two-first-parties",
        """
        - {id: a, first_party: {name: Budi Raharja, position: Kepala Seksi Arsip}}
        - {id: b, first_party: {name: Cici Paramida, position: Kasi Arsip}}
        """,
        finds=[Found("a:first")],
    ),
    Example(
        "one-person-in-two-positions",
        """
        - {id: a, first_party: {name: Budi Raharja, position: Kepala Seksi Arsip}}
        - {id: b, first_party: {name: "Budi Raharja, S.E.", position: Kepala Seksi Promosi}}
        """,
        finds=[Found("a:first")],
    ),
]


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    holdings = holdings_of(whole)
    placed = {each.agreement.id for each in holdings}
    for agreement in whole.agreements:
        if agreement.id not in placed:
            yield RULE.skip(of_agreement(agreement), messages.PARTY_NOT_NAMED)
    for office, clash in clashing_offices(holdings):
        names = dict.fromkeys(each.name for each in clash)
        yield RULE.found(
            of_party(clash[0].agreement, clash[0].side),
            _places(clash),
            key=office,
            position=clash[0].position,
            names=list(names),
        )
    for twice in people_in_two_offices(holdings):
        positions = [each.position for each in twice]
        yield RULE.found(
            of_party(twice[0].agreement, "first"),
            _places(twice),
            variant="two_positions",
            key=(),
            name=twice[0].name,
            count=len(positions),
            positions=positions,
        )


def _places(holdings: list[Holding]) -> list[Evidence]:
    return [quote_mention(each.agreement, each.who, each.name) for each in holdings]
