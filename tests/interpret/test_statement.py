"""The statement in the layouts of other offices: who the parties are, who signs, and that nobody is accused for a layout."""

from pathlib import Path

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
    assert found == ["CAS007"]  # the superior's own agreement is not in the set, which is so


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
