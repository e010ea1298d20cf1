"""Whole commands over data: by processes, from a checkpoint, from the cache, scattered, stopped, and refused."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pkcheck.cli import main
from pkcheck.stream import judging, running

MakeRecord = Callable[..., dict[str, object]]
WriteLines = Callable[..., Path]
LONG = 120
"""Seconds after which a command counts as hanging; nothing is timed."""


@pytest.fixture
def agencies(record: MakeRecord) -> list[dict[str, object]]:
    """Thirty agencies of three; in every second one the subordinates have more than the head."""
    return [
        record(f"Dinas {number:02}", at, amount=60 if number % 2 else 40) for number in range(30) for at in range(3)
    ]


@pytest.fixture
def data(agencies: list[dict[str, object]], write_lines: WriteLines) -> Path:
    return write_lines(agencies)


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(running, "_BATCH", 10)
    monkeypatch.setattr(running, "TOGETHER", 0)
    monkeypatch.setenv("PKCHECK_CACHE", str(tmp_path / "cache"))


def checked(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["check", *(str(each) for each in arguments)])


def output(data: Path, *arguments: object, form: str = "jsonl") -> str:
    """What is written to a file, and to nothing else."""
    file = data.with_name("out")
    result = checked(data, "-f", form, "-o", file, *arguments)
    assert (result.exit_code, result.output) == (1, "")
    assert sorted(each.name for each in data.parent.iterdir() if each.name.startswith("out")) == ["out"]
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["jsonl", "csv", "text", "json", "sarif", "html"])
def test_processes_say_the_same_in_the_same_order(data: Path, form: str) -> None:
    assert output(data, "--jobs", 2, form=form) == output(data, "--jobs", 1, form=form)


def test_every_agency_that_exceeds_is_found(data: Path) -> None:
    found = [json.loads(each) for each in output(data, "--select", "BUD001").splitlines()]
    assert [each["agreement"] for each in found] == [f"dinas-{number:02}-0" for number in range(1, 30, 2)]


def test_scattered_agencies_are_brought_together(agencies: list[dict[str, object]], write_lines: WriteLines) -> None:
    expected = output(write_lines(agencies), "--select", "BUD")
    mixed = write_lines([*agencies[1::2], *agencies[::2]])
    found = output(mixed, "--select", "BUD", "--memory", "2M")
    keys = [
        sorted((each["code"], each["agreement"]) for each in map(json.loads, text.splitlines()))
        for text in (expected, found)
    ]
    assert keys[0] == keys[1]
    assert keys[0]


def test_an_unchanged_agency_comes_from_the_cache(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = output(data, "--cache")
    judged: list[str] = []

    def refuse(agencies: list[list[object]], _job: bytes) -> list[object]:
        judged.extend(str(each[0]) for each in agencies)
        return []

    monkeypatch.setattr(running, "judge_each", refuse)
    assert output(data, "--cache") == expected
    assert judged == []


def test_another_agency_another_rule_or_no_cache_is_judged(data: Path) -> None:
    before = output(data, "--cache", "--select", "BUD001")
    data.write_text(data.read_text(encoding="utf-8").replace('"amount": 60', '"amount": 50', 2), encoding="utf-8")
    after = output(data, "--cache", "--select", "BUD001")
    assert len(after.splitlines()) == len(before.splitlines()) - 1
    assert output(data, "--cache", "--select", "BUD001,PTY") != after
    assert output(data, "--no-cache", "--select", "BUD001") == after


def test_a_run_that_was_stopped_goes_on_and_says_the_same(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = output(data)
    file, real = data.with_name("out"), judging.judge_agencies
    calls: list[int] = []

    def interrupted(*given: object) -> object:
        calls.append(1)
        if len(calls) == 4:
            signal.raise_signal(signal.SIGINT)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "judge_agencies", interrupted)
    stopped = checked(data, "-f", "jsonl", "-o", file, "--jobs", 1)
    part = file.read_text(encoding="utf-8")
    assert stopped.exit_code == 130
    assert "dihentikan sebelum selesai: hanya 48 PK yang sudah diperiksa" in stopped.output
    assert expected.startswith(part)
    assert 0 < len(part) < len(expected)
    before = len(calls)
    assert output(data, "--resume", "--jobs", 1) == expected
    assert len(calls) - before == 4


def test_a_stopped_report_says_so_itself(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = judging.judge_agencies

    def interrupted(*given: object) -> object:
        signal.raise_signal(signal.SIGINT)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "judge_agencies", interrupted)
    file = data.with_name("out")
    assert checked(data, "-f", "json", "-o", file, "--jobs", 1).exit_code == 130
    told = json.loads(file.read_text(encoding="utf-8"))
    assert [note["message"] for note in told["inputs"][0]["notes"]] == [
        "dihentikan sebelum selesai: hanya 12 PK yang sudah diperiksa; hasil ini belum lengkap."
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt cannot be sent to one process there")
def test_an_interrupt_stops_the_processes_too(data: Path) -> None:
    text = data.read_text(encoding="utf-8")
    data.write_text(
        "".join(text.replace("Dinas", f"Dinas {n}").replace("dinas-", f"dinas-{n}-") for n in range(60)),
        encoding="utf-8",
    )
    file = data.with_name("out")
    command = [sys.executable, "-m", "pkcheck", "check", str(data), "-f", "jsonl", "-o", str(file), "--jobs", "2"]
    with subprocess.Popen([*command, "--lang", "en"], stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not (file.exists() and file.stat().st_size):
            pass
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=LONG)
    assert (process.returncode, "stopped before the end" in told) == (130, True)


def test_what_looks_at_the_whole_set_refuses_what_is_for_agencies(data: Path) -> None:
    assert checked(data, "--statistics", "--memory", "10M").exit_code == 2
    assert checked(data, "--resume").exit_code == 2
    assert checked(data, "--memory", "viel").exit_code == 2
