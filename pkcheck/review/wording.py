"""Texts of documents made fit for a report, and the small phrases that several of its parts have."""

from collections.abc import Iterable

from pkcheck import review_texts as words
from pkcheck.display import visible, window
from pkcheck.findings import EvidenceRecord
from pkcheck.record import AgreementRecord, OutcomeRecord
from pkcheck.texts import Lang

_LONGEST, _NAME, _QUOTE = 3000, 200, 240


def prose(text: str, lang: Lang, longest: int = _LONGEST) -> str:
    """A text on one line; one that is longer than anybody reads is cut, and says by how much."""
    shown = visible(text).strip()
    if len(shown) <= longest:
        return shown
    return shown[:longest].rstrip() + words.CUT.say(lang, count=len(shown) - longest)


def name(text: str, lang: Lang) -> str:
    """The same for what should be short: a unit, a person, a file."""
    return prose(text, lang, _NAME)


def quoted(evidence: EvidenceRecord, lang: Lang) -> str:
    """What stands at a place, around what matters in it."""
    line, _ = window(evidence.quote, evidence.mark, _QUOTE)
    return line or words.EMPTY.say(lang)


def place_words(file: str, page: int | None, line: tuple[int, int] | None, cell: str | None, lang: Lang) -> str:
    """`berkas, halaman 3, baris 12–14`; without a `file` the place within it."""
    parts = [name(file, lang)] if file else []
    if page is not None:
        parts.append(words.PLACE_PAGE.say(lang, page=page))
    if cell is not None:
        parts.append(words.PLACE_CELL.say(lang, cell=name(cell, lang)))
    elif line is not None:
        first, last = line
        parts.append(words.PLACE_LINE.say(lang, line=first if last <= first else f"{first}–{last}"))
    return ", ".join(parts) or words.WHOLE_FILE.say(lang)


def evidence_words(evidence: EvidenceRecord, files: Iterable[str], lang: Lang) -> str:
    """Where evidence stands; its file is named where there are several."""
    only = tuple(files) == (evidence.file,)
    lines = None if evidence.line is None else (evidence.line, evidence.end_line or evidence.line)
    return place_words("" if only else evidence.file, evidence.page, lines, evidence.cell, lang)


def office(agreement: AgreementRecord, lang: Lang) -> str:
    """The unit of an agreement, else its official's position, else its id."""
    return name(agreement.unit or agreement.position or agreement.id, lang)


def file_names(outcome: OutcomeRecord) -> tuple[str, ...]:
    """The files that were given."""
    return tuple(each.file for each in outcome.inputs)


def quoted_text(quote: str) -> str:
    """A quotation on one line, cut where it is long."""
    return window(quote, None, _QUOTE)[0]
