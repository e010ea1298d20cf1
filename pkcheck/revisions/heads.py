"""What changed in an agreement apart from its tables: unit, year, superior, parties, signatures, places and dates."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pkcheck.findings import Evidence
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement, Page, Party, Signature
from pkcheck.positions import same_office
from pkcheck.quoting import (
    Side as Whose,
)
from pkcheck.quoting import (
    of_agreement,
    of_party,
    quote_agreement,
    quote_claim,
    quote_date,
    quote_fiscal_year,
    quote_party,
    quote_signature,
    quote_unit,
    quote_words,
    title_of,
)
from pkcheck.revisions.changes import Change, Field, Side
from pkcheck.revisions.sides import text_change, value_change
from pkcheck.superiors import Office, Superior

_WORDED: tuple[Field, ...] = ("institution", "unit", "position", "budget_heading")
_BOTH: tuple[Whose, ...] = ("first", "second")
# A field of an agreement, told apart by where it stands, with what stands there.
_Found = dict[tuple[str, Field], Side]


def head_changes(old: Agreement, new: Agreement) -> tuple[Change, ...]:
    """Field by field; what changed in the same way in several places is told once."""
    before, after = _fields(old), _fields(new)
    order = [*after, *(key for key in before if key not in after)]
    found = [_change(key[1], before.get(key), after.get(key)) for key in order]
    return tuple(_merged([each for each in found if each is not None]))


def superior_change(
    old: Agreement, new: Agreement, before: AgreementSet, after: AgreementSet, ids: Mapping[str, str]
) -> Change | None:
    """The superior, where it is another one: that its agreement came into the set or left it is no change here.

    `ids` has for what is in both sets its id in the new one.
    """
    one, other = before.superiors[old.id], after.superiors[new.id]
    if one.id is not None and other.id is not None:
        if ids.get(one.id) == other.id:
            return None
    elif _words(old, one, ids) == _words(new, other, {}) or _same_office(_office(before, one), _office(after, other)):
        return None
    return value_change("superior", _superior(old, before), _superior(new, after))


def _fields(agreement: Agreement) -> _Found:
    found: _Found = {}
    subject = of_agreement(agreement)
    for field, text, evidence in _of_the_whole(agreement):
        found["", field] = Side(subject, text, (evidence,))
    for whose in _BOTH:
        party = agreement.first_party if whose == "first" else agreement.second_party
        if party is not None:
            found |= _of_party(agreement, whose, party)
    for name, page in (("statement", agreement.statement), ("annex", agreement.annex)):
        if page is not None:
            found |= _of_page(agreement, name, page)
    return found


def _of_the_whole(agreement: Agreement) -> Iterator[tuple[Field, str, Evidence]]:
    if agreement.institution:
        yield "institution", agreement.institution, quote_words(agreement, agreement.institution)
    if agreement.unit:
        yield "unit", agreement.unit, quote_unit(agreement, agreement.unit)
    if agreement.fiscal_year is not None:
        year = str(agreement.fiscal_year)
        yield "fiscal_year", year, next(iter(quote_fiscal_year(agreement)), quote_words(agreement, year))
    if agreement.kind:
        yield "kind", agreement.kind, quote_words(agreement, agreement.kind)
    if agreement.revision is not None:
        said = agreement.revision.model_dump(exclude_none=True)
        text = ", ".join(f"{name}: {value}" for name, value in said.items()) or "perubahan"
        yield "revision", text, quote_words(agreement, text)
    annex = agreement.annex
    if annex is not None and annex.budget_heading:
        source = annex.sources.get("budget_heading") or annex.source
        quoted = quote_words(agreement, annex.budget_heading)
        yield "budget_heading", annex.budget_heading, replace(quoted, source=source or quoted.source)


def _of_party(agreement: Agreement, whose: Whose, party: Party) -> _Found:
    subject = of_party(agreement, whose)
    texts: dict[Field, str | None] = {
        "name": party.name, "position": party.position, "nip": party.nip, "acting": party.acting,
    }  # fmt: skip
    return {
        (f"{whose}_party", field): Side(subject, text, (quote_party(agreement, party, text),))
        for field, text in texts.items()
        if text
    }


def _of_page(agreement: Agreement, name: str, page: Page) -> _Found:
    subject = of_agreement(agreement)
    found: _Found = {}
    if page.place:
        found[name, "place"] = Side(subject, page.place, (replace(quote_date(agreement, page), mark=page.place),))
    if page.date or page.raw:
        quoted = quote_date(agreement, page)
        printed = quoted.mark if page.raw else None
        found[name, "date"] = Side(subject, printed or str(page.date), (quoted,), page.date)
    if page.fiscal_year is not None:
        year = str(page.fiscal_year)
        source = page.sources.get("fiscal_year") or page.source
        quoted = quote_words(agreement, year)
        found[name, "fiscal_year"] = Side(subject, year, (replace(quoted, source=source or quoted.source),))
    for whose in _BOTH:
        block = page.signatures.first if whose == "first" else page.signatures.second
        if block is not None:
            found |= _of_block(agreement, f"{name}.{whose}", whose, block)
    return found


def _of_block(agreement: Agreement, place: str, whose: Whose, block: Signature) -> _Found:
    subject = of_party(agreement, whose)
    signed = None if block.signed is None else "signed: true" if block.signed else "signed: false"
    texts: dict[Field, str | None] = {
        "name": block.name, "position": block.position, "label": block.label, "signed": signed,
    }  # fmt: skip
    return {
        (place, field): Side(subject, text, (quote_signature(agreement, block, text),))
        for field, text in texts.items()
        if text
    }


def _change(field: Field, before: Side | None, after: Side | None) -> Change | None:
    if field in _WORDED:
        return text_change(field, before, after)
    change = value_change(field, before, after)
    if (
        change is not None
        and change.kind == "respelt"
        and field == "date"
        and _is_written(before) != _is_written(after)
    ):
        return None  # the one is a day of the data, the other a line of print
    return change


def _is_written(side: Side | None) -> bool:
    return side is not None and side.text != str(side.value)


def _merged(changes: list[Change]) -> Iterator[Change]:
    """One change for all places with the same texts."""
    groups: dict[object, list[Change]] = {}
    for each in changes:
        texts = [side.text if side else None for side in (each.before, each.after)]
        groups.setdefault((each.kind, each.field, each.subject, *texts), []).append(each)
    for first, *others in groups.values():
        yield replace(
            first,
            before=_with_places(first.before, [each.before for each in others]),
            after=_with_places(first.after, [each.after for each in others]),
        )


def _with_places(side: Side | None, others: list[Side | None]) -> Side | None:
    if side is None:
        return None
    evidence = (each for other in (side, *others) if other is not None for each in other.evidence)
    return replace(side, evidence=tuple(dict.fromkeys(evidence)))


def _words(agreement: Agreement, superior: Superior, ids: Mapping[str, str]) -> tuple[object, ...]:
    """What an agreement says of its superior; an id of the old set in the terms of the new one."""
    given = None if agreement.supervisor_inferred else agreement.supervisor
    claims = [(each.place, each.position, each.name) for each in superior.claims if each.place != "data"]
    return given and ids.get(given, given), *claims


def _office(whole: AgreementSet, superior: Superior) -> Office:
    return whole.position_of(whole.by_id[superior.id]) if superior.id is not None else superior.office


def _same_office(one: Office, other: Office) -> bool:
    return same_office(one, other) or (not one and not other)


def _superior(agreement: Agreement, whole: AgreementSet) -> Side | None:
    superior = whole.superiors[agreement.id]
    named = [claim for claim in superior.claims if claim.agreement == superior.id]
    claim = next(iter(named or superior.claims), None)
    if superior.id is not None:
        text = title_of(whole.by_id[superior.id])
    elif superior.status == "missing" and claim is not None and claim.position:
        text = claim.position
    else:
        return None
    evidence = quote_claim(agreement, claim) if claim else quote_agreement(agreement)
    return Side(of_agreement(agreement), text, (evidence,))
