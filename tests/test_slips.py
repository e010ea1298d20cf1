"""Texts that recognition may have told apart by itself, and texts that differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.slips import differs_by_a_slip, may_be_part


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Síti", "Siti"),
        ("Kepała Bagian", "Kepala Bagian"),
        ("danSDM", "dan SDM"),
        ("Perternuan", "Pertemuan"),
        ("KLINIK", "KIINIK"),
        ("Kepala Bidang Anggaran", "Kepala Bidang Anggacan"),
        ("87.5", "87,5"),
    ],
)
def test_what_looks_alike_is_a_slip_either_way(one: str, other: str) -> None:
    assert differs_by_a_slip(one, other)
    assert differs_by_a_slip(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siti", "Siti"),
        ("Siti", "SITI"),
        ("Siti", "Sari"),
        ("6 Maret 2024", "1 Maret 2024"),
        ("Kepala Bidang Anggaran", "Kepala Bagian Anggaran"),
        ("-", "%"),
    ],
)
def test_what_is_the_same_or_another_text_is_none(one: str, other: str) -> None:
    assert not differs_by_a_slip(one, other)


@given(st.text(max_size=30), st.text(alphabet="0123456789", min_size=1, max_size=6))
def test_a_text_with_other_digits_is_never_a_slip(words: str, digits: str) -> None:
    assert not differs_by_a_slip(words, words + digits)


@pytest.mark.parametrize(
    ("part", "is_part"),
    [
        ("Kepala-Bagtan-Teknis Penyelenggaraan", True),
        ("KepałaBagian Teknis", True),
        ("Hukun danSDM", True),
        ("SDM", False),
        ("Anastasia Juwita Putri", False),
        ("Kepala Dinas Kesehatan", False),
    ],
)
def test_a_part_is_known_for_all_its_slips_and_a_name_is_none(part: str, is_part: bool) -> None:
    assert may_be_part(part, "Kepala Bagian Teknis Penyelenggaraan Pemilu, Hukum dan SDM") is is_part
