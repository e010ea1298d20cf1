"""Waits until something changes in what a command was given, and says so: for checking again on every save."""

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pkcheck import help_texts
from pkcheck.errors import UsageError

_SETTLED, _AT_MOST = 400, 5_000
"""Milliseconds without a further change, and all in all: an office program saves in several steps."""
_LOOK = 200
_PROGRAMS_OWN = ("~$", ".~lock.", ".")
"""How files begin that programs put beside a document while it is open, and hidden ones."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Folders with all that is in them, and single files; `made` are files that a change is not to be seen in."""

    folders: frozenset[Path]
    files: frozenset[Path]
    made: frozenset[Path] = frozenset()

    def concerns(self, path: Path) -> bool:
        """Whether a change of `path` calls for another check."""
        if path in self.made:
            return False
        if path in self.files:
            return True
        within = next((folder for folder in self.folders if path.is_relative_to(folder)), None)
        return within is not None and not any(part.startswith(_PROGRAMS_OWN) for part in path.relative_to(within).parts)

    @property
    def places(self) -> frozenset[Path]:
        """The folders to be told of: of a file its own, as many programs save by putting a new one in its place."""
        return self.folders | {file.parent for file in self.files}


def watched(paths: Iterable[str], beside: Iterable[str] = (), made: Iterable[str | None] = ()) -> Watched:
    """What `paths` lead to: files, folders, patterns; `beside` are further files, such as settings, `made` the outputs.

    Raises UsageError for standard input, which does not change, and for a path that is not there.
    """
    folders, files = set(), {_absolute(each) for each in beside}
    for path in paths:
        if path == "-":
            raise UsageError(help_texts.WATCH_STDIN)
        if Path(path).is_dir():
            folders.add(_absolute(path))
        elif Path(path).exists():
            files.add(_absolute(path))
        elif glob.has_magic(path) and (base := _before_the_pattern(path)).is_dir():
            folders.add(base)
        else:
            raise UsageError(help_texts.WATCH_MISSING, path=path)
    return Watched(frozenset(folders), frozenset(files), frozenset(_absolute(each) for each in made if each))


def rounds(seen: Watched) -> Iterator[None]:
    """Yields at once, and again whenever something has changed and come to rest, until Ctrl-C.

    What changes while the caller is at work counts for the next round. Raises UsageError without the extra `watch`.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        raise UsageError(help_texts.WATCH_NEEDS, library=error.name or "watchfiles") from error
    looks = watch(
        *sorted(str(each) for each in seen.places),
        watch_filter=lambda _, path: seen.concerns(Path(path)),
        step=_SETTLED,
        debounce=_AT_MOST,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
        raise_interrupt=False,
        recursive=bool(seen.folders),
        ignore_permission_denied=True,
    )
    if next(looks, None) is not None:
        yield
    yield from (None for found in looks if found)


def _absolute(path: str) -> Path:
    return Path(path).resolve()


def _before_the_pattern(path: str) -> Path:
    """The folder of a pattern's first part that is one."""
    whole = Path(path)
    return next(parent for parent in whole.parents if not glob.has_magic(str(parent))).resolve()
