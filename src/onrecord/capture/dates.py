"""The date a source says it was published: reading it, and saying where sources disagree.

Only whole days, months and years are kept. A time zone moves nothing: the date stands as written.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime

from onrecord.domain.edtf import is_edtf
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?![\d-])")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"((?:19|20|21)\d\d)(\d\d)(\d\d)(?:T|\b)")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(\d{{4}})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE
)
_MONTH_ONLY = re.compile(rf"{_MONTH}\s+(\d{{4}})", re.IGNORECASE)
_IN_PATH = re.compile(r"/((?:19|20|21)\d\d)/(\d\d?|[a-z]{3})/(\d\d?)(?=/|$)", re.IGNORECASE)
_IN_SLUG = re.compile(r"[/-]((?:19|20|21)\d\d)-(\d\d)-(\d\d)(?=[/.-]|$)")

#: Places whose dates are close enough in meaning that a difference is worth telling.
DECLARED = ("JSON-LD datePublished", "article:published_time", "meta date", "header block date")


def read_date(words: str) -> str | None:
    """Return the date `words` give, in EDTF, or `None` where they give none we can be sure of.

    A date in figures whose day and month could be swapped is not read.

    Example:
        >>> read_date("2031-03-04T08:12:00+01:00"), read_date("4 March 2031"), read_date("3/4/2031")
        ('2031-03-04', '2031-03-04', None)
    """
    words = words.strip()
    if is_edtf(words):
        return words
    for form in (_ISO, _SLASHED, _COMPACT):
        if found := form.match(words):
            return _valid(found.group(1), found.group(2), found.group(3))
    if found := _DAY_FIRST.search(words):
        return _valid(found.group(3), found.group(2), found.group(1))
    if found := _MONTH_FIRST.search(words):
        return _valid(found.group(3), found.group(1), found.group(2))
    if found := _MONTH_ONLY.fullmatch(words):
        return _valid(found.group(2), found.group(1), None)
    return None


def date_in_url(url: str) -> str | None:
    """Return the day that the path of `url` names, if it names one.

    Example:
        >>> date_in_url("https://news.example/2031/mar/04/strike")
        '2031-03-04'
    """
    found = _IN_PATH.search(url.partition("?")[0]) or _IN_SLUG.search(url.partition("?")[0])
    return _valid(found.group(1), found.group(2), found.group(3)) if found else None


def doc_date(
    dates: tuple[tuple[str, str], ...], *, supplied: When | None, missing: str
) -> When | Unknown:
    """Return the document date: the supplied one, else the first that can be read, else unknown.

    Args:
        dates: Dates as (where found, words), the most trusted first.
        supplied: A date given by a person.
        missing: Why there is no date, for the case that there is none.
    """
    read = [(place, words, day) for place, words in dates if (day := read_date(words))]
    if supplied is not None:
        apart = [f"{place} says {day}" for place, _, day in read[:1] if day != supplied.edtf]
        return replace(supplied, conflict="; ".join(filter(None, (supplied.conflict, *apart))))
    if not read:
        return Unknown(missing)
    place, words, day = read[0]
    return When(
        text=words.strip(), edtf=day, basis="metadata", inputs=(place,), conflict=_conflict(read)
    )


def _conflict(read: list[tuple[str, str, str]]) -> str:
    place, words, day = read[0]
    apart = [
        f"{other} says {other_day}"
        for other, other_words, other_day in read[1:]
        if place in DECLARED
        and other in DECLARED
        and other_day != day
        and not _same_instant(words, other_words)
    ]
    return f"{place} says {day}, " + ", ".join(apart) if apart else ""


def _same_instant(first: str, second: str) -> bool:
    """Say whether both are full times with a zone and mean the same moment."""
    one, two = _instant(first), _instant(second)
    return one is not None and one == two


def _instant(words: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(words.strip())
    except ValueError:
        try:
            moment = parsedate_to_datetime(words)
        except ValueError:
            return None
    return moment if moment.tzinfo else None


def _valid(year: str, month: str, day: str | None) -> str | None:
    number = month if month.isdigit() else str(_month(month))
    edtf = f"{year}-{int(number):02d}" + (f"-{int(day):02d}" if day else "")
    return edtf if 1 <= int(number) <= len(_MONTHS) and is_edtf(edtf) else None


def _month(name: str) -> int:
    starts = [month.startswith(name.lower()[:3]) for month in _MONTHS]
    return starts.index(True) + 1 if True in starts else 0
