"""What a performance agreement (*Perjanjian Kinerja*, PK) is, as plain data.

Terms of art, explained here once:

- agreement (*perjanjian kinerja*): what one official promises a superior for one fiscal year;
- statement (*pernyataan*): the page with the two parties; annex (*lampiran*): the page with the tables;
- first party (*pihak pertama*): who promises; second party (*pihak kedua*): the superior who accepts;
- objective (*sasaran strategis*), indicator (*indikator kinerja*), target (*target*): the rows of the annex;
- IKU (*indikator kinerja utama*): an official key indicator; cascade (*penjenjangan*): a superior's indicator handed
  down as a subordinate's objective;
- acting (*plt, plh, pj*): who holds a position for the time being; satker (*satuan kerja*): a work unit;
- action plan (*rencana aksi*): what is to be reached in each month or quarter, on a page behind the annex;
- nil: an amount printed as a dash; revision (*PK Perubahan*): an agreement that replaces an earlier one;
- `pkcheck` (on any element): what its keeper says to this program, such as which findings not to show, and why.

Values are as in the document; a raw text stands beside every parsed quantity. Knows nothing of how they were read.
"""

import datetime
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from pkcheck.quantities.dates import parse_date
from pkcheck.quantities.money import parse_rupiah
from pkcheck.quantities.targets import ParsedTarget, parse_target

Number = int | float
_Loose = Field(strict=False)
Year = Annotated[int, Field(ge=1900, le=2999)]


class Data(BaseModel):
    """A frozen record: strict types, unknown keys are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class Source(Data):
    """Where something stands in the user's file; lines and pages are counted from 1, `cell` is an A1 reference.

    `box` is left, top, right, bottom on the page, in points from its upper left corner; `how` it was read there, and with
    what `confidence` (0 to 1) where a machine read it from a picture.
    """

    file: str
    page: int | None = None
    line: int | None = None
    end_line: int | None = None
    cell: str | None = None
    box: Annotated[tuple[float, float, float, float], _Loose] | None = None
    how: Literal["text", "table", "ocr"] | None = None
    confidence: float | None = None


class Ignore(Data):
    """A wish not to be shown findings of one rule: `code` in full, `until` the last day on which it holds.

    It says why and who says so; without a `reason` it does not hold.
    """

    code: str
    reason: str | None = None
    until: Annotated[datetime.date, _Loose] | None = None
    by: str | None = None
    source: Source | None = None


class Directives(Data):
    """What an element says to pkcheck itself; `ignore` is about findings on the element and on what lies under it."""

    ignore: Annotated[tuple[Ignore, ...], _Loose] = ()


class Party(Data):
    """One of the two who agree. `name` is None where the document leaves it blank."""

    name: str | None = None
    position: str | None = None
    nip: str | None = None
    acting: Literal["plt", "plh", "pj"] | None = None
    pkcheck: Directives | None = None
    source: Source | None = None


class Signature(Data):
    """A signature block: `label` as printed ("Pihak Kedua,"); `signed` is None where a text cannot tell."""

    name: str | None = None
    position: str | None = None
    label: str | None = None
    signed: bool | None = None
    pkcheck: Directives | None = None
    source: Source | None = None


class Signatures(Data):
    """The blocks under a statement or an annex."""

    first: Signature | None = None
    second: Signature | None = None


class Page(Data):
    """What statement and annex have in common: place, date and signatures.

    `raw` is the line of place and date as printed; `date` is None where it names no possible day. `sources` tells
    where single fields stand ("date", "fiscal_year").
    """

    place: str | None = None
    date: Annotated[datetime.date, _Loose] | None = None
    raw: str | None = None
    fiscal_year: Year | None = None
    signatures: Signatures = Signatures()
    pkcheck: Directives | None = None
    source: Source | None = None
    sources: dict[str, Source] = {}

    @model_validator(mode="before")
    @classmethod
    def _keep_what_is_no_date(cls, data: Any) -> Any:
        """A date that cannot be is kept as `raw`; a date that stands only in `raw` is read from it."""
        if not isinstance(data, dict):
            return data
        given = data.get("date")
        if isinstance(given, (str, int, float)):
            day = _iso_date(str(given))
            return {**data, "date": day, "raw": data.get("raw") if day else str(given)}
        if given is None and isinstance(data.get("raw"), str):
            written = parse_date(data["raw"])
            return {**data, "date": written.date if written else None}
        return data


class Statement(Page):
    """*Pernyataan*: the page on which the parties agree."""


class Annex(Page):
    """*Lampiran*: the page of objectives and budget. `budget_heading` is the head of the budget's first column."""

    budget_heading: str | None = None


class Quantity(Data):
    """A value with its unit, such as the second half of "36,36% (4 satker)"."""

    value: Number
    unit: str | None = None


class Target(Data):
    """What is promised: `raw` as printed, `value` in `unit` (canonical name, or as printed where it is not known).

    `also` holds further quantities of a compound target, `upper` the end of a range, `sign` a printed comparison,
    `predicate` a grade such as WTP or BB, `total` the whole of which `value` is a part; `periods` maps "TW1" or a
    month to the target of that period, `accumulation` says whether those add up or the last one counts.
    """

    raw: str | None = None
    value: Number | None = None
    unit: str | None = None
    also: Annotated[tuple[Quantity, ...], _Loose] = ()
    sign: str | None = None
    upper: Number | None = None
    predicate: str | None = None
    total: Number | None = None
    periods: dict[str, Number] = {}
    accumulation: Literal["sum", "last"] | None = None

    @model_validator(mode="before")
    @classmethod
    def _read_what_is_only_printed(cls, data: Any) -> Any:
        """`100%` alone, or a `raw` without a value, is parsed; given values are never overruled."""
        if isinstance(data, str):
            data = {"raw": data}
        if isinstance(data, dict) and isinstance(data.get("raw"), str) and not _has_value(data):
            return {**data, **parsed_target(parse_target(data["raw"], unit_text=data.get("unit")))}
        return data


class Indicator(Data):
    """*Indikator kinerja*. `derives_from`: parent indicators' ids; () none found, None not looked for."""

    id: str = ""
    text: str = ""
    is_iku: bool | None = None
    polarity: Literal["maximize", "minimize", "stabilize"] | None = None
    not_cascaded: str | None = None
    target: Target | None = None
    derives_from: Annotated[tuple[str, ...], _Loose] | None = None
    inferred: bool = False
    pkcheck: Directives | None = None
    source: Source | None = None


class Objective(Data):
    """*Sasaran*: `no` as printed, `group` the section heading above it."""

    no: int | None = None
    group: str | None = None
    text: str = ""
    indicators: Annotated[tuple[Indicator, ...], _Loose] = ()
    pkcheck: Directives | None = None
    source: Source | None = None


class BudgetLine(Data):
    """One line of the budget, in whole rupiah; `amount` is None where the printed amount could not be read."""

    level: Literal["program", "kegiatan", "sub_kegiatan", "total"] = "program"
    code: str | None = None
    name: str = ""
    raw: str | None = None
    amount: int | None = None
    nil: bool = False
    pkcheck: Directives | None = None
    source: Source | None = None

    @model_validator(mode="before")
    @classmethod
    def _read_what_is_only_printed(cls, data: Any) -> Any:
        """An amount that stands only in `raw` is parsed; a given one is never overruled."""
        if isinstance(data, dict) and data.get("amount") is None and isinstance(data.get("raw"), str):
            rupiah = parse_rupiah(data["raw"])
            if rupiah is not None:
                return {**data, "amount": rupiah.amount, "nil": rupiah.nil}
        return data


class Revision(Data):
    """What a *PK Perubahan* changes, and on which of the three grounds."""

    of: str | None = None
    number: int | None = None
    ground: Literal["mutasi", "strategi", "prioritas"] | None = None


class Agreement(Data):
    """One performance agreement. `unread` names the parts that the reader could not read: nobody is blamed for them.

    `action_plan` are the rows of the plan behind the annex that repeat none of its indicators; the others give theirs
    their periods.
    """

    id: Annotated[str, Field(min_length=1)]
    institution: str | None = None
    unit: str | None = None
    fiscal_year: Year | None = None
    kind: Literal["paired", "sole"] | None = None
    revision: Revision | None = None
    supervisor: str | None = None
    supervisor_inferred: bool = False
    first_party: Party | None = None
    second_party: Party | None = None
    statement: Statement | None = None
    annex: Annex | None = None
    objectives: Annotated[tuple[Objective, ...], _Loose] = ()
    budget: Annotated[tuple[BudgetLine, ...], _Loose] = ()
    action_plan: Annotated[tuple[Indicator, ...], _Loose] = ()
    unread: Annotated[tuple[str, ...], _Loose] = ()
    pkcheck: Directives | None = None
    source: Source | None = None
    sources: dict[str, Source] = {}

    @model_validator(mode="before")
    @classmethod
    def _name_the_indicators(cls, data: Any) -> Any:
        """Indicators without an id get `<agreement>:<no>.<which>`, counted from 1; those of the plan `<agreement>:plan.<which>`."""
        if not isinstance(data, dict) or not isinstance(data.get("id"), str):
            return data
        plan = data.get("action_plan")
        if isinstance(plan, (list, tuple)) and all(isinstance(row, dict) for row in plan):
            named = [{**row, "id": row.get("id") or f"{data['id']}:plan.{n}"} for n, row in enumerate(plan, 1)]
            data = {**data, "action_plan": named}
        objectives = data.get("objectives")
        if not isinstance(objectives, (list, tuple)) or not all(isinstance(o, dict) for o in objectives):
            return data
        return {**data, "objectives": _named(data["id"], objectives)}

    @model_validator(mode="after")
    def _indicators_are_told_apart(self) -> Self:
        ids = [indicator.id for indicator in (*self.indicators(), *self.action_plan)]
        twice = sorted({each for each in ids if ids.count(each) > 1}) if len(set(ids)) < len(ids) else []
        if twice:
            raise PydanticCustomError("id_twice", "indicator id used twice: {ids}", {"ids": ", ".join(twice)})
        return self

    def indicators(self) -> Iterator[Indicator]:
        """All indicators, in printed order."""
        for objective in self.objectives:
            yield from objective.indicators


def parsed_target(target: ParsedTarget) -> dict[str, Any]:
    """The fields of `Target` that a parsed text gives, without those that it leaves open."""
    fields: dict[str, Any] = {
        "value": plain(target.value),
        "unit": target.unit or target.unit_text,
        "also": tuple(Quantity(value=plain(a.value) or 0, unit=a.unit or a.unit_text) for a in target.also),
        "sign": target.sign,
        "upper": plain(target.upper),
        "predicate": target.predicate,
        "total": plain(target.total),
    }
    return {name: value for name, value in fields.items() if value is not None}


def plain(value: Any) -> Number | None:
    """A decimal as int where it is whole, else as float: the way JSON writes numbers."""
    if value is None:
        return None
    whole = int(value)
    return whole if whole == value else float(value)


def objective_keys(objectives: list[Any] | tuple[Any, ...]) -> list[str]:
    """The key of each objective within its agreement: its number, or `n<position>` where none is printed."""
    numbers = [o.get("no") if isinstance(o, dict) else o.no for o in objectives]
    return [str(no) if no is not None else f"n{at}" for at, no in enumerate(numbers, 1)]


def _named(agreement: str, objectives: list[Any] | tuple[Any, ...]) -> list[Any]:
    seen: dict[str, int] = {}
    named = []
    for key, objective in zip(objective_keys(objectives), objectives, strict=True):
        indicators = []
        for indicator in objective.get("indicators") or ():
            if not isinstance(indicator, dict):
                indicators.append(indicator)
                continue
            seen[key] = seen.get(key, 0) + 1
            indicators.append({**indicator, "id": indicator.get("id") or f"{agreement}:{key}.{seen[key]}"})
        named.append({**objective, "indicators": indicators})
    return named


def _has_value(data: dict[str, Any]) -> bool:
    return any(data.get(name) is not None for name in ("value", "predicate"))


def _iso_date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
