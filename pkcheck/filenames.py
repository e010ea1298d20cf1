"""Names of files as those want them who have the files in a repository: code hosts, editors, viewers of results."""

import os
import re
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from urllib.parse import quote

_OF_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|\\\\")


def repository_name(file: str) -> str:
    """`file` with slashes, and from the current folder where it lies below that."""
    return _from_here(file).as_posix()


def uri(file: str) -> tuple[str, bool]:
    """The URI of `file` (RFC 3986), and whether it is relative to the current folder."""
    path = _from_here(file)
    if path.is_absolute():
        return path.as_uri(), False
    return quote(path.as_posix(), safe="/", errors="replace"), True


def _from_here(file: str) -> PurePath:
    """The path that a document made on any system names."""
    path = PureWindowsPath(file) if os.sep == "\\" or _OF_WINDOWS.match(file) else PurePosixPath(file)
    here = PurePath(Path.cwd())
    below = path.is_absolute() and type(path) is type(here) and path.is_relative_to(here)
    return path.relative_to(here) if below else path
