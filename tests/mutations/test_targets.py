"""One slip in a target of the real document, and the one finding that follows from it."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.data import load
from pkcheck.discovery import load_rules
from pkcheck.engine import judge
from pkcheck.findings import Finding
from pkcheck.graph import AgreementSet

ChangeText = Callable[[dict[int, tuple[str, str | None]]], Any]
ChangeData = Callable[[Callable[[dict[str, Any]], None]], Any]
TARGET_RULES = [each for each in load_rules() if each.rule.code.startswith("TGT")]


def of_targets(findings: tuple[Finding, ...]) -> list[tuple[str, int | None]]:
    """Code and line of the findings about targets."""
    return [(each.code, each.evidence[0].source.line) for each in findings if each.code.startswith("TGT")]


class Slip(NamedTuple):
    """What is printed instead on a line, and the rule that tells."""

    line: int
    old: str
    new: str
    code: str


SLIPS = [
    pytest.param(Slip(985, "100%", "95%", "TGT002"), id="lowered-at-the-lowest-level"),
    pytest.param(Slip(498, "100%", "90%", "TGT002"), id="lowered-in-the-middle"),
    pytest.param(Slip(306, "2 Lap", "1 Lap", "TGT002"), id="a-count-lowered"),
    pytest.param(Slip(322, "30%", "20%", "TGT002"), id="a-fall-lowered"),
    pytest.param(Slip(305, "90%", "95%", "TGT003"), id="raised-in-the-middle"),
    pytest.param(Slip(641, "10 satker", "11 satker", "TGT003"), id="raised-at-the-lowest-level"),
    pytest.param(Slip(1099, "100%", "101%", "TGT004"), id="over-a-hundred"),
    pytest.param(Slip(157, "95%", "950%", "TGT004"), id="a-decimal-mark-lost-at-the-top"),
    pytest.param(Slip(202, "(4 satker)", "(5 satker)", "TGT005"), id="a-compound-made-wrong"),
    pytest.param(Slip(1100, "100%", "terlaksana dengan baik", "TGT006"), id="words"),
    pytest.param(Slip(142, "100%", "", "TGT001"), id="a-cell-left-empty"),
    pytest.param(Slip(1101, "100%", "-", "TGT001"), id="a-dash"),
]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_the_text_is_one_finding(changed: ChangeText, slip: Slip) -> None:
    assert of_targets(changed({slip.line: (slip.old, slip.new)}).new) == [(slip.code, slip.line)]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_the_data_is_one_finding(changed_data: ChangeData, slip: Slip) -> None:
    def write(data: dict[str, Any]) -> None:
        (target,) = [
            indicator["target"]
            for agreement in data["agreements"]
            for objective in agreement["objectives"]
            for indicator in objective["indicators"]
            if indicator["source"]["line"] == slip.line
        ]
        raw = target["raw"].replace(slip.old, slip.new)
        assert raw != target["raw"]
        target.clear()
        target["raw"] = raw

    assert of_targets(changed_data(write).new) == [(slip.code, slip.line)]


def test_a_finding_goes_when_the_target_is_put_right(changed: ChangeText) -> None:
    change = changed({507: ("90%", "95%"), 995: ("90%", "95%")})
    assert of_targets(change.new) == []
    assert of_targets(change.gone) == [("TGT002", 507)]


def test_a_target_that_was_cut_off_accuses_nobody(changed: ChangeText) -> None:
    assert of_targets(changed({1099: ("\t100%", "")}).new) == []


def test_quarters_that_do_not_make_the_year(changed_data: ChangeData) -> None:
    def slip(data: dict[str, Any]) -> None:
        target = data["agreements"][1]["objectives"][3]["indicators"][0]["target"]
        assert target["raw"] == "5 keg"
        target |= {"periods": {"TW1": 1, "TW2": 1, "TW3": 1, "TW4": 1}, "accumulation": "sum"}

    assert changed_data(slip).found == [("TGT008", "sekretaris:4.1")]


def test_quarters_that_make_the_year_are_silent(changed_data: ChangeData) -> None:
    def fill(data: dict[str, Any]) -> None:
        target = data["agreements"][1]["objectives"][3]["indicators"][0]["target"]
        target |= {"periods": {"TW1": 1, "TW2": 1, "TW3": 1, "TW4": 2}, "accumulation": "sum"}

    assert changed_data(fill).found == []


def chain(targets: list[str]) -> AgreementSet:
    """One indicator handed down from level to level, with these targets."""
    units = []
    for level, target in enumerate(targets):
        superior = f", supervisor: u{level - 1}" if level else ""
        text = f"Persentase layanan {'x' * (level - 1)}" if level else ""
        row = f'{{text: Persentase layanan {"x" * level}, target: "{target}"}}'
        units.append(f"- {{id: u{level}{superior}, objectives: [{{no: 1, text: {text or 'A'}, indicators: [{row}]}}]}}")
    return AgreementSet(load("\n".join(units), "chain.yaml", "yaml").agreements)


def found_in(whole: AgreementSet) -> list[tuple[str, str]]:
    return [(each.code, each.at) for each in judge(whole, TARGET_RULES).findings]


levels = st.integers(2, 4)
percents = st.integers(2, 100)


@given(levels, percents)
def test_a_chain_of_equal_targets_is_silent(depth: int, percent: int) -> None:
    assert found_in(chain([f"{percent}%"] * depth)) == []


@given(st.data(), levels, percents)
def test_one_link_lowered_is_one_finding_at_that_link(data: st.DataObject, depth: int, percent: int) -> None:
    at = data.draw(st.integers(1, depth - 1))
    less = data.draw(st.integers(1, percent - 1))
    targets = [f"{percent}%"] * depth
    targets[at] = f"{percent - less}%"
    assert found_in(chain(targets)) == [("TGT002", f"u{at}:1.1 -> u{at - 1}:1.1")]


@given(st.data(), levels, percents)
def test_a_fall_handed_on_is_told_where_it_starts(data: st.DataObject, depth: int, percent: int) -> None:
    at = data.draw(st.integers(1, depth - 1))
    less = data.draw(st.integers(1, percent - 1))
    targets = [f"{percent}%"] * at + [f"{percent - less}%"] * (depth - at)
    assert found_in(chain(targets)) == [("TGT002", f"u{at}:1.1 -> u{at - 1}:1.1")]
