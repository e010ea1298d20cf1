"""Two pages on one sheet, or two columns of text: the left one is read before the right one."""

from dataclasses import replace

from pkcheck.documents.layout.ink import Ink
from pkcheck.documents.layout.words import Glyph, lines_of

_NEAR_MIDDLE = 0.05
_WIDE = 0.025
_SENTENCE = 4
_SENTENCES = 3
_TALL = 0.5


def halves_of(ink: Ink) -> tuple[Ink, ...]:
    """`ink` as its left and right half where nothing crosses a wide gap in the middle and both halves hold sentences.

    Where only figures or signatures stand on one side, the sheet is one page.
    """
    gutter = _gutter(ink)
    if gutter is None:
        return (ink,)
    left = replace(
        ink,
        glyphs=tuple(glyph for glyph in ink.glyphs if glyph.x1 <= gutter),
        across=tuple(rule for rule in ink.across if rule.end <= gutter),
        down=tuple(rule for rule in ink.down if rule.at <= gutter),
    )
    right = replace(
        ink,
        glyphs=tuple(glyph for glyph in ink.glyphs if glyph.x1 > gutter),
        across=tuple(rule for rule in ink.across if rule.end > gutter),
        down=tuple(rule for rule in ink.down if rule.at > gutter),
    )
    tall = all(_height(half.glyphs) >= _TALL * _height(ink.glyphs) for half in (left, right))
    return (left, right) if tall and _is_text(left) and _is_text(right) else (ink,)


def _gutter(ink: Ink) -> float | None:
    """The middle of a gap that runs down the middle of the sheet."""
    middle, reach = ink.width / 2, _NEAR_MIDDLE * ink.width
    spans = [(glyph.x0, glyph.x1) for glyph in ink.glyphs if not glyph.text.isspace()]
    spans += [(rule.start, rule.end) for rule in ink.across]
    end = 0.0
    for left, right in sorted(spans):
        if end and left - end >= _WIDE * ink.width and abs((left + end) / 2 - middle) <= reach:
            return (left + end) / 2
        end = max(end, right)
    return None


def _height(glyphs: tuple[Glyph, ...]) -> float:
    return max((glyph.bottom for glyph in glyphs), default=0.0) - min((glyph.top for glyph in glyphs), default=0.0)


def _is_text(half: Ink) -> bool:
    """Sentences, or a ruled table with several words in a line."""
    return sum(len(line.words) >= _SENTENCE for line in lines_of(half.glyphs)) >= _SENTENCES
