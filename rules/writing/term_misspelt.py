"""TXT003: a term of the field is written wrongly, or a word nearly as a frequent one."""

from collections import defaultdict
from collections.abc import Iterator

from pkcheck.findings import NotChecked
from pkcheck.graph import AgreementSet
from pkcheck.passages import Passage, passages_of
from pkcheck.quoting import of_agency
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text
from pkcheck.spelling import Slip, Usage, near_misses, wrong_terms

RULE = Rule(
    code="TXT003",
    name="term-misspelt",
    severity=Severity.INFO,
    certainty=Certainty.JUDGEMENT,
    basis=("INF",),
    title=Text(id="Istilah tertulis keliru", en="A term is written wrongly"),
    message=Text(
        id='Tertulis "{wrong}"; yang dimaksud tampaknya "{right}" ({count} tempat).',
        en='It says "{wrong}"; "{right}" seems to be meant ({count} places).',
    ),
    variants={
        "term": Text(
            id='Tertulis "{wrong}"; istilahnya "{right}" ({count} tempat). {note}',
            en='It says "{wrong}"; the term is "{right}" ({count} places). {note}',
        )
    },
    why=Text(
        id="Istilah yang keliru dapat menunjuk hal lain, dan menyulitkan penelusuran indikator antartingkat.",
        en="A wrong term may mean something else, and makes indicators hard to follow from level to level.",
    ),
    advice=Text(
        id="Periksa naskah aslinya, lalu perbaiki penulisannya di semua tempat.",
        en="Look at the original, then correct the wording in every place.",
    ),
)
VALID = [
    Example(
        "ordinary-words-beside-terms",
        """
- id: a
  objectives:
  - {no: 1, text: Meningkatnya penyerapan anggaran, indicators: [{text: Jumlah pengajuan kenaikan pangkat}]}
  - {no: 2, text: Pendampingan UMKM dan pelayaran rakyat, indicators: [{text: Persentase lembaga yang bersertifikat}]}
""",
    ),
    Example(
        "a-person-and-a-committee",
        """
- {id: a, objectives: [{no: 1, text: Pembangunan Museum Yan Sibarani, indicators: [{text: Honor PPK dan PPS}]}]}
""",
    ),
    Example(
        "both-in-one-row",
        """
- {id: a, objectives: [{no: 1, text: Seleksi PPPK, indicators: [{text: Jumlah PPPK yang ditetapkan PPK}]}]}
""",
    ),
]
INVALID = [
    Example(
        "a-letter-lost",
        "[{id: a, objectives: [{no: 1, text: Jumlah sengketa yan diajukan, indicators: [{text: Persentase pelaksanan tugas}]}]}]",
        finds=[Found("a"), Found("a")],
    ),
    Example(
        "the-same-surroundings-elsewhere",
        """
- id: a
  first_party: {position: Ketua Komisi Pemilihan Umum}
  second_party: {position: Ketua Komis Pemilihan Umum}
""",
        finds=[Found("a")],
    ),
    Example(
        "a-statutory-term",
        "[{id: a, objectives: [{no: 1, text: Persentase pegawai pemerintah dengan perjanjian kontrak yang diseleksi}]}]",
        finds=[Found("a")],
    ),
    Example(
        "another-abbreviation",
        "[{id: a, objectives: [{no: 1, text: Seleksi PPPK, indicators: [{text: Terfasilitasinya seleksi PPK}]}]}]",
        finds=[Found("a")],
    ),
]


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    for agency in whole.agencies:
        passages = [passage for agreement in agency for passage in passages_of(agreement)]
        usage = Usage(passage.text for passage in passages)
        places: dict[tuple[str, str], list[tuple[Passage, str]]] = defaultdict(list)
        notes: dict[tuple[str, str], Text] = {}
        for passage in passages:
            for slip, note in _slips(passage, usage):
                key = slip.wrong.casefold(), slip.right
                places[key].append((passage, slip.wrong))
                if note:
                    notes[key] = note
        for key, found in places.items():
            wrong, right = found[0][1], key[1]
            yield RULE.found(
                of_agency(agency, found[0][0].agreement),
                [passage.marked(mark) for passage, mark in found],
                variant="term" if key in notes else None,
                key=key,
                wrong=wrong,
                right=_as_written(right, wrong),
                count=len(found),
                note=notes.get(key),
            )


def _slips(passage: Passage, usage: Usage) -> Iterator[tuple[Slip, Text | None]]:
    for slip, term in wrong_terms(passage.text, passage.beside):
        yield slip, None if term.lower_case else Text(id=term.note_id, en=term.note_en)
    for slip in near_misses(passage.text, usage):
        yield slip, None


def _as_written(right: str, wrong: str) -> str:
    """`right` with the capitals of `wrong`."""
    if wrong.isupper():
        return right.upper()
    return right.capitalize() if wrong[:1].isupper() and " " not in right else right
