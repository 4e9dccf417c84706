"""Rules for durations, repeated times and times of day."""

from __future__ import annotations

import re

from onrecord.read.time_dates import Rule
from onrecord.read.time_values import A_DURATION, A_REPETITION, Reading, Setting
from onrecord.read.time_words import (
    NUMBER,
    ONES,
    UNIT,
    UNITS,
    WHOLE_MONTH,
    WHOLE_WEEKDAY,
    amount,
    any_of,
    iso_duration,
    month_of,
    unit_of,
    weekday_of,
)

TIME_OF_DAY = "a time of day without a date"


#: What stands before "a year" when it is a rate: a figure, a number word, a plural.
_RATE = re.compile(
    rf"(?:\d|%|\b(?i:{'|'.join(ONES)})|[a-z]{{2}}s|once|twice|percent|people|million|billion) $"
)


def _duration(match: re.Match[str], setting: Setting) -> Reading | None:
    number, unit = match["number"], unit_of(match["unit"])
    if _measures_no_time(setting.after(match.end()), number.lower(), match["unit"].lower()):
        return None
    counts_on = re.match(r" (?:before|after|earlier|later|ago|from)\b", setting.after(match.end()))
    if (
        number.lower() in ("a", "an")
        and counts_on is None
        and _RATE.search(setting.before(match.start()))
    ):
        return _repeated(iso_duration(1.0, unit))
    return Reading(reason=A_DURATION, kind="duration", timex=iso_duration(amount(number), unit))


def _measures_no_time(after: str, number: str, unit: str) -> bool:
    """Say whether the words are an age, a part ("a quarter"), a rank ("a second") or an occasion."""
    if re.match(r"[ -](?:olds?|of age)\b", after):
        return True
    if unit.startswith("quarter") and number in ("a", "an", "one", "three"):
        return True
    if number not in ("a", "an"):
        return False
    occasion = unit == "day" and re.match(r" of\b", after) is not None
    names = re.match(r" (?:when|that)\b", after) is not None
    return unit.endswith("s") or unit == "second" or occasion or names


def _vague_duration(match: re.Match[str], _: Setting) -> Reading:
    return Reading(
        reason=A_DURATION, kind="duration", timex=iso_duration(None, unit_of(match["unit"]))
    )


def _long(match: re.Match[str], _: Setting) -> Reading:
    """Read "weeklong", "year-long" as one, "decades-long" as several."""
    word = match["unit"].lower()
    count = None if word.endswith("s") else 1.0
    return Reading(reason=A_DURATION, kind="duration", timex=iso_duration(count, unit_of(word)))


def _repeated(timex: str) -> Reading:
    return Reading(reason=A_REPETITION, kind="set", timex=timex)


def _every(match: re.Match[str], _: Setting) -> Reading:
    group = match.groupdict()
    if group["weekday"]:
        return _repeated(f"XXXX-WXX-{weekday_of(group['weekday']) + 1}")
    if group["month"]:
        return _repeated(f"XXXX-{month_of(group['month']):02}")
    if group["part"]:
        return _repeated(f"XXXX-XX-XXT{_DAYPARTS[group['part'].lower()]}")
    count = 2.0 if group["other"] else 1.0
    if group["number"]:
        counted = amount(group["number"])
        return _repeated(iso_duration(counted, unit_of(group["unit"])))
    return _repeated(iso_duration(count, unit_of(group["unit"])))


def _weekdays(match: re.Match[str], _: Setting) -> Reading:
    return _repeated(f"XXXX-WXX-{weekday_of(match['weekday']) + 1}")


def _weekends(_: re.Match[str], __: Setting) -> Reading:
    return _repeated("XXXX-WXX-WE")


def _per(match: re.Match[str], _: Setting) -> Reading:
    return _repeated(iso_duration(1.0, unit_of(match["unit"])))


_DAYPARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_ADVERBS = {
    "hour": "T1H",
    "dai": "1D",
    "week": "1W",
    "fortnight": "2W",
    "month": "1M",
    "year": "1Y",
    "annual": "1Y",
    "quarter": "1Q",
}


def _adverb(match: re.Match[str], _: Setting) -> Reading:
    word = match[0].lower()
    if word == "nightly":
        return _repeated(f"XXXX-XX-XXT{_DAYPARTS['night']}")
    return _repeated(f"P{next(code for stem, code in _ADVERBS.items() if word.startswith(stem))}")


def _hour_of(words: str) -> int:
    return int(words) if words.isdigit() else int(amount(words) or 0)


def _clock(match: re.Match[str], _: Setting) -> Reading | None:
    group = match.groupdict()
    hour, minute = _hour_of(group["hour"]), int(group.get("minute") or 0)
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
    return Reading(reason=TIME_OF_DAY, kind="time", timex=_NAMED_HOURS[match[0].lower()])


#: What may stand between the number and the unit without changing what is measured.
_SUCH = (
    r"(?i:consecutive|straight|successive|full|whole|more|additional|further|long|solid|short|"
    r"business|working|calendar|fiscal|light|tense|difficult|painful|and a half)"
)
#: What stands before "weeks" where these are a length: "for weeks", "the worst in years".
_LEADS_LENGTH = "|".join(
    rf"(?<=\b{word} )"
    for word in (
        *("for", "for many", "after", "After", "over", "Over", "within", "Within", "in", "of"),
        *("took", "take", "takes", "lasted", "last", "spent", "or"),
    )
)
_ZONE = (
    r"(?P<zone> (?:UTC|\(?GMT ?[+-]\d+\)|GMT|Zulu|[ECMP][SD]?T|CEST|CET|BST|IST|(?i:local time)|"
    r"(?i:eastern(?: time)?)))"
)

RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"(?<![\w$€£-])(?:(?i:almost|nearly|about|around|some|roughly|well over|more than"
            rf"|fewer than|less than|at least|at most|over|under|up to|exactly|just|only|another"
            rf"|an? (?:additional|further|extra|full|whole)(?= \D)) )?(?P<number>{NUMBER})"
            rf"(?:[ -]{_SUCH})?[ -](?P<unit>{UNIT})(?:['’](?=s?\b))?(?:[ -]long\b)?(?!\w)"
        ),
        _duration,
    ),
    (
        re.compile(
            rf"(?:{_LEADS_LENGTH})(?P<unit>{UNITS})"
            r"(?!\w|['’]| (?:ago|earlier|later|before|old)\b)"
        ),
        _vague_duration,
    ),
    (
        re.compile(
            rf"(?<![\w-])(?P<unit>{UNITS})(?= of (?!age\b)[a-z]+\b| (?:before|after)\b(?! that\b))"
        ),
        _vague_duration,
    ),
    (
        re.compile(
            r"(?<![\w-])(?P<unit>(?i:hours?|days?|weeks?|months?|years?|decades?|century))-?long(?!\w)"
        ),
        _long,
    ),
    (
        re.compile(
            rf"\b(?i:every|each) (?:(?P<weekday>{WHOLE_WEEKDAY})|(?P<month>{WHOLE_MONTH})|"
            rf"(?P<part>(?i:morning|afternoon|evening|night))|"
            rf"(?:(?P<other>(?i:other|second)) |(?P<number>{NUMBER}) )?(?P<unit>{UNIT}))(?!\w)"
        ),
        _every,
    ),
    (re.compile(rf"(?<!\w)(?P<weekday>{WHOLE_WEEKDAY})s(?!\w)"), _weekdays),
    (re.compile(r"(?<=\bon )weekends(?!\w)|(?<!\w)weekends(?= and (?:holiday|night))"), _weekends),
    (
        re.compile(
            r"\b(?i:hourly|daily|nightly|weekly|fortnightly|monthly|yearly|annual(?:ly)?|quarterly)"
            r"(?!\w|-(?!w)| (?:Mail|Telegraph|Mirror|Express|Star|News|Beast|Times|Post|Show))"
        ),
        _adverb,
    ),
    (re.compile(r"\bper (?P<unit>(?:day|week|month|quarter|year))(?!\w)"), _per),
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
    (
        re.compile(rf"(?<![\w$€£-])(?P<hour>\d{{1,2}}|{any_of(ONES[1:13])}) o['’]clock\b"),
        _clock,
    ),
    (
        re.compile(
            r"(?<![\w-])(?:(?<=\b[Aa]t )(?P<name>(?i:noon|midday|midnight))|(?P<alone>noon|midnight))"
            r"(?![\w-])"
        ),
        _named_hour,
    ),
)
