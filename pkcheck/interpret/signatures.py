"""Signature blocks: label, position over one to four lines, name, perhaps NIP and rank."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pkcheck import messages
from pkcheck.interpret.lines import Item, Side, is_form, label
from pkcheck.interpret.places import spanning
from pkcheck.interpret.vocabulary import plain_words, vocabulary
from pkcheck.model import Party, Signature, Signatures
from pkcheck.names import same_name, similar_name
from pkcheck.notes import Note
from pkcheck.slips import look_alike, may_be_part

_NIP = re.compile(r"^\s*(?:nip|nrp)\b|^[\d\s.]{6,}$", re.IGNORECASE)
_FOR_ANOTHER = re.compile(r"^\s*(?:a\.?\s?n\.?|atas nama)\s", re.IGNORECASE)
# What a long name leaves to the line below it: "S.H., M.Si."
_DEGREES = re.compile(
    r"^(?:[A-Z][A-Za-z]{0,4}\.\s?)+[A-Za-z]{0,4}\.?(?:\s*,\s*(?:[A-Z][A-Za-z]{0,4}\.\s?)+[A-Za-z]{0,4}\.?)*$"
)
_PLACEHOLDER = re.compile(r"^[\s._…()#^*-]+$")
_NAME = re.compile(r"^\(?[A-Z][A-Za-z.,'`’ ()-]*$")
_MAX_NAME_WORDS = 8
_TELLING = 6
"""Letters of a word by which a position is known even where it grew together with the next one."""


@dataclass(frozen=True, slots=True)
class People:
    """Who may stand in a block: the statement's parties, and every name that the document gives to somebody."""

    first: Party | None
    second: Party | None
    names: tuple[str, ...]

    def position(self, side: Side | None) -> str:
        """The position in the statement of the party on `side`, or of both where the side is open."""
        parties = (self.first, self.second) if side is None else (self.first if side == "first" else self.second,)
        return " ".join(party.position for party in parties if party and party.position)


@dataclass(slots=True)
class _Block:
    """A block as it is being read."""

    label: Item | None
    side: Side | None
    office: list[Item]
    name: Item | None = None
    signed: bool | None = None


def read_signatures(items: Sequence[Item], people: People) -> tuple[Signatures, tuple[Note, ...]]:
    """The blocks in `items`, which start at the first label or position and end with the page."""
    blocks: list[_Block] = []
    notes: list[Note] = []
    of_both: Item | None = None
    for item in items:
        if item.blank or _PLACEHOLDER.match(item.text):
            continue
        if _names_both(item, people):
            of_both = of_both or item
            continue
        found = label(item.text)
        if found:
            blocks.append(_Block(item, found.side, []))
            continue
        if not blocks or _opens_unlabelled(blocks[-1], item):
            blocks.append(_Block(None, None, []))
        if not _take(blocks[-1], item, people) and not is_form(item.text):
            notes.append(Note("remark", messages.LINE_UNREAD, item.source, quote=item.text))
    signatures, unplaced = _signatures(blocks, people)
    if of_both is not None:
        signatures = _with_names(signatures, people, of_both)
    notes.extend(Note("remark", messages.LINE_UNREAD, item.source, quote=item.text) for item in unplaced)
    return signatures, tuple(notes)


def _names_both(item: Item, people: People) -> bool:
    """Whether the names of both parties, whose blocks stand side by side, were read as one line."""
    names = [plain_words(party.name) for party in (people.first, people.second) if party and party.name]
    return len(set(names)) == len(("first", "second")) and all(name in plain_words(item.text) for name in names)


def _with_names(signatures: Signatures, people: People, line: Item) -> Signatures:
    """Each block that lacks a name with that of its party, which stands on `line`."""

    def named(block: Signature | None, party: Party | None) -> Signature | None:
        if party is None or (block is not None and block.name is not None):
            return block
        return (block or Signature(source=line.source)).model_copy(update={"name": party.name})

    return Signatures(first=named(signatures.first, people.first), second=named(signatures.second, people.second))


def _opens_unlabelled(block: _Block, item: Item) -> bool:
    is_office = _first_word(item.text) in vocabulary().office.person
    return block.name is not None and is_office and not _is_rank(item.text)


def _take(block: _Block, item: Item, people: People) -> bool:
    """Put one line where it belongs in its block; False where it belongs nowhere."""
    words = plain_words(item.text)
    if words.startswith(vocabulary().office.signing) or words.strip("()") in vocabulary().office.signed:
        block.signed = True
        return True
    if _NIP.match(item.text) or (block.name and (_is_rank(item.text) or _DEGREES.match(item.text))):
        return True
    if block.name is not None:
        return False
    known = any(similar_name(item.text, name) for name in people.names)
    position = people.position(block.side)
    if not known and (_is_office(item.text, position) or _is_misread_office(item, position)):
        block.office.append(item)
        return True
    is_rank = not known and _is_rank(item.text)
    if known or (not is_rank and _NAME.match(item.text) and len(item.text.split()) <= _MAX_NAME_WORDS):
        block.name = item
        return True
    return is_rank


def _is_rank(text: str) -> bool:
    """A line that opens with a rank: "Pembina Utama Muda", "AJUN KOMISARIS BESAR POLISI"."""
    words = f"{plain_words(text)} "
    return any(words.startswith(f"{each} ") for each in vocabulary().office.rank)


def _is_office(text: str, position: str) -> bool:
    """A line of a position: it ends in a comma, opens like one, runs on in lower case, or repeats the party's own."""
    office = vocabulary().office
    first = _first_word(text)
    if text.endswith(",") or text[:1].islower() or first in office.person or first in office.continuing:
        return True
    return set(plain_words(text).split()) <= set(plain_words(position).split())


def _is_misread_office(item: Item, position: str) -> bool:
    """Whether a line that a machine read is the party's position with slips, or opens like one without a blank behind."""
    if item.source.how != "ocr":
        return False
    openings = [look_alike(word) for word in vocabulary().office.person if len(word) >= _TELLING]
    return may_be_part(item.text, position) or look_alike(item.text).startswith(tuple(openings))


def _first_word(text: str) -> str:
    return next(iter(plain_words(text).split()), "")


def _signatures(blocks: list[_Block], people: People) -> tuple[Signatures, list[Item]]:
    """The blocks of the two sides, and the lines of blocks beyond those."""
    sides: dict[Side, Signature] = {}
    unplaced: list[Item] = []
    for block in sorted(blocks, key=lambda each: each.side is None and each.name is None):
        if not block.office and block.name is None:
            continue
        side = block.side if block.side is not None else next(_sides(block, people, sides))
        if side not in sides:
            sides[side] = _signature(block)
        else:
            unplaced.extend(item for item in (*block.office, block.name) if item is not None)
    return Signatures(first=sides.get("first"), second=sides.get("second")), unplaced


def _sides(block: _Block, people: People, taken: dict[Side, Signature]) -> Iterator[Side]:
    """Whose an unlabelled block is: by name, by position, else the one that is left."""
    parties: tuple[tuple[Side, Party | None], ...] = (("first", people.first), ("second", people.second))
    if block.name is not None:
        yield from (side for side, party in parties if party and party.name and same_name(party.name, block.name.text))
    office = set(plain_words(" ".join(item.text for item in block.office)).split())
    if office:
        overlap = {side: len(office & set(plain_words(people.position(side)).split())) for side, _ in parties}
        if overlap["first"] != overlap["second"]:
            yield "first" if overlap["first"] > overlap["second"] else "second"
    if people.second is None:
        yield "first"
    yield "second" if "second" not in taken and "first" in taken else "first"


def _signature(block: _Block) -> Signature:
    items = [item for item in (block.label, *block.office, block.name) if item is not None]
    position = " ".join(item.text for item in _own_office(block.office)).rstrip(" ,")
    return Signature(
        name=block.name.text.strip("() ") if block.name else None,
        position=position or None,
        label=block.label.text if block.label else None,
        signed=block.signed,
        source=spanning(items),
    )


def _own_office(lines: list[Item]) -> list[Item]:
    """The signer's own office: what follows "a.n." and another's office, where anything does."""
    if not lines or not _FOR_ANOTHER.match(lines[0].text):
        return lines
    own = next((at for at, line in enumerate(lines[1:], 1) if _first_word(line.text) in vocabulary().office.person), 0)
    return lines[own:]
