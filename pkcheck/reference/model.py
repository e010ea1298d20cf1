"""What agreements are held against, as plain data. Knows nothing of how it was read.

Terms of art, explained here once:

- budget document (*DIPA* of a ministry's unit, *DPA* of a region's, *RKA* before approval) with its ceilings (*pagu*);
- plan (*Renstra*): the targets of several years; IKU (*indikator kinerja utama*): the official key indicators;
- chart (*struktur organisasi*): posts with their superiors and holders, acting ones (*Plt., Plh., Pj.*) among them.

What names no unit holds for the institution itself, and so for the agreement of its head.
"""

import datetime
from collections.abc import Iterable
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from pkcheck.model import Data, Number, Source, Target
from pkcheck.quantities.money import parse_rupiah

Kind = Literal["budget_document", "plan", "iku", "chart"]
KINDS: tuple[Kind, ...] = ("budget_document", "plan", "iku", "chart")

Words = Annotated[str, Field(min_length=1)]
Day = Annotated[datetime.date, Field(strict=False)]
Year = Annotated[int, Field(ge=1945, le=2100)]
# The keys of a mapping are text in YAML and JSON.
_YearKey = Annotated[int, Field(strict=False, ge=1945, le=2100)]
_Loose = Field(strict=False)


class _Document(Data):
    """A reference as a whole. `institution` may be left out where only one institution is checked."""

    title: Words
    institution: str | None = None
    source: Source | None = None


class Ceiling(Data):
    """*Pagu*: what a unit may spend on a programme, in whole rupiah. Several of one programme are added up."""

    unit: str | None = None
    programme: Words
    raw: str | None = None
    amount: int
    source: Source | None = None

    @model_validator(mode="before")
    @classmethod
    def _read_what_is_only_printed(cls, data: Any) -> Any:
        """An amount that stands only in `raw`, or is written as text, is parsed."""
        if not isinstance(data, dict):
            return data
        written = data.get("amount") if isinstance(data.get("amount"), str) else data.get("raw")
        rupiah = parse_rupiah(written) if isinstance(written, str) else None
        if rupiah is None or isinstance(data.get("amount"), int):
            return data
        return {**data, "amount": rupiah.amount, "raw": written}


class BudgetDocument(_Document):
    """DIPA, DPA or RKA. `approved_on` is the day of its approval; `revision` its number, None for the first one."""

    fiscal_year: Year
    approved_on: Day | None = None
    revision: int | None = None
    ceilings: Annotated[tuple[Ceiling, ...], _Loose] = ()


class PlannedIndicator(Data):
    """An indicator of the plan with its target for each year, such as `{2023: 75%, 2024: "77,5%"}`.

    `unit` is the organisation's unit, `unit_of_measure` that of targets which are bare numbers.
    """

    unit: str | None = None
    indicator: Words
    unit_of_measure: str | None = None
    targets: dict[_YearKey, Target]
    source: Source | None = None

    @model_validator(mode="before")
    @classmethod
    def _measured(cls, data: Any) -> Any:
        """A number or a text as target is one in the unit of measure."""
        if not isinstance(data, dict) or not isinstance(data.get("targets"), dict):
            return data
        unit = data.get("unit_of_measure")
        targets = {year: _target(given, unit) for year, given in data["targets"].items()}
        return {**data, "targets": targets}


class Plan(_Document):
    """*Renstra*, *RPJMD* or *Renja*."""

    indicators: Annotated[tuple[PlannedIndicator, ...], _Loose] = ()


class KeyIndicator(Data):
    """An official key indicator (*IKU*)."""

    unit: str | None = None
    indicator: Words
    source: Source | None = None


class KeyIndicators(_Document):
    """The list of key indicators; `fiscal_year` only where it holds for one year alone."""

    fiscal_year: Year | None = None
    indicators: Annotated[tuple[KeyIndicator, ...], _Loose] = ()


class Holder(Data):
    """Who holds a post from `since` until `until`, both days included; None leaves that side open."""

    name: Words
    acting: Literal["plt", "plh", "pj"] | None = None
    since: Day | None = None
    until: Day | None = None
    source: Source | None = None

    def holds_on(self, day: datetime.date) -> bool:
        """Whether the post is held on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Post(Data):
    """A position of the chart.

    `superior` is the position that it answers to, or a list of them where either may sign. `holder` is who holds it all
    the year; `holders` have their dates. `agreement` is False for a post that makes none.
    """

    unit: str | None = None
    position: Words
    superior: Annotated[tuple[str, ...], _Loose] = ()
    holder: str | None = None
    holders: Annotated[tuple[Holder, ...], _Loose] = ()
    agreement: bool = True
    source: Source | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_superior(cls, data: Any) -> Any:
        """`superior: Ketua` is a list of one."""
        if not isinstance(data, dict):
            return data
        superior = data.get("superior")
        return {**data, "superior": () if superior is None else [superior] if isinstance(superior, str) else superior}

    def everyone(self) -> tuple[Holder, ...]:
        """All holders, who holds it all the year first."""
        lasting = (Holder(name=self.holder, source=self.source),) if self.holder else ()
        return (*lasting, *self.holders)

    def held_on(self, days: Iterable[datetime.date]) -> tuple[Holder, ...]:
        """Who holds it on any of `days`; where none is known, everyone that ever does."""
        known = tuple(days)
        return tuple(each for each in self.everyone() if not known or any(map(each.holds_on, known)))


class Chart(_Document):
    """The organisation chart."""

    posts: Annotated[tuple[Post, ...], _Loose] = ()


class Reference(Data):
    """Everything that was given; of each kind one or several."""

    budget_document: Annotated[tuple[BudgetDocument, ...], _Loose] = ()
    plan: Annotated[tuple[Plan, ...], _Loose] = ()
    iku: Annotated[tuple[KeyIndicators, ...], _Loose] = ()
    chart: Annotated[tuple[Chart, ...], _Loose] = ()

    def has(self, kind: Kind) -> bool:
        """Whether anything of `kind` was given."""
        return bool(getattr(self, kind))

    def with_all_of(self, other: Self) -> Self:
        """This and the other together."""
        return self.model_copy(update={kind: (*getattr(self, kind), *getattr(other, kind)) for kind in KINDS})


def _target(given: Any, unit: Any) -> Any:
    if isinstance(given, bool) or (unit is not None and not isinstance(unit, str)):
        return given
    if isinstance(given, Number):
        return {"value": given} if unit is None else {"value": given, "unit": unit}
    return {"raw": given, "unit": unit} if isinstance(given, str) and unit is not None else given
