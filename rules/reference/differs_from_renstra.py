"""REF002: a target is not the one that the plan has for the year."""

from collections.abc import Iterator, Sequence

from pkcheck import messages
from pkcheck.comparison import Comparison, compare
from pkcheck.graph import AgreementSet, Row, rows_of
from pkcheck.model import Indicator
from pkcheck.quoting import of_row, quote_row, target_text
from pkcheck.reference.matching import planned_of, same_indicator
from pkcheck.reference.model import PlannedIndicator
from pkcheck.reference.quoting import planned_target, quote_planned
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="REF002",
    name="differs-from-renstra",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("R15",),
    title=Text(
        id="Target berbeda dari target tahun itu dalam Renstra", en="A target differs from the plan's for the year"
    ),
    message=Text(
        id='Target "{indicator}" pada PK {own}, sedangkan Renstra menetapkan {planned} untuk tahun {year}.',
        en='The agreement\'s target for "{indicator}" is {own}, whereas the plan sets {planned} for {year}.',
    ),
    why=Text(
        id="Capaian tahunan tidak lagi terukur terhadap sasaran jangka menengah.",
        en="What is reached in the year can no longer be measured against the medium-term goal.",
    ),
    advice=Text(
        id="Cocokkan dengan Renstra yang berlaku beserta perubahannya; samakan target atau jelaskan alasannya.",
        en="Compare with the plan in force and its revisions; bring the target into line or explain the difference.",
    ),
    looks_at="indicator",
    needs="plan",
)
_PK = """
- id: dinas
  kind: sole
  fiscal_year: 2024
  objectives: [{no: 1, text: A, indicators: [{text: Persentase data yang mutakhir, target: "%s"}]}]
"""
_PLAN = """
plan:
  title: Renstra 2020-2024
  indicators: [{indicator: Persentase Data yang mutakhir, unit_of_measure: persen, targets: {2023: 75, 2024: "77,5"}}]
"""
_TWO_PLANS = """
plan:
- {title: Renstra, indicators: [{indicator: Persentase data yang mutakhir, targets: {2024: "77,5%"}}]}
- {title: Renstra Perubahan, indicators: [{indicator: Persentase data mutakhir, targets: {2024: "78%"}}]}
"""
VALID = [
    Example("the-same-in-other-words", _PK % "77,50 %", reference=_PLAN, skips=[]),
    Example("one-of-two-plans", _PK % "78%", reference=_TWO_PLANS, skips=[]),
    Example("not-measured-alike", _PK % "4 dokumen", reference=_PLAN, skips=["dinas:1.1"]),
    Example("no-target", _PK.replace(', target: "%s"', ""), reference=_PLAN, skips=["dinas:1.1"]),
    Example("another-year", _PK % "80%", reference=_PLAN.replace("2024:", "2025:"), skips=["dinas:1.1"]),
    Example("another-indicator", _PK % "80%", reference=_PLAN.replace("Data", "Berita"), skips=["dinas:1.1"]),
    Example("another-unit", _PK % "80%", reference=_PLAN.replace("{ind", "{unit: Bidang, ind"), skips=["dinas:1.1"]),
]
INVALID = [
    Example("above-the-plan", _PK % "78%", [Found("dinas:1.1")], reference=_PLAN, skips=[]),
    Example("below-the-plan", _PK % "75%", [Found("dinas:1.1")], reference=_PLAN, skips=[]),
]


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    for name, planned in planned_of(whole).items():
        for row in rows_of(whole.by_id[name]):
            result = planned if isinstance(planned, Text) else _against(row, planned)
            if isinstance(result, Text):
                yield RULE.skip(of_row(row), result)
            elif result is not None:
                yield result


def _against(row: Row, planned: Sequence[PlannedIndicator]) -> Finding | Text | None:
    """The finding, the reason why there can be none, or nothing where the target is one of the year's."""
    year = row.agreement.fiscal_year or 0
    same = [each for each in planned if same_indicator(each.indicator, row.indicator.text) and year in each.targets]
    if not same:
        return messages.NOT_IN_REFERENCE
    compared = [compare(row.indicator, Indicator(text=each.indicator, target=each.targets[year])) for each in same]
    if any(isinstance(each, Comparison) and each.standing == "equal" for each in compared):
        return None
    if not all(isinstance(each, Comparison) for each in compared):
        unread = messages.TARGET_UNREAD in compared
        return messages.TARGET_UNREAD if unread else messages.PLAN_OTHERWISE_MEASURED
    return RULE.found(
        of_row(row),
        [quote_row(row), *(quote_planned(each, year) for each in same)],
        indicator=row.indicator.text,
        own=target_text(row),
        planned=planned_target(same[0], year),
        year=year,
    )
