"""UOM006: one target in two units."""

from collections.abc import Iterator

from pkcheck.graph import Member
from pkcheck.measures import echoes, is_echo, is_mixed, printed_units, unjudged
from pkcheck.quoting import of_row, quote_row, target_text
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="UOM006",
    name="mixed-unit-target",
    severity=Severity.INFO,
    certainty=Certainty.DEFINITE,
    basis=("R13",),
    looks_at="indicator",
    title=Text(id="Satu target dengan dua satuan", en="One target in two units"),
    message=Text(
        id='Target "{target}" untuk indikator "{indicator}" memuat lebih dari satu satuan: {units:list}.',
        en='The target "{target}" of the indicator "{indicator}" has more than one unit: {units:list}.',
    ),
    why=Text(
        id="Saat capaian dinilai, kedua ukuran dapat memberi hasil yang berbeda, dan tidak jelas mana yang mengikat.",
        en="When the result is judged the two measures may disagree, and it is not clear which one binds.",
    ),
    advice=Text(
        id="Tetapkan satu satuan sebagai target; tulis yang lain sebagai penjelasan atau sebagai indikator tersendiri.",
        en="Make one unit the target; give the other as an explanation, or as an indicator of its own.",
    ),
)
_ROW = "{id: a, objectives: [{no: 1, indicators: [{text: Digitalisasi, target: %s}]}]}"
VALID = [
    Example("one-unit", _ROW % "36%"),
    Example("a-score-with-its-grade", _ROW % '"80 (BB / Sangat Baik)"'),
    Example("a-part-of-a-whole", _ROW % "4 dari 11 satker"),
    Example("two-things-of-one-kind", _ROW % '"2 dokumen, 1 laporan"'),
    Example("how-often-and-in-which-year", _ROW % '"12 laporan (1 kali per bulan) (2024)"'),
    Example("a-unit-that-is-not-known", _ROW % '"36% (4 gumbrik)"'),
    Example("a-target-that-was-not-read", _ROW % "beberapa desa", skips=["a:1.1"]),
]
INVALID = [
    Example("percent-and-satker", _ROW % '"36,36% (4 satker)"', finds=[Found("a:1.1")]),
    Example("activities-and-people", _ROW % '"3 kegiatan/40 orang"', finds=[Found("a:1.1")]),
    Example(
        "handed-down-it-is-told-once",
        "[{id: a, objectives: [{no: 1, indicators: [{text: Desa maju, target: 36% (4 desa)}]}]}, {id: b, supervisor: a, "
        "objectives: [{no: 1, text: Desa maju, indicators: [{text: Desa maju, target: 36% (4 desa)}]}]}]",
        finds=[Found("a:1.1")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    for row in member.rows:
        reason = unjudged(row)
        if reason:
            yield RULE.skip(of_row(row), reason)
        elif is_mixed(row) and not is_echo(member.whole, row, is_mixed):
            yield RULE.found(
                of_row(row),
                [quote_row(each) for each in (row, *echoes(member.whole, row, is_mixed))],
                key=(),
                target=target_text(row),
                indicator=row.indicator.text,
                units=list(printed_units(row)),
            )
