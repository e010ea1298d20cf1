"""Pandera over pandas frames, every fault at once: python pandera_frames.py FOLDER OUT."""

import sys
from collections.abc import Callable

import pandas as pd
import pandera.pandas as pa
from frames import PLACES, load
from told import write

frames = load(sys.argv[1])
FIRST, SECOND = PLACES


def _named(places: tuple[str, ...], *, of_all: bool) -> Callable[[pd.DataFrame], pd.Series]:
    def check(frame: pd.DataFrame) -> pd.Series:
        names = frame[list(places)].fillna("")
        named = ~(names.eq("") | names.apply(lambda column: column.str.startswith("(."))).any(axis=1)
        return named if of_all else named | frame["supervisor"].isna()

    return check


def _in_its_year(frame: pd.DataFrame) -> pd.Series:
    return frame["statement_year"].eq(frame["fiscal_year"]) & frame["annex_year"].eq(frame["fiscal_year"])


def _same_measure(frame: pd.DataFrame) -> pd.Series:
    return frame["dimension_above"].isna() | frame["dimension"].eq(frame["dimension_above"])


Subject = Callable[[pd.DataFrame], pd.Series]
CHECKS: list[tuple[pd.DataFrame, str, Callable[[pd.DataFrame], pd.Series], Subject]] = [
    (frames.sums, "BUD001", lambda f: f["total"] <= f["amount"], lambda f: f["agreement"] + ":budget." + f["no"].astype(str)),
    (frames.links, "UOM001", _same_measure, lambda f: f["id"] + " -> " + f["parent"]),
    (frames.links, "CAS009", lambda f: f["dimension_above"].notna(), lambda f: f["id"]),
    (frames.indicators, "CAS001", lambda f: f["taken"], lambda f: f["id"]),
    (frames.agreements, "DAT001", _in_its_year, lambda f: f["id"]),
    (frames.agreements, "PTY001:first", _named(FIRST, of_all=True), lambda f: f["id"] + ":first"),
    (frames.agreements, "PTY001:second", _named(SECOND, of_all=False), lambda f: f["id"] + ":second"),
]  # fmt: skip
found: list[tuple[str, str]] = []
for frame in (frames.sums, frames.links, frames.indicators, frames.agreements):
    own = [(name, check, subject) for of, name, check, subject in CHECKS if of is frame]
    indexed = frame.reset_index(drop=True)
    schema = pa.DataFrameSchema(checks=[pa.Check(check, name=name) for name, check, _ in own])
    try:
        schema.validate(indexed, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        for name, _, subject in own:
            rows = cases.loc[cases["check"] == name, "index"].dropna().astype(int).unique()
            found += [(name[:6], each) for each in subject(indexed.loc[rows])]
write(sys.argv[2], found)
