"""Remarks about the calendar that anyone can compute again."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from onrecord.publish.wording import MONTHS, WEEKDAYS

_MONTH = "|".join(MONTHS)
_DAY = "|".join(WEEKDAYS)
_WEEKDAY_REMARK = re.compile(rf"(\d+) ({_MONTH}) (\d{{4}}) was a ({_DAY})(?:, not a ({_DAY}))?")
_FEAST_REMARK = re.compile(rf"([A-Z][A-Za-z’' ]+) (\d{{4}}) was (\d+) ({_MONTH})")
_GREGORIAN_YEARS = range(1583, 10_000)


def calendar_holds(remark: str) -> bool:
    """Say whether `remark` states a weekday or the day of a feast, and rightly.

    Example:
        >>> calendar_holds("15 April 2031 was a Tuesday, not a Wednesday")
        True
        >>> calendar_holds("Thanksgiving 2025 was 28 November")
        False
    """
    weekday = _WEEKDAY_REMARK.fullmatch(remark)
    if weekday is not None:
        day = _date(weekday[3], weekday[2], weekday[1])
        told = day is not None and WEEKDAYS[day.weekday()] == weekday[4]
        return told and weekday[4] != weekday[5]
    feast = _FEAST_REMARK.fullmatch(remark)
    if feast is None or feast[1] not in _FEASTS or int(feast[2]) not in _GREGORIAN_YEARS:
        return False
    return _FEASTS[feast[1]](int(feast[2])) == _date(feast[2], feast[4], feast[3])


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def _nth(month: int, weekday: int, number: int) -> Callable[[int], date]:
    """Return the rule of a feast on the `number`th weekday (Monday is 0) of a month."""

    def rule(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))

    return rule


def _easter(days: int) -> Callable[[int], date]:
    """Return the rule of a feast so many days after Easter Sunday (Gregorian, Meeus 1991)."""

    def rule(year: int) -> date:
        a, (b, c) = year % 19, divmod(year, 100)
        (d, e), g = divmod(b, 4), (8 * b + 13) // 25
        h = (19 * a + b - d - g + 15) % 30
        i, k = divmod(c, 4)
        lag = (32 + 2 * e + 2 * i - h - k) % 7
        m = (a + 11 * h + 22 * lag) // 451
        month, day = divmod(h + lag - 7 * m + 114, 31)
        return date(year, month, day + 1) + timedelta(days)

    return rule


_FEASTS: dict[str, Callable[[int], date]] = {
    "Thanksgiving": _nth(11, 3, 4),
    "Thanksgiving Day": _nth(11, 3, 4),
    "Labor Day": _nth(9, 0, 1),
    "Palm Sunday": _easter(-7),
    "Good Friday": _easter(-2),
    "Easter": _easter(0),
    "Easter Sunday": _easter(0),
    "Easter Monday": _easter(1),
    "Ascension Day": _easter(39),
    "Christmas": lambda year: date(year, 12, 25),
    "Christmas Day": lambda year: date(year, 12, 25),
}
