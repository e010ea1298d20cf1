"""CAS008: an objective or indicator derives from a superior's superior, past the direct superior."""

from collections.abc import Iterator

from pkcheck.graph import Member, Row
from pkcheck.quoting import of_agreement, quote_objective, quote_row, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="CAS008",
    name="skips-a-level",
    severity=Severity.INFO,
    certainty=Certainty.JUDGEMENT,
    basis=("R10",),
    title=Text(id="Penjenjangan melompati satu tingkat", en="The cascade skips a level"),
    message=Text(
        id="{count} sasaran diturunkan langsung dari PK {origins:list}, sedangkan atasan langsung ({superior}) tidak memuat "
        "indikatornya: {objectives:list}.",
        en="{count} objectives derive straight from the agreement of {origins:list}, while the direct superior "
        "({superior}) does not have the indicator: {objectives:list}.",
    ),
    why=Text(
        id="Atasan langsung menilai capaian yang tidak ada dalam PK-nya sendiri.",
        en="The direct superior judges results that are not in his own agreement.",
    ),
    advice=Text(
        id="Cantumkan indikator itu pada PK {superior}, atau periksa apakah atasan langsungnya benar.",
        en="Put the indicator into the agreement of {superior}, or see whether that is the right direct superior.",
    ),
)

_ABOVE = """
    - {id: kepala, objectives: [{no: 1, text: Layanan, indicators: [{text: Indeks kepuasan masyarakat, target: "85"}]}]}
    - {id: bidang, supervisor: kepala, objectives: [{no: 1, text: Jalan, indicators: [{text: Panjang jalan, target: 9 km}]}]}
"""
VALID = [
    Example("nothing-said-of-who-is-above", _ABOVE.replace("supervisor: kepala, ", ""), skips=["kepala", "bidang"]),
    Example("nobody-above", "- {id: kepala, kind: sole}", skips=[]),
    Example(
        "from-the-direct-superior",
        f"""{_ABOVE}
    - id: seksi
      supervisor: bidang
      objectives: [{{no: 1, text: Panjang jalan, indicators: [{{text: Survei jalan, target: 9 km}}]}}]
""",
    ),
    Example(
        "the-direct-superior-has-it-too",
        """
    - {id: kepala, objectives: [{no: 1, text: Layanan, indicators: [{text: Indeks kepuasan, target: "85"}]}]}
    - {id: bidang, supervisor: kepala, objectives: [{no: 1, text: Indeks kepuasan, indicators: [{text: Indeks kepuasan, target: "85"}]}]}
    - {id: seksi, supervisor: bidang, objectives: [{no: 1, text: Indeks kepuasan, indicators: [{text: Survei, target: 1 laporan}]}]}
""",
    ),
]
INVALID = [
    Example(
        "from-two-levels-up-and-from-the-direct-superior",
        f"""{_ABOVE}
    - id: seksi
      supervisor: bidang
      objectives: [{{no: 1, text: Survei, indicators: [{{text: A, derives_from: ["kepala:1.1", "bidang:1.1"]}}, {{text: B, derives_from: ["kepala:1.1"]}}]}}]
""",
        finds=[Found("seksi")],
    ),
    Example(
        "quotes-the-grand-superior",
        f"""{_ABOVE}
    - id: seksi
      supervisor: bidang
      objectives: [{{no: 1, text: Indeks kepuasan masyarakat, indicators: [{{text: Survei, target: 1 laporan}}]}}]
""",
        finds=[Found("seksi")],
    ),
    Example(
        "given-by-the-data",
        f"""{_ABOVE}
    - id: seksi
      supervisor: bidang
      objectives: [{{no: 1, text: Survei, indicators: [{{text: Jumlah survei, target: 1 laporan, derives_from: ["kepala:1.1"]}}]}}]
""",
        finds=[Found("seksi")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    superior = member.superior_agreement
    if superior is None:
        if member.why_alone:
            yield RULE.skip(of_agreement(member.agreement), member.why_alone)
        return
    leaps = dict(_leaps(member))
    if not leaps:
        return
    rows = [member.whole.rows[name] for name in leaps]
    first = {row.objective_id: row for row in reversed(rows)}
    places = [each for row in rows for each in (quote_objective(row), quote_row(leaps[row.id]))]
    yield RULE.found(
        of_agreement(member.agreement),
        places,
        key=tuple(leaps),
        count=len(first),
        origins=list(dict.fromkeys(title_of(each.agreement) for each in leaps.values())),
        superior=title_of(superior),
        objectives=[f'"{row.objective.text}"' for row in reversed(first.values())],
    )


def _leaps(member: Member) -> Iterator[tuple[str, Row]]:
    """Each row that derives from further up, with the indicator there."""
    whole = member.whole
    higher = {each.id for each in whole.above(member.agreement)} - {member.superior.id}
    for row in member.rows:
        found = whole.derivations.get(row.id, ())
        given = [whole.rows[each.parent] for each in found if each.how == "given"]
        above = next((each for each in given if each.agreement.id in higher), None)
        direct = any(each.agreement.id == member.superior.id for each in given)
        origin = above if above is not None and not direct else whole.overleapt(row)
        if origin is not None:
            yield row.id, origin
