"""pandas frames of a nested Parquet file, and what is derived from them, for the peers that work on frames."""

from dataclasses import dataclass

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

PLACES = ("first_party", "statement_first", "annex_first"), ("second_party", "statement_second", "annex_second")


@dataclass(frozen=True, slots=True)
class Frames:
    """One row an agreement, an indicator, a budget line; `sums` and `links` join a unit's with its subordinates'."""

    agreements: pd.DataFrame
    indicators: pd.DataFrame
    sums: pd.DataFrame
    links: pd.DataFrame


def load(folder: str) -> Frames:
    """The frames that the five kinds of finding need; only the fields that they look at are read."""
    columns = ["id", "fiscal_year", "supervisor", "first_party", "second_party", "statement", "annex", "budget"]
    wanted = [*columns, *(f"objectives.list.element.indicators.list.element.{name}" for name in ("id", "derives_from"))]
    wanted += ["objectives.list.element.indicators.list.element.target.unit"]
    table = pq.ParquetFile(f"{folder}/agreements.parquet").read(columns=wanted)
    agreements = _agreements(table)
    indicators = _indicators(table)
    units = pd.read_csv(f"{folder}/units.csv").set_index("unit")["dimension"]
    indicators["dimension"] = indicators["unit"].map(units)
    above = indicators[["id", "dimension"]].rename(columns={"id": "parent", "dimension": "dimension_above"})
    links = indicators[indicators["parent"].notna()].merge(above, on="parent", how="left")
    taken = set(links.loc[links["dimension_above"].notna(), "parent"])
    units_with_others = set(agreements["supervisor"].dropna())
    needed = indicators[indicators["agreement"].isin(units_with_others)]
    indicators = needed.assign(taken=needed["id"].isin(taken))
    return Frames(agreements, indicators, _sums(table, agreements), links)


def _agreements(table: pa.Table) -> pd.DataFrame:
    found = {name: table[name] for name in ("id", "fiscal_year", "supervisor")}
    for page in ("statement", "annex"):
        found[f"{page}_year"] = pc.year(_field(table[page], "date"))
        for side in ("first", "second"):
            found[f"{page}_{side}"] = _field(table[page], "signatures", side, "name")
    for side in ("first_party", "second_party"):
        found[side] = _field(table[side], "name")
    return pa.table(found).to_pandas()


def _field(column: pa.ChunkedArray, *names: str) -> pa.ChunkedArray:
    return pc.struct_field(column, list(names))


def _indicators(table: pa.Table) -> pd.DataFrame:
    objectives = table["objectives"]
    of_objective = pc.list_parent_indices(objectives)
    rows = _field(pc.list_flatten(objectives), "indicators")
    owner = pc.take(of_objective, pc.list_parent_indices(rows))
    flat = pc.list_flatten(rows)
    return pa.table(
        {
            "agreement": pc.take(table["id"], owner),
            "id": _field(flat, "id"),
            "unit": _field(flat, "target", "unit"),
            "parent": pc.list_element(_one(_field(flat, "derives_from")), 0),
        }
    ).to_pandas()


def _one(lists: pa.ChunkedArray) -> pa.ChunkedArray:
    """`lists` with none that is empty: those become null."""
    return pc.if_else(pc.greater(pc.list_value_length(lists), 0), lists, pa.scalar(None, lists.type))


def _sums(table: pa.Table, agreements: pd.DataFrame) -> pd.DataFrame:
    """Each budget line of a unit with what its subordinates have of that programme."""
    flat = pc.list_flatten(table["budget"])
    lines = pa.table(
        {
            "agreement": pc.take(table["id"], pc.list_parent_indices(table["budget"])),
            "name": _field(flat, "name"),
            "amount": _field(flat, "amount"),
        }
    ).to_pandas()
    lines["no"] = lines.groupby("agreement", sort=False).cumcount() + 1
    below = lines.merge(agreements[["id", "supervisor"]].dropna(), left_on="agreement", right_on="id")
    totals = below.groupby(["supervisor", "name"], as_index=False)["amount"].sum()
    return lines.merge(
        totals.rename(columns={"amount": "total", "supervisor": "unit"}),
        left_on=["agreement", "name"],
        right_on=["unit", "name"],
    )
