"""Which kind of file something is, by its content first and its name second."""

import json
import re
from typing import Literal

Kind = Literal["text", "yaml", "json", "jsonl", "unknown"]
SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_FOREIGN = {
    b"%PDF": ".pdf",
    b"PK\x03\x04": ".docx/.xlsx",
    b"\xd0\xcf\x11\xe0": ".doc/.xls",
    b"\x89PNG": ".png",
    b"\xff\xd8\xff": ".jpg",
}


_YAML_START = re.compile(r"\A(?:\s*#[^\n]*\n)*\s*(?:---\s+)?(?:agreements:|- \{?id:|\{?id:)")
_JSON_START = re.compile(r"\A\s*(?:\{\s*[\"}]|\[\s*[{\]])")
_SNIFFED = 100_000


def kind_of(data: bytes, suffix: str) -> Kind:
    """The kind of a file from its first bytes, its shape and its suffix; "unknown" for formats without a reader."""
    if foreign(data):
        return "unknown"
    named = SUFFIXES.get(suffix.lower())
    start = _start(data)
    if _JSON_START.match(start):
        return "json" if named == "json" or not _is_lines_of_json(start) else "jsonl"
    if named in (None, "text") and _YAML_START.match(start):
        return "yaml"
    return named or "text"


def foreign(data: bytes) -> str | None:
    """The usual suffix of a format that has a signature and no reader here."""
    return next((name for signature, name in _FOREIGN.items() if data.startswith(signature)), None)


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
