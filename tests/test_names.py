"""Names: what is set aside when they are compared, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.names import equal_name, name_words, same_name, similar_name


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Drs. H. Budi Santoso, M.Si", ("budi", "santoso")),
        ("BUDI SANTOSO, S.E., M.M.", ("budi", "santoso")),
        ("Budi Santoso S.Sos", ("budi", "santoso")),
        ("Budi Santoso SH MH", ("budi", "santoso")),
        ("Dr.H. Budi Santoso", ("budi", "santoso")),
        ("dr. Siti Aminah, Sp.A", ("siti", "aminah")),
        ("Ir. Siti Aminah A.Md.Keb", ("siti", "aminah")),
        ("( BUDI SANTOSO )", ("budi", "santoso")),
        ("Budi Santoso NIP. 19760101 200212 1 001", ("budi", "santoso")),
        ("Brigjen Pol. Drs. Budi Santoso, M.H.", ("budi", "santoso")),
        ("AKBP Budi Santoso", ("budi", "santoso")),
        ("M. Zuhri", ("m", "zuhri")),
        ("Nur'aini", ("nur'aini",)),
        ("Ma’ruf", ("ma'ruf",)),
        ("Si Doel", ("si", "doel")),
        ("Suliati", ("suliati",)),
        ("Hj.", ("hj",)),
        ("(.............)", ()),
        ("-", ()),
        ("", ()),
    ],
)
def test_titles_and_degrees_are_set_aside(printed: str, words: tuple[str, ...]) -> None:
    assert name_words(printed) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("M. Zuhri", "Muhammad Zuhri"),
        ("Moh. Zuhri", "Mohammad Zuhri"),
        ("Abd. Rahman", "Abdul Rahman"),
        ("Anastasia J. Putri", "ANASTASIA JUWITA PUTRI, S.H."),
        ("Nur Aini", "Nuraini"),
        ("Nur'aini", "Nuraini"),
        ("Aliuk", "ALIUK"),
    ],
)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)
    assert similar_name(one, other)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Nurdiyawan", "Nurdyanawan", True),
        ("Anastasia Putri", "Anastasia Juwita Putri", True),
        ("Budi Ali", "Budi Alimuddin", False),
        ("Ahmad Fauzi", "Achmad Fauzi", True),
        ("Aliuk", "M. Zuhri", False),
        ("Budi Santoso", "Budi Raharja", False),
        ("Suliati", "Anita Rohmani", False),
        ("A", "Aliuk", False),
        ("-", "-", False),
        ("", "Aliuk", False),
    ],
)
def test_a_slip_is_alike_and_another_person_is_not(one: str, other: str, alike: bool) -> None:
    assert not same_name(one, other)
    assert similar_name(one, other) is alike


def test_initials_are_the_same_but_not_equal() -> None:
    assert same_name("A. Putri", "Anita Putri")
    assert not equal_name("A. Putri", "Anita Putri")
    assert equal_name("Anita Putri, S.E.", "ANITA PUTRI")


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_breaks_it_and_the_order_does_not_matter(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)
    assert similar_name(one, other) == similar_name(other, one)
    assert same_name(one, one) is bool(name_words(one))
