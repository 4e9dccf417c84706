"""The values of the time grammar: what is found, what it is counted from, and how both are built."""

from __future__ import annotations

import calendar
import math
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from onrecord.domain.edtf import format_days
from onrecord.domain.span import Extent
from onrecord.domain.when import TimeBasis, When, undated
from onrecord.read.calendar_rules import DaySpan, month_days, week_days, weekend_days, year_days
from onrecord.read.time_tense import Tense, happened_at, tense_at, told_past
from onrecord.read.time_words import HOURS

TimeKind = Literal["date", "time", "duration", "set", "season"]

NO_DOCUMENT_DATE = "no document date"
A_DURATION = "a duration, not a date"
A_REPETITION = "a repeated time, not one date"
VAGUE = "too vague to name days"
NOTHING_EARLIER = "no date in the text to count from"
OUT_OF_RANGE = "outside the years of the calendar"

#: Dates before this year cannot be written in our EDTF subset.
FIRST_YEAR = 1000


#: How far, in characters, the verb or the date that explains a time may stand.
_NEAR = 300


@dataclass(frozen=True, slots=True)
class FoundTime:
    """Words that name a time.

    Attributes:
        extent: Where the words stand, in offsets of the document text.
        when: The days they allow, or why these cannot be told.
        kind: What kind of time they are.
        timex: The TIMEX3 value of the words (`2025-11-28`, `P12D`, `XXXX-WXX-1`, `PAST_REF`).
        parts: The times an interval was joined from ("from May to June" has two); else empty.
    """

    extent: Extent
    when: When
    kind: TimeKind
    timex: str
    parts: tuple[FoundTime, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words of one sentence are read against.

    Attributes:
        text: The whole document text.
        start: Where the sentence starts.
        end: Where it ends.
        today: The document date as a day; `None` where it is unknown or coarser than a day.
        near: A day to choose years by; the last day of a coarser document date.
        narrative: The day the story has reached, when the caller knows it.
        why: Why `today` is `None`.
    """

    text: str
    start: int
    end: int
    today: date | None
    near: date | None
    narrative: date | None
    why: str

    def tense(self, start: int, end: int) -> Tense:
        """Return where the verb cues nearest to the words point."""
        near = self.around(start, end)
        return tense_at(near.of(self.text), start - near.start, end - near.start)

    def is_told_past(self, start: int, end: int) -> bool:
        """Say whether the words stand with a verb of the past."""
        near = self.around(start, end)
        return told_past(near.of(self.text), start - near.start, end - near.start)

    def has_happened(self, start: int, end: int) -> bool:
        """Say whether the verb next to the words tells of what happened, and not of what was said."""
        near = self.around(start, end)
        return happened_at(near.of(self.text), start - near.start, end - near.start)

    def around(self, start: int, end: int) -> Extent:
        """Return the part of the sentence near the words, so that a long one costs no more."""
        return Extent(max(self.start, start - _NEAR), min(self.end, end + _NEAR))

    def before(self, at: int, characters: int = 24) -> str:
        """Return what stands before a place, within the sentence."""
        return self.text[max(self.start, at - characters) : at]

    def after(self, at: int, characters: int = 24) -> str:
        """Return what stands after a place, within the sentence."""
        return self.text[at : min(self.end, at + characters)]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of its words: days, an EDTF text of its own, or a reason for neither."""

    days: DaySpan | None = None
    edtf: str = ""
    basis: TimeBasis = "explicit"
    anchor: date | None = None
    inputs: tuple[str, ...] = ()
    conflict: str = ""
    reason: str = ""
    kind: TimeKind = "date"
    timex: str = ""


def found(setting: Setting, start: int, end: int, reading: Reading) -> FoundTime:
    """Pin a reading to its words."""
    words = setting.text[start:end]
    if reading.days is None and not reading.edtf:
        when = replace(undated(words, reading.reason or VAGUE), conflict=reading.conflict)
        return FoundTime(Extent(start, end), when, reading.kind, reading.timex)
    edtf = reading.edtf or (format_days(*reading.days) if reading.days else "")
    when = When(
        text=words,
        edtf=edtf,
        basis=reading.basis,
        anchor=reading.anchor.isoformat() if reading.anchor else None,
        inputs=reading.inputs,
        conflict=reading.conflict,
    )
    return FoundTime(Extent(start, end), when, reading.kind, reading.timex or edtf)


def single_day(time: FoundTime) -> date | None:
    """Return the day of a time that names one; `None` for a stretch, an open end or no days."""
    earliest, latest = time.when.earliest, time.when.latest
    return earliest if earliest is not None and earliest == latest else None


def one_day(day: date) -> DaySpan:
    """Return the span of a single day."""
    return day, day


def shift(day: date, count: float, unit: str) -> date | None:
    """Return the day `count` units later (earlier when negative); `None` beyond the calendar."""
    if unit in HOURS:
        unit, count = "day", math.copysign(math.ceil(abs(count) * HOURS[unit] / 24), count)
    days = {"day": 1.0, "week": 7.0, "weekend": 7.0, "fortnight": 14.0}
    try:
        if unit in days:
            moved = day + timedelta(days=round(count * days[unit]))
            return moved if moved.year >= FIRST_YEAR else None
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        years, month = divmod(day.year * 12 + day.month - 1 + round(count * months), 12)
        if years < FIRST_YEAR:
            return None
        last = calendar.monthrange(years, month + 1)[1]
        return date(years, month + 1, min(day.day, last))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def stretch_of(day: date, unit: str) -> DaySpan:
    """Return the stretch of the size of `unit` that holds `day`: its week, month, year or decade."""
    if unit in ("week", "fortnight"):
        return week_days(day)
    if unit == "month":
        return month_days(day.year, day.month)
    if unit == "quarter":
        first = 3 * ((day.month - 1) // 3) + 1
        return date(day.year, first, 1), month_days(day.year, first + 2)[1]
    if unit == "year":
        return year_days(day.year)
    if unit == "decade":
        first_year = day.year - day.year % 10
        return date(first_year, 1, 1), date(first_year + 9, 12, 31)
    if unit == "century":
        first_year = day.year - day.year % 100
        return date(first_year, 1, 1), date(first_year + 99, 12, 31)
    return weekend_days(day) if unit == "weekend" else one_day(day)


def timex_of(day: date, unit: str) -> str:
    """Return the TIMEX3 value for the stretch of the size of `unit` that holds `day`."""
    if unit in ("week", "fortnight", "weekend"):
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}{'-WE' if unit == 'weekend' else ''}"
    if unit == "quarter":
        return f"{day.year}-Q{(day.month - 1) // 3 + 1}"
    kept = {"century": 2, "decade": 3, "year": 4, "month": 7}
    return day.isoformat()[: kept.get(unit)]
