"""The set as a graph: its shape, and that nothing in it ever runs in a circle."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from pkcheck import api
from pkcheck.data import load
from pkcheck.graph import AgreementSet, annotated, to_networkx
from pkcheck.model import Agreement, Indicator, Objective, Party

POSITIONS = [f"Kepala Bagian {name}" for name in ("Umum", "Hukum", "Data", "Keuangan")]
TEXTS = ["Tertib administrasi", "Persentase data pemilih", "Jumlah laporan keuangan", "Nilai keterbukaan informasi", ""]


def read(text: str) -> AgreementSet:
    return AgreementSet(load(text, "pk.yaml", "yaml").agreements)


@st.composite
def sets(draw: st.DrawFn) -> tuple[Agreement, ...]:
    """Up to six agreements whose superiors and parents may be anything at all, dangling, circular or themselves."""
    count = draw(st.integers(1, 6))
    ids = [f"pk{n}" for n in range(count)]
    anywhere = st.sampled_from([*ids, "nowhere"])
    positions = st.none() | st.sampled_from(POSITIONS)
    found = []
    for each in ids:
        rows = []
        for no in range(1, draw(st.integers(0, 3)) + 1):
            parents = st.lists(st.builds("{}:{}.1".format, anywhere, st.integers(1, 3)), max_size=2, unique=True)
            indicator = Indicator(
                id=f"{each}:{no}.1",
                text=draw(st.sampled_from(TEXTS)),
                derives_from=draw(st.none() | parents.map(tuple)),
                inferred=draw(st.booleans()),
            )
            rows.append(Objective(no=no, text=draw(st.sampled_from(TEXTS)), indicators=(indicator,)))
        first, second = draw(positions), draw(positions)
        found.append(
            Agreement(
                id=each,
                institution=draw(st.none() | st.just("KPU")),
                supervisor=draw(st.none() | anywhere),
                supervisor_inferred=draw(st.booleans()),
                first_party=Party(position=first) if first else None,
                second_party=Party(position=second) if second else None,
                objectives=tuple(rows),
            )
        )
    return tuple(found)


@given(sets())
def test_whatever_the_data_says_nothing_runs_in_a_circle(agreements: tuple[Agreement, ...]) -> None:
    whole = AgreementSet(agreements)
    graph = to_networkx(whole)
    for kind in ("answers_to", "derives_from"):
        assert nx.is_directed_acyclic_graph(
            graph.edge_subgraph(e for e in graph.edges if graph.edges[e]["kind"] == kind)
        )
    assert all(whole.depth(each) < len(agreements) for each in agreements)
    assert all(each.parent in whole.rows for found in whole.derivations.values() for each in found)


@given(sets())
def test_a_circle_that_is_told_is_one(agreements: tuple[Agreement, ...]) -> None:
    whole = AgreementSet(agreements)
    members = [each for circle in whole.circles for each in circle]
    assert len(set(members)) == len(members)
    indicators = [each for circle in whole.derivation_circles for each in circle]
    assert len(set(indicators)) == len(indicators)
    assert all(
        whole.rows[each].indicator.derives_from for circle in whole.derivation_circles for each in circle[:1]
    ) or (any(len(circle) > 1 for circle in whole.derivation_circles))


@given(sets())
def test_inferring_twice_is_inferring_once(agreements: tuple[Agreement, ...]) -> None:
    once = AgreementSet(annotated(AgreementSet(agreements)))
    assert annotated(once) == once.agreements


@given(sets(), st.data())
def test_the_order_of_agreements_does_not_change_what_derives_from_what(
    agreements: tuple[Agreement, ...], data: st.DataObject
) -> None:
    whole = AgreementSet(agreements)
    shuffled = AgreementSet(data.draw(st.permutations(agreements)))
    same = {name: each.id for name, each in whole.superiors.items()} == {n: e.id for n, e in shuffled.superiors.items()}
    if same:  # between votes that are even the first agreement decides
        assert {name: set(each) for name, each in whole.derivations.items()} == {
            name: set(each) for name, each in shuffled.derivations.items()
        }


def test_nodes_and_edges_have_their_kinds() -> None:
    graph = to_networkx(
        read("""
- id: ketua
  unit: KPU
  first_party: {name: Fahmi, position: Ketua KPU}
  objectives: [{no: 1, text: S, indicators: [{text: Persentase pemilih, target: 80%}]}]
  budget: [{name: Program A, amount: 1500}]
- id: humas
  supervisor: ketua
  objectives: [{no: 1, text: Persentase pemilih, indicators: [{text: Jumlah sosialisasi, target: 5 kegiatan}]}]
""")
    )
    assert {name: data["kind"] for name, data in graph.nodes(data=True)} == {
        "ketua": "agreement",
        "ketua:unit": "unit",
        "ketua:1.1": "indicator",
        "ketua:budget.1": "budget",
        "humas": "agreement",
        "humas:1.1": "indicator",
    }
    assert {(a, b): data["kind"] for a, b, data in graph.edges(data=True)} == {
        ("ketua", "ketua:unit"): "signs_for",
        ("ketua", "ketua:1.1"): "promises",
        ("ketua", "ketua:budget.1"): "budgets",
        ("humas", "humas:1.1"): "promises",
        ("humas", "ketua"): "answers_to",
        ("humas:1.1", "ketua:1.1"): "derives_from",
    }
    assert graph.edges["humas:1.1", "ketua:1.1"] == {
        "kind": "derives_from",
        "given": False,
        "how": "quoted",
        "score": 1,
    }
    assert graph.edges["humas", "ketua"]["given"] is True
    assert graph.nodes["ketua:1.1"]["target"] == "80%"


def test_the_real_document_is_one_tree(real: api.Outcome) -> None:
    graph = to_networkx(real.whole)
    tree = graph.edge_subgraph(e for e in graph.edges if graph.edges[e]["kind"] == "answers_to")
    assert nx.is_arborescence(tree.reverse())
    assert [name for name, degree in tree.out_degree() if degree == 0] == ["ketua"]


def test_a_dangling_parent_leaves_it_to_the_texts() -> None:
    whole = read("""
- {id: ketua, objectives: [{no: 1, text: S, indicators: [{text: Persentase pemilih}]}]}
- id: humas
  supervisor: ketua
  objectives: [{no: 1, text: Persentase pemilih, indicators: [{text: Sosialisasi, derives_from: ["ketua:9.9"]}]}]
""")
    assert [(each.parent, each.how) for each in whole.derivations["humas:1.1"]] == [("ketua:1.1", "quoted")]


def test_declared_as_derived_from_nothing_stays_so() -> None:
    whole = read("""
- {id: ketua, objectives: [{no: 1, text: S, indicators: [{text: Persentase pemilih}]}]}
- id: humas
  supervisor: ketua
  objectives: [{no: 1, text: Persentase pemilih, indicators: [{text: Sosialisasi, derives_from: []}]}]
""")
    assert whole.derivations == {}


def test_twins_of_a_taken_indicator_are_not_untaken() -> None:
    whole = read("""
- {id: ketua, objectives: [{no: 1, text: S, indicators: [{text: Persentase pemilih}, {text: Persentase Pemilih}, {text: Lain}]}]}
- {id: humas, supervisor: ketua, objectives: [{no: 1, text: Persentase pemilih, indicators: [{text: Sosialisasi}]}]}
""")
    assert [row.id for row in whole.untaken(whole.by_id["ketua"])] == ["ketua:1.3"]


def test_a_missing_superior_spelt_in_two_ways_is_one_unit_and_lies_under_its_own_agency() -> None:
    whole = read("""
- {id: a, institution: KPU X, first_party: {position: Kepala Sub Bagian Umum KPU X}, second_party: {position: "Kepala Bagian Keuangan, Umum dan Logistik KPU X"}}
- {id: b, institution: KPU X, first_party: {position: Kepala Sub Bagian Keuangan KPU X}, second_party: {position: "Kepala Bagian Keuangan Umum dan Logistk KPU X"}}
- {id: c, institution: KPU X, first_party: {position: Sekretaris KPU X}, kind: sole}
- {id: d, institution: Dinas Y, first_party: {position: Sekretaris Dinas Y}, kind: sole}
""")
    (missing,) = whole.missing
    assert missing.orphans == ("a", "b")
    assert missing.under == ("c",)
