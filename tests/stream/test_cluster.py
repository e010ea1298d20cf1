"""A cluster gives the same, part by part, whatever becomes of a worker; parts hold whole agencies."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from distributed import Client, LocalCluster
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.cli import main
from pkcheck.config import Settings
from pkcheck.errors import UsageError
from pkcheck.reporting import Style
from pkcheck.stream.agencies import key_of
from pkcheck.stream.cluster import results_from_cluster
from pkcheck.stream.judging import Job
from pkcheck.stream.lines import lines_of
from pkcheck.stream.partitions import are_apart, numbered, partitions_of, survey_of
from pkcheck.stream.running import Files, Plan, results

MakeRecord = Callable[..., dict[str, object]]
WriteLines = Callable[..., Path]
JOB = Job(Settings(), "jsonl", Style(), date(2026, 1, 1)).packed()
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # sockets that the library leaves to the collector
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
SMALL = 3_000
"""Bytes of a part that holds a few agencies."""


@pytest.fixture
def data(record: MakeRecord, write_lines: WriteLines) -> Path:
    return write_lines([record(f"Dinas {number:03}", at, amount=60) for number in range(60) for at in range(3)])


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50) as local:
        yield local


@given(st.lists(st.integers(0, 6), min_size=1, max_size=40), st.integers(1, 400))
def test_parts_are_the_lines_of_the_file_and_cut_no_agency(agencies: list[int], size: int) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pk.jsonl"
        lines = [
            json.dumps({"id": f"{at}", "institution": f"Dinas {number}"}) for at, number in enumerate(sorted(agencies))
        ]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        parts = list(partitions_of([str(file)], size))
        surveys = [survey_of(part) for part in parts]
        read = [list(lines_of(part.file, part.start, part.end, part.first)) for part in numbered(parts, surveys)]
        assert [line for own in read for line in own] == list(lines_of(str(file)))
    assert are_apart(surveys)
    assert sum(len({key_of(line) for line in own}) for own in read) == len(set(agencies))


def test_a_cluster_says_the_same(data: Path, cluster: LocalCluster) -> None:
    here = "".join(each.text for each in results(Files([str(data)]), JOB, Plan()))
    there = results_from_cluster([str(data)], JOB, scheduler=cluster.scheduler_address, size=SMALL)
    assert "".join(each.text for each in there) == here


def test_what_a_lost_worker_had_is_done_again_once(data: Path) -> None:
    here = [each.text for each in results(Files([str(data)]), JOB, Plan())]
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50) as local:
        address = local.scheduler_address
        with Client(address, set_as_default=False) as client:
            processes = set(client.run(os.getpid).values())
            there = results_from_cluster([str(data)], JOB, scheduler=address, size=SMALL)
            texts = [next(there).text]
            os.kill(min(processes), signal.SIGKILL)
            texts += [each.text for each in there]
            client.wait_for_workers(2, timeout=60)
            assert set(client.run(os.getpid).values()) != processes
    assert "".join(texts) == "".join(here)
    assert len(texts) > 5


def test_scattered_agencies_are_refused(record: MakeRecord, write_lines: WriteLines, cluster: LocalCluster) -> None:
    records = [record(f"Dinas {number:03}", at) for at in range(3) for number in range(20)]
    with pytest.raises(UsageError, match="scattered"):
        list(results_from_cluster([str(write_lines(records))], JOB, scheduler=cluster.scheduler_address, size=SMALL))


def test_the_command_uses_the_cluster_that_it_is_given(data: Path, cluster: LocalCluster) -> None:
    told = {}
    for name, options in {"here": [], "dask": ["--engine", "dask", "--scheduler", cluster.scheduler_address]}.items():
        file = data.with_name(name)
        assert CliRunner().invoke(main, ["check", str(data), "-f", "csv", "-o", str(file), *options]).exit_code == 1
        told[name] = file.read_bytes()
    assert told["dask"] == told["here"]


def test_an_address_where_no_cluster_is_and_a_scheduler_without_one_are_refused(data: Path) -> None:
    result = CliRunner().invoke(main, ["check", str(data), "--scheduler", "tcp://127.0.0.1:1", "--lang", "en"])
    assert (result.exit_code, "--scheduler is only for --engine dask" in result.output) == (2, True)


def test_a_remote_path_is_read_as_a_local_one(data: Path) -> None:
    import fsspec

    with fsspec.open("memory://pk/a.jsonl", "wb") as remote:
        remote.write(data.read_bytes())
    outputs = []
    for path in (str(data), "memory://pk"):
        out = data.with_name("out.csv")
        result = CliRunner().invoke(main, ["check", path, "-f", "csv", "-o", str(out)])
        assert result.exit_code == 1, result.output
        outputs.append(out.read_text(encoding="utf-8").replace(str(data), "F").replace("memory:///pk/a.jsonl", "F"))
    assert outputs[0] == outputs[1]


def test_a_small_set_is_one_tree_and_linked_agencies_are_refused(
    record: MakeRecord, write_lines: WriteLines, cluster: LocalCluster
) -> None:
    head = record("Dinas A", 0)
    other = {**record("Dinas B", 0), "supervisor": head["id"]}
    file = write_lines([head, other])
    small = results_from_cluster([str(file)], JOB, scheduler=cluster.scheduler_address, together=2)
    assert [each.account.totals.agreements for each in small] == [2]
    with pytest.raises(UsageError, match="point to"):
        list(results_from_cluster([str(file)], JOB, scheduler=cluster.scheduler_address, together=1))
