"""Packed lines and Parquet wherever agreements are read: with a baseline, a graph, beside documents."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
import zstandard
from click.testing import CliRunner
from made_sets import lines, many

from pkcheck import api, inputs
from pkcheck.cli import main
from pkcheck.data import to_record
from pkcheck.model import Agreement
from pkcheck.stream import lines as stream_lines


def gz(path: Path, data: bytes) -> None:
    path.write_bytes(gzip.compress(data))


def zst(path: Path, data: bytes) -> None:
    path.write_bytes(zstandard.compress(data))


def parquet(path: Path, data: bytes) -> None:
    plain = path.with_suffix(".jsonl")
    plain.write_bytes(data)
    duckdb.sql(f"COPY (FROM read_json('{plain}')) TO '{path}'")
    plain.unlink()


WRITTEN: dict[str, Callable[[Path, bytes], None]] = {"a.jsonl.gz": gz, "a.jsonl.zst": zst, "a.parquet": parquet}


@pytest.fixture(params=WRITTEN)
def packed(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    WRITTEN[path.name](path, lines(many()))
    return path


def printed(agreements: tuple[Agreement, ...]) -> str:
    """All but the places, and what null leaves out."""

    def without(value: object) -> object:
        if isinstance(value, dict):
            return {name: without(each) for name, each in value.items() if name != "source"}
        return [without(each) for each in value] if isinstance(value, list) else value

    return json.dumps([without(to_record(each)) for each in agreements], sort_keys=True)


def test_what_is_packed_holds_the_same_agreements(packed: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.jsonl"
    plain.write_bytes(lines(many()))
    got, expected = api.read([str(packed)]), api.read([str(plain)])
    assert [(each.status, each.agreements, each.notes) for each in got.inputs] == [("read", 9, ())]
    assert printed(got.agreements) == printed(expected.agreements)


def test_a_baseline_hides_what_it_knows_of_packed_data(packed: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "known.json"
    first = CliRunner().invoke(main, ["check", str(packed), "--write-baseline", str(baseline), "-f", "jsonl"])
    assert (first.exit_code, len(json.loads(baseline.read_bytes())["findings"]) > 3) == (1, True)
    done = CliRunner().invoke(main, ["check", str(packed), "--baseline", str(baseline), "-f", "jsonl"])
    assert (done.exit_code, done.stdout) == (0, "")


def test_an_agreement_that_is_packed_twice_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    gz(path, lines([*many(1), many(1)[0]]))
    (report,) = api.read([str(path)]).inputs
    assert [(report.status, each.source.line) for each in report.notes] == [("failed", 4)]


def test_what_is_too_large_when_unpacked_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MAX_BYTES", 2**10)
    path = tmp_path / "a.jsonl.gz"
    gz(path, lines(many()))
    (report,) = api.read([str(path)]).inputs
    assert (report.status, report.agreements) == ("failed", 0)


def test_a_line_that_is_too_long_for_an_agreement_is_told_with_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream_lines, "_LONGEST", 2**20)
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines(many(1)) + b'{"id": "' + b"x" * 2**20 + b'"}\n')
    done = CliRunner().invoke(main, ["check", str(path), "-f", "jsonl", "--lang", "en"])
    assert (done.exit_code, f"{path}:4: problem: this line is longer than 1 MB" in done.stderr) == (2, True)
