"""What is kept of a run is on disk soon, and never much of it in memory."""

from contextlib import closing
from pathlib import Path

import pytest

from pkcheck.stream import store
from pkcheck.stream.judging import AgencyResult, nothing_but
from pkcheck.stream.store import Store


def result(text: str) -> AgencyResult:
    return AgencyResult(**{**nothing_but().__dict__, "text": text})


def test_large_results_are_written_before_there_are_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_BYTES", 5_000)
    with closing(Store(tmp_path / "run")) as writing, closing(Store(tmp_path / "run")) as reading:
        found = []
        for number in range(6):
            writing.keep(b"%d" % number, result("x" * 2_000))
            found.append([at for at in range(6) if reading.find(b"%d" % at) is not None])
    assert found == [[], [], [0, 1, 2], [0, 1, 2], [0, 1, 2], [0, 1, 2, 3, 4, 5]]


def test_what_is_kept_is_found_as_it_was(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "run")) as one:
        one.keep(b"a", result("satu"))
    with closing(Store(tmp_path / "run")) as other:
        assert (other.find(b"a"), other.find(b"b")) == (result("satu"), None)
