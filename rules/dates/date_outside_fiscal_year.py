"""DAT001: a page is dated before its budget could be approved, or after its fiscal year."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.dating import PAGES, FiscalWindow, leaves_of, pages_named, years_of
from pkcheck.graph import Member
from pkcheck.quoting import of_agreement, quote_date, quote_fiscal_year
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="DAT001",
    name="date-outside-fiscal-year",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R04",),
    title=Text(id="Tanggal PK di luar masa tahun anggarannya", en="An agreement is dated outside its fiscal year"),
    message=Text(
        id="Tanggal {pages} adalah {dates:list}, di luar masa tahun anggaran {year} ({start:date} sampai {end:date}).",
        en="The date of {pages} is {dates:list}, outside the time of fiscal year {year} ({start:date} to {end:date}).",
    ),
    variants={
        "other_page_in_order": Text(
            id="Tanggal {pages} adalah {dates:list}, di luar masa tahun anggaran {year} ({start:date} sampai "
            "{end:date}), sedangkan tanggal {other} adalah {other_date:date}.",
            en="The date of {pages} is {dates:list}, outside the time of fiscal year {year} ({start:date} to "
            "{end:date}), whereas the date of {other} is {other_date:date}.",
        ),
    },
    why=Text(
        id="Dari dokumen ini tidak pasti kapan kinerja diperjanjikan dan apakah anggarannya sudah disahkan.",
        en="The document leaves open when the performance was promised, and whether its budget had been approved.",
    ),
    advice=Text(
        id="Cocokkan dengan dokumen aslinya; bila tanggalnya salah tulis, perbaiki dan tanda tangani ulang lembar itu.",
        en="Compare with the original; if the date is a slip, correct it and have that page signed again.",
    ),
)
VALID = [
    Example(
        "the-first-and-the-last-day",
        """
        - {id: ketua, fiscal_year: 2024, statement: {date: 2023-12-01}, annex: {date: 2023-12-01}}
        - {id: humas, fiscal_year: 2024, statement: {date: 2024-12-31}, annex: {date: 2024-12-31}}
        """,
    ),
    Example(
        "title-and-annex-name-two-years",
        "{id: ketua, fiscal_year: 2024, statement: {date: 2023-03-01}, annex: {date: 2023-03-01, fiscal_year: 2023}}",
    ),
    Example(
        "no-year-and-no-date",
        "[{id: a, statement: {date: 2023-03-01}}, {id: b, fiscal_year: 2024, annex: {}}]",
        skips=["a", "b"],
    ),
]
INVALID = [
    Example(
        "annex-a-year-off",
        "{id: kabag, fiscal_year: 2024, statement: {date: 2024-03-01}, annex: {date: 2023-03-01, fiscal_year: 2024}}",
        finds=[Found("kabag")],
    ),
    Example(
        "a-day-too-early-on-both-pages",
        "{id: kabag, fiscal_year: 2024, statement: {date: 2023-11-30}, annex: {date: 2023-11-30}}",
        finds=[Found("kabag")],
    ),
    Example("a-day-too-late", "{id: kabag, fiscal_year: 2024, statement: {date: 2025-01-01}}", finds=[Found("kabag")]),
]


def check(member: Member, options: FiscalWindow) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    leaves = list(leaves_of(agreement))
    dated = [(leaf, leaf.date) for leaf in leaves if leaf.date]
    out = [(leaf, date) for leaf, date in dated if not options.holds(date, agreement)]
    if not years_of(agreement):
        yield RULE.skip(of_agreement(agreement), messages.YEAR_UNKNOWN)
    elif not out and len(dated) < max(len(leaves), 1):
        yield RULE.skip(of_agreement(agreement), messages.DATE_NOT_READ)
    if not out:
        return
    rest = [(leaf, date) for leaf, date in dated if (leaf, date) not in out]
    year = agreement.fiscal_year or max(years_of(agreement))
    dates = tuple(dict.fromkeys(date for _, date in out))
    yield RULE.found(
        of_agreement(agreement),
        [*(quote_date(agreement, leaf.page) for leaf, _ in (*out, *rest)), *quote_fiscal_year(agreement)],
        variant="other_page_in_order" if rest else None,
        key=dates,
        pages=pages_named([leaf.name for leaf, _ in out]),
        dates=dates,
        year=year,
        start=options.start(year),
        end=options.end(year),
        other=PAGES[rest[0][0].name] if rest else None,
        other_date=rest[0][1] if rest else None,
    )
