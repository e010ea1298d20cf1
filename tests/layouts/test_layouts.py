"""Documents of invented agencies in Word, workbooks, web pages, printed and scanned: read in full, and nobody accused.

builders/ writes them, expected/ has what they say and what is truly wrong in them. A format without a reader is skipped.
"""

import importlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from likeness import differences
from pkcheck import api
from pkcheck.data import to_record
from pkcheck.documents.formats import kind_of
from pkcheck.documents.readers import READERS
from pkcheck.yamltext import dump_yaml

EXPECTED = Path(__file__).with_name("expected")
NAMES = sorted(path.stem for path in EXPECTED.glob("*.yaml"))

Built = Callable[[str], Path]
_BOOL = "tag:yaml.org,2002:bool"


class Loader(yaml.SafeLoader):
    """YAML with anchors, in which `no` is a word."""

    yaml_implicit_resolvers = {  # noqa: RUF012  overrides what PyYAML keeps the same way
        first: [each for each in resolvers if each[0] != _BOOL]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Loader.add_implicit_resolver(_BOOL, re.compile("^(?:true|false)$"), ["t", "f"])


def expected(name: str) -> dict[str, Any]:
    """What a document says, as plain data: dates as texts, nothing shared."""
    data = yaml.load((EXPECTED / f"{name}.yaml").read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506  it is a safe one
    plain: dict[str, Any] = json.loads(json.dumps(data, default=str))
    return plain


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """`built(name)`: the document's file, written once."""
    folder = tmp_path_factory.mktemp("layouts")
    files: dict[str, Path] = {}

    def build(name: str) -> Path:
        if name not in files:
            files[name] = importlib.import_module(f"builders.{name}").build(folder)
        return files[name]

    return build


@pytest.fixture
def readable(built: Built) -> Built:
    """As `built`, for a format that can be read; a test of any other is skipped."""

    def build(name: str) -> Path:
        path = built(name)
        kind = kind_of(path.read_bytes(), path.suffix)
        for each in (kind, "image") if expected(name).get("scanned") else (kind,):
            reader = READERS.get(each)
            if reader is None:
                pytest.skip(f"no reader for {each} yet")
            if reader.extra:
                pytest.importorskip(reader.module, exc_type=ImportError)
        return path

    return build


def told(findings: list[dict[str, str]]) -> list[tuple[str, str]]:
    """Code and certainty of each finding."""
    return sorted((each["code"], each["certainty"]) for each in findings)


def definite(outcome: api.Outcome) -> list[tuple[str, str]]:
    """Code and certainty of each finding that leaves no doubt."""
    found = [(each.code, str(each.certainty.value)) for each in outcome.findings]
    return sorted(each for each in found if each[1] == "definite")


def test_every_document_has_its_expectation() -> None:
    builders = {
        path.stem
        for path in Path(__file__).with_name("builders").glob("*.py")
        if "def build(" in path.read_text("utf-8")
    }
    assert sorted(builders) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_what_is_meant_holds_only_the_findings_that_are_meant(name: str, tmp_path: Path) -> None:
    """The expectation itself is checked as data, so that a finding in the document is the document's."""
    meant = expected(name)
    data = tmp_path / f"{name}.yaml"
    data.write_text(dump_yaml({"agreements": meant["agreements"]}), encoding="utf-8")
    outcome = api.check([str(data)])
    assert [note for each in outcome.inputs for note in each.notes] == []
    assert definite(outcome) == told(meant["findings"])


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_the_same_whenever_it_is_built(name: str, built: Built, tmp_path: Path) -> None:
    again: Path = importlib.import_module(f"builders.{name}").build(tmp_path)
    assert again.read_bytes() == built(name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_read_as_it_is_meant(name: str, readable: Built) -> None:
    outcome = api.read([str(readable(name))])
    read = [to_record(each) for each in outcome.agreements]
    meant = expected(name)
    assert differences(meant["agreements"], read, scanned=meant.get("scanned", False)) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_document_has_no_definite_finding_but_the_true_ones(name: str, readable: Built) -> None:
    assert definite(api.check([str(readable(name))])) == told(expected(name)["findings"])
