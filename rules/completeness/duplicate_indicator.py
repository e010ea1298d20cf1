"""STR003: an agreement has the same indicator twice, or the same objective under two numbers."""

from collections import defaultdict
from collections.abc import Iterator

from pkcheck import messages
from pkcheck.findings import NotChecked
from pkcheck.graph import Member, Row, rows_of
from pkcheck.model import Agreement
from pkcheck.numbering import objective_rows
from pkcheck.quoting import of_agreement, of_objective, of_row, quote_objective, quote_row
from pkcheck.rule import Certainty, Example, Finding, Found, Rule, Severity, Text
from pkcheck.wording import normal, subject_words

RULE = Rule(
    code="STR003",
    name="duplicate-indicator",
    severity=Severity.WARNING,
    certainty=Certainty.DEFINITE,
    basis=("INF",),
    title=Text(id="Indikator atau sasaran tercantum dua kali", en="An indicator or an objective stands twice"),
    message=Text(
        id='Indikator "{text}" tercantum pada sasaran nomor {numbers:list} dalam PK yang sama.',
        en='The indicator "{text}" stands under objectives {numbers:list} of the same agreement.',
    ),
    variants={
        "one_objective": Text(
            id='Indikator "{text}" tercantum lebih dari satu kali pada sasaran nomor {numbers:list}.',
            en='The indicator "{text}" stands more than once under objective {numbers:list}.',
        ),
        "objective": Text(
            id='Sasaran "{text}" tercantum dengan nomor {numbers:list} dalam PK yang sama.',
            en='The objective "{text}" stands under numbers {numbers:list} of the same agreement.',
        ),
    },
    why=Text(
        id="Kinerja yang sama dihitung lebih dari satu kali, dan capaian pada dua tempat dapat berbeda.",
        en="The same performance counts more than once, and its results in two places may differ.",
    ),
    advice=Text(
        id="Gabungkan menjadi satu baris, atau perjelas perbedaannya bila yang dimaksud memang dua hal.",
        en="Make one row of them, or say how they differ if two things are meant.",
    ),
)
VALID = [
    Example(
        "two-indicators-of-one-objective",
        "[{id: a, objectives: [{no: 1, text: X, indicators: [{text: Jumlah laporan}, {text: Jumlah peserta}]}]}]",
    ),
    Example(
        "short-words-say-what-their-objectives-say",
        """
- id: a
  objectives:
  - {no: 1, text: Terlaksananya pelatihan guru, indicators: [{text: Jumlah dokumen, target: 1 dokumen}]}
  - {no: 2, text: Terlaksananya pelatihan tutor, indicators: [{text: Jumlah dokumen, target: 1 dokumen}]}
""",
    ),
    Example(
        "one-indicator-with-two-targets",
        """
- id: a
  objectives:
  - {no: 1, text: X, indicators: [{text: Nilai SAKIP, target: "70"}, {text: Nilai SAKIP, target: BB}]}
""",
    ),
    Example(
        "an-objective-told-again-for-its-next-indicator",
        "[{id: a, objectives: [{no: 1, text: X Y, indicators: [{text: I}]}, {no: 2, text: X Y, indicators: [{text: J}]}]}]",
    ),
    Example("empty-cells", '[{id: a, objectives: [{no: 1, text: ""}, {no: 2, text: X}, {no: 3, text: ""}]}]'),
    Example("a-statement-alone", "[{id: a, statement: {date: 2024-01-02}}]", skips=["a"]),
]
INVALID = [
    Example(
        "a-row-doubled",
        """
- id: a
  objectives:
  - {no: 1, text: X, indicators: [{text: Nilai SAKIP, target: "70"}]}
  - {no: 1, text: X, indicators: [{text: Nilai SAKIP, target: "70"}]}
""",
        finds=[Found("a:1.2")],
    ),
    Example(
        "objective-and-indicator-come-back-together-told-once",
        """
- id: a
  objectives:
  - {no: 1, text: X, indicators: [{text: Nilai SAKIP, target: "70"}]}
  - {no: 2, text: Y, indicators: [{text: J}]}
  - {no: 3, text: X, indicators: [{text: Nilai SAKIP, target: "70"}]}
""",
        finds=[Found("a:3.1")],
    ),
    Example(
        "the-same-under-another-objective",
        """
- id: a
  objectives:
  - {no: 1, text: X, indicators: [{text: Persentase aset daerah yang bersertifikat, target: 70%}]}
  - {no: 2, text: Y, indicators: [{text: Persentase aset daerah yang bersertifikat, target: 80%}]}
""",
        finds=[Found("a:2.1")],
    ),
    Example(
        "twice-under-one-objective",
        "[{id: a, objectives: [{no: 1, text: X, indicators: [{text: Jumlah laporan}, {text: Jumlah laporan}]}]}]",
        finds=[Found("a:1.2")],
    ),
    Example(
        "an-objective-comes-back-later",
        """
- id: a
  objectives:
  - {no: 1, text: Terwujudnya sarana kerja, indicators: [{text: I}]}
  - {no: 2, text: Y, indicators: [{text: J}]}
  - {no: 3, text: Terwujudnya Sarana Kerja, indicators: [{text: K}]}
""",
        finds=[Found("a:3")],
    ),
]
_TELLING = 3


def check(member: Member) -> Iterator[Finding | NotChecked]:
    agreement = member.agreement
    if not agreement.objectives and agreement.statement is not None:
        yield RULE.skip(of_agreement(agreement), messages.NO_ANNEX)
        return
    doubled: set[str] = set()
    for rows in _same_indicators(agreement):
        doubled |= {row.objective_id for row in rows}
        places = [quote_row(row) for row in reversed(rows)]
        text = rows[0].indicator.text
        numbers = list(dict.fromkeys(_numbers(rows)))
        variant = None if len(numbers) > 1 else "one_objective"
        yield RULE.found(of_row(rows[-1]), places, variant=variant, key=(), text=text, numbers=numbers)
    for rows in _same_objectives(agreement):
        if not {row.objective_id for row in rows} <= doubled:
            yield RULE.found(
                of_objective(rows[-1]),
                [quote_objective(row, row.objective.text) for row in reversed(rows)],
                severity=Severity.INFO,
                variant="objective",
                key=(),
                text=rows[0].objective.text,
                numbers=_numbers(rows),
            )


def _same_indicators(agreement: Agreement) -> Iterator[list[Row]]:
    by_text: dict[str, list[Row]] = defaultdict(list)
    for row in rows_of(agreement):
        by_text[normal(row.indicator.text)].append(row)
    for text, rows in by_text.items():
        if not text or len(rows) == 1:
            continue
        if len({normal(row.objective.text) for row in rows}) == 1:
            targets = {row.indicator.target.raw if row.indicator.target else None for row in rows}
            if len(targets) == 1:
                yield rows
        elif len(subject_words(text)) >= _TELLING:
            yield rows


def _same_objectives(agreement: Agreement) -> Iterator[list[Row]]:
    """Objectives that come back after another one; told again in the next row they only fill a merged cell."""
    by_text: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for at, row in enumerate(objective_rows(agreement)):
        if row.objective.text.strip():
            by_text[normal(row.objective.text)].append((at, row))
    for found in by_text.values():
        apart = [row for n, (at, row) in enumerate(found) if n == 0 or found[n - 1][0] != at - 1]
        if len(apart) > 1:
            yield apart


def _numbers(rows: list[Row]) -> list[str]:
    return [str(row.objective.no) if row.objective.no is not None else "-" for row in rows]
