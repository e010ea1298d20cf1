"""TGT003: a target differs from the superior's, without being a shortfall."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.comparison import (
    Comparison,
    agrees_with_an_elder,
    balanced,
    certainty_of,
    compare,
    echoes,
    same_text_above,
    takers,
)
from pkcheck.graph import Link, Member, Row, links_of
from pkcheck.quoting import of_link, of_row, quote_row, target_text, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="TGT003",
    name="target-differs-from-parent",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("R14",),
    looks_at="indicator",
    title=Text(id="Target tidak sama dengan target atasan", en="A target differs from the superior's"),
    message=Text(
        id='Target {own} lebih tinggi daripada target {above} yang dijanjikan {superior} untuk "{indicator}", indikator '
        "yang diturunkan ke baris ini. Bukan kekurangan, tetapi kedua tingkat tidak sama.",
        en='The target {own} is above the {above} that {superior} promises for "{indicator}", the indicator that this row '
        "derives from. No shortfall, but the two levels do not agree.",
    ),
    variants={
        "stricter": Text(
            id='Target {own} lebih ketat daripada target {above} yang dijanjikan {superior} untuk "{indicator}" (makin '
            "kecil makin baik). Bukan kekurangan, tetapi kedua tingkat tidak sama.",
            en='The target {own} is stricter than the {above} that {superior} promises for "{indicator}" (less is better). '
            "No shortfall, but the two levels do not agree.",
        ),
        "different": Text(
            id='Target {own} tidak sama dengan target {above} yang dijanjikan {superior} untuk "{indicator}", indikator '
            "yang diturunkan ke baris ini.",
            en='The target {own} is not the {above} that {superior} promises for "{indicator}", the indicator that this '
            "row derives from.",
        ),
        "same_text": Text(
            id='Indikator "{indicator}" bertarget {own} di sini dan {above} dalam PK {superior}, padahal bunyinya sama.',
            en='The indicator "{indicator}" has the target {own} here and {above} in the agreement of {superior}, though '
            "its wording is the same.",
        ),
    },
    why=Text(
        id="Dua angka untuk hal yang sama membuat capaian kedua tingkat tidak dapat dijumlahkan atau dibandingkan.",
        en="With two figures for one thing, what the two levels achieve can be neither added up nor compared.",
    ),
    advice=Text(
        id="Pastikan angka mana yang benar menurut dokumen perencanaan, lalu samakan di kedua tingkat; bila memang berbeda "
        "lingkup, bedakan bunyi indikatornya.",
        en="Find out which figure the planning documents have and use it at both levels; where the scope differs, word "
        "the indicators differently.",
    ),
)
_TWO = """
- {{id: kadis, objectives: [{{no: 1, indicators: [{{text: {text}, target: "{above}"}}]}}]}}
- {{id: kabid, supervisor: kadis, objectives: [{{no: 1, text: {text}, indicators: [{{text: {text} di bidang, target: "{own}"}}]}}]}}
"""
_SAME_WORDS = """
- {{id: kadis, kind: sole, objectives: [{{no: 1, indicators: [{{text: Nilai kepatuhan, target: "75"}}]}}]}}
- {{id: kabid, supervisor: kadis, objectives: [{{no: 1, indicators: [{{text: Jumlah rapat, target: 4 kali}}]}}]}}
- {{id: kasi, supervisor: {superior}, objectives: [{{no: 1, indicators: [{{text: Nilai kepatuhan, target: "{own}"}}]}}]}}
"""


def _two(name: str, text: str, above: str, own: str, *finds: Found) -> Example:
    return Example(name, _TWO.format(text=text, above=above, own=own), finds)


_HERE = Found("kabid:1.1 -> kadis:1.1")
VALID = [
    _two("the-same", "Persentase layanan tepat waktu", "95%", "95,0 %"),
    _two("less-is-another-rule's", "Persentase layanan tepat waktu", "95%", "94%"),
    _two("one-of-two-quantities-is-the-same", "Persentase satker digital", "36,36% (4 satker)", "4 satker"),
    _two("within-the-range", "Jumlah pembinaan", "5-7 kali", "7 kali"),
    _two("another-unit", "Persentase laporan tepat waktu", "75%", "12 laporan"),
    Example(
        "another-measure-beneath-a-quotation",
        """
- {id: ketua, objectives: [{no: 1, indicators: [{text: Persentase partisipasi pemilih, target: "79,5%"}]}]}
- {id: sekretaris, supervisor: ketua, objectives: [{no: 1, text: Persentase partisipasi pemilih,
    indicators: [{text: Persentase pelaksanaan sosialisasi, target: 100%}]}]}
""",
        skips=("ketua:1.1", "sekretaris:1.1"),
    ),
    Example(
        "a-share-of-something-else",
        """
- {id: ketua, objectives: [{no: 1, indicators: [{text: Persentase data pemilih yang mutakhir, target: 98%}]}]}
- {id: sekretaris, supervisor: ketua, objectives: [{no: 1, text: Persentase data pemilih yang mutakhir,
    indicators: [{text: Persentase kelurahan yang memutakhirkan data pemilih, target: 100%}]}]}
""",
        skips=("ketua:1.1", "sekretaris:1.1"),
    ),
    Example(
        "the-same-words-two-levels-up-with-the-same-target",
        _SAME_WORDS.format(superior="kabid", own="75"),
        skips=("kabid:1.1",),
    ),
    Example(
        "the-same-words-two-levels-up-with-a-target-that-was-not-read",
        _SAME_WORDS.format(superior="kabid", own="tujuh puluh"),
        skips=("kabid:1.1", "kasi:1.1"),
    ),
    Example(
        "two-shares-around-the-superior's",
        """
- {id: kadis, kind: sole, objectives: [{no: 1, indicators: [{text: Persentase realisasi, target: 95%}]}]}
- {id: kabid, supervisor: kadis, objectives: [{no: 1, text: Persentase realisasi,
    indicators: [{text: Realisasi pajak, target: 97%}, {text: Realisasi retribusi, target: 92%}]}]}
""",
        skips=("kabid:1.1", "kabid:1.2"),
    ),
    Example(
        "sister-units-have-their-own-figures",
        """
- {id: kadis, objectives: [{no: 1, indicators: [{text: Nilai pelayanan, target: "90"}]}]}
- {id: b1, supervisor: kadis, objectives: [{no: 1, indicators: [{text: Nilai kepatuhan bidang, target: "80"}]}]}
- {id: b2, supervisor: kadis, objectives: [{no: 1, indicators: [{text: Nilai kepatuhan bidang, target: "85"}]}]}
""",
    ),
    Example(
        "one-of-several-units-is-ahead",
        """
- {id: rektor, objectives: [{no: 1, indicators: [{text: Persentase lulusan yang bekerja, target: 80%}]}]}
- {id: teknik, supervisor: rektor, objectives: [{no: 1, indicators: [{text: Persentase lulusan yang bekerja, target: 82%}]}]}
- {id: hukum, supervisor: rektor, objectives: [{no: 1, indicators: [{text: Persentase lulusan yang bekerja, target: 80%}]}]}
""",
    ),
]
INVALID = [
    _two("one-percent-more", "Persentase layanan tepat waktu", "95%", "96%", _HERE),
    _two("a-stricter-limit", "Rata-rata waktu tunggu layanan", "5 hari", "4 hari", _HERE),
    _two("open-which-way-is-better", "Jumlah revisi anggaran", "12 kali", "10 kali", _HERE),
    _two("more-than-a-compound", "Persentase satker digital", "36,36% (4 satker)", "100%", _HERE),
    Example(
        "the-same-words-two-levels-up-with-another",
        _SAME_WORDS.format(superior="kabid", own="72"),
        finds=[Found("kasi:1.1")],
    ),
]


def check(member: Member) -> Iterator[Finding | NotChecked]:
    for row in member.rows:
        links = list(links_of(member.whole, row))
        for link in links:
            yield from _linked(link)
        if not links:
            yield from _unlinked(member, row)


def _linked(link: Link) -> Iterator[Finding | NotChecked]:
    compared = compare(link.child.indicator, link.parent.indicator)
    sure = certainty_of(link)
    if not isinstance(compared, Comparison):
        yield RULE.skip(of_row(link.child), compared)
    elif sure in (None, "akin"):
        yield RULE.skip(of_row(link.child), messages.INDIRECT_LINK)
    elif compared.standing != "equal" and balanced(link):
        yield RULE.skip(of_row(link.child), messages.TARGETS_BALANCE)
    elif compared.standing in ("above", "different") and not _told_elsewhere(link, compared):
        yield _found(link, compared, sure=sure == "same")


def _told_elsewhere(link: Link, compared: Comparison) -> bool:
    """Whether it is one of several parts of what the superior counts, or the slip is in the superior's own target."""
    own, other = compared.own, compared.other
    smaller = own is not None and other is not None and own.high < other.low
    shared_out = compared.shareable and smaller and len(takers(link)) > 1
    return shared_out or _is_a_unit_of_many(link, compared) or agrees_with_an_elder(link)


def _is_a_unit_of_many(link: Link, compared: Comparison) -> bool:
    """Whether it is the figure of one of several units with the same indicator, of which another keeps the superior's."""
    others = (each for row, each in takers(link) if row.id != link.child.id)
    ahead = compared.standing == "above" and not compared.shareable and link.derivation.how == "indicator"
    return ahead and any(each.standing == "equal" for each in others)


def _found(link: Link, compared: Comparison, *, sure: bool) -> Finding:
    plain = sure and compared.polarity is not None
    variants = {"different": "different", "above": "stricter" if compared.polarity == "minimize" else None}
    return RULE.found(
        of_link(link),
        [quote_row(row) for row in (link.child, link.parent, *echoes(link.whole, link.child))],
        certainty=Certainty.DEFINITE if plain else Certainty.JUDGEMENT,
        variant=variants[compared.standing],
        key=compared.key or (target_text(link.child), target_text(link.parent)),
        own=target_text(link.child),
        above=target_text(link.parent),
        superior=title_of(link.parent.agreement),
        indicator=link.parent.indicator.text,
    )


def _unlinked(member: Member, row: Row) -> Iterator[Finding | NotChecked]:
    if member.superior.status != "found":
        reasons = {"top": None, "missing": messages.SUPERIOR_MISSING}
        reason = reasons.get(member.superior.status, messages.SUPERIOR_UNKNOWN)
        if reason is not None:
            yield RULE.skip(of_row(row), reason)
        return
    twin = same_text_above(member.whole, row)
    if twin is None:
        yield RULE.skip(of_row(row), messages.NO_PARENT_INDICATOR)
        return
    compared = compare(row.indicator, twin.indicator)
    if not isinstance(compared, Comparison):
        yield RULE.skip(of_row(row), compared)
    elif compared.standing != "equal":
        yield RULE.found(
            of_row(row),
            [quote_row(row), quote_row(twin)],
            certainty=Certainty.JUDGEMENT,
            variant="same_text",
            key=(target_text(row), twin.id, target_text(twin)),
            own=target_text(row),
            above=target_text(twin),
            superior=title_of(twin.agreement),
            indicator=row.indicator.text,
        )
