"""TGT009: nobody can tell whether the target is a floor or a ceiling."""

from collections.abc import Iterator

from pkcheck.graph import Row
from pkcheck.polarity import counts_what_nobody_wants, falls_to_or_by
from pkcheck.quoting import of_row, quote_row, target_text
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text

RULE = Rule(
    code="TGT009",
    name="polarity-unclear",
    severity=Severity.INFO,
    certainty=Certainty.JUDGEMENT,
    basis=("R13",),
    title=Text(id="Arah target tidak jelas", en="It is not clear which way is better"),
    message=Text(
        id='"{indicator}" bertarget {target}: tidak jelas apakah {noun} sebanyak itu batas paling banyak atau jumlah yang '
        "harus dicapai.",
        en='"{indicator}" has the target {target}: it is not clear whether that many ({noun}) is a ceiling or a number to '
        "be reached.",
    ),
    variants={
        "fall": Text(
            id='"{indicator}" bertarget {target}: tidak jelas apakah itu besarnya penurunan atau nilai yang dituju.',
            en='"{indicator}" has the target {target}: it is not clear whether that is how far it falls, or to where.',
        ),
    },
    why=Text(
        id="Capaian di atas dan di bawah target dapat sama-sama dibaca sebagai berhasil.",
        en="What lies above the target and what lies below it can both be read as a success.",
    ),
    advice=Text(
        id='Tulis "paling banyak" atau "minimal", atau ubah bunyinya menjadi hal yang diinginkan.',
        en="Write 'at most' or 'at least', or word the indicator as what is wanted.",
    ),
)


def _one(name: str, text: str, target: str, *finds: Found, more: str = "") -> Example:
    row = f'{{id: a, objectives: [{{no: 1, indicators: [{{text: {text}, target: "{target}"{more}}}]}}]}}'
    return Example(name, row, finds)


VALID = [
    _one("what-is-wanted", "Jumlah pegawai terlatih", "12 orang"),
    _one("at-most", "Jumlah revisi anggaran", "maksimal 12 kali"),
    _one("said-in-the-data", "Jumlah revisi anggaran", "12 kali", more=", polarity: minimize"),
    _one("what-is-settled", "Jumlah sengketa yang diselesaikan", "3 perkara"),
    _one("how-far-it-falls", "Penurunan jumlah sengketa hukum", "3 perkara"),
    _one("none-at-all", "Jumlah sengketa pegawai", "0 perkara"),
    _one("plainly-unwanted", "Jumlah kecelakaan kerja", "3 kejadian"),
    _one("a-report-about-it", "Laporan revisi anggaran", "2 laporan"),
]
INVALID = [
    _one("revisions", "Jumlah revisi anggaran", "12 kali", Found("a:1.1")),
    _one("falls-by-or-to", "Menurunnya angka kemiskinan", "5%", Found("a:1.1")),
]


def check(row: Row) -> Iterator[Finding]:
    indicator, target = row.indicator, row.indicator.target
    if indicator.polarity is not None or target is None or target.sign is not None or not target.value:
        return
    noun = counts_what_nobody_wants(indicator)
    if noun is None and not falls_to_or_by(indicator):
        return
    yield RULE.found(
        of_row(row),
        [quote_row(row)],
        variant=None if noun else "fall",
        key=(target_text(row),),
        indicator=indicator.text,
        target=target_text(row),
        noun=noun,
    )
