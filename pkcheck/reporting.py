"""How renderers are found: every module of `pkcheck.reports` is one format, and nothing else names it.

A module has `FORMAT` and `render`, or, where the record of an outcome is all that it shows, `tell`: that renders what
`pkcheck report` reads back as well. It is imported to learn its format's name, so what is heavy in it (a library for
sheets, `pkcheck.tell`) is imported within `render`. A renderer yields pieces of text; each is one or more whole lines
without the last line end. A format that is `binary` yields bytes, which are written as they are.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pkcheck import report_texts
from pkcheck.errors import PkcheckError, UsageError
from pkcheck.texts import Lang, Text

if TYPE_CHECKING:
    from pkcheck.api import Difference, Outcome, Readings
    from pkcheck.config import ReportSettings
    from pkcheck.record import Recorded
    from pkcheck.summary import Account

Told = TypeVar("Told")
Pieces = Iterator[Any]  # of str; of bytes where the format is binary


@dataclass(frozen=True, slots=True)
class Style:
    """How the reader wants it: language, colour, columns; counts in place of findings; findings and nothing else.

    With `suppressed` the findings that are silenced are listed too, with by whom, why and until when. `report` is what a
    findings report says of the agency that makes it.
    """

    lang: Lang = "id"
    colour: bool = False
    width: int = 80
    statistics: bool = False
    quiet: bool = False
    suppressed: bool = False
    report: "ReportSettings | None" = None


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name, as the command line has it, and what it is; `binary` where a terminal can only spoil it."""

    name: str
    title: Text
    binary: bool = False


@dataclass(frozen=True, slots=True)
class LoadedFormat(Generic[Told]):
    """A format with its renderer; `tell` renders the record of an outcome, where that is enough for it."""

    format: Format
    render: Callable[[Told, Style], Pieces]
    tell: "Callable[[Recorded, Style], Pieces] | None" = None
    streamed: "Streamed | None" = None


@dataclass(frozen=True, slots=True)
class Streamed:
    """A format of text that can be written agency by agency: what comes first, of each agency, and under all of them.

    `silenced` gives what is said of an agency's silenced findings; that stands under all findings, and `end` is handed it.
    """

    each: "Callable[[Outcome, Style], Iterator[str]]"
    silenced: "Callable[[Outcome, Style], Iterator[str]]"
    begin: "Callable[[Style], Iterator[str]] | None" = None
    end: "Callable[[Account, Iterable[str], Style], Iterator[str]] | None" = None


def formats() -> "dict[str, LoadedFormat[Outcome]]":
    """The formats of findings, by name. Raises PkcheckError for a module that is no renderer."""
    return _formats_in("pkcheck.reports")


def record_formats() -> "dict[str, LoadedFormat[Recorded]]":
    """The formats of findings that need no more than their record. Raises PkcheckError for a module that is no renderer."""
    found = {name: (each.format, each.tell) for name, each in formats().items()}
    return {name: LoadedFormat(form, tell) for name, (form, tell) in found.items() if tell is not None}


def graph_formats() -> "dict[str, LoadedFormat[Any]]":
    """The formats of the graph, by name: those with `tell` show an Outcome, the others an AgreementSet. Raises PkcheckError for a module that is no renderer."""
    return _formats_in("pkcheck.reports.graphs")


def reading_formats() -> "dict[str, LoadedFormat[Readings]]":
    """The formats of a reading beside its document, by name. Raises PkcheckError for a module that is no renderer."""
    return _formats_in("pkcheck.reports.readings")


def diff_formats() -> "dict[str, LoadedFormat[Difference]]":
    """The formats of a comparison, by name. Raises PkcheckError for a module that is no renderer."""
    return _formats_in("pkcheck.reports.diffs")


@contextmanager
def needing(form: Format, extra: str) -> Iterator[None]:
    """Around the import of what a format is made with. Raises UsageError where that comes with an extra not installed."""
    try:
        yield
    except ImportError as error:
        if (error.name or "").startswith("pkcheck"):
            raise
        raise UsageError(report_texts.FORMAT_NEEDS, name=form.name, library=error.name, extra=extra) from error


def _formats_in(name: str) -> dict[str, LoadedFormat[Any]]:
    package = importlib.import_module(name)
    found = pkgutil.iter_modules(package.__path__, f"{name}.")
    loaded: dict[str, LoadedFormat[Any]] = {}
    for module in sorted(each.name for each in found if not each.ispkg):
        fresh = _loaded(importlib.import_module(module))
        if loaded.setdefault(fresh.format.name, fresh) is not fresh:
            raise PkcheckError(report_texts.FORMAT_TWICE, name=fresh.format.name, path=module)
    return loaded


def _loaded(module: ModuleType) -> LoadedFormat[Any]:
    own, render, tell = (getattr(module, name, None) for name in ("FORMAT", "render", "tell"))
    path = module.__file__ or module.__name__
    if not isinstance(own, Format):
        raise PkcheckError(report_texts.FORMAT_WITHOUT, path=path, what="FORMAT: Format")
    each, silenced, begin, end = (getattr(module, name, None) for name in ("each", "silenced", "begin", "end"))
    streamed = Streamed(each, silenced, begin, end) if callable(each) and callable(silenced) else None
    if callable(tell):
        return LoadedFormat(own, _recording(tell), tell, streamed)
    if not callable(render):
        raise PkcheckError(report_texts.FORMAT_WITHOUT, path=path, what="render(...)")
    return LoadedFormat(own, render, streamed=streamed)


def _recording(tell: "Callable[[Recorded, Style], Pieces]") -> "Callable[[Outcome, Style], Pieces]":
    def render(outcome: "Outcome", style: Style) -> Iterator[Any]:
        from pkcheck.recording import recorded

        yield from tell(recorded(outcome, style.lang), style)

    return render
