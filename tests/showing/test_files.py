"""What is shown of a reading: every value at its place, every place with what became of it, and nothing without a word."""

from pathlib import Path

import pytest

from pkcheck import api
from pkcheck.documents.pictures import page_pictures
from pkcheck.showing.files import Limits, shown_files
from pkcheck.showing.understood import ShownAgreement, ShownFile, Value

PK = """\
PERJANJIAN KINERJA TAHUN 2025

Nama : Sari Wulandari
Jabatan : Camat Sukamaju
selanjutnya disebut Pihak Pertama.

Sukamaju, 6 Januari 2025

Pihak Pertama,
Camat Sukamaju,

Sari Wulandari

PERJANJIAN KINERJA
Tahun Anggaran : 2025
No\tSasaran\tIndikator Kinerja\tTarget
1\tPelayanan yang baik\tIndeks kepuasan\t85
2\tArsip yang tertib\tPersentase arsip\t90% (4 desa)
\t\tJumlah arsip\t90%

Program\tAnggaran
1. Program Penunjang Urusan\tRp 1.500.000.000,-

Catatan rapat
Sukamaju, 6 Januari 2025
Pihak Pertama,
Camat Sukamaju,

Sari Wulandari
"""


def shown(path: Path, **limits: int) -> ShownFile:
    (file,) = shown_files(api.read_with_documents([str(path)]), "id", Limits(**limits))
    return file


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "pk.txt"
    path.write_text(PK, encoding="utf-8")
    return path


def linked(file: ShownFile, value: Value) -> list[str]:
    places = {place.id: place.text for leaf in file.leaves for place in leaf.places}
    return [places[each] for each in value.places]


def rows(agreement: ShownAgreement) -> list[tuple[Value, Value]]:
    return [(each.indicator, each.targets[0]) for aim in agreement.aims for each in aim.promises]


def test_every_value_is_linked_to_the_place_that_says_it(text: Path) -> None:
    file = shown(text)
    (agreement,) = file.agreements
    assert [
        (group.title, value.label, value.text, linked(file, value))
        for group in agreement.groups
        for value in group.values
    ] == [
        ("Kepala", "Bentuk", "satu pihak", []),
        ("Pihak pertama", "Nama", "Sari Wulandari", ["Nama : Sari Wulandari"]),
        ("Pihak pertama", "Jabatan", "Camat Sukamaju", ["Jabatan : Camat Sukamaju"]),
        ("Pernyataan", "Tahun", "2025", ["PERJANJIAN KINERJA TAHUN 2025"]),
        ("Pernyataan", "Tempat dan tanggal", "Sukamaju, 6 Januari 2025", ["Sukamaju, 6 Januari 2025"]),
        ("Pernyataan: Tanda tangan pihak pertama", "Sebutan", "Pihak Pertama,", ["Pihak Pertama,"]),
        ("Pernyataan: Tanda tangan pihak pertama", "Jabatan", "Camat Sukamaju", ["Camat Sukamaju,"]),
        ("Pernyataan: Tanda tangan pihak pertama", "Nama", "Sari Wulandari", ["Sari Wulandari"]),
        ("Lampiran", "Tahun", "2025", ["Tahun Anggaran : 2025"]),
        ("Lampiran", "Tempat dan tanggal", "Sukamaju, 6 Januari 2025", ["Sukamaju, 6 Januari 2025"]),
        ("Lampiran", "Judul kolom", "Program", ["Program"]),
        ("Lampiran: Tanda tangan pihak pertama", "Sebutan", "Pihak Pertama,", ["Pihak Pertama,"]),
        ("Lampiran: Tanda tangan pihak pertama", "Jabatan", "Camat Sukamaju", ["Camat Sukamaju,"]),
        ("Lampiran: Tanda tangan pihak pertama", "Nama", "Sari Wulandari", ["Sari Wulandari"]),
    ]
    assert [[each for value in row for each in (value.text, *linked(file, value))] for row in rows(agreement)] == [
        ["Indeks kepuasan", "Indeks kepuasan", "85", "85"],
        ["Persentase arsip", "Persentase arsip", "90% (4 desa)", "90% (4 desa)"],
        ["Jumlah arsip", "Jumlah arsip", "90%", "90%"],
    ]
    assert [(each.name.text, each.amount.text, each.amount.understood) for each in agreement.budget] == [
        ("Program Penunjang Urusan", "Rp 1.500.000.000,-", "Rp 1.500.000.000")
    ]


def test_what_was_made_of_a_target_is_told_where_it_is_something_else(text: Path) -> None:
    (agreement,) = shown(text).agreements
    assert [target.understood for _, target in rows(agreement)] == [None, "90 persen; 4 desa", "90 persen"]


def test_what_no_value_was_made_of_is_listed_and_the_wording_of_the_form_is_not(text: Path) -> None:
    assert [(each.spot, each.text) for each in shown(text).unused] == [("24", "Catatan rapat")]


def test_reading_notes_stand_at_their_agreement_and_lead_to_their_place(text: Path) -> None:
    file = shown(text)
    places = {place.id: place.text for leaf in file.leaves for place in leaf.places}
    told = [(note.level, note.where, [places[each] for each in note.places]) for note in file.agreements[0].notes]
    assert told == [("remark", "24", ["Catatan rapat"])]
    assert file.notes == ()


def test_lines_beyond_the_limit_are_counted_and_no_link_leads_to_them(text: Path) -> None:
    file = shown(text, places=10)
    assert file.remarks == (
        "25 baris dan sel tidak ditampilkan: batas ukuran tercapai. Tampilkan berkas ini tersendiri.",
    )
    held = {place.id for leaf in file.leaves for place in leaf.places}
    assert len(held) == 10
    values = [value for group in file.agreements[0].groups for value in group.values]
    assert {each for value in values for each in value.places} <= held


def test_data_and_a_copy_say_why_there_is_nothing_to_compare(tmp_path: Path) -> None:
    (tmp_path / "pk.txt").write_text(PK, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("- {id: x, unit: Y}\n", encoding="utf-8")
    (tmp_path / "salinan.txt").write_text(PK, encoding="utf-8")
    data, first, copy = shown_files(api.read_with_documents([str(tmp_path)]), "id")
    assert (data.remarks, first.remarks) == (
        ("Berkas ini data PK, bukan dokumen: tidak ada yang dapat dicocokkan.",),
        (),
    )
    assert copy.remarks == (
        "Isi berkas ini dibaca dari berkas lain, lihat catatan. Untuk mencocokkan berkas ini, tampilkan tersendiri.",
    )


# --- pages as pictures


@pytest.fixture(scope="module")
def printed(dataset: Path) -> Path:
    pytest.importorskip("pypdfium2")
    return dataset / "formats" / "pk-kpu-kaltim-2024.pdf"


def test_every_page_of_a_pdf_has_its_picture_and_places_lie_on_it(printed: Path) -> None:
    file = shown(printed)
    assert [leaf.number for leaf in file.leaves] == list(range(1, len(file.leaves) + 1))
    assert all(leaf.picture for leaf in file.leaves)
    outside = [
        place.text
        for leaf in file.leaves
        for place in leaf.places
        if leaf.picture and place.source.box and place.text
        if not (
            0 <= place.source.box[0] < place.source.box[2] <= leaf.picture.width
            and 0 <= place.source.box[1] < place.source.box[3] <= leaf.picture.height
        )
    ]
    assert outside == []


def test_pages_beyond_the_limit_are_shown_as_text(printed: Path) -> None:
    file = shown(printed, pictures=2)
    assert [leaf.number for leaf in file.leaves if leaf.picture] == [1, 2]
    assert file.remarks == (
        "Gambar halaman hanya sampai halaman 2: batas ukuran tercapai. Halaman sesudahnya ditampilkan sebagai teks.",
    )


def test_a_file_that_can_no_longer_be_drawn_is_shown_as_text_and_says_why(printed: Path, tmp_path: Path) -> None:
    path = tmp_path / "pk.pdf"
    path.write_bytes(printed.read_bytes())
    readings = api.read_with_documents([str(path)])
    path.write_bytes(b"%PDF-1.4\n")
    (broken,) = shown_files(readings, "id")
    path.unlink()
    (gone,) = shown_files(readings, "id")
    assert [leaf.picture for file in (broken, gone) for leaf in file.leaves if leaf.picture] == []
    assert [len(file.agreements) for file in (broken, gone)] == [11, 11]
    assert broken.remarks[0].startswith("Tanpa gambar halaman: PDF ini rusak")
    assert gone.remarks == ("Tanpa gambar halaman: berkas tidak dapat dibuka lagi.",)


def test_a_picture_that_is_none_gives_no_page() -> None:
    assert list(page_pictures(b"x", "image", "a.png")) == []


def test_a_grey_page_stays_small_and_a_coloured_one_keeps_its_colours() -> None:
    image = pytest.importorskip("PIL.Image")
    io = pytest.importorskip("io")
    kinds = []
    for colour in ((250, 250, 250), (255, 0, 0)):
        stream = io.BytesIO()
        image.new("RGB", (1240, 1754), colour).save(stream, "PNG", dpi=(150, 150))
        (picture,) = page_pictures(stream.getvalue(), "image", "a.png")
        shade = image.open(io.BytesIO(picture.data)).convert("RGB").getpixel((5, 5))
        kinds.append((round(picture.width), round(picture.height), shade[0] - shade[2] > 200))
    assert kinds == [(595, 842, False), (595, 842, True)]
