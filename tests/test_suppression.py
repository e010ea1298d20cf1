"""What the data and the settings do not want shown: whom it covers, when it holds, and that nothing is lost by it."""

import datetime
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pkcheck.config import Silenced
from pkcheck.data import Format, dump, load
from pkcheck.discovery import load_rules
from pkcheck.engine import Judgement, Selection, judge
from pkcheck.findings import Certainty, Evidence, Finding, Severity, Subject, SubjectKind
from pkcheck.graph import AgreementSet, annotated
from pkcheck.model import Agreement, BudgetLine
from pkcheck.quoting import of_agreement, of_party, of_row, quote_agreement, quote_date, quote_row, quote_signature
from pkcheck.suppression import Scope, State, collected
from pkcheck.testing import sound_sets

RULES = load_rules()
ABOUT_SUPPRESSIONS = [each.rule.code for each in RULES if each.comes_last]
OTHERS = Selection(ignore=tuple(ABOUT_SUPPRESSIONS))
TODAY = datetime.date(2024, 6, 15)
REASON = "disepakati dengan inspektorat"


def whole_of(text: str) -> AgreementSet:
    return AgreementSet(load(text, "pk.yaml", "yaml").agreements)


def judged(text: str, *silenced: Silenced, selection: Selection | None = None) -> Judgement:
    return judge(whole_of(text), RULES, selection, silenced=silenced, today=TODAY)


def found(judgement: Judgement) -> list[tuple[str, str]]:
    return [(each.code, each.at) for each in judgement.findings]


def silenced_in(judgement: Judgement) -> list[tuple[str, str]]:
    return [(each.finding.code, each.finding.at) for each in judgement.silenced]


TWO_TARGETS_MISSING = """
- id: a
  {agreement}
  objectives:
  - no: 1
    text: Meningkatnya mutu layanan
    {objective}
    indicators:
    - {{text: Indeks kepuasan, {indicator}}}
  - no: 2
    text: Meningkatnya mutu pegawai
    indicators:
    - {{text: Jumlah pelatihan}}
    - {{text: Jumlah pegawai, target: 1 orang}}
"""
NOTHING = {"agreement": "kind: sole", "objective": "group: null", "indicator": "is_iku: null"}
TGT001 = Selection(select=("TGT001", "SUP"))


def targets_missing(at: str | None, *, code: str = "TGT001") -> Judgement:
    given = dict(NOTHING)
    if at:
        given[at] = f"pkcheck: {{ignore: [{{code: {code}, reason: {REASON}}}]}}"
    return judged(TWO_TARGETS_MISSING.format(**given), selection=TGT001)


@pytest.mark.parametrize(
    ("at", "silenced", "shown"),
    [
        (None, [], [("TGT001", "a:1.1"), ("TGT001", "a:2.1")]),
        ("indicator", [("TGT001", "a:1.1")], [("TGT001", "a:2.1")]),
        ("objective", [("TGT001", "a:1.1")], [("TGT001", "a:2.1")]),
        ("agreement", [("TGT001", "a:1.1"), ("TGT001", "a:2.1")], []),
    ],
)
def test_an_element_silences_what_lies_under_it(
    at: str | None, silenced: list[tuple[str, str]], shown: list[tuple[str, str]]
) -> None:
    judgement = targets_missing(at)
    assert silenced_in(judgement) == silenced
    assert found(judgement) == shown


def test_only_the_code_itself_is_silenced_and_no_family() -> None:
    judgement = targets_missing("agreement", code="TGT")
    assert judgement.silenced == ()
    assert found(judgement) == [("SUP003", "a"), ("TGT001", "a:1.1"), ("TGT001", "a:2.1")]
    assert judgement.findings[0].facts["nearest"] == "TGT001"
    assert judgement.findings[0].severity == Severity.WARNING


def test_a_code_may_be_written_in_small_letters() -> None:
    assert silenced_in(targets_missing("indicator", code="tgt001")) == [("TGT001", "a:1.1")]


def test_the_narrowest_suppression_gives_the_reason() -> None:
    outer = "pkcheck: {ignore: [{code: TGT001, reason: untuk seluruh PK}]}"
    inner = "pkcheck: {ignore: [{code: TGT001, reason: untuk indikator ini}]}"
    judgement = judged(
        TWO_TARGETS_MISSING.format(**{**NOTHING, "agreement": outer, "indicator": inner}), selection=TGT001
    )
    reasons = [(each.finding.at, each.suppression.reason) for each in judgement.silenced]
    assert reasons == [("a:1.1", "untuk indikator ini"), ("a:2.1", "untuk seluruh PK")]
    assert found(judgement) == []


def test_a_derivation_lies_under_the_subordinates_indicator_alone() -> None:
    whole = whole_of("[{id: a}, {id: b}]")
    derivation = Subject("derivation", "b:1.1 -> a:1.1", "b", "")
    assert Scope(Subject("indicator", "b:1.1", "b", ""), frozenset({"b:1.1"})).has(derivation)
    assert not Scope(Subject("indicator", "a:1.1", "a", ""), frozenset({"a:1.1"})).has(derivation)
    assert Scope(of_agreement(whole.by_id["b"]), None).has(derivation)
    assert not Scope(of_agreement(whole.by_id["a"]), None).has(derivation)


def test_the_same_id_in_another_agreement_is_not_meant() -> None:
    assert not Scope(Subject("indicator", "x", "a", ""), frozenset({"x"})).has(Subject("indicator", "x", "b", ""))


PAGES = """
- id: a
  kind: paired
  {agreement}
  first_party: {{name: Sri, position: Kepala Bagian, {first_party}}}
  second_party: {{name: Budi, position: Sekretaris, {second_party}}}
  statement:
    date: 2024-01-05
    {statement}
    signatures: {{first: {{name: Sri, {first}}}, second: {{name: Budi, {second}}}}}
  annex:
    date: 2024-01-06
    {annex}
    signatures: {{first: {{name: Sri}}, second: {{name: Budi}}}}
  objectives: [{{no: 1, text: X, indicators: [{{text: I}}]}}]
  budget:
  - {{name: Program A, amount: 1}}
  - {{name: Program B, amount: 1, {line}}}
"""
PLACES = ("agreement", "first_party", "second_party", "statement", "first", "second", "annex", "line")


def finding(kind: SubjectKind, at: str, place: Evidence) -> Finding:
    message = RULES[0].rule.title
    subject = Subject(kind, at, "a", "")
    return Finding("ZZZ001", Severity.ERROR, Certainty.DEFINITE, subject, {"at": at}, (place,), message)


def covered(agreement: Agreement) -> set[str]:
    """Which of some findings about the agreement its only suppression covers."""
    (suppression,) = collected(AgreementSet([agreement]), (), (), TODAY)
    row = next(iter(AgreementSet([agreement]).rows.values()))
    statement, annex = agreement.statement, agreement.annex
    assert statement
    assert annex
    first, second = statement.signatures.first, statement.signatures.second
    assert first
    assert second
    on_first = quote_signature(agreement, first)
    findings = {
        "agreement": finding("agreement", "a", quote_agreement(agreement)),
        "agreement, at the statement": finding("agreement", "a", quote_date(agreement, statement)),
        "agreement, at the annex": finding("agreement", "a", quote_date(agreement, annex)),
        "agreement, at the first signature": finding("agreement", "a", on_first),
        "first party": finding("party", "a:first", quote_agreement(agreement)),
        "first party, at its signature": finding("party", "a:first", on_first),
        "second party, at its signature": finding("party", "a:second", quote_signature(agreement, second)),
        "indicator": finding("indicator", row.id, quote_row(row)),
        "budget line 2": finding("budget", "a:budget.2", quote_agreement(agreement)),
    }
    return {name for name, each in findings.items() if suppression.covers(each)}


@pytest.mark.parametrize("flow", [False, True])
@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("first_party", {"first party", "first party, at its signature"}),
        ("second_party", {"second party, at its signature"}),
        (
            "statement",
            {
                "agreement, at the statement",
                "agreement, at the first signature",
                "first party, at its signature",
                "second party, at its signature",
            },
        ),
        ("annex", {"agreement, at the annex"}),
        ("first", {"agreement, at the first signature", "first party, at its signature"}),
        ("second", {"second party, at its signature"}),
        ("line", {"budget line 2"}),
    ],
)
def test_pages_signatures_parties_and_lines_cover_what_is_theirs(place: str, expected: set[str], *, flow: bool) -> None:
    wish = f"pkcheck: {{ignore: [{{code: ZZZ001, reason: {REASON}}}]}}"
    given = {**dict.fromkeys(PLACES, "source: null"), place: wish}
    (agreement,) = load(PAGES.format(**given), "pk.yaml", "yaml").agreements
    if flow:  # all on one line, so that lines tell nothing apart
        (agreement,) = load(
            dump([agreement.model_copy(update={"source": None})], "jsonl"), "pk.jsonl", "jsonl"
        ).agreements
    assert covered(agreement) == expected


def test_an_agreement_covers_all_of_its_own() -> None:
    wish = f"pkcheck: {{ignore: [{{code: ZZZ001, reason: {REASON}}}]}}"
    text = PAGES.format(**{**dict.fromkeys(PLACES, "source: null"), "agreement": wish})
    assert len(covered(load(text, "pk.yaml", "yaml").agreements[0])) == 9


WITHOUT_BUDGET = "[{id: a, kind: sole, annex: {}, pkcheck: {ignore: [{code: BUD006, %s}]}}]"
BUD006 = Selection(select=("BUD006", "SUP"))


@pytest.mark.parametrize(
    ("says", "shown"),
    [
        (f"reason: {REASON}", []),
        (f"reason: {REASON}, until: 2024-06-15", []),
        (f"reason: {REASON}, until: 2024-06-14", ["BUD006", "SUP002"]),
        ("reason: ''", ["BUD006", "SUP001"]),
        ("reason: ' '", ["BUD006", "SUP001"]),
        ("reason: '...'", ["BUD006", "SUP001"]),
        ("by: Sri", ["BUD006", "SUP001"]),
        ("until: 2024-06-14", ["BUD006", "SUP001"]),
    ],
)
def test_it_holds_only_with_a_reason_and_until_its_last_day(says: str, shown: list[str]) -> None:
    judgement = judged(WITHOUT_BUDGET % says, selection=BUD006)
    assert [each.code for each in judgement.findings] == shown
    assert len(judgement.silenced) == (0 if shown else 1)


@pytest.mark.parametrize(
    ("reason", "until", "shown"),
    [
        (REASON, None, []),
        (REASON, TODAY, []),
        (REASON, datetime.date(2024, 6, 14), ["BUD006", "SUP002"]),
        ("", None, ["BUD006", "SUP001"]),
    ],
)
def test_the_settings_silence_one_finding_by_its_fingerprint(
    reason: str, until: datetime.date | None, shown: list[str]
) -> None:
    text = "[{id: a, kind: sole, annex: {}}, {id: b, kind: sole, annex: {}}]"
    first, second = judged(text, selection=BUD006).findings
    wish = Silenced(fingerprint=f" {second.fingerprint.upper()} ", reason=reason, until=until, by="Sri")
    judgement = judged(text, wish, selection=BUD006)
    assert judgement.findings[0] == first
    assert sorted(each.code for each in judgement.findings[1:]) == shown
    assert {each.subject.agreement for each in judgement.findings[1:]} <= {"b"}
    assert [(each.finding, each.suppression.by) for each in judgement.silenced] == ([] if shown else [(second, "Sri")])


def test_a_fingerprint_that_fits_nothing_is_told_only_where_all_rules_ran() -> None:
    wish = Silenced(fingerprint="0123456789abcdef", reason=REASON)
    text = "[{id: a, kind: sole, budget: [{name: Program A, amount: 1}]}]"
    everything = judged(text, wish)
    assert [each.code for each in everything.findings if each.code in ABOUT_SUPPRESSIONS] == ["SUP003"]
    narrowed = judged(text, wish, selection=BUD006)
    assert found(narrowed) == []
    (account,) = [each for each in narrowed.coverage if each.code == "SUP003"]
    assert [each.subject.id for each in account.not_checked] == ["a"]


@pytest.mark.parametrize(
    ("selection", "states"),
    [
        (Selection(select=("SUP",)), ["open"]),
        (Selection(), ["unused"]),
    ],
)
def test_what_did_not_run_is_not_called_unused(selection: Selection, states: list[State]) -> None:
    text = f"[{{id: a, kind: sole, pkcheck: {{ignore: [{{code: TGT001, reason: {REASON}}}]}}}}]"
    judgement = judged(text, selection=selection)
    (account,) = [each for each in judgement.coverage if each.code == "SUP003"]
    assert (["open"] if account.not_checked else ["unused"]) == states
    assert [each.code for each in judgement.findings if each.code == "SUP003"] == (
        ["SUP003"] if states == ["unused"] else []
    )


def test_what_could_not_be_judged_is_not_called_unused() -> None:
    text = f"""
- id: a
  objectives: [{{no: 1, text: X, indicators: [{{text: I}}]}}]
  unread: ["a:1.1.target"]
  pkcheck: {{ignore: [{{code: TGT001, reason: {REASON}}}]}}
"""
    judgement = judged(text, selection=TGT001)
    coverage = {each.code: each for each in judgement.coverage}
    assert len(coverage["TGT001"].not_checked) == 1
    assert found(judgement) == []
    assert len(coverage["SUP003"].not_checked) == 1


def test_a_rule_about_suppressions_cannot_be_silenced() -> None:
    text = f"""
- id: a
  kind: sole
  annex: {{}}
  pkcheck: {{ignore: [{{code: BUD006}}, {{code: SUP001, reason: {REASON}}}]}}
"""
    assert [each.code for each in judged(text, selection=BUD006).findings] == ["BUD006", "SUP001", "SUP003"]


def test_what_is_silenced_says_where_that_is_written() -> None:
    text = f"""- id: a
  kind: sole
  annex: {{}}
  pkcheck:
    ignore:
    - {{code: BUD001, reason: {REASON}}}
    - {{code: BUD006, reason: {REASON}, until: 2024-12-31, by: Sri}}
"""
    (silence,) = judged(text, selection=BUD006).silenced
    place = silence.suppression.place
    assert (place.source.file, place.source.line) == ("pk.yaml", 7)
    assert place.quote == f"code: BUD006, reason: {REASON}, until: 2024-12-31, by: Sri"


@pytest.mark.parametrize("form", ["yaml", "json", "jsonl"])
def test_suppressions_come_back_as_they_were(form: Format) -> None:
    text = PAGES.format(
        **{
            each: f"pkcheck: {{ignore: [{{code: BUD00{n}, reason: {REASON}, until: 2024-06-15}}]}}"
            for n, each in enumerate(PLACES)
        }
    )
    agreements = load(text, "pk.yaml", "yaml").agreements
    again = load(dump(annotated(AgreementSet(agreements)), form), f"lain.{form}", form).agreements
    assert again == annotated(AgreementSet(agreements))
    assert len(collected(AgreementSet(again), (), (), TODAY)) == len(PLACES)


def _spoilt(agreements: Sequence[Agreement], which: Sequence[int]) -> list[Agreement]:
    """The agreements with a budget line twice and a party without name in some of them."""
    spoilt = []
    for at, each in enumerate(agreements):
        changes: dict[str, Any] = {}
        if at in which:
            changes["budget"] = (*each.budget, BudgetLine(name=each.budget[0].name, amount=1))
            changes["first_party"] = None
            changes["objectives"] = each.objectives[1:]
        spoilt.append(each.model_copy(update=changes))
    return spoilt


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(sound_sets(most_units=5), st.sets(st.integers(0, 4), max_size=3), st.randoms())
def test_silencing_everything_loses_nothing(agreements: tuple[Agreement, ...], which: set[int], random: Any) -> None:
    whole = AgreementSet(_spoilt(agreements, sorted(which)))
    made = judge(whole, RULES, OTHERS).findings
    everything = [Silenced(fingerprint=each.fingerprint, reason=REASON) for each in made]
    useless = [
        Silenced(fingerprint="0" * 16, reason=REASON),
        Silenced(fingerprint="1" * 16, reason=REASON, until=datetime.date(2001, 1, 1)),
    ]
    wishes = random.sample([*everything, *useless], k=len(everything) + len(useless))
    judgement = judge(whole, RULES, silenced=wishes, today=TODAY)
    assert {each.code for each in judgement.findings} == {"SUP002", "SUP003"}
    assert [each.finding for each in judgement.silenced] == list(made)
    assert all(each.suppression.reason == REASON for each in judgement.silenced)


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(sound_sets(most_units=5), st.sets(st.integers(0, 4), min_size=1, max_size=3), st.integers(1, 40))
def test_fingerprints_hold_when_lines_move(agreements: tuple[Agreement, ...], which: set[int], moved: int) -> None:
    text = dump(_spoilt(agreements, sorted(which)), "yaml")
    before = judge(AgreementSet(load(text, "pk.yaml", "yaml").agreements), RULES, OTHERS).findings
    wishes = [Silenced(fingerprint=each.fingerprint, reason=REASON) for each in before]
    later = AgreementSet(load("\n" * moved + text, "pindah/pk.yaml", "yaml").agreements)
    judgement = judge(later, RULES, silenced=wishes, today=TODAY)
    assert judgement.findings == ()
    assert len(judgement.silenced) == len(before)


def test_every_rule_has_its_account_in_the_order_of_the_rules() -> None:
    judgement = judge(whole_of("[{id: a}]"), RULES)
    assert [each.code for each in judgement.coverage] == [each.rule.code for each in RULES]
    assert ABOUT_SUPPRESSIONS == ["SUP001", "SUP002", "SUP003"]


def test_a_party_may_be_silenced_where_its_page_was_not_read() -> None:
    (agreement,) = load(
        f"{{id: a, first_party: {{pkcheck: {{ignore: [{{code: X, reason: {REASON}}}]}}}}}}", "a", "yaml"
    ).agreements
    (suppression,) = collected(AgreementSet([agreement]), (), (), TODAY)
    assert suppression.at == of_party(agreement, "first")
    assert suppression.key == ("X", "first_party")


def test_rows_that_share_a_number_are_told_apart() -> None:
    text = f"""
- id: a
  objectives:
  - {{no: 1, text: X, indicators: [{{text: I}}], pkcheck: {{ignore: [{{code: TGT001, reason: {REASON}}}]}}}}
  - {{no: 1, text: Y, indicators: [{{text: J}}]}}
  - {{no: 2, text: Z, indicators: [{{text: K, target: 1 orang}}]}}
"""
    whole = whole_of(text)
    assert [of_row(row).id for row in whole.rows.values()] == ["a:1.1", "a:1.2", "a:2.1"]
    judgement = judge(whole, RULES, TGT001, today=TODAY)
    assert silenced_in(judgement) == [("TGT001", "a:1.1")]
    assert found(judgement) == [("TGT001", "a:1.2")]
