"""Text from documents made fit to be shown: nothing in it is obeyed by a terminal, and no line is longer than it may be."""

import json
import re
import textwrap
from typing import Any

from pkcheck import report_texts
from pkcheck.texts import Lang

_MORE = "…"
_CELL = 40  # a reference such as Lampiran!D14; agreement data may say anything
_BLANK = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]")
# Control characters, and those that hide or reorder what stands around them (Unicode TR36, bidirectional controls).
_OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_NOT_PLAIN_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def visible(text: str) -> str:
    r"""`text` on one line: tabs and line ends are blanks, other characters that a terminal obeys are shown as `\x1b`."""
    return _OBEYED.sub(_shown, _BLANK.sub(" ", text))


def json_text(value: Any, indent: int | None = None) -> str:
    """JSON that keeps letters as they are and escapes every character that a terminal might obey."""
    return json_visible(json.dumps(value, ensure_ascii=False, indent=indent))


def json_visible(text: str) -> str:
    """JSON text with such characters escaped; it means the same."""
    return _NOT_PLAIN_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def clipped(text: str, width: int) -> str:
    """`text`, cut with an ellipsis where it is longer than `width`."""
    return text if len(text) <= width else text[: max(width - 1, 0)].rstrip() + _MORE


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The lines of a paragraph, `first` before the first one, `rest` before the others."""
    lines = textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return lines or [first.rstrip()]


def window(quote: str, mark: str | None, width: int) -> tuple[str, str | None]:
    """The part of `quote` around `mark` that fits, and the line of carets under it.

    A mark at the very end of the quote is meant there, any other where it stands first. None where there is no mark.
    """
    line, wanted = visible(quote).strip(), visible(mark or "").strip()
    start = len(line) - len(wanted) if line.endswith(wanted) else line.find(wanted)
    if not wanted or start < 0:
        return clipped(line, width), None
    if len(line) > width:
        line, start = _around(line, start, len(wanted), width)
    length = min(len(wanted), width - start)
    return line, " " * start + "^" * length


def place(file: str, page: int | None, line: int | None, cell: str | None, lang: Lang) -> str:
    """`file:12`; `file:hlm.3`, `file:hlm.3:12` on a page, `file:D14` in a sheet."""
    parts = [visible(file), spot(page, line, cell, lang)]
    return ":".join(part for part in parts if part)


def spot(page: int | None, line: int | None, cell: str | None, lang: Lang) -> str:
    """The place within a file; empty where it is not known."""
    paged = report_texts.PAGE.say(lang, page=page) if page is not None else None
    within = clipped(visible(cell), _CELL) if cell is not None else line
    return ":".join(str(part) for part in (paged, within) if part is not None)


def _around(line: str, start: int, length: int, width: int) -> tuple[str, int]:
    """A cutout of `width` with what begins at `start` as near to its middle as can be, and where that begins in it."""
    left = max(0, min(start - max(0, width - length) // 2, len(line) - width))
    if start <= left and left > 0:
        left = max(0, start - 1)
    cut = line[left : left + width]
    if left > 0:
        cut = _MORE + cut[1:]
    if left + width < len(line):
        cut = cut[:-1] + _MORE
    return cut, start - left


def _shown(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x100:  # noqa: PLR2004
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004
