"""TGT005: the two halves of a compound target contradict each other."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pkcheck import messages
from pkcheck.graph import Row
from pkcheck.quoting import of_row, quote_row, target_text
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text
from pkcheck.shares import Share, plain_count, share_of

RULE = Rule(
    code="TGT005",
    name="compound-target-disagrees",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R13",),
    title=Text(id="Dua bagian target saling bertentangan", en="Two halves of a target contradict each other"),
    message=Text(
        id="Target {target}: {part:num} {unit} bukan {percent:num}% dari jumlah {unit} berapa pun.",
        en="The target {target}: {part:num} {unit} is not {percent:num}% of any number of {unit}.",
    ),
    variants={
        "stated": Text(
            id="Target {target}: {part:num} dari {total:num} {unit} bukan {percent:num}%, melainkan {right:num}%.",
            en="The target {target}: {part:num} out of {total:num} {unit} is not {percent:num}% but {right:num}%.",
        ),
        "beside": Text(
            id="Target {target} berarti {part:num} dari paling banyak {total:num} {unit}, padahal indikator lain pada sasaran "
            "yang sama menargetkan {known:num} {unit}.",
            en="The target {target} means {part:num} out of at most {total:num} {unit}, though another indicator of the same "
            "objective has {known:num} {unit} as its target.",
        ),
    },
    why=Text(
        id="Pada akhir tahun tidak dapat diputuskan bagian mana dari target ini yang berlaku.",
        en="At the end of the year nobody can decide which half of the target counts.",
    ),
    advice=Text(
        id="Hitung ulang persentase dari jumlah dan keseluruhannya, lalu koreksi bagian yang keliru.",
        en="Compute the percentage again from the number and its whole, and correct the half that is wrong.",
    ),
)


def _one(name: str, target: str, *finds: Found, beside: str = "11 satker") -> Example:
    text = f"""
- id: a
  objectives:
  - {{no: 1, indicators: [{{text: Satker yang digital, target: "{target}"}}, {{text: Satker, target: {beside}}}]}}
"""
    return Example(name, text, finds)


VALID = [
    _one("four-of-eleven", "36,36% (4 satker)"),
    _one("rounded", "36% (4 satker)"),
    _one("cut-off", "66,6% (2 satker)", beside="3 satker"),
    _one("out-of-a-stated-whole", "4 dari 11 satker (36,36%)"),
    _one("all-of-them", "100% (11 satker)"),
    _one("a-report-beside-a-share", "80% (1 dokumen)"),
    _one("two-targets", "95%, 12 satker"),
    _one("one-number", "4 satker"),
    Example(
        "the-reader-lost-it",
        '[{id: a, objectives: [{no: 1, indicators: [{text: Satker yang digital}]}], unread: ["a:1.1.target"]}]',
        skips=["a:1.1"],
    ),
]
INVALID = [
    _one("five-of-none", "36,36% (5 satker)", Found("a:1.1")),
    _one("not-of-the-stated-whole", "4 dari 10 satker (36,36%)", Found("a:1.1")),
    _one("of-fewer-than-there-are", "50% (4 satker)", Found("a:1.1")),
]


def check(row: Row) -> Iterator[Finding | NotChecked]:
    if f"{row.id}.target" in row.agreement.unread:
        yield RULE.skip(of_row(row), messages.TARGET_UNREAD)
        return
    share = share_of(row)
    if share is None:
        return
    more = _counts_more(row, share)
    if share.total:
        if int(share.total) not in share.wholes:
            right = round(share.part * 100 / share.total, 2)
            yield _found(row, share, [row], "stated", total=share.total, right=right)
    elif not share.wholes:
        yield _found(row, share, [row], None)
    elif more is not None:
        other, known = more
        yield _found(row, share, [row, other], "beside", total=share.wholes[-1], known=known)


def _counts_more(row: Row, share: Share) -> tuple[Row, int] | None:
    """Another indicator of the objective whose target counts more than the whole that the share implies."""
    for indicator in row.objective.indicators:
        count = plain_count(indicator.target)
        if count and share.wholes and count[1] == share.unit and count[0] > share.wholes[-1]:
            return replace(row, indicator=indicator), count[0]
    return None


def _found(row: Row, share: Share, places: list[Row], variant: str | None, **numbers: Decimal | int) -> Finding:
    return RULE.found(
        of_row(row),
        [quote_row(each) for each in places],
        certainty=Certainty.JUDGEMENT if variant == "beside" else None,
        variant=variant,
        key=(target_text(row),),
        target=target_text(row),
        part=share.part,
        percent=share.percent,
        unit=share.unit,
        total=numbers.get("total"),
        right=numbers.get("right"),
        known=numbers.get("known"),
    )
