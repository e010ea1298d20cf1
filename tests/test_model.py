"""What an agreement is: strict types, ids of its own, and quantities read from what is printed."""

from typing import Any

import pytest
from pydantic import ValidationError

from pkcheck.model import Agreement, BudgetLine, Objective, Quantity, Source, Statement, Target, objective_keys, plain


def agreement(**data: Any) -> Agreement:
    return Agreement.model_validate({"id": "a", **data})


def test_indicators_are_named_by_the_number_of_their_objective() -> None:
    two: list[dict[str, Any]] = [{"text": "x"}, {"text": "y"}]
    read = agreement(objectives=[{"no": 3, "indicators": two}, {"indicators": two}, {"no": 3, "indicators": two}])
    assert [each.id for each in read.indicators()] == ["a:3.1", "a:3.2", "a:n2.1", "a:n2.2", "a:3.3", "a:3.4"]


def test_a_given_id_is_kept_and_must_be_its_own() -> None:
    assert [each.id for each in agreement(objectives=[{"indicators": [{"id": "mine"}]}]).indicators()] == ["mine"]
    with pytest.raises(ValidationError, match="used twice: mine"):
        agreement(objectives=[{"indicators": [{"id": "mine"}, {"id": "mine"}]}])


def test_objective_keys_tell_those_without_number_by_their_place() -> None:
    assert objective_keys((Objective(no=2), Objective(), Objective(no=2))) == ["2", "n2", "2"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("100%", {"raw": "100%", "value": 100, "unit": "persen"}),
        ({"raw": "87,5%"}, {"raw": "87,5%", "value": 87.5, "unit": "persen"}),
        ({"raw": "36,36% (4 dokumen)"}, {"raw": "36,36% (4 dokumen)", "value": 36.36, "unit": "persen", "also": [{"value": 4, "unit": "dokumen"}]}),
        ({"raw": "90%", "value": 80}, {"raw": "90%", "value": 80}),
        ({"raw": "WTP"}, {"raw": "WTP", "predicate": "WTP"}),
        ({"raw": "sesuai rencana"}, {"raw": "sesuai rencana"}),
        ({"value": 5, "unit": "dokumen"}, {"value": 5, "unit": "dokumen"}),
    ],
)  # fmt: skip
def test_a_target_that_is_only_printed_is_read_and_a_given_value_is_never_overruled(given: Any, expected: Any) -> None:
    read = Target.model_validate(given).model_dump(mode="json", exclude_defaults=True)
    read.pop("unit" if "unit" not in expected else "", None)
    assert read == expected


@pytest.mark.parametrize(
    ("given", "amount", "nil"),
    [
        ({"raw": "Rp 9.441.375.000,-"}, 9441375000, False),
        ({"raw": "Rp -"}, 0, True),
        ({"raw": "Rp 5", "amount": 7}, 7, False),
        ({"raw": "banyak"}, None, False),
        ({}, None, False),
    ],
)
def test_an_amount_that_is_only_printed_is_read(given: dict[str, Any], amount: int | None, *, nil: bool) -> None:
    line = BudgetLine.model_validate(given)
    assert (line.amount, line.nil) == (amount, nil)


@pytest.mark.parametrize(
    ("given", "date", "raw"),
    [
        ({"date": "2024-03-01"}, "2024-03-01", None),
        ({"date": "2024-03-01", "raw": "Samarinda, 1 Maret 2024"}, "2024-03-01", "Samarinda, 1 Maret 2024"),
        ({"raw": "Samarinda, 1 Maret 2024"}, "2024-03-01", "Samarinda, 1 Maret 2024"),
        ({"date": "2024-02-30"}, None, "2024-02-30"),
        ({"date": "1 Maret"}, None, "1 Maret"),
        ({"date": 20240301}, "2024-03-01", None),
        ({}, None, None),
    ],
)
def test_a_date_that_cannot_be_is_kept_as_it_was_written(
    given: dict[str, Any], date: str | None, raw: str | None
) -> None:
    page = Statement.model_validate(given)
    assert (page.date and page.date.isoformat(), page.raw) == (date, raw)


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (Agreement, {"id": 5}), (Agreement, {"id": ""}), (Agreement, {}), (Agreement, {"id": "a", "unti": "x"}),
        (Agreement, {"id": "a", "fiscal_year": "2024"}), (Agreement, {"id": "a", "kind": "both"}), (Agreement, {"id": "a", "objectives": {}}),
        (Target, {"value": "5"}), (Target, {"value": True}), (Target, {"value": float("nan")}), (Target, 5), (Quantity, {"value": float("inf")}),
        (BudgetLine, {"amount": 1.5}), (BudgetLine, {"level": "programme"}), (Source, {"file": "x", "line": "1"}), (Statement, {"date": ["x"]}),
    ],
)  # fmt: skip
def test_types_are_strict(model: Any, data: Any) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(data)


def test_data_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        agreement().unit = "x"  # type: ignore[misc]


@pytest.mark.parametrize(("value", "number"), [(None, None), (5.0, 5), (5.5, 5.5)])
def test_whole_numbers_are_whole(value: float | None, number: float | None) -> None:
    assert plain(value) == number
    assert type(plain(value)) is type(number)
