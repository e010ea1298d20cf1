"""`pkcheck diff` as a whole: the real document against copies of it in which something was changed."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pkcheck.cli import main

REAL = Path(__file__).parent.parent / "datasets" / "kpu-kaltim-2024" / "pk-kpu-kaltim-2024.txt"
SOUND = """
- {id: ketua, kind: sole, first_party: {name: Fahmi, position: Ketua KPU}, budget: [{name: Program A, amount: 100}]}
- {id: humas, supervisor: ketua, first_party: {name: Aliuk, position: Sekretaris KPU}, budget: [{name: Program A, amount: 100}]}
"""

OVERSPENT = SOUND.removesuffix("100}]}\n") + "101}]}\n"


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    Path("benar.yaml").write_text(SOUND, encoding="utf-8")
    Path("salah.yaml").write_text(OVERSPENT, encoding="utf-8")


def diff(*arguments: str, **how: Any) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments], **how)


def changed(tmp_path: Path, *edits: tuple[int, str, str]) -> str:
    """A copy of the real document; each edit is a line, counted from 1, and what in it becomes what."""
    lines = REAL.read_text(encoding="utf-8").split("\n")
    for number, old, new in edits:
        assert old in lines[number - 1]
        lines[number - 1] = lines[number - 1].replace(old, new)
    (tmp_path / "baru.txt").write_text("\n".join(lines), encoding="utf-8")
    return "baru.txt"


def told(*arguments: str) -> Any:
    return json.loads(diff(*arguments, "-f", "json").stdout)


def changes_in(document: Any) -> list[tuple[str, str, str]]:
    return [
        (agreement["new"]["id"], change["kind"], change["field"])
        for agreement in document["agreements"]
        for change in agreement["changes"]
    ]


def test_a_document_does_not_differ_from_itself() -> None:
    result = diff(str(REAL), str(REAL))
    assert result.exit_code == 0
    assert result.stdout.startswith("Tidak ada perubahan: 11 PK sama")


@pytest.mark.parametrize(
    ("edit", "changes"),
    [
        ((329, "9.441.375.000", "9.541.375.000"), [("kabag-keuangan-umum-logistik", "changed", "amount")]),
        ((420, "6 Maret", "7 Maret"), [("kabag-perencanaan-data-informasi", "changed", "date")]),
    ],
)
def test_one_change_in_the_real_document_is_told_as_that(
    tmp_path: Path, edit: tuple[int, str, str], changes: list[Any]
) -> None:
    found = told(str(REAL), changed(tmp_path, edit))
    assert changes_in(found) == changes
    (change,) = [each for agreement in found["agreements"] for each in agreement["changes"]]
    assert [side["evidence"][0]["line"] for side in (change["before"], change["after"])] == [edit[0], edit[0]]


def test_the_findings_of_a_change_come_with_it_and_go_with_it(tmp_path: Path) -> None:
    new = changed(tmp_path, (329, "9.441.375.000", "9.541.375.000"))
    result, back = diff(str(REAL), new), diff(new, str(REAL))
    assert result.exit_code == 1
    assert back.exit_code == 0
    assert "BUD001 error" in result.stdout
    assert "Temuan: 1 baru (1 error, 0 warning, 0 info), 0 tidak ada lagi" in result.stdout
    assert "[tidak ditemukan lagi]" in back.stdout.replace("\n    ", " ")


def test_text_and_its_data_are_the_same_agreements() -> None:
    data = CliRunner().invoke(main, ["read", str(REAL)]).stdout
    Path("pk.yaml").write_text(data, encoding="utf-8")
    assert changes_in(told(str(REAL), "pk.yaml")) == []


def test_a_revision_that_lies_beside_what_it_changes_takes_its_place(tmp_path: Path) -> None:
    text = REAL.read_text(encoding="utf-8")
    head = text.split("\n")[:85]
    (tmp_path / "satu").mkdir()
    (tmp_path / "satu" / "pk.txt").write_text(text, encoding="utf-8")
    revised = "\n".join(head).replace("PERJANJIAN KINERJA", "PERJANJIAN KINERJA PERUBAHAN").replace("77,5", "78,5")
    assert revised != "\n".join(head)
    (tmp_path / "satu" / "revisi.txt").write_text(revised, encoding="utf-8")
    found = told(str(REAL), "satu")
    assert found["new"]["agreements"] == 12
    assert [(each["status"], each["paired_by"]) for each in found["agreements"]].count(("changed", "revision")) == 1
    assert [each for each in found["findings"]["new"] if each["code"].startswith(("PTY", "CAS"))] == []


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_every_format_is_written_to_a_file(form: str) -> None:
    result = diff("benar.yaml", "salah.yaml", "-f", form, "-o", "beda")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Program A" in Path("beda").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1),
        (("--fail-on", "never"), 0),
        (("--severity", "BUD001=warning"), 0),
        (("--ignore", "BUD001"), 0),
        (("--select", "BUD001", "--certainty", "judgement"), 0),
    ],
)
def test_only_new_findings_fail(options: Sequence[str], status: int) -> None:
    assert diff("benar.yaml", "salah.yaml", *options).exit_code == status
    assert diff("salah.yaml", "salah.yaml", *options).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [("benar.yaml",), ("benar.yaml", "tidak-ada.yaml"), ("tidak-ada.yaml", "benar.yaml"), ("-", "-"), ("benar.yaml", "kosong.yaml")],
)  # fmt: skip
def test_what_cannot_be_used_is_status_2(arguments: Sequence[str]) -> None:
    Path("kosong.yaml").write_text("", encoding="utf-8")
    result = diff(*arguments)
    assert result.exit_code == 2
    assert result.stderr
    assert "Traceback" not in result.output


def test_an_input_that_was_read_in_part_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "a.yaml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "set" / "b.yaml").write_text("- {id: x, unknown: 1}", encoding="utf-8")
    result = diff("benar.yaml", "set")
    assert result.exit_code == 2
    assert "Salah satu masukan tidak dapat dipakai seluruhnya" in result.stdout


def test_one_of_them_may_come_from_standard_input() -> None:
    assert diff("-", "salah.yaml", input=SOUND).exit_code == 1


def test_an_input_is_never_overwritten() -> None:
    result = diff("benar.yaml", "salah.yaml", "-o", "benar.yaml")
    assert result.exit_code == 2
    assert Path("benar.yaml").read_text(encoding="utf-8") == SOUND


def test_the_settings_found_are_those_of_the_new_version(tmp_path: Path) -> None:
    (tmp_path / "baru").mkdir()
    (tmp_path / "baru" / "pkcheck.toml").write_text('lang = "en"\nfail-on = "never"\n', encoding="utf-8")
    (tmp_path / "baru" / "pk.yaml").write_text(Path("salah.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    result = diff("benar.yaml", "baru/pk.yaml")
    assert result.exit_code == 0
    assert "New findings" in result.stdout


def test_its_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from pkcheck.cli import main; main(['diff', '--help'], standalone_mode=False); print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True).stdout
    assert not {"networkx", "pint", "rapidfuzz", "pydantic"} & set(loaded.split())
