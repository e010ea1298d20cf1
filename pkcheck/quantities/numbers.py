"""Numbers in Indonesian ("1.234,5") and English ("1,234.5") style, told apart by evidence, never by a locale.

One text often does not show its style: "1.234" is twelve hundred in one and one and a bit in the other. So a number is
read with a style that other numbers of the same document prove (`number_style`), and without one by what it can only be.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

NumberStyle = Literal["id", "en"]

NUMBER = r"[-+]?\d(?:[\d.,]|(?<=[.,])\s(?=\d))*(?<=\d)|[-+]?\d"
_SHAPE = re.compile(r"^[-+]?\d+(?:[.,]\d+)*$", re.ASCII)
_SPACE_IN_GROUP = re.compile(r"(?<=[.,])\s+(?=[0-9])")
_FIND = re.compile(NUMBER, re.ASCII)
_MARKS: dict[NumberStyle, tuple[str, str]] = {"id": (".", ","), "en": (",", ".")}
_GROUP = 3
_MAX_DIGITS = 40


def parse_number(text: str, style: NumberStyle | None = None) -> Decimal | None:
    """One number and nothing else; None where it is no number in any style.

    With two kinds of mark the last one is the decimal mark. With one kind, what `style` says is taken unless the digits
    forbid it. Without a style, several equal marks part groups of three, and a single mark followed by exactly three
    digits parts thousands if it is a dot and decimals if it is a comma: Indonesian is the ordinary case.
    """
    bare = _SPACE_IN_GROUP.sub("", text.strip())
    if not _SHAPE.match(bare) or sum(each.isdigit() for each in bare) > _MAX_DIGITS:
        return None
    own = _style_of(bare)
    for candidate in dict.fromkeys((own or style or "id", "id", "en")):
        value = _in_style(bare, candidate)
        if value is not None:
            return value
    return None


def number_style(texts: Iterable[str]) -> NumberStyle | None:
    """The style that the numbers in `texts` prove; None where none proves one, or they contradict each other evenly.

    Each number that can be read in one style only is a vote: "97,5" and "1.234.567" are Indonesian, "87.5" and
    "1,234,567" English. A vote by a group of three counts double: a decimal point is the commoner slip.
    """
    votes = {"id": 0, "en": 0}
    for text in texts:
        for found in _FIND.finditer(text):
            bare = _SPACE_IN_GROUP.sub("", found.group())
            style = _style_of(bare)
            if style is not None:
                votes[style] += 2 if _grouped(bare, style) else 1
    if votes["id"] == votes["en"]:
        return None
    return "id" if votes["id"] > votes["en"] else "en"


def format_number(value: Decimal | float, style: NumberStyle = "id") -> str:
    """A number with grouped thousands and no more decimals than it has: 1234.5 gives "1.234,5" or "1,234.5"."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    plain = f"{exact:,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain if style == "en" else plain.translate(str.maketrans(",.", ".,"))


def _style_of(bare: str) -> NumberStyle | None:
    """The one style in which `bare` can be read, None where it could be both or neither."""
    possible = [style for style in _MARKS if _in_style(bare, style) is not None]
    return possible[0] if len(possible) == 1 else None


def _in_style(bare: str, style: NumberStyle) -> Decimal | None:
    group, point = _MARKS[style]
    sign, digits = (bare[0], bare[1:]) if bare[0] in "+-" else ("", bare)
    whole, _, decimals = digits.partition(point)
    if point in decimals or group in decimals:
        return None
    first, *groups = whole.split(group)
    if groups and (not 1 <= len(first) <= _GROUP or first == "0" or any(len(each) != _GROUP for each in groups)):
        return None
    return Decimal(f"{sign}{first}{''.join(groups)}{'.' if decimals else ''}{decimals}")


def _grouped(bare: str, style: NumberStyle) -> bool:
    return _MARKS[style][0] in bare
