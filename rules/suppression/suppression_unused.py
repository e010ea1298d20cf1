"""SUP003: findings are to be silenced that there are none of."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.quoting import of_agreement
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text
from pkcheck.suppression import Suppressions

RULE = Rule(
    code="SUP003",
    name="suppression-unused",
    severity=Severity.INFO,
    certainty=Certainty.DEFINITE,
    basis=(),
    title=Text(id="Tidak ada temuan yang didiamkan", en="There is no finding to be silenced"),
    message=Text(
        id="Permintaan mendiamkan temuan {what} tidak cocok dengan temuan mana pun dalam pemeriksaan ini.",
        en="The request to silence findings {what} fits no finding of this check.",
    ),
    variants={
        "unknown": Text(
            id="Permintaan mendiamkan temuan {what} tidak berlaku: tidak ada aturan dengan kode itu. "
            "Kode terdekat: {nearest}.",
            en="The request to silence findings {what} does not hold: no rule has that code. The nearest is {nearest}.",
        ),
    },
    why=Text(
        id="Permintaan yang tertinggal dapat kelak mendiamkan temuan lain yang tidak dimaksud.",
        en="A request that is left behind may one day silence another finding that was not meant.",
    ),
    advice=Text(
        id="Hapus permintaan itu bila temuannya sudah selesai; selain itu periksa kode dan letaknya.",
        en="Take the request away if its finding is settled; otherwise check its code and its place.",
    ),
)
VALID = [
    Example("it-silences-a-finding", "[{id: a, pkcheck: {ignore: [{code: BUD006, reason: Anggaran di DIPA induk}]}}]"),
    Example(
        "a-finding-below-it",
        """
- id: a
  pkcheck: {ignore: [{code: TGT001, reason: Target ditetapkan dalam adendum}]}
  objectives: [{no: 1, text: X, indicators: [{text: Jumlah dokumen}]}]
""",
    ),
    Example(
        "its-rule-did-not-run",
        "[{id: a, pkcheck: {ignore: [{code: REF001, reason: Pagu direvisi}]}}]",
        skips=["a"],
    ),
    Example("what-does-not-hold-is-told-elsewhere", "[{id: a, pkcheck: {ignore: [{code: BUD001}]}}]"),
]
INVALID = [
    Example(
        "nothing-to-silence",
        """
- id: a
  budget: [{name: Program A, amount: 100}]
  pkcheck: {ignore: [{code: BUD006, reason: Anggaran di DIPA induk}]}
""",
        finds=[Found("a")],
    ),
    Example(
        "the-finding-is-elsewhere",
        """
- id: a
  objectives:
  - {no: 1, text: X, indicators: [{text: Jumlah dokumen}]}
  - no: 2
    text: Y
    indicators: [{text: Jumlah orang, target: 1 orang}]
    pkcheck: {ignore: [{code: TGT001, reason: Target ditetapkan dalam adendum}]}
""",
        finds=[Found("a:2")],
    ),
    Example(
        "no-such-code",
        "[{id: a, pkcheck: {ignore: [{code: BUD06, reason: Anggaran di DIPA induk}]}}]",
        finds=[Found("a")],
    ),
]


def check(suppressions: Suppressions) -> Iterator[Finding | NotChecked]:
    for each in suppressions.in_state("unused"):
        yield RULE.found(each.at, [each.place], key=each.key, what=each.what)
    for each in suppressions.in_state("unknown"):
        yield RULE.found(
            each.at,
            [each.place],
            variant="unknown",
            severity=Severity.WARNING,
            key=each.key,
            what=each.what,
            nearest=suppressions.nearest(each.what),
        )
    for each in suppressions.in_state("open"):
        yield RULE.skip(of_agreement(suppressions.whole.by_id[each.at.agreement]), messages.NOT_RUN_HERE)
