"""The formats as whole commands, and `pkcheck report`, which makes them of what was saved."""

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result
from docx import Document
from openpyxl import load_workbook

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
        assert told.stdout_bytes == run("check", "pk.yaml", "-f", form, "--lang", lang, *options).stdout_bytes


def test_a_workbook_goes_to_a_file_or_a_pipe_as_it_is() -> None:
    assert run("report", saved(), "-f", "xlsx", "-o", "kk.xlsx").exit_code == 0
    assert Path("kk.xlsx").read_bytes() == run("report", "findings.json", "-f", "xlsx").stdout_bytes
    assert Path("kk.xlsx").read_bytes().startswith(b"PK")


def test_a_workbook_of_the_real_document_has_every_finding_and_every_indicator(real: Outcome) -> None:
    assert run("check", str(DOCUMENT), "-f", "xlsx", "-o", "kk.xlsx").exit_code == 1
    book = load_workbook("kk.xlsx")
    told = [row[16] for row in book["Temuan"].iter_rows(min_row=5, values_only=True)]
    assert told == [each.fingerprint for each in real.findings]
    indicators = {each.id for agreement in real.whole.agreements for each in agreement.indicators()}
    assert {row[8] for row in book["Kaskade"].iter_rows(min_row=4, values_only=True)} == indicators


@pytest.mark.parametrize("command", ["check", "report"])
def test_a_workbook_does_not_go_to_a_screen(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = {"check": "pk.yaml", "report": saved()}[command]
    monkeypatch.setattr("pkcheck.console._is_screen", lambda: True)
    result = run(command, path, "-f", "xlsx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--output laporan.xlsx" in result.stderr


def test_a_report_that_cannot_be_made_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    file = saved()
    Path("kk.xlsx").write_bytes(b"yang lama")
    for name in [each for each in sys.modules if each.split(".")[0] == "xlsxwriter" or ".reports.workbook" in each]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    result = run("report", file, "-f", "xlsx", "-o", "kk.xlsx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert 'pip install "pkcheck[reports]"' in result.stderr
    assert Path("kk.xlsx").read_bytes() == b"yang lama"


def test_what_was_saved_before_contents_were_kept_is_still_read() -> None:
    document = json.loads(Path(saved()).read_text(encoding="utf-8"))
    kept = ("id", "unit", "holder", "position", "supervisor", "replaced_by", "source")
    agreements = [{name: each[name] for name in kept} for each in document.pop("agreements")]
    for name in ("missing_units", "rollups"):
        del document[name]
    Path("findings.json").write_text(json.dumps({**document, "agreements": agreements}), encoding="utf-8")
    assert run("report", "findings.json", "-f", "csv").stdout == run("check", "pk.yaml", "-f", "csv").stdout
    assert run("report", "findings.json", "-f", "xlsx", "-o", "kk.xlsx").exit_code == 0
    book = load_workbook("kk.xlsx")
    sheets = ("Kaskade", "Anggaran", "KKE-1 SMART", "KKE-2 Cascading", "KKE-3 Anggaran")
    told = {name: [cell.value for row in book[name]["A1:A4"] for cell in row] for name in sheets}
    assert {name for name, cells in told.items() if any("ikut disimpan" in str(cell) for cell in cells)} == set(sheets)


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


def test_a_findings_report_is_made_with_the_settings_beside_the_saved_findings() -> None:
    file = saved()
    Path("pkcheck.toml").write_text('[report]\nletterhead = ["INSPEKTORAT DAERAH"]\n', encoding="utf-8")
    assert run("report", file, "-f", "docx", "-o", "laporan.docx").exit_code == 0
    assert "INSPEKTORAT DAERAH" in [each.text for each in Document("laporan.docx").paragraphs]
    Path("lain.toml").write_text('[report]\nletterhead = ["INSPEKTORAT LAIN"]\n', encoding="utf-8")
    assert run("check", "pk.yaml", "-f", "docx", "-o", "laporan.docx", "--config", "lain.toml").exit_code in (0, 1)
    assert "INSPEKTORAT LAIN" in [each.text for each in Document("laporan.docx").paragraphs]


@pytest.mark.parametrize("command", [["check", "pk.yaml"], ["report", "findings.json"]])
def test_a_report_never_lands_on_its_own_template(command: list[str]) -> None:
    saved()
    Document().save("templat.docx")
    before = Path("templat.docx").read_bytes()
    Path("pkcheck.toml").write_text('[report]\ntemplate = "templat.docx"\n', encoding="utf-8")
    result = run(*command, "-f", "docx", "-o", "templat.docx")
    assert (result.exit_code, Path("templat.docx").read_bytes()) == (2, before)


@pytest.mark.parametrize(("form", "library"), [("docx", "docx"), ("pdf", "typst"), ("docx", "typst")])
def test_without_its_library_a_findings_report_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, form: str, library: str
) -> None:
    for name in [each for each in sys.modules if each.startswith("pkcheck.reports.review.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    result = run("report", saved(), "-f", form, "-o", "laporan")
    assert result.exit_code == 2
    assert 'pip install "pkcheck[reports]"' in result.stderr
    assert not Path("laporan").exists()
