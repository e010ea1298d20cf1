"""`graphml`: the whole graph with everything that hangs on it, for Gephi, yEd and networkx."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pkcheck import report_texts
from pkcheck.display import visible
from pkcheck.reporting import Format, Style

if TYPE_CHECKING:
    from pkcheck.graph import AgreementSet

FORMAT = Format("graphml", report_texts.FORMAT_GRAPHML)


def render(whole: "AgreementSet", style: Style) -> Iterator[str]:  # noqa: ARG001  every renderer is called alike
    """The lines of the XML document."""
    import networkx as nx

    from pkcheck.graph import to_networkx

    graph: nx.DiGraph[str] = nx.DiGraph()
    found = to_networkx(whole)
    for node, data in found.nodes(data=True):
        graph.add_node(visible(node), **_plain(data))
    for child, parent, data in found.edges(data=True):
        graph.add_edge(visible(child), visible(parent), **_plain(data))
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield from nx.generate_graphml(graph)


def _plain(data: Mapping[str, Any]) -> dict[str, Any]:
    """Values that GraphML has a type for; XML has no place for control characters, and what is empty is left out."""
    plain = {
        key: value if isinstance(value, bool | int | float) else visible(str(value)) for key, value in data.items()
    }
    return {key: value for key, value in plain.items() if value != ""}
