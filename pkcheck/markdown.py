"""Text from documents made fit for Markdown as code hosts show it: no markup, no mention, no link of theirs."""

import html
import re
from collections.abc import Callable, Sequence

from pkcheck.display import visible

_MARKUP = re.compile(r"[\\`*_\[\]|<>&~$^]")
# What GitHub and GitLab make links or mentions of; a comment in the midst of it keeps it text.
_LINKING = re.compile(r"([@#!~%$&]|:(?=//)|(?<=www)(?=\.))(?=[\w./])")
_UNSEEN = "<!-- -->"
_SHORTEST_FENCE = 3


def escaped(text: str) -> str:
    """`text` as ordinary words on one line."""
    return _unlinked(text, _plain)


def escaped_html(text: str) -> str:
    """The same within HTML, where Markdown is not looked for: a `<summary>`."""
    return _unlinked(text, _plain_html)


def code(text: str) -> str:
    """`text` as a code span: nothing in it is markup. The fence is longer than any in it."""
    shown = _on_one_line(text)
    if not shown:
        return "``  ``"
    fence = "`" * (_longest_run(shown) + 1)
    edge = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{edge}{shown}{edge}{fence}"


def fenced(lines: Sequence[str]) -> list[str]:
    """The lines of a code block that holds `lines`."""
    shown = [visible(line) for line in lines]
    fence = "`" * max(_SHORTEST_FENCE, _longest_run("\n".join(shown)) + 1)
    return [f"{fence}text", *shown, fence]


def _unlinked(text: str, plain: Callable[[str], str]) -> str:
    parts = _LINKING.split(_on_one_line(text))
    return "".join(_UNSEEN.join((plain(each), "")) if at % 2 else plain(each) for at, each in enumerate(parts))


def _on_one_line(text: str) -> str:
    return " ".join(visible(text).split())


def _longest_run(text: str) -> int:
    return max((len(each) for each in re.findall("`+", text)), default=0)


def _plain_html(text: str) -> str:
    return html.escape(text, quote=False)


def _plain(text: str) -> str:
    entities = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
    return _MARKUP.sub(lambda found: entities.get(found[0]) or f"\\{found[0]}", text)
