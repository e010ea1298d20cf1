"""Made sets of agreements of any size, with known defects, as JSONL and Parquet. The same seed gives the same bytes.

    python benchmarks/generate.py N OUT [--seed 7] [--inferred] [--one-tree] [--scattered] [--compress gzip|zstd] [--no-parquet]

N agreements (1000, 1e6) in whole agencies of 3 to 60; what is wrong in them is described in `agencies.py`. In OUT:

- `agreements.jsonl` (`.gz`, `.zst`): one canonical agreement a line, as `pkcheck check` takes it; an agency's agreements stand
  together, superiors first. `institution` tells the agencies apart. `--scattered`: the agencies are mixed,
  each one's agreements in their own order.
- `agreements.parquet`: the same agreements in the same order, one a row, in nested columns: the columns and fields are
  those of the canonical data by name (`objectives` is `list<struct<no, text, indicators: list<struct<...>>>>`), dates are
  date32, whole numbers int64, `value` is a double and means an int where it is whole (as JSON writes it), and null means that
  a field is left out. An empty list is not null: `derives_from: []` says that nothing was found. Columns and fields that
  no agreement needs are left out. A row group ends with an agency, soon after 2,000 rows.
- `units.csv`: every spelling of a unit, with its dimension: for programs that know no units.
- `truth.json`: `{"agreements", "agencies", "inferred", "found": {code: [subject id, ...]}}`, what each rule must find.

`--inferred` leaves out who answers to whom and what derives from what, so nothing dangles; `--one-tree` makes one agency.
Memory stays flat but for the truth. Parquet and zstd need the dependency group `peers`.
"""

import argparse
import csv
import gzip
import io
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

import agency_words as words
from agencies import CODES, Record, Truth, agencies

ROWS_PER_GROUP = 2_000
_IN_A_BUCKET = 20_000
_GZIP_LEVEL = 3
_SUFFIX = {None: "", "gzip": ".gz", "zstd": ".zst"}


def generate(  # noqa: PLR0913  one for each option
    total: int,
    out: Path,
    *,
    seed: int = 7,
    inferred: bool = False,
    one_tree: bool = False,
    scattered: bool = False,
    compress: str | None = None,
    parquet: bool = True,
) -> dict[str, Any]:
    """Write a set into `out` and give what `truth.json` holds. See above."""
    out.mkdir(parents=True, exist_ok=True)
    found: Truth = {code: [] for code in CODES}
    told = {"agreements": total, "agencies": 0, "inferred": inferred, "found": found}
    blocks = _blocks(agencies(total, seed, given=not inferred, one_tree=one_tree), told)
    with ExitStack() as open_files:
        if scattered:
            folder = Path(open_files.enter_context(tempfile.TemporaryDirectory(dir=out)))
            blocks = _shuffled(blocks, folder, total, seed)
        target = open_files.enter_context(_opened(out / f"agreements.jsonl{_SUFFIX[compress]}", compress))
        rows = open_files.enter_context(_Parquet(out / "agreements.parquet")) if parquet else None
        for block in blocks:
            target.write(b"".join(block))
            if rows:
                rows.add(block)
    for subjects in found.values():
        subjects.sort()
    _write_units(out / "units.csv")
    (out / "truth.json").write_text(json.dumps(told), encoding="utf-8")
    return told


def _blocks(made: Iterator[tuple[list[Record], Truth]], told: dict[str, Any]) -> Iterator[list[bytes]]:
    """The lines of each agency; what is wrong in it is added to `told`."""
    line = _line_writer()
    for records, truth in made:
        told["agencies"] += 1
        for code, subjects in truth.items():
            told["found"][code] += subjects
        yield [line(record) for record in records]


def _line_writer() -> Any:
    try:
        import orjson
    except ImportError:  # the same bytes, in three times the time
        write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
        return lambda record: f"{write(record)}\n".encode()
    return lambda record: orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)


def _shuffled(blocks: Iterator[list[bytes]], folder: Path, total: int, seed: int) -> Iterator[list[bytes]]:
    """All lines mixed, those of an agency in their own order: each gets a place by chance, and is sorted to it.

    The lines are dealt out to files that each hold a range of places and fit into memory.
    """
    chance = random.Random(seed)  # noqa: S311  the same order again is the point
    count = total // _IN_A_BUCKET + 1
    with ExitStack() as open_files:
        buckets = [open_files.enter_context((folder / str(n)).open("w+b")) for n in range(count)]
        for block in blocks:
            places = sorted(chance.random() for _ in block)
            for place, line in zip(places, block, strict=True):
                buckets[int(place * count)].write(b"%.17f %b" % (place, line))
        for bucket in buckets:
            bucket.seek(0)
            lines = [line.split(b" ", 1)[1] for line in sorted(bucket)]
            for at in range(0, len(lines), ROWS_PER_GROUP):
                yield lines[at : at + ROWS_PER_GROUP]


def _opened(path: Path, compress: str | None) -> Any:
    if compress == "gzip":
        return gzip.GzipFile(path, "wb", compresslevel=_GZIP_LEVEL, mtime=0)
    if compress == "zstd":
        import pyarrow as pa

        return pa.CompressedOutputStream(str(path), "zstd")
    return path.open("wb", buffering=1 << 20)


class _Parquet:
    """Takes lines by agency and writes them as row groups."""

    def __init__(self, path: Path) -> None:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter

        self._schema = _schema(date=pa.date32())
        self._as_read = _schema(date=pa.timestamp("s"))  # the only kind of day that Arrow reads from JSON
        self._writer = ParquetWriter(path, self._schema, compression="zstd")
        self._waiting: list[bytes] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._writer.close()

    def add(self, block: list[bytes]) -> None:
        self._waiting += block
        if len(self._waiting) >= ROWS_PER_GROUP:
            self._flush()

    def _flush(self) -> None:
        from pyarrow import json as arrow_json

        if self._waiting:
            lines = b"".join(self._waiting)
            one_block = arrow_json.ReadOptions(block_size=len(lines) + 1)
            as_told = arrow_json.ParseOptions(explicit_schema=self._as_read, unexpected_field_behavior="error")
            self._writer.write_table(arrow_json.read_json(io.BytesIO(lines), one_block, as_told).cast(self._schema))
            self._waiting = []


def _schema(date: Any) -> Any:
    """The canonical data as nested columns, as far as made agreements need them."""
    import pyarrow as pa

    text, whole = pa.string(), pa.int64()
    party = pa.struct({"name": text, "position": text})
    block = pa.struct({"name": text, "position": text, "signed": pa.bool_()})
    blocks = pa.struct({"first": block, "second": block})
    page = pa.struct({"place": text, "date": date, "fiscal_year": whole, "signatures": blocks})
    target = pa.struct({"raw": text, "value": pa.float64(), "unit": text})
    indicator = pa.struct({"id": text, "text": text, "target": target, "derives_from": pa.list_(text)})
    objective = pa.struct({"no": whole, "text": text, "indicators": pa.list_(indicator)})
    line = pa.struct({"level": text, "name": text, "raw": text, "amount": whole})
    return pa.schema(
        {
            "id": text,
            "institution": text,
            "unit": text,
            "fiscal_year": whole,
            "kind": text,
            "supervisor": text,
            "first_party": party,
            "second_party": party,
            "statement": page,
            "annex": page,
            "objectives": pa.list_(objective),
            "budget": pa.list_(line),
        }
    )


def _write_units(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("unit", "dimension"))
        for name, measure in words.MEASURES.items():
            writer.writerows((spelling, name) for spelling in measure.spellings)


def main() -> None:
    """Write what the arguments ask for, and tell what was written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("total", type=lambda text: int(float(text)), metavar="N")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--inferred", action="store_true")
    parser.add_argument("--one-tree", action="store_true")
    parser.add_argument("--scattered", action="store_true")
    parser.add_argument("--compress", choices=("gzip", "zstd"))
    parser.add_argument("--no-parquet", dest="parquet", action="store_false")
    told = generate(**vars(parser.parse_args()))
    found = ", ".join(f"{code} {len(subjects)}" for code, subjects in told["found"].items())
    sys.stdout.write(f"{told['agreements']} agreements, {told['agencies']} agencies; to be found: {found}\n")


if __name__ == "__main__":
    main()
