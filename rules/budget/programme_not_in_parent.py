"""BUD003: a subordinate has money for a programme that its superior's agreement does not have."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.graph import Team
from pkcheck.positions import is_external_head
from pkcheck.quoting import of_budget, of_unit, quote_budget, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="BUD003",
    name="programme-not-in-parent",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R01",),
    title=Text(
        id="Program bawahan tidak ada pada PK atasan", en="A subordinate's programme is not in the superior's agreement"
    ),
    message=Text(
        id='"{programme}" ({budget:rp}) pada PK {parts:list} tidak ada pada PK atasannya, {unit}, yang memuat: {known:list}.',
        en='"{programme}" ({budget:rp}) in the agreement of {parts:list} is not in that of the superior, {unit}, which has: '
        "{known:list}.",
    ),
    why=Text(
        id="Anggaran itu tidak dapat ditelusuri ke anggaran atasan: namanya keliru, atau programnya belum dijanjikan atasan.",
        en="The budget cannot be traced to the superior's: its name is wrong, or the superior has not promised that programme.",
    ),
    advice=Text(
        id="Cocokkan nama program dengan DIPA/DPA, lalu samakan namanya pada PK bawahan dan PK atasan.",
        en="Compare the name with the budget document, then use the same name in both agreements.",
    ),
)

VALID = [
    Example(
        "case-abbreviation-code-and-a-dash",
        """
        - {id: ketua, budget: [{name: Program Dukungan Manajemen, code: 076.WA, amount: 100}]}
        - {id: humas, supervisor: ketua, budget: [{name: PROG. DUKUNGAN MANAJ., amount: 50}]}
        - {id: hukum, supervisor: ketua, budget: [{name: Program Dukmen, code: 076.WA, amount: 50}]}
        - {id: teknis, supervisor: ketua, budget: [{name: Program Lain Sekali, raw: "-"}]}
        """,
    ),
    Example(
        "another-level",
        """
        - {id: kepala, budget: [{name: Program Pengelolaan Pasar, amount: 100}]}
        - {id: bidang, supervisor: kepala, budget: [{level: kegiatan, name: Penataan Pedagang, amount: 100}]}
        """,
    ),
    Example(
        "activities-under-a-head-for-programmes-and-activities",
        """
        - {id: kepala, budget: [{name: Program Pengelolaan Pasar, amount: 100}]}
        - id: bidang
          supervisor: kepala
          annex: {budget_heading: Program/Kegiatan}
          budget:
          - {name: Program Pengelolaan Pasar, amount: 100}
          - {name: Penataan Pedagang, amount: 60}
          - {name: Pembinaan Pedagang, amount: 40}
        """,
    ),
    Example(
        "a-superior-without-budget",
        """
        - {id: kepala}
        - {id: bidang, supervisor: kepala, budget: [{name: Program Pengelolaan Pasar, amount: 100}]}
        """,
        skips=["kepala"],
    ),
]

INVALID = [
    Example(
        "another-programme",
        """
        - {id: ketua, budget: [{name: Program Dukungan Manajemen, amount: 100}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program Penyelenggaraan Pemilu, amount: 40}]}
        - {id: hukum, supervisor: ketua, budget: [{name: Program Penyelenggaraan Pemilu, amount: 20}]}
        """,
        finds=[Found("humas:budget.1", 60)],
    ),
    Example(
        "a-name-that-differs-in-one-word-that-matters",
        """
        - {id: kepala, budget: [{name: Program Penyediaan dan Pengembangan Sarana Pertanian, amount: 100}]}
        - id: bidang
          supervisor: kepala
          budget: [{name: Program Penyediaan dan Pengembangan Prasarana Pertanian, amount: 100}]
        """,
        finds=[Found("bidang:budget.1", 100)],
    ),
    Example(
        "told-where-the-name-went-wrong-not-again-below",
        """
        - {id: ketua, budget: [{name: Program Dukungan Manajemen, amount: 100}]}
        - {id: bagian, supervisor: ketua, budget: [{name: Program Lain Sekali, amount: 100}]}
        - {id: sub, supervisor: bagian, budget: [{name: Program Dukungan Manajemen, amount: 100}]}
        """,
        finds=[Found("bagian:budget.1", 100)],
    ),
]


def check(team: Team) -> Iterator[Finding | NotChecked]:
    ledger = team.whole.ledger
    pool = ledger.pools[team.unit.id]
    known = ledger.entries(team.unit)
    party = team.unit.first_party
    # A regent's or minister's agreement names the programmes that matter most, not all.
    if not known or (party and party.position and is_external_head(party.position)):
        yield RULE.skip(of_unit(team.unit), messages.LINES_UNPLACED if team.unit.budget else messages.BUDGET_MISSING)
        return
    if pool.gap or pool.unplaced:
        yield RULE.skip(of_unit(team.unit), pool.gap or messages.LINES_UNPLACED)
    for strangers in ledger.strangers(team.unit):
        first, budget = strangers[0], sum(each.amount or 0 for each in strangers)
        yield RULE.found(
            of_budget(first.agreement, first.line),
            [quote_budget(each.agreement, each.line, mark=each.line.name) for each in (*strangers, *known)],
            amount=budget,
            key=(team.unit.id,),
            programme=first.line.name,
            budget=budget,
            parts=[title_of(each.agreement) for each in strangers],
            unit=title_of(team.unit),
            known=[f'"{each.line.name}"' for each in known],
        )
