"""Rules for durations, repeated times and times of day."""

from __future__ import annotations

import re

from onrecord.read.time_dates import Rule
from onrecord.read.time_values import A_DURATION, A_REPETITION, Reading, Setting
from onrecord.read.time_words import (
    NUMBER,
    ONES,
    UNIT,
    WHOLE_WEEKDAY,
    amount,
    iso_duration,
    unit_of,
    weekday_of,
)

TIME_OF_DAY = "a time of day without a date"


#: What stands before "a year" when it is a rate: a figure, a number word, a plural.
_RATE = re.compile(
    rf"(?:\d|%|\b(?i:{'|'.join(ONES)})|[a-z]{{2}}s|once|twice|percent|people|million|billion) $"
)


def _duration(match: re.Match[str], setting: Setting) -> Reading | None:
    after = setting.after(match.end())
    if re.match(r"[ -](?:olds?|of age)\b", after):
        return None
    number, unit = match["number"], unit_of(match["unit"])
    if number.lower() in ("a", "an") and re.match(r" (?:of|when|that)\b", after):
        return None
    if number.lower() in ("a", "an"):
        if unit == "second":
            return None
        if _RATE.search(setting.before(match.start())):
            return Reading(reason=A_REPETITION, kind="set", timex=iso_duration(1.0, unit))
    return Reading(reason=A_DURATION, kind="duration", timex=iso_duration(amount(number), unit))


def _vague_duration(match: re.Match[str], _: Setting) -> Reading:
    return Reading(
        reason=A_DURATION, kind="duration", timex=iso_duration(None, unit_of(match["unit"]))
    )


def _every(match: re.Match[str], _: Setting) -> Reading:
    if match["weekday"]:
        timex = f"XXXX-WXX-{weekday_of(match['weekday']) + 1}"
    else:
        timex = iso_duration(1.0, unit_of(match["unit"]))
    return Reading(reason=A_REPETITION, kind="set", timex=timex)


def _weekdays(match: re.Match[str], _: Setting) -> Reading:
    timex = f"XXXX-WXX-{weekday_of(match['weekday']) + 1}"
    return Reading(reason=A_REPETITION, kind="set", timex=timex)


_ADVERBS = {"dai": "D", "week": "W", "month": "M", "year": "Y", "annual": "Y", "quarter": "Q"}


def _adverb(match: re.Match[str], _: Setting) -> Reading:
    word = match[0].lower()
    code = next(code for stem, code in _ADVERBS.items() if word.startswith(stem))
    return Reading(reason=A_REPETITION, kind="set", timex=f"P1{code}")


def _clock(match: re.Match[str], _: Setting) -> Reading | None:
    group = match.groupdict()
    hour, minute = int(group["hour"]), int(group.get("minute") or 0)
    half = (group.get("half") or "").lower().replace(".", "").strip()
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - hours of a twelve-hour clock
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 24 or minute > 59:  # noqa: PLR2004 - hours and minutes of a day
        return None
    zone = "Z" if re.search(r"UTC|GMT(?! ?[+-])|Zulu", group.get("zone") or "") else ""
    return Reading(reason=TIME_OF_DAY, kind="time", timex=f"T{hour:02}:{minute:02}{zone}")


_NAMED_HOURS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}


def _named_hour(match: re.Match[str], _: Setting) -> Reading:
    return Reading(reason=TIME_OF_DAY, kind="time", timex=_NAMED_HOURS[match["name"].lower()])


_ZONE = (
    r"(?P<zone> (?:UTC|\(?GMT ?[+-]\d+\)|GMT|Zulu|[ECMP][SD]?T|CEST|CET|BST|IST|(?i:local time)|"
    r"(?i:eastern(?: time)?)))"
)

RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"(?<![\w$€£-])(?:(?i:almost|nearly|about|around|some|more than|less than|at least"
            rf"|over|"
            rf"up to|exactly|just|only) )?(?P<number>{NUMBER})[ -](?P<unit>{UNIT})(?:['’]"
            rf"(?=s?\b))?(?!\w)"
        ),
        _duration,
    ),
    (
        re.compile(r"(?<=\bfor )(?P<unit>(?i:hours|days|weeks|months|years|decades))(?!\w)"),
        _vague_duration,
    ),
    (
        re.compile(
            rf"\b(?i:every|each) (?:(?P<weekday>{WHOLE_WEEKDAY})|(?P<unit>(?i:hour|day|week"
            rf"|month|year)))(?!\w)"
        ),
        _every,
    ),
    (re.compile(rf"(?<!\w)(?P<weekday>{WHOLE_WEEKDAY})s(?!\w)"), _weekdays),
    (
        re.compile(r"\b(?:daily|weekly|monthly|yearly|annual(?:ly)?|quarterly)(?![\w-])"),
        _adverb,
    ),
    (
        re.compile(
            r"(?<![\w.:$€£-])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?"
            r"(?P<half>[AaPp]\.?[Mm]\b\.?)"
            rf"{_ZONE}?"
        ),
        _clock,
    ),
    (
        re.compile(
            rf"(?<![\w.:$€£-])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?"
            rf"(?![\w:.]\d){_ZONE}?"
        ),
        _clock,
    ),
    (
        re.compile(
            rf"(?<![\w.:$€£-])(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?: ?hours)?{_ZONE}(?!\w)"
        ),
        _clock,
    ),
    (re.compile(r"(?<=\bat )(?P<name>(?i:noon|midday|midnight))\b"), _named_hour),
)
