"""What is taken out of an annex, or put into it twice, is found, and nothing that has nothing to do with it."""

from collections.abc import Callable, Sequence
from typing import Any

from pkcheck.findings import Finding

ChangeText = Callable[[dict[int, tuple[str, str | None]]], Any]
ChangeData = Callable[[Callable[[dict[str, Any]], None]], Any]

# What follows from a row or a page that is gone: indicators without child, sums without a part, links that are no more.
OF_A_GAP = {"CAS001"}
OF_A_PAGE = {"BUD002", "CAS001", "PTY003"}


def without(first: int, last: int) -> dict[int, tuple[str, str | None]]:
    return dict.fromkeys(range(first, last + 1), ("", None))


def unexplained(new: tuple[Finding, ...], *explained: str) -> list[tuple[str, str]]:
    return [(each.code, each.at) for each in new if each.code not in explained]


def agreement(data: dict[str, Any], name: str) -> dict[str, Any]:
    return next(each for each in data["agreements"] if each["id"] == name)


def test_a_row_that_was_dropped_is_named_by_its_number(changed: ChangeText) -> None:
    change = changed({997: ("9\t", None)})
    assert unexplained(change.new, *OF_A_GAP) == [("STR001", "kasubbag-hukum-sdm")]
    assert next(each for each in change.new if each.code == "STR001").facts["missing"] == ["9"]


def test_the_first_row_is_missed_too(changed: ChangeText) -> None:
    change = changed({726: ("1\t", None)})
    assert unexplained(change.new, *OF_A_GAP) == [("STR001", "kasubbag-keuangan")]


def test_a_repeated_number_is_one_finding_with_the_gap_that_it_leaves(changed: ChangeText) -> None:
    change = changed({997: ("9\tData", "8\tData")})
    assert change.found == [("STR001", "kasubbag-hukum-sdm")]
    assert change.new[0].facts == {"missing": ["9"], "repeated": ["8"]}


def test_an_annex_that_is_gone(changed: ChangeText) -> None:
    change = changed(without(799, 836))
    assert unexplained(change.new, *OF_A_PAGE) == [("STR006", "kasubbag-data-informasi")]


def test_the_last_annex_is_missed_like_any_other(changed: ChangeText) -> None:
    change = changed(without(1083, 1142))
    found = unexplained(change.new, *OF_A_PAGE)
    assert [code for code, _ in found] == ["STR006"]


def test_a_statement_that_is_gone(changed: ChangeText) -> None:
    change = changed(without(838, 880))
    own = [each for each in change.new if each.code.startswith("STR")]
    assert [(each.code, each.at) for each in own] == [("STR006", "perencanaan-kpu-provinsi-kalimantan-timur")]
    gone = {(each.code, each.at.partition(":")[2]) for each in change.gone}
    others = [each for each in change.new if not each.code.startswith("STR")]
    assert {(each.code, each.at.partition(":")[2]) for each in others} <= gone


def test_an_annex_whose_table_is_not_understood_is_not_called_missing(changed: ChangeText) -> None:
    change = changed({814: ("No\tSasaran Strategis\tIndikator Kinerja\tTarget", "A\tB\tC\tD")})
    assert "STR006" not in {each.code for each in change.new}


def test_a_year_in_the_title(changed: ChangeText) -> None:
    change = changed({671: ("2024", "2023")})
    assert unexplained(change.new, "DAT004") == [("STR004", "kasubbag-keuangan")]
    assert change.new[0].evidence[0].source.line == 671


def test_a_year_in_the_head_of_an_annex(changed: ChangeText) -> None:
    change = changed({722: ("2024", "2023")})
    assert change.found == [("STR004", "kasubbag-keuangan")]
    assert change.new[0].evidence[0].source.line == 722


def test_an_agreement_of_another_year(changed: ChangeText) -> None:
    change = changed({671: ("2024", "2023"), 722: ("2024", "2023")})
    assert unexplained(change.new, "DAT001", "DAT004") == [("STR004", "kasubbag-keuangan")]


def test_an_empty_indicator(changed: ChangeText) -> None:
    change = changed({899: ("Draft DIPA dan RKA KPU Provinsi Kalimantan Timur", "")})
    assert change.found == [("STR002", "kasubbag-perencanaan:2.1")]


def test_an_empty_objective(changed: ChangeText) -> None:
    text = "Terfasilitasinya revisi rencana kerja dan anggaran KPU Provinsi Kalimantan Timur yang telah ditetapkan"
    change = changed({899: (text, "")})
    assert unexplained(change.new, *OF_A_GAP) == [("STR002", "kasubbag-perencanaan:2")]


def test_a_row_without_indicator_and_target(changed: ChangeText) -> None:
    change = changed({899: ("Draft DIPA dan RKA KPU Provinsi Kalimantan Timur\t12 kali", "\t")})
    assert change.found == [("STR002", "kasubbag-perencanaan:2")]


def test_a_row_cut_short_is_not_called_empty(changed: ChangeText) -> None:
    change = changed({899: ("\tDraft DIPA dan RKA KPU Provinsi Kalimantan Timur\t12 kali", "")})
    assert "STR002" not in {each.code for each in change.new}


def test_a_doubled_row(changed: ChangeText, lines: Sequence[str]) -> None:
    row = lines[1009]
    change = changed({1010: (row, f"{row}\n{row}")})
    assert change.found == [("STR003", "kasubbag-hukum-sdm:18.2")]


def test_the_unit_of_somebody_else(changed: ChangeText) -> None:
    change = changed({892: ("Perencanaan KPU", "Keuangan KPU")})
    assert change.found == [("STR005", "kasubbag-perencanaan")]


def test_an_objective_that_was_dropped_from_the_data(changed_data: ChangeData) -> None:
    def drop(data: dict[str, Any]) -> None:
        del agreement(data, "kasubbag-hukum-sdm")["objectives"][8]

    change = changed_data(drop)
    assert unexplained(change.new, *OF_A_GAP) == [("STR001", "kasubbag-hukum-sdm")]


def test_an_indicator_emptied_in_the_data(changed_data: ChangeData) -> None:
    def empty(data: dict[str, Any]) -> None:
        agreement(data, "kasubbag-perencanaan")["objectives"][1]["indicators"][0]["text"] = ""

    assert changed_data(empty).found == [("STR002", "kasubbag-perencanaan:2.1")]


def test_a_year_changed_in_the_data(changed_data: ChangeData) -> None:
    def change_year(data: dict[str, Any]) -> None:
        agreement(data, "kasubbag-keuangan")["annex"]["fiscal_year"] = 2023

    assert changed_data(change_year).found == [("STR004", "kasubbag-keuangan")]


def test_a_statement_taken_out_of_the_data_leaves_the_parties(changed_data: ChangeData) -> None:
    def drop(data: dict[str, Any]) -> None:
        del agreement(data, "kasubbag-keuangan")["statement"]

    assert "STR006" not in {each.code for each in changed_data(drop).new}


def test_a_revision_without_origin_in_the_data(changed_data: ChangeData) -> None:
    def revise(data: dict[str, Any]) -> None:
        agreement(data, "kasubbag-keuangan")["revision"] = {"number": 1, "ground": "mutasi"}

    assert changed_data(revise).found == [("STR008", "kasubbag-keuangan")]


def test_a_text_that_only_says_perubahan_is_not_accused(changed: ChangeText) -> None:
    change = changed({671: ("PERJANJIAN KINERJA TAHUN 2024", "PERJANJIAN KINERJA PERUBAHAN TAHUN 2024")})
    assert change.found == []
    (skipped,) = next(each for each in change.outcome.judgement.coverage if each.code == "STR008").not_checked
    assert skipped.subject.id == "kasubbag-keuangan"
