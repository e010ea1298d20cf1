"""BUD005: a programme or activity stands twice in the budget of one agreement."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.graph import Member
from pkcheck.quoting import of_agreement, of_budget, quote_budget
from pkcheck.rollup import repeated
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="BUD005",
    name="duplicate-budget-line",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("R01",),
    title=Text(id="Baris anggaran tercantum lebih dari sekali", en="A budget line stands there more than once"),
    message=Text(
        id='"{name}" tercantum {times} kali dalam satu PK dengan nilai yang sama, {budget:rp}.',
        en='"{name}" stands {times} times in one agreement with the same amount, {budget:rp}.',
    ),
    variants={
        "amounts-differ": Text(
            id='"{name}" tercantum {times} kali dalam satu PK dengan nilai berbeda: {amounts:rp+}. Mungkin sumber dana atau '
            "lokasinya berbeda, mungkin nama salah satu baris keliru.",
            en='"{name}" stands {times} times in one agreement with different amounts: {amounts:rp+}. The source of funds or '
            "the place may differ, or one line may bear the wrong name.",
        )
    },
    why=Text(
        id="Anggaran dapat terhitung dua kali, atau sebuah program tertulis dengan nama program lain.",
        en="The budget may be counted twice, or a programme may bear another one's name.",
    ),
    advice=Text(
        id="Hapus baris yang terulang, perbaiki namanya, atau tulis apa yang membedakan baris-baris itu.",
        en="Remove the line that is repeated, correct its name, or print what sets the lines apart.",
    ),
)

VALID = [
    Example(
        "different-programmes", "- {id: a, budget: [{name: Program A, amount: 60}, {name: Program B, amount: 60}]}"
    ),
    Example(
        "the-same-activity-under-two-programmes",
        """
        - id: a
          budget:
          - {name: Program A, amount: 60}
          - {level: kegiatan, name: Koordinasi, amount: 60}
          - {name: Program B, amount: 60}
          - {level: kegiatan, name: Koordinasi, amount: 60}
        """,
    ),
    Example(
        "two-codes",
        """
        - id: a
          budget:
          - {code: "1.01.01", name: Program Penunjang, amount: 60}
          - {code: "1.02.01", name: Program Penunjang, amount: 60}
        """,
    ),
    Example(
        "an-amount-that-cannot-be-read",
        "- {id: a, budget: [{name: Program A, amount: 60}, {name: Program A, raw: Rp 6O}]}",
        skips=["a"],
    ),
    Example("the-reader-lost-it", "- {id: a, unread: [budget]}", skips=["a"]),
    Example("amounts-without-names", "- {id: a, budget: [{amount: 60}, {amount: 60}]}"),
]

INVALID = [
    Example(
        "printed-twice",
        """
        - id: a
          budget: [{name: Program A, amount: 60}, {name: Program B, amount: 40}, {name: PROGRAM  A, amount: 60}]
        """,
        finds=[Found("a:budget.3", 60)],
    ),
    Example(
        "with-another-amount",
        "- {id: a, budget: [{name: Program A, amount: 60}, {name: Program A, amount: 40}]}",
        finds=[Found("a:budget.2")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    if "budget" in agreement.unread:
        yield RULE.skip(of_agreement(agreement), messages.NOT_READ)
    for group in repeated(member.whole.ledger.entries(agreement)):
        if not group[0].line.name:
            continue
        amounts = [each.amount for each in group]
        if None in amounts:
            yield RULE.skip(of_agreement(agreement), messages.AMOUNT_NOT_READ)
            continue
        same = len(set(amounts)) == 1
        yield RULE.found(
            of_budget(agreement, group[-1].line),
            [quote_budget(agreement, each.line, mark=each.line.name) for each in reversed(group)],
            amount=amounts[0] if same else None,
            certainty=None if same else Certainty.JUDGEMENT,
            variant=None if same else "amounts-differ",
            key=(),
            name=group[0].line.name,
            times=len(group),
            budget=amounts[0],
            amounts=amounts,
        )
