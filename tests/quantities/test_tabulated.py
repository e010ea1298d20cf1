"""The table of units is what pint makes of the definitions, and finds what pint finds."""

from importlib.resources import files

from pkcheck.quantities.tabulated import TABLE, table, tabulated, unit_registry
from pkcheck.quantities.units import dimension


def test_the_table_is_what_pint_makes_of_the_definitions() -> None:
    kept = files("pkcheck.quantities").joinpath(TABLE).read_text("utf-8")
    assert kept == tabulated(), "python -m pkcheck.quantities.tabulated writes it anew"


def test_a_spelling_is_known_where_pint_knows_it_and_nowhere_else() -> None:
    registry = unit_registry()
    single = [name for name in table() if "_" not in name]
    tried = [each for name in single for each in (name, f"{name}s", f"{name}ss", name[:-1], f"kilo{name}") if each]
    by_pint = {
        each: next(
            (
                str(registry.Unit(name).dimensionality)
                for prefix, name, suffix in registry.parse_unit_name(each)
                if not prefix and not suffix
            ),
            None,
        )
        for each in tried
    }
    assert {each: dimension(each) for each in tried} == by_pint
