"""A condition that does too much is stopped, with a message, and the other rules go on."""

from collections.abc import Callable

import pytest

from pkcheck.celrules import evaluator
from pkcheck.discovery import load_rules
from pkcheck.engine import Judgement, judge
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement, Indicator, Objective

Judged = Callable[..., Judgement]
STEPS = "dihentikan setelah 100.000 langkah pada a."
SIZE = "menghasilkan teks atau daftar yang melebihi 100.000."


def with_indicators(count: int) -> list[Agreement]:
    rows = tuple(Indicator(id=f"a:1.{at}", text=f"Indikator {at}") for at in range(1, count + 1))
    return [Agreement(id="a", objectives=(Objective(no=1, indicators=rows),))]


def told(judgement: Judgement) -> tuple[str, str]:
    (account,) = judgement.coverage
    return account.status, account.reason.say("id", **account.facts) if account.reason else ""


@pytest.mark.parametrize(
    "condition",
    [
        "agreement.objectives[0].indicators.exists(i, i.text == 'tidak ada')",
        "agreement.objectives[0].indicators.all(i, true)",
        "size(agreement.objectives[0].indicators.filter(i, true)) == 0",
        "sum(agreement.objectives[0].indicators.map(i, 1)) == 0",
    ],
)
def test_a_loop_over_ten_thousand_elements_is_stopped(judged: Judged, condition: str) -> None:
    status, reason = told(judged(condition, with_indicators(10_000)))
    assert status == "broken"
    assert f"aturan TES001: {STEPS}" in reason


def test_a_loop_over_a_thousand_elements_is_not(judged: Judged) -> None:
    assert told(judged("agreement.objectives[0].indicators.all(i, i.text != '')", with_indicators(1_000))) == (
        "ran",
        "",
    )


def test_loops_within_loops_are_stopped(judged: Judged) -> None:
    indicators = "agreement.objectives[0].indicators"
    condition = f"{indicators}.all(a, {indicators}.all(b, {indicators}.all(c, true)))"
    assert STEPS in told(judged(condition, with_indicators(50)))[1]


@pytest.mark.parametrize(
    ("start", "double", "problem"),
    [("[1]", "[x{n}, x{n}]", STEPS), ("['x']", "x{n} + x{n}", SIZE), ("[[1]]", "x{n} + x{n}", STEPS)],
)
def test_what_doubles_at_every_turn_is_stopped(judged: Judged, start: str, double: str, problem: str) -> None:
    turns = "".join(f".map(x{n}, {double.format(n=n)})" for n in range(30))
    status, reason = told(judged(f"{start}{turns} == {start}", "{id: a}"))
    assert status == "broken"
    assert problem in reason


def test_time_is_bounded_too(judged: Judged, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluator, "MAX_SECONDS", -1)
    status, reason = told(judged("true", "{id: a}"))
    assert status == "broken"
    assert "aturan TES001: dihentikan setelah" in reason


def test_the_other_rules_go_on(judged: Judged) -> None:
    broken = judged("agreement.objectives[0].indicators.all(i, true)", with_indicators(10_000)).coverage
    others = judge(AgreementSet(with_indicators(3)), load_rules()).coverage
    assert [each.status for each in broken] == ["broken"]
    assert not any(each.status == "broken" for each in others)


def test_bounds_hold_for_facts_as_well(judged: Judged) -> None:
    more = "facts:\n  semua: size(agreement.objectives[0].indicators.map(i, i.text))\n"
    status, reason = told(judged("true", with_indicators(10_000), more=more, message="{semua}"))
    assert status == "broken"
    assert "`facts.semua`" in reason


def test_nothing_is_written_beside_the_report(judged: Judged, capfd: pytest.CaptureFixture[str]) -> None:
    judged("agreement.unit.matches('[') || agreement.unit.startsWith(1)", "{id: a, unit: b}")
    assert capfd.readouterr() == ("", "")
