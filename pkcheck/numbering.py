"""The printed numbers of an annex's rows: which follow each other, and which rows only head a section.

A number counts objectives in one house and indicators in another; a section may start again at 1; a merged cell that a
reader repeats shows one number twice. None of these is a broken numbering.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pkcheck.graph import Row
from pkcheck.model import Agreement, Indicator, objective_keys
from pkcheck.wording import normal

_NONE = Indicator()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one run of numbers: `rows` are those at which it shows."""

    rows: tuple[Row, ...]
    missing: tuple[int, ...]
    repeated: tuple[int, ...]


def objective_rows(agreement: Agreement) -> tuple[Row, ...]:
    """Each objective once, with its first indicator; an empty indicator where it has none."""
    keys = objective_keys(agreement.objectives)
    return tuple(
        Row(agreement, objective, f"{agreement.id}:{key}", next(iter(objective.indicators), _NONE))
        for key, objective in zip(keys, agreement.objectives, strict=True)
    )


def faults_of(agreement: Agreement) -> list[Fault]:
    """Every run of numbers with a gap, a repetition or numbers out of order."""
    runs = _runs(_numbered(agreement), heading_rows(agreement))
    return [fault for run in runs if (fault := _fault(run))]


def heading_rows(agreement: Agreement) -> tuple[Row, ...]:
    """Numbered rows without indicators that stand above a section: the numbers hold without them, not with them."""
    rows = _numbered(agreement)
    bare = tuple(row for row in rows if not row.objective.indicators)
    if not bare or len(bare) == len(rows):
        return ()
    holds = not any(_fault(run) for run in _runs(rows, headings=()))
    restarts = any(row in bare and after.objective.no == 1 for row, after in pairwise(rows))
    holds_without = not any(_fault(run) for run in _runs(rows, headings=bare))
    return bare if holds_without and (restarts or not holds) else ()


def counts_indicators(agreement: Agreement) -> bool:
    """Whether the number may count indicators, so that an empty objective is a merged cell: none has two of them."""
    return all(len(objective.indicators) <= 1 for objective in agreement.objectives)


def _numbered(agreement: Agreement) -> tuple[Row, ...]:
    return tuple(row for row in objective_rows(agreement) if row.objective.no is not None)


def _runs(rows: Sequence[Row], headings: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that are numbered through; a run starts again at 1 under a new section, or where 2 follows that 1."""
    run: list[Row] = []
    above = False
    for at, row in enumerate(rows):
        if row in headings:
            above = True
            continue
        if run and _is_copy(run[-1], row):
            continue
        following = rows[at + 1].objective.no if at + 1 < len(rows) else None
        new_section = above or (run and row.objective.group != run[-1].objective.group)
        if run and row.objective.no == 1 and (new_section or following in (2, None)):
            yield run
            run = []
        run.append(row)
        above = False
    if run:
        yield run


def _is_copy(above: Row, row: Row) -> bool:
    """Whether a row shows the number above it once more for the same objective: a merged cell, told twice."""
    same_number = above.objective.no == row.objective.no
    return same_number and normal(row.objective.text) in ("", normal(above.objective.text))


def _fault(run: Sequence[Row]) -> Fault | None:
    numbers = [row.objective.no or 0 for row in run]
    expected = list(range(1, max(numbers) + 1))
    missing = tuple(each for each in expected if each not in numbers)
    seen: set[int] = set()
    repeated: list[Row] = []
    for row, number in zip(run, numbers, strict=True):
        if number in seen:
            repeated.append(row)
        seen.add(number)
    after_gaps = [row for row, number in zip(run, numbers, strict=True) if number - 1 in missing]
    disordered = [row for above, row in pairwise(run) if (row.objective.no or 0) < (above.objective.no or 0)]
    if not missing and not repeated and not disordered:
        return None
    shown = [row for row in run if row in (*repeated, *after_gaps)] or disordered
    return Fault(tuple(shown), missing, tuple(dict.fromkeys(row.objective.no or 0 for row in repeated)))
