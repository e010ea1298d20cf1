"""Parts of files that hold whole agencies, so that other machines can read them by themselves."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from pkcheck.errors import InputError
from pkcheck.model import Source
from pkcheck.notes import Note
from pkcheck.stream.agencies import Survey, agencies_of, key_of, survey
from pkcheck.stream.judging import AgencyResult, judge_agency, nothing_but, together
from pkcheck.stream.lines import Line, is_plain, lines_of, opened, size_of

PART = 32 * 2**20
"""Bytes after which a part ends with the agency that it is in."""


@dataclass(frozen=True, slots=True)
class Partition:
    """The lines of `file` that begin from byte `start` up to `end` (None: all); `first` is the number of the first."""

    file: str
    start: int = 0
    end: int | None = None
    first: int = 1


def partitions_of(files: Sequence[str], size: int = PART) -> Iterator[Partition]:
    """The files, large ones in parts. Packed files, and Parquet, are not taken apart."""
    for file in files:
        if not is_plain(file) or size_of(file) <= size:
            yield Partition(file)
            continue
        start, whole = 0, size_of(file)
        while start < whole:
            end = _end(file, start + size) if start + size < whole else whole
            yield Partition(file, start, end)
            start = end


def survey_of(part: Partition) -> Survey:
    """What a look over a partition tells, without decoding it, and as far as it can be read."""
    return survey(_readable(lines_in(part)))


def _readable(lines: Iterator[Line]) -> Iterator[Line]:
    with suppress(InputError):  # told where the lines are judged
        yield from lines


def numbered(parts: Sequence[Partition], surveys: Sequence[Survey]) -> list[Partition]:
    """The partitions with the numbers of their first lines, which only those before them tell."""
    found: list[Partition] = []
    file, first = "", 1
    for part, own in zip(parts, surveys, strict=True):
        first = first if part.file == file else 1
        found.append(replace(part, first=first))
        file, first = part.file, first + own.last
    return found


def are_apart(surveys: Sequence[Survey]) -> bool:
    """Whether each agency stands in one partition, together there, and points to no other."""
    seen: set[int] = set()
    for each in surveys:
        if each.scattered or each.linked or not seen.isdisjoint(each.agencies):
            return False
        seen |= each.agencies
    return True


def judge_partition(part: Partition, job: bytes) -> AgencyResult:
    """What is said of the agencies of a partition, and of what could not be read in it."""
    results: list[AgencyResult] = []
    try:
        results.extend(judge_agency(each, job) for each in agencies_of(lines_in(part)))
    except InputError as error:
        results.append(nothing_but(_unreadable(part, error)))
    return together(results) if results else nothing_but()


def judge_partitions(parts: Sequence[Partition], job: bytes) -> AgencyResult:
    """What is said of all that stands in partitions, as one tree."""
    lines: list[Line] = []
    notes: list[tuple[str, Note]] = []
    for part in parts:
        try:
            lines.extend(lines_in(part))
        except InputError as error:
            notes.append(_unreadable(part, error))
    results = [judge_agency(tuple(lines), job)] if lines else []
    return together([*results, nothing_but(*notes)])


def _unreadable(part: Partition, error: InputError) -> tuple[str, Note]:
    return part.file, Note("problem", error.text, Source(file=part.file, line=error.line), error.facts)


def lines_in(part: Partition) -> Iterator[Line]:
    """Its lines, with their numbers in the file."""
    if part.end is None:
        return lines_of(part.file)
    return lines_of(part.file, part.start, part.end, part.first)


def _end(file: str, at: int) -> int:
    """Where the first agency begins that begins after byte `at`; the end of the file where none does."""
    with opened(file) as stream:
        stream.seek(at)
        stream.readline()
        place, key = stream.tell(), None
        while data := stream.readline():
            if not data.strip():  # belongs to what comes after it, which is numbered from there
                continue
            own = key_of(Line(file, 0, data))
            if key is not None and own != key:
                return place
            key, place = own, stream.tell()
        return place
