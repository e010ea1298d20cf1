"""STR001: the numbers of an annex's objectives have a gap, a repetition or a wrong order."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pkcheck import messages
from pkcheck.findings import NotChecked
from pkcheck.graph import Member
from pkcheck.numbering import Fault, faults_of
from pkcheck.quoting import of_agreement, quote_objective
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text

RULE = Rule(
    code="STR001",
    name="numbering-broken",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("INF",),
    title=Text(id="Nomor sasaran tidak berurutan", en="The objectives are not numbered through"),
    message=Text(
        id="Penomoran sasaran terputus: nomor {missing:list} tidak ada.",
        en="The numbering of the objectives has a gap: number {missing:list} is missing.",
    ),
    variants={
        "repeated": Text(
            id="Nomor sasaran {repeated:list} dipakai lebih dari satu kali untuk sasaran yang berbeda.",
            en="Number {repeated:list} is used more than once, for different objectives.",
        ),
        "both": Text(
            id="Nomor sasaran {repeated:list} dipakai lebih dari satu kali, sedangkan nomor {missing:list} tidak ada.",
            en="Number {repeated:list} is used more than once, while number {missing:list} is missing.",
        ),
        "order": Text(
            id="Nomor sasaran lengkap, tetapi urutannya tidak menaik.",
            en="All numbers are there, but not in ascending order.",
        ),
    },
    why=Text(
        id="Baris yang hilang atau nomor yang berulang membuat sasaran tidak dapat dirujuk dengan pasti, dan dapat "
        "berarti satu sasaran terhapus dari lampiran.",
        en="Where a row is lost or a number repeated, an objective cannot be referred to for certain; one may have been "
        "dropped from the annex.",
    ),
    advice=Text(
        id="Cocokkan lampiran dengan naskah aslinya: kembalikan baris yang terhapus, atau perbaiki nomornya.",
        en="Compare the annex with the original: restore the row that was dropped, or correct the number.",
    ),
)
VALID = [
    Example("numbered-through", "[{id: a, objectives: [{no: 1, text: X}, {no: 2, text: Y}, {no: 3, text: Z}]}]"),
    Example("no-numbers-at-all", "[{id: a, objectives: [{text: X}, {text: Y}]}]"),
    Example(
        "a-section-starts-again",
        """
- {id: a, objectives: [{no: 1, group: A, text: X}, {no: 2, group: A, text: Y}, {no: 1, group: B, text: Z}]}
""",
    ),
    Example(
        "a-heading-has-a-number-of-its-own",
        """
- id: a
  objectives:
  - {no: 1, text: Tujuan pertama}
  - {no: 1, text: X, indicators: [{text: I}]}
  - {no: 2, text: Y, indicators: [{text: J}]}
  - {no: 2, text: Tujuan kedua}
  - {no: 3, text: Z, indicators: [{text: K}]}
""",
    ),
    Example(
        "a-merged-cell-told-twice",
        "[{id: a, objectives: [{no: 1, text: X}, {no: 2, text: Y}, {no: 2, text: Y}, {no: 3, text: Z}]}]",
    ),
    Example("a-statement-alone", "[{id: a, statement: {date: 2024-01-02}}]", skips=["a"]),
    Example(
        "the-first-page-is-not-at-hand", "[{id: a, objectives: [{no: 4, text: X}, {no: 5, text: Y}]}]", skips=["a"]
    ),
]
INVALID = [
    Example("two-is-missing", "[{id: a, objectives: [{no: 1, text: X}, {no: 3, text: Z}]}]", finds=[Found("a")]),
    Example(
        "one-is-missing",
        "[{id: a, objectives: [{no: 2, text: X}, {no: 3, text: Z}], statement: {date: 2024-01-02}}]",
        finds=[Found("a")],
    ),
    Example(
        "two-is-there-twice",
        "[{id: a, objectives: [{no: 1, text: X}, {no: 2, text: Y}, {no: 2, text: Z}, {no: 3, text: W}]}]",
        finds=[Found("a")],
    ),
    Example(
        "two-stands-for-three",
        "[{id: a, objectives: [{no: 1, text: X}, {no: 2, text: Y}, {no: 2, text: Z}, {no: 4, text: W}]}]",
        finds=[Found("a")],
    ),
    Example(
        "out-of-order",
        "[{id: a, objectives: [{no: 1, text: X}, {no: 3, text: Y}, {no: 2, text: Z}, {no: 4, text: W}]}]",
        finds=[Found("a")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    faults = faults_of(agreement)
    if not agreement.objectives and agreement.statement is not None:
        yield RULE.skip(of_agreement(agreement), messages.NO_ANNEX)
    elif faults and agreement.statement is None and _begins_late(faults[0]):
        yield RULE.skip(of_agreement(agreement), messages.NOT_READ)
    elif faults:
        missing = [number for fault in faults for number in fault.missing]
        repeated = [number for fault in faults for number in fault.repeated]
        kind = "both" if missing and repeated else "repeated" if repeated else None if missing else "order"
        places = [quote_objective(row) for fault in faults for row in fault.rows]
        yield RULE.found(
            of_agreement(agreement), places, variant=kind, missing=_spans(missing), repeated=_spans(repeated)
        )


def _begins_late(fault: Fault) -> bool:
    """Whether the first rows are missing, as they are when the first page is."""
    return 1 in fault.missing


def _spans(numbers: Sequence[int]) -> list[str]:
    """Numbers as people list them: 2, 5-9."""
    spans = []
    for _, group in groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        run = [number for _, number in group]
        spans.append(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}")
    return spans
