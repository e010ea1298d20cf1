"""BUD001: subordinates were given more for a programme than the unit itself has."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.graph import Team
from pkcheck.quoting import of_budget, of_unit, quote_budget, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="BUD001",
    name="children-exceed-parent",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R01",),
    title=Text(id="Anggaran bawahan melebihi anggaran atasan", en="Subordinates' budgets exceed the unit's own"),
    message=Text(
        id="{programme}: anggaran bawahan {shares:rp+} = {total:rp}, yaitu {excess:rp} lebih banyak daripada {own:rp} pada "
        "PK {unit}.",
        en="{programme}: the subordinates' budgets {shares:rp+} = {total:rp} exceed {own:rp} in the agreement of {unit} by "
        "{excess:rp}.",
    ),
    variants={
        "one": Text(
            id="{programme}: {total:rp} pada PK {part} adalah {excess:rp} lebih banyak daripada {own:rp} pada PK atasannya, "
            "{unit}.",
            en="{programme}: {total:rp} in the agreement of {part} exceeds {own:rp} in that of its superior, {unit}, by "
            "{excess:rp}.",
        ),
        "whole": Text(
            id="Seluruh anggaran bawahan {shares:rp+} = {total:rp}, yaitu {excess:rp} lebih banyak daripada seluruh "
            "anggaran {own:rp} pada PK {unit}.",
            en="All that the subordinates have, {shares:rp+} = {total:rp}, exceeds all that {unit} has, {own:rp}, by "
            "{excess:rp}.",
        ),
        "whole-of-one": Text(
            id="Seluruh anggaran {total:rp} pada PK {part} adalah {excess:rp} lebih banyak daripada seluruh anggaran "
            "{own:rp} pada PK atasannya, {unit}.",
            en="All that {part} has, {total:rp}, exceeds all that its superior, {unit}, has, {own:rp}, by {excess:rp}.",
        ),
    },
    why=Text(
        id="Bawahan menjanjikan kinerja dengan dana yang menurut PK atasannya tidak tersedia; salah satu nilainya keliru.",
        en="Subordinates promise results with money that, by their superior's agreement, is not there; one of the amounts is "
        "wrong.",
    ),
    advice=Text(
        id="Cocokkan nilai-nilai itu dengan DIPA/DPA dan rincian kertas kerja satker, lalu perbaiki PK yang keliru.",
        en="Compare the amounts with the budget document (DIPA/DPA) and its breakdown, then correct the agreement that is wrong.",
    ),
)

VALID = [
    Example(
        "used-up-to-the-rupiah",
        """
        - {id: ketua, budget: [{name: Program A, amount: 100}]}
        - {id: humas, supervisor: ketua, budget: [{name: PROG. A, amount: 60}]}
        - {id: hukum, supervisor: ketua, budget: [{name: Program A, amount: 40}, {name: Program B, raw: Rp -}]}
        """,
    ),
    Example(
        "two-officials-with-the-same-budget",
        """
        - {id: kepala, budget: [{name: Program A, amount: 100}]}
        - {id: sekretaris, supervisor: kepala, budget: [{name: Program A, amount: 100}]}
        - {id: wakil, supervisor: kepala, budget: [{name: Program A, amount: 100}]}
        """,
    ),
    Example(
        "a-joint-programme-printed-by-both-who-share-it",
        """
        - {id: kepala, budget: [{name: Program A, amount: 100}]}
        - {id: bidang-1, supervisor: kepala, budget: [{name: Program A, amount: 70}]}
        - {id: bidang-2, supervisor: kepala, budget: [{name: Program A, amount: 70}]}
        - {id: bidang-3, supervisor: kepala, budget: [{name: Program A, amount: 30}]}
        """,
    ),
    Example(
        "an-amount-that-cannot-be-read",
        """
        - {id: ketua, budget: [{name: Program A, raw: Rp 1O0}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 101}]}
        """,
        skips=["ketua"],
    ),
    Example(
        "a-zero-too-many-is-told-by-its-own-rule",
        """
        - {id: ketua, budget: [{name: Program A, amount: 50000000}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 500000000}]}
        """,
        skips=["ketua"],
    ),
    Example(
        "before-and-after-a-revision",
        """
        - {id: ketua, revision: {number: 1}, budget: [{name: Program A, amount: 100}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 101}]}
        """,
    ),
    Example(
        "activities-below-a-programme",
        """
        - {id: kepala, budget: [{name: Program A, amount: 100}]}
        - id: bidang
          supervisor: kepala
          budget:
          - {level: kegiatan, name: Kegiatan X, amount: 60}
          - {level: kegiatan, name: Kegiatan Y, amount: 40}
        """,
    ),
]

INVALID = [
    Example(
        "one-rupiah-too-many",
        """
        - {id: ketua, budget: [{name: Program A, amount: 100}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 61}]}
        - {id: hukum, supervisor: ketua, budget: [{name: Program A, amount: 40}]}
        """,
        finds=[Found("ketua:budget.1", 1)],
    ),
    Example(
        "told-once-where-the-unit-has-more-below-and-above",
        """
        - {id: ketua, budget: [{name: Program A, amount: 100}]}
        - {id: bagian, supervisor: ketua, budget: [{name: Program A, amount: 101}]}
        - {id: sub, supervisor: bagian, budget: [{name: Program A, amount: 100}]}
        """,
        finds=[Found("ketua:budget.1", 1)],
    ),
    Example(
        "activities-that-cost-more-than-all-programmes",
        """
        - {id: kepala, budget: [{name: Program A, amount: 60}, {name: Program B, amount: 40}]}
        - id: bidang
          supervisor: kepala
          budget:
          - {level: kegiatan, name: Kegiatan X, amount: 61}
          - {level: kegiatan, name: Kegiatan Y, amount: 40}
        """,
        finds=[Found("kepala", 1)],
    ),
]


def check(team: Team) -> Iterator[Finding | NotChecked]:
    ledger = team.whole.ledger
    pool = ledger.pools[team.unit.id]
    if not pool.sums:
        yield RULE.skip(of_unit(team.unit), pool.gap or messages.NO_BREAKDOWN)
    for each in pool.sums:
        if each.obstacle is not None:
            yield RULE.skip(of_unit(team.unit), each.obstacle)
        elif each.difference > 0 and ledger.suspects(each):
            yield RULE.skip(of_unit(team.unit), messages.AMOUNT_SUSPECT)
        elif each.difference > 0 and ledger.tells(each):
            parts = [part for part in each.parts if part.amount]
            one = len(each.shares) == 1
            sentence = {("programme", True): "one", ("whole", False): "whole", ("whole", True): "whole-of-one"}
            own = each.own[0]
            yield RULE.found(
                of_budget(team.unit, own.line) if len(each.own) == 1 else of_unit(team.unit),
                [quote_budget(entry.agreement, entry.line) for entry in (*each.own, *parts)],
                amount=each.difference,
                variant=sentence.get((each.kind, one)),
                key=(each.kind, each.difference),
                programme=own.line.name,
                shares=each.shares,
                total=each.total,
                own=each.wanted,
                unit=title_of(team.unit),
                part=title_of(parts[0].agreement),
                excess=each.difference,
            )
