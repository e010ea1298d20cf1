"""What rests on an unsure reading of a scan is a judgement that says why, whichever rule found it."""

import pytest

from pkcheck.doubt import weighed
from pkcheck.findings import Certainty, Evidence, Finding, Severity, Subject
from pkcheck.messages import READ_FROM_SCAN
from pkcheck.model import Source
from pkcheck.sureness import UNSURE
from pkcheck.texts import Fact, Text

SURE = Source(file="a.pdf", page=1, how="ocr", confidence=0.99)
TYPED = Source(file="b.docx", line=3, how="text")


def found(*evidence: tuple[Source, str | None], **facts: Fact) -> Finding:
    return Finding(
        "PTY002",
        Severity.WARNING,
        Certainty.DEFINITE,
        Subject("party", "a:first", "a", "Bagian Umum"),
        facts,
        tuple(Evidence(source, f"Nama: {mark}", mark) for source, mark in evidence),
        Text(id="Nama berbeda.", en="Names differ."),
    )


def scanned(confidence: float) -> Source:
    return SURE.model_copy(update={"confidence": confidence})


DOUBTFUL = {
    "a-place-below-the-border": found((scanned(UNSURE - 0.01), "100%"), (SURE, "90%")),
    "marks-on-letters": found((SURE, "drg. Síti Khadijah"), (SURE, "drg. Siti Khadijah")),
    "blanks": found((SURE, "FahmiIdris"), (TYPED, "Fahmi Idris")),
    "a-letter-in-a-long-name": found((SURE, "Bambang Daryatmo"), (SURE, "Bambang Daryatno")),
    "a-word-beside-what-it-should-be": found((SURE, "Presentase"), right="Persentase"),
    "a-sign-of-percent-that-is-not-there": found((SURE, "100"), (SURE, "100%")),
    "what-is-missing": found((SURE, None)),
}
CERTAIN = {
    "a-place-on-the-border": found((scanned(UNSURE), "100%"), (SURE, "90%")),
    "another-figure": found((SURE, "100%"), (SURE, "101%")),
    "another-name": found((SURE, "Nurdyanawan"), (SURE, "Nurdiyawan")),
    "another-letter-in-a-short-name": found((SURE, "Budi"), (SURE, "Rudi")),
    "another-case": found((SURE, "Pihak Kedua"), (SURE, "PIHAK KEDUA")),
    "facts-that-only-describe": found((SURE, "1 Lap"), (SURE, "90%"), own="Data pemilih", other="Data pemiliih"),
    "a-quoted-fact": found((SURE, "1 Lap"), own='"1 Lap"'),
    "a-slip-in-a-typed-text": found((TYPED, "drg. Síti Khadijah"), (TYPED, "drg. Siti Khadijah")),
    "what-is-missing-from-a-typed-text": found((TYPED, None)),
}


@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_may_be_misread_is_a_judgement_that_says_so_and_the_same_finding(name: str) -> None:
    finding = DOUBTFUL[name]
    told = weighed(finding)
    assert (told.certainty, told.doubt) == (Certainty.JUDGEMENT, READ_FROM_SCAN)
    assert told.fingerprint == finding.fingerprint


@pytest.mark.parametrize("name", CERTAIN)
def test_what_cannot_be_misread_stays_definite(name: str) -> None:
    assert weighed(CERTAIN[name]) is CERTAIN[name]
