"""The statement: its two parties, its place and date, its signature blocks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pkcheck import messages
from pkcheck.interpret.lines import Field, Item, Side, field, is_form, is_office, is_prose, label, naming
from pkcheck.interpret.parts import Part
from pkcheck.interpret.places import spanning
from pkcheck.interpret.signatures import People, read_signatures
from pkcheck.interpret.vocabulary import plain_words
from pkcheck.lexicon import lexicon
from pkcheck.model import Party, Signatures, Statement
from pkcheck.notes import Note
from pkcheck.quantities.dates import parse_date


@dataclass(frozen=True, slots=True)
class ReadStatement:
    """A statement with its parties; `two_meant` when its words speak of a second party."""

    statement: Statement
    first: Party | None
    second: Party | None
    two_meant: bool
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    items: tuple[Item, ...]
    name: str | None = None
    position: str | None = None
    nip: str | None = None
    side: Side | None = None


def names_in(part: Part) -> tuple[str, ...]:
    """Every name that a "Nama :" line of this statement gives."""
    fields = [field(item.text) for item in part.items if item.row is None]
    return tuple(found.value for found in fields if found and found.name == "name" and found.value)


def read_statement(part: Part, names: tuple[str, ...]) -> ReadStatement:
    """Read one statement; `names` are those known in the whole document."""
    drafts, end, notes = _parties(part.items)
    first, second = _sides(drafts)
    date_at = next((at for at in range(end, len(part.items)) if _date_text(part.items[at])), None)
    start = _signing_start(part.items, end, date_at)
    signing = [item for at, item in enumerate(part.items) if at >= start and at != date_at]
    signatures, more = read_signatures(signing, People(first, second, names))
    dated = part.items[date_at] if date_at is not None else None
    written = parse_date(dated.text) if dated else None
    source = spanning([item for item in ((part.title, *part.items) if part.title else part.items) if not item.blank])
    statement = Statement(
        place=written.place if written else None,
        date=written.date if written else None,
        raw=dated.text if dated else None,
        fiscal_year=part.year,
        signatures=signatures,
        source=source,
        sources={
            **({"date": dated.source} if dated else {}),
            **({"fiscal_year": part.year_at.source} if part.year_at else {}),
        },
    )
    two_meant = len(drafts) > 1 or _speaks_of_two(part.items, signatures)
    between = part.items[end:start]
    new = [note for note in notes if not _repeats(note.quote or "", first, second)]
    return ReadStatement(statement, first, second, two_meant, (*new, *_unread(between), *more))


def _repeats(text: str, *parties: Party | None) -> bool:
    """Whether a line says no more than a party's position, as one under a title may."""
    words = set(plain_words(text).split())
    return any(party and party.position and words <= set(plain_words(party.position).split()) for party in parties)


def _parties(items: tuple[Item, ...]) -> tuple[list[_Draft], int, list[Note]]:
    """The parties, the index after the last line about them, and what could not be read between them."""
    drafts: list[_Draft] = []
    notes: list[Note] = []
    pending: list[Item] = []
    end = 0
    running = False
    heading: Side | None = None
    for at, item in enumerate(items):
        if above := _heading_of_a_party(items, at):
            heading, running = above, False
            continue
        if _ends_the_parties(item, started=bool(drafts)):
            break
        found = field(item.text)
        named = naming(item.text)
        if found and found.name == "name":
            drafts.append(_Draft((item,), name=found.value or None, side=heading))
            heading = None
        elif found and drafts and found.name in ("position", "nip"):
            drafts[-1] = _with_field(drafts[-1], item, found)
        elif named and drafts and drafts[-1].side is None:
            drafts[-1] = replace(drafts[-1], side=named)
        elif running and drafts and item.row is None and not item.blank and not found and not is_prose(item.text):
            carried = f"{drafts[-1].position or ''} {item.text}".strip()
            drafts[-1] = replace(drafts[-1], items=(*drafts[-1].items, item), position=carried)
            end = at + 1
            continue
        elif not found:
            pending.append(item)
        running = bool(found and drafts and found.name == "position")
        if found or named:
            end = at + 1
            notes.extend(_unread(pending))
            pending = []
    return drafts, end, notes


def _heading_of_a_party(items: tuple[Item, ...], at: int) -> Side | None:
    """The party whose label stands at `at`, if it is a heading above the name in that party's fields."""
    above = label(items[at].text) if items[at].row is None else None
    below = next((item for item in items[at + 1 :] if not item.blank), None)
    found = field(below.text) if above and below else None
    return above.side if above and found and found.name == "name" else None


def _with_field(draft: _Draft, item: Item, found: Field) -> _Draft:
    items, value = (*draft.items, item), found.value or None
    return (
        replace(draft, items=items, nip=value) if found.name == "nip" else replace(draft, items=items, position=value)
    )


def _ends_the_parties(item: Item, *, started: bool) -> bool:
    return item.row is None and (_date_text(item) or (started and label(item.text) is not None))


def _sides(drafts: list[_Draft]) -> tuple[Party | None, Party | None]:
    """First and second party: as named by the sentences after them, else in their order."""
    sides: dict[Side, _Draft] = {}
    for draft in drafts:
        if draft.side and draft.side not in sides:
            sides[draft.side] = draft
    for draft in drafts:
        if draft not in sides.values():
            open_side: Side | None = next((s for s in ("first", "second") if s not in sides), None)
            if open_side:
                sides[open_side] = draft
    return _party(sides.get("first")), _party(sides.get("second"))


def _party(draft: _Draft | None) -> Party | None:
    if draft is None:
        return None
    position = draft.position
    opening = plain_words(position or "")
    acting = next(
        (kind for prefix, kind in lexicon().acting_prefixes.items() if opening.startswith(f"{prefix} ")), None
    )
    return Party.model_validate(
        {"name": draft.name, "position": position, "nip": draft.nip, "acting": acting, "source": spanning(draft.items)}
    )


def _date_text(item: Item) -> bool:
    return item.row is None and parse_date(item.text) is not None


def _signing_start(items: tuple[Item, ...], end: int, date_at: int | None) -> int:
    """Where date and blocks begin: the date itself, or a label or an office that stands above it, below all sentences."""
    stop = len(items) if date_at is None else date_at
    said = next(
        (at for at in range(stop - 1, end - 1, -1) if is_prose(items[at].text) and not label(items[at].text)), end
    )
    opening = (at for at in range(said, stop) if items[at].row is None and _opens_a_block(items[at].text))
    return next(opening, stop)


def _opens_a_block(text: str) -> bool:
    return label(text) is not None or (is_office(text) and not is_prose(text))


def _speaks_of_two(items: tuple[Item, ...], signatures: Signatures) -> bool:
    return signatures.second is not None or any(naming(item.text) == "second" for item in items)


def _unread(items: Iterable[Item]) -> tuple[Note, ...]:
    unread = [item for item in items if not item.blank and not is_form(item.text)]
    return tuple(Note("remark", messages.LINE_UNREAD, item.source, quote=item.text) for item in unread)
