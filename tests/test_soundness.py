"""Sets with nothing wrong in them, and what every rule must keep whatever it is handed."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pkcheck import api
from pkcheck.discovery import load_rules
from pkcheck.engine import Judgement, judge
from pkcheck.findings import Coverage
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement
from pkcheck.subjects import subjects_of
from pkcheck.testing import sound_sets

RULES = load_rules()
KINDS = {each.rule.code: each for each in RULES}
SLOW = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def adds_up(account: Coverage, whole: AgreementSet) -> bool:
    """Every subject that the rule looks at was checked, or has its reason; none is told twice, none is made up."""
    loaded = KINDS[account.code]
    expected = set(subjects_of(whole, loaded.kind, loaded.hands))
    missed = [each.subject.id for each in account.not_checked]
    return (
        len(set(missed)) == len(missed) and set(missed) <= expected and account.checked + len(missed) == len(expected)
    )


def assert_sound(judgement: Judgement, whole: AgreementSet) -> None:
    assert [(each.code, each.facts) for each in judgement.coverage if each.status == "broken"] == []
    wrong = [each.code for each in judgement.coverage if each.status == "ran" and not adds_up(each, whole)]
    assert wrong == []


@SLOW
@given(sound_sets())
def test_nothing_is_found_where_nothing_is_wrong(agreements: tuple[Agreement, ...]) -> None:
    whole = AgreementSet(agreements)
    judgement = judge(whole, RULES)
    assert [(each.code, each.at, dict(each.facts)) for each in judgement.findings] == []
    assert_sound(judgement, whole)


def _without_annex(each: Agreement) -> Agreement:
    return each.model_copy(update={"annex": None, "objectives": (), "budget": ()})


def _without_budget(each: Agreement) -> Agreement:
    return each.model_copy(update={"budget": ()})


def _without_names(each: Agreement) -> Agreement:
    return each.model_copy(update={"first_party": None, "second_party": None, "supervisor": None})


def _without_dates(each: Agreement) -> Agreement:
    pages = {name: getattr(each, name).model_copy(update={"date": None}) for name in ("statement", "annex")}
    return each.model_copy(update=pages)


def _without_statement(each: Agreement) -> Agreement:
    return each.model_copy(update={"statement": None})


def _with_unread_amounts(each: Agreement) -> Agreement:
    lines = tuple(line.model_copy(update={"raw": "Rp ???", "amount": None}) for line in each.budget)
    return each.model_copy(update={"budget": lines})


def _without_targets(each: Agreement) -> Agreement:
    objectives = tuple(
        o.model_copy(update={"indicators": tuple(i.model_copy(update={"target": None}) for i in o.indicators)})
        for o in each.objectives
    )
    return each.model_copy(update={"objectives": objectives})


def _under_itself(each: Agreement) -> Agreement:
    return each.model_copy(update={"supervisor": each.id})


def _under_nobody_known(each: Agreement) -> Agreement:
    return each.model_copy(update={"supervisor": "no-such-unit"})


def _untouched(each: Agreement) -> Agreement:
    return each


def _unread(each: Agreement) -> Agreement:
    names = ("budget", "annex.date", "annex.signatures", *(f"{i.id}.target" for i in each.indicators()))
    return each.model_copy(update={"unread": names, "budget": ()})


MUTATIONS: tuple[Callable[[Agreement], Agreement], ...] = (
    _untouched, _without_annex, _without_budget, _without_names, _without_dates, _without_statement,
    _with_unread_amounts, _without_targets, _under_itself, _under_nobody_known, _unread,
)  # fmt: skip


@SLOW
@given(sound_sets(), st.data())
def test_coverage_adds_up_whatever_is_missing(agreements: tuple[Agreement, ...], data: st.DataObject) -> None:
    kept = [each for each in agreements if data.draw(st.booleans(), label=f"keep {each.id}")] or list(agreements[:1])
    broken = [data.draw(st.sampled_from(MUTATIONS), label=each.id)(each) for each in kept]
    whole = AgreementSet(broken)
    assert_sound(judge(whole, RULES), whole)


def test_coverage_adds_up_on_the_real_document(real: api.Outcome) -> None:
    assert_sound(real.judgement, real.whole)


@pytest.mark.parametrize("dropped", range(11))
def test_coverage_adds_up_when_an_agreement_is_missing(real: api.Outcome, dropped: int) -> None:
    rest = [each for at, each in enumerate(real.whole.agreements) if at != dropped]
    whole = AgreementSet(rest)
    assert_sound(judge(whole, RULES), whole)
