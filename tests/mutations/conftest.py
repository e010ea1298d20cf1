"""The real document with one thing changed, in its text and in its data, and what is found then that was not before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pkcheck import api
from pkcheck.data import dump
from pkcheck.findings import Finding
from pkcheck.graph import annotated
from pkcheck.model import Agreement
from pkcheck.yamltext import dump_yaml, load_yaml


@dataclass(frozen=True)
class Change:
    """The findings that came and went with a change, by fingerprint."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    outcome: api.Outcome

    @property
    def found(self) -> list[tuple[str, str]]:
        """Code and subject of every new finding."""
        return [(each.code, each.at) for each in self.new]


ChangeText = Callable[..., Change]
ChangeData = Callable[[Callable[[dict[str, Any]], None]], Change]


@pytest.fixture(scope="session")
def lines(dataset: Path) -> tuple[str, ...]:
    """The lines of the real document; line 1 is `lines[0]`."""
    return tuple((dataset / "pk-kpu-kaltim-2024.txt").read_text(encoding="utf-8").split("\n"))


@pytest.fixture
def changed(lines: Sequence[str], real: api.Outcome, tmp_path: Path) -> ChangeText:
    """`changed({line: (old, new), ...})`: each line, counted from 1, with `old` replaced; `new` None drops the line."""

    def change(edits: dict[int, tuple[str, str | None]]) -> Change:
        edited: list[str | None] = list(lines)
        for number, (old, new) in edits.items():
            line = lines[number - 1]
            assert old in line, f"line {number} has no {old!r}: {line!r}"
            edited[number - 1] = None if new is None else line.replace(old, new)
        return _judged("\n".join(each for each in edited if each is not None), tmp_path / "pk.txt", real)

    return change


@pytest.fixture
def changed_data(real: api.Outcome, tmp_path: Path) -> ChangeData:
    """`changed_data(edit)`: the canonical data after `edit(data)`, where `data["agreements"]` is the list."""

    def change(edit: Callable[[dict[str, Any]], None]) -> Change:
        data, _ = load_yaml(dump(_as_read(real), "yaml"), "pk.yaml")
        before = dump_yaml(data)
        edit(data)
        after = dump_yaml(data)
        assert after != before, "nothing was changed"
        return _judged(after, tmp_path / "pk.yaml", real)

    return change


def _as_read(real: api.Outcome) -> tuple[Agreement, ...]:
    return annotated(real.whole)


def _judged(text: str, path: Path, real: api.Outcome) -> Change:
    path.write_text(text, encoding="utf-8")
    outcome = api.check([str(path)])
    before = {each.fingerprint: each for each in real.findings}
    after = {each.fingerprint: each for each in outcome.findings}
    new = tuple(each for name, each in after.items() if name not in before)
    gone = tuple(each for name, each in before.items() if name not in after)
    return Change(new, gone, outcome)
