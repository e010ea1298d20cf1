"""Where a printed text stands among places: whole, within a longer line, or spread over several of them."""

from collections.abc import Collection, Iterable, Sequence

from rapidfuzz import fuzz

from pkcheck.showing.places import Paper, Place, Words, words_of

_ALIKE = 85
_MOST_OF_IT = 0.6


def found_in(paper: Paper, printed: str, among: Sequence[int], avoid: Collection[int] = ()) -> tuple[int, ...]:
    """The places among `among` that say `printed`, () where none does; those to `avoid` only where no other will do."""
    candidates = [number for number in among if paper.places[number].text]
    preferred = [number for number in candidates if number not in avoid]
    return _search(paper, printed, preferred) or (_search(paper, printed, candidates) if avoid else ())


def _search(paper: Paper, printed: str, among: Sequence[int]) -> tuple[int, ...]:
    wanted = words_of(printed)
    if not wanted:
        return tuple(number for number in among if paper.places[number].text.strip() == printed.strip())[:1]
    places = {number: paper.places[number] for number in among}
    exact = next((number for number, place in places.items() if wanted in place.pieces), None)
    if exact is not None:
        return (exact,)
    around = [number for number, place in places.items() if any(_holds(each, wanted) for each in place.pieces)]
    if around:
        return (min(around, key=lambda number: len(places[number].text)),)
    return _parts(wanted, places) or _alike(printed, places)


def _parts(wanted: Words, places: dict[int, Place]) -> tuple[int, ...]:
    """Places that each say a part of what is wanted, and together most of it."""
    found: list[int] = []
    rest = wanted
    for number, place in places.items():
        part = max((each for each in place.pieces if each and _holds(rest, each)), key=len, default=())
        if part:
            found.append(number)
            rest = _without(rest, part)
    said = len(wanted) - sum(1 for each in rest if each)
    return tuple(found) if said >= _MOST_OF_IT * len(wanted) else ()


def _alike(printed: str, places: dict[int, Place]) -> tuple[int, ...]:
    """The place that says nearly the same: a reader may have mended a letter."""
    scores = {number: fuzz.ratio(printed.casefold(), place.text.casefold()) for number, place in places.items()}
    best = max(scores, key=lambda number: scores[number], default=None)
    return (best,) if best is not None and scores[best] >= _ALIKE else ()


def _holds(whole: Words, part: Words) -> bool:
    return bool(part) and _at(whole, part) is not None


def _without(whole: Words, part: Words) -> Words:
    """`whole` with the words of `part` blotted out: what was found is not found twice."""
    at = _at(whole, part) or 0
    return (*whole[:at], *("" for _ in part), *whole[at + len(part) :])


def _at(whole: Words, part: Words) -> int | None:
    if part[0] not in whole:
        return None
    last = len(whole) - len(part)
    return next((at for at in _starts(whole, part[0]) if at <= last and whole[at : at + len(part)] == part), None)


def _starts(whole: Words, first: str) -> Iterable[int]:
    return (at for at, word in enumerate(whole) if word == first)
