"""`pkcheck check` over agreement data, agency by agency: what the command line has to say about it, and what goes to the screen."""

import datetime
import sys
from collections.abc import Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from pkcheck import help_texts
from pkcheck.console import tell_broken_rules, tell_inputs, write
from pkcheck.errors import INTERRUPTED, UsageError
from pkcheck.model import Source
from pkcheck.parallel import default_jobs
from pkcheck.progress import counted_on
from pkcheck.reporting import LoadedFormat, Style
from pkcheck.stream.lines import size_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pkcheck.api import Outcome
    from pkcheck.config import Settings
    from pkcheck.stream.store import Store

_SMALL = 16 * 2**20


@dataclass(frozen=True, slots=True)
class StreamOptions:
    """How many processes judge (None: by size), within which memory, and what is remembered from one run to the next."""

    jobs: int | None = None
    memory: int | None = None
    cache: bool = False
    resume: bool = False
    engine: Literal["local", "dask"] = "local"
    scheduler: str | None = None


def fits(settings: "Settings", form: "LoadedFormat[Outcome]", style: Style) -> bool:
    """Whether what is asked can be said agency by agency: what looks at the set as a whole cannot."""
    whole = settings.reference or settings.baseline or settings.suppress or style.statistics
    return not whole and (form.streamed is not None or form.tell is not None)


def check_data(  # noqa: PLR0913, PLR0917  one for each side of a run
    names: Sequence[str],
    paths: Sequence[str],
    settings: "Settings",
    form: str,
    style: Style,
    output: str | None,
    how: StreamOptions,
) -> int:
    """Check and report; gives the exit status."""
    from pkcheck.stream.check import Run, pieces
    from pkcheck.stream.judging import Job
    from pkcheck.stream.mark import mark_of, run_mark
    from pkcheck.stream.running import DEFAULT_MEMORY, Plan

    if how.resume and output is None:
        raise UsageError(help_texts.RESUME_WITHOUT_OUTPUT)
    job = Job(settings, form, style, datetime.datetime.now().astimezone().date())
    run = Run()
    with _checkpoint(output, resume=how.resume) as checkpoint, _cache(how) as cache:
        mark = mark_of(job) if checkpoint or cache else b""
        plan = Plan(
            jobs=how.jobs or (default_jobs() if how.engine == "dask" else _jobs(names)),
            memory=how.memory or DEFAULT_MEMORY,
            checkpoint=checkpoint,
            run=run_mark(mark, names) if checkpoint else b"",
            cache=cache,
            mark=mark,
            engine=how.engine,
            scheduler=how.scheduler,
        )
        with counted_on(sys.stderr, style.lang, quiet=style.quiet) as far:
            inputs = [Source(file=name) for name in names]
            write(pieces(run, names, job, plan, far), output, (*inputs, *settings.report.sources), style)
        if checkpoint is not None and not run.partial:
            checkpoint.remove()
    tell_inputs(run.inputs, paths, style.lang, quiet=style.quiet)
    tell_broken_rules(run.broken, style.lang)
    if run.partial:
        if output is not None:
            click.echo(help_texts.STOPPED.say(style.lang), err=True)
        return INTERRUPTED
    return run.status(settings.fails_at)


def _jobs(names: Sequence[str]) -> int:
    """One process for what is done before others have started."""
    return 1 if sum(size_of(name) for name in names) < _SMALL else default_jobs()


@contextmanager
def _checkpoint(output: str | None, *, resume: bool) -> "Iterator[Store | None]":
    """Where what was judged is kept until the report is whole: beside it, if it is a file."""
    from pkcheck.stream.store import Store

    if output is None or (Path(output).exists() and not Path(output).is_file()):
        yield None
        return
    store = Store(Path(f"{output}.checkpoint"))
    if not resume:
        store.remove()
    with closing(store):
        yield store


@contextmanager
def _cache(how: StreamOptions) -> "Iterator[Store | None]":
    from pkcheck.cache import cache_folder
    from pkcheck.stream.store import Store

    folder = cache_folder() if how.cache else None
    if folder is None:
        yield None
        return
    with closing(Store(folder / "agencies.sqlite")) as store:
        yield store
