"""STR002: an objective or an indicator is empty in a row of the annex."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.findings import NotChecked
from pkcheck.graph import Member, Row
from pkcheck.numbering import counts_indicators, heading_rows, objective_rows
from pkcheck.quoting import of_agreement, of_objective, of_row, quote_objective, quote_row
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text

RULE = Rule(
    code="STR002",
    name="cell-empty",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R24",),
    title=Text(id="Sasaran atau indikator kosong", en="An objective or an indicator is empty"),
    message=Text(
        id="Sasaran nomor {number} mempunyai baris tanpa indikator kinerja.",
        en="Objective {number} has a row without an indicator.",
    ),
    variants={
        "objective": Text(
            id='Baris nomor {number} tidak memuat sasaran, padahal indikatornya ada: "{text}".',
            en='Row {number} has no objective, though it has an indicator: "{text}".',
        ),
        "row": Text(
            id="Baris nomor {number} tidak memuat sasaran maupun indikator.",
            en="Row {number} has neither an objective nor an indicator.",
        ),
    },
    why=Text(
        id="Tanpa sasaran atau indikator, kinerja pada baris itu tidak dapat diukur dan tidak dapat dipertanggungjawabkan.",
        en="Without objective or indicator the performance of that row cannot be measured, nor accounted for.",
    ),
    advice=Text(
        id="Lengkapi sel yang kosong menurut naskah yang ditetapkan, atau hapus barisnya bila memang tidak diperjanjikan.",
        en="Fill the empty cell from the approved text, or remove the row if nothing was agreed there.",
    ),
)
VALID = [
    Example("all-filled", "[{id: a, objectives: [{no: 1, text: X, indicators: [{text: I, target: 1 dokumen}]}]}]"),
    Example(
        "a-heading-above-its-rows",
        """
- id: a
  objectives:
  - {no: 1, text: Tujuan pertama}
  - {no: 1, text: X, indicators: [{text: I}]}
  - {no: 2, text: Y, indicators: [{text: J}]}
""",
    ),
    Example(
        "numbers-may-count-indicators",
        """
- {id: a, objectives: [{no: 1, text: X, indicators: [{text: I}]}, {no: 2, text: "", indicators: [{text: J}]}]}
""",
        skips=["a"],
    ),
    Example(
        "a-table-without-that-column",
        "[{id: a, objectives: [{no: 1, indicators: [{text: I}, {text: J}]}, {no: 2, indicators: [{text: K}]}]}]",
    ),
    Example(
        "cut-off-by-the-end-of-the-file",
        """
- {id: a, objectives: [{no: 1, text: X, indicators: [{text: I}]}, {no: 2, text: Y}], unread: ["a:2.indicators"]}
""",
        skips=["a"],
    ),
    Example(
        "a-row-of-which-the-reader-lost-a-cell",
        '[{id: a, objectives: [{no: 1, text: X, indicators: [{text: I}, {text: ""}]}], unread: ["a:1.2.target"]}]',
        skips=["a"],
    ),
    Example("a-statement-alone", "[{id: a, statement: {date: 2024-01-02}}]", skips=["a"]),
]
INVALID = [
    Example(
        "a-target-without-indicator",
        """
- {id: a, objectives: [{no: 1, text: X, indicators: [{text: I}, {text: "", target: "100%"}]}]}
""",
        finds=[Found("a:1.2")],
    ),
    Example(
        "no-indicator-at-all",
        "[{id: a, objectives: [{no: 1, text: X, indicators: [{text: I}]}, {no: 2, text: Y}]}]",
        finds=[Found("a:2")],
    ),
    Example(
        "indicators-without-objective",
        """
- id: a
  objectives:
  - {no: 1, text: X, indicators: [{text: I}, {text: J}]}
  - {no: 2, text: "", indicators: [{text: K}]}
""",
        finds=[Found("a:2")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    rows = objective_rows(agreement)
    if not rows and agreement.statement is not None:
        yield RULE.skip(of_agreement(agreement), messages.NO_ANNEX)
    elif rows and (all(not row.objective.text for row in rows) or all(not row.objective.indicators for row in rows)):
        yield RULE.skip(of_agreement(agreement), messages.NOT_READ)
    else:
        headings = heading_rows(agreement)
        for at, row in enumerate(rows):
            if row not in headings:
                yield from _check(member, row, first=at == 0)


def _check(member: Member, row: Row, *, first: bool) -> Iterator[Finding | NotChecked]:
    agreement, objective = row.agreement, row.objective
    number = str(objective.no) if objective.no is not None else "-"
    if not objective.text.strip():
        texts = [each.text for each in objective.indicators if each.text.strip()]
        if not first and texts and all(counts_indicators(each) for each in member.agency):
            yield RULE.skip(of_agreement(agreement), messages.CELL_MAY_BE_MERGED)
        else:
            kind = "objective" if texts else "row"
            text = texts[0] if texts else ""
            yield RULE.found(of_objective(row), [quote_row(row)], variant=kind, key=(), number=number, text=text)
            return
    if not objective.indicators:
        if f"{row.objective_id}.indicators" in agreement.unread:
            yield RULE.skip(of_agreement(agreement), messages.NOT_READ)
        else:
            yield RULE.found(of_objective(row), [quote_objective(row)], key=(), number=number)
    for indicator in objective.indicators:
        own = Row(agreement, objective, row.objective_id, indicator)
        if indicator.text.strip():
            continue
        if f"{indicator.id}.target" in agreement.unread:
            yield RULE.skip(of_agreement(agreement), messages.NOT_READ)
        else:
            yield RULE.found(of_row(own), [quote_row(own), quote_objective(own)], key=(), number=number)
