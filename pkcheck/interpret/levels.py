"""The levels of a budget that only its numbering tells: "I" for a programme, "1" for its activities, "a" for what they consist of."""

import re
from collections.abc import Sequence
from typing import Literal

from pkcheck.model import BudgetLine

_KINDS = (
    ("roman", re.compile(r"^[IVX]{1,5}[.)]?$")),
    ("capital", re.compile(r"^[A-Z][.)]?$")),
    ("number", re.compile(r"^\d{1,2}[.)]?$")),
    ("small", re.compile(r"^[a-z][.)]$|^[a-z]$")),
    ("bracket", re.compile(r"^\d{1,2}\)$")),
)
_LEVELS: tuple[Literal["program", "kegiatan", "sub_kegiatan"], ...] = ("program", "kegiatan", "sub_kegiatan")


def by_numbering(lines: Sequence[BudgetLine], numbering: Sequence[str]) -> tuple[BudgetLine, ...]:
    """`lines` with their levels by the kinds of number before them, outer first; as they are where names or codes told levels."""
    kinds = [_kind(number) for number in numbering]
    parts = [(line, kind) for line, kind in zip(lines, kinds, strict=True) if line.level != "total"]
    order = list(dict.fromkeys(kind for _, kind in parts))
    told = len({line.level for line, _ in parts}) > 1 or any(line.code for line, _ in parts)
    if told or None in order or not 1 < len(order) <= len(_LEVELS):
        return tuple(lines)
    return tuple(
        line if line.level == "total" else line.model_copy(update={"level": _LEVELS[order.index(kind)]})
        for line, kind in zip(lines, kinds, strict=True)
    )


def with_unnamed_total(lines: Sequence[BudgetLine]) -> tuple[BudgetLine, ...]:
    """`lines`, of which the last is the total where nothing names it and it is what those of the first one's level add up to."""
    *parts, last = lines or (BudgetLine(name=""),)
    own = [each.amount or 0 for each in parts if each.level == parts[0].level]
    is_total = len(own) > 1 and not last.name and last.amount == sum(own)
    return (*parts, last.model_copy(update={"level": "total"})) if is_total else tuple(lines)


def _kind(number: str) -> str | None:
    return next((kind for kind, form in _KINDS if form.match(number)), None)
