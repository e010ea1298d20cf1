import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.data import load
from pkcheck.model import Agreement
from pkcheck.pairing import MOST_AT_ONCE, Paired, assign, pair, pair_agreement, similarity


def agreement(text: str) -> Agreement:
    (found,) = load(text, "pk.yaml", "yaml").agreements
    return found


def rows(*texts: str) -> Agreement:
    """One objective for each text, with an indicator of its own."""
    objectives = [
        f"{{no: {no}, text: {text}, indicators: [{{text: Jumlah {text}}}]}}" for no, text in enumerate(texts, 1)
    ]
    return agreement(f"{{id: a, objectives: [{', '.join(objectives)}]}}")


def budget(*lines: str) -> Agreement:
    return agreement(f"{{id: a, budget: [{', '.join(lines)}]}}")


def same(*texts: str) -> tuple[tuple[int, int], ...]:
    return tuple((at, at) for at in range(len(texts)))


@given(st.lists(st.sampled_from(["Kampanye", "Dana Kampanye", "Logistik", ""]), max_size=6))
def test_a_list_is_paired_with_itself_in_its_order(texts: list[str]) -> None:
    assert pair(texts, texts, str, similarity) == same(*texts)


@given(st.permutations(["Laporan Kampanye", "Laporan Dana Kampanye", "Laporan Logistik", "Laporan Pencalonan"]))
def test_equal_texts_find_each_other_wherever_they_stand(texts: list[str]) -> None:
    given_texts = sorted(texts)
    assert [(given_texts[a], texts[b]) for a, b in pair(given_texts, texts, str, similarity)] == [
        (each, each) for each in given_texts
    ]


def test_near_twins_are_not_swapped() -> None:
    old = ["Persentase pelaporan Kampanye", "Persentase pelaporan Dana Kampanye"]
    new = ["Persentase pelaporan Dana Kampanye tepat waktu", "Persentase pelaporan Kampanye tepat waktu"]
    assert pair(old, new, str, similarity) == ((0, 1), (1, 0))


def test_a_twin_that_stayed_is_not_given_to_the_one_that_was_reworded() -> None:
    old = ["Laporan Kampanye", "Laporan Dana Kampanye"]
    assert pair(old, ["Laporan Dana Kampanye"], str, similarity) == ((1, 0),)


def test_what_is_not_alike_stays_alone() -> None:
    assert pair(["Indeks Reformasi Birokrasi"], ["Jumlah dokumen logistik"], str, similarity) == ()


def test_the_assignment_is_the_best_for_all_together() -> None:
    assert assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}) == {0: 1, 1: 0}


@pytest.mark.parametrize("count", [3, MOST_AT_ONCE])
def test_many_that_are_equal_are_paired_in_their_order(count: int) -> None:
    texts = ["Laporan"] * count
    assert pair(texts, texts, str, similarity) == same(*texts)


def test_objectives_with_the_same_indicators_are_the_same_in_other_words() -> None:
    old = agreement("{id: a, objectives: [{no: 1, text: Tertib arsip, indicators: [{text: Nilai arsip}]}]}")
    new = agreement("{id: a, objectives: [{no: 4, text: Meningkatnya mutu, indicators: [{text: Nilai arsip}]}]}")
    assert pair_agreement(old, new) == Paired(((0, 0),), ((0, 0),), ())


def test_an_empty_cell_that_was_filled_in_is_the_same_cell() -> None:
    old = agreement("{id: a, objectives: [{no: 1, text: '', indicators: [{text: ''}]}, {no: 2, text: B}]}")
    new = agreement("{id: a, objectives: [{no: 1, text: A, indicators: [{text: I}]}, {no: 2, text: B}]}")
    assert pair_agreement(old, new) == Paired(((0, 0), (1, 1)), ((0, 0),), ())


def test_of_indicators_with_one_text_each_stays_under_its_objective() -> None:
    old = agreement("{id: a, objectives: [{text: A, indicators: [{text: I}]}, {text: B, indicators: [{text: I}]}]}")
    new = agreement("{id: a, objectives: [{text: B, indicators: [{text: I}]}, {text: A, indicators: [{text: I}]}]}")
    assert pair_agreement(old, new).indicators == ((0, 1), (1, 0))


def test_programmes_are_paired_by_name_also_in_short() -> None:
    old = budget("{name: Program Dukungan Manajemen, amount: 1}", "{name: Program Penyelenggaraan Pemilu, amount: 2}")
    new = budget("{name: Penyelenggaraan Pemilu, amount: 2}", "{name: PROG. DUKUNGAN MANAJEMEN, amount: 1}")
    assert pair_agreement(old, new).budget == ((0, 1), (1, 0))


def test_a_line_with_the_same_code_is_the_same_line() -> None:
    old, new = budget("{code: '1.02', name: Program A}"), budget("{code: '1.02', name: Penyediaan layanan}")
    assert pair_agreement(old, new).budget == ((0, 0),)


def test_a_total_is_no_programme() -> None:
    old, new = budget("{name: Jumlah anggaran, level: total}"), budget("{name: Jumlah anggaran}")
    assert pair_agreement(old, new).budget == ()


def test_activities_of_one_name_stay_under_their_programme() -> None:
    lines = [
        "{name: Program A}",
        "{name: Rapat, level: kegiatan}",
        "{name: Program B}",
        "{name: Rapat, level: kegiatan}",
    ]
    swapped = [*lines[2:], *lines[:2]]
    assert pair_agreement(budget(*lines), budget(*swapped)).budget == ((0, 2), (1, 3), (2, 0), (3, 1))
