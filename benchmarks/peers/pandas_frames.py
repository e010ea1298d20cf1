"""pandas over Parquet: python pandas_frames.py FOLDER OUT."""

import sys

from frames import PLACES, load
from told import write

frames = load(sys.argv[1])
agreements, indicators, sums, links = frames.agreements, frames.indicators, frames.sums, frames.links
found: list[tuple[str, str]] = []
over = sums[sums["total"] > sums["amount"]]
found += [("BUD001", f"{unit}:budget.{no}") for unit, no in zip(over["agreement"], over["no"], strict=True)]
broken = links[links["dimension_above"].notna() & (links["dimension"] != links["dimension_above"])]
found += [("UOM001", f"{child} -> {parent}") for child, parent in zip(broken["id"], broken["parent"], strict=True)]
year = agreements["fiscal_year"]
outside = agreements[(agreements["statement_year"] != year) | (agreements["annex_year"] != year)]
found += [("DAT001", each) for each in outside["id"]]
for side, places in zip(("first", "second"), PLACES, strict=True):
    has_it = agreements if side == "first" else agreements[agreements["supervisor"].notna()]
    names = has_it[list(places)].fillna("")
    unnamed = has_it[(names.eq("") | names.apply(lambda column: column.str.startswith("(."))).any(axis=1)]
    found += [("PTY001", f"{each}:{side}") for each in unnamed["id"]]
found += [("CAS001", each) for each in indicators.loc[~indicators["taken"], "id"]]
found += [("CAS009", each) for each in links.loc[links["dimension_above"].isna(), "id"]]
write(sys.argv[2], found)
