"""Columns of quarters, months and half years: what their heads are called in the data."""

import re

from pkcheck.interpret.vocabulary import plain_words
from pkcheck.quantities.dates import MONTHS_ID

_LEAD = re.compile(
    r"^(?:(?:target|rencana|aksi|kinerja|volume|per|tahun|periode|bulan|\d{4}|triwulan(?=\s+(?:triwulan|tw|q)\b))\s+)*"
)
_TAIL = re.compile(r"(?:\s+(?:tahun|\d{4}))+$")
_NUMBERED = re.compile(
    r"^(?P<kind>tw|triwulan|tri wulan|kuartal|q|semester|smt|bulan|b)\s*(?:ke)?\s*-?\s*(?P<number>\d{1,2}|i{1,3}|iv)$"
)
_KINDS = {"t": "TW", "k": "TW", "q": "TW", "s": "S", "b": "B"}
_IN_A_YEAR = {"TW": 4, "S": 2, "B": 12}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SHORT_MONTH = 3
_MONTHS = {name[:length].casefold(): name for name in MONTHS_ID for length in (_SHORT_MONTH, len(name))}


def period_of(head: str) -> str | None:
    """The period that a head names ("Target TW II" gives "TW2", "Semester 1" "S1", "Mar" "Maret"); None for others."""
    words = _TAIL.sub("", plain_words(head.replace(".", " ")))
    for bare in (words, _LEAD.sub("", words)):
        if bare in _MONTHS:
            return _MONTHS[bare]
        found = _NUMBERED.match(bare)
        if found:
            kind = _KINDS[found["kind"][0]]
            number = _ROMAN.get(found["number"]) or int(found["number"])
            return f"{kind}{number}" if 1 <= number <= _IN_A_YEAR[kind] else None
    return None
