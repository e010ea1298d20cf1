"""STR005: the unit in the annex's head is not the one that the first party heads."""

from collections import Counter
from collections.abc import Iterator

from pkcheck import messages
from pkcheck.findings import NotChecked
from pkcheck.graph import AgreementSet
from pkcheck.headings import heading_of, names_a_part, whose_unit
from pkcheck.model import Agreement
from pkcheck.quoting import of_agency, of_agreement, quote_party, quote_unit
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text

RULE = Rule(
    code="STR005",
    name="unit-differs-from-position",
    severity=Severity.WARNING,
    certainty=Certainty.JUDGEMENT,
    basis=("R09",),
    title=Text(
        id="Unit pada kepala lampiran berbeda dari jabatan pihak pertama",
        en="The unit in the annex's head differs from the first party's position",
    ),
    message=Text(
        id='Kepala lampiran menyebut unit "{head}", yaitu unit yang dipimpin {other}, sedangkan pihak pertama adalah {position}.',
        en='The annex\'s head names the unit "{head}", which {other} heads, while the first party is {position}.',
    ),
    variants={
        "short": Text(
            id='Nama unit "{head}" tidak memuat kata "{lacks}", yang ditulis {count} unit lain pada instansi ini '
            '(misalnya "{example}").',
            en='The unit "{head}" lacks the word "{lacks}", which {count} other units of this institution have '
            '(such as "{example}").',
        )
    },
    why=Text(
        id="Lampiran dapat terbaca sebagai lampiran unit lain, sehingga kinerja dan anggarannya tidak jelas milik siapa.",
        en="The annex may be read as another unit's, and it is not clear whose performance and budget it holds.",
    ),
    advice=Text(
        id="Samakan nama unit pada kepala lampiran dengan nomenklatur jabatan yang menandatangani.",
        en="Make the unit in the annex's head agree with the official name of the signatory's position.",
    ),
)
_HOUSE = "institution: Dinas Sosial Kota X"
VALID = [
    Example(
        "short-and-long-forms",
        f"""
- {{id: a, {_HOUSE}, unit: Dinas Sosial Kota X, first_party: {{position: Kepala Bidang Rehabilitasi}}}}
- {{id: b, {_HOUSE}, unit: Perlindungan, first_party: {{position: Kepala Seksi Perlindungan Anak}}}}
- {{id: c, {_HOUSE}, unit: Bidang Linjamsos, first_party: {{position: Kepala Bidang Perlindungan dan Jaminan Sosial}}}}
""",
    ),
    Example(
        "the-superiors-unit",
        f"""
- {{id: a, {_HOUSE}, unit: Bidang Data, first_party: {{position: Kepala Bidang Data}}}}
- id: b
  {_HOUSE}
  unit: Bidang Data
  first_party: {{position: Kepala Seksi Arsip}}
  second_party: {{position: Kepala Bidang Data}}
""",
    ),
    Example(
        "two-units-are-too-few-to-tell-the-usual-form",
        """
- {id: a, institution: KPU Kota X, unit: Data Sekretariat KPU Kota X, first_party: {position: Kepala Bagian Data}}
- {id: b, institution: KPU Kota X, unit: Logistik KPU Kota X, first_party: {position: Kepala Bagian Logistik}}
""",
    ),
    Example("no-position", f"[{{id: a, {_HOUSE}, unit: Bidang Data}}, {{id: b, {_HOUSE}}}]", skips=["a", "b"]),
    Example(
        "nobody-beside",
        f"[{{id: a, {_HOUSE}, unit: Data, first_party: {{position: Kepala Bidang Data}}}}]",
        skips=["a"],
    ),
    Example(
        "the-head-of-the-institution-is-in-no-secretariat",
        """
- {id: a, institution: KPU Kota X, unit: KPU Kota X, first_party: {position: Ketua KPU Kota X}}
- {id: b, institution: KPU Kota X, unit: Keuangan Sekretariat KPU Kota X, first_party: {position: Kepala Bagian Keuangan}}
- {id: c, institution: KPU Kota X, unit: Hukum Sekretariat KPU Kota X, first_party: {position: Kepala Bagian Hukum}}
- {id: d, institution: KPU Kota X, unit: Data Sekretariat KPU Kota X, first_party: {position: Kepala Bagian Data}}
""",
    ),
]
INVALID = [
    Example(
        "the-unit-of-somebody-else",
        f"""
- {{id: a, {_HOUSE}, unit: Bidang Data, first_party: {{position: Kepala Bidang Rehabilitasi}}}}
- {{id: b, {_HOUSE}, unit: Bidang Data, first_party: {{position: Kepala Bidang Data}}}}
""",
        finds=[Found("a")],
    ),
    Example(
        "one-of-four-without-secretariat",
        """
- {id: a, institution: KPU Kota X, unit: Logistik KPU Kota X, first_party: {position: Kepala Bagian Logistik}}
- {id: b, institution: KPU Kota X, unit: Keuangan Sekretariat KPU Kota X, first_party: {position: Kepala Bagian Keuangan}}
- {id: c, institution: KPU Kota X, unit: Hukum Sekretariat KPU Kota X, first_party: {position: Kepala Bagian Hukum}}
- {id: d, institution: KPU Kota X, unit: Data Sekretariat KPU Kota X, first_party: {position: Kepala Bagian Data}}
""",
        finds=[Found("kpu-kota-x")],
    ),
]
_ENOUGH = 3
_MOST = 2 / 3


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    for agency in whole.agencies:
        for agreement in agency:
            yield from _against_position(agreement, agency)
        yield from _shortened(agency)


def _against_position(agreement: Agreement, agency: tuple[Agreement, ...]) -> Iterator[Finding | NotChecked]:
    party = agreement.first_party
    if party is None or not party.position or not agreement.unit:
        yield RULE.skip(of_agreement(agreement), messages.POSITION_UNKNOWN)
    elif len(agency) == 1:
        yield RULE.skip(of_agreement(agreement), messages.NO_PEERS)
    elif (other := whose_unit(agreement, agency)) and other.first_party:
        yield RULE.found(
            of_agreement(agreement),
            [
                quote_unit(agreement, agreement.unit),
                quote_party(agreement, party),
                quote_party(other, other.first_party),
            ],
            head=agreement.unit,
            other=other.first_party.position,
            position=party.position,
        )


def _shortened(agency: tuple[Agreement, ...]) -> Iterator[Finding]:
    """Units whose institution is written shorter than most of the others write it: one finding for all of them."""
    units = [each for each in agency if names_a_part(each)]
    tails = Counter(heading_of(each).tail for each in units)
    if not tails:
        return
    usual, count = tails.most_common(1)[0]
    if count < _ENOUGH or count < _MOST * len(units):
        return
    short = [
        each for each in units if (tail := heading_of(each).tail) and tail != usual and tail == usual[-len(tail) :]
    ]
    lacking = {usual[: -len(heading_of(each).tail)] for each in short}
    if len(lacking) == 1:
        example = next(each for each in units if heading_of(each).tail == usual)
        yield RULE.found(
            of_agency(agency),
            [quote_unit(each) for each in (*short, example)],
            severity=Severity.INFO,
            certainty=Certainty.DEFINITE,
            variant="short",
            key=(),
            head='", "'.join(each.unit or "" for each in short),
            lacks=" ".join(lacking.pop()).title(),
            count=count,
            example=example.unit,
        )
