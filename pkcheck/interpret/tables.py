"""What the columns of a table hold, told by the words of its head row."""

import re
from dataclasses import dataclass
from typing import Literal

from pkcheck.documents.document import Row
from pkcheck.interpret.vocabulary import plain_words, vocabulary

Column = Literal["no", "objective", "indicator", "target", "unit", "remark", "budget_name", "budget_amount"]
_OBJECTIVE_COLUMNS: tuple[Column, ...] = ("no", "objective", "indicator", "target", "unit", "remark")
_BUDGET_COLUMNS: tuple[Column, ...] = ("no", "budget_name", "budget_amount", "remark")
_OR = re.compile(r"/|,|&|\bdan\b")
_MAX_HEAD = 80
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
        return Head("objectives", _with_unit(columns, words), len(row.cells), words)
    columns = _columns(words, _BUDGET_COLUMNS)
    if "budget_name" in columns and "budget_amount" in columns:
        return Head("budget", columns, len(row.cells), words)
    return None


def looks_like_head(row: Row) -> bool:
    """A row that seems to head a table of another kind: half of its cells or more are heads of columns."""
    filled = [cell.text for cell in row.cells if cell.text]
    columns = {*_OBJECTIVE_COLUMNS, *_BUDGET_COLUMNS}
    heads = [text for text in filled if any(_means(text, column) for column in columns)]
    has_figures = any(character.isdigit() for text in filled for character in text)
    return len(filled) > 1 and 2 * len(heads) >= len(filled) and not has_figures


def is_head_by_blanks(text: str) -> bool:
    """The head of a table of objectives whose columns are parted by blanks only."""
    cells = tuple(part for part in re.split(r"\s{2,}", text.strip()) if part)
    columns = _columns(cells, _OBJECTIVE_COLUMNS)
    return "indicator" in columns and ("objective" in columns or "target" in columns)


def budget_columns(text: str) -> tuple[str, ...]:
    """The columns that a line names and nothing else: "Program : Anggaran"; none for any other line."""
    parts = tuple(part.strip() for part in re.split(r"[:\s]{2,}|:", text) if part.strip())
    return parts if all(_means(part, "budget_name") or _means(part, "budget_amount") for part in parts) else ()


def names_budget(text: str) -> bool:
    """Whether a column of this head holds the names of a budget's lines."""
    return _means(text, "budget_name")


def unknown_columns(head: Head) -> tuple[str, ...]:
    """What the head calls columns whose meaning is not known."""
    known = set(head.columns.values())
    rest = (text for at, text in enumerate(head.words) if at not in known and text)
    return tuple(text for text in rest if not _means(text, "remark"))


def _with_unit(columns: dict[Column, int], words: tuple[str, ...]) -> dict[Column, int]:
    """A last column without a head beside the target is its unit: one head stands over both."""
    after = columns.get("target", len(words)) + 1
    is_open = "unit" not in columns and after == len(words) - 1 and not words[after]
    return {**columns, "unit": after} if is_open else columns


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
    if not text or len(text) > _MAX_HEAD:
        return False
    known: tuple[str, ...] = getattr(vocabulary().columns, column)
    words = plain_words(text)
    bare = " ".join(re.sub(r"\([^)]*\)|\b\d{4}\b|\btahun( anggaran)?$|\brp$", " ", words).split())
    if words in known or bare in known or (column == "target" and bare.startswith("target")):
        return True
    return bool(bare) and all(part.strip() in known for part in _OR.split(bare))
