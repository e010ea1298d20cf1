"""DAT007: agreements are dated on a weekend or a national holiday."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated

from pkcheck import messages
from pkcheck.dating import days_of, leaves_of
from pkcheck.findings import Subject
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement
from pkcheck.quoting import of_agency, of_agreement, quote_date, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Parameters, Rule, Severity, Text
from pkcheck.workdays import SATURDAY, national_holiday, weekend

RULE = Rule(
    code="DAT007",
    name="not-a-working-day",
    severity=Severity.INFO,
    certainty=Certainty.JUDGEMENT,
    basis=("INF",),
    title=Text(id="PK bertanggal hari libur", en="Agreements are dated on a day off"),
    message=Text(
        id="{date:date}, tanggal PK {who:list}, adalah hari {day}.",
        en="{date:date}, the date of the agreement of {who:list}, is a {day}.",
    ),
    variants={
        "holiday": Text(
            id="{date:date}, tanggal PK {who:list}, adalah hari libur nasional: {day}.",
            en="{date:date}, the date of the agreement of {who:list}, is a national holiday: {day}.",
        )
    },
    why=Text(
        id="Tanggal yang bukan hari kerja dapat menandakan PK tidak ditandatangani pada tanggal itu.",
        en="A date that is no working day may be a sign that the agreement was not signed on it.",
    ),
    advice=Text(
        id="Periksa tanggalnya pada naskah asli; menandatangani pada hari libur tidak dilarang, tetapi perlu dijelaskan.",
        en="Look at the date in the original; signing on a day off is not forbidden, but calls for an explanation.",
    ),
    looks_at="agreement",
)
VALID = [
    Example("a-friday", "{id: a, statement: {date: 2024-03-01}}", skips=[]),
    Example("no-date", "{id: a, statement: {raw: 'Sukamaju,'}}", skips=["a"]),
    Example("a-year-that-cannot-be-right", "{id: a, fiscal_year: 2024, statement: {date: 2022-05-01}}", skips=["a"]),
    Example("a-holiday-that-is-only-estimated", "{id: a, statement: {date: 2032-01-14}}"),
]
INVALID = [
    Example("a-sunday", "{id: a, statement: {date: 2024-03-03}, annex: {date: 2024-03-04}}", finds=[Found("a")]),
    Example("a-holiday", "{id: a, statement: {date: 2024-02-08}}", finds=[Found("a")]),
    Example(
        "together-on-one-day",
        """
        - {id: a, statement: {date: 2024-01-05}}
        - {id: b, statement: {date: 2024-01-06}}
        - {id: c, statement: {date: 2024-01-06}}
        """,
        finds=[Found("a")],
    ),
]


class Options(Parameters):
    """The days on which the office works."""

    saturday_works: Annotated[
        bool,
        Text(
            id="Apakah Sabtu hari kerja (enam hari seminggu).",
            en="Whether Saturday is a working day (six days a week).",
        ),
    ] = False

    def day_off(self, day: datetime.date) -> Text | None:
        """The name of a day of the week on which the office is closed."""
        return None if self.saturday_works and day.weekday() == SATURDAY else weekend(day)


def check(whole: AgreementSet, options: Options) -> Iterator[Finding | NotChecked]:
    for agency in whole.agencies:
        signed: dict[datetime.date, list[Agreement]] = defaultdict(list)
        for agreement in agency:
            days = days_of(agreement)
            if not days:
                yield RULE.skip(of_agreement(agreement), messages.DATE_NOT_READ)
            for day in dict.fromkeys(days):
                signed[day].append(agreement)
        for day, agreements in sorted(signed.items()):
            holiday = national_holiday(day)
            off = holiday or options.day_off(day)
            if off:
                yield _found(of_agency(agency, agreements[0]), day, agreements, off, "holiday" if holiday else None)


def _found(at: Subject, day: datetime.date, agreements: list[Agreement], off: Text, variant: str | None) -> Finding:
    pages = [(each, leaf.page) for each in agreements for leaf in leaves_of(each) if leaf.date == day]
    return RULE.found(
        at,
        [quote_date(each, page) for each, page in pages],
        variant=variant,
        key=(day,),
        date=day,
        who=[title_of(each) for each in agreements],
        day=off,
    )
