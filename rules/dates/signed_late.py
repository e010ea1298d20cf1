"""DAT004: agreements are dated more than a month after the budget document was approved."""

import datetime
from calendar import monthrange
from collections.abc import Iterator, Sequence
from typing import Annotated

from pkcheck import messages
from pkcheck.dating import days_of, leaf_dated, years_of
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement
from pkcheck.quantities.dates import format_date
from pkcheck.quoting import of_agency, of_agreement, quote_date
from pkcheck.reference.matching import approval_of, groups_of
from pkcheck.reference.model import BudgetDocument
from pkcheck.reference.quoting import quote_approval
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Parameters, Rule, Severity, Text

RULE = Rule(
    code="DAT004",
    name="signed-late",
    severity=Severity.WARNING,
    certainty=Certainty.JUDGEMENT,
    basis=("R03",),
    title=Text(
        id="PK ditandatangani lebih dari satu bulan setelah dokumen anggaran disahkan",
        en="Agreements were signed more than a month after the budget document's approval",
    ),
    message=Text(
        id="{late} dari {total} PK tahun {year} bertanggal {dates}, lewat dari {deadline:date}. "
        "Tanggal pengesahan dokumen anggaran tidak diberikan: batas itu dihitung dari pengesahan paling lambat "
        "31 Desember tahun sebelumnya.",
        en="{late} of {total} agreements for {year} are dated {dates}, past {deadline:date}. The "
        "budget document's date of approval was not given: the limit is reckoned from approval by 31 December of "
        "the year before.",
    ),
    variants={
        "approval_given": Text(
            id="{late} dari {total} PK tahun {year} bertanggal {dates}, lewat dari "
            "{deadline:date}, satu bulan setelah dokumen anggaran disahkan ({approved:date}).",
            en="{late} of {total} agreements for {year} are dated {dates}, past {deadline:date}, a "
            "month after the budget document's approval ({approved:date}).",
        ),
    },
    why=Text(
        id="Sebagian tahun anggaran berjalan tanpa kinerja yang diperjanjikan.",
        en="Part of the fiscal year passes without a promised performance.",
    ),
    advice=Text(
        id="Periksa tanggal pengesahan DIPA/DPA (atau revisinya) dan isikan; jelaskan keterlambatannya bila memang terlambat.",
        en="Look up when the budget document (or its revision) was approved and give that date; explain the delay if any.",
    ),
)
_APPROVED = "budget_document: {title: DPA, fiscal_year: 2024, approved_on: 2024-02-15}"
VALID = [
    Example(
        "on-the-last-day",
        """
        - {id: ketua, fiscal_year: 2024, statement: {date: 2024-01-31}, annex: {date: 2024-02-05}}
        - {id: humas, fiscal_year: 2024, statement: {date: 2023-12-29}}
        """,
    ),
    Example(
        "a-revision-has-its-own-time",
        "{id: a, fiscal_year: 2024, revision: {number: 1}, statement: {date: 2024-08-01}}",
    ),
    Example("of-no-year", "{id: a, statement: {date: 2024-03-01}}", skips=["a"]),
    Example("a-date-that-cannot-be-right", "{id: a, fiscal_year: 2024, statement: {date: 2025-03-01}}"),
    Example(
        "a-month-after-the-approval-that-is-given",
        "{id: a, fiscal_year: 2024, statement: {date: 2024-03-15}}",
        reference=_APPROVED,
    ),
]
INVALID = [
    Example(
        "late-ones-are-told-together",
        """
        - {id: ketua, fiscal_year: 2024, statement: {date: 2024-01-31}}
        - {id: humas, fiscal_year: 2024, statement: {date: 2024-02-01}}
        - {id: hukum, fiscal_year: 2024, statement: {date: 2024-03-06}}
        """,
        finds=[Found("ketua")],
    ),
    Example(
        "each-agency-for-itself",
        """
        - {id: dinas, institution: Dinas A, fiscal_year: 2024, statement: {date: 2024-02-01}}
        - {id: badan, institution: Badan B, fiscal_year: 2024, statement: {date: 2024-02-01}}
        """,
        finds=[Found("dinas-a"), Found("badan-b")],
    ),
    Example(
        "more-than-a-month-after-the-approval-that-is-given",
        "{id: a, fiscal_year: 2024, statement: {date: 2024-03-16}}",
        finds=[Found("a")],
        reference=_APPROVED,
    ),
    Example(
        "earlier-than-may-be-thought",
        "{id: a, fiscal_year: 2024, statement: {date: 2024-01-02}}",
        finds=[Found("a")],
        reference=_APPROVED.replace("2024-02-15", "2023-12-01"),
    ),
]


class Options(Parameters):
    """When the budget document was approved."""

    approved_on: Annotated[
        datetime.date | None,
        Text(id="Tanggal pengesahan DIPA atau DPA.", en="The day on which DIPA or DPA was approved."),
    ] = None

    def approval_for(self, year: int) -> datetime.date | None:
        """The approval, where it can be that of `year`."""
        return self.approved_on if self.approved_on and self.approved_on.year in (year - 1, year) else None


def check(whole: AgreementSet, options: Options) -> Iterator[Finding | NotChecked]:
    for group in (each for each in groups_of(whole) if each[0].revision is None):
        for each in group:
            if not years_of(each):
                yield RULE.skip(of_agreement(each), messages.YEAR_UNKNOWN)
            elif not days_of(each):
                yield RULE.skip(of_agreement(each), messages.DATE_NOT_READ)
        if group[0].fiscal_year:
            yield from _late(group, group[0].fiscal_year, approval_of(whole, group), options)


def _late(
    group: Sequence[Agreement], year: int, document: BudgetDocument | None, options: Options
) -> Iterator[Finding]:
    dated = [each for each in group if days_of(each)]
    approved = document.approved_on if document else options.approval_for(year)
    deadline = _month_after(approved or datetime.date(year - 1, 12, 31))
    late = [(each, days_of(each)[0]) for each in dated if days_of(each)[0] > deadline]
    documents = [document] if document else []
    if late:
        yield RULE.found(
            of_agency(group),
            [*(quote_date(each, leaf_dated(each, day).page) for each, day in late), *map(quote_approval, documents)],
            variant="approval_given" if approved else None,
            key=(year,),
            late=len(late),
            total=len(dated),
            year=year,
            dates=_span([day for _, day in late]),
            deadline=deadline,
            approved=approved,
        )


def _span(days: list[datetime.date]) -> Text:
    first, last = min(days), max(days)
    if first == last:
        return Text(id=format_date(first), en=format_date(first, "en"))
    return Text(
        id=f"{format_date(first)} sampai {format_date(last)}",
        en=f"{format_date(first, 'en')} to {format_date(last, 'en')}",
    )


def _month_after(date: datetime.date) -> datetime.date:
    year, month = (date.year + 1, 1) if date.month == 12 else (date.year, date.month + 1)  # noqa: PLR2004
    return datetime.date(year, month, min(date.day, monthrange(year, month)[1]))
