"""What a finding rests on, where that was read from a picture: what may have been misread leaves nothing definite.

Rules judge what they are handed and know nothing of scans; this is decided in one place for all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations, product
from typing import Any

from pkcheck import messages
from pkcheck.findings import Certainty, Evidence, Finding
from pkcheck.slips import differs_by_a_slip
from pkcheck.sureness import UNSURE


def weighed(finding: Finding) -> Finding:
    """`finding` as a judgement that says why, where it rests on a reading that a person must check; else as it is.

    That is: on a place read with a confidence below `UNSURE`; on the difference between two texts that recognition may
    have made itself; or on what is missing, of which a stamp or a pale copy leaves nothing to be read.
    """
    scanned = [each for each in finding.evidence if each.source.how == "ocr"]
    if not scanned or not (_unsure(scanned) or _misses_something(finding) or _compares_slips(finding)):
        return finding
    return replace(finding, certainty=Certainty.JUDGEMENT, doubt=messages.READ_FROM_SCAN)


def _unsure(scanned: Sequence[Evidence]) -> bool:
    return any(each.source.confidence is not None and each.source.confidence < UNSURE for each in scanned)


def _misses_something(finding: Finding) -> bool:
    """Nothing that is printed is at fault: no evidence has a part of its quote marked."""
    return all(each.mark is None for each in finding.evidence)


def _compares_slips(finding: Finding) -> bool:
    """What is marked beside what else is marked, or said: the facts among themselves only describe."""
    marks = dict.fromkeys(each.mark for each in finding.evidence if each.mark)
    said = dict.fromkeys(_texts(finding.facts.values()))
    return any(differs_by_a_slip(*pair) for pair in chain(combinations(marks, 2), product(marks, said)))


def _texts(facts: Any) -> Iterator[str]:
    for fact in facts:
        if isinstance(fact, str):
            yield fact
        elif isinstance(fact, (list, tuple)):
            yield from _texts(fact)
