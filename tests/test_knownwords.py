"""Slips of recognition in known words, and in names that the set knows: repaired, told, and never a digit among them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.documents.document import Cell, Document, Line, Row, Table
from pkcheck.knownnames import with_known_names
from pkcheck.knownwords import KnownWords, with_known_words
from pkcheck.model import Agreement, Party, Source

TEXTS = ("Bagian Hukum dan SDM", "Kepala Bagian Hukum dan SDM", "Samarinda", "Samarinda")
SCANNED = Source(file="a.pdf", page=2, line=1, how="ocr", confidence=0.95)
UNSURE = SCANNED.model_copy(update={"confidence": 0.5})


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Bagian Hukum danSDM;", "Bagian Hukum dan SDM;"),
        ("Sarnarinda, 1 Máret 2024", "Samarinda, 1 Maret 2024"),
        ("12 DOKURNEN", "12 DOKUMEN"),
        ("Sarnarinda2", "Sarnarinda2"),
        ("Hukumn", "Hukumn"),
        ("Hukum dan HAM", "Hukum dan HAM"),
    ],
)
def test_a_word_that_looks_like_a_known_one_is_that_one(read: str, meant: str) -> None:
    assert KnownWords(TEXTS).repaired(read, unsure=False)[0] == meant


def test_only_an_unsure_word_may_be_a_letter_away() -> None:
    words = KnownWords(TEXTS)
    assert words.repaired("Bagian Hukumn", unsure=True) == ("Bagian Hukum", [("Hukumn", "Hukum")])
    assert words.repaired("Bagian Hukumn", unsure=False) == ("Bagian Hukumn", [])


def test_a_short_word_of_the_field_takes_no_other_word_for_itself() -> None:
    assert KnownWords(()).repaired("selaku atasan, sanksi", unsure=True) == ("selaku atasan, sanksi", [])


def test_what_a_word_was_read_as_stands_in_a_note_of_its_page() -> None:
    cells = (Cell("1", SCANNED), Cell("Jumlah dokurnen", SCANNED), Cell("3 laparan", UNSURE))
    whole = Document("a.pdf", (Line("Nama", SCANNED), Table((Row(cells, SCANNED),))))
    told = with_known_words(whole)
    assert [cell.text for block in told.blocks if isinstance(block, Table) for cell in block.rows[0].cells] == [
        "1",
        "Jumlah dokumen",
        "3 laporan",
    ]
    assert [(note.level, note.facts) for note in told.notes] == [
        ("remark", {"page": 2, "words": ('"dokurnen" → "dokumen"', '"laparan" → "laporan"')})
    ]


def test_what_no_machine_read_from_a_picture_stays_as_it_is() -> None:
    typed = Source(file="a.docx", line=1, how="text")
    whole = Document("a.docx", (Line("Jumlah dokurnen", typed),))
    assert with_known_words(whole) is whole


@given(st.text(alphabet="Hukumdanrí0123456789.,% -/", max_size=60), st.booleans())
def test_digits_stay(text: str, unsure: bool) -> None:
    repaired, _ = KnownWords(TEXTS).repaired(text, unsure=unsure)
    assert re.findall(r"\d", repaired) == re.findall(r"\d", text)
    assert re.findall(r"\S*\d\S*", repaired) == re.findall(r"\S*\d\S*", text)


def agreement(name: str, first: str, how: Source) -> Agreement:
    return Agreement(id=name, first_party=Party(name=first, position="Kepala", source=how))


def test_a_name_that_the_set_knows_is_put_right_and_what_was_read_is_told() -> None:
    typed = Source(file="b.docx", line=4, how="text")
    read = with_known_names([[agreement("a", "FahmiIdris", SCANNED)], [agreement("b", "Fahmi Idris", typed)]])
    assert [[each.first_party and each.first_party.name for each in found] for found, _ in read] == [
        ["Fahmi Idris"],
        ["Fahmi Idris"],
    ]
    assert [[note.facts["words"] for note in notes] for _, notes in read] == [[('"FahmiIdris" → "Fahmi Idris"',)], []]


@pytest.mark.parametrize("other", ["Nurdiyawan", "NURDYANAWAN", "Nurdyanawan 2"])
def test_another_name_is_no_slip(other: str) -> None:
    sets = [[agreement("a", "Nurdyanawan", SCANNED)], [agreement("b", other, SCANNED)]]
    assert [tuple(found) for found, _ in with_known_names(sets)] == [tuple(each) for each in sets]


def test_without_anything_typed_marks_on_letters_and_missing_blanks_give_way() -> None:
    sets = [
        [agreement("a", "Síti Aminah", SCANNED), agreement("b", "Síti Aminah", SCANNED)],
        [agreement("c", "Siti Aminah", SCANNED)],
    ]
    found = [each.first_party for agreements, _ in with_known_names(sets) for each in agreements]
    assert [each.name for each in found if each] == ["Siti Aminah"] * 3
