"""TGT004: a percentage lies outside 0 to 100, and the indicator's wording allows no more."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.comparison import beyond_a_whole
from pkcheck.graph import Member, Row
from pkcheck.measures import echoes, is_echo, promise
from pkcheck.quoting import of_row, quote_row, target_text
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="TGT004",
    name="percentage-out-of-range",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R13",),
    looks_at="indicator",
    title=Text(id="Persentase di luar 0-100", en="A percentage outside 0 to 100"),
    message=Text(
        id='Target {target} untuk "{indicator}" berada di luar 0%-100%, padahal bunyi indikatornya adalah bagian dari '
        "keseluruhan.",
        en='The target {target} for "{indicator}" lies outside 0% to 100%, though the wording is that of a share of a whole.',
    ),
    variants={
        "unsaid": Text(
            id='Target {target} untuk "{indicator}" berada di luar 0%-100%, dan bunyi indikatornya tidak menyebut '
            "pertumbuhan, perbandingan, atau capaian terhadap target.",
            en='The target {target} for "{indicator}" lies outside 0% to 100%, and the wording speaks of no growth, no '
            "comparison and no achievement against a plan.",
        ),
    },
    why=Text(
        id="Bagian dari keseluruhan tidak dapat melebihi 100% atau kurang dari 0%, jadi target ini tidak dapat diukur.",
        en="A share of a whole is never above 100% or below 0%, so that this target cannot be measured.",
    ),
    advice=Text(
        id="Periksa angka dan tanda desimalnya; bila yang diukur pertumbuhan atau capaian terhadap target, sebutkan itu "
        "dalam bunyi indikator.",
        en="Check the figure and its decimal mark; if growth or achievement against a plan is meant, let the wording say so.",
    ),
)


def _one(name: str, text: str, target: str, *finds: Found, skips: tuple[str, ...] = ()) -> Example:
    row = f'{{id: a, objectives: [{{no: 1, indicators: [{{text: {text}, target: "{target}"}}]}}]}}'
    return Example(name, row, finds, skips)


VALID = [
    _one("all-of-them", "Persentase pegawai terlatih", "100%"),
    _one("none-of-them", "Persentase pegawai yang melanggar", "0%"),
    _one("growth-may-exceed-a-hundred", "Persentase pertumbuhan investasi", "120%"),
    _one("growth-may-be-negative", "Laju perubahan harga", "-2%"),
    _one("what-was-reached-of-a-plan", "Persentase realisasi pendapatan terhadap target", "105%"),
    _one("a-bullet-is-no-minus", "Persentase pegawai terlatih", "- 100%", skips=("a:1.1",)),
    _one("costs-that-are-more-than-recovered", "Cost Recovery Rate", "105%"),
    _one("those-of-any-age-to-those-of-school-age", "Angka Partisipasi Kasar SD", "104%"),
    _one("a-count-may-be-any", "Jumlah pegawai terlatih", "120 orang"),
]
INVALID = [
    _one("one-more-than-all", "Persentase pegawai terlatih", "101%", Found("a:1.1")),
    _one(
        "the-purpose-is-not-what-is-measured",
        "Persentase pegawai yang dilatih untuk peningkatan mutu",
        "110%",
        Found("a:1.1"),
    ),
    _one("not-said-to-be-a-share", "Ketepatan penyaluran bantuan", "110%", Found("a:1.1")),
    Example(
        "handed-down-it-is-told-once",
        """
        - {id: a, objectives: [{no: 1, indicators: [{text: Persentase pegawai terlatih, target: 101%}]}]}
        - {id: b, supervisor: a, objectives: [{no: 1, indicators: [{text: Persentase pegawai terlatih, target: 101%}]}]}
        """,
        finds=[Found("a:1.1")],
    ),
    _one("the-end-of-a-range", "Persentase pegawai terlatih", "90-110%", Found("a:1.1")),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    for row in member.rows:
        target = row.indicator.target
        if target is None or (target.value is None and target.predicate is None):
            yield RULE.skip(of_row(row), messages.TARGET_UNREAD)
        elif _is_beyond(row) and not is_echo(member.whole, row, _is_beyond):
            worded = promise(row.indicator.text)
            plainly = worded is not None and "proportion" in worded.kinds
            yield RULE.found(
                of_row(row),
                [quote_row(each) for each in (row, *echoes(member.whole, row, _is_beyond))],
                certainty=None if plainly else Certainty.JUDGEMENT,
                variant=None if plainly else "unsaid",
                key=(target_text(row),),
                target=target_text(row),
                indicator=row.indicator.text,
            )


def _is_beyond(row: Row) -> bool:
    return beyond_a_whole(row.indicator)
