"""What a comparison says: nothing of two equal sets, and of one change exactly that change."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pkcheck import api
from pkcheck.data import dump, load, to_record
from pkcheck.discovery import load_rules
from pkcheck.engine import Judgement, judge
from pkcheck.findings import Finding
from pkcheck.graph import AgreementSet
from pkcheck.model import Agreement
from pkcheck.revisions.changes import Change, Revision
from pkcheck.revisions.compare import compare
from pkcheck.testing import sound_sets
from pkcheck.yamltext import dump_yaml, load_yaml

SLOW = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
RULES = load_rules()
NOTHING = Judgement((), ())
Told = tuple[str, str, str | None, str | None]

BASE = """
agreements:
- id: kadis
  institution: Dinas X
  unit: Dinas X
  fiscal_year: 2024
  kind: sole
  first_party: {name: Sari, position: Kepala Dinas X}
  objectives:
  - {no: 1, text: Meningkatnya layanan arsip, indicators: [{text: Nilai arsip, target: "80"}, {text: Persentase arsip vital, target: 75%}]}
  - {no: 2, text: Tertibnya pelaporan kampanye, indicators: [{text: Jumlah laporan kampanye, target: 4 dokumen}]}
  - {no: 3, text: Tertibnya pelaporan dana kampanye, indicators: [{text: Jumlah laporan dana kampanye, target: 4 dokumen}]}
  budget: [{name: Program Penunjang Urusan, amount: 1000}, {name: Program Layanan, amount: 500}]
- id: kabid
  institution: Dinas X
  unit: Bidang Arsip
  fiscal_year: 2024
  supervisor: kadis
  first_party: {name: Joko, position: Kepala Bidang Arsip}
  second_party: {name: Sari, position: Kepala Dinas X}
  statement: {place: Contoh, date: 2024-01-15, signatures: {first: {name: Joko}, second: {name: Sari}}}
  annex: {place: Contoh, date: 2024-01-15, signatures: {first: {name: Joko}, second: {name: Sari}}}
  objectives:
  - {no: 1, text: Nilai arsip, indicators: [{text: Jumlah arsip tertata, target: 100 berkas, derives_from: ["kadis:1.1"]}]}
"""


def read(data: Any) -> AgreementSet:
    return AgreementSet(load(data if isinstance(data, str) else dump_yaml(data), "pk.yaml", "yaml").agreements)


def compared(old: AgreementSet, new: AgreementSet) -> Revision:
    return compare(old, new, NOTHING, NOTHING)


def after(edit: Callable[[list[Any]], object]) -> Revision:
    """What differs once `edit` has changed the agreements of BASE."""
    data, _ = load_yaml(BASE, "pk.yaml")
    edit(data["agreements"])
    return compared(read(BASE), read(data))


def told(revision: Revision) -> list[Told]:
    return [
        (each.kind, each.field, each.before.text if each.before else None, each.after.text if each.after else None)
        for each in revision.changes
    ]


def rows(data: list[Any], at: int = 0) -> list[Any]:
    found: list[Any] = data[at]["objectives"]
    return found


@pytest.mark.parametrize(
    ("edit", "changes"),
    [
        (lambda a: a[0].update(unit="Dinas Y"), [("reworded", "unit", "Dinas X", "Dinas Y")]),
        (lambda a: a[0].update(fiscal_year=2025), [("changed", "fiscal_year", "2024", "2025")]),
        (lambda a: a[0].update(kind="paired"), [("changed", "kind", "sole", "paired")]),
        (lambda a: a[0]["first_party"].update(acting="plt"), [("added", "acting", None, "plt")]),
        (lambda a: a[1]["first_party"].pop("name"), [("dropped", "name", "Joko", None)]),
        (lambda a: a[1]["annex"].update(date="2024-02-15"), [("changed", "date", "2024-01-15", "2024-02-15")]),
        (lambda a: a[1]["annex"].update(place="Lain"), [("changed", "place", "Contoh", "Lain")]),
        (
            lambda a: a[1]["annex"]["signatures"]["first"].update(signed=False),
            [("added", "signed", None, "signed: false")],
        ),
        (lambda a: rows(a)[0].update(group="Umum"), [("added", "group", None, "Umum")]),
        (
            lambda a: rows(a)[0].update(text="Meningkatnya layanan arsip daerah"),
            [("reworded", "objective", "Meningkatnya layanan arsip", "Meningkatnya layanan arsip daerah")],
        ),
        (
            lambda a: rows(a)[0].update(text="meningkatnya layanan arsip."),
            [("respelt", "objective", "Meningkatnya layanan arsip", "meningkatnya layanan arsip.")],
        ),
        (lambda a: rows(a)[0]["indicators"][0].update(target="85"), [("changed", "target", "80", "85")]),
        (lambda a: rows(a)[0]["indicators"][0].pop("target"), [("dropped", "target", "80", None)]),
        (lambda a: rows(a)[0]["indicators"][1].update(target="75 %"), [("respelt", "target", "75%", "75 %")]),
        (
            lambda a: rows(a)[1]["indicators"][0].update(target="4 laporan"),
            [("changed", "unit_of_measure", "dokumen", "laporan")],
        ),
        (
            lambda a: rows(a)[1]["indicators"][0].update(target="50%"),
            [("changed", "target", "4 dokumen", "50%"), ("changed", "unit_of_measure", "dokumen", "persen")],
        ),
        (
            lambda a: rows(a)[0]["indicators"][0].update(target={"raw": "80", "periods": {"TW1": 20}}),
            [("added", "periods", None, "TW1: 20")],
        ),
        (lambda a: rows(a)[0]["indicators"][0].update(is_iku=True), [("added", "is_iku", None, "is_iku: true")]),
        (
            lambda a: rows(a, 1)[0]["indicators"][0].pop("derives_from"),
            [("dropped", "derives_from", "kadis:1.1", None)],
        ),
        (
            lambda a: rows(a, 1)[0]["indicators"][0].update(derives_from=[]),
            [("changed", "derives_from", "kadis:1.1", "-")],
        ),
        (
            lambda a: rows(a)[1]["indicators"].append(rows(a)[0]["indicators"].pop(1)),
            [("moved", "indicator", "Meningkatnya layanan arsip", "Tertibnya pelaporan kampanye")],
        ),
        (lambda a: rows(a)[0]["indicators"].reverse(), [("moved", "indicator", *["Meningkatnya layanan arsip"] * 2)]),
        (lambda a: rows(a)[2].update(no=4), [("renumbered", "objective", "3", "4")]),
        (lambda a: a[0]["budget"][0].update(amount=1200), [("changed", "amount", "Rp 1.000", "Rp 1.200")]),
        (lambda a: a[0]["budget"][0].update(level="kegiatan"), [("changed", "level", "program", "kegiatan")]),
        (lambda a: a[0]["budget"][0].update(code="1.01"), [("added", "code", None, "1.01")]),
        (
            lambda a: a[0]["budget"][1].update(name="Program Layanan Publik"),
            [("reworded", "budget_line", "Program Layanan", "Program Layanan Publik")],
        ),
        (lambda a: a[0]["budget"].reverse(), []),
        (lambda a: a[0]["budget"].append({"name": "Program Baru"}), [("added", "budget_line", None, "Program Baru")]),
        (lambda a: a[0]["budget"].pop(), [("dropped", "budget_line", "Program Layanan", None)]),
        (lambda a: a[1].pop("supervisor"), []),
        (lambda a: a.pop(0), []),
        (lambda a: a.reverse(), []),
    ],
)
def test_one_change_is_told_as_that_change(edit: Callable[[list[Any]], object], changes: list[Told]) -> None:
    assert told(after(edit)) == changes


def test_an_objective_that_is_dropped_takes_its_indicators_with_it() -> None:
    assert told(after(lambda a: rows(a).pop(1))) == [
        ("dropped", "objective", "Tertibnya pelaporan kampanye", None),
        ("dropped", "indicator", "Jumlah laporan kampanye", None),
    ]


def test_an_objective_that_is_put_in_between_renumbers_those_after_it() -> None:
    def edit(data: list[Any]) -> None:
        rows(data).insert(1, {"no": 2, "text": "Terwujudnya inovasi", "indicators": []})
        rows(data)[2]["no"], rows(data)[3]["no"] = 3, 4

    assert told(after(edit)) == [
        ("added", "objective", None, "Terwujudnya inovasi"),
        ("renumbered", "objective", "2", "3"),
        ("renumbered", "objective", "3", "4"),
    ]


def test_near_twins_that_change_places_are_not_reworded() -> None:
    def edit(data: list[Any]) -> None:
        rows(data)[1:] = [{**rows(data)[2], "no": 2}, {**rows(data)[1], "no": 3}]

    assert {each[:2] for each in told(after(edit))} == {("renumbered", "objective")}


def test_a_name_that_changed_on_every_page_is_one_change_with_every_place() -> None:
    def edit(data: list[Any]) -> None:
        data[1]["first_party"]["name"] = "Budi"
        for page in ("statement", "annex"):
            data[1][page]["signatures"]["first"]["name"] = "Budi"

    (change,) = after(edit).changes
    assert (change.field, change.subject.id) == ("name", "kabid:first")
    assert change.before is not None
    assert change.after is not None
    assert [len(side.evidence) for side in (change.before, change.after)] == [3, 3]


def only(edit: Callable[[list[Any]], object]) -> Change:
    (change,) = after(edit).changes
    return change


@pytest.mark.parametrize(
    ("edit", "difference", "unit", "percent"),
    [
        (lambda a: a[0]["budget"][0].update(amount=1200), 200, "rupiah", 20.0),
        (lambda a: a[0]["budget"][0].update(amount=0), -1000, "rupiah", -100.0),
        (lambda a: rows(a)[0]["indicators"][1].update(target="77,5%"), 2.5, "persen", None),
        (lambda a: rows(a)[1]["indicators"][0].update(target="3 dokumen"), -1, "dokumen", -25.0),
        (lambda a: rows(a)[0]["indicators"][0].update(target="80,1"), 0.1, None, 0.12),
        (lambda a: a[1]["annex"].update(date="2024-01-10"), -5, "days", None),
        (lambda a: rows(a)[1]["indicators"][0].update(target="4 laporan"), None, None, None),
        (lambda a: rows(a)[1]["indicators"][0].update(target="menurun dokumen"), None, None, None),
        (lambda a: a[0].update(fiscal_year=2025), None, None, None),
    ],
)
def test_numbers_have_their_difference(
    edit: Callable[[list[Any]], object], difference: float | None, unit: str | None, percent: float | None
) -> None:
    change = next(after(edit).changes)
    assert (change.difference, change.unit, change.percent) == (difference, unit, percent)


def test_the_changed_words_are_told_and_marked() -> None:
    change = only(lambda a: rows(a)[0].update(text="Meningkatnya mutu layanan arsip"))
    assert change.words == ((), ("mutu",))
    assert change.before is not None
    assert change.after is not None
    assert [side.evidence[0].mark for side in (change.before, change.after)] == [None, "mutu"]


def test_a_row_level_change_names_its_row() -> None:
    change = only(lambda a: rows(a)[0]["indicators"][1].update(target="80%"))
    assert (change.of, change.subject.id) == ("Persentase arsip vital", "kadis:1.2")


def test_both_sides_are_quoted_where_they_stand() -> None:
    change = only(lambda a: rows(a)[0]["indicators"][1].update(target="80%"))
    sides = [side for side in (change.before, change.after) if side is not None]
    assert [side.evidence[0].quote for side in sides] == [
        "Persentase arsip vital | 75%",
        "Persentase arsip vital | 80%",
    ]
    assert all(side.evidence[0].source.line for side in sides)


HEADS = "[{id: a, first_party: {position: Ketua}}, {id: b, first_party: {position: Wakil Ketua}}, "


@pytest.mark.parametrize(
    ("kabag", "now", "change"),
    [
        ("supervisor: a", "supervisor: b", ("changed", "superior", "Ketua", "Wakil Ketua")),
        ("supervisor: a", "kind: sole", ("dropped", "superior", "Ketua", None)),
        ("kind: sole", "supervisor: a", ("added", "superior", None, "Ketua")),
    ],
)
def test_another_superior_is_told(kabag: str, now: str, change: Told) -> None:
    old, new = (read(f"{HEADS}{{id: c, {each}}}]") for each in (kabag, now))
    assert change in told(compared(old, new))


KABAG = "{id: c, institution: Dinas X, first_party: {position: Kepala Seksi Arsip}, second_party: {position: Kepala Bidang Umum}}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{HEADS}{{id: c, supervisor: a}}]", "[{id: c, supervisor: a}]"),
        (f"[{KABAG}]", f"[{KABAG.replace('Bidang', 'Bid.')}]"),
    ],
)
def test_a_superior_whose_agreement_is_not_there_is_the_same_superior(old: str, new: str) -> None:
    assert "superior" not in [change.field for change in compared(read(old), read(new)).changes]


def pairs(old: str, new: str) -> list[tuple[str | None, str | None, str | None]]:
    found = compared(read(old), read(new)).agreements
    return [(each.old.id if each.old else None, each.new.id if each.new else None, each.paired_by) for each in found]


OFFICE = "institution: Dinas X, first_party: {{position: {}}}"
ARSIP, UMUM = OFFICE.format("Kepala Bidang Arsip"), OFFICE.format("Kepala Bidang Umum")


@pytest.mark.parametrize(
    ("old", "new", "paired"),
    [
        ("[{id: a}, {id: b}]", "[{id: b}, {id: a}]", [("b", "b", "id"), ("a", "a", "id")]),
        ("[{id: a}]", "[{id: b}]", [(None, "b", None), ("a", None, None)]),
        (f"[{{id: a, {ARSIP}}}]", f"[{{id: b, {ARSIP}}}]", [("a", "b", "position")]),
        (f"[{{id: a, {ARSIP}}}]", f"[{{id: b, {ARSIP.replace('Arsip', 'Arsib')}}}]", [("a", "b", "position")]),
        (f"[{{id: a, {ARSIP}}}]", f"[{{id: b, {ARSIP.replace('Dinas X', 'Dinas Y')}}}]", [(None, "b", None), ("a", None, None)]),
        ("[{id: a, unit: Arsip}]", "[{id: b, unit: ARSIP}]", [("a", "b", "unit")]),
        (f"[{{id: a, {ARSIP}}}, {{id: b, {UMUM}}}]", f"[{{id: a, {UMUM}}}, {{id: b, {ARSIP}}}]", [("a", "a", "id"), ("b", "b", "id")]),
        ("[{id: a}]", "[{id: b, revision: {of: a}}]", [("a", "b", "revision")]),
        ("[{id: a}]", "[{id: a}, {id: b, revision: {of: a}}]", [("a", "b", "revision")]),
        ("[{id: a}]", "[{id: c, revision: {of: b}}, {id: b, revision: {of: a}}]", [("a", "c", "revision")]),
        ("[{id: a}, {id: b}]", "[{id: b, revision: {of: a}}]", [("a", "b", "revision"), ("b", None, None)]),
    ],
)  # fmt: skip
def test_agreements_are_paired_by_the_surest_thing(old: str, new: str, paired: list[Any]) -> None:
    assert pairs(old, new) == paired


def test_what_they_promise_tells_agreements_of_one_unit_apart() -> None:
    row = "unit: Arsip, objectives: [{{text: {}}}]"
    old = f"[{{id: a, {row.format('Satu')}}}, {{id: b, {row.format('Dua')}}}]"
    new = f"[{{id: c, {row.format('Dua')}}}, {{id: d, {row.format('Satu')}}}]"
    assert pairs(old, new) == [("b", "c", "unit"), ("a", "d", "unit")]


@SLOW
@given(sound_sets())
def test_a_set_does_not_differ_from_itself(agreements: tuple[Agreement, ...]) -> None:
    whole = AgreementSet(agreements)
    judgement = judge(whole, RULES)
    found = compare(whole, whole, judgement, judgement)
    assert found.empty
    assert len(found.findings.kept) == len(judgement.findings)


@SLOW
@given(sound_sets(), st.data())
def test_an_agreement_that_is_dropped_or_added_is_told_as_that(
    agreements: tuple[Agreement, ...], data: st.DataObject
) -> None:
    left_out = data.draw(st.sampled_from(agreements))
    fewer = AgreementSet([each for each in agreements if each is not left_out])
    for old, new, status in ((AgreementSet(agreements), fewer, "dropped"), (fewer, AgreementSet(agreements), "added")):
        found = compared(old, new)
        assert [(each.agreement.id, each.status) for each in found.agreements if each.status != "same"] == [
            (left_out.id, status)
        ]


@SLOW
@given(sound_sets(), st.data())
def test_an_objective_that_is_dropped_added_or_reworded_is_told_as_that(
    agreements: tuple[Agreement, ...], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(agreements) - 1))
    row = data.draw(st.integers(0, len(agreements[at].objectives) - 1))
    objective = agreements[at].objectives[row]
    others = (*agreements[at].objectives[:row], *agreements[at].objectives[row + 1 :])
    reworded = objective.model_copy(update={"text": f"{objective.text} secara berkelanjutan"})
    in_place = (*others[:row], reworded, *others[row:])
    (indicator,) = objective.indicators
    whole = AgreementSet(agreements)

    def with_rows(objectives: Any) -> AgreementSet:
        edited = agreements[at].model_copy(update={"objectives": objectives})
        return AgreementSet([*agreements[:at], edited, *agreements[at + 1 :]])

    assert told(compared(whole, with_rows(in_place))) == [("reworded", "objective", objective.text, reworded.text)]
    assert told(compared(whole, with_rows(others))) == [
        ("dropped", "objective", objective.text, None),
        ("dropped", "indicator", indicator.text, None),
    ]
    assert told(compared(with_rows(others), whole)) == [
        ("added", "objective", None, objective.text),
        ("added", "indicator", None, indicator.text),
    ]


@SLOW
@given(sound_sets(), st.data())
def test_whatever_leaf_of_the_data_changes_is_told(agreements: tuple[Agreement, ...], data: st.DataObject) -> None:
    """Nothing that the data says can change unseen, apart from ids and what says nothing of the agreement itself."""
    at = data.draw(st.integers(0, len(agreements) - 1))
    record = to_record(agreements[at])
    path = data.draw(st.sampled_from([each for each in _leaves(record) if each[-1] not in ("id", "supervisor")]))
    holder: Any = record
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = _other(holder[path[-1]], str(path[-1]))
    edited = [*agreements[:at], Agreement.model_validate(record), *agreements[at + 1 :]]
    assert list(compared(AgreementSet(agreements), AgreementSet(edited)).changes), path


def _leaves(node: Any, *path: Any) -> list[tuple[Any, ...]]:
    if isinstance(node, dict):
        return [leaf for name, each in node.items() for leaf in _leaves(each, *path, name)]
    if isinstance(node, list):
        return [leaf for at, each in enumerate(node) for leaf in _leaves(each, *path, at)]
    return [path]


def _other(value: Any, name: str) -> Any:
    if name in ("date", "kind"):
        return {"date": "2019-05-17", "kind": "sole" if value == "paired" else "paired"}[name]
    return value + 1 if isinstance(value, int | float) else f"{value} lainnya"


def judged(text: str) -> tuple[AgreementSet, Judgement]:
    whole = read(text)
    return whole, judge(whole, RULES)


def findings_of(old: str, new: str, code: str) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    (before, said), (now, says) = judged(old), judged(new)
    found = compare(before, now, said, says).findings

    def at(findings: tuple[Finding, ...]) -> list[str]:
        return [each.at for each in findings if each.code == code]

    gone = [(each.finding.at, str(each.why)) for each in found.gone if each.finding.code == code]
    return at(found.new), gone, at(found.kept)


OVER = "[{{id: {0}, budget: [{{name: Program A, amount: 100}}]}}, {{id: kabid, supervisor: {0}, budget: [{{name: Program A, amount: {1}}}]}}]"


@pytest.mark.parametrize(
    ("new", "come", "gone", "kept"),
    [
        (OVER.format("kadis", 101), [], [], ["kadis:budget.1"]),
        (OVER.format("kadis", 100), [], [("kadis:budget.1", "not_found")], []),
        (OVER.format("kadis", 102), ["kadis:budget.1"], [("kadis:budget.1", "otherwise")], []),
        ("[{id: kabid}]", [], [("kadis:budget.1", "dropped")], []),
        (
            OVER.format("kadis", 101).replace("amount: 101", "raw: ratusan"),
            [],
            [("kadis:budget.1", "not_checked")],
            [],
        ),
        (
            OVER.format("kadis", 101).replace("amount: 100}", "amount: 100, pkcheck: {ignore: [{code: BUD001, reason: dibahas}]}}"),
            [],
            [("kadis:budget.1", "silenced")],
            [],
        ),
    ],
)  # fmt: skip
def test_findings_come_go_and_stay(new: str, come: list[str], gone: list[Any], kept: list[str]) -> None:
    assert findings_of(OVER.format("kadis", 101), new, "BUD001") == (come, gone, kept)


def test_a_finding_stays_the_same_in_a_revision_with_another_id() -> None:
    old, new = OVER.format("kadis", 101), OVER.format("kadis-2", 101)
    new = new.replace("{id: kadis-2,", "{id: kadis-2, revision: {of: kadis, ground: mutasi},").replace(
        "{id: kabid,", "{id: kabid, revision: {of: kabid-1, ground: mutasi},"
    )
    assert findings_of(old, new, "BUD001") == ([], [], ["kadis-2:budget.1"])


def test_a_document_does_not_differ_from_its_data(real: api.Outcome) -> None:
    read_again = AgreementSet(load(dump(real.whole.agreements, "yaml"), "pk.yaml", "yaml").agreements)
    assert compared(real.whole, read_again).empty
