"""The real document is read as a person read it: the data set's own gold."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pkcheck.api import Outcome
from pkcheck.graph import annotated
from pkcheck.model import Agreement, Indicator, Objective, Page, Party, Signature, Source

Gold = dict[str, Any]


@pytest.fixture(scope="module")
def gold(dataset: Path) -> list[Gold]:
    text = (dataset / "gold" / "agreements.json").read_text(encoding="utf-8")
    agreements: list[Gold] = json.loads(text)["agreements"]
    return agreements


@pytest.fixture(scope="module")
def pairs(real: Outcome, gold: list[Gold]) -> list[tuple[Gold, Agreement]]:
    """Each agreement of the gold with the one of the same first party."""
    by_name = {agreement.first_party.name: agreement for agreement in annotated(real.whole) if agreement.first_party}
    return [(want, by_name[want["first_party"]["name"]]) for want in gold]


def norm(text: str | None) -> str:
    """As the gold was compared: markup, spacing, case and the slips of the scan set aside."""
    bare = re.sub(r"\s*/\s*", "/", re.sub(r"</?i>", "", text or ""))
    return (
        " ".join(bare.split())
        .casefold()
        .replace("provinsi insi ", "provinsi ")
        .replace("kalimantan kalimantan", "kalimantan")
    )


def span(source: Source | None) -> tuple[int, int]:
    assert source is not None
    assert source.line is not None
    return source.line, source.end_line or source.line


def rows(agreement: Agreement) -> list[tuple[Objective, Indicator]]:
    return [(objective, row) for objective in agreement.objectives for row in objective.indicators]


def test_there_are_eleven(real: Outcome, gold: list[Gold]) -> None:
    assert len(real.whole.agreements) == len(gold) == 11
    assert [note for report in real.inputs for note in report.notes] == []


def test_ids_are_short_and_readable(pairs: list[tuple[Gold, Agreement]]) -> None:
    assert [have.id for _, have in pairs] == [
        "ketua",
        "sekretaris",
        "kabag-keuangan-umum-logistik",
        "kabag-perencanaan-data-informasi",
        "kabag-teknis-penyelenggaraan-pemilu-partisipasi-humas",
        "kasubbag-umum-logistik",
        "kasubbag-keuangan",
        "kasubbag-data-informasi",
        "kasubbag-perencanaan",
        "kasubbag-hukum-sdm",
        "kasubbag-teknis-penyelenggaraan-pemilu-partisipasi-humas",
    ]


def test_year_unit_and_superior(pairs: list[tuple[Gold, Agreement]]) -> None:
    ids = {want["id"]: have.id for want, have in pairs}
    for want, have in pairs:
        assert have.fiscal_year == want["fiscal_year"]
        assert norm(have.unit) == norm(want["unit_raw"])
        assert have.supervisor == ids.get(want["parent_agreement"])
        assert have.kind == ("paired" if want["second_party"] else "sole")
        assert have.institution == "Komisi Pemilihan Umum Provinsi Kalimantan Timur"


def test_parties_and_their_lines(pairs: list[tuple[Gold, Agreement]]) -> None:
    for want, have in pairs:
        for side in ("first_party", "second_party"):
            expected: Gold | None = want[side]
            found: Party | None = getattr(have, side)
            if expected is None:
                assert found is None
                continue
            assert found is not None
            assert (norm(found.name), norm(found.position)) == (norm(expected["name"]), norm(expected["position"]))
            assert span(found.source) == tuple(expected["lines"])


def test_dates_signatures_and_their_lines(pairs: list[tuple[Gold, Agreement]]) -> None:
    for want, have in pairs:
        for name in ("statement", "annex"):
            expected, found = want[name], getattr(have, name)
            assert isinstance(found, Page)
            assert (found.place, str(found.date), found.raw) == (
                expected["place"],
                expected["date"],
                expected["raw"],
            )
            assert span(found.sources["date"])[0] == expected["line"]
            start, end = span(found.source)
            assert end == want[f"{name}_lines"][1]
            assert 0 <= start - want[f"{name}_lines"][0] <= 8  # the gold counts the letterhead in
            for side in ("first", "second"):
                same_block(expected[f"signature_{side}"], getattr(found.signatures, side))


def same_block(expected: Gold | None, found: Signature | None) -> None:
    if expected is None:
        assert found is None
        return
    assert found is not None
    assert (norm(found.name), norm(found.label).rstrip(",")) == (norm(expected["name"]), norm(expected["label"]))
    assert norm(found.position) == norm(expected["role"])
    assert span(found.source) == tuple(expected["lines"])


def test_rows_and_their_lines(pairs: list[tuple[Gold, Agreement]]) -> None:
    assert sum(len(want["rows"]) for want, _ in pairs) == 179
    for want, have in pairs:
        found = rows(have)
        assert len(found) == len(want["rows"])
        for expected, (objective, row) in zip(want["rows"], found, strict=True):
            assert objective.no == expected["no"]
            assert norm(objective.text) == norm(expected["sasaran"])
            assert norm(row.text) == norm(expected["indikator"])
            where = expected["lines"]
            places = [line for each in (where["indikator"], where["target"]) if each for line in each]
            assert span(row.source) == (min(places), max(places)), expected["row_id"]


def test_objectives_stand_on_the_lines_of_their_text(pairs: list[tuple[Gold, Agreement]]) -> None:
    for want, have in pairs:
        for objective in have.objectives:
            of = [
                row["lines"]["sasaran"] for row in want["rows"] if row["no"] == objective.no and row["lines"]["sasaran"]
            ]
            assert span(objective.source) == (
                min(line for each in of for line in each),
                max(line for each in of for line in each),
            )


def test_targets(pairs: list[tuple[Gold, Agreement]]) -> None:
    for want, have in pairs:
        for expected, (_, row) in zip(want["rows"], rows(have), strict=True):
            assert row.target is not None
            assert row.target.raw == expected["target_raw"]
            assert row.target.value == expected["target_value"]


def test_section_headings(pairs: list[tuple[Gold, Agreement]]) -> None:
    for want, have in pairs:
        for expected, (objective, _) in zip(want["rows"], rows(have), strict=True):
            title = expected.get("section") and f"{expected['section']['no']}. {expected['section']['title']}"
            assert objective.group == title


def test_budgets_and_their_lines(pairs: list[tuple[Gold, Agreement]]) -> None:
    for want, have in pairs:
        expected = want["budget"]
        assert [line.amount for line in have.budget] == [each["amount"] or 0 for each in expected]
        assert [span(line.source)[0] for line in have.budget] == [each["lines"][0] for each in expected]
        assert [line.level for line in have.budget] == ["program"] * len(expected)


def test_derivations(pairs: list[tuple[Gold, Agreement]]) -> None:
    ids = {e["row_id"]: row.id for want, have in pairs for e, (_, row) in zip(want["rows"], rows(have), strict=True)}
    judged = 0
    for want, have in pairs:
        if want["level"] < 3:
            continue
        for expected, (_, row) in zip(want["rows"], rows(have), strict=True):
            parent = expected["parent"]
            assert row.derives_from == ((ids[parent["row_id"]],) if parent else ()), expected["row_id"]
            judged += 1
    assert judged == 117
