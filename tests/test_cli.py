import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from pkcheck import __version__, api
from pkcheck.cli import main

REAL = Path(__file__).parent.parent / "datasets" / "kpu-kaltim-2024" / "pk-kpu-kaltim-2024.txt"
HEAVY = (
    "networkx",
    "pint",
    "rapidfuzz",
    "pydantic",
    "holidays",
    "openpyxl",
    "celpy",
    "lxml",
    "docx",
    "PIL",
    "numpy",
    "cv2",
)
SOUND = """
- id: ketua
  kind: sole
  first_party: {name: Fahmi, position: Ketua KPU}
  budget: [{name: Program A, amount: 100}]
- id: humas
  supervisor: ketua
  first_party: {name: Aliuk, position: Sekretaris KPU}
  budget: [{name: Program A, amount: 100}]
"""
OVERSPENT = SOUND.replace(
    "Sekretaris KPU}\n  budget: [{name: Program A, amount: 100}]",
    "Sekretaris KPU}\n  budget: [{name: Program A, amount: 101}]",
)


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [*(each for each in os.environ if each.startswith("PKCHECK_")), "NO_COLOR", "FORCE_COLOR", "COLUMNS"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    Path("benar.yaml").write_text(SOUND, encoding="utf-8")
    Path("salah.yaml").write_text(OVERSPENT, encoding="utf-8")


def run(*arguments: str, **how: Any) -> Result:
    return CliRunner().invoke(main, arguments, **how)


def check(*arguments: str, **how: Any) -> Result:
    return run("check", "--select", "BUD001", *arguments, **how)


def started(*arguments: str, **how: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pkcheck", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, **how)


def test_the_examples_differ() -> None:
    assert OVERSPENT != SOUND


def test_nothing_found_is_status_0() -> None:
    result = check("benar.yaml")
    assert result.exit_code == 0
    assert result.stdout.startswith("Tidak ada temuan: 2 PK, 1 aturan dijalankan")
    assert result.stderr == ""


def test_a_finding_is_status_1() -> None:
    result = check("salah.yaml")
    assert result.exit_code == 1
    assert re.search(r"^salah\.yaml:\d+: BUD001 error ", result.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (("--fail-on", "never"), 0),
        (("--fail-on", "error"), 1),
        (("--fail-on", "info"), 1),
        (("--severity", "BUD001=warning"), 0),
        (("--severity", "BUD001=warning", "--fail-on", "warning"), 1),
        (("--severity", "bud=info", "--severity", "BUD001=error"), 1),
        (("--severity", "BUD001=error", "--severity", "bud=info"), 1),
        (("--severity", "BUD=info", "--fail-on", "warning"), 0),
        (("--certainty", "definite"), 1),
        (("--certainty", "judgement"), 0),
    ],
)
def test_the_reader_decides_what_counts(options: tuple[str, ...], status: int) -> None:
    assert check("salah.yaml", *options).exit_code == status


def test_a_level_that_was_set_is_shown() -> None:
    assert "BUD001 info " in check("salah.yaml", "--severity", "BUD001=info").stdout


def codes(*options: str) -> set[str]:
    told = json.loads(run("check", "salah.yaml", "-f", "json", *options).stdout)
    return {each["code"] for each in told["coverage"] if each["status"] == "ran"}


def test_rules_are_selected_by_code_and_prefix_in_any_case() -> None:
    assert codes("--select", "bud001") == {"BUD001"}
    assert codes("--select", "BUD001", "--select", "TXT") >= {"BUD001"}
    assert codes("--select", "BUD001, TXT") == codes("--select", "BUD001", "--select", "TXT")
    assert codes("--ignore", "BUD001") == codes() - {"BUD001"}
    assert codes("--select", "BUD", "--ignore", "BUD001") == codes("--select", "BUD") - {"BUD001"}


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_is_an_error(option: str) -> None:
    result = run("check", "benar.yaml", option, "XYZ123")
    assert result.exit_code == 2
    assert '"XYZ123"' in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("given", ["BUD001", "BUD001=grave", "=error", "XYZ123=error"])
def test_a_severity_that_makes_no_sense_is_an_error(given: str) -> None:
    result = run("check", "benar.yaml", "--severity", given)
    assert result.exit_code == 2
    assert given.removesuffix("=error") in result.stderr


def test_an_unknown_format_names_those_that_there_are() -> None:
    result = run("check", "benar.yaml", "--format", "pdff")
    assert result.exit_code == 2
    assert "csv, docx, github, gitlab, html, json, jsonl, junit, markdown, pdf, sarif, text, xlsx" in result.stderr


def test_a_picture_shows_what_the_check_finds_by_the_settings_there_are() -> None:
    result = run("graph", "salah.yaml", "-f", "svg")
    assert result.exit_code == 0
    assert "1\u00a0kesalahan" in result.stdout
    Path("pkcheck.toml").write_text('ignore = ["BUD001"]\n', encoding="utf-8")
    assert "\u00a0kesalahan" not in run("graph", "salah.yaml", "-f", "svg").stdout


@pytest.mark.parametrize(("form", "words"), [("svg", "indicators 0"), ("tree", "[top]"), ("html", '<html lang="en">')])
def test_a_graph_speaks_the_language_of_the_settings_unless_the_call_says_otherwise(form: str, words: str) -> None:
    Path("pkcheck.toml").write_text('lang = "en"\n', encoding="utf-8")
    assert words in run("graph", "salah.yaml", "-f", form).stdout
    assert words not in run("graph", "salah.yaml", "-f", form, "--lang", "id").stdout


def test_a_picture_of_what_could_not_be_read_is_not_a_success() -> None:
    assert run("graph", "salah.yaml", "tidak-ada.yaml", "-f", "svg").exit_code == 2
    assert run("graph", "salah.yaml", "tidak-ada.yaml", "-f", "tree").exit_code == 2


def test_a_missing_file_does_not_keep_the_others_from_being_checked() -> None:
    result = check("tidak-ada.txt", "salah.yaml")
    assert result.exit_code == 2
    assert "BUD001 error" in result.stdout
    assert "tidak-ada.txt: masalah: berkas atau folder tidak ditemukan" in result.stderr


@pytest.mark.parametrize("path", ["*.nothing", "kosong"])
def test_nothing_read_is_never_status_0(path: str) -> None:
    Path("kosong").mkdir()
    for command in ("check", "read", "graph"):
        result = run(command, path)
        assert result.exit_code == 2
        assert f"tidak ada PK yang terbaca dari {path}" in result.stderr


def test_standard_input_is_read() -> None:
    result = check("-", input=OVERSPENT)
    assert result.exit_code == 1
    assert "BUD001 error" in result.stdout


def test_notes_go_to_standard_error_and_are_counted() -> None:
    Path("beda.yaml").write_text('- {id: a, kind: sole, budget: [{name: P, raw: "Rp 5", amount: 7}]}', encoding="utf-8")
    result = check("beda.yaml")
    assert re.search(r'beda\.yaml:\d+: catatan: "Rp 5" tidak sama', result.stderr)
    assert "\n    Rp 5\n" in result.stderr
    assert "Catatan pembacaan: 1." in result.stdout
    assert "tidak sama" not in result.stdout
    assert check("beda.yaml", "--quiet").stderr == ""
    assert ": note: " in check("beda.yaml", "--lang", "en").stderr


def test_quiet_keeps_the_problems() -> None:
    assert "tidak-ada.txt: masalah: " in check("tidak-ada.txt", "benar.yaml", "--quiet").stderr


def test_output_goes_to_the_file_with_unix_line_ends() -> None:
    result = check("salah.yaml", "-o", "laporan.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert Path("laporan.txt").read_bytes().decode() == check("salah.yaml").stdout
    assert b"\r" not in Path("laporan.txt").read_bytes()


def test_output_that_cannot_be_written_is_an_error() -> None:
    result = check("benar.yaml", "-o", "tidak/ada/laporan.txt")
    assert result.exit_code == 2
    assert "tidak dapat ditulis" in result.stderr


@pytest.mark.parametrize("command", ["check", "read", "graph"])
def test_an_input_is_never_overwritten(command: str) -> None:
    result = run(command, "benar.yaml", "-o", "./benar.yaml")
    assert result.exit_code == 2
    assert Path("benar.yaml").read_text(encoding="utf-8") == SOUND


def test_both_languages_are_spoken() -> None:
    assert check("benar.yaml", "--lang", "en").stdout.startswith("No findings: ")
    assert check("benar.yaml", env={"PKCHECK_LANG": "en"}).stdout.startswith("No findings: ")
    assert check("benar.yaml", "--lang", "id", env={"PKCHECK_LANG": "en"}).stdout.startswith("Tidak ada temuan: ")
    assert "no rule has the code" in run("explain", "XYZ123", "--lang", "en").stderr


def test_help_is_in_the_language_of_the_environment() -> None:
    assert "Periksa PK dalam PATH" in started("check", "--help").stdout
    assert "Check the agreements in PATH" in started("check", "--help", env={**os.environ, "PKCHECK_LANG": "en"}).stdout


@pytest.mark.parametrize("command", ["", "check", "read", "graph", "rules", "explain", "schema"])
def test_help_imports_nothing_heavy(command: str) -> None:
    script = (
        "import sys\nfrom pkcheck.cli import main\n"
        f"try: main({[*command.split(), '--help']!r})\n"
        f"finally: print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.strip()) == (0, "[]")
    assert "--help" in done.stdout


def test_help_names_the_formats() -> None:
    assert "[csv|docx|github|gitlab|html|json|jsonl|junit|markdown|pdf|sarif|text|xlsx]" in "".join(
        run("check", "--help").stdout.split()
    )
    assert "[dot|graphml|html|mermaid|svg|svg-budget|tree]" in run("graph", "--help").stdout


def test_the_version_is_told() -> None:
    assert run("--version").stdout == f"pkcheck {__version__}\n"


def test_what_is_piped_is_plain_and_80_columns_wide() -> None:
    done = started("check", REAL.name, cwd=REAL.parent, env={**os.environ, "COLUMNS": "300"})
    assert "\x1b" not in done.stdout + done.stderr
    assert "Ringkasan\n" in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 80


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colour_unless_it_wants_none(no_color: str, *, coloured: bool) -> None:
    import pty

    master, slave = pty.openpty()
    env = {**os.environ, "NO_COLOR": no_color, "TERM": "xterm"}
    command = [sys.executable, "-m", "pkcheck", "check", "--select", "BUD001", "--quiet", "salah.yaml"]
    done = subprocess.run(command, stdout=slave, stderr=subprocess.PIPE, env=env, check=False)
    os.close(slave)
    told = os.read(master, 65536)
    os.close(master)
    assert done.returncode == 1
    assert (b"\x1b[31m" in told) == coloured
    assert b"BUD001" in told


def test_a_console_of_an_old_code_page_breaks_nothing() -> None:
    Path("huruf.yaml").write_text(OVERSPENT.replace("Fahmi", "Fähmi → 日本"), encoding="utf-8")
    done = started(
        "check", "--select", "BUD001", "huruf.yaml", env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    )
    assert done.returncode == 1
    assert "Fähmi → 日本" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close in another way")
def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    command = [sys.executable, "-m", "pkcheck", "check", "--select", "BUD001", "salah.yaml"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1


def test_a_hostile_document_reaches_the_terminal_as_visible_text() -> None:
    cell = '"A\\e[31m\\a\\x9b2J\\u202e' + "x" * 5000 + '"'
    Path("jahat.yaml").write_text(OVERSPENT.replace("Program A", cell).replace("Fahmi", cell), encoding="utf-8")
    for command in (
        ["check", "--select", "BUD001"],
        ["graph"],
        ["graph", "-f", "dot"],
        ["graph", "-f", "graphml"],
        ["read", "-f", "json"],
    ):
        result = run(*command, "jahat.yaml")
        assert result.exit_code in (0, 1), result.stderr
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", result.output), command
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", run("read", "jahat.yaml").output)
    result = check("jahat.yaml")
    assert "A\\x1b[31m\\x07\\x9b2J\\u202exxx" in result.stdout
    assert max(len(line) for line in result.stdout.splitlines()) <= 80


def test_a_defect_is_told_as_ours_and_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("salah hitung")

    monkeypatch.setattr(api, "check", broken)
    result = run("check", "benar.yaml")
    assert result.exit_code == 2
    assert "cacat pkcheck" in result.stderr
    assert "RuntimeError: salah hitung" in result.stderr
    assert "Traceback" not in result.output
    monkeypatch.setenv("PKCHECK_DEBUG", "1")
    assert isinstance(run("check", "benar.yaml").exception, RuntimeError)


def test_an_interrupt_is_not_taken_for_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "check", interrupted)
    assert run("check", "benar.yaml").exit_code == 130


def test_json_is_clean_on_standard_output() -> None:
    result = check("-f", "json", "salah.yaml", "tidak-ada.txt")
    told = json.loads(result.stdout)
    assert [each["status"] for each in told["inputs"]] == ["read", "failed"]
    assert [each["code"] for each in told["findings"]] == ["BUD001"]
    lines = check("-f", "jsonl", "salah.yaml").stdout.splitlines()
    assert [json.loads(line) for line in lines] == told["findings"]


def test_statistics_replace_the_findings() -> None:
    told = check("salah.yaml", "--statistics").stdout
    assert re.match(r"1  BUD001  error  ", told)
    assert "saran:" not in told


def test_read_gives_data_that_can_be_checked_again() -> None:
    for form in ("yaml", "json", "jsonl"):
        result = run("read", "salah.yaml", "-f", form, "-o", f"lagi.{form}")
        assert (result.exit_code, result.output) == (0, "")
        assert check(f"lagi.{form}").exit_code == 1


@pytest.mark.parametrize("form", ["yaml", "json", "jsonl"])
def test_read_of_nothing_is_an_empty_document(form: str) -> None:
    result = run("read", "tidak-ada.txt", "-f", form)
    assert result.exit_code == 2
    if form == "jsonl":
        assert result.stdout == ""
    else:
        assert yaml.safe_load(result.stdout) == {"agreements": []}


def test_the_real_document_is_read_checked_and_drawn() -> None:
    read = json.loads(run("read", str(REAL), "-f", "json").stdout)
    assert len(read["agreements"]) == 11
    told = run("check", str(REAL), "--fail-on", "never")
    assert "PK: 11." in told.stdout
    assert "Aturan rusak" not in told.stdout
    tree = run("graph", str(REAL)).stdout
    assert tree.startswith("Ketua KPU Provinsi Kalimantan Timur — Fahmi Idris (")


def test_every_rule_has_its_line() -> None:
    lines = run("rules").stdout.splitlines()
    told = json.loads(run("rules", "--format", "json").stdout)
    assert [line.split()[0] for line in lines] == [each["code"] for each in told]
    assert {"code", "name", "severity", "certainty", "title"} <= set(told[0])
    assert "BUD001" in {each["code"] for each in told}


@pytest.mark.parametrize("code", ["BUD001", "bud001"])
def test_a_rule_is_explained_in_full(code: str) -> None:
    told = run("explain", code).stdout
    assert told.startswith("BUD001 ")
    for heading in (
        "Mengapa",
        "Yang perlu dilakukan",
        "Dasar",
        "Parameter",
        "Contoh yang benar: ",
        "Contoh yang salah: ",
    ):
        assert f"\n{heading}" in told
    assert "terverifikasi" in told
    assert "  ditemukan: " in told


def test_every_rule_can_be_explained_in_both_languages() -> None:
    for each in json.loads(run("rules", "--format", "json").stdout):
        for lang in ("id", "en"):
            result = run("explain", each["code"], "--lang", lang)
            assert result.exit_code == 0, result.output


def test_an_unknown_rule_names_those_that_are_near() -> None:
    result = run("explain", "BUD0001")
    assert result.exit_code == 2
    assert "Mungkin maksudnya BUD0" in result.stderr
    assert run("explain", "???").exit_code == 2


def test_the_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_settings_are_found_beside_the_input_and_outweighed_by_the_call(tmp_path: Path) -> None:
    Path("pkcheck.toml").write_text('lang = "en"\n[severity]\nBUD001 = "info"\n', encoding="utf-8")
    result = check("salah.yaml")
    assert result.exit_code == 0
    assert "BUD001 info " in result.stdout
    assert "Summary" in result.stdout
    assert check("salah.yaml", "--severity", "BUD001=error").exit_code == 1
    assert "Ringkasan" in check("salah.yaml", "--lang", "id").stdout
    other = tmp_path / "lain.toml"
    other.write_text("", encoding="utf-8")
    assert check("salah.yaml", "--config", str(other)).exit_code == 1


def test_a_wrong_setting_is_an_error_with_its_place() -> None:
    Path("pkcheck.toml").write_text("\nfail_on = 'never'\nfali = 1\n", encoding="utf-8")
    result = check("salah.yaml")
    assert result.exit_code == 2
    assert "pkcheck.toml:3" in result.stderr
    assert '"fali"' in result.stderr


def test_settings_for_some_files_only() -> None:
    Path("lama").mkdir()
    Path("lama/salah.yaml").write_text(OVERSPENT.replace("ketua", "kepala").replace("humas", "warga"), encoding="utf-8")
    Path("pkcheck.toml").write_text('[[per-path]]\npath = "lama/**"\nignore = ["BUD"]\n', encoding="utf-8")
    result = run("check", "salah.yaml", "lama", "--select", "BUD001", "-f", "json")
    assert [each["agreement"] for each in json.loads(result.stdout)["findings"]] == ["ketua"]


def test_a_parameter_that_no_rule_has_names_the_nearest() -> None:
    Path("pkcheck.toml").write_text("[parameters.DAT001]\nmonth_before = 2\n", encoding="utf-8")
    result = run("check", "salah.yaml")
    assert result.exit_code == 2
    assert '"months_before"' in result.stderr


def test_init_writes_settings_once() -> None:
    Path("pkcheck.toml").unlink(missing_ok=True)
    assert run("init").exit_code == 0
    assert Path("pkcheck.toml").read_text(encoding="utf-8").startswith("# Pengaturan pkcheck")
    again = run("init")
    assert again.exit_code == 2
    assert "sudah ada" in again.stderr
    assert check("salah.yaml").exit_code == 1
