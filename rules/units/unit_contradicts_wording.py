"""UOM002: an indicator opens with a measure word that its target's unit contradicts."""

from collections.abc import Iterator

from pkcheck.graph import Member
from pkcheck.measures import contradiction, echoes, is_echo, unjudged
from pkcheck.quoting import of_row, quote_row, target_text
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="UOM002",
    name="unit-contradicts-wording",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("R02",),
    looks_at="indicator",
    title=Text(id="Satuan target bertentangan dengan bunyi indikator", en="A unit contradicts its indicator's wording"),
    message=Text(
        id='Indikator "{indicator}" dimulai dengan "{word}", tetapi targetnya "{target}".',
        en='The indicator "{indicator}" opens with "{word}", but its target is "{target}".',
    ),
    why=Text(
        id="Tidak jelas apa yang diukur: bunyi indikator dan satuan targetnya menunjuk ukuran yang berbeda, sehingga "
        "capaiannya dapat ditafsirkan berlainan.",
        en="It is not clear what is measured: the wording and the unit point to different measures, and what was reached "
        "can be read in two ways.",
    ),
    advice=Text(
        id='Ubah satuan target agar sesuai dengan "{word}", atau ubah kata pembuka indikatornya agar sesuai dengan target.',
        en='Change the unit so that it fits "{word}", or change the opening word so that it fits the target.',
    ),
)
_ROW = "{id: a, objectives: [{no: 1, indicators: [{text: %s, target: %s}]}]}"
VALID = [
    Example("a-percentage-in-percent", _ROW % ("Persentase pegawai terlatih", "90%")),
    Example("a-count-in-pieces-or-money", _ROW % ("Jumlah PAD", "Rp 5.000.000")),
    Example("a-fall-in-percent", _ROW % ("Persentase penurunan nilai temuan", "30%")),
    Example("a-fall-counted", _ROW % ("Penurunan jumlah sengketa", "3 perkara")),
    Example("a-growth-is-a-share-by-itself", _ROW % ("Jumlah peningkatan kunjungan", "5%")),
    Example("two-measure-words", _ROW % ("Nilai rata-rata persentase capaian", "90%")),
    Example("a-rate-named-by-its-own-word", _ROW % ("Angka Partisipasi Kasar", "95%")),
    Example("a-share-beside-its-count", _ROW % ("Persentase desa", '"36% (4 desa)"')),
    Example("a-part-of-a-whole", _ROW % ("Persentase desa", "4 dari 11 desa")),
    Example("a-count-for-each-of-something", _ROW % ("Jumlah penelitian per jumlah dosen", "'1,25 rasio'")),
    Example("a-grade-for-a-score", _ROW % ("Nilai AKIP", "BB")),
    Example("a-target-that-was-not-read", _ROW % ("Persentase desa", "sepuluh desa"), skips=["a:1.1"]),
    Example(
        "only-the-objective-says-percentage",
        "{id: a, objectives: [{no: 1, text: Persentase data, indicators: [{text: Laporan data, target: 1 Lap}]}]}",
    ),
]
INVALID = [
    Example("a-percentage-in-satker", _ROW % ("Persentase penyediaan logistik", "10 satker"), finds=[Found("a:1.1")]),
    Example("a-score-in-percent", _ROW % ("1. Nilai Keterbukaan Informasi", "100%"), finds=[Found("a:1.1")]),
    Example("a-count-in-percent", _ROW % ("<i>Jumlah</i> PNS bersertifikat", "100%"), finds=[Found("a:1.1")]),
    Example("a-predicate-in-documents", _ROW % ("Opini BPK", "1 Dokumen"), finds=[Found("a:1.1")]),
    Example(
        "handed-down-it-is-told-once",
        "[{id: a, objectives: [{no: 1, indicators: [{text: Jumlah PNS, target: 90%}]}]}, {id: b, supervisor: a, "
        "objectives: [{no: 1, text: Jumlah PNS, indicators: [{text: Jumlah PNS, target: 90%}]}]}]",
        finds=[Found("a:1.1")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    for row in member.rows:
        reason = unjudged(row)
        if reason:
            yield RULE.skip(of_row(row), reason)
            continue
        opening = contradiction(row)
        if opening is None or is_echo(member.whole, row, contradiction):
            continue
        yield RULE.found(
            of_row(row),
            [quote_row(each) for each in (row, *echoes(member.whole, row, contradiction))],
            key=(opening.words.casefold(),),
            indicator=row.indicator.text,
            word=opening.words,
            target=target_text(row),
        )
