"""BUD004: the lines of a budget do not add up to the total or to the programme that they are printed under."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.graph import Member
from pkcheck.quoting import of_agreement, of_budget, quote_budget
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="BUD004",
    name="lines-differ-from-total",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R01",),
    title=Text(id="Rincian anggaran tidak sama dengan jumlahnya", en="The lines of a budget do not add up"),
    message=Text(
        id="{head}: rinciannya {shares:rp+} = {total:rp}, sedangkan yang tertulis {own:rp}; selisih {difference:rp}.",
        en="{head}: its lines {shares:rp+} = {total:rp}, while {own:rp} is printed; a difference of {difference:rp}.",
    ),
    why=Text(
        id="Satu PK memuat dua nilai anggaran yang berbeda; tidak jelas mana yang dijanjikan.",
        en="One agreement holds two different budgets; it is not clear which one is promised.",
    ),
    advice=Text(
        id="Jumlahkan kembali rinciannya, cocokkan dengan DIPA/DPA, lalu perbaiki baris atau jumlah yang keliru.",
        en="Add the lines up again, compare with the budget document, and correct the line or the total.",
    ),
)

VALID = [
    Example("no-total-is-printed", "- {id: a, budget: [{name: Program A, amount: 60}, {name: Program B, amount: 40}]}"),
    Example(
        "lines-levels-and-total",
        """
        - id: a
          budget:
          - {name: Program A, amount: 60}
          - {level: kegiatan, name: Kegiatan A1, amount: 45}
          - {level: sub_kegiatan, name: Sub Kegiatan A1a, amount: 45}
          - {level: kegiatan, name: Kegiatan A2, amount: 15}
          - {name: Program B, amount: 40}
          - {level: total, name: Jumlah, amount: 100}
        """,
    ),
    Example(
        "totals-in-between-and-a-programme-without-an-amount-of-its-own",
        """
        - id: a
          budget:
          - {name: Program A}
          - {level: kegiatan, name: Kegiatan A1, amount: 45}
          - {level: kegiatan, name: Kegiatan A2, amount: 15}
          - {level: total, name: Jumlah, amount: 60}
          - {name: Program B, raw: Rp -}
          - {level: kegiatan, name: Kegiatan B1, raw: Rp -}
          - {level: total, name: Jumlah, amount: 0}
          - {level: total, name: Total, amount: 60}
        """,
    ),
    Example(
        "a-line-that-cannot-be-read",
        """
        - id: a
          budget: [{name: Program A, raw: "6 O"}, {name: Program B, amount: 40}, {level: total, name: Jumlah, amount: 100}]
        """,
        skips=["a"],
    ),
    Example("the-reader-lost-it", "- {id: a, unread: [budget]}", skips=["a"]),
    Example(
        "a-lost-zero-is-told-by-its-own-rule",
        """
        - id: a
          budget:
          - {name: Program A, amount: 6000000}
          - {name: Program B, amount: 40000000}
          - {level: total, name: Jumlah, amount: 100000000}
        """,
        skips=["a"],
    ),
    Example(
        "two-tables",
        """
        - id: a
          budget:
          - {name: Program A, amount: 60}
          - {name: Program B, amount: 40}
          - {level: kegiatan, name: Kegiatan A1, amount: 60}
          - {level: kegiatan, name: Kegiatan B1, amount: 40}
        """,
    ),
    Example(
        "activities-not-marked-as-such-that-add-up-to-their-programme",
        """
        - id: a
          budget:
          - {name: Program A, amount: 60}
          - {name: Penataan Pedagang, amount: 45}
          - {name: Pembinaan Pedagang, amount: 15}
          - {name: Program B, amount: 40}
          - {level: total, name: Jumlah, amount: 100}
        """,
    ),
]

INVALID = [
    Example(
        "a-total-one-too-high",
        """
        - id: a
          budget: [{name: Program A, amount: 60}, {name: Program B, amount: 40}, {level: total, name: Jumlah, amount: 101}]
        """,
        finds=[Found("a:budget.3", 1)],
    ),
    Example(
        "activities-above-their-programme",
        """
        - id: a
          budget:
          - {name: Program A, amount: 60}
          - {level: kegiatan, name: Kegiatan A1, amount: 46}
          - {level: kegiatan, name: Kegiatan A2, amount: 15}
          - {name: Program B, amount: 40}
          - {level: total, name: Jumlah, amount: 100}
        """,
        finds=[Found("a:budget.1", 1)],
    ),
    Example(
        "a-line-that-breaks-two-sums-is-told-once",
        """
        - id: a
          budget:
          - {name: Program A, amount: 61}
          - {level: kegiatan, name: Kegiatan A1, amount: 45}
          - {level: kegiatan, name: Kegiatan A2, amount: 15}
          - {name: Program B, amount: 40}
          - {level: total, name: Jumlah, amount: 100}
        """,
        finds=[Found("a:budget.5", 1)],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement, ledger = member.agreement, member.whole.ledger
    if "budget" in agreement.unread:
        yield RULE.skip(of_agreement(agreement), messages.NOT_READ)
    for each in ledger.within[agreement.id]:
        if each.obstacle is not None:
            yield RULE.skip(of_agreement(agreement), each.obstacle)
        elif each.difference and ledger.suspects(each):
            yield RULE.skip(of_agreement(agreement), messages.AMOUNT_SUSPECT)
        elif ledger.tells(each):
            yield RULE.found(
                of_budget(agreement, each.own[0].line),
                [quote_budget(agreement, entry.line) for entry in each.entries],
                amount=abs(each.difference),
                key=(each.kind, each.difference),
                head=each.own[0].line.name,
                shares=[entry.amount for entry in each.parts],
                total=each.total,
                own=each.wanted,
                difference=abs(each.difference),
            )
