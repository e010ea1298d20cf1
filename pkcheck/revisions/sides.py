"""From two sides to a change: whether they differ, in what way, and by how much. None where they do not."""

import datetime
from dataclasses import replace
from decimal import Decimal
from difflib import SequenceMatcher

from pkcheck.model import Number, plain
from pkcheck.revisions.changes import Change, Field, Side
from pkcheck.wording import changed_words, normal

_PERCENT = "persen"


def value_change(field: Field, before: Side | None, after: Side | None, *, of: str | None = None) -> Change | None:
    """For what is a name, a date, a number or a choice rather than a sentence."""
    if before is None or after is None:
        return _came_or_went(field, before, after, of)
    if before.value == after.value and _bare(before) == _bare(after):
        return None
    known = before.value is not None or after.value is not None
    same = before.value == after.value if known else normal(before.text) == normal(after.text) != ""
    difference = _difference(before, after)
    unit = "days" if isinstance(after.value, datetime.date) and difference is not None else None
    return Change("respelt" if same else "changed", field, before, after, of, difference=difference, unit=unit)


def text_change(field: Field, before: Side | None, after: Side | None, *, of: str | None = None) -> Change | None:
    """For sentences and names of units: the words that changed are told."""
    if before is None or after is None:
        return _came_or_went(field, before, after, of)
    if _bare(before) == _bare(after):
        return None
    gone, come = changed_words(before.text, after.text)
    marked = _marked(before, after), _marked(after, before)
    if gone or come:
        return Change("reworded", field, *marked, of, (gone, come))
    return Change("respelt", field, *marked, of, _spelt_otherwise(before.text, after.text))


def amount_change(field: Field, before: Side, after: Side, of: str, unit: str | None) -> Change | None:
    """For money and targets, both in `unit`: with the difference, and the percent that it is of the old value."""
    change = value_change(field, before, after, of=of)
    if change is None or change.difference is None:
        return change
    share = None
    if unit != _PERCENT and before.value:
        share = round(float(exact(change.difference) / abs(exact(before.value)) * 100), 2)
    return replace(change, unit=unit, percent=share)


def exact(value: object) -> Decimal:
    """A number as it is printed: 0.1 is a tenth."""
    return Decimal(str(value))


def _came_or_went(field: Field, before: Side | None, after: Side | None, of: str | None) -> Change | None:
    if before is None and after is None:
        return None
    return Change("added" if before is None else "dropped", field, before, after, of)


def _difference(before: Side, after: Side) -> Number | None:
    old, new = before.value, after.value
    if isinstance(old, datetime.date) and isinstance(new, datetime.date):
        return (new - old).days
    if isinstance(old, datetime.date) or isinstance(new, datetime.date) or old is None or new is None or old == new:
        return None
    return plain(exact(new) - exact(old))


def _marked(side: Side, other: Side) -> Side:
    """The side with the part marked, in what is quoted, that the other does not have."""
    own, theirs = side.text.split(), other.text.split()
    most = min(len(own), len(theirs))
    start = next((at for at in range(most) if own[at] != theirs[at]), most)
    end = next((at for at in range(most - start) if own[-1 - at] != theirs[-1 - at]), most - start)
    part = " ".join(own[start : len(own) - end]) or None
    return replace(side, evidence=tuple(replace(each, mark=part) for each in side.evidence))


def _bare(side: Side) -> str:
    """The text without the line ends and blanks that a page made."""
    return " ".join(side.text.split())


def _spelt_otherwise(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that are written in another way, as printed."""
    before, after = one.split(), other.split()
    parts = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changed = [(before[a:b], after[c:d]) for kind, a, b, c, d in parts if kind != "equal"]
    return tuple(word for old, _ in changed for word in old), tuple(word for _, new in changed for word in new)
