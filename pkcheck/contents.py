"""What agreements contain and how they hang together, in words: the part of a record that no finding tells."""

from collections.abc import Iterator, Sequence

from pkcheck.comparison import Comparison, compare
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement, Indicator, Target, objective_keys
from pkcheck.record import (
    AgreementRecord,
    BudgetRecord,
    DerivationRecord,
    IndicatorRecord,
    MissingUnitRecord,
    ObjectiveRecord,
    PlaceRecord,
    RollupRecord,
    SumRecord,
    TargetRecord,
)
from pkcheck.rollup import Entry, Sum, entries_of
from pkcheck.texts import Lang, Text
from pkcheck.unittree import superior_words


def agreement_records(whole: AgreementSet, lang: Lang) -> tuple[AgreementRecord, ...]:
    """Every agreement, those that a revision replaces too, in the set's order."""
    return tuple(_agreement(each, whole, lang) for each in whole.given)


def missing_unit_records(whole: AgreementSet) -> tuple[MissingUnitRecord, ...]:
    """The units that are named as superior and have no agreement in the set."""
    return tuple(
        MissingUnitRecord(position=each.position, subordinates=each.orphans, under=each.under) for each in whole.missing
    )


def rollup_records(whole: AgreementSet, lang: Lang) -> tuple[RollupRecord, ...]:
    """The sums of every agreement that has any, in the set's order."""
    found = (_rollup(each, whole, lang) for each in whole.agreements)
    return tuple(each for each in found if each.sums or each.strangers)


def _agreement(agreement: Agreement, whole: AgreementSet, lang: Lang) -> AgreementRecord:
    party, source = agreement.first_party, agreement.source
    superior = whole.superiors.get(agreement.id)
    return AgreementRecord(
        id=agreement.id,
        unit=agreement.unit,
        holder=party.name if party else None,
        position=party.position if party else None,
        supervisor=superior.id if superior else None,
        replaced_by=whole.replaced.get(agreement.id),
        source=PlaceRecord(file=source.file, line=source.line, page=source.page) if source else None,
        institution=agreement.institution,
        fiscal_year=agreement.fiscal_year,
        statement_date=agreement.statement.date if agreement.statement else None,
        annex_date=agreement.annex.date if agreement.annex else None,
        supervisor_status=superior.status if superior else None,
        supervisor_link=superior_words(superior, lang) if superior else None,
        objectives=tuple(_objectives(agreement, whole, lang)),
        budget=tuple(_budget(agreement)),
    )


def _objectives(agreement: Agreement, whole: AgreementSet, lang: Lang) -> Iterator[ObjectiveRecord]:
    for key, each in zip(objective_keys(agreement.objectives), agreement.objectives, strict=True):
        yield ObjectiveRecord(
            id=f"{agreement.id}:{key}",
            no=each.no,
            group=each.group,
            text=each.text,
            indicators=tuple(_indicator(indicator, whole, lang) for indicator in each.indicators),
        )


def _indicator(indicator: Indicator, whole: AgreementSet, lang: Lang) -> IndicatorRecord:
    return IndicatorRecord(
        id=indicator.id,
        text=indicator.text,
        is_iku=indicator.is_iku,
        not_cascaded=indicator.not_cascaded,
        target=_target(indicator.target) if indicator.target else None,
        derives_from=tuple(_derivations(indicator, whole, lang)),
    )


def _target(target: Target) -> TargetRecord:
    return TargetRecord(raw=target.raw, value=target.value, unit=target.unit, predicate=target.predicate)


def _derivations(indicator: Indicator, whole: AgreementSet, lang: Lang) -> Iterator[DerivationRecord]:
    for each in whole.derivations.get(indicator.id, ()):
        found = compare(indicator, whole.rows[each.parent].indicator)
        yield DerivationRecord(
            parent=each.parent,
            how=each.how,
            score=each.score,
            standing=found.standing if isinstance(found, Comparison) else None,
            reason=None if isinstance(found, Comparison) else found.say(lang),
        )


def _rollup(agreement: Agreement, whole: AgreementSet, lang: Lang) -> RollupRecord:
    pool = whole.ledger.pools.get(agreement.id)
    beneath = [_sum(each, pool.gap_of(each), lang) for each in pool.sums] if pool else []
    within = [_sum(each, None, lang) for each in whole.ledger.within[agreement.id]]
    strangers = _line_ids(pool.strangers) if pool else ()
    return RollupRecord(unit=agreement.id, sums=(*beneath, *within), strangers=strangers)


def _sum(each: Sum, gap: Text | None, lang: Lang) -> SumRecord:
    return SumRecord(
        kind=each.kind,
        own=_line_ids(each.own),
        parts=_line_ids(each.parts),
        difference=each.difference if each.readable else None,
        obstacle=each.obstacle.say(lang) if each.obstacle else None,
        gap=gap.say(lang) if gap else None,
    )


def _line_ids(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(f"{each.agreement.id}:budget.{_number_of(each)}" for each in entries)


def _number_of(entry: Entry) -> int:
    """Which of its agreement's lines an entry is; two lines may read the same."""
    return next(number for number, line in enumerate(entry.agreement.budget, 1) if line is entry.line)


def _budget(agreement: Agreement) -> Iterator[BudgetRecord]:
    for number, entry in enumerate(entries_of(agreement), 1):
        line = entry.line
        yield BudgetRecord(
            id=f"{agreement.id}:budget.{number}",
            level=line.level,
            code=line.code,
            name=line.name,
            raw=line.raw,
            amount=entry.amount,
            nil=line.nil,
        )
