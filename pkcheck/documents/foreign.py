"""Files of formats that nothing here reads: what they are, and what a person can do with them."""

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

from pkcheck import messages
from pkcheck.documents.archive import OLE, ZIP, is_crowded
from pkcheck.errors import InputError
from pkcheck.texts import Text

_WORD = (".doc", ".dot", ".rtf", ".odt", ".ott", ".fodt", ".pages", ".wps", ".wpd")
_SHEETS = (".xls", ".xlt", ".xlsb", ".ots", ".fods", ".numbers", ".csv", ".tsv", ".et")
_PICTURES = (".heic", ".heif", ".webp", ".gif", ".bmp", ".avif", ".psd", ".svg")
_PACKED = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz")
_ADVICE: Mapping[str, Text] = MappingProxyType(
    {
        **dict.fromkeys(_WORD, messages.FORMAT_OF_WORDS),
        **dict.fromkeys(_SHEETS, messages.FORMAT_OF_SHEETS),
        **dict.fromkeys(_PICTURES, messages.FORMAT_OF_PICTURES),
        **dict.fromkeys(_PACKED, messages.FORMAT_PACKED),
        ".doc/.xls": messages.FORMAT_OLD_OFFICE,
    }
)
_SIGNATURES: Mapping[bytes, str] = MappingProxyType(
    {OLE: ".doc/.xls", b"{\\rtf": ".rtf", b"GIF8": ".gif", b"Rar!": ".rar", b"7z\xbc\xaf": ".7z", b"\x1f\x8b": ".gz"}
)
_MEDIA: Mapping[bytes, str] = MappingProxyType({b"ftyphei": ".heic", b"ftypmif1": ".heic", b"ftypavif": ".avif"})
_IN_ZIP: Mapping[str, str] = MappingProxyType({"ppt/presentation.xml": ".pptx", "xl/workbook.bin": ".xlsb"})
_OPEN_DOCUMENT: Mapping[str, str] = MappingProxyType(
    {
        "text": ".odt",
        "presentation": ".odp",
        "graphics": ".odg",
        "spreadsheet-template": ".ots",
        "text-template": ".ott",
    }
)


def advice(suffix: str) -> Text:
    """What to say of a file with this suffix; the sentence has a fact `suffix`."""
    return _ADVICE.get(suffix.lower(), messages.FORMAT_UNKNOWN)


def refusal(suffix: str, file: str) -> InputError:
    """The error for a file of this format."""
    return InputError(advice(suffix), file, None, suffix=suffix)


def suffix_of(data: bytes, named: str = "") -> str | None:
    """The usual suffix of a format that has a signature and no reader here; of several with one signature the `named` one."""
    if data.startswith(ZIP):
        found = _packed_as(data, named)
    elif data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        found = ".webp"
    else:
        found = next((suffix for mark, suffix in _SIGNATURES.items() if data.startswith(mark)), None)
        found = found or next((suffix for mark, suffix in _MEDIA.items() if data[4:].startswith(mark)), None)
    is_old_office = found == ".doc/.xls" and named.lower() in (*_WORD, *_SHEETS, ".ppt", ".msg")
    return named.lower() if is_old_office else found


def suffix_of_media_type(name: str) -> str:
    """The suffix for the media type of an OpenDocument file, such as application/vnd.oasis.opendocument.text."""
    kind = name.rpartition(".")[2]
    return _OPEN_DOCUMENT.get(kind, kind)


def _packed_as(data: bytes, named: str) -> str | None:
    """None for an archive that is one of the formats that are read."""
    if is_crowded(data):
        return ".zip"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    if any(name.endswith(".iwa") for name in names):
        return named.lower() if named.lower() in (".pages", ".numbers", ".key") else ".pages"
    return next((suffix for name, suffix in _IN_ZIP.items() if name in names), ".zip")
