"""Made agencies: trees of agreements with known defects, as canonical records. The same number gives the same agency.

Every agreement has about 14 indicators under objectives that quote the superior's indicators, one in twelve of them with a
slip of the pen, two programmes that the subordinates share out, two parties and a statement and an annex. Of the agreements
that can carry it about one in a hundred has a defect, of each kind:

- BUD001: what the subordinates have of a programme adds up to more than the unit has;
- UOM001: an indicator is measured in something else than the one that it derives from;
- DAT001: a page is dated in the year before, or after, the fiscal year;
- PTY001: a party's name is missing in the statement or in a signature block;
- CAS001: none of the subordinates takes up an indicator; CAS009: an indicator derives from one that does not exist.

Nothing else that these rules look at is wrong, so what they find is known: subject ids as in the contract.
"""

import datetime
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import agency_words as words

CODES = ("BUD001", "CAS001", "CAS009", "DAT001", "PTY001", "UOM001")
DEFECTIVE = 0.01
_LEAST, _MOST = 3, 60
_FEWEST_OBJECTIVES, _INDICATORS = 4, 14
_KEPT_BACK, _WITH_A_SLIP = 0.1, 0.08
_SMALL, _DEPTHS, _FAN = 10, (3, 4, 5), 8
_FAN_OF_ONE_TREE = 5
_THOUSAND = 1000

Record = dict[str, Any]
Truth = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Shape:
    """A tree by index, superiors first: `above` has each one's superior (None for the head), `below` the others."""

    above: tuple[int | None, ...]
    level: tuple[int, ...]
    below: tuple[tuple[int, ...], ...]


@dataclass(eq=False, slots=True)
class _Row:
    """An indicator that subordinates may take up; `measures` are those of the rows above it and its own."""

    id: str
    text: str
    matter: str
    measures: tuple[str, ...]
    value: int
    parent: "_Row | None" = None
    broken: bool = False


@dataclass(slots=True)
class _Agency:
    """What all agreements of an agency share while it is made."""

    number: int
    shape: Shape
    chance: random.Random
    given: bool
    truth: Truth
    wanted: dict[int, list[_Row]] = field(default_factory=lambda: defaultdict(list))
    amounts: dict[int, list[int]] = field(default_factory=dict)
    days: dict[int, int] = field(default_factory=dict)

    def defect(self, among: int = 1) -> bool:
        """Whether what can carry a defect does; `among` is how many of its kind an agreement has, more or less."""
        return self.chance.random() * among < DEFECTIVE

    def id(self, at: int) -> str:
        """The id of the agreement `at`."""
        return f"pk{self.number:06d}-{at + 1:02d}"


def agencies(
    total: int, seed: int, *, given: bool = True, one_tree: bool = False
) -> Iterator[tuple[list[Record], Truth]]:
    """Agencies of `total` agreements together (3 or more), each with what is wrong in it.

    `given`: superiors and derivations are named; else they are left to be inferred. `one_tree`: a single agency.
    """
    if total < _LEAST:
        raise SystemExit(f"at least {_LEAST} agreements")
    left, number = total, 0
    while left:
        chance = random.Random(seed * 1_000_003 + number)  # noqa: S311  the same numbers again are the point
        size = left if one_tree else _size(chance, left)
        shape = _one_tree(size) if one_tree else _shape(size, chance)
        if number >= words.INSTITUTIONS:
            raise SystemExit(f"no more than {words.INSTITUTIONS} institutions have a name")
        yield agency(number, shape, chance, given=given)
        left -= size
        number += 1


def agency(number: int, shape: Shape, chance: random.Random, *, given: bool) -> tuple[list[Record], Truth]:
    """One agency's agreements, superiors first, and the subjects that each rule must find."""
    made = _Agency(number, shape, chance, given, truth={code: [] for code in CODES})
    heads = _heads(made)
    programmes = chance.sample(words.PROGRAMMES, 2)
    made.amounts[0] = [chance.randrange(50_000_000, 400_000_000) * _THOUSAND for _ in programmes]
    year = 2024 + number % 2
    records = []
    for at in range(len(shape.above)):
        objectives = _objectives(made, at)
        _share_out(made, at)
        tables = {"objectives": objectives, "budget": _budget(programmes, made.amounts[at])}
        records.append(_record(made, at, heads, year) | tables)
    return records, made.truth


def _size(chance: random.Random, left: int) -> int:
    """A size that leaves nothing too small for an agency of its own."""
    size = min(chance.randint(_LEAST, _MOST - _LEAST + 1), left)
    return left if left - size < _LEAST else size


def _shape(size: int, chance: random.Random) -> Shape:
    """A tree of three to five levels."""
    depth = 3 if size < _SMALL else chance.choice(_DEPTHS)
    above: list[int | None] = [None]
    level, free = [0], [0]
    while len(above) < size:
        # The first three stand one above the other: no agency is flat.
        at = len(above) - 1 if len(above) < _LEAST else chance.choice(free)
        if level[at] + 2 < depth:
            free.append(len(above))
        above.append(at)
        level.append(level[at] + 1)
        if above.count(at) == _FAN:
            free.remove(at)
    return _shaped(above, level)


def _one_tree(size: int) -> Shape:
    """A tree in which everyone has five subordinates, as deep as it takes."""
    above = [None, *((at - 1) // _FAN_OF_ONE_TREE for at in range(1, size))]
    level = [0]
    for at in above[1:]:
        level.append(level[at or 0] + 1)
    return _shaped(above, level)


def _shaped(above: list[int | None], level: list[int]) -> Shape:
    below: list[list[int]] = [[] for _ in above]
    for at, superior in enumerate(above):
        if superior is not None:
            below[superior].append(at)
    return Shape(tuple(above), tuple(level), tuple(map(tuple, below)))


def _heads(made: _Agency) -> list[tuple[str, str, str]]:
    """Name, position and unit of the first party of each agreement; no two in an agency have a name or a post in common."""
    chance, shape = made.chance, made.shape
    house = words.institution_name(made.number)
    matters = chance.sample(words.MATTERS, len(words.MATTERS))
    heads, names = [], set()
    for at, level in enumerate(shape.level):
        name = _name(chance)
        while name in names:
            name = _name(chance)
        names.add(name)
        if at == 0:
            heads.append((name, f"Kepala {house}", house))
            continue
        office = words.OFFICES[min(level, len(words.OFFICES)) - 1]
        round_, matter = divmod(at, len(matters))
        unit = f"{matters[matter].title()} {round_ + 1}" if round_ else matters[matter].title()
        heads.append((name, f"{office} {unit} {house}", f"{office.split(maxsplit=1)[1]} {unit}"))
    return heads


def _name(chance: random.Random) -> str:
    return f"{chance.choice(words.GIVEN)} {chance.choice(words.MIDDLE)} {chance.choice(words.FAMILY)}"


def _objectives(made: _Agency, at: int) -> list[Record]:
    """The objectives of an agreement, and in `made` what its subordinates must take up."""
    count = made.chance.randint(10, 18)
    groups = _groups_below(made, at, count) if at else _groups_of_the_head(made, count)
    written, told = [], []
    texts: dict[str, int] = defaultdict(int)
    for no, (text, parents) in enumerate(groups, 1):
        dangling = made.given and at > 0 and len(parents) > 1 and made.defect(_FEWEST_OBJECTIVES)
        lost = made.chance.randrange(len(parents)) if dangling else None
        indicators = []
        for which, parent in enumerate(parents, 1):
            row = _row(made, at, f"{made.id(at)}:{no}.{which}", parent, texts)
            told.append(row)
            indicators.append(_indicator(made, row, astray=which - 1 == lost))
        written.append({"no": no, "text": text, "indicators": indicators})
    _hand_down(made, at, told)
    return written


def _groups_of_the_head(made: _Agency, count: int) -> list[tuple[str, list[_Row]]]:
    """Objectives that quote nobody, with two or three matters each."""
    chance = made.chance
    names = list(words.MEASURES)
    matters = chance.sample(words.MATTERS, count)
    measures = chance.choices(names, [each.weight for each in words.MEASURES.values()], k=count)
    tops = [_Row("", "", matter, (name,), _value(chance, name)) for matter, name in zip(matters, measures, strict=True)]
    groups = []
    while tops:
        group, tops = tops[: (size := chance.randint(2, 3))], tops[size:]
        groups.append((f"Terwujudnya {group[0].matter} yang berkualitas bagi masyarakat", group))
    return groups


def _groups_below(made: _Agency, at: int, count: int) -> list[tuple[str, list[_Row]]]:
    """One objective for each indicator that is taken up, with the rows that derive from it."""
    chance = made.chance
    taken = made.wanted.pop(at)
    sizes = [1] * len(taken)
    for _ in range(count - len(taken)):
        sizes[chance.randrange(len(taken))] += 1
    return [(_quoted(chance, parent.text), [parent] * size) for parent, size in zip(taken, sizes, strict=True)]


def _quoted(chance: random.Random, text: str) -> str:
    """`text`, in some cases with two letters of its longest word in the wrong order."""
    if chance.random() >= _WITH_A_SLIP:
        return text
    longest = max(text.split(), key=len)
    at = len(longest) // 2
    while longest[at] == longest[at + 1]:
        at += 1
    return text.replace(longest, f"{longest[:at]}{longest[at + 1]}{longest[at]}{longest[at + 2 :]}")


def _row(made: _Agency, at: int, name: str, parent: _Row, texts: dict[str, int]) -> _Row:
    """An indicator below `parent`; in some cases it is measured in what nothing above it is measured in."""
    chance, level = made.chance, made.shape.level[at]
    broken = at > 0 and not parent.broken and made.defect(_INDICATORS)
    measures = parent.measures
    if broken:
        parent.broken = True
        measures = (*measures, chance.choice([each for each in words.MEASURES if each not in measures]))
    measure = words.MEASURES[measures[-1]]
    opening = measure.neutral if broken else chance.choice(measure.openings)
    texts[parent.matter] += 1
    return _Row(
        name,
        f"{opening} {parent.matter} yang {_manner(level, texts[parent.matter])}",
        parent.matter,
        measures,
        _value(chance, measures[-1]) if broken else parent.value,
        parent if at else None,
        broken,
    )


def _value(chance: random.Random, measure: str) -> int:
    return chance.randint(words.MEASURES[measure].least, words.MEASURES[measure].most)


def _manner(level: int, which: int) -> str:
    """What tells the indicators of one matter apart: no two in an agreement, none on a level and the next."""
    at, condition = divmod(which - 1, len(words.CONDITIONS))
    quality = words.QUALITIES[(3 * level + at) % len(words.QUALITIES)]
    return f"{quality} {words.CONDITIONS[condition]}"


def _indicator(made: _Agency, row: _Row, *, astray: bool) -> Record:
    measure = words.MEASURES[row.measures[-1]]
    unit = made.chance.choice(measure.spellings)
    raw = f"{row.value}{unit}" if unit == "%" else f"{row.value} {unit}"
    written: Record = {"id": row.id, "text": row.text, "target": {"raw": raw, "value": row.value, "unit": unit}}
    if row.parent is None:
        return written
    if row.broken:
        made.truth["UOM001"].append(f"{row.id} -> {row.parent.id}")
    if astray:
        made.truth["CAS009"].append(row.id)
    if made.given:
        written["derives_from"] = [f"{row.parent.id}9" if astray else row.parent.id]
    return written


def _hand_down(made: _Agency, at: int, rows: list[_Row]) -> None:
    """Give every indicator to a subordinate, in some cases all but one, and some to several."""
    chance, below = made.chance, made.shape.below[at]
    if not below:
        return
    taken = list(rows)
    if made.defect():
        left = taken.pop(chance.randrange(len(taken)))
        made.truth["CAS001"].append(left.id)
    chance.shuffle(taken)
    for which, row in enumerate(taken):
        made.wanted[below[which % len(below)]].append(row)
    for each in below:
        others = [row for row in taken if row not in made.wanted[each]]
        made.wanted[each] += others[: max(0, _FEWEST_OBJECTIVES - len(made.wanted[each]))]


def _share_out(made: _Agency, at: int) -> None:
    """What the subordinates have of each programme: all of it, in some cases less, and as a defect more."""
    chance, below = made.chance, made.shape.below[at]
    if not below:
        return
    wrong = chance.randrange(2) if made.defect() else None
    shared = []
    for which, own in enumerate(made.amounts[at]):
        if which == wrong:
            made.truth["BUD001"].append(f"{made.id(at)}:budget.{which + 1}")
        whole = own
        if which == wrong:
            whole = int(own * chance.uniform(1.02, 1.4))
        elif chance.random() < _KEPT_BACK:
            whole = int(own * chance.uniform(0.8, 0.98))
        shared.append(_portions(chance, whole, len(below)))
    for which, each in enumerate(below):
        made.amounts[each] = [portions[which] for portions in shared]


def _portions(chance: random.Random, whole: int, count: int) -> list[int]:
    """`whole` in `count` unequal parts, all but the first in thousands of rupiah."""
    weights = [chance.random() + 0.1 for _ in range(count)]
    portions = [int(whole * each / sum(weights)) // _THOUSAND * _THOUSAND for each in weights]
    portions[0] += whole - sum(portions)
    return portions


def _budget(programmes: Sequence[str], amounts: Sequence[int]) -> list[Record]:
    return [
        {"level": "program", "name": name, "raw": f"Rp {amount:,}".replace(",", "."), "amount": amount}
        for name, amount in zip(programmes, amounts, strict=True)
    ]


def _record(made: _Agency, at: int, heads: list[tuple[str, str, str]], year: int) -> Record:
    """The agreement but for its annex's tables."""
    superior = made.shape.above[at]
    name, position, unit = heads[at]
    parties = {"first": (name, position)}
    if superior is not None:
        parties["second"] = heads[superior][:2]
    record: Record = {
        "id": made.id(at),
        "institution": heads[0][2],
        "unit": unit,
        "fiscal_year": year,
        "kind": "sole" if superior is None else "paired",
    }
    if superior is not None and made.given:
        record["supervisor"] = made.id(superior)
    for side, (who, what) in parties.items():
        record[f"{side}_party"] = {"name": who, "position": what}
    days = _days(made, at, year)
    for page, day in zip(("statement", "annex"), days, strict=True):
        blocks = {side: {"name": who, "position": what, "signed": True} for side, (who, what) in parties.items()}
        record[page] = {"place": words.STEMS[made.number % len(words.STEMS)], "date": day.isoformat()}
        record[page] |= {"fiscal_year": year, "signatures": blocks}
    if made.defect():
        _forget_a_name(made, at, record, made.chance.choice(list(parties)))
    return record


def _forget_a_name(made: _Agency, at: int, record: Record, side: str) -> None:
    """Leave a name out, or put dots in its place, in the statement or in one of the two blocks."""
    made.truth["PTY001"].append(f"{made.id(at)}:{side}")
    places = [record[f"{side}_party"], *(record[page]["signatures"][side] for page in ("statement", "annex"))]
    place = made.chance.choice(places)
    if made.chance.random() < 0.5:  # noqa: PLR2004
        del place["name"]
    else:
        place["name"] = "(....................)"


def _days(made: _Agency, at: int, year: int) -> tuple[datetime.date, datetime.date]:
    """The days of statement and annex, one and the same, on or after the superior's."""
    superior, working = made.shape.above[at], _working_days(year)
    earliest = made.days[superior] + 1 if superior is not None else 0
    made.days[at] = min(made.chance.randint(earliest, earliest + 3), len(working) - 1)
    day = working[made.days[at]]
    if not made.defect():
        return day, day
    made.truth["DAT001"].append(made.id(at))
    wrong = day.replace(year=made.chance.choice((year - 1, year + 1)))
    return (wrong, wrong) if made.chance.random() < 0.5 else (day, wrong)  # noqa: PLR2004


@cache
def _working_days(year: int) -> tuple[datetime.date, ...]:
    """The first weeks of January without weekends; there is no holiday in them but New Year's."""
    days = (datetime.date(year, 1, day) for day in range(2, 27))
    return tuple(day for day in days if day.isoweekday() <= 5)  # noqa: PLR2004
