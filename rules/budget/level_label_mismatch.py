"""BUD008: the head of the budget's column names one level, its rows name another."""

from collections import defaultdict
from collections.abc import Iterator

from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement
from pkcheck.programmes import Level, level_named, levels_named
from pkcheck.quoting import of_agency, quote_budget, quote_budget_heading
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="BUD008",
    name="level-label-mismatch",
    severity=Severity.INFO,
    certainty=Certainty.JUDGEMENT,
    basis=("R19",),
    title=Text(
        id="Judul kolom anggaran tidak sesuai dengan isinya", en="The head of the budget's column does not fit its rows"
    ),
    message=Text(
        id='Kolom anggaran berjudul "{heading}", sedangkan isinya "{row}", pada {count} PK instansi ini.',
        en='The column of the budget is headed "{heading}", but its rows are "{row}", in {count} agreements of this agency.',
    ),
    why=Text(
        id="Tingkat anggaran (program, kegiatan, sub kegiatan) menunjukkan tingkat jabatan; judul yang keliru mengaburkannya.",
        en="The level of the budget shows the level of the office; a wrong head blurs it.",
    ),
    advice=Text(
        id="Sesuaikan judul kolom dengan isinya, atau rinci anggaran sampai tingkat yang disebut judulnya.",
        en="Let the head say what the rows are, or break the budget down to the level that the head names.",
    ),
)

_NAMES: dict[Level, str] = {"program": "Program", "kegiatan": "Kegiatan", "sub_kegiatan": "Sub Kegiatan"}

VALID = [
    Example(
        "head-and-rows-agree",
        "- {id: a, annex: {budget_heading: Program}, budget: [{name: Program A, amount: 1}, {name: Penataan B, amount: 1}]}",
    ),
    Example(
        "rows-that-name-no-level",
        "- {id: a, annex: {budget_heading: Kegiatan}, budget: [{name: Penataan B, amount: 1}]}",
    ),
    Example(
        "a-head-for-several-levels",
        """
        - id: a
          annex: {budget_heading: Program / Kegiatan}
          budget: [{name: Program A, amount: 1}, {level: total, name: Jumlah, amount: 1}]
        """,
    ),
    Example(
        "activities-below-the-programmes-of-the-head",
        """
        - id: a
          annex: {budget_heading: Program}
          budget: [{name: Program A, amount: 1}, {level: kegiatan, name: Kegiatan A1, amount: 1}]
        """,
    ),
    Example(
        "another-word-for-head", "- {id: a, annex: {budget_heading: Uraian}, budget: [{name: Program A, amount: 1}]}"
    ),
]

INVALID = [
    Example(
        "one-finding-for-an-agency",
        """
        - {id: a, institution: Dinas X, annex: {budget_heading: Kegiatan}, budget: [{name: Program A, amount: 1}]}
        - {id: b, institution: Dinas X, annex: {budget_heading: Kegiatan}, budget: [{name: Program A, amount: 1}]}
        - {id: c, institution: Dinas Y, annex: {budget_heading: Sub Kegiatan}, budget: [{name: Keg. A, amount: 1}]}
        """,
        finds=[Found("dinas-x"), Found("dinas-y")],
    ),
]


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    for agency in whole.agencies:
        alike: dict[tuple[Level, Level], list[Agreement]] = defaultdict(list)
        for agreement in agency:
            labels = _labels(agreement)
            if labels is not None:
                alike[labels].append(agreement)
        for (heading, row), found in alike.items():
            first = found[0]
            yield RULE.found(
                of_agency(agency),
                [
                    quote_budget_heading(first),
                    quote_budget(first, first.budget[0], mark=first.budget[0].name),
                    *(quote_budget_heading(each) for each in found[1:]),
                ],
                key=(heading, row),
                heading=_NAMES[heading],
                row=_NAMES[row],
                count=len(found),
            )


def _labels(agreement: Agreement) -> tuple[Level, Level] | None:
    """The level that the head names and the other one that the first row does, where no row is of the head's."""
    heading = levels_named((agreement.annex.budget_heading if agreement.annex else None) or "")
    rows = [level_named(line.name) for line in agreement.budget if line.level != "total"]
    if len(heading) != 1 or not rows or None in rows or heading[0] in rows:
        return None
    return heading[0], next(row for row in rows if row)
