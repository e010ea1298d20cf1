"""What the comparison of layouts lets pass and what it tells."""

from copy import deepcopy
from typing import Any

import pytest

from likeness import differences

MEANT: dict[str, Any] = {
    "id": "camat",
    "first_party": {"name": "Ani Budi", "position": "Camat X"},
    "objectives": [
        {
            "no": 1,
            "text": "Meningkatnya layanan",
            "indicators": [{"text": "Nilai", "target": {"value": 80, "unit": "persen"}}],
        },
    ],
}


def told(**changes: Any) -> list[str]:
    return differences([MEANT], [{**deepcopy(MEANT), **changes}])


def told_of_target(**changes: Any) -> list[str]:
    read = deepcopy(MEANT)
    read["objectives"][0]["indicators"][0]["target"].update(changes)
    return differences([MEANT], [read])


def test_the_same_is_the_same() -> None:
    assert told() == []


def test_spacing_case_place_and_spelling_of_units_do_not_count() -> None:
    assert told(first_party={"position": "CAMAT  X,", "name": "Ani\nBudi", "source": {"line": 3}}) == []
    assert told_of_target(unit="%", value=80.0) == []


def test_a_party_that_is_not_there_is_told() -> None:
    assert told(second_party={"name": "Cici"}) == ["camat.second_party: meant None, read {'name': 'Cici'}"]


def test_another_name_is_told() -> None:
    assert told(first_party={"name": "Ani", "position": "Camat X"}) == [
        "camat.first_party.name: meant 'Ani Budi', read 'Ani'"
    ]


def test_missing_rows_are_told_with_what_was_read() -> None:
    assert told(objectives=[]) == ["camat.objectives: meant 1, read 0: []"]


def test_another_number_is_told() -> None:
    place = "camat.objectives[1].indicators[1].target"
    assert told_of_target(value=8) == [f"{place}.value: meant 80, read 8"]
    assert told_of_target(total=90) == [f"{place}.total: meant None, read 90"]


@pytest.mark.parametrize(("scanned", "found"), [(True, 0), (False, 1)])
def test_only_a_scan_may_slip(*, scanned: bool, found: int) -> None:
    read = deepcopy(MEANT)
    read["objectives"][0]["text"] = "Meningkatnya layanar"
    assert len(differences([MEANT], [read], scanned=scanned)) == found


def test_agreements_are_counted() -> None:
    assert differences([MEANT], []) == ["agreements: meant 1, read 0"]
