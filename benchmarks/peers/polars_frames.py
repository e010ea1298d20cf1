"""Polars over Parquet or JSONL: python polars_frames.py FOLDER OUT parquet|jsonl."""

import sys

import polars as pl
from polars import col
from told import write

folder, out, source = sys.argv[1:]
NAME = pl.Struct({"name": pl.String})
PAGE = pl.Struct({"date": pl.String, "signatures": pl.Struct({"first": NAME, "second": NAME})})
ROW = pl.Struct({"id": pl.String, "target": pl.Struct({"unit": pl.String}), "derives_from": pl.List(pl.String)})
SCHEMA = {
    "id": pl.String,
    "fiscal_year": pl.Int64,
    "supervisor": pl.String,
    "first_party": NAME,
    "second_party": NAME,
    "statement": PAGE,
    "annex": PAGE,
    "objectives": pl.List(pl.Struct({"indicators": pl.List(ROW)})),
    "budget": pl.List(pl.Struct({"name": pl.String, "amount": pl.Int64})),
}
if source == "parquet":
    doc = pl.scan_parquet(f"{folder}/agreements.parquet")
else:
    doc = pl.read_ndjson(f"{folder}/agreements.jsonl", schema=SCHEMA).rechunk().lazy()
units = pl.read_csv(f"{folder}/units.csv").lazy()


def year(page: str) -> pl.Expr:
    """The year of a page's date."""
    day = col(page).struct.field("date")
    return day.dt.year() if source == "parquet" else day.str.to_date().dt.year()


def unnamed(side: str) -> pl.Expr:
    """Whether a party has no name in one of its three places."""
    blocks = [col(page).struct.field("signatures").struct.field(side) for page in ("statement", "annex")]
    names = [each.struct.field("name").fill_null("") for each in (col(f"{side}_party"), *blocks)]
    return pl.any_horizontal([(each == "") | each.str.starts_with("(.") for each in names])


def told(query: pl.LazyFrame, code: str, subject: pl.Expr) -> pl.LazyFrame:
    """Findings as code and subject."""
    return query.select(pl.lit(code).alias("code"), subject.alias("subject"))


agreements = doc.select(
    "id",
    "supervisor",
    ((year("statement") != col("fiscal_year")) | (year("annex") != col("fiscal_year"))).alias("outside"),
    unnamed("first").alias("no_first"),
    (unnamed("second") & col("supervisor").is_not_null()).alias("no_second"),
)
rows = (
    doc.select(col("id").alias("agreement"), "objectives")
    .explode("objectives")
    .select("agreement", col("objectives").struct.field("indicators").alias("row"))
    .explode("row")
    .select(
        "agreement",
        col("row").struct.field("id"),
        col("row").struct.field("target").struct.field("unit"),
        col("row").struct.field("derives_from").list.first().alias("parent"),
    )
    .join(units, on="unit", how="left")
)
lines = (
    doc.select("id", "supervisor", "budget", no=pl.int_ranges(1, col("budget").list.len() + 1))
    .explode("budget", "no")
    .unnest("budget")
    .select("id", "supervisor", "name", "amount", "no")
)
below = (
    lines.filter(col("supervisor").is_not_null()).group_by("supervisor", "name").agg(col("amount").sum().alias("total"))
)
children = rows.filter(col("parent").is_not_null())
links = children.join(rows.select(col("id").alias("parent"), col("dimension").alias("above")), on="parent", how="inner")
heads = rows.join(
    agreements.select("supervisor").drop_nulls().unique(), left_on="agreement", right_on="supervisor", how="semi"
)
queries = [
    told(
        lines.join(below, left_on=["id", "name"], right_on=["supervisor", "name"]).filter(col("total") > col("amount")),
        "BUD001",
        pl.format("{}:budget.{}", "id", "no"),
    ),
    told(links.filter(col("dimension") != col("above")), "UOM001", pl.format("{} -> {}", "id", "parent")),
    told(agreements.filter("outside"), "DAT001", col("id")),
    told(agreements.filter("no_first"), "PTY001", pl.format("{}:first", "id")),
    told(agreements.filter("no_second"), "PTY001", pl.format("{}:second", "id")),
    told(heads.join(children.select("parent"), left_on="id", right_on="parent", how="anti"), "CAS001", col("id")),
    told(children.join(rows.select(col("id").alias("parent")), on="parent", how="anti"), "CAS009", col("id")),
]
write(out, [finding for frame in pl.collect_all(queries) for finding in frame.rows()])
