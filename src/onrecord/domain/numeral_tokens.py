"""The words and digits numerals are made of, found by one compiled expression.

Alternatives that are no numerals (addresses, telephone numbers, designators) come first and consume
their text, so that no digit inside them is looked at again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Role = Literal[
    "digits", "unit", "teen", "tens", "hundred", "scale", "dozen", "article", "half", "part",
    "fraction", "ordinal", "plural", "times",
]  # fmt: skip

_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {
    "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1000, "millionth": 10**6,
}  # fmt: skip
_PLURALS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100}
_VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4),
    "¾": Fraction(3, 4), "⅕": Fraction(1, 5), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}

#: Ordinal words that name a part after "one" or "a … of", as in "a fifth of".
_SMALLEST_PART, _LARGEST_PART = 3, 10


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a run of digits that may belong to a numeral.

    Attributes:
        start: Offset of its first code point.
        end: Offset after the last one.
        text: The words in lower case.
        role: What it does in a numeral.
        value: Its number; of a part ("thirds") the denominator.
        plural: Whether a part is in the plural.
        scale: Whether a plural multiplies a number before it ("two millions").
        suffixed: Whether digits bear a multiplying suffix ("$3bn").
    """

    start: int
    end: int
    text: str
    role: Role
    value: Fraction
    plural: bool = False
    scale: bool = False
    suffixed: bool = False

    @property
    def is_part(self) -> bool:
        """Say whether an ordinal word can name a part ("a fifth of")."""
        return self.text in _ORDINALS and _SMALLEST_PART <= self.value <= _LARGEST_PART


def _words() -> dict[str, tuple[Role, Fraction, bool, bool]]:
    """Return role, value, plural and scale of every word."""
    table: dict[str, tuple[Role, Fraction, bool, bool]] = {
        "hundred": ("hundred", Fraction(100), False, False),
        "dozen": ("dozen", Fraction(12), False, False),
        "half": ("half", Fraction(1, 2), False, False),
        "quarter": ("part", Fraction(4), False, False),
        "quarters": ("part", Fraction(4), True, False),
        "a": ("article", Fraction(1), False, False),
        "an": ("article", Fraction(1), False, False),
        "once": ("times", Fraction(1), False, False),
        "twice": ("times", Fraction(2), False, False),
        "thrice": ("times", Fraction(3), False, False),
    }
    for value, word in enumerate(_UNITS):
        table[word] = ("unit", Fraction(value), False, False)
    for value, word in enumerate(_TEENS, start=10):
        table[word] = ("teen", Fraction(value), False, False)
    for value, word in enumerate(_TENS, start=2):
        table[word] = ("tens", Fraction(10 * value), False, False)
    for word, value in _SCALES.items():
        table[word] = ("scale", Fraction(value), False, False)
        table[f"{word}s"] = ("plural", Fraction(value), False, True)
    for word, value in _PLURALS.items():
        table[word] = ("plural", Fraction(value), False, word == "hundreds")
    for word, value in _ORDINALS.items():
        table[word] = ("ordinal", Fraction(value), False, False)
        if _SMALLEST_PART <= value <= _LARGEST_PART:
            table[f"{word}s"] = ("part", Fraction(value), True, False)
    return table


_WORDS = _words()
_LONGEST_FIRST = "|".join(
    sorted((word for word in _WORDS if word not in ("a", "an")), key=len, reverse=True)
)
_AFTER_ARTICLE = (
    r"(?:half|quarter|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundred|thousand|lakh"
    r"|million|crore|billion|trillion|dozen)\b"
)
_NUMBER = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}"
    r"|[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
)
_AFTER_SCORES = "of|more|dead|killed|wounded|injured|missing|others|were|have"
#: Prefixes before a hyphen that leave a number a number: "mid-2025", "under-18".
_OPEN_PREFIX = (
    r"(?:to|mid|pre|post|early|late|under|over|sub|near|some|about|ex|non|semi|minus|plus)"
)
#: Units written against the digits; any other letter there makes a designator.
_ATTACHED = r"(?:km|kg|mph|kph|mm|cm|ft|lbs?|nm|kts?|hrs?|°)"

_TOKEN = re.compile(
    rf"""
      (?P<skip>
          \b(?i:https?://|www\.)\S+
        | (?<![\w.])[\w.+-]{{1,64}}@[\w-]+\.[\w.]+
        | [@\#][\w-]+
        | \+[0-9]{{1,3}}[\s.-]?\(?[0-9]{{1,4}}\)?(?:[\s.-]?[0-9]{{2,4}}){{1,4}}(?!\w)
        | \([0-9]{{2,4}}\)\s?[0-9]{{3,4}}[\s.-][0-9]{{3,4}}(?!\w)
        | (?<![\w.])0[0-9]{{2,4}}[\s-][0-9]{{3,4}}[\s-][0-9]{{3,4}}(?!\w)
        | (?<![\w.])[0-9]{{3}}[-.][0-9]{{3,4}}[-.][0-9]{{4}}(?!\w)
        | (?<![\w.])[0-9]+(?:\.[0-9]+){{2,}}(?!\w)
        | (?<![\w.])[0-9]{{1,3}}(?::[0-9]{{2}})+(?!\w)
        | (?<![\w/])(?![1-9]/(?:[2-9]|10)(?![\w/]|\.[0-9]))[0-9]+(?:/[0-9]+)+
        | (?<!\w)(?!(?i:{_OPEN_PREFIX})-)(?:[A-Z][^\W\d_]*|[^\W\d_]{{1,2}}|covid|sars)
          [-‐‑][0-9][\w-]*
        | (?<!\w)[0-9]+[-‐‑][A-Z]\b
        | \b(?i:half)[-‐‑](?i:brother|sister|staff|mast|truth|hearted|way|life)\w*
        | \b(?:Air\ Force|Marine|Navy|Army|Formula|Radio)\ One\b
        | \b(?i:once)\s+(?i:again|more)\b
      )
    | (?<!\w)(?<![0-9][.,:])(?P<rank>[0-9]{{1,3}}(?:,[0-9]{{3}})*|[0-9]+)(?:st|nd|rd|th)\b
    | (?<!\w)(?P<over>[1-9])/(?P<under>[2-9]|10)(?![\w/])
    | (?P<money>(?:[$€£¥₹₩₪₽₴₺]|\b(?:USD|EUR|GBP|AUD|CAD|CHF|INR|JPY|Rs\.?))\s?)
      (?P<sum>{_NUMBER})(?P<short>(?i:bn|mn|tn|k|m|b))?(?!\w|[.,:][0-9])
    | (?<!\w)(?<![0-9][.,:/])(?<!\.)(?P<digits>{_NUMBER}|(?<![^\s($€£-])\.[0-9]+)(?P<vulgar>[½⅓⅔¼¾⅕⅛⅜⅝⅞])?
      (?P<billions>bn|tn)?(?={_ATTACHED}\b|°|(?!\w|[.,:/][0-9]))
    | (?P<lone>[½⅓⅔¼¾⅕⅛⅜⅝⅞])
    | (?<!\w)(?P<word>
          (?i:an?)(?=[\s-]+(?i:{_AFTER_ARTICLE}))
        | (?i:tens)(?=\s+of\b)
        | (?i:(?<!test\ )(?<!exam\ )scores)(?=\s+(?:{_AFTER_SCORES})\b)
        | (?i:(?!tens|scores)(?:{_LONGEST_FIRST}))
      )(?!\w)
    """,
    re.VERBOSE,
)


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return what may belong to a numeral, in order of the text."""
    return tuple(_token(match) for match in _TOKEN.finditer(text) if match["skip"] is None)


def _token(match: re.Match[str]) -> Token:
    if match["word"] is not None:
        word = match["word"].lower()
        role, value, plural, scale = _WORDS[word]
        return Token(*match.span("word"), word, role, value, plural=plural, scale=scale)
    if match["rank"] is not None:
        return Token(*match.span(), match[0], "ordinal", _fraction(match["rank"]))
    if match["over"] is not None:
        value = Fraction(int(match["over"]), int(match["under"]))
        return Token(*match.span(), match[0], "fraction", value)
    if match["lone"] is not None:
        return Token(*match.span(), match[0], "fraction", _VULGAR[match["lone"]])
    return _digits(match)


def _digits(match: re.Match[str]) -> Token:
    group = "sum" if match["sum"] is not None else "digits"
    suffix = (match["short"] or match["billions"] or "").lower()
    value = _fraction(match[group]) + _VULGAR.get(match["vulgar"] or "", 0)
    start, end = match.start(group), match.end()
    return Token(
        start,
        end,
        match[0],
        "digits",
        value * _SUFFIXES.get(suffix, 1),
        suffixed=bool(suffix),
    )


def _fraction(digits: str) -> Fraction:
    return Fraction(re.sub(r"[,\u00a0\u2009\u202f]", "", digits))
