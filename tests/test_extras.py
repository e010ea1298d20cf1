"""Without its extra a format is refused with the command that installs it, and the rest of the folder is checked."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import docx
import openpyxl
import pytest
import typst
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table
from PIL import Image

ROOT = Path(__file__).parent.parent
EXTRAS: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]  # fmt: skip
MODULES = {
    "office": ["lxml", "openpyxl"],
    "pdf": ["pdfminer", "pypdfium2"],
    "ocr": ["cv2", "numpy", "onnxruntime", "PIL", "rapidocr"],
}
START = """
import sys
for name in sys.argv[1].split(","):
    sys.modules[name] = None  # as if it were not installed
from pkcheck.cli import main
main(sys.argv[2:])
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One document in each format, none of which holds an agreement, and agreement data."""
    place = tmp_path / "pk"
    place.mkdir()
    document, book, sheet = docx.Document(), openpyxl.Workbook(), OpenDocumentSpreadsheet()
    document.save(str(place / "pk.docx"))
    book.save(place / "pk.xlsx")
    sheet.spreadsheet.addElement(Table(name="PK"))
    sheet.save(place / "pk.ods")
    Image.new("L", (400, 400), 255).save(place / "pk.png")
    (place / "pk.pdf").write_bytes(typst.compile(b"Nama : Siti", format="pdf"))
    (place / "pk.html").write_text("<html><p>Nama : Siti", encoding="utf-8")
    (place / "pk.txt").write_text("Nama : Siti", encoding="utf-8")
    (place / "pk.yaml").write_text("- id: ketua\n", encoding="utf-8")
    return place


def refused(folder: Path, *extras: str, lang: str = "id") -> tuple[dict[str, str], int]:
    """What is said of each file that cannot be read when `extras` are missing, and the exit status."""
    without = ",".join(name for extra in extras for name in MODULES[extra])
    command = [
        sys.executable,
        "-c",
        START,
        without,
        "check",
        folder.name,
        "-f",
        "json",
        "--no-cache",
        "--jobs",
        "1",
        "--lang",
        lang,
    ]
    done = subprocess.run(command, cwd=folder.parent, capture_output=True, encoding="utf-8", check=False)
    inputs = json.loads(done.stdout)["inputs"]
    assert sum(each["agreements"] for each in inputs) == 1
    failed = {Path(each["file"]).name for each in inputs if each["status"] == "failed"}
    told = dict(line.removeprefix("pk/").split(": ", 1) for line in done.stderr.replace("\\", "/").splitlines())
    assert failed <= set(told)
    return {name: said for name, said in told.items() if name in failed}, done.returncode


@pytest.mark.parametrize(
    ("extra", "files"),
    [
        ("office", {"pk.html": "lxml", "pk.xlsx": "openpyxl"}),
        ("pdf", {"pk.pdf": "pypdfium2"}),
        ("ocr", {"pk.png": None}),
    ],
)
def test_what_needs_an_extra_says_how_to_install_it(folder: Path, extra: str, files: dict[str, str | None]) -> None:
    said, status = refused(folder, extra)
    assert set(said) == set(files)
    assert status == 2
    for name, library in files.items():
        assert f'Pasang dengan: pip install "pkcheck[{extra}]"' in said[name]
        assert library is None or f"memerlukan pustaka {library}," in said[name]


def test_without_any_extra_word_sheets_text_and_data_are_read(folder: Path) -> None:
    said, _ = refused(folder, "office", "pdf", "ocr", lang="en")
    assert set(said) == {"pk.html", "pk.xlsx", "pk.pdf", "pk.png"}
    assert all("Install it with: pip install" in each for each in said.values())


def test_all_is_every_extra() -> None:
    (everything,) = EXTRAS["all"]
    assert set(everything.removeprefix("pkcheck[").removesuffix("]").split(",")) == EXTRAS.keys() - {"all"}


@pytest.mark.parametrize("command", ["import pkcheck", "import pkcheck.cli", "import pkcheck.api"])
def test_importing_loads_no_library_of_an_extra(command: str) -> None:
    """pint knows numpy's numbers, and so loads numpy where it is."""
    names = {name for each in MODULES.values() for name in each} | {"docx", "typst", "xlsxwriter", "celpy"}
    done = subprocess.run(
        [sys.executable, "-c", f"{command}\nimport sys\nprint(sorted(set({sorted(names)!r}) & set(sys.modules)))"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stderr, done.stdout.strip()) == ("", "[]")


def test_data_is_checked_without_any_library_of_a_format(folder: Path) -> None:
    names = ["lxml", "openpyxl", "pdfminer", "pypdfium2", "cv2", "onnxruntime", "PIL", "rapidocr", "docx", "typst"]
    script = (
        "import io, sys\nfrom pkcheck.cli import main\n"
        "try: main(['check', 'pk/pk.yaml', '-q'])\n"
        f"finally: print(sorted(set({names!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=folder.parent, capture_output=True, encoding="utf-8", check=False)  # fmt: skip
    assert done.stderr.splitlines()[-1] == "[]"
