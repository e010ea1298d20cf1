import datetime

import pytest

from pkcheck.workdays import national_holiday, weekend


@pytest.mark.parametrize(
    ("day", "off", "holiday"),
    [
        ("2024-03-01", None, None),
        ("2024-03-02", "Sabtu", None),
        ("2024-03-03", "Minggu", None),
        ("2024-03-11", None, "Hari Suci Nyepi"),
        ("2024-02-10", "Sabtu", "Tahun Baru Imlek"),
        ("2024-02-14", None, "Hari Pemilihan Umum"),
    ],
)
def test_days_off(day: str, off: str | None, holiday: str | None) -> None:
    date = datetime.date.fromisoformat(day)
    told = [each.id if each else None for each in (weekend(date), national_holiday(date))]
    assert told == [off, holiday]


def test_a_day_that_is_only_estimated_is_no_holiday() -> None:
    from holidays import country_holidays

    known = country_holidays("ID", years=2032, language="id")
    estimated = [day for day, name in known.items() if "perkiraan" in name]
    assert estimated
    assert [day for day in estimated if national_holiday(day)] == []
