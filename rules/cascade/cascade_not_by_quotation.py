"""CAS004: at one level subordinates do not quote their superior, in a house that cascades by quotation."""

from collections.abc import Iterator
from typing import Annotated

from pkcheck import messages
from pkcheck.cascade import QUOTING
from pkcheck.findings import Evidence
from pkcheck.graph import AgreementSet, Team, rows_of, teams_of
from pkcheck.quoting import of_unit, quote_objective, quote_row, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Parameters, Rule, Severity, Text
from pkcheck.wording import normal

RULE = Rule(
    code="CAS004",
    name="cascade-not-by-quotation",
    severity=Severity.INFO,
    certainty=Certainty.JUDGEMENT,
    basis=("R11",),
    title=Text(
        id="Penjenjangan tidak tampak dari teks",
        en="The texts do not show the cascade",
    ),
    message=Text(
        id="Antara {units:list} dan bawahannya, {linked} dari {total} sasaran bawahan mengutip atau mengulang sasaran atau "
        "indikator atasan, sedangkan di tingkat lain {quoted} dari {others}. Selebihnya tidak dapat ditelusuri dari "
        "teksnya, jadi tidak dinilai satu per satu.",
        en="Between {units:list} and the subordinates, {linked} of {total} subordinate objectives quote or repeat an "
        "objective or indicator of the superior; at other levels {quoted} of {others} do. The rest cannot be traced by "
        "their text and are not judged one by one.",
    ),
    why=Text(
        id="Pembaca tidak dapat mengetahui sasaran bawahan mana yang menopang target atasan yang mana.",
        en="A reader cannot tell which objective of a subordinate serves which target of the superior.",
    ),
    advice=Text(
        id="Lengkapi dengan pohon kinerja, atau cantumkan indikator induk pada setiap sasaran (derives_from).",
        en="Add the performance tree, or give the parent indicator of each objective (derives_from).",
    ),
    looks_at="unit",
)


def _agency(*rows: str) -> str:
    """A head, a division with `rows`, and a section that quotes the division."""
    return (
        """
    - id: kepala
      objectives:
      - {no: 1, text: Jalan yang mantap, indicators: [{text: Persentase jalan mantap, target: 80%}]}
    - id: bidang
      supervisor: kepala
      objectives:
"""
        + "".join(f"      - {{no: {no}, {row}}}\n" for no, row in enumerate(rows, 1))
        + """
    - id: seksi
      supervisor: bidang
      objectives: [{no: 1, text: Panjang jalan yang dipelihara, indicators: [{text: Laporan pemeliharaan, target: 1 laporan}]}]
"""
    )


_BUILT = "indicators: [{text: Panjang jalan yang dibangun, target: 2 km}]"
_KEPT = "indicators: [{text: Panjang jalan yang dipelihara, target: 10 km}]"
_OWN = ("text: Pembangunan, " + _BUILT, "text: Pemeliharaan, " + _KEPT, "text: Aset, indicators: [{text: Nilai aset}]")
VALID = [
    Example(
        "by-quotation",
        _agency(f"text: Persentase jalan mantap, {_BUILT}", f"text: Persentase jalan mantap, {_KEPT}", _OWN[2]),
    ),
    Example(
        "by-repeating-the-objective",
        _agency(f"text: Jalan yang mantap, {_BUILT}", f"text: Jalan yang mantap, {_KEPT}", _OWN[2]),
    ),
    Example("declared", _agency(*(row.replace("}]", ', derives_from: ["kepala:1.1"]}]') for row in _OWN))),
    Example("too-few-to-tell", _agency(*_OWN[:2])),
    Example(
        "a-house-that-never-quotes",
        _agency(*_OWN).replace(
            "text: Panjang jalan yang dipelihara, indicators: [{text: Lap", "text: Tertib, indicators: [{text: Lap"
        ),
        skips=["kepala", "bidang"],
    ),
]
INVALID = [Example("at-one-level-only", _agency(*_OWN), finds=[Found("kepala")])]


class Options(Parameters):
    """How much text it takes to judge a level."""

    least_objectives: Annotated[
        int,
        Text(
            id="Bila sasaran bawahan kurang dari ini, tidak dinilai.",
            en="Fewer objectives of subordinates than this are not judged.",
        ),
    ] = 3


def check(whole: AgreementSet, options: Options) -> Iterator[Finding | NotChecked]:
    houses: dict[str, list[Team]] = {}
    for team in teams_of(whole):
        houses.setdefault(normal(team.unit.institution or ""), []).append(team)
    for teams in houses.values():
        quoting = [team for team in teams if whole.quotes(team.unit)]
        silent = [team for team in teams if not whole.quotes(team.unit)]
        if not quoting:
            yield from (RULE.skip(of_unit(team.unit), messages.NOT_BY_QUOTATION) for team in silent)
            continue
        for depth in sorted({whole.depth(team.unit) for team in silent}):
            level = [team for team in silent if whole.depth(team.unit) == depth]
            yield from _level(level, quoting, options)


def _level(teams: list[Team], quoting: list[Team], options: Options) -> Iterator[Finding]:
    traced = [each for team in teams for each in _traced(team)]
    if len(traced) < options.least_objectives or sum(traced) >= QUOTING * len(traced):
        return
    elsewhere = [each for team in quoting for each in _traced(team)]
    yield RULE.found(
        of_unit(teams[0].unit),
        [each for team in teams for each in _places(team)],
        key=(),
        units=[title_of(team.unit) for team in teams],
        linked=sum(traced),
        total=len(traced),
        quoted=sum(elsewhere),
        others=len(elsewhere),
    )


def _traced(team: Team) -> Iterator[bool]:
    """For each objective of the subordinates whether anything ties it to the superior: text, or the data's word."""
    own = {normal(each.text) for each in team.unit.objectives}
    for part in team.parts:
        for objective in part.objectives:
            rows = objective.indicators
            declared = any(row.derives_from is not None and not row.inferred for row in rows)
            derived = any(row.id in team.whole.derivations for row in rows)
            yield declared or derived or normal(objective.text) in own


def _places(team: Team) -> Iterator[Evidence]:
    first = [next(iter(rows_of(part)), None) for part in team.parts]
    yield from (quote_objective(row, row.objective.text) for row in first if row)
    yield from (quote_row(row, row.indicator.text) for row in list(rows_of(team.unit))[:1])
