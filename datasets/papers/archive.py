"""Zip files that come out the same from the same content."""

import re
import zipfile
from pathlib import Path

_LONG_AGO = (2025, 1, 2, 8, 0, 0)
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?=Z?<)")
_PROPERTIES = ("docProps/core.xml", "meta.xml")


def settled(path: Path) -> Path:
    """Write the zip file at `path` anew, with one date for everything in it; its first member stays the first."""
    with zipfile.ZipFile(path) as archive:
        members = [(each.filename, each.compress_type, _undated(archive, each.filename)) for each in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for name, how, content in members:
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), content, compress_type=how)
    return path


def _undated(archive: zipfile.ZipFile, name: str) -> bytes:
    """A member's content, without the time at which a library saved it."""
    content = archive.read(name)
    return _TIME.sub(b"2025-01-02T08:00:00", content) if name in _PROPERTIES else content
