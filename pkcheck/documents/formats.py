"""Which kind of file something is, by its content first and its name second."""

import io
import json
import re
import zipfile
from typing import Literal, TypeGuard, get_args

from pkcheck.documents.archive import ZIP, is_crowded
from pkcheck.documents.foreign import suffix_of

DataKind = Literal["yaml", "json", "jsonl"]
Kind = Literal["text", "html", "docx", "xlsx", "ods", "pdf", "image", "unknown"] | DataKind
SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".ods": "ods",
    ".pdf": "pdf",
    ".png": "image",
    ".jpg": "image",
    ".jpeg": "image",
    ".tif": "image",
    ".tiff": "image",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_SIGNATURES: dict[bytes, Kind] = {
    b"%PDF": "pdf",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"II*\x00": "image",
    b"MM\x00*": "image",
}
_IN_ZIP: dict[str, Kind] = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "content.xml": "ods"}
_PDF_WITHIN = 1024

_YAML_START = re.compile(r"\A(?:\s*#[^\n]*\n)*\s*(?:---\s+)?(?:agreements:|- \{?id:|\{?id:)")
_JSON_START = re.compile(r"\A\s*(?:\{\s*[\"}]|\[\s*[{\]])")
_HTML_START = re.compile(
    r"\A\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table)\b", re.IGNORECASE | re.DOTALL
)
_SNIFFED = 100_000


def kind_of(data: bytes, suffix: str) -> Kind:
    """The kind of a file from its first bytes, its shape and its suffix; "unknown" for formats without a reader."""
    signed = _signed(data)
    if signed is not None:
        return signed
    named = SUFFIXES.get(suffix.lower())
    start = _start(data)
    if _JSON_START.match(start):
        return "json" if named == "json" or not _is_lines_of_json(start) else "jsonl"
    if _HTML_START.match(start):
        return "html"
    if named in (None, "text") and _YAML_START.match(start):
        return "yaml"
    return named if named and (is_data(named) or named == "html") else "text"


def is_data(kind: Kind) -> TypeGuard[DataKind]:
    """Whether a file of this kind holds agreement data, not a document."""
    return kind in get_args(DataKind)


def _signed(data: bytes) -> Kind | None:
    if data.startswith(ZIP):
        return _in_zip(data)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    kind = next((kind for signature, kind in _SIGNATURES.items() if data.startswith(signature)), None)
    return "unknown" if kind is None and suffix_of(data) else kind


def _in_zip(data: bytes) -> Kind:
    if is_crowded(data):
        return "unknown"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return "unknown"
    return next((kind for name, kind in _IN_ZIP.items() if name in names or _is_numbered(name, names)), "unknown")


def _is_numbered(name: str, names: set[str]) -> bool:
    """Whether a part is there under a number: some programs save a document as word/document2.xml."""
    stem = name.removesuffix(".xml")
    return any(each.startswith(stem) and each[len(stem) :].removesuffix(".xml").isdigit() for each in names)


def _start(data: bytes) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data[:_SNIFFED].decode("utf-16" if marked else "utf-8-sig", "replace")


def _is_lines_of_json(start: str) -> bool:
    """Whether the first line is a whole object by itself and another one follows."""
    first, *rest = [line for line in start.split("\n") if line.strip()]
    if not rest or not rest[0].lstrip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False
