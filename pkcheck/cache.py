"""What slow readers gave, kept in the user's cache folder by the content of the file and the readers that read it.

An entry is data (JSON, packed), never code; one that is damaged, or of other readers, counts as none.
"""

import gzip
import hashlib
import os
import re
import sys
import tempfile
import zlib
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from pkcheck import __version__
from pkcheck.documents.document import Document
from pkcheck.documents.formats import Kind
from pkcheck.documents.stored import from_json, to_json

CACHE_VARIABLE = "PKCHECK_CACHE"
MAX_BYTES = 256 * 2**20
_SUFFIX = ".json.gz"
_DOES_NOT_READ = {"rules", "reports", "web", "register"}
_READ_BY = {".py", ".toml", ".txt"}


class Cache:
    """Documents by content. Nothing that goes wrong with it stops a reading; `problem` is why nothing can be kept."""

    def __init__(self, folder: Path | None, limit: int = MAX_BYTES) -> None:
        self.folder = folder
        self.problem: str | None = None
        self._limit = limit
        self._has_new = False

    def find(self, data: bytes, file: str, kind: Kind, suffix: str) -> Document | None:
        """What was read from the same bytes, as if they had been read from `file`."""
        entry = self._entry(data, kind, suffix)
        if entry is None:
            return None
        try:
            document = from_json(gzip.decompress(entry.read_bytes()).decode(), file)
            os.utime(entry)
        except (OSError, EOFError, ValueError, zlib.error):
            return None
        return document

    def keep(self, document: Document, data: bytes, kind: Kind, suffix: str) -> None:
        """Keep what was read; not where it would come back otherwise."""
        entry, text = self._entry(data, kind, suffix), to_json(document)
        if entry is None or text is None or self.problem:
            return
        try:
            entry.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(entry, gzip.compress(text.encode(), 1, mtime=0))
            self._has_new = True
        except OSError as error:
            self.problem = error.strerror or str(error)

    def tidy(self) -> None:
        """Remove what was not used for longest until the rest is within the limit."""
        if not self._has_new or self.folder is None:
            return
        with suppress(OSError):
            entries = [(path.stat(), path) for path in self.folder.glob(f"*{_SUFFIX}*")]
            kept = 0
            for status, path in sorted(entries, key=lambda each: (-each[0].st_mtime_ns, each[1])):
                kept += status.st_size
                if kept > self._limit:
                    path.unlink(missing_ok=True)

    def _entry(self, data: bytes, kind: Kind, suffix: str) -> Path | None:
        if self.folder is None:
            return None
        told = f"{kind}\0{suffix.lower()}\0{readers_version()}\0"
        return self.folder / f"{hashlib.sha256(told.encode() + hashlib.sha256(data).digest()).hexdigest()}{_SUFFIX}"


def cache_folder() -> Path | None:
    """The folder that PKCHECK_CACHE names, else pkcheck's own where the system keeps what can be made anew."""
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Path(named)
    with suppress(RuntimeError):  # a user without a home
        return _users_caches() / "pkcheck"
    return None


def _users_caches() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    named = os.environ.get("XDG_CACHE_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".cache"


@cache
def readers_version() -> str:
    """Another one as soon as anything differs that a document is read with: our modules, the libraries, Python."""
    digest = hashlib.sha256(f"{__version__} {sys.version_info[:2]}".encode())
    home = Path(__file__).parent
    for path in sorted(home.rglob("*")):
        inner = path.relative_to(home)
        if path.suffix in _READ_BY and inner.parts[0] not in _DOES_NOT_READ:
            digest.update(f"\0{inner.as_posix()}\0".encode() + path.read_bytes())
    for name in sorted(_libraries()):
        with suppress(PackageNotFoundError):
            digest.update(f"\0{name} {version(name)}".encode())
    return digest.hexdigest()


def _libraries() -> set[str]:
    """All that pkcheck may need, extras included: what is installed later reads what could not be read before."""
    try:
        needed = requires("pkcheck") or []
    except PackageNotFoundError:
        return set()
    return {each.group() for each in (re.match(r"[\w.-]+", line) for line in needed) if each}


def _write(path: Path, content: bytes) -> None:
    """All of it or nothing, also where two write at the same time."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
