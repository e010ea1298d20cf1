"""The other figures of a fast check, each as a ratio in one run, with one command each.

    python benchmarks/figures.py change [--size 1e5]    an agency changed among many: the second run against the first
    python benchmarks/figures.py start                  the real document's YAML against importing pydantic and networkx
    python benchmarks/figures.py tree [--size 20000]    one agency in one tree: how each step grows from a quarter, to a half, to all
    python benchmarks/figures.py same [--size 1e4]      the same findings, byte for byte, from every way to run

`change` and `same` use what the installed pkcheck knows of `--jobs`, `--cache`, `--resume` and `--engine dask`, and name what it
does not know. Findings are compared as sorted lines of `--format jsonl`; where another file is read (Parquet, scattered
lines), without `file` and `line` of the evidence, which are of that file. `--json OUT` keeps the figures. The status is 1 where
something differs. Needs the dependency group `peers`.
"""

import argparse
import json
import math
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare import FOLDER, PACKAGES, made_set
from measuring import PKCHECK, Run, machine, run, supported

DOCUMENT = Path(__file__).parent.parent / "datasets" / "kpu-kaltim-2024" / "agreements.yaml"
PROFILER = Path(__file__).parent / "profiler.py"
_OF_THE_FILE = ("file", "page", "line", "end_line", "cell")
_FINISHED = (0, 1)
_PART_OF_ALL, _MORE_THAN_N_LOG_N = 0.01, 1.2


@dataclass(frozen=True, slots=True)
class Way:
    """A way to run: what it reads, with which options; `needs` an option that pkcheck must know for it."""

    name: str
    options: tuple[str, ...] = ()
    file: str = "agreements.jsonl"
    made: tuple[str, ...] = ()
    needs: str | None = None
    twice: bool = False
    interrupted: bool = False


WAYS = (
    Way("one process", ("--jobs", "1")),
    Way("two processes", ("--jobs", "2")),
    Way("Parquet", file="agreements.parquet", needs="parquet"),
    Way("scattered", made=("--scattered",)),
    Way("gzip", file="agreements.jsonl.gz", made=("--compress", "gzip"), needs="gzip"),
    Way("a warm cache", ("--cache",), needs="--cache", twice=True),
    Way("resumed", ("--resume",), needs="--resume", interrupted=True),
    Way("dask", ("--engine", "dask"), needs="--engine"),
)


def command(path: Path, out: Path, *options: str) -> list[str]:
    """A check of `path` with all rules that writes its findings to `out`."""
    return [*PKCHECK, "check", str(path), "--format", "jsonl", "--output", str(out), "--quiet", *options]


def change(size: int, folder: Path, kept: Path) -> dict[str, Any]:
    """Check, check again, change one agency and check again: cpu and wall against the first run."""
    if not supported("--cache"):
        return {"missing": "--cache"}
    given = made_set(size, folder) / "agreements.jsonl"
    changed, out = kept / "agreements.jsonl", kept / "found.jsonl"
    surroundings = {"PKCHECK_CACHE": str(kept / "cache")}
    changed.write_bytes(given.read_bytes())
    runs = {"first": _checked(changed, out, surroundings), "unchanged": _checked(changed, out, surroundings)}
    _correct_one(changed)
    runs["one agency changed"] = _checked(changed, out, surroundings)
    after = _lines(out, bare=False)
    fresh = _checked(changed, out, {"PKCHECK_CACHE": str(kept / "fresh")})
    first = runs["first"]
    ratios = {name: {"cpu": each.cpu / first.cpu, "wall": each.wall / first.wall} for name, each in runs.items()}
    return {"ratios": ratios, "seconds": fresh.wall, "same as without a cache": after == _lines(out, bare=False)}


def _checked(path: Path, out: Path, surroundings: Mapping[str, str]) -> Run:
    return _ended(run(command(path, out, "--cache"), environment=surroundings, limit=7200))


def _correct_one(path: Path) -> None:
    """Change the first target in the middle of the file, in a line of its own length or not."""
    lines = path.read_bytes().splitlines(keepends=True)
    record = json.loads(lines[len(lines) // 2])
    target = record["objectives"][0]["indicators"][0]["target"]
    target["value"] += 1
    target["raw"] = target["raw"].replace(str(target["value"] - 1), str(target["value"]), 1)
    lines[len(lines) // 2] = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    path.write_bytes(b"".join(lines))


def start(kept: Path, times: int = 7) -> dict[str, Any]:
    """The real document's YAML from start to end, against the imports that it cannot do without."""
    imports = [sys.executable, "-c", "import pydantic, networkx"]
    own = command(DOCUMENT, kept / "found.jsonl")
    pairs = [(_ended(run(own)), _ended(run(imports))) for _ in range(times + 1)][1:]  # the first fills the caches
    medians = {figure: tuple(_median(each, figure) for each in zip(*pairs, strict=True)) for figure in ("cpu", "wall")}
    return {figure: {"pkcheck": own, "imports": base, "ratio": own / base} for figure, (own, base) in medians.items()}


def _median(runs: Sequence[Run], figure: str) -> float:
    return float(statistics.median(getattr(each, figure) for each in runs))


def tree(size: int, folder: Path, kept: Path) -> dict[str, Any]:
    """The functions of pkcheck that take a hundredth of the time or more, with the exponent of their growth.

    The exponent is fitted over a quarter, a half and all of `size`; n log n is about 1.1 there.
    """
    steps: dict[int, dict[str, float]] = {}
    for each in (size // 4, size // 2, size):
        path = made_set(each, folder, "--one-tree") / "agreements.jsonl"
        out = kept / "steps.json"
        _ended(
            run(
                [sys.executable, str(PROFILER), str(out), *command(path, kept / "found.jsonl")[len(PKCHECK) :]],
                limit=7200,
            )
        )
        steps[each] = json.loads(out.read_text(encoding="utf-8"))
    whole = steps[size]["all"]
    told = {
        name: {"seconds": seconds, "exponent": _growth([(each, steps[each].get(name, 0.0)) for each in steps])}
        for name, seconds in sorted(steps[size].items(), key=lambda item: -item[1])
        if seconds >= _PART_OF_ALL * whole
    }
    return {"steps": told, "worse": [name for name, each in told.items() if each["exponent"] > _MORE_THAN_N_LOG_N]}


def _growth(points: Sequence[tuple[int, float]]) -> float:
    """The slope of seconds over size, both as logarithms, by least squares."""
    logs = [(math.log(size), math.log(max(seconds, 1e-4))) for size, seconds in points]
    return round(statistics.linear_regression(*zip(*logs, strict=True)).slope, 2)


def same(size: int, folder: Path, kept: Path) -> dict[str, Any]:
    """Whether every way to run gives the findings of the first one."""
    told: dict[str, Any] = {}
    expected: dict[bool, list[str]] = {}
    for way in WAYS:
        out, surroundings = kept / f"{way.name}.jsonl", {"PKCHECK_CACHE": str(kept / f"cache of {way.name}")}
        path = made_set(size, folder, *way.made) / way.file
        if way.needs and not _known(way, folder, kept):
            told[way.name] = f"pkcheck does not know {way.needs}"
            continue
        own = command(path, out, *way.options)
        if way.twice:
            run(own, environment=surroundings, limit=7200)
        if way.interrupted:
            whole = run(own, environment=surroundings, limit=7200)
            for each in (out, kept / f"cache of {way.name}"):
                _removed(each)
            if run(own, environment=surroundings, interrupt_after=whole.wall / 2).status in _FINISHED:
                told[way.name] = "it was done before it could be interrupted"
                continue
        _ended(run(own, environment=surroundings, limit=7200))
        other_file = bool(way.made) or way.file != WAYS[0].file
        if not expected:
            expected = {bare: _lines(out, bare=bare) for bare in (False, True)}
        found = _lines(out, bare=other_file)
        told[way.name] = "the same" if found == expected[other_file] else _differs(found, expected[other_file])
    return {"findings": len(expected[False]), "ways": told}


def _known(way: Way, folder: Path, kept: Path) -> bool:
    if str(way.needs).startswith("--"):
        return supported(str(way.needs))
    path = made_set(100, folder, *way.made) / way.file
    return run(command(path, kept / "tried.jsonl")).status in _FINISHED


def _removed(path: Path) -> None:
    import shutil

    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)


def _lines(out: Path, *, bare: bool) -> list[str]:
    """The findings as sorted lines; `bare` without what is of the file that was read."""
    lines = out.read_text(encoding="utf-8").splitlines()
    return sorted(map(_bare, lines) if bare else lines)


def _bare(line: str) -> str:
    told = json.loads(line)
    for each in told.get("evidence", ()):
        for name in _OF_THE_FILE:
            each.pop(name, None)
    return json.dumps(told, sort_keys=True)


def _differs(found: Sequence[str], expected: Sequence[str]) -> str:
    missing, more = set(expected) - set(found), set(found) - set(expected)
    example = next(iter([*missing, *more]), "")
    return f"DIFFERS: {len(missing)} missing, {len(more)} more of {len(expected)}, as {example[:160]}"


def _ended(done: Run) -> Run:
    if done.status not in _FINISHED or done.stopped:
        raise SystemExit(f"did not end well ({done.status}): {done.told}")
    return done


FIGURES: dict[str, tuple[int, Callable[[int, Path, Path], dict[str, Any]]]] = {
    "change": (100_000, change),
    "start": (0, lambda _size, _folder, kept: start(kept)),
    "tree": (20_000, tree),
    "same": (10_000, same),
}


def main() -> int:
    """Measure one of the figures and show it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("figure", choices=FIGURES)
    parser.add_argument("--size", type=lambda text: int(float(text)))
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--json", type=Path)
    own = parser.parse_args()
    usual, measure = FIGURES[own.figure]
    with tempfile.TemporaryDirectory() as kept:
        told = measure(own.size or usual, own.folder, Path(kept))
    text = json.dumps({"figure": own.figure, "size": own.size or usual, **told}, indent=1, ensure_ascii=False)
    sys.stdout.write(f"{text}\n")
    if own.json:
        own.json.write_text(json.dumps({"machine": machine(*PACKAGES), **json.loads(text)}, indent=1), encoding="utf-8")
    return int("DIFFERS" in text or told.get("same as without a cache") is False)


if __name__ == "__main__":
    sys.exit(main())
