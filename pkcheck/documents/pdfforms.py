"""What the content of a PDF's page calls upon - forms, patterns, masks - looked over before it is drawn without limits.

A form that draws ten others, each of which draws ten others, is small as a file and endless on paper. pdfminer is watched
while it draws (`pdfink`); pdfium cannot be.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1

MAX_UNFOLDED = 16 * 1024 * 1024
_CALL = re.compile(rb"(?:/(?P<name>[^\s/<>\[\](){}%]*)\s*)?\b(?:Do|gs|scn|SCN)\b")
_ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")
_DEEPEST = 40


def is_endless(page: PDFPage) -> bool:
    """Whether more than MAX_UNFOLDED bytes of content are carried out to draw `page`."""
    contents = resolve1(page.contents)
    streams = [resolve1(each) for each in (contents if isinstance(contents, list) else [contents])]
    return _cost(b"\n".join(_data(each) for each in streams), page.resources, {}, 0) > MAX_UNFOLDED


def names_a_font(page: PDFPage) -> bool:
    """Whether the page or a form that it may draw can set text at all."""
    seen: set[int] = set()
    left = [page.resources]
    while left:
        resources = _entries(left.pop())
        if _entries(resources.get("Font")):
            return True
        for _, form in _named(resources):
            if id(form) not in seen:
                seen.add(id(form))
                left.append(form.get("Resources"))
    return False


def _cost(content: bytes, resources: Any, known: dict[int, int], depth: int) -> int:
    """How many bytes are carried out, counted no further than beyond MAX_UNFOLDED; a call without a name may be any."""
    calls = Counter(_unescaped(each["name"]) for each in _CALL.finditer(content))
    costs: dict[str | None, int] = {}
    for name, form in _named(_entries(resources)) if calls else ():
        if id(form) not in known:
            known[id(form)] = MAX_UNFOLDED if depth >= _DEEPEST else 0  # 0 while it is looked at: it cannot draw itself
            known[id(form)] = _cost(_data(form), form.get("Resources"), known, depth + 1)
        costs[name] = max(costs.get(name, 0), known[id(form)])
        costs[None] = max(costs.get(None, 0), known[id(form)])
        if costs[None] > MAX_UNFOLDED:
            return costs[None]
    return len(content) + sum(count * costs.get(name, 0) for name, count in calls.items())


def _unescaped(name: bytes | None) -> str | None:
    """A name as resources have it, where A may be written #41."""
    return None if name is None else _ESCAPED.sub(lambda each: bytes.fromhex(each[1].decode()), name).decode("latin-1")


def _named(resources: Mapping[str, Any]) -> Iterator[tuple[str, PDFStream]]:
    """The forms, patterns and masks that resources name."""
    for name, each in _entries(resources.get("XObject")).items():
        form = resolve1(each)
        if isinstance(form, PDFStream) and getattr(resolve1(form.get("Subtype")), "name", "") == "Form":
            yield name, form
    for name, each in _entries(resources.get("Pattern")).items():
        pattern = resolve1(each)
        if isinstance(pattern, PDFStream):
            yield name, pattern
    for name, each in _entries(resources.get("ExtGState")).items():
        mask = resolve1(_entries(_entries(each).get("SMask")).get("G"))
        if isinstance(mask, PDFStream):
            yield name, mask


def _entries(found: Any) -> Mapping[str, Any]:
    value = resolve1(found)
    return value if isinstance(value, dict) else {}


def _data(stream: Any) -> bytes:
    return bytes(stream.get_data()) if isinstance(stream, PDFStream) else b""
