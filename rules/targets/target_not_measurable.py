"""TGT006: a target is neither a figure nor a grade."""

import re
from collections.abc import Iterator

from pkcheck import messages
from pkcheck.comparison import is_missing
from pkcheck.graph import Row
from pkcheck.lexicon import lexicon
from pkcheck.polarity import says
from pkcheck.quantities.scales import grade
from pkcheck.quantities.units import kind, unit_name
from pkcheck.quoting import of_row, quote_row
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text
from pkcheck.wording import plain

_NUMBER = re.compile(r"\d|\b[IVX]+\b")
_WORDS_OF_A_GRADE = 2
_SHORT_NAME = 5

RULE = Rule(
    code="TGT006",
    name="target-not-measurable",
    severity=Severity.WARNING,
    certainty=Certainty.JUDGEMENT,
    basis=("R13",),
    title=Text(id="Target tidak terukur", en="A target that cannot be measured"),
    message=Text(
        id='Target "{target}" untuk "{indicator}" tidak memuat angka dan bukan predikat dari skala yang dikenal.',
        en='The target "{target}" for "{indicator}" holds no figure and is no grade of a known scale.',
    ),
    why=Text(
        id="Tanpa angka atau predikat tidak dapat dipastikan apakah target tercapai.",
        en="Without a figure or a grade nobody can tell whether the target was met.",
    ),
    advice=Text(
        id="Nyatakan target dengan angka dan satuan, atau dengan predikat dari skala penilaian resmi.",
        en="State the target as a figure with its unit, or as a grade of an official scale.",
    ),
)


def _one(name: str, text: str, target: str, *finds: Found, skips: tuple[str, ...] | None = None) -> Example:
    row = f'{{id: a, objectives: [{{no: 1, indicators: [{{text: {text}, target: "{target}"}}]}}]}}'
    return Example(name, row, finds, skips)


VALID = [
    _one("a-figure", "Persentase layanan tepat waktu", "95%"),
    _one("a-grade", "Opini BPK", "WTP", skips=()),
    _one("at-least-a-grade", "Nilai SAKIP", "Minimal B", skips=()),
    _one("an-unknown-grade-where-one-is-called-for", "Status akreditasi sekolah", "Terakreditasi", skips=("a:1.1",)),
    _one("a-short-name-may-be-a-grade", "Penghargaan lingkungan", "ADP", skips=("a:1.1",)),
    _one("a-number-in-words", "Persentase layanan tepat waktu", "seratus persen", skips=("a:1.1",)),
    _one("a-figure-that-was-not-read", "Pertumbuhan ekonomi", "Naik 5%", skips=("a:1.1",)),
    _one("nothing-is-another-rule's", "Nilai SAKIP", "-", skips=()),
    _one("a-plain-answer", "Dokumen rencana induk", "Ada", skips=()),
    Example(
        "the-reader-lost-it",
        '[{id: a, objectives: [{no: 1, indicators: [{text: Nilai SAKIP}]}], unread: ["a:1.1.target"]}]',
        skips=["a:1.1"],
    ),
]
INVALID = [
    _one("an-adverb", "Persentase layanan tepat waktu", "terlaksana dengan baik", Found("a:1.1")),
    _one("as-needed", "Jumlah rapat koordinasi", "Sesuai kebutuhan", Found("a:1.1")),
]


def check(row: Row) -> Iterator[Finding | NotChecked]:
    target = row.indicator.target
    if f"{row.id}.target" in row.agreement.unread:
        yield RULE.skip(of_row(row), messages.TARGET_UNREAD)
        return
    if target is None or target.value is not None or target.predicate is not None or target.also or is_missing(target):
        return
    raw = (target.raw or "").strip()
    words = plain(raw).split()
    if target.unit == "tanggal" or target.periods or plain(raw) in lexicon().plain_answers or _ends_in_a_grade(raw):
        return
    if _may_be_measured(row, raw, words):
        yield RULE.skip(of_row(row), messages.TARGET_UNREAD)
        return
    yield RULE.found(of_row(row), [quote_row(row)], key=(plain(raw),), target=raw, indicator=row.indicator.text)


def _ends_in_a_grade(raw: str) -> bool:
    """Whether it is a grade after one word at most: "Minimal B", but not "terlaksana dengan baik"."""
    words = raw.split()
    return any(grade(" ".join(words[at:])) is not None for at in (0, 1))


def _may_be_measured(row: Row, raw: str, words: list[str]) -> bool:
    """Whether the fault may be ours: a number that was not read, a grade of a scale that we do not know."""
    if not words or _NUMBER.search(raw) or says(raw, lexicon().number_words):
        return True
    units = (unit_name(raw), row.indicator.target.unit if row.indicator.target else None)
    graded = says(row.indicator.text, lexicon().grade_words) or any(
        unit and kind(unit) == "predicate" for unit in units
    )
    short_name = len(words) == 1 and raw.isupper() and len(raw) <= _SHORT_NAME
    return (graded and len(words) <= _WORDS_OF_A_GRADE) or short_name
