import pytest

from pkcheck.reference.keyindicators import Representation
from pkcheck.reference.model import KeyIndicator


@pytest.mark.parametrize(
    ("present", "total", "band"),
    [
        (96, 100, "a (>95%)"),
        (95, 100, "b (80-95%)"),
        (951, 1000, "a (>95%)"),
        (80, 100, "b (80-95%)"),
        (79, 100, "c (50-80%)"),
        (50, 100, "c (50-80%)"),
        (49, 100, "d (10-50%)"),
        (10, 100, "d (10-50%)"),
        (9, 100, "e (<10%)"),
        (0, 1, "e (<10%)"),
    ],
)
def test_the_borders_of_the_bands(present: int, total: int, band: str) -> None:
    missing = tuple(KeyIndicator(indicator=f"Indikator {at}") for at in range(total - present))
    assert Representation(missing, total).band == band
