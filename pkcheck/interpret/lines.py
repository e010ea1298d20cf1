"""What one line or row of an agreement is: a title, a field, a party's label, a letterhead, prose. Looks at wording only."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pkcheck.documents.document import Block, Line, Row, Table
from pkcheck.interpret.vocabulary import plain_words, vocabulary
from pkcheck.lexicon import lexicon
from pkcheck.model import Source
from pkcheck.quantities.dates import parse_date

Side = Literal["first", "second"]
FieldName = Literal["name", "position", "nip", "rank", "unit", "year", "other"]
_FIELDS: tuple[FieldName, ...] = ("name", "position", "nip", "rank", "unit", "year", "other")
_FIELD = re.compile(r"^\s*(?:\(?[\da-zA-Z]{1,2}[.)]\s+)?(?P<label>[^:]{1,45}?)\s*:\s*(?P<value>.*)$", re.DOTALL)
_GAP = re.compile(r"\s{3,}")
_ENUMERATOR = re.compile(r"^\(?[\da-zA-Z]{1,2}[.)]?$")
_WORDED: tuple[FieldName, ...] = ("name", "position", "rank", "unit")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MAX_TITLE_WORDS = 20
_MAX_PLAN_TITLE_WORDS = 30
_MAX_SMALL_WORD = 4
_MAX_LABEL_WORDS = 4
_MAX_OFFICE_WORDS = 14
_FIELD_CELLS = 3
_KNOWN_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Item:
    """One line of text or one row of a table, at its position in the document."""

    text: str
    source: Source
    row: Row | None = None
    indent: int = 0

    @property
    def blank(self) -> bool:
        """Nothing stands on it."""
        return not self.text


def items_of(blocks: tuple[Block, ...]) -> tuple[Item, ...]:
    """Lines and table rows in reading order; a row that is really a field ("Nama | : | X") becomes a line."""
    items: list[Item] = []
    above: Block | None = None
    for block in blocks:
        if isinstance(block, Line):
            items.append(Item(_with_colon(block.text), block.source, indent=block.indent))
        else:
            items.extend(_row_items(block, goes_on=isinstance(above, Table) and _goes_on(above, block)))
        above = above if isinstance(block, Line) and not block.text else block
    return tuple(_with_labels_joined(items))


def _goes_on(above: Table, table: Table) -> bool:
    """Whether `table` is the rest of the one above, which a page break cut: on another page, with as many columns."""
    last, first = above.rows[-1], table.rows[0]
    pages = (last.source.page, first.source.page)
    return None not in pages and pages[0] != pages[1] and len(last.cells) == len(first.cells) > 1


def _row_items(table: Table, *, goes_on: bool) -> Iterator[Item]:
    """Rows; what tabs only indent, or what is a field in cells of its own, is a line."""
    indented = not goes_on and all(sum(bool(cell.text) for cell in row.cells) <= 1 for row in table.rows)
    for row in table.rows:
        filled = [cell.text for cell in row.cells if cell.text]
        text = _as_field(filled) or " ".join(filled)
        numbered = bool(filled) and _ENUMERATOR.match(filled[0]) is not None
        is_line = indented or (len(filled) <= _FIELD_CELLS + numbered and field(text) is not None)
        is_line = is_line or (len(filled) == 1 and (title(text) or label(text) or parse_date(text)) is not None)
        yield Item(text, row.source, None if is_line else row)


def _with_colon(text: str) -> str:
    """A label and its value that only a gap parts ("Nama      X") with a colon between them."""
    return text if ":" in text else _as_field([part for part in _GAP.split(text) if part]) or text


def _as_field(parts: list[str]) -> str | None:
    """`label : value`, where these are two parts, perhaps numbered, of which the first is a label without its colon."""
    label_and_value = parts[1:] if len(parts) == _FIELD_CELLS and _ENUMERATOR.match(parts[0]) else parts
    if len(label_and_value) != _FIELD_CELLS - 1 or ":" in "".join(label_and_value):
        return None
    text = " : ".join(label_and_value)
    found = field(text)
    is_year = found is not None and found.name == "year" and _YEAR.search(found.value) is not None
    is_words = found is not None and found.name in _WORDED and any(each.isalpha() for each in found.value)
    is_number = found is not None and found.name == "nip" and any(each.isdigit() for each in found.value)
    return text if is_year or is_words or is_number else None


def _with_labels_joined(items: Iterable[Item]) -> Iterator[Item]:
    """A label whose colon and value stand on the next line becomes one line with them."""
    held: list[Item] = []
    for item in items:
        opener = held[0] if held else None
        if opener and item.row is None and item.text.startswith(":") and field(f"{opener.text} {item.text}"):
            source = opener.source.model_copy(update={"end_line": item.source.line})
            yield Item(f"{opener.text} {item.text}", source)
            held = []
            continue
        if held and item.blank:
            held.append(item)
            continue
        yield from held
        is_bare = item.row is None and ":" not in item.text and not item.blank and field(f"{item.text} :") is not None
        held = [item] if is_bare else []
        if not held:
            yield item
    yield from held


@dataclass(frozen=True, slots=True)
class Field:
    """`label : value`, with the label's meaning."""

    name: FieldName
    value: str


def field(text: str) -> Field | None:
    """A line such as "Nama : X", in any spelling of the label that the vocabulary knows."""
    found = _FIELD.match(text)
    if not found:
        return None
    label = plain_words(found["label"])
    for name in _FIELDS:
        if label in getattr(vocabulary().fields, name):
            return Field(name, " ".join(found["value"].split()))
    return None


@dataclass(frozen=True, slots=True)
class Title:
    """A title line; `year` and `revision` as it says."""

    year: int | None
    revision: bool


def title(text: str) -> Title | None:
    """A line that heads a statement or an annex: PERJANJIAN KINERJA, perhaps with year and institution."""
    words = plain_words(text)
    terms = vocabulary().titles
    for each in terms.start:
        words = words.replace(each.replace(" ", ""), each)  # "P E R J A N J I A N K I N E R J A"
    start = next((s for s in terms.start if s in words), None)
    if start is None or len(words.split()) > _MAX_TITLE_WORDS or text.rstrip().endswith((".", ",", ";")):
        return None
    before, _, after = words.partition(start)
    if before.strip() and not _heads_a_title(before.strip()):
        return None
    rest = re.sub(r"[()\d]", " ", after).split()
    plainly = all(word in terms.words for word in rest)
    if not plainly and _share_of_capitals(text) < 0.8:  # noqa: PLR2004
        return None
    year = _YEAR.search(text)
    told = (*before.split(), *start.split(), *rest)
    return Title(int(year.group()) if year else None, any(word in told for word in terms.revision))


def _heads_a_title(words: str) -> bool:
    """Whether `words` are what may stand before a title's own: "lampiran", "lampiran pernyataan review"."""
    before = vocabulary().titles.before
    return words in before or any(words.startswith(f"{each} ") and words[len(each) + 1 :] in before for each in before)


def heads_a_plan(text: str) -> bool:
    """A line that heads an action plan: RENCANA AKSI ATAS PERJANJIAN KINERJA TAHUN 2025."""
    return _opens_a_heading(text, vocabulary().titles.plan)


def heads_another(text: str) -> bool:
    """A line that heads another document of the same file, or a chapter: PAKTA INTEGRITAS, BAB II PERENCANAAN KINERJA."""
    return in_capitals(text) and _opens_a_heading(text, vocabulary().titles.other)


def _opens_a_heading(text: str, openings: tuple[str, ...]) -> bool:
    words = plain_words(text)
    opens = any(words == each or words.startswith(f"{each} ") for each in openings)
    if not opens or len(words.split()) > _MAX_PLAN_TITLE_WORDS or text.rstrip().endswith((".", ",", ";", ":")):
        return False
    return all(
        word[:1].isupper() for word in re.findall(r"\w+", text) if len(word) > _MAX_SMALL_WORD and word.isalpha()
    )


def titled_year(text: str) -> int | None:
    """The year of a line that says no more: "TAHUN ANGGARAN 2025", as stands below a title."""
    words = re.sub(_YEAR, " ", plain_words(text)).split()
    return year_in(text) if words and all(word in vocabulary().titles.words for word in words) else None


def year_in(text: str) -> int | None:
    """The first year of four digits in `text`."""
    found = _YEAR.search(text)
    return int(found.group()) if found else None


@dataclass(frozen=True, slots=True)
class Label:
    """The label above a signature block; `complete` is False for "Kedua," alone."""

    side: Side
    complete: bool


def label(text: str) -> Label | None:
    """A line that is nothing but a party's label."""
    words = plain_words(text)
    parties = vocabulary().parties
    if not words or len(words.split()) > _MAX_LABEL_WORDS:
        return None
    named: tuple[tuple[Side, tuple[str, ...], bool], ...] = (
        ("first", parties.first, True),
        ("second", parties.second, True),
        ("first", parties.first_other, True),
        ("second", parties.second_other, True),
        ("first", parties.first_short, False),
        ("second", parties.second_short, False),
    )
    return next((Label(side, complete) for side, known, complete in named if words in known), None)


def is_office(text: str) -> bool:
    """A line that opens with an office, as one above a signature does, and is no sentence and no amount."""
    words = plain_words(text).split()
    return (
        bool(words)
        and words[0] in vocabulary().office.person
        and len(words) <= _MAX_OFFICE_WORDS
        and not re.search(r"[.:;]$|:\s|\bRp", text)
    )


def naming(text: str) -> Side | None:
    """Which party the sentence "selanjutnya disebut Pihak ..." names, if it is one."""
    words = plain_words(text)
    parties = vocabulary().parties
    if not any(each in words for each in parties.naming):
        return None
    tail = max((words.rpartition(each)[2] for each in parties.naming), key=len)
    if any(each in tail for each in parties.second):
        return "second"
    return "first" if any(each in tail for each in parties.first) else None


def declares(text: str) -> bool:
    """A sentence that only a statement has: who signs, who is which party, who promises."""
    words = plain_words(text)
    return (
        naming(text) is not None
        or signs_below(text)
        or words.startswith("berjanji")
        or any(words.startswith(f"{each} berjanji") for each in vocabulary().parties.first)
    )


def signs_below(text: str) -> bool:
    """The opening of a statement, "kami yang bertanda tangan di bawah ini", also where a line breaks in it."""
    return any(word in ("bertanda", "bertandatangan") for word in plain_words(text).split())


def is_letterhead(text: str) -> bool:
    """An institution in capitals, or its address, as stands above a title."""
    words = plain_words(text)
    head = vocabulary().letterhead
    if any(re.match(rf"{re.escape(each)}\b", words) for each in head.contact) or "@" in text:
        return True
    if words.split(" ")[0] in vocabulary().office.person or _share_of_capitals(text) < 0.9:  # noqa: PLR2004
        return False
    houses = (*lexicon().institution_words, *head.house)
    return any(re.search(rf"\b{re.escape(each)}\b", words) for each in houses)


def is_contact(text: str) -> bool:
    """A line of address, telephone or mail."""
    words = plain_words(text)
    return "@" in text or any(re.match(rf"{re.escape(each)}\b", words) for each in vocabulary().letterhead.contact)


def is_prose(text: str) -> bool:
    """A sentence of the statement that carries no data, or the running-on of one: its words are those of the form."""
    words = plain_words(text)
    if any(words.startswith(each) for each in vocabulary().prose.opening):
        return True
    known = [word in vocabulary().prose.words for word in re.findall(r"\w+", words)]
    told = len(known) > 1 or text.rstrip().endswith(".")
    return told and bool(known) and sum(known) >= _KNOWN_SHARE * len(known)


def is_form(text: str) -> bool:
    """A line that belongs to the form and carries no data: prose, letterhead, title, a known field, a heading."""
    return (
        is_prose(text)
        or is_letterhead(text)
        or is_contact(text)
        or field(text) is not None
        or naming(text) is not None
        or title(text) is not None
        or plain_words(text) in vocabulary().titles.before
        or titled_year(text) is not None
        or heads_another(text)
        or not re.search(r"\w", text)
    )


def in_capitals(text: str) -> bool:
    """Whether nearly all letters are capitals, as in a heading."""
    return _share_of_capitals(text) > 0.9  # noqa: PLR2004


def _share_of_capitals(text: str) -> float:
    letters = [character for character in text if character.isalpha()]
    return sum(character.isupper() for character in letters) / len(letters) if letters else 0.0
