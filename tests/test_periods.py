"""How quarters and months make the year."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.model import Target
from pkcheck.periods import years_of


@given(st.lists(st.integers(0, 1000), min_size=4, max_size=4))
def test_four_quarters_make_their_sum(parts: list[int]) -> None:
    (year,) = years_of(Target(value=1, periods={f"TW{at}": each for at, each in enumerate(parts, 1)})) or ()
    assert year.complete
    assert year.makes(Decimal(sum(parts)), "sum")
    assert not year.makes(Decimal(sum(parts) + 1), "sum")


@pytest.mark.parametrize("name", ["TW1", "triwulan I", "Q1", "B1", "Januari", "jan", "S1", "Semester 1"])
def test_a_period_has_many_names(name: str) -> None:
    assert years_of(Target(periods={name: 1})) is not None


@pytest.mark.parametrize("name", ["TW5", "B13", "awal", ""])
def test_what_is_no_period_is_not_understood(name: str) -> None:
    assert years_of(Target(periods={name: 1})) is None


def test_periods_stand_in_the_order_of_the_year() -> None:
    (year,) = years_of(Target(periods={"Desember": 9, "B2": 1})) or ()
    assert list(map(int, year.values)) == [1, 9]
    assert not year.complete
