"""What reading costs: seconds and memory for each page, against the underlying library alone, in the same run.

    python benchmarks/reading.py FILE... [--times 5]

Each reading runs in a process of its own, imports not counted; of several the fastest is shown. Needs the dependency group
`benchmarks`. Nothing here fails on a slow machine: only the ratios mean anything elsewhere.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pkcheck.documents.formats import Kind, kind_of
from pkcheck.documents.readers import READERS, read_document


@dataclass(frozen=True, slots=True)
class Cost:
    """One reading: seconds, and the megabytes that its process held at the most, imports included."""

    pages: int
    seconds: float
    megabytes: float


def _pdfplumber(path: Path) -> int:
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
        return len(document.pages)


def _pdfminer(path: Path) -> int:
    from pdfminer.high_level import extract_pages

    return sum(1 for _ in extract_pages(path, laparams=None))


def _pkcheck(path: Path) -> int:
    data = path.read_bytes()
    document = read_document(data, path.name, kind_of(data, path.suffix))
    pages = {block.source.page for block in document.blocks if hasattr(block, "source")}
    return max((page for page in pages if page), default=1)


OURS = "pkcheck"
LIBRARIES: Mapping[Kind, Mapping[str, Callable[[Path], int]]] = {
    "pdf": {"pdfplumber": _pdfplumber, "pdfminer": _pdfminer},
}
READINGS = {OURS: _pkcheck, **{name: read for each in LIBRARIES.values() for name, read in each.items()}}


def _peak() -> float:
    """Megabytes that this process has held at the most; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def measured(name: str, path: Path) -> Cost:
    """Read `path` once to import everything, then once more against the clock."""
    READINGS[name](path)
    start = time.perf_counter()
    pages = READINGS[name](path)
    return Cost(pages, time.perf_counter() - start, _peak())


def apart(name: str, path: Path) -> Cost:
    """`measured` in a process of its own."""
    command = [sys.executable, __file__, "--one", name, str(path)]
    return Cost(*json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))  # noqa: S603


def report(path: Path, times: int) -> None:
    """A line for each way of reading `path`, and how ours compares."""
    kind = kind_of(path.read_bytes(), path.suffix)
    names = [OURS, *LIBRARIES.get(kind, {})] if kind in READERS else []
    best = {name: min((apart(name, path) for _ in range(times)), key=lambda cost: cost.seconds) for name in names}
    for name, cost in best.items():
        pages, ratio = max(cost.pages, 1), best[OURS].seconds / cost.seconds
        told = "" if name == OURS else f"  pkcheck takes {ratio:.2f} times as long"
        print(f"{path.name:32} {name:12} {1000 * cost.seconds / pages:8.1f} ms/page {cost.megabytes:6.0f} MB{told}")  # noqa: T201


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--times", type=int, default=5, help="how often each reading is repeated (default: 5)")
    parser.add_argument("--one", choices=sorted(READINGS), help=argparse.SUPPRESS)
    wanted = parser.parse_args(arguments)
    if wanted.one:
        cost = measured(wanted.one, wanted.files[0])
        print(json.dumps([cost.pages, cost.seconds, cost.megabytes]))  # noqa: T201
        return
    for path in wanted.files:
        report(path, wanted.times)


if __name__ == "__main__":
    main()
