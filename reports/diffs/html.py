"""`html`: a comparison as one page that needs nothing else: no script, no network, light or dark, wide or narrow."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from pkcheck import diff_texts as words
from pkcheck.display import place, visible
from pkcheck.markup import Child, element, raw, written
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.api import Difference
    from pkcheck.findings import Evidence, Finding
    from pkcheck.revisions.changes import Gone
    from pkcheck.revisions.telling import Story, ToldChange

FORMAT = Format("html", words.FORMAT_HTML)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_CSS = """
:root { color-scheme: light dark; --line: #c8ccd0; --faint: #59636e; --gone: #a40e26; --come: #1a6b32;
  --gone-back: #ffe9e9; --come-back: #e2f6e6; --error: #a40e26; --warning: #7a4d00; --info: #0b5cad; --page: #fff; --text: #1c1f23 }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --faint: #9aa4af; --gone: #ff9492; --come: #7ee2a0;
  --gone-back: #45171b; --come-back: #12361f; --error: #ff9492; --warning: #f0c05a; --info: #7cc0ff; --page: #14171a; --text: #e4e7ea } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; line-height: 1.25 } h2 { font-size: 1.15rem; line-height: 1.35; margin: 0 }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem } h4 { font-size: 1rem; margin: 0 }
section { border-top: 1px solid var(--line); margin-top: 1.5rem; padding-top: 1rem }
article { margin: .75rem 0; padding-left: .75rem; border-left: 3px solid var(--line) }
ul { padding-left: 1.25rem } p { margin: .25rem 0 }
.faint, figcaption { color: var(--faint); font-size: .875rem }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; margin-top: .4rem }
.side { padding: .4rem .6rem; border-radius: .3rem } .before { background: var(--gone-back) } .after { background: var(--come-back) }
del { color: var(--gone); text-decoration-thickness: 2px } ins { color: var(--come); font-weight: 600; text-decoration-thickness: 2px }
figure { margin: .4rem 0 0 } blockquote { margin: 0; font: .875rem/1.45 ui-monospace, Consolas, monospace } mark { background: none; color: inherit; font-weight: 700; text-decoration: underline }
.error { color: var(--error) } .warning { color: var(--warning) } .info { color: var(--info) }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr } body { padding: .75rem } }
@media print { body { max-width: none } article { break-inside: avoid } }
"""


def render(difference: "Difference", style: Style) -> Iterator[str]:
    """The page."""
    yield "<!DOCTYPE html>"
    yield written(_page(difference, style))


def _page(difference: "Difference", style: Style) -> Element:
    from pkcheck.revisions.telling import count_lines, nothing_changed, stories

    lang = style.lang
    title = words.TITLE.say(lang)
    nothing = element("p", nothing_changed(difference, lang)) if difference.revision.empty else None
    return element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", content=_POLICY, **{"http-equiv": "Content-Security-Policy"}),
            element("title", title),
            raw("style", _CSS),
        ),
        element(
            "body",
            element(
                "header",
                element("h1", title),
                element("ul", *(element("li", line) for line in count_lines(difference, lang))),
                nothing,
            ),
            element("main", *(_story(each, style) for each in stories(difference, lang))),
        ),
        lang=lang,
    )


def _story(story: "Story", style: Style) -> Element:
    from pkcheck.revisions.telling import file_of, state_words
    from pkcheck.unittree import agreement_title

    change, lang = story.change, style.lang
    title = agreement_title(change.agreement) if change else words.OF_NO_AGREEMENT.say(lang)
    state = state_words(change, lang) if change else None
    files = dict.fromkeys(each for each in (file_of(change.old), file_of(change.new)) if each) if change else {}
    return element(
        "section",
        element("h2", title),
        element("p", state) if state else None,
        element("p", " → ".join(files), class_="faint") if files else None,
        *(_change(each, style) for each in story.told),
        *_titled(words.FINDINGS_NEW.say(lang), [_finding(each, style) for each in story.new]),
        *_titled(words.FINDINGS_GONE.say(lang), [_gone(each, style) for each in story.gone]),
    )


def _titled(title: str, elements: Sequence[Element]) -> Iterator[Element]:
    if elements:
        yield element("h3", title)
        yield from elements


def _change(told: "ToldChange", style: Style) -> Element:
    before, after = (each.text if each else None for each in (told.before, told.after))
    marked = _compared(before, after) if before is not None and after is not None else ([before], [after])
    sides = [
        _side(label.say(style.lang), name, texts, side.evidence, style)
        for label, name, texts, side in (
            (words.OLD, "before", marked[0], told.before),
            (words.NEW, "after", marked[1], told.after),
        )
        if side is not None
    ]
    return element(
        "article",
        element("h4", told.title),
        element("p", told.about) if told.about else None,
        element("p", told.note, class_="faint") if told.note else None,
        element("div", *sides, class_="sides"),
    )


def _side(label: str, name: str, texts: Sequence[Child], evidence: "Sequence[Evidence]", style: Style) -> Element:
    return element(
        "div",
        element("p", label, class_="faint"),
        element("p", *texts),
        *(_quoted(each, style) for each in evidence),
        class_=f"side {name}",
    )


def _compared(before: str, after: str) -> tuple[list[Child], list[Child]]:
    """Both texts, what only the one has marked as deleted, what only the other has as inserted."""
    one, other = (re.findall(r"\s+|[^\s]+", visible(each)) for each in (before, after))
    old: list[Child] = []
    new: list[Child] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        gone, come = "".join(one[a:b]), "".join(other[c:d])
        if kind == "equal":
            old.append(gone)
            new.append(come)
            continue
        old.append(element("del", gone) if gone else None)
        new.append(element("ins", come) if come else None)
    return old, new


def _quoted(evidence: "Evidence", style: Style) -> Element:
    source = evidence.source
    where = place(source.file, source.page, source.line, source.cell, style.lang)
    quote, mark = visible(evidence.quote), visible(evidence.mark or "")
    start = len(quote) - len(mark) if quote.endswith(mark) else quote.find(mark)
    parts: list[Child] = [quote]
    if mark and start >= 0:
        parts = [quote[:start], element("mark", mark), quote[start + len(mark) :]]
    return element("figure", element("figcaption", where), element("blockquote", *parts))


def _finding(finding: "Finding", style: Style) -> Element:
    return element(
        "article",
        _sentence(finding, style),
        *(_quoted(each, style) for each in finding.evidence),
    )


def _gone(gone: "Gone", style: Style) -> Element:
    from pkcheck.revisions.telling import why_gone

    why = element("p", why_gone(gone, style.lang), class_="faint")
    return element("article", _sentence(gone.finding, style), why)


def _sentence(finding: "Finding", style: Style) -> Element:
    tags = element("strong", f"{finding.code} {finding.severity}", class_=str(finding.severity))
    return element("p", tags, " ", finding.message.say(style.lang, **finding.facts))
