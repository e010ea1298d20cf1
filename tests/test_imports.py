"""What a command imports of other packages: what it does not use costs every start, and is noticed here."""

import subprocess
import sys
from pathlib import Path

import pytest

REAL = Path(__file__).parent.parent / "datasets" / "kpu-kaltim-2024" / "agreements.yaml"
PYDANTIC = {"annotated_types", "pydantic", "pydantic_core", "typing_extensions", "typing_inspection"}
RULES = {*PYDANTIC, "click", "rapidfuzz", "yaml"}
# How it is installed, and what a test runner brings.
_AROUND = {"pkcheck", "_distutils_hack", "setuptools", "pip"}


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (["--help"], {"click"}),
        (["check", "--help"], {"click"}),
        (["explain", "DAT001"], RULES),
        (["rules"], RULES),
        # National holidays are looked up; nothing is converted, drawn or read from a page.
        (["check", str(REAL), "--fail-on", "never"], {*RULES, "dateutil", "holidays", "six"}),
    ],
)
def test_a_command_imports_what_it_uses(command: list[str], expected: set[str]) -> None:
    assert _imported_by(command) == expected


def _imported_by(command: list[str]) -> set[str]:
    """The distributed packages that are loaded once `pkcheck command` is done."""
    script = (
        "import sys\n"
        "from importlib.metadata import packages_distributions\n"
        "from pkcheck.cli import main\n"
        f"try: main({command!r})\n"
        "finally: print(*sorted({name.partition('.')[0] for name in sys.modules} & set(packages_distributions())), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split()) - _AROUND
