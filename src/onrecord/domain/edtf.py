"""Our subset of the Extended Date/Time Format (ISO 8601-2), with explicit earliest and latest days.

Understood: `2025`, `2025-11`, `2025-11-28`; unspecified digits from the right (`202X`, `2025-XX`,
`2025-11-XX`); seasons `2025-21` to `2025-24`; intervals `a/b` with an open (`..`) or unknown
(empty) end; a trailing `?`, `~` or `%` on any date, which changes its certainty and never its days.
Seasons are the northern ones. Anything else is refused.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from onrecord.domain.errors import InvariantError

_DATE = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX))?(?:-([0-9]{2}|XX))?([?~%])?")
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


@dataclass(frozen=True, slots=True)
class Days:
    """The days an EDTF text allows; an end is `None` where it is open or unknown."""

    earliest: date | None
    latest: date | None


def parse_edtf(text: str) -> Days:
    """Return the days `text` allows.

    Raises:
        InvariantError: `text` is not of the subset, or names a day that does not exist.

    Example:
        >>> parse_edtf("2025-11-XX").latest
        datetime.date(2025, 11, 30)
        >>> parse_edtf("../2025-11-06").earliest is None
        True
    """
    if "/" not in text:
        return _parse_date(text)
    first, _, last = text.partition("/")
    start = Days(None, None) if first in ("", "..") else _parse_date(first)
    end = Days(None, None) if last in ("", "..") else _parse_date(last)
    if start.earliest and end.latest and start.earliest > end.latest:
        raise InvariantError(f"the interval {text!r} ends before it starts")
    return Days(start.earliest, end.latest)


def is_edtf(text: str) -> bool:
    """Say whether `text` is of the subset."""
    try:
        parse_edtf(text)
    except InvariantError:
        return False
    return True


def format_days(earliest: date | None, latest: date | None) -> str:
    """Return the shortest EDTF text for a run of days; open ends become `..`.

    Raises:
        InvariantError: the run ends before it starts.

    Example:
        >>> format_days(date(2025, 11, 1), date(2025, 11, 30))
        '2025-11'
    """
    if earliest is not None and latest is not None and earliest > latest:
        raise InvariantError(f"the days from {earliest} to {latest} are none")
    if earliest is None or latest is None:
        return f"{_or_open(earliest)}/{_or_open(latest)}"
    if earliest == latest:
        return earliest.isoformat()
    for named in (earliest.isoformat()[:7], earliest.isoformat()[:4]):
        if parse_edtf(named) == Days(earliest, latest):
            return named
    return f"{earliest.isoformat()}/{latest.isoformat()}"


def _or_open(day: date | None) -> str:
    return day.isoformat() if day else ".."


def _parse_date(text: str) -> Days:
    match = _DATE.fullmatch(text)
    if match is None:
        raise InvariantError(f"{text!r} is not a date of our EDTF subset")
    year, month, day, _ = match.groups()
    if month is None or month == "XX":
        if day not in (None, "XX") or ("X" in year and month is not None):
            raise InvariantError(f"{text!r} leaves out digits in the middle")
        return _days_of_years(year, text)
    if "X" in year:
        raise InvariantError(f"{text!r} leaves out digits in the middle")
    if int(month) in _SEASON_MONTHS and day is None:
        return _days_of_season(int(year), int(month), text)
    return _days_of_month(int(year), int(month), day, text)


def _days_of_years(year: str, text: str) -> Days:
    try:
        first, last = (
            date(int(year.replace("X", "0")), 1, 1),
            date(int(year.replace("X", "9")), 12, 31),
        )
    except ValueError as error:
        raise InvariantError(f"{text!r}: {error}") from error
    return Days(first, last)


def _days_of_season(year: int, season: int, text: str) -> Days:
    first, last = _SEASON_MONTHS[season]
    end_year = year if last >= first else year + 1
    try:
        end = date(end_year, last, calendar.monthrange(end_year, last)[1])
        return Days(date(year, first, 1), end)
    except ValueError as error:
        raise InvariantError(f"{text!r}: {error}") from error


def _days_of_month(year: int, month: int, day: str | None, text: str) -> Days:
    try:
        if day is None or day == "XX":
            last = calendar.monthrange(year, month)[1]
            return Days(date(year, month, 1), date(year, month, last))
        exact = date(year, month, int(day))
    except (ValueError, calendar.IllegalMonthError) as error:
        raise InvariantError(f"{text!r}: {error}") from error
    return Days(exact, exact)
