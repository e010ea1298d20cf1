"""UOM007: a report or document is the indicator, and its target is in percent; one finding per agreement."""

from collections.abc import Iterator

from pkcheck.graph import Member, Row
from pkcheck.measures import broken_links, contradiction, printed_units, unjudged, written_thing
from pkcheck.quantities.units import kind
from pkcheck.quoting import of_agreement, of_row, quote_row, target_text
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="UOM007",
    name="output-measured-in-percent",
    severity=Severity.INFO,
    certainty=Certainty.JUDGEMENT,
    basis=("R13",),
    looks_at="indicator",
    title=Text(id="Laporan atau dokumen bertarget persen", en="Reports or documents with a target in percent"),
    message=Text(
        id="{count} indikator menyebut laporan atau dokumen, tetapi targetnya persen; contoh: "
        '"{indicator}", target "{target}".',
        en="{count} indicators name a report or document, but their targets are in percent; for example: "
        '"{indicator}", target "{target}".',
    ),
    why=Text(
        id="Persen dari sebuah laporan sulit diukur: tidak jelas apa pembilang dan penyebutnya, dan kapan dianggap tercapai.",
        en="A percentage of a report is hard to measure: it is not clear of what it is a part, nor when it is reached.",
    ),
    advice=Text(
        id="Pakai jumlah (laporan, dokumen) sebagai satuan, atau ubah indikator menjadi persentase dari hal yang dilaporkan.",
        en="Use a number (of reports, of documents), or make the indicator a percentage of what is reported on.",
    ),
)
_ROW = "{id: a, objectives: [{no: 1, indicators: [{text: %s, target: %s}]}]}"
VALID = [
    Example("a-report-in-reports", _ROW % ("Laporan keuangan", "2 Lap")),
    Example("a-percentage-of-reports", _ROW % ("Persentase laporan yang tepat waktu", "100%")),
    Example("people-in-percent", _ROW % ("Pegawai yang membuat laporan", "90%")),
    Example("a-target-that-was-not-read", _ROW % ("Laporan keuangan", "seratus persen"), skips=["a:1.1"]),
    Example(
        "the-link-to-the-superior-tells-it",
        "[{id: a, objectives: [{no: 1, indicators: [{text: Rapat, target: 2 keg}]}]}, {id: b, supervisor: a, objectives: "
        "[{no: 1, text: Rapat, indicators: [{text: Laporan rapat, target: 100%}]}]}]",
    ),
]
INVALID = [
    Example("a-draft-report", _ROW % ("Draft laporan arsip", "87.5%"), finds=[Found("a")]),
    Example("data-or-a-report", _ROW % ("Tersusunnya Data/laporan arsip", "80%"), finds=[Found("a")]),
    Example(
        "all-of-an-agreement-are-one-finding",
        "{id: a, objectives: [{no: 1, indicators: [{text: Laporan A, target: 100%}, {text: Dokumen B, target: 100%}]}]}",
        finds=[Found("a")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    rows = list(member.rows)
    yield from (RULE.skip(of_row(row), reason) for row in rows if (reason := unjudged(row)))
    told = (row for row in rows if contradiction(row) or broken_links(member.whole, row))
    elsewhere = {row.id for row in told}
    found = [row for row in rows if _is_written(row) and row.id not in elsewhere]
    if found:
        yield RULE.found(
            of_agreement(member.agreement),
            [quote_row(row) for row in found],
            key=(),
            count=len(found),
            indicator=found[0].indicator.text,
            target=target_text(found[0]),
        )


def _is_written(row: Row) -> bool:
    units = printed_units(row)
    return bool(units) and kind(units[0]) == "proportion" and written_thing(row.indicator.text) is not None
