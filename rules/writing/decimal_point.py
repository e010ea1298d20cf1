"""TXT001: a target has a decimal point where the institution otherwise writes a decimal comma."""

import re
from collections.abc import Iterator

from pkcheck.findings import NotChecked
from pkcheck.graph import AgreementSet, Row, rows_of
from pkcheck.model import Agreement
from pkcheck.quantities.numbers import NUMBER, number_style
from pkcheck.quoting import of_agency, quote_row
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text

RULE = Rule(
    code="TXT001",
    name="decimal-point",
    severity=Severity.INFO,
    certainty=Certainty.DEFINITE,
    basis=("INF",),
    title=Text(id="Titik desimal di antara koma desimal", en="A decimal point among decimal commas"),
    message=Text(
        id="Angka {numbers:list} ditulis dengan titik desimal di {count} tempat, sedangkan selebihnya memakai koma "
        "desimal, misalnya {example}.",
        en="{numbers:list} is written with a decimal point in {count} places, while all others have a decimal comma, "
        "such as {example}.",
    ),
    why=Text(
        id="Titik lazim dibaca sebagai pemisah ribuan, sehingga angka dapat salah dibaca oleh orang maupun aplikasi.",
        en="A point is read as a thousands separator, so that people and programs may misread the figure.",
    ),
    advice=Text(id="Ganti titik desimal dengan koma.", en="Replace the decimal point by a comma."),
)
VALID = [
    Example("commas", '[{id: a, objectives: [{no: 1, text: X, indicators: [{text: I, target: "87,5%"}]}]}]'),
    Example(
        "english-style-throughout",
        """
- {id: a, objectives: [{no: 1, text: X, indicators: [{text: I, target: "87.5%"}, {text: J, target: "1,250,000"}]}]}
""",
    ),
    Example(
        "a-figure-that-was-not-read",
        """
- {id: a, objectives: [{no: 1, text: X, indicators: [{text: I, target: "87,5%"}, {text: J, target: "97,5%"}]}]}
- {id: b, objectives: [{no: 1, text: X, indicators: [{text: I, target: naik 2.5 poin}]}]}
""",
    ),
    Example(
        "a-point-between-thousands",
        """
- {id: a, objectives: [{no: 1, text: X, indicators: [{text: I, target: "87,5%"}, {text: J, target: 1.250 orang}]}]}
""",
    ),
]
INVALID = [
    Example(
        "one-among-commas",
        """
- {id: a, objectives: [{no: 1, text: X, indicators: [{text: I, target: "87.5%"}]}]}
- {id: b, objectives: [{no: 1, text: X, indicators: [{text: I, target: "97,5%"}, {text: J, target: "36,36%"}]}]}
""",
        finds=[Found("a")],
    ),
]
_NUMBER = re.compile(NUMBER)


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    for agency in whole.agencies:
        marked = [(row, number) for row, number in _numbers(agency) if "." in number or "," in number]
        points = [(row, number) for row, number in marked if _is_decimal(number, ".")]
        commas = [(row, number) for row, number in marked if _is_decimal(number, ",")]
        if points and commas and number_style(_figures(agency)) == "id":
            example, written = commas[0]
            yield RULE.found(
                of_agency(agency),
                [*(quote_row(row, number) for row, number in points), quote_row(example, written)],
                key=(),
                numbers=sorted({number for _, number in points}),
                count=len(points),
                example=written,
            )


def _numbers(agency: tuple[Agreement, ...]) -> Iterator[tuple[Row, str]]:
    """Every number in a target that was understood."""
    for row in (row for agreement in agency for row in rows_of(agreement)):
        target = row.indicator.target
        if target and target.raw and target.value is not None:
            yield from ((row, found.group()) for found in _NUMBER.finditer(target.raw))


def _figures(agency: tuple[Agreement, ...]) -> Iterator[str]:
    """Whatever shows how the institution writes numbers: targets and amounts."""
    yield from (number for _, number in _numbers(agency))
    yield from (line.raw for agreement in agency for line in agreement.budget if line.raw)


def _is_decimal(number: str, mark: str) -> bool:
    other = "," if mark == "." else "."
    return number.count(mark) == 1 and other not in number and number_style([number]) == ("en" if mark == "." else "id")
