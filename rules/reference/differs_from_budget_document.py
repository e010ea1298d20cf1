"""REF001: a programme's amount is not the ceiling that the budget document gives the unit."""

from collections.abc import Iterator, Sequence

from pkcheck import messages
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement, BudgetLine
from pkcheck.programmes import level_named, same_programme
from pkcheck.quoting import of_budget, quote_budget
from pkcheck.reference.matching import ceiling_of, ceilings_of
from pkcheck.reference.model import Ceiling
from pkcheck.reference.quoting import quote_ceiling
from pkcheck.rule import Certainty, Example, Finding, Found, NotChecked, Rule, Severity, Text

RULE = Rule(
    code="REF001",
    name="differs-from-budget-document",
    severity=Severity.ERROR,
    certainty=Certainty.DEFINITE,
    basis=("R01",),
    title=Text(id="Anggaran PK berbeda dari dokumen anggaran", en="The budget differs from the budget document"),
    message=Text(
        id="{programme}: anggaran pada PK {own:rp}, lebih {difference:rp} dari pagunya dalam dokumen anggaran, {ceiling:rp}.",
        en="{programme}: the agreement has {own:rp}, {difference:rp} above the ceiling of the budget document, {ceiling:rp}.",
    ),
    variants={
        "below": Text(
            id="{programme}: anggaran pada PK {own:rp}, kurang {difference:rp} dari pagunya dalam dokumen anggaran, "
            "{ceiling:rp}.",
            en="{programme}: the agreement has {own:rp}, {difference:rp} below the ceiling of the budget document, "
            "{ceiling:rp}.",
        ),
        "absent": Text(
            id="{programme}: anggaran pada PK {own:rp}, sedangkan dokumen anggaran tidak memuat program ini untuk unit "
            "tersebut.",
            en="{programme}: the agreement has {own:rp}, whereas the budget document does not have this programme for "
            "the unit.",
        ),
    },
    why=Text(
        id="Kinerja diperjanjikan atas dana yang tidak sama dengan yang disahkan.",
        en="Performance is promised for other funds than were approved.",
    ),
    advice=Text(
        id="Cocokkan dengan DIPA/DPA yang berlaku pada tanggal PK; bila anggarannya direvisi, berikan dokumen revisinya.",
        en="Compare with the budget document in force on the agreement's date; if it was revised, give the revision.",
    ),
    looks_at="budget",
    needs="budget_document",
)
_A = "institution: Dinas A, fiscal_year: 2024"
_PK = f"- {{id: umum, {_A}, unit: Bidang Umum, budget: [{{name: Program Data, amount: %s}}, {{name: Jumlah, level: total, amount: 9}}]}}"
_DPA = """
budget_document:
  title: DPA 2024
  fiscal_year: 2024
  ceilings:
  - {unit: Bidang Umum, programme: Program Data, amount: 60}
  - {unit: Bidang Umum, programme: Program Data, amount: 40}
"""
_OTHER = "  - {unit: Bidang Umum, programme: Program Data dan Informasi, amount: 7}\n"
VALID = [
    Example("up-to-the-rupiah", _PK % 100, reference=_DPA, skips=[]),
    Example("another-year", _PK % 101, reference=_DPA.replace("2024", "2023"), skips=["umum:budget.1"]),
    Example(
        "a-name-that-means-either",
        _PK.replace("Program Data,", "Program Data dan,") % 101,
        reference=f"{_DPA}{_OTHER}",
        skips=["umum:budget.1"],
    ),
    Example("unreadable", _PK.replace("amount: %s", 'raw: "Rp 1o1"'), reference=_DPA, skips=["umum:budget.1"]),
    Example(
        "an-activity-is-no-programme",
        f"- {{id: umum, {_A}, unit: Bidang Umum, budget: [{{name: Penyusunan Laporan, amount: 5}}]}}",
        reference=_DPA,
        skips=["umum:budget.1"],
    ),
    Example(
        "another-name-for-the-same-amount",
        _PK.replace("Program Data,", "Program Arsip,") % 60,
        reference=_DPA,
        skips=["umum:budget.1"],
    ),
    Example(
        "nothing-for-a-programme-that-is-not-there",
        _PK.replace("Program Data,", "Program Arsip,") % 0,
        reference=_DPA,
        skips=["umum:budget.1"],
    ),
    Example(
        "a-programme-in-two-lines",
        f"- {{id: umum, {_A}, unit: Bidang Umum, budget: "
        "[{name: Program Data, amount: 60}, {name: Program Data, amount: 40}]}",
        reference=_DPA,
        skips=["umum:budget.1", "umum:budget.2"],
    ),
]
INVALID = [
    Example("one-rupiah-too-many", _PK % 101, [Found("umum:budget.1", 1)], reference=_DPA),
    Example("one-rupiah-short", _PK % 99, [Found("umum:budget.1", 1)], reference=_DPA),
    Example(
        "a-programme-that-is-not-there",
        _PK.replace("Program Data,", "Program Arsip,") % 5,
        [Found("umum:budget.1", 5)],
        reference=_DPA,
    ),
    Example(
        "the-institutions-own",
        f"- {{id: dinas, {_A}, kind: sole, budget: [{{name: Program Data, amount: 101}}]}}",
        [Found("dinas:budget.1", 1)],
        reference=_DPA.replace("unit: Bidang Umum, ", ""),
    ),
]


def check(whole: AgreementSet) -> Iterator[Finding | NotChecked]:
    for name, ceilings in ceilings_of(whole).items():
        agreement = whole.by_id[name]
        for line in (each for each in agreement.budget if each.level != "total"):
            result = ceilings if isinstance(ceilings, Text) else _against(agreement, line, ceilings)
            if isinstance(result, Text):
                yield RULE.skip(of_budget(agreement, line), result)
            elif result is not None:
                yield result


def _against(agreement: Agreement, line: BudgetLine, ceilings: Sequence[Ceiling]) -> Finding | Text | None:
    """The finding, the reason why there can be none, or nothing where the amount is the ceiling."""
    fitting = ceiling_of(line.name, ceilings)
    if isinstance(fitting, Text):
        return fitting
    if line.amount is None:
        return messages.AMOUNT_NOT_READ
    twins = (each for each in agreement.budget if each is not line and each.level == line.level)
    if any(same_programme(each.name, line.name) for each in twins):
        return messages.LINE_TWICE
    total = sum(each.amount for each in fitting)
    if fitting:
        variant = "below" if line.amount < total else None
        return None if line.amount == total else _found(agreement, line, fitting, total, variant)
    if line.amount and level_named(line.name) == "program" and line.amount not in {each.amount for each in ceilings}:
        return _found(agreement, line, (), 0, "absent")
    return messages.NOT_IN_REFERENCE


def _found(
    agreement: Agreement, line: BudgetLine, ceilings: Sequence[Ceiling], total: int, variant: str | None
) -> Finding:
    own = line.amount or 0
    return RULE.found(
        of_budget(agreement, line),
        [quote_budget(agreement, line), *(quote_ceiling(each) for each in ceilings)],
        amount=abs(own - total),
        variant=variant,
        key=(own, total),
        programme=line.name,
        own=own,
        ceiling=total,
        difference=abs(own - total),
    )
