"""Lines cut into agencies without decoding them: agreements in a row that name the same institution are one agency's."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby

from pkcheck.stream.lines import Line
from pkcheck.wording import normal

_STRING = rb'"((?:[^"\\]|\\.)*)"'
_ID = re.compile(rb'\s*\{\s*"id"\s*:\s*' + _STRING)
_NAME = re.compile(rb'\s*:\s*(null|"(?:[^"\\]|\\.)*")')
_POINTER = re.compile(rb"\s*:\s*" + _STRING)
_REVISED = re.compile(rb'\s*:\s*\{[^{}]*?"of"\s*:\s*' + _STRING)

Agency = tuple[Line, ...]


class ScatteredError(Exception):
    """An agency came again after another one: its agreements have to be brought together first."""


def key_of(line: Line) -> str:
    """What the agreements of one agency have in common: the name of the institution as it is compared, "" without one."""
    found = _after(line.data, b'"institution"', _NAME)
    return _key(found[1]) if found else ""


def agencies_of(lines: Iterable[Line]) -> Iterator[Agency]:
    """Each agency's lines. Raises ScatteredError where an agency comes again; the names are kept as numbers of 8 bytes."""
    seen: set[int] = set()
    for key, own in groupby(lines, key_of):
        mark = number_of(key)
        if mark in seen:
            raise ScatteredError
        seen.add(mark)
        yield tuple(own)


@dataclass(frozen=True, slots=True)
class Survey:
    """How many lines there are, whether an agency comes again after another one, and whether one points to another.

    `linked`: an agreement answers to, or revises, one that is not of its own agency as far as that stands together.
    `agencies` are numbers, the same on every machine; `last` is the number of the last line.
    """

    lines: int
    scattered: bool
    linked: bool
    agencies: frozenset[int]
    last: int


def survey(lines: Iterable[Line]) -> Survey:
    """Look over all lines once."""
    seen: set[int] = set()
    count = last = 0
    scattered = linked = False
    for key, own in groupby(lines, key_of):
        mark = number_of(key)
        scattered = scattered or mark in seen
        seen.add(mark)
        ids: set[bytes] = set()
        wanted: set[bytes] = set()
        for line in own:
            count, last = count + 1, line.number
            if not linked:
                ids.add(id_of(line))
                wanted.update(pointers_of(line))
        linked = linked or not wanted <= ids
    return Survey(count, scattered, linked, frozenset(seen), last)


def number_of(name: str) -> int:
    """A name in eight bytes, the same on every machine; of a billion two have the same by chance once in forty sets."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def id_of(line: Line) -> bytes:
    """The agreement's id as the line writes it; empty where it has none."""
    found = _ID.match(line.data)
    if found:
        return found[1]
    try:
        own = json.loads(line.data).get("id", "")
    except (ValueError, AttributeError, RecursionError):  # told where the line is decoded
        return b""
    return json.dumps(own, ensure_ascii=False)[1:-1].encode(errors="replace") if isinstance(own, str) else b""


def pointers_of(line: Line) -> list[bytes]:
    """The ids of the agreements that it names: whom it answers to, what it revises."""
    own = (_after(line.data, b'"supervisor"', _POINTER), _after(line.data, b'"revision"', _REVISED))
    return [each[1] for each in own if each]


def _after(data: bytes, key: bytes, value: re.Pattern[bytes]) -> re.Match[bytes] | None:
    """What follows a key, if it is such a value; in valid JSON a word between unescaped quotes and before a colon is a key.

    Looking for the bytes of the key costs a tenth of what an expression would that has it within.
    """
    at = data.find(key)
    while at >= 0:
        found = value.match(data, at + len(key)) if data[at - 1 : at] != b"\\" else None
        if found:
            return found
        at = data.find(key, at + len(key))
    return None


@lru_cache(maxsize=1_000)
def _key(printed: bytes) -> str:
    try:
        return normal(json.loads(printed) or "")
    except ValueError:  # the line is told as no JSON where it is decoded
        return ""
