"""CAS002: a subordinate's objective quotes no indicator of the superior, where the others do."""

from collections.abc import Iterator
from typing import Any

from pkcheck import messages
from pkcheck.cascade import QUOTING
from pkcheck.graph import Member, Row
from pkcheck.quoting import of_agreement, of_objective, quote_agreement, quote_objective, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="CAS002",
    name="objective-without-parent",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("R11",),
    title=Text(id="Sasaran tanpa induk pada PK atasan", en="An objective without a parent in the superior's agreement"),
    message=Text(
        id='Sasaran "{objective}" tidak berinduk: tidak satu pun dari {count} indikator {superior} sama atau mirip dengannya, '
        "padahal {quoted} dari {total} sasaran PK ini mengutip indikator atasan.",
        en='The objective "{objective}" has no parent: none of the {count} indicators of {superior} is the same or like it, '
        "while {quoted} of the {total} objectives of this agreement quote an indicator of the superior.",
    ),
    variants={
        "most": Text(
            id="{without} dari {total} sasaran PK ini tidak mengutip indikator {superior}, padahal PK lain di bawah atasan "
            "yang sama mengutipnya. Periksa apakah atasannya benar dan apakah sasaran itu diturunkan darinya: "
            "{objectives:list}.",
            en="{without} of the {total} objectives of this agreement quote no indicator of {superior}, while other "
            "agreements under the same superior do. See whether that is the right superior and whether these derive "
            "from it: {objectives:list}.",
        )
    },
    why=Text(
        id="Pekerjaan bawahan itu tidak menyumbang pada target atasan, atau sumbangannya tidak dapat ditelusuri.",
        en="The subordinate's work does not serve the superior's targets, or how it does cannot be traced.",
    ),
    advice=Text(
        id="Kaitkan sasaran itu dengan indikator {superior}, atau nyatakan bahwa sasaran itu tidak diturunkan dari atasan.",
        en="Tie the objective to an indicator of {superior}, or declare that it does not derive from the superior.",
    ),
)

_HEAD = """
    - id: bagian
      objectives:
      - no: 1
        text: Tertib keuangan
        indicators: [{text: Laporan keuangan semester, target: 2 laporan}, {text: Data aset tetap, target: 1 dokumen}]
"""
_QUOTES = """
      - {no: 1, text: Laporan keuangan semester, indicators: [{text: Draf laporan keuangan, target: 2 laporan}]}
      - {no: 2, text: Data aset tetap, indicators: [{text: Draf data aset, target: 1 dokumen}]}
"""
_BELOW_A_HEAD = _HEAD.replace("id: bagian", "id: bagian\n      supervisor: kepala")
VALID = [
    Example(
        "every-objective-quotes-an-indicator",
        f"{_HEAD}    - id: keuangan\n      supervisor: bagian\n      objectives:{_QUOTES}",
    ),
    Example(
        "declared-as-not-derived",
        f"""{_HEAD}
    - id: keuangan
      supervisor: bagian
      objectives:{_QUOTES}
      - {{no: 3, text: Rapat koordinasi, indicators: [{{text: Notulen, target: 4 dokumen, derives_from: []}}]}}
""",
    ),
    Example(
        "a-team-that-does-not-quote",
        f"""{_HEAD}
    - id: keuangan
      supervisor: bagian
      objectives:
      - {{no: 1, text: Terwujudnya tertib administrasi, indicators: [{{text: Nilai tertib administrasi, target: "90"}}]}}
""",
    ),
    Example("nothing-said-of-who-is-above", _HEAD, skips=["bagian"]),
    Example("nobody-above", _HEAD.replace("id: bagian", "id: bagian\n      kind: sole"), skips=[]),
    Example(
        "quoted-from-further-up",
        f"""
    - {{id: kepala, objectives: [{{no: 1, text: Tertib, indicators: [{{text: Indeks kepuasan}}]}}]}}
{_BELOW_A_HEAD}
    - id: keuangan
      supervisor: bagian
      objectives:{_QUOTES}
      - {{no: 3, text: Indeks kepuasan, indicators: [{{text: Survei, target: 1 laporan}}]}}
""",
    ),
    Example(
        "an-empty-objective-is-not-judged",
        f"""{_HEAD}
    - id: keuangan
      supervisor: bagian
      objectives:{_QUOTES}
      - {{no: 3, text: "", indicators: [{{text: Notulen, target: 4 dokumen}}]}}
""",
    ),
]
INVALID = [
    Example(
        "one-objective-of-its-own",
        f"""{_HEAD}
    - id: keuangan
      supervisor: bagian
      objectives:{_QUOTES}
      - {{no: 3, text: Rapat koordinasi, indicators: [{{text: Notulen rapat, target: 4 dokumen}}]}}
""",
        finds=[Found("keuangan:3")],
    ),
    Example(
        "most-of-one-agreement-is-one-question",
        f"""{_HEAD}
    - id: keuangan
      supervisor: bagian
      objectives:{_QUOTES}
    - id: rumah-tangga
      supervisor: bagian
      objectives:
      - {{no: 1, text: Kebersihan kantor, indicators: [{{text: Gedung yang bersih, target: 2 unit}}]}}
      - {{no: 2, text: Kendaraan dinas, indicators: [{{text: Kendaraan yang laik jalan, target: 3 unit}}]}}
""",
        finds=[Found("rumah-tangga")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement, whole, superior = member.agreement, member.whole, member.superior_agreement
    if superior is None:
        if member.why_alone:
            yield RULE.skip(of_agreement(member.agreement), member.why_alone)
        return
    if not whole.quotes(superior):
        yield RULE.skip(of_agreement(agreement), messages.NOT_BY_QUOTATION)
        return
    orphans = list(_orphans(member))
    total = len(agreement.objectives)
    facts: dict[str, Any] = {"superior": title_of(superior), "total": total}
    if len(orphans) > max(1, (1 - QUOTING) * total):
        places = [*map(quote_objective, orphans), quote_agreement(superior)]
        texts = [f'"{row.objective.text}"' for row in orphans]
        yield RULE.found(
            of_agreement(agreement),
            places,
            certainty=Certainty.JUDGEMENT,
            variant="most",
            key=(),
            without=len(orphans),
            objectives=texts,
            **facts,
        )
        return
    quoted = sum(match is not None for match in whole.matches[agreement.id])
    count = sum(1 for _ in superior.indicators())
    for row in orphans:
        places = [quote_objective(row, row.objective.text), quote_agreement(superior)]
        text = row.objective.text
        yield RULE.found(of_objective(row), places, key=(text,), objective=text, count=count, quoted=quoted, **facts)


def _orphans(member: Member) -> Iterator[Row]:
    """The first row of each objective that has no parent, is not declared as having none, and leaps over no level."""
    rows: dict[str, list[Row]] = {}
    for row in member.rows:
        rows.setdefault(row.objective_id, []).append(row)
    whole = member.whole
    for first, *more in rows.values():
        derived = any(row.id in whole.derivations for row in (first, *more))
        declared = any(row.indicator.derives_from is not None and not row.indicator.inferred for row in (first, *more))
        if first.objective.text and not derived and not declared and whole.overleapt(first) is None:
            yield first
