"""What one line or row of an agreement is: a title, a field, a party's label, a letterhead, prose. Looks at wording only."""

import re
from dataclasses import dataclass
from typing import Literal

from pkcheck.documents.document import Block, Line, Row, Table
from pkcheck.interpret.vocabulary import plain_words, vocabulary
from pkcheck.model import Source

Side = Literal["first", "second"]
FieldName = Literal["name", "position", "nip", "rank", "unit", "year", "other"]
_FIELDS: tuple[FieldName, ...] = ("name", "position", "nip", "rank", "unit", "year", "other")
_FIELD = re.compile(r"^\s*(?:\(?[\da-zA-Z]{1,2}[.)]\s+)?(?P<label>[^:]{1,45}?)\s*:\s*(?P<value>.*)$", re.DOTALL)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MAX_TITLE_WORDS = 20
_MAX_LABEL_WORDS = 4


@dataclass(frozen=True, slots=True)
class Item:
    """One line of text or one row of a table, at its position in the document."""

    text: str
    source: Source
    row: Row | None = None

    @property
    def blank(self) -> bool:
        """Nothing stands on it."""
        return not self.text


def items_of(blocks: tuple[Block, ...]) -> tuple[Item, ...]:
    """Lines and table rows in reading order; a row that is really a field ("Nama | : | X") becomes a line."""
    items: list[Item] = []
    for block in blocks:
        if isinstance(block, Line):
            items.append(Item(block.text, block.source))
            continue
        items.extend(_row_item(row) for row in block.rows if isinstance(block, Table))
    return tuple(items)


def _row_item(row: Row) -> Item:
    text = " ".join(cell.text for cell in row.cells if cell.text)
    filled = [cell.text for cell in row.cells if cell.text]
    if filled and len(row.cells) <= 3 and field(text) is not None:  # noqa: PLR2004
        return Item(text, row.source)
    return Item(text, row.source, row)


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
    start = next((s for s in terms.start if s in words), None)
    if start is None or len(words.split()) > _MAX_TITLE_WORDS or text.rstrip().endswith((".", ",", ";")):
        return None
    before, _, after = words.partition(start)
    if before.strip() and before.strip() not in terms.before:
        return None
    rest = re.sub(r"[()\d]", " ", after).split()
    plainly = all(word in terms.words for word in rest)
    if not plainly and _share_of_capitals(text) < 0.8:  # noqa: PLR2004
        return None
    year = _YEAR.search(text)
    return Title(int(year.group()) if year else None, any(word in rest for word in terms.revision))


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


def is_letterhead(text: str) -> bool:
    """An institution in capitals, or its address, as stands above a title."""
    words = plain_words(text)
    head = vocabulary().letterhead
    if any(re.match(rf"{re.escape(each)}\b", words) for each in head.contact) or "@" in text:
        return True
    if words.split(" ")[0] in vocabulary().office.person or _share_of_capitals(text) < 0.9:  # noqa: PLR2004
        return False
    return any(re.search(rf"\b{re.escape(each)}\b", words) for each in head.institution)


def is_contact(text: str) -> bool:
    """A line of address, telephone or mail."""
    words = plain_words(text)
    return "@" in text or any(re.match(rf"{re.escape(each)}\b", words) for each in vocabulary().letterhead.contact)


def is_prose(text: str) -> bool:
    """A sentence of the statement that carries no data, or the running-on of one."""
    words = plain_words(text)
    return any(words.startswith(each) for each in vocabulary().prose.opening) or len(words.split()) >= 8  # noqa: PLR2004


def _share_of_capitals(text: str) -> float:
    letters = [character for character in text if character.isalpha()]
    return sum(character.isupper() for character in letters) / len(letters) if letters else 0.0
