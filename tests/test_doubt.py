"""A finding that rests on a doubtful reading of a scan is a judgement that says so; no other finding is touched."""

from dataclasses import replace
from typing import Any

import pytest

from pkcheck import messages
from pkcheck.doubt import weighed
from pkcheck.findings import Certainty, Evidence, Finding, Severity, Subject
from pkcheck.model import UNSURE, Source
from pkcheck.texts import Text

SURE = Source(file="pk.pdf", page=1, line=3, how="ocr", confidence=0.99)
UNSURE_PLACE = SURE.model_copy(update={"confidence": UNSURE - 0.01})
PRINTED = Source(file="pk.pdf", page=1, line=3, how="text")


def finding(*evidence: Evidence, **facts: Any) -> Finding:
    subject = Subject("agreement", "camat", "camat", "Camat")
    said = Text(id="Nama berbeda.", en="Names differ.")
    return Finding("PTY002", Severity.ERROR, Certainty.DEFINITE, subject, facts, evidence, said)


def quote(source: Source, mark: str | None) -> Evidence:
    return Evidence(source, "Camat, Sri Lestari", mark)


@pytest.mark.parametrize(
    "doubtful",
    [
        finding(quote(UNSURE_PLACE, "Sri Lestari")),
        finding(quote(SURE, "Sri Lestari"), quote(UNSURE_PLACE, "Dewi")),
        finding(quote(SURE, None)),
        finding(quote(SURE, "Sumarni"), quote(SURE, "Sumami")),
        finding(quote(SURE, "Nama"), names=["Ratna Wulandari", "Ratna Wuiandari"]),
    ],
)
def test_what_may_have_been_misread_is_a_judgement_that_says_so(doubtful: Finding) -> None:
    assert weighed(doubtful) == replace(doubtful, certainty=Certainty.JUDGEMENT, doubt=messages.READ_FROM_SCAN)


@pytest.mark.parametrize(
    "plain",
    [
        finding(quote(SURE, "Sri Lestari"), quote(SURE, "Dewi Anggraini")),
        finding(quote(PRINTED, None)),
        finding(quote(PRINTED, "Sumarni"), quote(PRINTED, "Sumami")),
        finding(quote(SURE, "12 dokumen"), quote(SURE, "13 dokumen")),
        finding(),
    ],
)
def test_what_was_read_surely_or_printed_stays_as_the_rule_says(plain: Finding) -> None:
    assert weighed(plain) is plain
