"""What decides what is said beside the data: the same mark in every process, another for another run."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pkcheck.config import Settings
from pkcheck.reporting import Style
from pkcheck.stream.judging import Job, prepared
from pkcheck.stream.mark import mark_of, run_mark

JOB = Job(Settings(select=("BUD001", "UOM001"), severity={}, fail_on="never"), "csv", Style(), date(2026, 1, 1))
PRINTED = f"""
from datetime import date
from pkcheck.config import Settings
from pkcheck.reporting import Style
from pkcheck.stream.judging import Job
from pkcheck.stream.mark import mark_of
print(mark_of(Job(Settings(select={JOB.settings.select!r}, severity={{}}, fail_on="never"), "csv", Style(), date(2026, 1, 1))).hex())
"""
RULE = Path(__file__).parent.parent.parent / "rules" / "budget" / "budget_missing.py"


def in_another_process(seed: int) -> str:
    command: Sequence[str] = (sys.executable, "-c", PRINTED)
    environment = {"PYTHONHASHSEED": str(seed), "PATH": ""}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()


def test_every_process_has_the_same_mark() -> None:
    assert {in_another_process(seed) for seed in range(4)} == {mark_of(JOB).hex()}


@pytest.mark.parametrize(
    "other",
    [
        replace(JOB, settings=JOB.settings.model_copy(update={"select": ("BUD001",)})),
        replace(JOB, form="jsonl"),
        replace(JOB, style=Style(lang="en")),
        replace(JOB, today=date(2026, 1, 2)),
    ],
    ids=["settings", "format", "style", "day"],
)
def test_another_job_has_another_mark(other: Job) -> None:
    assert mark_of(other) != mark_of(JOB)


def test_a_rule_that_changes_or_breaks_changes_the_mark(tmp_path: Path) -> None:
    own = tmp_path / "own.py"
    job = replace(JOB, settings=JOB.settings.model_copy(update={"rules": (str(own),)}))
    text = RULE.read_text(encoding="utf-8").replace('code="BUD006"', 'code="XYZ001"')
    marks: list[bytes] = []
    for version in (text, f"{text}\n# another\n", "RULE = 1\n"):
        own.write_text(version, encoding="utf-8")
        prepared.cache_clear()  # rules are loaded once for a job in a process
        marks.append(mark_of(job))
    assert len(set(marks)) == len(marks)


def test_a_file_that_changes_changes_the_mark_of_its_run(tmp_path: Path) -> None:
    file = tmp_path / "pk.jsonl"
    marks = set()
    for text in ("{}\n", "{}\n{}\n"):
        file.write_text(text, encoding="utf-8")
        marks.add(run_mark(b"m", [str(file)]))
    assert len(marks) == 2
    assert run_mark(b"n", [str(file)]) not in marks
