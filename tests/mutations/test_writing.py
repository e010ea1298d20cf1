"""Slips of the pen put into the real document are found where they were put, and nowhere else."""

from collections.abc import Callable
from typing import Any

import pytest

from pkcheck.api import Outcome

ChangeText = Callable[[dict[int, tuple[str, str | None]]], Any]
ChangeData = Callable[[Callable[[dict[str, Any]], None]], Any]

AGENCY = "komisi-pemilihan-umum-provinsi-kalimantan-timur"


def places(outcome: Outcome, code: str) -> list[int | None]:
    return [each.source.line for finding in outcome.findings if finding.code == code for each in finding.evidence]


@pytest.mark.parametrize(("line", "old"), [(986, "97,5%"), (54, "77,5%"), (202, "36,36%")])
def test_another_decimal_point_is_one_more_place(changed: ChangeText, real: Outcome, line: int, old: str) -> None:
    change = changed({line: (old, old.replace(",", "."))})
    assert change.found == []
    assert change.gone == ()
    assert line in places(change.outcome, "TXT001")
    points = len(places(real, "TXT001")) - 1
    assert len(places(change.outcome, "TXT001")) - 1 == points + 1


def test_without_points_there_is_nothing_to_say(changed: ChangeText) -> None:
    change = changed(dict.fromkeys((170, 314, 631), ("87.5%", "87,5%")))
    assert change.found == []
    assert [each.code for each in change.gone] == ["TXT001"]


def test_amounts_in_another_style_change_nothing(changed: ChangeText) -> None:
    assert changed({64: ("Rp 30.508.381.000,-", "Rp. 30.508.381.000,00")}).found == []


def test_a_doubled_word_in_an_objective(changed: ChangeText) -> None:
    change = changed({147: ("sistem administrasi", "sistem sistem administrasi")})
    assert change.found == [("TXT002", "sekretaris")]
    assert change.new[0].evidence[0].mark == "sistem sistem"


def test_a_doubled_word_in_the_head_of_an_annex(changed: ChangeText) -> None:
    change = changed({622: ("Umum dan Logistik Sekretariat", "Umum dan Logistik Sekretariat Sekretariat")})
    assert change.found == [("TXT002", "kasubbag-umum-logistik")]


def test_a_doubled_word_in_the_data(changed_data: ChangeData) -> None:
    def double(data: dict[str, Any]) -> None:
        objective = next(each for each in data["agreements"] if each["id"] == "sekretaris")["objectives"][5]
        objective["text"] = objective["text"].replace("administrasi", "administrasi administrasi")

    assert changed_data(double).found == [("TXT002", "sekretaris")]


def test_a_letter_lost_in_a_long_word(changed: ChangeText) -> None:
    change = changed({147: ("penyelenggaraan", "penyelengaraan")})
    assert change.found == [("TXT003", AGENCY)]
    assert (change.new[0].facts["wrong"], change.new[0].facts["right"]) == ("penyelengaraan", "penyelenggaraan")


def test_a_reader_that_gets_it_right_silences_what_was_the_readers(changed: ChangeText) -> None:
    halves = dict.fromkeys((92, 98, 111, 120, 136), ("Provinsi insi", "Provinsi"))
    change = changed({**halves, 110: ("Komis ", "Komisi ")})
    assert change.found == []
    assert [(each.code, each.at) for each in change.gone] == [("TXT002", "sekretaris"), ("TXT003", AGENCY)]
