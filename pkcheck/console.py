"""What goes to the screen, to a file and to standard error, and in which shape: streams, width, colour, reading notes."""

import datetime
import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

import click

from pkcheck import help_texts, messages
from pkcheck.display import clipped, json_text, place, visible
from pkcheck.errors import InputError, UsageError
from pkcheck.reporting import Format, Style
from pkcheck.texts import Lang

if TYPE_CHECKING:
    from pkcheck.api import Outcome
    from pkcheck.baseline import Compared
    from pkcheck.config import ReportSettings
    from pkcheck.findings import Coverage
    from pkcheck.inputs import InputReport
    from pkcheck.notes import Note
    from pkcheck.reading import ReadingOptions
    from pkcheck.summary import RuleState

_WIDTH, _WIDEST = 80, 100
_QUOTE_WIDTH = 120
_NAMED = 5


class _Named(Protocol):
    """What was read from a file."""

    @property
    def file(self) -> str: ...


def style_for(  # noqa: PLR0913  one for each side of a style
    lang: Lang,
    output: str | None,
    *,
    statistics: bool = False,
    quiet: bool = False,
    suppressed: bool = False,
    report: "ReportSettings | None" = None,
) -> Style:
    """Colour and the window's width for a person at a terminal, plain and of fixed width for everything else."""
    screen = output is None and _is_screen()
    width = min(shutil.get_terminal_size((_WIDTH, 24)).columns, _WIDEST) if screen else _WIDTH
    return Style(
        lang=lang,
        colour=screen and not os.environ.get("NO_COLOR"),
        width=max(width, _WIDTH // 2),
        statistics=statistics,
        quiet=quiet,
        suppressed=suppressed,
        report=report,
    )


def write(
    pieces: Iterable[str] | Iterable[bytes],
    output: str | None,
    inputs: Sequence[_Named],
    style: Style,
    option: str = "--output",
) -> None:
    """Write pieces to the screen or to a file, never over one of the inputs. Text ends its lines, bytes are as they are."""
    if output is None:
        _write_to_screen(pieces, style)
        return
    if any(_same_file(output, each.file) for each in inputs):
        raise UsageError(help_texts.OUTPUT_IS_INPUT, file=visible(output), option=option)
    coming = (_encoded(piece) for piece in pieces)
    # A report that cannot be made must not cost the one that is there.
    first = next(coming, b"")
    try:
        with Path(output).open("wb") as file:
            file.write(first)
            file.writelines(coming)
    except OSError as error:
        raise _unwritable(output, error, option) from error


def write_schema_beside(output: str) -> None:
    """Put the JSON Schema where the first line of a YAML file tells editors to look. Raises UsageError as `write` does."""
    from pkcheck.data import SCHEMA_FILE, json_schema

    if Path(output).is_file():  # and not a device
        beside = str(Path(output).parent / SCHEMA_FILE)
        write([json_text(json_schema(), indent=2)], beside, (), style_for("en", beside))


def require_file(form: Format, output: str | None) -> None:
    """Raise UsageError where a format that is not text would go to a terminal."""
    if form.binary and output is None and _is_screen():
        raise UsageError(help_texts.OUTPUT_NEEDED, name=form.name)


def _is_screen() -> bool:
    return sys.stdout.isatty()


def _encoded(piece: str | bytes) -> bytes:
    return piece if isinstance(piece, bytes) else f"{piece}\n".encode(errors="replace")


def _write_to_screen(pieces: Iterable[str] | Iterable[bytes], style: Style) -> None:
    """A reader that has seen enough (`| head`) is no error."""
    try:
        for piece in pieces:
            click.echo(piece, nl=isinstance(piece, str), color=style.colour)
        sys.stdout.flush()
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise _unwritable("stdout", error, "--output") from error
        # Otherwise the interpreter complains when it flushes the closed stream at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unwritable(file: str, error: OSError, option: str) -> UsageError:
    reason = error.strerror or str(error)
    return UsageError(help_texts.OUTPUT_UNWRITABLE, file=visible(file), reason=reason, option=option)


def _same_file(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


@contextmanager
def reading_options(jobs: int | None, lang: Lang, *, no_cache: bool, quiet: bool = False) -> "Iterator[ReadingOptions]":
    """How a command reads: with a cache, over processes, and with its progress on the terminal while it lasts."""
    from pkcheck.cache import Cache, cache_folder
    from pkcheck.parallel import default_jobs
    from pkcheck.progress import shown_on
    from pkcheck.reading import ReadingOptions

    cache = None if no_cache else Cache(cache_folder())
    with shown_on(sys.stderr, lang, quiet=quiet) as watch:
        yield ReadingOptions(jobs or default_jobs(), cache, watch)
    if cache and cache.problem and not quiet:
        message = help_texts.CACHE_UNUSABLE.say(lang, folder=visible(str(cache.folder)), reason=cache.problem)
        click.echo(message, err=True)


def tell_inputs(inputs: "Sequence[InputReport]", paths: Sequence[str], lang: Lang, *, quiet: bool = False) -> None:
    """Reading notes on standard error; quiet keeps the problems."""
    for report in inputs:
        for note in report.notes:
            if note.level == "problem" or not quiet:
                for line in _note_lines(note, report.file, lang):
                    click.echo(line, err=True)
    if not any(report.agreements for report in inputs):
        message = help_texts.NOTHING_READ.say(lang, paths=[visible(each) for each in paths])
        click.echo(help_texts.ERROR.say(lang, message=message), err=True)


def _note_lines(note: "Note", file: str, lang: Lang) -> Iterator[str]:
    source = note.source
    where = place(source.file or file, source.page, source.line, source.cell, lang)
    level = messages.STATUS_PROBLEM if note.level == "problem" else messages.STATUS_REMARK
    message = visible(note.text.say(lang, **note.facts))
    yield help_texts.NOTE_LINE.say(lang, place=where, level=level.say(lang), message=message)
    if note.quote:
        yield f"    {clipped(visible(note.quote), _QUOTE_WIDTH)}"


def tell_broken(coverage: "Iterable[Coverage]", lang: Lang) -> None:
    """Rules that broke, whatever the format: they are why the exit status is 2. What follows in lines stays in lines."""
    for each in coverage:
        if each.status == "broken" and each.reason:
            _tell_broken(each.code, each.reason.say(lang, **each.facts), lang)


def tell_broken_rules(states: "Iterable[RuleState]", lang: Lang) -> None:
    """The same of rules that are known by what was said of them."""
    for each in states:
        _tell_broken(each.code, each.reason, lang)


def _tell_broken(code: str, reason: str, lang: Lang) -> None:
    message = help_texts.ERROR.say(lang, message=help_texts.BROKEN.say(lang, code=code, reason=reason))
    for line in message.split("\n"):
        click.echo(visible(line), err=True)


def require_replaceable(baseline: str, output: str | None) -> None:
    """Raise UsageError where a baseline would be written over something else."""
    from pkcheck.baseline import read_baseline

    if output is not None and (baseline == output or _same_file(baseline, output)):
        raise UsageError(help_texts.BASELINE_IS_OUTPUT, file=visible(baseline))
    if Path(baseline).is_file() and Path(baseline).stat().st_size:
        try:
            read_baseline(baseline)
        except InputError as error:
            raise UsageError(help_texts.NO_BASELINE_THERE, file=visible(baseline)) from error


def write_baseline(outcome: "Outcome", file: str, style: Style) -> None:
    """Write down what is known from now on, and say so; not where nothing was read, as that would forget everything."""
    from pkcheck.baseline import baseline_of, to_text, user_name

    if not outcome.whole.agreements:
        click.echo(help_texts.BASELINE_NOT_WRITTEN.say(style.lang, file=visible(file)), err=True)
        return
    today = datetime.datetime.now().astimezone().date()
    known = baseline_of(outcome.findings, by=user_name(), date=today, lang=style.lang, known=outcome.known)
    write([to_text(known)], file, outcome.inputs, style, "--write-baseline")
    count = len(known.findings)
    click.echo(help_texts.BASELINE_WRITTEN.say(style.lang, file=visible(file), count=count), err=True)


def tell_gone(known: "Compared | None", lang: Lang) -> None:
    """Entries of a baseline that are no longer found: the first of them by name."""
    if known is None or not known.gone:
        return
    names = [visible(f"{each.code} {each.subject}") for each in known.gone[:_NAMED]]
    more = ["…"] if len(known.gone) > _NAMED else []
    click.echo(help_texts.BASELINE_GONE.say(lang, count=len(known.gone), names=[*names, *more]), err=True)


def write_any_letter(stream: IO[str] | None) -> None:
    """A console or pipe of an older code page gets UTF-8; what cannot be written is replaced, never an error."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
