"""What the content of a PDF's page calls upon - forms, patterns, masks - looked over before it is drawn without limits.

A form that draws ten others, each of which draws ten others, is small as a file and endless on paper. pdfminer is watched
while it draws (`pdfink`); pdfium cannot be.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1

_CALLS = re.compile(rb"\b(?:Do|gs|scn|SCN)\b")
_DEEPEST = 40


def unfolded(page: PDFPage, limit: int) -> int:
    """At most how many bytes of content are carried out to draw `page`; counted no further than beyond `limit`."""
    contents = resolve1(page.contents)
    streams = [resolve1(each) for each in (contents if isinstance(contents, list) else [contents])]
    return _cost(b"\n".join(_data(each) for each in streams), page.resources, limit, {}, 0)


def names_a_font(page: PDFPage) -> bool:
    """Whether the page or a form that it may draw can set text at all."""
    seen: set[int] = set()
    left = [page.resources]
    while left:
        resources = _entries(left.pop())
        if _entries(resources.get("Font")):
            return True
        for form in _called(resources):
            if id(form) not in seen:
                seen.add(id(form))
                left.append(form.get("Resources"))
    return False


def _cost(content: bytes, resources: Any, limit: int, known: dict[int, int], depth: int) -> int:
    """What all calls cost if each calls the dearest; a form that is being looked at already costs no more."""
    calls = len(_CALLS.findall(content))
    dearest = 0
    for form in _called(_entries(resources)) if calls else ():
        if id(form) not in known:
            known[id(form)] = limit if depth >= _DEEPEST else 0
            known[id(form)] = _cost(_data(form), form.get("Resources"), limit, known, depth + 1)
        dearest = max(dearest, known[id(form)])
        if calls * dearest > limit:
            break
    return len(content) + calls * dearest


def _called(resources: Mapping[str, Any]) -> Iterator[PDFStream]:
    """The forms, patterns and masks that resources name."""
    for each in _entries(resources.get("XObject")).values():
        form = resolve1(each)
        if isinstance(form, PDFStream) and getattr(resolve1(form.get("Subtype")), "name", "") == "Form":
            yield form
    for each in _entries(resources.get("Pattern")).values():
        pattern = resolve1(each)
        if isinstance(pattern, PDFStream):
            yield pattern
    for each in _entries(resources.get("ExtGState")).values():
        mask = resolve1(_entries(_entries(each).get("SMask")).get("G"))
        if isinstance(mask, PDFStream):
            yield mask


def _entries(found: Any) -> Mapping[str, Any]:
    value = resolve1(found)
    return value if isinstance(value, dict) else {}


def _data(stream: Any) -> bytes:
    return bytes(stream.get_data()) if isinstance(stream, PDFStream) else b""
