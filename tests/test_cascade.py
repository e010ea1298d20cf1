"""Which indicator an objective quotes: exact texts first, near twins apart, rows in any order."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from pkcheck import api
from pkcheck.cascade import NEAR, WEAK, Speech, match_indicators, match_objectives
from pkcheck.graph import AgreementSet, rows_of
from pkcheck.model import Indicator, Objective
from pkcheck.wording import changed_words, short

TWINS = (
    "Persentase data Fasilitasi Tahapan Kampanye oleh KPU kepada Peserta Pemilu",
    "Persentase data Fasilitasi Tahapan Dana Kampanye oleh KPU kepada Peserta Pemilu",
    "Laporan Rumah Pintar Pemilu",
    "Laporan Rumah Pintar Pemilu digital",
    "Tersusunnya daftar permohonan informasi publik melalui PPID dan e-PPID",
    "Tersusunnya laporan pelayanan informasi publik melalui PPID dan e-PPID",
    "Persentase sarana transportasi untuk mendukung kinerja pegawai yang berfungsi dengan baik",
    "Persentase fasilitas perkantoran untuk mendukung kinerja pegawai yang berfungsi dengan baik",
)


def parents_of(*texts: str) -> list[Indicator]:
    return [Indicator(id=f"p{n}", text=text) for n, text in enumerate(texts)]


def matched(objectives: list[str], parents: list[Indicator]) -> list[str | None]:
    """The text of each objective's parent."""
    texts = {parent.id: parent.text for parent in parents}
    found = match_objectives([Objective(text=text) for text in objectives], parents)
    return [texts[match.parent] if match else None for match in found]


@st.composite
def slips(draw: st.DrawFn, text: str) -> str:
    """`text` with one letter lost, doubled or swapped with the next, inside a word."""
    at = draw(st.sampled_from([n for n in range(1, len(text) - 2) if text[n : n + 2].isalpha()]))
    kind = draw(st.sampled_from(["lost", "doubled", "swapped"]))
    middle = {"lost": "", "doubled": text[at] * 2, "swapped": text[at + 1] + text[at]}[kind]
    return text[:at] + middle + text[at + (2 if kind == "swapped" else 1) :]


@given(st.permutations(range(len(TWINS))), st.permutations(range(len(TWINS))), st.data())
def test_twins_are_told_apart_in_any_order_with_a_slip_in_any(
    objectives: list[int], parents: list[int], data: st.DataObject
) -> None:
    slipped = data.draw(st.sampled_from(objectives))
    written = [data.draw(slips(TWINS[n])) if n == slipped else TWINS[n] for n in objectives]
    assert matched(written, parents_of(*(TWINS[n] for n in parents))) == [TWINS[n] for n in objectives]


@given(st.lists(st.sampled_from(TWINS), unique=True, min_size=1), st.data())
def test_twins_with_a_slip_in_each_are_not_swapped(texts: list[str], data: st.DataObject) -> None:
    written = [data.draw(slips(text)) for text in texts]
    assert matched(written, parents_of(*TWINS)) == texts


@given(st.lists(st.sampled_from(TWINS)), st.permutations(TWINS))
def test_an_exact_text_always_wins(objectives: list[str], parents: list[str]) -> None:
    assert matched(objectives, parents_of(*parents)) == objectives


@given(st.data())
def test_the_order_of_rows_changes_nothing(data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.sampled_from(TWINS).flatmap(slips), max_size=6, unique=True))
    parents = parents_of(*data.draw(st.lists(st.sampled_from(TWINS), max_size=8)))
    expected = dict(zip(texts, matched(texts, parents), strict=True))
    for _ in range(3):
        shuffled, order = data.draw(st.permutations(texts)), data.draw(st.permutations(parents))
        assert dict(zip(shuffled, matched(shuffled, order), strict=True)) == expected


def test_one_indicator_may_be_taken_by_several_objectives() -> None:
    text = TWINS[0]
    assert matched([text, text.replace("Fasilitasi", "Fasiltasi")], parents_of(text)) == [text, text]


def test_a_good_pair_is_not_torn_apart_to_make_two_poor_ones() -> None:
    base = "laporan kegiatan sosialisasi tahapan pemilihan kepala daerah"
    longer, slipped, stranger = f"{base} serentak", base.replace("tahapan", "tahpan"), f"{base} XII MMXX"
    assert matched([slipped, stranger], parents_of(base, longer)) == [base, base]
    assert matched([stranger, slipped], parents_of(longer, base)) == [base, base]


def test_empty_texts_match_nothing() -> None:
    assert matched(["", " - "], parents_of("", "-", TWINS[0])) == [None, None]
    assert matched([TWINS[0]], []) == [None]
    assert match_indicators([Indicator(id="c", text="")], parents_of("")) == {}


def test_an_indicator_is_repeated_with_words_left_out_but_not_with_others_in_their_place() -> None:
    parents = parents_of("Persentase jalan kabupaten dalam kondisi mantap sesuai ketentuan yang berlaku")
    shorter = Indicator(id="same", text="Persentase jalan kabupaten dalam kondisi mantap sesuai ketentuan")
    another = Indicator(
        id="other", text="Persentase jembatan kabupaten dalam kondisi mantap sesuai ketentuan yang berlaku"
    )
    assert list(match_indicators([shorter, another], parents)) == ["same"]


def test_another_figure_in_the_text_makes_another_indicator() -> None:
    parents = parents_of("Persentase anak usia 7-15 tahun yang tidak sekolah")
    younger = Indicator(id="younger", text="Persentase anak usia 7-12 tahun yang tidak sekolah")
    assert match_indicators([younger], parents) == {}


@pytest.fixture(scope="module")
def whole(real: api.Outcome) -> AgreementSet:
    return real.whole


def scored(whole: AgreementSet) -> Iterator[tuple[bool, float]]:
    """For every objective that quotes and every indicator above it: whether they belong together, and their score."""
    for agreement in whole.agreements:
        superior = whole.superior(agreement)
        if superior is None or not whole.quotes(superior):
            continue
        for objective, match in zip(agreement.objectives, whole.matches[agreement.id], strict=True):
            for parent in superior.indicators():
                one, other = short(objective.text), short(parent.text)
                score = max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)) / 100
                yield match is not None and match.parent == parent.id, score


def test_near_lies_between_the_least_true_and_the_best_false_pair_of_the_real_document(whole: AgreementSet) -> None:
    pairs = list(scored(whole))
    true, false = [score for yes, score in pairs if yes], [score for yes, score in pairs if not yes]
    assert round(min(true), 3) == 0.946
    assert round(max(false), 3) == 0.878
    assert max(false) + 0.02 < NEAR < min(true) - 0.04


def test_weak_lies_between_everyday_words_and_the_matter_itself(
    whole: AgreementSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pkcheck.cascade.WEAK", 0.0)
    speech = whole.speech_below(whole.by_id["ketua"])
    best = {row.id: speech.near(row.indicator.text)[0][1] for row in rows_of(whole.by_id["ketua"])}
    assert best["ketua:5.1"] < WEAK - 0.03
    assert min(best["ketua:1.1"], best["ketua:2.1"], best["ketua:3.1"]) > WEAK + 0.02


def test_rare_words_tell_more_than_common_ones() -> None:
    rows = {f"r{n}": ("Tertib pemilu", f"Laporan pemilu {n}") for n in range(6)} | {"x": ("Damai", "Pemilu yang damai")}
    assert [name for name, _ in Speech(rows).near("Persentase pemilu yang damai")] == ["x"]
    assert Speech(rows, bound=["x"]).near("Persentase pemilu yang damai") == []
    assert Speech({}).near("Persentase pemilu yang damai") == []
    assert Speech(rows).near("") == []


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("KPU Provinsi/ Kabupaten/Kota", "KPU Provinsi dan KPU Kabupaten /Kota", ((), ("KPU",))),
        ("kode etik dan kode perilaku", "kode etik dan perilaku", (("kode",), ())),
        ("se-Kalimantan Timur", "Kalimantan Timur", (("se-Kalimantan",), ("Kalimantan",))),
        ("KPU Prov. Kaltim", "Komisi Pemilihan Umum Provinsi Kalimantan Timur", ((), ())),
        ("sengketa yan diajukan", "sengketa yang diajukan", ((), ())),
        ("<i>Database</i> kepegawaian", "database kepegawaian", ((), ())),
        ("pertanggung-jawaban", "pertanggung jawaban", ((), ())),
        ("data dan informasi", "informasi dan data", ((), ())),
        ("yang berfungsi", "berfungsi", ((), ())),
        ("8 laporan", "9 laporan", (("8",), ("9",))),
        ("yang tidak selesai", "yang selesai", (("tidak",), ())),
    ],
)
def test_what_changes_a_text_in_substance(one: str, other: str, changed: tuple[tuple[str, ...], ...]) -> None:
    assert changed_words(one, other) == changed
    assert changed_words(other, one) == changed[::-1]
