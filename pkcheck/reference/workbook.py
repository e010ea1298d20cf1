"""References as a workbook (.xlsx): sheets Anggaran, Rencana, IKU and Struktur, with their facts above a table.

A sheet begins with rows of a label and its value (Judul, Instansi, Tahun anggaran, ...); the table follows under a row
with the names of its columns. Labels and columns have synonyms, `sheets.toml` lists them. Cells that are merged all have
the value of the first one. Sheets called Catatan or Petunjuk are not read.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pkcheck import messages
from pkcheck.cells import cell_name, quoted
from pkcheck.errors import InputError
from pkcheck.quantities.dates import parse_date
from pkcheck.quantities.money import parse_rupiah
from pkcheck.quantities.numbers import format_number
from pkcheck.reference.model import Reference
from pkcheck.reference.sheets import Column, Sheet, sheets
from pkcheck.reference.textfile import reference_from
from pkcheck.texts import Text
from pkcheck.wording import plain
from pkcheck.yamltext import Path

if TYPE_CHECKING:
    from pkcheck.documents.spreadsheet.sheet import Cell
    from pkcheck.documents.spreadsheet.sheet import Sheet as Filled

_NOT_READ = ("catatan", "petunjuk", "keterangan")
_YEAR = re.compile(r"(?:target\s*)?((?:19|20)\d\d)", re.IGNORECASE)
_ACTING = {"plt": "plt", "plh": "plh", "pj": "pj", "definitif": None, "tetap": None}
_YES = {"ya": True, "tidak": False}


@dataclass(frozen=True, slots=True)
class _Value:
    """What stands in a cell: text, number or day; None where it is empty."""

    sheet: str
    at: str
    value: Any

    def refused(self, text: Text, file: str, **facts: Any) -> InputError:
        return InputError(text, file, None, sheet=self.sheet, cell=self.at, **facts)

    @property
    def text(self) -> str:
        """The cell as text, a whole number without its ".0"."""
        value = int(self.value) if isinstance(self.value, float) and self.value.is_integer() else self.value
        return "" if value is None else str(value).strip()


_Row = Sequence[_Value]


def read_workbook(data: bytes, file: str) -> Reference:
    """The references in a workbook. Raises InputError with sheet and cell."""
    places: dict[Path, str] = {}
    found: dict[str, list[dict[str, Any]]] = {}
    for sheet, rows in _known_sheets(data, file):
        documents = found.setdefault(sheet.kind, [])
        documents.append(_document(sheet, rows, file, (sheet.kind, len(documents)), places))
    if not found:
        raise InputError(messages.SHEETS_MISSING, file, None, known=[each.name for each in sheets()])

    def place(path: Path) -> Mapping[str, Any]:
        return {"file": file, "cell": places[path]}

    return reference_from(dict(found), file, lambda _: None, place)


def _known_sheets(data: bytes, file: str) -> Iterator[tuple[Sheet, list[_Row]]]:
    known = {plain(each.name): each for each in sheets()}
    for name, rows in _sheets(data, file):
        if not rows or plain(name).startswith(_NOT_READ):
            continue
        opening = next((each for key, each in known.items() if plain(name).startswith(key)), None)
        if opening is None:
            names = [each.name for each in known.values()]
            nearest = get_close_matches(name.title(), names, n=1, cutoff=0.0)[0]
            raise InputError(messages.SHEET_UNKNOWN, file, None, sheet=name, known=names, nearest=nearest)
        yield opening, rows


def _sheets(data: bytes, file: str) -> Iterator[tuple[str, list[_Row]]]:
    """Every worksheet with its rows, those left out in which nothing stands."""
    try:
        import openpyxl  # noqa: F401  what the next module needs, and may not be there
    except ImportError as error:
        raise InputError(messages.EXTRA_MISSING, file, None, library="openpyxl", extra="office") from error
    from pkcheck.documents.spreadsheet.openxml import read_workbook as read_sheets

    for sheet in read_sheets(data, file).sheets:
        yield sheet.name, list(_rows(sheet, file))


def _rows(sheet: "Filled", file: str) -> Iterator[_Row]:
    from pkcheck.documents.spreadsheet.sheet import holders

    errors = [place for place, cell in sheet.cells.items() if cell.is_error]
    lost = min((*sheet.uncomputed, *errors), default=None)
    if lost is not None:
        raise _Value(sheet.name, cell_name(*lost), None).refused(messages.CELL_NOT_COMPUTED, file)
    merged = holders(sheet)
    last_column = max((column for _, column in sheet.cells), default=0)
    filled = {row for row, _ in sheet.cells} | {row for row, _ in merged}
    for row in sorted(filled):
        places = [(row, column) for column in range(1, last_column + 1)]
        values = [
            _Value(sheet.name, cell_name(*at), _plain_value(sheet.cells.get(merged.get(at, at)))) for at in places
        ]
        if any(each.value is not None for each in values):
            yield values


def _plain_value(cell: "Cell | None") -> Any:
    """What a cell shows: 0,775 in a format of percent is "77,5%"."""
    value = cell.value if cell else None
    if cell is None or isinstance(value, str):
        return (cell.text or None) if cell else None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, (int, float)) and not isinstance(value, bool) and "%" in cell.text:
        return f"{format_number(round(value * 100, 6))}%"
    return value


def _document(sheet: Sheet, rows: list[_Row], file: str, path: Path, places: dict[Path, str]) -> dict[str, Any]:
    head = next((at for at, row in enumerate(rows) if _is_head(row, sheet)), None)
    if head is None:
        needed = [each.names[0] for each in sheet.columns if each.required]
        raise InputError(messages.SHEET_HEAD_MISSING, file, None, sheet=rows[0][0].sheet, columns=needed)
    title = rows[0][0]
    places[path] = f"{quoted(title.sheet)}!{title.at}"
    document = _facts(sheet, rows[:head], file)
    columns = _columns(sheet, rows[head], file)
    records: list[dict[str, Any]] = []
    for row in rows[head + 1 :]:
        cells = {column: row[at] for at, column in columns.items() if at < len(row)}
        if any(each.value is not None for each in cells.values()):
            at = next(each for each in cells.values() if each.value is not None)
            places[(*path, sheet.list, len(records))] = f"{quoted(at.sheet)}!{at.at}"
            records.append(_record(cells, file))
    document[sheet.list] = _joined(records, path, places) if sheet.kind == "chart" else records
    return document


def _is_head(row: _Row, sheet: Sheet) -> bool:
    names = {plain(each.text) for each in row if each.value is not None}
    return all(names & set(column.spelled) for column in sheet.columns if column.required)


def _facts(sheet: Sheet, rows: list[_Row], file: str) -> dict[str, Any]:
    """The labels and values above the table. A row with a single cell is a heading."""
    found: dict[str, Any] = {}
    for row in rows:
        label, *values = [each for each in row if each.value is not None]
        if not values:
            continue
        fact = next((each for each in sheet.facts if plain(label.text) in each.spelled), None)
        if fact is None:
            raise label.refused(
                messages.SHEET_LABEL_UNKNOWN, file, given=label.text, nearest=_nearest(label, sheet.facts)
            )
        if fact.key in found:
            raise label.refused(messages.SHEET_LABEL_TWICE, file, given=label.text)
        found[fact.key] = _READ[fact.holds](values[0], file)
    lacking = next((each for each in sheet.facts if each.required and each.key not in found), None)
    if lacking is not None:
        sheet_name = rows[0][0].sheet if rows else sheet.name
        raise InputError(messages.SHEET_FACT_MISSING, file, None, sheet=sheet_name, label=lacking.names[0])
    return found


def _columns(sheet: Sheet, head: _Row, file: str) -> dict[int, Column]:
    """The columns of the table by their place in a row; those called "No" are left out."""
    found: dict[int, Column] = {}
    for at, cell in enumerate(head):
        year = _YEAR.fullmatch(cell.text)
        if cell.value is None or plain(cell.text) in ("no", "nomor"):
            continue
        column = next((each for each in sheet.columns if plain(cell.text) in each.spelled), None)
        if column is None and year and sheet.years:
            column = Column(key=year[1], names=(year[1],), holds="target")
        if column is None:
            raise cell.refused(
                messages.SHEET_LABEL_UNKNOWN, file, given=cell.text, nearest=_nearest(cell, sheet.columns)
            )
        if column in found.values():
            raise cell.refused(messages.SHEET_LABEL_TWICE, file, given=cell.text)
        found[at] = column
    return found


def _record(cells: Mapping[Column, _Value], file: str) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for column, cell in cells.items():
        if cell.value is None and column.required:
            raise cell.refused(messages.CELL_EMPTY, file, expected=_EXPECTED.get(column.holds, messages.SOME_WORDS))
        if cell.value is not None:
            value = _READ[column.holds](cell, file)
            if column.key.isdigit():
                record.setdefault("targets", {})[column.key] = value
            else:
                record[column.key] = value
    return record


def _joined(records: list[dict[str, Any]], path: Path, places: dict[Path, str]) -> list[dict[str, Any]]:
    """Rows of one position are one post with several holders."""
    posts: dict[tuple[str, str], dict[str, Any]] = {}
    cells = [places.pop((*path, "posts", at)) for at in range(len(records))]
    for record, cell in zip(records, cells, strict=True):
        holder = {key: record.pop(key) for key in ("name", "acting", "since", "until") if key in record}
        known = plain(record["position"]), plain(record.get("unit") or "")
        if known not in posts:
            places[(*path, "posts", len(posts))] = cell
            posts[known] = {**record, "holders": []}
        post = posts[known]
        if "name" in holder:
            places[(*path, "posts", list(posts).index(known), "holders", len(post["holders"]))] = cell
            post["holders"].append(holder)
    return list(posts.values())


def _text(cell: _Value, _file: str) -> Any:
    return cell.text


def _target(cell: _Value, _file: str) -> Any:
    return cell.value if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool) else cell.text


def _amount(cell: _Value, file: str) -> Any:
    if isinstance(cell.value, int) or (isinstance(cell.value, float) and cell.value.is_integer()):
        return int(cell.value)
    rupiah = parse_rupiah(cell.text) if isinstance(cell.value, str) else None
    if rupiah is None:
        raise cell.refused(messages.CELL_VALUE, file, value=cell.text, expected=messages.AN_AMOUNT)
    return rupiah.amount


def _year(cell: _Value, file: str) -> Any:
    if not _YEAR.fullmatch(cell.text):
        raise cell.refused(messages.CELL_VALUE, file, value=cell.text, expected=messages.A_YEAR)
    return int(cell.text)


def _number(cell: _Value, file: str) -> Any:
    if not cell.text.isdigit():
        raise cell.refused(messages.CELL_VALUE, file, value=cell.text, expected=messages.WHOLE_NUMBER)
    return int(cell.text)


def _day(cell: _Value, file: str) -> Any:
    if isinstance(cell.value, datetime.date):
        return cell.value
    written = parse_date(cell.text)
    if written is None or written.date is None:
        raise cell.refused(messages.CELL_VALUE, file, value=cell.text, expected=messages.A_DATE)
    return written.date


def _choice(choices: Mapping[str, Any], expected: Text) -> Callable[[_Value, str], Any]:
    def read(cell: _Value, file: str) -> Any:
        if plain(cell.text) not in choices:
            raise cell.refused(messages.CELL_VALUE, file, value=cell.text, expected=expected)
        return choices[plain(cell.text)]

    return read


def _list(cell: _Value, _file: str) -> Any:
    return [part.strip() for part in re.split(r"[;\n]", cell.text) if part.strip()]


_READ: Mapping[str, Callable[[_Value, str], Any]] = {
    "text": _text,
    "list": _list,
    "target": _target,
    "amount": _amount,
    "year": _year,
    "number": _number,
    "day": _day,
    "acting": _choice(_ACTING, messages.ACTING_OR_NOTHING),
    "yes": _choice(_YES, messages.YES_OR_NO),
}
_EXPECTED = {"amount": messages.AN_AMOUNT}


def _nearest(given: _Value, known: Sequence[Column]) -> str:
    names = [name for each in known for name in each.names]
    return get_close_matches(given.text.title(), names, n=1, cutoff=0.0)[0]
