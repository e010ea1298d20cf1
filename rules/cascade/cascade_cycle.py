"""CAS003: who answers to whom, or what derives from what, runs in a circle."""

from collections.abc import Iterator

from pkcheck.findings import Evidence
from pkcheck.graph import AgreementSet
from pkcheck.quoting import of_agreement, of_row, quote_claim, quote_row, quote_supervisor, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text

RULE = Rule(
    code="CAS003",
    name="cascade-cycle",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R08",),
    title=Text(id="Penjenjangan berputar", en="The cascade runs in a circle"),
    message=Text(
        id="Hubungan atasan dan bawahan berputar: {steps:list}. Seorang atasan tidak dapat sekaligus menjadi bawahan dari "
        "bawahannya.",
        en="Superiors and subordinates form a circle: {steps:list}. A superior cannot answer to his own subordinate.",
    ),
    variants={
        "self": Text(id="{unit} dinyatakan sebagai atasan dirinya sendiri.", en="{unit} is given as its own superior."),
        "indicators": Text(
            id="Turunan indikator berputar: {indicators:list} saling diturunkan, sehingga tidak ada yang menjadi induk.",
            en="Derivations form a circle: {indicators:list} derive from each other, so none of them is the parent.",
        ),
    },
    why=Text(
        id="Penjenjangan tidak berujung pada pimpinan: tidak jelas siapa yang menugaskan dan siapa yang "
        "bertanggung jawab, dan sebagian pemeriksaan tidak dapat dilakukan.",
        en="The cascade leads to no head: it is not clear who assigns and who answers, and some checks cannot be made.",
    ),
    advice=Text(
        id="Cocokkan pihak kedua atau induk indikator pada setiap tempat yang dikutip dengan struktur organisasi.",
        en="Check second party or parent indicator in every quoted place against the organisation's structure.",
    ),
)

VALID = [
    Example(
        "three-levels",
        "- {id: ketua}\n- {id: sekretaris, supervisor: ketua}\n- {id: kabag, supervisor: sekretaris}",
    ),
    Example(
        "indicators-derive-downwards",
        """
    - {id: ketua, objectives: [{no: 1, text: A, indicators: [{text: B}]}]}
    - {id: sekretaris, supervisor: ketua, objectives: [{no: 1, text: B, indicators: [{text: C, derives_from: ["ketua:1.1"]}]}]}
""",
    ),
]
INVALID = [
    Example(
        "two-answer-to-each-other",
        "- {id: ketua}\n- {id: sekretaris, supervisor: kabag}\n- {id: kabag, supervisor: sekretaris}",
        finds=[Found("sekretaris")],
    ),
    Example("its-own-superior", "- {id: ketua}\n- {id: kabag, supervisor: kabag}", finds=[Found("kabag")]),
    Example(
        "three-in-the-text",
        """
    - {id: a, first_party: {position: Kepala Bagian Umum}, second_party: {position: Kepala Bagian Hukum}}
    - {id: b, first_party: {position: Kepala Bagian Hukum}, second_party: {position: Kepala Bagian Data}}
    - {id: c, first_party: {position: Kepala Bagian Data}, second_party: {position: Kepala Bagian Umum}}
""",
        finds=[Found("a")],
    ),
    Example(
        "indicators-derive-from-each-other",
        """
    - {id: ketua, objectives: [{no: 1, text: A, indicators: [{text: B, derives_from: ["sekretaris:1.1"]}]}]}
    - {id: sekretaris, supervisor: ketua, objectives: [{no: 1, text: B, indicators: [{text: C, derives_from: ["ketua:1.1"]}]}]}
""",
        finds=[Found("ketua:1.1")],
    ),
]


def check(whole: AgreementSet) -> Iterator[Finding]:
    for circle in whole.circles:
        agreements = [whole.by_id[name] for name in circle]
        above = dict(zip(circle, (*circle[1:], circle[0]), strict=True))
        places = [_naming(whole, name, superior) for name, superior in above.items()]
        if len(circle) == 1:
            yield RULE.found(of_agreement(agreements[0]), places, variant="self", key=(), unit=title_of(agreements[0]))
            continue
        steps = [f"{title_of(whole.by_id[name])} → {title_of(whole.by_id[other])}" for name, other in above.items()]
        yield RULE.found(of_agreement(agreements[0]), places, key=tuple(sorted(circle)), steps=steps)
    for indicators in whole.derivation_circles:
        rows = [whole.rows[name] for name in indicators]
        places = [quote_row(row, row.indicator.text) for row in rows]
        names = [f'"{row.indicator.text}" ({row.id})' for row in rows]
        yield RULE.found(of_row(rows[0]), places, variant="indicators", key=indicators, indicators=names)


def _naming(whole: AgreementSet, name: str, superior: str) -> Evidence:
    """The first place in which one agreement of a circle names the next."""
    claims = (claim for claim in whole.superiors[name].claims if claim.agreement == superior)
    claim = next(claims, None)
    return quote_claim(whole.by_id[name], claim) if claim else quote_supervisor(whole.by_id[name])
