"""CAS009: the data names a parent indicator or a superior that does not exist."""

from collections.abc import Iterator

from pkcheck.graph import Member, rows_of
from pkcheck.quoting import of_agreement, of_row, quote_row, quote_supervisor
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text

RULE = Rule(
    code="CAS009",
    name="derivation-dangling",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R11",),
    title=Text(
        id="Data menunjuk induk atau atasan yang tidak ada",
        en="The data names a parent or superior that does not exist",
    ),
    message=Text(
        id='derives_from pada indikator "{indicator}" menunjuk {unknown:list}, tetapi tidak ada indikator dengan id itu.',
        en='derives_from of the indicator "{indicator}" names {unknown:list}, but no indicator has that id.',
    ),
    variants={
        "supervisor": Text(
            id='supervisor menunjuk "{supervisor}", tetapi tidak ada PK dengan id itu.',
            en='supervisor names "{supervisor}", but no agreement has that id.',
        )
    },
    why=Text(
        id="Kaitan yang dinyatakan tidak dapat diikuti, jadi bagian ini tidak dapat dicocokkan dengan atasannya.",
        en="The declared link cannot be followed, so this part cannot be compared with the superior's.",
    ),
    advice=Text(
        id="Perbaiki id itu, sertakan PK yang dimaksud, atau hapus kuncinya agar kaitannya dicari dari teks.",
        en="Correct the id, add the agreement that is meant, or remove the key so that the link is looked for in the text.",
    ),
)

VALID = [
    Example(
        "both-exist",
        """
    - {id: ketua, objectives: [{no: 1, text: A, indicators: [{text: B}]}]}
    - {id: kabag, supervisor: ketua, objectives: [{no: 1, text: B, indicators: [{text: C, derives_from: ["ketua:1.1"]}]}]}
""",
    ),
    Example(
        "what-was-inferred-is-inferred-anew",
        """
    - id: kabag
      supervisor: ketua
      supervisor_inferred: true
      objectives: [{no: 1, text: B, indicators: [{text: C, derives_from: ["ketua:1.1"], inferred: true}]}]
""",
    ),
    Example(
        "the-superior-was-revised",
        """
    - {id: ketua, objectives: [{no: 1, text: A, indicators: [{text: B}]}]}
    - {id: ketua-perubahan, revision: {of: ketua}, objectives: [{no: 1, text: A, indicators: [{text: B}]}]}
    - {id: kabag, supervisor: ketua, objectives: [{no: 1, text: B, indicators: [{text: C, derives_from: ["ketua:1.1"]}]}]}
""",
        skips=["ketua"],
    ),
]
INVALID = [
    Example("no-such-superior", "- {id: ketua}\n- {id: kabag, supervisor: kteua}", finds=[Found("kabag")]),
    Example(
        "no-such-parent",
        """
    - {id: ketua, objectives: [{no: 1, text: A, indicators: [{text: B}]}]}
    - {id: kabag, supervisor: ketua, objectives: [{no: 1, text: B, indicators: [{text: C, derives_from: ["ketua:1.2"]}]}]}
""",
        finds=[Found("kabag:1.1")],
    ),
]


def check(member: Member) -> Iterator[Finding]:
    agreement, whole = member.agreement, member.whole
    supervisor = agreement.supervisor
    if supervisor is not None and not agreement.supervisor_inferred and supervisor not in whole.by_id:
        yield RULE.found(
            of_agreement(agreement), [quote_supervisor(agreement)], variant="supervisor", supervisor=supervisor
        )
    for row in rows_of(agreement):
        unknown = [each for each in row.indicator.derives_from or () if each not in whole.known_indicators]
        if unknown and not row.indicator.inferred:
            text = row.indicator.text
            evidence = [quote_row(row, text)]
            yield RULE.found(of_row(row), evidence, key=tuple(unknown), indicator=text, unknown=unknown)
