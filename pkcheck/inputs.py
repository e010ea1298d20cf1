"""From paths to agreements: finds the files, reads each, and keeps account of what became of every one."""

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pkcheck import messages
from pkcheck.data import Loaded, load
from pkcheck.documents.formats import SUFFIXES, Kind, foreign, kind_of
from pkcheck.documents.plain import decode, read_plain
from pkcheck.errors import InputError
from pkcheck.model import Agreement, Source
from pkcheck.notes import Note

MAX_BYTES = 64 * 1024 * 1024
STDIN = "-"


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


def read_inputs(paths: Sequence[str]) -> Inputs:
    """Read every file that `paths` (files, folders, globs, `-`) lead to. One bad file never stops the others."""
    agreements: list[Agreement] = []
    reports: list[InputReport] = []
    owners: dict[str, str] = {}
    for file, named in _files(paths):
        try:
            read, report = _read(file, named=named)
            fresh = [_unique(agreement, owners, file, given=report.kind != "text") for agreement in read]
        except InputError as error:
            note = Note("problem", error.text, Source(file=error.file, line=error.line), error.facts)
            reports.append(InputReport(file, "failed", None, 0, (note,)))
            continue
        owners.update(dict.fromkeys((agreement.id for agreement in fresh), file))
        agreements.extend(fresh)
        reports.append(report)
    return Inputs(tuple(agreements), tuple(reports))


def _files(paths: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each file once, and whether it was named itself rather than found in a folder."""
    seen: set[str] = set()
    for path in paths:
        for file, named in _expanded(path):
            if file not in seen:
                seen.add(file)
                yield file, named


def _expanded(path: str) -> Iterator[tuple[str, bool]]:
    if path == STDIN or not Path(path).is_dir():
        matches = (
            sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) and not Path(path).exists() else [path]
        )
        yield from ((each, True) for each in matches if not Path(each).is_dir())
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield str(Path(folder, name)), False


def _read(file: str, *, named: bool) -> tuple[tuple[Agreement, ...], InputReport]:
    suffix = Path(file).suffix
    if not named and suffix.lower() not in SUFFIXES:
        note = Note("problem", messages.FORMAT_UNKNOWN, Source(file=file), {"suffix": suffix or Path(file).name})
        return (), InputReport(file, "skipped", None, 0, (note,))
    data = _bytes(file)
    kind = kind_of(data, suffix)
    if kind == "unknown":
        raise InputError(messages.FORMAT_UNKNOWN, file, None, suffix=foreign(data) or suffix)
    if kind == "text":
        return _read_text(data, file, named=named)
    text, notes = decode(data, file)
    loaded: Loaded = load(text, file, kind)
    return loaded.agreements, InputReport(file, "read", kind, len(loaded.agreements), (*notes, *loaded.notes))


def _read_text(data: bytes, file: str, *, named: bool) -> tuple[tuple[Agreement, ...], InputReport]:
    from pkcheck.interpret.agreements import interpret

    read = interpret(read_plain(data, file))
    if not read.agreements and not named:
        notes = tuple(replace(note, level="remark") for note in read.notes)
        return (), InputReport(file, "skipped", "text", 0, notes)
    status: Literal["read", "failed"] = "read" if read.agreements else "failed"
    return read.agreements, InputReport(file, status, "text", len(read.agreements), read.notes)


def _bytes(file: str) -> bytes:
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1) if file == STDIN else _file_bytes(Path(file))
    except FileNotFoundError as error:
        raise InputError(messages.FILE_MISSING, file) from error
    except OSError as error:
        raise InputError(messages.FILE_UNREADABLE, file, None, reason=error.strerror or str(error)) from error
    if len(data) > MAX_BYTES:
        raise InputError(messages.FILE_TOO_LARGE, file, None, size=len(data) // 2**20, limit=MAX_BYTES // 2**20)
    if not data.strip():
        raise InputError(messages.FILE_EMPTY, file, 1)
    return data


def _file_bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise InputError(messages.FILE_TOO_LARGE, str(path), None, size=size // 2**20, limit=MAX_BYTES // 2**20)
    return path.read_bytes()


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
