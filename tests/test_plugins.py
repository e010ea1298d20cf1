"""Rules of others: found in files, folders and installed packages; a broken one is told and stops no other."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pkcheck import api, plugins
from pkcheck.cli import main
from pkcheck.config import Settings
from pkcheck.discovery import load_rules
from pkcheck.engine import judge
from pkcheck.graph import AgreementSet
from pkcheck.plugins import RuleBook, all_rules, rules_in

ROOT = Path(__file__).parent.parent
STRANGER = ROOT / "tests" / "typing" / "stranger_rule.py"
PACKAGE = ROOT / "examples" / "pkcheck-rules-contoh"
YAML_RULE = ROOT / "examples" / "rules" / "ORG002-objective-with-too-many-indicators.yaml"
SOURCE = STRANGER.read_text(encoding="utf-8")
DATA = "{id: a, objectives: [{no: 1, text: Tertib, indicators: [{text: Nilai, target: '5 dokumen'}]}]}"
Put = Callable[..., Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Puts a file into a folder of rules."""

    def written(text: str, name: str = "aturan.py") -> Path:
        file = tmp_path / "aturan" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return written


def codes(book: RuleBook) -> list[str]:
    return [each.rule.code for each in book.rules]


def told(book: RuleBook) -> list[tuple[str, str]]:
    return [(each.code, each.error.say("id")) for each in book.broken]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_without_plug_ins_there_are_the_built_in_rules() -> None:
    assert codes(all_rules()) == [each.rule.code for each in load_rules()]


def test_a_file_is_a_rule() -> None:
    book = all_rules([str(STRANGER)])
    assert set(codes(book)) - set(codes(all_rules())) == {"PLG001"}
    assert book.broken == ()


def test_a_file_dropped_into_a_folder_is_picked_up(put: Put) -> None:
    put(SOURCE, "di/dalam/kata.py")
    put(YAML_RULE.read_text(encoding="utf-8"), "banyak.yaml")
    put("salah = 1 / 0", "_bantuan.py")
    put("salah = 1 / 0", ".tersembunyi/x.py")
    folder = put("bukan aturan", "README.md").parent
    assert (codes(rules_in([str(folder)])), told(rules_in([str(folder)]))) == (["ORG002", "PLG001"], [])


def test_a_file_named_twice_is_one_rule() -> None:
    assert codes(rules_in([str(STRANGER), str(STRANGER.parent), os.path.relpath(STRANGER)])) == ["PLG001"]


def test_a_built_in_rule_may_be_named_by_its_file() -> None:
    file = ROOT / "rules" / "budget" / "budget_missing.py"
    book = rules_in([str(file)])
    assert (codes(book), told(book)) == (["BUD006"], [])


def test_nothing_is_left_behind(put: Put) -> None:
    file = put(SOURCE)
    modules, path = set(sys.modules), list(sys.path)
    rules_in([str(file)])
    assert (set(sys.modules), sys.path) == (modules, path)
    assert [each.name for each in file.parent.iterdir()] == ["aturan.py"]


def test_a_plug_in_may_define_dataclasses_and_annotations_as_text(put: Put) -> None:
    first, rest = SOURCE.split("\n\n", 1)
    more = "\n\nimport dataclasses\n\n@dataclasses.dataclass\nclass Halves:\n    left: int\n"
    book = rules_in([str(put(f"{first}\nfrom __future__ import annotations\n{rest}{more}"))])
    assert (codes(book), told(book)) == (["PLG001"], [])


@pytest.mark.parametrize(
    ("old", "new", "code", "line_of", "problem"),
    [
        ("import BaseModel", "import TidakAda", "aturan.py", "from pydantic", "berkas aturan tidak dapat dimuat: ImportError"),
        ("from typing", "from typing typing", "aturan.py", "from typing", "berkas aturan tidak dapat dimuat: SyntaxError"),
        ("class Options", "raise SystemExit(3)\nclass Options", "aturan.py", "raise SystemExit", "berkas aturan tidak dapat dimuat: SystemExit: 3"),
        ("RULE = Rule(", "RULES = Rule(", "aturan.py", '"""PLG001', "modul aturan tanpa RULE: Rule"),
        ("    certainty=Certainty.JUDGEMENT,\n", "", "aturan.py", "RULE = ", "berkas aturan tidak dapat dimuat: TypeError"),
        ("def check(", "def cek(", "PLG001", "RULE = ", "modul aturan tanpa check(...)"),
        ("row: Row", "row: str", "PLG001", "def check", "parameter pertama `check` harus Member, Team"),
        ("row: Row", "row", "PLG001", "def check", "parameter pertama `check` harus Member, Team"),
        ("options: Options", "options: int", "PLG001", "def check", "parameter kedua `check` harus model pydantic"),
        ("Field(2, ", "Field(", "PLG001", "def check", "parameter kedua `check` harus model pydantic"),
        ("VALID = [", "SAH = [", "PLG001", "RULE = ", "modul aturan tanpa VALID: [Example(...)]"),
        ("INVALID = [Example", "INVALID = []\nSALAH = [Example", "PLG001", "INVALID = []", "aturan PLG001 tanpa contoh INVALID"),
        ("Severity.INFO", '"info"', "PLG001", "severity=", "severity dari aturan PLG001 harus berupa Severity, bukan str"),
        ('code="PLG001"', 'code="plg1"', "plg1", "code=", 'kode "plg1" tidak sah'),
        ('code="PLG001"', 'code="BUD001"', "BUD001", None, "kode BUD001 sudah dipakai oleh"),
        ('"indicator-too-short"', '"Indicator too short"', "PLG001", "name=", 'nama "Indicator too short" tidak sah'),
        ('("INF",)', '("R99",)', "PLG001", "basis=", "dasar R99 dari aturan PLG001 tidak dikenal"),
        ('id="Yang diukur tidak jelas."', 'id=""', "PLG001", "why=", "why dari aturan PLG001 kosong"),
        ("only {words:num}", "only {count:num}", "PLG001", "message=", "message dari aturan PLG001 menyebut fakta yang berbeda"),
        ('title=Text(id="Indikator', 'title=Text(id="{x', "PLG001", "title=", "title dari aturan PLG001 bukan templat yang sah"),
    ],
)  # fmt: skip
def test_a_broken_plug_in_is_told_with_file_and_line(  # noqa: PLR0913, PLR0917
    put: Put, old: str, new: str, code: str, line_of: str | None, problem: str
) -> None:
    assert old in SOURCE
    text = SOURCE.replace(old, new, 1)
    file = put(text)
    ((shown, reason),) = told(rules_in([str(file)]))
    assert shown == code
    line = "" if line_of is None else f":{next(n for n, each in enumerate(text.splitlines(), 1) if line_of in each)}"
    assert reason.startswith(f"{file}{line}: {problem}")


def test_the_first_keeps_a_code(put: Put) -> None:
    first, second = put(SOURCE, "satu.py"), put(SOURCE, "dua.py")
    book = rules_in([str(first), str(second)])
    assert [each.path for each in book.rules] == [str(first)]
    assert told(book)[0][1].startswith(f"{second}: kode PLG001 sudah dipakai oleh {first}.")


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("tidak-ada.py", "berkas aturan tidak dapat dibaca (tidak ditemukan)"),
        ("kosong", "tidak ada berkas aturan di sini"),
        ("catatan.txt", "tidak ada berkas aturan di sini"),
    ],
)
def test_a_path_without_a_rule_is_told(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "catatan.txt").write_text("x", encoding="utf-8")
    assert [(code, problem in reason) for code, reason in told(rules_in([str(tmp_path / name)]))] == [(name, True)]


def test_without_the_library_a_yaml_rule_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in sys.modules if each.split(".")[0] == "celpy" or each.startswith("pkcheck.celrules")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "celpy", None)
    ((_, reason),) = told(rules_in([str(YAML_RULE)]))
    assert reason.endswith('Pasang dengan: pip install "pkcheck[cel]"')


def test_the_library_is_only_loaded_for_yaml_rules(tmp_path: Path) -> None:
    (tmp_path / "pk.yaml").write_text(DATA, encoding="utf-8")
    code = "import sys; from pkcheck import api; api.check(['pk.yaml']); print('celpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "False\n"


def test_a_broken_plug_in_stops_no_other_and_makes_the_status_2(put: Put, tmp_path: Path) -> None:
    (tmp_path / "pk.yaml").write_text(DATA, encoding="utf-8")
    broken = put("1 / 0")
    outcome = api.check([str(tmp_path / "pk.yaml")], Settings(rules=(str(broken), str(STRANGER))))
    status = {each.code: each.status for each in outcome.judgement.coverage}
    assert (status["aturan.py"], status["PLG001"], status["BUD006"]) == ("broken", "ran", "ran")
    assert [each.at for each in outcome.findings if each.code == "PLG001"] == ["a:1.1"]
    assert outcome.status(None) == 2


def test_the_command_tells_what_is_broken(put: Put, tmp_path: Path) -> None:
    (tmp_path / "pk.yaml").write_text(DATA, encoding="utf-8")
    broken = put(SOURCE.replace("def check(", "def cek("))
    result = run("check", str(tmp_path / "pk.yaml"), "--rules", str(broken), "-f", "json")
    assert result.exit_code == 2
    line = SOURCE.splitlines().index("RULE = Rule(") + 1
    assert f"kesalahan: aturan PLG001: {broken}:{line}: modul aturan tanpa check(...)" in result.stderr
    accounts = {each["code"]: each for each in json.loads(result.stdout)["coverage"]}
    assert accounts["PLG001"]["status"] == "broken"


def test_a_broken_plug_in_may_be_selected_and_ignored(put: Put, tmp_path: Path) -> None:
    (tmp_path / "pk.yaml").write_text(DATA, encoding="utf-8")
    call = ("check", str(tmp_path / "pk.yaml"), "--rules", str(put(SOURCE.replace("def check(", "def cek("))))
    assert run(*call, "--select", "PLG001").exit_code == 2
    assert run(*call, "--ignore", "PLG", "--fail-on", "never").exit_code == 0


def test_settings_name_rules_and_parameters_of_plug_ins(tmp_path: Path) -> None:
    (tmp_path / "pk.yaml").write_text(DATA, encoding="utf-8")
    settings = f'rules = ["{STRANGER.as_posix()}"]\nselect = ["PLG001"]\n[parameters.PLG001]\nleast_words = 1\n'
    (tmp_path / "pkcheck.toml").write_text(settings, encoding="utf-8")
    assert run("check", str(tmp_path / "pk.yaml"), "--fail-on", "info").exit_code == 0
    (tmp_path / "pkcheck.toml").write_text(settings.replace("= 1", "= 2"), encoding="utf-8")
    assert run("check", str(tmp_path / "pk.yaml"), "--fail-on", "info").exit_code == 1


def test_the_catalogue_and_one_rule_in_full_know_plug_ins(put: Put) -> None:
    rules = ("--rules", str(STRANGER), "--rules", str(YAML_RULE))
    listed = run("rules", *rules)
    assert listed.exit_code == 0
    assert {"PLG001", "ORG002", "BUD001"} <= {line.split()[0] for line in listed.stdout.splitlines()}
    explained = run("explain", "plg001", *rules).stdout
    assert "least_words = 2" in explained
    assert "Jumlah kata paling sedikit." in explained
    assert "size(objective.indicators) > 5" in run("explain", "ORG002", *rules).stdout
    broken = run("rules", "--rules", str(put("1 / 0")))
    assert broken.exit_code == 2
    assert "BUD001" in broken.stdout
    assert "ZeroDivisionError" in broken.stderr


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str, dict[str, str]], None]:
    """Makes modules importable, and names them as an entry point."""

    def install(value: str, files: dict[str, str]) -> None:
        for name, text in files.items():
            file = tmp_path / "site" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path / "site"))
        point = EntryPoint("contoh", value, plugins.GROUP)
        monkeypatch.setattr(plugins, "entry_points", lambda group: [point] if group == plugins.GROUP else [])

    return install


def added() -> tuple[list[str], list[tuple[str, str]]]:
    book = all_rules()
    return sorted(set(codes(book)) - {each.rule.code for each in load_rules()}), told(book)


def test_an_entry_point_names_a_module(installed: Any) -> None:
    installed("pasangan_satu", {"pasangan_satu.py": SOURCE})
    assert added() == (["PLG001"], [])


def test_an_entry_point_names_a_package_whose_modules_are_rules(installed: Any) -> None:
    second = SOURCE.replace("PLG001", "PLG002")
    files = {
        "pasangan_dua/__init__.py": "",
        "pasangan_dua/a.py": SOURCE,
        "pasangan_dua/di/__init__.py": "",
        "pasangan_dua/di/b.py": second,
    }
    installed("pasangan_dua", files)
    assert added() == (["PLG001", "PLG002"], [])


def test_what_is_broken_in_a_package_is_told_and_the_rest_used(installed: Any, tmp_path: Path) -> None:
    files = {
        "pasangan_tiga/__init__.py": "",
        "pasangan_tiga/a.py": "\n1 / 0\n",
        "pasangan_tiga/b.py": SOURCE,
        "pasangan_tiga/c/__init__.py": "raise OSError",
    }
    installed("pasangan_tiga", files)
    found, broken = added()
    assert found == ["PLG001"]
    assert [code for code, _ in broken] == ["pasangan_tiga.a", "pasangan_tiga.c"]
    assert broken[0][1].startswith(
        f"{tmp_path / 'site' / 'pasangan_tiga' / 'a.py'}:2: berkas aturan tidak dapat dimuat"
    )


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("tidak_ada_di_sini", "ModuleNotFoundError"),
        ("os.path:join", "harus menunjuk sebuah modul atau paket, bukan function"),
    ],
)
def test_an_entry_point_that_leads_nowhere_is_told(installed: Any, value: str, problem: str) -> None:
    installed(value, {})
    found, broken = added()
    assert (found, [(code, problem in reason) for code, reason in broken]) == ([], [("contoh", True)])


def test_the_worked_package_is_found_by_its_entry_point(tmp_path: Path) -> None:
    """Copied, so that building leaves nothing beside the source, and installed where only this test looks."""
    copy, target = tmp_path / "source", tmp_path / "target"
    for file in (each for each in PACKAGE.rglob("*") if each.is_file() and "__pycache__" not in each.parts):
        place = copy / file.relative_to(PACKAGE)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.read_bytes())
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, "--target", str(target), str(copy)], check=True, capture_output=True)
    (tmp_path / "pk.yaml").write_text("{id: a, kind: sole, first_party: {name: Aliuk, nip: '197'}}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pkcheck", "check", "pk.yaml", "--select", "CTH001", "-f", "json"],
        env={**os.environ, "PYTHONPATH": str(target)},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert [(each["code"], each["subject"]["id"]) for each in json.loads(done.stdout)["findings"]] == [
        ("CTH001", "a:first")
    ]


def test_the_worked_package_holds_its_examples() -> None:
    assert run("test-rules", str(PACKAGE)).stdout.startswith("CTH001 nip-not-18-digits: lulus (4 contoh)")


def test_a_rule_that_breaks_while_it_runs_is_told_as_ever(put: Put) -> None:
    book = rules_in([str(put(SOURCE.replace("words = len(", "words = 1 // 0 + len(")))])
    (each,) = book.rules
    whole = each.invalid[0].whole()
    assert isinstance(whole, AgreementSet)
    assert [account.status for account in judge(whole, [each]).coverage] == ["broken"]
