"""PTY008: the label above a signature block is cut, such as "Kedua," for "Pihak Kedua,"."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.dating import pages_named
from pkcheck.graph import Member
from pkcheck.parties import PARTIES, blocks_of, is_cut, quote_mention, sides_of
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
    Example("the-house-writes-it-so", "{id: a, annex: {signatures: {second: {label: 'Kedua,', name: Ani}}}}"),
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


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    for side in sides_of(agreement):
        labelled = [(each, each.signature.label) for each in blocks_of(agreement, side) if each.signature.label]
        if not blocks_of(agreement, side):
            yield RULE.skip(of_party(agreement, side), messages.NO_SIGNATURES)
        wholes = [(each, _whole(label, side, member)) for each, label in labelled]
        cut = [(each, full) for each, full in wholes if full]
        if cut:
            yield RULE.found(
                of_party(agreement, side),
                [quote_mention(agreement, each.signature, each.signature.label) for each, _ in cut],
                key=(),
                party=PARTIES[side],
                pages=pages_named([each.page for each, _ in cut]),
                label=cut[0][0].signature.label,
                full=cut[0][1],
            )


def _whole(label: str, side: Side, member: Member) -> str | None:
    """The label that `label` is cut from, as it stands elsewhere in the agreement or else in the set."""
    if len(label.split()) > 1:
        return None
    blocks = (each for other in (member.agreement, *member.whole.agreements) for each in blocks_of(other, side))
    return next((each.signature.label for each in blocks if is_cut(label, each.signature.label or "")), None)
