"""How far a reading is, on one line of a terminal that is written over and wiped in the end."""

import os
import shutil
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from pkcheck import help_texts
from pkcheck.reading import Step, Watch
from pkcheck.texts import Lang

_FIRST_AFTER, _AGAIN_AFTER, _ESTIMATE_AFTER = 0.5, 0.2, 3.0
_MINUTE, _IN_MINUTES = 60, 90
_LATELY = 20.0  # seconds: pages of a scan take a hundred times as long as those with text


@contextmanager
def shown_on(
    stream: IO[str], lang: Lang, *, quiet: bool = False, clock: Callable[[], float] = time.monotonic
) -> Iterator[Watch | None]:
    """What `ReadingOptions.watch` wants; None where nobody looks. Quick readings show nothing."""
    begun = clock()
    marks: deque[tuple[float, int]] = deque([(begun, 0)])
    with _line_on(stream, quiet=quiet, start=begun + _FIRST_AFTER) as write:

        def watch(step: Step) -> None:
            now = clock()
            if step.pages_done != marks[-1][1]:
                marks.append((now, step.pages_done))
            while len(marks) > 2 and marks[1][0] < now - _LATELY:  # noqa: PLR2004  a pace lies between two
                marks.popleft()
            (start, before), (end, done) = marks[0], marks[-1]
            if write:
                write(now, lambda: words(step, end - start, lang, since=now - end, pages=done - before))

        yield watch if write else None


@contextmanager
def counted_on(
    stream: IO[str], lang: Lang, *, quiet: bool = False, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[int, float | None], None] | None]:
    """What is told how many agreements were judged, and which share of all that is; None where nobody looks."""
    begun = clock()
    with _line_on(stream, quiet=quiet, start=begun + _AGAIN_AFTER) as write:

        def far(done: int, share: float | None) -> None:
            now = clock()
            if write:
                write(now, lambda: count_words(done, share, now - begun, lang))

        yield far if write else None


_Write = Callable[[float, Callable[[], str]], None]


@contextmanager
def _line_on(stream: IO[str], *, quiet: bool, start: float) -> Iterator[_Write | None]:
    """What writes a line over the last one, made at a time that it is told, from `start` on and not too often."""
    if quiet or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    shown, after = "", start

    def write(now: float, make: Callable[[], str]) -> None:
        nonlocal shown, after
        if now < after:
            return
        line = make()[: shutil.get_terminal_size((80, 24)).columns - 1]  # a full line would wrap
        _over(stream, shown, line)
        shown, after = line, now + _AGAIN_AFTER

    try:
        yield write
    finally:
        if shown:
            _over(stream, shown, "")


def count_words(done: int, share: float | None, seconds: float, lang: Lang) -> str:
    """The line: agreements, how many in a second, and the time left where the share of the whole is known."""
    line = help_texts.COUNTED.say(lang, done=done, rate=round(done / max(seconds, _AGAIN_AFTER)))
    left = seconds * (1 - share) / share if share and seconds >= _ESTIMATE_AFTER else 0.0
    return f"{line}, {_left(left, lang)}" if left >= 1 else line


def _left(seconds: float, lang: Lang) -> str:
    in_minutes = seconds >= _IN_MINUTES
    text = help_texts.PROGRESS_MINUTES if in_minutes else help_texts.PROGRESS_SECONDS
    return text.say(lang, left=round(seconds / _MINUTE if in_minutes else seconds))


def words(step: Step, seconds: float, lang: Lang, since: float = 0.0, pages: int | None = None) -> str:
    """The line: files, pages, time left, pages in a time; each only once there is something to say.

    In the `seconds` before the last page was done, `since` seconds ago, these `pages` were done; all of them by default.
    """
    parts = [help_texts.PROGRESS_FILES.say(lang, done=step.files_done, files=step.files)]
    if step.pages:
        parts.append(help_texts.PROGRESS_PAGES.say(lang, done=step.pages_done, pages=step.pages))
    lately = step.pages_done if pages is None else pages
    if lately and seconds + since >= _ESTIMATE_AFTER:
        left = seconds / lately * (_expected(step) - step.pages_done) - since
        if left >= 1:
            parts.append(_left(left, lang))
        parts.append(_rate(lately / max(seconds, _AGAIN_AFTER), lang))
    return ", ".join(parts)


def _rate(in_a_second: float, lang: Lang) -> str:
    if in_a_second >= 1:
        return help_texts.PROGRESS_RATE.say(lang, rate=round(in_a_second, 1))
    return help_texts.PROGRESS_SLOW_RATE.say(lang, rate=round(in_a_second * _MINUTE, 1))


def _expected(step: Step) -> float:
    """The pages of all files, as if those not yet opened were like the others."""
    return step.pages + step.waiting * step.pages / max(step.opened, 1)


def _over(stream: IO[str], old: str, new: str) -> None:
    """Blanks wipe what was longer: no control sequence, which an older console would print."""
    stream.write(f"\r{new}{' ' * (len(old) - len(new))}")
    if not new:
        stream.write("\r")
    stream.flush()
