"""Values as they are found in a paper, with an account of which places they use."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from pkcheck.model import Source
from pkcheck.showing.matching import found_in
from pkcheck.showing.places import Paper
from pkcheck.showing.understood import Value


@dataclass
class Links:
    """Makes the values of one file. `used` maps places to the values that they became."""

    file: int
    paper: Paper
    shown: int
    used: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    values: list[Value] = field(default_factory=list)
    numbers: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def value(  # noqa: PLR0913  what a value is made of
        self,
        label: str,
        text: str,
        printed: str | None,
        source: Source | None,
        *,
        among: Sequence[int] | None = None,
        avoid: Collection[int] = (),
        understood: str | None = None,
        remark: str | None = None,
        also: Mapping[str, Sequence[int]] | None = None,
    ) -> Value:
        """A value that is `printed` in the places of `source`, or `among` others; None where it is not to be found.

        `also` are further texts that belong to it, each with the places to look in.
        """
        around = self.paper.within(source) if among is None else among
        found = self._found(printed, around, avoid) if printed else ()
        more = [n for each, where in (also or {}).items() for n in found_in(self.paper, each, where, found)]
        numbers = tuple(sorted({*found, *more}))
        name = self.name(len(self.values))
        for number in numbers:
            self.used[number].append(name)
        near = () if numbers or not printed else tuple(n for n in around if self.paper.places[n].text)[:1]
        value = Value(
            name,
            label,
            text,
            understood,
            remark,
            self.places(numbers or near),
            bool(numbers) or not printed,
            self._confidence(numbers or tuple(around)) if printed else None,
        )
        self.values.append(value)
        self.numbers[name] = numbers
        return value

    def _found(self, printed: str, around: Sequence[int], avoid: Collection[int]) -> tuple[int, ...]:
        """Where it is printed around its source, and in the lines below that, where it runs on there."""
        found, below = found_in(self.paper, printed, around, avoid), self.paper.after(around)
        further = found_in(self.paper, printed, [*around, *below], avoid) if below else ()
        return further if set(found) < set(further) else found

    def name(self, number: int) -> str:
        """The id of the value with this number, counted from 0."""
        return f"v{self.file}-{number}"

    def places(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """The ids of places, of those that are shown."""
        return tuple(place_id(self.file, number) for number in numbers if number < self.shown)

    def _confidence(self, numbers: Sequence[int]) -> float | None:
        """That of the least sure place."""
        sure = [self.paper.places[number].source.confidence for number in numbers if self.paper.places[number].text]
        return min((each for each in sure if each is not None), default=None)


def place_id(file: int, number: int) -> str:
    """The id of a place of a file."""
    return f"p{file}-{number}"
