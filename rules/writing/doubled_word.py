"""TXT002: a word stands twice in a row, or half of it was left over by whoever read the document."""

from collections.abc import Iterator
from itertools import chain

from pkcheck.findings import NotChecked
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement
from pkcheck.passages import Passage, passages_of
from pkcheck.quoting import of_agreement
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text
from pkcheck.spelling import Usage, doubled_words, half_words

RULE = Rule(
    code="TXT002",
    name="doubled-word",
    severity=Severity.INFO,
    certainty=Certainty.DEFINITE,
    basis=("INF",),
    title=Text(id="Kata tertulis dua kali berturut-turut", en="A word is written twice in a row"),
    message=Text(id='Tertulis dua kali berturut-turut: "{words:list}".', en='Written twice in a row: "{words:list}".'),
    variants={
        "reader": Text(
            id='Ada penggalan kata yang berulang: "{words:list}". Penggalan seperti ini biasanya berasal dari pembacaan '
            "(OCR), bukan dari naskahnya.",
            en='Part of a word is repeated: "{words:list}". Such a fragment usually comes from reading the scan (OCR), not '
            "from the document.",
        )
    },
    why=Text(
        id="Nama jabatan, unit, atau indikator yang tertulis tidak tepat menyulitkan pencocokan dengan dokumen lain.",
        en="A position, unit or indicator that is not written exactly is hard to match with other documents.",
    ),
    advice=Text(
        id="Hapus kata yang berlebih; bila dimaksudkan sebagai bentuk ulang, beri tanda hubung.",
        en="Remove what is too much; where a reduplication is meant, write it with a hyphen.",
    ),
)
VALID = [
    Example(
        "reduplications",
        """
- {id: a, objectives: [{no: 1, text: Terlaksananya tugas masing masing bidang, indicators: [{text: Jumlah undang undang}]}]}
""",
    ),
    Example(
        "a-town-with-a-double-name",
        """
- {id: a, first_party: {position: Camat Pulau Gilo Gilo}, objectives: [{no: 1, text: Layanan bersama sama warga}]}
""",
    ),
    Example(
        "a-comma-or-a-slash-between",
        """
- {id: a, objectives: [{no: 1, text: "KPU Provinsi/Provinsi lain, lain lain", indicators: [{text: "tepat, tepat guna"}]}]}
""",
    ),
]
INVALID = [
    Example(
        "a-province-twice",
        """
- id: a
  first_party: {position: Sekretaris Provinsi Sumatera Utara}
  second_party: {position: Kepala Dinas Provinsi Sumatera Sumatera Utara}
""",
        finds=[Found("a")],
    ),
    Example(
        "half-a-word-left-over",
        """
- id: a
  first_party: {position: Sekretaris Provinsi insi Sumatera Utara}
  second_party: {position: Kepala Dinas Provinsi Sumatera Utara}
""",
        finds=[Found("a")],
    ),
]


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    for agency in whole.agencies:
        texts = {each.id: list(_texts(each, agency)) for each in agency}
        usage = Usage(passage.text for passage in chain.from_iterable(texts.values()))
        for agreement in agency:
            own = texts[agreement.id]
            doubled = [(each, word) for each in own for word in doubled_words(each.text, usage)]
            halved = [(each, word) for each in own for word in half_words(each.text, usage)]
            for kind, certainty, found in (
                (None, Certainty.DEFINITE, doubled),
                ("reader", Certainty.JUDGEMENT, halved),
            ):
                if found:
                    words = list(dict.fromkeys(word for _, word in found))
                    places = [passage.marked(word) for passage, word in found]
                    subject = of_agreement(agreement)
                    yield RULE.found(subject, places, certainty=certainty, variant=kind, key=(), words=words)


def _texts(agreement: Agreement, agency: tuple[Agreement, ...]) -> Iterator[Passage]:
    """What the agreement says; the first one of an institution also answers for the institution's name."""
    yield from passages_of(agreement, with_institution=agreement is agency[0])
