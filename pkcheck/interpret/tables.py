"""What the columns of a table hold, told by the words of its head row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from pkcheck.documents.document import Row
from pkcheck.interpret.periods import period_of
from pkcheck.interpret.vocabulary import plain_words, vocabulary
from pkcheck.quantities.units import unit_name

Column = Literal["no", "code", "objective", "indicator", "target", "unit", "remark", "budget_name", "budget_amount"]
_OBJECTIVE_COLUMNS: tuple[Column, ...] = ("no", "objective", "indicator", "target", "unit", "remark")
_BUDGET_COLUMNS: tuple[Column, ...] = ("no", "code", "budget_name", "budget_amount", "remark")
_COLUMNS: tuple[Column, ...] = tuple(dict.fromkeys((*_OBJECTIVE_COLUMNS, *_BUDGET_COLUMNS)))
_INWARDS: tuple[Column, ...] = ("indicator", "objective")
_OR = re.compile(r"/|,|&|\bdan\b")
_MAX_HEAD = 80
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)]?\)?$")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_YEAR = re.compile(r"\b20\d\d\b")
_SCALES = (
    (re.compile(r"\bribu(?:an)?\b|\brp\.?\s*\.?000\b|\(\s*000\s*\)|\bx\s*1\.?000\b"), 10**3),
    (re.compile(r"\bjuta(?:an)?\b"), 10**6),
)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: its kind, which column stands where, how many there are; `periods` are targets within the year.

    `names` are the columns that name a budget's lines, outer level first; amounts are in `scale` rupiah; `yearly` are
    columns of targets by the year that they name.
    """

    kind: Literal["objectives", "budget"]
    columns: dict[Column, int]
    width: int
    words: tuple[str, ...]
    periods: dict[str, int] = field(default_factory=dict)
    names: tuple[int, ...] = ()
    scale: int = 1
    yearly: dict[int, int] = field(default_factory=dict)

    @property
    def unit(self) -> str:
        """The unit that the head of the targets names for all of them: "Target (%)"."""
        at = self.columns.get("target")
        inner = _IN_BRACKETS.search(self.words[at]) if at is not None else None
        return inner[1].strip() if inner and unit_name(inner[1]) else ""

    def in_year(self, year: int | None) -> "Head":
        """The same, with the target of `year` where a column names it."""
        at = self.yearly.get(year) if year else None
        return self if at is None else replace(self, columns={**self.columns, "target": at})


def head_of(row: Row) -> Head | None:
    """The head that `row` is, or None for any other row."""
    words = tuple(cell.text for cell in row.cells)
    kind = _kind(words)
    if kind is None:
        return None
    columns = _objective_columns(words) if kind == "objectives" else _first_columns(words, _BUDGET_COLUMNS)
    names = tuple(at for at, text in enumerate(words) if _means(text, "budget_name") and at != columns.get("objective"))
    amount = _amount_column(words)
    if kind == "objectives" and amount is not None:
        own = columns.get("objective")
        names = names or ((own,) if own is not None and _is_named(words[own], "budget_name") else ())
    if amount is not None and names:
        columns = {**columns, "budget_name": names[0], "budget_amount": amount}
    scale = next((by for found, by in _SCALES if amount is not None and found.search(words[amount].casefold())), 1)
    by_year = {
        int(year[0]): at for at, text in enumerate(words) if _means(text, "target") and (year := _YEAR.search(text))
    }
    periods = _periods(words) if kind == "objectives" else {}
    return Head(kind, columns, len(words), words, periods, names, scale, by_year if len(by_year) > 1 else {})


def _kind(words: Sequence[str]) -> Literal["objectives", "budget"] | None:
    has = {column for column in _COLUMNS if any(_means(text, column) for text in words)}
    if "indicator" in has and has & {"objective", "target"}:
        return "objectives"
    has_both = any(
        _means(name, "budget_name") and any(_means(text, "budget_amount") for text in words if text != name)
        for name in words
    )
    return "budget" if has_both else None


def _objective_columns(words: Sequence[str]) -> dict[Column, int]:
    """The target, the indicator nearest before it, the objective nearest before that; where it is not so, the first of each.

    So the narrowest of several levels is read: "Tujuan | Sasaran | Indikator | Target". A programme is the objective where
    no other is named. A column without a head beside another is part of it.
    """
    columns = _first_columns(words, _OBJECTIVE_COLUMNS)
    columns["target"] = _preferred(words, "target") if "target" in columns else len(words)
    before = columns["target"]
    for column in _INWARDS:
        near = [at for at, text in enumerate(words[:before]) if _means(text, column) and not period_of(text)]
        if near:
            columns[column] = near[-1]
        before = columns.get(column, before)
    if "objective" not in columns:
        named = [at for at, text in enumerate(words[: columns["indicator"]]) if _means(text, "budget_name")]
        if named:
            columns["objective"] = named[-1]
    if columns["target"] == len(words):
        del columns["target"]
    first = columns.get("objective", 0)
    if "no" not in columns and first > 0 and not words[first - 1]:
        columns["no"] = first - 1
    return _with_unit(columns, words)


def _preferred(words: Sequence[str], column: Column) -> int:
    """Of several columns of one meaning the one that holds after a change, or the whole; or else the one called just so."""
    found = [at for at, text in enumerate(words) if _means(text, column) and not period_of(text)]
    final = [at for at in found if set(plain_words(words[at]).split()) & set(vocabulary().columns.final)]
    plain = [at for at in found if _is_named(words[at], column) and not _YEAR.search(words[at])]
    return (final or plain or found)[0]


def _amount_column(words: Sequence[str]) -> int | None:
    found = any(_means(text, "budget_amount") and not period_of(text) for text in words)
    return _preferred(words, "budget_amount") if found else None


def looks_like_head(row: Row) -> bool:
    """A row that seems to head a table of another kind: half of its cells or more are heads of columns."""
    filled = [cell.text for cell in row.cells if cell.text]
    heads = [text for text in filled if any(_means(text, column) for column in _COLUMNS)]
    has_figures = any(character.isdigit() for text in filled for character in text) or "Rp" in filled
    is_counted = len(filled) > 2 and _is_named(filled[0], "no")  # noqa: PLR2004
    return len(filled) > 1 and (2 * len(heads) >= len(filled) or is_counted) and not has_figures


def means_a_column(text: str) -> bool:
    """Whether this, and no more, is what a column of either kind of table is called."""
    return any(_is_named(text, column) for column in _COLUMNS)


def is_head_by_blanks(text: str) -> bool:
    """The head of a table of objectives whose columns are parted by blanks only."""
    cells = tuple(part for part in re.split(r"\s{2,}", text.strip()) if part)
    return _kind(cells) == "objectives"


def budget_columns(text: str) -> tuple[str, ...]:
    """The columns that a line names and nothing else: "Program : Anggaran"; none for any other line."""
    parts = tuple(part.strip() for part in re.split(r"[:\s]{2,}|:", text) if part.strip())
    return parts if all(_means(part, "budget_name") or _means(part, "budget_amount") for part in parts) else ()


def names_budget(text: str) -> bool:
    """Whether a column of this head holds the names of a budget's lines."""
    return _means(text, "budget_name")


def has_amounts_of_no_name(head: Head) -> bool:
    """Whether a column of amounts stands beside indicators, and nothing says what programme each is for."""
    return "budget_amount" not in head.columns and _amount_column(head.words) is not None


def unknown_columns(head: Head) -> tuple[str, ...]:
    """What the head calls columns whose meaning is not known."""
    known = {*head.columns.values(), *head.periods.values(), *head.names}
    rest = (text for at, text in enumerate(head.words) if at not in known and text)
    return tuple(text for text in rest if not any(_means(text, column) for column in ("no", "code", "remark")))


def _with_unit(columns: dict[Column, int], words: Sequence[str]) -> dict[Column, int]:
    """A column without a head beside the target is its unit: one head stands over both."""
    after = columns.get("target", len(words)) + 1
    is_open = "unit" not in columns and after < len(words) and not words[after]
    return {**columns, "unit": after} if is_open else columns


def is_objective_head(row: Row) -> bool:
    """Whether `row` heads a table of objectives and indicators."""
    head = head_of(row)
    return head is not None and head.kind == "objectives"


def tells_results(row: Row) -> bool:
    """Whether this head has a column for what was reached, as a report's has."""
    return any(set(plain_words(cell.text).split()) & set(vocabulary().columns.results) for cell in row.cells)


def is_number_row(row: Row) -> bool:
    """The row that only numbers the columns: (1) (2) (3) (4)."""
    filled = [_unspaced(cell.text) for cell in row.cells if cell.text]
    return len(filled) >= 2 and all(_NUMBERED.match(text) for text in filled) and _counts_up(filled)  # noqa: PLR2004


def _counts_up(texts: list[str]) -> bool:
    numbers = [int(re.sub(r"\D", "", text)) for text in texts]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _periods(words: tuple[str, ...]) -> dict[str, int]:
    """The columns of targets within the year, by period; the first where one is named twice."""
    found: dict[str, int] = {}
    for at, text in enumerate(words):
        if period := period_of(text):
            found.setdefault(period, at)
    return found


def _first_columns(words: Sequence[str], candidates: tuple[Column, ...]) -> dict[Column, int]:
    columns: dict[Column, int] = {}
    for at, text in enumerate(words):
        meaning = next((c for c in candidates if c not in columns and _means(text, c)), None)
        if meaning and not period_of(text):
            columns[meaning] = at
    return columns


def _means(text: str, column: Column) -> bool:
    if _is_named(text, column):
        return True
    return column == "target" and 0 < len(text) <= _MAX_HEAD and _unspaced(_bare(text)).startswith("target")


@lru_cache(maxsize=50_000)  # the same cells are looked at as heads of many tables
def _is_named(text: str, column: Column) -> bool:
    """Whether `text` is one of the names of a column, or several of them: "Program/Kegiatan"."""
    if not text or len(text) > _MAX_HEAD:
        return False
    known: tuple[str, ...] = getattr(vocabulary().columns, column)
    bare = _bare(text)
    if plain_words(text) in known or bare in known or _unspaced(bare) in {_unspaced(each) for each in known}:
        return True
    return bool(bare) and all(part.strip() in known or _is_made_of(part, column) for part in _OR.split(bare))


def _unspaced(text: str) -> str:
    """A head as a narrow column leaves it: "Targe t" is "Target"."""
    return text.replace(" ", "")


def _is_made_of(text: str, column: Column) -> bool:
    """Whether `text` opens as the names of a column do and has no other words than such names: "Indikator Kinerja Sub Kegiatan"."""
    columns = vocabulary().columns
    first, *more = text.split() or [""]
    is_changed = any(word in columns.changed for word in more)  # "Anggaran setelah refocusing"
    return first in columns.opening.get(column, ()) and (is_changed or all(word in columns.more for word in more))


def _bare(text: str) -> str:
    """A head without brackets, years and the currency."""
    return " ".join(re.sub(r"\([^)]*\)|\b\d{4}\b|\btahun( anggaran)?$|\brp$", " ", plain_words(text)).split())
