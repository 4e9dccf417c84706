"""Times in text: which words name one, and which days they allow (docs/decisions/0005).

Every rule reads words against the document date the caller gives; without one, a relative time has
no days but keeps its words. Nothing here knows today's date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from onrecord.domain.span import Extent
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.read import (
    time_counted,
    time_dates,
    time_lengths,
    time_relative,
    time_stretches,
)
from onrecord.read.time_counted import follow
from onrecord.read.time_dates import describe
from onrecord.read.time_joins import count_from, join_intervals, place_clock
from onrecord.read.time_tense import sentence_around
from onrecord.read.time_values import (
    NO_DOCUMENT_DATE,
    OUT_OF_RANGE,
    FoundTime,
    Reading,
    Setting,
    found,
    single_day,
)

__all__ = ["CalendarConflict", "FoundTime", "calendar_conflicts", "find_times"]

_RULES = (
    *time_dates.RULES,
    *time_relative.RULES,
    *time_stretches.RULES,
    *time_counted.RULES,
    *time_lengths.RULES,
)
#: A holiday and a date of one utterance this close are taken for the same occasion; where they stand
#: side by side ("Thanksgiving, November 20") any difference counts.
_SAME_OCCASION_DAYS = 2
_SIDE_BY_SIDE_DAYS = 366


@dataclass(frozen=True, slots=True)
class CalendarConflict:
    """Two times of one utterance that cannot name the same day, though they seem to."""

    holiday: FoundTime
    day: FoundTime
    message: str


def find_times(
    text: str, extent: Extent, *, doc_date: When | Unknown, narrative: date | None = None
) -> tuple[FoundTime, ...]:
    """Find the times that the words of `extent` name.

    Args:
        text: The whole document text; every offset counts its characters.
        extent: Where to look: a sentence, or a passage of several.
        doc_date: The date of the document, or why there is none.
        narrative: The day the story has reached before `extent`, for "the next day", "twelve days
            after …" and times of day.

    Returns:
        Times in order, not overlapping. One without days says why in `when.reason`.

    Example:
        >>> line = "Rebels shelled the port in mid-May 2031."
        >>> [time.when.edtf for time in find_times(line, Extent(0, 40), doc_date=Unknown("-"))]
        ['2031-05-11/2031-05-20']
    """
    times: list[FoundTime] = []
    start, end = extent.start, min(extent.end, len(text))
    while start < end:
        low, high = sentence_around(text, start, low=start, high=end)
        setting = _setting(text, low, max(high, start + 1), doc_date, narrative)
        times += _times_of_sentence(setting)
        start = setting.end
    return tuple(times)


def calendar_conflicts(times: Sequence[FoundTime]) -> tuple[CalendarConflict, ...]:
    """Return each holiday that stands beside a date it nearly, but not quite, falls on.

    Args:
        times: The times of one sentence or one utterance.
    """
    return _conflicts(times, within_days=_SAME_OCCASION_DAYS)


def _conflicts(times: Sequence[FoundTime], *, within_days: int) -> tuple[CalendarConflict, ...]:
    parts = [part for time in times for part in (time.parts or (time,))]
    holidays = [part for part in parts if part.when.basis == "calendar" and part.when.earliest]
    days = [part for part in parts if part.when.basis in ("explicit", "relative")]
    return tuple(
        CalendarConflict(holiday, day, _holiday_message(holiday))
        for holiday in holidays
        for day in days
        if day.kind == "date" and _disagree(holiday, day, within_days)
    )


def _disagree(holiday: FoundTime, day: FoundTime, within_days: int) -> bool:
    """Say whether a day named by its number stands near a holiday without being it."""
    first, last, named = holiday.when.earliest, holiday.when.latest, single_day(day)
    if first is None or last is None or named is None or first <= named <= last:
        return False
    numbered = any(character.isdigit() for character in day.when.text)
    return numbered and min(abs((first - named).days), abs((last - named).days)) <= within_days


def _holiday_message(holiday: FoundTime) -> str:
    day = holiday.when.earliest
    if day is None:
        return ""
    name = "".join(c for c in holiday.when.text if not c.isdigit()).strip(" ,")
    was = "was" if day == holiday.when.latest else "began on"
    return f"{name} {day.year} {was} {describe(day).removesuffix(f' {day.year}')}"


def _setting(
    text: str, start: int, end: int, doc_date: When | Unknown, narrative: date | None
) -> Setting:
    if isinstance(doc_date, Unknown) or doc_date.edtf is None:
        return Setting(text, start, end, None, None, narrative, NO_DOCUMENT_DATE)
    first, last = doc_date.earliest, doc_date.latest
    today = first if first is not None and first == last else None
    why = "" if today else "the document date is not a single day"
    return Setting(text, start, end, today, last, narrative, why)


def _times_of_sentence(setting: Setting) -> tuple[FoundTime, ...]:
    chosen: list[FoundTime] = []
    for time in sorted(
        _candidates(setting), key=lambda time: (time.extent.start, -time.extent.end)
    ):
        if not chosen or time.extent.start >= chosen[-1].extent.end:
            chosen.append(time)
    placed = place_clock(setting, follow(setting, count_from(setting, chosen)))
    return _with_holiday_conflicts(setting, join_intervals(setting, placed))


def _candidates(setting: Setting) -> list[FoundTime]:
    times: list[FoundTime] = []
    for pattern, read in _RULES:
        for match in pattern.finditer(setting.text, setting.start, setting.end):
            try:
                reading = read(match, setting)
            except (ValueError, OverflowError):
                reading = Reading(reason=OUT_OF_RANGE)
            if reading is not None and match.end() > match.start():
                times.append(found(setting, match.start(), match.end(), reading))
    return times


def _with_holiday_conflicts(setting: Setting, times: Sequence[FoundTime]) -> tuple[FoundTime, ...]:
    """Mark a date that stands right beside a holiday it does not fall on."""
    marked = list(times)
    for at, (one, two) in enumerate(pairwise(marked)):
        gap = setting.text[one.extent.end : two.extent.start]
        if gap.strip(" ,(") not in ("", "on", "which fell on"):
            continue
        for conflict in _conflicts((one, two), within_days=_SIDE_BY_SIDE_DAYS):
            place = at if conflict.day is one else at + 1
            when = replace(marked[place].when, conflict=conflict.message)
            marked[place] = replace(marked[place], when=when)
    return tuple(marked)
