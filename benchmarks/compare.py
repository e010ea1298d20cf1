"""pkcheck beside other ways to find the same five kinds of fault, as whole processes in one run. All must find the truth.

    python benchmarks/compare.py [--sizes 1e3,1e4] [--times 3] [--only WORD,...] [--folder DIR] [--json OUT] [--plot OUT.png]

The five kinds are subordinates' budgets over the unit's, an indicator's unit against its parent's, a date outside the year, a
party without a name, and a derivation that is dangling or missing. Sets are made by `generate.py` in DIR (build/benchmarks), if
they are not there yet. The contenders take turns; medians are shown. `cpu / decode` is against decoding the same JSONL straight into
pkcheck's own model in the same run, nothing kept; `wall / pkcheck` against pkcheck's five checks. The exponent tells how
cpu and memory grow from the last size: 1 is in proportion. Whoever takes too long at one size is not run at the next. Whatever has
found anything but the truth is named, and the status is 1. Needs the dependency group `peers`.
"""

import argparse
import json
import math
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from agencies import CODES
from measuring import PKCHECK, Run, machine, run, supported

PEERS, GENERATOR = Path(__file__).parent / "peers", Path(__file__).parent / "generate.py"
FOLDER = Path(__file__).parent.parent / "build" / "benchmarks"
DECODE, OURS = "limit: pydantic decode", "pkcheck, five kinds, JSONL"
PACKAGES = (
    "pkcheck",
    "pydantic",
    "pydantic-core",
    "networkx",
    "pint",
    "duckdb",
    "polars",
    "pandas",
    "pandera",
    "pyarrow",
    "msgspec",
)
_LARGE_STEP, _SMALL = 10, 100
_FIVE = ("--select", ",".join(CODES))


@dataclass(frozen=True, slots=True)
class Contender:
    """A program: `command` with FOLDER and OUT to be filled in. `judges` it finds faults, `inferred` of a set without links."""

    name: str
    command: tuple[str, ...]
    judges: bool = True
    inferred: bool = False
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A contender at one size; `found` whether it found exactly the truth, None where it judges nothing or did not end."""

    name: str
    size: int
    runs: tuple[Run, ...]
    found: bool | None

    @property
    def finished(self) -> bool:
        """Whether every run came to its end."""
        return all(each.status == 0 and not each.stopped for each in self.runs)

    def median(self, figure: str) -> float:
        """The median of `wall`, `cpu` or `memory`."""
        return float(statistics.median(getattr(each, figure) for each in self.runs))


def _ours(
    name: str, *options: str, file: str = "agreements.jsonl", inferred: bool = False, needs: str | None = None
) -> Contender:
    own = ("check", f"FOLDER/{file}", "--format", "jsonl", "--output", "OUT", "--fail-on", "never", "--quiet")
    return Contender(name, (*PKCHECK, *own, *options), inferred=inferred, needs=needs)


def _peer(name: str, script: str, *arguments: str, judges: bool = True) -> Contender:
    return Contender(name, (sys.executable, str(PEERS / f"{script}.py"), "FOLDER", "OUT", *arguments), judges)


CONTENDERS = (
    _ours(OURS, *_FIVE),
    _ours("pkcheck, five kinds, JSONL, 2 processes", *_FIVE, "--jobs", "2", needs="--jobs"),
    _ours("pkcheck, five kinds, Parquet", *_FIVE, file="agreements.parquet", needs="parquet"),
    _ours("pkcheck, all rules, derivations given"),
    _ours("pkcheck, all rules, derivations inferred", inferred=True),
    _peer("DuckDB SQL, Parquet", "duckdb_sql", "parquet"),
    _peer("DuckDB SQL, JSONL", "duckdb_sql", "jsonl"),
    _peer("Polars, Parquet", "polars_frames", "parquet"),
    _peer("Polars, JSONL", "polars_frames", "jsonl"),
    _peer("pandas, Parquet", "pandas_frames"),
    _peer("Pandera on pandas, Parquet", "pandera_frames"),
    _peer("networkx, pydantic and pint, JSONL", "obvious"),
    _peer("limit: read", "limits", "read", judges=False),
    _peer("limit: orjson decode", "limits", "orjson", judges=False),
    _peer("limit: msgspec decode", "limits", "msgspec", judges=False),
    _peer("limit: pydantic decode of the fields needed", "limits", "fields", judges=False),
    _peer(DECODE, "limits", "pydantic", judges=False),
)


def compared(
    sizes: Sequence[int], contenders: Sequence[Contender], folder: Path, *, times: int, limit: float
) -> Iterator[Row]:
    """Every contender at every size that it can be expected to finish within `limit` seconds."""
    slow: set[str] = set()
    for size in sorted(sizes):
        able = [each for each in contenders if each.name not in slow]
        runs: dict[str, list[Run]] = {each.name: [] for each in able}
        found: dict[str, bool | None] = {}
        with tempfile.TemporaryDirectory() as kept:
            for turn in range(times):
                for each in able:
                    if turn and (runs[each.name][-1].wall > limit / _LARGE_STEP or runs[each.name][-1].status):
                        continue
                    own = made_set(size, folder, *(["--inferred"] if each.inferred else []))
                    out = Path(kept) / "found"
                    out.unlink(missing_ok=True)
                    done = run([_filled(part, own, out) for part in each.command], limit=limit)
                    runs[each.name].append(done)
                    ended = done.status == 0 and not done.stopped
                    if each.judges and ended:
                        found[each.name] = found.get(each.name) is not False and findings(out) == _truth(own)
                    sys.stderr.write(f"{size:>8} {each.name:<45} {done.wall:8.2f} s {done.memory:7.0f} MiB\n")
        for each in able:
            row = Row(each.name, size, tuple(runs[each.name]), found.get(each.name))
            if not row.finished or row.median("wall") > limit / _LARGE_STEP:
                slow.add(each.name)
            yield row


def _filled(part: str, folder: Path, out: Path) -> str:
    return part.replace("FOLDER", str(folder)) if part.startswith("FOLDER") else str(out) if part == "OUT" else part


def made_set(size: int, folder: Path, *options: str) -> Path:
    """The folder of a set of `size` agreements made with `options` of `generate.py`, made if it is not there.

    In a process of its own: what a process has used when it starts another counts as the other's memory.
    """
    own = folder / "-".join((str(size), *(each.removeprefix("--") for each in options)))
    if not (own / "truth.json").exists():
        subprocess.run([sys.executable, str(GENERATOR), str(size), str(own), *options], check=True, stdout=sys.stderr)  # noqa: S603
    return own


@cache
def _truth(folder: Path) -> frozenset[tuple[str, str]]:
    found = json.loads((folder / "truth.json").read_text(encoding="utf-8"))["found"]
    return frozenset((code, subject) for code, subjects in found.items() for subject in subjects)


def findings(out: Path) -> frozenset[tuple[str, str]]:
    """Code and subject of every finding of the five kinds, as pkcheck or a peer wrote them."""
    found = set()
    with out.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("{"):
                told = json.loads(line)
                finding = (told.get("code"), told.get("subject", {}).get("id"))
            else:
                code, subject = line.rstrip("\n").split("\t")
                finding = (code, subject)
            if finding[0] in CODES:
                found.add(finding)
    return frozenset(found)


def ready(contenders: Sequence[Contender], folder: Path) -> list[Contender]:
    """Those that this installation can run: each is tried once on a small set, which also leaves its modules compiled."""
    return [each for each in contenders if each.needs is None or _has(each.needs) if _tried(each, folder)]


def _has(needed: str) -> bool:
    return supported(needed) or not needed.startswith("--")


def _tried(contender: Contender, folder: Path) -> bool:
    with tempfile.TemporaryDirectory() as kept:
        own = made_set(_SMALL, folder, *(["--inferred"] if contender.inferred else []))
        return (
            run([_filled(part, own, Path(kept) / "found") for part in contender.command]).status == 0
            or not contender.needs
        )


def table(rows: Sequence[Row]) -> str:
    """The rows as a table in Markdown."""
    by_key = {(row.name, row.size): row for row in rows}
    head = (
        "| | agreements | wall s | cpu s | peak MiB | agreements/s | wall / pkcheck | cpu / decode | exponent, cpu | exponent, memory | found the truth |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|",
    )
    return "\n".join((*head, *(_line(row, by_key) for row in rows)))


def _line(row: Row, by_key: Mapping[tuple[str, int], Row]) -> str:
    if not row.finished:
        why = "stopped" if any(each.stopped for each in row.runs) else f"failed: {row.runs[-1].told.strip()[-80:]!r}"
        return f"| {row.name} | {row.size:,} | {why} after {row.median('wall'):.0f} s | | | | | | | | |"
    smaller = [
        other for other in by_key.values() if other.name == row.name and other.size < row.size and other.finished
    ]
    before = max(smaller, key=lambda other: other.size, default=None)
    wall, cpu, memory = (row.median(each) for each in ("wall", "cpu", "memory"))
    cells = [
        row.name,
        f"{row.size:,}",
        f"{wall:.2f}",
        f"{cpu:.2f}",
        f"{memory:.0f}",
        f"{row.size / wall:,.0f}",
        _ratio(row, by_key.get((OURS, row.size)), "wall"),
        _ratio(row, by_key.get((DECODE, row.size)), "cpu"),
        _exponent(row, before, "cpu"),
        _exponent(row, before, "memory"),
        {True: "yes", False: "NO", None: ""}[row.found],
    ]
    return f"| {' | '.join(cells)} |"


def _ratio(row: Row, other: Row | None, figure: str) -> str:
    return f"{row.median(figure) / other.median(figure):.2f}" if other and other.finished else ""


def _exponent(row: Row, before: Row | None, figure: str) -> str:
    if before is None:
        return ""
    return f"{math.log(row.median(figure) / before.median(figure)) / math.log(row.size / before.size):.2f}"


def plot(rows: Sequence[Row], path: Path) -> None:
    """Time and memory over the size, both axes logarithmic."""
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(1, 2, figsize=(15, 7))
    for axis, name, unit in zip(axes, ("cpu", "memory"), ("cpu seconds", "peak MiB"), strict=True):
        axis.set_prop_cycle(color=mpl.colormaps["tab20"].colors)
        for contender in dict.fromkeys(row.name for row in rows):
            own = [row for row in rows if row.name == contender and row.finished]
            style = "-" if contender.startswith("pkcheck") else ":" if contender.startswith("limit") else "--"
            axis.plot([row.size for row in own], [row.median(name) for row in own], style, marker="o", label=contender)
        axis.set(xscale="log", yscale="log", xlabel="agreements", ylabel=unit)
        axis.grid(visible=True, which="major", alpha=0.4)
    figure.legend(*axes[0].get_legend_handles_labels(), loc="lower center", ncols=3, fontsize="small")
    figure.tight_layout(rect=(0, 0.16, 1, 1))
    figure.savefig(path, dpi=120)


def main() -> int:
    """Measure what the arguments ask for and show it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1e3,1e4", type=lambda text: [int(float(each)) for each in text.split(",")])
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--limit", type=float, default=600.0, help="seconds for one process")
    parser.add_argument("--only", default="", help="contenders whose names have one of these words")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--plot", type=Path)
    own = parser.parse_args()
    words = own.only.split(",")
    contenders = [each for each in ready(CONTENDERS, own.folder) if any(word in each.name for word in words)]
    rows = list(compared(own.sizes, contenders, own.folder, times=own.times, limit=own.limit))
    sys.stdout.write(f"{table(rows)}\n")
    if own.json:
        told = {"machine": machine(*PACKAGES), "rows": [asdict(row) for row in rows]}
        own.json.write_text(json.dumps(told, indent=1), encoding="utf-8")
    if own.plot:
        plot(rows, own.plot)
    return int(any(row.found is False for row in rows))


if __name__ == "__main__":
    sys.exit(main())
