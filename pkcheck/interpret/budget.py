"""Lines of a budget: a programme or activity with its amount, as a table row or as a line that ends in rupiah."""

import re

from pkcheck.documents.document import Row
from pkcheck.interpret.lines import Item
from pkcheck.interpret.rows import run_together
from pkcheck.interpret.tables import Head
from pkcheck.interpret.vocabulary import plain_words, vocabulary
from pkcheck.model import BudgetLine
from pkcheck.quantities.money import parse_rupiah
from pkcheck.quantities.numbers import NumberStyle

_AMOUNT_AT_END = re.compile(r"^(?P<name>.*?\S)\s*[:.…]*\s*(?P<raw>\(?-?\s*(?<![A-Za-z])Rp\.?.*)$", re.IGNORECASE)
# As in: sebesar Rp 5.000.000,- (lima juta rupiah) dengan rincian sebagai berikut
_AMOUNT_IN_SENTENCE = re.compile(
    r"""^(?P<name>.*?\S)\s*[:.…]*\s*
    (?P<raw>Rp(?![a-z])\.?\s*\d[\d.,]*(?:-|\s*(?:ribu|juta|mil[iy]ar|tril[iy]un)\b)*)
    \s*(?:\([^()]*\))?\s*
    (?:,?\s*\(?(?:APB[DN]|D[AB]K|DAU|DBH|PNBP|BLUD|BOK|PHLN|rupiah\ murni)\b(?:(?!Rp).)*)?
    (?:,?\s*(?:dengan|yang\ terdiri|terdiri|yang\ bersumber|bersumber|melalui|pada)\b(?:(?!Rp).)*)?[.,:;]?$""",
    re.VERBOSE | re.IGNORECASE,
)
# Without a currency, figures of millions and more.
_MILLIONS_AT_END = re.compile(
    r"^(?P<name>.*[A-Za-z)]\S*)\s*[:.…]*\s+(?P<raw>\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d\d|,-)?|(?:,\d{3}){2,}(?:\.\d\d)?))$"
)
_RUPIAH = re.compile(r"^\(?-?\s*Rp(?![a-z])", re.IGNORECASE)
_CURRENCY = re.compile(r"^(?:Rp|IDR)\.?$", re.IGNORECASE)
# Kode of Permendagri 90/2019: urusan, bidang, program; kegiatan in two parts more; sub kegiatan in one.
_LEVEL_OF_CODE = {3: "program", 5: "kegiatan", 6: "sub_kegiatan"}
_ENUMERATOR = re.compile(r"^\(?(?:\d{1,3}|[A-Za-z]|[IVX]{1,5})[.)]{0,2}$")
_NUMBERING = re.compile(r"^(?:\(?(?:\d{1,2}|[a-zA-Z])[.)]|[-*•–])\s+")
_CODE_ALONE = re.compile(r"^(?:\d{1,2}(?:\.\d{1,4}){1,6}|\d{4,6}|[A-Z]{2}(?:\.[A-Z0-9]{1,4})*\.?\d*)$")
_CODE = re.compile(r"^(?P<code>\d{1,2}(?:\.\d{1,4}){1,6}|[A-Z]{2}(?:\.[A-Z0-9]{1,4})*\.?\d*)\s+(?=\S)")


def is_budget_row(row: Row, head: Head | None) -> bool:
    """A row with a name and an amount written with Rp; below a head of objectives, not one with a target in rupiah."""
    at = next((at for at, cell in enumerate(row.cells) if at and _RUPIAH.match(cell.text)), None)
    if at is None or not any(cell.text for cell in row.cells[:at]):
        return False
    if head is None or head.kind != "objectives":
        return True
    indicator, target = (
        row.cells[column].text if column < len(row.cells) else ""
        for column in (head.columns["indicator"], head.columns.get("target", len(row.cells)))
    )
    return not (indicator and target) and (at != head.columns.get("target") or not indicator)


def is_amount_row(row: Row, head: Head) -> bool:
    """A row of a table that has objectives and budget beside each other, with an amount, and nothing of an indicator."""
    columns = [head.columns.get(column) for column in ("indicator", "target")]
    return has_amount(row, head) and not any(
        row.cells[at].text for at in columns if at is not None and at < len(row.cells)
    )


def has_amount(row: Row, head: Head) -> bool:
    """Whether `row` has an amount in the column of amounts."""
    at = head.columns.get("budget_amount")
    return at is not None and at < len(row.cells) and bool(row.cells[at].text)


def amounts_of(row: Row) -> tuple[str, ...]:
    """The different amounts written with Rp in the cells of `row` behind the first."""
    return tuple(dict.fromkeys(cell.text for cell in row.cells[1:] if _RUPIAH.match(cell.text)))


def budget_line(
    place: Row | Item, head: Head | None, heading: str | None, style: NumberStyle | None
) -> BudgetLine | None:
    """One line of the budget; None where `place` holds neither a name nor an amount. An unreadable amount stays None."""
    name, raw, named = _name_and_amount(place, head)
    if not name and not raw:
        return None
    rupiah = parse_rupiah(raw, style, head.scale if head else 1)
    printed = _NUMBERING.sub("", name)
    found = _CODE.match(printed)
    code = found["code"] if found else _code_beside(place, head)
    bare = printed[found.end() :] if found else printed
    return BudgetLine.model_validate(
        {
            "level": _level(bare, code, named or heading),
            "code": code,
            "name": bare,
            "raw": raw or None,
            "amount": rupiah.amount if rupiah else None,
            "nil": rupiah.nil if rupiah else False,
            "source": place.source,
        }
    )


def is_rest(line: BudgetLine, before: BudgetLine, number: str) -> bool:
    """Whether `line` is the second half of the row `before`, which a page break cut: it has no number, and one of them no amount."""
    pages = [each.source.page if each.source else None for each in (before, line)]
    is_cut = plain_words(before.name).endswith("sub")  # "Sub" on one page, "Kegiatan ..." on the next
    opens = line.level == "total" or line.code or (_level_named(plain_words(line.name)) and not is_cut)
    if None in pages or pages[0] == pages[1] or number or opens:
        return False
    return line.raw is None or before.amount is None or not line.name


def whole_line(before: BudgetLine, rest: BudgetLine, scale: int, style: NumberStyle | None) -> BudgetLine:
    """The line that two halves make."""
    raw = " ".join(text for text in (before.raw, rest.raw) if text)
    rupiah = parse_rupiah(raw, style, scale)
    return before.model_copy(
        update={
            "name": run_together(before.name, rest.name),
            "raw": raw or None,
            "amount": rupiah.amount if rupiah else None,
            "nil": rupiah.nil if rupiah else False,
        }
    )


def _code_beside(place: Row | Item, head: Head | None) -> str | None:
    at = head.columns.get("code") if head else None
    text = place.cells[at].text if at is not None and isinstance(place, Row) and at < len(place.cells) else ""
    return text if _CODE_ALONE.match(text) else None


def _name_and_amount(place: Row | Item, head: Head | None) -> tuple[str, str, str | None]:
    """A line's name and amount as printed, and the head of the column that the name stands in."""
    if isinstance(place, Item):
        forms = (_AMOUNT_IN_SENTENCE, _AMOUNT_AT_END, _MILLIONS_AT_END)
        sentence = next((found for form in forms if (found := form.match(place.text))), None)
        return (sentence["name"].rstrip(" :"), sentence["raw"].strip(), None) if sentence else ("", "", None)
    cells = [cell.text for cell in place.cells]
    if head is not None:
        at = head.columns["budget_amount"]
        raw = _amount(cells, at)
        deepest = next(
            (each for each in reversed(head.names) if each < len(cells) and _is_name(cells[each], raw)), None
        )
        if deepest is not None:
            return cells[deepest], raw, head.words[deepest]
        names = cells[head.columns.get("no", -1) + 1 : at] if at <= len(cells) else cells
        return next((text for text in (*names, *cells) if _is_name(text, raw)), ""), raw, None
    amounts = amounts_of(place)
    money = cells.index(amounts[0], 1) if amounts else None
    raw = _amount(cells, money) if money is not None else next((text for text in reversed(cells) if text), "")
    raw = " | ".join(amounts) if len(amounts) > 1 else raw
    return next((text for text in cells if _is_name(text, raw)), ""), raw, None


def _is_name(text: str, raw: str) -> bool:
    return (
        any(each.isalpha() for each in text)
        and text != raw
        and not _ENUMERATOR.match(text)
        and not _CODE_ALONE.match(text)
    )


def _amount(cells: list[str], at: int) -> str:
    """What stands in the cell of an amount; "Rp" and the figures may have a cell each, on either side of it."""
    raw = cells[at] if at < len(cells) else ""
    beside = next((text for text in cells[at + 1 :] if text), "")
    if _CURRENCY.match(raw) and beside[:1].isdigit():
        return f"{raw} {beside}"
    if 0 < at <= len(cells) and _CURRENCY.match(cells[at - 1]) and raw[:1].isdigit():
        return f"{cells[at - 1]} {raw}"
    return raw


def _level(name: str, code: str | None, heading: str | None) -> str:
    """What the line is: its own first words decide, then its code, then the head of its column."""
    budget = vocabulary().budget
    words = plain_words(name)
    if any(words == each or words.startswith(f"{each} ") for each in budget.total):
        return "total"
    own = _level_named(words)
    head = plain_words(heading or "")
    is_of_one_level = (
        sum(
            each in head.replace("sub kegiatan", "subkegiatan").replace("/", " ").split()
            for each in ("program", "kegiatan", "subkegiatan")
        )
        == 1
    )
    coded = _LEVEL_OF_CODE.get(code.count(".") + 1) if code and re.fullmatch(r"[\d.]+", code) else None
    return own or (None if is_of_one_level else coded) or _level_named(head) or "program"


def _level_named(words: str) -> str | None:
    budget = vocabulary().budget
    if words.startswith(budget.sub_activity):
        return "sub_kegiatan"
    if words.startswith(budget.program):
        return "program"
    return "kegiatan" if words.startswith((*budget.activity, "nama kegiatan")) else None
