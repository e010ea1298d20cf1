"""The numbers that programs put before the items of a list, as they are printed: 3, c, C, iii, III."""

from typing import Literal

Form = Literal["decimal", "letter", "LETTER", "roman", "ROMAN"]
_LETTERS = 26
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MAX_ROMAN = 4000


def counted(number: int, form: Form) -> str:
    """`number` in `form`; in digits where it has none, as zero in roman numerals."""
    if form == "decimal" or number < 1 or (form.lower() == "roman" and number >= _MAX_ROMAN):
        return str(number)
    text = _letters(number) if form.lower() == "letter" else _roman(number)
    return text.upper() if form.isupper() else text


def _letters(number: int) -> str:
    """Word goes from z to aa, bb, cc."""
    times, at = divmod(number - 1, _LETTERS)
    return chr(ord("a") + at) * (times + 1) if times < _LETTERS else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text
