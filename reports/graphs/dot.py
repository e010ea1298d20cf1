"""`dot`: agreements with their indicators and what these derive from, for Graphviz."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pkcheck import report_texts
from pkcheck.display import visible, wrapped
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.graph import AgreementSet
    from pkcheck.model import Agreement
    from pkcheck.unittree import Unit

FORMAT = Format("dot", report_texts.FORMAT_DOT)
_LABEL_WIDTH = 40


def render(whole: "AgreementSet", style: Style) -> Iterator[str]:
    """A box for each agreement, its indicators beside it; inferred derivations are dashed."""
    from pkcheck.unittree import title_of, units_of

    yield "digraph pk {\n    rankdir=BT;\n    node [shape=box];"
    units = units_of(whole)
    for unit in units:
        dashed = " style=dashed" if unit.missing is not None else ""
        yield f"    {_name(unit)} [label={_label(title_of(unit, style.lang))}{dashed}];"
        if unit.agreement is not None:
            yield from _indicators(unit.agreement)
    yield from (f"    {_name(each)} -> {_name(units[each.parent])};" for each in units if each.parent is not None)
    for child, derivations in whole.derivations.items():
        for each in derivations:
            dashed = "" if each.how == "given" else " style=dashed"
            yield f"    {_indicator(child)} -> {_indicator(each.parent)} [color=gray label={_label(each.how)}{dashed}];"
    yield "}"


def _indicators(agreement: "Agreement") -> Iterator[str]:
    for each in agreement.indicators():
        target = f" | {each.target.raw}" if each.target and each.target.raw else ""
        text = visible(f"{each.text}{target}") or each.id
        yield f"    {_indicator(each.id)} [shape=ellipse label={_label(text)}];"
        yield f"    {_indicator(each.id)} -> {_quoted(f'unit {agreement.id}')} [style=dotted arrowhead=none];"


def _name(unit: "Unit") -> str:
    return _quoted(f"unit {unit.agreement.id}" if unit.agreement else f"missing {unit.number}")


def _indicator(name: str) -> str:
    return _quoted(f"indicator {name}")


def _label(text: str) -> str:
    r"""Quoted in lines of _LABEL_WIDTH, with the `\n` that Graphviz breaks lines at."""
    return '"' + r"\n".join(_escaped(line) for line in wrapped(text, _LABEL_WIDTH)) + '"'


def _quoted(text: str) -> str:
    return f'"{_escaped(visible(text))}"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
