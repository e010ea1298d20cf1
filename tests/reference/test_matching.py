"""Which part of a reference is meant for which agreement."""

import pytest

from pkcheck import messages
from pkcheck.data import load
from pkcheck.graph import AgreementSet
from pkcheck.reference.matching import Units, approval_of, ceilings_of, groups_of, same_indicator, similar_indicator
from pkcheck.reference.textfile import read_reference
from pkcheck.texts import Text

HOUSE = "institution: Dinas Sosial Kota X, fiscal_year: 2024"
SET = f"""
- {{id: dinas, {HOUSE}, kind: sole, first_party: {{position: Kepala Dinas Sosial Kota X}}}}
- {{id: umum, {HOUSE}, unit: Umum Dinas Sosial Kota X, first_party: {{position: Kepala Bidang Umum}}}}
- {{id: sub, {HOUSE}, unit: Umum dan Arsip Dinas Sosial Kota X, first_party: {{position: Kepala Sub Bidang Umum}}}}
"""


def whole(text: str = SET, reference: str = "{}") -> AgreementSet:
    given = read_reference(reference, "acuan.yaml") if reference != "{}" else None
    return AgreementSet(load(text, "pk.yaml", "yaml").agreements, given)


@pytest.mark.parametrize(
    ("unit", "found"),
    [
        (None, ["dinas"]),
        ("umum", ["umum"]),
        ("Bidang Umum", ["umum"]),
        ("BIDANG UMUM Dinas Sosial Kota X", ["umum"]),
        ("Kepala Bidang Umum", ["umum"]),
        ("Umum", ["umum"]),
        ("Sub Bidang Umum", ["sub"]),
        ("Umum dan Arsip", ["sub"]),
        ("Dinas Sosial Kota X", ["dinas"]),
        ("Bidang Data", []),
    ],
)
def test_a_unit_is_known_by_its_names(unit: str | None, found: list[str]) -> None:
    own = whole()
    (group,) = groups_of(own)
    assert [each.id for each in Units(group, own).find(unit)] == found


def shown(found: dict[str, object]) -> dict[str, object]:
    return {name: each if isinstance(each, Text) else len(each) for name, each in found.items()}  # type: ignore[arg-type]


def ceilings(text: str = SET, **document: object) -> dict[str, object]:
    facts = {"title": "DPA", "fiscal_year": 2024, **document}
    head = "".join(f"  {name}: {value}\n" for name, value in facts.items())
    own = whole(text, f"budget_document:\n{head}  ceilings: [{{unit: Bidang Umum, programme: Program A, amount: 1}}]\n")
    return shown(dict(ceilings_of(own)))


def test_what_is_not_there_has_a_reason() -> None:
    absent, others = messages.NOT_IN_REFERENCE, messages.REFERENCE_OF_OTHERS
    assert ceilings() == {"dinas": absent, "umum": 1, "sub": absent}
    assert ceilings(institution="Dinas Sosial Kota X") == ceilings()
    assert ceilings(institution="Dinas Sosial") == ceilings()
    for wrong in ({"institution": "Dinas Sosial Kota Y"}, {"fiscal_year": 2023}, {"revision": 1}):
        assert ceilings(**wrong) == dict.fromkeys(("dinas", "umum", "sub"), others)


def test_two_units_of_one_name_are_not_judged() -> None:
    twice = f"{SET}- {{id: umum-2, {HOUSE}, first_party: {{position: Kepala Bidang Umum}}}}\n"
    assert {ceilings(twice)[name] for name in ("umum", "umum-2")} == {messages.REFERENCE_UNCLEAR}


def test_of_several_institutions_each_needs_its_name() -> None:
    two = SET + "- {id: badan, institution: Badan Y, fiscal_year: 2024, kind: sole}\n"
    assert set(ceilings(two).values()) == {messages.REFERENCE_OF_OTHERS}
    assert ceilings(two, institution="Dinas Sosial Kota X")["umum"] == 1


def test_a_revised_agreement_is_held_against_the_last_revision() -> None:
    revised = f"{SET}- {{id: p, {HOUSE}, revision: {{number: 1}}, first_party: {{position: Kepala Bidang Umum}}}}\n"
    documents = "".join(
        f"- {{title: DPA, fiscal_year: 2024, revision: {number}, approved_on: 2024-0{number or 1}-02, ceilings: "
        f"[{{unit: Bidang Umum, programme: A, amount: {number}}}]}}\n"
        for number in (0, 2, 3)
    )
    own = whole(revised, f"budget_document:\n{documents}")
    found = ceilings_of(own)
    assert [[each.amount for each in found[name] if not isinstance(each, str)] for name in ("umum", "p")] == [[0], [3]]  # type: ignore[union-attr]
    approved = [approval_of(own, group) for group in groups_of(own)]
    assert [str(each.approved_on) for each in approved if each] == ["2024-01-02", "2024-03-02"]


def test_an_indicator_in_other_words() -> None:
    text = "Persentase data pemilih yang mutakhir"
    assert same_indicator(text, "Persentase Data Pemilih mutakhir")
    assert not same_indicator(text, "Persentase data partai yang mutakhir")
    assert not same_indicator("", "")
    assert similar_indicator(text, "Persentase data pemilih yang telah mutakhir")
    assert not similar_indicator(text, "Indeks kepuasan masyarakat")
