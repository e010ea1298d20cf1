"""What a record tells of agreements beside their findings."""

from pkcheck.contents import agreement_records, missing_unit_records, rollup_records
from pkcheck.data import load
from pkcheck.graph import AgreementSet
from pkcheck.record import (
    BudgetRecord,
    DerivationRecord,
    IndicatorRecord,
    MissingUnitRecord,
    ObjectiveRecord,
    RollupRecord,
    SumRecord,
    TargetRecord,
)

DATA = """
- id: ketua
  institution: KPU
  fiscal_year: 2024
  kind: sole
  first_party: {name: Fahmi, position: Ketua}
  statement: {date: 2024-03-01}
  objectives:
  - no: 1
    text: Terwujudnya data
    indicators: [{text: Persentase data mutakhir, target: 90%}]
  budget:
  - {name: Program A, raw: "Rp 100,-"}
- id: humas
  supervisor: ketua
  objectives:
  - no: 2
    group: Umum
    text: Persentase data mutakhir
    indicators:
    - {text: Persentase data segar, target: 80%, is_iku: true}
    - {text: Persentase data lama, target: 8 orang, not_cascaded: khusus}
  budget:
  - {name: Program A, amount: 60}
  - {level: kegiatan, name: Kegiatan B, amount: 60}
  - {name: Program Lain, code: "7", raw: entah}
"""


def whole(data: str = DATA) -> AgreementSet:
    return AgreementSet(load(data, "pk.yaml", "yaml").agreements)


def test_an_agreement_is_told_with_its_rows_and_how_each_stands_to_its_parent() -> None:
    ketua, humas = agreement_records(whole(), "id")
    assert (ketua.institution, ketua.fiscal_year, str(ketua.statement_date), ketua.annex_date) == (
        "KPU", 2024, "2024-03-01", None,
    )  # fmt: skip
    assert (ketua.supervisor_status, humas.supervisor_status) == ("top", "found")
    link = DerivationRecord(parent="ketua:1.1", how="quoted", score=1.0, standing="below", reason=None)
    apart = "target ini dan target atasannya tidak terukur dalam satuan yang sama"
    assert humas.objectives == (
        ObjectiveRecord(
            id="humas:2",
            no=2,
            group="Umum",
            text="Persentase data mutakhir",
            indicators=(
                IndicatorRecord(
                    id="humas:2.1",
                    text="Persentase data segar",
                    is_iku=True,
                    not_cascaded=None,
                    target=TargetRecord(raw="80%", value=80, unit="persen", predicate=None),
                    derives_from=(link,),
                ),
                IndicatorRecord(
                    id="humas:2.2",
                    text="Persentase data lama",
                    is_iku=None,
                    not_cascaded="khusus",
                    target=TargetRecord(raw="8 orang", value=8, unit="orang", predicate=None),
                    derives_from=(link.model_copy(update={"standing": None, "reason": apart}),),
                ),
            ),
        ),
    )


def test_budget_lines_are_numbered_as_they_are_printed() -> None:
    _, humas = agreement_records(whole(), "id")
    assert humas.budget == (
        BudgetRecord(id="humas:budget.1", level="program", code=None, name="Program A", raw=None, amount=60, nil=False),
        BudgetRecord(
            id="humas:budget.2", level="kegiatan", code=None, name="Kegiatan B", raw=None, amount=60, nil=False
        ),
        BudgetRecord(
            id="humas:budget.3", level="program", code="7", name="Program Lain", raw="entah", amount=None, nil=False
        ),
    )


def test_sums_are_told_with_what_they_lack() -> None:
    data = DATA.replace('  - {name: Program Lain, code: "7", raw: entah}\n', "  - {name: Program Lain, amount: 5}\n")
    gap = "ada anggaran bawahan yang tidak dapat ditempatkan pada program atasan"
    above, inside = rollup_records(whole(data), "id")
    assert above == RollupRecord(
        unit="ketua",
        sums=(
            SumRecord(
                kind="programme",
                own=("ketua:budget.1",),
                parts=("humas:budget.1",),
                difference=-40,
                obstacle=None,
                gap=gap,
            ),
        ),
        strangers=("humas:budget.3",),
    )
    assert inside == RollupRecord(
        unit="humas",
        sums=(
            SumRecord(
                kind="level",
                own=("humas:budget.1",),
                parts=("humas:budget.2",),
                difference=0,
                obstacle=None,
                gap=None,
            ),
        ),
        strangers=(),
    )


def test_lines_that_read_the_same_are_told_apart() -> None:
    data = """
- id: a
  budget:
  - {name: Program A, amount: 1}
  - {name: Program A, amount: 1}
  - {level: total, name: Jumlah, amount: 2}
"""
    [told] = rollup_records(whole(data), "id")
    assert [(each.own, each.parts) for each in told.sums] == [(("a:budget.3",), ("a:budget.1", "a:budget.2"))]


def test_an_unread_amount_leaves_the_difference_open() -> None:
    data = DATA.replace("- {name: Program A, amount: 60}", "- {name: Program A, raw: entah}")
    [each] = rollup_records(whole(data), "en")[0].sums
    assert (each.difference, each.obstacle) == (None, "an amount could not be read")


def test_a_superior_without_an_agreement_is_told() -> None:
    data = """
- id: a
  institution: KPU
  first_party: {name: A, position: Kepala Subbagian Umum}
  second_party: {name: B, position: Kepala Bagian Umum}
"""
    assert missing_unit_records(whole(data)) == (
        MissingUnitRecord(position="Kepala Bagian Umum", subordinates=("a",), under=()),
    )


def test_a_replaced_agreement_is_told_without_links() -> None:
    data = """
- id: a
  kind: sole
  objectives: [{no: 1, text: x, indicators: [{text: Jumlah y, target: 1 kali}]}]
- id: b
  kind: sole
  revision: {of: a}
  objectives: [{no: 1, text: x, indicators: [{text: Jumlah y, target: 2 kali}]}]
"""
    old, new = agreement_records(whole(data), "id")
    assert (old.replaced_by, old.supervisor_status, old.supervisor_link) == ("b", None, None)
    assert (new.replaced_by, new.supervisor_status) == (None, "top")
    assert [each.derives_from for each in old.indicators()] == [()]
