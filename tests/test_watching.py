"""Checking again on every save: what counts as a change, and a whole command that sees one."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pkcheck.errors import UsageError
from pkcheck.watching import rounds, watched

AGREED = "- {id: ketua, kind: sole, institution: KPU, budget: [{name: A, amount: 100}, {name: Jumlah, level: total, amount: 100}]}\n"
LONG = 60
"""Seconds after which a command counts as hanging; nothing is timed."""


@pytest.mark.parametrize(
    ("changed", "counts"),
    [
        ("pk/ketua.docx", True),
        ("pk/2024/ketua.docx", True),
        ("pk/~$ketua.docx", False),
        ("pk/.~lock.ketua.docx#", False),
        ("pk/.git/index", False),
        ("pk/temuan.xlsx", False),
        ("pkcheck.toml", True),
        ("lain.docx", False),
        ("dua/pk-1.yaml", True),
    ],
)
def test_what_counts_as_a_change(changed: str, counts: bool, tmp_path: Path) -> None:
    for folder in ("pk", "dua"):
        (tmp_path / folder).mkdir()
    seen = watched(
        [str(tmp_path / "pk"), str(tmp_path / "dua" / "*.yaml")],
        [str(tmp_path / "pkcheck.toml")],
        [str(tmp_path / "pk" / "temuan.xlsx"), None],
    )
    assert seen.concerns((tmp_path / changed).resolve()) is counts


def test_a_single_file_is_seen_by_its_folder_without_its_neighbours(tmp_path: Path) -> None:
    file = tmp_path / "pk.yaml"
    file.write_text(AGREED, encoding="utf-8")
    seen = watched([str(file)])
    assert (seen.places, seen.concerns(file.resolve()), seen.concerns((tmp_path / "lain.yaml").resolve())) == (
        frozenset({tmp_path.resolve()}),
        True,
        False,
    )


def test_standard_input_and_what_is_not_there_cannot_be_watched(tmp_path: Path) -> None:
    for path in ("-", str(tmp_path / "tidak-ada"), str(tmp_path / "tidak-ada" / "*.yaml")):
        with pytest.raises(UsageError):
            watched([path])


def test_without_the_library_the_command_that_installs_it_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(UsageError, match=r"pip install \"pkcheck\[watch\]\""):
        next(rounds(watched([str(tmp_path)])))


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt cannot be sent to one process there")
def test_a_save_is_checked_again_until_an_interrupt(tmp_path: Path) -> None:
    file, output = tmp_path / "pk" / "pk.yaml", tmp_path / "temuan.csv"
    file.parent.mkdir()
    file.write_text(AGREED, encoding="utf-8")
    command = [sys.executable, "-m", "pkcheck", "check", str(file.parent), "--watch", "-f", "csv", "-o", str(output)]
    rounds_seen = []
    with subprocess.Popen([*command, "--lang", "en"], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        for line in process.stderr:
            if not line.startswith("Checked at"):
                continue
            rounds_seen.append("BUD004" in output.read_text(encoding="utf-8-sig"))
            if len(rounds_seen) > 1:
                process.send_signal(signal.SIGINT)
                break
            file.write_text(AGREED.replace("total, amount: 100", "total, amount: 90"), encoding="utf-8")
        status = process.wait(LONG)
    assert (rounds_seen, status) == ([False, True], 1)
