"""STR006: an agreement has a statement without an annex, or an annex without a statement."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.findings import NotChecked
from pkcheck.graph import Member
from pkcheck.model import Agreement, Page
from pkcheck.names import similar_name
from pkcheck.positions import office
from pkcheck.quoting import of_agreement, quote_agreement, quote_unit
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text
from pkcheck.wording import words

RULE = Rule(
    code="STR006",
    name="part-missing",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R24",),
    title=Text(id="Pernyataan atau lampiran PK tidak ada", en="The statement or the annex is missing"),
    message=Text(
        id="Pernyataan {position} tidak disertai lampiran: sasaran, indikator, target, dan anggarannya tidak ada dalam "
        "berkas yang diperiksa.",
        en="The statement of {position} has no annex: its objectives, indicators, targets and budget are not in the files.",
    ),
    variants={
        "statement": Text(
            id="Lampiran {unit} tidak disertai lembar pernyataan: para pihak dan kesanggupannya tidak ada dalam berkas yang "
            "diperiksa.",
            en="The annex of {unit} has no statement: the parties and their promise are not in the files.",
        )
    },
    why=Text(
        id="Lampiran adalah bagian yang tidak terpisahkan dari PK; tanpa salah satunya, tidak jelas siapa menjanjikan apa.",
        en="The annex is an inseparable part of the agreement; without either it is not clear who promises what.",
    ),
    advice=Text(
        id="Lengkapi berkas dengan lembar yang hilang; bila memang tidak pernah dibuat, susun dan tanda tangani.",
        en="Add the missing page to the files; if it was never made, write and sign it.",
    ),
)
_PARTY = "first_party: {name: Ani, position: Camat X}"
VALID = [
    Example("both", f"[{{id: a, {_PARTY}, statement: {{date: 2024-01-02}}, annex: {{date: 2024-01-02}}}}]"),
    Example("data-that-tell-of-neither", "[{id: a, objectives: [{no: 1, text: X}]}]"),
    Example(
        "the-annex-lies-in-a-file-of-its-own",
        f"""
- {{id: a, {_PARTY}, statement: {{date: 2024-01-02}}}}
- {{id: b, unit: Kecamatan X, annex: {{signatures: {{first: {{name: Ani, position: Camat X}}}}}}, objectives: [{{text: X}}]}}
""",
        skips=["a", "b"],
    ),
    Example(
        "an-annex-that-was-not-understood",
        f"[{{id: a, {_PARTY}, statement: {{date: 2024-01-02}}, unread: [annex]}}]",
        skips=["a"],
    ),
    Example("a-statement-that-breaks-off", f"[{{id: a, {_PARTY}, statement: {{fiscal_year: 2024}}}}]"),
]
INVALID = [
    Example("no-annex", f"[{{id: a, {_PARTY}, statement: {{date: 2024-01-02}}}}]", finds=[Found("a")]),
    Example(
        "two-statements-do-not-make-up-for-each-other",
        f"""
- {{id: a, {_PARTY}, statement: {{date: 2024-01-02}}}}
- {{id: b, first_party: {{position: Sekretaris Camat X}}, statement: {{date: 2024-01-02}}}}
""",
        finds=[Found("a"), Found("b")],
    ),
    Example(
        "the-annex-of-another-official-with-the-same-title",
        """
- {id: a, first_party: {name: Budi, position: Guru Ahli Muda}, statement: {date: 2024-01-02}}
- {id: b, first_party: {name: Rina, position: Guru Ahli Muda}, statement: {date: 2024-01-02}, annex: {date: 2024-01-02}}
""",
        finds=[Found("a")],
    ),
    Example(
        "another-official-of-the-same-title-is-complete",
        """
- {id: a, first_party: {name: Ani Lestari, position: Analis Kebijakan}, statement: {date: 2024-01-02}}
- {id: b, first_party: {name: Budi Raharja, position: Analis Kebijakan}, statement: {date: 2024-01-02}, objectives: [{no: 1, text: X}]}
""",
        finds=[Found("a")],
    ),
    Example(
        "no-statement",
        "[{id: a, unit: Kecamatan X, annex: {date: 2024-01-02}, objectives: [{no: 1, text: X}]}]",
        finds=[Found("a")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    lacks = _lacks(agreement)
    if lacks is None:
        return
    present = agreement.statement if lacks == "annex" else agreement.annex
    if lacks in agreement.unread or (present is not None and not _is_whole(present)):
        yield RULE.skip(of_agreement(agreement), messages.NOT_READ)
    elif any(_may_belong(each, agreement) for each in member.agency if each is not agreement):
        yield RULE.skip(of_agreement(agreement), messages.PART_MAY_BE_ELSEWHERE)
    elif lacks == "annex":
        position = agreement.first_party.position if agreement.first_party else None
        places = [quote_agreement(agreement)]
        yield RULE.found(of_agreement(agreement), places, key=("annex",), position=position or agreement.id)
    else:
        places = [quote_unit(agreement)]
        unit = agreement.unit or agreement.id
        yield RULE.found(of_agreement(agreement), places, variant="statement", key=(), unit=unit)


def _lacks(agreement: Agreement) -> str | None:
    """The part that is missing; data may hold parties or rows without telling of the page they stand on."""
    holds_rows = bool(agreement.annex or agreement.objectives or agreement.budget)
    if agreement.statement is not None and not holds_rows:
        return "annex"
    if agreement.annex is not None and agreement.statement is None and agreement.first_party is None:
        return "statement"
    return None


def _is_whole(page: Page) -> bool:
    """Whether a page comes to its end: without date and signatures the file may break off in it."""
    return page.raw is not None or page.date is not None or page.signatures.first is not None


def _may_belong(other: Agreement, agreement: Agreement) -> bool:
    """Whether two incomplete agreements may be one, or one repeats the head of the other on its next page."""
    if _lacks(other) == _lacks(agreement) and agreement.annex is None:
        return False
    names = [each.first_party.name for each in (other, agreement) if each.first_party and each.first_party.name]
    if len(names) > 1 and not similar_name(*names):
        return False  # Two officials of one functional title.
    a, b = _who(other), _who(agreement)
    return bool(a and b) and (a == b or set(a) <= set(b) or set(b) <= set(a))


def _who(agreement: Agreement) -> tuple[str, ...]:
    """The office that an agreement is signed for, by its statement, its annex's block or its annex's head."""
    block = agreement.annex.signatures.first if agreement.annex else None
    party = agreement.first_party
    position = (party.position if party else None) or (block.position if block else None)
    return office(position, agreement.institution) if position else words(agreement.unit or "")
