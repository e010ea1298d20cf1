"""Units of measure: many spellings, one name; and which of them measure the same thing."""

from decimal import Decimal
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.quantities.units import (
    comparable,
    converted,
    dimension,
    is_per_period,
    is_quotient,
    is_rate,
    kind,
    nearest_unit,
    physical,
    unit_name,
)


def _definitions() -> list[tuple[str, list[str]]]:
    """Every unit of the registry with its aliases, as `units.txt` writes them."""
    aliases: dict[str, list[str]] = {}
    for line in files("pkcheck.quantities").joinpath("units.txt").read_text("utf-8").splitlines():
        if line.startswith("@alias"):
            name, *more = line.removeprefix("@alias").split(" = ")
            aliases[name.strip()] += [each.strip() for each in more]
        elif line and not line.startswith("#"):
            name, _, *more = line.split(" = ")
            aliases[name.strip()] = [each.strip() for each in more if each.strip() != "_"]
    return list(aliases.items())


def _printed(name: str) -> str:
    return name.replace("__", "/").replace("_", " ")


DEFINITIONS = _definitions()
SPELLINGS = [(_printed(each), _printed(name)) for name, more in DEFINITIONS for each in (name, *more)]


def test_no_spelling_means_two_units() -> None:
    spelt = [spelling for spelling, _ in SPELLINGS]
    assert sorted({each for each in spelt if spelt.count(each) > 1}) == []


@given(st.sampled_from(SPELLINGS), st.data())
def test_case_dots_and_spaces_change_nothing(pair: tuple[str, str], data: st.DataObject) -> None:
    spelling, name = pair
    cased = data.draw(st.sampled_from([str.lower, str.upper, str.title]))(spelling)
    around = data.draw(st.sampled_from(["{}", " {} ", "{}.", "{},", "-{}", "{} ", "({}"]))
    gap = data.draw(st.sampled_from([" ", "  ", ". ", "."]))
    slash = data.draw(st.sampled_from(["/", " / ", "/ ", "./"]))
    text = around.format(cased.replace(" ", gap).replace("/", slash))
    assert unit_name(text) == name


@given(st.text() | st.text("perdan/%().0123456789 abklmnostu"))
def test_any_text_is_a_unit_or_none(text: str) -> None:
    name = unit_name(text)
    assert name is None or (unit_name(name) == name and dimension(name) and kind(name))
    is_quotient(text)
    is_rate(text)
    is_per_period(text)
    nearest_unit(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("%", "persen"),
        ("Persen (%)", "persen"),
        ("Persentase", "persen"),
        ("% dari pegawai", "persen"),
        ("‰", "permil"),
        ("Lap", "laporan"),
        ("Laporan Keuangan", "laporan"),
        ("laporan/bulan", "laporan"),
        ("laporan setiap bulan", "laporan"),
        ("Dok.", "dokumen"),
        ("Dok/Lap", "dokumen"),
        ("Dokumen dan Laporan", "dokumen"),
        ("dokumen (Renja dan RKA)", "dokumen"),
        ("Kab./Kota", "kabupaten/kota"),
        ("Kabupaten / Kota", "kabupaten/kota"),
        ("SATKER", "satuan kerja"),
        ("Unit Kerja", "satuan kerja"),
        ("Perangkat Daerah", "satuan kerja"),
        ("OPD", "satuan kerja"),
        ("org", "orang"),
        ("Orang-Hari", "orang"),
        ("orang peserta", "orang"),
        ("Hari Kerja", "hari"),
        ("Bulan Layanan", "bulan"),
        ("Jam Pelajaran", "jam"),
        ("JP", "jam"),
        ("Rp. Juta", "juta rupiah"),
        ("Rp (Miliar)", "miliar rupiah"),
        ("m²", "meter persegi"),
        ("Km²", "kilometer persegi"),
        ("Ton/Ha", "ton per hektar"),
        ("Kg/Kapita/Tahun", "kilogram per kapita"),
        ("m3/detik", "meter kubik per detik"),
        ("°C", "derajat"),
        ("per 100.000 penduduk", "rasio"),
        ("/1000 KH", "rasio"),
        ("orang per 1.000 penduduk", "rasio"),
        ("Skala Likert 1-5", "skala"),
        ("Nilai (0-100)", "nilai"),
        ("Nilai/Predikat", "predikat"),
        ("Poktan", "kelompok"),
        ("Ranperda", "peraturan"),
        ("NSPK", "peraturan"),
        ("Ruang Kelas", "rumah"),
        ("Bidang Tanah", "buah"),
        ("Kunjungan", "kali"),
        ("gumbrik", None),
        ("kg per kapita", None),
        ("orang/kegiatan", None),
        ("%tase", None),
        ("se-Kalimantan", None),
        ("", None),
        ("12", None),
    ],
)
def test_a_unit_has_one_name(text: str, name: str | None) -> None:
    assert unit_name(text) == name


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("persen", "proportion"),
        ("permil", "proportion"),
        ("nilai", "score"),
        ("indeks", "score"),
        ("level", "score"),
        ("peringkat", "rank"),
        ("predikat", "predicate"),
        ("rasio", "ratio"),
        ("juta rupiah", "money"),
        ("dolar", "money"),
        ("laporan", "count"),
        ("orang", "count"),
        ("bulan", "count"),
        ("ton", "count"),
        ("gumbrik", None),
    ],
)
def test_a_unit_gives_one_sort_of_figure(name: str, sort: str | None) -> None:
    assert kind(name) == sort


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("laporan", "dokumen", True),
        ("orang", "siswa", True),
        ("desa", "kelurahan", True),
        ("hari", "bulan", True),
        ("rupiah", "miliar rupiah", True),
        ("indeks", "nilai", True),
        ("laporan", "perkara", False),
        ("kegiatan", "persen", False),
        ("persen", "orang", False),
        ("satuan kerja", "laporan", False),
        ("satuan kerja", "kabupaten/kota", False),
        ("nilai", "peringkat", False),
        ("gumbrik", "gumbrik", False),
    ],
)
def test_what_measures_the_same_thing_can_be_compared(one: str, other: str, *, same: bool) -> None:
    assert comparable(one, other) is same


@pytest.mark.parametrize(
    ("value", "unit", "into", "result"),
    [
        ("5", "permil", "persen", "0.5"),
        ("2", "juta rupiah", "rupiah", "2000000"),
        ("3", "ton", "kilogram", "3000"),
        ("12", "bulan", "tahun", "1"),
        ("7", "laporan", "laporan", "7"),
    ],
)
def test_a_value_in_another_unit(value: str, unit: str, into: str, result: str) -> None:
    assert converted(Decimal(value), unit, into).normalize() == Decimal(result).normalize()


def test_physical_units_measure_and_the_others_count() -> None:
    assert all(physical(each) for each in ("ton", "meter", "hektar", "hari", "liter per detik", "kilogram per kapita"))
    assert not any(physical(each) for each in ("laporan", "orang", "persen", "nilai", "rupiah", "gumbrik"))


def test_a_quotient_of_known_units_is_no_riddle() -> None:
    assert is_quotient("orang/kegiatan")
    assert is_quotient("kg per orang")
    assert not is_quotient("orang/gumbrik")
    assert not is_quotient("orang")


@pytest.mark.parametrize(
    ("text", "near"), [("laporna", "laporan"), ("Dokumn", "dokumen"), ("gumbrik", None), ("lpa", None)]
)
def test_a_slip_of_the_pen_has_a_neighbour(text: str, near: str | None) -> None:
    assert nearest_unit(text) == near


def test_time_per_period_is_told_apart_from_a_rate() -> None:
    assert is_per_period("laporan per bulan")
    assert is_per_period("kali/tahun")
    assert not is_per_period("per 1.000 kelahiran hidup")
    assert is_rate("per 1.000 kelahiran hidup")
    assert not is_rate("kegiatan/40 orang")
