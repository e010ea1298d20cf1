"""Settings: where they are found, what outweighs what, and what is said of a wrong one."""

import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pkcheck.config import Official, Settings, find_config, load_settings, profiles, settings_for
from pkcheck.discovery import load_rules
from pkcheck.errors import InputError
from pkcheck.findings import Certainty, Severity
from pkcheck.settings_file import commented_settings


def written(folder: Path, text: str, name: str = "pkcheck.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_all_is_default() -> None:
    assert load_settings(None, {}) == Settings()


def test_every_setting_is_read(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        """
        lang = "en"
        select = ["bud", "TGT002"]
        ignore = ["txt"]
        enable = ["str007"]
        fail-on = "warning"
        certainty = "definite"
        rules = ["aturan"]
        reference = ["dipa.yaml"]
        baseline = "lama.json"
        [severity]
        bud002 = "error"
        [parameters.dat004]
        approved_on = 2023-12-05
        [[per-path]]
        path = "2023/**"
        ignore = ["dat004"]
        severity = {txt = "warning"}
        [[suppress]]
        fingerprint = "abc"
        reason = "sudah diperbaiki"
        until = 2025-12-31
        by = "Ketua Tim"
        """,
    )
    settings = load_settings(file, {})
    assert settings.lang == "en"
    assert settings.select == ("BUD", "TGT002")
    assert settings.ignore == ("TXT",)
    assert settings.enable == ("STR007",)
    assert settings.fails_at is Severity.WARNING
    assert settings.certainty is Certainty.DEFINITE
    assert settings.severity == {"BUD002": Severity.ERROR}
    assert settings.parameters == {"DAT004": {"approved_on": datetime.date(2023, 12, 5)}}
    assert settings.rules == (str(tmp_path / "aturan"),)
    assert settings.reference == (str(tmp_path / "dipa.yaml"),)
    assert settings.baseline == str(tmp_path / "lama.json")
    assert settings.per_path[0].ignore == ("DAT004",)
    assert settings.per_path[0].severity == {"TXT": Severity.WARNING}
    assert settings.suppress[0].by == "Ketua Tim"
    assert settings.suppress[0].until == datetime.date(2025, 12, 31)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, Severity.INFO),
        ({"fail_on": "never"}, None),
        ({"fail_on": "error"}, Severity.ERROR),
        ({"fail_on": None}, Severity.INFO),
    ],
)
def test_the_command_line_goes_before_the_file(
    tmp_path: Path, given: dict[str, Any], expected: Severity | None
) -> None:
    file = written(tmp_path, 'profile = "strict"\nfail-on = "info"\n')
    assert load_settings(file, given).fails_at is expected


def test_the_file_goes_before_its_profile_and_the_profile_before_the_defaults(tmp_path: Path) -> None:
    file = written(tmp_path, 'profile = "strict"\n')
    assert load_settings(file, {}).fails_at is Severity.WARNING
    assert load_settings(file, {"profile": "default"}).fails_at is Severity.ERROR
    assert load_settings(None, {"profile": "kemenkeu"}).enable == ("STR007",)


def test_severities_and_parameters_add_up(tmp_path: Path) -> None:
    file = written(tmp_path, '[severity]\nBUD002 = "error"\n')
    settings = load_settings(file, {"severity": {"TXT001": "warning"}})
    assert settings.severity == {"BUD002": Severity.ERROR, "TXT001": Severity.WARNING}


def test_a_file_is_found_upward_from_the_input(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    top = written(tmp_path, 'fail-on = "info"\n')
    assert find_config(deep) == top
    nearer = written(tmp_path / "a", "[tool.other]\n[tool.pkcheck]\nlang = 'en'\n", "pyproject.toml")
    assert find_config(deep / "pk.yaml") == nearer
    assert settings_for([str(deep)], None, {}).lang == "en"
    assert settings_for([str(deep)], str(top), {}).fails_at is Severity.INFO


def test_a_project_file_without_our_table_is_passed_over(tmp_path: Path) -> None:
    deep = tmp_path / "a"
    deep.mkdir()
    written(deep, "[tool.other]\n", "pyproject.toml")
    top = written(tmp_path, "")
    assert find_config(deep) == top


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("select = []\nfali-on = 'error'\n", 2, '"fali-on" tidak dikenal. Yang terdekat: "fail-on"'),
        ("[[per-path]]\npath = 'x'\nignroe = []\n", 3, 'Yang terdekat: "ignore"'),
        ("[[suppress]]\nfingerprint = 'x'\nreasons = 'y'\n", 3, 'Yang terdekat: "reason"'),
        ("fail-on = 'grave'\n", 1, '"fail-on"'),
        ("lang = 'nl'\n", 1, '"lang"'),
        ("[severity]\nBUD001 = 'grave'\n", 2, '"severity.BUD001"'),
        ("profile = 'berat'\n", None, 'profil "berat" tidak dikenal. Pilihan: default, kemenkeu, strict'),
        ("select = [\n", None, "bukan TOML yang sah"),
    ],
)
def test_a_wrong_setting_is_told_with_its_place(tmp_path: Path, text: str, line: int | None, said: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(InputError) as caught:
        load_settings(file, {})
    assert caught.value.line == line
    assert caught.value.file == str(file)
    assert said in caught.value.say("id")
    assert caught.value.say("en") != caught.value.say("id")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        settings_for(["x"], str(tmp_path / "tiada.toml"), {})
    assert "tidak dapat dibuka" in caught.value.say("id")


def test_every_profile_is_valid() -> None:
    assert [load_settings(None, {"profile": name}).profile for name in profiles()] == list(profiles())


@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_init_writes_is_valid_commented_and_uncommented(lang: Any) -> None:
    text = commented_settings(load_rules(), lang)
    assert tomllib.loads(text) == {}
    lines = [line.removeprefix("# ") for line in text.splitlines()]
    settings = "\n".join(line for line in lines if " = " in line.split("#")[0] or line.startswith("["))
    assert set(tomllib.loads(settings)) >= {"profile", "select", "severity", "per-path", "suppress", "parameters"}


def test_a_report_has_its_files_from_where_the_settings_stand(tmp_path: Path) -> None:
    file = tmp_path / "pkcheck.toml"
    file.write_text(
        '[report]\nletterhead = ["INSPEKTORAT"]\ndate = 2024-05-02\nlogo = "a.png"\ntemplate = "b.docx"\n'
        'team-leader = {name = "Siti", nip = "1980"}\n',
        encoding="utf-8",
    )
    report = load_settings(file, {}).report
    assert [each.file for each in report.sources] == [str(tmp_path / "a.png"), str(tmp_path / "b.docx")]
    assert (report.letterhead, report.date, report.team_leader) == (
        ("INSPEKTORAT",), datetime.date(2024, 5, 2), Official(name="Siti", nip="1980"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('team-lead = {name = "Siti"}', 'unknown setting "report.team-lead". The nearest known one is "team-leader"'),
        (
            'team-leader.nipp = "1980"\nteam-leader.name = "Siti"',
            'unknown setting "report.team-leader.nipp". The nearest known one is "nip"',
        ),
        ('letterhead = "INSPEKTORAT"', "report.letterhead"),
    ],
)
def test_a_slip_in_the_settings_of_a_report_is_told(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "pkcheck.toml"
    file.write_text(f"[report]\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_settings(file, {})
    assert said in caught.value.say("en")
