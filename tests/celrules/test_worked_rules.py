"""The worked rules in examples/rules: their examples hold, and the schema beside them is current."""

import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from pkcheck import api
from pkcheck.celrules.form import json_schema
from pkcheck.celrules.loading import load_cel_rule
from pkcheck.config import Settings
from pkcheck.ruletests import run_rule
from pkcheck.yamltext import load_yaml

FOLDER = Path(__file__).parent.parent.parent / "examples" / "rules"
RULES = sorted(FOLDER.glob("*.yaml"))
SCHEMA = FOLDER / "rule.schema.json"


def test_there_are_three() -> None:
    assert [file.name[:6] for file in RULES] == ["ORG001", "ORG002", "ORG003"]


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.name[:6])
def test_its_examples_hold(file: Path) -> None:
    assert run_rule(load_cel_rule(file)).failures == ()


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.name[:6])
def test_it_fits_the_schema(file: Path) -> None:
    rule, _ = load_yaml(file.read_text(encoding="utf-8"), str(file))
    jsonschema.Draft202012Validator(json_schema()).validate(rule)


def test_the_schema_beside_them_is_current() -> None:
    now = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert now == json_schema(), "run `pkcheck schema --rule > examples/rules/rule.schema.json`"


def test_they_are_silent_on_the_real_document(dataset: Path) -> None:
    outcome = api.check([str(dataset / "pk-kpu-kaltim-2024.txt")], Settings(select=("ORG",), rules=(str(FOLDER),)))
    assert outcome.findings == ()
    assert {each.code: each.checked for each in outcome.judgement.coverage if each.status == "ran"} == {
        "ORG001": 22,
        "ORG002": 165,
        "ORG003": 11,
    }
