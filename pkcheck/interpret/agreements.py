"""From a document to its agreements: parts are paired, parties and tables read, ids made."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pkcheck import messages
from pkcheck.documents.document import Document, Table
from pkcheck.interpret.annex import ReadAnnex, objectives_of, read_annex
from pkcheck.interpret.lines import Item, is_contact, items_of
from pkcheck.interpret.parts import Part, parts_of
from pkcheck.interpret.places import joined
from pkcheck.interpret.signatures import People
from pkcheck.interpret.statement import ReadStatement, names_in, read_statement
from pkcheck.model import Agreement, Revision, Source
from pkcheck.notes import Note
from pkcheck.positions import office
from pkcheck.quantities.numbers import NumberStyle, number_style

_MAX_SLUG_WORDS = 12
_MAX_AMOUNT = 30


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What a document says, and what of it was not understood."""

    agreements: tuple[Agreement, ...]
    notes: tuple[Note, ...]


@dataclass(slots=True)
class _Pair:
    """The parts of one agreement."""

    statement: Part | None = None
    annex: Part | None = None


def interpret(document: Document) -> Interpretation:
    """Read every agreement in `document`; a document without any gives a problem note."""
    items = items_of(document.blocks)
    pairs = _pairs(parts_of(items))
    if not pairs:
        return Interpretation(
            (), (*document.notes, Note("problem", messages.NO_AGREEMENT, Source(file=document.file, line=1)))
        )
    style = _style(document)
    names = tuple(dict.fromkeys(name for pair in pairs if pair.statement for name in names_in(pair.statement)))
    institution = _common_institution(pairs)
    agreements: list[Agreement] = []
    notes = list(document.notes)
    last_row = next((item for item in reversed(items) if not item.blank), None)
    for pair in pairs:
        ids = {agreement.id for agreement in agreements}
        agreement, found = _agreement(pair, names, style, institution, ids, last_row)
        agreements.append(agreement)
        notes.extend(found)
    return Interpretation(tuple(agreements), tuple(notes))


def _pairs(parts: Iterable[Part]) -> list[_Pair]:
    """A statement opens an agreement; the next annex belongs to it; a further one stands alone."""
    pairs: list[_Pair] = []
    for part in parts:
        if part.kind == "statement":
            pairs.append(_Pair(statement=part))
        elif pairs and pairs[-1].annex is None:
            pairs[-1].annex = part
        else:
            pairs.append(_Pair(annex=part))
    return pairs


def _agreement(
    pair: _Pair,
    names: tuple[str, ...],
    style: NumberStyle | None,
    common: str | None,
    taken: set[str],
    last: Item | None,
) -> tuple[Agreement, list[Note]]:
    stated = read_statement(pair.statement, names) if pair.statement else None
    people = People(stated.first if stated else None, stated.second if stated else None, names)
    ends = bool(pair.annex and last and pair.annex.items and last is pair.annex.items[-1] and last.row is not None)
    annexed = read_annex(pair.annex, people, style, ends_the_file=ends) if pair.annex else None
    institution = _institution(pair) or common
    slug = _unique(_slug(stated, annexed, institution), taken)
    objectives, lost = objectives_of(slug, annexed.objectives if annexed else (), style)
    statement, annex = (stated.statement if stated else None), (annexed.annex if annexed else None)
    revision = any(part.revision for part in (pair.statement, pair.annex) if part)
    agreement = Agreement(
        id=slug,
        institution=institution,
        unit=annexed.unit if annexed else None,
        fiscal_year=(statement and statement.fiscal_year) or (annex and annex.fiscal_year) or None,
        kind=_kind(stated),
        revision=Revision() if revision else None,
        first_party=people.first,
        second_party=people.second,
        statement=statement,
        annex=annex,
        objectives=objectives,
        budget=annexed.budget if annexed else (),
        unread=(*(annexed.unread if annexed else ()), *lost),
        source=joined([s for s in (statement and statement.source, annex and annex.source) if s]),
        sources={"unit": annexed.unit_source} if annexed and annexed.unit_source else {},
    )
    return agreement, [
        *_pairing_notes(agreement),
        *(stated.notes if stated else ()),
        *(annexed.notes if annexed else ()),
    ]


def _kind(stated: ReadStatement | None) -> str | None:
    if stated is None:
        return None
    return "paired" if stated.second or stated.two_meant else "sole"


def _pairing_notes(agreement: Agreement) -> list[Note]:
    place = agreement.source or Source(file="")
    if agreement.statement is None:
        return [Note("remark", messages.ANNEX_WITHOUT_STATEMENT, place)]
    if agreement.annex is None:
        return [Note("remark", messages.STATEMENT_WITHOUT_ANNEX, place)]
    return []


def _style(document: Document) -> NumberStyle | None:
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    texts = [cell.text for row in rows for cell in row.cells if len(cell.text) <= _MAX_AMOUNT]
    return number_style(text for text in texts if any(character.isdigit() for character in text))


def _institution(pair: _Pair) -> str | None:
    """The letterhead's lines that are no address, in ordinary capitals."""
    for part in (pair.statement, pair.annex):
        lines = [item.text for item in part.letterhead if not is_contact(item.text)] if part else []
        if lines:
            return _titled(" ".join(lines))
    return None


def _common_institution(pairs: Sequence[_Pair]) -> str | None:
    found = Counter(name for name in (_institution(pair) for pair in pairs) if name)
    return found.most_common(1)[0][0] if found else None


def _titled(text: str) -> str:
    small = {"dan", "di", "ke", "dari", "pada", "untuk", "serta"}
    return " ".join(word if word in small else word.capitalize() for word in text.lower().split())


def _slug(stated: ReadStatement | None, annexed: ReadAnnex | None, institution: str | None) -> str:
    position = stated.first.position if stated and stated.first else None
    if position:
        core = office(position, institution)[:_MAX_SLUG_WORDS]
        return "-".join(core) or "pk"
    unit = annexed.unit if annexed else None
    return re.sub(r"\W+", "-", (unit or "pk").casefold()).strip("-")


def _unique(slug: str, taken: set[str]) -> str:
    if slug not in taken:
        return slug
    number = next(n for n in range(2, len(taken) + 3) if f"{slug}-{n}" not in taken)
    return f"{slug}-{number}"
