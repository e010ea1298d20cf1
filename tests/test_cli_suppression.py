"""Silencing and baselines as a user meets them: the whole command."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pkcheck.cli import main

DATA = """- id: a
  kind: sole
  annex: {}
  pkcheck:
    ignore:
    - {code: BUD006, reason: Anggaran ada di DIPA induk, by: Sri Lestari, until: 9999-12-31}
- id: b
  kind: sole
  annex: {}
"""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pk.yaml").write_text(DATA, encoding="utf-8")


def check(*options: str, path: str = "pk.yaml", **how: Any) -> Result:
    return CliRunner().invoke(main, ["check", path, "--select", "BUD006,SUP", "--fail-on", "warning", *options], **how)


def written(file: str = "baseline.json") -> Any:
    return json.loads(Path(file).read_text(encoding="utf-8"))


def test_the_summary_says_how_many_are_silenced() -> None:
    result = check()
    assert result.exit_code == 1
    assert "  Didiamkan dengan alasan: 1.\n" in result.stdout
    assert "DIPA induk" not in result.stdout
    assert "  Silenced with a reason: 1.\n" in check("--lang", "en").stdout


def test_silenced_findings_do_not_count_for_the_exit_status() -> None:
    Path("pk.yaml").write_text(DATA.split("- id: b", maxsplit=1)[0], encoding="utf-8")
    result = check()
    assert result.exit_code == 0
    assert result.stdout.startswith("Tidak ada temuan yang ditampilkan: 1 PK, 4 aturan dijalankan, 1 temuan disaring.")


def test_show_suppressed_lists_by_whom_why_until_when_and_where() -> None:
    listed = check("--show-suppressed").stdout.split("Temuan yang didiamkan\n")[1].split("\n\n", maxsplit=1)[0]
    told = " ".join(listed.split())
    assert told.startswith("pk.yaml:1: BUD006 warning ")
    assert told.endswith(
        "= alasan: Anggaran ada di DIPA induk; oleh: Sri Lestari; sampai: 31 Desember 9999; tertulis di: pk.yaml:6"
    )


def test_show_suppressed_lists_them_in_a_quiet_report_too() -> None:
    plain, shown = check("--quiet").stdout.splitlines(), check("--quiet", "--show-suppressed").stdout.splitlines()
    assert shown[: len(plain)] == plain
    assert "alasan: Anggaran ada di DIPA induk" in " ".join(shown[len(plain) :])


def test_json_has_the_silenced_ones_when_asked_for() -> None:
    plain, shown = (json.loads(check("-f", "json", *more).stdout) for more in ((), ("--show-suppressed",)))
    assert "suppressed" not in plain
    assert plain["summary"]["suppressed"] == shown["summary"]["suppressed"] == 1
    (silenced,) = shown["suppressed"]
    assert set(silenced) == {*shown["findings"][0], "suppression"}
    assert silenced["suppression"] == {
        "reason": "Anggaran ada di DIPA induk",
        "by": "Sri Lestari",
        "until": "9999-12-31",
        "code": "BUD006",
        "fingerprint": None,
        "subject": "a",
        "file": "pk.yaml",
        "line": 6,
    }


def test_jsonl_is_unchanged_unless_they_are_asked_for() -> None:
    plain = check("-f", "jsonl").stdout.splitlines()
    shown = check("-f", "jsonl", "--show-suppressed").stdout.splitlines()
    assert len(plain) == 1
    assert shown[:1] == plain
    assert [json.loads(line).get("suppression", {}).get("by") for line in shown] == [None, "Sri Lestari"]


def test_settings_silence_by_fingerprint_and_say_where() -> None:
    fingerprint = json.loads(check("-f", "jsonl").stdout)["fingerprint"]
    Path("pkcheck.toml").write_text(
        f'lang = "id"\n\n[[suppress]]\nreason = "Disepakati"\nfingerprint = "{fingerprint}"\nuntil = 9999-12-31\n',
        encoding="utf-8",
    )
    result = check("-f", "jsonl", "--show-suppressed")
    assert result.exit_code == 0
    told = [json.loads(line)["suppression"] for line in result.stdout.splitlines()]
    assert [(each["reason"], each["line"]) for each in told] == [("Anggaran ada di DIPA induk", 6), ("Disepakati", 5)]
    assert Path(told[1]["file"]).name == "pkcheck.toml"


def test_settings_without_a_reason_do_not_silence() -> None:
    fingerprint = json.loads(check("-f", "jsonl").stdout)["fingerprint"]
    Path("pkcheck.toml").write_text(f'[[suppress]]\nfingerprint = "{fingerprint}"\n', encoding="utf-8")
    told = [json.loads(line) for line in check("-f", "jsonl").stdout.splitlines()]
    assert sorted(each["code"] for each in told) == ["BUD006", "SUP001"]
    (place,) = next(each["evidence"] for each in told if each["code"] == "SUP001")
    assert (Path(place["file"]).name, place["line"]) == ("pkcheck.toml", 2)


def test_the_place_of_a_suppression_is_no_setting() -> None:
    Path("pkcheck.toml").write_text('[[suppress]]\nfingerprint = "ab"\nsource = "x"\n', encoding="utf-8")
    result = check()
    assert result.exit_code == 2
    assert "source" in result.stderr


def test_a_baseline_is_written_and_then_hides_what_it_knows() -> None:
    first = check("--write-baseline", "baseline.json")
    assert first.exit_code == 1
    assert first.stderr == "baseline.json ditulis: 1 temuan yang sudah diketahui.\n"
    assert [(each["code"], each["agreement"]) for each in written()["findings"]] == [("BUD006", "b")]
    again = check("--baseline", "baseline.json")
    assert again.exit_code == 0
    assert again.stderr == ""
    summary = " ".join(again.stdout.split())
    assert f"Sudah diketahui, tidak ditampilkan: 1, menurut baseline yang ditulis {written()['by']} pada" in summary


def test_entries_that_are_no_longer_found_are_named() -> None:
    check("--write-baseline", "baseline.json")
    Path("pk.yaml").write_text(DATA.replace("- id: b", "- id: b\n  budget: [{name: X, amount: 1}]"), encoding="utf-8")
    result = check("--baseline", "baseline.json")
    assert result.exit_code == 0
    assert result.stderr.startswith("1 temuan dalam baseline tidak ditemukan lagi: BUD006 b. ")
    assert "\nAda dalam baseline, tidak ditemukan lagi\n  BUD006 b: " in result.stdout
    told = json.loads(check("--baseline", "baseline.json", "-f", "json").stdout)["baseline"]
    assert told == {
        "by": written()["by"],
        "date": written()["date"],
        "hidden": 0,
        "gone": written()["findings"],
        "not_checked": [],
    }
    assert check("--baseline", "baseline.json", "--quiet").stderr == ""


def test_the_settings_may_name_a_baseline_that_is_yet_to_be_written() -> None:
    Path("pkcheck.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert check().exit_code == 2
    assert check("--write-baseline", "known.json").exit_code == 1
    assert check().exit_code == 0
    assert check("--write-baseline", "known.json").exit_code == 0
    assert len(written("known.json")["findings"]) == 1


def test_a_baseline_and_settings_in_the_folder_are_no_agreements() -> None:
    Path("pkcheck.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    check("--write-baseline", "known.json")
    result = check(path=".")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("text", ["", "{", "bukan JSON", "[]", DATA])
def test_a_baseline_that_cannot_be_read_is_an_error_of_the_call(text: str) -> None:
    Path("rusak.json").write_text(text, encoding="utf-8")
    result = check("--baseline", "rusak.json")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("kesalahan: rusak.json: bukan baseline yang sah: ")
    assert "Traceback" not in result.stderr


def test_a_missing_baseline_is_an_error_of_the_call() -> None:
    result = check("--baseline", "tiada.json")
    assert result.exit_code == 2
    assert result.stderr.startswith("kesalahan: tiada.json: baseline tidak ditemukan.")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--write-baseline", "pk.yaml"), "kesalahan: pk.yaml sudah ada dan bukan baseline"),
        (("--write-baseline", "lain.txt"), "kesalahan: lain.txt sudah ada dan bukan baseline"),
        (("--write-baseline", "x.json", "--output", "x.json"), "kesalahan: x.json disebut pada --output"),
        (("--write-baseline", "tiada/x.json"), "kesalahan: tiada/x.json tidak dapat ditulis"),
    ],
)
def test_a_baseline_is_never_written_over_something_else(options: tuple[str, ...], said: str) -> None:
    Path("lain.txt").write_text("catatan", encoding="utf-8")
    result = check(*options)
    assert result.exit_code == 2
    assert result.stderr.startswith(said)
    assert "--write-baseline" in result.stderr
    assert Path("pk.yaml").read_text(encoding="utf-8") == DATA
    assert Path("lain.txt").read_text(encoding="utf-8") == "catatan"


def test_a_baseline_is_not_written_over_an_input() -> None:
    check("--write-baseline", "baseline.json")
    before = Path("baseline.json").read_bytes()
    result = CliRunner().invoke(main, ["check", "pk.yaml", "baseline.json", "--write-baseline", "baseline.json"])
    assert result.exit_code == 2
    assert "baseline.json adalah salah satu masukan dan tidak akan ditimpa" in result.stderr
    assert Path("baseline.json").read_bytes() == before


def test_nothing_is_forgotten_where_nothing_was_read() -> None:
    check("--write-baseline", "baseline.json")
    before = Path("baseline.json").read_bytes()
    Path("pk.yaml").write_text("{", encoding="utf-8")
    result = check("--write-baseline", "baseline.json")
    assert result.exit_code == 2
    assert "baseline.json tidak ditulis, karena tidak ada PK yang terbaca." in result.stderr
    assert Path("baseline.json").read_bytes() == before


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_suppression_of_another_shape_is_told_with_its_line(lang: str) -> None:
    Path("pk.yaml").write_text("- id: a\n  pkcheck:\n    ignore:\n    - {kode: BUD006}\n", encoding="utf-8")
    result = check("--lang", lang)
    assert result.exit_code == 2
    assert result.stderr.startswith("pk.yaml:4: ")
    assert '"kode"' in result.stderr
    assert '"code"' in result.stderr
