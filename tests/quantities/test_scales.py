"""Grades and their scales."""

from pkcheck.quantities.scales import grade, same_scale


def test_grades_of_one_scale_have_ranks() -> None:
    assert same_scale("WTP", "WDP") == (1, 3)
    best, good = same_scale("Sangat Baik", "Baik") or (0, 0)
    assert best < good


def test_grades_of_two_scales_cannot_be_compared() -> None:
    assert same_scale("WTP", "BB") is None
    assert same_scale("WTP", "bagus") is None


def test_a_letter_is_a_grade_only_as_a_capital() -> None:
    assert grade("a") is None
    assert grade("A") is not None
