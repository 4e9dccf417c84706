"""The words beside a number that bind it: approximators, ranges, "or more", and changes.

An approximator binds only the number it stands next to: "at least 83 people across 21 strikes" says
nothing about how many strikes at most.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.domain.quantity import Bound, Number, is_divisible

Change = Literal["", "up", "down"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that bind a number: where they stand relative to it and what they say."""

    start: int
    end: int
    bound: Bound


_BEFORE: tuple[tuple[Bound, str], ...] = (
    (
        "at_least",
        (
            r"at (?:the )?(?:very )?least|no (?:fewer|less) than|not (?:fewer|less) than|"
            r"a minimum(?: of)?|as (?:few|little) as|minimum|(?:reached|reaching)? ?at minimum"
        ),
    ),
    (
        "at_most",
        (
            r"at (?:the )?(?:very )?most|up to|as (?:many|much|high) as|no more than|"
            r"not more than|a maximum(?: of)?|no (?:higher|greater) than|maximum of"
        ),
    ),
    (
        "more_than",
        (
            r"(?:slightly |just |well |far |significantly |many )?(?:more|greater|higher"
            r"|larger) than|"
            r"(?:just |well |far |over )?(?:over|above)(?: than)?|upwards? of|in excess of|"
            r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)?|beyond|north of|pass(?:es|ed|ing)"
        ),
    ),
    (
        "less_than",
        (
            r"(?:slightly |just |well |far )?(?:fewer|less|lower|smaller) than|(?:just "
            r"|well )?under|"
            r"below|short of|sub-"
        ),
    ),
    (
        "approx",
        (
            r"about|around|approximately|approx\.?|roughly|some|an? estimated|estimated|nearly"
            r"|almost|"
            r"close to|near|circa|ca\.|perhaps|maybe|somewhere around|in the region of|"
            r"averag(?:es|ed|ing)|~|≈|approaching|virtually"
        ),
    ),
)
_LEFT = re.compile(
    "|".join(f"(?P<{bound}>(?<![\\w-])(?:{words})(?:(?<=[~≈-])|\\s))" for bound, words in _BEFORE),
    re.IGNORECASE,
)
#: What may stand between the cue and the number: an article, a doubled cue, a currency sign.
_FILLER = re.compile(
    r"(?:(?:a|an|the|another|other|its|their|his|one|total of|further|what it says are|than)\s)*"
    r"(?:US ?|U\.S\. ?|HK ?|[A-Z]{1,2})?[$€£¥₹]? ?-?",
    re.IGNORECASE,
)
_RIGHT: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    (
        "at_least",
        re.compile(r"\s?(?:\+|-?plus\b|or more\b|or greater\b|and (?:up|above|over)\b(?! to))"),
    ),
    ("at_least", re.compile(r",? at (?:the very )?least\b")),
    ("at_most", re.compile(r"\s(?:or (?:fewer|less|under)|at (?:the )?most|tops|maximum)\b")),
    ("approx", re.compile(r"\s?(?:-odd\b|-ish\b|\bor so\b|\bodd\b)|\s(?:or so|approximately)\b")),
)
#: A toll passes a number; a parliament passes laws.
_TOLL = re.compile(
    r"\b(?:tolls?|deaths?|dead|killed|casualties|counts?|tally|totals?|numbers?)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_NOT_A_CUE = re.compile(
    r"\b(?:presided|over|ruled|went|go|take|taken|took|turned|talks?|dispute|war|row|protests?|"
    r"concerns?|control|fighting|fears?|flew|fly|flying|flown|hovered|soared|loomed)\s$",
    re.IGNORECASE,
)


#: Of the verb "top" these say it without a toll; "the top 10 targets" are no count passed.
_TOPPED = frozenset({"tops", "topped", "topping"})


def cue_before(text: str, number: int, *, low: int) -> Cue | None:
    """Return the approximator that stands right before the number at `number`.

    Args:
        low: Where the sentence, or the number before, ends: nothing before it binds this number.
    """
    nearest: Cue | None = None
    for match in _LEFT.finditer(text, low, number):
        filler = text[match.end() : number]
        if _FILLER.fullmatch(filler) is None or match.lastgroup is None:
            continue
        words = match[0].rstrip()
        if words.lower() in ("over", "above", "near", "below") and _NOT_A_CUE.search(
            text[max(low, match.start() - 16) : match.start()]
        ):
            continue
        if (
            words.lower().startswith(("pass", "top"))
            and words.lower() not in _TOPPED
            and not _TOLL.search(text[low : match.start()])
        ):
            continue
        bound: Bound = next(name for name, _ in _BEFORE if name == match.lastgroup)
        if nearest is None or match.start() < nearest.start:
            nearest = nearest or Cue(match.start(), match.start() + len(words), bound)
    return nearest


def cue_after(text: str, end: int, *, high: int) -> Cue | None:
    """Return the approximator that stands right after a number or its counted noun ("or more")."""
    for bound, pattern in _RIGHT:
        match = pattern.match(text, end, high)
        if match is not None:
            lead = len(match[0]) - len(match[0].lstrip(" ,"))
            return Cue(match.start() + lead, match.end(), bound)
    return None


_RISING = (
    r"r(?:ise[sn]?|ose|ising)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gain(?:s|ed|ing)?|"
    r"surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|increas(?:e[sd]?|ing)|gr[eo]w(?:s|n|ing)?|up|"
    r"add(?:s|ed|ing)?|advanc(?:e[sd]?|ing)|edg(?:e[sd]?|ing) (?:up|higher)|higher"
)
_FALLING = (
    r"f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|down|"
    r"plung(?:e[sd]?|ing)|tumbl(?:e[sd]?|ing)|slid(?:e|es|ing)?|sank|sink(?:s|ing)?|"
    r"plummet(?:s|ed|ing)?|shrank|shr[iu]nk(?:s|ing)?|lower(?:ed)?|"
    r"edg(?:e[sd]?|ing) (?:down|lower)|slip(?:s|ped|ping)?|cut by|reduced by"
)
_CHANGE = re.compile(
    rf"(?<!gave )(?<!give )(?<!giving )(?<!made )(?<!set )(?<!picked )\b(?:(?P<up>{_RISING})|"
    rf"(?P<down>{_FALLING}))"
    r"(?:\s(?:up|down|higher|lower|further|sharply|slightly|nearly|about|around|roughly|by|"
    r"another|an additional|a further|some|almost|more than|at least|over|just))*"
    r"(?:(?:\s\w+){0,2}\sby(?:\s(?:about|around|nearly|some|more than|at least|up to))?)?"
    r"\s(?:US ?|[A-Z]{1,2})?[$€£¥]?$",
    re.IGNORECASE,
)
_LOSING = re.compile(r"\b(?:los(?:t|es?|ing)|shed(?:s|ding)?)\s(?:\w+\s)?[$€£¥]?$", re.IGNORECASE)
_RELATIVE_UNITS = frozenset({"percent", "points", "percentage_points", "basis_points"})


#: Verbs and particles that move a number or do something to things that can be counted.
_DEED = re.compile(
    r"\b(?:sank|sunk|sink(?:s|ing)?|dropp?(?:s|ed|ing)?|up|down|"
    r"shed(?:s|ding)?|slid|cut(?:s|ting)?|rais(?:e[sd]?|ing))\s(?:the\s|its\s|their\s|another\s|about\s|"
    r"some\s|nearly\s|at\sleast\s|more\sthan\s)?$",
    re.IGNORECASE,
)


def change_before(text: str, start: int, *, low: int, unit: str = "") -> Change:
    """Say whether the number at `start` is by how much something rose or fell.

    "Rose by 12" and "rose 12" are changes; "rose to 83" is a new level.
    """
    before = text[max(low, start - 60) : start]
    match = _CHANGE.search(before)
    if match is None:
        return "down" if unit in _RELATIVE_UNITS and _LOSING.search(before) else ""
    counted = unit and unit not in _RELATIVE_UNITS and not is_divisible(unit)
    if counted and _DEED.search(before):
        return ""  # "sank two boats", "gunned down 14 men": what is counted was acted on
    return "up" if match["up"] else "down"


_RANGE_LINK = re.compile(
    r"\s?[-–—]\s?(?:[A-Z]{1,3}\$?|\$US|[$€£]|to[ -])?|\s(?:to|and|or)\s(?:[A-Z]{1,3}\$?|\$US|[$€£])? ?|-to-"
)
#: The same, where the last number is bound by itself: "between 250 to more than 1,200".
_BOUND_LINK = re.compile(
    r"\s(?:to|and)\s(?:more than|over|nearly|almost|about|around|some|up to|as (?:many|much|high) as)\s"
    r"[$€£]?"
)
_BETWEEN = re.compile(
    r"\bbetween\s(?:[A-Z]{1,3}\$?|\$US|[$€£])?(?:about\s|roughly\s)?$", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom\s(?:[A-Z]{1,3}\$?|\$US|[$€£])?$", re.IGNORECASE)
_MOVING = re.compile(
    rf"\b(?:{_RISING}|{_FALLING}|went|go(?:es|ing)?|rais(?:e[sd]?|ing)|revis(?:e[sd]?|ing)|"
    r"chang(?:e[sd]?|ing)|expand(?:s|ed|ing)?|doubled|tripled|lift(?:s|ed|ing)?|dipp?(?:s|ed|ing)?|"
    r"brought|updated)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Link:
    """How two numbers side by side form a range: where its words start, and its verbatim cue."""

    start: int
    words: str


def range_link(
    text: str, first: int, first_end: int, *, last: int, low: int, step: Number
) -> Link | None:
    """Say whether the words between two numbers make a range of them.

    "Between 10 and 15", "10 to 15", "10-15" and "two or three" do; "rose from 61 to 83" gives two
    levels, "rose 12 to 83" a change and a level.

    Args:
        step: The last number less the first.
    """
    between = text[first_end:last]
    before = text[max(low, first - 24) : first]
    lead = _BETWEEN.search(before)
    bound = lead is not None and step > 0 and _BOUND_LINK.fullmatch(between)
    if not bound and _RANGE_LINK.fullmatch(between) is None:
        return None
    if lead is not None:
        return Link(first - (len(before) - lead.start()), lead[0].split()[0])
    word = between.strip(" $€£").lower()
    if word == "and" or step < 0 or (word == "or" and step != 1):
        return None
    if _CHANGE.search(before) is not None and word == "to":
        return None
    origin = _FROM.search(before)
    if origin is not None:
        if _MOVING.search(text[low:first]):
            return None
        return Link(first - (len(before) - origin.start()), origin[0].split()[0])
    return Link(first, word)
