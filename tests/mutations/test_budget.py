"""One budget line of the real document changed: the rule for that speaks, once, and no other does."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Protocol

import pytest

from pkcheck import api
from pkcheck.findings import Finding
from pkcheck.quantities.money import format_rupiah, parse_rupiah

# Agreement, and the line of its first programme; the second programme is on the next one.
AT = {
    "ketua": 64,
    "sekretaris": 225,
    "kul": 329,
    "pdi": 417,
    "tek": 548,
    "ul": 644,
    "keu": 737,
    "di": 821,
    "ren": 904,
    "hsdm": 1014,
    "tekhum": 1123,
}
LINES = [line + at for line in AT.values() for at in (0, 1)]
BELOW_THE_TOP = [line for line in LINES if line > 65]
# The line whose sum shows that this one has too much: its superior's.
SUPERIOR = {
    "sekretaris": "ketua",
    "kul": "sekretaris",
    "pdi": "sekretaris",
    "tek": "sekretaris",
    "ul": "kul",
    "keu": "kul",
    "di": "pdi",
    "ren": "pdi",
    "hsdm": "tek",
    "tekhum": "tek",
}
WITH_MONEY = [64, 65, 225, 226, 329, 330, 417, 548, 644, 645, 738, 821, 904, 1014, 1123]
# The top, a unit in the middle, one without subordinates; both programmes.
ONE_OF_EACH = [65, 225, 417, 644, 738]
WITH_SUBORDINATES = [64, 65, 225, 226, 329, 330, 417, 548]


class Change(Protocol):
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    outcome: api.Outcome


ChangeText = Callable[[dict[int, tuple[str, str | None]]], Change]
ChangeData = Callable[[Callable[[dict[str, Any]], None]], Change]


def printed(lines: Sequence[str], number: int) -> str:
    return lines[number - 1].split("\t")[1]


def amount(lines: Sequence[str], number: int) -> int:
    rupiah = parse_rupiah(printed(lines, number))
    assert rupiah
    return rupiah.amount


def superiors_line(number: int) -> int:
    name = max((each for each in AT if AT[each] <= number), key=lambda each: AT[each])
    return AT[SUPERIOR[name]] + number - AT[name]


def told(change: Change) -> list[tuple[str, int | None, int | None]]:
    """Code, amount and line of the first evidence."""
    assert not change.gone
    return [(each.code, each.amount, each.evidence[0].source.line) for each in change.new]


def rewritten(lines: Sequence[str], number: int, value: int) -> dict[int, tuple[str, str | None]]:
    return {number: (printed(lines, number), f"{format_rupiah(value)},-")}


@pytest.mark.parametrize("line", BELOW_THE_TOP)
def test_one_rupiah_more_is_told_at_the_superior_alone(changed: ChangeText, lines: Sequence[str], line: int) -> None:
    change = changed(rewritten(lines, line, amount(lines, line) + 1))
    assert told(change) == [("BUD001", 1, superiors_line(line))]


@pytest.mark.parametrize("line", [64, 65])
def test_one_rupiah_more_at_the_top_is_what_the_subordinates_lack(
    changed: ChangeText, lines: Sequence[str], line: int
) -> None:
    change = changed(rewritten(lines, line, amount(lines, line) + 1))
    assert told(change) == [("BUD002", 1, line)]


@pytest.mark.parametrize("line", WITH_SUBORDINATES)
def test_one_rupiah_less_is_exceeded_by_the_subordinates(changed: ChangeText, lines: Sequence[str], line: int) -> None:
    change = changed(rewritten(lines, line, amount(lines, line) - 1))
    assert told(change) == [("BUD001", 1, line)]


@pytest.mark.parametrize("line", sorted({*WITH_MONEY} - {*WITH_SUBORDINATES}))
def test_one_rupiah_less_of_a_unit_without_subordinates_is_what_its_superior_lacks(
    changed: ChangeText, lines: Sequence[str], line: int
) -> None:
    change = changed(rewritten(lines, line, amount(lines, line) - 1))
    assert told(change) == [("BUD002", 1, superiors_line(line))]


@pytest.mark.parametrize(
    ("line", "power"), [*((line, 10) for line in WITH_MONEY), (64, 1000), (226, 100), (417, 1000), (821, 100)]
)
def test_zeros_lost_are_told_with_the_correction(
    changed: ChangeText, lines: Sequence[str], line: int, power: int
) -> None:
    value = amount(lines, line)
    change = changed(rewritten(lines, line, value // power))
    assert told(change) == [("BUD007", value - value // power, line)]
    assert change.new[0].facts["correction"] == value


@pytest.mark.parametrize("line", ONE_OF_EACH)
def test_a_zero_added_is_told_with_the_correction(changed: ChangeText, lines: Sequence[str], line: int) -> None:
    value = amount(lines, line)
    change = changed(rewritten(lines, line, value * 10))
    assert told(change) == [("BUD007", value * 9, line)]
    assert change.new[0].facts["correction"] == value


def test_a_zero_lost_inside_is_told_with_the_correction(changed: ChangeText) -> None:
    change = changed({64: ("30.508.381.000", "3.058.381.000")})
    assert told(change) == [("BUD007", 27_450_000_000, 64)]
    change = changed({738: ("5.001.277.000", "501.277.000")})
    assert told(change) == [("BUD007", 4_500_000_000, 738)]


@pytest.mark.parametrize("line", ONE_OF_EACH)
def test_a_minus_sign_is_told_once(changed: ChangeText, lines: Sequence[str], line: int) -> None:
    value = amount(lines, line)
    change = changed({line: (f"Rp {printed(lines, line)[3:]}", f"Rp -{printed(lines, line)[3:]}")})
    assert told(change) == [("BUD007", value * 2, line)]


@pytest.mark.parametrize("line", ONE_OF_EACH)
def test_part_of_a_rupiah_is_told(changed: ChangeText, line: int) -> None:
    assert told(changed({line: (",-", ",50")})) == [("BUD007", None, line)]


@pytest.mark.parametrize("line", WITH_MONEY)
def test_a_programme_renamed_past_recognition_is_told_once(
    changed: ChangeText, lines: Sequence[str], line: int
) -> None:
    name = lines[line - 1].split("\t")[0][3:]
    change = changed({line: (name, "Program Pengembangan Kepariwisataan")})
    money = amount(lines, line)
    # Below a top that was renamed it is the subordinate's programme that has no superior's.
    where = {64: 225, 65: 226}.get(line, line)
    assert told(change) == [("BUD003", money, where)]


@pytest.mark.parametrize(
    ("old", "new", "lines_with_it"),
    [
        ("Program", "PROG.", (64, 330, 904)),
        ("Dukungan", "DUKUNGAN", (65, 330)),
        ("Penyelenggaraan Pemilu Dalam Proses Konsolidasi", "Peny. Pemilihan Umum dlm Proses Kons.", (64, 329, 904)),
        (" Dalam Proses Konsolidasi Demokrasi", "", (64, 329, 904)),
        ("Manajemen", "Manajamen", (65, 330)),
    ],
)
def test_another_spelling_of_a_programme_is_no_other_programme(
    changed: ChangeText, old: str, new: str, lines_with_it: tuple[int, ...]
) -> None:
    for line in lines_with_it:
        assert not [each for each in changed({line: (old, new)}).new if each.code.startswith("BUD")]


@pytest.mark.parametrize("line", ONE_OF_EACH)
def test_an_amount_that_cannot_be_read_is_a_reading_note_and_no_finding(
    changed: ChangeText, lines: Sequence[str], line: int
) -> None:
    change = changed({line: (printed(lines, line), "Rp 9.4?1.375.ooo,-")})
    assert told(change) == []
    notes = [note for each in change.outcome.inputs for note in each.notes if note.source.line == line]
    assert notes
    unchecked = {
        account.code: [each.subject.agreement for each in account.not_checked]
        for account in change.outcome.judgement.coverage
        if account.code in ("BUD001", "BUD002")
    }
    assert all(unchecked.values())


@pytest.mark.parametrize(
    ("line", "nil"), [(418, "Rp-"), (549, "-"), (737, "Rp. -,-"), (822, "Rp 0,-"), (905, "Rp –"), (1124, "Rp. -")]
)
def test_a_dash_stays_nil(changed: ChangeText, line: int, nil: str) -> None:
    change = changed({line: ("Rp -", nil)})
    assert told(change) == []


@pytest.mark.parametrize("line", [*ONE_OF_EACH, 418])
def test_an_empty_amount_is_missing(changed: ChangeText, lines: Sequence[str], line: int) -> None:
    assert told(changed({line: (printed(lines, line), "")})) == [("BUD006", None, line)]


@pytest.mark.parametrize("name", ["ketua", "pdi", "hsdm"])
def test_a_budget_left_out_is_missing(changed: ChangeText, lines: Sequence[str], name: str) -> None:
    first = AT[name]
    change = changed({number: (lines[number - 1], None) for number in (first - 1, first, first + 1)})
    assert [(each.code, each.amount) for each in change.new] == [("BUD006", None)]
    assert not change.gone


@pytest.mark.parametrize("line", ONE_OF_EACH)
def test_a_line_printed_twice_is_told_once(changed: ChangeText, lines: Sequence[str], line: int) -> None:
    text = lines[line - 1]
    change = changed({line: (text, f"{text}\n{text}")})
    assert told(change) == [("BUD005", amount(lines, line), line + 1)]


@pytest.mark.parametrize("name", ["ketua", "sekretaris", "kul", "tek", "ul", "ren"])
def test_the_same_name_for_both_programmes_is_told_once(changed: ChangeText, lines: Sequence[str], name: str) -> None:
    first = AT[name]
    both = [re.sub(r"^\d\. ", "", lines[number - 1].split("\t")[0]) for number in (first, first + 1)]
    change = changed({first: (both[0], both[1])})
    assert [each.code for each in change.new if each.code != "BUD005"] == []
    assert [each.at for each in change.new] == [f"{change.new[0].subject.agreement}:budget.2"]


@pytest.mark.parametrize("name", ["ketua", "kul", "di"])
def test_a_total_that_is_right_is_no_finding_and_one_that_is_wrong_is_one(
    changed: ChangeText, lines: Sequence[str], name: str
) -> None:
    second = AT[name] + 1
    total = amount(lines, second - 1) + amount(lines, second)
    right = f"{lines[second - 1]}\nJumlah\t{format_rupiah(total)},-"
    wrong = f"{lines[second - 1]}\nJumlah\t{format_rupiah(total + 1)},-"
    assert told(changed({second: (lines[second - 1], right)})) == []
    assert told(changed({second: (lines[second - 1], wrong)})) == [("BUD004", 1, second + 1)]


@pytest.mark.parametrize("name", ["ul", "keu", "di", "ren", "hsdm", "tekhum"])
def test_a_unit_that_is_not_in_the_files_is_told_as_a_doubt(
    changed_data: ChangeData, real: api.Outcome, name: str
) -> None:
    at = list(AT).index(name)

    def drop(data: dict[str, Any]) -> None:
        del data["agreements"][at]

    codes = [each for each in changed_data(drop).new if each.code.startswith("BUD")]
    lost = sum(line.amount or 0 for line in real.whole.agreements[at].budget)
    assert [(each.code, each.amount) for each in codes] == [("BUD002", lost)]


@pytest.mark.parametrize("at", [1, 2, 5, 6, 9])
def test_one_rupiah_more_in_the_data_is_told_as_in_the_text(changed_data: ChangeData, at: int) -> None:
    def raise_it(data: dict[str, Any]) -> None:
        line = data["agreements"][at]["budget"][0]
        line["amount"] = line.get("amount", 0) + 1
        line.pop("raw")
        line.pop("nil", None)

    change = changed_data(raise_it)
    assert [(each.code, each.amount) for each in change.new] == [("BUD001", 1)]
    assert not change.gone


def test_the_real_documents_sums_all_hold(real: api.Outcome) -> None:
    assert [each.code for each in real.findings if each.code.startswith("BUD")] == ["BUD008"]
