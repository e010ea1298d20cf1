"""What pint makes of `units.txt`, as a table: every spelling with its canonical name and dimension.

Reading the table takes a millisecond, importing pint and defining the units half a second; so pint decides once, when the
definitions change: `python -m pkcheck.quantities.tabulated` writes `units_table.txt` anew. A test holds both together.
"""

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pint import UnitRegistry

DEFINITIONS, TABLE = "units.txt", "units_table.txt"


def unit_registry() -> "UnitRegistry[float]":
    """The units of `units.txt` as pint knows them."""
    from pint import UnitRegistry

    registry: UnitRegistry[float] = UnitRegistry(None, non_int_type=float)
    registry.load_definitions(files("pkcheck.quantities").joinpath(DEFINITIONS).read_text("utf-8").splitlines())
    return registry


def tabulated() -> str:
    """A line for each spelling: spelling, canonical name, dimension, with tabs between them, by spelling."""
    registry = unit_registry()
    spellings = sorted(name for name in registry._units if name)  # noqa: SLF001  pint lists no aliases in public
    names = {each: registry.get_name(each) for each in spellings}
    return "".join(f"{each}\t{name}\t{registry.Unit(name).dimensionality}\n" for each, name in names.items())


def table() -> dict[str, tuple[str, str]]:
    """Every spelling to its canonical name and dimension."""
    text = files("pkcheck.quantities").joinpath(TABLE).read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {spelling: (name, dimension) for spelling, name, dimension in rows}


if __name__ == "__main__":
    Path(__file__).with_name(TABLE).write_text(tabulated(), "utf-8", newline="\n")
