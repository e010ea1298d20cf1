"""Whether an agreement's id was given twice in a set of any size, in eight bytes for each."""

import json
from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise

from pkcheck.stream.agencies import id_of, number_of
from pkcheck.stream.lines import Line

_PARTS = 256


class Ids:
    """The ids so far, each as a number. They are looked at in parts, so that no more than one part is sorted at a time."""

    def __init__(self) -> None:
        self._parts = [array("q") for _ in range(_PARTS)]

    def add(self, numbers: Iterable[int]) -> None:
        """Note more ids, by their numbers."""
        for each in numbers:
            self._parts[each % _PARTS].append(each)

    def twice(self) -> frozenset[int]:
        """The numbers of ids that came more than once."""
        found: set[int] = set()
        for part in self._parts:
            ordered = sorted(part)
            found.update(one for one, other in pairwise(ordered) if one == other)
        return frozenset(found)


def again(lines: Iterable[Line], twice: frozenset[int]) -> Iterator[tuple[Line, str, str]]:
    """Each line whose id stood on one before, with the id and the file of that line, for the ids that came `twice`."""
    files: dict[str, str] = {}
    for line in lines:
        try:
            name = str(json.loads(b'"' + id_of(line) + b'"'))
        except ValueError:  # told where the line is decoded
            continue
        if number_of(name) in twice:
            if name in files:
                yield line, name, files[name]
            files.setdefault(name, line.file)
