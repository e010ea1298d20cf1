"""Whole processes measured: wall time, processor time, and the most memory that a process and its children held together."""

import os
import platform
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

_BETWEEN_SAMPLES = 0.02
_KIB, _MIB = 1024, 1024 * 1024
_SHOWN = 400


@dataclass(frozen=True, slots=True)
class Run:
    """One process from start to end, children included: seconds, MiB, exit status, the end of what it wrote.

    `stopped`: it was still running at the limit.
    """

    wall: float
    cpu: float
    memory: float
    status: int
    told: str
    stopped: bool = False


def run(
    command: Sequence[str],
    *,
    limit: float = 600.0,
    interrupt_after: float | None = None,
    environment: Mapping[str, str] | None = None,
) -> Run:
    """Run `command` to its end, or for `limit` seconds; with `interrupt_after` it is sent Ctrl-C after as many seconds.

    Memory is the larger of what the system counted for the process itself and the largest sum over the tree at any sample:
    of memory that processes share each counts its part.
    """
    with tempfile.TemporaryFile() as told:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603  the commands are this program's own
            list(command), stdout=told, stderr=told, start_new_session=True, env={**_installed(), **(environment or {})}
        )
        over = threading.Event()
        samples: list[float] = []
        watcher = threading.Thread(target=_watch, args=(process.pid, over, samples), daemon=True)
        watcher.start()
        stopped = threading.Event()
        timers = [threading.Timer(limit, _stop, (process.pid, stopped))]
        if interrupt_after is not None:
            timers.append(threading.Timer(interrupt_after, lambda: os.kill(process.pid, signal.SIGINT)))
        for timer in timers:
            timer.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        over.set()
        for timer in timers:
            timer.cancel()
        watcher.join()
        told.seek(0)
        end = told.read().decode(errors="replace")[-_SHOWN:]
    memory = max(used.ru_maxrss / _KIB, *samples, 0.0)
    return Run(wall, used.ru_utime + used.ru_stime, memory, process.returncode, end, stopped.is_set())


def _installed() -> dict[str, str]:
    """The environment, in which modules are compiled once and kept, as those of an installed package are."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _stop(pid: int, stopped: threading.Event) -> None:
    stopped.set()
    os.killpg(pid, signal.SIGKILL)


def _watch(pid: int, over: threading.Event, samples: list[float]) -> None:
    """Add the memory of the tree below `pid` in MiB, again and again, while it has children."""
    import psutil

    while not over.wait(_BETWEEN_SAMPLES):
        try:
            root = psutil.Process(pid)
            tree = [root, *root.children(recursive=True)]
        except psutil.NoSuchProcess:
            return
        if len(tree) > 1:
            samples.append(sum(map(_share, tree)) / _MIB)


def _share(process: Any) -> int:
    import psutil

    try:
        return int(process.memory_full_info().pss)
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0


def machine(*packages: str) -> dict[str, Any]:
    """What the figures depend on: processor, cores, memory, system, and the versions of `packages`."""
    import psutil

    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    model = next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.processor()
    )
    return {
        "processor": model,
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gib": round(psutil.virtual_memory().total / _MIB / 1024, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "versions": {name: _version(name) for name in packages},
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def supported(option: str) -> bool:
    """Whether `pkcheck check` of this installation knows `option`."""
    told = subprocess.run([*PKCHECK, "check", "--help"], capture_output=True, text=True, check=True)  # noqa: S603
    return option in told.stdout.replace(",", " ").split()


PKCHECK = (sys.executable, "-m", "pkcheck")
