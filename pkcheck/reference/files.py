"""From the paths that --reference names to one `Reference`."""

from collections.abc import Sequence
from pathlib import Path

from pkcheck import messages
from pkcheck.documents.plain import decode
from pkcheck.errors import InputError
from pkcheck.reference.model import Reference

MAX_BYTES = 64 * 1024 * 1024
_ZIP = b"PK\x03\x04"
_TEXTS = (".yaml", ".yml", ".json")


def read_references(paths: Sequence[str]) -> Reference:
    """Everything that the files hold together. Raises InputError for one that cannot be used: none is passed over."""
    whole = Reference()
    for path in paths:
        whole = whole.with_all_of(_read(path))
    return whole


def _read(path: str) -> Reference:
    data = _bytes(path)
    if data.startswith(_ZIP) or path.lower().endswith(".xlsx"):
        from pkcheck.reference.workbook import read_workbook

        return read_workbook(data, path)
    if not path.lower().endswith(_TEXTS):
        raise InputError(messages.REFERENCE_FORMAT, path)
    from pkcheck.reference.textfile import read_reference

    text, _ = decode(data, path)
    return read_reference(text, path, "json" if path.lower().endswith(".json") else "yaml")


def _bytes(path: str) -> bytes:
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise InputError(messages.FILE_MISSING, path) from error
    except (OSError, ValueError) as error:
        raise InputError(
            messages.FILE_UNREADABLE, path, None, reason=getattr(error, "strerror", None) or str(error)
        ) from error
    if len(data) > MAX_BYTES:
        raise InputError(messages.FILE_TOO_LARGE, path, None, limit=MAX_BYTES // 2**20)
    return data
