"""UOM005: what the wording counts is not what the unit counts."""

from collections.abc import Iterator

from pkcheck.graph import Member, Row
from pkcheck.measures import (
    broken_links,
    broken_takers,
    contradiction,
    counted,
    counts_other_things,
    echoes,
    is_echo,
    thing_is_counted_by,
    unjudged,
)
from pkcheck.quoting import of_row, quote_row, target_text
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="UOM005",
    name="unit-not-of-object",
    severity=Severity.WARNING,
    certainty=Certainty.JUDGEMENT,
    basis=("INF",),
    looks_at="indicator",
    title=Text(id="Yang dihitung bukan yang disebut satuannya", en="What is counted is not what the unit counts"),
    message=Text(
        id='Indikator "{indicator}" menghitung {thing}, sedangkan targetnya bersatuan lain, "{target}".',
        en='The indicator "{indicator}" counts "{thing}", whereas its target is in another unit, "{target}".',
    ),
    why=Text(
        id="Tidak jelas apa yang akan dihitung pada akhir tahun, sehingga capaian dapat diakui dengan ukuran yang lain.",
        en="It is not clear what will be counted at the end of the year, so that something else may be claimed.",
    ),
    advice=Text(
        id="Pakai satuan dari hal yang disebut indikator ({thing}), atau ubah bunyi indikator menjadi hal yang dihitung.",
        en="Use the unit of what the indicator names ({thing}), or name in the indicator what is counted.",
    ),
)
_ROW = "{id: a, objectives: [{no: 1, indicators: [{text: %s, target: %s}]}]}"
VALID = [
    Example("reports-in-reports", _ROW % ("Tersusunnya laporan keuangan", "2 Lap")),
    Example("reports-in-documents", _ROW % ("Draft laporan keuangan", "2 Dok")),
    Example("reports-by-the-month", _ROW % ("Laporan keuangan", "12 bulan")),
    Example("a-unit-for-anything", _ROW % ("Jumlah sekolah yang dibangun", "3 unit")),
    Example("people-of-any-kind", _ROW % ("Jumlah peserta pelatihan", "40 siswa")),
    Example("a-share", _ROW % ("Laporan keuangan", "100%")),
    Example("a-thing-unknown-to-the-lexicon", _ROW % ("Penyediaan logistik", "10 satker")),
    Example("a-target-that-was-not-read", _ROW % ("Laporan keuangan", "dua perkara"), skips=["a:1.1"]),
    Example(
        "the-link-to-the-superior-tells-it",
        "[{id: a, objectives: [{no: 1, indicators: [{text: Laporan, target: 2 Lap}]}]}, {id: b, supervisor: a, objectives: "
        "[{no: 1, text: Laporan, indicators: [{text: Draft laporan, target: 2 perkara}]}]}]",
    ),
]
INVALID = [
    Example("a-report-in-cases", _ROW % ("Draft Laporan sengketa hukum", "3 perkara"), finds=[Found("a:1.1")]),
    Example("a-report-in-activities", _ROW % ("Draft laporan kerja sama", "5 keg"), finds=[Found("a:1.1")]),
    Example("bodies-in-satker", _ROW % ("Jumlah badan adhoc yang dibentuk", "10 satker"), finds=[Found("a:1.1")]),
    Example(
        "handed-down-it-is-told-once",
        "[{id: a, objectives: [{no: 1, indicators: [{text: Jumlah desa, target: 5 orang}]}]}, {id: b, supervisor: a, "
        "objectives: [{no: 1, text: Jumlah desa, indicators: [{text: Jumlah desa, target: 5 orang}]}]}]",
        finds=[Found("a:1.1")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    for row in member.rows:
        reason = unjudged(row)
        if reason:
            yield RULE.skip(of_row(row), reason)
            continue
        thing = counts_other_things(row)
        if thing is None or _told_elsewhere(member, row) or is_echo(member.whole, row, counts_other_things):
            continue
        yield RULE.found(
            of_row(row),
            [quote_row(each) for each in (row, *echoes(member.whole, row, counts_other_things))],
            key=(thing,),
            indicator=row.indicator.text,
            thing=thing,
            target=target_text(row),
        )


def _told_elsewhere(member: Member, row: Row) -> bool:
    """A unit that contradicts the measure word or breaks a link is told there, unless the link breaks for another reason."""
    if contradiction(row) or broken_links(member.whole, row):
        return True
    thing = counted(row.indicator.text)
    return any(thing_is_counted_by(thing, each.child) for each in broken_takers(member.whole, row))
