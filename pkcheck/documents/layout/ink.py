"""What a reader of pages hands in: the glyphs and ruling lines of one page, in points from its upper left corner."""

from dataclasses import dataclass

from pkcheck.documents.layout.words import Glyph


class TooMuchInkError(Exception):
    """More on one page than any document has: a drawing, or something made to keep the reader busy."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: `at` is its y where it is horizontal, its x where it is vertical."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Ink:
    """One page."""

    glyphs: tuple[Glyph, ...]
    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    width: float
    height: float
