"""Names of people that optical recognition got wrong, by how they stand elsewhere in the set.

Only what two spellings share at a glance is made one: blanks, marks on letters, letters that look alike. Whose name has
another letter is the affair of a rule.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from pkcheck import messages
from pkcheck.model import Agreement, Annex, Party, Signature, Source, Statement
from pkcheck.notes import Note
from pkcheck.slips import is_marked, look_alike
from pkcheck.texts import Fact

_Named = TypeVar("_Named", Party, Signature)
_Paged = TypeVar("_Paged", Statement, Annex)
_DIGIT = re.compile(r"\d")


def with_known_names(
    read: Sequence[Sequence[Agreement]],
) -> tuple[tuple[tuple[Agreement, ...], tuple[Note, ...]], ...]:
    """The agreements of each file with the names that the set knows, and notes of what was read instead.

    What was not read from a picture stays as it is, whatever it says.
    """
    known = _known(each for agreements in read for agreement in agreements for each in _named(agreement))
    return tuple(
        (tuple(_repaired(each, known) for each in agreements), tuple(_notes(agreements, known))) for agreements in read
    )


def _named(agreement: Agreement) -> Iterator[Party | Signature]:
    pages = [page.signatures for page in (agreement.statement, agreement.annex) if page]
    blocks = [each for page in pages for each in (page.first, page.second)]
    yield from (each for each in (agreement.first_party, agreement.second_party, *blocks) if each and each.name)


def _known(named: Iterable[Party | Signature]) -> Mapping[str, str]:
    """The best spelling of each name by how it looks: not from a picture, without marks, of the most words, the most frequent."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    printed: set[str] = set()
    for each in named:
        name = each.name or ""
        spellings[look_alike(name)][name] += 1
        if not _is_scanned(each.source):
            printed.add(name)

    def merit(spelling: tuple[str, int]) -> tuple[bool, bool, int, int]:
        name, count = spelling
        return name in printed, not is_marked(name), len(name.split()), count

    return {look: max(counts.items(), key=merit)[0] for look, counts in spellings.items() if len(counts) > 1}


def _right(named: Party | Signature | None, known: Mapping[str, str]) -> str | None:
    """The name that is to stand there instead; None where there is none, and for what has digits in it."""
    if named is None or not named.name or not _is_scanned(named.source) or _DIGIT.search(named.name):
        return None
    right = known.get(look_alike(named.name), named.name)
    is_same = right.casefold().split() == named.name.casefold().split()
    return None if is_same or _DIGIT.search(right) else right


def _repaired(agreement: Agreement, known: Mapping[str, str]) -> Agreement:
    if not any(_right(each, known) for each in _named(agreement)):
        return agreement
    return agreement.model_copy(
        update={
            "first_party": _renamed(agreement.first_party, known),
            "second_party": _renamed(agreement.second_party, known),
            "statement": _signed(agreement.statement, known),
            "annex": _signed(agreement.annex, known),
        }
    )


def _signed(page: _Paged | None, known: Mapping[str, str]) -> _Paged | None:
    if page is None:
        return None
    first, second = (_renamed(each, known) for each in (page.signatures.first, page.signatures.second))
    return page.model_copy(update={"signatures": page.signatures.model_copy(update={"first": first, "second": second})})


def _renamed(named: _Named | None, known: Mapping[str, str]) -> _Named | None:
    right = _right(named, known)
    return named if named is None or right is None else named.model_copy(update={"name": right})


def _notes(agreements: Sequence[Agreement], known: Mapping[str, str]) -> Iterator[Note]:
    for each in (each for agreement in agreements for each in _named(agreement)):
        right = _right(each, known)
        if right and each.source:
            facts: dict[str, Fact] = {"page": each.source.page or 1, "words": (f'"{each.name}" → "{right}"',)}
            yield Note("remark", messages.SCAN_REPAIRED, each.source, facts)


def _is_scanned(source: Source | None) -> bool:
    return source is not None and source.how == "ocr"
