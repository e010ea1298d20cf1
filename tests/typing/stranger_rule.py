"""PLG001: what somebody else writes as a plug-in, with parameters, checked by mypy like our own code."""

from collections.abc import Iterator
from typing import assert_type

from pydantic import BaseModel, ConfigDict, Field

from pkcheck.graph import Row
from pkcheck.quoting import of_row, quote_row
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="PLG001",
    name="indicator-too-short",
    severity=Severity.INFO,
    certainty=Certainty.JUDGEMENT,
    basis=("INF",),
    title=Text(id="Indikator terlalu singkat", en="The indicator is too short"),
    message=Text(id='"{text}" hanya {words:num} kata.', en='"{text}" has only {words:num} words.'),
    why=Text(id="Yang diukur tidak jelas.", en="It is not clear what is measured."),
    advice=Text(id="Tulis apa yang diukur, dan pada siapa.", en="Write what is measured, and of whom."),
)
VALID = [Example("two-words", "{id: a, objectives: [{no: 1, indicators: [{text: Nilai SAKIP}]}]}")]
INVALID = [Example("one-word", "{id: a, objectives: [{no: 1, indicators: [{text: Nilai}]}]}", finds=[Found("a:1.1")])]


class Options(BaseModel):
    """Parameters of PLG001."""

    model_config = ConfigDict(frozen=True)

    least_words: int = Field(2, description="Jumlah kata paling sedikit.")


def check(row: Row, options: Options) -> Iterator[Finding | NotChecked]:
    """Count the words."""
    words = len(row.indicator.text.split())
    if words < options.least_words:
        found = RULE.found(of_row(row), [quote_row(row)], text=row.indicator.text, words=words)
        assert_type(found, Finding)
        yield found
