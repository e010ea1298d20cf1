"""DAT002: statement and annex of one agreement bear different dates."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.dating import FiscalWindow, leaves_of
from pkcheck.graph import Member
from pkcheck.quoting import of_agreement, quote_date
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="DAT002",
    name="annex-date-differs",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("R05",),
    title=Text(
        id="Tanggal lampiran berbeda dari tanggal pernyataan", en="The annex is dated otherwise than the statement"
    ),
    message=Text(
        id="Lampiran bertanggal {annex:date}, sedangkan pernyataannya bertanggal {statement:date}.",
        en="The annex is dated {annex:date}, whereas its statement is dated {statement:date}.",
    ),
    why=Text(
        id="Lampiran adalah bagian yang tidak terpisahkan dari PK; dua tanggal membuat saat penandatanganannya tidak pasti.",
        en="The annex is an inseparable part of the agreement; two dates leave open when it was signed.",
    ),
    advice=Text(
        id="Tetapkan tanggal yang benar dari dokumen aslinya, lalu samakan kedua lembar.",
        en="Establish the right date from the original, then make both pages agree.",
    ),
)
VALID = [
    Example("same-day", "{id: humas, fiscal_year: 2024, statement: {date: 2024-03-01}, annex: {date: 2024-03-01}}"),
    Example(
        "a-date-outside-the-fiscal-year-is-told-by-its-own-rule",
        "{id: humas, fiscal_year: 2024, statement: {date: 2024-03-01}, annex: {date: 2023-03-01}}",
    ),
    Example(
        "annex-without-date",
        "{id: humas, fiscal_year: 2024, statement: {date: 2024-03-01}, annex: {}}",
        skips=["humas"],
    ),
    Example("statement-alone", "{id: humas, fiscal_year: 2024, statement: {date: 2024-03-01}}", skips=["humas"]),
]
INVALID = [
    Example(
        "a-day-apart",
        "{id: humas, fiscal_year: 2024, statement: {date: 2024-03-01}, annex: {date: 2024-03-02}}",
        finds=[Found("humas")],
    ),
    Example(
        "fiscal-year-not-known",
        "{id: humas, statement: {raw: '1 Maret 2024'}, annex: {raw: '6 Maret 2024'}}",
        finds=[Found("humas")],
    ),
]


def check(member: Member, options: FiscalWindow) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    dates = {leaf.name: leaf.date for leaf in leaves_of(agreement)}
    statement, annex = dates.get("statement"), dates.get("annex")
    if statement is None or annex is None:
        if len(dates) > 1:
            yield RULE.skip(of_agreement(agreement), messages.DATE_NOT_READ)
        else:
            yield RULE.skip(of_agreement(agreement), messages.ONE_PAGE_ONLY)
        return
    in_order = options.holds(statement, agreement) and options.holds(annex, agreement)
    if statement != annex and in_order:
        pages = [leaf.page for leaf in leaves_of(agreement)]
        yield RULE.found(
            of_agreement(agreement),
            [quote_date(agreement, page) for page in reversed(pages)],
            statement=statement,
            annex=annex,
        )
