"""The data and the expected findings beside the real document are what the commands in its README make of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pkcheck.cli import main

TEXT = "pk-kpu-kaltim-2024.txt"
READ = ("read", TEXT)
CHECK = ("check", TEXT, "--format", "json", "--fail-on", "never")


def made(dataset: Path, monkeypatch: pytest.MonkeyPatch, *command: str) -> str:
    monkeypatch.chdir(dataset)
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_the_agreement_data_are_current(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = made(dataset, monkeypatch, *READ)
    kept = (dataset / "agreements.yaml").read_text(encoding="utf-8")
    assert kept == now, f"in {dataset}: pkcheck {' '.join(READ)} --output agreements.yaml"


def test_the_expected_findings_are_current(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = json.loads(made(dataset, monkeypatch, *CHECK))
    kept = json.loads((dataset / "findings.json").read_text(encoding="utf-8"))
    assert kept == now, f"in {dataset}: pkcheck {' '.join(CHECK)} --output findings.json"


def identities(report: str) -> list[Any]:
    return sorted((each["code"], each["subject"]["id"], each["fingerprint"]) for each in json.loads(report)["findings"])


def test_the_data_give_the_same_findings_as_the_text(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from_text = made(dataset, monkeypatch, *CHECK)
    from_data = made(dataset, monkeypatch, "check", "agreements.yaml", *CHECK[2:])
    assert identities(from_data) == identities(from_text)
