"""What conditions are handed, how values behave in them, and what happens where there is none."""

from collections.abc import Callable

import pytest

from pkcheck.celrules.form import Kind
from pkcheck.celrules.handed import VARIABLES, cases_of
from pkcheck.data import load
from pkcheck.engine import Judgement
from pkcheck.graph import AgreementSet

Judged = Callable[..., Judgement]
SET = """
- id: ketua
  fiscal_year: 2024
  statement: {place: Samarinda, date: 2024-03-01}
  objectives:
  - no: 1
    text: Layanan tertib
    indicators: [{text: Persentase layanan tepat waktu, target: 90%}, {text: Nilai SAKIP, target: "70,5"}]
  - {no: 2, text: Arsip tertib}
  budget: [{name: Program A, amount: 100}, {name: Program B, raw: sekian}]
- id: humas
  supervisor: ketua
  objectives:
  - no: 1
    text: Persentase layanan tepat waktu
    indicators: [{text: Persentase layanan tepat waktu, target: 80%, derives_from: ["ketua:1.1"]}]
"""


def found(judgement: Judgement) -> list[str]:
    assert [each.status for each in judgement.coverage] == ["ran"], judgement.coverage[0].facts
    return [each.at for each in judgement.findings]


def not_checked(judgement: Judgement) -> list[tuple[str, str]]:
    (account,) = judgement.coverage
    assert account.status == "ran", account.facts
    return [(each.subject.id, each.reason.say("id", **each.facts)) for each in account.not_checked]


@pytest.mark.parametrize("over", VARIABLES)
def test_what_is_handed_is_what_may_be_named(over: Kind) -> None:
    cases = list(cases_of(over, AgreementSet(load(SET, "pk.yaml", "yaml").agreements)))
    assert {tuple(each.variables) for each in cases} == {VARIABLES[over]}
    assert all(each.evidence for each in cases)


@pytest.mark.parametrize(
    ("over", "condition", "expected"),
    [
        ("agreement", "true", ["ketua", "humas"]),
        ("agreement", "agreement.supervisor == 'ketua'", ["humas"]),
        ("unit", "size(children) > 0", ["ketua"]),
        ("unit", "children.exists(c, c.id == 'humas') && superior == null", ["ketua"]),
        ("unit", "superior != null && superior.id == 'ketua' && unit.id == 'humas'", ["humas"]),
        ("objective", "size(objective.indicators) == 0", ["ketua:2"]),
        ("objective", "agreement.id == 'humas'", ["humas:1"]),
        ("indicator", "target.value > 75", ["ketua:1.1", "humas:1.1"]),
        (
            "indicator",
            "indicator.target.unit == 'persen' && objective.no == 1 && agreement.id == 'ketua'",
            ["ketua:1.1"],
        ),
        ("indicator", "'ketua:1.1' in indicator.derives_from", ["humas:1.1"]),
        ("derivation", "child.target.value < parent.target.value", ["humas:1.1 -> ketua:1.1"]),
        ("derivation", "child.agreement.id == 'humas' && parent.objective.no == 1", ["humas:1.1 -> ketua:1.1"]),
        ("budget", "line.name == 'Program A' && agreement.id == 'ketua'", ["ketua:budget.1"]),
    ],
)
def test_each_kind_is_handed_its_variables(judged: Judged, over: str, condition: str, expected: list[str]) -> None:
    absorbed = condition.replace("'ketua:1.1' in", "indicator.derives_from != null && 'ketua:1.1' in")
    assert found(judged(absorbed, SET, over=over)) == expected


@pytest.mark.parametrize(
    "condition",
    [
        "agreement.fiscal_year == 2024 && agreement.fiscal_year == 2024.0 && agreement.fiscal_year > 2023.5",
        "agreement.fiscal_year + 0.5 == 2024.5 && 7 / 2 == 3 && 7.0 / 2 == 3.5 && 7 % 2 == 1",
        "agreement.statement.date > '2024-02-28' && agreement.statement.date == '2024-03-01'",
        "timestamp(agreement.statement.date + 'T00:00:00Z').getMonth() == 2",
        "agreement.annex == null && agreement.statement != null",
        "agreement.annex == null || agreement.annex.place == 'x'",
        "sum(agreement.objectives[0].indicators.map(i, i.target.value)) == 160.5",
        "max([1, 2.5]) == 2.5 && min([3, 2]) == 2 && lower('ABC') == 'abc'",
        "sum([]) == 0",
        "agreement.statement.place.startsWith('Sama') && agreement.statement.place.matches('^S.*a$')",
        "agreement.fiscal_year in [2023, 2024]",
        "has(agreement.statement.place) && !has(agreement.annex.place)",
        "agreement.objectives.exists_one(o, o.no == 2)",
        "agreement.fiscal_year == 2024 ? true : false",
        "size(agreement.unread) == 0",
    ],
)
def test_what_holds_of_the_first_agreement(judged: Judged, condition: str) -> None:
    assert found(judged(f"agreement.id == 'ketua' && ({condition})", SET)) == ["ketua"]


@pytest.mark.parametrize(
    ("condition", "problem"),
    [
        ("agreement.fiscal_year > 2000", "ada nilai yang kosong (null) (baris 1 kolom 1)"),
        ("agreement.statement.date > '2024'", "ada nilai yang kosong (null) (baris 1 kolom 1)"),
        ("true &&\n  agreement.annex.place.contains('x')", "ada nilai yang kosong (null) (baris 2 kolom 3)"),
        ("agreement.unit.map(x, x) == []", "ada nilai yang kosong (null) (baris 1 kolom 1)"),
        ("agreement.revision", "ada nilai yang kosong (null) (baris 1 kolom 1)"),
        ("sum([1, null]) == 1", "ada nilai yang kosong (null) (baris 1 kolom 1)"),
        ("min([]) == 1", "ada nilai yang kosong (null) (baris 1 kolom 1)"),
        ("lower(agreement.unit) == ''", "ada nilai yang kosong (null) (baris 1 kolom 1)"),
        ("agreement.unit.matches('x')", "ada nilai yang kosong (null) (baris 1 kolom 1)"),
        ("agreement.id.matches('[')", "polanya bukan ekspresi reguler (RE2) yang sah (baris 1 kolom 1)"),
        ("1 / 0 == 1", "dibagi dengan nol (baris 1 kolom 1)"),
        ("agreement.objectives[9].no == 1", "unsur itu tidak ada (baris 1 kolom 1)"),
        ("int('abc') == 1", "nilainya tidak dapat diubah atau di luar batas (baris 1 kolom 1)"),
        ("agreement.id > 1", "jenis nilainya tidak cocok (misalnya teks dengan angka) (baris 1 kolom 1)"),
        ("agreement.id.place == 'x'", "nilai ini tidak mempunyai isian (baris 1 kolom 1)"),
    ],
)
def test_what_cannot_be_computed_is_not_checked(judged: Judged, condition: str, problem: str) -> None:
    assert not_checked(judged(condition, "{id: a}")) == [("a", f"`condition` tidak dapat dihitung: {problem}")]


def test_a_key_that_data_may_lack_is_not_checked(judged: Judged) -> None:
    data = "{id: a, objectives: [{no: 1, indicators: [{text: x, target: {raw: '4', periods: {TW2: 1}}}]}]}"
    assert [name for name, _ in not_checked(judged("target.periods.TW1 > 0", data, over="indicator"))] == ["a:1.1"]
    assert found(judged("target.periods.TW2 > 0", data, over="indicator")) == ["a:1.1"]


def test_an_error_that_decides_nothing_is_passed_over(judged: Judged) -> None:
    assert found(judged("agreement.annex.place == 'x' || agreement.id == 'a'", "{id: a}")) == ["a"]
    assert found(judged("agreement.annex.place == 'x' && agreement.id == 'b'", "{id: a}")) == []


FACTS = """
facts:
  nama: line.name
  nilai: line.amount
  tanggal: agreement.statement.date
  separuh: line.amount / 2.0
  semua: agreement.budget.map(b, b.name)
amount: line.amount - 1
quotes: [statement, annex]
"""


def test_facts_fill_the_sentence_and_places_are_quoted(judged: Judged) -> None:
    data = "{id: a, statement: {place: Bontang, date: 2024-03-01, raw: 'Bontang, 1 Maret 2024'}, budget: [{name: A, amount: 5}]}"
    message = "{nama} {nilai:rp} {tanggal:date} {separuh:num} {semua:list}"
    (finding,) = judged("line.amount > 4", data, over="budget", more=FACTS, message=message).findings
    assert finding.message.say("id", **finding.facts) == "A Rp 5 1 Maret 2024 2,5 A"
    assert finding.amount == 4
    assert [each.quote for each in finding.evidence] == ["Bontang, 1 Maret 2024", "A | Rp 5"]


def test_a_fact_that_is_absent_is_told_and_no_finding_made(judged: Judged) -> None:
    judgement = judged("true", "{id: a}", more="facts: {tahun: agreement.fiscal_year}\n", message="{tahun}")
    assert not judgement.findings
    assert not_checked(judgement) == [
        ("a", "`facts.tahun` tidak dapat dihitung: ada nilai yang kosong (null) (baris 1 kolom 1)")
    ]


def test_a_long_fact_is_cut(judged: Judged) -> None:
    (finding,) = judged(
        "true", f"{{id: a, unit: {'x' * 600}}}", more="facts: {unit: agreement.unit}\n", message="{unit}"
    ).findings
    assert finding.facts["unit"] == "x" * 500 + "…"


def test_a_fingerprint_does_not_depend_on_lines(judged: Judged) -> None:
    how = {"more": "facts: {id: agreement.id}\n", "message": "{id}"}
    first = judged("true", "{id: a}", **how).findings
    later = judged("true", "\n\n\n{id: a}", **how).findings
    assert [each.fingerprint for each in first] == [each.fingerprint for each in later]
