"""Files that hold more than one agreement needs: pacts, chapters of reports, an annex before its statement."""

import pytest

from pkcheck.documents.plain import read
from pkcheck.interpret.agreements import Interpretation, interpret

_OPENING = "Kami yang bertanda tangan di bawah ini:"
_BLOCKS = "Kota Baru, 2 Januari 2025\nPihak Kedua,\nBudi Santoso\nPihak Pertama,\n{name}"
_TABLE = """| No | Sasaran | Indikator Kinerja | Target |
| 1 | Meningkatnya layanan | Persentase layanan tepat waktu | 90% |"""
_RESULTS = """| No | Indikator Kinerja | Target | Realisasi |
| 1 | Persentase layanan tepat waktu | 90% | 91% |"""
_BUDGET = "| No | Program | Anggaran |\n| 1 | Program Penunjang | Rp1.000.000 |"
_PACT = """PAKTA INTEGRITAS
Saya yang bertanda tangan di bawah ini menyatakan tidak akan menerima pemberian.
Kota Baru, 2 Januari 2025
Siti Aminah"""


def statement(name: str = "Siti Aminah", position: str = "Kepala Dinas Sosial") -> str:
    return f"""PERJANJIAN KINERJA TAHUN 2025
{_OPENING}
Nama : {name}
Jabatan : {position}
Selanjutnya disebut Pihak Pertama
Nama : Budi Santoso
Jabatan : Bupati Contoh
Selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua
Pihak Pertama berjanji akan mewujudkan target kinerja.

{_BLOCKS.format(name=name)}
"""


def annex(name: str = "Siti Aminah", budget: str = _BUDGET) -> str:
    return f"LAMPIRAN PERJANJIAN KINERJA TAHUN 2025\n{_TABLE}\n\n{budget}\n\n{_BLOCKS.format(name=name)}\n"


def understood(*pages: str) -> Interpretation:
    return interpret(read("\n\n".join(pages).encode(), "pk.txt"))


def told(found: Interpretation) -> list[tuple[str | None, int, list[int | None]]]:
    """Of each agreement its first party, how many objectives it has, and its amounts."""
    return [
        (
            each.first_party.name if each.first_party else None,
            len(each.objectives),
            [line.amount for line in each.budget],
        )
        for each in found.agreements
    ]


_WHOLE = ("Siti Aminah", 1, [1_000_000])
_OTHER = ("Tono", 1, [1_000_000])


@pytest.mark.parametrize(
    "pages",
    [
        (statement(), annex(), _PACT),
        (_PACT, statement(), annex()),
        (statement(), _PACT, annex()),
        (f"BAB II PERENCANAAN KINERJA\n{_TABLE}", f"BAB III AKUNTABILITAS\n{_RESULTS}", statement(), annex()),
        (annex(), statement()),
    ],
    ids=["pact-behind", "pact-before", "pact-between", "chapters-before", "annex-first"],
)
def test_one_agreement_is_one_whatever_stands_around_it(pages: tuple[str, ...]) -> None:
    assert told(understood(*pages)) == [_WHOLE]


def test_annexes_before_their_statements_stay_with_them() -> None:
    pages = (annex(), statement(), annex("Tono"), statement("Tono", "Kepala Dinas Arsip"))
    assert told(understood(*pages)) == [_WHOLE, _OTHER]
    strangers = (annex("Tono"), statement(), annex(), statement("Tono", "Kepala Dinas Arsip"))
    assert [name for name, _, _ in told(understood(*strangers))] == [None, "Siti Aminah", "Tono"]


def test_what_a_chapter_quotes_is_read_where_nothing_else_is_there_and_the_rest_is_unread() -> None:
    found = understood(f"BAB II PERENCANAAN KINERJA\n{_TABLE}", f"BAB III AKUNTABILITAS KINERJA\n{_RESULTS}")
    assert told(found) == [(None, 1, [])]
    assert found.agreements[0].unread == ("statement", "budget", "annex.date", "annex.signatures")


@pytest.mark.parametrize(
    "budget",
    [
        "Anggaran Tahun 2025 : Rp 1.000.000,00 (satu\njuta rupiah)",
        "Jumlah Anggaran : Rp. 1.000.000,- (Satu Juta\nRupiah), dengan rincian :",
        "Anggaran sebesar Rp 1.000.000 (satu\njuta\nrupiah)",
    ],
)
def test_an_amount_in_words_may_run_over_a_lines_end(budget: str) -> None:
    found = understood(statement(), annex(budget=budget))
    assert told(found) == [_WHOLE]
    assert [note for note in found.notes if note.level == "problem"] == []


@pytest.mark.parametrize(
    ("head", "amounts"),
    [
        ("No | Program | Anggaran sebelum refocusing | Anggaran setelah refocusing", [900]),
        ("No | Program | Pagu semula | Pagu menjadi", [900]),
        ("No | Program | Nilai pertama | Nilai kedua", [None]),
    ],
    ids=["a-change-of-any-name", "semula-menjadi", "heads-that-tell-nothing"],
)
def test_of_amounts_before_and_after_a_change_the_later_holds(head: str, amounts: list[int | None]) -> None:
    rows = "| 1 | Program Penunjang | Rp 1.200 | Rp 900 |"
    found = understood(statement(), annex(budget=f"| {head} |\n{rows}"))
    assert told(found) == [("Siti Aminah", 1, amounts)]
    assert found.agreements[0].unread == (() if amounts == [900] else ("budget",))


def test_both_blocks_may_have_the_date_and_stand_in_one_table() -> None:
    blocks = """| Kota Baru, 2 Januari 2025 | Kota Baru, 2 Januari 2025 |
| PIHAK KEDUA, | PIHAK PERTAMA, |
| # | (ttd) |
| Budi Santoso | Siti Aminah |"""
    plain = _BLOCKS.format(name="Siti Aminah")
    found = understood(statement().replace(plain, blocks), annex().replace(plain, blocks))
    (agreement,) = found.agreements
    for part in (agreement.statement, agreement.annex):
        assert part is not None
        assert (part.place, str(part.date)) == ("Kota Baru", "2025-01-02")
        assert [block and block.name for block in (part.signatures.first, part.signatures.second)] == [
            "Siti Aminah",
            "Budi Santoso",
        ]
    assert [line.amount for line in agreement.budget] == [1_000_000]
    assert found.notes == ()
