"""Calls carried out in other processes. A process that dies fails the one call that it was at, and no other."""

import contextlib
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from pkcheck import machine

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")
_MEMORY_EACH = 2 * 2**30


class WorkerDiedError(Exception):
    """The process that a call ran in is gone: most likely the system took its memory back."""


def default_jobs() -> int:
    """As many as there are processor cores for us, and no more than the memory holds at 2 GiB each."""
    memory = machine.memory()
    return max(1, machine.cores() if memory is None else min(machine.cores(), memory // _MEMORY_EACH))


class Here:
    """The same calls in this process, at once."""

    count = 1

    def submit(
        self, function: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs
    ) -> Future[_Result]:
        """Call, and keep what came of it."""
        future: Future[_Result] = Future()
        try:
            future.set_result(function(*given, **named))
        except Exception as error:  # noqa: BLE001  whoever asks for the result is told
            future.set_exception(error)
        return future

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class Elsewhere:
    """Up to `count` processes, each started when there is something for it to do.

    Functions, arguments and results must be such that another process can be handed them. Leaving by an exception (an
    interrupt, too) ends the processes at once, whatever they are at.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self._threads = ThreadPoolExecutor(count, "pkcheck")
        self._own = threading.local()
        self._lanes: set[_Lane] = set()
        self._ended = threading.Event()

    def submit(
        self, function: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs
    ) -> Future[_Result]:
        """A future of the call; it raises WorkerDiedError where the process did not live to the end of it."""
        return self._threads.submit(partial(self._call, function, *given, **named))

    def _call(self, function: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs) -> _Result:
        """One thread has one process with one call at a time: so it is known which call killed it."""
        lane: _Lane | None = getattr(self._own, "lane", None)
        try:
            if lane is None:
                lane = self._own.lane = _Lane()
                self._lanes.add(lane)
                lane.start()
            if self._ended.is_set():
                raise WorkerDiedError
            return lane.pool.submit(function, *given, **named).result()
        except BrokenProcessPool as error:
            self._own.lane = None
            if lane is not None:
                self._lanes.discard(lane)
            raise WorkerDiedError from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._threads.shutdown(wait=False, cancel_futures=True)
        if kind is not None:
            for lane in tuple(self._lanes):
                lane.kill()
        self._threads.shutdown(wait=True)
        for lane in self._lanes:
            lane.pool.shutdown(wait=True, cancel_futures=True)


class _Lane:
    def __init__(self) -> None:
        # Spawned on every system alike: a copy of a process with threads may hang.
        self.pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=_leave_interrupts_to_the_parent)
        self.pid: int | None = None

    def start(self) -> None:
        """A process inherits which signals are blocked, and so keeps still about an interrupt even while it starts."""
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        self.pid = self.pool.submit(os.getpid).result()
        # The process has this end of the pipe for results; while it is open here, too, nobody would ever see the end of
        # a result that the process was killed in the middle of.
        self.pool._result_queue._writer.close()  # type: ignore[attr-defined]  # noqa: SLF001

    def kill(self) -> None:
        if self.pid is not None:
            with contextlib.suppress(OSError):
                os.kill(self.pid, signal.SIGTERM)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
