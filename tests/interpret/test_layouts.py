"""Documents of invented agencies and people, each laid out in another way, and what they say."""

from pathlib import Path
from typing import Any

import pytest

from pkcheck import messages
from pkcheck.api import check
from pkcheck.data import to_record
from pkcheck.documents.plain import read as read_plain
from pkcheck.interpret.agreements import Interpretation, interpret
from pkcheck.notes import Note
from pkcheck.yamltext import load_yaml

LAYOUTS = sorted(Path(__file__).with_name("layouts").glob("*.txt"))
NAMES = {id(text): name for name, text in vars(messages).items()}


def read(path: Path) -> Interpretation:
    return interpret(read_plain(path.read_bytes(), path.name))


def without_places(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: without_places(each) for key, each in data.items() if key not in ("source", "sources")}
    return [without_places(each) for each in data] if isinstance(data, list) else data


def told(note: Note) -> str:
    """`problem TABLE_CUT 12`: level, message and first line of a note."""
    return f"{note.level} {NAMES[id(note.text)]} {note.source.line}"


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_a_layout_is_read_as_it_is_meant(path: Path) -> None:
    reading = read(path)
    found = {
        "agreements": [without_places(to_record(each)) for each in reading.agreements],
        "notes": [told(note) for note in reading.notes],
    }
    expected, _ = load_yaml(path.with_suffix(".yaml").read_text(encoding="utf-8"), path.name)
    assert found == expected


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_every_value_has_the_lines_it_was_read_from(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    for agreement in read(path).agreements:
        for indicator in agreement.indicators():
            assert indicator.source is not None
            assert indicator.text in lines[(indicator.source.line or 0) - 1].replace("  ", " ")
        for line in agreement.budget:
            assert line.source is not None
            assert line.name in lines[(line.source.line or 0) - 1]
            assert (line.raw or "") in lines[(line.source.line or 0) - 1]


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_nobody_is_blamed_for_a_layout(path: Path) -> None:
    """These documents are in order: what is said of them is of the agreement, not of how it was printed."""
    found = check([str(path)]).findings
    assert [(each.code, each.at) for each in found if each.certainty == "definite" and each.severity == "error"] == []
