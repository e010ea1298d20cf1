"""DAT006: a date that is no day of the calendar."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.dating import Leaf, leaves_of, pages_named
from pkcheck.graph import Member
from pkcheck.quoting import of_agreement, quote_date
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="DAT006",
    name="date-impossible",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R06",),
    title=Text(id="Tanggal yang tidak ada dalam kalender", en="A date that is not in the calendar"),
    message=Text(
        id='Tanggal {pages} tertulis "{written}": tanggal itu tidak ada dalam kalender.',
        en='The date of {pages} reads "{written}": there is no such day.',
    ),
    variants={
        "unknown_month": Text(
            id='Tanggal {pages} tertulis "{written}": nama atau nomor bulannya tidak dikenal.',
            en='The date of {pages} reads "{written}": there is no month of that name or number.',
        ),
    },
    why=Text(
        id="Tanpa tanggal yang sah tidak dapat dipastikan kapan PK ini ditandatangani.",
        en="Without a valid date nobody can tell when the agreement was signed.",
    ),
    advice=Text(
        id="Cocokkan dengan dokumen aslinya; bila di sana juga demikian, perbaiki dan tanda tangani ulang lembar itu.",
        en="Compare with the original; if it reads so there too, correct it and have that page signed again.",
    ),
)
VALID = [
    Example("a-leap-day", "{id: a, statement: {raw: 'Bandung, 29 Februari 2024'}, annex: {date: 2024-02-29}}"),
    Example(
        "another-spelling", "{id: a, statement: {raw: 'Bandung, 1 Pebruari 2024'}, annex: {raw: '1 Nopember 2024'}}"
    ),
    Example("incomplete-is-not-impossible", "{id: a, statement: {raw: 'Bandung, Februari 2024'}}"),
    Example("not-a-date-at-all", "{id: a, statement: {date: segera}}", skips=["a"]),
]
INVALID = [
    Example("no-leap-year", "{id: a, statement: {raw: 'Bandung, 29 Februari 2023'}}", finds=[Found("a")]),
    Example(
        "the-same-on-both-pages-told-once",
        "{id: a, statement: {raw: 'Bandung, 31 Februari 2024'}, annex: {raw: 'Bandung, 31 Februari 2024'}}",
        finds=[Found("a")],
    ),
    Example("no-such-month", "{id: a, statement: {date: 2024-13-01}}", finds=[Found("a")]),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    faults: dict[tuple[str, str], list[Leaf]] = {}
    for leaf in leaves_of(agreement):
        written = leaf.written
        if written and written.problem in ("no_such_day", "unknown_month"):
            faults.setdefault((written.problem, " ".join(written.raw.split())), []).append(leaf)
        elif leaf.date is None and written is None:
            yield RULE.skip(of_agreement(agreement), messages.DATE_NOT_READ)
    for (problem, text), leaves in faults.items():
        yield RULE.found(
            of_agreement(agreement),
            [quote_date(agreement, leaf.page) for leaf in leaves],
            variant=problem if problem == "unknown_month" else None,
            key=(text,),
            pages=pages_named([leaf.name for leaf in leaves]),
            written=text,
        )
