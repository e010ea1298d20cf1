"""The real document with its cascade broken in one place, and what is found then in the cascade that was not before."""

from collections.abc import Callable
from typing import Any

import pytest

from pkcheck.findings import Certainty

Change = Any
Edits = dict[int, tuple[str, str | None]]
ChangeText = Callable[[Edits], Change]
ChangeData = Callable[[Callable[[dict[str, Any]], None]], Change]

# First and last line of each agreement.
LINES = {
    "ketua": (13, 77),
    "sekretaris": (78, 243),
    "kabag-keuangan-umum-logistik": (244, 345),
    "kabag-perencanaan-data-informasi": (346, 435),
    "kabag-teknis-penyelenggaraan-pemilu-partisipasi-humas": (436, 566),
    "kasubbag-umum-logistik": (567, 662),
    "kasubbag-keuangan": (663, 752),
    "kasubbag-data-informasi": (753, 837),
    "kasubbag-perencanaan": (838, 922),
    "kasubbag-hukum-sdm": (923, 1034),
    "kasubbag-teknis-penyelenggaraan-pemilu-partisipasi-humas": (1035, 1142),
}
KUL, PDI, TEK = (f"kabag-{name}" for name in ("keuangan-umum-logistik", "perencanaan-data-informasi", "teknis-penyelenggaraan-pemilu-partisipasi-humas"))  # fmt: skip


def cascade(change: Change) -> list[tuple[str, str]]:
    """Code and subject of what is new in this family."""
    return [each for each in change.found if each[0].startswith("CAS")]


def gone(change: Change) -> list[tuple[str, str]]:
    return [(each.code, each.at) for each in change.gone if each.code.startswith("CAS")]


def skipped(change: Change, code: str) -> list[str]:
    """The subjects that a rule could not judge."""
    (account,) = (each for each in change.outcome.judgement.coverage if each.code == code)
    return [each.subject.id for each in account.not_checked]


def without(name: str) -> Edits:
    first, last = LINES[name]
    return dict.fromkeys(range(first, last + 1), ("", None))


def removing(name: str) -> Callable[[dict[str, Any]], None]:
    def edit(data: dict[str, Any]) -> None:
        data["agreements"] = [each for each in data["agreements"] if each["id"] != name]

    return edit


def agreement(data: dict[str, Any], name: str) -> dict[str, Any]:
    return next(each for each in data["agreements"] if each["id"] == name)


def indicator(data: dict[str, Any], name: str, no: int) -> dict[str, Any]:
    """The first indicator under a number, with nothing inferred about it."""
    objective = next(each for each in agreement(data, name)["objectives"] if each["no"] == no)
    first: dict[str, Any] = objective["indicators"][0]
    first.pop("inferred", None)
    return first


def test_an_objective_reworded_past_recognition_has_no_parent_and_leaves_one_untaken(changed: ChangeText) -> None:
    old = "Laporan sistem akuntansi dan pelaporan keuangan Semester I dan Semester II"
    change = changed({727: (f"{old}\tDraft {old}", "Terbinanya kerukunan antarumat\tJumlah pertemuan lintas iman")})
    assert cascade(change) == [("CAS001", f"{KUL}:3.1"), ("CAS002", "kasubbag-keuangan:2")]
    assert {each.certainty for each in change.new if each.code.startswith("CAS")} == {Certainty.DEFINITE}
    assert [e.source.line for each in change.new if each.code.startswith("CAS") for e in each.evidence[:1]] == [
        306,
        727,
    ]


def test_where_the_reworded_row_still_speaks_of_the_matter_it_is_a_judgement(changed: ChangeText) -> None:
    old = "Laporan sistem akuntansi dan pelaporan keuangan Semester I dan Semester II\tDraft"
    change = changed({727: (old, "Terbinanya kerukunan antarumat\tDraft")})
    assert cascade(change) == [("CAS001", KUL), ("CAS002", "kasubbag-keuangan:2")]
    untaken = next(each for each in change.new if each.code == "CAS001")
    assert untaken.certainty is Certainty.JUDGEMENT
    assert [each.source.line for each in untaken.evidence] == [306, 727]


def test_a_row_deleted_at_the_bottom_leaves_its_parent_untaken(changed: ChangeText, changed_data: ChangeData) -> None:
    assert cascade(changed({1008: ("16\t", None)})) == [("CAS001", f"{TEK}:16.1")]

    def edit(data: dict[str, Any]) -> None:
        rows = agreement(data, "kasubbag-hukum-sdm")["objectives"]
        rows[:] = [each for each in rows if each["no"] != 16]

    assert cascade(changed_data(edit)) == [("CAS001", f"{TEK}:16.1")]


def test_a_row_deleted_in_the_middle_is_missed_above_and_below(changed: ChangeText) -> None:
    assert cascade(changed({412: ("4\t", None)})) == [
        ("CAS001", "sekretaris:6.1"),
        ("CAS002", "kasubbag-perencanaan:3"),
    ]


@pytest.mark.parametrize(
    ("name", "unit", "under"),
    [
        (KUL, "kepala-bagian-keuangan-umum-dan-logistik", "sekretaris"),
        (PDI, "kepala-bagian-perencanaan-data-dan-informasi", "sekretaris"),
        ("sekretaris", "sekretaris", "ketua"),
    ],
)
def test_a_missing_agreement_in_the_middle_is_told_and_nobody_accused(
    name: str, unit: str, under: str, changed: ChangeText, changed_data: ChangeData
) -> None:
    for change in (changed(without(name)), changed_data(removing(name))):
        assert cascade(change) == [("CAS007", unit)]
        assert under in skipped(change, "CAS001")
        orphans = {each for each in skipped(change, "CAS002") if each != under}
        assert orphans
        assert orphans <= set(skipped(change, "CAS005"))


def test_the_other_branches_are_still_checked_when_one_head_is_missing(changed: ChangeText) -> None:
    change = changed(without(PDI))
    assert ("CAS002", "kasubbag-teknis-penyelenggaraan-pemilu-partisipasi-humas:10") not in gone(change)
    assert {each[0] for each in gone(change)} == {"CAS005"}


def test_a_missing_head_is_told_by_who_names_it(changed: ChangeText) -> None:
    change = changed(without("ketua"))
    assert cascade(change) == [("CAS007", "ketua")]
    assert skipped(change, "CAS002") == ["sekretaris"]


@pytest.mark.parametrize(
    ("name", "above", "untaken"),
    [
        ("kasubbag-umum-logistik", KUL, 11),
        ("kasubbag-keuangan", KUL, 6),
        ("kasubbag-data-informasi", PDI, 2),
        ("kasubbag-perencanaan", PDI, 4),
        ("kasubbag-hukum-sdm", TEK, 19),
        ("kasubbag-teknis-penyelenggaraan-pemilu-partisipasi-humas", TEK, 15),
    ],
)
def test_a_missing_leaf_is_one_question_to_its_superior(
    name: str, above: str, untaken: int, changed: ChangeText, changed_data: ChangeData
) -> None:
    for change in (changed(without(name)), changed_data(removing(name))):
        assert cascade(change) == [("CAS001", above)]
        (question,) = (each for each in change.new if each.code == "CAS001")
        assert question.certainty is Certainty.JUDGEMENT
        assert len(question.evidence) == untaken


def test_two_that_answer_to_each_other_in_the_text(changed: ChangeText) -> None:
    office = "Kepala Bagian Keuangan, Umum dan Logistik"
    change = changed(
        {
            96: ("Fahmi Idris", "Nurdiyawan"),
            98: ("Ketua KPU Provinsi insi", f"{office} KPU Provinsi"),
            110: ("Ketua Komis", f"{office} Komisi"),
            115: ("Fahmi Idris", "Nurdiyawan"),
            231: ("Ketua", office),
            236: ("Fahmi Idris", "Nurdiyawan"),
        }
    )
    assert cascade(change) == [("CAS003", "sekretaris")]
    (circle,) = (each for each in change.new if each.code == "CAS003")
    assert [each.source.line for each in circle.evidence] == [96, 262]
    # The head has nobody below it any more: what was said of its cascade falls away.
    assert set(gone(change)) == {("CAS001", "ketua"), ("CAS001", "ketua:5.1"), ("CAS004", "ketua")}


def test_two_that_answer_to_each_other_in_the_data(changed_data: ChangeData) -> None:
    def edit(data: dict[str, Any]) -> None:
        for name, superior in (("sekretaris", KUL), (KUL, "sekretaris")):
            each = agreement(data, name)
            each["supervisor"] = superior
            each.pop("supervisor_inferred")

    change = changed_data(edit)
    assert cascade(change) == [("CAS003", "sekretaris")]
    assert gone(change) == []


def test_indicators_that_derive_in_a_circle_are_told_once(changed_data: ChangeData) -> None:
    def edit(data: dict[str, Any]) -> None:
        indicator(data, KUL, 2)["derives_from"] = ["kasubbag-keuangan:1.1"]

    change = changed_data(edit)
    assert cascade(change) == [("CAS003", f"{KUL}:2.1")]
    assert gone(change) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12\tTersedianya data", "12\tTersedianya dta"),
        ("Kampanye oleh KPU kepada Peserta Pemilu\tData", "Kampaye oleh KPU kepada Peserta Pemilu\tData"),
    ],
)
def test_a_slip_in_a_twin_neither_swaps_it_nor_counts_as_drift(old: str, new: str, changed: ChangeText) -> None:
    change = changed({1113: (old, new)})
    assert cascade(change) == []
    assert gone(change) == []


def test_a_word_of_substance_in_a_quotation_is_drift(changed: ChangeText) -> None:
    old, new = "Terlaksananya pemeliharaan Gedung dan Gudang", "Terlaksananya pembangunan Gedung dan Gudang"
    change = changed({637: (old, new)})
    assert cascade(change) == [("CAS005", "kasubbag-umum-logistik")]
    (drift,) = change.new
    assert [(each.source.line, each.mark) for each in drift.evidence] == [(637, "pembangunan"), (317, "pemeliharaan")]


def test_a_fall_that_becomes_what_was_settled(changed: ChangeText) -> None:
    old = "Tersedianya data Penurunan Nilai Temuan hasil pemeriksaan internal dan eksternal terhadap realisasi anggaran"
    new = "Nilai Temuan hasil pemeriksaan internal dan eksternal yang diselesaikan terhadap realisasi anggaran"
    change = changed({322: (old, new), 730: (old, new)})
    assert cascade(change) == [("CAS006", f"{KUL}:13.1 -> sekretaris:22.1")]


def test_what_the_data_names_must_exist(changed_data: ChangeData) -> None:
    def superior(data: dict[str, Any]) -> None:
        each = agreement(data, "kasubbag-keuangan")
        each["supervisor"] = "kabag-keuangan"
        each.pop("supervisor_inferred")

    def parent(data: dict[str, Any]) -> None:
        indicator(data, "kasubbag-keuangan", 2)["derives_from"] = [f"{KUL}:99.1"]

    for edit, at in ((superior, "kasubbag-keuangan"), (parent, "kasubbag-keuangan:2.1")):
        change = changed_data(edit)
        assert change.found == [("CAS009", at)]
        assert change.gone == ()


def test_a_derivation_past_the_direct_superior_skips_a_level(changed_data: ChangeData, changed: ChangeText) -> None:
    def edit(data: dict[str, Any]) -> None:
        indicator(data, "kasubbag-keuangan", 2)["derives_from"] = ["sekretaris:15.1"]

    assert cascade(changed_data(edit)) == [("CAS008", "kasubbag-keuangan")]
    old = "Tersusunnya Laporan pelaksanaan kegiatan Rapat Koordinasi/Bimbingan Teknis\t"
    leap = changed({1111: (old, "Persentase data Pencalonan\t")})
    assert cascade(leap) == [("CAS008", "kasubbag-teknis-penyelenggaraan-pemilu-partisipasi-humas")]
    assert gone(leap) == [("CAS002", "kasubbag-teknis-penyelenggaraan-pemilu-partisipasi-humas:10")]


def test_what_is_declared_as_kept_at_its_level_is_not_missed(changed_data: ChangeData) -> None:
    def edit(data: dict[str, Any]) -> None:
        indicator(data, "ketua", 5)["not_cascaded"] = "dilaksanakan bersama aparat keamanan"

    change = changed_data(edit)
    assert cascade(change) == []
    assert gone(change) == [("CAS001", "ketua:5.1")]
