"""References on the command line: what is run, what is not, and what is said of a file that cannot be used."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pkcheck.cli import main

PK = "{id: a, kind: sole, fiscal_year: 2024, budget: [{name: Program A, amount: 101}]}"
DPA = "budget_document: {title: DPA, fiscal_year: 2024, ceilings: [{programme: Program A, amount: 100}]}"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pk.yaml").write_text(PK, encoding="utf-8")
    Path("dpa.yaml").write_text(DPA, encoding="utf-8")
    Path("iku.yaml").write_text("iku: {title: IKU}", encoding="utf-8")


def check(*options: str) -> Result:
    return CliRunner().invoke(main, ["check", "pk.yaml", "--select", "REF,STR009", *options])


def test_without_a_reference_its_rules_are_told_as_not_run() -> None:
    result = check("-f", "json")
    assert result.exit_code == 0
    accounts = {each["code"]: each for each in json.loads(result.stdout)["coverage"]}
    reasons = {code: accounts[code]["reason"] for code in ("REF001", "REF002", "REF003", "STR009")}
    assert reasons == {
        "REF001": "perlu --reference dengan dokumen anggaran (DIPA/DPA)",
        "REF002": "perlu --reference dengan Renstra",
        "REF003": "perlu --reference dengan struktur organisasi",
        "STR009": "perlu --reference dengan daftar IKU",
    }
    assert {accounts[code]["status"] for code in reasons} == {"skipped"}


def test_a_reference_is_held_against_the_agreements() -> None:
    result = check("-f", "json", "--reference", "dpa.yaml", "--reference", "iku.yaml")
    assert result.exit_code == 1
    found = json.loads(result.stdout)["findings"]
    assert [(each["code"], each["amount"]) for each in found] == [("REF001", 1)]
    assert [(each["file"], each["line"]) for each in found[0]["evidence"]] == [("pk.yaml", 1), ("dpa.yaml", 1)]
    accounts = {each["code"]: each["status"] for each in json.loads(result.stdout)["coverage"]}
    assert [accounts[code] for code in ("REF001", "REF002", "REF003", "STR009")] == ["ran", "skipped", "skipped", "ran"]


def test_settings_may_name_references() -> None:
    Path("pkcheck.toml").write_text('reference = ["dpa.yaml"]', encoding="utf-8")
    assert "REF001" in check("-q").stdout


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("tiada.yaml", None, "tidak ditemukan"),
        ("acuan.yaml", "ceilings: []", "ceilings"),
        ("acuan.pdf", "%PDF", ".yaml, .json atau .xlsx"),
        ("acuan.xlsx", "bukan buku kerja", "lembar sebar"),
        ("pk.yaml", None, "tidak dikenal"),
        (".", None, "tidak dapat dibuka"),
    ],
)
def test_a_reference_that_cannot_be_used_stops_the_check(name: str, text: str | None, words: str) -> None:
    if text is not None:
        Path(name).write_text(text, encoding="utf-8")
    result = check("--reference", name)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"kesalahan: {name}")
    assert words in result.stderr


def test_the_schema_of_references() -> None:
    result = CliRunner().invoke(main, ["schema", "--reference"])
    assert set(json.loads(result.stdout)["properties"]) == {"budget_document", "plan", "iku", "chart"}


def test_explain_shows_the_reference_of_an_example() -> None:
    shown = CliRunner().invoke(main, ["explain", "REF001"]).stdout
    assert "dengan acuan:" in shown
    assert "budget_document:" in shown
