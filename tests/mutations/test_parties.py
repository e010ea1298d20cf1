"""A name, a position or a party changed in the real document: found by its rule, at the place, and nothing beside it."""

from collections.abc import Callable
from typing import Any

import pytest

UNIT = "kasubbag-hukum-sdm"
SUPERIOR = "Anastasia Juwita Putri"
POSITION = (
    "Kepala Bagian Teknis Penyelenggaraan Pemilu, Partisipasi Hubungan Masyarakat, Hukum dan SDM Komisi Pemilihan Umum "
    "Provinsi Kalimantan Timur"
)
NAME, JOB = 941, 943
OTHERS = [
    ("Nurdiyawan", "Kepala Bagian Keuangan, Umum dan Logistik KPU Provinsi Kalimantan Timur"),
    ("M. Zuhri", "Kepala Bagian Perencanaan, Data dan Informasi KPU Provinsi Kalimantan Timur"),
    ("Aliuk", "Sekretaris KPU Provinsi Kalimantan Timur"),
    ("Fahmi Idris", "Ketua KPU Provinsi Kalimantan Timur"),
    ("Fandi Akhmad", "Kepala Sub Bagian Teknis Penyelenggaraan Pemilu, Partisipasi Hubungan Masyarakat"),
]


def first_line(change: Any) -> int:
    """The line that the one new finding quotes first."""
    (finding,) = change.new
    return int(finding.evidence[0].source.line)


@pytest.mark.parametrize(
    ("line", "name", "at"),
    [
        (122, "Aliuk", "sekretaris:first"),
        (115, "Fahmi Idris", "sekretaris:second"),
        (383, "Aliuk", "kabag-perencanaan-data-informasi:second"),
        (967, "Bambang Daryatno", f"{UNIT}:first"),
        (1027, SUPERIOR, f"{UNIT}:second"),
        (35, "Fahmi Idris", "ketua:first"),
        (90, "Aliuk", "sekretaris:first"),
        (96, "Fahmi Idris", "sekretaris:second"),
        (365, "Aliuk", "kabag-perencanaan-data-informasi:second"),
        (NAME, SUPERIOR, f"{UNIT}:second"),
    ],
)
def test_a_name_left_blank(changed: Callable[..., Any], line: int, name: str, at: str) -> None:
    change = changed({line: (name, "")})
    assert change.found == [("PTY001", at)]
    assert change.gone == ()
    assert first_line(change) <= line <= first_line(change) + 10


@pytest.mark.parametrize(("name", "position"), OTHERS)
@pytest.mark.parametrize("what", ["name", "position", "both"])
def test_another_official_as_superior_in_the_statement(
    changed: Callable[..., Any], what: str, name: str, position: str
) -> None:
    edits = {NAME: (SUPERIOR, name), JOB: (POSITION, position)}
    change = changed(
        {line: edit for line, edit in edits.items() if what == "both" or (line == NAME) is (what == "name")}
    )
    assert change.found == [("PTY003", f"{UNIT}:second")]
    assert change.gone == ()
    assert first_line(change) == NAME


def test_a_subordinate_as_superior_of_the_secretary(changed: Callable[..., Any]) -> None:
    position = "Kepala Bagian Keuangan, Umum dan Logistik KPU Provinsi Kalimantan Timur"
    change = changed({96: ("Fahmi Idris", "Nurdiyawan"), 98: ("Ketua KPU Provinsi insi Kalimantan Timur", position)})
    assert change.found == [("PTY003", "sekretaris:second")]
    assert change.gone == ()


BLOCKS = {953: (955, 956, 957, 961), 1019: (1021, 1022, 1023, 1027)}
LINES = ("Kepala Bagian Teknis Penyelenggaraan", "Pemilu, Partisipasi Hubungan Masyarakat,", "Hukum dan SDM,", SUPERIOR)
SWAPPED = ("Kepala Bagian Keuangan, Umum", "dan", "Logistik,", "Nurdiyawan")


def swap(blocks: tuple[int, ...]) -> dict[int, tuple[str, str]]:
    """Every line of the blocks with that of another official."""
    return {line: (old, new) for block in blocks for line, old, new in zip(BLOCKS[block], LINES, SWAPPED, strict=True)}


@pytest.mark.parametrize("blocks", [(953,), (1019,), (953, 1019)])
def test_blocks_of_another_official(changed: Callable[..., Any], blocks: tuple[int, ...]) -> None:
    change = changed(swap(blocks))
    assert change.found == [("PTY003", f"{UNIT}:second")]
    assert change.gone == ()
    assert first_line(change) == blocks[0]


def test_another_official_in_every_place(changed: Callable[..., Any]) -> None:
    change = changed({**swap((953, 1019)), NAME: (SUPERIOR, OTHERS[0][0]), JOB: (POSITION, OTHERS[0][1])})
    assert change.found == [("PTY003", f"{UNIT}:second")]
    (finding,) = change.new
    assert finding.certainty == "judgement"
    assert change.gone == ()


@pytest.mark.parametrize("line", [961, 1027])
@pytest.mark.parametrize("name", ["Anastasya Juwita Putri", "Nurdiyawan", "Siti Aminah"])
def test_another_name_in_a_block(changed: Callable[..., Any], line: int, name: str) -> None:
    change = changed({line: (SUPERIOR, name)})
    assert change.found == [("PTY002", f"{UNIT}:second")]
    assert change.gone == ()


@pytest.mark.parametrize("name", ["Bambang Daryatna", "Siti Aminah", "Fandi Akhmad"])
def test_another_first_party_in_a_block(changed: Callable[..., Any], name: str) -> None:
    change = changed({1033: ("Bambang Daryatno", name)})
    assert change.found == [("PTY002", f"{UNIT}:first")]
    assert change.gone == ()


def test_a_stranger_as_first_party_in_the_statement(changed: Callable[..., Any]) -> None:
    change = changed({358: ("M. Zuhri", "Siti Aminah")})
    assert change.found == [("PTY002", "kabag-perencanaan-data-informasi:first")]
    assert change.gone == ()


@pytest.mark.parametrize(
    "edits", [{}, {JOB: (POSITION, "Kepala sub Bagian Hukum dan SDM KPU Provinsi Kalimantan Timur")}]
)
def test_one_person_as_both_parties(changed: Callable[..., Any], edits: dict[int, tuple[str, str]]) -> None:
    change = changed({NAME: (SUPERIOR, "Bambang Daryatno"), **edits})
    assert change.found == [("PTY006", f"{UNIT}:second")]
    assert change.gone == ()
    assert first_line(change) == NAME


def test_one_person_as_both_parties_in_a_block(changed: Callable[..., Any]) -> None:
    change = changed({1027: (SUPERIOR, "Bambang Daryatno")})
    assert change.found == [("PTY006", f"{UNIT}:second")]
    assert change.gone == ()


@pytest.mark.parametrize("line", [965, 1031])
@pytest.mark.parametrize("position", ["Kepala Sub Bagian Keuangan,", "Kepala Bagian Hukum dan SDM,", "Analis Hukum,"])
def test_another_position_of_the_first_party_in_a_block(changed: Callable[..., Any], line: int, position: str) -> None:
    change = changed({line: ("Kepala sub Bagian Hukum dan SDM,", position)})
    assert change.found == [("PTY004", f"{UNIT}:first")]
    assert change.gone == ()


def test_an_unknown_position_of_the_second_party_in_a_block(changed: Callable[..., Any]) -> None:
    change = changed(
        {1021: (LINES[0], "Kepala Bagian Hubungan"), 1022: (LINES[1], "dan Antar Lembaga,"), 1023: (LINES[2], "Arsip,")}
    )
    assert change.found == [("PTY004", f"{UNIT}:second")]
    assert change.gone == ()


@pytest.mark.parametrize("unit", ["sekretaris", "kabag-perencanaan-data-informasi", UNIT])
def test_another_position_of_the_first_party_in_the_data(changed_data: Callable[..., Any], unit: str) -> None:
    def edit(data: dict[str, Any]) -> None:
        agreement = next(each for each in data["agreements"] if each["id"] == unit)
        agreement["first_party"]["position"] = "Kepala Bagian Hubungan Antar Lembaga"

    change = changed_data(edit)
    assert [found for found in change.found if not found[0].startswith("STR")] == [("PTY004", f"{unit}:first")]
    assert change.gone == ()


def test_no_second_party_in_the_statement(changed: Callable[..., Any]) -> None:
    change = changed({NAME: (SUPERIOR, None), JOB: (POSITION, None)})
    assert change.found == [("PTY005", f"{UNIT}:second")]
    assert change.gone == ()


def test_a_label_cut_short(changed: Callable[..., Any]) -> None:
    change = changed({1019: ("Pihak Kedua,", "Kedua,")})
    assert change.found == [("PTY008", f"{UNIT}:second")]
    assert first_line(change) == 1019


def test_a_page_known_not_to_be_signed(changed_data: Callable[..., Any]) -> None:
    def edit(data: dict[str, Any]) -> None:
        agreement = next(each for each in data["agreements"] if each["id"] == UNIT)
        agreement["annex"]["signatures"]["second"]["signed"] = False

    assert changed_data(edit).found == [("PTY009", f"{UNIT}:second")]


def test_one_office_with_two_holders(changed_data: Callable[..., Any]) -> None:
    def edit(data: dict[str, Any]) -> None:
        agreement = next(each for each in data["agreements"] if each["id"] == UNIT)
        agreement["second_party"]["name"] = "Siti Aminah"
        for page in ("statement", "annex"):
            agreement[page]["signatures"]["second"]["name"] = "Siti Aminah"

    superior = "kabag-teknis-penyelenggaraan-pemilu-partisipasi-humas"
    assert changed_data(edit).found == [("PTY007", f"{superior}:first")]
