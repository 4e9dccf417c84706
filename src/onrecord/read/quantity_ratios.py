"""Shares told by two numbers: "one in five homes", "seven in ten people"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.domain.numerals import Numeral
from onrecord.read.quantity_words import Words
from onrecord.read.time_words import UNIT

_ROUND = frozenset({10, 100, 1000})
_LARGEST = 1000
_CONTEXT = 16
#: What may stand before a share. Behind a verb the first number counts: "killed one in two attacks".
_OPENS = re.compile(
    r"(?:[,;:(“\"]|\b(?:about|around|some|nearly|almost|roughly|than|least|only|just|and|or|but|that|"
    r"says?|said|for|to|where|when|while|as|if|now|today))\s*$",
    re.IGNORECASE,
)
_TIME = re.compile(rf"[ -](?:{UNIT})(?!\w)")


def with_ratios(words: Words, numerals: Sequence[Numeral]) -> tuple[Numeral, ...]:
    """Return the numerals with the two of a share joined into one fraction.

    The second number of "one in five" is any up to a thousand, of other shares a round one: "killed
    two in five raids" counts twice. A number of days or years is none of it.
    """
    found: list[Numeral] = []
    at = 0
    while at < len(numerals):
        last = numerals[at + 1] if at + 1 < len(numerals) else None
        share = _share(words, numerals[at], last) if last is not None else None
        found.append(share or numerals[at])
        at += 2 if share else 1
    return tuple(found)


def _share(words: Words, first: Numeral, last: Numeral) -> Numeral | None:
    start = words.start + first.start
    between = words.text[words.start + first.end : words.start + last.start]
    if re.fullmatch(r"[\s-](?:in|out of(?: every)?)[\s-](?:every\s)?", between) is None:
        return None
    one, many = first.value, last.value
    if not isinstance(one, int) or not isinstance(many, int) or not 0 < one < many <= _LARGEST:
        return None
    plain = {first.kind, last.kind} <= {"digits", "words"}
    if not plain or not (many in _ROUND or (one == 1 and between.strip(" -") == "in")):
        return None
    before = words.text[max(words.start, start - _CONTEXT) : start]
    if start > words.start and _OPENS.search(before) is None:
        return None
    if _TIME.match(words.text, words.start + last.end, words.end):
        return None
    return Numeral(first.start, last.end, one / many, "fraction")
