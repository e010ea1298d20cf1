"""What is built has all that the tree has: `rules/` and `reports/` under `pkcheck`, and every data file.

`.ci/run` installs the wheel where nothing else is and checks a document with it; that is not done twice.
"""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from pkcheck.discovery import load_rules

ROOT = Path(__file__).parent.parent
PLACES = {"pkcheck": ROOT / "pkcheck", "pkcheck/rules": ROOT / "rules", "pkcheck/reports": ROOT / "reports"}
EXAMPLES = ROOT / "reports" / "examples"
SOURCES = ["pyproject.toml", "setup.py", "README.md", "LICENSE", "pkcheck", "rules", "reports"]
DATA = (".css", ".js", ".py", ".toml", ".txt", ".yaml", ".typ", ".typed")
BUILD = """
import sys
from setuptools import build_meta
print(build_meta.build_sdist(sys.argv[1]))
"""


def in_tree() -> set[str]:
    """Every module and data file, under the name that it is installed by; the example reports are not installed."""
    return {
        f"{name}/{file.relative_to(folder).as_posix()}"
        for name, folder in PLACES.items()
        for file in folder.rglob("*")
        if (file.suffix in DATA or file.name == "py.typed") and file.parent != EXAMPLES
    }


def run(*command: str | Path, folder: Path, **surroundings: str) -> str:
    known = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PKCHECK_"))}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**known, "PYTHONUTF8": "1", **surroundings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution of a copy, so that no earlier build has left anything in it, unpacked."""
    copy, built = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("built")
    for name in SOURCES:
        _copy(ROOT / name, copy / name)
    run("-c", BUILD, built, folder=copy)
    (archive,) = built.glob("pkcheck-*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(built, filter="data")
    return archive.with_name(archive.name.removesuffix(".tar.gz"))


@pytest.fixture(scope="session")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that the source distribution makes: what is missing in one is missing in both."""
    built = tmp_path_factory.mktemp("wheel")
    run("-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", built, ".", folder=sdist)
    (archive,) = built.glob("pkcheck-*.whl")
    return archive


def _copy(source: Path, target: Path) -> None:
    files = [file for file in source.rglob("*") if "__pycache__" not in file.parts] if source.is_dir() else [source]
    for file in files:
        if file.is_file():
            place = target / file.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.read_bytes())


def test_the_wheel_has_what_the_tree_has_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if ".dist-info/" not in name}
    assert names == in_tree(), "has a new folder no __init__.py?"


@pytest.mark.parametrize(
    "name",
    [
        "pkcheck/py.typed",
        "pkcheck/lexicon.toml",
        "pkcheck/provisions.toml",
        "pkcheck/interpret/vocabulary.toml",
        "pkcheck/quantities/units.txt",
        "pkcheck/reports/text.py",
        "pkcheck/rules/__init__.py",
    ],
)
def test_the_tree_has_what_cannot_be_done_without(name: str) -> None:
    assert name in in_tree()


def test_nothing_is_installed_beside_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        assert {name.split("/")[0] for name in packed.namelist()} == {
            "pkcheck",
            wheel.name[: -len("-py3-none-any.whl")] + ".dist-info",
        }


def test_the_wheel_carries_the_licence_and_the_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        (info,) = {name.split("/")[0] for name in packed.namelist() if ".dist-info/" in name}
        assert packed.read(f"{info}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()
        assert "pkcheck = pkcheck.cli:main" in packed.read(f"{info}/entry_points.txt").decode()


def test_the_wheel_lists_the_rules_of_the_tree(wheel: Path, tmp_path: Path) -> None:
    """Unpacked and put before everything else on the path: what is found is the wheel's own."""
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path)  # noqa: S202  our own archive
    where = run("-c", "import pkcheck.rules as it; print(it.__file__)", folder=tmp_path, PYTHONPATH=str(tmp_path))
    assert Path(where.strip()) == tmp_path / "pkcheck" / "rules" / "__init__.py"
    listed = run("-m", "pkcheck", "rules", folder=tmp_path, PYTHONPATH=str(tmp_path)).splitlines()
    assert [line.split()[0] for line in listed] == [each.rule.code for each in load_rules()]
