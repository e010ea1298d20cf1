"""UOM001: a target is measured in another unit than the superior's indicator from which it derives."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.graph import Link
from pkcheck.measures import break_of, is_indirect, units_of, unjudged
from pkcheck.quoting import of_link, of_row, quote_row, target_text, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="UOM001",
    name="unit-differs-from-parent",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("R02", "R14"),
    title=Text(id="Satuan target berbeda dari indikator atasannya", en="A target's unit differs from the superior's"),
    message=Text(
        id='Target {own:list} tidak satu satuan dengan target indikator atasan "{above}" ({superior}: "{indicator}"){but}.',
        en='The target {own:list} is not in the unit of the superior\'s indicator, "{above}" ({superior}: "{indicator}"){but}.',
    ),
    why=Text(
        id="Capaian bawahan tidak dapat dijumlahkan atau dibandingkan dengan target atasan, sehingga tidak terlihat apakah "
        "target atasan tercapai melalui bawahannya.",
        en="What the subordinate reaches cannot be added up or compared with the superior's target, so nobody sees whether "
        "the latter is reached.",
    ),
    advice=Text(
        id="Samakan satuan target dengan satuan indikator atasan, atau jelaskan bagaimana target ini mengukur indikator itu.",
        en="Use the unit of the superior's indicator, or explain how this target measures that indicator.",
    ),
)
_KEPT_BESIDE = Text(
    id="; indikator lain pada sasaran yang sama sudah memakai satuan itu",
    en="; another indicator of the same objective keeps that unit",
)
_PARENT = "{id: a, objectives: [{no: 1, indicators: [{text: Pegawai terlatih, target: %s}]}]}"
_CHILD = "{id: b, supervisor: a, objectives: [{no: 1, text: Pegawai terlatih, indicators: [%s]}]}"
_BELOW = (
    "{id: c, supervisor: b, objectives: [{no: 1, text: Pegawai dilatih, indicators: [{text: Peserta, target: %s}]}]}"
)
_BARE = "{text: Persentase X, target: '90'}"
_MIDDLE = "{text: Pegawai dilatih, target: %s}"
VALID = [
    Example("the-same-unit-spelt-otherwise", f"[{_PARENT % '12 Lap.'}, {_CHILD % '{text: X, target: 12 laporan}'}]"),
    Example("a-score-and-its-grade", f"[{_PARENT % '80 Nilai'}, {_CHILD % '{text: X, target: A}'}]"),
    Example("one-of-two-units-is-shared", f"[{_PARENT % '36% (4 desa)'}, {_CHILD % '{text: X, target: 4 desa}'}]"),
    Example(
        "an-unknown-unit",
        f"[{_PARENT % '12 lap'}, {_CHILD % '{text: X, target: 12 gumbrik}'}]",
        skips=["a:1.1", "b:1.1"],
    ),
    Example(
        "a-bare-number-of-a-worded-percentage",
        f"[{_PARENT % '90%'}, {_CHILD % _BARE}]",
    ),
    Example(
        "another-indicator-by-declared-derivation",
        "[{id: a, objectives: [{no: 1, indicators: [{text: Indeks Kepuasan Masyarakat, target: 85 Indeks}]}]}, {id: b, "
        "supervisor: a, objectives: [{no: 1, text: Loket cepat, indicators: [{text: Laporan antrean, target: 4 dokumen, "
        "derives_from: ['a:1.1']}]}]}]",
    ),
    Example(
        "a-share-broken-down-into-a-count",
        "[{id: a, objectives: [{no: 1, indicators: [{text: Persentase desa tangguh bencana, target: 40%}]}]}, {id: b, "
        "supervisor: a, objectives: [{no: 1, text: Desa siap, indicators: [{text: Jumlah desa tangguh bencana, "
        "target: 5 desa, derives_from: ['a:1.1']}]}]}]",
    ),
    Example(
        "the-parent's-words-contradict-its-unit",
        "[{id: a, objectives: [{no: 1, indicators: [{text: Persentase pegawai, target: 10 orang}]}]}, {id: b, "
        "supervisor: a, objectives: [{no: 1, text: Persentase pegawai, indicators: [{text: X, target: 90%}]}]}]",
    ),
]
INVALID = [
    Example(
        "a-percentage-becomes-a-report",
        f"[{_PARENT % '100%'}, {_CHILD % '{text: Laporan, target: 1 Lap}'}]",
        finds=[Found("b:1.1 -> a:1.1")],
    ),
    Example(
        "told-where-it-starts",
        f"[{_PARENT % '5 keg'}, {_CHILD % (_MIDDLE % '5%')}, {_BELOW % '5 keg'}]",
        finds=[Found("b:1.1 -> a:1.1")],
    ),
    Example(
        "handed-on-it-is-told-once",
        f"[{_PARENT % '5 keg'}, {_CHILD % (_MIDDLE % '5%')}, {_BELOW % '5%'}]",
        finds=[Found("b:1.1 -> a:1.1")],
    ),
    Example(
        "a-further-indicator-beside-one-that-keeps-the-unit",
        f"[{_PARENT % '100%'}, {_CHILD % '{text: X, target: 100%}, {text: Y, target: 2 Lap}'}]",
        finds=[Found("b:1.2 -> a:1.1")],
    ),
    Example(
        "several-rows-that-agree-with-each-other",
        f"[{_PARENT % '100%'}, {_CHILD % '{text: X, target: 1 Lap}, {text: Y, target: 2 Dok}'}]",
        finds=[Found("b:1.1 -> a:1.1")],
    ),
]


def check(link: Link) -> Iterator[Finding | NotChecked]:
    reason = unjudged(link.child) or unjudged(link.parent)
    if reason or not (units_of(link.child) and units_of(link.parent)):
        yield RULE.skip(of_row(link.child), reason or messages.UNIT_UNREAD)
        return
    if is_indirect(link):
        yield RULE.skip(of_row(link.child), messages.INDIRECT_LINK)
        return
    found = break_of(link)
    if found is None:
        return
    rows = (link.child, *found.places)
    yield RULE.found(
        of_link(link),
        [quote_row(row) for row in (*rows, link.parent)],
        severity=Severity.INFO if found.beside else None,
        certainty=None if found.sure else Certainty.JUDGEMENT,
        key=(),
        own=[f'"{target_text(row)}"' for row in rows],
        but=_KEPT_BESIDE if found.beside else "",
        above=target_text(link.parent),
        superior=title_of(link.parent.agreement),
        indicator=link.parent.indicator.text,
    )
