"""When agreements are dated: the dates on statement and annex, and the time in which they may lie."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from pkcheck.model import Agreement, Page
from pkcheck.parameters import Parameters
from pkcheck.quantities.dates import WrittenDate, parse_date
from pkcheck.texts import Text

PageName = Literal["statement", "annex"]
PAGES: Mapping[PageName, Text] = {
    "statement": Text(id="pernyataan", en="the statement"),
    "annex": Text(id="lampiran", en="the annex"),
}
BOTH_PAGES = Text(id="pernyataan dan lampiran", en="statement and annex")
_MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Leaf:
    """One of the two pages of an agreement; `unread` where the reader lost its date."""

    name: PageName
    page: Page
    unread: bool = False

    @property
    def date(self) -> datetime.date | None:
        """The day it is dated, None where there is none or it could not be read."""
        return self.page.date

    @property
    def written(self) -> WrittenDate | None:
        """What stands in the place of a date and is no full day."""
        return parse_date(self.page.raw) if self.page.date is None and self.page.raw else None


class FiscalWindow(Parameters):
    """The time in which an agreement of a fiscal year may be dated."""

    months_before: Annotated[
        int,
        Field(ge=0, le=_MONTHS_IN_A_YEAR),
        Text(
            id="Berapa bulan sebelum tahunnya dokumen anggaran dapat disahkan.",
            en="How many months before its year the budget document may be approved.",
        ),
    ] = 1

    def start(self, year: int) -> datetime.date:
        """The first day: when the budget document of `year` may be approved."""
        if self.months_before == 0:
            return datetime.date(year, 1, 1)
        return datetime.date(year - 1, _MONTHS_IN_A_YEAR + 1 - self.months_before, 1)

    def end(self, year: int) -> datetime.date:
        """The last day of the fiscal year."""
        return datetime.date(year, _MONTHS_IN_A_YEAR, 31)

    def holds(self, date: datetime.date, agreement: Agreement) -> bool:
        """Whether `date` is in order for a fiscal year that the agreement names; so it is where it names none."""
        years = years_of(agreement)
        return not years or any(self.start(year) <= date <= self.end(year) for year in years)


def pages_named(names: Sequence[PageName]) -> Text:
    """One page or both, as a message names them."""
    return BOTH_PAGES if len(set(names)) > 1 else PAGES[names[0]]


def leaves_of(agreement: Agreement) -> Iterator[Leaf]:
    """Statement and annex, as far as there are any."""
    if agreement.statement:
        yield Leaf("statement", agreement.statement, "statement.date" in agreement.unread)
    if agreement.annex:
        yield Leaf("annex", agreement.annex, "annex.date" in agreement.unread)


def years_of(agreement: Agreement) -> set[int]:
    """Every fiscal year that the agreement names for itself."""
    pages = (agreement.statement, agreement.annex)
    named = (agreement.fiscal_year, *(page.fiscal_year for page in pages if page))
    return {year for year in named if year is not None}


def days_of(agreement: Agreement) -> list[datetime.date]:
    """The days that the agreement may have been signed on, the first first: its dates, without those that cannot be right."""
    window = FiscalWindow()
    return sorted(leaf.date for leaf in leaves_of(agreement) if leaf.date and window.holds(leaf.date, agreement))


def leaf_dated(agreement: Agreement, day: datetime.date) -> Leaf:
    """The page that bears `day`, the statement before the annex."""
    return next(leaf for leaf in leaves_of(agreement) if leaf.date == day)
