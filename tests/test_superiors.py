"""Who answers to whom: claims are votes, and one slip moves nobody to another branch."""

from pathlib import Path

import pytest

from pkcheck import api
from pkcheck.data import load
from pkcheck.graph import AgreementSet, annotated
from pkcheck.superiors import offices_of, superiors_of


def read(text: str) -> AgreementSet:
    """A set in canonical YAML."""
    return AgreementSet(load(text, "set.yaml", "yaml").agreements)


def superiors(text: str) -> dict[str, str | None]:
    """The superior's id, or the status where there is none."""
    return {name: each.id or each.status for name, each in read(text).superiors.items()}


DINAS = """
- {id: dinas, institution: &i Dinas Arsip Kota Solo, kind: paired,
   first_party: {name: Ani Lestari, position: Kepala Dinas Arsip Kota Solo},
   second_party: {name: Rudi Hartono, position: Wali Kota Solo}}
- {id: sekretaris, institution: Dinas Arsip Kota Solo,
   first_party: {name: Budi Raharja, position: Sekretaris Dinas Arsip Kota Solo},
   second_party: {name: Ani Lestari, position: Kepala Dinas Arsip}}
- {id: bidang, institution: Dinas Arsip Kota Solo,
   first_party: {name: Cici Paramida, position: Kepala Bidang Layanan},
   second_party: {name: Ani Lestari, position: Plt. Kepala Dinas Arsip Kota Solo}}
- {id: subbag, institution: Dinas Arsip Kota Solo,
   first_party: {name: Dedi Mulya, position: Kepala Sub Bagian Umum},
   second_party: {name: Budi Raharja, position: Sekretaris Dinas}}
- {id: seksi, institution: Dinas Arsip Kota Solo,
   first_party: {name: Eko Patrio, position: Kepala Seksi Layanan},
   second_party: {name: Cici Paramida, position: Kabid Layanan}}
""".replace("&i ", "")


def test_three_levels_of_a_dinas() -> None:
    found = superiors(DINAS)
    assert found == {
        "dinas": "top",
        "sekretaris": "dinas",
        "bidang": "dinas",
        "subbag": "sekretaris",
        "seksi": "bidang",
    }


@pytest.mark.parametrize(
    "head",
    ["Wali Kota Solo", "Pj. Wali Kota Solo", "Gubernur Jawa Tengah", "Menteri Agama", "Sekretaris Daerah Kota Solo"],
)
def test_who_heads_more_than_an_agency_is_not_looked_for(head: str) -> None:
    assert superiors(DINAS.replace("Wali Kota Solo", head))["dinas"] == "top"


def test_the_head_of_the_wider_institution_is_outside() -> None:
    found = superiors("""
    - {id: kepala, institution: Badan Statistik Provinsi Jambi,
       first_party: {name: Ani, position: Kepala Badan Statistik Provinsi Jambi},
       second_party: {name: Rudi, position: Kepala Badan Statistik}}
    """)
    assert found == {"kepala": "top"}


def test_a_superior_of_the_same_institution_without_an_agreement_is_missing() -> None:
    whole = read(
        DINAS.replace("Kabid Layanan", "Kepala Bidang Promosi").replace(
            "Cici Paramida, position: Kepala B", "X, position: Kepala B"
        )
    )
    assert whole.superiors["seksi"].status == "missing"
    assert [each.position for each in whole.missing] == ["Kepala Bidang Promosi"]


BLOCKS = """
   statement: {signatures: {second: {name: Cici Paramida, position: Kepala Bidang Layanan}}},
   annex: {signatures: {second: {position: "Kepala Bidang,"}}}}
"""


@pytest.mark.parametrize(
    "stated",
    [
        "{name: Budi Raharja, position: Kabid Layanan}",
        "{name: Cici Paramida, position: Sekretaris Dinas}",
        "{name: Budi Raharja, position: Sekretaris Dinas}",
        "{name: Eko Patrio, position: Kepala Seksi Layanan}",
        "{name: Siti Aminah, position: Kepala Bidang Promosi}",
        "{position: Kabid Layanan}",
    ],
)
def test_one_slip_in_the_statement_moves_nobody(stated: str) -> None:
    text = DINAS.replace(
        "second_party: {name: Cici Paramida, position: Kabid Layanan}}", f"second_party: {stated},{BLOCKS.rstrip()}"
    )
    annexed = text.replace('position: "Kepala Bidang,"', "position: Kepala Bidang Layanan")
    assert superiors(annexed)["seksi"] == "bidang"


def test_a_block_with_the_bare_title_means_whom_the_statement_means() -> None:
    whole = read(DINAS.replace("position: Kabid Layanan}}", f"position: Kabid Layanan}},{BLOCKS.rstrip()}"))
    assert {claim.place: claim.agreement for claim in whole.superiors["seksi"].claims} == {
        "statement": "bidang", "statement_block": "bidang", "annex_block": "bidang",
    }  # fmt: skip


QUOTING = """
- {{id: bidang-a, first_party: {{name: Ani, position: Kepala Bidang A}}, objectives: [{objectives}]}}
- {{id: bidang-b, first_party: {{name: Budi, position: Kepala Bidang B}}, objectives: []}}
- {{id: seksi, first_party: {{name: Cici, position: Kepala Seksi C}}, second_party: {{position: {stated}}},
   statement: {{signatures: {{second: {{position: {stated}}}}}}}, annex: {{signatures: {{second: {{position: {stated}}}}}}},
   objectives: [{{no: 1, text: Jumlah arsip tertata}}, {{no: 2, text: Jumlah arsip pulih}}, {{no: 3, text: Lain}}, {{no: 4, text: Jumlah arsip alih}}]}}
"""
INDICATORS = ", ".join(
    f"{{no: {no}, text: S{no}, indicators: [{{text: Jumlah arsip {word}}}]}}"
    for no, word in enumerate(("tertata", "pulih", "alih"), 1)
)


def test_objectives_that_quote_outweigh_a_template_copied_whole() -> None:
    text = QUOTING.format(objectives=INDICATORS, stated="Kepala Bidang B").replace("{no: 3, text: Lain}, ", "")
    found = read(text).superiors["seksi"]
    assert (found.id, found.quoted) == ("bidang-a", 1.0)


def test_quotations_do_not_stand_in_for_a_superior_that_is_not_in_the_set() -> None:
    text = QUOTING.format(objectives=INDICATORS, stated="Kepala Bidang Z").replace("{no: 3, text: Lain}, ", "")
    assert read(text).superiors["seksi"].status == "missing"


def test_nobody_answers_to_himself_and_nothing_runs_in_a_circle() -> None:
    found = superiors("""
    - {id: a, first_party: {name: Ani, position: Kepala Bidang A}, second_party: {position: Kepala Bidang B}}
    - {id: b, first_party: {name: Budi, position: Kepala Bidang B}, second_party: {position: Kepala Bidang A}}
    - {id: c, first_party: {name: Cici, position: Kepala Bidang C}, second_party: {position: Kepala Bidang C}}
    """)
    assert found["c"] == "missing"
    assert {found["a"], found["b"]} in ({"b", "circular"}, {"a", "circular"})


KECAMATAN = """
- {id: camat, institution: Pemerintah Kota Solo Kecamatan Jebres,
   first_party: {name: Ani, position: Camat Jebres}, second_party: {name: Rudi, position: Wali Kota Solo}}
- {id: sekretaris, institution: Pemerintah Kota Solo Kecamatan Jebres,
   first_party: {name: Budi, position: Sekretaris Kecamatan Jebres}, second_party: {name: Ani, position: Camat}}
- {id: lurah, institution: Pemerintah Kota Solo Kecamatan Jebres Kelurahan Mojo,
   first_party: {name: Cici, position: Lurah Mojo}, second_party: {name: Ani, position: Camat Jebres}}
- {id: sekretaris-kelurahan, institution: Pemerintah Kota Solo Kecamatan Jebres Kelurahan Mojo,
   first_party: {name: Dedi, position: Sekretaris Kelurahan Mojo}, second_party: {name: Cici, position: Lurah Mojo}}
- {id: kasi, institution: Pemerintah Kota Solo Kecamatan Jebres Kelurahan Mojo,
   first_party: {name: Eko, position: Kepala Seksi Sosial}, second_party: {name: Dedi, position: Sekretaris}}
"""


def test_institutions_that_contain_each_other() -> None:
    assert superiors(KECAMATAN) == {
        "camat": "top", "sekretaris": "camat", "lurah": "camat", "sekretaris-kelurahan": "lurah",
        "kasi": "sekretaris-kelurahan",
    }  # fmt: skip


def test_two_agencies_with_the_same_offices_stay_apart() -> None:
    other = DINAS.replace("Dinas Arsip Kota Solo", "Dinas Sosial Kota Solo").replace("Dinas Arsip", "Dinas Sosial")
    ids = ("dinas", "sekretaris", "bidang", "subbag", "seksi")
    for name in ids:
        other = other.replace(f"id: {name},", f"id: {name}-2,")
    found = superiors(DINAS + other)
    assert [found[f"{name}-2"] for name in ids] == ["top", "dinas-2", "dinas-2", "sekretaris-2", "bidang-2"]
    assert [found[name] for name in ids] == ["top", "dinas", "dinas", "sekretaris", "bidang"]


def test_a_slip_in_the_superiors_own_position_leaves_it_its_subordinates() -> None:
    text = DINAS.replace(
        "first_party: {name: Cici Paramida, position: Kepala Bidang Layanan},",
        "first_party: {name: Cici Paramida, position: Kepala Bidang Promosi}, "
        "annex: {signatures: {first: {position: Kepala Bidang Layanan}}},",
    )
    assert superiors(text)["seksi"] == "bidang"
    assert len(offices_of(read(text).by_id["bidang"])) == 2


def test_what_was_inferred_is_inferred_again() -> None:
    whole = read(DINAS)
    again = annotated(whole)
    assert [each.supervisor for each in again] == [None, "dinas", "dinas", "sekretaris", "bidang"]
    assert {name: each.id for name, each in superiors_of(again).items()} == {
        name: each.id for name, each in whole.superiors.items()
    }
    assert not any(each.given for each in superiors_of(again).values())
    assert [each.supervisor for each in annotated(AgreementSet(again))] == [each.supervisor for each in again]


def test_what_the_data_give_is_believed() -> None:
    text = DINAS.replace("- {id: seksi,", "- {id: seksi, supervisor: sekretaris,")
    assert superiors(text)["seksi"] == "sekretaris"
    assert read(text).superiors["seksi"].given


def test_a_superior_is_looked_for_in_the_same_year() -> None:
    house = "institution: Dinas Arsip Kota Solo,"
    years = [DINAS.replace(house, f"{house} fiscal_year: {year},") for year in (2024, 2025)]
    later = years[1].replace("{id: ", "{id: new-")
    assert superiors(years[0] + later)["new-seksi"] == "new-bidang"
    assert superiors(years[0] + later)["seksi"] == "bidang"


def test_a_revised_agreement_answers_to_a_revised_one() -> None:
    revised = DINAS.replace("{id: ", "{id: p-").replace("first_party", "revision: {number: 1}, first_party")
    assert superiors(DINAS + revised)["p-seksi"] == "p-bidang"
    assert superiors(revised + DINAS)["seksi"] == "bidang"


def test_the_head_of_an_institution_answers_to_another_one() -> None:
    found = superiors("""
    - {id: ketua, institution: Pengadilan Negeri Rimba, first_party: {name: Ani, position: Ketua Pengadilan Negeri Rimba},
       second_party: {name: Budi, position: Ketua Pengadilan Tinggi Jambi}}
    - {id: panitera, institution: Pengadilan Negeri Rimba, first_party: {name: Cici, position: Panitera},
       second_party: {name: Ani, position: Ketua Pengadilan Negeri Rimba}}
    """)
    assert found == {"ketua": "top", "panitera": "ketua"}


@pytest.mark.parametrize(
    ("given", "certainty"),
    [(("subbag",), "judgement"), (("subbag", "bidang"), "definite"), (("subbag", "dinas"), "definite")],
    ids=["only-who-answers-to-it", "one-beside-it", "one-above-it"],
)
def test_a_missing_superior_is_sure_only_where_more_of_its_institution_was_given(
    given: tuple[str, ...], certainty: str, tmp_path: Path
) -> None:
    agreements = [each for each in DINAS.split("- {id: ") if each.partition(",")[0] in given]
    path = tmp_path / "set.yaml"
    path.write_text("- {id: " + "- {id: ".join(agreements).replace("*i", "Dinas Arsip Kota Solo"), encoding="utf-8")
    found = [each for each in api.check([str(path)]).findings if each.code == "CAS007"]
    assert [(each.at, each.certainty) for each in found if "sekretaris" in each.at] == [("sekretaris", certainty)]


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ("Ketua Pengadilan Agama Kota Baru", "Ketua Pengadilan Tinggi Agama Tirta Jaya"),
        ("Kapolres Teluk Permata", "Kapolda Tirta Jaya"),
        ("Plt. Kepala Kejaksaan Negeri Contoh", "Kepala Kejaksaan Tinggi Tirta Jaya"),
    ],
)
def test_who_heads_a_house_of_its_own_answers_to_another_institution(below: str, above: str) -> None:
    text = f"- {{id: a, kind: paired, first_party: {{name: Ani, position: {below}}}, second_party: {{name: Budi, position: {above}}}}}"
    assert superiors(text) == {"a": "top"}
