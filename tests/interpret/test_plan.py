"""The action plan behind an annex gives the agreement's indicators their periods, and is none of its rows."""

from pathlib import Path

import pytest

from pkcheck.api import check
from pkcheck.documents.plain import read as read_plain
from pkcheck.interpret.agreements import interpret
from pkcheck.model import Agreement

PK = """PERJANJIAN KINERJA
DINAS SOSIAL KOTA BARU
TAHUN 2025
Nama : Siti
Jabatan : Kepala Dinas Sosial
Selanjutnya disebut pihak pertama
Nama : Budi
Jabatan : Wali Kota Baru
Selaku atasan pihak pertama, selanjutnya disebut pihak kedua
Kota Baru, 2 Januari 2025
Pihak Kedua,
Budi
Pihak Pertama,
Siti
LAMPIRAN PERJANJIAN KINERJA TAHUN 2025
No\tSasaran\tIndikator Kinerja\tTarget
1\tMeningkatnya layanan\tPersentase warga terlayani\t90%
\t\tJumlah laporan layanan\t4 Laporan
Kota Baru, 2 Januari 2025
Pihak Kedua,
Budi
Pihak Pertama,
Siti
"""
TITLE = "RENCANA AKSI ATAS PERJANJIAN KINERJA DINAS SOSIAL TAHUN 2025\n"
PLAN = """No\tSasaran\tIndikator Kinerja\tTarget 2025\tTW I\tTW II\tTW III\tTW IV
1\tMeningkatnya layanan\tPersentase Warga Terlayani\t90%\t20\t40\t70\t90
\t\tJumlah laporan layanan\t5 Laporan\t1\t1\t1\t2
\tProgram Pelayanan\tJumlah petugas terlatih\t12 orang\t3\t3\t3\t{last}
Kota Baru, 2 Januari 2025
Kepala Dinas Sosial
Siti
"""
titled = pytest.mark.parametrize("title", [TITLE, ""], ids=["titled", "untitled"])


def read(text: str) -> Agreement:
    (agreement,) = interpret(read_plain(text.encode(), "pk.txt")).agreements
    return agreement


@titled
def test_the_rows_that_repeat_an_indicator_give_it_its_periods(title: str) -> None:
    agreement = read(PK + title + PLAN.format(last=3))
    rows = [(each.text, each.target.periods if each.target else None) for each in agreement.indicators()]
    assert rows == [
        ("Persentase warga terlayani", {"TW1": 20, "TW2": 40, "TW3": 70, "TW4": 90}),
        ("Jumlah laporan layanan", {}),
    ]


@titled
def test_the_others_stay_apart(title: str) -> None:
    agreement = read(PK + title + PLAN.format(last=3))
    assert [(each.id, each.text) for each in agreement.action_plan] == [
        (f"{agreement.id}:plan.1", "Jumlah laporan layanan"),
        (f"{agreement.id}:plan.2", "Jumlah petugas terlatih"),
    ]
    blocks = agreement.annex.signatures if agreement.annex else None
    assert blocks is not None
    assert (blocks.first and blocks.first.name, blocks.second and blocks.second.name) == ("Siti", "Budi")


def test_the_year_may_stand_on_a_further_line_of_the_title() -> None:
    statement = read(PK).statement
    assert statement is not None
    assert statement.fiscal_year == 2025


def test_an_agreement_without_a_plan_has_none() -> None:
    assert read(PK).action_plan == ()


@pytest.mark.parametrize(("last", "found"), [("3", []), ("4", ["plan.2"])])
def test_a_row_of_the_plan_whose_periods_do_not_make_its_year_is_found(
    last: str, found: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "pk.txt"
    path.write_text(PK + TITLE + PLAN.format(last=last), encoding="utf-8")
    told = [each.subject.id for each in check([str(path)]).findings if each.code == "TGT008"]
    assert [each.rpartition(":")[2] for each in told] == found
