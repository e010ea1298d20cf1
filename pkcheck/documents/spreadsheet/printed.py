"""A value as its number format prints it, in Indonesian style: 0,975 in a format of percent is "97,5%".

Number formats are those of Office Open XML (ECMA-376, part 1, 18.8.31): up to four sections for positive, negative and
zero numbers and for text; digits as 0, # and ?, literals in quotes or behind a backslash.
"""

import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pkcheck.quantities.dates import MONTHS_ID, format_date
from pkcheck.quantities.numbers import NumberStyle, number_style, parse_number

Value = str | int | float | bool | datetime.datetime | datetime.date | datetime.time | datetime.timedelta | None
GENERAL = "General"
_SHOWN_DIGITS = 10
_MAX_EXPONENT = 20
_SECTIONS = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+')
_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"
    | \\(?P<escaped>.)
    | \[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]
    | \[[^\]]*\]
    | _(?P<skipped>.)
    | \*(?P<filled>.)
    | (?P<general>General)
    | (?P<exponent>[eE][+-])
    | (?P<digits>[#0?][#0?,]*(?:\.[#0?]*)?,*|\.[#0?]+)
    | (?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+|AM/PM|A/P)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PRINTED_NUMBER = re.compile(r"\d[\d.,]*")
# "Samarinda, "d mmmm yyyy
_LEAD = re.compile(r'^(?:\[[^\]]*\])*"(?P<lead>[^"]+)"')
_SHORT_MONTH = 3
_TWO_DIGITS = 2


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def printed(value: Value, number_format: str | None = None) -> str:
    """`value` as a person sees it, lines kept and blanks at their ends not; "" where nothing is seen."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return "\n".join(" ".join(line.split()) for line in value.replace("\r", "\n").split("\n")).strip()
    chosen = number_format or GENERAL
    if isinstance(value, (int, float)):
        return " ".join(_number(value, chosen).split())
    return " ".join(_time(value, chosen).split())


def in_indonesian(text: str, value: float) -> str:
    """`text`, in which `value` or its percentage is printed, with the marks of an Indonesian number.

    A spreadsheet under another language prints 97.5% where this one prints 97,5%.
    """
    found = _PRINTED_NUMBER.search(text)
    digits = found.group().rstrip(".,") if found else ""
    if found is None or _style(digits, abs(Decimal(str(value))) * (100 if "%" in text else 1)) != "en":
        return text
    return text[: found.start()] + digits.translate(str.maketrans(",.", ".,")) + text[found.start() + len(digits) :]


def _style(digits: str, meant: Decimal) -> NumberStyle | None:
    """The style of `digits`: the only one they can be in, else the one in which they say what is meant."""
    own = number_style([digits])
    if own is not None:
        return own
    styles: tuple[NumberStyle, ...] = ("id", "en")
    fitting = [style for style in styles if _is_rounded(meant, parse_number(digits, style), digits)]
    return fitting[0] if len(fitting) == 1 else None


def _is_rounded(meant: Decimal, shown: Decimal | None, digits: str) -> bool:
    if shown is None:
        return False
    places = max(len(digits) - 1 - max(digits.rfind("."), digits.rfind(",")), 0) if set(digits) & {".", ","} else 0
    return abs(meant - shown) <= Decimal(1).scaleb(-places if shown % 1 else 0)


def _number(value: float, number_format: str) -> str:
    exact = _exact(value)
    if exact is None:
        return str(value)
    sections = _SECTIONS.findall(number_format) or [GENERAL]
    shown, section = exact, sections[0]
    if len(sections) > 1 and exact < 0:
        shown, section = -exact, sections[1]
    elif len(sections) > 2 and exact == 0:  # noqa: PLR2004
        section = sections[2]
    tokens = _tokens(section)
    if any(token.kind == "date" for token in tokens) and not any(token.kind == "digits" for token in tokens):
        return _plain(exact)
    sign = "-" if shown < 0 else ""
    return f"{sign}{_filled(tokens, abs(shown))}"


def _exact(value: float) -> Decimal | None:
    exact = Decimal(str(value))
    return exact if exact.is_finite() and abs(exact.adjusted()) < _MAX_EXPONENT else None


def _general(value: Decimal) -> Decimal:
    """No more digits than a cell of the format General shows: 0,30000000000000004 is 0,3."""
    places = max(0, _SHOWN_DIGITS - max(value.adjusted() + 1, 1))
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _filled(tokens: list[_Token], value: Decimal) -> str:
    """The tokens of a section, the number in place of its digits."""
    percents = sum(token.kind == "other" and token.text == "%" for token in tokens)
    scaled = value.scaleb(2 * percents)
    if any(token.kind == "exponent" or (token.kind == "other" and token.text == "/") for token in tokens):
        return _plain(value)
    if not any(token.kind in ("digits", "general") for token in tokens):
        literal = "".join(_literal(token) for token in tokens)
        return _plain(scaled) if "@" in literal or not literal.strip() else literal
    out: list[str] = []
    done = False
    for token in tokens:
        if token.kind in ("digits", "general"):
            if not done:
                out.append(_plain(scaled) if token.kind == "general" else _digits(token.text, scaled))
            done = True
        elif token.kind != "exponent":
            out.append(_literal(token))
    return "".join(out)


def _plain(value: Decimal) -> str:
    """A number as the format General prints it: without marks for thousands."""
    text = f"{_general(value):f}"
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole},{decimals}" if decimals else whole


def _digits(pattern: str, value: Decimal) -> str:
    """The number as "#,##0.00" prints it; commas at the end of the pattern divide by a thousand each."""
    bare = pattern.rstrip(",")
    value = value.scaleb(-3 * (len(pattern) - len(bare)))
    whole_pattern, _, decimal_pattern = bare.partition(".")
    most, least = len(decimal_pattern), decimal_pattern.count("0")
    text = f"{value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP):f}"
    whole, _, decimals = text.partition(".")
    while len(decimals) > least and decimals.endswith("0"):
        decimals = decimals[:-1]
    whole = whole.lstrip("0").rjust(whole_pattern.count("0"), "0")
    if "," in whole_pattern and whole:
        whole = f"{int(whole):,}".replace(",", ".")
    return f"{whole},{decimals}" if decimals else whole


def _literal(token: _Token) -> str:
    return " " if token.kind in ("skipped", "filled") else token.text


def _tokens(section: str) -> list[_Token]:
    found = _TOKEN.finditer(section)
    return [_Token(each.lastgroup, each[each.lastgroup] or "") for each in found if each.lastgroup is not None]


def _time(
    value: datetime.datetime | datetime.date | datetime.time | datetime.timedelta,
    number_format: str,
) -> str:
    if isinstance(value, datetime.timedelta):
        return str(value)
    if isinstance(value, datetime.time):
        return value.strftime("%H.%M")
    tokens = _tokens((_SECTIONS.findall(number_format) or [GENERAL])[0])
    parts = {token.text[0].lower() for token in tokens if token.kind == "date"}
    if isinstance(value, datetime.datetime) and parts and not parts & {"y", "d"} and parts & {"h", "s"}:
        return value.strftime("%H.%M")
    if parts and not parts >= {"y", "m", "d"} and not parts & {"h", "s"}:
        return "".join(_date_part(token, value) for token in tokens)
    lead = _LEAD.match(number_format)
    return f"{lead['lead'] if lead else ''}{format_date(value)}"


def _date_part(token: _Token, day: datetime.date) -> str:
    if token.kind != "date":
        return "" if token.text == "@" else _literal(token)
    text = token.text.lower()
    if text[0] == "y":
        return str(day.year) if len(text) > _TWO_DIGITS else f"{day.year % 100:02d}"
    if text[0] == "m":
        name = MONTHS_ID[day.month - 1]
        return name if len(text) > _SHORT_MONTH else name[:3] if len(text) == _SHORT_MONTH else str(day.month)
    if text[0] == "d" and len(text) <= _TWO_DIGITS:
        return str(day.day)
    return ""
