"""From paths to agreements: finds the files, reads each, and keeps account of what became of every one."""

import glob
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, NoReturn

from pkcheck import messages
from pkcheck.config import CONFIG_FILE
from pkcheck.data import SCHEMA_FILE, Loaded, decode_line, load
from pkcheck.documents.archive import refuse
from pkcheck.documents.document import Document
from pkcheck.documents.foreign import advice, refusal, suffix_of
from pkcheck.documents.formats import SUFFIXES, Kind, is_data, kind_of
from pkcheck.documents.plain import decode
from pkcheck.documents.readers import is_readable
from pkcheck.errors import InputError
from pkcheck.knownnames import with_known_names
from pkcheck.knownwords import with_known_words
from pkcheck.model import Agreement, Source
from pkcheck.notes import Note
from pkcheck.reading import HEAVY, Paper, ReadingOptions, Taken, read_ahead
from pkcheck.stream.lines import is_packed, is_remote, is_streamed, lines_of, remote_files
from pkcheck.twins import FileReading, part_twins

MAX_BYTES = 64 * 1024 * 1024
STDIN = "-"
_NO_INPUTS = (CONFIG_FILE, SCHEMA_FILE)
_READ_WHOLE: frozenset[Kind] = frozenset({"text", "html"})
_OF_THE_SYSTEM = ("thumbs.db", "desktop.ini")
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


def data_files(paths: Sequence[str]) -> tuple[str, ...] | None:
    """The files that `paths` lead to, if all of them are agreement data that can be read line by line; else None."""
    if paths and all(is_remote(each) for each in paths):
        return tuple(name for each in paths for name in remote_files(each) if is_streamed(name)) or None
    names: list[str] = []
    for each in _found(paths):  # the first document among them ends the look
        if not each.named and Path(each.file).name in _NO_INPUTS:
            continue
        if each.problem or each.file == STDIN or not is_streamed(each.file) or not Path(each.file).is_file():
            return None
        names.append(each.file)
    return tuple(names) or None


Keep = Callable[[str, Kind, Document], None]
"""Is handed the path of a file, its kind and its document."""


def read_inputs(
    paths: Sequence[str],
    aside: Sequence[str] = (),
    reading: ReadingOptions | None = None,
    *,
    keep: Keep | None = None,
) -> Inputs:
    """Read every file that `paths` (files, folders, globs, `-`) lead to. One bad file never stops the others.

    Files `aside` have another part in the run (a baseline, a reference): in a folder they are passed over. Documents are
    let go once they are interpreted; who wants them is handed each (`keep`).
    """
    kept_aside = {_Found(each, named=False).identity for each in aside}
    wanted = [
        found
        for found in _found(paths)
        if found.named or not (Path(found.file).name in _NO_INPUTS or found.identity in kept_aside)
    ]
    heavy = sum(_expected(each) in HEAVY for each in wanted)
    opened = (_opened(each) for each in wanted)
    read: list[tuple[tuple[Agreement, ...], InputReport]] = []
    with closing(read_ahead(opened, reading or ReadingOptions(), files=len(wanted), slow=heavy)) as ahead:
        for file, taken in ahead:
            try:
                read.append(_read(file, taken, keep))
            except InputError as error:
                read.append(_failed(file.found.shown, error))
    named = with_known_names([agreements for agreements, _ in read])
    read = [
        (agreements, replace(report, notes=(*report.notes, *notes)))
        for (agreements, notes), (_, report) in zip(named, read, strict=True)
    ]
    parted = part_twins([FileReading(report.file, _is_given(report), agreements) for agreements, report in read])
    return _with_unique_ids(
        [
            (left.agreements, replace(report, agreements=len(left.agreements), notes=(*report.notes, *left.notes)))
            for left, (_, report) in zip(parted, read, strict=True)
        ]
    )


def _failed(file: str, error: InputError) -> tuple[tuple[Agreement, ...], InputReport]:
    note = Note("problem", error.text, Source(file=error.file, line=error.line), error.facts)
    return (), InputReport(file, "failed", None, 0, (note,))


def _is_given(report: InputReport) -> bool:
    """Whether a file has ids of its own."""
    return report.kind is not None and is_data(report.kind)


def _with_unique_ids(read: Sequence[tuple[tuple[Agreement, ...], InputReport]]) -> Inputs:
    agreements: list[Agreement] = []
    reports: list[InputReport] = []
    owners: dict[str, str] = {}
    inferred: set[str] = set()
    for found, report in read:
        given = _is_given(report)
        try:
            if given:
                _make_way(found, agreements, owners, inferred)
            fresh = [_unique(agreement, owners, report.file, given=given) for agreement in found]
        except InputError as error:
            reports.append(_failed(report.file, error)[1])
            continue
        owners.update(dict.fromkeys((agreement.id for agreement in fresh), report.file))
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
    """The files below a folder; linked folders too, but none twice, and nothing that only programs see."""
    failed: list[OSError] = []
    visited: set[str] = set()
    empty = True
    for folder, folders, files in os.walk(top, onerror=failed.append, followlinks=True):
        visited.add(os.path.realpath(folder))
        inner = [each for each in sorted(folders) if not each.startswith(".")]
        folders[:] = [each for each in inner if os.path.realpath(Path(folder, each)) not in visited]
        for path in (Path(folder, name) for name in sorted(files) if not _is_of_a_program(name)):
            if path.is_file() or (path.is_symlink() and not path.exists()):
                empty = False
                yield _Found(str(path), named=False)
    for error in failed:
        name = str(error.filename or top)
        problem = InputError(messages.FILE_UNREADABLE, _as_text(name), None, reason=error.strerror or str(error))
        yield _Found(name, named=True, problem=problem)
    if empty and not failed:
        yield _Found(top, named=True, problem=InputError(messages.FOLDER_EMPTY, _as_text(top)))


def _is_of_a_program(name: str) -> bool:
    """A file that a program or the system put beside documents: hidden ones, Office's mark of an open document."""
    return name.startswith((".", "~$")) or name.lower() in _OF_THE_SYSTEM


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file after a look into it; `data` only where it is agreement data, as a document is read by its reader."""

    found: _Found
    kind: Kind = "unknown"
    data: bytes = b""
    problem: InputError | None = None
    passed_over: bool = False
    packed: bool = False


def _expected(found: _Found) -> Kind:
    return SUFFIXES.get(Path(found.file).suffix.lower(), "unknown")


def _opened(found: _Found) -> tuple[_Opened, Paper | None]:
    if found.problem:
        return _Opened(found, problem=found.problem), None
    if found.file != STDIN and is_packed(found.file):
        return _Opened(found, "jsonl", packed=True), None
    if not found.named and not is_readable(_expected(found)):
        return _Opened(found, passed_over=True), None
    try:
        data, suffix = _bytes(found), Path(found.file).suffix
        kind = kind_of(data, suffix)
        if kind == "unknown":
            _refuse(data, found.shown, suffix)
    except InputError as error:
        return _Opened(found, problem=error), None
    if is_data(kind):
        return _Opened(found, kind, data), None
    return _Opened(found, kind), Paper(data, found.shown, kind, suffix)


def _refuse(data: bytes, file: str, suffix: str) -> NoReturn:
    refuse(data, file)
    raise refusal(suffix_of(data, suffix) or suffix, file)


def _read(opened: _Opened, taken: Taken | None, keep: Keep | None) -> tuple[tuple[Agreement, ...], InputReport]:
    if opened.problem:
        raise opened.problem
    found, file, kind = opened.found, opened.found.shown, opened.kind
    if opened.passed_over:
        suffix = Path(found.file).suffix
        note = Note("problem", advice(suffix), Source(file=file), {"suffix": suffix or Path(file).name})
        return (), InputReport(file, "skipped", None, 0, (note,))
    if taken:
        document = with_known_words(taken())
        if keep:
            keep(found.file, kind, document)
        return _interpreted(document, file, kind, named=found.named)
    if not is_data(kind):
        raise AssertionError("what is no data is taken")
    if opened.packed:
        unpacked = _unpacked(found)
        return unpacked.agreements, InputReport(file, "read", kind, len(unpacked.agreements), unpacked.notes)
    text, notes = decode(opened.data, file)
    loaded: Loaded = load(text, file, kind)
    return loaded.agreements, InputReport(file, "read", kind, len(loaded.agreements), (*notes, *loaded.notes))


def _unpacked(found: _Found) -> Loaded:
    """Packed lines and Parquet: whole, as every other file, and no larger."""
    agreements: dict[str, Agreement] = {}
    notes: list[Note] = []
    size = 0
    for line in lines_of(found.file):
        size += len(line.data)
        if size > MAX_BYTES:
            raise InputError(messages.FILE_TOO_LARGE, found.shown, None, limit=MAX_BYTES // 2**20)
        try:
            loaded = decode_line(line.data, found.shown, line.number)
        except UnicodeDecodeError as error:
            facts = {"format": "JSON", "problem": str(error)}
            raise InputError(messages.DATA_SYNTAX, found.shown, line.number, **facts) from error
        for each in loaded.agreements:
            if each.id in agreements:
                raise InputError(messages.DATA_ID_TWICE, found.shown, line.number, id=each.id, other=found.shown)
            agreements[each.id] = each
        notes.extend(loaded.notes)
    if not agreements:
        raise InputError(messages.FILE_EMPTY, found.shown, 1)
    return Loaded(tuple(agreements.values()), tuple(notes))


def _interpreted(
    document: Document, file: str, kind: Kind, *, named: bool
) -> tuple[tuple[Agreement, ...], InputReport]:
    """A file in a folder may be another document; not one of which a part, or all of it, could not be read."""
    from pkcheck.interpret.agreements import interpret

    read = interpret(document)
    is_whole = kind in _READ_WHOLE or not any(note.level == "problem" for note in document.notes)
    if not read.agreements and not named and is_whole:
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
    plan = tuple(
        each.model_copy(update={"id": f"{name}{each.id.removeprefix(agreement.id)}"}) for each in agreement.action_plan
    )
    unread = tuple(
        f"{name}{each.removeprefix(agreement.id)}" if each.startswith(f"{agreement.id}:") else each
        for each in agreement.unread
    )
    return agreement.model_copy(update={"id": name, "objectives": objectives, "action_plan": plan, "unread": unread})
