"""From a document to its agreements: parts are paired, parties and tables read, ids made."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from pkcheck import messages
from pkcheck.documents.document import Document, Table
from pkcheck.interpret.annex import ReadAnnex, objectives_of, read_annex
from pkcheck.interpret.framing import in_lines_and_rows
from pkcheck.interpret.heads import heads_in_one_row
from pkcheck.interpret.lines import Item, is_contact, is_form, items_of, label
from pkcheck.interpret.parts import Part, parts_of
from pkcheck.interpret.places import joined, notes_joined
from pkcheck.interpret.plan import read_plan, with_plan
from pkcheck.interpret.rows import filled_cells
from pkcheck.interpret.sidebyside import one_below_the_other
from pkcheck.interpret.signatures import People
from pkcheck.interpret.statement import ReadStatement, names_in, read_statement
from pkcheck.interpret.tables import is_head_by_blanks
from pkcheck.interpret.vocabulary import plain_words
from pkcheck.interpret.wrapped import on_one_line
from pkcheck.lexicon import lexicon
from pkcheck.model import Agreement, Annex, Revision, Source, Statement
from pkcheck.names import name_words
from pkcheck.notes import Note
from pkcheck.positions import office
from pkcheck.quantities.dates import parse_date, speaks_of_a_date
from pkcheck.quantities.numbers import NumberStyle, number_style
from pkcheck.wording import words

_MAX_SLUG_WORDS = 6
_MAX_AMOUNT = 30
_TABLE_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What a document says, and what of it was not understood."""

    agreements: tuple[Agreement, ...]
    notes: tuple[Note, ...]


@dataclass(slots=True)
class _Pair:
    """The parts of one agreement; `doubtful` where a page beside them may be the one that is missing.

    `quoted` is an annex of which a report gives no more than a table.
    """

    statement: Part | None = None
    annex: Part | None = None
    plans: list[Part] = field(default_factory=list)
    doubtful: bool = False
    quoted: bool = False

    @property
    def unread(self) -> tuple[str, ...]:
        """The part that is missing, if it may be there and could not be read."""
        if self.quoted:
            return ("statement", "budget", "annex.date", "annex.signatures")
        if self.annex is None and (self.doubtful or (self.statement and _holds_a_table(self.statement))):
            return ("annex",)
        if self.statement is None and self.doubtful:
            return ("statement",)
        return ("statement.date", "statement.signatures") if self._on_one_page else ()

    @property
    def _on_one_page(self) -> bool:
        """Whether one date and one pair of blocks, below the table, stand for statement and annex."""
        if not self.statement or not self.annex or self.annex.title is not None:
            return False
        return not any(
            item.row is None and (parse_date(item.text) or label(item.text)) for item in self.statement.items
        )


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the document as a whole tells of each of its agreements."""

    names: tuple[str, ...]
    style: NumberStyle | None
    institution: str | None
    last: Item | None

    def ends_in(self, annex: Part) -> bool:
        """Whether the document's last line is a table row of `annex`."""
        return self.last is not None and self.last.row is not None and annex.items[-1:] == (self.last,)


def interpret(document: Document) -> Interpretation:
    """Read every agreement in `document`; a document without any gives a problem note."""
    blocks = heads_in_one_row(in_lines_and_rows(document.blocks))
    items = tuple(on_one_line(tuple(one_below_the_other(items_of(blocks)))))
    parts = tuple(parts_of(items))
    pairs = _pairs(parts)
    if not pairs:
        return Interpretation(
            (), (*document.notes, Note("problem", messages.NO_AGREEMENT, Source(file=document.file, line=1)))
        )
    whole = _Whole(
        names=tuple(dict.fromkeys(name for pair in pairs if pair.statement for name in names_in(pair.statement))),
        style=_style(document),
        institution=_common_institution(pairs),
        last=next((item for item in reversed(items) if not item.blank), None),
    )
    agreements: list[Agreement] = []
    notes = list(document.notes)
    for pair in pairs:
        agreement, found = _agreement(pair, whole, {agreement.id for agreement in agreements})
        agreements.append(agreement)
        notes.extend(found)
    notes.extend(note for part in parts if part.kind in ("cover", "unknown") for note in _unread(part))
    return Interpretation(tuple(agreements), tuple(notes_joined(sorted(notes, key=lambda note: note.source.line or 0))))


def _unread(part: Part) -> Iterator[Note]:
    """What stands on a page that is no part of an agreement, but for what every cover says."""
    blanks = next((item for item in part.items if is_head_by_blanks(item.text)), None)
    if blanks is not None:
        yield Note("problem", messages.COLUMNS_BY_BLANKS, blanks.source, quote=blanks.text)
    for item in part.items:
        if not item.blank and item is not blanks and not is_form(item.text):
            yield Note("remark", messages.LINE_UNREAD, item.source, quote=item.text)


def _pairs(parts: Sequence[Part]) -> list[_Pair]:
    """A statement and an annex each; where the document has none, what the chapters of a report quote."""
    pages = [part for part in parts if part.kind != "chapter"]
    return (
        _annexes_first(pages)
        or _statements_first(pages)
        or [_Pair(annex=part, quoted=True) for part in parts if part.kind == "chapter"]
    )


def _annexes_first(parts: Sequence[Part]) -> list[_Pair]:
    """Pairs of an annex and the statement after it, where every one names the first party of the other; or else none."""
    told = [part for part in parts if part.kind in ("statement", "annex", "unknown", "plan")]
    annexes, statements = told[::2], told[1::2]
    if len(annexes) != len(statements) or {each.kind for each in annexes} != {"annex"}:
        return []
    pairs = [_Pair(statement, annex) for annex, statement in zip(annexes, statements, strict=True)]
    return pairs if all(_names_its_party(pair) for pair in pairs) else []


def _names_its_party(pair: _Pair) -> bool:
    first = name_words(next(iter(names_in(pair.statement)), "")) if pair.statement else ()
    lines = [item.text for item in pair.annex.items] if pair.annex else []
    return bool(first) and any(set(first) <= set(plain_words(line).split()) for line in lines)


def _statements_first(parts: Sequence[Part]) -> list[_Pair]:
    """A statement opens an agreement; the next annex belongs to it; a further one stands alone."""
    pairs: list[_Pair] = []
    unknown = False
    for part in parts:
        if part.kind == "cover":
            continue
        if part.kind == "plan":
            if pairs:
                pairs[-1].plans.append(part)
            continue
        if part.kind == "unknown":
            unknown = True
            if pairs and pairs[-1].annex is None:
                pairs[-1].doubtful = True
            continue
        if part.kind == "statement":
            pairs.append(_Pair(statement=part))
        elif pairs and pairs[-1].annex is None:
            pairs[-1].annex = part
        else:
            pairs.append(_Pair(annex=part, doubtful=unknown))
        unknown = False
    return pairs


def _holds_a_table(part: Part) -> bool:
    return any(item.row is not None and len(filled_cells(item.row)) >= _TABLE_COLUMNS for item in part.items)


def _agreement(pair: _Pair, whole: _Whole, taken: set[str]) -> tuple[Agreement, list[Note]]:
    stated = read_statement(pair.statement, whole.names) if pair.statement else None
    people = People(stated.first if stated else None, stated.second if stated else None, whole.names)
    annexed = (
        read_annex(pair.annex, people, whole.style, ends_the_file=whole.ends_in(pair.annex)) if pair.annex else None
    )
    institution = _institution(pair) or whole.institution
    slug = _unique(_slug(stated, annexed, institution), taken)
    objectives, lost = objectives_of(slug, annexed.objectives if annexed else (), whole.style)
    objectives, planned = with_plan(slug, objectives, read_plan(pair.plans, whole.style))
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
        action_plan=planned,
        unread=(*pair.unread, *(annexed.unread if annexed else ()), *lost, *_otherwise_dated(pair, statement, annex)),
        source=joined([s for s in (statement and statement.source, annex and annex.source) if s]),
        sources={"unit": annexed.unit_source} if annexed and annexed.unit_source else {},
    )
    return agreement, [
        *_pairing_notes(agreement),
        *(stated.notes if stated else ()),
        *(annexed.notes if annexed else ()),
    ]


def _otherwise_dated(pair: _Pair, statement: Statement | None, annex: Annex | None) -> Iterator[str]:
    """Pages without a date line on which a line speaks of a day, or a cell holds one: "Pada hari ini, tanggal dua Maret"."""
    for name, part, page in (("statement.date", pair.statement, statement), ("annex.date", pair.annex, annex)):
        if part and page and page.raw is None and any(_may_date(item) for item in part.items):
            yield name


def _may_date(item: Item) -> bool:
    if item.row is None:
        return speaks_of_a_date(item.text)
    return any(written.date for cell in item.row.cells if (written := parse_date(cell.text)))


def _kind(stated: ReadStatement | None) -> Literal["paired", "sole"] | None:
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
    """A short readable name: the office without the institution, usual words abbreviated, function words left out."""
    position = stated.first.position if stated and stated.first else None
    named = office(position, institution) if position else words((annexed.unit if annexed else None) or "")
    telling = [word for word in _shortened(named) if word not in lexicon().stopwords]
    return "-".join(telling[:_MAX_SLUG_WORDS]) or "pk"


def _shortened(full: Sequence[str]) -> Iterator[str]:
    """`full` with what is usually abbreviated in its short form: "kepala sub bagian umum" gives "kasubbag umum"."""
    at = 0
    while at < len(full):
        short, length = next(
            ((short, len(long)) for long, short in _short_forms() if tuple(full[at : at + len(long)]) == long),
            (full[at], 1),
        )
        yield short
        at += length


@cache
def _short_forms() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Expansions and their short forms, the longest expansion first."""
    forms = [(tuple(lexicon().abbreviations[short].split()), short) for short in lexicon().short_names]
    return tuple(sorted(forms, key=lambda form: -len(form[0])))


def _unique(slug: str, taken: set[str]) -> str:
    if slug not in taken:
        return slug
    number = next(n for n in range(2, len(taken) + 3) if f"{slug}-{n}" not in taken)
    return f"{slug}-{number}"
