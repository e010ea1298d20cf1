"""Numbers in Indonesian and in English style, told apart by evidence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.quantities.numbers import NumberStyle, format_number, number_style, parse_number

STYLES: tuple[NumberStyle, ...] = ("id", "en")
values = st.decimals(-(10**15), 10**15, places=4) | st.integers(-(10**15), 10**15).map(Decimal)


@given(values, st.sampled_from(STYLES))
def test_what_is_written_is_read_again(value: Decimal, style: NumberStyle) -> None:
    assert parse_number(format_number(value, style), style) == value


@given(values, st.sampled_from(STYLES))
def test_where_the_digits_leave_no_choice_no_style_is_needed(value: Decimal, style: NumberStyle) -> None:
    printed = format_number(value, style)
    if number_style([printed]) == style:
        assert parse_number(printed) == value


@given(st.text() | st.text("0123456789.,-+ ()%RpID"), st.sampled_from([None, *STYLES]))
def test_any_text_is_a_number_or_none(text: str, style: NumberStyle | None) -> None:
    parse_number(text, style)
    number_style([text])


@given(st.lists(st.integers(10**6, 10**15).map(Decimal), min_size=1), st.sampled_from(STYLES))
def test_large_numbers_prove_their_style(several: list[Decimal], style: NumberStyle) -> None:
    assert number_style(format_number(each, style) for each in several) == style


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("5", None, "5"),
        ("87.5", None, "87.5"),
        ("87,5", None, "87.5"),
        ("87,50", None, "87.5"),
        ("1.234", None, "1234"),
        ("1,234", None, "1.234"),
        ("1.234", "en", "1.234"),
        ("1,234", "en", "1234"),
        ("1,234", "id", "1.234"),
        ("1.234,5", None, "1234.5"),
        ("1.234,5", "en", "1234.5"),
        ("1,234.5", None, "1234.5"),
        ("1,234.5", "id", "1234.5"),
        ("87.5", "id", "87.5"),
        ("87,5", "en", "87.5"),
        ("0.125", None, "0.125"),
        ("0.125", "id", "0.125"),
        ("9.441.375.000", "en", "9441375000"),
        ("9.985.639. 757", None, "9985639757"),
        ("-5", None, "-5"),
        ("+5", None, "5"),
        (" 5 ", None, "5"),
        ("007", None, "7"),
    ],
)
def test_a_number_is_read_by_what_it_can_only_be(text: str, style: NumberStyle | None, value: str) -> None:
    assert parse_number(text, style) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "lima", "5%", "1.2.3", "1,2,3", "1.23.456", "1.234.5", "1..2", "1.", ".5", "1 2", "5 dokumen", "1.234,5,6", "9" * 41, "٣", "²"],
)  # fmt: skip
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("texts", "style"),
    [
        ([], None),
        (["5", "1.234", "1,234", "lima"], None),
        (["97,5%"], "id"),
        (["87.5%"], "en"),
        (["Rp 9.441.375.000,-", "87.5%"], "id"),
        (["1,234,567", "97,5"], "en"),
        (["87.5", "97,5"], None),
        (["1.234,5"], "id"),
        (["1,234.5"], "en"),
        (["36,36% (4 satker)"], "id"),
    ],
)
def test_the_style_of_a_document_is_what_its_numbers_prove(texts: list[str], style: NumberStyle | None) -> None:
    assert number_style(texts) == style


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (Decimal(1234567), "1.234.567", "1,234,567"),
        (Decimal("1234.50"), "1.234,5", "1,234.5"),
        (100.0, "100", "100"),
        (36.36, "36,36", "36.36"),
        (Decimal("-0.5"), "-0,5", "-0.5"),
        (Decimal("1E+3"), "1.000", "1,000"),
    ],
)
def test_a_number_is_shown_in_both_styles(value: Decimal | float, indonesian: str, english: str) -> None:
    assert (format_number(value), format_number(value, "en")) == (indonesian, english)
