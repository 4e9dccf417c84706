"""What the calendar settles: weekdays, holidays, seasons, and our conventions for vague stretches.

Western holidays follow their published rules; Easter is the Gregorian or Julian computus; Jewish
feasts follow the calculated Hebrew calendar. Islamic feasts follow the arithmetic calendar with a day
of play on either side, because the observed month begins with a sighting. A feast whose date differs
between countries, or that we cannot compute, has a reason instead of days.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
#: EDTF season codes, northern; autumn and fall are one.
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

MONDAY, TUESDAY, THURSDAY, FRIDAY = 0, 1, 3, 4
SATURDAY, SUNDAY = 5, 6
MONTHS_A_YEAR = 12

DaySpan = tuple[date, date]
Part = Literal["early", "mid", "late"]


def last_of_month(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def month_days(year: int, month: int) -> DaySpan:
    """Return the first and last day of a month."""
    return date(year, month, 1), last_of_month(year, month)


def year_days(year: int) -> DaySpan:
    """Return the first and last day of a year."""
    return date(year, 1, 1), date(year, MONTHS_A_YEAR, 31)


def week_days(day: date) -> DaySpan:
    """Return Monday and Sunday of the week that `day` lies in (ISO 8601 weeks)."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekend_days(day: date) -> DaySpan:
    """Return Saturday and Sunday of the week that `day` lies in."""
    saturday = week_days(day)[0] + timedelta(days=SATURDAY)
    return saturday, saturday + timedelta(days=1)


def quarter_days(year: int, quarter: int) -> DaySpan:
    """Return the first and last day of a calendar quarter, 1 to 4."""
    return date(year, 3 * quarter - 2, 1), last_of_month(year, 3 * quarter)


def thirds_of_month(year: int, month: int, part: Part) -> DaySpan:
    """Return early, mid or late in a month: 1-10, 11-20, 21-end (domain rule 8).

    Example:
        >>> thirds_of_month(2031, 2, "late")
        (datetime.date(2031, 2, 21), datetime.date(2031, 2, 28))
    """
    if part == "early":
        return date(year, month, 1), date(year, month, 10)
    if part == "mid":
        return date(year, month, 11), date(year, month, 20)
    return date(year, month, 21), last_of_month(year, month)


def weeks_of_month(year: int, month: int, n: int) -> DaySpan | None:
    """Return the n-th seven days of a month; n = -1 is the last seven. `None` where there are none.

    Which days "the second week of May" has differs with where weeks begin; ours are 8-14.

    Example:
        >>> weeks_of_month(2031, 5, 2)
        (datetime.date(2031, 5, 8), datetime.date(2031, 5, 14))
        >>> weeks_of_month(2031, 12, -1)
        (datetime.date(2031, 12, 25), datetime.date(2031, 12, 31))
    """
    first, last = month_days(year, month)
    if n < 0:
        return last - timedelta(days=6), last
    start = first + timedelta(days=7 * (n - 1))
    return (start, min(last, start + timedelta(days=6))) if start <= last else None


def days_of_month(year: int, month: int, count: int) -> DaySpan | None:
    """Return the first `count` days of a month, or the last ones where `count` is negative.

    Example:
        >>> days_of_month(2031, 1, 18)
        (datetime.date(2031, 1, 1), datetime.date(2031, 1, 18))
    """
    first, last = month_days(year, month)
    if not 0 < abs(count) <= last.day:
        return None
    if count < 0:
        return last + timedelta(days=count + 1), last
    return first, first + timedelta(days=count - 1)


def thirds_of_year(year: int, part: Part) -> DaySpan:
    """Return early, mid or late in a year: January-April, May-August, September-December."""
    first = {"early": 1, "mid": 5, "late": 9}[part]
    return date(year, first, 1), last_of_month(year, first + 3)


def thirds_of_decade(first_year: int, part: Part) -> DaySpan:
    """Return early, mid or late in a decade: years 0-3, 4-6, 7-9."""
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
    return date(first_year + low, 1, 1), date(first_year + high, MONTHS_A_YEAR, 31)


def nth_weekday(year: int, month: int, *, weekday: int, n: int) -> date:
    """Return the n-th given weekday of a month; n = -1 is the last one."""
    if n < 0:
        last = last_of_month(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def easter(year: int) -> date:
    """Return Easter Sunday, Gregorian (the anonymous algorithm of 1876).

    Example:
        >>> easter(2025)
        datetime.date(2025, 4, 20)
    """
    golden, century, of_century = year % 19, year // 100, year % 100
    epact = (
        19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the Julian computus as a Gregorian date (valid 1900 to 2099)."""
    epact = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
    month, day = divmod(epact + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def hebrew_new_year(year: int) -> date:
    """Return 1 Tishri of a Hebrew year as a Gregorian date; the feast begins the evening before.

    Example:
        >>> hebrew_new_year(5786)
        datetime.date(2025, 9, 23)
    """
    before, this, after = (_hebrew_days(one) for one in (year - 1, year, year + 1))
    late = 2 if after - this == _TOO_LONG else 1 if this - before == _TOO_SHORT else 0
    return date.fromordinal(_HEBREW_EPOCH + this + late)


#: The day number of 1 Tishri of year 1 less one day, and lengths that no Hebrew year may have.
_HEBREW_EPOCH = -1373427
_TOO_LONG, _TOO_SHORT = 356, 382
_PARTS_A_DAY = 25920


def _hebrew_days(year: int) -> int:
    """Return the days from the epoch to the mean new moon that begins a year, kept off three weekdays."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // _PARTS_A_DAY
    return day + 1 if 3 * (day + 1) % 7 < 3 else day  # noqa: PLR2004 - Sunday, Wednesday, Friday


def _after_new_year(days: int, length: int = 1) -> Callable[[int], tuple[DaySpan, ...]]:
    """Return a feast of autumn, counted from the new year within the Gregorian year."""

    def spans(year: int) -> tuple[DaySpan, ...]:
        first = hebrew_new_year(year + _HEBREW_AHEAD) + timedelta(days=days)
        return ((first, first + timedelta(days=length - 1)),)

    return spans


def _from_passover(days: int, length: int = 1) -> Callable[[int], tuple[DaySpan, ...]]:
    """Return a feast of spring; Passover is always 163 days before the next new year."""
    return _after_new_year(days - 163, length)


def _hanukkah(year: int) -> tuple[DaySpan, ...]:
    new_year = hebrew_new_year(year + _HEBREW_AHEAD)
    length = (hebrew_new_year(year + _HEBREW_AHEAD + 1) - new_year).days
    first = new_year + timedelta(days=30 + (30 if length % 10 == _FULL else 29) + 24)
    return ((first, first + timedelta(days=7)),)


#: What the Hebrew year that begins in a Gregorian one is ahead of it, and how a year of full months ends.
_HEBREW_AHEAD = 3761
_FULL = 5


def islamic_day(year: int, month: int, day: int) -> date:
    """Return a day of the arithmetic (civil) Islamic calendar as a Gregorian date."""
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return date(622, 7, 19) + timedelta(days=days - 1)


def _fixed(month: int, day: int) -> Callable[[int], tuple[DaySpan, ...]]:
    return lambda year: (_single(date(year, month, day)),)


def _single(day: date) -> DaySpan:
    return day, day


def _nth(month: int, weekday: int, n: int, plus: int = 0) -> Callable[[int], tuple[DaySpan, ...]]:
    shift = timedelta(days=plus)
    return lambda year: (_single(nth_weekday(year, month, weekday=weekday, n=n) + shift),)


def _from_easter(days: int) -> Callable[[int], tuple[DaySpan, ...]]:
    return lambda year: (_single(easter(year) + timedelta(days=days)),)


def _orthodox(days: int) -> Callable[[int], tuple[DaySpan, ...]]:
    return lambda year: (_single(orthodox_easter(year) + timedelta(days=days)),)


def _islamic(month: int, day: int, length: int = 1) -> Callable[[int], tuple[DaySpan, ...]]:
    """Return the stretch an Islamic feast must lie in; one Gregorian year may hold two."""

    def spans(year: int) -> tuple[DaySpan, ...]:
        about = (year - 622) * 33 // 32
        starts = (islamic_day(islamic, month, day) for islamic in range(about, about + 3))
        play = timedelta(days=1)
        return tuple(
            (start - play, start + timedelta(days=length - 1) + play)
            for start in starts
            if start.year == year
        )

    return spans


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day.

    Attributes:
        pattern: Regular expression of its names, for case-insensitive use.
        spans: The days it has in a Gregorian year; `None` where they cannot be computed.
        exact: Whether the days are certain; otherwise they hold the day with play on either side.
        reason: Why there are no days; empty otherwise.
    """

    pattern: str
    spans: Callable[[int], tuple[DaySpan, ...]] | None
    exact: bool = True
    reason: str = ""


_LUNAR = "its date follows a lunar calendar that is not computed here"
_NATIONAL = "its date differs between countries"
_EID = "(?:Eid|Id)[ -](?:al|ul|el)[ -]?"
_UNITED_STATES = r"(?:U\.S\.|US|American)"

#: Longer names first: the first pattern that matches at a place wins.
HOLIDAYS: tuple[Holiday, ...] = (
    Holiday("Canadian Thanksgiving(?: Day)?", _nth(10, MONDAY, 2)),
    Holiday("Thanksgiving Eve", _nth(11, THURSDAY, 4, -1)),
    Holiday("Thanksgiving(?: Day)?", _nth(11, THURSDAY, 4)),
    Holiday("Black Friday", _nth(11, THURSDAY, 4, 1)),
    Holiday("Cyber Monday", _nth(11, THURSDAY, 4, 4)),
    Holiday("Orthodox Christmas Eve", _fixed(1, 6)),
    Holiday("Orthodox Christmas(?: Day)?", _fixed(1, 7)),
    Holiday("Christmas Eve", _fixed(12, 24)),
    Holiday("(?:Christmas|Xmas)(?: Day)?", _fixed(12, 25)),
    Holiday("Boxing Day", _fixed(12, 26)),
    Holiday("New Year['’]?s Eve", _fixed(12, 31)),
    Holiday("(?:Lunar|Chinese) New Year(?:['’]s Day)?", None, reason=_LUNAR),
    Holiday("New Year['’]?s(?: Day)?", _fixed(1, 1)),
    Holiday("Orthodox Good Friday", _orthodox(-2)),
    Holiday("Orthodox Easter(?: Sunday)?", _orthodox(0)),
    Holiday("Ash Wednesday", _from_easter(-46)),
    Holiday("Palm Sunday", _from_easter(-7)),
    Holiday("Maundy Thursday", _from_easter(-3)),
    Holiday("Good Friday", _from_easter(-2)),
    Holiday("Easter Monday", _from_easter(1)),
    Holiday("Easter(?: Sunday)?", _from_easter(0)),
    Holiday("Ascension Day", _from_easter(39)),
    Holiday("(?:Pentecost|Whit Sunday)", _from_easter(49)),
    Holiday(f"{_EID}Fitr", _islamic(10, 1), exact=False),
    Holiday(f"{_EID}(?:Adha|Azha)", _islamic(12, 10), exact=False),
    Holiday("Ramadan", _islamic(9, 1, 30), exact=False),
    Holiday("Ashura", _islamic(1, 10), exact=False),
    Holiday("Arba['’]?een", _islamic(2, 20), exact=False),
    Holiday("(?:Mawlid|Mouloud)(?: al-Nabi)?", _islamic(3, 12), exact=False),
    Holiday("Rosh Hashanah?", _after_new_year(0, 2)),
    Holiday("Yom Kippur", _after_new_year(9)),
    Holiday("Sukkot", _after_new_year(14, 7)),
    Holiday("Simchat Torah", _after_new_year(22)),
    Holiday("(?:Hanukkah|Chanukah)", _hanukkah),
    Holiday("Purim", _from_passover(-30)),
    Holiday("Passover", _from_passover(0, 8)),
    Holiday("Shavuot", _from_passover(50)),
    Holiday("(?:Diwali|Vesak|Mid-Autumn Festival|Tet)", None, reason=_LUNAR),
    Holiday("Nowruz", lambda year: ((date(year, 3, 19), date(year, 3, 22)),), exact=False),
    Holiday(f"{_UNITED_STATES} Independence Day", _fixed(7, 4)),
    Holiday("(?:the )?Fourth of July", _fixed(7, 4)),
    Holiday("Ukrain(?:e['’]s|ian) Independence Day", _fixed(8, 24)),
    Holiday("(?:India['’]s|Indian) Independence Day", _fixed(8, 15)),
    Holiday("Pakistan(?:['’]s|i)? Independence Day", _fixed(8, 14)),
    Holiday("(?:Polish|Poland['’]s) Independence Day", _fixed(11, 11)),
    Holiday("(?:Mexican|Mexico['’]s) Independence Day", _fixed(9, 16)),
    Holiday("(?:Brazilian|Brazil['’]s) Independence Day", _fixed(9, 7)),
    Holiday("(?:Venezuelan|Venezuela['’]s) Independence Day", _fixed(7, 5)),
    Holiday("(?:Colombian|Colombia['’]s) Independence Day", _fixed(7, 20)),
    Holiday("(?:Indonesian|Indonesia['’]s) Independence Day", _fixed(8, 17)),
    Holiday("Independence Day", None, reason=_NATIONAL),
    Holiday("(?:Russian|Russia['’]s) Victory Day", _fixed(5, 9)),
    Holiday("Victory Day", None, reason=_NATIONAL),
    Holiday("(?:Indian|India['’]s) Republic Day", _fixed(1, 26)),
    Holiday("Republic Day", None, reason=_NATIONAL),
    Holiday("Canada Day", _fixed(7, 1)),
    Holiday("Australia Day", _fixed(1, 26)),
    Holiday("An[zZ][aA][cC] Day", _fixed(4, 25)),
    Holiday("German Unity Day", _fixed(10, 3)),
    Holiday("Cinco de Mayo", _fixed(5, 5)),
    Holiday("Remembrance Sunday", _nth(11, SUNDAY, 2)),
    Holiday("Remembrance Day", _fixed(11, 11)),
    Holiday("Guy Fawkes Night", _fixed(11, 5)),
    Holiday("Bastille Day", _fixed(7, 14)),
    Holiday("Juneteenth", _fixed(6, 19)),
    Holiday("Memorial Day", _nth(5, MONDAY, -1)),
    Holiday("(?:Labor Day)", _nth(9, MONDAY, 1)),
    Holiday("Labour Day", None, reason=_NATIONAL),
    Holiday("May Day", _fixed(5, 1)),
    Holiday("Columbus Day", _nth(10, MONDAY, 2)),
    Holiday("Veterans['’]? Day", _fixed(11, 11)),
    Holiday("Armistice Day", _fixed(11, 11)),
    Holiday("Martin Luther King(?:,? Jr\\.?)? Day", _nth(1, MONDAY, 3)),
    Holiday("Presidents?['’]?s? Day", _nth(2, MONDAY, 3)),
    Holiday("Election Day", _nth(11, MONDAY, 1, 1)),
    Holiday("Halloween", _fixed(10, 31)),
    Holiday("Valentine['’]s Day", _fixed(2, 14)),
    Holiday("(?:Saint|St\\.?) Patrick['’]s Day", _fixed(3, 17)),
    Holiday("(?:International )?Women['’]s Day", _fixed(3, 8)),
    Holiday("All Saints['’]? Day", _fixed(11, 1)),
    Holiday("Day of the Dead", _fixed(11, 2)),
    Holiday("Epiphany", _fixed(1, 6)),
    Holiday("(?:Feast of the )?Assumption Day", _fixed(8, 15)),
    Holiday("Earth Day", _fixed(4, 22)),
)
