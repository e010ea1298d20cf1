"""Dates: every form seen in agreements, those that cannot be, and what is no date."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pkcheck.quantities.dates import MONTHS_EN, MONTHS_ID, Problem, format_date, parse_date, speaks_of_a_date

FIRST_OF_MARCH = datetime.date(2024, 3, 1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Samarinda, 1 Maret 2024", "Samarinda"),
        ("SAMARINDA, 1 MARET 2024", "SAMARINDA"),
        ("Samarinda,1 Maret 2024", "Samarinda"),
        ("Samarinda ,  01   Maret  2024 ", "Samarinda"),
        ("Samarinda, 1 Maret2024", "Samarinda"),
        ("Samarinda, 1-Maret-2024", "Samarinda"),
        ("Samarinda, 1 Mrt 2024", "Samarinda"),
        ("Samarinda, 1 Marret 2024", "Samarinda"),
        ("Samarinda, 01/03/2024", "Samarinda"),
        ("Samarinda, 1.3.2024", "Samarinda"),
        ("Samarinda, 1/III/2024", "Samarinda"),
        ("Samarinda, tanggal 1 Maret 2024", "Samarinda"),
        ("Samarinda, Jum'at, 1 Maret 2024", "Samarinda"),
        ("Samarinda, 1 Maret Tahun 2024", "Samarinda"),
        ("Samarinda, 1 Maret 2024 M", "Samarinda"),
        ("Samarinda 1 Maret 2024.", "Samarinda"),
        ("Kab. Bandung, 1 Maret 2024", "Kab. Bandung"),
        ("Kota Baru 1 Maret 2024", "Kota Baru"),
        ("Padang, 1 Maret 2024", "Padang"),
        ("Diponegoro, 1 Maret 2024", "Diponegoro"),
        ("Ditetapkan di Samarinda pada tanggal 1 Maret 2024", "Samarinda"),
        ("Dibuat di: Samarinda, 1 Maret 2024", "Samarinda"),
        ("Jakarta, 1st March 2024", "Jakarta"),
        ("Jakarta, March 1, 2024", "Jakarta"),
        ("Pada tanggal : 1 Maret 2024", None),
        ("pada hari Jumat tanggal 1 Maret 2024", None),
        ("1 Maret 2024", None),
        ("2024-03-01", None),
    ],
)
def test_a_date_in_every_form(text: str, place: str | None) -> None:
    written = parse_date(text)
    assert written is not None
    assert (written.date, written.place, written.problem, written.raw) == (FIRST_OF_MARCH, place, None, text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Bandung,    2017", "no_month"),
        ("Bandung, .... 2017", "no_month"),
        ("Bandung, Januari 2024", "no_day"),
        ("Bandung, ...... Januari 2024", "no_day"),
        ("Bandung, __ Januari 2024", "no_day"),
        ("Bandung, 31 Februari 2024", "no_such_day"),
        ("Bandung, 29 Februari 2023", "no_such_day"),
        ("Bandung, 00 Maret 2024", "no_such_day"),
        ("Bandung, 31/04/2024", "no_such_day"),
        ("Bandung, 1 Maret 20224", "no_such_day"),
        ("Bandung, 1 Foobar 2024", "unknown_month"),
        ("Bandung, 1/13/2024", "unknown_month"),
        ("2024-13-01", "unknown_month"),
    ],
)
def test_what_cannot_be_is_kept_with_its_reason(text: str, problem: Problem) -> None:
    written = parse_date(text)
    assert written is not None
    assert (written.date, written.problem, written.raw) == (None, problem, text)


@pytest.mark.parametrize(
    "text",
    [
        "", "2024", "Tahun 2024", "Tahun Anggaran 2024", "PERJANJIAN KINERJA TAHUN 2024", "Target 2024", "Samarinda",
        "Pihak Kedua,", "Fahmi Idris", "3 Dokumen 200", "Rp 1.000.000", "1 Maret", "Kegiatan 5 Dokumen 2024",
        "Pada hari ini kami sepakat melaksanakan Peraturan Nomor 5 tanggal 1 Maret 2024 tentang hal itu",
        "NIP. 19760101 200212 1 001",
    ],
)  # fmt: skip
def test_other_lines_are_no_dates(text: str) -> None:
    assert parse_date(text) is None


@given(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)),
    st.sampled_from(("id", "en")),
    st.sampled_from(("", "Samarinda, ", "Kab. Bandung, ", "Palangka Raya,  ", "Ditetapkan di Solo pada tanggal ")),
)
def test_what_is_written_is_read_back(date: datetime.date, lang: str, lead: str) -> None:
    text = lead + format_date(date, "id" if lang == "id" else "en")
    written = parse_date(text)
    assert written is not None
    assert written.date == date
    assert written.place == (lead.removeprefix("Ditetapkan di ").split(" pada")[0].strip(" ,") or None)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_numbers_are_read_back(date: datetime.date) -> None:
    for text in (f"{date.day}/{date.month}/{date.year}", f"Solo, {date:%d-%m-%Y}", date.isoformat()):
        written = parse_date(text)
        assert written is not None
        assert written.date == date


DATELIKE = st.lists(
    st.sampled_from(
        (
            "Solo",
            ",",
            " ",
            "0",
            "31",
            "32",
            "Maret",
            "maret",
            "Foo",
            "2024",
            "0000",
            "99999",
            "/",
            "-",
            "XIII",
            "tanggal",
            "di",
            "Jumat",
            "M",
            ".",
            ":",
            "pada",
            "٣",
            "²",
        )
    ),
    max_size=9,
).map("".join)


@given(st.text(max_size=80) | DATELIKE)
def test_no_text_breaks_it(text: str) -> None:
    written = parse_date(text)
    assert written is None or (written.raw == text and (written.date is None) == (written.problem is not None))
    speaks_of_a_date(text)


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Pada hari ini, Senin tanggal satu bulan Maret tahun dua ribu dua puluh empat", True),
        ("Samarinda, 1 Maret", True),
        ("1 Maret", True),
        ("Samarinda", False),
        ("Tahun 2024", False),
        ("Pihak kedua akan memberikan supervisi yang diperlukan", False),
    ],
)
def test_a_date_in_another_form_is_noticed(text: str, speaks: bool) -> None:
    assert speaks_of_a_date(text) is speaks


def test_each_language_has_its_twelve_months() -> None:
    assert len(set(MONTHS_ID)) == len(set(MONTHS_EN)) == 12
