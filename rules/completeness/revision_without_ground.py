"""STR008: a revised agreement names no ground, or not the agreement that it changes."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.findings import NotChecked
from pkcheck.graph import Member
from pkcheck.model import Revision
from pkcheck.quoting import of_agreement, quote_agreement
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text

RULE = Rule(
    code="STR008",
    name="revision-without-ground",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R18",),
    title=Text(id="PK Perubahan tanpa dasar atau tanpa PK asal", en="A revised agreement without ground or origin"),
    message=Text(
        id="PK Perubahan ini tidak menyebut dasar perubahannya (mutasi pejabat, perubahan strategi, atau perubahan prioritas).",
        en="This revised agreement names no ground (change of official, of strategy, or of priorities).",
    ),
    variants={
        "origin": Text(
            id="PK Perubahan ini tidak menyebut PK yang diubahnya.",
            en="This revised agreement does not name the agreement that it changes.",
        ),
        "both": Text(
            id="PK Perubahan ini tidak menyebut dasar perubahannya maupun PK yang diubahnya.",
            en="This revised agreement names neither its ground nor the agreement that it changes.",
        ),
        "itself": Text(
            id="Menurut rujukannya PK Perubahan ini mengubah dirinya sendiri, langsung atau melalui PK Perubahan lain.",
            en="By its reference this revised agreement changes itself, directly or by way of another revised agreement.",
        ),
    },
    why=Text(
        id="Perubahan target tanpa dasar yang sah tidak dapat dibedakan dari penyesuaian target terhadap capaian.",
        en="A target that changes without a valid ground cannot be told from one that was fitted to the result.",
    ),
    advice=Text(
        id="Cantumkan dasar perubahan dan rujukan kepada PK yang diubah (nomor atau tanggalnya).",
        en="State the ground, and refer to the agreement that is changed by its number or date.",
    ),
)
VALID = [
    Example("no-revision", "[{id: a}]"),
    Example("ground-and-origin", "[{id: a}, {id: b, revision: {of: a, number: 1, ground: mutasi}}]"),
    Example("the-origin-is-in-another-folder", "[{id: b, revision: {of: pk-awal, ground: strategi}}]"),
    Example("a-text-that-only-says-perubahan", "[{id: b, revision: {}}]", skips=["b"]),
    Example(
        "what-was-revised-again-is-not-judged",
        "[{id: a}, {id: b, revision: {of: a, number: 1}}, {id: c, revision: {of: b, number: 2, ground: prioritas}}]",
        skips=["a", "b"],
    ),
]
INVALID = [
    Example("no-ground", "[{id: a}, {id: b, revision: {of: a}}]", finds=[Found("b")]),
    Example("no-origin", "[{id: b, revision: {number: 1, ground: mutasi}}]", finds=[Found("b")]),
    Example("neither", "[{id: b, revision: {number: 2}}]", finds=[Found("b")]),
    Example("of-itself", "[{id: b, revision: {of: b, ground: mutasi}}]", finds=[Found("b")]),
    Example(
        "of-each-other",
        "[{id: b, revision: {of: c, ground: mutasi}}, {id: c, revision: {of: b, ground: mutasi}}]",
        finds=[Found("b"), Found("c")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement, revision = member.agreement, member.agreement.revision
    if revision is None:
        return
    if revision == Revision():
        yield RULE.skip(of_agreement(agreement), messages.REVISION_NOT_READ)
    elif agreement in (origins := list(member.whole.origins(agreement))):
        yield RULE.found(of_agreement(agreement), map(quote_agreement, origins[::-1]), variant="itself")
    elif revision.ground is None or revision.of is None:
        kind = "origin" if revision.ground else None if revision.of else "both"
        yield RULE.found(of_agreement(agreement), [quote_agreement(agreement)], variant=kind)
