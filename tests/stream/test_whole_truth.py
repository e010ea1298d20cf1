"""What is said of a set agency by agency is what is said of it as one: nobody is accused because of how it was cut."""

import datetime
import gzip
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from made_sets import Data, agency, lines, many

from pkcheck import api
from pkcheck.cli import main
from pkcheck.config import Settings
from pkcheck.stream import running
from pkcheck.stream.lines import Line
from pkcheck.stream.scattered import brought_together

FINDINGS = ("code", "agreement", "subject", "message", "fingerprint")


@pytest.fixture(autouse=True)
def small_sets_are_cut_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "TOGETHER", 0)


def written(data: Sequence[Data], folder: Path) -> Path:
    path = folder / "set.jsonl"
    path.write_bytes(lines(data))
    return path


def document(path: Path, *more: str) -> tuple[int, Data]:
    """Exit status and the JSON report."""
    output = path.with_name("out.json")
    done = CliRunner().invoke(main, ["check", str(path), "-f", "json", "-o", str(output), "--lang", "en", *more])
    return done.exit_code, json.loads(output.read_bytes())


def cut(path: Path) -> list[Data]:
    """Findings of the command, in an order of their own."""
    told = document(path)[1]["findings"]
    return sorted(({name: each[name] for name in FINDINGS} for each in told), key=json.dumps)


def as_one(path: Path) -> list[tuple[str, str]]:
    """Fingerprints of the same set judged in memory."""
    found = api.check([str(path)], Settings(), today=datetime.datetime.now().astimezone().date()).findings
    return sorted((each.code, each.fingerprint) for each in found)


def prints(found: Sequence[Data]) -> list[tuple[str, str]]:
    return sorted((each["code"], each["fingerprint"]) for each in found)


def test_agencies_by_themselves_are_as_one_set(tmp_path: Path) -> None:
    path = written(many(), tmp_path)
    assert len(as_one(path)) > 3
    assert prints(cut(path)) == as_one(path)


def test_whoever_answers_to_an_agreement_of_another_agency_is_judged_with_it(tmp_path: Path) -> None:
    data = many(3)
    data[7]["supervisor"] = "a0-kepala"
    path = written(data, tmp_path)
    assert prints(cut(path)) == as_one(path)


def test_a_revision_of_an_agreement_of_another_agency_is_judged_with_it(tmp_path: Path) -> None:
    data = many(2)
    data[3]["revision"] = {"of": "a0-kepala", "number": 1}
    path = written(data, tmp_path)
    assert prints(cut(path)) == as_one(path)


@pytest.mark.parametrize("bad", [0, 1])
def test_without_one_of_its_lines_an_agency_is_not_accused(bad: int, tmp_path: Path) -> None:
    data = [*agency(0), *agency(1)]
    data[bad]["indikator"] = []
    status, told = document(written(data, tmp_path))
    assert {each["agreement"].partition("-")[0] for each in told["findings"]} == {"a1"}
    (read,) = told["inputs"]
    assert (status, read["agreements"]) == (2, 3)
    assert [each["level"] for each in read["notes"]] == ["problem", "problem"]
    assert "2 other agreements of the same institution" in read["notes"][1]["message"]


def test_an_id_that_two_agencies_use_is_told(tmp_path: Path) -> None:
    data = many(3)
    data[7]["id"] = data[1]["id"]
    status, told = document(written(data, tmp_path))
    (read,) = told["inputs"]
    assert status == 2
    assert [(each["level"], each["line"]) for each in read["notes"]] == [("problem", 8)]
    assert "a0-b1" in read["notes"][0]["message"]


def test_a_small_set_is_one_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    data = many(2)
    for each in data[1:3]:  # a letterhead of its own
        each["institution"] = f"Sekretariat {each['institution']}"
        del each["supervisor"]
    path = written(data, tmp_path)
    assert prints(cut(path)) == as_one(path)


def test_a_file_that_ends_too_early_is_left_out_and_stops_no_other(tmp_path: Path) -> None:
    broken, path = tmp_path / "broken.jsonl.gz", written(many(), tmp_path)
    broken.write_bytes(gzip.compress(lines([{**each, "id": f"x{each['id']}"} for each in many()]))[:-40])
    status, told = document(path, str(broken))
    assert status == 2
    assert [(each["status"], each["agreements"]) for each in told["inputs"]] == [("read", 9), ("failed", 0)]
    assert prints(told["findings"]) == as_one(path)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=6))
def test_agencies_are_joined_by_what_they_point_to_and_by_nothing_else(pairs: list[tuple[int, int]]) -> None:
    data = [{"id": f"{name}", "institution": f"Dinas {'ABCDE'[name]}"} for name in range(5)]
    data += [
        {"id": f"{a}>{b}-{n}", "institution": f"Dinas {'ABCDE'[a]}", "supervisor": f"{b}"}
        for n, (a, b) in enumerate(pairs)
    ]
    rows = [Line("x", number, line) for number, line in enumerate(lines(data).splitlines(), 1)]
    expected: nx.Graph[int] = nx.Graph(pairs)
    expected.add_nodes_from(range(5))
    with tempfile.TemporaryDirectory() as folder:
        found = [tuple(row.number for row in each) for each in brought_together(rows, Path(folder), 2**20)]
    owner = [*range(5), *(a for a, _ in pairs)]
    parts = [tuple(n for n, name in enumerate(owner, 1) if name in part) for part in nx.connected_components(expected)]
    assert found == sorted(parts)
