"""What was said of agencies, kept on disk by a key: to go on from where a run stopped, and not to judge twice.

An entry is data (JSON), never code. Nothing that goes wrong with the file stops a run.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from pydantic import TypeAdapter

from pkcheck.stream.agencies import Agency
from pkcheck.stream.judging import AgencyResult, Told

_TOLD = TypeAdapter(Told)
_AT_ONCE = 200
_BYTES = 4 * 2**20
"""Of results that wait to be written."""


class Store:
    """Results by key, in one file; made when the first is kept."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._base: sqlite3.Connection | None = None
        self._waiting: list[tuple[bytes, bytes]] = []
        self._size = 0
        self._broken = False

    def find(self, key: bytes) -> AgencyResult | None:
        """What was kept by `key`, None where nothing was or it cannot be read."""
        base = self._opened(make=False)
        if base is None:
            return None
        try:
            row = base.execute("select told from result where key = ?", (key,)).fetchone()
            return AgencyResult(**_TOLD.validate_json(row[0]).__dict__) if row else None
        except (sqlite3.Error, ValueError):
            return None

    def keep(self, key: bytes, result: AgencyResult) -> None:
        """Keep a result; not one with reading notes, which are told anew each time."""
        if result.notes or self._broken:
            return
        told = Told(**{name: getattr(result, name) for name in Told.__dataclass_fields__})
        data = _TOLD.dump_json(told)
        self._waiting.append((key, data))
        self._size += len(data)
        if len(self._waiting) >= _AT_ONCE or self._size >= _BYTES:
            self.flush()

    def flush(self) -> None:
        """Write what waits to be written."""
        base = self._opened(make=True) if self._waiting else None
        if base is not None:
            try:
                with base:
                    base.executemany("insert or replace into result values (?, ?)", self._waiting)
            except sqlite3.Error:
                self._broken = True
        self._waiting.clear()
        self._size = 0

    def close(self) -> None:
        """Write the rest and let go of the file."""
        self.flush()
        if self._base is not None:
            self._base.close()
            self._base = None

    def remove(self) -> None:
        """Close and delete it: nothing of it is needed any more."""
        self._waiting.clear()
        self._size = 0
        self.close()
        for name in (self.file, self.file.with_name(f"{self.file.name}-journal")):
            with suppress(OSError):
                name.unlink()

    def _opened(self, *, make: bool) -> sqlite3.Connection | None:
        if self._base is None and not self._broken and (make or self.file.is_file()):
            try:
                self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                base = sqlite3.connect(self.file)
                base.execute("pragma synchronous = off")
                base.execute("create table if not exists result (key blob primary key, told blob) without rowid")
                self._base = base
            except (OSError, sqlite3.Error):
                self._broken = True
        return self._base


def key_of_content(agency: Agency, mark: bytes) -> bytes:
    """Another key for other lines, other places of theirs, or another mark."""
    digest = blake2b(mark, digest_size=16)
    for line in agency:
        digest.update(f"\0{line.file}\0{line.number}\0".encode("utf-8", "surrogateescape"))
        digest.update(line.data)
    return digest.digest()


def key_of_place(agencies: Sequence[Agency], run: bytes) -> bytes:
    """A key by where the agencies stand, in a `run` whose files have not changed."""
    first, last = agencies[0][0], agencies[-1][-1]
    digest = blake2b(run, digest_size=16)
    digest.update(f"\0{first.file}\0{first.number}\0{last.file}\0{last.number}".encode("utf-8", "surrogateescape"))
    return digest.digest()
