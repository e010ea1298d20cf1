"""Which agreement of a set another one replaces: a *PK Perubahan* stands in for what it changes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pkcheck.model import Agreement
from pkcheck.pairing import pair_agreement
from pkcheck.positions import office
from pkcheck.wording import normal


def replaced_in(agreements: Sequence[Agreement]) -> dict[str, str]:
    """The ids of those that a revision in the set replaces, each with the id of the one in force.

    A revision names what it changes; one that names nothing changes the agreement of the same office, institution and
    year, where there is just one. Several revisions of one agreement follow each other by number. What changes itself,
    directly or in a circle, replaces nothing.
    """
    following = _following(agreements)
    found = {name: _last(name, following) for name in following}
    return {name: last for name, last in found.items() if last is not None}


def heirs_of(agreements: Mapping[str, Agreement], replaced: Mapping[str, str]) -> dict[str, str]:
    """For indicators of replaced agreements the same indicator of the one in force; without those that it dropped."""
    found: dict[str, str] = {}
    for name, last in replaced.items():
        before, after = (list(agreements[each].indicators()) for each in (name, last))
        pairs = pair_agreement(agreements[name], agreements[last]).indicators
        found |= {before[a].id: after[b].id for a, b in pairs}
    return found


def _following(agreements: Sequence[Agreement]) -> dict[str, str]:
    """Each agreement that is changed, with the one that comes after it."""
    known = {each.id for each in agreements}
    unnamed = _origins(agreements)
    revisions: dict[str, list[Agreement]] = defaultdict(list)
    for each in agreements:
        if each.revision is not None:
            origin = each.revision.of or unnamed.get(each.id)
            if origin in known and origin is not None and origin != each.id:
                revisions[origin].append(each)
    following: dict[str, str] = {}
    for origin, changes in revisions.items():
        ordered = sorted(changes, key=_number)
        numbered = len({_number(each) for each in changes}) == len(changes)
        chain = [origin, *(each.id for each in ordered)] if numbered else [origin, ordered[0].id]
        following.update(pairwise(chain))
    return following


def _origins(agreements: Sequence[Agreement]) -> dict[str, str]:
    """What revisions change that do not name it."""
    families: dict[tuple[object, ...], list[Agreement]] = defaultdict(list)
    for each in agreements:
        position = each.first_party.position if each.first_party else None
        if position and each.fiscal_year is not None and (each.revision is None or each.revision.of is None):
            house = normal(each.institution or "")
            families[house, each.fiscal_year, office(position, each.institution), normal(each.unit or "")].append(each)
    found: dict[str, str] = {}
    for family in families.values():
        first = [each for each in family if each.revision is None]
        if len(first) == 1:
            found |= {each.id: first[0].id for each in family if each.revision is not None}
    return found


def _number(revision: Agreement) -> int:
    return (revision.revision.number if revision.revision else None) or 0


def _last(name: str, following: Mapping[str, str]) -> str | None:
    """The end of the line that begins with `name`; None where it comes back to itself."""
    seen = {name}
    while name in following:
        name = following[name]
        if name in seen:
            return None
        seen.add(name)
    return name
