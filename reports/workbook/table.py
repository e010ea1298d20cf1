"""A sheet as plain data: columns and rows. Knows nothing of files."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pkcheck.texts import Lang, Text

Look = Literal["text", "money", "count", "date", "share"]
Tone = Literal["plain", "head", "alert"]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with what it comes to, for programs that do not reckon."""

    text: str
    value: int | str = 0


Cell = str | int | datetime.date | Formula | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its width in characters; `choices` are what may be chosen, `own` where it is the inspector's to fill in."""

    heading: Text
    width: float
    look: Look = "text"
    choices: tuple[Text, ...] = ()
    own: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `depth` indents its `indented` cell and folds it under the row above that is less deep."""

    cells: tuple[Cell, ...]
    depth: int = 0
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with one table. `intro` stands above it.

    Printed are the first `printed` columns (all, where None), on a second page across from `broken_at` on; the first
    `repeated` columns stand on both and stay in view.
    """

    name: Text
    intro: tuple[Text, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    indented: int | None = None
    repeated: int = 0
    broken_at: int | None = None
    printed: int | None = None


TITLE_ROWS = 1


def first_row(intro: Sequence[Text]) -> int:
    """The number of a table's first row, as formulas have it."""
    return TITLE_ROWS + len(intro) + 2


def listed(choices: Sequence[Text], lang: Lang) -> list[str]:
    """Choices in words."""
    return [each.say(lang) for each in choices]
