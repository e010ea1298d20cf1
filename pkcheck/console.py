"""What goes to the screen, to a file and to standard error, and in which shape: streams, width, colour, reading notes."""

import errno
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from pkcheck import help_texts, messages
from pkcheck.display import clipped, place, visible
from pkcheck.errors import UsageError
from pkcheck.reporting import Style
from pkcheck.texts import Lang

if TYPE_CHECKING:
    from pkcheck.api import Outcome
    from pkcheck.inputs import InputReport
    from pkcheck.notes import Note

_WIDTH, _WIDEST = 80, 100
_QUOTE_WIDTH = 120


def style_for(lang: Lang, output: str | None, *, statistics: bool = False, quiet: bool = False) -> Style:
    """Colour and the window's width for a person at a terminal, plain and of fixed width for everything else."""
    screen = output is None and sys.stdout.isatty()
    width = min(shutil.get_terminal_size((_WIDTH, 24)).columns, _WIDEST) if screen else _WIDTH
    return Style(
        lang=lang,
        colour=screen and not os.environ.get("NO_COLOR"),
        width=max(width, _WIDTH // 2),
        statistics=statistics,
        quiet=quiet,
    )


def write(pieces: Iterable[str], output: str | None, inputs: "Sequence[InputReport]", style: Style) -> None:
    """Write pieces to the screen or to a file, never over one of the inputs."""
    if output is None:
        _write_to_screen(pieces, style)
        return
    if any(_same_file(output, each.file) for each in inputs):
        raise UsageError(help_texts.OUTPUT_IS_INPUT, file=visible(output))
    try:
        with Path(output).open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.writelines(f"{piece}\n" for piece in pieces)
    except OSError as error:
        raise _unwritable(output, error) from error


def _write_to_screen(pieces: Iterable[str], style: Style) -> None:
    """A reader that has seen enough (`| head`) is no error."""
    try:
        for piece in pieces:
            click.echo(piece, color=style.colour)
        sys.stdout.flush()
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise _unwritable("stdout", error) from error
        # Otherwise the interpreter complains when it flushes the closed stream at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unwritable(file: str, error: OSError) -> UsageError:
    return UsageError(help_texts.OUTPUT_UNWRITABLE, file=visible(file), reason=error.strerror or str(error))


def _same_file(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


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


def tell_broken(outcome: "Outcome", lang: Lang) -> None:
    """Rules that broke, whatever the format: they are why the exit status is 2."""
    for each in outcome.judgement.coverage:
        if each.status == "broken" and each.reason:
            reason = visible(each.reason.say(lang, **each.facts))
            message = help_texts.BROKEN.say(lang, code=each.code, reason=reason)
            click.echo(help_texts.ERROR.say(lang, message=message), err=True)


def write_any_letter(stream: IO[str] | None) -> None:
    """A console or pipe of an older code page gets UTF-8; what cannot be written is replaced, never an error."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
