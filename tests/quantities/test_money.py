"""Rupiah in every form seen in agreements."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.quantities.money import Rupiah, format_rupiah, parse_rupiah
from pkcheck.quantities.numbers import NumberStyle, format_number

STYLES: tuple[NumberStyle, ...] = ("id", "en")
amounts = st.integers(-(10**15), 10**15)


@given(amounts, st.sampled_from(STYLES))
def test_what_is_written_is_read_again(amount: int, style: NumberStyle) -> None:
    assert parse_rupiah(format_rupiah(amount, style)) == Rupiah(amount)


@pytest.mark.parametrize(
    ("text", "scale", "meant"),
    [("1.250,50", 10**6, 1_250_500_000), ("785", 10**6, 785_000_000), ("2.035.500", 10**3, 2_035_500_000), ("-", 10**6, 0)],
)  # fmt: skip
def test_a_column_that_counts_in_more_than_rupiah_keeps_its_fractions(text: str, scale: int, meant: int) -> None:
    assert parse_rupiah(text, scale=scale) == Rupiah(meant, nil=text == "-")


WAYS = ("Rp {}", "Rp{}", "Rp. {}", "Rp.{}", "Rp {},-", "Rp {},00", "Rp {}.-", "IDR {}", "{}", "{},-", "Rp {} ,-", "Rp : {}", "rp {}", "Rp {}.", "Rp {},--", "Rp{}, -", "{} rupiah")  # fmt: skip


@given(st.integers(0, 10**15), st.sampled_from(WAYS))
def test_every_way_to_print_an_amount_is_read(amount: int, way: str) -> None:
    assert parse_rupiah(way.format(format_number(amount))) == Rupiah(amount)


@given(st.integers(1, 10**15), st.sampled_from(STYLES))
def test_brackets_are_a_minus(amount: int, style: NumberStyle) -> None:
    assert parse_rupiah(f"(Rp {format_number(amount, style)})") == Rupiah(-amount)
    assert parse_rupiah(f"Rp ({format_number(amount, style)})") == Rupiah(-amount)


SCALES = {"ribu": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "M": 9, "triliun": 12, "trilyun": 12, "T": 12}


@given(st.decimals(0, 999, places=2), st.sampled_from(sorted(SCALES)), st.sampled_from(STYLES))
def test_words_multiply(value: Decimal, word: str, style: NumberStyle) -> None:
    assert parse_rupiah(f"Rp {format_number(value, style)} {word}", style) == Rupiah(int(value * 10 ** SCALES[word]))


@given(st.text() | st.text("Rp .,-()0123456789jutamiliar"), st.sampled_from([None, *STYLES]))
def test_any_text_is_an_amount_or_none(text: str, style: NumberStyle | None) -> None:
    parse_rupiah(text, style)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Rp 9.441.375.000,-", 9441375000),
        ("Rp. 9.985.639. 757,-", 9985639757),
        ("Rp 9,441,375,000", 9441375000),
        ("Rp 9,441,375,000.00", 9441375000),
        ("Rp 500", 500),
        ("Rp 500.000", 500000),
        ("Rp 500,000", 500000),
        ("Rp 2,5 miliar", 2500000000),
        ("Rp 2.5 miliar", 2500000000),
        ("1,2 triliun", 1200000000000),
        ("Rp 1.234.567.000,- (satu miliar dua ratus juta rupiah)", 1234567000),
        ("Rp0", 0),
        ("Rp\u00a05.000", 5000),
        ("Rp -5.000", -5000),
        ("-Rp 5.000", -5000),
        ("5000000", 5000000),
    ],
)
def test_an_amount_is_read_in_whole_rupiah(text: str, amount: int) -> None:
    assert parse_rupiah(text) == Rupiah(amount)


@pytest.mark.parametrize("text", ["-", "Rp -", "Rp. -", "Rp -,-", "Rp –", "Rp.-", "--", "Rp ---", "Rp —"])
def test_a_printed_dash_is_nil_not_missing(text: str) -> None:
    assert parse_rupiah(text) == Rupiah(0, nil=True)


def test_what_is_below_one_rupiah_is_kept_apart() -> None:
    assert parse_rupiah("Rp 1.000,50") == Rupiah(1000, fraction=Decimal("0.50"))


@pytest.mark.parametrize(
    "text",
    ["", "Rp", "Rp ,-", "lima juta", "Rp lima juta", "100%", "5 dokumen", "Rp 1.23.456", "Rp 9.441.375.00,-", "Rp 1.000 Rp 2.000", "(Rp 5", "Rp 5)", "1.2.3", "juta", "Rp - juta", "Rp 5,1234"],
)  # fmt: skip
def test_what_is_no_amount_is_none(text: str) -> None:
    assert parse_rupiah(text) is None


@pytest.mark.parametrize("amount", [0, 5, 999, 1000, -1000, 9441375000])
def test_both_languages_show_their_own_marks(amount: int) -> None:
    assert format_rupiah(amount, "en") == format_rupiah(amount).replace(".", ",")
