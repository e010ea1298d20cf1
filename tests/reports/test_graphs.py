import io
import re
from typing import Any

import networkx as nx
import pytest

from pkcheck.data import load
from pkcheck.graph import AgreementSet
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
    return "\n".join(graph_formats()[form].render(whole, Style(lang=lang)))


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


@pytest.mark.parametrize("form", ["tree", "mermaid", "dot", "graphml"])
def test_a_graph_is_drawn_the_same_every_time(form: str) -> None:
    assert drawn(form, TEAM) == drawn(form, TEAM)
