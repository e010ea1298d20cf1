"""BUD007: an amount is below zero, has part of a rupiah, or would make a sum hold with a zero more or less."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.graph import Member
from pkcheck.ledger import Slip
from pkcheck.quoting import of_agreement, of_budget, quote_budget, title_of
from pkcheck.rollup import fraction_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="BUD007",
    name="amount-implausible",
    severity=Severity.WARNING,
    certainty=Certainty.JUDGEMENT,
    basis=("INF",),
    title=Text(id="Nilai anggaran tidak wajar", en="An amount is implausible"),
    message=Text(
        id="{name}: {printed:rp} pada PK {unit} tampaknya salah tulis. Dengan {correction:rp} jumlahnya cocok: {parts:rp+} = "
        "{total:rp}.",
        en="{name}: {printed:rp} in the agreement of {unit} seems to be miswritten. With {correction:rp} the sum holds: "
        "{parts:rp+} = {total:rp}.",
    ),
    variants={
        "either": Text(
            id="{name}: {printed:rp} pada PK {unit} atau {other_printed:rp} pada PK atasannya, {other_unit}, tampaknya salah "
            "tulis. Jumlahnya cocok dengan {correction:rp} pada PK {unit}, atau dengan {other_correction:rp} pada PK "
            "{other_unit}.",
            en="{name}: {printed:rp} in the agreement of {unit} or {other_printed:rp} in that of its superior, {other_unit}, "
            "seems to be miswritten. The sum holds with {correction:rp} in that of {unit}, or with {other_correction:rp} in "
            "that of {other_unit}.",
        ),
        "negative": Text(
            id="{name}: anggaran pada PK {unit} tertulis di bawah nol, {printed:rp}.",
            en="{name}: the budget in the agreement of {unit} is printed as less than nothing, {printed:rp}.",
        ),
        "fraction": Text(
            id='{name}: anggaran pada PK {unit} memuat pecahan rupiah, "{raw}".',
            en='{name}: the budget in the agreement of {unit} holds part of a rupiah, "{raw}".',
        ),
    },
    why=Text(
        id="Satu nilai yang salah tulis membuat anggaran atasan dan bawahan tampak tidak sama.",
        en="One miswritten amount makes the budgets of superior and subordinates seem to differ.",
    ),
    advice=Text(
        id="Cocokkan nilai itu dengan DIPA/DPA; bila memang salah tulis, perbaiki PK-nya.",
        en="Compare the amount with the budget document; if it is miswritten, correct the agreement.",
    ),
)

VALID = [
    Example(
        "sums-that-hold",
        """
        - {id: ketua, budget: [{name: Program A, raw: "Rp 9.441.375.000,-"}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, raw: "Rp 9.441.375.000,00"}]}
        - {id: hukum, supervisor: ketua, budget: [{name: Program A, raw: Rp -}]}
        """,
    ),
    Example(
        "a-difference-that-no-zero-explains",
        """
        - {id: ketua, budget: [{name: Program A, amount: 50000000}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 6000000}]}
        """,
    ),
    Example("an-amount-that-cannot-be-read", "- {id: a, budget: [{name: Program A, raw: Rp 1O.000.000}]}", skips=["a"]),
]

INVALID = [
    Example(
        "a-zero-is-lost-in-a-subordinates-amount",
        """
        - {id: ketua, budget: [{name: Program A, amount: 50000000}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 2000000}]}
        - {id: hukum, supervisor: ketua, budget: [{name: Program A, amount: 30000000}]}
        """,
        finds=[Found("humas:budget.1", 18_000_000)],
    ),
    Example(
        "a-zero-too-many-in-the-superiors-amount-which-two-sums-show",
        """
        - {id: ketua, budget: [{name: Program A, amount: 50000000}]}
        - {id: bagian, supervisor: ketua, budget: [{name: Program A, amount: 500000000}]}
        - {id: sub, supervisor: bagian, budget: [{name: Program A, amount: 50000000}]}
        """,
        finds=[Found("bagian:budget.1", 450_000_000)],
    ),
    Example(
        "either-of-two",
        """
        - {id: ketua, budget: [{name: Program A, amount: 50000000}]}
        - {id: humas, supervisor: ketua, budget: [{name: Program A, amount: 5000000}]}
        """,
        finds=[Found("humas:budget.1", 45_000_000)],
    ),
    Example("below-zero", "- {id: a, budget: [{name: Program A, raw: Rp -5.000.000}]}", finds=[Found("a:budget.1")]),
    Example(
        "part-of-a-rupiah",
        '- {id: a, budget: [{name: Program A, raw: "Rp 5.000.000,50"}]}',
        finds=[Found("a:budget.1")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    for line in agreement.budget:
        slip = member.whole.ledger.slip_in(line)
        if slip is not None:
            yield _miswritten(slip)
        elif line.amount is None and line.raw:
            yield RULE.skip(of_agreement(agreement), messages.AMOUNT_NOT_READ)
        elif line.amount is not None and (line.amount < 0 or fraction_of(line)):
            yield RULE.found(
                of_budget(agreement, line),
                [quote_budget(agreement, line)],
                variant="negative" if line.amount < 0 else "fraction",
                key=(line.amount,),
                name=line.name,
                unit=title_of(agreement),
                printed=line.amount,
                raw=line.raw,
            )


def _miswritten(slip: Slip) -> Finding:
    wrong, first = slip.entry, slip.sums[0]
    others = dict.fromkeys(each for total in slip.sums for each in total.entries if each is not wrong and each.amount)
    other = slip.instead or slip
    corrected = [slip.correction if each is wrong else each.amount for each in first.parts]
    return RULE.found(
        of_budget(wrong.agreement, wrong.line),
        [quote_budget(each.agreement, each.line) for each in (wrong, *others)],
        amount=abs(slip.correction - (wrong.amount or 0)),
        variant="either" if slip.instead else None,
        key=(slip.correction,),
        name=wrong.line.name,
        printed=wrong.amount,
        unit=title_of(wrong.agreement),
        correction=slip.correction,
        parts=[each for each in corrected if each],
        total=sum(each or 0 for each in corrected),
        other_printed=other.entry.amount,
        other_unit=title_of(other.entry.agreement),
        other_correction=other.correction,
    )
