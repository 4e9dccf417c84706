"""By when something foretold is due, as the words say: `due_in`. No horizon that nobody stated is made up.

Words of a deadline look forward: "by Friday" in a report of a Monday is the Friday after it. They are
counted from the day the document bears; without one, the words are kept and no day is told.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from onrecord.domain.edtf import format_days
from onrecord.domain.numerals import numerals_in
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When, undated

#: Reads the words of a match, from the day of the document; `None` where they tell no day.
_Reader = Callable[[re.Match[str], date], str | None]

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
#: The first three letters of months, by which they are told apart.
_MONTHS = [month.lower() for month in calendar.month_abbr[1:]]
_SHORT = 3
_UNIT_DAYS = {"hour": 0, "day": 1, "week": 7}
_NONE = "no day is stated"
#: More than this of any unit is no horizon of news.
_MOST = 366
#: From here on, what is counted may leave the calendar.
_LAST_YEAR = 9000
#: The end of a numeral of several words: "two hundred".
_MAGNITUDES = frozenset("hundred thousand dozen million".split())
_DECEMBER = 12

_UNTIL = "by|before|until|till|no later than"
_PREP = f"(?:{_UNTIL})"
_NAMES = "|".join(
    [
        *(month.lower() for month in calendar.month_name[1:]),
        r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?",
    ]
)
#: Of "24 to 48 hours" the last counts.
_COUNT = r"(?:(?:[0-9]{1,3}|[a-z]+)(?: to | or |-|–))?(?P<count>[0-9]{1,3}|an?|(?:[a-z]+-)?[a-z]+)"
_UNIT = r"(?P<unit>hour|day|week|month|year)s?(?! or (?:two|three|more|so)\b)"
_DATE = (
    rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_NAMES})"
    rf"|(?P<month_first>{_NAMES})\s+(?P<day_last>[0-9]{{1,2}})(?:st|nd|rd|th)?)"
    r"(?:,?\s+(?P<year>[0-9]{4}))?(?![0-9])"
)
#: Words of a time to come that name no day.
_VAGUE = re.compile(
    r"\b(?:any (?:day|time|hour|moment|minute) now|(?:at )?any (?:time|moment)|very soon|soon|shortly"
    r"|imminent(?:ly)?(?! (?:attack|threat|danger|risk|invasion))|eventually|before long"
    r"|sooner or later|in due course|at some point|some ?day|one day"
    r"|in the (?:near|foreseeable|not too distant) future"
    r"|(?:in|within|over) the (?:coming|next few|next several|following) (?:hours|days|weeks|months|years)"
    r"|within (?:hours|days|weeks|months|years)"
    r"|(?:before|until|once) [^\s,.;:?!”\"](?:[^,.;:?!”\"\n]|(?<=\b[A-Z][a-z]{2})\.(?= [0-9])){2,79})",
    re.IGNORECASE,
)

_ON_WEEKDAY = re.compile(rf"\bon (?P<weekday>{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
#: What is not expected earlier is due by no day.
_AFTER = re.compile(
    r"\b(?:until after|not before|no (?:earlier|sooner) than) "
    r"(?:[^,.;:?!”\"\n]|(?<=\b[A-Z][a-z]{2})\.(?= [0-9])){2,79}",
    re.IGNORECASE,
)


def due_in(text: str, anchor: date | None) -> When | Unknown:
    """Return the first time to come that `text` names.

    Args:
        text: The words foretold, without what they depend on.
        anchor: The day the document bears; `None` where it bears none.

    Returns:
        Days with basis `computed`; the words without days where the document bears none; else why no
        day is told.
    """
    after = _AFTER.search(text)
    if after is not None:  # what is not to come before a day has none by which it is to come
        return Unknown(f"“{after.group().strip()}” says before when not, and by no day")
    found = sorted(
        ((match, reader) for pattern, reader in _RULES for match in pattern.finditer(text)),
        key=lambda one: (one[0].start(), -len(one[0].group())),
    )
    for match, reader in found:
        if anchor is None or anchor.year > _LAST_YEAR:
            return undated(
                match.group(), "it is counted from a day that the document does not bear"
            )
        edtf = reader(match, anchor)
        if edtf is not None:
            inputs = (match.group(), f"document date {anchor.isoformat()}")
            return When(match.group(), edtf, "computed", anchor=anchor.isoformat(), inputs=inputs)
    vague = _VAGUE.search(text)
    if vague is not None:
        return Unknown(f"“{vague.group().strip()}” names no day")
    return Unknown(f"“{found[0][0].group()}” tells no day" if found else _NONE)


def is_not_before(text: str) -> bool:
    """Say whether words only tell before when something is not to come: "until after the vote"."""
    return bool(_AFTER.search(text))


def due_after(given: str, before: str, anchor: date | None) -> When | Unknown:
    """Return by when a stretch of time given to somebody is over, where the words before name its weekday.

    Args:
        given: The stretch: "a week".
        before: The words up to it: "the bloc on Sunday gave the generals".
        anchor: The day of the report, which tells what was set before it.
    """
    days = list(_ON_WEEKDAY.finditer(before))
    if anchor is None or not days or not given:
        told = f"“{given}”" if given else "the time given"
        return Unknown(f"{told} is counted from the day it was set")
    ago = (anchor.weekday() - _WEEKDAYS.index(days[-1]["weekday"].lower())) % 7
    start = anchor - timedelta(days=ago or 7)
    due = due_in(f"within {given}", start)
    if isinstance(due, Unknown):
        return due
    inputs = (days[-1].group(), given, f"document date {anchor.isoformat()}")
    return replace(due, text=given, anchor=anchor.isoformat(), inputs=inputs)


def names_time(due: When | Unknown) -> bool:
    """Say whether the words name a time to come at all, be it one that is no day ("very soon")."""
    return isinstance(due, When) or due.reason != _NONE


def _counted(match: re.Match[str], anchor: date) -> str | None:
    """Return the last day of "within six months", or the day that "six months from now" means.

    A point so many months or years ahead is as exact as a month or a year; one of hours has no day.
    """
    count, unit = _number(match.groupdict().get("count") or "a"), match["unit"].lower()
    if count is None or not 0 < count < _MOST:
        return None
    last = _later(anchor, count, unit)
    if not match.re.groupindex.get("point"):
        return format_days(None, last)
    if unit == "hour":
        return None
    return {"month": f"{last:%Y-%m}", "year": f"{last:%Y}"}.get(unit, last.isoformat())


def _end_of(match: re.Match[str], anchor: date) -> str | None:
    unit = (match["unit"] or match["of_unit"]).lower()
    if (match["which"] or "").lower() == "next":
        anchor = _first_of_next(anchor, unit)
    return format_days(None, _first_of_next(anchor, unit) - timedelta(days=1))


def _weekday(match: re.Match[str], anchor: date) -> str | None:
    """Return the first such day after the document's; the same weekday is that day or a week after it."""
    ahead = (_WEEKDAYS.index(match["weekday"].lower()) - anchor.weekday()) % 7
    if ahead == 0 and match["prep"].lower() == "on":
        return format_days(anchor, anchor + timedelta(days=7))
    return _bounded(match["prep"], anchor + timedelta(days=ahead or 7))


def _dated(match: re.Match[str], anchor: date) -> str | None:
    """Return the day named; without a year the first such day that does not lie before the document."""
    month = _month_number(match["month"] or match["month_first"])
    number = int(match["day"] or match["day_last"])
    years = [int(match["year"])] if match["year"] else [anchor.year, anchor.year + 1]
    for year in years:
        if year and 1 <= number <= calendar.monthrange(year, month)[1]:
            day = date(year, month, number)
            if day >= anchor:
                return _bounded(match["prep"], day)
    return None


def _month(match: re.Match[str], anchor: date) -> str | None:
    """Return the month named; without a year the first that is not over on the day of the document."""
    month = _month_number(match["month"])
    year = int(match["year"] or anchor.year + (month < anchor.month))
    if (year, month) < (anchor.year, anchor.month):
        return None
    first = date(min(year, _LAST_YEAR), month, 1)
    if match["prep"].lower() == "before" and not match.re.groupindex.get("end"):
        before = first - timedelta(days=1)
        return format_days(None, before) if before >= anchor else None
    return f"../{first:%Y-%m}" if match["prep"].lower() != "in" else f"{first:%Y-%m}"


def _month_number(name: str) -> int:
    return _MONTHS.index(name.lower()[:_SHORT]) + 1


def _tomorrow(match: re.Match[str], anchor: date) -> str | None:
    return _bounded(match["prep"] or "on", anchor + timedelta(days=1))


def _bounded(prep: str, day: date) -> str:
    word = prep.lower()
    if word == "on":
        return day.isoformat()
    return format_days(None, day - timedelta(days=1) if word == "before" else day)


def _number(word: str) -> int | None:
    if word.lower() in ("a", "an"):
        return 1
    if word.lower() in _MAGNITUDES:
        return None
    found = numerals_in(word)
    value = found[0].value if len(found) == 1 and found[0].kind in ("digits", "words") else None
    return int(value) if value is not None and value == int(value) else None


def _later(day: date, count: int, unit: str) -> date:
    if unit == "hour":
        return day + timedelta(days=-(-count // 24))
    if unit in _UNIT_DAYS:
        return day + timedelta(days=count * _UNIT_DAYS[unit])
    months = day.month - 1 + (count if unit == "month" else 12 * count)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _first_of_next(day: date, unit: str) -> date:
    """Return the first day of the week, month or year after that of `day`."""
    if unit == "week":
        return day + timedelta(days=7 - day.weekday())
    if unit == "month" and day.month < _DECEMBER:
        return date(day.year, day.month + 1, 1)
    return date(day.year + 1, 1, 1)


def _rule(pattern: str, reader: _Reader) -> tuple[re.Pattern[str], _Reader]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), reader


_RULES: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    _rule(rf"within (?:the (?:next|coming) )?{_COUNT} {_UNIT}", _counted),
    _rule(rf"(?:in|over) the (?:next|coming) {_COUNT} {_UNIT}", _counted),
    _rule(r"(?:with)?in the (?:next|coming) (?P<unit>day|week|month|year)", _counted),
    _rule(rf"{_COUNT} {_UNIT} (?P<point>from (?:now|today))", _counted),
    _rule(
        rf"{_PREP} (?:the )?(?:end of (?:the |(?P<which>this|next) )?(?P<unit>week|month|year)"
        r"|(?P<of_unit>week|month|year)(?:['’]s|[- ])[ ]?end)",
        _end_of,
    ),
    _rule(
        rf"(?P<prep>on|{_UNTIL}) (?:this |coming )?"
        rf"(?P<weekday>{'|'.join(_WEEKDAYS)})(?!,? {_DATE})",
        _weekday,
    ),
    _rule(
        rf"(?P<prep>on|{_UNTIL}) (?:the )?(?:(?:{'|'.join(_WEEKDAYS)}),? )?{_DATE}",
        _dated,
    ),
    _rule(r"(?P<which>later this) (?P<unit>week|month|year)(?P<of_unit>)", _end_of),
    _rule(
        rf"(?P<prep>{_UNTIL}) (?:the )?(?P<end>end) of (?P<month>{_NAMES})"
        r"(?:,? (?P<year>[0-9]{4}))?",
        _month,
    ),
    _rule(
        rf"(?P<prep>in|{_UNTIL}) (?P<month>{_NAMES})"
        r"(?! [0-9]{1,2}\b)(?:,? (?P<year>[0-9]{4}))?",
        _month,
    ),
    _rule(r"(?:(?P<prep>by|before|until) )?tomorrow", _tomorrow),
    _rule(rf"(?:{_UNTIL}) the (?P<prep>end) of [^,;:?!”\"\n]{{3,60}}? on {_DATE}", _dated),
)
