"""What reading costs: seconds and memory for each page, against the underlying library alone, in the same run.

    python benchmarks/reading.py [FILE...] [--times 5] [--json OUT]

Without files the real document of datasets/ is read in every format; its scan and its OpenDocument form are made first. The
measure of each format is what a plain program with the usual library would do to get the text and the tables; others are
shown beside it: for scans the engine as it comes, which makes a page smaller and tells no places of words. Each reading
runs in a process of its own, imports and a first reading not counted, and the readings take turns; of several the fastest
is shown. Needs the extra `all` and the dependency groups `benchmarks` and `fixtures`. Nothing here fails on a slow
machine: only the ratios mean anything elsewhere.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, partial
from pathlib import Path

from pkcheck.documents.formats import Kind, kind_of
from pkcheck.documents.readers import read_document

DATASETS = Path(__file__).parent.parent / "datasets"
FORMATS = DATASETS / "kpu-kaltim-2024" / "formats"
TEXT = DATASETS / "kpu-kaltim-2024" / "pk-kpu-kaltim-2024.txt"
SCAN_PAGES, SCAN_DPI = 3, 200
_POINTS = 72
OURS = "pkcheck"


@dataclass(frozen=True, slots=True)
class Cost:
    """One reading: seconds, and the megabytes that its process held at the most, imports included."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Row:
    """A way of reading a file; `ratio` is how many times as long pkcheck takes, `measure` whether that is its measure."""

    file: str
    reader: str
    pages: int
    ms_per_page: float
    megabytes: float
    ratio: float
    measure: bool


def _pkcheck(path: Path) -> None:
    data = path.read_bytes()
    read_document(data, path.name, kind_of(data, path.suffix))


def _python_docx(path: Path) -> None:
    import docx
    from docx.table import Table

    for block in docx.Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                [cell.text for cell in row.cells]
        else:
            _ = block.text


def _openpyxl(path: Path) -> None:
    import openpyxl

    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        for row in sheet.iter_rows():
            [(cell.value, cell.number_format) for cell in row]


def _odfpy(path: Path) -> None:
    from odf import teletype
    from odf.opendocument import load
    from odf.table import TableCell, TableRow

    for row in load(str(path)).spreadsheet.getElementsByType(TableRow):
        [teletype.extractText(cell) for cell in row.getElementsByType(TableCell)]


def _lxml(path: Path) -> None:
    from lxml import html

    root = html.fromstring(path.read_bytes())
    for row in root.iter("tr"):
        [cell.text_content() for cell in row]
    [each.text_content() for each in root.iter("p", "h1", "h2", "h3", "li", "div")]


def _beautifulsoup(path: Path) -> None:
    from bs4 import BeautifulSoup

    page = BeautifulSoup(path.read_bytes(), "lxml")
    for row in page.find_all("tr"):
        [cell.get_text(" ") for cell in row.find_all(["td", "th"])]
    [each.get_text(" ") for each in page.find_all(["p", "h1", "h2", "h3", "li", "div"])]


def _pdfplumber(path: Path) -> None:
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()
            page.close()


def _pdfminer(path: Path) -> None:
    from pdfminer.high_level import extract_pages

    for _ in extract_pages(path, laparams=None):
        pass


@cache
def _engine(*, placed: bool) -> Callable[..., object]:
    """Loaded once, as in pkcheck; `placed` as tables need it: the page at its full size, and the places of its words."""
    from rapidocr import RapidOCR

    full = {"Global.max_side_len": 4_000, "Global.return_word_box": True, "Global.return_single_char_box": True}
    return RapidOCR(params={"Global.log_level": "critical", **(full if placed else {})})


def _recognised(path: Path, *, placed: bool) -> None:
    import numpy as np
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(path) as document:
        for page in document:
            _engine(placed=placed)(np.asarray(page.render(scale=SCAN_DPI / _POINTS).to_pil()))


READINGS: Mapping[str, Callable[[Path], None]] = {
    OURS: _pkcheck,
    "python-docx": _python_docx,
    "openpyxl": _openpyxl,
    "odfpy": _odfpy,
    "lxml": _lxml,
    "beautifulsoup4": _beautifulsoup,
    "pdfplumber": _pdfplumber,
    "pdfminer.six": _pdfminer,
    "rapidocr": partial(_recognised, placed=True),
    "rapidocr, small": partial(_recognised, placed=False),
}
_ENGINES = ["rapidocr", "rapidocr, small"]
PEERS: Mapping[Kind, Sequence[str]] = {
    "docx": ["python-docx"],
    "xlsx": ["openpyxl"],
    "ods": ["odfpy"],
    "html": ["beautifulsoup4", "lxml"],
    "pdf": ["pdfplumber", "pdfminer.six"],
    "image": _ENGINES,
}
"""For each kind what it is measured against, and what else is shown."""


def peers_of(path: Path) -> Sequence[str]:
    """What `path` is measured against first; a scan is for an engine, and text needs no library."""
    data = path.read_bytes()
    kind = kind_of(data, path.suffix)
    return _ENGINES if kind == "pdf" and b"/Font" not in data else PEERS.get(kind, [])


def pages_of(path: Path) -> int:
    """How many pages it is in print: those of the PDF with the same name, which lies beside it or in datasets/."""
    import pypdfium2 as pdfium

    for each in (path.with_suffix(".pdf"), FORMATS / f"{path.stem}.pdf"):
        if each.exists():
            with pdfium.PdfDocument(each) as document:
                return len(document)
    return 1


def measured(name: str, path: Path) -> Cost:
    """Read `path` once to import everything, then once more against the clock."""
    READINGS[name](path)
    start = time.perf_counter()
    READINGS[name](path)
    return Cost(time.perf_counter() - start, _peak())


def _peak() -> float:
    """Megabytes that this process has held at the most; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux: getrusage would count what the process was before it started its program
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def apart(name: str, path: Path) -> Cost:
    """`measured` in a process of its own."""
    command = [sys.executable, __file__, "--one", name, str(path)]
    return Cost(*json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))  # noqa: S603


def rows_of(path: Path, times: int) -> list[Row]:
    """A row for each way of reading `path`, ours first."""
    names = [OURS, *peers_of(path)]
    costs: dict[str, list[Cost]] = {name: [] for name in names}
    for _ in range(times):
        for name in names:
            costs[name].append(apart(name, path))
    best = {name: min(each, key=lambda cost: cost.seconds) for name, each in costs.items()}
    pages = pages_of(path)
    return [
        Row(
            file=path.name,
            reader=name,
            pages=pages,
            ms_per_page=round(1000 * cost.seconds / pages, 2),
            megabytes=round(cost.megabytes, 1),
            ratio=round(best[OURS].seconds / cost.seconds, 2),
            measure=names.index(name) == 1,
        )
        for name, cost in best.items()
    ]


def dataset(folder: Path) -> list[Path]:
    """The real document in every format; what is not kept in datasets/ is made in `folder`."""
    kept = [FORMATS / f"{TEXT.stem}{suffix}" for suffix in (".docx", ".xlsx", ".html", ".pdf")]
    return [
        kept[0],
        kept[1],
        _as_ods(kept[1], folder / f"{TEXT.stem}.ods"),
        kept[2],
        kept[3],
        _scan(kept[3], folder),
        TEXT,
    ]


def _as_ods(workbook: Path, target: Path) -> Path:
    """The texts of a workbook as an OpenDocument spreadsheet, without its layout."""
    import openpyxl
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    for sheet in openpyxl.load_workbook(workbook, data_only=True).worksheets:
        table = Table(name=sheet.title)
        for values in sheet.iter_rows(values_only=True):
            row = TableRow()
            for value in values:
                cell = TableCell(valuetype="string")
                if value is not None:
                    for line in str(value).split("\n"):
                        cell.addElement(P(text=line))
                row.addElement(cell)
            table.addElement(row)
        document.spreadsheet.addElement(table)
    document.save(str(target))
    return target


def _scan(printed: Path, folder: Path) -> Path:
    """The first pages of a PDF as pictures of themselves."""
    import pypdfium2 as pdfium

    target = folder / f"scan-{SCAN_DPI}dpi.pdf"
    with pdfium.PdfDocument(printed) as document:
        pages = [document[at].render(scale=SCAN_DPI / _POINTS).to_pil() for at in range(4, 4 + SCAN_PAGES)]
    pages[0].save(target, save_all=True, append_images=pages[1:], resolution=SCAN_DPI, quality=70)
    return target


def table(rows: Sequence[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = ["| file | reader | ms/page | MB | pkcheck takes |", "| --- | --- | --: | --: | --- |"]
    for row in rows:
        told = "" if row.reader == OURS else f"{row.ratio:.2f} times as long{' (measure)' if row.measure else ''}"
        lines.append(f"| {row.file} | {row.reader} | {row.ms_per_page:.1f} | {row.megabytes:.0f} | {told} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="default: the real document of datasets/")
    parser.add_argument("--times", type=int, default=5, help="how often each reading is repeated (default: 5)")
    parser.add_argument("--json", type=Path, metavar="OUT", help="also write the figures to OUT")
    parser.add_argument("--one", choices=sorted(READINGS), help=argparse.SUPPRESS)
    wanted = parser.parse_args(arguments)
    if wanted.one:
        cost = measured(wanted.one, wanted.files[0])
        print(json.dumps([cost.seconds, cost.megabytes]))  # noqa: T201
        return
    with tempfile.TemporaryDirectory() as folder:
        files = wanted.files or dataset(Path(folder))
        rows = [row for path in files for row in rows_of(path, wanted.times)]
    print(table(rows))  # noqa: T201
    if wanted.json:
        wanted.json.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
