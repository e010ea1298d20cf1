"""Data judged agency by agency: cut, brought together, decoded, packed or not, and the same as if judged as one set."""

import datetime
import gzip
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from pkcheck import api
from pkcheck.config import Settings
from pkcheck.errors import InputError
from pkcheck.reporting import Style, formats
from pkcheck.stream.agencies import ScatteredError, agencies_of, key_of, survey
from pkcheck.stream.check import Run, pieces
from pkcheck.stream.decoding import decoded
from pkcheck.stream.judging import Job
from pkcheck.stream.lines import Line, is_streamed, lines_of
from pkcheck.stream.running import Plan
from pkcheck.stream.scattered import brought_together

WriteLines = Callable[..., Path]
MakeRecord = Callable[..., dict[str, object]]


def line(agency: str | None, at: int = 0, number: int = 1) -> Line:
    own = {"institution": agency} if agency else {}
    return Line("pk.jsonl", number, json.dumps({"id": f"{agency}-{at}".lower().replace(" ", "-"), **own}).encode())


NAMES = st.lists(st.sampled_from(["Dinas A", "Dinas B", "Kantor C", None]), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ('{"id": "a", "institution": "Dinas  Pendidikan"}', "dinas pendidikan"),
        ('{"institution":"DINAS PENDIDIKAN","id":"a"}', "dinas pendidikan"),
        ('{"id": "a", "institution": null}', ""),
        ('{"id": "a"}', ""),
        ('{"unit": "\\"institution\\": \\"X\\"", "institution": "Y"}', "y"),
        ('{"institution": "Dinas \\u0041"}', "dinas a"),
        ("no json", ""),
    ],
)
def test_an_agency_is_told_by_its_name_as_it_is_compared(written: str, key: str) -> None:
    assert key_of(Line("pk.jsonl", 1, written.encode())) == key


@given(NAMES)
def test_brought_together_every_agency_comes_once_in_the_order_of_its_first_line(names: list[str | None]) -> None:
    lines = [line(name, at, at + 1) for at, name in enumerate(names)]
    with tempfile.TemporaryDirectory() as folder:
        together = list(brought_together(lines, Path(folder), 2**20))
    first = list(dict.fromkeys(names))
    assert together == [tuple(each for each, own in zip(lines, names, strict=True) if own == name) for name in first]
    assert [key_of(agency[0]) for agency in together] == [(name or "").lower() for name in first]


@given(NAMES)
def test_an_agency_that_comes_again_is_seen(names: list[str | None]) -> None:
    lines = [line(name, at, at + 1) for at, name in enumerate(names)]
    runs = [name for at, name in enumerate(names) if at == 0 or names[at - 1] != name]
    comes_again = len(runs) > len(set(runs))
    assert survey(lines).scattered is comes_again
    if comes_again:
        with pytest.raises(ScatteredError):
            list(agencies_of(lines))
    else:
        assert [each for agency in agencies_of(lines) for each in agency] == lines


def test_packed_lines_are_the_same_lines(write_lines: WriteLines, record: MakeRecord, tmp_path: Path) -> None:
    plain = write_lines(["\ufeff" + json.dumps(record("Dinas A", 0)), "", record("Dinas A", 1)])
    data = plain.read_bytes()
    (tmp_path / "pk.jsonl.gz").write_bytes(gzip.compress(data))
    (tmp_path / "pk.jsonl.zst").write_bytes(zstandard.compress(data))
    expected = [(1, json.dumps(record("Dinas A", 0)).encode()), (3, json.dumps(record("Dinas A", 1)).encode())]
    for name in ("pk.jsonl", "pk.jsonl.gz", "pk.jsonl.zst"):
        assert [(each.number, each.data) for each in lines_of(str(tmp_path / name))] == expected


@pytest.mark.parametrize("name", ["pk.jsonl.gz", "pk.jsonl.zst", "pk.parquet"])
def test_what_is_not_what_its_name_says_is_an_error_with_its_file(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"no such thing")
    with pytest.raises(InputError) as caught:
        list(lines_of(str(tmp_path / name)))
    assert caught.value.file == str(tmp_path / name)


def test_a_packed_file_that_is_cut_off_gives_what_came_before(record: MakeRecord, tmp_path: Path) -> None:
    lines = b"".join(
        json.dumps(record("Dinas A", at, unit=os.urandom(200).hex())).encode() + b"\n" for at in range(2_000)
    )
    (tmp_path / "pk.jsonl.gz").write_bytes(gzip.compress(lines)[:-200])
    assert 0 < len(_until_it_fails(tmp_path / "pk.jsonl.gz")) < 2_000


def _until_it_fails(file: Path) -> list[Line]:
    found: list[Line] = []
    with pytest.raises(InputError):
        _add(lines_of(str(file)), found)
    return found


def _add(lines: Iterator[Line], found: list[Line]) -> None:
    for each in lines:
        found.append(each)  # noqa: PERF402  kept one by one, for when the next one fails


def test_which_files_are_read_line_by_line() -> None:
    names = [
        "a.jsonl",
        "a.NDJSON",
        "a.jsonl.gz",
        "a.ndjson.zst",
        "a.parquet",
        "a.json",
        "a.yaml",
        "a.gz",
        "a.parquet.gz",
    ]
    assert [is_streamed(name) for name in names] == [True, True, True, True, True, False, False, False, False]


def test_of_an_agency_with_a_line_that_is_no_agreement_nothing_is_judged_and_all_is_told() -> None:
    lines = [
        line("Dinas A", 0, 1),
        Line("pk.jsonl", 2, b'{"id": "x", "unknown": 1}'),
        Line("pk.jsonl", 3, b"{"),
        line("Dinas A", 0, 4),
        Line("pk.jsonl", 5, '{"id": "y", "unit": "Désa"}'.encode("cp1252")),
    ]
    agreements, notes = decoded(lines)
    assert agreements == ()
    assert [(file, note.level, note.source.line) for file, note in notes] == [
        ("pk.jsonl", "problem", 2),
        ("pk.jsonl", "problem", 3),
        ("pk.jsonl", "problem", 4),
        ("pk.jsonl", "remark", 5),
        ("pk.jsonl", "problem", 1),
    ]
    assert [note.facts.get("count") for _, note in notes] == [None, None, None, None, 2]


def test_letters_of_an_old_code_page_are_read_with_a_remark() -> None:
    (agreement,), ((_, note),) = decoded([Line("pk.jsonl", 5, '{"id": "y", "unit": "Désa"}'.encode("cp1252"))])
    assert (agreement.unit, note.level) == ("Désa", "remark")


def test_parquet_gives_the_same_agreements(write_lines: WriteLines, record: MakeRecord, tmp_path: Path) -> None:
    objectives = [{"no": 1, "text": "S", "indicators": [{"text": "I", "target": {"raw": "90%"}, "derives_from": []}]}]
    records = [record("Dinas A", at, objectives=objectives) for at in range(3)]
    plain = write_lines(records)
    packed = tmp_path / "pk.parquet"
    duckdb.read_json(str(plain)).write_parquet(str(packed))
    one, _ = decoded(lines_of(str(plain)))
    other, notes = decoded(lines_of(str(packed)))
    assert notes == ()
    assert [each.model_copy(update={"source": None}).model_dump() for each in one] != []
    assert [_without_sources(each.model_dump()) for each in other] == [
        _without_sources(each.model_dump()) for each in one
    ]


def _without_sources(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_sources(each) for key, each in value.items() if key != "source"}
    return [_without_sources(each) for each in value] if isinstance(value, (list, tuple)) else value


def test_agency_by_agency_is_as_all_together(write_lines: WriteLines, record: MakeRecord) -> None:
    names = ["Dinas A", "Dinas B", "Kantor C"]
    records = [record(name, at, amount=60 + 10 * at) for name in names for at in range(3)]
    file = write_lines(records)
    whole = api.check([str(file)])
    for form in ("jsonl", "csv", "text", "json"):
        style = Style()
        expected = "\n".join(formats()[form].render(whole, style))
        assert _streamed(file, form, style) == expected


def _streamed(file: Path, form: str, style: Style) -> str:
    job = Job(Settings(), form, style, datetime.date(2026, 1, 1))
    return "\n".join(pieces(Run(), [str(file)], job, Plan()))
