"""Grades in the place of a number: audit opinions (WTP), letters (BB), words ("Sangat Baik"). Data in `scales.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_NOT_A_WORD = re.compile(r"[^\w+-]+")


@dataclass(frozen=True, slots=True)
class Grade:
    """One step of a scale; `rank` 1 is the best."""

    name: str
    scale: str
    rank: int


def grade(text: str) -> Grade | None:
    """The grade that `text` is, in any spelling of it; None for anything else. Letters must be capitals."""
    found = _grades().get(_key(text))
    if found is None or (found.scale == "huruf" and not text.strip().isupper()):
        return None
    return found


def same_scale(one: str, other: str) -> tuple[int, int] | None:
    """The ranks of two grades, 1 the best; None where they are not grades of one scale."""
    first, second = grade(one), grade(other)
    if first is None or second is None or first.scale != second.scale:
        return None
    return first.rank, second.rank


@cache
def _grades() -> dict[str, Grade]:
    scales = tomllib.loads(files("pkcheck.quantities").joinpath("scales.toml").read_text("utf-8"))
    return {
        _key(spelling): Grade(spellings[0], scale, rank)
        for scale, table in scales.items()
        for rank, spellings in enumerate(table["grades"], 1)
        for spelling in spellings
    }


def _key(text: str) -> str:
    return _NOT_A_WORD.sub(" ", text.casefold()).strip()
