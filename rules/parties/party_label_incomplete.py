"""PTY008: the label above a signature block is cut, such as "Kedua," for "Pihak Kedua,"."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.dating import pages_named
from pkcheck.graph import AgreementSet
from pkcheck.parties import PARTIES, SIDES, blocks_of, is_cut, quote_mention, sides_of
from pkcheck.quoting import Side, of_party
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="PTY008",
    name="party-label-incomplete",
    severity=Severity.INFO,
    certainty=Certainty.DEFINITE,
    basis=("R09", "INF"),
    looks_at="party",
    title=Text(id="Sebutan pihak di atas blok tanda tangan terpotong", en="The label above a signature block is cut"),
    message=Text(
        id='Di atas blok tanda tangan {party} di {pages} tertulis "{label}", sedangkan di tempat lain "{full}".',
        en='The signature block of {party} on {pages} is headed "{label}", elsewhere "{full}".',
    ),
    why=Text(
        id="Sebutan pihak yang tidak lengkap mengurangi kerapian PK; isinya tidak berubah.",
        en="An incomplete label makes the agreement untidy; what it says is not changed.",
    ),
    advice=Text(
        id="Cocokkan dengan dokumen aslinya (teks hasil pindaian dapat terpotong), lalu lengkapi sebutannya.",
        en="Compare with the original (text from a scan may be cut), then complete the label.",
    ),
)
_FULL = "statement: {signatures: {second: {label: 'Pihak Kedua,', name: Ani}}}"
VALID = [
    Example("complete", f"{{id: a, {_FULL}, annex: {{signatures: {{second: {{label: PIHAK KEDUA, name: Ani}}}}}}}}"),
    Example(
        "the-house-writes-it-so",
        "{id: a, annex: {signatures: {second: {label: 'Kedua,', name: Ani}}}}",
        skips=["a:first"],
    ),
    Example(
        "another-label", f"{{id: a, {_FULL}, annex: {{signatures: {{second: {{label: 'Menyetujui,', name: Ani}}}}}}}}"
    ),
]
INVALID = [
    Example(
        "without-pihak",
        f"{{id: a, {_FULL}, annex: {{signatures: {{second: {{label: 'Kedua,', name: Ani}}}}}}}}",
        finds=[Found("a:second")],
    ),
]


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    labels = {side: _labels(whole, side) for side in SIDES}
    for agreement in whole.agreements:
        for side in sides_of(agreement):
            blocks = blocks_of(agreement, side)
            if not blocks:
                yield RULE.skip(of_party(agreement, side), messages.NO_SIGNATURES)
            cut = [(each, full) for each in blocks for full in labels[side] if is_cut(each.signature.label or "", full)]
            if cut:
                (first, full), places = cut[0], list(dict.fromkeys(each for each, _ in cut))
                yield RULE.found(
                    of_party(agreement, side),
                    [quote_mention(agreement, each.signature, each.signature.label) for each in places],
                    key=(),
                    party=PARTIES[side],
                    pages=pages_named([each.page for each in places]),
                    label=first.signature.label,
                    full=full,
                )


def _labels(whole: AgreementSet, side: Side) -> list[str]:
    """Every label that the set has above the blocks of one party."""
    blocks = (block for agreement in whole.agreements for block in blocks_of(agreement, side))
    return list(dict.fromkeys(block.signature.label for block in blocks if block.signature.label))
