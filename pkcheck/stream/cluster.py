"""Agencies judged on a cluster by dask.distributed: the same function, on whichever machine is free.

A worker that is lost costs the time of what it was at: the scheduler hands that to another, and what it gives counts once.
"""

import hashlib
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Any

from pkcheck import help_texts
from pkcheck.errors import UsageError
from pkcheck.stream.judging import AgencyResult
from pkcheck.stream.partitions import (
    PART,
    Partition,
    are_apart,
    judge_partition,
    judge_partitions,
    numbered,
    partitions_of,
    survey_of,
)
from pkcheck.stream.store import Store

_AHEAD = 4
"""Parts under way for each worker."""


def results_from_cluster(  # noqa: PLR0913  the cluster, and the run
    files: Sequence[str],
    job: bytes,
    *,
    scheduler: str | None = None,
    workers: int = 1,
    checkpoint: Store | None = None,
    run: bytes = b"",
    size: int = PART,
    together: int = 0,
) -> Iterator[AgencyResult]:
    """What is said of the agencies, in their order, a part of a file at a time.

    `scheduler` is the address of a cluster whose workers can open the same paths; without one `workers` processes are
    started here. A set of up to `together` agreements is one tree. Raises UsageError without the extra `dask`, where no cluster answers, and for scattered agencies.
    """
    with ExitStack() as stack:
        client = _client(stack, scheduler, workers)
        parts = list(partitions_of(files, size))
        surveys = client.gather(client.map(survey_of, parts, pure=False))
        if sum(each.lines for each in surveys) <= together:
            yield client.submit(judge_partitions, parts, job, pure=False).result()
            return
        if not are_apart(surveys):
            raise UsageError(help_texts.DASK_SCATTERED)
        parts = numbered(parts, surveys)
        ahead = _AHEAD * max(len(client.scheduler_info()["workers"]), 1)
        under_way: deque[_Part] = deque()
        for part in parts:
            under_way.append(_Part(client, part, job, checkpoint, run))
            if len(under_way) > ahead:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


class _Part:
    """A part on its way through the cluster, or one that the checkpoint knows."""

    def __init__(self, client: Any, part: Partition, job: bytes, checkpoint: Store | None, run: bytes) -> None:
        place = f"{part.file}\0{part.start}\0{part.end}".encode("utf-8", "surrogateescape")
        self._key, self._checkpoint = hashlib.blake2b(run + place, digest_size=16).digest(), checkpoint
        self._known = checkpoint.find(self._key) if checkpoint else None
        self._future: Any = None if self._known else client.submit(judge_partition, part, job, pure=False)

    def result(self) -> AgencyResult:
        """What is said of it; waits for the cluster."""
        if self._known:
            return self._known
        result: AgencyResult = self._future.result()
        if self._checkpoint:
            self._checkpoint.keep(self._key, result)
        return result


def _client(stack: ExitStack, scheduler: str | None, workers: int) -> Any:
    """The cluster's client, of a library that is typed in part."""
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise UsageError(help_texts.DASK_NEEDS, library=error.name or "distributed") from error
    try:
        if scheduler is not None:
            return stack.enter_context(Client(scheduler, timeout="20s", set_as_default=False))
        cluster = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=":0", silence_logs=50)
        return stack.enter_context(Client(stack.enter_context(cluster), set_as_default=False))
    except (OSError, ValueError) as error:
        raise UsageError(help_texts.DASK_NO_CLUSTER, address=scheduler or "-", problem=str(error)) from error
