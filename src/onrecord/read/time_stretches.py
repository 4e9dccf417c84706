"""Rules for stretches told from the document date: weeks, months, seasons, years."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.domain.when import TimeBasis
from onrecord.read.calendar_rules import (
    DaySpan,
    Part,
    days_of_month,
    month_days,
    thirds_of_month,
    thirds_of_year,
    weekend_days,
    weeks_of_month,
)
from onrecord.read.time_counted import neighbouring, window
from onrecord.read.time_dates import Rule, season_days, season_reading
from onrecord.read.time_relative import counted
from onrecord.read.time_values import (
    OUT_OF_RANGE,
    VAGUE,
    Reading,
    Setting,
    one_day,
    shift,
    stretch_of,
    timex_of,
)
from onrecord.read.time_words import (
    MONTH,
    NUMBER,
    SEASON,
    YEAR,
    amount,
    month_of,
)
from onrecord.read.time_years import without_year

_BACK = ("last", "past", "previous", "prior")
_STEPS = {
    "last": -1,
    "past": -1,
    "prior": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
}
_PART_OF_EDGE: dict[str, Part] = {
    "the end": "late",
    "the start": "early",
    "the beginning": "early",
    "the middle": "mid",
    "early": "early",
    "late": "late",
}


def _stretch(match: re.Match[str], setting: Setting) -> Reading:
    """Read "last week", "this year", "later this month", "the end of next month"."""
    which, unit = match["which"].lower().split()[-1], match["unit"].lower()
    if unit == "century" and which != "this":
        return window(setting, -1.0 if which in _BACK else 1.0, unit)
    if which in ("previous", "prior") and unit != "weekend":
        return neighbouring(match, setting)
    if which in ("past", "coming") and unit != "weekend":
        return window(setting, -1.0 if which == "past" else 1.0, unit)
    edge = (match["edge"] or "").lower().removesuffix(" of")

    def make(today: date) -> DaySpan | None:
        tense = setting.tense(match.start(), match.end())
        days = _stretch_from(today, which, unit, tense)
        if days is None:
            return None
        if unit == "week" and not edge and _is_so_far(match, setting):
            days = _so_far(days, today)
        return _trimmed(days, edge, unit, today)

    reading = counted(setting, make, unit)
    if reading.days is None or setting.today is None:
        return reading
    whole = _stretch_from(setting.today, which, unit, "none")
    timex = timex_of(whole[0], unit) if whole and unit != "weekend" else _weekend_timex(reading)
    basis: TimeBasis = "convention" if _is_third(edge, unit) else "relative"
    return Reading(days=reading.days, basis=basis, anchor=reading.anchor, timex=timex)


def _is_third(edge: str, unit: str) -> bool:
    return edge in _PART_OF_EDGE and unit in ("month", "year")


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
    if which in _BACK:
        return this[0] - week, this[1] - week
    if which == "this" and tense != "past":
        return this
    return this if began or tense == "future" else (this[0] - week, this[1] - week)


def _trimmed(days: DaySpan, edge: str, unit: str, today: date) -> DaySpan:
    """Cut a stretch at the document date for "earlier" and "later", to a third for "early", "late"."""
    if _is_third(edge, unit):
        part, first = _PART_OF_EDGE[edge], days[0]
        if unit == "year":
            return thirds_of_year(first.year, part)
        return thirds_of_month(first.year, first.month, part)
    if edge == "earlier" and days[0] <= today <= days[1]:
        return days[0], today
    if edge == "later" and days[0] <= today <= days[1]:
        return today, days[1]
    return days


def _is_so_far(match: re.Match[str], setting: Setting) -> bool:
    """Say whether "this week" tells of what happened; "this week's talks" may go on."""
    if setting.after(match.end(), 2)[:1] in ("'", "’") or setting.before(match.start()).endswith(
        "ago "
    ):
        return False
    return setting.is_told_past(match.start(), match.end())


def _so_far(days: DaySpan, today: date) -> DaySpan:
    """Cut a stretch that holds the document date there."""
    return (days[0], today) if days[0] <= today < days[1] else days


def _edge_of_the(match: re.Match[str], setting: Setting) -> Reading:
    """Read "earlier in the week" and "the end of the year" as part of the current one."""
    unit, edge = match["unit"].lower(), match["edge"].lower()
    edge = "later" if edge in ("the rest", "the remainder") else edge

    def make(today: date) -> DaySpan:
        return _trimmed(stretch_of(today, unit), edge, unit, today)

    reading = counted(setting, make, unit)
    if reading.days is None or setting.today is None:
        return reading
    return Reading(
        days=reading.days,
        basis="convention" if _is_third(edge, unit) else "relative",
        anchor=reading.anchor,
        timex=timex_of(setting.today, unit),
    )


def _end_of_unit(match: re.Match[str], setting: Setting) -> Reading:
    """Read "year-end" and "the year's end" like "the end of the year"."""
    unit = match["unit"].lower()

    def make(today: date) -> DaySpan:
        if unit == "month":
            return thirds_of_month(today.year, today.month, "late")
        return thirds_of_year(today.year, "late") if unit == "year" else stretch_of(today, unit)

    reading = counted(setting, make, unit)
    if reading.days is None or setting.today is None:
        return reading
    return replace(reading, basis="convention", timex=timex_of(setting.today, unit))


def _half_of_year(match: re.Match[str], setting: Setting) -> Reading:
    """Read "the first half of this year"."""
    step = _STEPS.get(match["which"].lower(), 0)
    first = match["half"].lower() == "first"

    def make(today: date) -> DaySpan:
        year = today.year + step
        whole = thirds_of_year(year, "early")[0], thirds_of_year(year, "late")[1]
        return (whole[0], date(year, 6, 30)) if first else (date(year, 7, 1), whole[1])

    reading = counted(setting, make, "year")
    return replace(reading, timex=f"{reading.timex}-H{1 if first else 2}" if reading.days else "")


def _the_unit(match: re.Match[str], setting: Setting) -> Reading:
    """Keep "the year" without days: which one the story fixes, not the words."""
    return Reading(
        reason=VAGUE, timex=timex_of(setting.today, match["unit"]) if setting.today else ""
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


#: Which of the days or weeks of a month; the last ones are counted from its end.
_PLACES = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_FROM_END = frozenset({"last", "final", "closing"})


def _part_of_month(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the last week of December", "the first 18 days of January 2031", "the last day of May"."""
    which, unit, month = match["which"].lower(), match["unit"].lower(), month_of(match["month"])
    days = unit.startswith("day")
    number = _PLACES.get(which, -1)
    counted_days = amount(match["number"]) if match["number"] else None
    if match["number"] and (counted_days is None or abs(number) != 1):
        return None  # "the first few days of May": which they are is not said
    if not match["number"] and unit.endswith("s"):
        return None
    many = round(counted_days or 1) * (1 if days else _DAYS_A_WEEK)

    def days_in(year: int) -> DaySpan | None:
        if counted_days is not None or (days and abs(number) == 1):
            return days_of_month(year, month, many if number > 0 else -many)
        if days:
            return days_of_month(year, month, number) and one_day(date(year, month, number))
        return weeks_of_month(year, month, number)

    if match["year"]:
        span = days_in(int(match["year"]))
        reading = Reading(days=span, reason="" if span else OUT_OF_RANGE)
    else:
        reading = without_year(setting, match.start(), match.end(), days_in)
    basis: TimeBasis = "convention" if reading.days and not days else reading.basis
    timex = timex_of(reading.days[0], "day" if days else "week") if reading.days else ""
    return replace(reading, basis=basis, timex=timex)


_DAYS_A_WEEK = 7


def _which_season(match: re.Match[str], setting: Setting) -> Reading:
    """Read "last summer", "this spring", "in the winter"."""
    which, season = (match["which"] or "").lower(), match["season"]
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
            r"(?P<which>(?i:this past|last|this|next|(?:the )?(?:current|past|previous|prior|coming)"
            r"))[ -](?:(?i:fiscal|financial|calendar|school|academic) )?"
            r"(?P<unit>(?i:weekend|week|month|quarter|year|decade|century))(?!\w)"
        ),
        _stretch,
    ),
    (
        re.compile(
            r"\b(?P<edge>(?i:earlier|later|early|late|the end|the start|the beginning|the middle"
            r"|the rest|the remainder)) (?i:of|in) "
            r"(?P<which>(?i:the)) (?P<unit>(?i:day|week|month|quarter|year|decade))(?!\w)"
        ),
        _edge_of_the,
    ),
    (
        re.compile(
            r"(?<!\w)(?:(?i:the) )?(?P<unit>(?i:week|month|quarter|year))"
            r"(?:(?P<edge>-end)|['’]s (?i:end))(?!\w)"
        ),
        _end_of_unit,
    ),
    (
        re.compile(
            r"(?i:the (?P<half>first|second) half of (?P<which>the|this|last|next) year)(?!\w)"
        ),
        _half_of_year,
    ),
    (
        re.compile(
            r"(?:(?<=\bfor )|(?<=\bin )|(?<=\bof )|(?<=\bduring ))the "
            r"(?P<unit>week|month|quarter|year)(?=\W*$|[,.;:)]| (?:and|but|to|as|from|by|on|at|with)\b)"
        ),
        _the_unit,
    ),
    (re.compile(r"\b(?i:the) weekend\b"), _the_weekend),
    (
        re.compile(
            rf"\b(?:(?i:the) )?(?P<which>(?i:{'|'.join((*_PLACES, *sorted(_FROM_END)))})) "
            rf"(?:(?P<number>{NUMBER})[ -])?(?P<unit>(?i:days?|weeks?)) (?i:of|in) "
            rf"(?P<month>{MONTH})(?:,? (?:of )?(?P<year>{YEAR})(?!\d))?(?!\w)"
        ),
        _part_of_month,
    ),
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
            rf"\b(?:(?P<which>(?i:last|past|next|this)) |(?:(?<=\b[Ii]n )|(?<=\b[Oo]ver )|"
            rf"(?<=\b[Dd]uring )|(?<=\b[Bb]y )|(?<=\b[Ss]ince ))(?:the )?(?:(?:early|late) )?)"
            rf"(?P<season>{SEASON})(?!\w|,? (?:of )?\d{{4}}| (?:in|of)\b)"
        ),
        _which_season,
    ),
)
