"""A revision stands in for what it changes: in the links, in what is judged, and in what is counted."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pkcheck import api
from pkcheck.data import load, to_record
from pkcheck.discovery import load_rules
from pkcheck.engine import judge
from pkcheck.graph import AgreementSet, annotated
from pkcheck.model import Agreement
from pkcheck.subjects import subjects_of
from pkcheck.succession import replaced_in
from pkcheck.testing import sound_sets

RULES = load_rules()
HEAD = "fiscal_year: 2024, institution: Dinas X, first_party: {name: Sari, position: Kepala Dinas X}"


def read(text: str) -> AgreementSet:
    return AgreementSet(load(text, "pk.yaml", "yaml").agreements)


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("[{id: a}, {id: b, revision: {of: a}}]", {"a": "b"}),
        ("[{id: b, revision: {of: a}}, {id: a}]", {"a": "b"}),
        ("[{id: a}, {id: b, revision: {of: a}}, {id: c, revision: {of: b}}]", {"a": "c", "b": "c"}),
        (
            "[{id: a}, {id: b, revision: {of: a, number: 2}}, {id: c, revision: {of: a, number: 1}}]",
            {"a": "b", "c": "b"},
        ),
        ("[{id: a}, {id: b, revision: {of: a}}, {id: c, revision: {of: a}}]", {"a": "b"}),
        ("[{id: a}, {id: b, revision: {of: elsewhere}}]", {}),
        ("[{id: a, revision: {of: a}}]", {}),
        ("[{id: a, revision: {of: b}}, {id: b, revision: {of: a}}, {id: c, revision: {of: b}}]", {}),
        (f"[{{id: a, {HEAD}}}, {{id: b, revision: {{}}, {HEAD}}}]", {"a": "b"}),
        (f"[{{id: a, {HEAD}}}, {{id: b, {HEAD}}}]", {}),
        (f"[{{id: a, {HEAD}}}, {{id: b, {HEAD}}}, {{id: c, revision: {{}}, {HEAD}}}]", {}),
        (f"[{{id: a, {HEAD}}}, {{id: b, revision: {{}}, {HEAD.replace('2024', '2025')}}}]", {}),
        (f"[{{id: a, unit: Arsip, {HEAD}}}, {{id: b, unit: Umum, revision: {{}}, {HEAD}}}]", {}),
        ("[{id: a}, {id: b, revision: {}}]", {}),
    ],
)
def test_what_a_revision_replaces(text: str, replaced: dict[str, str]) -> None:
    whole = read(text)
    assert whole.replaced == replaced
    assert [each.id for each in whole.agreements] == [each.id for each in whole.given if each.id not in replaced]


TEAM = """
- {id: ketua, kind: sole, first_party: {name: A, position: Ketua}, objectives: [{no: 1, text: S, indicators: [{text: Nilai arsip}, {text: Indeks layanan}]}]}
- {id: ketua-2, revision: {of: ketua}, kind: sole, first_party: {name: B, position: Ketua}, objectives: [{no: 3, text: S, indicators: [{text: Indeks layanan}]}]}
- {id: kabag, supervisor: ketua, objectives: [{no: 1, text: T, indicators: [{text: I, derives_from: ["ketua:1.2"]}, {text: J, derives_from: ["ketua:1.1"]}]}]}
- {id: kasub, second_party: {name: B, position: Ketua}}
"""


def test_links_to_what_was_replaced_lead_to_what_is_in_force() -> None:
    whole = read(TEAM)
    assert [each.id for each in whole.subordinates["ketua-2"]] == ["kabag", "kasub"]
    assert whole.superiors["kabag"].given
    assert [(each.child, each.parent) for ds in whole.derivations.values() for each in ds] == [
        ("kabag:1.1", "ketua-2:3.1")
    ]


def test_everything_that_was_given_is_written_again() -> None:
    written = annotated(read(TEAM))
    assert [each.id for each in written] == ["ketua", "ketua-2", "kabag", "kasub"]
    assert written[2].supervisor == "ketua"
    assert AgreementSet(written).replaced == {"ketua": "ketua-2"}


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(sound_sets(), st.data())
def test_a_set_with_a_revision_is_judged_as_if_the_replaced_were_not_there(
    agreements: tuple[Agreement, ...], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(agreements) - 1))
    revision = _revision_of(agreements[at])
    both = AgreementSet([*agreements[: at + 1], revision, *agreements[at + 1 :]])
    alone = AgreementSet(
        [_under(each, agreements[at].id, revision.id) for each in both.given if each is not agreements[at]]
    )
    together, apart = judge(both, RULES), judge(alone, RULES)
    assert both.replaced == {agreements[at].id: revision.id}
    assert [each.fingerprint for each in together.findings] == [each.fingerprint for each in apart.findings]
    ran = [account for account in together.coverage if account.status == "ran"]
    assert [each.checked for each in ran] == [each.checked for each in apart.coverage if each.status == "ran"]
    for account in ran:
        loaded = next(each for each in RULES if each.rule.code == account.code)
        assert account.checked + len(account.not_checked) == len(subjects_of(both, loaded.kind, loaded.hands))


def _under(agreement: Agreement, old: str, new: str) -> Agreement:
    return agreement.model_copy(update={"supervisor": new}) if agreement.supervisor == old else agreement


def _revision_of(old: Agreement) -> Agreement:
    record = to_record(old)
    for indicator in (each for objective in record["objectives"] for each in objective["indicators"]):
        del indicator["id"]
    changed = {"id": f"{old.id}-perubahan", "revision": {"of": old.id, "number": 1, "ground": "mutasi"}}
    return Agreement.model_validate({**record, **changed})


def test_the_replaced_are_told_as_not_checked() -> None:
    judgement = judge(read(TEAM), RULES)
    of_old = {
        each.reason.say("en")
        for account in judgement.coverage
        for each in account.not_checked
        if each.subject.agreement == "ketua"
    }
    assert of_old == {"this agreement was replaced by its revision"}
    assert all(each.subject.agreement != "ketua" for each in judgement.findings)


def test_nothing_is_replaced_in_an_ordinary_set(real: api.Outcome) -> None:
    assert replaced_in(real.whole.given) == {}
