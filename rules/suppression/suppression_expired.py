"""SUP002: findings were to be silenced until a day that has passed."""

from collections.abc import Iterator

from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text
from pkcheck.suppression import Suppressions

RULE = Rule(
    code="SUP002",
    name="suppression-expired",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=(),
    title=Text(id="Waktu mendiamkan temuan sudah lewat", en="The time of silencing findings is over"),
    message=Text(
        id='Permintaan mendiamkan temuan {what} berlaku sampai {until:date} dan sudah lewat. Alasannya waktu itu: "{reason}".',
        en='The request to silence findings {what} held until {until:date}, and that is over. Its reason was: "{reason}".',
    ),
    why=Text(
        id="Yang dahulu dapat diterima untuk sementara belum tentu dapat diterima sekarang; temuannya ditampilkan lagi.",
        en="What could be put up with for a time may not be so now; its findings are shown again.",
    ),
    advice=Text(
        id="Selesaikan temuannya; atau, bila alasannya masih berlaku, tetapkan `until` yang baru; atau hapus permintaan itu.",
        en="Settle the findings; or, if the reason still holds, set a new `until`; or take the request away.",
    ),
)
VALID = [
    Example("no-last-day", "[{id: a, pkcheck: {ignore: [{code: BUD006, reason: Anggaran ada di DIPA induk}]}}]"),
    Example(
        "a-last-day-to-come",
        "[{id: a, pkcheck: {ignore: [{code: BUD006, reason: Anggaran menyusul, until: 9999-12-31}]}}]",
    ),
    Example("without-reason-it-never-held", "[{id: a, pkcheck: {ignore: [{code: BUD006, until: 2001-12-31}]}}]"),
]
INVALID = [
    Example(
        "a-last-day-gone-by",
        "[{id: a, pkcheck: {ignore: [{code: BUD006, reason: Anggaran menyusul, until: 2001-12-31}]}}]",
        finds=[Found("a")],
    ),
    Example(
        "on-a-party",
        """
- id: a
  second_party: {name: Budi, pkcheck: {ignore: [{code: PTY006, reason: Mutasi, until: 2001-12-31, by: Sri}]}}
""",
        finds=[Found("a:second")],
    ),
]


def check(suppressions: Suppressions) -> Iterator[Finding]:
    for each in suppressions.in_state("expired"):
        yield RULE.found(
            each.at, [each.place], key=(*each.key, each.until), what=each.what, until=each.until, reason=each.reason
        )
