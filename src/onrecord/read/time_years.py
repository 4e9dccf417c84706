"""Which year a date without one lies in: by a dated neighbour, else nearest to the document."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from onrecord.read.calendar_rules import DaySpan
from onrecord.read.time_values import NO_DOCUMENT_DATE, Reading, Setting
from onrecord.read.time_words import DAY, MONTH, ORDINAL_SUFFIX, YEAR, month_of

#: How much farther a date of the less likely direction counts; a report tells of the past.
_AGAINST_TENSE = 4.0
_AGAINST_WHAT_HAPPENED = 30.0
_AHEAD_WITHOUT_CUE = 2.0

_DATED = re.compile(
    rf"(?:(?P<d1>{DAY})(?:{ORDINAL_SUFFIX})? )?(?P<month>{MONTH})"
    rf"(?: (?P<d2>{DAY})(?:{ORDINAL_SUFFIX})?,?)?,? (?P<year>{YEAR})(?!\d)"
)

SpanOfYear = Callable[[int], DaySpan | None]


def without_year(setting: Setting, start: int, end: int, days_in: SpanOfYear) -> Reading:
    """Read a date that names no year.

    A date with a year in the same sentence decides; else the year that puts the date nearest to the
    document date, where a date ahead counts as farther unless the sentence speaks of the future.

    Args:
        days_in: The days in a given year; `None` where the year has no such day.
    """
    neighbour = dated_neighbour(setting, start, end)
    near = neighbour or setting.near
    if near is None:
        return Reading(reason=f"no year and {setting.why or NO_DOCUMENT_DATE}")
    candidates = [
        days for year in range(near.year - 1, near.year + 2) if (days := days_in(year)) is not None
    ]
    if not candidates:
        candidates = [
            days
            for year in range(near.year - 4, near.year + 5)
            if (days := days_in(year)) is not None
        ]
    if not candidates:
        return Reading(reason="no such day in any year near the document date")
    ahead, behind = (1.0, 1.0) if neighbour else _weights(setting, start, end)
    days = min(
        candidates,
        key=lambda span: _distance(span, near) * (ahead if span[0] > near else behind),
    )
    return Reading(days=days, basis="relative", anchor=near)


def _weights(setting: Setting, start: int, end: int) -> tuple[float, float]:
    tense = setting.tense(start, end)
    if tense == "future":
        return 1.0, _AGAINST_TENSE
    if setting.has_happened(start, end):
        return _AGAINST_WHAT_HAPPENED, 1.0
    return (_AGAINST_TENSE if tense == "past" else _AHEAD_WITHOUT_CUE), 1.0


def _distance(span: DaySpan, near: date) -> int:
    if span[0] <= near <= span[1]:
        return 0
    return min(abs((span[0] - near).days), abs((span[1] - near).days))


def dated_neighbour(setting: Setting, start: int, end: int) -> date | None:
    """Return the first day of the closest month-and-year date elsewhere in the sentence."""
    closest: tuple[int, date] | None = None
    near = setting.around(start, end)
    for match in _DATED.finditer(setting.text, near.start, near.end):
        if match.start() < end and start < match.end():
            continue
        try:
            day = date(
                int(match["year"]), month_of(match["month"]), int(match["d1"] or match["d2"] or 1)
            )
        except ValueError:
            continue
        gap = max(match.start() - end, start - match.end())
        if closest is None or gap < closest[0]:
            closest = (gap, day)
    return closest[1] if closest else None
