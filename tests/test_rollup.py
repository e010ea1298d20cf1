"""Budgets added up: which lines belong together, which sums do not hold, and what explains what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pkcheck import messages
from pkcheck.data import load
from pkcheck.discovery import LoadedRule, load_rules
from pkcheck.engine import judge
from pkcheck.findings import Certainty, Finding
from pkcheck.graph import AgreementSet
from pkcheck.ledger import is_slip
from pkcheck.model import Agreement, BudgetLine
from pkcheck.programmes import level_named, levels_named, name_words, same_programme
from pkcheck.rollup import Sum, entries_of, fraction_of, lines_of, repeated, same_budget
from pkcheck.texts import Text

BUDGET_RULES = [each for each in load_rules() if each.rule.code.startswith("BUD")]


def whole(text: str) -> AgreementSet:
    return AgreementSet(load(text, "sets.yaml", "yaml").agreements)


def beneath(text: str) -> list[tuple[str, int]]:
    each = whole(text)
    return [(sums.kind, sums.difference) for sums in each.ledger.pools[each.agreements[0].id].sums]


def within(budget: str) -> list[tuple[str, int, Text | None]]:
    each = whole(f"- {{id: a, budget: {budget}}}")
    return [(sums.kind, sums.difference, sums.obstacle) for sums in each.ledger.within["a"]]


def findings(agreements: Sequence[Agreement], rules: Sequence[LoadedRule] = BUDGET_RULES) -> tuple[Finding, ...]:
    judgement = judge(AgreementSet(agreements), rules)
    assert not [each for each in judgement.coverage if each.status == "broken"]
    return judgement.findings


# Names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Program Dukungan Manajemen", "PROGRAM  DUKUNGAN MANAJEMEN"),
        ("Program Dukungan Manajemen", "Prog. Dukungan Manaj."),
        ("Program Dukungan Manajemen", "Dukungan Manajemen"),
        ("Program Dukungan Manajemen", "Program Dukungan Mana jemen"),
        ("Program Dukungan Manajemen", "Program Dukungan Manajmen"),
        ("Program Dukungan Manajemen", "Program Dukungan Manajemen dan Pelaksanaan Tugas Teknis Lainnya"),
        ("Program Penyelenggaraan Pemilu dalam Konsolidasi", "Program Penyelenggaraan Pemilihan Umum Konsolidasi"),
        ("Program Pengelolaan PAUD", "Program Pengelolaan Pendidikan Anak Usia Dini"),
        ("Sub Kegiatan Koordinasi", "Subkegiatan Koordinasi"),
    ],
)
def test_two_spellings_of_one_programme(one: str, other: str) -> None:
    assert same_programme(one, other)
    assert same_programme(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Program A", "Program B"),
        ("Program Pembinaan Wilayah I", "Program Pembinaan Wilayah II"),
        ("Program Penyediaan Sarana Pertanian", "Program Penyediaan Prasarana Pertanian"),
        ("Program Pengelolaan Perikanan Tangkap", "Program Pengelolaan Perikanan Budidaya"),
        ("Program Dukungan Manajemen", "Program Penyelenggaraan Pemilu"),
        ("Program Pengelolaan Pelayaran", "Program Pengelolaan Pelayanan"),
    ],
)
def test_two_programmes_with_like_names(one: str, other: str) -> None:
    assert not same_programme(one, other)
    assert not same_programme(other, one)


def test_levels_are_read_from_heads_and_from_first_words() -> None:
    assert levels_named("Program/Kegiatan/Sub Kegiatan") == ("program", "kegiatan", "sub_kegiatan")
    assert levels_named("Sub Kegiatan") == ("sub_kegiatan",)
    assert levels_named("Uraian") == ()
    assert level_named("Keg. Penataan Pasar") == "kegiatan"
    assert level_named("Penataan Program") is None
    assert name_words("Program") == ("program",)


# Lines


def test_the_highest_level_makes_the_budget_and_totals_do_not() -> None:
    (agreement,) = load(
        """
        - id: a
          budget:
          - {name: Program A}
          - {level: kegiatan, name: Kegiatan X, amount: 4}
          - {level: kegiatan, name: Kegiatan Y, amount: 3}
          - {level: total, name: Jumlah, amount: 7}
        """,
        "a.yaml",
        "yaml",
    ).agreements
    assert [line.name for line in lines_of(agreement)] == ["Program A"]
    head, *activities, total = entries_of(agreement)
    assert (head.amount, head.blank, head.broken_down) == (7, False, True)
    assert [each.under for each in activities] == [1, 1]
    assert total.under is None


def test_an_amount_left_out_is_blank_and_a_dash_or_what_cannot_be_read_is_not() -> None:
    lines = (BudgetLine(name="A"), BudgetLine(name="B", raw="Rp -"), BudgetLine(name="C", raw="Rp 1O"))
    assert [each.blank for each in entries_of(Agreement(id="a", budget=lines))] == [True, False, False]


def test_part_of_a_rupiah_counts_where_print_and_data_agree() -> None:
    assert fraction_of(BudgetLine(raw="Rp 5.000,25")) > 0
    assert fraction_of(BudgetLine(raw="Rp 5.000,25", amount=5001)) == 0
    assert fraction_of(BudgetLine(raw="Rp 5.000,00")) == 0
    assert fraction_of(BudgetLine(amount=5)) == 0


def test_one_budget_is_of_one_institution_one_year_and_one_side_of_a_revision() -> None:
    one = Agreement(id="a", institution="Dinas X", fiscal_year=2024)
    assert same_budget(one, Agreement(id="b", institution="DINAS X", fiscal_year=2024))
    assert same_budget(one, Agreement(id="b"))
    assert not same_budget(one, Agreement(id="b", institution="Dinas Y"))
    assert not same_budget(one, Agreement(id="b", fiscal_year=2023))
    assert not same_budget(one, Agreement.model_validate({"id": "b", "revision": {"number": 1}}))


def test_an_activity_of_the_same_name_under_another_programme_is_another_one() -> None:
    lines = [("program", "A"), ("kegiatan", "X"), ("program", "B"), ("kegiatan", "X"), ("kegiatan", "X")]
    budget = tuple(BudgetLine.model_validate({"level": level, "name": name}) for level, name in lines)
    ((first, second),) = repeated(entries_of(Agreement(id="a", budget=budget)))
    assert (first.line, second.line) == budget[3:]


# Sums in one agreement


def test_totals_are_compared_with_the_lines_that_they_can_mean() -> None:
    lines = "{name: Program A, amount: 6}, {name: Program B, amount: 4}"
    assert within(f"[{lines}, {{level: total, amount: 10}}]") == [("total", 0, None)]
    assert within(f"[{{level: total, amount: 10}}, {lines}]") == [("total", 0, None)]
    assert within(f"[{lines}, {{level: total, amount: 9}}]") == [("total", 1, None)]
    subtotals = f"{lines}, {{level: total, amount: 10}}, {{name: Program C, amount: 1}}, {{level: total, amount: 1}}"
    assert within(f"[{subtotals}, {{level: total, amount: 11}}]") == [("total", 0, None)] * 3
    running = f"{lines}, {{level: total, amount: 10}}, {{name: Program C, amount: 1}}, {{level: total, amount: 11}}"
    assert within(f"[{running}]") == [("total", 0, None)] * 2


def test_a_total_without_an_amount_is_no_total_and_one_that_cannot_be_read_is_an_obstacle() -> None:
    assert within("[{name: Program A, amount: 6}, {level: total, name: Jumlah}]") == []
    unread = within("[{name: Program A, amount: 6}, {level: total, name: Jumlah, raw: 6O}]")
    assert [obstacle for _, _, obstacle in unread] == [messages.AMOUNT_NOT_READ]


def test_activities_add_up_to_their_own_programme() -> None:
    budget = """[{name: Program A, amount: 6}, {level: kegiatan, name: X, amount: 7},
                 {name: Program B, amount: 4}, {level: kegiatan, name: Y, amount: 4}]"""
    assert within(budget) == [("level", 1, None), ("level", 0, None)]


def test_activities_in_a_table_of_their_own_are_not_all_the_last_programmes() -> None:
    budget = """[{name: Program A, amount: 6}, {name: Program B, amount: 4},
                 {level: kegiatan, name: X, amount: 6}, {level: kegiatan, name: Y, amount: 4}]"""
    assert within(budget) == []


def test_a_head_that_names_several_levels_leaves_open_what_its_lines_are() -> None:
    text = """
    - id: a
      annex: {budget_heading: Program/Kegiatan}
      budget: [{name: Program A, amount: 6}, {name: Penataan, amount: 5}, {level: total, amount: 6}]
    """
    assert whole(text).ledger.within["a"][0].obstacle == messages.LEVELS_UNCLEAR


# Sums beneath a unit


def test_lines_are_placed_by_name_and_by_code() -> None:
    assert beneath(
        """
        - {id: a, budget: [{code: "1.02.01", name: Program A, amount: 10}, {code: "1.02.02", name: Program B, amount: 5}]}
        - {id: b, supervisor: a, budget: [{name: PROGRAM A, amount: 4}, {code: "1.02.02", name: Program Lain, amount: 5}]}
        - {id: c, supervisor: a, budget: [{level: kegiatan, code: "1.02.01.2.01", name: X, amount: 6}]}
        """
    ) == [("programme", 0), ("programme", 0)]


def test_lines_of_another_level_are_compared_as_a_whole() -> None:
    assert beneath(
        """
        - {id: a, budget: [{name: Program A, amount: 10}, {name: Program B, amount: 5}]}
        - {id: b, supervisor: a, budget: [{level: kegiatan, name: X, amount: 16}]}
        """
    ) == [("whole", 1)]
    assert beneath(
        """
        - {id: a, budget: [{level: total, name: Jumlah, amount: 15}]}
        - {id: b, supervisor: a, budget: [{level: kegiatan, name: X, amount: 16}]}
        """
    ) == [("whole", 1)]


def test_a_line_without_the_word_for_its_level_is_placed_by_its_name() -> None:
    assert beneath(
        """
        - id: a
          annex: {budget_heading: Kegiatan}
          budget: [{name: Program A, amount: 10}, {level: kegiatan, name: Dukungan Manajemen, amount: 5}]
        - {id: b, supervisor: a, budget: [{name: Program A, amount: 10}, {name: Program Dukungan Manajemen, amount: 5}]}
        """
    ) == [("programme", 0), ("programme", 0)]


def test_activities_are_placed_by_name_under_a_head_for_programmes_and_activities() -> None:
    assert beneath(
        """
        - id: a
          annex: {budget_heading: Program/Kegiatan}
          budget: [{name: Program A, amount: 10}, {name: Penataan Pedagang, amount: 6}, {name: Promosi Dagang, amount: 4}]
        - {id: b, supervisor: a, budget: [{level: kegiatan, name: Penataan Pedagang, amount: 6}]}
        - {id: c, supervisor: a, budget: [{level: kegiatan, name: Promosi Dagang, amount: 5}]}
        """
    ) == [("programme", 0), ("programme", 1)]


@pytest.mark.parametrize(
    ("own", "parts", "obstacle"),
    [
        (100, (60, 41), None),
        (100, (100, 100), messages.BUDGET_SHARED),
        (100, (100, 60, 40), messages.BUDGET_SHARED),
        (100, (70, 70, 30), messages.BUDGET_SHARED),
        (100, (100, 1), None),
        (100, (60, 60), None),
        (100, (50, 50), None),
        (100, (30, 30), None),
    ],
)
def test_the_same_money_in_several_agreements_is_an_obstacle(
    own: int, parts: tuple[int, ...], obstacle: Text | None
) -> None:
    rows = [f"- {{id: b{at}, supervisor: a, budget: [{{name: A, amount: {part}}}]}}" for at, part in enumerate(parts)]
    each = whole("\n".join([f"- {{id: a, budget: [{{name: A, amount: {own}}}]}}", *rows]))
    assert each.ledger.pools["a"].sums[0].obstacle == obstacle


# Slips


@pytest.mark.parametrize(
    ("amount", "wanted"),
    [
        (944_137_500, 9_441_375_000),
        (94_413_750_000, 9_441_375_000),
        (123_122, 123_122_000),
        (3_058_381_000, 30_508_381_000),
        (-5, 5),
    ],
)
def test_a_zero_or_a_sign_went_wrong(amount: int, wanted: int) -> None:
    assert is_slip(amount, wanted)


@pytest.mark.parametrize(
    ("amount", "wanted"),
    [(9_441_375_001, 9_441_375_000), (1, 10), (0, 5_000_000), (5_000_000, 0), (5_000_000, -5_000_000), (7, 7)],
)
def test_no_zero_went_wrong(amount: int, wanted: int) -> None:
    assert not is_slip(amount, wanted)


def test_a_correction_that_breaks_another_sum_is_none() -> None:
    each = whole(
        """
        - {id: a, budget: [{name: A, amount: 5000000}]}
        - {id: b, supervisor: a, budget: [{name: A, amount: 50000000}]}
        - {id: c, supervisor: b, budget: [{name: A, amount: 50000000}]}
        """
    )
    (slip,) = each.ledger.slips
    assert (slip.entry.agreement.id, slip.correction, slip.instead) == ("a", 50_000_000, None)


def test_two_lines_that_may_each_be_the_wrong_one_are_told_together_only_if_one_is_the_superiors() -> None:
    siblings = whole(
        """
        - {id: a, budget: [{name: A, amount: 55000000}]}
        - {id: b, supervisor: a, budget: [{name: A, amount: 5000000}]}
        - {id: c, supervisor: a, budget: [{name: A, amount: 5000000}]}
        """
    )
    assert siblings.ledger.slips == ()
    (short,) = siblings.ledger.pools["a"].sums
    assert siblings.ledger.tells(short)


# Any tree


@dataclass(frozen=True)
class Tree:
    """A tree of units with consistent budgets: amounts by unit and programme, superiors by unit."""

    superiors: tuple[int | None, ...]
    amounts: tuple[tuple[int, ...], ...]

    @property
    def leaves(self) -> list[int]:
        return [at for at in range(len(self.superiors)) if at not in self.superiors]

    def path(self, unit: int) -> Iterator[int]:
        above: int | None = unit
        while above is not None:
            yield above
            above = self.superiors[above]

    def agreements(self, raised: tuple[int, int, int] | None = None) -> tuple[Agreement, ...]:
        """`raised`: a unit, a programme, and how much more its line has than is right."""
        found = []
        for at, amounts in enumerate(self.amounts):
            more = [raised[2] if raised and raised[:2] == (at, no) else 0 for no in range(len(amounts))]
            lines = [
                BudgetLine(name=f"Program {NAMES[no]}", amount=amount + more[no]) for no, amount in enumerate(amounts)
            ]
            above = self.superiors[at]
            found.append(Agreement(id=f"u{at}", supervisor=None if above is None else f"u{above}", budget=tuple(lines)))
        return tuple(found)


NAMES = ("Pengelolaan Pasar Rakyat", "Dukungan Manajemen", "Pelestarian Budaya")


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Two to four levels; a unit's budget is the sum of its subordinates'."""
    superiors: list[int | None] = [None]
    level = [0]
    for _ in range(draw(st.integers(1, 3))):
        below: list[int] = []
        for unit in level:
            for _ in range(draw(st.integers(0 if below else 1, 3))):
                superiors.append(unit)
                below.append(len(superiors) - 1)
        level = below
    programmes = draw(st.integers(1, len(NAMES)))
    money = st.one_of(st.just(0), st.integers(1, 10**11))
    tree = Tree(tuple(superiors), ())
    leaves = {leaf: draw(st.lists(money, min_size=programmes, max_size=programmes)) for leaf in tree.leaves}
    amounts = [[0] * programmes for _ in superiors]
    for leaf, own in leaves.items():
        for unit in tree.path(leaf):
            amounts[unit] = [have + more for have, more in zip(amounts[unit], own, strict=True)]
    return Tree(tuple(superiors), tuple(map(tuple, amounts)))


def _plain(each: Sum) -> bool:
    """Neither shared money nor a lost zero explains it."""
    return each.obstacle is None and not any(is_slip(e.amount or 0, each.correction(e)) for e in each.entries)


@given(trees())
def test_in_a_consistent_tree_nothing_is_found(tree: Tree) -> None:
    assert findings(tree.agreements()) == ()


@given(trees(), st.data(), st.integers(1, 10**12))
def test_what_a_unit_has_too_much_is_found_once_at_its_superior(tree: Tree, data: st.DataObject, excess: int) -> None:
    unit = data.draw(st.sampled_from(range(1, len(tree.superiors))))
    programme = data.draw(st.sampled_from(range(len(tree.amounts[0]))))
    agreements = tree.agreements((unit, programme, excess))
    pools = AgreementSet(agreements).ledger.pools.values()
    assume(all(_plain(each) for pool in pools for each in pool.sums if each.difference))
    (found,) = findings(agreements)
    at = f"u{tree.superiors[unit]}:budget.{programme + 1}"
    assert (found.code, found.at, found.amount, found.certainty) == ("BUD001", at, excess, Certainty.DEFINITE)


@given(trees(), st.data(), st.integers(1, 10**12))
def test_what_a_unit_has_too_little_is_found_once(tree: Tree, data: st.DataObject, lack: int) -> None:
    unit = data.draw(st.sampled_from(range(len(tree.superiors))))
    programme = data.draw(st.sampled_from(range(len(tree.amounts[0]))))
    assume(tree.amounts[unit][programme] >= lack)
    agreements = tree.agreements((unit, programme, -lack))
    pools = AgreementSet(agreements).ledger.pools.values()
    assume(all(_plain(each) for pool in pools for each in pool.sums if each.difference))
    (found,) = findings(agreements)
    if unit in tree.superiors:
        assert (found.code, found.at) == ("BUD001", f"u{unit}:budget.{programme + 1}")
    else:
        assert (found.code, found.at) == ("BUD002", f"u{tree.superiors[unit]}:budget.{programme + 1}")
    assert found.amount == lack


@given(trees(), st.data(), st.sampled_from([10, 100, 1000]))
def test_a_zero_too_many_is_never_told_twice(tree: Tree, data: st.DataObject, power: int) -> None:
    unit = data.draw(st.sampled_from(range(len(tree.superiors))))
    amount = tree.amounts[unit][0]
    assume(amount * power >= 10**6)
    found = findings(tree.agreements((unit, 0, amount * (power - 1))))
    assert len(found) <= 1
    assert {each.code for each in found} <= {"BUD001", "BUD002", "BUD007"}


@given(trees(), st.lists(st.integers(-(10**9), 10**9), min_size=12, max_size=12))
def test_whatever_is_wrong_no_rule_breaks_and_every_excess_is_explained(tree: Tree, changes: list[int]) -> None:
    wrong = [
        tuple(amount + changes[(at + no) % len(changes)] for no, amount in enumerate(amounts))
        for at, amounts in enumerate(tree.amounts)
    ]
    each = AgreementSet(Tree(tree.superiors, tuple(wrong)).agreements())
    findings(each.agreements)
    for pool in each.ledger.pools.values():
        for total in pool.sums:
            assert total.difference == sum(total.shares) - total.wanted
            for entry in total.entries:
                sign = 1 if entry in total.parts else -1
                assert total.difference == sign * ((entry.amount or 0) - total.correction(entry))
