"""The formats as whole commands, and `pkcheck report`, which makes them of what was saved."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from pkcheck.api import Outcome
from pkcheck.cli import main
from pkcheck.reporting import record_formats

FORMATS = ["csv", "github", "gitlab", "junit", "markdown", "sarif"]
DOCUMENT = Path(__file__).parent.parent / "datasets" / "kpu-kaltim-2024" / "pk-kpu-kaltim-2024.txt"
DATA = """- id: a
  kind: sole
  annex: {}
  pkcheck:
    ignore:
    - {code: BUD006, reason: Anggaran ada di DIPA induk, by: Sri Lestari, until: 9999-12-31}
- id: b
  kind: sole
  annex: {}
"""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pk.yaml").write_text(DATA, encoding="utf-8")


def run(*words: str, **how: Any) -> Result:
    return CliRunner().invoke(main, list(words), **how)


def saved(*options: str, path: str = "pk.yaml") -> str:
    assert run("check", path, "-f", "json", "-o", "findings.json", *options).exit_code in (0, 1)
    return "findings.json"


def count_in(form: str, text: str) -> int:
    """How many findings a report has."""
    match form:
        case "csv":
            return len(list(csv.reader(io.StringIO(text), delimiter=";"))) - 1
        case "github":
            return sum(" file=" in line for line in text.splitlines())
        case "gitlab":
            return len(json.loads(text))
        case "junit":
            return sum(1 for _ in ET.fromstring(text).iter("failure"))  # noqa: S314  it is our own
        case "sarif":
            return len(json.loads(text)["runs"][0]["results"])
        case _:
            return text.count("\n- **")


@pytest.mark.parametrize("form", FORMATS)
def test_the_real_document_is_told_whole(form: str, real: Outcome) -> None:
    result = run("check", str(DOCUMENT), "-f", form, "-o", "out")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "")
    assert count_in(form, Path("out").read_text(encoding="utf-8")) == len(real.findings)


@pytest.mark.parametrize("form", FORMATS)
def test_standard_output_is_clean(form: str) -> None:
    result = run("check", "pk.yaml", "nothing.txt", "-f", form)
    assert result.exit_code == 2
    assert "nothing.txt" in result.stderr
    assert count_in(form, result.stdout) >= 1


@pytest.mark.parametrize("form", sorted(record_formats()))
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_report_of_what_was_saved_is_that_of_the_check(form: str, lang: str) -> None:
    file = saved("--show-suppressed", "--lang", lang)
    for options in ([], ["--show-suppressed"]):
        told = run("report", file, "-f", form, *options)
        assert told.exit_code == 0
        assert told.stdout == run("check", "pk.yaml", "-f", form, "--lang", lang, *options).stdout


def test_what_was_saved_can_be_piped() -> None:
    text = Path(saved()).read_text(encoding="utf-8")
    assert run("report", "-", "-f", "csv", input=text).stdout == run("check", "pk.yaml", "-f", "csv").stdout


def test_a_baseline_goes_into_the_record() -> None:
    run("check", "pk.yaml", "--select", "BUD006", "--write-baseline", "known.json")
    file = saved("--baseline", "known.json")
    told = run("report", file, "-f", "markdown").stdout
    assert "Sudah diketahui, tidak ditampilkan: 1" in told
    assert told == run("check", "pk.yaml", "--baseline", "known.json", "-f", "markdown").stdout


def test_silenced_findings_that_were_not_saved_are_not_passed_over() -> None:
    result = run("report", saved(), "-f", "sarif", "--show-suppressed")
    assert result.exit_code == 2
    assert "findings.json disimpan tanpa temuan yang didiamkan (1)" in result.stderr


def test_the_language_of_what_was_saved_is_not_changed() -> None:
    result = run("report", saved(), "-f", "csv", "--lang", "en")
    assert result.exit_code == 2
    assert "findings.json is written in the language id" in result.stderr
    assert run("report", "findings.json", "-f", "csv", "--lang", "id").exit_code == 0
    assert run("report", "findings.json", "-f", "csv", env={"PKCHECK_LANG": "en"}).exit_code == 0


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "bukan hasil pemeriksaan"),
        ("{", "bukan hasil pemeriksaan"),
        ("[]", "bukan hasil pemeriksaan"),
        ('{"tool": "lain"}', "bukan hasil pemeriksaan: tool: "),
        ('{"tool": NaN}', "bukan hasil pemeriksaan"),
        ('{"tool": 1, "tool": 2}', "bukan hasil pemeriksaan"),
    ],
)
def test_what_is_no_saved_outcome_is_told_as_such(text: str, problem: str) -> None:
    Path("x.json").write_text(text, encoding="utf-8")
    result = run("report", "x.json", "-f", "csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "x.json" in result.stderr
    assert problem in result.stderr
    assert "cacat" not in result.stderr


def test_a_key_that_is_not_known_is_refused() -> None:
    document = json.loads(Path(saved()).read_text(encoding="utf-8"))
    Path("findings.json").write_text(json.dumps({**document, "more": 1}), encoding="utf-8")
    assert "more: " in run("report", "findings.json", "-f", "csv").stderr


def test_a_missing_file_and_one_that_is_no_text_are_told() -> None:
    Path("x.json").write_bytes(b"\xff\xfe\x00")
    assert "tidak ada hasil pemeriksaan di sini" in run("report", "tidak-ada.json", "-f", "csv").stderr
    assert "bukan hasil pemeriksaan" in run("report", "x.json", "-f", "csv").stderr
    assert run("report", ".", "-f", "csv").exit_code == 2


def test_a_format_that_needs_the_documents_is_none_of_them() -> None:
    result = run("report", saved(), "-f", "text")
    assert result.exit_code == 2
    assert "markdown" in result.stderr


@pytest.mark.parametrize("output", ["findings.json", "pk.yaml"])
def test_nothing_that_was_read_is_written_over(output: str) -> None:
    file = saved()
    before = Path(output).read_bytes()
    assert run("report", file, "-f", "csv", "-o", output).exit_code == 2
    assert Path(output).read_bytes() == before
