"""TGT008: the targets by quarter or month do not make the year's."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.comparison import exact
from pkcheck.graph import Member, Row, planned_rows_of
from pkcheck.periods import years_of
from pkcheck.quantities.numbers import format_number
from pkcheck.quoting import of_row, quote_row, target_text
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="TGT008",
    name="periods-disagree",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    looks_at="indicator",
    basis=("R13",),
    title=Text(id="Target periode tidak cocok dengan target tahunan", en="Targets by period do not make the year's"),
    message=Text(
        id='Target tahunan {annual} untuk "{indicator}" bukan jumlah target periodenya ({periods} = {total:num}), bukan '
        "target periode terakhir, tertinggi, atau rata-ratanya.",
        en='The annual target {annual} for "{indicator}" is neither the sum of its periods ({periods} = {total:num}) nor the '
        "last, the highest or the mean of them.",
    ),
    variants={
        "sum": Text(
            id='Jumlah target periode untuk "{indicator}" adalah {periods} = {total:num}, bukan target tahunan {annual}.',
            en='The periods of "{indicator}" make {periods} = {total:num}, not the annual target {annual}.',
        ),
        "last": Text(
            id='Target periode terakhir untuk "{indicator}" adalah {last:num}, bukan target tahunan {annual}.',
            en='The last period of "{indicator}" has {last:num}, not the annual target {annual}.',
        ),
    },
    why=Text(
        id="Capaian triwulanan dapat terpenuhi tanpa target tahunannya tercapai, atau sebaliknya.",
        en="Every quarter may be met while the year is missed, or the other way round.",
    ),
    advice=Text(
        id="Samakan target periode dengan target tahunan, dan nyatakan apakah target itu dijumlahkan atau kumulatif.",
        en="Bring the periods in line with the year, and say whether they add up or are cumulative.",
    ),
)


def _one(name: str, target: str, *finds: Found, skips: tuple[str, ...] = ()) -> Example:
    return Example(
        name, f"{{id: a, objectives: [{{no: 1, indicators: [{{text: A, target: {{{target}}}}}]}}]}}", finds, skips
    )


VALID = [
    _one("the-parts-add-up", "raw: 8 dok, periods: {TW1: 2, TW2: 2, TW3: 2, TW4: 2}, accumulation: sum"),
    _one("the-last-counts", "raw: 90%, periods: {TW1: 20, TW2: 40, TW3: 70, TW4: 90}, accumulation: last"),
    _one("steady", "raw: 90%, periods: {TW1: 90, TW2: 90, TW3: 90, TW4: 90}"),
    _one("all-in-december", "raw: 1 dok, periods: {B11: 0, Desember: 1}"),
    _one("rounded-parts", "raw: 100%, periods: {S1: 66.67, S2: 33.33}, accumulation: sum"),
    _one("a-quarter-is-missing", "raw: 8 dok, periods: {TW1: 2, TW2: 2, TW4: 2}", skips=("a:1.1",)),
    _one("the-year-was-not-read", "raw: banyak, periods: {TW1: 2, TW2: 2, TW3: 2, TW4: 2}", skips=("a:1.1",)),
    _one("no-periods", "raw: 8 dok"),
    _one("a-grade-for-the-year", "raw: WTP"),
    Example(
        "a-plan-that-makes-the-year", "{id: a, action_plan: [{text: B, target: {raw: 90%, periods: {S1: 40, S2: 90}}}]}"
    ),
]
INVALID = [
    _one("one-too-few", "raw: 8 dok, periods: {TW1: 2, TW2: 2, TW3: 2, TW4: 1}, accumulation: sum", Found("a:1.1")),
    _one("stops-short", "raw: 90%, periods: {TW1: 20, TW2: 40, TW3: 70, TW4: 85}, accumulation: last", Found("a:1.1")),
    Example(
        "a-row-of-the-action-plan",
        "{id: a, action_plan: [{text: B, target: {raw: 90%, periods: {S1: 40, S2: 9}}}]}",
        finds=[Found("a:plan.1")],
    ),
    _one("in-no-usual-way", "raw: 90%, periods: {TW1: 20, TW2: 40, TW3: 70, TW4: 85}", Found("a:1.1")),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    for row in (*member.rows, *planned_rows_of(member.agreement)):
        yield from _of_row(row)


def _of_row(row: Row) -> Iterator[Finding | NotChecked]:
    target = row.indicator.target
    if target is None or not target.periods:
        return
    years = years_of(target)
    if target.value is None or target.upper is not None or years is None:
        yield RULE.skip(of_row(row), messages.TARGET_UNREAD)
        return
    for year in years:
        if year.makes(exact(target.value), target.accumulation):
            continue
        if not year.complete:
            yield RULE.skip(of_row(row), messages.PERIODS_INCOMPLETE)
            continue
        yield RULE.found(
            of_row(row),
            [quote_row(row)],
            variant=target.accumulation,
            key=(target_text(row), [str(each) for each in year.values]),
            annual=target_text(row),
            indicator=row.indicator.text,
            periods=" + ".join(format_number(each) for each in year.values),
            total=year.total,
            last=year.values[-1],
        )
