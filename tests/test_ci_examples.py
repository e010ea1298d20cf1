"""What those who submit data run in their CI works as written: the action, the GitLab job, the pre-commit hook."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from pkcheck.data import json_schema, load

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "ci"
BASH = shutil.which("bash")
OVERSPENT = ("Rp 900.000.000,-", "Rp 9.900.000.000,-")

pytestmark = pytest.mark.skipif(BASH is None, reason="a CI job runs in bash")


def settings(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The example, as a CI checks it out."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "repository"))


@pytest.fixture
def overspent(repository: Path) -> Path:
    """The example after a change that gives a division more than its superior has."""
    file = repository / "agreements" / "bidang-dan-sekretariat.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(*OVERSPENT), encoding="utf-8")
    return repository


def run(script: str, folder: Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a CI does, with the `pkcheck` of these tests on the path."""
    here = Path(sys.executable).parent
    surroundings = {"PKCHECK_LANG": "id", "PATH": f"{here}{os.pathsep}{os.environ['PATH']}", **surroundings}
    command = [BASH or "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def action(repository: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's check, its inputs as its own step hands them on."""
    metadata = settings(ROOT / "action.yml")
    step = next(each for each in metadata["runs"]["steps"] if each.get("name") == "Check")
    values = {name: str(each["default"]) for name, each in metadata["inputs"].items()} | inputs
    handed = {key: values[text.removeprefix("${{ inputs.").removesuffix(" }}")] for key, text in step["env"].items()}
    return run(step["run"], repository, **handed)


def used(repository: Path) -> dict[str, str]:
    """What the example's workflow gives the action."""
    steps = settings(repository / ".github" / "workflows" / "pkcheck.yml")["jobs"]["pkcheck"]["steps"]
    given: dict[str, str] = next(each["with"] for each in steps if "/pkcheck@" in each.get("uses", ""))
    return given


def test_the_action_passes_agreements_that_hold(repository: Path) -> None:
    done = action(repository, **used(repository))
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if not line.startswith("::notice title=Pemeriksaan")] == []
    assert json.loads((repository / "pkcheck.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []


def test_the_action_fails_and_annotates_what_does_not_hold(overspent: Path) -> None:
    done = action(overspent, **used(overspent))
    assert done.returncode == 1, done.stderr
    annotations = [line for line in done.stdout.splitlines() if line.startswith("::error")]
    assert any("BUD001" in each or "BUD002" in each for each in annotations)
    results = json.loads((overspent / "pkcheck.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert {each["ruleId"] for each in results} & {"BUD001", "BUD002"}


def test_the_action_says_what_cannot_be_read_with_status_2(repository: Path) -> None:
    (repository / "agreements" / "rusak.yaml").write_text("agreements: [", encoding="utf-8")
    assert action(repository, **used(repository)).returncode == 2


def test_the_action_takes_several_paths_and_none_of_them_as_a_command(repository: Path) -> None:
    paths = "agreements/kepala-dinas.yaml\n\nagreements/bidang-dan-sekretariat.yaml\n$(touch trap)\n"
    done = action(repository, paths=paths)
    assert (done.returncode, (repository / "trap").exists()) == (2, False)
    assert "$(touch trap)" in done.stderr


@pytest.mark.parametrize(("change", "status"), [(None, 0), (OVERSPENT, 1)])
def test_the_gitlab_job_leaves_its_reports(repository: Path, change: tuple[str, str] | None, status: int) -> None:
    if change:
        file = repository / "agreements" / "bidang-dan-sekretariat.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    job = settings(repository / ".gitlab-ci.yml")["pkcheck"]
    done = run("\n".join(job["script"]), repository)
    assert done.returncode == status, done.stderr
    reports = job["artifacts"]["reports"]
    quality = json.loads((repository / reports["codequality"]).read_text(encoding="utf-8"))
    assert bool(quality) is bool(status)
    assert (repository / reports["junit"]).read_text(encoding="utf-8").startswith("<?xml")
    assert all((repository / each).is_file() for each in job["artifacts"]["paths"])


def test_the_hook_checks_the_folder_that_the_example_names(overspent: Path) -> None:
    (hook,) = settings(ROOT / ".pre-commit-hooks.yaml")
    (given,) = settings(overspent / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert given["id"] == hook["id"]
    done = run(" ".join([hook["entry"], *given["args"]]), overspent)
    assert done.returncode == 1, done.stderr
    assert "BUD00" in done.stdout


def test_the_schema_beside_the_example_is_current_and_found_by_its_first_line() -> None:
    kept = json.loads((EXAMPLE / "agreements" / "pkcheck.schema.json").read_text(encoding="utf-8"))
    assert kept == json_schema(), "pkcheck schema > examples/ci/agreements/pkcheck.schema.json"
    for file in sorted((EXAMPLE / "agreements").glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        assert text.splitlines()[0] == "# yaml-language-server: $schema=pkcheck.schema.json"
        assert load(text, file.name, "yaml").agreements
