"""Office files are zip archives of XML: opened only where they cannot unpack to more than they should, nor expand."""

import io
import zipfile
from collections.abc import Iterator

from pkcheck import messages
from pkcheck.errors import InputError

MAX_UNPACKED = 256 * 1024 * 1024
MAX_MEMBERS = 20_000
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_XML = (".xml", ".rels", ".vml")
_ENCLOSED = (".svg", ".htm", ".html")
_OPENING = 64
_BEFORE = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_DECLARED = ("<!DOCTYPE", "<!ENTITY")
_CHUNK = 1 << 20
_IS_ENCRYPTED = 1


def refuse(data: bytes, file: str) -> None:
    """Raise InputError for an office file that cannot be opened: one under a password, or a damaged archive."""
    if data.startswith(OLE) and _ENCRYPTED in data:
        raise InputError(messages.FILE_ENCRYPTED, file)
    if data.startswith(ZIP):
        opened(data, file).close()


def opened(data: bytes, file: str) -> zipfile.ZipFile:
    """The archive, once nothing in it is dangerous.

    Raises InputError for a password, a damaged or cut archive, more than MAX_UNPACKED bytes, or XML with declarations of
    its own (DOCTYPE), which no office program writes and which can expand or lead outside.
    """
    if not data.startswith(ZIP):
        refuse(data, file)
    if is_crowded(data):
        raise InputError(messages.ARCHIVE_TOO_LARGE, file, None, limit=MAX_UNPACKED // 2**20)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        _check(archive, file)
    except InputError:
        raise
    except Exception as error:  # zipfile, zlib, lzma and struct each have their own
        raise InputError(messages.ARCHIVE_BROKEN, file, None, problem=f"{type(error).__name__}: {error}") from error
    return archive


def is_crowded(data: bytes) -> bool:
    """Whether there are more members than any document has; to open the archive would cost memory for each."""
    return data.count(_ENTRY) > MAX_MEMBERS


def chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The bytes of a member, a piece at a time; never more than the archive declares."""
    with archive.open(name) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _check(archive: zipfile.ZipFile, file: str) -> None:
    members = archive.infolist()
    if any(member.flag_bits & _IS_ENCRYPTED for member in members):
        raise InputError(messages.FILE_ENCRYPTED, file)
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise InputError(messages.ARCHIVE_TOO_LARGE, file, None, limit=MAX_UNPACKED // 2**20)
    for member in members:
        if _is_xml(archive, member) and _declares(archive, member.filename):
            raise InputError(messages.ARCHIVE_DECLARES, file, None, part=member.filename)


def _is_xml(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """By its name or by how it begins, as a part may have any name; pictures and pages that were put in are not parts."""
    name = member.filename.lower()
    if name.endswith(_XML):
        return True
    if name.endswith(_ENCLOSED) or member.is_dir():
        return False
    with archive.open(member) as stream:
        return stream.read(_OPENING).replace(b"\0", b"").lstrip(_BEFORE).startswith(b"<")


def _declares(archive: zipfile.ZipFile, name: str) -> bool:
    marks = [mark.encode(encoding) for mark in _DECLARED for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    longest = max(len(mark) for mark in marks)
    before = b""
    for chunk in chunks(archive, name):
        text = before + chunk
        if any(mark in text for mark in marks):
            return True
        before = text[-longest:]
    return False
