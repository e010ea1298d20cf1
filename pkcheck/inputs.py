"""From paths to agreements: finds the files, reads each, and keeps account of what became of every one."""

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pkcheck import messages
from pkcheck.config import CONFIG_FILE
from pkcheck.data import Loaded, load
from pkcheck.documents.formats import SUFFIXES, Kind, foreign, is_data, kind_of
from pkcheck.documents.plain import decode
from pkcheck.documents.readers import is_readable, read_document
from pkcheck.errors import InputError
from pkcheck.model import Agreement, Source
from pkcheck.notes import Note

MAX_BYTES = 64 * 1024 * 1024
STDIN = "-"
_NOTHING = b" \t\r\n\f\v\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class InputReport:
    """What became of one file: read, skipped (nothing in it for us), or failed."""

    file: str
    status: Literal["read", "skipped", "failed"]
    kind: Kind | None
    agreements: int
    notes: tuple[Note, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether all of it could be used."""
        return self.status != "failed" and not any(note.level == "problem" for note in self.notes)


@dataclass(frozen=True, slots=True)
class Inputs:
    """All agreements that were read, ids unique, and the account of the files."""

    agreements: tuple[Agreement, ...]
    reports: tuple[InputReport, ...]


def read_inputs(paths: Sequence[str], aside: Sequence[str] = ()) -> Inputs:
    """Read every file that `paths` (files, folders, globs, `-`) lead to. One bad file never stops the others.

    Files `aside` have another part in the run (a baseline, a reference): in a folder they are passed over.
    """
    agreements: list[Agreement] = []
    reports: list[InputReport] = []
    owners: dict[str, str] = {}
    inferred: set[str] = set()
    kept_aside = {_Found(each, named=False).identity for each in aside}
    for found in _found(paths):
        if not found.named and (Path(found.file).name == CONFIG_FILE or found.identity in kept_aside):
            continue
        try:
            if found.problem:
                raise found.problem
            read, report = _read(found)
            given = report.kind is not None and is_data(report.kind)
            if given:
                _make_way(read, agreements, owners, inferred)
            fresh = [_unique(agreement, owners, found.shown, given=given) for agreement in read]
        except InputError as error:
            note = Note("problem", error.text, Source(file=error.file, line=error.line), error.facts)
            reports.append(InputReport(found.shown, "failed", None, 0, (note,)))
            continue
        owners.update(dict.fromkeys((agreement.id for agreement in fresh), found.shown))
        inferred.update(agreement.id for agreement in fresh if not given)
        agreements.extend(fresh)
        reports.append(report)
    return Inputs(tuple(agreements), tuple(reports))


@dataclass(frozen=True, slots=True)
class _Found:
    """A file that a path led to, whether it was named itself, and what is wrong where there is none."""

    file: str
    named: bool
    problem: InputError | None = None

    @property
    def shown(self) -> str:
        """The name as text; what is no UTF-8 in it is replaced."""
        return _as_text(self.file)

    @property
    def identity(self) -> object:
        """The same for every name of one file."""
        try:
            status = Path(self.file).stat()
        except (OSError, ValueError):
            return self.file
        return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(self.file)


def _as_text(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "replace")


def _found(paths: Sequence[str]) -> Iterator[_Found]:
    """Each file once, however often and by whatever names it is led to."""
    seen: set[object] = set()
    for path in paths:
        for found in _expanded(path):
            if found.identity not in seen:
                seen.add(found.identity)
                yield found


def _expanded(path: str) -> Iterator[_Found]:
    if path == STDIN:
        yield _Found(path, named=True)
    elif _is_folder(path):
        yield from _in_folder(path)
    elif glob.has_magic(path) and not _exists(path):
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207  Path.glob knows no absolute patterns
        for each in matches:
            if not _is_folder(each):
                yield _Found(each, named=True)
            elif "**" not in path:
                yield from _in_folder(each)
        if not matches:
            yield _Found(path, named=True, problem=InputError(messages.FILE_MISSING, _as_text(path)))
    else:
        yield _Found(path, named=True)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False


def _in_folder(top: str) -> Iterator[_Found]:
    """The files below a folder; linked folders too, but none twice, and nothing whose name begins with a dot."""
    failed: list[OSError] = []
    visited: set[str] = set()
    empty = True
    for folder, folders, files in os.walk(top, onerror=failed.append, followlinks=True):
        visited.add(os.path.realpath(folder))
        inner = [each for each in sorted(folders) if not each.startswith(".")]
        folders[:] = [each for each in inner if os.path.realpath(Path(folder, each)) not in visited]
        for path in (Path(folder, name) for name in sorted(files) if not name.startswith(".")):
            if path.is_file() or path.is_symlink():
                empty = False
                yield _Found(str(path), named=False)
    for error in failed:
        name = str(error.filename or top)
        problem = InputError(messages.FILE_UNREADABLE, _as_text(name), None, reason=error.strerror or str(error))
        yield _Found(name, named=True, problem=problem)
    if empty and not failed:
        yield _Found(top, named=True, problem=InputError(messages.FOLDER_EMPTY, _as_text(top)))


def _read(found: _Found) -> tuple[tuple[Agreement, ...], InputReport]:
    file, suffix = found.shown, Path(found.file).suffix
    if not found.named and not is_readable(SUFFIXES.get(suffix.lower(), "unknown")):
        note = Note("problem", messages.FORMAT_UNKNOWN, Source(file=file), {"suffix": suffix or Path(file).name})
        return (), InputReport(file, "skipped", None, 0, (note,))
    data = _bytes(found)
    kind = kind_of(data, suffix)
    if kind == "unknown":
        raise InputError(messages.FORMAT_UNKNOWN, file, None, suffix=foreign(data) or suffix)
    if not is_data(kind):
        return _read_document(data, file, kind, named=found.named)
    text, notes = decode(data, file)
    loaded: Loaded = load(text, file, kind)
    return loaded.agreements, InputReport(file, "read", kind, len(loaded.agreements), (*notes, *loaded.notes))


def _read_document(data: bytes, file: str, kind: Kind, *, named: bool) -> tuple[tuple[Agreement, ...], InputReport]:
    from pkcheck.interpret.agreements import interpret

    read = interpret(read_document(data, file, kind))
    if not read.agreements and not named:
        notes = tuple(replace(note, level="remark") for note in read.notes)
        return (), InputReport(file, "skipped", kind, 0, notes)
    status: Literal["read", "failed"] = "read" if read.agreements else "failed"
    return read.agreements, InputReport(file, status, kind, len(read.agreements), read.notes)


def _bytes(found: _Found) -> bytes:
    file = found.shown
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1) if found.file == STDIN else _file_bytes(Path(found.file))
    except FileNotFoundError as error:
        raise InputError(messages.FILE_MISSING, file) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(messages.FILE_UNREADABLE, file, None, reason=reason) from error
    if len(data) > MAX_BYTES:
        raise InputError(messages.FILE_TOO_LARGE, file, None, limit=MAX_BYTES // 2**20)
    if not data.strip(_NOTHING):
        raise InputError(messages.FILE_EMPTY, file, 1)
    return data


def _file_bytes(path: Path) -> bytes:
    """Never more than can be used: a device has no end, and no size."""
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def _make_way(
    given: Sequence[Agreement], agreements: list[Agreement], owners: dict[str, str], inferred: set[str]
) -> None:
    """An id that data gives goes before one that was made from a position in a text read earlier."""
    for name in {each.id for each in given} & inferred:
        at = next(at for at, each in enumerate(agreements) if each.id == name)
        agreements[at] = _unique(agreements[at], owners, owners[name], given=False)
        owners[agreements[at].id] = owners.pop(name)
        inferred.symmetric_difference_update({name, agreements[at].id})


def _unique(agreement: Agreement, owners: dict[str, str], file: str, *, given: bool) -> Agreement:
    """`agreement` under an id that no other file uses; an id that the data gives is never changed."""
    if agreement.id not in owners:
        return agreement
    if given:
        line = agreement.source.line if agreement.source else None
        raise InputError(messages.DATA_ID_TWICE, file, line, id=agreement.id, other=owners[agreement.id])
    number = next(n for n in range(2, len(owners) + 3) if f"{agreement.id}-{n}" not in owners)
    return _renamed(agreement, f"{agreement.id}-{number}")


def _renamed(agreement: Agreement, name: str) -> Agreement:
    objectives = tuple(
        objective.model_copy(
            update={
                "indicators": tuple(
                    each.model_copy(update={"id": f"{name}{each.id.removeprefix(agreement.id)}"})
                    for each in objective.indicators
                )
            }
        )
        for objective in agreement.objectives
    )
    unread = tuple(
        f"{name}{each.removeprefix(agreement.id)}" if each.startswith(f"{agreement.id}:") else each
        for each in agreement.unread
    )
    return agreement.model_copy(update={"id": name, "objectives": objectives, "unread": unread})
