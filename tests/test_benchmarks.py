"""Made sets for measuring: the same seed gives the same set, and the rules find in it what is known to be wrong."""

import json
from collections import defaultdict
from itertools import groupby
from pathlib import Path

import pytest
from agencies import CODES, agencies
from generate import generate

from pkcheck import api
from pkcheck.config import Settings


@pytest.mark.parametrize("inferred", [False, True], ids=["derivations-given", "derivations-inferred"])
def test_the_rules_find_exactly_what_is_wrong_in_a_made_set(tmp_path: Path, *, inferred: bool) -> None:
    made = generate(1_000, tmp_path, inferred=inferred, parquet=False)
    outcome = api.check([str(tmp_path / "agreements.jsonl")], Settings(select=CODES))
    found: dict[str, list[str]] = defaultdict(list)
    for each in outcome.findings:
        found[each.code].append(each.subject.id)
    assert {code: sorted(found[code]) for code in CODES} == made["found"]
    planted = [code for code in CODES if code != "CAS009" or not inferred]  # nothing dangles where nothing is named
    assert [code for code in planted if not made["found"][code]] == []


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(tmp_path: Path) -> None:
    for name, seed in (("one", 7), ("again", 7), ("other", 8)):
        generate(60, tmp_path / name, seed=seed, parquet=False)
    one, again, other = ((tmp_path / name / "agreements.jsonl").read_bytes() for name in ("one", "again", "other"))
    assert one == again
    assert one != other


def test_a_made_set_has_whole_agencies_each_in_one_piece(tmp_path: Path) -> None:
    generate(500, tmp_path, parquet=False)
    records = [json.loads(line) for line in (tmp_path / "agreements.jsonl").read_text(encoding="utf-8").splitlines()]
    pieces = [(name, len(list(own))) for name, own in groupby(records, key=lambda each: each["institution"])]
    known: set[str] = set()
    for record in records:
        assert record.get("supervisor") is None or record["supervisor"] in known
        known.add(record["id"])
    assert len(known) == len(records) == 500
    assert len({name for name, _ in pieces}) == len(pieces)
    assert [size for _, size in pieces if not 3 <= size <= 60] == []


def test_a_scattered_set_has_the_same_agreements_in_another_order(tmp_path: Path) -> None:
    generate(200, tmp_path / "together", parquet=False)
    generate(200, tmp_path / "scattered", scattered=True, parquet=False)
    together, scattered = (
        (tmp_path / name / "agreements.jsonl").read_bytes().splitlines() for name in ("together", "scattered")
    )
    assert together != scattered
    assert sorted(together) == sorted(scattered)


def test_one_tree_is_one_agency_however_large() -> None:
    [(records, _)] = agencies(400, seed=7, one_tree=True)
    assert len({record["institution"] for record in records}) == 1
    assert [record["id"] for record in records if "supervisor" not in record] == [records[0]["id"]]
