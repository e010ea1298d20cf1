"""Writes acuan.xlsx from the YAML files beside it: `python tests/reference/make_workbook.py`."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

FOLDER = Path(__file__).parents[2] / "datasets" / "kpu-kaltim-2024" / "reference"
FACTS = {
    "title": "Judul",
    "institution": "Instansi",
    "fiscal_year": "Tahun anggaran",
    "approved_on": "Tanggal pengesahan",
}


@dataclass(frozen=True)
class Sheet:
    name: str
    file: str
    entries: str
    head: tuple[str | int, ...]
    row: Callable[[dict[str, Any]], list[Any]]


SHEETS = (
    Sheet(
        "Anggaran",
        "dipa.yaml",
        "ceilings",
        ("Unit", "Program", "Pagu (Rp)"),
        lambda each: [each.get("unit"), each["programme"], each["amount"]],
    ),
    Sheet(
        "Rencana",
        "renstra.yaml",
        "indicators",
        ("Unit", "Indikator", 2024),
        lambda each: [each.get("unit"), each["indicator"], each["targets"][2024]],
    ),
    Sheet(
        "IKU",
        "iku.yaml",
        "indicators",
        ("Unit", "Indikator"),
        lambda each: [each.get("unit"), each["indicator"]],
    ),
    Sheet(
        "Struktur",
        "struktur.yaml",
        "posts",
        ("Unit", "Jabatan", "Atasan", "Pejabat"),
        lambda each: [each.get("unit"), each["position"], superior(each), each["holder"]],
    ),
)


def superior(post: dict[str, Any]) -> str:
    above = post.get("superior") or []
    return above if isinstance(above, str) else "; ".join(above)


def workbook() -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for each in SHEETS:
        fill(book.create_sheet(each.name), each)
    return book


def fill(sheet: Worksheet, kind: Sheet) -> None:
    (document,) = yaml.safe_load((FOLDER / kind.file).read_text(encoding="utf-8")).values()
    for key, label in FACTS.items():
        if key in document:
            sheet.append([label, document[key]])
            if isinstance(document[key], datetime.date):
                sheet.cell(sheet.max_row, 2).number_format = "yyyy-mm-dd"
    sheet.append([])
    sheet.append(["No", *kind.head])
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True)
    for number, entry in enumerate(document[kind.entries], 1):
        sheet.append([number, *kind.row(entry)])
        keep_as_share(sheet)


def keep_as_share(sheet: Worksheet) -> None:
    """A share as spreadsheets have it: 0,775 shown as 77,5%."""
    last = sheet.cell(sheet.max_row, sheet.max_column)
    text = str(last.value)
    if text.endswith("%") and text[:-1].replace(",", "").isdigit():
        last.value = round(float(text[:-1].replace(",", ".")) / 100, 6)
        last.number_format = "0.##%"


if __name__ == "__main__":
    workbook().save(FOLDER / "acuan.xlsx")
