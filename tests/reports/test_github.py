"""Workflow commands as GitHub's runner reads them: one for each line, its properties apart, its message whole."""

import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest

from pkcheck.display import visible
from pkcheck.findings import Severity

COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")


def commands(build: Any, outcome: Any, **style: Any) -> list[tuple[str, dict[str, str], str]]:
    """Level, properties and message of each line. What GitHub decodes is percent codes, and no others occur here."""
    told = []
    for line in build.told(outcome, "github", **style).split("\n"):
        found = COMMAND.fullmatch(line)
        assert found, line
        properties = dict(each.split("=", 1) for each in found["properties"].split(",") if each)
        told.append(
            (found["level"], {name: unquote(value) for name, value in properties.items()}, unquote(found["message"]))
        )
    return told


def test_a_finding_is_at_its_line(build: Any) -> None:
    level, properties, message = commands(build, build.small())[-1]
    assert level == "error"
    assert properties == {
        "file": "pk.txt",
        "line": "20",
        "endLine": "22",
        "title": "BUD999 pertimbangan: Terlalu banyak",
    }
    assert message.splitlines()[:2] == ["Program B lebih Rp 1.", "bukti: pk.txt:20"]


@pytest.mark.parametrize("where", [{"page": 3, "line": 7}, {"cell": "D14"}, {"line": None}])
def test_a_page_and_a_cell_are_no_lines(build: Any, where: dict[str, Any]) -> None:
    _, properties, _ = commands(build, build.outcome([build.finding(build.evidence(**where))]))[-1]
    assert set(properties) == {"file", "title"}


def test_the_gravest_come_first(build: Any) -> None:
    found = [replace(build.finding(), severity=each) for each in (Severity.INFO, Severity.ERROR, Severity.WARNING)]
    assert [level for level, _, _ in commands(build, build.outcome(found))] == ["notice", "error", "warning", "notice"]


def test_it_opens_with_what_was_and_was_not_checked(build: Any) -> None:
    level, properties, message = commands(build, build.small(), lang="en")[0]
    assert (level, properties) == ("notice", {"title": "Check of performance agreements"})
    assert message.splitlines()[-1] == "Could not be checked: 1."
    assert commands(build, build.outcome(data="[]"))[0][2].startswith("Tidak ada PK yang terbaca")


def test_problems_and_broken_rules_are_errors(build: Any) -> None:
    _, problem, broken, *_ = commands(build, build.small())
    assert problem == ("error", {"file": "pk.yaml"}, "pk.yaml:hlm.2: masalah: tidak terbaca")
    assert broken == ("error", {"title": "XYZ003"}, "Aturan rusak: XYZ003: aturan ini rusak\n  di sini")


def test_many_places_are_counted(build: Any) -> None:
    places = [build.evidence(line=line) for line in range(1, 14)]
    _, _, message = commands(build, build.outcome([build.finding(*places)]))[-1]
    assert message.splitlines()[1].endswith("pk.txt:10; … dan 3 tempat lain")


def test_hostile_text_stays_text(build: Any) -> None:
    told = commands(build, build.hostile())
    assert len(told) == 1 + 1 + 1 + 3
    _, properties, message = told[3]
    assert properties["file"] == visible(f"dir/{build.HOSTILE}.txt").replace("//", "/")
    assert message.startswith(visible(build.HOSTILE))
