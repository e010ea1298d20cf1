"""What the computer has is known on every system, and a container's limit counts."""

import os
from pathlib import Path

import pytest

from pkcheck import machine


def test_cores_and_memory_of_this_computer_are_known() -> None:
    assert 1 <= machine.cores() <= (os.cpu_count() or 1)
    assert (machine.memory() or 0) > 2**28


@pytest.mark.parametrize(
    ("limit", "memory"), [("1073741824\n", 2**30), ("max\n", 2**33), ("9223372036854771712\n", 2**33)]
)
def test_a_container_may_leave_less_than_is_built_in(
    limit: str, memory: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "memory.max"
    told.write_text(limit, encoding="ascii")
    monkeypatch.setattr(machine, "_LIMITS", (told, tmp_path / "none"))
    monkeypatch.setattr(machine, "_built_in", lambda: 2**33)
    assert machine.memory() == memory


def test_where_nothing_tells_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_LIMITS", (tmp_path / "none",))
    monkeypatch.setattr(machine, "_built_in", lambda: None)
    assert machine.memory() is None
