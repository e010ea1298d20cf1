"""Whole folders, checked as a user does: bad files beside a good one, in a process of its own."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from plain_pk import PK

HANGS = 300
"""Seconds after which a check counts as endless; nothing is timed."""
SCRIPT = """
import sys
from pathlib import Path
from pkcheck.cli import main
try:
    main(sys.argv[2:])
finally:
    known = Path("/proc/self/status")
    lines = known.read_text().splitlines() if known.exists() else []
    peak = next((line.split()[1] for line in lines if line.startswith("VmHWM")), "0")
    Path(sys.argv[1]).write_text(peak)
"""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check: what is said of each file, and the megabytes held at the most (0 where nobody tells)."""

    status: int
    stderr: str
    said: Mapping[str, str]
    inputs: Mapping[str, tuple[str, int]]
    megabytes: float


Check = Callable[..., Checked]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good document in it."""
    place = tmp_path / "pk"
    place.mkdir()
    (place / "baik.txt").write_text(PK, encoding="utf-8")
    return place


@pytest.fixture
def check(folder: Path) -> Check:
    """Check the folder by the command line, with further options."""

    def checked(*options: str) -> Checked:
        peak = folder.parent / "peak"
        command = [sys.executable, "-c", SCRIPT, str(peak), "check", folder.name, "-f", "json", "--jobs", "1", *options]
        done = subprocess.run(command, cwd=folder.parent, capture_output=True, timeout=HANGS, check=False)
        stderr, out = done.stderr.decode(), json.loads(done.stdout)
        inputs = {Path(each["file"]).name: (each["status"], each["agreements"]) for each in out["inputs"]}
        said: dict[str, str] = {}
        for line in stderr.splitlines():
            found = re.match(r"pk[/\\](?P<name>[^:]+)(?::\S+)?: (?P<said>(?:masalah|catatan|problem|note): .*)", line)
            if found:
                said[found["name"]] = f"{said.get(found['name'], '')}{found['said']}\n"
        return Checked(done.returncode, stderr, said, inputs, int(peak.read_text()) / 1024)

    return checked
