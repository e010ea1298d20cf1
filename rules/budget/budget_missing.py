"""BUD006: an agreement has no budget, or a line of it no amount. A printed dash is an amount: nil."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.graph import Member
from pkcheck.model import Agreement
from pkcheck.positions import is_functional
from pkcheck.quoting import of_agreement, of_budget, quote_agreement, quote_budget, title_of
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
        "below": Text(
            id="PK ini tidak memuat anggaran; anggaran hanya tercantum pada PK atasannya, {superior}.",
            en="This agreement holds no budget; only that of its superior, {superior}, does.",
        ),
        "all_below": Text(
            id="{count} PK di instansi ini tidak memuat anggaran; anggaran hanya tercantum pada PK atasannya.",
            en="{count} agreements of this institution hold no budget; only those of their superiors do.",
        ),
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
    Example(
        "a-functional-official-manages-none",
        "- {id: a, first_party: {name: Ani, position: Auditor Ahli Muda}, objectives: [{no: 1, text: Sasaran}]}",
        skips=["a"],
    ),
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
        "only-those-above-have-one",
        """
        - {id: kadis, objectives: [{no: 1, text: Sasaran}], budget: [{name: Program A, amount: 10}]}
        - {id: seksi, supervisor: kadis, objectives: [{no: 1, text: Sasaran}]}
        - {id: loket, supervisor: kadis, objectives: [{no: 1, text: Sasaran}]}
        - {id: petugas, supervisor: loket, objectives: [{no: 1, text: Sasaran}]}
        """,
        finds=[Found("seksi")],
    ),
    Example(
        "others-at-its-level-have-one",
        """
        - {id: kadis, objectives: [{no: 1, text: Sasaran}], budget: [{name: Program A, amount: 10}]}
        - {id: seksi, supervisor: kadis, objectives: [{no: 1, text: Sasaran}]}
        - {id: loket, supervisor: kadis, objectives: [{no: 1, text: Sasaran}], budget: [{name: Program A, amount: 10}]}
        """,
        finds=[Found("seksi")],
    ),
    Example(
        "one-below-has-none",
        """
        - {id: kadis, objectives: [{no: 1, text: Sasaran}], budget: [{name: Program A, amount: 10}]}
        - {id: seksi, supervisor: kadis, objectives: [{no: 1, text: Sasaran}]}
        """,
        finds=[Found("seksi")],
    ),
    Example(
        "a-unit-between-two-that-have-one",
        """
        - {id: kadis, objectives: [{no: 1, text: Sasaran}], budget: [{name: Program A, amount: 10}]}
        - {id: bidang, supervisor: kadis, objectives: [{no: 1, text: Sasaran}]}
        - {id: seksi, supervisor: bidang, objectives: [{no: 1, text: Sasaran}], budget: [{name: Program A, amount: 10}]}
        """,
        finds=[Found("bidang")],
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
    elif not lines and _is_functional(agreement):
        yield RULE.skip(of_agreement(agreement), messages.NO_BUDGET_OF_ITS_OWN)
    elif _only_above(member, agreement):
        yield from _of_those_below(member)
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


def _is_functional(agreement: Agreement) -> bool:
    party = agreement.first_party
    return bool(party and party.position and is_functional(party.position))


def _only_above(member: Member, agreement: Agreement) -> bool:
    """Whether only those above an agreement have a budget, nobody beneath it or at its level: the money may be kept there."""
    whole = member.whole
    if agreement.budget or not any(each.budget for each in whole.above(agreement)):
        return False
    levels = whole.once((_only_above, member.agency[0].id), lambda: _levels_with_a_budget(member))
    return whole.depth(agreement) not in levels and all(map(_has_none, whole.branch(agreement)))


def _levels_with_a_budget(member: Member) -> set[int]:
    """The levels of the institution on which somebody has a budget, or may have one that was not read."""
    return {member.whole.depth(each) for each in member.agency if not _has_none(each)}


def _has_none(agreement: Agreement) -> bool:
    return not agreement.budget and "budget" not in agreement.unread


def _alike(member: Member) -> list[Agreement]:
    return [each for each in member.agency if _only_above(member, each) and not _is_functional(each)]


def _of_those_below(member: Member) -> Iterator[Finding]:
    """A house style is told once, at the first agreement that has it."""
    alike = member.whole.once((_of_those_below, member.agency[0].id), lambda: _alike(member))
    if alike[0] is member.agreement:
        yield RULE.found(
            of_agreement(member.agreement),
            [quote_agreement(each) for each in alike],
            certainty=Certainty.JUDGEMENT,
            variant="all_below" if len(alike) > 1 else "below",
            key=(),
            count=len(alike),
            superior=title_of(next(each for each in member.whole.above(member.agreement) if each.budget)),
        )
