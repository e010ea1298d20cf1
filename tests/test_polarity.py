"""Which way is better, and that what is not plain is left open."""

import pytest

from pkcheck.model import Indicator, Target
from pkcheck.polarity import Polarity, counts_what_nobody_wants, falls_to_or_by, head, polarity


def promised(text: str, target: str) -> Indicator:
    return Indicator(text=text, target=Target.model_validate(target))


@pytest.mark.parametrize(
    ("text", "target", "way"),
    [
        ("Jumlah pegawai terlatih", "5 orang", "maximize"),
        ("Opini BPK", "WTP", "maximize"),
        ("Persentase temuan BPK yang ditindaklanjuti", "90%", "maximize"),
        ("Laporan pengaduan masyarakat", "1 Dok", "maximize"),
        ("Penurunan jumlah sengketa", "3 perkara", "maximize"),
        ("Persentase penurunan nilai temuan", "30%", "maximize"),
        ("Tersedianya data penurunan nilai temuan", "30%", "maximize"),
        ("Angka kematian ibu", "90 jiwa", "minimize"),
        ("Tingkat pengangguran terbuka", "5%", "minimize"),
        ("Rata-rata waktu tunggu layanan", "5 hari", "minimize"),
        ("Peringkat EPPD", "3", "minimize"),
        ("Penilaian daerah", "peringkat 3", "minimize"),
        ("Jumlah kasus", "≤ 5 kasus", "minimize"),
        ("Jumlah revisi", "minimal 5 kali", "maximize"),
        ("Penurunan prevalensi stunting", "14%", None),
        ("Menurunnya angka kemiskinan", "5%", None),
        ("Jumlah revisi anggaran", "12 kali", None),
        ("Persentase penduduk miskin", "9%", None),
        ("Layanan perkantoran", "12 bulan", None),
    ],
)
def test_the_words_and_the_target_say_which_way_is_better(text: str, target: str, way: Polarity | None) -> None:
    assert polarity(promised(text, target)) == way


def test_the_data_goes_before_the_words() -> None:
    assert polarity(Indicator(text="Angka kematian ibu", polarity="stabilize")) == "stabilize"


def test_a_head_ends_where_the_wording_says_more() -> None:
    assert head("Persentase Pegawai yang dilatih dalam rangka peningkatan mutu") == "persentase pegawai"
    assert head("Nilai SAKIP") == "nilai sakip"


@pytest.mark.parametrize(
    ("text", "target", "noun"),
    [
        ("Jumlah revisi anggaran", "12 kali", "revisi"),
        ("Sengketa pegawai", "2 perkara", "sengketa"),
        ("Jumlah sengketa yang diselesaikan", "2 perkara", None),
        ("Jumlah temuan", "2 temuan", None),
        ("Persentase sengketa", "2%", None),
    ],
)
def test_what_nobody_wants_more_of_is_told_unless_it_is_dealt_with(text: str, target: str, noun: str | None) -> None:
    assert counts_what_nobody_wants(promised(text, target)) == noun


def test_a_fall_may_be_how_far_or_to_where() -> None:
    assert falls_to_or_by(Indicator(text="Menurunnya angka kemiskinan"))
    assert not falls_to_or_by(Indicator(text="Persentase menurunnya kasus"))
    assert not falls_to_or_by(Indicator(text="Penurunan jumlah kasus"))
