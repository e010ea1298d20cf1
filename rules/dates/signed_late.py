"""DAT004: agreements are dated more than a month after the budget document was approved."""

import datetime
from calendar import monthrange
from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ConfigDict, Field

from pkcheck import messages
from pkcheck.dating import days_of, leaf_dated, years_of
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement
from pkcheck.quantities.dates import format_date
from pkcheck.quoting import of_agreement, quote_date
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

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
    Example("a-date-that-cannot-be-right", "{id: a, fiscal_year: 2024, statement: {date: 2025-03-01}}"),
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
        finds=[Found("dinas"), Found("badan")],
    ),
]


class Options(BaseModel):
    """When the budget document was approved."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    approved_on: datetime.date | None = Field(None, description="The day on which DIPA or DPA was approved.")

    def approval_for(self, year: int) -> datetime.date | None:
        """The approval, where it can be that of `year`."""
        return self.approved_on if self.approved_on and self.approved_on.year in (year - 1, year) else None


def check(whole: AgreementSet, options: Options) -> Iterator[Finding | NotChecked]:
    for agency in whole.agencies:
        base = [each for each in agency if each.revision is None]
        for each in base:
            if not years_of(each):
                yield RULE.skip(of_agreement(each), messages.YEAR_UNKNOWN)
            elif not days_of(each):
                yield RULE.skip(of_agreement(each), messages.DATE_NOT_READ)
        for year in sorted({each.fiscal_year for each in base if each.fiscal_year}):
            yield from _late([each for each in base if each.fiscal_year == year], year, options)


def _late(agency: Sequence[Agreement], year: int, options: Options) -> Iterator[Finding]:
    dated = [each for each in agency if days_of(each)]
    approved = options.approval_for(year)
    deadline = _month_after(approved or datetime.date(year - 1, 12, 31))
    late = [(each, days_of(each)[0]) for each in dated if days_of(each)[0] > deadline]
    if late:
        yield RULE.found(
            of_agreement(agency[0]),
            [quote_date(each, leaf_dated(each, day).page) for each, day in late],
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
