"""DAT003: a subordinate's agreement is dated earlier than the superior's own."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.dating import days_of, leaf_dated
from pkcheck.graph import Team
from pkcheck.quoting import of_agreement, of_unit, quote_date, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="DAT003",
    name="signed-before-superior",
    severity=Severity.WARNING,
    certainty=Certainty.JUDGEMENT,
    basis=("INF",),
    title=Text(
        id="PK bertanggal lebih awal daripada PK atasannya", en="An agreement is dated before the superior's own"
    ),
    message=Text(
        id="PK {names:list} bertanggal {first:date}, lebih awal daripada PK atasannya, {superior}, yang bertanggal "
        "{date:date}.",
        en="The agreement of {names:list} is dated {first:date}, before that of the superior, {superior}, dated "
        "{date:date}.",
    ),
    variants={
        "several": Text(
            id="{count} PK bawahan ({names:list}) bertanggal sejak {first:date}, lebih awal daripada PK atasannya, "
            "{superior}, yang bertanggal {date:date}.",
            en="{count} subordinates' agreements ({names:list}) are dated from {first:date} on, before that of the "
            "superior, {superior}, dated {date:date}.",
        ),
    },
    why=Text(
        id="Kinerja bawahan diturunkan dari kinerja atasannya; yang diturunkan tidak lazim diperjanjikan lebih dahulu.",
        en="A subordinate's performance derives from the superior's; what derives is not usually promised first.",
    ),
    advice=Text(
        id="Cocokkan kedua tanggal dengan dokumen aslinya; jelaskan urutannya bila memang demikian.",
        en="Compare both dates with the originals; explain the order if it is so.",
    ),
)
VALID = [
    Example(
        "same-day-and-later",
        """
        - {id: ketua, fiscal_year: 2024, statement: {date: 2024-03-01}}
        - {id: humas, supervisor: ketua, fiscal_year: 2024, statement: {date: 2024-03-01}}
        - {id: hukum, supervisor: ketua, fiscal_year: 2024, statement: {date: 2024-03-06}}
        """,
    ),
    Example(
        "one-of-the-superiors-pages-is-early-enough",
        """
        - {id: kabag, fiscal_year: 2024, statement: {date: 2024-03-01}, annex: {date: 2024-03-06}}
        - {id: kasubbag, supervisor: kabag, fiscal_year: 2024, statement: {date: 2024-03-05}}
        """,
    ),
    Example(
        "a-slip-of-a-year-is-told-by-its-own-rule",
        """
        - {id: ketua, fiscal_year: 2024, statement: {date: 2024-03-01}}
        - {id: humas, supervisor: ketua, fiscal_year: 2024, statement: {date: 2023-03-01}}
        """,
        skips=["ketua"],
    ),
    Example(
        "the-superiors-agreement-was-revised",
        """
        - {id: ketua, fiscal_year: 2024, revision: {number: 1}, statement: {date: 2024-08-01}}
        - {id: humas, supervisor: ketua, fiscal_year: 2024, statement: {date: 2024-01-05}}
        """,
    ),
]
INVALID = [
    Example(
        "a-day-earlier",
        """
        - {id: ketua, fiscal_year: 2024, statement: {date: 2024-03-02}}
        - {id: humas, supervisor: ketua, fiscal_year: 2024, statement: {date: 2024-03-01}, annex: {date: 2024-03-01}}
        - {id: hukum, supervisor: ketua, fiscal_year: 2024, statement: {date: 2024-03-02}}
        """,
        finds=[Found("humas")],
    ),
    Example(
        "all-are-earlier-told-once",
        """
        - {id: ketua, fiscal_year: 2024, statement: {date: 2024-03-20}}
        - {id: humas, supervisor: ketua, fiscal_year: 2024, statement: {date: 2024-03-01}}
        - {id: hukum, supervisor: ketua, fiscal_year: 2024, statement: {date: 2024-03-04}}
        """,
        finds=[Found("ketua")],
    ),
]


def check(team: Team) -> Iterator[Finding | NotChecked]:
    own = days_of(team.unit)
    parts = {each.id: days_of(each) for each in team.parts}
    if not own or not all(parts.values()):
        yield RULE.skip(of_unit(team.unit), messages.DATE_NOT_READ)
    early = [each for each in team.parts if own and parts[each.id] and parts[each.id][-1] < own[0]]
    if not early or team.unit.revision:
        return
    evidence = [quote_date(each, leaf_dated(each, parts[each.id][-1]).page) for each in early]
    yield RULE.found(
        of_agreement(early[0]) if len(early) == 1 else of_unit(team.unit),
        [*evidence, quote_date(team.unit, leaf_dated(team.unit, own[0]).page)],
        variant="several" if len(early) > 1 else None,
        key=(),
        count=len(early),
        names=[title_of(each) for each in early],
        first=min(parts[each.id][-1] for each in early),
        superior=title_of(team.unit),
        date=own[0],
    )
