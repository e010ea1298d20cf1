"""Every text of an agreement that its writers worded, with the place it is quoted from: for rules about writing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from pkcheck.findings import Evidence
from pkcheck.graph import Row
from pkcheck.model import Agreement, Page
from pkcheck.numbering import objective_rows
from pkcheck.quoting import (
    quote_agreement,
    quote_budget,
    quote_objective,
    quote_party,
    quote_row,
    quote_signature,
    quote_unit,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One text; `beside` is what else stands in its row."""

    agreement: Agreement
    text: str
    place: Callable[[], Evidence]
    beside: str = ""

    def marked(self, mark: str) -> Evidence:
        """The place, with the words that matter marked."""
        return replace(self.place(), mark=mark)


def passages_of(agreement: Agreement, *, with_institution: bool = False) -> Iterator[Passage]:
    """Positions, unit, objectives, indicators and budget lines, in printed order; the institution's name if wanted."""
    if with_institution and agreement.institution:
        yield Passage(agreement, agreement.institution, partial(_quote_institution, agreement))
    for party in (agreement.first_party, agreement.second_party):
        if party and party.position:
            yield Passage(agreement, party.position, partial(quote_party, agreement, party))
    yield from _blocks(agreement, agreement.statement)
    if agreement.unit:
        yield Passage(agreement, agreement.unit, partial(quote_unit, agreement))
    for row in objective_rows(agreement):
        others = " ".join(each.text for each in row.objective.indicators)
        yield Passage(agreement, row.objective.text, partial(quote_objective, row), others)
        for indicator in row.objective.indicators:
            own = Row(agreement, row.objective, row.objective_id, indicator)
            yield Passage(agreement, indicator.text, partial(quote_row, own), row.objective.text)
    for line in agreement.budget:
        yield Passage(agreement, line.name, partial(quote_budget, agreement, line))
    yield from _blocks(agreement, agreement.annex)


def _quote_institution(agreement: Agreement) -> Evidence:
    return replace(quote_agreement(agreement), quote=agreement.institution or "")


def _blocks(agreement: Agreement, page: Page | None) -> Iterator[Passage]:
    for block in (page.signatures.second, page.signatures.first) if page else ():
        if block and block.position:
            yield Passage(agreement, block.position, partial(quote_signature, agreement, block))
