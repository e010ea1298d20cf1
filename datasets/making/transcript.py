"""The real document's text as pages: what stands on them is taken from the text's own lines, slips and all.

The hand-made transcription only says on which lines what stands, and joins the rows that a page break cut in two.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Block:
    """A signature block: its label and office as printed, and the name, None where it is blank."""

    label: str | None
    office: tuple[str, ...]
    name: str | None

    @property
    def lines(self) -> tuple[str, ...]:
        """The block as it is signed: room for the hand above the name."""
        return (*((self.label,) if self.label else ()), *self.office, "", "", "", self.name or "")


@dataclass(frozen=True, slots=True)
class Field:
    """A label and what stands after its colon, with its line breaks."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Group:
    """A heading within the table."""

    text: str


@dataclass(frozen=True, slots=True)
class Objective:
    """A numbered objective; indicators and targets in printed order."""

    no: str
    text: str
    indicators: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What statement and annex have in common; `blocks` in printed order: the superior's first."""

    letterhead: tuple[str, ...]
    title: str
    dated: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Statement(Page):
    """The page of the parties: fields and paragraphs in printed order."""

    body: tuple[Field | str, ...]


@dataclass(frozen=True, slots=True)
class Annex(Page):
    """The page of the tables; amounts come as printed and in rupiah."""

    fields: tuple[Field, ...]
    head: tuple[str, ...]
    numbers: tuple[str, ...]
    rows: tuple[Group | Objective, ...]
    budget_head: tuple[str, str]
    budget: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement; `id` is the transcription's."""

    id: str
    statement: Statement
    annex: Annex


@dataclass(frozen=True, slots=True)
class Transcript:
    """The cover's lines and the agreements."""

    cover: tuple[str, ...]
    agreements: tuple[Agreement, ...]


def transcript(folder: Path) -> Transcript:
    """Read the data set in `folder`."""
    lines = (folder / "pk-kpu-kaltim-2024.txt").read_text(encoding="utf-8").split("\n")
    gold = json.loads((folder / "gold" / "agreements.json").read_text(encoding="utf-8"))["agreements"]
    cover = tuple(line for line in lines[: gold[0]["lines"][0] - 1] if line)
    return Transcript(cover, tuple(_agreement(each, lines) for each in gold))


def _agreement(gold: Gold, lines: Sequence[str]) -> Agreement:
    return Agreement(gold["id"], _statement(gold, lines), _annex(gold, lines))


def _statement(gold: Gold, lines: Sequence[str]) -> Statement:
    first, _ = gold["statement_lines"]
    title = _title(lines, first)
    dated = gold["statement"]["line"]
    fields = {at: each for party in ("first_party", "second_party") for at, each in _party(gold[party], lines)}
    within = {at for party in ("first_party", "second_party") if gold[party] for at in _span(gold[party]["lines"])}
    body = [
        fields.get(at, lines[at - 1].strip())
        for at in range(title + 1, dated)
        if lines[at - 1].strip() and (at in fields or at not in within)
    ]
    return Statement(
        letterhead=_written(lines, first, title),
        title=lines[title - 1],
        dated=lines[dated - 1],
        blocks=_blocks(gold["statement"], lines),
        body=tuple(body),
    )


def _annex(gold: Gold, lines: Sequence[str]) -> Annex:
    first, _ = gold["annex_lines"]
    title = _title(lines, first)
    head = next(at for at in range(title, len(lines)) if lines[at].startswith("No") and "\t" in lines[at])
    budget = [_amount(each, lines) for each in gold["budget"]]
    above = lines[gold["budget"][0]["lines"][0] - 2].split("\t")
    return Annex(
        letterhead=_written(lines, first, title),
        title=lines[title - 1],
        dated=lines[gold["annex"]["line"] - 1],
        blocks=_blocks(gold["annex"], lines),
        fields=tuple(_field(lines[at]) for at in range(title, head) if ":" in lines[at]),
        head=tuple(lines[head].split("\t")),
        numbers=tuple(lines[head + 1].split("\t")),
        rows=tuple(_rows(gold["rows"], lines)),
        budget_head=(above[0], above[1]),
        budget=tuple(budget),
    )


def _title(lines: Sequence[str], first: int) -> int:
    """The number of the title's line; letterhead is what stands between `first` and it."""
    return next(at for at in range(first, len(lines)) if lines[at - 1].startswith("PERJANJIAN KINERJA"))


def _written(lines: Sequence[str], first: int, end: int) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines[first - 1 : end - 1] if line.strip())


def _span(ends: Sequence[int]) -> range:
    return range(ends[0], ends[1] + 1)


def _party(party: Gold | None, lines: Sequence[str]) -> Iterator[tuple[int, Field]]:
    """The fields of a party by the number of their first line; further lines without a label carry on the last."""
    if party is None:
        return
    opened: tuple[int, Field] | None = None
    for at in _span(party["lines"]):
        line = lines[at - 1].strip()
        if line.startswith(("Nama", "Jabatan")):
            if opened:
                yield opened
            opened = (at, _field(line))
        elif line and opened:
            opened = (opened[0], Field(opened[1].label, f"{opened[1].value}\n{line}"))
    if opened:
        yield opened


def _field(line: str) -> Field:
    label, value = line.split(":", 1)
    return Field(label.strip(), value.strip())


def _blocks(page: Gold, lines: Sequence[str]) -> tuple[Block, ...]:
    found = [each for each in (page["signature_second"], page["signature_first"]) if each]
    return tuple(_block(each, lines) for each in sorted(found, key=lambda each: each["lines"][0]))


def _block(gold: Gold, lines: Sequence[str]) -> Block:
    written = [lines[at - 1].strip() for at in _span(gold["lines"]) if lines[at - 1].strip()]
    label = written.pop(0) if gold["label"] else None
    name = written.pop() if gold["name"] else None
    return Block(label, tuple(written), name)


def _rows(rows: Sequence[Gold], lines: Sequence[str]) -> Iterator[Group | Objective]:
    above: str | None = None
    for (no, heading), group in groupby(rows, key=lambda row: (row["no"], _heading(row, lines))):
        if heading and heading != above:
            yield Group(heading)
        above = heading
        of = list(group)
        yield Objective(str(no), of[0]["sasaran"], tuple((row["indikator"], row["target_raw"]) for row in of))


def _heading(row: Gold, lines: Sequence[str]) -> str | None:
    section = row.get("section")
    return lines[section["line"] - 1].strip() if section else None


def _amount(gold: Gold, lines: Sequence[str]) -> tuple[str, str, int]:
    name, raw = lines[gold["lines"][0] - 1].split("\t")
    return name, raw, gold["amount"] or 0
