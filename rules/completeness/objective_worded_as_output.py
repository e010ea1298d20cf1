"""STR010: objectives are worded as something written, as a measure or as their own indicator, not as a condition."""

from collections.abc import Iterator

from pkcheck import messages
from pkcheck.findings import NotChecked
from pkcheck.graph import AgreementSet, Row
from pkcheck.model import Agreement
from pkcheck.numbering import objective_rows
from pkcheck.phrasing import only_repeats, phrasing
from pkcheck.quoting import of_agency, of_agreement, quote_objective, quote_row
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text

RULE = Rule(
    code="STR010",
    name="objective-worded-as-output",
    severity=Severity.INFO,
    certainty=Certainty.JUDGEMENT,
    basis=("R20",),
    title=Text(id="Sasaran tidak dirumuskan sebagai kondisi", en="Objectives are not worded as a condition"),
    message=Text(
        id="Sasaran nomor {numbers:list} dirumuskan sebagai keluaran atau ukuran, bukan kondisi yang ingin dicapai, "
        'misalnya "{example}".',
        en="Objectives {numbers:list} are worded as an output or a measure, not as a condition to be reached, such as "
        '"{example}".',
    ),
    variants={
        "repeated": Text(
            id="Pada sasaran nomor {numbers:list}, indikator hanya mengulang bunyi sasaran tanpa ukuran tersendiri, "
            'misalnya "{example}".',
            en="Under objectives {numbers:list} the indicator only repeats the objective, without a measure of its own, "
            'such as "{example}".',
        ),
        "handed-down": Text(
            id="Pada {count} PK, bunyi indikator atasan disalin menjadi sasaran, sehingga sasaran berbunyi keluaran atau "
            'ukuran, bukan kondisi, misalnya "{example}".',
            en="In {count} agreements the superior's indicators were copied as objectives, which thus read as an output or "
            'a measure, not as a condition, such as "{example}".',
        ),
    },
    why=Text(
        id="Sasaran yang berupa keluaran atau ukuran tidak menyatakan hasil, sehingga tercapainya target belum menunjukkan "
        "perubahan yang dijanjikan.",
        en="An output or a measure states no result: that the target is met does not show the change that was promised.",
    ),
    advice=Text(
        id='Rumuskan sasaran sebagai kondisi (misalnya "Meningkatnya ...", "Terwujudnya ...") dan pindahkan keluaran atau '
        "ukurannya ke kolom indikator.",
        en='Word the objective as a condition ("Meningkatnya ...", "Terwujudnya ...") and move output or measure to the '
        "indicator.",
    ),
)
VALID = [
    Example(
        "conditions",
        """
- id: a
  objectives:
  - {no: 1, text: Meningkatnya kualitas layanan, indicators: [{text: Indeks Kepuasan Masyarakat}]}
  - {no: 2, text: Tersusunnya dokumen perencanaan, indicators: [{text: Persentase dokumen perencanaan tepat waktu}]}
  - {no: 3, text: Data kependudukan yang akurat, indicators: [{text: Persentase data kependudukan valid}]}
  - {no: 4, text: Jumlah penduduk miskin menurun, indicators: [{text: Angka kemiskinan}]}
""",
    ),
    Example(
        "a-measure-handed-down-is-a-house-style",
        """
- {id: a, kind: sole, objectives: [{no: 1, text: Terwujudnya kas rapi, indicators: [{text: Persentase kas rapi}]}]}
- {id: b, supervisor: a, objectives: [{no: 1, text: Persentase kas rapi, indicators: [{text: Kas tercatat}]}]}
""",
    ),
    Example(
        "a-result-that-is-its-own-measure",
        """
- {id: a, objectives: [{no: 1, text: Meningkatnya kepatuhan pajak, indicators: [{text: Kepatuhan pajak}]}]}
""",
    ),
    Example("a-statement-alone", "[{id: a, statement: {date: 2024-01-02}}]", skips=["a"]),
]
# What may be copied from a superior whose agreement is not at hand is not held against the copy.
VALID.append(
    Example(
        "the-superiors-agreement-is-not-at-hand",
        """
- {id: a, first_party: {name: Ani, position: Kepala Seksi Arsip}, objectives: [{no: 1, text: Persentase arsip rapi,
   indicators: [{text: Laporan arsip}]}], second_party: {name: Budi, position: Kepala Bidang Umum}}
""",
        skips=["a"],
    )
)
INVALID = [
    Example(
        "a-data-set-and-a-measure",
        """
- id: a
  objectives:
  - {no: 1, text: Data pencalonan, indicators: [{text: Persentase data pencalonan}]}
  - {no: 2, text: Persentase pegawai terlatih, indicators: [{text: Tersedianya laporan pelatihan}]}
""",
        finds=[Found("a")],
    ),
    Example(
        "an-indicator-that-only-repeats",
        "[{id: a, objectives: [{no: 1, text: Tersedianya sarana kerja, indicators: [{text: Sarana kerja}]}]}]",
        finds=[Found("a")],
    ),
    Example(
        "handed-down-is-told-once",
        """
- {id: a, kind: sole, objectives: [{no: 1, text: Terwujudnya kas rapi, indicators: [{text: Persentase kas rapi}]}]}
- {id: b, supervisor: a, objectives: [{no: 1, text: Persentase kas rapi, indicators: [{text: Laporan kas}]}]}
- {id: c, supervisor: b, objectives: [{no: 1, text: Laporan kas, indicators: [{text: Draft laporan kas}]}]}
""",
        finds=[Found("a")],
    ),
]
_SHOWN = 2


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    for agency in whole.agencies:
        handed_down: list[list[Row]] = []
        for agreement in agency:
            if whole.superiors[agreement.id].status == "missing":
                yield RULE.skip(of_agreement(agreement), messages.SUPERIOR_MISSING)
                continue
            rows = [row for row in objective_rows(agreement) if phrasing(row.objective.text) != "condition"]
            if rows and _copies(whole, agreement):
                handed_down.append(rows)
                rows = []
            yield from _own(agreement, rows)
        if any(phrasing(row.objective.text) == "output" for rows in handed_down for row in rows):
            example = handed_down[0][0]
            places = [quote_objective(row) for rows in handed_down for row in rows[:_SHOWN]]
            yield RULE.found(
                of_agency(agency),
                places,
                variant="handed-down",
                key=(),
                count=len(handed_down),
                example=example.objective.text,
            )


def _own(agreement: Agreement, rows: list[Row]) -> Iterator[Finding | NotChecked]:
    """What an agreement's own wording has: at most one finding."""
    repeated = [row for row in objective_rows(agreement) if only_repeats(row.indicator.text, row.objective.text)]
    told = [row for row in objective_rows(agreement) if row in rows or row in repeated]
    if told:
        places = [quote_objective(row) if row in rows else quote_row(row, row.indicator.text) for row in told]
        numbers = [str(row.objective.no) if row.objective.no is not None else "-" for row in told]
        example = rows[0].objective.text if rows else told[0].indicator.text
        kind = None if rows else "repeated"
        yield RULE.found(of_agreement(agreement), places, variant=kind, key=(), numbers=numbers, example=example)
    elif not agreement.objectives and agreement.statement is not None:
        yield RULE.skip(of_agreement(agreement), messages.NO_ANNEX)


def _copies(whole: AgreementSet, agreement: Agreement) -> bool:
    """Whether an agreement's objectives are its superior's indicators, as those of its sister units are."""
    superior = whole.superior(agreement)
    return superior is not None and whole.quotes(superior)
