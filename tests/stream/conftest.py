"""Agencies as lines of JSON."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

WriteLines = Callable[..., Path]
MakeRecord = Callable[..., dict[str, object]]


@pytest.fixture
def record() -> MakeRecord:
    """Makes a head (`at` 0) or one of its subordinates; every agency has the same amounts but for `amount`."""
    return made


def made(agency: str | None, at: int, *, amount: int = 100, **more: object) -> dict[str, object]:
    """A head (`at` 0) or one of its subordinates; every agency has the same amounts but for `amount`."""
    name = f"{agency or 'tanpa'}-{at}".lower().replace(" ", "-")
    head = f"{agency or 'tanpa'}-0".lower().replace(" ", "-")
    return {
        "id": name,
        **({"institution": agency} if agency else {}),
        "unit": f"Unit {at}",
        "fiscal_year": 2025,
        **({"supervisor": head} if at else {}),
        "first_party": {"name": f"Nama {agency} {at}", "position": f"Kepala Bidang {at}" if at else f"Kepala {agency}"},
        "budget": [{"name": "Program A", "amount": amount if at else 100}],
        **more,
    }


@pytest.fixture
def write_lines(tmp_path: Path) -> WriteLines:
    """Writes records, or lines as they are, into a file and gives its path."""

    def write(records: list[object], name: str = "pk.jsonl") -> Path:
        path = tmp_path / name
        lines = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in records]
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return path

    return write
