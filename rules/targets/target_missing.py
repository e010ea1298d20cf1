"""TGT001: an indicator has no target."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.comparison import is_missing
from pkcheck.graph import Member, rows_of
from pkcheck.quoting import of_agreement, of_row, quote_row
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="TGT001",
    name="target-missing",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R12",),
    looks_at="indicator",
    title=Text(id="Indikator tanpa target", en="An indicator without a target"),
    message=Text(
        id='Indikator "{indicator}" tidak mempunyai target.',
        en='The indicator "{indicator}" has no target.',
    ),
    variants={
        "placeholder": Text(
            id='Indikator "{indicator}" tidak mempunyai target; kolom targetnya hanya berisi "{raw}".',
            en='The indicator "{indicator}" has no target; its target cell holds only "{raw}".',
        ),
        "whole": Text(
            id="Tidak satu pun dari {count} indikator dalam PK ini mempunyai target.",
            en="None of the {count} indicators in this agreement has a target.",
        ),
    },
    why=Text(
        id="Tanpa target, capaian indikator tidak dapat diukur dan tidak dapat dipertanggungjawabkan pada akhir tahun.",
        en="Without a target nobody can measure or account for the indicator at the end of the year.",
    ),
    advice=Text(
        id="Lengkapi target beserta satuannya sesuai dokumen perencanaan; bila indikator tidak dipakai, hapus barisnya.",
        en="Fill in the target with its unit as the planning documents have it; delete the row if it is not used.",
    ),
)
VALID = [
    Example("a-target-in-figures-or-words", "{id: a, objectives: [{no: 1, indicators: [{text: Opini, target: WTP}]}]}"),
    Example(
        "targets-by-quarter-are-targets",
        "{id: a, objectives: [{no: 1, indicators: [{text: Nilai A, target: {periods: {TW1: 20, TW4: 80}}}]}]}",
    ),
    Example(
        "a-printed-nihil-is-a-target", "{id: a, objectives: [{no: 1, indicators: [{text: Temuan, target: nihil}]}]}"
    ),
    Example(
        "a-cell-that-was-cut-is-nobody's-fault",
        '{id: a, unread: ["a:1.1.target"], objectives: [{no: 1, indicators: [{text: Nilai A}]}]}',
        skips=["a:1.1"],
    ),
]
INVALID = [
    Example(
        "one-of-two-without",
        "{id: a, objectives: [{no: 1, indicators: [{text: Nilai A}, {text: Nilai B, target: '80'}]}]}",
        finds=[Found("a:1.1")],
    ),
    Example(
        "a-unit-alone",
        "{id: a, objectives: [{no: 1, indicators: [{text: A, target: {raw: Persen, unit: Persen}}, {target: '%', text: B},"
        " {text: C, target: 8 kali}]}]}",
        finds=[Found("a:1.1"), Found("a:1.2")],
    ),
    Example(
        "an-empty-column-is-one-finding",
        "{id: a, objectives: [{no: 1, indicators: [{text: Nilai A}, {text: Nilai B, target: '-'}]}]}",
        finds=[Found("a")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    rows = [row for row in rows_of(agreement) if row.indicator.text]
    unread = {row.id for row in rows if f"{row.id}.target" in agreement.unread}
    yield from (RULE.skip(of_row(row), messages.TARGET_UNREAD) for row in rows if row.id in unread)
    empty = [row for row in rows if row.id not in unread and is_missing(row.indicator.target)]
    if len(empty) == len(rows) > 1:
        places = [quote_row(row) for row in empty]
        yield RULE.found(of_agreement(agreement), places, variant="whole", key=(), count=len(rows))
        return
    for row in empty:
        raw = (row.indicator.target.raw if row.indicator.target else None) or ""
        variant = "placeholder" if raw.strip() else None
        yield RULE.found(of_row(row), [quote_row(row)], variant=variant, key=(), indicator=row.indicator.text, raw=raw)
