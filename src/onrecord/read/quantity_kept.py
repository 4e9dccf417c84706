"""Which numerals of a sentence count something: dates, ages and designators do not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.domain.numerals import Numeral
from onrecord.domain.quantity import Number
from onrecord.domain.span import Extent
from onrecord.read.quantity_words import Words
from onrecord.read.time_values import FoundTime
from onrecord.read.time_words import UNIT

_AGE_AFTER = re.compile(
    r"[ -](?:years?|months?|weeks?|days?)(?:[ -](?:old|olds|of age)\b)|[ -]?y/o\b|-something\b"
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|age of|ages of|turned)\s(?:about\s|between\s)?$", re.IGNORECASE
)
_NAME_COMMA = re.compile(r"[A-Z][\w’'-]+,\s$")
_COMMA_AFTER = re.compile(r"\s?(?:,|\.|\)|and\b)")
_ORDINAL_NOUN = re.compile(
    r"[ -](?:[A-Z]|place\b|time\b(?! zone)|century|(?:of|hand|class|aid|person|world|degree|floor|half)\b)"
)
_ORDINAL_LEAD = re.compile(
    r"\b(?:the|a|an|its|his|her|their|this|that|our|my|[a-z]+['’]s)\s(?:very\s)?$", re.IGNORECASE
)
_NAMED = re.compile(
    r"\b(?:resolution|article|route|flight|section|chapter|highway|interstate|room|page|paragraph|"
    r"protocol|amendment|class|type|mark|mk\.?|version|phase|stage|level|tier|category|channel|unit|"
    r"line|brigade|division|number|no\.?|nos\.?|game|season|grade|size|apollo|act|title|rule|"
    r"schedule|annex|figure|table|step|day|week|gate|exit|track|model|camp|block|zone|area)\s$",
    re.IGNORECASE,
)
_CAPITAL_BEFORE = re.compile(r"(?P<word>\b[A-Z][\w.’'&-]*)[\s]$")
#: Capitalised words a count may follow all the same.
_NO_NAME = frozenset(
    """The A An At About Around Some Over Under Nearly Almost More Less Fewer Only Just Another All
    And But Or Of In On By To From For With As If When While After Before Since Until Between Among
    Than These Those Its Their His Her Our My Killed Kills Killing Least Most Exactly Up Down Roughly
    Approximately US U.S. USD EUR GBP Dozens Officials Police Israel Ukraine Russia Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December It He She They We You There That This Another Last First
    Additionally Today Yesterday Meanwhile However Had Has Have Were Was Are Is""".split()
)
_NOUN_AFTER = re.compile(r"[ -]?(?:[a-z]{2,}|%|per cent|US|[A-Z][a-z]+[ -](?:[a-z]+))")
_WORDS_AFTER = re.compile(
    r"\s(?:was|were|is|are|has|had|will|would|in|on|at|to|of|and|or|for|as|by|with|from|could|that|which|who|may|can|the)\b"
)
_SCALES: tuple[tuple[str, int], ...] = (
    ("tens", 10),
    ("dozen", 12),
    ("score", 20),
    ("hundred", 100),
    ("thousand", 1000),
    ("lakh", 10**5),
    ("million", 10**6),
    ("crore", 10**7),
    ("billion", 10**9),
    ("trillion", 10**12),
)


def magnitude_low(written: str) -> Number:
    """Return the least a magnitude can mean: a plural or "several" is at least two of them.

    Example:
        >>> magnitude_low("dozens"), magnitude_low("tens of thousands"), magnitude_low("hundred")
        (24, 20000, 200)
    """
    low = 2
    for word in re.findall(r"[a-z]+", written.lower()):
        low *= next((scale for name, scale in _SCALES if word.startswith(name)), 1)
    return low


def numerals_that_count(
    words: Words, numerals: Sequence[Numeral], *, times: Sequence[FoundTime]
) -> tuple[Numeral, ...]:
    """Return the numerals that state a quantity, in order; offsets stay those of the sentence."""
    return tuple(numeral for numeral in numerals if _counts(words, numeral, times))


def _counts(words: Words, numeral: Numeral, times: Sequence[FoundTime]) -> bool:
    start, end = words.start + numeral.start, words.start + numeral.end
    before = words.text[max(words.start, start - 32) : start]
    after = words.text[end : min(words.end, end + 32)]
    if _is_part_of_time(words.text, Extent(start, end), times):
        return False
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return False
    if numeral.kind == "digits" and _NAME_COMMA.search(before) and _COMMA_AFTER.match(after):
        if numeral.value is not None and 0 < numeral.value < 120:  # noqa: PLR2004 - an age
            return False
    if numeral.kind == "pronoun":
        return bool(
            re.match(r"\sof\s(?:the|its|his|her|their|our|my|these|those|\w+['’]s)\b", after)
        )
    if numeral.kind == "ordinal":
        return _ordinal_counts(before, after)
    if numeral.kind in ("digits", "words", "dozen"):
        return not _is_name(before, after, numeral, at_start=start == words.start)
    return True


def _is_part_of_time(text: str, number: Extent, times: Sequence[FoundTime]) -> bool:
    """Say whether the number is digits of a date or a clock, and not a count of days or years."""
    for time in times:
        if not time.extent.overlaps(number):
            continue
        if time.kind in ("duration", "set"):
            return False
        return re.match(rf"[ -](?:{UNIT})(?!\w)", text[number.end : number.end + 12]) is None
    return False


def _ordinal_counts(before: str, after: str) -> bool:
    """Keep "the third strike"; leave out "7th Fleet", "first of all", "for the first time"."""
    if _ORDINAL_NOUN.match(after) or not re.match(r"[ -][a-z]", after):
        return False
    return _ORDINAL_LEAD.search(before) is not None


def _is_name(before: str, after: str, numeral: Numeral, *, at_start: bool) -> bool:
    """Say whether the number belongs to a name: "Resolution 2803", "Boeing 787", "G7"."""
    if _NAMED.search(before) and not _NOUN_AFTER.match(after):
        return True
    if re.search(r"[A-Za-z]-$", before) and re.search(r"\b(?:[A-Z]+\w*|[a-z]*[A-Z])-$", before):
        return True
    if numeral.kind != "digits" or at_start:
        return False
    capital = _CAPITAL_BEFORE.search(before)
    if capital is None or capital["word"] in _NO_NAME or capital["word"].isupper() and "$" in after:
        return False
    if _WORDS_AFTER.match(after):
        return True
    return not _NOUN_AFTER.match(after)
