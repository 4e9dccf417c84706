"""Rules for dates that name themselves: days, months, years, decades, seasons, quarters, holidays."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from onrecord.read.calendar_rules import (
    HOLIDAYS,
    SEASONS,
    WEEKDAYS,
    DaySpan,
    Holiday,
    Part,
    last_of_month,
    month_days,
    quarter_days,
    thirds_of_decade,
    thirds_of_month,
    thirds_of_year,
    year_days,
)
from onrecord.read.time_values import Reading, Setting, one_day
from onrecord.read.time_words import (
    DAY,
    MONTH,
    ORDINAL_SUFFIX,
    SEASON,
    WEEKDAY,
    WHOLE_MONTH,
    YEAR,
    month_of,
    weekday_of,
)
from onrecord.read.time_years import without_year

Rule = tuple[re.Pattern[str], Callable[["re.Match[str]", Setting], Reading | None]]

NO_SUCH_DAY = "no such day in the calendar"

_PART = (
    r"(?P<part>(?i:early|mid(?:dle)?|late|(?:the )?(?:start|beginning|first days|middle|midpoint|"
    r"end|close|last days)(?= of)|the (?:start|beginning|middle|end)))"
    r"(?: of|(?: in)?|[- ]in)[- ]?(?:the )?"
)
_PARTS: dict[str, Part] = {
    "early": "early",
    "start": "early",
    "beginning": "early",
    "first days": "early",
    "mid": "mid",
    "middle": "mid",
    "midpoint": "mid",
    "late": "late",
    "end": "late",
    "close": "late",
    "last days": "late",
}
#: Words after four figures that make them a count and not a year.
_COUNTED = re.compile(
    r"[ -](?:of the|people|men|women|children|personnel|troops|percent|per cent|km|miles|feet|"
    r"metres|meters|tons|tonnes|dollars|euros|pounds|m|ft|rpm|hp|[a-z]{3,}[^s\W]s\b)"
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?i:in|since|by|from|until|till|of|during|before|after|early|late|mid|through|to|and|"
    r"between|or|the|for|this|that|around|circa|versus|its|his|her|their|our|an?|"
    r"spring|summer|autumn|fall|winter|election|year|back|end|late-|mid-|above|below)"
    r"|[a-z]['’]s|"
    r"mid-|pre-|post-|[-–/(]|\b[12]\d{3},|\b[A-Z]\w+)\s?$"
)
_NAMED_NUMBER = re.compile(
    r"(?:(?i:resolution|article|flight|route|no|number|room|section|act|model|unit|page|chapter|"
    r"highway|line|bill|form|rule|order|paragraph)\.?|[$€£#]|\d[.,/:]|[A-Z]-)\s?$"
)


_DAYPART_CODES = {
    "early morning": "MO",
    "late morning": "MO",
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "noon": "12:00",
    "midday": "12:00",
    "midnight": "24:00",
}


def daypart_suffix(part: str) -> str:
    """Return the TIMEX3 ending for a part of the day (`TMO`), empty for none."""
    code = _DAYPART_CODES.get(part.lower().strip(), "")
    return f"T{code}" if code else ""


def part_of(words: str) -> Part:
    """Return the third of a stretch that words such as "the beginning of" name."""
    return _PARTS[re.sub(r"^the ", "", words.lower())]


def _safe_day(year: int, month: int, day: int) -> DaySpan | None:
    try:
        return one_day(date(year, month, day))
    except ValueError:
        return None


def describe(day: date) -> str:
    """Return a day in words, without its weekday ("28 November 2025")."""
    return f"{day.day} {day:%B %Y}"


def weekday_conflict(named: str, day: date) -> str:
    """Say that a weekday does not agree with a date; empty when it does or none is named."""
    if not named or weekday_of(named) == day.weekday():
        return ""
    return f"{describe(day)} was a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday_of(named)]}"


def _month_day(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "Thursday, November 28, 2025" and "28 Nov.", with one day or a run of days."""
    group = match.groupdict()
    month, first = month_of(group["month"]), int(group["day"])
    last = int(group["last"]) if group.get("last") else first
    if last < first:
        return None

    def days_in(year: int) -> DaySpan | None:
        start, end = _safe_day(year, month, first), _safe_day(year, month, last)
        return (start[0], end[0]) if start and end else None

    weekday = group.get("weekday") or ""
    if group.get("year"):
        days = days_in(int(group["year"]))
        if days is None:
            return Reading(reason=NO_SUCH_DAY)
        return Reading(days=days, conflict=weekday_conflict(weekday, days[0]))
    reading = without_year(setting, match.start(), match.end(), days_in)
    if reading.days is None:
        return reading
    return Reading(
        days=reading.days,
        basis="relative",
        anchor=reading.anchor,
        conflict=weekday_conflict(weekday, reading.days[0]),
    )


def _iso(match: re.Match[str], _: Setting) -> Reading:
    days = _safe_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return Reading(days=days, reason="" if days else NO_SUCH_DAY)


def _figures(match: re.Match[str], setting: Setting) -> Reading:
    """Read 28/11/2025; where day and month could be swapped, only the document date decides."""
    first, second = int(match["a"]), int(match["b"])
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)  # noqa: PLR2004
    readings = {_safe_day(year, month, day) for day, month in ((first, second), (second, first))}
    possible = [days for days in readings if days is not None]
    if len(possible) == 1:
        return Reading(days=possible[0])
    if not possible:
        return Reading(reason=NO_SUCH_DAY)
    if setting.today and one_day(setting.today) in possible:
        return Reading(days=one_day(setting.today), basis="convention", anchor=setting.today)
    return Reading(reason="day and month cannot be told apart")


def _month(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "November 2025", "mid-October", "the end of May"."""
    group = match.groupdict()
    month = month_of(group["month"])
    part = part_of(group["part"]) if group.get("part") else None

    def days_in(year: int) -> DaySpan:
        return thirds_of_month(year, month, part) if part else month_days(year, month)

    if group.get("year"):
        days, anchor = days_in(int(group["year"])), None
    else:
        reading = without_year(setting, match.start(), match.end(), days_in)
        if reading.days is None:
            return reading
        days, anchor = reading.days, reading.anchor
    return Reading(
        days=days,
        basis="convention" if part else "relative" if anchor else "explicit",
        anchor=anchor,
        timex=f"{days[0]:%Y-%m}",
    )


#: Months that are also names of people, verbs or abbreviations of something else.
_ALSO_A_NAME = frozenset({"may", "march", "april", "june", "august", "jan", "dec"})
_BEFORE_MONTH = re.compile(
    r"\b(?P<word>(?i:in|since|until|till|by|from|to|between|during|last|next|this|of|through|and|"
    r"or|for|after|before|early|late|mid|every|each|as of))[ -]$"
)
#: A month that says which of its kind a noun is: "a June report", "its March summit".
_MONTH_OF_NOUN = re.compile(r"(?:\b(?i:an?|its|their|his|her|the)|['’]s) $")
_NOUN_OF_MONTH = re.compile(r" (?!(?:for|on|of|to|in|by|and|or)\b)[a-z]{4,}")


def _bare_month(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read a month alone; names of people and verbs are kept out by what stands before."""
    word = match["month"].rstrip(".").lower()
    if word not in _ALSO_A_NAME:
        return _month(match, setting)
    before = setting.before(match.start())
    lead = _BEFORE_MONTH.search(before)
    if lead is None:
        modifies = _MONTH_OF_NOUN.search(before) and _NOUN_OF_MONTH.match(
            setting.after(match.end())
        )
        prime_minister = word == "may" and before.endswith("the ")
        return _month(match, setting) if modifies and not prime_minister else None
    named = re.match(r" [A-Z][a-z]", setting.after(match.end()))
    if named and lead["word"].lower() in ("and", "or", "of", "by", "to", "from", "for"):
        return None
    return _month(match, setting)


#: A recent year between an adjective and one thing: "his landmark 2012 visit", "the entire 2031 cycle".
_QUALIFIED = re.compile(
    r"(?<!about )(?<!some )(?<!nearly )(?<!almost )(?<!roughly )(?<!least )(?<!most )(?<!than )"
    r"(?:(?:the|an?|its|his|her|their|our|this|that|['’]s)\s[a-z-]{4,})\s$",
    re.IGNORECASE,
)


def _qualifies(match: re.Match[str], before: str, after: str) -> bool:
    """Say whether four figures are the year of one thing rather than a number of things."""
    round_number = match["year"].endswith("00")
    noun = re.match(r"\s(?!people\b|men\b|women\b|children\b)[a-z]{3,}(?<!s)\b(?!s)", after)
    return not round_number and noun is not None and _QUALIFIED.search(before) is not None


def _year(match: re.Match[str], setting: Setting) -> Reading | None:
    before, after = setting.before(match.start()), setting.after(match.end())
    if _NAMED_NUMBER.search(before) or re.match(r"[,.:]\d|[-–]\w+-old|%| ?\$", after):
        return None
    qualifies = _qualifies(match, before, after)
    runs_on = qualifies or re.match(r"[-–](?:\d\d|[12]\d{3})(?!\w)", after)
    if not _BEFORE_YEAR.search(before) and match.start() > setting.start and not runs_on:
        return None
    if qualifies or re.match(r" levels?\b", after):
        return Reading(days=year_days(int(match["year"])))
    if _COUNTED.match(after) and not re.search(
        r"(?i:\bin|\bthe|['’]s|\bof|\bits|\bhis|\bher|\btheir)\s$", before
    ):
        return None
    return Reading(days=year_days(int(match["year"])))


def _part_of_year(match: re.Match[str], _: Setting) -> Reading:
    year = int(match["year"])
    days = thirds_of_year(year, part_of(match["part"]))
    return Reading(days=days, basis="convention", timex=str(year))


def _decade(match: re.Match[str], _: Setting) -> Reading:
    first = int(match["decade"]) * 10 + (1900 if len(match["decade"]) == 1 else 0)
    if match["part"]:
        days = thirds_of_decade(first, part_of(match["part"]))
        return Reading(days=days, basis="convention", timex=str(first // 10))
    return Reading(edtf=f"{first // 10}X", timex=str(first // 10))


def _century(match: re.Match[str], _: Setting) -> Reading | None:
    century = int(match["century"])
    if not 10 < century < 22:  # noqa: PLR2004 - the centuries EDTF can write
        return None
    return Reading(edtf=f"{century - 1}XX", timex=str(century - 1))


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


def _quarter(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the third quarter"; without a year it is one that has begun, unless ahead."""
    named = (match["named"] or "").lower()
    quarter = _QUARTERS[named] if named else int(match["q"])
    if match["year"]:
        days = quarter_days(int(match["year"]), quarter)
        return Reading(days=days, timex=f"{match['year']}-Q{quarter}")
    if named == "last":
        return None
    if setting.near is None:
        return Reading(reason=f"no year and {setting.why}")
    days = quarter_days(setting.near.year, quarter)
    if days[0] > setting.near and setting.tense(match.start(), match.end()) != "future":
        days = quarter_days(setting.near.year - 1, quarter)
    return Reading(
        days=days,
        basis="relative",
        anchor=setting.near,
        timex=f"{days[0].year}-Q{quarter}",
    )


def _half(match: re.Match[str], _: Setting) -> Reading:
    year, first = int(match["year"]), match["half"].lower() == "first"
    days = (
        (date(year, 1, 1), date(year, 6, 30)) if first else (date(year, 7, 1), date(year, 12, 31))
    )
    return Reading(days=days, timex=f"{year}-H{1 if first else 2}")


_SEASON_CODES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def season_reading(year: int, season: str, anchor: date | None = None) -> Reading:
    """Read a northern season of a year; winter runs into the next one."""
    code = SEASONS[season.lower()]
    return Reading(
        edtf=f"{year}-{code}",
        kind="season",
        basis="relative" if anchor else "explicit",
        anchor=anchor,
        timex=f"{year}-{_SEASON_CODES[code]}",
    )


def season_days(year: int, season: str) -> DaySpan:
    """Return the first and last day of a northern season."""
    first = 3 * (SEASONS[season.lower()] - 20)
    end_year, end_month = divmod(year * 12 + first + 1, 12)
    return date(year, first, 1), last_of_month(end_year, end_month + 1)


def _fiscal(match: re.Match[str], _: Setting) -> Reading:
    """Read "fiscal 2013": a year that differs between books, so its days are not told."""
    return Reading(reason="a fiscal year begins and ends as its books say", timex=match["year"])


def _season(match: re.Match[str], _: Setting) -> Reading:
    return season_reading(int(match["year"]), match["season"])


def _named_day(match: re.Match[str], setting: Setting) -> Reading:
    return _holiday(
        next(holiday for at, holiday in enumerate(HOLIDAYS) if match[f"h{at}"]), match, setting
    )


def _holiday(holiday: Holiday, match: re.Match[str], setting: Setting) -> Reading:
    if holiday.spans is None:
        return Reading(reason=holiday.reason)
    spans = holiday.spans
    if match["year"]:
        all_days = spans(int(match["year"]))
        if len(all_days) != 1:
            return Reading(reason=f"{match['year']} does not have exactly one such day")
        return Reading(days=all_days[0], basis="calendar" if holiday.exact else "convention")
    reading = without_year(
        setting, match.start(), match.end(), lambda year: next(iter(spans(year)), None)
    )
    if reading.days is None:
        return reading
    return Reading(
        days=reading.days,
        basis="calendar" if holiday.exact else "convention",
        anchor=reading.anchor,
    )


def _eleventh_of_september(_: re.Match[str], __: Setting) -> Reading:
    return Reading(days=one_day(date(2001, 9, 11)), basis="convention")


_OPTIONAL_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}),? ?(?:\(|the )?)?"
_TAIL_YEAR = rf"(?:,? (?:of )?(?P<year>{YEAR})(?![\d%]|[,.]\d))?"
_DASH = r" ?[-–—] ?"
_RUN = rf"(?:{_DASH}|(?i: to | and | through | or ))"

_HOLIDAY_NAMES = "|".join(f"(?P<h{at}>{day.pattern})" for at, day in enumerate(HOLIDAYS))

RULES: tuple[Rule, ...] = (
    (
        re.compile(
            r"(?<![\w/])9/11(?![\w/])|(?:September|Sept\.?) 11(?:th)?(?=,? (?:2001 )?(?:terror"
            r"|attack|hijack))"
        ),
        _eleventh_of_september,
    ),
    (
        re.compile(rf"(?<![\d-])(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"),
        _iso,
    ),
    (
        re.compile(
            r"(?<![\d/.])(?P<a>\d\d?)(?P<s>[/.])(?P<b>\d\d?)(?P=s)(?P<year>(?:19|20)?\d\d)(?![\d/])"
        ),
        _figures,
    ),
    (
        re.compile(
            rf"(?<!\w){_OPTIONAL_WEEKDAY}(?P<month>{MONTH}) ?(?:the )?(?P<day>{DAY})(?!\d)"
            rf"(?:{ORDINAL_SUFFIX})?(?:{_RUN}(?P<last>{DAY})(?:{ORDINAL_SUFFIX})?"
            rf"(?![\d:]|\.\d| [ap]\.?m|,\d| (?:{MONTH})))?(?!:\d\d|\.\d|,\d|\w){_TAIL_YEAR}"
        ),
        _month_day,
    ),
    (
        re.compile(
            rf"(?<![\w.,$€£]){_OPTIONAL_WEEKDAY}(?P<day>{DAY})(?:{ORDINAL_SUFFIX})?"
            rf"(?:{_RUN}(?P<last>{DAY})(?:{ORDINAL_SUFFIX})?)?(?: of)?[ -](?P<month>{MONTH})(?!\w)"
            rf"(?:-(?={YEAR}))?(?:(?:,? |(?<=-))(?P<year>{YEAR})(?![\d%]|[,.]\d))?"
        ),
        _month_day,
    ),
    (
        re.compile(
            rf"(?<!\w){_PART}(?P<month>{WHOLE_MONTH})(?:,? (?:of )?(?P<year>{YEAR}))?(?!\w)"
        ),
        _month,
    ),
    (re.compile(rf"(?<!\w)(?P<month>{MONTH}),? (?:of )?(?P<year>{YEAR})(?!\d|[,.]\d)"), _month),
    (re.compile(rf"(?<!\w)(?P<month>{WHOLE_MONTH})(?! ?\d|\w)"), _bare_month),
    (re.compile(rf"(?<!\w){_PART}(?:year )?(?P<year>{YEAR})(?![\d%]|[,.]\d|s\b)"), _part_of_year),
    (
        re.compile(
            rf"(?<![\w$€£])(?:(?i:the )?{_PART}|(?i:the ))?(?P<decade>1[5-9]\d|20\d)0['’]?s(?!\w)"
        ),
        _decade,
    ),
    (
        re.compile(r"(?<![\w$€£])(?:(?i:the) )?(?P<part>(?!))?['’](?P<decade>[3-9])0s(?!\w)"),
        _decade,
    ),
    (
        re.compile(
            r"(?<!\w)(?i:the )?(?:(?i:early|mid|late)[- ])?(?P<century>\d\d)(?i:th|st)[- ](?i:century)(?!\w)"
        ),
        _century,
    ),
    (
        re.compile(
            r"(?<!\w)(?i:the )?(?i:fiscal )?(?:(?P<named>(?i:first|second|third|fourth|last|final))"
            r"(?i:[- ]quarter)"
            rf"|Q(?P<q>[1-4]))(?:(?: of|,)? (?:(?i:fiscal) )?(?P<year>{YEAR}))?(?![\w-])"
        ),
        _quarter,
    ),
    (
        re.compile(
            rf"(?<!\w)(?:(?i:(?:fiscal|financial)(?: year)?|FY) ?)(?P<year>{YEAR})(?!\d|[,.]\d)"
        ),
        _fiscal,
    ),
    (
        re.compile(
            rf"(?<!\w)(?i:the )?(?P<half>(?i:first|second))(?i:[- ]half (?:of )?)(?P<year>{YEAR})"
            rf"(?!\w)"
        ),
        _half,
    ),
    (
        re.compile(rf"(?<!\w)(?i:the )?(?P<season>{SEASON})(?: of)? (?P<year>{YEAR})(?!\d)"),
        _season,
    ),
    (
        re.compile(
            rf"(?<![\w-])(?i:{_HOLIDAY_NAMES})(?!\w)(?:,? (?:of |in )?(?P<year>{YEAR})(?!\d))?"
        ),
        _named_day,
    ),
    (
        re.compile(r"(?:(?<![\w.,$€£/-])|(?<=[12]\d\d\d-))(?P<year>(?:1[89]\d\d|20[0-9]\d))(?!\w)"),
        _year,
    ),
)
