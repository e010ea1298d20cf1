"""STR007: an agreement has more indicators than the house allows at its level."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from pkcheck import messages
from pkcheck.findings import NotChecked
from pkcheck.graph import Member
from pkcheck.numbering import objective_rows
from pkcheck.positions import rank
from pkcheck.quoting import of_agreement, of_objective, quote_agreement, quote_objective
from pkcheck.rule import Certainty, Example, Finding, Found, Parameters, Rule, Severity, Text

RULE = Rule(
    code="STR007",
    name="too-many-indicators",
    severity=Severity.INFO,
    certainty=Certainty.JUDGEMENT,
    basis=("R17",),
    title=Text(id="Indikator terlalu banyak", en="There are too many indicators"),
    message=Text(
        id="PK ini memuat {count} indikator; batas pada tingkat ini {limit}.",
        en="This agreement has {count} indicators; the limit at its level is {limit}.",
    ),
    variants={
        "objective": Text(
            id="Sasaran nomor {number} memuat {count} indikator; batas per sasaran {limit}.",
            en="Objective {number} has {count} indicators; the limit per objective is {limit}.",
        )
    },
    why=Text(
        id="Indikator yang terlalu banyak mengaburkan kinerja utama dan menyulitkan pengukuran serta pelaporannya.",
        en="Too many indicators hide what matters, and are hard to measure and to report.",
    ),
    advice=Text(
        id="Pilih indikator yang paling mewakili sasaran; turunkan selebihnya ke tingkat di bawahnya.",
        en="Keep the indicators that best stand for the objective; hand the others down a level.",
    ),
    enabled=False,
)


class Options(Parameters):
    """How many indicators are enough, by default as the guide of Kementerian Keuangan has it."""

    first_level: Annotated[
        int,
        Field(ge=1),
        Text(
            id="Indikator terbanyak bagi kepala instansi (eselon I)",
            en="Most indicators for the head of the institution (eselon I)",
        ),
    ] = 25
    second_level: Annotated[
        int,
        Field(ge=1),
        Text(
            id="Indikator terbanyak satu tingkat di bawahnya (eselon II)",
            en="Most indicators one level below (eselon II)",
        ),
    ] = 20
    third_level: Annotated[
        int,
        Field(ge=1),
        Text(
            id="Indikator terbanyak dua tingkat di bawahnya (eselon III)",
            en="Most indicators two levels below (eselon III)",
        ),
    ] = 20
    lower_levels: Annotated[
        int,
        Field(ge=1),
        Text(id="Indikator terbanyak bagi tingkat selebihnya", en="Most indicators for everybody below that"),
    ] = 10
    per_objective: Annotated[
        int, Field(ge=1), Text(id="Indikator terbanyak untuk satu sasaran", en="Most indicators of one objective")
    ] = 3

    def limit(self, level: int) -> int:
        """The limit at a level, counted from 1."""
        limits = (self.first_level, self.second_level, self.third_level)
        return limits[level - 1] if level <= len(limits) else self.lower_levels


def _with(count: int, position: str = "Kepala Seksi Data") -> str:
    rows = ", ".join(f"{{no: {n}, text: S{n}, indicators: [{{text: I{n}}}]}}" for n in range(1, count + 1))
    return f"[{{id: a, first_party: {{position: {position}}}, objectives: [{rows}]}}]"


VALID = [
    Example("ten-at-the-lowest-level", _with(10)),
    Example("twenty-at-the-third", _with(20, "Kepala Bidang Data")),
    Example("the-level-is-not-known", _with(11, "Petugas"), skips=["a"]),
]
INVALID = [
    Example("eleven-at-the-lowest-level", _with(11), finds=[Found("a")]),
    Example(
        "four-of-one-objective",
        """
- id: a
  first_party: {position: Kepala Seksi Data}
  objectives: [{no: 1, text: X, indicators: [{text: I}, {text: J}, {text: K}, {text: L}]}]
""",
        finds=[Found("a:1")],
    ),
]


def check(member: Member, options: Options) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    level = rank(member.whole.position_of(agreement))
    count = sum(1 for _ in agreement.indicators())
    if level is None:
        yield RULE.skip(of_agreement(agreement), messages.POSITION_UNKNOWN)
    elif count > options.limit(level):
        places = [quote_agreement(agreement)]
        yield RULE.found(of_agreement(agreement), places, count=count, limit=options.limit(level))
    for row in objective_rows(agreement):
        own = len(row.objective.indicators)
        if own > options.per_objective:
            number = str(row.objective.no) if row.objective.no is not None else "-"
            yield RULE.found(
                of_objective(row),
                [quote_objective(row)],
                variant="objective",
                key=(own,),
                number=number,
                count=own,
                limit=options.per_objective,
            )
