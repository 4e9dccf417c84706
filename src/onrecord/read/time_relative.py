"""Rules for days told from the document date: "yesterday", "on Monday", "the 12th"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from onrecord.read.calendar_rules import (
    DaySpan,
    month_days,
    week_days,
)
from onrecord.read.time_dates import Rule, daypart_suffix
from onrecord.read.time_values import (
    OUT_OF_RANGE,
    Reading,
    Setting,
    one_day,
    shift,
    timex_of,
)
from onrecord.read.time_words import (
    DAYPART,
    WHOLE_WEEKDAY,
    weekday_of,
)

_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def counted(
    setting: Setting, make: Callable[[date], DaySpan | None], unit: str, part: str = ""
) -> Reading:
    """Read a time as `make` derives it from the document date, or say that there is none."""
    if setting.today is None:
        return Reading(reason=setting.why, kind="time" if part else "date", timex="")
    days = make(setting.today)
    if days is None:
        return Reading(reason=OUT_OF_RANGE)
    return Reading(
        days=days,
        basis="relative",
        anchor=setting.today,
        kind="time" if part else "date",
        timex=timex_of(days[0], unit) + daypart_suffix(part),
    )


def _deictic(match: re.Match[str], setting: Setting) -> Reading | None:
    word = match["word"].lower()
    before = setting.before(match.start())
    if match["word"] in ("Today", "TODAY") and re.search(r"[A-Z]\w+ $|[a-z] $", before):
        return None  # a title: "USA Today", "told Today"
    part = match["part"] or ("night" if word == "tonight" else "")
    return counted(setting, lambda day: one_day(day + timedelta(days=_DEICTIC[word])), "day", part)


def _two_days_off(match: re.Match[str], setting: Setting) -> Reading:
    days = -2 if match["which"].lower() == "before yesterday" else 2
    return counted(setting, lambda day: one_day(day + timedelta(days=days)), "day")


def _this_daypart(match: re.Match[str], setting: Setting) -> Reading:
    last = match["which"].lower() == "last"
    return counted(
        setting, lambda day: one_day(day - timedelta(days=int(last))), "day", match["part"]
    )


def _overnight(_: re.Match[str], setting: Setting) -> Reading:
    reading = counted(setting, lambda day: (day - timedelta(days=1), day), "day", "night")
    timex = f"{setting.today.isoformat()}{daypart_suffix('night')}" if setting.today else ""
    return replace(reading, timex=timex)


def _weekday(match: re.Match[str], setting: Setting) -> Reading:
    """Read a weekday: the latest one up to the document date, or the next one from it when ahead.

    A report of a Friday that says "on Friday" means its own day, whatever the tense.
    """
    which, number = (match["which"] or "").lower(), weekday_of(match["weekday"])
    part = match["part"] or ""
    ahead = which in ("next", "this coming", "coming") or (
        not which and setting.tense(match.start(), match.end()) == "future"
    )

    def day_from(today: date) -> DaySpan:
        if which == "this":
            return one_day(week_days(today)[0] + timedelta(days=number))
        if ahead:
            away = (number - today.weekday()) % 7
            return one_day(today + timedelta(days=away or (7 if which else 0)))
        back = (today.weekday() - number) % 7
        if which in ("last", "past", "previous") and back == 0:
            back = 7
        return one_day(today - timedelta(days=back))

    reading = counted(setting, day_from, "day", part)
    if reading.days is None:
        timex = f"XXXX-WXX-{number + 1}{daypart_suffix(part)}"
        return Reading(reason=reading.reason, kind=reading.kind, timex=timex)
    return reading


def _weekday_of_week(match: re.Match[str], setting: Setting) -> Reading:
    weeks = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    number = weekday_of(match["weekday"])
    return counted(
        setting, lambda day: one_day(week_days(day)[0] + timedelta(days=7 * weeks + number)), "day"
    )


def _the_ordinal(match: re.Match[str], setting: Setting) -> Reading:
    number = int(match["day"])

    def make(today: date) -> DaySpan | None:
        for back in range(3):
            month = shift(date(today.year, today.month, 1), -back, "month")
            if month and month_days(month.year, month.month)[1].day >= number:
                day = month.replace(day=number)
                if day <= today or setting.tense(match.start(), match.end()) == "future":
                    return one_day(day)
        return None

    return counted(setting, make, "day")


_WITH_PART = rf"(?:[ -](?P<part>{DAYPART}))?(?!\w)"
_NOT_ATTACHED = r"(?<![\w-])"
#: Names that hold a weekday: "Bloody Sunday", "the Sunday Times", "the Friday prayer complex".
_NOT_NAMED = r"(?<!Bloody )(?<!Super )(?<!Black )(?<!Holy )(?<!Mail on )"
_NO_NAME = (
    r"(?! (?:[Pp]rayer|[Mm]osque|Times|Telegraph|Mirror|Express|Herald|Tribune|Night Football|"
    r"Night Live|Briefing|Edition)\b)"
)

RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"{_NOT_ATTACHED}(?:(?i:earlier|later|late|early) )?(?P<word>(?i:today|tonight"
            rf"|yesterday|tomorrow))"
            rf"{_WITH_PART}"
        ),
        _deictic,
    ),
    (
        re.compile(r"\b(?i:the )?(?i:day) (?P<which>(?i:before yesterday|after tomorrow))\b"),
        _two_days_off,
    ),
    (
        re.compile(
            rf"\b(?:(?i:late|early|earlier|later) )?(?P<which>(?i:this|last)) "
            rf"(?P<part>{DAYPART})(?!\w)"
        ),
        _this_daypart,
    ),
    (re.compile(r"\b(?i:overnight)\b"), _overnight),
    (
        re.compile(
            rf"{_NOT_ATTACHED}(?:(?i:late|early|earlier|later)(?i: on)? )?(?:(?P<which>"
            rf"(?i:this coming|last|past|previous|next|this|coming)) )?"
            rf"{_NOT_NAMED}(?P<weekday>{WHOLE_WEEKDAY})(?!s\b){_NO_NAME}{_WITH_PART}"
        ),
        _weekday,
    ),
    (
        re.compile(
            rf"\b(?P<weekday>{WHOLE_WEEKDAY})(?: of)? (?P<which>(?i:last|this|next)) week\b"
        ),
        _weekday_of_week,
    ),
    (
        re.compile(
            r"(?<=\b[Oo]n the )(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?! \w+(?<! of)"
            r"(?<! and)(?<! in)(?<! at))"
        ),
        _the_ordinal,
    ),
)
