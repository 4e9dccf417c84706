"""The words times are made of, as patterns and tables: months, weekdays, units, small numbers.

Month and weekday names are matched with a capital or in capitals only, so that "may", "march" and
"sun" stay verbs and nouns.
"""

from __future__ import annotations

import re

from onrecord.read.calendar_rules import MONTHS, SEASONS, WEEKDAYS

_SHORT_MONTHS = {"Sept": 9} | {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_SHORT_DAYS = {name[:3]: number for number, name in enumerate(WEEKDAYS)} | {
    "Tues": 1,
    "Thur": 3,
    "Thurs": 3,
}
MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | {
    name.lower(): number for name, number in _SHORT_MONTHS.items()
}
WEEKDAY_NUMBERS = {name.lower(): number for number, name in enumerate(WEEKDAYS)} | {
    name.lower(): number for name, number in _SHORT_DAYS.items()
}


def any_of(words: list[str] | tuple[str, ...]) -> str:
    """Return a pattern for any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _cased(words: list[str] | tuple[str, ...]) -> str:
    return any_of([*words, *(word.upper() for word in words)])


MONTH = f"(?:{_cased(MONTHS)}|(?:{_cased(list(_SHORT_MONTHS))})(?![a-z])\\.?)"
WEEKDAY = f"(?:{_cased(WEEKDAYS)}|(?:{_cased(list(_SHORT_DAYS))})(?![a-z])\\.?)"
#: Only the whole names: "Sun" and "Mar" alone are too often something else.
WHOLE_WEEKDAY = f"(?:{_cased(WEEKDAYS)})"
WHOLE_MONTH = f"(?:{_cased(MONTHS)}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.?(?![a-z]))"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
ORDINAL_SUFFIX = r"(?i:st|nd|rd|th)"
SEASON = f"(?i:{any_of(list(SEASONS))})"
DAYPART = r"(?i:early morning|morning|afternoon|evening|night|noon|midday|midnight)"

UNIT_CODES = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "weekend": "WE",
}
UNIT = (
    r"(?i:seconds?|minutes?|hours?|days?|weekends?|weeks?|fortnights?|months?|quarters?|years?|"
    r"decades?|century|centuries)"
)
#: Units of which "weeks" or "weeks ago" say that there were several, not how many.
UNITS = r"(?i:seconds|minutes|hours|days|weeks|months|years|decades|centuries)"
#: Units smaller than a day, in hours.
HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: float(value) for value, word in enumerate(ONES)} | {
    word: 10.0 * value for value, word in enumerate(_TENS, 2)
}
_WORD_NUMBER = f"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(ONES[1:10])}))?|{any_of(ONES)})"
_HALF = "(?:[ -]and[ -]a[ -]half)?"
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_DIGITS = r"(?<![\d.,$€£])(?:\d{1,3}(?:,\d{3})+|\d{1,5}(?:\.\d+|[ -]1/2|½)?)"
_OF_MANY = (
    r"(?:dozens|scores|tens|hundreds|thousands|millions|billions)(?: of (?:thousands|millions))? of"
)
#: A number before a unit of time: digits, number words, "a", "half a", "a couple of".
NUMBER = (
    rf"(?i:(?:{_DIGITS}|an?|{_WORD_NUMBER}) (?:{'|'.join(_SCALES)})|{_DIGITS}|half an?|half(?=-)|"
    rf"(?:a )?couple(?: of)?|(?:a )?dozen|{_OF_MANY}|{_WORD_NUMBER}{_HALF}|an?(?= )|(?:a )?few|"
    r"(?:a )?good many|several|many|multi(?=-))"
)
_VAGUE = re.compile(rf"(?:a )?few|several|(?:a )?(?:good )?many|multi|{_OF_MANY}")
_PHRASES = {
    "a": 1.0,
    "an": 1.0,
    "dozen": 12.0,
    "a dozen": 12.0,
    "half": 0.5,
    "half a": 0.5,
    "half an": 0.5,
}


#: What a part of an unit is told in: "half an hour" is thirty minutes, "half a century" fifty years.
_SMALLER = {"hour": (60, "minute"), "decade": (10, "year"), "century": (100, "year")}


def amount(words: str) -> float | None:
    """Return the number that `words` state before a unit of time; `None` where it is vague.

    Example:
        >>> amount("two and a half"), amount("1,200"), amount("several")
        (2.5, 1200.0, None)
    """
    plain = re.sub(r"\s+", " ", words.strip().lower())
    if _VAGUE.fullmatch(plain):
        return None
    head, _, scale = plain.rpartition(" ")
    if scale in _SCALES:
        return (amount(head) or 1.0) * _SCALES[scale]
    if plain in _PHRASES:
        return _PHRASES[plain]
    if "couple" in plain:
        return 2.0
    if plain[:1].isdigit():
        whole = re.sub(r"[ -]1/2$|½$", "", plain)
        return float(whole.replace(",", "")) + (0.5 if whole != plain else 0.0)
    half = re.sub(r"[ -]and[ -]a[ -]half$", "", plain)
    total = sum(_SMALL.get(part, 0.0) for part in re.split(r"[ -]", half))
    return total + (0.5 if half != plain else 0.0)


def unit_of(word: str) -> str:
    """Return the singular of a unit of time."""
    plain = word.lower()
    return "century" if plain == "centuries" else plain.removesuffix("s")


def month_of(word: str) -> int:
    """Return the number of a month, 1 to 12, from its name or abbreviation."""
    return MONTH_NUMBERS[word.lower().rstrip(".")]


def weekday_of(word: str) -> int:
    """Return the number of a weekday, Monday 0, from its name or abbreviation."""
    return WEEKDAY_NUMBERS[word.lower().rstrip(".")]


def iso_duration(count: float | None, unit: str) -> str:
    """Return a TIMEX3 duration such as `P12D`, `PT30M`, `P2.5Y`, `PXW` for a vague count.

    Example:
        >>> iso_duration(1.0, "decade"), iso_duration(None, "week"), iso_duration(0.5, "hour")
        ('P1DE', 'PXW', 'PT30M')
    """
    start = f"P{'T' if unit in HOURS else ''}"
    if count is None:
        return f"{start}X{UNIT_CODES[unit]}"
    if not count.is_integer() and unit in _SMALLER:
        factor, unit = _SMALLER[unit]
        count *= factor
    if unit == "fortnight":
        count *= 2
    return f"{start}{int(count) if count.is_integer() else f'{count:g}'}{UNIT_CODES[unit]}"
