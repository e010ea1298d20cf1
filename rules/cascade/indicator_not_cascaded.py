"""CAS001: no subordinate takes up one of the unit's indicators, and nothing says that it stays at its level."""

from collections.abc import Iterator
from typing import Annotated, Any

from pkcheck import messages
from pkcheck.graph import Member, Row
from pkcheck.model import Agreement
from pkcheck.quoting import of_agreement, of_row, of_unit, quote_row, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Parameters, Rule, Severity, Text

RULE = Rule(
    code="CAS001",
    name="indicator-not-cascaded",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("R10",),
    title=Text(
        id="Indikator atasan tidak diturunkan kepada bawahan",
        en="An indicator of a superior is not handed down",
    ),
    message=Text(
        id='Indikator "{indicator}" milik {unit} tidak diambil oleh satu pun PK bawahannya '
        "({subordinates:list}): tidak ada sasaran yang mengutipnya dan tidak ada indikator yang membicarakan pokoknya.",
        en='The indicator "{indicator}" of {unit} is taken up in none of the agreements of its subordinates '
        "({subordinates:list}): no objective quotes it, and no indicator speaks of its matter.",
    ),
    variants={
        "several": Text(
            id="{count} dari {total} indikator {unit} tidak diambil oleh PK bawahan dalam berkas ini "
            "({subordinates:list}). Mungkin PK seorang bawahan tidak ada dalam berkas; periksa itu lebih dahulu. "
            "Indikatornya: {indicators:list}.",
            en="{count} of {total} indicators of {unit} are not taken up in the agreements of subordinates in these "
            "files ({subordinates:list}). A subordinate's agreement may be missing from the files; look for it first. "
            "The indicators: {indicators:list}.",
        ),
        "weakly": Text(
            id="{count} dari {total} indikator {unit} tidak diulang oleh bawahan, hanya disinggung. Indikator dan baris "
            "bawahan yang terdekat: {indicators:list}.",
            en="{count} of {total} indicators of {unit} are not repeated by subordinates, only touched upon. Each with "
            "the nearest row of a subordinate: {indicators:list}.",
        ),
    },
    why=Text(
        id="Tidak ada bawahan yang bertanggung jawab atas capaian indikator itu, sehingga targetnya tidak dikerjakan "
        "dan tidak diukur di bawah.",
        en="No subordinate answers for that indicator, so its target is neither worked on nor measured below.",
    ),
    advice=Text(
        id="Turunkan indikator itu ke PK bawahan yang menanganinya; jika memang tetap di tingkat {unit}, nyatakan "
        "alasannya.",
        en="Hand the indicator down to the subordinate who deals with it; if it is to stay with {unit}, give the reason.",
    ),
)

_HEAD = """
    - id: ketua
      objectives:
      - {no: 1, text: Penyelenggaraan pemilu, indicators: [{text: Persentase pemilih yang terdaftar, target: 100%}]}
      - {no: 2, text: Tertib keuangan, indicators: [{text: Persentase realisasi belanja, target: 95%}]}
      - {no: 3, text: Ketertiban, indicators: [{text: Persentase sengketa hukum yang diselesaikan, target: 90%}]}
"""
_TAKES_TWO = """
    - id: bagian-data
      supervisor: ketua
      objectives:
      - {no: 1, text: Persentase pemilih yang terdaftar, indicators: [{text: Daftar pemilih, target: 1 dokumen}]}
      - {no: 2, text: Persentase realisasi belanja, indicators: [{text: Laporan belanja, target: 4 laporan}]}
"""
_TAKES_THE_THIRD = """
    - id: bagian-hukum
      supervisor: ketua
      objectives:
      - {no: 1, text: Persentase sengketa hukum yang diselesaikan, indicators: [{text: Laporan, target: 4 laporan}]}
"""
_OTHER_WORDS = """
    - id: bagian-hukum
      supervisor: ketua
      objectives:
      - {no: 1, text: Layanan hukum, indicators: [{text: Jumlah sengketa hukum, target: 4 perkara}]}
"""
VALID = [
    Example("every-indicator-has-a-taker", f"{_HEAD}{_TAKES_TWO}{_TAKES_THE_THIRD}"),
    Example("nobody-below-in-the-set", _HEAD),
    Example(
        "declared-as-kept-at-its-level",
        f"{_HEAD.replace('target: 90%', 'target: 90%, not_cascaded: ditangani sendiri')}{_TAKES_TWO}",
    ),
    Example(
        "a-subordinate-whose-annex-was-not-read-may-have-it",
        f"{_HEAD}{_TAKES_TWO}    - {{id: bagian-hukum, supervisor: ketua}}",
        skips=["ketua"],
    ),
    Example(
        "a-division-whose-agreement-is-not-at-hand-may-have-it",
        f"""
{_HEAD}      first_party: {{position: Ketua}}
{_TAKES_TWO}
    - {{id: arsip, first_party: {{position: Kepala Seksi Arsip}}, second_party: {{position: Kepala Bagian Hukum}}}}
""",
        skips=["ketua"],
    ),
    Example("a-team-that-does-not-quote", f"{_HEAD}{_OTHER_WORDS}", skips=["ketua"]),
]
INVALID = [
    Example("one-is-left", f"{_HEAD}{_TAKES_TWO}", finds=[Found("ketua:3.1")]),
    Example("touched-upon-only", f"{_HEAD}{_TAKES_TWO}{_OTHER_WORDS}", finds=[Found("ketua")]),
    Example("several-at-once-are-one-question", f"{_HEAD}{_TAKES_THE_THIRD}", finds=[Found("ketua")]),
]


class Options(Parameters):
    """What it takes to judge a team that does not cascade by quotation."""

    repeated: Annotated[
        int,
        Text(
            id="Bila bawahan tidak mengutip: sebanyak ini indikator unit harus diulang bawahan agar dinilai.",
            en="Where subordinates do not quote: so many of the unit's indicators must be repeated for it to be judged.",
        ),
    ] = 2
    rows_per_indicator: Annotated[
        int,
        Text(
            id="Bila bawahan tidak mengutip: sebanyak ini baris bawahan untuk setiap indikator unit agar dinilai.",
            en="Where subordinates do not quote: so many of their rows to each indicator of the unit for it to be judged.",
        ),
    ] = 5


def check(member: Member, options: Options) -> Iterator[Finding | NotChecked]:
    unit, whole = member.agreement, member.whole
    below = whole.subordinates[unit.id]
    untaken = whole.untaken(unit)
    missing = whole.may_lack_subordinates(unit)
    if missing is not None:
        yield RULE.skip(of_agreement(unit), messages.SUBORDINATE_MISSING, position=missing.position)
    elif not below or not untaken:
        return
    elif not all(_fully_read(each) for each in below):
        yield RULE.skip(of_agreement(unit), messages.ROWS_NOT_READ)
    elif not whole.quotes(unit) and not _enough_said(member, options):
        yield RULE.skip(of_agreement(unit), messages.NOT_BY_QUOTATION)
    else:
        yield from _untaken(member, untaken)


def _enough_said(member: Member, options: Options) -> bool:
    """Whether subordinates say so much, and repeat so much, that silence about one indicator means something."""
    own = list(member.agreement.indicators())
    repeated = sum(each.id in member.whole.takers for each in own)
    rows = sum(1 for part in member.whole.subordinates[member.agreement.id] for _ in part.indicators())
    return repeated >= options.repeated and rows >= options.rows_per_indicator * len(own)


def _untaken(member: Member, untaken: list[Row]) -> Iterator[Finding]:
    whole = member.whole
    speech = whole.speech_below(member.agreement)
    alone = [row for row in untaken if not speech.near(row.indicator.text)]
    taken = sum(each.id in whole.takers for each in member.agreement.indicators())
    if len(alone) > 1 or (alone and taken <= 1) or (whole.quotes(member.agreement) and len(untaken) > 1):
        yield _together(member, untaken, "several", [f'"{row.indicator.text}"' for row in untaken])
        return
    for row in alone:
        evidence = [quote_row(row, row.indicator.text)]
        yield RULE.found(of_row(row), evidence, key=(), indicator=row.indicator.text, **_about(member))
    weak = [row for row in untaken if row not in alone]
    if weak:
        nearest = {row.id: whole.rows[speech.near(row.indicator.text)[0][0]] for row in weak}
        shown = [f'"{row.indicator.text}" ("{nearest[row.id].indicator.text}")' for row in weak]
        yield _together(member, weak, "weakly", shown, nearest)


def _together(
    member: Member, rows: list[Row], variant: str, shown: list[str], nearest: dict[str, Row] | None = None
) -> Finding:
    places = [quote_row(row, row.indicator.text) for row in rows]
    places += [quote_row(row, row.indicator.text) for row in (nearest or {}).values()]
    facts = _about(member) | {"count": len(rows), "total": sum(1 for _ in member.agreement.indicators())}
    return RULE.found(
        of_unit(member.agreement),
        places,
        certainty=Certainty.JUDGEMENT,
        variant=variant,
        key=tuple(row.id for row in rows),
        indicators=shown,
        **facts,
    )


def _about(member: Member) -> dict[str, Any]:
    below = member.whole.subordinates[member.agreement.id]
    names = [title_of(each) for each in below]
    return {"unit": title_of(member.agreement), "count": len(below), "subordinates": names}


def _fully_read(agreement: Agreement) -> bool:
    lost = any(part.startswith(f"{agreement.id}:") and not part.endswith(".target") for part in agreement.unread)
    return bool(agreement.objectives) and all(each.text for each in agreement.objectives) and not lost
