"""Units are made from records; outcomes are those that the reports' tests build."""

from typing import Any

import pytest

from pkcheck import page_texts as words
from pkcheck.data import load
from pkcheck.graph import AgreementSet
from pkcheck.pictures.units import Budget, balance_words, budget_of, budget_words, units_of
from pkcheck.record import BudgetRecord, Recorded
from pkcheck.recording import recorded

TEAM = """
- {id: ketua, kind: sole, first_party: {name: Fahmi, position: Ketua}, budget: [{name: Program A, amount: 1500}]}
- {id: humas, supervisor: ketua, first_party: {name: Aliuk, position: Humas}, budget: [{name: Program A, amount: %s}]}
- {id: hukum, supervisor: ketua, first_party: {name: Budi, position: Hukum}, budget: [{name: Program A, raw: "%s"}]}
"""


def record(data: str, lang: Any = "id") -> Recorded:
    from pkcheck.api import Outcome
    from pkcheck.engine import Judgement
    from pkcheck.inputs import InputReport

    whole = AgreementSet(load(data, "pk.yaml", "yaml").agreements)
    report = InputReport("pk.yaml", "read", "yaml", len(whole.agreements), ())
    return recorded(Outcome(whole, (report,), (), Judgement((), ())), lang)


def balance(data: str) -> str | None:
    return balance_words(units_of(record(data))[0], "id")


def line(level: Any, amount: int | None) -> BudgetRecord:
    return BudgetRecord(id="a:budget.1", level=level, code=None, name="", raw=None, amount=amount, nil=False)


def test_units_stand_under_their_superiors() -> None:
    units = units_of(record(TEAM % (1000, "500")))
    assert [(unit.title, unit.holder, unit.parent) for unit in units] == [
        ("Ketua", "Fahmi", None),
        ("Humas", "Aliuk", 0),
        ("Hukum", "Budi", 0),
    ]


def test_a_unit_without_an_agreement_is_missing_and_has_its_subordinates() -> None:
    units = units_of(
        record("""
- {id: humas, institution: KPU Provinsi, first_party: {name: A, position: Kepala Sub Bagian Humas KPU Provinsi},
   second_party: {name: B, position: Kepala Bagian Umum KPU Provinsi}}
""")
    )
    assert [(unit.title, unit.parent, unit.worst) for unit in units] == [
        ("Kepala Sub Bagian Humas KPU Provinsi", 1, "none"),
        ("Kepala Bagian Umum KPU Provinsi", None, "missing"),
    ]
    assert budget_words(units[1], "id") == words.BUDGET_UNKNOWN.id


def test_budgets_of_subordinates_are_put_beside_the_own() -> None:
    assert balance(TEAM % (1000, "Rp 500")) == "bawahan: cocok"
    assert str(balance(TEAM % (1100, "Rp 500"))).replace("\u00a0", " ") == "bawahan lebih Rp 100"
    assert str(balance(TEAM % (900, "Rp 500"))).replace("\u00a0", " ") == "bawahan kurang Rp 100"


def test_what_was_not_read_is_neither_right_nor_wrong() -> None:
    assert balance(TEAM % (1000, "lima ratus?")) == "tidak dapat dibandingkan"


@pytest.mark.parametrize(
    ("lines", "budget"),
    [
        ([line("program", 3), line("kegiatan", 2), line("program", 4), line("total", 7)], Budget(7, 2, complete=True)),
        ([line("program", 3), line("program", None)], Budget(3, 2, complete=False)),
        ([line("program", None)], Budget(None, 1, complete=False)),
        ([line("total", 9)], Budget(9, 1, complete=True)),
        ([], Budget(None, 0, complete=True)),
    ],
)
def test_a_budget_is_the_sum_of_its_highest_level(lines: list[BudgetRecord], budget: Budget) -> None:
    assert budget_of(lines) == budget


def test_superiors_in_a_circle_do_not_break_the_picture() -> None:
    saved = record(TEAM % (1000, "500"))
    turned = [each.model_copy(update={"supervisor": "hukum"}) for each in saved.outcome.agreements[:1]]
    outcome = saved.outcome.model_copy(update={"agreements": (*turned, *saved.outcome.agreements[1:])})
    assert [unit.parent for unit in units_of(Recorded(outcome, {}))] == [None, 0, 0]


def test_a_record_without_contents_still_has_its_units() -> None:
    saved = record(TEAM % (1000, "500"))
    bare = tuple(each.model_copy(update={"objectives": None, "budget": None}) for each in saved.outcome.agreements)
    outcome = saved.outcome.model_copy(update={"agreements": bare, "missing_units": None, "rollups": None})
    units = units_of(Recorded(outcome, {}))
    assert [(unit.parent, budget_words(unit, "id")) for unit in units] == [
        (None, words.BUDGET_UNKNOWN.id),
        (0, words.BUDGET_UNKNOWN.id),
        (0, words.BUDGET_UNKNOWN.id),
    ]
