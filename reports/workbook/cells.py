"""Text of documents as cells: always text, never a formula, and never longer than a cell may be."""

from pkcheck import workbook_texts as words
from pkcheck.display import visible
from pkcheck.texts import Lang

# A cell of Excel holds 32,767 UTF-16 code units.
_LONGEST = 32_767
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")


def fitting(text: str, lang: Lang) -> str:
    """`text` without what a program obeys, its own line ends kept, cut with a note where a cell cannot hold it."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    if _units(shown) <= _LONGEST:
        return shown
    note = words.CUT.say(lang, count=len(shown))
    kept = shown.encode("utf-16-le")[: (_LONGEST - _units(note)) * 2]
    return kept.decode("utf-16-le", "ignore") + note


def one_line(text: str) -> str:
    """`text` of a document among other lines: a line end of its own does not make it two."""
    return visible(text)


def looks_like_formula(text: str) -> bool:
    """Whether a cell would become a formula once a person has edited it."""
    return text.lstrip().startswith(_FORMULA)


def page_text(text: str, longest: int = 60) -> str:
    """`text` in a page's header: nothing in it is a code of the header, and it is short."""
    shown = visible(text)
    return (shown if len(shown) <= longest else f"{shown[: longest - 1]}…").replace("&", "&&")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
