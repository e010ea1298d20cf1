"""The agreements of JSONL and Parquet files as lines of JSON, one at a time, compressed files too."""

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from pkcheck import messages
from pkcheck.errors import InputError

_JSONL, _PARQUET = (".jsonl", ".ndjson"), ".parquet"
_PACKED = (".gz", ".zst")
_BOM = b"\xef\xbb\xbf"
_LONGEST = 64 * 2**20
"""A line of more bytes than this is no agreement."""
_ROWS = 5_000


class Line(NamedTuple):
    """One agreement as JSON; `number` is its line, or in Parquet its row, counted from 1."""

    file: str
    number: int
    data: bytes


def is_streamed(file: str) -> bool:
    """Whether a file is named as one that can be read line by line."""
    name = file.lower()
    for packed in _PACKED:
        name = name.removesuffix(packed)
    return name.endswith(_JSONL) or file.lower().endswith(_PARQUET)


def is_packed(file: str) -> bool:
    """Whether such a file cannot be read as the text that it is."""
    return is_streamed(file) and not is_plain(file)


def is_plain(file: str) -> bool:
    """Whether a file can be read from any of its bytes on."""
    return file.lower().endswith(_JSONL)


def is_remote(file: str) -> bool:
    """Whether a path is a place that fsspec opens, such as `s3://bucket/pk.jsonl`."""
    return "://" in file


def remote_files(path: str) -> list[str]:
    """The files of a remote path or pattern. Raises InputError where it cannot be reached."""
    with _reaching(path) as fsspec:
        system, inner = fsspec.core.url_to_fs(path)
        found = system.glob(inner) if "*" in inner else system.find(inner)
        return [str(system.unstrip_protocol(each)) for each in sorted(found)]


def size_of(file: str) -> int:
    """The bytes of a file as it lies there."""
    if not is_remote(file):
        return Path(file).stat().st_size
    with _reaching(file) as fsspec:
        system, inner = fsspec.core.url_to_fs(file)
        return int(system.size(inner) or 0)


def lines_of(file: str, start: int = 0, end: int | None = None, first: int = 1) -> Iterator[Line]:
    """The lines of a file that hold something; of a plain one those from byte `start` to `end`, numbered from `first`.

    Raises InputError for a file that cannot be read.
    """
    if file.lower().endswith(_PARQUET):
        yield from _rows(file)
        return
    with opened(file) as stream:
        number, at = first - 1, start
        try:
            if start:
                stream.seek(start)
            while (end is None or at < end) and (data := stream.readline(_LONGEST + 1)):
                number, at = number + 1, at + len(data)
                if len(data) > _LONGEST:
                    raise InputError(messages.DATA_LINE_TOO_LONG, file, number, megabytes=_LONGEST // 2**20)
                data = (data.removeprefix(_BOM) if number == 1 else data).strip()
                if data:
                    yield Line(file, number, data)
        except (OSError, EOFError, gzip.BadGzipFile) as error:
            raise InputError(messages.FILE_UNREADABLE, file, number + 1, reason=str(error)) from error


@contextmanager
def opened(file: str) -> Iterator[IO[bytes]]:
    """The file, unpacked. Raises InputError where it cannot be opened."""
    try:
        with _raw(file) as raw:
            if file.lower().endswith(".gz"):
                with gzip.open(raw) as unpacked:
                    yield cast("IO[bytes]", unpacked)
            elif file.lower().endswith(".zst"):
                with _unpacked(raw, file) as unpacked_too:
                    yield unpacked_too
            else:
                yield raw
    except OSError as error:
        raise InputError(messages.FILE_UNREADABLE, file, None, reason=error.strerror or str(error)) from error


@contextmanager
def _raw(file: str) -> Iterator[IO[bytes]]:
    if is_remote(file):
        with _reaching(file) as fsspec, fsspec.open(file, "rb") as raw:
            yield raw
    else:
        with Path(file).open("rb", buffering=2**20) as raw:
            yield raw


@contextmanager
def _reaching(file: str) -> Iterator[Any]:
    try:
        import fsspec
    except ImportError as error:
        raise InputError(messages.EXTRA_MISSING, file, None, library="fsspec", extra="dask") from error
    try:
        yield fsspec
    except (OSError, ValueError, ImportError) as error:
        raise InputError(messages.FILE_UNREADABLE, file, None, reason=str(error)) from error


@contextmanager
def _unpacked(raw: IO[bytes], file: str) -> Iterator[IO[bytes]]:
    try:
        import zstandard
    except ImportError as error:
        raise InputError(messages.EXTRA_MISSING, file, None, library="zstandard", extra="stream") from error
    try:
        with zstandard.ZstdDecompressor().stream_reader(raw) as unpacked:
            yield io.BufferedReader(unpacked, 2**20)
    except zstandard.ZstdError as error:
        raise InputError(messages.FILE_UNREADABLE, file, None, reason=str(error)) from error


def _rows(file: str) -> Iterator[Line]:
    """A row is an agreement, a column one of its fields, nested ones as lists, structs and maps."""
    try:
        import duckdb
    except ImportError as error:
        raise InputError(messages.EXTRA_MISSING, file, None, library="duckdb", extra="stream") from error
    try:
        with duckdb.connect(config={"threads": 1}) as base:
            reading = base.execute("select to_json(row)::varchar from (select * from read_parquet(?)) as row", [file])
            number = 0
            while rows := reading.fetchmany(_ROWS):
                for (data,) in rows:
                    number += 1
                    yield Line(file, number, data.encode())
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise InputError(messages.FILE_UNREADABLE, file, None, reason=reason) from error
