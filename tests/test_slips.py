"""Which differences between two texts recognition may have made itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.slips import differs_by_a_slip, look_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sumarni, S.Pd.", "Sumami S Pd"),
        ("dr. Ratna Wulandari", "dr. Ratna Wuiandari"),
        ("Kepala Puskesmas", "Kepala Puskesrnas"),
        ("Meningkatnya layanan", "Meningkatnyalayanan"),
    ],
)
def test_letters_that_look_alike_are_a_slip(one: str, other: str) -> None:
    assert differs_by_a_slip(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sri Lestari", "Sri Lestari"),
        ("Budi", "Rudi"),
        ("12 dokumen", "13 dokumen"),
        ("Sekretaris Dinas", "Kepala Bidang"),
        ("", "Sari"),
    ],
)
def test_another_word_another_figure_or_the_same_text_is_none(one: str, other: str) -> None:
    assert not differs_by_a_slip(one, other)


@given(st.text(max_size=30), st.text(alphabet="0123456789", min_size=1, max_size=6))
def test_a_text_with_other_digits_is_never_a_slip(words: str, digits: str) -> None:
    assert not differs_by_a_slip(words, words + digits)


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=30))
def test_looking_twice_changes_nothing(text: str) -> None:
    assert look_alike(look_alike(text)) == look_alike(text)
