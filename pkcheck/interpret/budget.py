"""Lines of a budget: a programme or activity with its amount, as a table row or as a line that ends in rupiah."""

import re

from pkcheck.documents.document import Row
from pkcheck.interpret.lines import Item
from pkcheck.interpret.tables import Head
from pkcheck.interpret.vocabulary import plain_words, vocabulary
from pkcheck.model import BudgetLine
from pkcheck.quantities.money import parse_rupiah
from pkcheck.quantities.numbers import NumberStyle

_AMOUNT_AT_END = re.compile(r"^(?P<name>.*?\S)\s*[:.…]*\s*(?P<raw>\(?-?\s*Rp\.?.*)$", re.IGNORECASE)
# As in: sebesar Rp 5.000.000,- (lima juta rupiah) dengan rincian sebagai berikut
_AMOUNT_IN_SENTENCE = re.compile(
    r"""^(?P<name>.*?\S)\s*[:.…]*\s*
    (?P<raw>Rp(?![a-z])\.?\s*\d[\d.,]*(?:-|\s*(?:ribu|juta|mil[iy]ar|tril[iy]un)\b)*)
    \s*(?:\([^()]*\))?\s*
    (?:,?\s*(?:dengan|yang\ terdiri|terdiri|bersumber|melalui|pada)\b[^\d]*)?[.:;]?$""",
    re.VERBOSE | re.IGNORECASE,
)
_RUPIAH = re.compile(r"^\(?-?\s*Rp(?![a-z])", re.IGNORECASE)
_NUMBERING = re.compile(r"^(?:\(?(?:\d{1,2}|[a-zA-Z])[.)]|[-*•–])\s+")
_CODE = re.compile(r"^(?P<code>\d{1,2}(?:\.\d{1,4}){1,6}|[A-Z]{2}(?:\.[A-Z0-9]{1,4})*\.?\d*)\s+(?=\S)")


def is_budget_row(row: Row, head: Head | None) -> bool:
    """A row with a name and an amount written with Rp; below a head of objectives, not one with a target in rupiah."""
    at = next((at for at, cell in enumerate(row.cells) if at and _RUPIAH.match(cell.text)), None)
    if at is None or not any(cell.text for cell in row.cells[:at]):
        return False
    if head is None or head.kind != "objectives":
        return True
    indicator = head.columns["indicator"]
    return at != head.columns.get("target") or not row.cells[indicator].text


def budget_line(
    place: Row | Item, head: Head | None, heading: str | None, style: NumberStyle | None
) -> BudgetLine | None:
    """One line of the budget; None where `place` holds neither a name nor an amount. An unreadable amount stays None."""
    name, raw = _name_and_amount(place, head)
    if not name and not raw:
        return None
    rupiah = parse_rupiah(raw, style)
    printed = _NUMBERING.sub("", name)
    code = _CODE.match(printed)
    bare = printed[code.end() :] if code else printed
    return BudgetLine.model_validate(
        {
            "level": _level(bare, heading),
            "code": code["code"] if code else None,
            "name": bare,
            "raw": raw or None,
            "amount": rupiah.amount if rupiah else None,
            "nil": rupiah.nil if rupiah else False,
            "source": place.source,
        }
    )


def _name_and_amount(place: Row | Item, head: Head | None) -> tuple[str, str]:
    if isinstance(place, Item):
        found = _AMOUNT_IN_SENTENCE.match(place.text) or _AMOUNT_AT_END.match(place.text)
        return (found["name"].rstrip(" :"), found["raw"].strip()) if found else ("", "")
    cells = [cell.text for cell in place.cells]
    if head is not None:
        at = head.columns["budget_amount"]
        raw = cells[at] if at < len(cells) else ""
        names = cells[head.columns.get("no", -1) + 1 : at] if at <= len(cells) else cells
        name = next((text for text in (*names, *cells) if text and text != raw and not text.strip(".)").isdigit()), "")
        return name, raw
    raw = next(
        (text for text in cells[1:] if _RUPIAH.match(text)), next((text for text in reversed(cells) if text), "")
    )
    return next((text for text in cells if text and text != raw and not text.strip(".)").isdigit()), ""), raw


def _level(name: str, heading: str | None) -> str:
    """What the line is: its own first words decide, then the head of its column."""
    budget = vocabulary().budget
    words = plain_words(name)
    if any(words == each or words.startswith(f"{each} ") for each in budget.total):
        return "total"
    for text in (words, plain_words(heading or "")):
        if text.startswith(budget.sub_activity):
            return "sub_kegiatan"
        if text.startswith(budget.program):
            return "program"
        if text.startswith(budget.activity):
            return "kegiatan"
    return "program"
