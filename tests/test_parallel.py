"""Calls in other processes: results, errors, deaths and interrupts."""

import importlib
import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from pkcheck import machine, messages
from pkcheck.errors import InputError, UsageError
from pkcheck.parallel import Elsewhere, Here, WorkerDiedError, default_jobs

MODULE = """\
import os, struct, sys, time
from pkcheck import messages
from pkcheck.errors import InputError

def double(number):
    return 2 * number, os.getpid()

def refuse(file):
    raise InputError(messages.FILE_TOO_LARGE, file, 3, limit=64)

def die():
    os._exit(9)

def sleep(seconds):
    time.sleep(seconds)

def tell_half(told):
    frame = sys._getframe()
    while "result_queue" not in frame.f_locals:
        frame = frame.f_back
    os.write(frame.f_locals["result_queue"]._writer.fileno(), struct.pack("!i", 1000) + b"half of what was promised")
    open(told, "w").close()
    time.sleep(300)
"""
LEAVES = """import sys, time
from pathlib import Path
from calls_for_others import tell_half
from pkcheck.parallel import Elsewhere

if __name__ == "__main__":
    told = Path(sys.argv[1])
    try:
        with Elsewhere(1) as workers:
            workers.submit(tell_half, str(told))
            while not told.exists():
                time.sleep(0.01)
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        print("left")
"""


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A module that other processes can import."""
    (tmp_path / "calls_for_others.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "calls_for_others", raising=False)
    return importlib.import_module("calls_for_others")


def test_results_come_from_other_processes_and_errors_with_all_they_say(calls: Any) -> None:
    with Elsewhere(2) as workers:
        results = [workers.submit(calls.double, number) for number in range(5)]
        refused = workers.submit(calls.refuse, "a.pdf").exception()
        assert [each.result()[0] for each in results] == [0, 2, 4, 6, 8]
        assert os.getpid() not in {each.result()[1] for each in results}
    assert isinstance(refused, InputError)
    assert (refused.text, refused.place, refused.facts) == (messages.FILE_TOO_LARGE, "a.pdf:3", {"limit": 64})


def test_a_process_that_dies_fails_its_own_call_only(calls: Any) -> None:
    with Elsewhere(2) as workers:
        futures = [workers.submit(calls.double, 1), workers.submit(calls.die)]
        futures += [workers.submit(calls.double, number) for number in range(2, 6)]
        errors = [each.exception() for each in futures]
    assert [type(each) for each in errors] == [type(None), WorkerDiedError, *[type(None)] * 4]


def test_leaving_by_an_exception_ends_what_is_still_going_on(calls: Any) -> None:
    def interrupted() -> None:
        with Elsewhere(1) as workers:
            workers.submit(calls.double, 1).result()
            workers.submit(calls.sleep, 60)
            raise KeyboardInterrupt

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert time.monotonic() - started < 30


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of another kind there")
@pytest.mark.usefixtures("calls")
def test_a_process_that_is_ended_while_it_tells_its_result_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "leaves.py").write_text(LEAVES, encoding="utf-8")
    command = [sys.executable, "leaves.py", str(tmp_path / "told")]
    left = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (left.stdout, left.returncode) == ("left\n", 0)


def test_the_same_calls_can_be_made_here() -> None:
    with Here() as workers:
        assert workers.submit(divmod, 7, 2).result() == (3, 1)
        assert isinstance(workers.submit(divmod, 7, 0).exception(), ZeroDivisionError)


@pytest.mark.parametrize(
    ("cores", "gib", "jobs"),
    [(8, 32, 8), (8, 16, 8), (8, 15, 7), (8, 4, 2), (2, 64, 2), (4, 1, 1), (4, None, 4)],
)
def test_by_default_there_are_as_many_processes_as_cores_and_as_the_memory_holds(
    cores: int, gib: int | None, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "cores", lambda: cores)
    monkeypatch.setattr(machine, "memory", lambda: gib and gib * 2**30)
    assert default_jobs() == jobs


def test_errors_travel_with_their_facts() -> None:
    error = pickle.loads(pickle.dumps(UsageError(messages.FILE_TOO_LARGE, limit=3)))  # noqa: S301  our own
    assert (type(error), error.text, error.facts) == (UsageError, messages.FILE_TOO_LARGE, {"limit": 3})


SLOW = """\
import sys, time
sys.path.insert(0, {folder!r})
from pkcheck.documents import readers
from pkcheck.cli import main

if __name__ == "__main__":
    readers.READERS = {{**readers.READERS, "pdf": readers.Reader("endless_reader")}}
    main(["read", "--jobs", "2", "--no-cache", sys.argv[1]])
"""


@pytest.mark.skipif(os.name != "posix", reason="sends the signal of Ctrl-C to a group of processes")
def test_an_interrupt_stops_the_whole_command_at_once_and_quietly(tmp_path: Path) -> None:
    (tmp_path / "endless_reader.py").write_text(
        f"import pathlib, time\n\ndef read(data, file):\n    pathlib.Path({str(tmp_path / 'begun')!r}).touch()\n"
        "    time.sleep(120)\n",
        encoding="utf-8",
    )
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n")
    script = tmp_path / "command.py"
    script.write_text(SLOW.format(folder=str(tmp_path)), encoding="utf-8")
    command = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path / "a.pdf")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    until = time.monotonic() + 60
    while not (tmp_path / "begun").exists() and time.monotonic() < until:
        time.sleep(0.05)
    os.killpg(command.pid, signal.SIGINT)
    output, errors = command.communicate(timeout=60)
    assert (command.returncode, output, errors.decode()) == (130, b"", "")
