"""Slips are seen, and the ordinary words of many agencies are not taken for slips."""

from pathlib import Path

import pytest

from pkcheck.phrasing import only_repeats, phrasing
from pkcheck.spelling import Slip, Usage, doubled_words, half_words, near_misses, wrong_terms

SENTENCES = Path(__file__).with_name("ordinary_sentences.txt").read_text(encoding="utf-8").splitlines()
NOTHING = Usage([])


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_ordinary_sentence_has_no_slip(sentence: str) -> None:
    usage = Usage(SENTENCES)
    found = [*near_misses(sentence, usage), *wrong_terms(sentence, ""), *half_words(sentence, usage)]
    assert [*found, *doubled_words(sentence, usage)] == []


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("kementrian", "kementerian"),
        ("Progam", "program"),
        ("penyelengaraan", "penyelenggaraan"),
        ("kegaitan", "kegiatan"),
    ],
)
def test_a_slip_within_a_long_word_needs_no_proof(word: str, right: str) -> None:
    assert list(near_misses(word, NOTHING)) == [Slip(word, right)]


@pytest.mark.parametrize("word", ["komis", "penyerapan", "pengajuan", "Lembata", "keuangannya", "PROGAM", "programs"])
def test_other_differences_alone_prove_nothing(word: str) -> None:
    assert list(near_misses(word, NOTHING)) == []


def test_in_a_text_all_in_capitals_a_long_word_is_no_abbreviation() -> None:
    assert list(near_misses("TOTAL ANGARAN", NOTHING)) == [Slip("ANGARAN", "anggaran")]
    assert list(near_misses("Total ANGARAN", NOTHING)) == []
    assert list(near_misses("PROGRAM SISKAM", NOTHING)) == []


def test_the_same_surroundings_prove_a_slip() -> None:
    usage = Usage(["Ketua Komisi Pemilihan Umum", "Ketua Komis Pemilihan Umum"])
    assert list(near_misses("Ketua Komis Pemilihan Umum", usage)) == [Slip("Komis", "komisi")]
    assert list(near_misses("Anggota Komis Penyiaran", usage)) == []


def test_a_name_is_no_slip_of_a_function_word() -> None:
    assert list(wrong_terms("Gedung Yan Sibarani", "")) == []
    assert [slip.wrong for slip, _ in wrong_terms("sengketa yan diajukan", "")] == ["yan"]


def test_a_town_with_a_double_name_is_not_doubled() -> None:
    usage = Usage(["Wali Kota Bau Bau", "Dinas Kesehatan Kota Bau Bau"])
    assert list(doubled_words("Wali Kota Bau Bau", usage)) == []


@pytest.mark.parametrize("text", ["Provinsi Kalimantan Kalimantan Timur", "Kalimantan Timur Kalimantan Timur"])
def test_a_word_or_two_written_twice(text: str) -> None:
    assert len(list(doubled_words(text, Usage([text])))) == 1


def test_half_a_word_is_one_only_where_it_is_written_whole_elsewhere() -> None:
    text = "KPU Provinsi insi Kalimantan Timur"
    assert list(half_words(text, Usage([text]))) == []
    assert list(half_words(text, Usage([text, "KPU Provinsi Kalimantan Timur"]))) == ["Provinsi insi"]
    assert list(half_words("kerja bersama sama warga", Usage(["kerja bersama warga"]))) == []


@pytest.mark.parametrize(
    ("objective", "expected"),
    [
        ("Data Pencalonan", "output"),
        ("Persentase pegawai yang terlatih", "measure"),
        ("Jumlah penduduk miskin menurun", "condition"),
        ("Data kependudukan yang akurat", "condition"),
        ("Laporan keuangan tersusun tepat waktu", "condition"),
        ("Meningkatnya kualitas data", "condition"),
        ("", "condition"),
    ],
)
def test_what_an_objective_is_worded_as(objective: str, expected: str) -> None:
    assert phrasing(objective) == expected


def test_an_indicator_that_only_repeats_its_objective() -> None:
    assert only_repeats("sarana kerja", "Tersedianya Sarana Kerja")
    assert not only_repeats("Kepuasan masyarakat", "Meningkatnya kepuasan masyarakat")
    assert not only_repeats("", "")
