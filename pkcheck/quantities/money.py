"""Rupiah as agreements print it: "Rp 9.441.375.000,-", "Rp. 9.985.639. 757,-", "Rp -", "2,5 miliar"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pkcheck.quantities.numbers import NumberStyle, format_number, parse_number

_AMOUNT = re.compile(
    r"""^\s*
    (?P<open>\()?\s*                           # accountants put what is negative in brackets
    (?P<minus>-(?=\s*(?:rp|\d)))?\s*
    (?:rp|idr)?\s*\.?\s*:?\s*
    (?P<open2>\()?\s*
    (?P<minus2>-(?=\s*\d))?\s*
    (?P<digits>\d[\d.,\s]*?)?
    \s*(?P<scale>ribu|rb|juta|jt|mil[iy]ar|mil[iy]ard|m|tril[iy]un|t)?\.?
    \s*(?P<nil>[-–—]+(?:,[-–—]+)?)?
    (?:\s*rupiah)?
    \s*(?P<close>\))?\s*\.?\s*$""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
# What nearly all of them look like: "Rp 9.441.375.000,-".
_USUAL = re.compile(r"Rp\.? ?([0-9]{1,3}(?:\.[0-9]{3})+)(?:,-)?")
_SCALES = {"r": 10**3, "j": 10**6, "m": 10**9, "t": 10**12}
_IN_WORDS = re.compile(r"\(\s*[A-Za-z][A-Za-z\s]*\)\s*$")
_DASH_TAIL = re.compile(r"(?<=\d)\s*[.,]\s*[-–—=]+\s*$")
_GROUPS_OF_THREE = re.compile(r"^\d{1,3}(?:[.,]\d{3})+$")
_CENTS = 2


@dataclass(frozen=True, slots=True)
class Rupiah:
    """An amount in whole rupiah; `nil` for a printed dash, `fraction` for what was printed below one rupiah."""

    amount: int
    nil: bool = False
    fraction: Decimal = Decimal(0)


def parse_rupiah(text: str, style: NumberStyle | None = None, scale: int = 1) -> Rupiah | None:
    """Read one amount of money, in whole rupiah; `scale` is how many rupiah its column counts in ("dalam juta rupiah").

    "juta", "miliar" and "triliun" multiply; a printed dash is `Rupiah(0, nil=True)`; None where no amount stands there.
    Raises nothing: what cannot be read becomes the caller's reading note.
    Source: the forms seen in real agreements, tests/quantities/test_money.py.
    """
    usual = _USUAL.fullmatch(text)
    if usual:
        return Rupiah(int(usual[1].replace(".", "")))
    bare = " ".join(text.split())
    printed = _IN_WORDS.sub("", bare) if re.search(r"\d", bare) else bare
    found = _AMOUNT.match(_DASH_TAIL.sub("", printed))
    if not found or [found["open"], found["open2"]].count("(") != [found["close"]].count(")"):
        return None
    if found["digits"] is None:
        return Rupiah(0, nil=True) if found["nil"] and not found["scale"] else None
    value = _value(found["digits"], found["scale"], style)
    if value is None:
        return None
    scaled = value * _SCALES[found["scale"][0].lower()] if found["scale"] else value * scale
    if found["minus"] or found["minus2"] or found["close"]:
        scaled = -scaled
    whole = int(scaled)
    return Rupiah(whole, fraction=abs(scaled - whole))


def format_rupiah(amount: int, lang: Literal["id", "en"] = "id") -> str:
    """Whole rupiah in the reader's style: "Rp 9.441.375.000" or "Rp 9,441,375,000"."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp {format_number(abs(amount), lang)}"


def _value(digits: str, scale: str | None, style: NumberStyle | None) -> Decimal | None:
    """The number; money without a scale has groups of three, and at most two digits below one rupiah."""
    bare = re.sub(r"\s+", "", digits).rstrip(".,")
    if scale:
        return parse_number(bare, style)
    if _GROUPS_OF_THREE.match(bare) and len(set(re.findall(r"[.,]", bare))) == 1:
        return Decimal(re.sub(r"[.,]", "", bare))
    value = parse_number(bare, style)
    if value is None or -int(value.normalize().as_tuple().exponent) > _CENTS:
        return None
    return value
