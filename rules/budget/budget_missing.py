"""BUD006: an agreement has no budget, or a line of it no amount. A printed dash is an amount: nil."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.graph import Member
from pkcheck.quoting import of_agreement, of_budget, quote_agreement, quote_budget
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="BUD006",
    name="budget-missing",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("R24",),
    title=Text(id="Anggaran tidak dicantumkan", en="The budget is missing"),
    message=Text(
        id="Lampiran PK ini tidak memuat anggaran satu pun program atau kegiatan.",
        en="The annex of this agreement holds no budget of any programme or activity.",
    ),
    variants={
        "line": Text(
            id='Anggaran "{name}" tidak ditulis; bila nihil, tulis tanda "-".',
            en='No amount is written for "{name}"; where it is nil, a dash should say so.',
        ),
    },
    why=Text(
        id="Kinerja yang dijanjikan tidak dapat dibandingkan dengan sumber daya yang disediakan untuknya.",
        en="What is promised cannot be compared with the means that are provided for it.",
    ),
    advice=Text(
        id="Cantumkan program atau kegiatan beserta anggarannya menurut DIPA/DPA.",
        en="Add the programmes or activities with their budgets from the budget document.",
    ),
)

VALID = [
    Example(
        "a-dash-is-nil",
        """
        - {id: a, objectives: [{no: 1, text: Sasaran}], budget: [{name: Program A, raw: Rp -}, {name: Program B, raw: "-"}]}
        """,
    ),
    Example(
        "a-heading-above-activities-with-amounts",
        """
        - id: a
          budget: [{name: Program A}, {level: kegiatan, name: Kegiatan A1, amount: 10}]
        """,
    ),
    Example("an-amount-that-cannot-be-read", "- {id: a, budget: [{name: Program A, raw: Rp 1O}]}"),
    Example("only-a-total", "- {id: a, budget: [{level: total, name: Jumlah, amount: 10}]}"),
    Example("the-annex-is-not-at-hand", "- {id: a, statement: {date: 2024-01-10}}"),
    Example("the-reader-lost-it", "- {id: a, objectives: [{no: 1, text: Sasaran}], unread: [budget]}"),
]

INVALID = [
    Example(
        "no-table",
        "- {id: a, objectives: [{no: 1, text: Sasaran}]}",
        finds=[Found("a")],
    ),
    Example(
        "names-without-amounts",
        "- {id: a, budget: [{name: Program A}, {name: Program B}]}",
        finds=[Found("a")],
    ),
    Example(
        "one-line-without-amount",
        "- {id: a, budget: [{name: Program A, amount: 10}, {name: Program B}]}",
        finds=[Found("a:budget.2")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    lines = member.whole.ledger.entries(agreement)
    if "budget" in agreement.unread:
        yield RULE.skip(of_agreement(agreement), messages.NOT_READ)
    elif agreement.annex is None and not agreement.objectives and not agreement.budget:
        yield RULE.skip(of_agreement(agreement), messages.NO_ANNEX)
    elif all(each.amount is None and not each.raw for each in agreement.budget):
        places = [quote_budget(agreement, each.line) for each in lines] or [quote_agreement(agreement)]
        yield RULE.found(of_agreement(agreement), places, key=())
    else:
        for each in lines:
            if each.line.raw and each.amount is None:
                yield RULE.skip(of_agreement(agreement), messages.AMOUNT_NOT_READ)
            elif each.blank:
                yield RULE.found(
                    of_budget(agreement, each.line),
                    [quote_budget(agreement, each.line)],
                    variant="line",
                    key=(),
                    name=each.line.name,
                )
