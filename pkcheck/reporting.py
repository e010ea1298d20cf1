"""How renderers are found: every module of `pkcheck.reports` is one format, and nothing else names it.

A module has `FORMAT` and `render`. It is imported to learn its format's name, so what is heavy in it (a library for
sheets, `pkcheck.tell`) is imported within `render`. A renderer yields pieces of text; each is one or more whole lines
without the last line end.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pkcheck import report_texts
from pkcheck.errors import PkcheckError
from pkcheck.texts import Lang, Text

if TYPE_CHECKING:
    from pkcheck.api import Difference, Outcome
    from pkcheck.graph import AgreementSet

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Style:
    """How the reader wants it: language, colour, columns; counts in place of findings; findings and nothing else.

    With `suppressed` the findings that are silenced are listed too, with by whom, why and until when.
    """

    lang: Lang = "id"
    colour: bool = False
    width: int = 80
    statistics: bool = False
    quiet: bool = False
    suppressed: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name, as the command line has it, and what it is."""

    name: str
    title: Text


@dataclass(frozen=True, slots=True)
class LoadedFormat(Generic[Told]):
    """A format with its renderer."""

    format: Format
    render: Callable[[Told, Style], Iterator[str]]


def formats() -> "dict[str, LoadedFormat[Outcome]]":
    """The formats of findings, by name. Raises PkcheckError for a module that is no renderer."""
    return _formats_in("pkcheck.reports")


def graph_formats() -> "dict[str, LoadedFormat[AgreementSet]]":
    """The formats of the graph, by name. Raises PkcheckError for a module that is no renderer."""
    return _formats_in("pkcheck.reports.graphs")


def diff_formats() -> "dict[str, LoadedFormat[Difference]]":
    """The formats of a comparison, by name. Raises PkcheckError for a module that is no renderer."""
    return _formats_in("pkcheck.reports.diffs")


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
    own, render = getattr(module, "FORMAT", None), getattr(module, "render", None)
    path = module.__file__ or module.__name__
    if not isinstance(own, Format):
        raise PkcheckError(report_texts.FORMAT_WITHOUT, path=path, what="FORMAT: Format")
    if not callable(render):
        raise PkcheckError(report_texts.FORMAT_WITHOUT, path=path, what="render(...)")
    return LoadedFormat(own, render)
