"""The findings of the real document against those that were made by hand: none missed, none beyond, no trap."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from pkcheck import api
from pkcheck.findings import Finding

# What must not be found on the lines of a trap: code or family by the trap's id.
TRAPS = {
    "T01": ("BUD001", "BUD002", "BUD003", "BUD004", "BUD007"),
    "T02": ("BUD006", "UOM"),
    "T03": ("BUD001", "BUD002", "BUD005", "BUD007"),
    "T04": ("TGT005",),
    "T05": ("TGT005",),
    "T07": ("STR001",),
    "T08": ("PTY005", "PTY001"),
    "T09": ("STR001", "STR002"),
    "T10": ("STR001", "STR002", "TGT001"),
    "T11": ("STR001",),
    "T12": ("DAT003",),
    "T13": ("DAT003",),
    "T14": ("CAS002",),
    "T15": ("CAS002",),
    "T17": ("UOM002",),
    "T18": ("UOM002",),
    "T20": ("UOM002",),
    "T21": ("UOM002",),
    "T22": ("TGT003", "TGT002"),
    "T23": ("PTY009",),
    "T24": ("PTY004",),
    "T25": ("PTY004",),
    "T26": ("CAS007", "STR006"),
    "T28": ("CAS002",),
    "T29": ("BUD004",),
    "T30": ("STR003",),
}


@pytest.fixture(scope="module")
def gold(dataset: Path) -> dict[str, Any]:
    return dict(json.loads((dataset / "gold" / "findings.json").read_text(encoding="utf-8")))


def lines_of(finding: Finding) -> set[int]:
    places = [each.source for each in finding.evidence if each.source.line]
    return {line for place in places for line in range(place.line or 0, (place.end_line or place.line or 0) + 1)}


def gold_lines(entry: dict[str, Any]) -> set[int]:
    return {
        line for each in entry["evidence"] for line in range(each["line"], (each.get("end_line") or each["line"]) + 1)
    }


def is_of(finding: Finding, entry: dict[str, Any]) -> bool:
    return finding.code == entry["code"] and bool(lines_of(finding) & gold_lines(entry))


def coded(gold: dict[str, Any], certainty: str) -> Iterable[dict[str, Any]]:
    return (each for each in gold["findings"] if each.get("code") and each["certainty"] == certainty)


def test_every_definite_finding_of_the_gold_is_found(real: api.Outcome, gold: dict[str, Any]) -> None:
    missed = [each["id"] for each in coded(gold, "definite") if not any(is_of(f, each) for f in real.findings)]
    assert missed == []


def test_the_arguable_ones_are_found_but_for_one(real: api.Outcome, gold: dict[str, Any]) -> None:
    missed = [each["id"] for each in coded(gold, "arguable") if not any(is_of(f, each) for f in real.findings)]
    assert missed == ["F49"]


def test_nothing_definite_is_found_beyond_the_gold(real: api.Outcome, gold: dict[str, Any]) -> None:
    known = [each for each in gold["findings"] if each.get("code")]
    noise = {each["line"] for entry in gold["noise"] for each in entry["evidence"]}
    beyond = [
        (each.code, each.at)
        for each in real.findings
        if each.certainty == "definite"
        and not any(is_of(each, entry) for entry in known)
        and not (each.code.startswith("TXT") and lines_of(each) & noise)
    ]
    assert beyond == []


def test_no_finding_stands_on_a_trap(real: api.Outcome, gold: dict[str, Any]) -> None:
    known = [each for each in gold["findings"] if each.get("code")]
    unknown = [each for each in real.findings if not any(is_of(each, entry) for entry in known)]
    trapped = [
        (trap["id"], each.code, each.at)
        for trap in gold["traps"]
        for each in unknown
        if each.code.startswith(TRAPS.get(trap["id"], ("-",))) and lines_of(each) & set(trap["lines"])
    ]
    assert trapped == []
