"""UOM004: a target is a bare number, and the indicator's wording does not say of what."""

import re
from collections.abc import Iterator, Sequence

from pkcheck.graph import Member, Row
from pkcheck.measures import bare_number_is_usual, unjudged
from pkcheck.quoting import of_agreement, of_row, quote_row, target_text
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

# From this many bare numbers on that are most of an agreement's targets, it is its way of writing: told once.
_HABIT = 3

RULE = Rule(
    code="UOM004",
    name="unit-missing",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("R02",),
    looks_at="indicator",
    title=Text(id="Target tanpa satuan", en="A target without a unit"),
    message=Text(
        id='Target "{target}" untuk indikator "{indicator}" tidak bersatuan.',
        en='The target "{target}" of the indicator "{indicator}" has no unit.',
    ),
    variants={
        "habit": Text(
            id="{count} dari {all} target dalam PK ini ditulis tanpa satuan.",
            en="{count} of the {all} targets in this agreement have no unit.",
        )
    },
    why=Text(
        id="Tanpa satuan tidak dapat dipastikan apa yang dijanjikan: jumlah, persentase, nilai atau waktu.",
        en="Without a unit nobody can be sure what is promised: a number, a percentage, a score or a time.",
    ),
    advice=Text(
        id="Tambahkan satuan pada target, misalnya persen, dokumen, orang atau bulan, sesuai dokumen perencanaan.",
        en="Add the unit, such as percent, documents, people or months, as the planning documents have it.",
    ),
)
_ROW = "{id: a, objectives: [{no: 1, indicators: [{text: %s, target: %s}]}]}"
VALID = [
    Example("an-index", _ROW % ("Indeks Kepuasan Masyarakat", "'85'")),
    Example("a-worded-percentage", _ROW % ("Tercapainya persentase layanan", "'85'")),
    Example("a-percentage-with-its-code", _ROW % ('"[IKU 1.1] Persentase lulusan yang bekerja"', "'80'")),
    Example("a-rate-or-a-score-by-name", _ROW % ("Angka Harapan Hidup", '"72,5"')),
    Example("a-grade-with-its-score", _ROW % ("Akuntabilitas kinerja", "B (65)")),
    Example("a-part-of-a-whole", _ROW % ("Kematian bayi", "16/1.000")),
    Example("a-unit-in-its-own-column", _ROW % ("Rapat", "{raw: '5', value: 5, unit: keg}")),
    Example("none-of-anything", _ROW % ("Kejadian infeksi", "Zero")),
    Example("nothing-that-could-have-a-unit", _ROW % ("Laporan", "N/A"), skips=["a:1.1"]),
]
INVALID = [
    Example("a-count-of-what", _ROW % ("Jumlah laporan keuangan", "'2'"), finds=[Found("a:1.1")]),
    Example("a-range-of-what", _ROW % ("Waktu layanan", "5-7"), finds=[Found("a:1.1")]),
    Example(
        "a-habit-is-told-once",
        "{id: a, objectives: [{no: 1, indicators: [{text: Rapat, target: '4'}, {text: Laporan, target: '12'}, {text: Kunjungan,"
        " target: '2'}, {text: Pelatihan, target: 3 kali}]}]}",
        finds=[Found("a")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    rows = list(member.rows)
    judged = [row for row in rows if not unjudged(row)]
    for row in rows:
        reason = unjudged(row)
        if reason:
            yield RULE.skip(of_row(row), reason)
    bare = [row for row in judged if _is_bare(row)]
    if len(bare) >= _HABIT and len(bare) * 2 > len(judged):
        yield _habit(member, bare, judged)
        return
    for row in bare:
        place = [quote_row(row)]
        yield RULE.found(of_row(row), place, key=(), target=target_text(row), indicator=row.indicator.text)


def _habit(member: Member, bare: Sequence[Row], judged: Sequence[Row]) -> Finding:
    places = [quote_row(row) for row in bare]
    return RULE.found(of_agreement(member.agreement), places, variant="habit", key=(), count=len(bare), all=len(judged))


def _is_bare(row: Row) -> bool:
    target = row.indicator.target
    if target is None or (target.raw is not None and not re.search(r"\d", target.raw)):
        return False  # "Zero": nothing of any kind
    if target.value is None or target.predicate or target.unit or target.total is not None:
        return False
    return not any(each.unit for each in target.also) and not bare_number_is_usual(row.indicator.text)
