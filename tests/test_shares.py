"""Shares, their wholes, and what the text must say before a whole is known."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.shares import Share, population, reachable


@given(st.integers(1, 500), st.integers(1, 500), st.integers(0, 2))
def test_a_share_that_was_rounded_knows_its_whole_and_is_reachable(part: int, more: int, places: int) -> None:
    whole = part + more
    percent = round(Decimal(part) * 100 / whole, places)
    assert whole in Share(percent, Decimal(part), "satuan kerja").wholes or percent == 0
    assert reachable(percent, whole)


@pytest.mark.parametrize(("percent", "part"), [("36.36", 5), ("50", 0), ("0", 4), ("95", 12)])
def test_some_numbers_are_no_such_share_of_anything(percent: str, part: int) -> None:
    assert not Share(Decimal(percent), Decimal(part), "orang").wholes


@pytest.mark.parametrize(
    ("percent", "whole", "can"),
    [
        ("95", 11, False),
        ("98", 11, False),
        ("87.5", 11, False),
        ("90.9", 11, True),
        ("91", 11, True),
        ("100", 11, True),
    ],
)
def test_a_percentage_is_reachable_or_not(percent: str, whole: int, can: bool) -> None:
    assert reachable(Decimal(percent), whole) is can


def test_a_population_is_named_before_what_is_said_of_it() -> None:
    assert population("Persentase satker yang tertib") == "satuan kerja"
    assert population("Nilai SAKIP") is None
