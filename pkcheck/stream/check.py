"""`pkcheck check` over data of any amount: written as it is found, stopped cleanly, gone on with, accounted for."""

import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pkcheck import messages
from pkcheck.api import Outcome, fails
from pkcheck.collecting import collecting_seldom
from pkcheck.findings import Severity
from pkcheck.inputs import InputReport
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.plugins import RuleBook
from pkcheck.reporting import LoadedFormat, Style
from pkcheck.stream.ids import again
from pkcheck.stream.judging import Job, prepared
from pkcheck.stream.running import Files, Plan, results
from pkcheck.stream.whole import Whole
from pkcheck.summary import Account, RuleState

Far = Callable[[int, float | None], None]
"""Is told how many agreements are judged, and which share of the whole that is, where that is known."""


@dataclass
class Run:
    """What became of a run, complete once its pieces are written."""

    inputs: tuple[InputReport, ...] = ()
    account: Account | None = None
    worst: Severity | None = None
    partial: bool = False

    @property
    def broken(self) -> tuple[RuleState, ...]:
        """The rules that broke."""
        return tuple(each for each in (self.account.not_run if self.account else ()) if each.status == "broken")

    def status(self, fail_on: Severity | None) -> int:
        """The exit status, as `pkcheck.api.Outcome` has it."""
        read = self.account is not None and self.account.totals.agreements > 0
        if not read or self.broken or not all(each.usable for each in self.inputs):
            return 2
        return fails([self.worst] if self.worst else [], fail_on)


def pieces(run: Run, names: Sequence[str], job: Job, plan: Plan, far: Far | None = None) -> Iterator[Any]:
    """The pieces of the report; `run` is complete after the last. Ctrl-C ends it early, with what was found so far.

    Raises UsageError for a code or parameter that no rule has.
    """
    packed = job.packed()
    own, style, files = prepared(packed), job.style, Files(names)
    form = own.form
    with tempfile.TemporaryDirectory(prefix="pkcheck-") as folder:
        whole = Whole(Path(folder))
        try:
            if form.streamed and form.streamed.begin:
                yield from form.streamed.begin(style)
            with collecting_seldom(), _asked_to_stop() as stopped:
                for result in results(files, packed, plan):
                    whole.take(result)
                    if result.text:
                        yield result.text.removesuffix("\n")
                    if far:
                        far(whole.agreements, files.share)
                    if stopped.is_set():
                        run.partial = True
                        break
            run.inputs = _reports(files, whole, partial=run.partial)
            run.account, run.worst = whole.account(run.inputs), whole.worst
            yield from _end(form, whole, run, own.book, style)
        finally:
            whole.close()


def _end(form: LoadedFormat[Outcome], whole: Whole, run: Run, book: RuleBook, style: Style) -> Iterator[Any]:
    own = form.streamed
    if own is None and form.tell is not None:
        rules = {each.rule.code: each for each in book.rules}
        yield from form.tell(whole.recorded(run.inputs, rules, style.lang), style)
    elif own is not None and own.end is not None and run.account is not None:
        yield from own.end(run.account, whole.silenced(), style)
    else:
        yield from whole.silenced()


def _reports(files: Files, whole: Whole, *, partial: bool) -> tuple[InputReport, ...]:
    notes = [*whole.notes, *files.notes(), *_ids_twice(files, whole)]
    if partial:
        first = files.names[0]
        facts = {"agreements": whole.agreements}
        notes.insert(0, (first, Note("problem", messages.RUN_STOPPED, Source(file=first), facts)))
    by_file: dict[str, list[Note]] = {}
    for name, note in notes:
        by_file.setdefault(name, []).append(note)
    return tuple(
        InputReport(
            name,
            "failed" if name in files.failed and not whole.read[name] else "read",
            "jsonl",
            whole.read[name],
            tuple(by_file.get(name, ())),
        )
        for name in files.names
    )


def _ids_twice(files: Files, whole: Whole) -> Iterator[tuple[str, Note]]:
    """Within an agency that is told where it is decoded; this is of ids that several agencies use."""
    twice = whole.ids.twice()
    if twice:
        for line, name, other in again(files.lines(), twice):
            source = Source(file=line.file, line=line.number)
            yield line.file, Note("problem", messages.DATA_ID_TWICE, source, {"id": name, "other": other})


@contextmanager
def _asked_to_stop() -> Iterator[threading.Event]:
    """An event that the first Ctrl-C sets; the second is an interrupt as ever."""
    stopped = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stopped
        return
    usual = signal.getsignal(signal.SIGINT)

    def stop(*_: object) -> None:
        stopped.set()
        signal.signal(signal.SIGINT, usual)

    signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, usual)
