"""The colours of pictures: on white, for slides and print. A page gives its own, for light and dark, by class."""

from collections.abc import Mapping
from types import MappingProxyType

INK, FAINT, LINE, PAPER = "#1c1f23", "#59636e", "#8b949e", "#ffffff"
OWN, HANDED, RIBBON = "#2f6fbf", "#5b8f3a", "#c9dcf2"
# For each level the edge of a box, its inside, and a sign that tells it without colour.
LEVEL_COLOURS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "error": ("#a40e26", "#fdecec"),
        "warning": ("#8a5a00", "#fff4d6"),
        "judgement": ("#5b4a9e", "#f0edfb"),
        "info": ("#0b5cad", "#eaf3fd"),
        "none": ("#59636e", "#ffffff"),
        "missing": ("#59636e", "#f4f5f7"),
    }
)
SIGNS: Mapping[str, str] = MappingProxyType(
    {"error": "✕", "warning": "▲", "judgement": "?", "info": "i", "none": "–", "missing": "∅"}
)
