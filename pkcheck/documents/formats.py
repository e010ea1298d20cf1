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


_YAML_START = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:\s*#[^\n]*\n)*\s*(?:agreements:|- id:|id:|---\s)")


def kind_of(data: bytes, suffix: str) -> Kind:
    """The kind of a file from its first bytes, its shape and its suffix; "unknown" for formats without a reader."""
    if foreign(data):
        return "unknown"
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start in (b"{", b"["):
        return "jsonl" if start == b"{" and _is_lines_of_json(data) and suffix != ".json" else "json"
    if suffix.lower() not in SUFFIXES and _YAML_START.match(data):
        return "yaml"
    return SUFFIXES.get(suffix.lower(), "text")


def foreign(data: bytes) -> str | None:
    """The usual suffix of a format that has a signature and no reader here."""
    return next((name for signature, name in _FOREIGN.items() if data.startswith(signature)), None)


def _is_lines_of_json(data: bytes) -> bool:
    lines = [line for line in data[:1_000_000].splitlines() if line.strip()]
    if not lines:
        return False
    try:
        json.loads(lines[0])
    except ValueError:
        return False
    return True
