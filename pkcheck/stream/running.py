"""The whole run: agencies are read, handed to whoever judges them, and what is said of them comes back in their order."""

import tempfile
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from pkcheck import messages
from pkcheck.errors import InputError, UsageError
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.parallel import Elsewhere, Here, WorkerDiedError
from pkcheck.stream.agencies import Agency, agencies_of, survey
from pkcheck.stream.judging import AgencyResult, judge_agencies, judge_each, together
from pkcheck.stream.lines import Line, is_plain, lines_of, size_of
from pkcheck.stream.scattered import brought_together
from pkcheck.stream.store import Store, key_of_content, key_of_place

_BATCH = 200
"""Agreements that are handed over at once, or as many more as one agency has."""
TOGETHER = 1_000
"""A set of no more agreements is one tree, whatever institutions it names, as it is from every other format."""
DEFAULT_MEMORY = 256 * 2**20


@dataclass
class Files:
    """The files of a run, what is wrong with them, and how far reading is, in bytes as they lie on disk."""

    names: Sequence[str]
    failed: dict[str, InputError] = field(default_factory=dict)
    _bytes: int = 0

    @property
    def share(self) -> float | None:
        """Which part of the files has been read; None where their size does not tell."""
        return self._bytes / max(self._size, 1) if self._size is not None else None

    @cached_property
    def _size(self) -> int | None:
        return sum(size_of(name) for name in self.names) if all(map(is_plain, self.names)) else None

    def lines(self) -> Iterator[Line]:
        """The lines of all of them; one that cannot be read to its end is noted, and left out from then on."""
        for name in self.names:
            if name in self.failed:
                continue
            try:
                for line in lines_of(name):
                    self._bytes += len(line.data) + 1
                    yield line
            except InputError as error:
                self.failed[name] = error

    def notes(self) -> Iterator[tuple[str, Note]]:
        """What is wrong with files."""
        for name, error in self.failed.items():
            yield name, Note("problem", error.text, Source(file=name, line=error.line), error.facts)


@dataclass(frozen=True)
class Plan:
    """How a run is carried out: by how many processes, within which memory where agencies lie scattered.

    `checkpoint` keeps what was judged by its place in files that did not change (`run` says which those are), `cache` by
    its content; `mark` and `run` tell what else decides what is said (see `pkcheck.stream.mark`). `engine` says who judges; `scheduler` is the address of a cluster that is there already.
    """

    jobs: int = 1
    memory: int = DEFAULT_MEMORY
    checkpoint: Store | None = None
    run: bytes = b""
    cache: Store | None = None
    mark: bytes = b""
    engine: Literal["local", "dask"] = "local"
    scheduler: str | None = None


def results(files: Files, job: bytes, plan: Plan) -> Iterator[AgencyResult]:
    """What is said of the agencies, in the order of their first lines, a batch at a time."""
    if plan.engine == "dask":
        from pkcheck.stream.cluster import results_from_cluster

        yield from results_from_cluster(
            files.names,
            job,
            scheduler=plan.scheduler,
            workers=plan.jobs,
            checkpoint=plan.checkpoint,
            run=plan.run,
            together=TOGETHER,
        )
        return
    with ExitStack() as stack:
        looked_at = Files(files.names)
        found = survey(looked_at.lines())
        files.failed.update(looked_at.failed)  # of one that ends too early the last agency would lack agreements
        if found.lines <= TOGETHER:
            agencies = iter([tuple(files.lines())] if found.lines else [])
        elif found.scattered or found.linked:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pkcheck-")))
            agencies = brought_together(files.lines(), folder, plan.memory, linked=found.linked)
        else:
            agencies = agencies_of(files.lines())
        workers: Here | Elsewhere = Here() if plan.jobs == 1 else Elsewhere(plan.jobs)
        stack.enter_context(workers)
        yield from _in_order(_batches(agencies), job, plan, workers)


def _batches(agencies: Iterator[Agency]) -> Iterator[list[Agency]]:
    batch: list[Agency] = []
    size = 0
    for agency in agencies:
        batch.append(agency)
        size += len(agency)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _in_order(
    batches: Iterator[list[Agency]], job: bytes, plan: Plan, workers: Here | Elsewhere
) -> Iterator[AgencyResult]:
    """A few batches are under way at a time, so that the first may be slow and memory stays bounded."""
    under_way: deque[_Batch] = deque()
    for agencies in batches:
        under_way.append(_Batch(agencies, job, plan, workers))
        if len(under_way) > (2 * workers.count if workers.count > 1 else 0):
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


class _Batch:
    """Agencies that are judged by one call, but for those of which it is known what is said of them."""

    def __init__(self, agencies: Sequence[Agency], job: bytes, plan: Plan, workers: Here | Elsewhere) -> None:
        self._plan, self._workers, self._job = plan, workers, job
        self._place = key_of_place(agencies, plan.run) if plan.checkpoint else b""
        self._known = plan.checkpoint.find(self._place) if plan.checkpoint else None
        self._keys = [key_of_content(each, plan.mark) for each in agencies] if plan.cache and not self._known else []
        self._found = [plan.cache.find(key) if plan.cache else None for key in self._keys]
        self._open = (
            [] if self._known else [each for at, each in enumerate(agencies) if not (self._found and self._found[at])]
        )
        self._future = self._asked() if self._open else None

    def _asked(self) -> "Future[list[AgencyResult]]":
        judge = judge_each if self._plan.cache else judge_agencies
        return self._workers.submit(judge, self._open, self._job)

    def result(self) -> AgencyResult:
        if self._known:
            return self._known
        fresh = iter(self._judged())
        if self._plan.cache:
            own = [each or next(fresh) for each in self._found]
            for key, known, each in zip(self._keys, self._found, own, strict=True):
                if known is None:
                    self._plan.cache.keep(key, each)
            whole = together(own)
        else:
            whole = next(fresh)
        if self._plan.checkpoint:
            self._plan.checkpoint.keep(self._place, whole)
        return whole

    def _judged(self) -> list[AgencyResult]:
        if self._future is None:
            return []
        try:
            return self._future.result()
        except WorkerDiedError:  # once more: the system may only have been short of memory for a moment
            try:
                return self._asked().result()
            except WorkerDiedError as error:
                first = self._open[0][0]
                raise UsageError(messages.JUDGING_DIED, place=f"{first.file}:{first.number}") from error
