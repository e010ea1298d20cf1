"""Positions: the office without its institution, short and long forms, ranks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.positions import (
    heads_all,
    is_acting,
    is_external_head,
    is_functional,
    office,
    rank,
    same_office,
    same_post,
)

DINAS = "Dinas Kesehatan Kabupaten Rimba"
PEMKAB = "Pemerintah Kabupaten Rimba Dinas Kesehatan"
BPBD = "Pemerintah Provinsi Jambi Badan Penanggulangan Bencana Daerah"
KPU = "Komisi Pemilihan Umum Provinsi Kalimantan Timur"


@pytest.mark.parametrize(
    ("position", "institution", "core"),
    [
        ("Sekretaris KPU Provinsi Kalimantan Timur", KPU, "sekretaris"),
        ("Ketua Komis Pemilihan Umum Provinsi insi Kalimantan Timur", KPU, "ketua"),
        ("Kepala sub Bagian Hukum dan SDM,", KPU, "kepala sub bagian hukum dan sumber daya manusia"),
        ("Kasubbag Hukum KPU Prov. Kaltim", KPU, "kepala sub bagian hukum"),
        ("Kepala Dinas Kesehatan Kabupaten Rimba", DINAS, "kepala dinas"),
        ("Kepala Dinas Kesehatan", DINAS, "kepala dinas"),
        ("Kepala Dinas", DINAS, "kepala dinas"),
        ("Plt. Kepala Dinas Kesehatan Kab. Rimba", DINAS, "kepala dinas"),
        ("Kepala Dinas Kesehatan Kabupaten Rimba", PEMKAB, "kepala dinas"),
        ("Kepala Dinas Pendidikan Kabupaten Rimba", PEMKAB, "kepala dinas pendidikan"),
        ("Sekretaris Dinas", DINAS, "sekretaris"),
        ("Sekretaris Dinas Kesehatan Kabupaten Rimba", DINAS, "sekretaris"),
        ("Kepala Bidang Kesehatan Masyarakat", DINAS, "kepala bidang kesehatan masyarakat"),
        ("Kepala Bidang Pelayanan pada Dinas Kesehatan Kabupaten Rimba", DINAS, "kepala bidang pelayanan"),
        ("Kepala Seksi Gizi Dinas Kesehatan Kabupaten Rimba", PEMKAB, "kepala seksi gizi"),
        ("Camat Sukasari", "Kecamatan Sukasari", "camat"),
        ("Camat Sukasari Kota Bandung", "Pemerintah Kota Bandung Kecamatan Sukasari", "camat"),
        ("Sekretaris Kecamatan Sukasari", "Kecamatan Sukasari", "sekretaris"),
        ("Inspektur Kota Bandung", "Inspektorat Kota Bandung", "inspektur"),
        ("Inspektur Pembantu Wilayah II", "Inspektorat Kota Bandung", "inspektur pembantu wilayah ii"),
        ("Kepala Biro Umum Kementerian Agama Republik Indonesia", "Kementerian Agama", "kepala biro umum"),
        ("Kepala Bagian Umum", "Sekretariat Daerah Kota Bandung", "kepala bagian umum"),
        ("Sekretaris Daerah Kota Bandung", "Sekretariat Daerah Kota Bandung", "sekretaris daerah"),
        ("Bupati Rimba", DINAS, "bupati rimba"),
        ("Kepala Bidang Arsip", None, "kepala bidang arsip"),
        ("Kepala Pelaksana BPBD Provinsi Jambi", BPBD, "kepala pelaksana"),
        ("Kepala Pelaksana Badan Penanggulangan Bencana Daerah", "BPBD Provinsi Jambi", "kepala pelaksana"),
        ("Sekretaris Bappeda", "Badan Perencanaan Pembangunan Daerah Kota X", "sekretaris"),
        ("Kepala", DINAS, "kepala"),
        ("", DINAS, ""),
    ],
)
def test_the_institution_is_taken_off(position: str, institution: str | None, core: str) -> None:
    assert " ".join(office(position, institution)) == core


@pytest.mark.parametrize(
    ("one", "other", "institution"),
    [
        ("Kepala Bidang Pelayanan", "Kepala Bidang Pelayanan Dinas Kesehatan Kabupaten Rimba", DINAS),
        ("Kepala Bidang Pelayanan", "Kepala Bidang Pelayanan Dinas Kesehatan Kabupaten Rimba", None),
        ("Kabid Pelayanan,", "Kepala Bidang Pelayanan", DINAS),
        ("Kepala Bidang,", "Kepala Bidang Pelayanan", DINAS),
        ("Kepala Subbagian Umum", "Kepala Sub Bagian Umum", None),
        ("Kepala SubBagian Umum", "Kepala Sub Bagian Umum", None),
        ("Kepala Dinas", "Kepala Dinas Kesehatan Kabupaten Rimba", None),
        ("Plh. Sekretaris", "Sekretaris Dinas Kesehatan", DINAS),
        ("Kepala Bagian Perencanaan, Data dan Informasi", "Kepala Bagian Perencanaan Data & Informasi", KPU),
        ("Camat", "Camat Sukasari", "Kecamatan Sukasari"),
        ("KEPALA BIDANG KESMAS,", "Kepala Bidang Kesehatan Masyarakat", DINAS),
        ("Kabid SD", "Kepala Bidang Sekolah Dasar", None),
        ("Kepala Bidang PMD", "Kepala Bidang Pemberdayaan Masyarakat dan Desa", None),
        ("Analis Kebijakan Ahli Muda", "Analis Kebijakan Ahli Muda/Sub Koordinator Perencanaan", DINAS),
        ("Kepala Bidang Pelayanan Kesehatan", "Kepala Bidang Pelayanan Kesehatn", DINAS),
        ("Kepala Bagian Partisipasi Masyarakat", "Kepala Bagian Partisipasi Partisipasi Masyarakat", None),
    ],
)
def test_short_and_long_forms_are_one_post(one: str, other: str, institution: str | None) -> None:
    assert same_post(one, other, institution)
    assert same_post(other, one, institution)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kepala Bagian Umum dan Logistik", "Kepala Sub Bagian Umum dan Logistik"),
        ("Kepala Bagian Keuangan", "Kepala Bagian Keuangan, Umum dan Logistik"),
        ("Kepala Seksi Pemerintahan I", "Kepala Seksi Pemerintahan II"),
        ("Kepala Bidang Arsip", "Kepala Bidang Promosi"),
        ("Sekretaris", "Sekretaris Daerah"),
        ("Ketua", "Wakil Ketua"),
        ("Kepala Dinas Kesehatan", "Kepala Dinas Pendidikan"),
        ("Kepala Bidang A", "Kepala Bidang B"),
        ("Kepala Bagian Umum", "Kepala Bagian Hukum"),
        ("Kepala Seksi Perencanaan Data dan Informasi", "Kepala Seksi Pelayanan Data dan Informasi"),
        ("Kepala Seksi Umum dan Keuangan", "Kepala Seksi Keuangan"),
        ("", "Ketua"),
    ],
)
def test_other_posts_stay_apart(one: str, other: str) -> None:
    assert not same_post(one, other, DINAS)
    assert not same_post(other, one, DINAS)


@pytest.mark.parametrize(
    ("position", "level"),
    [
        ("Ketua", 1), ("Camat Sukasari", 1), ("Kepala Dinas Kesehatan", 1), ("Sekretaris Daerah Kota Bandung", 1),
        ("Sekretaris Dinas", 2), ("Kabid Pelayanan", 3), ("Kepala Sub Bagian Umum", 4), ("Analis Kebijakan Ahli Muda", None),
    ],
)  # fmt: skip
def test_ranks(position: str, level: int | None) -> None:
    assert rank(office(position, None)) == level


@pytest.mark.parametrize(
    "position", ["Bupati Rimba", "Pj. Bupati Rimba", "Gubernur Jambi", "Menteri Agama", "Penjabat Wali Kota Bandung"]
)
def test_heads_above_every_agency(position: str) -> None:
    assert is_external_head(position)
    assert not is_external_head(f"Kepala Bagian Umum {position}")


def test_an_acting_official_is_told_by_the_prefix() -> None:
    assert is_acting("Plt. Kepala Dinas Kesehatan")
    assert is_acting("Pelaksana Harian Camat Sukasari")
    assert not is_acting("Pelaksana Teknis")
    assert not is_acting("Kepala Dinas Kesehatan")


@given(st.text(max_size=80), st.text(max_size=80) | st.none())
def test_no_text_breaks_it(position: str, institution: str | None) -> None:
    core = office(position, institution)
    assert same_office(core, core) is bool(core)
    assert same_post(position, position, institution) is bool(core)
    is_external_head(position)
    rank(core)


@pytest.mark.parametrize(
    ("position", "institution", "heads"),
    [
        ("Ketua Pengadilan Negeri Rimba", "Pengadilan Negeri Rimba Kelas IB", True),
        ("Rektor Universitas Rimba", "Universitas Rimba", True),
        ("Kepala Dinas Kesehatan", DINAS, True),
        ("Sekretaris Dinas Kesehatan", DINAS, False),
        ("Direktur Perbenihan", "Kementerian Pertanian", False),
        ("Kepala Dinas Kesehatan", None, False),
    ],
)
def test_who_heads_the_whole_institution(position: str, institution: str | None, heads: bool) -> None:
    assert heads_all(office(position, institution), institution) is heads


@pytest.mark.parametrize(
    ("position", "functional"),
    [
        ("Auditor Ahli Madya", True),
        ("Analis Kebijakan", True),
        ("Plt. Perencana Ahli Muda", True),
        ("Dokter Ahli Utama", True),
        ("Kepala Bidang Perencanaan", False),
        ("Pengelola Barang Milik Negara", False),
        ("Sekretaris", False),
    ],
)
def test_functional_positions(position: str, functional: bool) -> None:
    assert is_functional(position) is functional
