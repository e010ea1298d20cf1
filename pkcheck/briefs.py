"""What renderers of records have in common: places, headings, citations and accounts, each in one line."""

from collections.abc import Iterator, Mapping

from pkcheck import messages
from pkcheck import report_texts as words
from pkcheck.display import place, spot
from pkcheck.findings import BasisRecord, EvidenceRecord, FindingRecord
from pkcheck.quantities.dates import format_date
from pkcheck.record import AgreementRecord, BaselineRecord, NoteRecord, OutcomeRecord, Recorded, SuppressionRecord
from pkcheck.summary import recorded_accounts, summary_of_record, total_lines
from pkcheck.tell import VERIFIED
from pkcheck.texts import Lang, Text


def evidence_place(evidence: EvidenceRecord, lang: Lang) -> str:
    """`file:12`, `file:hlm.3`, `file:D14`."""
    return place(evidence.file, evidence.page, evidence.line, evidence.cell, lang)


def evidence_spot(evidence: EvidenceRecord, lang: Lang) -> str:
    """The same without the file; empty where it is the file as a whole."""
    return spot(evidence.page, evidence.line, evidence.cell, lang)


def line_of(evidence: EvidenceRecord) -> int | None:
    """The line of a text file; None on a page or in a sheet, where a line is none of the file's."""
    return evidence.line if evidence.page is None and evidence.cell is None else None


def first_place(finding: FindingRecord, recorded: Recorded) -> EvidenceRecord | None:
    """Where the finding is to be shown: its first evidence, else where its agreement begins, if that is known."""
    if finding.evidence:
        return finding.evidence[0]
    agreement = recorded.agreements.get(finding.agreement)
    if agreement is None or agreement.source is None:
        return None
    line = agreement.source.line
    return EvidenceRecord(file=agreement.source.file, page=None, line=line, end_line=line, cell=None, quote="")


def heading(agreement: AgreementRecord | None, name: str) -> str:
    """`Unit — Holder (id)`; the id alone of an agreement that is not in the set."""
    if agreement is None:
        return name
    office = agreement.unit or agreement.position
    who = " — ".join(part for part in (office, agreement.holder) if part)
    return f"{who} ({agreement.id})" if who else agreement.id


def cited(basis: BasisRecord, lang: Lang) -> str:
    """The regulation, else the principle, and how well it was verified."""
    where = ", ".join(part for part in (basis.citation, basis.provision) if part)
    return f"{where or basis.title} ({verification(basis, lang)})"


def verification(basis: BasisRecord, lang: Lang) -> str:
    """How well the provision was verified, in words."""
    return VERIFIED[basis.verification].say(lang) if basis.verification in VERIFIED else basis.verification


def why_silenced(suppression: SuppressionRecord, lang: Lang) -> str:
    """Why, by whom, until when, and where that is written."""
    parts = {
        words.SUPPRESSED_WHY: suppression.reason,
        words.SUPPRESSED_BY: suppression.by,
        words.SUPPRESSED_UNTIL: format_date(suppression.until, lang) if suppression.until else None,
        words.SUPPRESSED_AT: place(suppression.file, None, suppression.line, None, lang),
    }
    return "; ".join(f"{label.say(lang)}: {part}" for label, part in parts.items() if part)


def account_lines(record: OutcomeRecord, severities: Mapping[str, Text] | None = None) -> Iterator[str]:
    """The totals, what could not be checked as a number, and what a baseline hides; where nothing was read, that first."""
    lang = record.run.lang
    if not record.agreements:
        yield words.NOTHING_READ.say(lang)
    yield from total_lines(summary_of_record(record), lang, severities)
    yield words.NOT_CHECKED_COUNT.say(lang, count=sum(each.not_checked for each in recorded_accounts(record.coverage)))
    if record.baseline is not None:
        yield from baseline_lines(record.baseline, lang)


def baseline_lines(known: BaselineRecord, lang: Lang) -> Iterator[str]:
    """What a baseline hides, whose it is and since when, and what of it could not be compared."""
    yield words.KNOWN.say(lang, known=known.hidden, by=known.by or words.SOMEBODY, date=known.date)
    if known.not_checked:
        yield words.KNOWN_OPEN.say(lang, open=len(known.not_checked))


def not_run(record: OutcomeRecord) -> Iterator[str]:
    """Every rule that broke, and every one that was skipped, by code."""
    lang = record.run.lang
    skipped: dict[str, list[str]] = {}
    for each in record.coverage:
        reason = (each.reason or "").split("\n")[0]
        if each.status == "broken":
            yield words.BROKEN.say(lang, code=each.code, reason=reason)
        elif each.status == "skipped":
            skipped.setdefault(reason, []).append(each.code)
    yield from (words.SKIPPED.say(lang, reason=reason, codes=codes) for reason, codes in skipped.items())


def note_line(file: str, note: NoteRecord, lang: Lang) -> str:
    """`file:3: catatan: ...`."""
    level = messages.STATUS_PROBLEM if note.level == "problem" else messages.STATUS_REMARK
    return f"{place(file, note.page, note.line, None, lang)}: {level.say(lang)}: {note.message}"
