"""networkx, pydantic and pint, one loop a rule, as most would write it first: python obvious.py FOLDER OUT."""

import datetime
import sys

import networkx as nx
import pint
from pydantic import BaseModel
from told import write


class Person(BaseModel):
    """A party, or a signature block."""

    name: str | None = None
    position: str
    signed: bool | None = None


class Signatures(BaseModel):
    """The two blocks under a page."""

    first: Person
    second: Person | None = None


class Page(BaseModel):
    """Statement or annex."""

    place: str
    date: datetime.date
    fiscal_year: int
    signatures: Signatures


class Target(BaseModel):
    """What is promised."""

    raw: str
    value: float
    unit: str


class Indicator(BaseModel):
    """A row."""

    id: str
    text: str
    target: Target
    derives_from: list[str] = []


class Objective(BaseModel):
    """Rows under one heading."""

    no: int
    text: str
    indicators: list[Indicator]


class Line(BaseModel):
    """A line of the budget."""

    level: str
    name: str
    raw: str
    amount: int


class Agreement(BaseModel):
    """One line of the file."""

    id: str
    institution: str
    unit: str
    fiscal_year: int
    kind: str
    supervisor: str | None = None
    first_party: Person
    second_party: Person | None = None
    statement: Page
    annex: Page
    objectives: list[Objective]
    budget: list[Line]


EXPRESSIONS = {"%": "persen", "lap.": "laporan", "satuan kerja": "satker", "unit kerja": "satker"}
BASES = (
    "writing laporan lap dokumen dok|deed kegiatan keg|office satker|advice rekomendasi|score nilai poin indeks skor"
)
registry = pint.UnitRegistry()
for line in (*BASES.split("|"), "person orang pegawai peserta", "share persen"):
    dimension, base, *same = line.split()
    registry.define(f"{base} = [{dimension}]")
    for spelling in same:
        registry.define(f"{spelling} = {base}")
registry.define("bulan = month = bln")


def dimensionality(unit: str) -> pint.util.UnitsContainer:
    """What a unit measures."""
    spelling = unit.casefold()
    return registry.parse_units(EXPRESSIONS.get(spelling, spelling)).dimensionality


def is_unnamed(person: Person) -> bool:
    """Whether nothing stands in the place of a name."""
    return not person.name or person.name.startswith("(.")


graph: nx.DiGraph = nx.DiGraph()
with open(f"{sys.argv[1]}/agreements.jsonl", "rb") as file:  # noqa: PTH123
    for text in file:
        agreement = Agreement.model_validate_json(text)
        graph.add_node(agreement.id, agreement=agreement)
        if agreement.supervisor:
            graph.add_edge(agreement.supervisor, agreement.id)
        for objective in agreement.objectives:
            for indicator in objective.indicators:
                graph.add_node(indicator.id, indicator=indicator)
                for parent in indicator.derives_from:
                    graph.add_edge(parent, indicator.id)
found: list[tuple[str, str]] = []
for name, data in graph.nodes(data=True):
    if "agreement" in data:
        agreement = data["agreement"]
        below = [graph.nodes[each]["agreement"] for each in graph.successors(name)]
        for no, own in enumerate(agreement.budget, 1):
            if below and sum(x.amount for each in below for x in each.budget if x.name == own.name) > own.amount:
                found.append(("BUD001", f"{name}:budget.{no}"))
        if any(page.date.year != agreement.fiscal_year for page in (agreement.statement, agreement.annex)):
            found.append(("DAT001", name))
        for side in ("first", "second"):
            blocks = [getattr(page.signatures, side) for page in (agreement.statement, agreement.annex)]
            people = [each for each in (getattr(agreement, f"{side}_party"), *blocks) if each is not None]
            if any(map(is_unnamed, people)):
                found.append(("PTY001", f"{name}:{side}"))
        if below:
            rows = (row for objective in agreement.objectives for row in objective.indicators)
            found += [("CAS001", row.id) for row in rows if graph.out_degree(row.id) == 0]
    elif "indicator" in data:
        row = data["indicator"]
        for parent in row.derives_from:
            above = graph.nodes[parent].get("indicator")
            if above is None:
                found.append(("CAS009", name))
            elif dimensionality(row.target.unit) != dimensionality(above.target.unit):
                found.append(("UOM001", f"{name} -> {parent}"))
write(sys.argv[2], found)
