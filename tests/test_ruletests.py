"""The examples of any rule can be run; what fails is told with what was expected and what was found."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pkcheck.cli import main
from pkcheck.discovery import LoadedRule
from pkcheck.plugins import rules_in
from pkcheck.ruletests import run_rule

SOURCE = (Path(__file__).parent / "typing" / "stranger_rule.py").read_text(encoding="utf-8")
Changed = Callable[[str, str], Path]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """The file of a rule with something replaced in it."""

    def written(old: str, new: str) -> Path:
        assert old in SOURCE
        (tmp_path / "aturan.py").write_text(SOURCE.replace(old, new, 1), encoding="utf-8")
        return tmp_path / "aturan.py"

    return written


def loaded(file: Path) -> LoadedRule:
    book = rules_in([str(file)])
    assert book.broken == ()
    return book.rules[0]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["test-rules", *arguments])


def complaints(file: Path) -> list[tuple[str, list[str]]]:
    return [(name, [each.say("id") for each in told]) for name, told in run_rule(loaded(file)).failures]


def test_examples_that_hold_have_no_complaints(changed: Changed) -> None:
    assert complaints(changed('code="PLG001"', 'code="PLG002"')) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('Found("a:1.1")', 'Found("a:1.2")', [("one-word", ["diharapkan: a:1.2", "ditemukan:  a:1.1"])]),
        ('Found("a:1.1")', 'Found("a:1.1", 5)', [("one-word", ["diharapkan: a:1.1 (Rp 5)", "ditemukan:  a:1.1"])]),
        ("if words <", "if words > 5 <", [("one-word", ["diharapkan: a:1.1", "ditemukan:  tidak ada"])]),
        ("if words <", "if 1 <", [("two-words", ["diharapkan: tidak ada", "ditemukan:  a:1.1"])]),
        ("indicators: [{text: Nilai}]", "indikator: [{text: Nilai}]", None),
        (', finds=[Found("a:1.1")]', "", [("one-word", ["contoh yang salah harus menyebut temuannya (finds)", "diharapkan: tidak ada", "ditemukan:  a:1.1"])]),
        ('Nilai}]}]}", finds', 'Nilai}]}]}", skips=["a:1.1"], finds', [("one-word", ["diharapkan tidak dinilai: a:1.1", "tidak dinilai:            tidak ada"])]),
        ("[quote_row(row)]", "[]", [("one-word", ["temuan pada a:1.1 tanpa bukti"])]),
        (", words=words)", ")", [("one-word", ["kalimat temuan pada a:1.1 tidak dapat ditulis: KeyError: 'words'"])]),
    ],
)  # fmt: skip
def test_what_fails_is_told(changed: Changed, old: str, new: str, expected: list[tuple[str, list[str]]] | None) -> None:
    found = complaints(changed(old, new))
    if expected is None:
        ((name, (problem,)),) = found
        assert name == "one-word"
        assert problem.startswith('datanya tidak dapat dibaca: kunci "indikator" tidak dikenal')
    else:
        assert found == expected


def test_a_rule_that_breaks_fails_its_examples(changed: Changed) -> None:
    (failure, *_) = complaints(changed("words = len(", "words = 1 // 0 + len("))
    assert failure[0] == "two-words"
    assert "ZeroDivisionError" in failure[1][0]


def test_a_valid_example_expects_nothing(changed: Changed) -> None:
    file = changed('[{text: Nilai SAKIP}]}]}")', '[{text: Nilai}]}]}", finds=[Found("a:1.1")])')
    assert complaints(file) == [("two-words", ["contoh yang benar tidak boleh berisi temuan (finds)"])]


def test_the_command_says_ok_and_ends_with_0(changed: Changed) -> None:
    result = run(str(changed('code="PLG001"', 'code="PLG002"')))
    assert (result.exit_code, result.stdout) == (
        0,
        "PLG002 indicator-too-short: lulus (2 contoh)\n1 aturan, 2 contoh: 0 gagal, 0 tidak dapat dipakai.\n",
    )


def test_the_command_says_what_failed_and_ends_with_1(changed: Changed) -> None:
    result = run(str(changed('Found("a:1.1")', 'Found("a:1.2")')), "--lang", "en")
    assert (result.exit_code, result.stdout.splitlines()) == (
        1,
        [
            "PLG001 indicator-too-short: FAILED",
            "  example one-word:",
            "    expected: a:1.2",
            "    found:    a:1.1",
            "1 rules, 2 examples: 1 failed, 0 unusable.",
        ],
    )


def test_a_rule_that_cannot_be_used_ends_with_2(changed: Changed) -> None:
    result = run(str(changed("def check(", "def cek(")))
    assert result.exit_code == 2
    assert "modul aturan tanpa check(...)" in result.stderr


def test_every_built_in_rule_is_green() -> None:
    result = run()
    assert result.exit_code == 0, result.stdout
    assert "GAGAL" not in result.stdout
