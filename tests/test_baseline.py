"""What was known on some day: what it hides, what is gone of it, and what cannot be said."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pkcheck import api, messages
from pkcheck.baseline import Baseline, Entry, baseline_of, read_baseline, to_text, user_name
from pkcheck.config import Settings, Silenced
from pkcheck.errors import InputError

DAY = datetime.date(2024, 6, 15)
FAULTY = """
- {id: a, kind: sole, annex: {}}
- {id: b, kind: sole, annex: {}}
- {id: c, kind: sole, budget: [{name: Program A, amount: 1}, {name: Program A, amount: 2}]}
"""
BUDGETS = Settings(select=("BUD005", "BUD006"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "pk.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def known(outcome: api.Outcome, **changes: Any) -> Baseline:
    return baseline_of(outcome.findings, **{"by": "sri", "date": DAY, "lang": "id", "known": outcome.known, **changes})


def found(outcome: api.Outcome) -> list[tuple[str, str]]:
    return [(each.code, each.subject.agreement) for each in outcome.findings]


def entries(given: tuple[Entry, ...]) -> list[tuple[str, str]]:
    return [(each.code, each.agreement) for each in given]


def test_it_says_who_when_and_what_in_words(file: Path) -> None:
    told = json.loads(to_text(known(api.check([str(file)], BUDGETS))))
    assert list(told) == ["version", "by", "date", "findings"]
    assert (told["version"], told["by"], told["date"]) == (1, "sri", "2024-06-15")
    assert [(each["code"], each["agreement"], each["subject"]) for each in told["findings"]] == [
        ("BUD005", "c", "c:budget.2"),
        ("BUD006", "a", "a"),
        ("BUD006", "b", "b"),
    ]
    assert told["findings"][0]["message"].count("Program A") == 1
    assert {len(each["fingerprint"]) for each in told["findings"]} == {16}


def test_the_order_does_not_depend_on_that_of_the_files(tmp_path: Path) -> None:
    one, other = tmp_path / "1.yaml", tmp_path / "2.yaml"
    one.write_text("{id: b, kind: sole, annex: {}}", encoding="utf-8")
    other.write_text("{id: a, kind: sole, annex: {}}", encoding="utf-8")
    there = to_text(known(api.check([str(one), str(other)], BUDGETS)))
    assert to_text(known(api.check([str(other), str(one)], BUDGETS))) == there


def test_what_is_known_is_hidden_and_does_not_count(file: Path) -> None:
    before = api.check([str(file)], BUDGETS)
    assert before.status(BUDGETS.fails_at) == 0
    after = api.check([str(file)], BUDGETS, baseline=known(before))
    assert found(after) == []
    assert after.known
    assert after.known.hidden == before.findings
    assert (after.known.gone, after.known.open) == ((), ())


def test_exit_status_looks_at_what_is_new(file: Path) -> None:
    strict = BUDGETS.model_copy(update={"fail_on": "info"})
    before = api.check([str(file)], strict)
    assert before.status(strict.fails_at) == 1
    assert api.check([str(file)], strict, baseline=known(before)).status(strict.fails_at) == 0
    file.write_text(FAULTY + "- {id: d, kind: sole, annex: {}}\n", encoding="utf-8")
    after = api.check([str(file)], strict, baseline=known(before))
    assert found(after) == [("BUD006", "d")]
    assert after.status(strict.fails_at) == 1


def test_what_is_no_longer_found_is_gone(file: Path) -> None:
    baseline = known(api.check([str(file)], BUDGETS))
    file.write_text(FAULTY.replace("{id: a, kind: sole,", "{id: a, budget: [{name: X, amount: 1}],"), encoding="utf-8")
    after = api.check([str(file)], BUDGETS, baseline=baseline)
    assert after.known
    assert entries(after.known.gone) == [("BUD006", "a")]
    assert after.known.open == ()


@pytest.mark.parametrize(
    ("data", "chosen", "still_open"),
    [
        (FAULTY, Settings(select=("BUD006",)), [("BUD005", "c")]),
        ("{id: c, kind: sole, budget: [{name: X, amount: 1}]}", BUDGETS, [("BUD006", "a"), ("BUD006", "b")]),
    ],
)
def test_of_what_was_not_checked_nothing_is_said(
    file: Path, data: str, chosen: Settings, still_open: list[tuple[str, str]]
) -> None:
    baseline = known(api.check([str(file)], BUDGETS))
    file.write_text(data, encoding="utf-8")
    after = api.check([str(file)], chosen, baseline=baseline)
    assert after.known
    assert entries(after.known.open) == still_open
    assert entries(after.known.gone) == ([] if chosen != BUDGETS else [("BUD005", "c")])


def test_of_what_could_not_be_judged_nothing_is_said(tmp_path: Path) -> None:
    targets = Settings(select=("TGT001",))
    text = "{id: a, objectives: [{no: 1, text: X, indicators: [{text: I}, {text: J, target: 1 orang}]}]%s}"
    file = tmp_path / "pk.yaml"
    file.write_text(text % "", encoding="utf-8")
    baseline = known(api.check([str(file)], targets))
    assert entries(baseline.findings) == [("TGT001", "a")]
    file.write_text(text % ', unread: ["a:1.1.target"]', encoding="utf-8")
    after = api.check([str(file)], targets, baseline=baseline)
    assert after.known
    assert (entries(after.known.gone), entries(after.known.open)) == ([], [("TGT001", "a")])


def test_a_silenced_finding_is_not_gone(file: Path) -> None:
    before = api.check([str(file)], BUDGETS)
    wish = Silenced(fingerprint=before.findings[0].fingerprint, reason="disepakati")
    after = api.check([str(file)], BUDGETS, silenced=[wish], baseline=known(before))
    assert after.known
    assert (len(after.known.hidden), after.known.gone, len(after.judgement.silenced)) == (2, (), 1)


def test_a_new_baseline_keeps_what_was_not_checked_and_drops_what_is_gone(file: Path) -> None:
    old = known(api.check([str(file)], BUDGETS))
    file.write_text("- {id: a, budget: [{name: X, amount: 1}]}\n- {id: d, kind: sole, annex: {}}\n", encoding="utf-8")
    new = known(api.check([str(file)], BUDGETS, baseline=old), by="budi")
    assert entries(new.findings) == [("BUD005", "c"), ("BUD006", "b"), ("BUD006", "d")]
    assert new.by == "budi"


@settings(deadline=None, max_examples=20, suppress_health_check=list(HealthCheck))
@given(moved=st.integers(0, 30), name=st.sampled_from(["pk.yaml", "lain.yaml", "dalam/pk.yaml"]))
def test_it_holds_when_lines_move_and_files_are_renamed(tmp_path: Path, moved: int, name: str) -> None:
    path = tmp_path / "awal.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    baseline = known(api.check([str(path)], BUDGETS))
    later = tmp_path / name
    later.parent.mkdir(exist_ok=True)
    later.write_text("\n" * moved + FAULTY, encoding="utf-8")
    after = api.check([str(later)], BUDGETS, baseline=baseline)
    assert found(after) == []
    assert after.known
    assert after.known.gone == ()


def test_it_comes_back_as_it_was(file: Path, tmp_path: Path) -> None:
    baseline = known(api.check([str(file)], BUDGETS))
    path = tmp_path / "baseline.json"
    for head in ("", "\ufeff"):
        path.write_text(head + to_text(baseline), encoding="utf-8")
        assert read_baseline(str(path)) == baseline


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "Invalid JSON"),
        ("{", "Invalid JSON"),
        ("[]", ""),
        ('{"version": 2, "by": null, "date": "2024-06-15", "findings": []}', "version"),
        ('{"version": 1, "by": null, "date": "kemarin", "findings": []}', "date"),
        ('{"version": 1, "by": null, "date": "2024-06-15", "findings": [{}]}', "findings.0"),
        ('{"version": 1, "by": null, "date": "2024-06-15", "findings": [], "temuan": []}', "temuan"),
    ],
)
def test_what_is_no_baseline_is_told(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as told:
        read_baseline(str(path))
    assert (told.value.text, told.value.file) == (messages.BASELINE_UNREADABLE, str(path))
    assert str(told.value.facts["problem"]).startswith(problem)


def test_a_baseline_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as told:
        read_baseline(str(tmp_path / "tiada.json"))
    assert told.value.text == messages.BASELINE_MISSING
    with pytest.raises(InputError) as folder:
        read_baseline(str(tmp_path))
    assert folder.value.text == messages.FILE_UNREADABLE


def test_a_system_that_knows_no_name_gives_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert user_name() is None
