"""The real document in other formats: the files in the data set are those that its script makes, and hold its every word."""

from pathlib import Path

import docx
import openpyxl
import pypdfium2 as pdfium
import pytest
from make_formats import make

from making.transcript import Group, transcript

_NAME = "pk-kpu-kaltim-2024"
_LARGEST = 1_000_000


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("formats")
    make(out)
    return out


def content(path: Path) -> object:
    """What a file says, whichever release of a library wrote it."""
    if path.suffix == ".docx":
        return docx.Document(str(path)).element.xml
    if path.suffix == ".xlsx":
        pages = openpyxl.load_workbook(path).worksheets
        cells = [[(each.value, each.number_format) for row in page for each in row] for page in pages]
        return cells, [sorted(str(each) for each in page.merged_cells.ranges) for page in pages]
    if path.suffix == ".pdf":
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdfium.PdfDocument(path)]
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html", "pdf"])
def test_the_stored_file_is_the_one_that_is_made(suffix: str, made: Path, dataset: Path) -> None:
    stored = dataset / "formats" / f"{_NAME}.{suffix}"
    assert stored.stat().st_size < _LARGEST
    assert content(stored) == content(made / stored.name), (
        "run python datasets/make_formats.py datasets/kpu-kaltim-2024/formats"
    )


def test_the_transcript_has_all_of_the_text(dataset: Path) -> None:
    """Every line of the text but the heads that a page break repeats, and the rows that it cut."""
    written = transcript(dataset)
    rows = [each for one in written.agreements for each in one.annex.rows if not isinstance(each, Group)]
    assert (len(written.agreements), len(rows), sum(len(each.indicators) for each in rows)) == (11, 165, 179)
    said = {
        line.strip()
        for one in written.agreements
        for page in (one.statement, one.annex)
        for text in (
            *page.letterhead, page.title, page.dated,
            *(line for block in page.blocks for line in block.lines),
            *(each if isinstance(each, str) else each.value for each in one.statement.body),
        )
        for line in text.split("\n")
    }  # fmt: skip
    text = (dataset / f"{_NAME}.txt").read_text(encoding="utf-8").split("\n")
    unsaid = [
        line
        for line in text
        if line.strip() and "\t" not in line and line.strip() not in said and line.partition(":")[2].strip() not in said
    ]
    fields = [line for line in unsaid if line.startswith(("Nama/Unit", "Tahun Anggaran"))]
    assert [line for line in unsaid if line not in (*written.cover, *fields)] == []
