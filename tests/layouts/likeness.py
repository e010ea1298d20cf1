"""Agreements as read beside agreements as meant: what differs, in lines for a person.

Spacing, case and the order of an object's keys do not count, nor where a value was read. A unit or a grade is the same in
every spelling that pkcheck knows. What is meant must be there; what is not meant must not, except for what
`ONLY_IF_MEANT` names: those are compared where they are given.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from rapidfuzz import fuzz

from pkcheck.quantities.scales import grade
from pkcheck.quantities.units import unit_name

Data = dict[str, Any]
_NEVER = {
    "source", "sources", "pkcheck", "derives_from", "inferred", "supervisor", "supervisor_inferred", "polarity", "is_iku",
    "label", "budget_heading", "not_cascaded",
}  # fmt: skip
ONLY_IF_MEANT = {
    "id", "institution", "unit", "raw", "nip", "group", "periods", "accumulation", "signed", "position", "name", "code", "unread",
    "fiscal_year", "action_plan",
}  # fmt: skip
_LISTS = ("objectives", "indicators", "budget")
_SLIPS = 92


def differences(meant: list[Data], read: list[Data], *, scanned: bool = False) -> list[str]:
    """What differs, each as "place: meant X, read Y"; of a scan, texts may differ by a slip of a letter or two."""
    if len(meant) != len(read):
        told = f"agreements: meant {len(meant)}, read {len(read)}"
        return [told, *(f"  read {each.get('id')}" for each in read)]
    return [
        told
        for want, have in zip(meant, read, strict=True)
        for told in _objects(want, have, str(want["id"]), scanned=scanned)
    ]


def _objects(want: Data, have: Data, place: str, *, scanned: bool) -> Iterator[str]:
    for key in (*want, *(each for each in have if each not in want)):
        if key in _NEVER or (key not in want and key in ONLY_IF_MEANT and not _names_a_person(key, place)):
            continue
        here = f"{place}.{key}"
        one, other = want.get(key), have.get(key)
        if _nothing(one) and _nothing(other):
            continue
        if key in _LISTS:
            yield from _lists(one or [], other or [], here, scanned=scanned)
        elif isinstance(one, dict) and isinstance(other, dict):
            yield from _objects(one, other, here, scanned=scanned)
        elif not _same(key, one, other, in_target=place.endswith(".target"), scanned=scanned):
            yield f"{here}: meant {one!r}, read {other!r}"


def _lists(want: list[Data], have: list[Data], place: str, *, scanned: bool) -> Iterator[str]:
    if len(want) != len(have):
        texts = [each.get("text") or each.get("name") for each in have]
        yield f"{place}: meant {len(want)}, read {len(have)}: {texts}"
        return
    for at, (one, other) in enumerate(zip(want, have, strict=True), 1):
        yield from _objects(one, other, f"{place}[{at}]", scanned=scanned)


def _names_a_person(key: str, place: str) -> bool:
    """A name that is read where none stands must be told: it would be another person's."""
    return key == "name" and place.rpartition(".")[2] in ("first_party", "second_party", "first", "second")


def _nothing(value: Any) -> bool:
    return value is None or value is False or value in ({}, [], ())


def _same(key: str, one: Any, other: Any, *, in_target: bool, scanned: bool) -> bool:
    if key == "id":
        return _open_alike(str(one), str(other))
    compared = _unit if key == "unit" and in_target else _COMPARED.get(key)
    if compared is not None:
        return bool(compared(one) == compared(other))
    if isinstance(one, str) and isinstance(other, str):
        texts = _plain(one), _plain(other)
        return texts[0] == texts[1] or (scanned and fuzz.ratio(*texts) >= _SLIPS)
    return bool(one == other)


def _plain(text: str) -> str:
    """`text` without what a line break or a comma at its end changes."""
    return re.sub(r"\s*([/-])\s*", r"\1", " ".join(text.split())).casefold().strip(" ,.")


def _open_alike(one: str, other: str) -> bool:
    """Whether two ids made from a position differ only in how much of the agency's name they keep."""
    letters = one.replace("-", ""), other.replace("-", "")
    return letters[0].startswith(letters[1]) or letters[1].startswith(letters[0])


def _figures(text: Any) -> str:
    return re.sub(r"\s+", "", str(text)).casefold().replace(",", ".")


def _unit(text: Any) -> str | None:
    return (unit_name(text) or text.casefold()) if isinstance(text, str) else None


def _grade(text: Any) -> str | None:
    found = grade(text) if isinstance(text, str) else None
    return found.name if found else text


_COMPARED: dict[str, Callable[[Any], Any]] = {
    "level": lambda level: level or "program",
    "nip": _figures,
    "predicate": _grade,
    "raw": _figures,
}
