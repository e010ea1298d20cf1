"""DAT005: a page that is signed bears no date, or one without its day or month."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.dating import Leaf, leaves_of, pages_named
from pkcheck.findings import Evidence
from pkcheck.graph import Member
from pkcheck.model import Agreement
from pkcheck.quoting import of_agreement, quote_date, quote_signature
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="DAT005",
    name="date-missing",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R06",),
    title=Text(id="Tanggal PK tidak ada atau tidak lengkap", en="The date is missing or incomplete"),
    message=Text(
        id="Tidak ada tanggal di atas blok tanda tangan {pages}.",
        en="No date stands above the signature blocks of {pages}.",
    ),
    variants={
        "no_day": Text(
            id='Tanggal {pages} tidak lengkap: tertulis "{written}", tanpa hari tanggalnya.',
            en='The date of {pages} is incomplete: it reads "{written}", without the day.',
        ),
        "no_month": Text(
            id='Tanggal {pages} tidak lengkap: tertulis "{written}", tanpa bulan.',
            en='The date of {pages} is incomplete: it reads "{written}", without the month.',
        ),
        "year_only": Text(
            id='Tanggal {pages} tidak lengkap: tertulis "{written}", tanpa hari tanggal dan bulan.',
            en='The date of {pages} is incomplete: it reads "{written}", without day and month.',
        ),
    },
    why=Text(
        id="Tanpa tanggal tidak dapat dipastikan kapan PK ini mulai berlaku dan apakah dibuat tepat waktu.",
        en="Without a date nobody can tell since when the agreement holds and whether it was made in time.",
    ),
    advice=Text(
        id="Lengkapi tanggalnya menurut dokumen aslinya; bila kosong di sana juga, minta para pihak melengkapinya.",
        en="Complete the date from the original; if it is blank there too, have the parties complete it.",
    ),
)
_BLOCKS = "signatures: {first: {name: Budi, position: Kepala Bagian}}"
VALID = [
    Example(
        "dated", f"{{id: a, statement: {{raw: 'Bandung, 5 Januari 2024', {_BLOCKS}}}, annex: {{date: 2024-01-05}}}}"
    ),
    Example("nothing-that-is-signed", "{id: a, statement: {place: Bandung}}", skips=["a"]),
    Example("the-reader-lost-it", f"{{id: a, annex: {{{_BLOCKS}}}, unread: [annex.date]}}", skips=["a"]),
    Example("impossible-is-not-missing", f"{{id: a, annex: {{date: 2024-02-31, {_BLOCKS}}}}}"),
]
INVALID = [
    Example("signed-without-date", f"{{id: a, statement: {{{_BLOCKS}}}, annex: {{{_BLOCKS}}}}}", finds=[Found("a")]),
    Example("place-and-year-only", "{id: a, statement: {raw: 'Bandung,    2017'}}", finds=[Found("a")]),
    Example(
        "no-day-here-no-date-there",
        f"{{id: a, statement: {{raw: 'Bandung, ... Januari 2024'}}, annex: {{{_BLOCKS}}}}}",
        finds=[Found("a"), Found("a")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    faults: dict[tuple[str | None, str | None], list[Leaf]] = {}
    for leaf in leaves_of(agreement):
        if leaf.date:
            continue
        written, problem = leaf.written, _problem(leaf)
        if problem:
            faults.setdefault((problem, written.raw.strip() if written else None), []).append(leaf)
        elif leaf.unread or leaf.page.raw or not _blocks(agreement, leaf):
            if written is None:
                yield RULE.skip(of_agreement(agreement), messages.DATE_NOT_READ)
        else:
            faults.setdefault((None, None), []).append(leaf)
    for (problem, text), leaves in faults.items():
        yield RULE.found(
            of_agreement(agreement),
            [each for leaf in leaves for each in _places(agreement, leaf)],
            variant=problem,
            key=(text,),
            pages=pages_named([leaf.name for leaf in leaves]),
            written=text,
        )


def _problem(leaf: Leaf) -> str | None:
    written = leaf.written
    if written is None or written.problem not in ("no_day", "no_month"):
        return None
    return "year_only" if written.day is None and written.month is None else written.problem


def _blocks(agreement: Agreement, leaf: Leaf) -> list[Evidence]:
    blocks = (leaf.page.signatures.second, leaf.page.signatures.first)
    return [quote_signature(agreement, block) for block in blocks if block]


def _places(agreement: Agreement, leaf: Leaf) -> list[Evidence]:
    return [quote_date(agreement, leaf.page)] if leaf.page.raw else _blocks(agreement, leaf)
