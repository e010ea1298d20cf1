"""CAS006: a fall in the number of something becomes the number settled of it (or the other way), the figure unchanged."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.graph import Link, Row
from pkcheck.lexicon import lexicon
from pkcheck.quoting import of_link, of_row, quote_row, target_text, title_of
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text
from pkcheck.wording import matter, plain

RULE = Rule(
    code="CAS006",
    name="meaning-changed-same-number",
    severity=Severity.WARNING,
    certainty=Certainty.JUDGEMENT,
    basis=("R14",),
    title=Text(
        id="Ukuran berubah makna dengan angka yang sama",
        en="A measure changes its meaning with the same figure",
    ),
    message=Text(
        id='Indikator {superior} "{parent}" menjadi "{child}" dengan target yang sama, {target}: penurunan dan '
        "penyelesaian adalah dua ukuran yang berlainan.",
        en='{superior}\'s indicator "{parent}" becomes "{child}" with the same target, {target}: a fall and what was '
        "settled are two different measures.",
    ),
    why=Text(
        id="Target bawahan dapat tercapai penuh tanpa target atasan tercapai: perkara yang diselesaikan belum tentu "
        "membuat jumlah perkara turun.",
        en="The subordinate's target can be met in full and the superior's not at all: cases settled need not mean "
        "fewer cases.",
    ),
    advice=Text(
        id="Tetapkan ukuran mana yang dimaksud, lalu sesuaikan indikator dan target di kedua tingkat.",
        en="Decide which measure is meant, then set indicator and target at both levels accordingly.",
    ),
)


def _two_levels(parent: str, target: str, child: str, below: str) -> str:
    return f"""
    - id: bagian
      objectives: [{{no: 1, text: Layanan hukum, indicators: [{{text: {parent}, target: {target}}}]}}]
    - id: sub
      supervisor: bagian
      objectives: [{{no: 1, text: {parent}, indicators: [{{text: {child}, target: {below}}}]}}]
"""


_FALL = "Penurunan jumlah sengketa hukum"
VALID = [
    Example(
        "a-target-that-was-not-read",
        _two_levels(_FALL, "beberapa", "Jumlah sengketa hukum yang diselesaikan", "3 perkara"),
        skips=["bagian:1.1", "sub:1.1"],
    ),
    Example("another-matter", _two_levels(_FALL, "3 perkara", "Jumlah pengaduan pegawai yang ditangani", "3 perkara")),
    Example("a-fall-settled", _two_levels(_FALL, "3 perkara", "Penyelesaian penurunan sengketa hukum", "3 perkara")),
    Example("still-a-fall", _two_levels(_FALL, "3 perkara", "Penurunan sengketa hukum yang diajukan", "3 perkara")),
    Example("another-figure", _two_levels(_FALL, "3 perkara", "Jumlah sengketa hukum yang diselesaikan", "5 perkara")),
    Example("a-report-on-it", _two_levels(_FALL, "3 perkara", "Draf laporan sengketa hukum", "3 perkara")),
    Example(
        "a-level-to-fall-to",
        _two_levels("Penurunan prevalensi stunting", "14%", "Prevalensi stunting balita", "14%"),
    ),
    Example(
        "what-is-counted-is-work-on-a-fall",
        _two_levels("Jumlah kegiatan penurunan sengketa", "3 kegiatan", "Penyelesaian kegiatan sengketa", "3 kegiatan"),
    ),
]
INVALID = [
    Example(
        "a-fall-becomes-what-was-settled",
        _two_levels(_FALL, "3 perkara", "Jumlah sengketa hukum yang dapat diselesaikan", "3 perkara"),
        finds=[Found("sub:1.1 -> bagian:1.1")],
    ),
    Example(
        "and-the-other-way",
        _two_levels("Jumlah gangguan yang ditangani", "30 kasus", "Penurunan jumlah gangguan", "30 kasus"),
        finds=[Found("sub:1.1 -> bagian:1.1")],
    ),
]


def check(link: Link) -> Iterator[Finding | NotChecked]:
    child, parent = link.child, link.parent
    swapped = (_is_fall(child) and _is_settled(parent)) or (_is_fall(parent) and _is_settled(child))
    if not swapped or not _same_matter(child, parent):
        return
    one, other = child.indicator.target, parent.indicator.target
    if not (one and other) or None in (one.value, other.value):
        yield RULE.skip(of_row(child), messages.TARGET_UNREAD)
    elif (one.value, one.unit) == (other.value, other.unit):
        yield RULE.found(
            of_link(link),
            [quote_row(child), quote_row(parent)],
            key=(child.indicator.text, parent.indicator.text),
            superior=title_of(parent.agreement),
            parent=parent.indicator.text,
            child=child.indicator.text,
            target=target_text(child),
        )


def _is_fall(row: Row) -> bool:
    """Whether the indicator names a fall as what is measured: at its head, or right after the measure word."""
    head = next((each for each in plain(row.indicator.text).split() if each not in lexicon().measure_words), None)
    return head in lexicon().fall_nouns


def _is_settled(row: Row) -> bool:
    """Whether it counts what was settled, and is no fall."""
    text = f" {plain(row.indicator.text)} "
    settled = any(f" {word} " in text for word in lexicon().settled_words)
    return settled and not any(f" {word} " in text for word in lexicon().fall_words)


def _same_matter(child: Row, parent: Row) -> bool:
    """Whether the two speak of the same thing but for the words of fall and settlement."""
    apart = {stem for word in (*lexicon().fall_words, *lexicon().settled_words) for stem in matter(word)}
    one, other = matter(child.indicator.text) - apart, matter(parent.indicator.text) - apart
    return len(one & other) * 2 >= max(1, min(len(one), len(other)))
