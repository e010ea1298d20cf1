"""The statement in the layouts of other offices: who the parties are, who signs, and that nobody is accused for a layout."""

from pathlib import Path
from typing import Literal

import pytest

from pkcheck import api
from pkcheck.documents.plain import read
from pkcheck.interpret.agreements import interpret
from pkcheck.interpret.lines import Item
from pkcheck.interpret.signatures import People, read_signatures
from pkcheck.model import Agreement, Party, Source

OPENING = "Kami yang bertanda tangan di bawah ini:"
FIRST = "Nama    : Siti Aminah, S.E.\nJabatan : Sekretaris Dinas Sosial"
SECOND = "Nama    : Budi Santoso, M.Si.\nJabatan : Kepala Dinas Sosial Kota Baru"
NAMED = f"{FIRST}\nSelanjutnya disebut Pihak Pertama\n{SECOND}\nSelaku atasan Pihak Pertama."
PROMISE = "Pihak Pertama berjanji akan mewujudkan target kinerja tahunan sesuai lampiran perjanjian ini."
DATE = "Kota Baru, 2 Januari 2025"
BLOCKS = "Pihak Kedua,\nBudi Santoso, M.Si.\nPihak Pertama,\nSiti Aminah, S.E."
ANNEX = """
LAMPIRAN PERJANJIAN KINERJA TAHUN 2025
| No | Sasaran | Indikator Kinerja | Target |
| 1 | Meningkatnya layanan | Persentase layanan tepat waktu | 90% |
| No | Program | Anggaran |
| 1 | Program Penunjang | Rp1.000.000 |
"""


def page(*parts: str, title: str = "PERJANJIAN KINERJA TAHUN 2025") -> str:
    return "\n\n".join((title, *parts)) + f"\n{ANNEX}\n{DATE}\n{BLOCKS}\n"


def read_one(text: str) -> Agreement:
    (agreement,) = interpret(read(text.encode(), "pk.txt")).agreements
    return agreement


def parties(agreement: Agreement) -> list[str | None]:
    return [party.name if party else None for party in (agreement.first_party, agreement.second_party)]


def signers(agreement: Agreement) -> list[str | None]:
    assert agreement.statement is not None
    blocks = agreement.statement.signatures
    return [block.name if block else None for block in (blocks.first, blocks.second)]


SOUND = {
    "the-second-party-has-no-naming": page(OPENING, NAMED, PROMISE, DATE, BLOCKS),
    "labels-above-the-fields": page(OPENING, f"PIHAK KESATU\n{FIRST}\nPIHAK KEDUA\n{SECOND}", PROMISE, DATE, BLOCKS),
    "the-superior-comes-first": page(OPENING, f"PIHAK KEDUA :\n{SECOND}\nPIHAK PERTAMA :\n{FIRST}", PROMISE, DATE, BLOCKS),
    "nobody-is-called-a-party": page("yang bertandatangan dibawah ini:", f"{FIRST}\n\n{SECOND}", PROMISE, DATE, BLOCKS),
    "the-date-stands-below": page(OPENING, NAMED, PROMISE, BLOCKS, DATE),
    "the-title-is-spaced-out": page(OPENING, NAMED, PROMISE, DATE, BLOCKS, title="P E R J A N J I A N K I N E R J A\nTAHUN 2025"),
    "another-title": page(OPENING, NAMED, PROMISE, DATE, BLOCKS, title="PERNYATAAN KINERJA TAHUN 2025"),
    "those-who-appraise": page(
        OPENING, NAMED, PROMISE, DATE,
        "Pejabat Penilai Kinerja,\nBudi Santoso, M.Si.\nPegawai yang dinilai,\nSiti Aminah, S.E.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", SOUND.values(), ids=list(SOUND))
def test_parties_and_signers_are_found_in_every_layout(text: str) -> None:
    agreement = read_one(text)
    names = ["Siti Aminah, S.E.", "Budi Santoso, M.Si."]
    assert (parties(agreement), signers(agreement), agreement.kind) == (names, names, "paired")
    assert agreement.statement is not None
    assert (agreement.statement.place, str(agreement.statement.date)) == ("Kota Baru", "2025-01-02")


@pytest.mark.parametrize("text", SOUND.values(), ids=list(SOUND))
def test_nobody_is_accused_for_a_layout(text: str, tmp_path: Path) -> None:
    path = tmp_path / "pk.txt"
    path.write_text(text, encoding="utf-8")
    found = [each.code for each in api.check([str(path)]).findings if each.certainty == "definite"]
    assert found == []


def test_place_and_date_may_stand_one_below_the_other() -> None:
    dated = "Ditetapkan di Kota Baru\npada tanggal 2 Januari 2025"
    statement = read_one(page(OPENING, NAMED, PROMISE, dated, BLOCKS)).statement
    assert statement is not None
    assert (statement.place, str(statement.date)) == ("Kota Baru", "2025-01-02")


def test_labels_that_a_narrow_column_broke_are_labels() -> None:
    blocks = "PIHAK          PIHAK\nKEDUA,         PERTAMA,\nBudi Santoso, M.Si.      Siti Aminah, S.E."
    assert signers(read_one(page(OPENING, NAMED, PROMISE, DATE, blocks))) == [
        "Siti Aminah, S.E.",
        "Budi Santoso, M.Si.",
    ]


@pytest.mark.parametrize("rank", ["INSPEKTUR JENDERAL POLISI", "Jaksa Utama Pratama", "KOLONEL INF NRP 1920034560771"])
def test_a_rank_under_a_name_opens_no_block(rank: str, tmp_path: Path) -> None:
    blocks = BLOCKS.replace("M.Si.\n", f"M.Si.\n{rank}\n")
    found = interpret(read(page(OPENING, NAMED, PROMISE, DATE, blocks).encode(), "pk.txt"))
    assert (signers(found.agreements[0]), found.notes) == (["Siti Aminah, S.E.", "Budi Santoso, M.Si."], ())
    path = tmp_path / "pk.txt"
    path.write_text(page(OPENING, NAMED, PROMISE, DATE, blocks), encoding="utf-8")
    assert [each.code for each in api.check([str(path)]).findings if each.certainty == "definite"] == []


def test_a_rank_is_no_name_where_the_name_was_lost() -> None:
    both = "PIHAK KEDUA, PIHAK PERTAMA,\nKEPALA DINAS SOSIAL KOTA BARU SEKRETARIS DINAS SOSIAL\nBudi Santoso, M.Si. Siti Aminah, S.E.\nPembina Tingkat I"
    assert signers(read_one(page(OPENING, NAMED, PROMISE, DATE, both))) == ["Siti Aminah, S.E.", "Budi Santoso, M.Si."]


def test_what_a_long_name_leaves_to_the_next_line_and_an_electronic_signature_are_understood() -> None:
    blocks = (
        "Pihak Kedua,\nDitandatangani secara elektronik oleh :\nBudi Santoso,\nM.Si.\nPihak Pertama,\nSiti Aminah, S.E."
    )
    found = interpret(read(page(OPENING, NAMED, PROMISE, DATE, blocks).encode(), "pk.txt"))
    assert signers(found.agreements[0]) == ["Siti Aminah, S.E.", "Budi Santoso,"]
    assert found.notes == ()


def test_who_signs_for_another_signs_as_what_he_is() -> None:
    block = "a.n. WALI KOTA BARU\nKepala Dinas Sosial,\nBudi Santoso, M.Si.\nPihak Pertama,\nSiti Aminah, S.E."
    agreement = read_one(page(OPENING, NAMED, PROMISE, DATE, f"Pihak Kedua,\n{block}"))
    assert agreement.statement is not None
    assert agreement.statement.signatures.second is not None
    assert agreement.statement.signatures.second.position == "Kepala Dinas Sosial"


@pytest.mark.parametrize("title", ["PERUBAHAN PERJANJIAN KINERJA TAHUN 2025", "PK PERUBAHAN TAHUN 2025"])
def test_a_revision_may_say_so_before_its_title(title: str) -> None:
    assert read_one(page(OPENING, NAMED, PROMISE, DATE, BLOCKS, title=title)).revision is not None


def test_the_names_of_both_parties_on_one_line_are_the_names_of_their_blocks() -> None:
    first = Party(name="Budi Santoso", position="Camat Sukamaju")
    second = Party(name="Siti Rahma", position="Bupati Contoh")
    line = Item("Budi Santoso Siti Rahma", Source(file="pk.pdf", line=9))
    signatures, notes = read_signatures([line], People(first, second, ("Budi Santoso", "Siti Rahma")))
    assert [signatures.first and signatures.first.name, signatures.second and signatures.second.name] == [
        "Budi Santoso",
        "Siti Rahma",
    ]
    assert notes == ()


def test_a_position_with_the_slips_of_a_scan_is_nobodys_name() -> None:
    first = Party(name="Rina Wulandari", position="Kepala Bagian Teknis Penyelenggaraan, Hukum dan SDM")
    people = People(first, None, ("Rina Wulandari",))

    def signer(how: Literal["ocr", "text"], *texts: str) -> tuple[str | None, str | None]:
        source = Source(file="a.pdf", page=1, line=1, how=how)
        items = [Item(text, source) for text in ("Pihak Pertama,", *texts, "Rina Wulandari")]
        block = read_signatures(items, people)[0].first
        return (block.name, block.position) if block else (None, None)

    assert signer("ocr", "Kepala-Bagtan-Teknis Penyelenggaraan", "Hukun danSDM") == (
        "Rina Wulandari",
        "Kepala-Bagtan-Teknis Penyelenggaraan Hukun danSDM",
    )
    assert signer("ocr", "KepałaBidang Umum")[0] == "Rina Wulandari"
    assert signer("text", "Bagtan Teknis Penyelenggaraan")[0] == "Bagtan Teknis Penyelenggaraan"
