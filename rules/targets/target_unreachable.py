"""TGT007: no whole number out of the known whole gives the percentage."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.comparison import exact
from pkcheck.graph import Member, Row
from pkcheck.quantities.units import unit_name
from pkcheck.quoting import of_agreement, of_row, quote_row, target_text
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text
from pkcheck.shares import known_wholes, population, reachable

RULE = Rule(
    code="TGT007",
    name="target-unreachable",
    severity=Severity.INFO,
    certainty=Certainty.JUDGEMENT,
    basis=("R13",),
    looks_at="indicator",
    title=Text(id="Persentase yang tidak mungkin tepat tercapai", en="A percentage that cannot be met exactly"),
    message=Text(
        id="Target {targets:list} tidak dihasilkan oleh bilangan bulat mana pun dari {whole:num} {unit}; satu {unit} adalah "
        "{one:num}%.",
        en="No whole number out of {whole:num} {unit} gives the target {targets:list}; one {unit} is {one:num}%.",
    ),
    why=Text(
        id="Capaian pasti di atas atau di bawah target, sehingga target itu hanya dapat dibaca sebagai ambang.",
        en="What is achieved is bound to lie above or below, so that the target can only be read as a threshold.",
    ),
    advice=Text(
        id='Pakai persentase yang sesuai dengan jumlahnya, jadikan jumlahnya target, atau tulis "minimal".',
        en="Use a percentage that fits the number, make the number the target, or write 'at least'.",
    ),
)


def _three(
    name: str, target: str, *finds: Found, whole: str = "36,36% (4 satker)", skips: tuple[str, ...] = ()
) -> Example:
    rows = [
        f'{{text: Persentase satker di daerah yang tertib, target: "{target}"}}',
        "{text: Satker di daerah yang berpusat layanan, target: 11 satker}",
        f'{{text: Digitalisasi layanan, target: "{whole}"}}',
    ]
    return Example(name, f"{{id: a, objectives: [{{no: 1, indicators: [{', '.join(rows)}]}}]}}", finds, skips)


VALID = [
    _three("all-of-eleven", "100%"),
    _three("ten-of-eleven", "90,9%"),
    _three("ten-of-eleven-rounded", "91%"),
    _three("a-threshold", "minimal 95%"),
    _three("the-whole-is-not-known", "95%", whole="50%", skips=("a:1.1", "a:1.3")),
    _three("another-whole-than-what-is-counted", "95%", whole="50% (4 satker)", skips=("a:1.1",)),
]
INVALID = [_three("ninety-five-percent-of-eleven", "95%", Found("a"))]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    rows = list(member.rows)
    wholes = known_wholes(rows)
    missed: dict[str, list[Row]] = {}
    for row in rows:
        target = row.indicator.target
        if target is None or target.value is None or target.sign or target.also or target.upper is not None:
            continue
        if not target.unit or unit_name(target.unit) != "persen" or target.value in (0, 100):
            continue
        name = population(row.indicator.text)
        if name is None or name not in wholes:
            yield RULE.skip(of_row(row), messages.WHOLE_UNKNOWN)
        elif not reachable(exact(target.value), wholes[name][0]):
            missed.setdefault(name, []).append(row)
    for name, each in missed.items():
        whole, unit, sources = wholes[name]
        yield RULE.found(
            of_agreement(member.agreement),
            [quote_row(row) for row in (*each, *sources)],
            key=(name,),
            targets=[target_text(row) for row in each],
            whole=whole,
            unit=unit,
            one=round(exact(100) / whole, 2),
        )
