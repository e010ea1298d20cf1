"""Which agreement of the one set is which of the other: by revision or id, and what is left by position and unit.

What two agreements have in common is weighed, and the assignment with the greatest weight is taken over the whole set;
what they promise decides where several are as likely.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement
from pkcheck.pairing import assign
from pkcheck.positions import same_office
from pkcheck.revisions.changes import PairedBy
from pkcheck.wording import normal

_WEIGHTS: dict[PairedBy, float] = {"revision": 64, "id": 16, "position": 4, "unit": 1}
_CONTENT = 0.9

_Ways = dict[PairedBy, list[tuple[int, int]]]
Partner = tuple[Agreement, Agreement, PairedBy]


def partners(old: AgreementSet, new: AgreementSet) -> tuple[Partner, ...]:
    """The agreements that both sets have, in the order of the new one."""
    before, after = old.agreements, new.agreements
    named: _Ways = {
        "revision": list(_revised(old, new)),
        "id": list(_equal([each.id for each in before], [each.id for each in after])),
    }
    placed: _Ways = {
        "position": list(_in_office(old, new)),
        "unit": list(_equal([_unit(each) for each in before], [_unit(each) for each in after])),
    }
    texts = [_texts(each) for each in before], [_texts(each) for each in after]
    found: dict[int, tuple[int, PairedBy]] = {}
    for ways in (named, placed):
        taken = {a for a, _ in found.values()}
        common: dict[tuple[int, int], list[PairedBy]] = defaultdict(list)
        for by, pairs in ways.items():
            for a, b in pairs:
                if a not in taken and b not in found:
                    common[a, b].append(by)
        weights = {
            (a, b): sum(_WEIGHTS[by] for by in shared) + _CONTENT * _share(texts[0][a], texts[1][b])
            for (a, b), shared in common.items()
        }
        found |= {b: (a, common[a, b][0]) for a, b in assign(weights).items()}
    return tuple((before[found[b][0]], each, found[b][1]) for b, each in enumerate(after) if b in found)


def _revised(old: AgreementSet, new: AgreementSet) -> Iterator[tuple[int, int]]:
    """Revisions with what they change; that may stand in the new set too."""
    places = {each.id: at for at, each in enumerate(old.agreements)}
    for at, each in enumerate(new.agreements):
        changed = [one.revision.of for one in (each, *new.origins(each)) if one.revision]
        replaced = [name for name, last in new.replaced.items() if last == each.id]
        for name in dict.fromkeys([*changed, *replaced]):
            if name is not None and name in places and name != each.id:
                yield places[name], at


def _equal(before: Sequence[Hashable | None], after: Sequence[Hashable | None]) -> Iterator[tuple[int, int]]:
    """Where both have the same key, and have one."""
    known: dict[Hashable, list[int]] = defaultdict(list)
    for at, each in enumerate(before):
        if each is not None:
            known[each].append(at)
    for at, each in enumerate(after):
        for other in known.get(each, ()) if each is not None else ():
            yield other, at


def _in_office(old: AgreementSet, new: AgreementSet) -> Iterator[tuple[int, int]]:
    """The same position in the same institution; for those that have no such partner, but for a slip."""
    before, after = ([_office(each, whole) for each in whole.agreements] for whole in (old, new))
    exact = list(_equal(before, after))
    yield from exact
    alone = [at for at in range(len(before)) if at not in {a for a, _ in exact}]
    others = [at for at in range(len(after)) if at not in {b for _, b in exact}]
    for a in alone:
        for b in others:
            one, other = before[a], after[b]
            if one and other and one[0] == other[0] and same_office(one[1], other[1]):
                yield a, b


def _office(agreement: Agreement, whole: AgreementSet) -> tuple[str, tuple[str, ...]] | None:
    own = whole.position_of(agreement)
    return (normal(agreement.institution or ""), own) if own else None


def _unit(agreement: Agreement) -> tuple[str, str] | None:
    unit = normal(agreement.unit or "")
    return (normal(agreement.institution or ""), unit) if unit else None


def _share(before: set[str], after: set[str]) -> float:
    """The share of their texts that both have."""
    return len(before & after) / max(len(before | after), 1)


def _texts(agreement: Agreement) -> set[str]:
    rows = (normal(each.text) for each in agreement.indicators())
    return {
        *rows,
        *(normal(each.text) for each in agreement.objectives),
        *(normal(each.name) for each in agreement.budget),
    }
