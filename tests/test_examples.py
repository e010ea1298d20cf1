"""The reports in `reports/examples` are what the commands make today: `make examples` makes them anew.

Text is compared to the byte. In a PDF and in the archives that Word and Excel files are, the library that writes them
leaves its version, its compression and where it breaks lines; so of these it is compared what they say.
"""

import importlib.util
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook

from pkcheck.reporting import formats, graph_formats

EXAMPLES = Path(__file__).parent.parent / "reports" / "examples"
NOT_MADE = {"README.md", "make_examples.py", "pkcheck.toml"}
_MEGABYTES = 4


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_examples", EXAMPLES / "make_examples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT: Any = _script()
KEPT = (*SCRIPT.FINDINGS, *SCRIPT.GRAPHS, SCRIPT.READING)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("PKCHECK_CACHE", str(folder / "cache"))
        SCRIPT.make(folder)
    return folder


def said_in_pdf(data: bytes) -> Any:
    """What it is called and its letters in their order, without what tells one page from the next."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    text = "".join(re.sub(r"\s+", "", page.extract_text()) for page in reader.pages)
    bare = re.sub(r"CONTOHLAPORANHASILREVIU·[^·]*?KalimantanTimur|Halaman\d+dari\d+|\.{3,}\d+", "", text)
    return reader.metadata and reader.metadata.title, bare


def said_in_word(data: bytes) -> Any:
    document: Any = docx.Document(io.BytesIO(data))
    parts = [document.element.body]
    parts += [part._element for each in document.sections for part in (each.header, each.footer)]  # noqa: SLF001
    return [[each.text for each in part.iter(qn("w:t"), qn("w:instrText"))] for part in parts]


def said_in_excel(data: bytes) -> Any:
    """Values and formulas of every cell, and how its numbers are shown."""
    return [
        (sheet.title, [(cell.coordinate, cell.value, cell.number_format) for row in sheet.iter_rows() for cell in row])
        for sheet in load_workbook(io.BytesIO(data)).worksheets
    ]


SAID: dict[str, Callable[[bytes], Any]] = {".pdf": said_in_pdf, ".docx": said_in_word, ".xlsx": said_in_excel}


@pytest.mark.parametrize("name", KEPT)
def test_the_example_is_current(made: Path, name: str) -> None:
    said = SAID.get(Path(name).suffix, bytes)
    assert said((EXAMPLES / name).read_bytes()) == said((made / name).read_bytes()), "run `make examples`"


def test_there_is_an_example_of_every_format_and_nothing_else() -> None:
    assert sorted(SCRIPT.FINDINGS.values()) == sorted(formats())
    assert {"svg", "svg-budget", "html"} <= graph_formats().keys()
    assert {each.name for each in EXAMPLES.iterdir() if each.is_file()} - NOT_MADE == set(KEPT)


def test_all_are_small_enough_to_be_kept() -> None:
    assert sum((EXAMPLES / name).stat().st_size for name in KEPT) < _MEGABYTES * 2**20


@pytest.mark.parametrize("name", KEPT)
def test_no_example_tells_of_the_machine_that_made_it(made: Path, name: str) -> None:
    data = (EXAMPLES / name).read_bytes()
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            data = b"".join(packed.read(each) for each in packed.namelist())
            assert {each.date_time for each in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for place in (EXAMPLES.parents[1], made, Path.home()):
        assert str(place).encode() not in data


@pytest.mark.parametrize("name", [name for name in KEPT if Path(name).suffix in SAID])
def test_two_runs_give_the_same_bytes(made: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        SCRIPT, "FINDINGS", {each: form for each, form in SCRIPT.FINDINGS.items() if each in ("temuan.json", name)}
    )
    monkeypatch.setattr(SCRIPT, "GRAPHS", {})
    SCRIPT.make(tmp_path)
    assert (tmp_path / name).read_bytes() == (made / name).read_bytes()
