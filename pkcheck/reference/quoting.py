"""Evidence from references: what is quoted of them."""

from pkcheck.findings import Evidence
from pkcheck.model import Source
from pkcheck.quantities.dates import format_date
from pkcheck.quantities.money import format_rupiah
from pkcheck.quoting import printed_target
from pkcheck.reference.model import BudgetDocument, Ceiling, Holder, KeyIndicator, PlannedIndicator, Post

_SHORT = {"plt": "Plt. ", "plh": "Plh. ", "pj": "Pj. ", None: ""}


def quote_ceiling(ceiling: Ceiling) -> Evidence:
    """Unit, programme and amount, the amount marked."""
    amount = ceiling.raw or format_rupiah(ceiling.amount)
    return _quote(ceiling.source, [ceiling.unit, ceiling.programme, amount], amount)


def quote_approval(document: BudgetDocument) -> Evidence:
    """Title and day of approval, the day marked."""
    day = format_date(document.approved_on) if document.approved_on else None
    return _quote(document.source, [document.title, day], day)


def quote_planned(planned: PlannedIndicator, year: int) -> Evidence:
    """An indicator of the plan with the target of a year, the target marked."""
    target = planned_target(planned, year)
    return _quote(planned.source, [planned.indicator, f"{year}: {target}"], target)


def quote_key_indicator(indicator: KeyIndicator) -> Evidence:
    """Unit and text."""
    return _quote(indicator.source, [indicator.unit, indicator.indicator], None)


def quote_post(post: Post, mark: str | None = None) -> Evidence:
    """Unit, position, superior and holders."""
    holders = "; ".join(holder_words(each) for each in post.everyone())
    return _quote(post.source, [post.unit, post.position, "; ".join(post.superior), holders], mark)


def planned_target(planned: PlannedIndicator, year: int) -> str:
    """The target of a year as printed, with its unit of measure."""
    return printed_target(planned.targets.get(year)) or "-"


def holder_words(holder: Holder) -> str:
    """A holder with what he or she acts as: "Plt. Budi"."""
    return f"{_SHORT[holder.acting]}{holder.name}"


def _quote(source: Source | None, parts: list[str | None], mark: str | None) -> Evidence:
    return Evidence(source or Source(file=""), " | ".join(part for part in parts if part), mark)
