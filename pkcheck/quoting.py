"""Subjects and evidence for findings: what is quoted of an agreement, and under which id it goes."""

import re
from collections.abc import Sequence
from typing import Literal

from pkcheck.findings import Evidence, Subject
from pkcheck.graph import AgreementSet, Link, Row
from pkcheck.model import Agreement, BudgetLine, Page, Party, Signature, Source, Target
from pkcheck.quantities.numbers import format_number
from pkcheck.spelling import without_halves
from pkcheck.superiors import Claim

Side = Literal["first", "second"]


def title_of(agreement: Agreement) -> str:
    """How a message names an agreement: by the office that it is made for, else by its unit or id."""
    party = agreement.first_party
    return without_halves((party.position if party else None) or agreement.unit or agreement.id)


def of_agreement(agreement: Agreement) -> Subject:
    """The agreement as a whole."""
    return Subject("agreement", agreement.id, agreement.id, agreement.unit or "")


def of_unit(agreement: Agreement) -> Subject:
    """The unit that the agreement is signed for."""
    return Subject("unit", agreement.id, agreement.id, agreement.unit or "")


def of_agency(agreements: Sequence[Agreement], at: Agreement | None = None) -> Subject:
    """An institution, placed in one of its agreements (the first): which one that is has no part in who is meant."""
    institution = agreements[0].institution or ""
    slug = re.sub(r"\W+", "-", institution.casefold()).strip("-") or agreements[0].id
    return Subject("unit", slug, (at or agreements[0]).id, institution)


def of_party(agreement: Agreement, side: Side) -> Subject:
    """One of the two parties."""
    return Subject("party", f"{agreement.id}:{side}", agreement.id, agreement.unit or "")


def of_objective(row: Row) -> Subject:
    """The objective of a row."""
    return Subject("objective", row.objective_id, row.agreement.id, row.agreement.unit or "")


def of_row(row: Row) -> Subject:
    """The indicator of a row."""
    return Subject("indicator", row.id, row.agreement.id, row.agreement.unit or "")


def of_budget(agreement: Agreement, line: BudgetLine) -> Subject:
    """One line of the budget, counted from 1 as printed."""
    number = next(n for n, each in enumerate(agreement.budget, 1) if each is line)
    return Subject("budget", f"{agreement.id}:budget.{number}", agreement.id, agreement.unit or "")


def of_link(link: Link) -> Subject:
    """A derivation, placed in the subordinate's agreement."""
    child = link.child.agreement
    return Subject("derivation", f"{link.child.id} -> {link.parent.id}", child.id, child.unit or "")


def of_set(whole: AgreementSet) -> Subject:
    """The set, placed in its first agreement."""
    return of_agreement(whole.agreements[0])


def quote_row(row: Row, mark: str | None = None) -> Evidence:
    """Indicator and target, the target marked unless said otherwise."""
    target = target_text(row)
    parts = [part for part in (row.indicator.text, target) if part]
    source = row.indicator.source or row.objective.source or _somewhere(row.agreement)
    return Evidence(source, " | ".join(parts), mark or target)


def quote_objective(row: Row, mark: str | None = None) -> Evidence:
    """The objective's text."""
    source = row.objective.source or row.indicator.source or _somewhere(row.agreement)
    return Evidence(source, row.objective.text, mark)


def quote_budget(agreement: Agreement, line: BudgetLine, mark: str | None = None) -> Evidence:
    """Name and amount of a budget line, the amount marked unless said otherwise."""
    amount = line.raw or (f"Rp {line.amount}" if line.amount is not None else "")
    parts = [part for part in (line.name, amount) if part]
    return Evidence(line.source or _somewhere(agreement), " | ".join(parts), mark or amount or None)


def quote_budget_heading(agreement: Agreement) -> Evidence:
    """The head of the budget's first column."""
    annex = agreement.annex
    source = (annex.sources.get("budget_heading") or annex.source) if annex else None
    heading = annex.budget_heading if annex else None
    return Evidence(source or _somewhere(agreement), heading or "", heading)


def quote_party(agreement: Agreement, party: Party, mark: str | None = None) -> Evidence:
    """Name and position as the statement gives them."""
    parts = [part for part in (party.name, party.position) if part]
    return Evidence(party.source or _somewhere(agreement), ", ".join(parts), mark)


def quote_signature(agreement: Agreement, block: Signature, mark: str | None = None) -> Evidence:
    """Label, position and name of a signature block."""
    label = block.label.rstrip(" ,:") if block.label else None
    parts = [part for part in (label, block.position, block.name) if part]
    return Evidence(block.source or _somewhere(agreement), ", ".join(parts), mark)


def quote_claim(agreement: Agreement, claim: Claim) -> Evidence:
    """The place in which an agreement names its superior, that position or name marked."""
    page = {"statement_block": agreement.statement, "annex_block": agreement.annex}.get(claim.place)
    block = page.signatures.second if page else None
    mark = claim.position or claim.name
    if block:
        return quote_signature(agreement, block, mark)
    if claim.place == "statement" and agreement.second_party:
        return quote_party(agreement, agreement.second_party, mark)
    return quote_supervisor(agreement)


def quote_supervisor(agreement: Agreement) -> Evidence:
    """The superior as the data gives it."""
    return Evidence(_somewhere(agreement), f"supervisor: {agreement.supervisor}", agreement.supervisor)


def quote_date(agreement: Agreement, page: Page) -> Evidence:
    """Place and date as printed."""
    written = page.raw or (page.date.isoformat() if page.date else "")
    place = f"{page.place}, " if page.place else ""
    mark = written.removeprefix(place).strip() if written else None
    return Evidence(page.sources.get("date") or page.source or _somewhere(agreement), written, mark)


def quote_fiscal_year(agreement: Agreement) -> list[Evidence]:
    """Where statement and annex name their fiscal year."""
    pages = [page for page in (agreement.annex, agreement.statement) if page and page.fiscal_year]
    return [
        Evidence(page.sources["fiscal_year"], str(page.fiscal_year), str(page.fiscal_year))
        for page in pages
        if "fiscal_year" in page.sources
    ]


def quote_unit(agreement: Agreement, mark: str | None = None) -> Evidence:
    """The unit in the annex's head."""
    return Evidence(agreement.sources.get("unit") or _somewhere(agreement), agreement.unit or "", mark)


def quote_agreement(agreement: Agreement) -> Evidence:
    """The agreement's beginning, for what is missing from it."""
    party = agreement.first_party
    words = [part for part in (party.name if party else None, party.position if party else None) if part]
    place = party.source if party and party.source else _somewhere(agreement)
    return Evidence(place, ", ".join(words) or agreement.id)


def quote_words(agreement: Agreement, words: str) -> Evidence:
    """What holds for the agreement as a whole and has no place of its own."""
    return Evidence(_somewhere(agreement), words, words or None)


def target_text(row: Row) -> str | None:
    """A row's target as printed; with the unit of its column, and put together where the data gives no text."""
    return printed_target(row.indicator.target)


def printed_target(target: Target | None) -> str | None:
    """A target as printed; put together where the data gives no text."""
    if target is None:
        return None
    if target.raw:
        bare = not any(each.isalpha() or each == "%" for each in target.raw)
        return f"{target.raw} {target.unit}" if bare and target.value is not None and target.unit else target.raw
    if target.value is None and target.predicate is None:
        return None
    low, high = (format_number(each) if each is not None else None for each in (target.value, target.upper))
    figure = " - ".join(each for each in (low, high) if each)
    sign = f"{target.sign} " if target.sign and figure else ""
    return " ".join(each for each in (f"{sign}{figure}", target.predicate, target.unit) if each)


def _somewhere(agreement: Agreement) -> Source:
    """Where the agreement begins; how surely its whole was read says nothing of that place."""
    source = agreement.source or Source(file="")
    return source.model_copy(update={"end_line": None, "confidence": None})
