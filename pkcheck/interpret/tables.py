"""What the columns of a table hold, told by the words of its head row."""

import re
from dataclasses import dataclass
from typing import Literal

from pkcheck.documents.document import Row
from pkcheck.interpret.vocabulary import plain_words, vocabulary

Column = Literal["no", "objective", "indicator", "target", "unit", "remark", "budget_name", "budget_amount"]
_OBJECTIVE_COLUMNS: tuple[Column, ...] = ("no", "objective", "indicator", "target", "unit", "remark")
_BUDGET_COLUMNS: tuple[Column, ...] = ("no", "budget_name", "budget_amount", "remark")
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)]?\)?$")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: its kind, which column stands where, and how many there are."""

    kind: Literal["objectives", "budget"]
    columns: dict[Column, int]
    width: int
    words: tuple[str, ...]


def head_of(row: Row) -> Head | None:
    """The head that `row` is, or None for any other row."""
    words = tuple(cell.text for cell in row.cells)
    columns = _columns(words, _OBJECTIVE_COLUMNS)
    if "indicator" in columns and ("objective" in columns or "target" in columns):
        return Head("objectives", columns, len(row.cells), words)
    columns = _columns(words, _BUDGET_COLUMNS)
    if "budget_name" in columns and "budget_amount" in columns:
        return Head("budget", columns, len(row.cells), words)
    return None


def is_objective_head(row: Row) -> bool:
    """Whether `row` heads a table of objectives and indicators."""
    head = head_of(row)
    return head is not None and head.kind == "objectives"


def is_number_row(row: Row) -> bool:
    """The row that only numbers the columns: (1) (2) (3) (4)."""
    filled = [cell.text for cell in row.cells if cell.text]
    return len(filled) >= 2 and all(_NUMBERED.match(text) for text in filled) and _counts_up(filled)  # noqa: PLR2004


def _counts_up(texts: list[str]) -> bool:
    numbers = [int(re.sub(r"\D", "", text)) for text in texts]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _columns(words: tuple[str, ...], candidates: tuple[Column, ...]) -> dict[Column, int]:
    columns: dict[Column, int] = {}
    for at, text in enumerate(words):
        meaning = next((c for c in candidates if c not in columns and _means(text, c)), None)
        if meaning:
            columns[meaning] = at
    return columns


def _means(text: str, column: Column) -> bool:
    known: tuple[str, ...] = getattr(vocabulary().columns, column)
    words = plain_words(text)
    bare = " ".join(re.sub(r"\([^)]*\)|\b\d{4}\b|\btahun$", " ", words).split())
    return words in known or bare in known or (column == "target" and bare.startswith("target"))
