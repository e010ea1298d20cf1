"""BUD002: subordinates together have less of a programme than the unit, though all of their agreements are at hand."""

from collections.abc import Iterator, Sequence

from pkcheck import messages
from pkcheck.graph import Team
from pkcheck.model import Agreement
from pkcheck.quoting import of_budget, of_unit, quote_budget, title_of
from pkcheck.rollup import Sum
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="BUD002",
    name="children-below-parent",
    severity=Severity.WARNING,
    certainty=Certainty.JUDGEMENT,
    basis=("R01",),
    title=Text(
        id="Anggaran bawahan kurang dari anggaran atasan", en="Subordinates' budgets fall short of the unit's own"
    ),
    message=Text(
        id="{programme}: anggaran bawahan berjumlah {total:rp}, kurang {missing:rp} dari {own:rp} pada PK {unit}. Mungkin "
        "PK seorang bawahan tidak ada di antara berkas yang diperiksa, atau sisanya dikelola sendiri oleh unit itu.",
        en="{programme}: the subordinates' budgets amount to {total:rp}, {missing:rp} less than {own:rp} in the agreement of "
        "{unit}. A subordinate's agreement may be missing from the files, or the unit may keep the rest itself.",
    ),
    variants={
        "several": Text(
            id="Anggaran bawahan kurang {missing:rp} dari anggaran pada PK {unit}, pada {count} program: {programmes:list}. "
            "Mungkin PK seorang bawahan tidak ada di antara berkas yang diperiksa, atau sisanya dikelola sendiri oleh unit "
            "itu.",
            en="The subordinates' budgets are {missing:rp} less than those in the agreement of {unit}, in {count} "
            "programmes: {programmes:list}. A subordinate's agreement may be missing from the files, or the unit may keep "
            "the rest itself.",
        ),
        "whole": Text(
            id="Seluruh anggaran bawahan berjumlah {total:rp}, kurang {missing:rp} dari seluruh anggaran {own:rp} pada PK "
            "{unit}. Mungkin PK seorang bawahan tidak ada di antara berkas yang diperiksa, atau sisanya dikelola sendiri "
            "oleh unit itu.",
            en="All that the subordinates have amounts to {total:rp}, {missing:rp} less than all that {unit} has, {own:rp}. "
            "A subordinate's agreement may be missing from the files, or the unit may keep the rest itself.",
        ),
    },
    why=Text(
        id="Sebagian anggaran belum tampak dijanjikan oleh siapa pun di bawah unit itu; inkonsistensi ini perlu dijelaskan.",
        en="Nobody beneath the unit is seen to answer for part of the budget; the inconsistency wants an explanation.",
    ),
    advice=Text(
        id="Lengkapi PK bawahan yang belum diperiksa; bila sudah lengkap, cocokkan nilainya dengan DIPA/DPA.",
        en="Add agreements of subordinates that were not checked; if all are there, compare the amounts with the budget document.",
    ),
)

VALID = [
    Example(
        "used-up-to-the-rupiah",
        """
        - {id: ketua, budget: [{name: Program A, amount: 100}, {name: Program B, amount: 7}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 60}]}
        - {id: hukum, supervisor: ketua, budget: [{name: Program A, amount: 40}]}
        """,
    ),
    Example(
        "a-subordinate-without-budget",
        """
        - {id: ketua, budget: [{name: Program A, amount: 100}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 60}]}
        - {id: hukum, supervisor: ketua}
        """,
        skips=["ketua"],
    ),
    Example(
        "nobody-below-has-a-budget",
        """
        - {id: ketua, budget: [{name: Program A, amount: 100}]}
        - {id: humas, supervisor: ketua}
        """,
        skips=["ketua"],
    ),
    Example(
        "a-head-of-division-whose-agreement-is-not-at-hand",
        """
        - {id: kadis, first_party: {position: Kepala Dinas}, budget: [{name: Program A, amount: 100}]}
        - {id: bidang-1, supervisor: kadis, budget: [{name: Program A, amount: 60}]}
        - {id: seksi, first_party: {position: Kepala Seksi Arsip}, second_party: {position: Kepala Bidang Data}}
        """,
        skips=["kadis"],
    ),
    Example(
        "a-lost-zero-is-told-by-its-own-rule",
        """
        - {id: ketua, budget: [{name: Program A, amount: 50000000}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 5000000}]}
        """,
        skips=["ketua"],
    ),
    Example(
        "the-unit-has-more-than-its-superior-gave-it",
        """
        - {id: ketua, budget: [{name: Program A, amount: 100}]}
        - {id: bagian, supervisor: ketua, budget: [{name: Program A, amount: 101}]}
        - {id: sub, supervisor: bagian, budget: [{name: Program A, amount: 100}]}
        """,
    ),
    Example(
        "money-under-another-programme",
        """
        - {id: ketua, budget: [{name: Program A, amount: 100}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 60}]}
        - {id: hukum, supervisor: ketua, budget: [{name: Program Lain Sekali, amount: 40}]}
        """,
    ),
]

INVALID = [
    Example(
        "one-rupiah-too-few",
        """
        - {id: ketua, budget: [{name: Program A, amount: 100}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 60}]}
        - {id: hukum, supervisor: ketua, budget: [{name: Program A, amount: 39}]}
        """,
        finds=[Found("ketua:budget.1", 1)],
    ),
    Example(
        "too-few-in-two-programmes",
        """
        - {id: ketua, budget: [{name: Program A, amount: 100}, {name: Program Lain Sekali, amount: 50}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 60}, {name: Program Lain Sekali, amount: 45}]}
        """,
        finds=[Found("ketua", 45)],
    ),
    Example(
        "everybody-prints-a-dash",
        """
        - {id: ketua, budget: [{name: Program A, amount: 100}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, raw: Rp -}]}
        """,
        finds=[Found("ketua:budget.1", 100)],
    ),
]


def check(team: Team) -> Iterator[Finding | NotChecked]:
    ledger = team.whole.ledger
    pool = ledger.pools[team.unit.id]
    absent = team.whole.may_lack_subordinates(team.unit)
    if not pool.sums:
        yield RULE.skip(of_unit(team.unit), pool.gap or messages.NO_BREAKDOWN)
    short: list[Sum] = []
    for each in pool.sums:
        obstacle = each.obstacle or (pool.gap_of(each) if each.difference < 0 else None)
        if obstacle is not None:
            yield RULE.skip(of_unit(team.unit), obstacle)
        elif each.difference < 0 and absent is not None:
            yield RULE.skip(of_unit(team.unit), messages.SUBORDINATE_MISSING, position=absent.position)
        elif each.difference < 0 and ledger.suspects(each):
            yield RULE.skip(of_unit(team.unit), messages.AMOUNT_SUSPECT)
        elif each.difference < 0 and ledger.tells(each):
            short.append(each)
    if len(short) > 1:
        yield _several(team.unit, short)
    else:
        yield from (_one(team.unit, each) for each in short)


def _one(unit: Agreement, each: Sum) -> Finding:
    return RULE.found(
        of_budget(unit, each.own[0].line) if len(each.own) == 1 else of_unit(unit),
        [quote_budget(entry.agreement, entry.line) for entry in each.entries],
        amount=-each.difference,
        variant="whole" if each.kind == "whole" else None,
        key=(each.kind, -each.difference),
        programme=each.own[0].line.name,
        total=each.total,
        missing=-each.difference,
        own=each.wanted,
        unit=title_of(unit),
    )


def _several(unit: Agreement, short: Sequence[Sum]) -> Finding:
    """That not all of a unit's subordinates are at hand shows in all of its programmes: one finding."""
    missing = -sum(each.difference for each in short)
    return RULE.found(
        of_unit(unit),
        [quote_budget(entry.agreement, entry.line) for each in short for entry in each.entries],
        amount=missing,
        variant="several",
        key=("several", missing),
        missing=missing,
        count=len(short),
        programmes=[each.own[0].line.name or "" for each in short],
        unit=title_of(unit),
    )
