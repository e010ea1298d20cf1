"""Typst, fed with data alone: no text of a document becomes markup, no font but its own is used, nothing is fetched."""

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from pkcheck import messages
from pkcheck import review_texts as words
from pkcheck.errors import InputError

_LONG_WORD = re.compile(r"\S{24,}")
_HOLD = 12
# What the fonts within typst can show, found by trying (24 Nov 2026, typst 0.15); PDF/UA allows no other character.
_UNSHOWN = re.compile(
    "[^\u0020-\u007e\u00a0-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u04ff\u05d0-\u05ea\u0621-\u063a"
    "\u0640-\u0655\u0660-\u066d\u1e00-\u1eff\u2010-\u2027\u2030-\u2040\u2044-\u2052\u2070\u2071\u2074-\u208e\u20a0-\u20c0"
    "\u2100-\u211e\u2122\u2126-\u2151\u2153-\u2184\u2190-\u23ff\u2460-\u2606]"
)
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_BREAK = "\u200b"


def pdf(data: Mapping[str, Any], logo: bytes | None) -> bytes:
    """The report as a tagged PDF (PDF/UA-1)."""
    # Typst takes no file from memory but text.
    given = {**_shown(data), "logo": list(logo) if logo else None}
    return _compiled("report.typ", given, format="pdf", pdf_standards=["ua-1"])


def chart_png(data: Mapping[str, Any]) -> bytes:
    """The chart as a picture, 16 cm wide at 220 dots an inch."""
    return _compiled("picture.typ", _shown(data), format="png", ppi=220.0)


def logo_of(file: str | None) -> bytes | None:
    """The picture in `file`, tried out. Raises InputError where there is none."""
    if file is None:
        return None
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise InputError(messages.FILE_UNREADABLE, file, None, reason=error.strerror or str(error)) from error
    if not data.startswith(_PICTURES):
        raise InputError(words.LOGO_UNREADABLE, file)
    try:
        _typeset({"main.typ": b'#image(bytes(json("data.json")))', "data.json": json.dumps(list(data)).encode()}, "png")
    except typst.TypstError as error:
        raise InputError(words.LOGO_UNREADABLE, file) from error
    return data


def _compiled(main: str, data: Mapping[str, Any], **options: Any) -> bytes:
    beside = files(__package__)
    given = {"main.typ": (beside / main).read_bytes(), "chart.typ": (beside / "chart.typ").read_bytes()}
    return _typeset({**given, "data.json": json.dumps(data, ensure_ascii=False).encode()}, **options)


def _typeset(given: Mapping[str, bytes], format: str, **options: Any) -> bytes:  # noqa: A002  typst calls it so
    """What typst makes of `main.typ` and the files beside it: its stubs do not know that it takes a mapping."""
    typeset: Any = typst.compile
    return bytes(typeset(given, ignore_system_fonts=True, format=format, **options))


def _shown(data: Any) -> Any:
    """The same data with every text as the fonts can show it, and long words made to break."""
    if isinstance(data, str):
        return _LONG_WORD.sub(_breaking, _UNSHOWN.sub(_as_code, data))
    if isinstance(data, Mapping):
        return {name: _shown(value) for name, value in data.items()}
    return [_shown(each) for each in data] if isinstance(data, list | tuple) else data


def _as_code(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004  what has four digits


def _breaking(found: re.Match[str]) -> str:
    word = found.group()
    return _BREAK.join(word[at : at + _HOLD] for at in range(0, len(word), _HOLD))
