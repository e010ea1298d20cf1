"""Every rule has a change to the real document that it must find; those that belong to no family's file are here."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pkcheck import api
from pkcheck.config import Settings
from pkcheck.discovery import load_rules

ChangeText = Callable[[dict[int, tuple[str, str | None]]], Any]
ChangeData = Callable[[Callable[[dict[str, Any]], None]], Any]
HERE = Path(__file__).parent


def lines_of(outcome: api.Outcome, code: str) -> list[int | None]:
    return [each.source.line for finding in outcome.findings if finding.code == code for each in finding.evidence]


def test_an_objective_that_becomes_an_output(changed: ChangeText) -> None:
    change = changed(
        {51: ("Terwujudnya Sistem Informasi mengenai Partai Politik yang andal", "Laporan partai politik")}
    )
    assert change.found == [("STR010", "ketua")]


def test_a_count_that_nobody_wants_more_of(changed: ChangeText) -> None:
    counted = "Jumlah fasilitasi kerjasama dengan instansi terkait dalam rangka penguatan kelembagaan demokrasi\t5 keg"
    change = changed({145: (counted, "Jumlah kasus pelanggaran disiplin pegawai\t5 kasus")})
    assert ("TGT009", "sekretaris:4.1") in change.found


def test_a_percentage_that_the_known_whole_gives_is_no_longer_told(changed: ChangeText, real: api.Outcome) -> None:
    change = changed({168: ("98%", "90,91%"), 312: ("98%", "90,91%"), 629: ("98%", "90,91%")})
    assert 168 in lines_of(real, "TGT007")
    assert 168 not in lines_of(change.outcome, "TGT007")


def test_caps_on_numbers_speak_when_they_are_asked(dataset: Path) -> None:
    outcome = api.check([str(dataset / "pk-kpu-kaltim-2024.txt")], Settings(select=("STR007",)))
    assert "sekretaris" in {each.at for each in outcome.findings}
    wide = dict.fromkeys(("first_level", "second_level", "third_level", "lower_levels", "per_objective"), 100)
    settings = Settings(select=("STR007",), parameters={"STR007": wide})
    assert api.check([str(dataset / "pk-kpu-kaltim-2024.txt")], settings).findings == ()


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"code": "UOM002"}, "SUP001"),
        ({"code": "UOM002", "reason": "sudah disepakati", "until": "2020-01-31"}, "SUP002"),
        ({"code": "UOM001", "reason": "sudah disepakati"}, "SUP003"),
    ],
)
def test_a_silence_that_does_not_hold(changed_data: ChangeData, entry: dict[str, str], code: str) -> None:
    def edit(data: dict[str, Any]) -> None:
        head = next(each for each in data["agreements"] if each["id"] == "ketua")
        head["objectives"][1]["indicators"][0]["pkcheck"] = {"ignore": [entry]}

    change = changed_data(edit)
    assert [each.code for each in change.new] == [code]
    assert change.gone == ()


@pytest.mark.parametrize("code", [each.rule.code for each in load_rules()])
def test_every_rule_has_its_change(code: str) -> None:
    assert any(code in path.read_text(encoding="utf-8") for path in HERE.glob("test_*.py"))
