"""SUP001: findings are to be silenced, and nobody says why."""

from collections.abc import Iterator

from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text
from pkcheck.suppression import Suppressions

RULE = Rule(
    code="SUP001",
    name="suppression-without-reason",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=(),
    title=Text(id="Temuan hendak didiamkan tanpa alasan", en="Findings are to be silenced without a reason"),
    message=Text(
        id="Permintaan mendiamkan temuan {what} tidak menyebut alasan, jadi tidak berlaku.",
        en="The request to silence findings {what} gives no reason, so it does not hold.",
    ),
    why=Text(
        id="Temuan yang hilang dari laporan tanpa alasan tidak dapat dipertanggungjawabkan kepada pembacanya.",
        en="A finding that is left out of a report without a reason cannot be accounted for to its reader.",
    ),
    advice=Text(
        id="Tulis alasannya pada `reason`, dan bila ada batasnya hari terakhirnya pada `until`; atau hapus permintaan itu.",
        en="Write the reason as `reason` and, if there is a limit, the last day as `until`; or take the request away.",
    ),
)
VALID = [
    Example("nothing-silenced", "[{id: a, kind: sole}]"),
    Example(
        "with-a-reason",
        """
- id: a
  objectives:
  - no: 1
    text: X
    indicators:
    - {text: I, pkcheck: {ignore: [{code: TGT001, reason: Target ditetapkan dalam adendum}]}}
""",
    ),
]
INVALID = [
    Example("no-reason", "[{id: a, pkcheck: {ignore: [{code: BUD006}]}}]", finds=[Found("a")]),
    Example(
        "a-dash-is-no-reason",
        "[{id: a, budget: [{name: Program A, amount: 1, pkcheck: {ignore: [{code: BUD005, reason: '-'}]}}]}]",
        finds=[Found("a:budget.1")],
    ),
    Example(
        "said-on-a-page-and-on-its-signature",
        """
- id: a
  annex:
    pkcheck: {ignore: [{code: DAT005, reason: ''}]}
    signatures: {first: {name: Sri, pkcheck: {ignore: [{code: PTY002}]}}}
""",
        finds=[Found("a"), Found("a:first")],
    ),
]


def check(suppressions: Suppressions) -> Iterator[Finding]:
    for each in suppressions.in_state("without_reason"):
        yield RULE.found(each.at, [each.place], key=each.key, what=each.what)
