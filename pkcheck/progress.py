"""How far a reading is, on one line of a terminal that is written over and wiped in the end."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

from pkcheck import help_texts
from pkcheck.reading import Step, Watch
from pkcheck.texts import Lang

_FIRST_AFTER, _AGAIN_AFTER, _ESTIMATE_AFTER = 0.5, 0.2, 3.0
_MINUTE, _IN_MINUTES = 60, 90


@contextmanager
def shown_on(
    stream: IO[str], lang: Lang, *, quiet: bool = False, clock: Callable[[], float] = time.monotonic
) -> Iterator[Watch | None]:
    """What `ReadingOptions.watch` wants; None where nobody looks. Quick readings show nothing."""
    if quiet or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    begun = clock()
    shown, last = "", begun + _FIRST_AFTER - _AGAIN_AFTER
    pages_done, page_at = 0, begun

    def watch(step: Step) -> None:
        nonlocal shown, last, pages_done, page_at
        now = clock()
        if step.pages_done != pages_done:
            pages_done, page_at = step.pages_done, now
        if now - last < _AGAIN_AFTER:
            return
        width = shutil.get_terminal_size((80, 24)).columns - 1  # a full line would wrap
        line = words(step, page_at - begun, lang, since=now - page_at)[:width]
        _over(stream, shown, line)
        shown, last = line, now

    try:
        yield watch
    finally:
        if shown:
            _over(stream, shown, "")


def words(step: Step, seconds: float, lang: Lang, since: float = 0.0) -> str:
    """The line: files, pages, pages in a time, time left; each only once there is something to say.

    The last page was done after `seconds`, and `since` seconds ago.
    """
    parts = [help_texts.PROGRESS_FILES.say(lang, done=step.files_done, files=step.files)]
    if step.pages:
        parts.append(help_texts.PROGRESS_PAGES.say(lang, done=step.pages_done, pages=step.pages))
    if step.pages_done and seconds + since >= _ESTIMATE_AFTER:
        parts.append(_rate(step.pages_done / max(seconds, _AGAIN_AFTER), lang))
        left = seconds / step.pages_done * (_expected(step) - step.pages_done) - since
        if left >= 1:
            in_minutes = left >= _IN_MINUTES
            text = help_texts.PROGRESS_MINUTES if in_minutes else help_texts.PROGRESS_SECONDS
            parts.append(text.say(lang, left=round(left / _MINUTE if in_minutes else left)))
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
