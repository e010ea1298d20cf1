"""TGT002: a subordinate promises less than the superior's indicator that it derives from."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.comparison import (
    Comparison,
    Sameness,
    agrees_with_an_elder,
    balanced,
    certainty_of,
    compare,
    echoes,
    takers,
)
from pkcheck.graph import Link
from pkcheck.quantities.units import kind
from pkcheck.quoting import of_link, of_row, quote_row, target_text, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="TGT002",
    name="target-below-parent",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R14",),
    title=Text(
        id="Target bawahan lebih rendah daripada target atasan", en="A subordinate's target is below the superior's"
    ),
    message=Text(
        id='Target {own} lebih rendah daripada target {above} yang dijanjikan {superior} untuk "{indicator}", padahal '
        "baris ini {linked} dari indikator itu.",
        en='The target {own} is below the {above} that {superior} promises for "{indicator}", from which this row {linked}.',
    ),
    variants={
        "minimize": Text(
            id='Target {own} lebih longgar daripada target {above} yang dijanjikan {superior} untuk "{indicator}" '
            "(makin kecil makin baik), padahal baris ini {linked} dari indikator itu.",
            en='The target {own} is looser than the {above} that {superior} promises for "{indicator}" (less is better), '
            "from which this row {linked}.",
        ),
        "together": Text(
            id="Target {parts} bersama-sama {total:num}, kurang dari target {above} yang dijanjikan {superior} untuk "
            '"{indicator}".',
            en="The targets {parts} make {total:num} together, less than the {above} that {superior} promises for "
            '"{indicator}".',
        ),
    },
    why=Text(
        id="Bila bawahan hanya mencapai targetnya sendiri, target atasan tidak tercapai.",
        en="If the subordinate reaches just its own target, the superior's is missed.",
    ),
    advice=Text(
        id="Samakan target ini, dan target yang diturunkan lagi darinya, dengan target atasan; atau koreksi target atasan "
        "bila angka bawahan yang benar.",
        en="Bring this target, and those that derive from it, in line with the superior's; or correct the superior's if "
        "the subordinate's figure is the right one.",
    ),
)
_LINKED = Text(id="diturunkan", en="derives")
_SEEMS_LINKED = Text(id="tampaknya diturunkan", en="seems to derive")
_TWO = """
- {{id: kadis, objectives: [{{no: 1, indicators: [{{text: {text}, target: "{above}"}}]}}]}}
- {{id: kabid, supervisor: kadis, objectives: [{{no: 1, text: {text}, indicators: [{{text: {text} di bidang, target: "{own}"}}]}}]}}
"""
_PARTS = """
- {{id: kadis, objectives: [{{no: 1, indicators: [{{text: Jumlah guru yang dilatih, target: 100 orang}}]}}]}}
- {{id: b1, supervisor: kadis, objectives: [{{no: 1, text: Jumlah guru yang dilatih, indicators: [{{text: Guru SD, target: 60 orang}}]}}]}}
- {{id: b2, supervisor: kadis, objectives: [{{no: 1, text: Jumlah guru yang dilatih, indicators: [{{text: Guru SMP, target: {last}}}]}}]}}
"""


def _two(name: str, text: str, above: str, own: str, *finds: Found) -> Example:
    return Example(name, _TWO.format(text=text, above=above, own=own), finds)


_HERE = Found("kabid:1.1 -> kadis:1.1")
VALID = [
    _two("the-same", "Persentase layanan tepat waktu", "95%", "95 persen"),
    _two("more-is-another-rule's", "Persentase layanan tepat waktu", "95%", "96%"),
    _two("fewer-days-of-waiting", "Rata-rata waktu tunggu layanan", "5 hari", "4 hari"),
    _two("a-better-rank", "Peringkat kabupaten", "peringkat 3", "peringkat 2"),
    _two("a-better-grade", "Predikat SAKIP", "BB", "A"),
    _two("a-range-that-overlaps", "Jumlah pembinaan", "5-7 kali", "6 kali"),
    _two("another-unit", "Persentase laporan tepat waktu", "75%", "12 laporan"),
    _two("an-index-out-of-four", "Indeks kepuasan", "85 indeks", "3,6 indeks"),
    _two("a-rounded-quotient", "Persentase satker digital", "36,36% (4 satker)", "36%"),
    _two("not-read", "Persentase layanan tepat waktu", "95%", "lima puluh"),
    Example("parts-that-add-up", _PARTS.format(last="40 orang")),
    Example(
        "a-part-may-be-in-an-agreement-that-is-not-at-hand",
        f"""
{_PARTS.replace("id: kadis", "id: kadis, first_party: {{position: Kepala Dinas}}").format(last="39 orang")}
- {{id: seksi, first_party: {{position: Kepala Seksi Arsip}}, second_party: {{position: Kepala Bidang PAUD}}}}
""",
        skips=("kadis:1.1", "b1:1.1", "b2:1.1"),
    ),
    Example(
        "two-shares-around-the-superior's",
        """
- {id: kadis, objectives: [{no: 1, indicators: [{text: Persentase realisasi, target: 95%}]}]}
- {id: kabid, supervisor: kadis, objectives: [{no: 1, text: Persentase realisasi,
    indicators: [{text: Realisasi pajak, target: 97%}, {text: Realisasi retribusi, target: 92%}]}]}
""",
        skips=("kadis:1.1", "kabid:1.1", "kabid:1.2"),
    ),
    Example(
        "another-mark-beneath-a-quotation",
        """
- {id: kadis, objectives: [{no: 1, indicators: [{text: Nilai akuntabilitas kinerja, target: "81 (A)"}]}]}
- {id: kabid, supervisor: kadis, objectives: [{no: 1, text: Nilai akuntabilitas kinerja,
    indicators: [{text: Nilai komponen perencanaan kinerja, target: "25,50"}]}]}
""",
        skips=("kadis:1.1", "kabid:1.1"),
    ),
    Example(
        "an-indirect-link-to-another-measure",
        """
- {id: kadis, objectives: [{no: 1, indicators: [{text: Persentase desa mandiri, target: 40%}]}]}
- {id: kabid, supervisor: kadis, objectives: [{no: 1, text: Berkembangnya usaha desa,
    indicators: [{text: Persentase BUMDes aktif, target: 30%, derives_from: ["kadis:1.1"]}]}]}
""",
    ),
]
INVALID = [
    _two("one-percent-less", "Persentase layanan tepat waktu", "95%", "94%", _HERE),
    _two("a-worse-grade", "Opini BPK", "WTP", "WDP", _HERE),
    _two("a-worse-rank", "Peringkat kabupaten", "peringkat 3", "peringkat 4", _HERE),
    _two("more-days-of-waiting", "Rata-rata waktu tunggu layanan", "5 hari", "6 hari", _HERE),
    _two("a-smaller-fall", "Persentase penurunan nilai temuan", "30%", "20%", _HERE),
    _two("a-lower-floor", "Nilai SAKIP", "≥ 80", "≥ 75", _HERE),
    Example("parts-that-fall-one-short", _PARTS.format(last="39 orang"), finds=[Found("b1:1.1 -> kadis:1.1")]),
    Example(
        "told-where-it-starts-and-not-below",
        """
- {id: kadis, objectives: [{no: 1, indicators: [{text: Persentase A, target: 95%}]}]}
- {id: kabid, supervisor: kadis, objectives: [{no: 1, text: Persentase A, indicators: [{text: Data A, target: 90%}]}]}
- {id: kasi, supervisor: kabid, objectives: [{no: 1, text: Data A, indicators: [{text: Draf data A, target: 90%}]}]}
""",
        finds=[_HERE],
    ),
]


def check(link: Link) -> Iterator[Finding | NotChecked]:
    compared = compare(link.child.indicator, link.parent.indicator)
    sure = certainty_of(link)
    if not isinstance(compared, Comparison):
        yield RULE.skip(of_row(link.child), compared)
    elif sure is None or (sure == "akin" and _are_scores(compared)):
        yield RULE.skip(of_row(link.child), messages.INDIRECT_LINK)
    elif compared.standing != "equal" and balanced(link):
        yield RULE.skip(of_row(link.child), messages.TARGETS_BALANCE)
    elif compared.standing == "below" and not agrees_with_an_elder(link):
        yield from _below(link, compared, sure)


def _are_scores(compared: Comparison) -> bool:
    """Whether the figures are marks of two measures, each with its own scale."""
    return compared.other is None or kind(compared.other.unit) == "score"


def _below(link: Link, compared: Comparison, sure: Sameness) -> Iterator[Finding | NotChecked]:
    others = [(row, each) for row, each in takers(link) if row.id != link.child.id]
    lacking = link.whole.may_lack_subordinates(link.parent.agreement) if compared.shareable else None
    if lacking is not None:
        yield RULE.skip(of_row(link.child), messages.SUBORDINATE_MISSING, position=lacking.position)
        return
    if compared.shareable and others and compared.polarity == "maximize":
        yield from _together(link)
        return
    met = any(each.standing != "below" for _, each in others)
    kept_whole = not compared.shareable or link.whole.quotes(link.parent.agreement)
    yield RULE.found(
        of_link(link),
        [quote_row(row) for row in (link.child, link.parent, *echoes(link.whole, link.child))],
        severity=Severity.WARNING if sure == "akin" else None,
        certainty=Certainty.DEFINITE if sure == "same" and not met and kept_whole else Certainty.JUDGEMENT,
        variant="minimize" if compared.polarity == "minimize" else None,
        key=compared.key or (target_text(link.child), target_text(link.parent)),
        own=target_text(link.child),
        above=target_text(link.parent),
        superior=title_of(link.parent.agreement),
        indicator=link.parent.indicator.text,
        linked=_LINKED if sure == "same" else _SEEMS_LINKED,
    )


def _together(link: Link) -> Iterator[Finding]:
    """What is counted may be shared out: only the sum tells, and it is told once, at the first part."""
    parts = [(row, each) for row, each in takers(link) if each.own and each.other]
    total = sum(each.own.high for _, each in parts if each.own)
    short = all(each.other is not None and total < each.other.low for _, each in parts)
    if not short or parts[0][0].id != link.child.id:
        return
    yield RULE.found(
        of_link(link),
        [quote_row(row) for row in (*(row for row, _ in parts), link.parent)],
        variant="together",
        key=(str(total), target_text(link.parent)),
        parts=" + ".join(target_text(row) or "" for row, _ in parts),
        total=total,
        above=target_text(link.parent),
        superior=title_of(link.parent.agreement),
        indicator=link.parent.indicator.text,
    )
