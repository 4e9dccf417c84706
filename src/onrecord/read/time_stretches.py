"""Rules for stretches told from the document date: weeks, months, seasons, years."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.read.calendar_rules import (
    DaySpan,
    Part,
    month_days,
    thirds_of_month,
    thirds_of_year,
    weekend_days,
)
from onrecord.read.time_counted import neighbouring, window
from onrecord.read.time_dates import Rule, season_days, season_reading
from onrecord.read.time_relative import counted
from onrecord.read.time_values import (
    Reading,
    Setting,
    shift,
    stretch_of,
    timex_of,
)
from onrecord.read.time_words import (
    MONTH,
    SEASON,
    month_of,
)
from onrecord.read.time_years import without_year

_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_PART_OF_EDGE: dict[str, Part] = {
    "the end": "late",
    "the start": "early",
    "the beginning": "early",
}


def _stretch(match: re.Match[str], setting: Setting) -> Reading:
    """Read "last week", "this year", "later this month", "the end of next month"."""
    which, unit = match["which"].lower().split()[-1], match["unit"].lower()
    if which == "previous" and unit != "weekend":
        return neighbouring(match, setting)
    if which in ("past", "coming") and unit != "weekend":
        return window(setting, -1.0 if which == "past" else 1.0, unit)
    edge = (match["edge"] or "").lower()

    def make(today: date) -> DaySpan | None:
        days = _stretch_from(today, which, unit, setting.tense(match.start(), match.end()))
        return _trimmed(days, edge, today) if days else None

    reading = counted(setting, make, unit)
    if reading.days is None or setting.today is None:
        return reading
    whole = _stretch_from(setting.today, which, unit, "none")
    timex = timex_of(whole[0], unit) if whole and unit != "weekend" else _weekend_timex(reading)
    return Reading(days=reading.days, basis="relative", anchor=reading.anchor, timex=timex)


def _weekend_timex(reading: Reading) -> str:
    if reading.days is None:
        return ""
    year, week, _ = reading.days[0].isocalendar()
    return f"{year}-W{week:02}-WE"


def _stretch_from(today: date, which: str, unit: str, tense: str) -> DaySpan | None:
    if unit == "weekend":
        return _weekend_from(today, which, tense)
    moved = shift(today, _STEPS[which], unit)
    return stretch_of(moved, unit) if moved else None


def _weekend_from(today: date, which: str, tense: str) -> DaySpan:
    this = weekend_days(today)
    week = timedelta(days=7)
    if which == "next":
        return this[0] + week, this[1] + week
    began = this[0] <= today
    if which in ("last", "past", "previous"):
        return this[0] - week, this[1] - week
    if which == "this" and tense != "past":
        return this
    return this if began or tense == "future" else (this[0] - week, this[1] - week)


def _trimmed(days: DaySpan, edge: str, today: date) -> DaySpan:
    """Cut a stretch at the document date for "earlier" and "later"."""
    if edge == "earlier" and days[0] <= today <= days[1]:
        return days[0], today
    if edge == "later" and days[0] <= today <= days[1]:
        return today, days[1]
    return days


def _edge_of_the(match: re.Match[str], setting: Setting) -> Reading:
    """Read "earlier in the week" and "the end of the year" as part of the current one."""
    unit, edge = match["unit"].lower(), match["edge"].lower()
    edge = {"early": "earlier", "late": "later"}.get(edge, edge)

    third = _PART_OF_EDGE.get(edge)

    def make(today: date) -> DaySpan:
        if third and unit == "month":
            return thirds_of_month(today.year, today.month, third)
        if third and unit == "year":
            return thirds_of_year(today.year, third)
        return _trimmed(stretch_of(today, unit), edge, today)

    reading = counted(setting, make, unit)
    if reading.days is None or setting.today is None:
        return reading
    return Reading(
        days=reading.days,
        basis="convention" if third and unit in ("month", "year") else "relative",
        anchor=reading.anchor,
        timex=timex_of(setting.today, unit),
    )


def _the_weekend(match: re.Match[str], setting: Setting) -> Reading:
    tense = setting.tense(match.start(), match.end())
    reading = counted(setting, lambda day: _weekend_from(day, "the", tense), "day")
    return Reading(
        days=reading.days,
        basis=reading.basis,
        anchor=reading.anchor,
        reason=reading.reason,
        timex=_weekend_timex(reading),
    )


def _which_month(match: re.Match[str], setting: Setting) -> Reading:
    """Read "last September", "next May", "this June"."""
    month, which = month_of(match["month"]), match["which"].lower()

    def make(today: date) -> DaySpan:
        if which == "this":
            return month_days(today.year, month)
        behind = which in ("last", "past")
        past_year = today.year - (month >= today.month)
        return month_days(past_year if behind else past_year + 1 + (month == today.month), month)

    return counted(setting, make, "month")


def _month_of_which_year(match: re.Match[str], setting: Setting) -> Reading:
    """Read "March of this year", "in March last year"."""
    step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    month = month_of(match["month"])
    return counted(setting, lambda today: month_days(today.year + step, month), "month")


def _which_season(match: re.Match[str], setting: Setting) -> Reading:
    """Read "last summer", "this spring", "in the winter"."""
    which, season = match["which"].lower(), match["season"]
    if setting.today is None:
        return Reading(reason=setting.why, kind="season")
    today = setting.today
    years = {"last": (-1, 0), "past": (-1, 0), "next": (0, 1)}.get(which)
    if years is None:
        reading = without_year(
            setting, match.start(), match.end(), lambda year: season_days(year, season)
        )
        if which == "this":
            year = today.year - (today.month < 3 and season.lower() == "winter")  # noqa: PLR2004
        else:
            year = reading.days[0].year if reading.days else today.year
        return season_reading(year, season, today)
    spans = [today.year + offset for offset in (*years, -2 if years[0] < 0 else 2)]
    behind = which != "next"
    fitting = [
        year
        for year in spans
        if (
            season_days(year, season)[1] < today if behind else season_days(year, season)[0] > today
        )
    ]
    return season_reading(max(fitting) if behind else min(fitting), season, today)


RULES: tuple[Rule, ...] = (
    (
        re.compile(
            r"\b(?:(?P<edge>(?i:earlier|later|early|late|the end of|the start of"
            r"|the beginning of)) )?"
            r"(?P<which>(?i:last|this|next|(?:the )?(?:current|past|previous|coming)))[ -]"
            r"(?P<unit>(?i:weekend|week|month|quarter|year|decade|century))(?!\w)"
        ),
        _stretch,
    ),
    (
        re.compile(
            r"\b(?P<edge>(?i:earlier|later|early|late|the end|the start|the beginning)) (?i:of|in) "
            r"(?P<which>(?i:the)) (?P<unit>(?i:week|month|quarter|year|decade))(?!\w)"
        ),
        _edge_of_the,
    ),
    (re.compile(r"\b(?i:the) weekend\b"), _the_weekend),
    (
        re.compile(rf"\b(?P<which>(?i:last|past|next|this)) (?P<month>{MONTH})(?! ?\d)(?!\w)"),
        _which_month,
    ),
    (
        re.compile(
            rf"(?<!\w)(?P<month>{MONTH})(?: of)? (?P<which>(?i:last|this|next)) (?i:year)(?!\w)"
        ),
        _month_of_which_year,
    ),
    (
        re.compile(
            rf"\b(?P<which>(?i:last|past|next|this|(?:in|over|during) the)) "
            rf"(?P<season>{SEASON})(?!\w|,? (?:of )?\d{{4}})"
        ),
        _which_season,
    ),
)
