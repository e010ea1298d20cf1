"""What is wrong in a rule file is told with its YAML line, and in an expression with line, column and a caret."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pkcheck.celrules.form import MAX_FILE_BYTES
from pkcheck.celrules.loading import load_cel_rule
from pkcheck.engine import Judgement
from pkcheck.errors import RuleError

Write = Callable[..., Path]
FIRST = 15  # the line on which the condition begins


def refused(file: Path) -> str:
    with pytest.raises(RuleError) as caught:
        load_cel_rule(file)
    return caught.value.say("id").replace(str(file), "aturan.yaml")


@pytest.mark.parametrize(
    ("condition", "line", "column", "problem"),
    [
        ("agreement.id == 'a' &&\n  agreement.unit == == 'b'", 2, 21, "bukan CEL yang sah di sini"),
        ("agreement.id ==", 1, 14, "bukan CEL yang sah di sini"),
        ("agrement.id == 'a'", 1, 1, 'nama "agrement" tidak dikenal. Yang ada di sini: agreement'),
        ("true\n && line.amount > 1", 2, 5, 'nama "line" tidak dikenal. Yang ada di sini: agreement'),
        ("agreement.objectives.all(o, p.no > 1)", 1, 29, 'nama "p" tidak dikenal. Yang ada di sini: agreement, o'),
        (
            "agreement.objectives.all(o)",
            1,
            22,
            "all ditulis dengan satu nama dan satu kondisi, misalnya daftar.all(x, x > 0)",
        ),
        (
            "agreement.objectives.all(1, true)",
            1,
            22,
            "all ditulis dengan satu nama dan satu kondisi, misalnya daftar.all(x, x > 0)",
        ),
        ("agreement{id: 'a'} == null", 1, 1, "nilai dengan kurung kurawal di belakang nama tidak didukung"),
        ("(" * 60 + "true" + ")" * 60, 1, 1, "susunannya terlalu dalam"),
        ("true" + " && true" * 200, 1, 1, "susunannya terlalu dalam"),
    ],
)
def test_a_wrong_expression_is_shown_with_a_caret(
    write: Write, condition: str, line: int, column: int, problem: str
) -> None:
    shown = condition.splitlines()[line - 1]
    caret = " " * (column - 1) + "^"
    assert refused(write(condition)) == (
        f"aturan.yaml:{FIRST + line - 1}: `condition`, baris {line} kolom {column}: {problem}\n    {shown}\n    {caret}"
    )


@pytest.mark.parametrize("call", ["open('x')", "agreement.objectives.reduce(a, b, 0, a)", "__import__('os')"])
def test_an_unknown_function_is_refused_before_anything_is_judged(write: Write, call: str) -> None:
    assert "tidak dikenal. Yang ada: all, bool," in refused(write(f"{call} == 1"))


def test_a_condition_may_not_be_too_long(write: Write) -> None:
    assert "aturan.yaml:14: nilai tidak sah di TES001: condition" in refused(write(f"'{'x' * 4_000}' == ''"))


def test_a_file_may_not_be_too_large(tmp_path: Path) -> None:
    (tmp_path / "aturan.yaml").write_bytes(b"#" * (MAX_FILE_BYTES + 1))
    assert refused(tmp_path / "aturan.yaml") == "aturan.yaml: berkas aturan terlalu besar (batas 256 KiB)."


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("severity: info", "severity: grave", "aturan.yaml:3: nilai tidak sah di TES001: severity"),
        ("code: TES001", "code: tes1", "aturan.yaml:1: nilai tidak sah di tes1: code"),
        ("title:", "titel:", 'aturan.yaml:6: kunci "titel" tidak dikenal'),
        ("for: agreement", "for: party", "aturan.yaml:12: nilai tidak sah di TES001: for"),
        ("why: {id: Sebab, en: Reason}\n", "", 'aturan.yaml:1: kunci "why" tidak ada di TES001'),
        ("basis: [INF]", "basis: [R99]", "aturan.yaml:5: dasar R99 dari aturan TES001 tidak dikenal"),
        ("{id: 'Ada.'", "{id: 'Ada {x}.'", "aturan.yaml:13: message dari aturan TES001 menyebut fakta yang berbeda"),
        (
            "title: {id: Judul, en: Title}",
            "title: {id: 'J {x}', en: 'T {x}'}",
            "aturan.yaml:6: title dari aturan TES001 tidak boleh",
        ),
        ("valid: [{name: fine", "salah: [{name: fine", 'aturan.yaml:10: kunci "salah" tidak dikenal'),
        (
            "{name: fine, data: {id: a}}",
            "{name: fine, data: {id: 5}}",
            'aturan.yaml:10: contoh "fine" bukan data PK yang sah',
        ),
        ("code: TES001", "code: TES001\ncode: TES001", 'aturan.yaml:2: kunci "code" muncul dua kali'),
        ("code: TES001", "code: [", "aturan.yaml:3: bukan YAML yang sah: "),
    ],
)
def test_a_wrong_file_is_told_with_its_line(write: Write, old: str, new: str, problem: str) -> None:
    file = write("true")
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert refused(file).startswith(problem)


def test_a_sentence_may_only_name_facts_that_there_are(write: Write) -> None:
    problem = refused(write("true", message="{apa}", more="facts: {lain: agreement.id}\n"))
    assert problem == "aturan.yaml:13: message menyebut {apa}, yang tidak ada dalam `facts`. Yang ada: lain."


@pytest.mark.parametrize(("text", "line"), [("- 1", 1), ("", 1), ("teks", 1)])
def test_what_is_no_rule_says_what_was_expected(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "aturan.yaml").write_text(text, encoding="utf-8")
    assert refused(tmp_path / "aturan.yaml").startswith(f"aturan.yaml:{line}: diharapkan satu aturan")


def broke(judgement: Judgement) -> str:
    (account,) = judgement.coverage
    assert account.status == "broken"
    assert account.reason
    return account.reason.say("id", **account.facts)


def test_a_field_that_the_data_never_has_names_the_nearest(judged: Callable[..., Judgement]) -> None:
    assert broke(judged("true &&\n  agreement.fiscal_yaer > 1", "{id: a}")).endswith(
        'aturan.yaml:16: `condition`, baris 2 kolom 13: tidak ada isian "fiscal_yaer" di sini. Yang terdekat: "fiscal_year"\n'
        "      agreement.fiscal_yaer > 1\n                ^"
    )


def test_a_condition_must_be_true_or_false(judged: Callable[..., Judgement]) -> None:
    assert "kondisi harus bernilai true atau false, bukan string" in broke(judged("agreement.id", "{id: a}"))


def test_a_sentence_that_does_not_fit_its_facts_breaks_the_rule(judged: Callable[..., Judgement]) -> None:
    reason = broke(judged("true", "{id: a}", more="facts: {x: agreement.id}\n", message="{x:rp}"))
    assert "aturan TES001: kalimatnya tidak dapat diisi dengan fakta x" in reason
