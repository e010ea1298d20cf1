"""What of a web page can be seen: no scripts, no buttons, nothing that its own styles hide."""

import re
from dataclasses import dataclass
from typing import Any

Element = Any
"""An element as lxml has it, which has no types."""

_NEVER = frozenset(
    [
        "script",
        "style",
        "head",
        "template",
        "noscript",
        "button",
        "nav",
        "select",
        "textarea",
        "iframe",
        "object",
        "svg",
        "math",
        "dialog",
        "audio",
        "video",
        "canvas",
    ]
)
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
# What usual style sheets, which are not at hand, hide when a page is printed.
_HIDDEN_CLASSES = frozenset(
    ["d-none", "d-print-none", "no-print", "noprint", "hidden", "hidden-print", "hide", "sr-only", "visually-hidden"]
)
_RULE = re.compile(r"([^{}]{1,1000})\{([^{}]{0,10000})\}")
_SHOWN = re.compile(r"(?:^|;)\s*display\s*:\s*(?!none)", re.IGNORECASE)
_FOR_MEDIUM = r"@media[^{}]{0,200}\b%s\b[^{}]{0,200}\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}"
_ON_SCREEN, _ON_PAPER = (re.compile(_FOR_MEDIUM % medium, re.IGNORECASE) for medium in ("screen", "print"))
_CLASS = re.compile(r"^\s*(?:[a-z]\w*)?\.([\w-]+)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sight:
    """Knows the classes that the page's styles hide."""

    hidden: frozenset[str]

    def hides(self, element: Element) -> bool:
        """Whether neither `element` nor what is in it is seen."""
        if element.tag in _NEVER or element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            return True
        return bool(self.hidden.intersection((element.get("class") or "").split()))


def sight_of(root: Element) -> Sight:
    """What the styles of the page hide on paper."""
    styles = " ".join(style.text or "" for style in root.iter("style"))
    on_paper = " ".join(_ON_PAPER.findall(styles))
    hidden = _classes(_ON_SCREEN.sub("", styles), _HIDDEN) - (_classes(on_paper, _SHOWN) - _classes(on_paper, _HIDDEN))
    return Sight(_HIDDEN_CLASSES | hidden)


def _classes(styles: str, declared: re.Pattern[str]) -> frozenset[str]:
    """The classes, named alone, for which the styles declare it."""
    return frozenset(
        named[1]
        for selectors, declarations in _RULE.findall(styles)
        if declared.search(declarations)
        for selector in selectors.split(",")
        if (named := _CLASS.match(selector))
    )
