import datetime
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from pkcheck.errors import InputError
from pkcheck.reference.model import KINDS
from pkcheck.reference.textfile import json_schema, read_reference

WHOLE = """
budget_document:
  title: DPA
  fiscal_year: 2024
  approved_on: 2024-01-02
  ceilings:
  - {unit: Bidang Umum, programme: Program A, amount: 100}
  - {programme: Program A, raw: "Rp 1.000,-"}
plan:
- title: Renstra
  indicators:
  - {indicator: Persentase A, unit_of_measure: persen, targets: {2023: 75, 2024: "77,5"}}
- {title: Renstra Perubahan, indicators: [{indicator: Jumlah B, targets: {2024: 4 dokumen}}]}
iku: {title: IKU, indicators: [{unit: Bidang Umum, indicator: Persentase A}]}
chart:
  title: Struktur
  posts:
  - position: Kepala Dinas
    holder: Budi
  - position: Kepala Bidang Umum
    superior: Kepala Dinas
    holders: [{name: Siti, acting: plt, since: 2024-01-01, until: 2024-03-31}]
"""


def test_every_kind_is_read_with_its_lines() -> None:
    read = read_reference(WHOLE, "acuan.yaml")
    (budget,), (first, second), (iku,), (chart,) = read.budget_document, read.plan, read.iku, read.chart
    assert [each.amount for each in budget.ceilings] == [100, 1000]
    assert budget.approved_on == datetime.date(2024, 1, 2)
    assert {year: (each.value, each.unit) for year, each in first.indicators[0].targets.items()} == {
        2023: (75, "persen"),
        2024: (77.5, "persen"),
    }
    assert (second.indicators[0].targets[2024].value, second.indicators[0].targets[2024].unit) == (4, "dokumen")
    assert chart.posts[1].superior == ("Kepala Dinas",)
    holder = chart.posts[1].holders[0]
    indicators = [*first.indicators, second, *iku.indicators]
    records: list[Any] = [budget, *budget.ceilings, first, *indicators, *chart.posts, holder]
    assert {each.source.file for each in records} == {"acuan.yaml"}
    assert [each.source.line for each in records] == [2, 7, 8, 10, 12, 13, 14, 18, 20, 22]


def test_the_holders_of_a_day() -> None:
    post = read_reference(WHOLE, "acuan.yaml").chart[0].posts[1]

    def on(*days: str) -> list[str]:
        return [each.name for each in post.held_on(map(datetime.date.fromisoformat, days))]

    assert [on("2023-12-31"), on("2024-01-01"), on("2024-03-31"), on("2024-04-01"), on()] == [
        [],
        ["Siti"],
        ["Siti"],
        [],
        ["Siti"],
    ]
    assert on("2024-04-01", "2024-03-31") == ["Siti"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("budgetdocument: {title: DPA}", 1, '"budget_document"'),
        ("iku:\n  title: A\n  indicators:\n  - {indikator: B}", 4, '"indicator"'),
        ("iku:\n- title: A\n  indicators:\n  - {indikator: B}", 4, '"indicator"'),
        ("chart:\n  title: A\n  posts:\n  - position: B\n    holders:\n    - {nama: C}", 6, '"name"'),
        ("iku: {indicators: []}", 1, '"title"'),
        ("budget_document:\n  title: DPA\n  fiscal_year: 24", 3, "24"),
        ("budget_document:\n  title: DPA\n  fiscal_year: 2024\n  approved_on: kemarin", 4, "tanggal, misalnya"),
        (
            "budget_document:\n  title: DPA\n  fiscal_year: 2024\n  ceilings:\n  - programme: A\n    amount: banyak",
            6,
            '"banyak"',
        ),
        ("plan:\n  title: A\n  indicators:\n  - indicator: B\n    targets: {tahun: 3}", 5, "tahun"),
        ("- title: A", 1, "budget_document, plan, iku, chart"),
        ("", 1, "budget_document, plan, iku, chart"),
        ("chart: [}", 1, "YAML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_reference(text, "acuan.yaml")
    assert caught.value.place == f"acuan.yaml:{line}"
    assert words in caught.value.say("id")


def test_json_is_read_as_yaml_is() -> None:
    text = '{"iku": {"title": "IKU",\n "indicators": [\n {"indicator": "Persentase A"}]}}'
    (indicator,) = read_reference(text, "acuan.json", "json").iku[0].indicators
    assert (indicator.indicator, indicator.source.line if indicator.source else None) == ("Persentase A", 3)


def valid(data: Any) -> bool:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    return bool(jsonschema.Draft202012Validator(json_schema()).is_valid(data))


def as_data(text: str) -> Any:
    class Loader(yaml.SafeLoader):
        """Leaves dates as text, and keys too."""

    Loader.yaml_implicit_resolvers = {
        first: [each for each in known if "timestamp" not in each[0]]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return in_json(yaml.load(text, Loader))  # noqa: S506  a safe loader with less in it


def in_json(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): in_json(value) for key, value in data.items()}
    return [in_json(each) for each in data] if isinstance(data, list) else data


@pytest.mark.parametrize("name", ["dipa", "renstra", "iku", "struktur"])
def test_the_examples_are_as_the_schema_says(dataset: Path, name: str) -> None:
    assert valid(as_data((dataset / "reference" / f"{name}.yaml").read_text(encoding="utf-8")))


def test_the_schema_knows_what_the_reader_knows() -> None:
    assert valid(as_data(WHOLE))
    assert set(json_schema()["properties"]) == set(KINDS)
    misspelt = {"iku": {"title": "A", "indicators": [{"indikator": "B"}]}}
    wrong: list[Any] = [{}, {"ikuu": {"title": "A"}}, {"iku": {}}, misspelt]
    assert [each for each in wrong if valid(each)] == []
