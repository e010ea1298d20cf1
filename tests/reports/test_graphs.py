import io
import re
from typing import Any

import networkx as nx
import pytest
from lxml import etree, html

from pkcheck.api import Outcome
from pkcheck.data import load
from pkcheck.engine import Judgement
from pkcheck.graph import AgreementSet
from pkcheck.inputs import InputReport
from pkcheck.reporting import Style, graph_formats

TEAM = """
- id: ketua
  kind: sole
  first_party: {name: Fahmi, position: Ketua KPU}
  objectives: [{no: 1, text: S, indicators: [{text: Persentase partisipasi pemilih, target: 80%}, {text: Indeks lain, target: "3"}]}]
  budget: [{name: Program A, amount: 1500}]
- id: humas
  supervisor: ketua
  first_party: {name: Aliuk, position: Kepala Bagian Humas}
  objectives: [{no: 1, text: Persentase partisipasi pemilih, indicators: [{text: Jumlah sosialisasi, target: "5", derives_from: ["ketua:1.1"]}]}]
"""
ORPHAN = """
- id: humas
  institution: KPU Provinsi
  first_party: {name: Aliuk, position: Kepala Sub Bagian Humas KPU Provinsi}
  second_party: {name: Budi, position: Kepala Bagian Umum KPU Provinsi}
  objectives: [{no: 1, text: S, indicators: [{text: T, target: "5"}]}]
"""
HOSTILE = r"""
- id: ketua
  first_party: {name: "\"]; end %% <b>&#x\\ `x`", position: "A\e[31m\n\"B\\\""}
  objectives: [{no: 1, text: S, indicators: [{text: "\x01 \"quoted\" \\n <x>", target: "5\a"}]}]
- id: "humas \"x\" <y>"
  supervisor: ketua
"""


def drawn(form: str, data: str, lang: Any = "id") -> str:
    whole = AgreementSet(load(data, "pk.yaml", "yaml").agreements)
    loaded = graph_formats()[form]
    report = InputReport("pk.yaml", "read", "yaml", len(whole.agreements), ())
    told = whole if loaded.tell is None else Outcome(whole, (report,), (), Judgement((), ()))
    return "\n".join(loaded.render(told, Style(lang=lang)))


def test_the_tree_shows_units_under_their_superiors() -> None:
    lines = drawn("tree", TEAM).replace("\u00a0", " ").splitlines()
    assert lines[0] == "Ketua KPU — Fahmi (ketua) [puncak]"
    assert lines[1] == "  anggaran Rp 1.500; indikator 2, diturunkan 1, berasal dari atasan 0"
    assert lines[2].startswith("└─ Kepala Bagian Humas — Aliuk (humas) [atasan dinyatakan dalam data")
    assert lines[3].strip() == "tanpa anggaran; indikator 1, diturunkan 0, berasal dari atasan 1"


def test_the_tree_speaks_english() -> None:
    assert "[top]" in drawn("tree", TEAM, "en")
    assert "superior given in the data" in drawn("tree", TEAM, "en")


def test_a_superior_without_an_agreement_is_in_the_tree() -> None:
    tree = drawn("tree", ORPHAN)
    assert tree.splitlines()[0] == "Kepala Bagian Umum KPU Provinsi (PK tidak ada)"
    assert "└─ Kepala Sub Bagian Humas KPU Provinsi — Aliuk (humas)" in tree
    assert "atasan tanpa PK" in tree.replace("\n", " ").replace("     ", "")


def test_a_tree_without_units_says_so() -> None:
    assert drawn("tree", "[]") == "Tidak ada PK yang terbaca."


def test_a_chain_of_a_thousand_units_is_drawn() -> None:
    units = ["- {id: u0, kind: sole}", *(f"- {{id: u{n}, supervisor: u{n - 1}}}" for n in range(1, 1000))]
    lines = drawn("tree", "\n".join(units)).splitlines()
    assert any("u999" in line for line in lines)
    assert max(len(line) for line in lines) <= 80


def test_mermaid_points_from_superior_to_subordinate() -> None:
    assert drawn("mermaid", TEAM).splitlines() == [
        "flowchart TD",
        '    n0["Ketua KPU — Fahmi (ketua)"]',
        '    n1["Kepala Bagian Humas — Aliuk (humas)"]',
        "    n0 --> n1",
        "    classDef missing stroke-dasharray: 5 5",
    ]


def test_mermaid_dashes_what_has_no_agreement() -> None:
    told = drawn("mermaid", ORPHAN)
    assert 'n1["Kepala Bagian Umum KPU Provinsi (PK<br/>tidak ada)"]:::missing' in told
    assert "n1 -.-> n0" in told


def test_mermaid_labels_hold_nothing_of_its_grammar() -> None:
    for label in re.findall(r'\["(.*)"\]', drawn("mermaid", HOSTILE)):
        rest = re.sub(r"#\d+;|<br/>", "", label)
        assert not set(rest) & set('"[]<>&`#\\%\x1b')


def test_dot_draws_agreements_indicators_and_derivations() -> None:
    told = drawn("dot", TEAM)
    assert '"unit humas" -> "unit ketua";' in told
    assert '"indicator humas:1.1" -> "indicator ketua:1.1" [color=gray label="given"];' in told
    assert told.count("{") == told.count("}") == 1


def test_dot_strings_are_closed_where_they_end() -> None:
    string = re.compile(r'"(?:[^"\\]|\\.)*"')
    for line in drawn("dot", HOSTILE).splitlines():
        assert '"' not in string.sub("", line)
        assert not re.search(r"[\x00-\x1f\x7f-\x9f]", line)


@pytest.mark.parametrize("data", [TEAM, ORPHAN, HOSTILE, "[]"])
def test_graphml_is_read_back_whole(data: str) -> None:
    whole = AgreementSet(load(data, "pk.yaml", "yaml").agreements)
    read: Any = nx.read_graphml(io.BytesIO(drawn("graphml", data).encode()))
    indicators = [node for node, kind in read.nodes(data="kind") if kind == "indicator"]
    assert len(indicators) == len(whole.rows)
    assert [kind for _, _, kind in read.edges(data="kind")].count("answers_to") == sum(
        bool(each) for each in whole.subordinates.values()
    )


def test_graphml_keeps_amounts_as_numbers() -> None:
    read: Any = nx.read_graphml(io.BytesIO(drawn("graphml", TEAM).encode()))
    assert read.nodes["ketua:budget.1"]["amount"] == 1500
    assert read.edges["humas:1.1", "ketua:1.1"]["given"] is True


@pytest.mark.parametrize("form", ["tree", "mermaid", "dot", "graphml", "svg", "svg-budget", "html"])
def test_a_graph_is_drawn_the_same_every_time(form: str) -> None:
    assert drawn(form, TEAM) == drawn(form, TEAM)


def svg_texts(form: str, data: str, lang: Any = "id") -> list[list[str]]:
    """The lines of text that are drawn for each unit."""
    picture = etree.fromstring(drawn(form, data, lang).encode(), etree.XMLParser(resolve_entities=False))
    units = picture.xpath("//*[@class='units']/*")
    return [[(each.text or "").replace("\u00a0", " ") for each in unit.iter("{*}text")] for unit in units]


def test_the_picture_of_the_cascade_has_name_holder_money_and_what_was_found() -> None:
    assert svg_texts("svg", TEAM) == [
        ["Ketua KPU", "Fahmi", "Rp 1.500", "2 indikator, 0 dari atasan", "tidak ada temuan", "–"],
        ["Kepala Bagian Humas", "Aliuk", "tanpa anggaran", "1 indikator, 1 dari atasan", "tidak ada temuan", "–"],
    ]


def test_the_picture_of_the_budget_has_names_and_amounts() -> None:
    assert svg_texts("svg-budget", TEAM, "en") == [
        ["Ketua KPU", "Rp 1,500"],
        ["Kepala Bagian Humas", "no budget"],
    ]


def test_the_picture_shows_who_is_named_and_has_no_agreement() -> None:
    assert svg_texts("svg", ORPHAN)[1] == ["Kepala Bagian Umum KPU", "Provinsi", "PK tidak ada", "∅"]


@pytest.mark.parametrize("form", ["svg", "svg-budget"])
def test_a_picture_of_nothing_says_so(form: str) -> None:
    assert "Tidak ada PK yang terbaca." in drawn(form, "[]")


@pytest.mark.parametrize("form", ["svg", "svg-budget"])
def test_a_picture_holds_text_of_documents_as_text(form: str) -> None:
    picture = etree.fromstring(drawn(form, HOSTILE).encode(), etree.XMLParser(resolve_entities=False))
    tags = {etree.QName(each).localname for each in picture.iter()}
    assert tags <= {"svg", "title", "rect", "g", "text", "circle", "polyline", "path"}
    assert "<b>" in " ".join(picture.itertext())
    assert "\\x1b" in drawn(form, HOSTILE)


def test_a_picture_needs_no_style_that_other_programs_do_not_know() -> None:
    assert not re.search(r"var\(|<style|href|url\(", drawn("svg", TEAM) + drawn("svg-budget", TEAM))


def test_the_page_has_both_pictures_with_tools_that_a_script_shows() -> None:
    page = html.fromstring(drawn("html", TEAM))
    assert [each.get("aria-label") for each in page.xpath("//figure//svg")] == [
        "Penjenjangan: 2 unit",
        "Aliran anggaran",
    ]
    assert [each.get("hidden") for each in page.xpath("//figure/div[@class='tools']")] == ["hidden", "hidden"]
    assert len(page.xpath("//script")) == 1


def test_the_page_holds_text_of_documents_as_text() -> None:
    page = html.fromstring(drawn("html", HOSTILE))
    assert page.xpath("//b | //x | //y") == []
    assert "<b>" in page.text_content()
