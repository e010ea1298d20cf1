"""What stands in the cells of one row: lines run together, words that a narrow column broke, lists beside their figures."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from pkcheck.documents.layout.words import Box, PrintedLine, run_together
from pkcheck.lexicon import lexicon

_PADDING = 6.5
_FIGURE = re.compile(r"^(?:[<>≤≥±]\s*)?(?:Rp\.?\s*)?\d")
_ENUMERATED = re.compile(r"^\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z])[.)]?\s+(?=\S)")
_FEWEST_COLUMNS = 3
_Lines = Sequence[PrintedLine]


def cell_texts(cells: Sequence[tuple[_Lines, Box]]) -> tuple[str, ...]:
    """The text of each cell of a row, given its lines and its box.

    A cell is one line of text, but where several figures stand in one and as many items in another: these are parted by
    line ends, one for each figure.
    """
    figures = next((lines for lines, _ in cells if _are_figures(lines)), ()) if len(cells) >= _FEWEST_COLUMNS else ()
    return tuple(
        "\n".join(_text(item, box) for item in (_items(lines, figures) if figures else ()) or (lines,))
        for lines, box in cells
    )


def _are_figures(lines: _Lines) -> bool:
    return len(lines) > 1 and all(_FIGURE.match(line.text) for line in lines)


def _items(lines: _Lines, figures: _Lines) -> tuple[_Lines, ...]:
    """The lines of a list by item, as many as there are figures; nothing where they do not come to that."""
    if lines is figures:
        return tuple([line] for line in lines)
    for starts in (_by_number(lines), _by_height(lines, figures)):
        if len(starts) == len(figures):
            return tuple(lines[start:end] for start, end in pairwise((*starts, len(lines))))
    return ()


def _by_number(lines: _Lines) -> tuple[int, ...]:
    starts = tuple(at for at, line in enumerate(lines) if _ENUMERATED.match(line.text))
    return starts if starts[:1] == (0,) else ()


def _by_height(lines: _Lines, figures: _Lines) -> tuple[int, ...]:
    """Where a figure stands on the line of a sentence's beginning, each of them from the first line on."""
    starts = tuple(at for at, line in enumerate(lines) if any(_on_one_line(line, figure) for figure in figures))
    are_openings = all(lines[at].text[:1].isupper() for at in starts) and starts[:1] == (0,)
    return starts if are_openings else ()


def _on_one_line(one: PrintedLine, other: PrintedLine) -> bool:
    middles = [(line.box[1] + line.box[3]) / 2 for line in (one, other)]
    return abs(middles[0] - middles[1]) < min(one.height, other.height) / 3


def _text(lines: _Lines, box: Box) -> str:
    """The lines run together, without the blank in a word that was too long for its column."""
    parts: list[str] = []
    for at, line in enumerate(lines):
        if at and _breaks_a_word(lines[at - 1], line, box):
            parts[-1] += line.text
        else:
            parts.append(line.text)
    return run_together(parts)


def _breaks_a_word(above: PrintedLine, below: PrintedLine, box: Box) -> bool:
    """Whether a line is one word that fills its column to the last letter, is none that is known, and goes on below."""
    first, rest = above.words, below.words[0].text
    if len(first) > 1 or not first[0].text.isalpha() or first[0].text.isupper() or not rest[:1].islower():
        return False
    known = {*lexicon().words, *lexicon().stopwords, *lexicon().institution_words, *lexicon().measure_words}
    if first[0].text.casefold() in known or (rest.casefold() in known and len(rest) > len("ini")):
        return False
    width = above.box[2] - above.box[0]
    return box[2] - box[0] - width < 2 * _PADDING + fmean((width / len(first[0].text), below.words[0].height / 2))
