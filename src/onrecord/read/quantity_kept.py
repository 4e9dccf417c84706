"""Which numerals of a sentence count something: dates, ages and designators do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.domain.numerals import Numeral
from onrecord.domain.quantity import Number
from onrecord.domain.span import Extent
from onrecord.ports.linguist import NamedEntity
from onrecord.read.quantity_words import Words
from onrecord.read.time_values import FoundTime
from onrecord.read.time_words import UNIT

_AGE_AFTER = re.compile(
    r"[ -](?:years?|months?|weeks?|days?)(?:[ -](?:old|olds|of age)\b)|[ -]?y/o\b|-something\b"
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|age of|ages of|turned)\s(?:about\s|between\s)?(?:\d+\s?(?:to|and|-|–)\s?)?$|"
    r"\b(?:children|minors|boys|girls|youths|people|those|men|women|adults|anyone)\s(?:under|over)\s$",
    re.IGNORECASE,
)
_HALF_BEFORE = re.compile(r"\b(?:this|that|second|first|other|last|next|better)\s$", re.IGNORECASE)
_HALF_AFTER = re.compile(r"[\s-](?:of|the|a|an|its|their|his|her|those|these)\b")
_NAME_COMMA = re.compile(r"[A-Z][\w’'-]+,\s$")
_COMMA_AFTER = re.compile(r"\s?(?:,|\.|\)|and\b)")
_ORDINAL_NOUN = re.compile(
    r"[ -](?:[A-Z]|place\b|time\b(?! zone)|century|(?:of|hand|class|aid|person|world|degree"
    r"|floor|half)\b)"
)
_ORDINAL_LEAD = re.compile(
    r"\b(?:the|a|an|its|his|her|their|this|that|our|my|[a-z]+['’]s)\s(?:very\s)?$", re.IGNORECASE
)
#: Words whose number is always a name, and words whose number is one unless a noun follows.
_ALWAYS_NAMED = re.compile(
    r"\b(?:Resolutions?|resolution|Articles?|article|Route|Flight|Section|section|Chapter|Highway|"
    r"Interstate|Protocol|Amendment|Apollo|Title|Rule|Annex|Schedule|Paragraph|paragraph|No\.?|Nos\.?)\s$"
)
_NAMED = re.compile(
    r"\b(?:route|flight|chapter|highway|room|page|class|type|mark|mk\.?|version|phase|stage|level|"
    r"tier|category|channel|unit|line|brigade|division|number|no\.?|nos\.?|game|season|grade|size|"
    r"act|title|rule|figure|table|step|day|week|gate|exit|track|model|camp|block|zone|area)\s$",
    re.IGNORECASE,
)
#: "The Group of Seven", "the Group of 77".
_GROUP_OF = re.compile(r"\bGroup of\s$")
_CAPITAL_BEFORE = re.compile(r"(?P<word>\b(?:[A-Z]|[a-z]{1,3}[A-Z])[\w.’'&-]*)[\s]$")
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
    r"\s(?:was|were|is|are|has|had|will|would|in|on|at|to|of|and|or|for|as|by|with|from|could"
    r"|that|which|who|may|can|the)\b"
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
    words: Words, numerals: Sequence[Numeral], *, times: Sequence[FoundTime], ages: bool = False
) -> tuple[Numeral, ...]:
    """Return the numerals that state a quantity, in order; offsets stay those of the sentence.

    Args:
        ages: Whether the years of "a 65-year-old" and the one of "is one of the oldest" are wanted.
    """
    scores = _in_scores(words, numerals)
    return tuple(
        numeral
        for numeral in numerals
        if numeral not in scores and _counts(words, numeral, times, ages=ages)
    )


def is_in_name(words: Words, numeral: Numeral, entities: Sequence[NamedEntity]) -> bool:
    """Say whether a number word opens a name in running text: "rivals of Four Bridges Security"."""
    start, end = words.start + numeral.start, words.start + numeral.end
    if numeral.kind != "words" or not words.text[start].isupper() or start == words.start:
        return False
    before = words.text[max(words.start, start - 24) : start].split()
    if not before or not before[-1].islower():
        return False
    return any(
        one.start == start and one.end > end and one.label in ("ORG", "FAC", "PLATFORM")
        for one in entities
    )


_SCORED = re.compile(
    r"\b(?:won?|win|lost|lose|beat|beaten|dr[ae]w|tied?|level|defeat(?:ed)?|scored?|led|leading|trail(?:ed|ing)"
    r"|vot(?:e|ed|es|ing)|passed|approved|rejected|ruled)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_SCORE_ENDS = re.compile(
    r"\s?(?:$|[.,;:)]|(?:on|in|at|to|against|with|for|after|from|over|last|along|down|up|win|victory|defeat|loss"
    r"|draw|tie|lead|vote|ruling|decision|majority|aggregate)\b)"
)


def _in_scores(words: Words, numerals: Sequence[Numeral]) -> set[Numeral]:
    """Return the numerals of scores and divisions: "won 3-1", "voted 52-48", "a 9-2 lead"."""
    found: set[Numeral] = set()
    for first, last in pairwise(numerals):
        written = words.text[words.start + first.start : words.start + last.end]
        if not re.fullmatch(r"\d{1,3}[-–‑]\d{1,3}", written):
            continue
        before = words.text[
            max(words.start, words.start + first.start - 60) : words.start + first.start
        ]
        ends = _SCORE_ENDS.match(words.text, words.start + last.end, words.end)
        falls = first.value is not None and last.value is not None and last.value <= first.value
        if falls or (ends and _SCORED.search(before)):
            found |= {first, last}
    return found


_EXCEPTED = re.compile(
    r"\b(?:all|none|everyone|everybody|everything|nobody) but\s(?:the\s)?$", re.IGNORECASE
)
_NEAR_ZERO = re.compile(r"\b(?:near|sub)[-‑ ]$", re.IGNORECASE)


#: What follows the number of a house: "319 Main St."
_ADDRESS = re.compile(
    r"\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.’'-]*\s){1,3}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Dr|Drive|Ln|Lane|Way|"
    r"Pl|Place|Ct|Court|Hwy|Highway|Terrace|Square)\b"
)


def _counts(words: Words, numeral: Numeral, times: Sequence[FoundTime], *, ages: bool) -> bool:
    start, end = words.start + numeral.start, words.start + numeral.end
    before = words.text[max(words.start, start - 32) : start]
    after = words.text[end : min(words.end, end + 32)]
    if ages and _AGE_AFTER.match(after):
        return True
    if _is_part_of_time(words.text, Extent(start, end), times) or _is_age(numeral, before, after):
        return False
    if numeral.value == 1 and _counts_none(words, start, after, ages=ages):
        return False
    if _GROUP_OF.search(before) and (
        words.text[start].isupper() or re.match(r"\s[a-z]", after) is None
    ):
        return False
    if _EXCEPTED.search(before) or (numeral.value == 0 and _NEAR_ZERO.search(before)):
        return False
    if numeral.kind == "pronoun":
        return _PARTITIVE.match(after) is not None
    if numeral.kind == "ordinal":
        return _ordinal_counts(before, after)
    if numeral.kind == "multiplier":
        return _multiplier_counts(numeral, before, after)
    if words.text[start:end].lower() == "half":
        return _HALF_BEFORE.search(before) is None and _HALF_AFTER.match(after) is not None
    return not (
        _is_year(words.text[start:end], before, after)
        or _ADDRESS.match(after) is not None
        or _is_named_by_tree(words, start, end)
        or _is_name(before, after, numeral, at_start=start == words.start)
    )


#: "Battered one country after another", "one village at a time": many, one by one.
_IN_TURN = re.compile(
    r"(?:\s[\w-]+){0,3}?\s(?:after (?:another|the (?:other|next))|at a time|by one)\b"
)
#: "One of the longest sieges", "one of only three left": which kind of thing it is.
_OF_A_CLASS = re.compile(
    r"\sof (?:(?:the|its|their|his|her|our|\w+['’]s) )?(?:(?:world|country|region)['’]s )?"
    r"(?:most|least|best|worst|few|only|main|major|leading|many|very|[a-z]{3,}(?<!fo)(?<!for)(?<!inter)(?<!prot)"
    r"est)\b"
)
_ASSIGNING = frozenset("make call consider become remain be rank name describe label".split())


def _counts_none(words: Words, start: int, after: str, *, ages: bool) -> bool:
    """Say whether a "one" is many one by one, or a member of its class and no count of it."""
    if _IN_TURN.match(after) is not None:
        return True
    return not ages and _is_of_a_class(words, start, after)


def _is_of_a_class(words: Words, start: int, after: str) -> bool:
    """Say whether "one of the longest …" tells what a thing is, and counts none.

    "One of the oldest ships sank" counts a ship.
    """
    if _OF_A_CLASS.match(after) is None or not words.tagged:
        return False
    (at, *_) = words.covering(start, start + 1)
    governor = words.tokens[at].head
    if any(words.relation(child) == "cop" for child in words.children(at)):
        return True
    if governor < 0 or words.tokens[governor].lemma.lower() in _ASSIGNING:
        return True
    marked = any(words.tokens[child].text.lower() == "as" for child in words.children(at))
    return marked or words.relation(at) in ("appos", "xcomp", "parataxis", "acl", "dep")


_PARTITIVE = re.compile(r"\sof\s(?:the|its|his|her|their|our|my|these|those|\w+['’]s)\b")
_OLDEST = 120


def _is_age(numeral: Numeral, before: str, after: str) -> bool:
    """Say whether the number is an age: "32-year-old", "aged 25 to 54", "Ali, 25, said"."""
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return True
    if numeral.kind not in ("digits", "words"):
        return False
    if numeral.value is None or not 0 < numeral.value < _OLDEST:
        return False
    if numeral.kind == "words" and not re.match(r"\s?(?:,|\))", after):
        return False
    return bool(_NAME_COMMA.search(before) and _COMMA_AFTER.match(after))


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


def _multiplier_counts(numeral: Numeral, before: str, after: str) -> bool:
    """Keep "twice failed"; leave out "once they left" and "twice as loud"."""
    if numeral.value == 1:
        return re.search(r"\b(?:only|just|than|least)\s$", before) is not None
    return re.match(r"\s(?:as|the|that|what|over)\b", after) is None


_YEAR = re.compile(r"(?:1[89]\d\d|20\d\d|21[0-4]\d)")


def _is_year(written: str, before: str, after: str) -> bool:
    """Say whether four figures are a year in a name: "a 2020 Escape", "by 2120"."""
    if _YEAR.fullmatch(written) is None or re.search(r"[$€£]\s?$", before):
        return False
    if re.search(r"\bover\s$", before) and re.match(
        r"\s?(?:and|to|[-–])\s?(?:1[89]|20)\d\d\b", after
    ):
        return True
    if re.search(r"\b(?:than|least|about|over|some|approximately|nearly|to)\s$", before):
        return re.match(r"\s?[.,;)]|$", after) is not None and before.rstrip().endswith("to")
    return re.match(r"[ -](?:[a-z]{3,}|%|[a-z]{1,3}\b(?<! in)(?<! to))", after) is None or (
        re.match(r"\s(?:the|when|was|were|and|as|that|who|by|for|with|has)\b", after) is not None
    )


def _is_named_by_tree(words: Words, start: int, end: int) -> bool:
    """Say whether the tree hangs the figures from a name before them: "S&P 500", "iPhone 11"."""
    if not words.tagged:
        return False
    inside = words.covering(start, end)
    if len(inside) != 1 or inside[0] == 0:
        return False
    token, before = words.tokens[inside[0]], words.tokens[inside[0] - 1]
    adjacent = token.start - before.end <= 1
    return (
        adjacent
        and 0 <= token.head < inside[0]
        and before.upos in ("PROPN", "NOUN")
        and before.text[:1].isupper() | any(c.isupper() for c in before.text[1:])
        and words.relation(inside[0]) in ("nummod", "flat", "compound", "appos", "dep", "nmod")
    )


def _is_name(before: str, after: str, numeral: Numeral, *, at_start: bool) -> bool:
    """Say whether the number belongs to a name: "Resolution 2803", "Boeing 787", "G7"."""
    if _ALWAYS_NAMED.search(before):
        return True
    if _NAMED.search(before) and (not _NOUN_AFTER.match(after) or re.match(r"\sof\s", after)):
        return True  # "day 22 of the siege"
    if re.search(r"[A-Za-z]-$", before) and re.search(r"\b(?:[A-Z]+\w*|[a-z]*[A-Z])-$", before):
        return True
    if numeral.kind != "digits" or at_start:
        return False
    capital = _CAPITAL_BEFORE.search(before)
    if (
        capital is None
        or capital["word"] in _NO_NAME
        or (capital["word"].isupper() and "$" in after)
    ):
        return False
    if _WORDS_AFTER.match(after) or re.match(r"[ -][A-Z]", after):
        return True
    return not _NOUN_AFTER.match(after)
