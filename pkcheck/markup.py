"""Elements of a web page. Text is escaped when the page is written, so that nothing in a document is ever markup."""

import base64
import hashlib
from xml.etree.ElementTree import Element, tostring

from pkcheck.display import visible

Child = Element | str | None


def element(tag: str, *children: Child, **attributes: str | None) -> Element:
    """An element with elements and texts in it; `class_` is the attribute class, `data_at` is data-at, None is left out."""
    given = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items() if value is not None}
    made = Element(tag, given)
    for each in children:
        if isinstance(each, Element):
            made.append(each)
        elif each is not None:
            _append_text(made, visible(each))
    return made


def raw(tag: str, text: str) -> Element:
    """A style or script with our own text, which the page holds as it is."""
    made = Element(tag)
    made.text = text
    return made


def page_head(title: str, css: str, script: str, lang: str) -> Element:
    """The head of a page that allows itself this style, this script and pictures within it, and nothing else."""
    policy = f"default-src 'none'; img-src data:; style-src {_hash(css)}; script-src {_hash(script)}"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="language", content=lang),
        element("title", title),
        raw("style", css),
    )


def written(page: Element) -> str:
    """The element as HTML."""
    return tostring(page, encoding="unicode", method="html")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _append_text(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
