"""Which days are no working days in Indonesia: weekends, and the national holidays that the `holidays` library knows."""

import datetime
from functools import lru_cache

from pkcheck.texts import Text

SATURDAY, _SUNDAY = 5, 6
_WEEKEND = {SATURDAY: Text(id="Sabtu", en="Saturday"), _SUNDAY: Text(id="Minggu", en="Sunday")}
_ESTIMATED = "(perkiraan)"


def weekend(day: datetime.date) -> Text | None:
    """The name of a Saturday or a Sunday; None for other days."""
    return _WEEKEND.get(day.weekday())


@lru_cache(maxsize=1000)
def national_holiday(day: datetime.date) -> Text | None:
    """The name of a national holiday; None where there is none, or where its day is an estimate."""
    indonesian, english = (_holidays(day.year, each).get(day) for each in ("id", "en_US"))
    if indonesian is None or english is None or _ESTIMATED in indonesian:
        return None
    return Text(id=indonesian, en=english)


@lru_cache(maxsize=100)
def _holidays(year: int, language: str) -> dict[datetime.date, str]:
    from holidays import country_holidays  # large, and needed by one rule

    return dict(country_holidays("ID", years=year, language=language))
