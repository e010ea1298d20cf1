"""The same agreement in two files, as Word and as scan, as document and as data: only one of them is judged.

Judged twice, every finding would be told twice, and a unit would have its budget twice.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pkcheck import messages
from pkcheck.model import Agreement, Source
from pkcheck.names import equal_name, name_words, similar_name
from pkcheck.notes import Note
from pkcheck.positions import office, same_office
from pkcheck.wording import normal

_NOT_PRINTED = {
    "id", "source", "sources", "supervisor", "supervisor_inferred", "derives_from", "inferred", "unread", "pkcheck",
    "is_iku", "polarity", "not_cascaded", "accumulation", "signed",
}  # fmt: skip
_WORD = re.compile(r"\w+|%")
_IN_COMMON = 0.8


@dataclass(frozen=True, slots=True)
class FileReading:
    """What was read from one file; `is_data` where a person wrote or mended it as data."""

    file: str
    is_data: bool
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Parted:
    """The agreements of a file that are to be judged, and notes on those that are judged from another file."""

    agreements: tuple[Agreement, ...]
    notes: tuple[Note, ...]


def part_twins(files: Sequence[FileReading]) -> list[Parted]:
    """For every file what is left of it; data goes before documents, text before scans, then the file read first.

    Two data files have no twins: their ids are their own. Within one file nothing is taken for a twin. An agreement with
    another date, or with other indicators, is another agreement and no twin, whoever signed it.
    """
    if len(files) < 2 or all(each.is_data for each in files):  # noqa: PLR2004  two make a pair
        return [Parted(each.agreements, ()) for each in files]
    kept = _Kept()
    twins: dict[tuple[int, int], tuple[_Copy, _Copy]] = {}
    for copy in sorted(_copies(files), key=lambda each: each.rank):
        other = kept.twin_of(copy)
        if other is None:
            kept.add(copy)
        else:
            twins[copy.file, copy.at] = copy, other
    return [
        Parted(
            tuple(each for at, each in enumerate(reading.agreements) if (number, at) not in twins),
            tuple(_notes([pair for (of, _), pair in sorted(twins.items(), key=_by_place) if of == number], files)),
        )
        for number, reading in enumerate(files)
    ]


@dataclass(frozen=True, slots=True)
class _Copy:
    """Agreement `at` of file number `file`."""

    file: int
    at: int
    agreement: Agreement
    is_data: bool
    content: str

    @property
    def is_scanned(self) -> bool:
        return _is_scanned(self.agreement)

    @property
    def rank(self) -> tuple[bool, bool, int, int, int]:
        """The lowest is judged."""
        return not self.is_data, self.is_scanned, len(self.agreement.unread), self.file, self.at


@dataclass
class _Kept:
    """What will be judged, found by content, and by the year with the name or the office."""

    by_content: dict[str, list[_Copy]] = field(default_factory=lambda: defaultdict(list))
    by_signatory: dict[tuple[object, ...], list[_Copy]] = field(default_factory=lambda: defaultdict(list))

    def add(self, copy: _Copy) -> None:
        self.by_content[copy.content].append(copy)
        for key in _signatory_keys(copy.agreement):
            self.by_signatory[key].append(copy)

    def twin_of(self, copy: _Copy) -> _Copy | None:
        """Of the same content first."""
        near = [each for key in _signatory_keys(copy.agreement) for each in self.by_signatory.get(key, ())]
        candidates = [*self.by_content.get(copy.content, ()), *(each for each in near if _is_same(copy, each))]
        return next(
            (each for each in candidates if each.file != copy.file and not (copy.is_data and each.is_data)), None
        )


def _copies(files: Sequence[FileReading]) -> Iterator[_Copy]:
    for number, reading in enumerate(files):
        for at, agreement in enumerate(reading.agreements):
            yield _Copy(number, at, agreement, reading.is_data, _content(agreement))


def _content(agreement: Agreement) -> str:
    """All that is printed, without spaces and punctuation."""
    return json.dumps(_printed(agreement.model_dump(mode="json")), sort_keys=True)


def _printed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _printed(each) for name, each in value.items() if name not in _NOT_PRINTED}
    if isinstance(value, list):
        return [_printed(each) for each in value]
    return _letters(value) if isinstance(value, str) else value


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _signatory_keys(agreement: Agreement) -> Iterator[tuple[object, ...]]:
    party = agreement.first_party
    if party and party.name and party.position and agreement.fiscal_year is not None:
        yield agreement.fiscal_year, "name", "".join(name_words(party.name))
        yield agreement.fiscal_year, "office", "".join(office(party.position, agreement.institution))


def _is_same(one: _Copy, other: _Copy) -> bool:
    """Whether two readings are of one agreement: signatory, institution, revision, dates and most indicators."""
    a, b = one.agreement, other.agreement
    named = similar_name if one.is_scanned or other.is_scanned else equal_name
    first, second = a.first_party, b.first_party
    return (
        first is not None
        and second is not None
        and (named(first.name or "", second.name or "") or equal_name(first.name or "", second.name or ""))
        and same_office(office(first.position or "", a.institution), office(second.position or "", b.institution))
        and (not a.institution or not b.institution or normal(a.institution) == normal(b.institution))
        and (a.revision.number if a.revision else None, bool(a.revision))
        == (b.revision.number if b.revision else None, bool(b.revision))
        and not _dates_differ(a, b)
        and _in_common(a, b) >= _IN_COMMON
    )


def _dates_differ(one: Agreement, other: Agreement) -> bool:
    pairs = ((one.statement, other.statement), (one.annex, other.annex))
    return any(a and b and a.date and b.date and a.date != b.date for a, b in pairs)


def _in_common(one: Agreement, other: Agreement) -> float:
    """The share of indicators that both have; of those that have none, 0."""
    a, b = ({_letters(each.text) for each in agreement.indicators()} for agreement in (one, other))
    return len(a & b) / len(a | b) if a | b else 0.0


def _is_scanned(agreement: Agreement) -> bool:
    sources: list[Source | None] = [agreement.source, *(each.source for each in agreement.indicators())]
    sources += [each.source for each in (agreement.first_party, agreement.second_party) if each]
    return any(each.how == "ocr" for each in sources if each)


def _by_place(item: tuple[tuple[int, int], tuple[_Copy, _Copy]]) -> tuple[int, int]:
    return item[0]


def _notes(twins: Sequence[tuple[_Copy, _Copy]], files: Sequence[FileReading]) -> Iterator[Note]:
    """One for all that are the same as in one other file, one for each that differs."""
    same: dict[int, list[_Copy]] = defaultdict(list)
    for copy, other in twins:
        if copy.content == other.content:
            same[other.file].append(copy)
    for number, copies in same.items():
        source = Source(file=files[copies[0].file].file)
        yield Note("remark", messages.TWIN_SAME, source, {"count": len(copies), "other": files[number].file})
    for copy, other in twins:
        if copy.content != other.content:
            file, agreement = files[copy.file].file, copy.agreement
            position = agreement.first_party.position if agreement.first_party else None
            facts = {"position": position or agreement.id, "other": files[other.file].file, "file": file}
            if copy.is_scanned or other.is_scanned:
                yield Note("remark", messages.TWIN_READ_OTHERWISE, agreement.source or Source(file=file), facts)
            else:
                yield Note("problem", messages.TWIN_DIFFERS, agreement.source or Source(file=file), facts)
