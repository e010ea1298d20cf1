"""DuckDB SQL over Parquet or JSONL: python duckdb_sql.py FOLDER OUT parquet|jsonl."""

import sys

import duckdb
from told import write

folder, out, source = sys.argv[1:]
PAGE = "STRUCT(date DATE, signatures STRUCT(first STRUCT(name VARCHAR), second STRUCT(name VARCHAR)))"
COLUMNS = f"""{{
  id: 'VARCHAR', fiscal_year: 'INTEGER', supervisor: 'VARCHAR', statement: '{PAGE}', annex: '{PAGE}',
  first_party: 'STRUCT(name VARCHAR)', second_party: 'STRUCT(name VARCHAR)',
  objectives: 'STRUCT(indicators STRUCT(id VARCHAR, target STRUCT(unit VARCHAR), derives_from VARCHAR[])[])[]',
  budget: 'STRUCT(name VARCHAR, amount BIGINT)[]'
}}"""
READ = {
    "parquet": f"read_parquet('{folder}/agreements.parquet')",
    "jsonl": f"read_json('{folder}/agreements.jsonl', format='newline_delimited', columns={COLUMNS})",
}
db = duckdb.connect()
# JSON is read once, into a table; of Parquet only the columns that are asked for.
db.execute(f"CREATE {'VIEW' if source == 'parquet' else 'TABLE'} doc AS SELECT * FROM {READ[source]}")
db.execute("""
CREATE TABLE line AS SELECT id, supervisor, unnest(budget).name AS name, unnest(budget).amount AS amount,
  generate_subscripts(budget, 1) AS no FROM doc;
CREATE TABLE row_ AS SELECT agreement, r.id AS id, r.target.unit AS unit, r.derives_from[1] AS parent
  FROM (SELECT agreement, unnest(o.indicators) AS r FROM (SELECT id AS agreement, unnest(objectives) AS o FROM doc));
""")
db.execute(f"CREATE TABLE unit AS SELECT * FROM read_csv('{folder}/units.csv', header = true)")
UNNAMED = "coalesce({0}.name, '') = '' OR {0}.name LIKE '(.%'"
SIDES = " UNION ALL ".join(
    f"""SELECT 'PTY001', id || ':{side}' FROM doc WHERE {condition} AND ({" OR ".join(UNNAMED.format(place) for place in places)})"""
    for side, condition, places in (
        ("first", "true", ("first_party", "statement.signatures.first", "annex.signatures.first")),
        (
            "second",
            "second_party IS NOT NULL",
            ("second_party", "statement.signatures.second", "annex.signatures.second"),
        ),
    )
)
found = db.execute(f"""
WITH below AS (SELECT supervisor, name, sum(amount) AS total FROM line WHERE supervisor IS NOT NULL GROUP BY ALL)
SELECT 'BUD001', l.id || ':budget.' || l.no FROM line l JOIN below b ON b.supervisor = l.id AND b.name = l.name
  WHERE b.total > l.amount
UNION ALL
SELECT 'UOM001', c.id || ' -> ' || p.id FROM row_ c JOIN row_ p ON p.id = c.parent
  JOIN unit cu ON cu.unit = c.unit JOIN unit pu ON pu.unit = p.unit WHERE cu.dimension <> pu.dimension
UNION ALL
SELECT 'DAT001', id FROM doc WHERE year(statement.date) <> fiscal_year OR year(annex.date) <> fiscal_year
UNION ALL {SIDES} UNION ALL
SELECT 'CAS001', id FROM row_ WHERE agreement IN (SELECT supervisor FROM doc) AND id NOT IN
  (SELECT parent FROM row_ WHERE parent IS NOT NULL)
UNION ALL
SELECT 'CAS009', id FROM row_ WHERE parent IS NOT NULL AND parent NOT IN (SELECT id FROM row_)
""").fetchall()
write(out, found)
