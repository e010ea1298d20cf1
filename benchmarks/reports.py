"""What a report of two thousand findings costs: to make, to open in a browser, and to filter, sort and search there.

    python benchmarks/reports.py [--findings 2000] [--times 5] [--json OUT]

The findings are those of the real document of datasets/, as though so many agencies had sent in the same agreements. Of
several runs the fastest is shown. The page counts as open when it is loaded, the PDF when its first and its last page are
drawn by PDFium, which is what Chromium shows it with. What is done in the page counts until the browser has drawn the next
frame. Needs the extra `all` and a Chromium; without one the browser's rows are left out. Nothing here fails on a slow machine.
"""

import argparse
import json
import platform
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from browser import Page, browser

from pkcheck import api
from pkcheck.record import Recorded
from pkcheck.recording import recorded
from pkcheck.reporting import Style, record_formats
from pkcheck.yamltext import load_yaml

DATA = Path(__file__).parent.parent / "datasets" / "kpu-kaltim-2024" / "agreements.yaml"
MADE = ("html", "pdf", "docx", "xlsx", "json", "csv", "markdown")
_NEXT_FRAME = "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))))"
# What a reader does, as scripts that leave the milliseconds until the next frame is drawn.
DONE: Mapping[str, str] = {
    "filter by level": "document.querySelector('#saring [name=level]').click()",
    "filter by unit": "choose('unit', 5)",
    "search a word": "type('anggaran')",
    "search two words": "type('target indikator')",
    "sort by level": "choose('order', 1)",
    "go to the last finding": "[...document.querySelectorAll('.finding')].at(-1).scrollIntoView()",
    "show all again": "document.querySelector('#saring button').click()",
}
_TOOLS = """
const form = document.getElementById("saring");
const told = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));
window.type = (text) => { form.elements.text.value = text; told(form.elements.text); };
window.choose = (name, at) => { form.elements[name].selectedIndex = at; told(form.elements[name]); };
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what was done, the fastest of the runs in milliseconds, and the size of what was made."""

    what: str
    ms: float
    kilobytes: float | None = None


def many(findings: int) -> Iterator[dict[str, Any]]:
    """The real agreements under as many institutions as it takes."""
    data, _ = load_yaml(DATA.read_text(encoding="utf-8"), DATA.name)
    one = data["agreements"]
    names = {each["id"] for each in one}
    for copy in range(1, -(-findings // _found_in_one()) + 1):
        yield from (_renamed(each, names, copy) for each in one)


def _found_in_one() -> int:
    return len(api.check([str(DATA)]).findings)


def _renamed(node: Any, names: set[str], copy: int) -> Any:
    """The same data with ids and the institution of another agency."""
    if isinstance(node, dict):
        return {
            key: f"{value} {copy}" if key == "institution" else _renamed(value, names, copy)
            for key, value in node.items()
        }
    if isinstance(node, list):
        return [_renamed(each, names, copy) for each in node]
    if isinstance(node, str) and node.partition(":")[0] in names:
        name, colon, rest = node.partition(":")
        return f"{name}-{copy}{colon}{rest}"
    return node


def fastest(act: Callable[[], Any], times: int) -> float:
    """Milliseconds of the fastest run."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return min(taken) * 1000


def made(outcome: Recorded, folder: Path, times: int) -> Iterator[Row]:
    """Every format of findings, and the pictures of the graph."""
    for name, form in record_formats().items():
        if name not in MADE:
            continue
        pieces = [each.encode() if isinstance(each, str) else each for each in form.render(outcome, Style())]
        data = b"\n".join(pieces)
        (folder / f"report.{name}").write_bytes(data)
        yield Row(f"make {name}", fastest(partial(_spend, form.render, outcome), times), len(data) / 1024)


def _spend(render: Callable[[Recorded, Style], Iterator[Any]], outcome: Recorded) -> None:
    deque(render(outcome, Style()), maxlen=0)


def shown(file: Path) -> None:
    """Draw the first and the last page of a PDF."""
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(file) as document:
        for at in (0, len(document) - 1):
            document[at].render(scale=1.5)


def opened(page: Page, file: Path, times: int) -> Iterator[Row]:
    """Loading and using the page."""
    timing = "performance.getEntriesByType('navigation')[0]"
    loads = []
    for _ in range(times):
        page.open(file)
        loads.append(page.run(f"{timing}.loadEventEnd - {timing}.startTime"))
    yield Row("open html", min(loads))
    page.run(_TOOLS)
    yield Row("search a word, the first time", page.run(_timed(DONE["search a word"])))
    for what, script in DONE.items():
        taken = []
        for _ in range(times):
            taken.append(page.run(_timed(script)))
            page.run("document.querySelector('#saring button').click()")
        yield Row(what, min(taken))


def _timed(script: str) -> str:
    return f"(() => {{ const start = performance.now(); {script}; return {_NEXT_FRAME} }})()"


def measured(findings: int, times: int) -> list[Row]:
    """All figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = folder / "agreements.json"
        data.write_text(json.dumps(list(many(findings)), default=str), encoding="utf-8")
        outcome = recorded(api.check([str(data)]), "id")
        rows = [Row(f"findings: {len(outcome.outcome.findings)}, agreements: {len(outcome.outcome.agreements)}", 0.0)]
        rows += made(outcome, folder, times)
        rows.append(Row("open pdf", fastest(partial(shown, folder / "report.pdf"), times)))
        page = folder / "report.html"
        try:
            with browser() as opening:
                rows += opened(opening, page, times)
        except RuntimeError as error:
            print(error, file=sys.stderr)  # noqa: T201
    return rows


def table(rows: Sequence[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = [f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}", ""]
    lines += ["| what | ms | KB |", "| --- | --: | --: |"]
    return "\n".join(
        [
            *lines,
            *(f"| {row.what} | {row.ms:.0f} | {f'{row.kilobytes:.0f}' if row.kilobytes else ''} |" for row in rows),
        ]
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--findings", type=int, default=2000, help="at least so many (default: 2000)")
    parser.add_argument("--times", type=int, default=5, help="how often each is repeated (default: 5)")
    parser.add_argument("--json", type=Path, metavar="OUT", help="also write the figures to OUT")
    wanted = parser.parse_args(arguments)
    rows = measured(wanted.findings, wanted.times)
    print(table(rows))  # noqa: T201
    if wanted.json:
        wanted.json.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
