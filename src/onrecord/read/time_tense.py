"""Whether a time word points back or ahead, from the nearest verb cue in its sentence."""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["past", "future", "none"]

_BEFORE_TO = (
    "set|due|scheduled|expected|planned|plans?|planning|going|agreed|vowed|intends?|likely|slated|"
    "about|poised|is|are|was|were|hopes?|promised|threatened|ordered|asked|urged|prepar(?:es|ing)"
)
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|['’]ll)(?:\s+\w+){0,2}?(?:\s+(?:be|have))?\s+\w+"
    r"|\b(?:would|(?-i:may)|might|must|should)(?:\s+(?:not|also|be|then|soon))*\s+(?!have\b|not\b)\w+"
    r"|\b(?:begins|starts|opens|resumes|convenes|expires|takes\s+effect|comes\s+into\s+force)\b"
    rf"|\b(?:{_BEFORE_TO})\s+to\s+(?:be\s+)?\w+"
    r"|\b(?:upcoming|forthcoming|scheduled for|slated for|expected|due (?:on|in|by)|planned for)\b"
    r"|\bto be (?:held|released|\w+ed)\b|['’]ll\s+\w+|\bis (?:due|expected|scheduled)\b",
    re.IGNORECASE,
)
#: What people are told, asked or mean to do lies ahead of the telling: "urged crowds to march".
_DEMANDED = re.compile(
    r"\b(?<!had )(?:call(?:s|ed|ing)? (?:on|for|upon)|urg(?:es?|ed|ing)|ask(?:s|ed|ing)?|order(?:s|ed|ing)?|"
    r"want(?:s|ed|ing)?(?! to\b)|invit(?:es?|ed|ing)|encourag(?:es?|ed|ing)|instruct(?:s|ed|ing)?|"
    r"exhort(?:s|ed|ing)?|summon(?:s|ed|ing)?|plead(?:s|ed|ing)? with|warn(?:s|ed|ing)?|"
    r"t(?:ells?|old|elling)|appeal(?:s|ed|ing)? (?:to|for)|plans?|vow(?:s|ing)?|"
    r"threat(?:ens|ening)?|pledg(?:es|ed|ing))"
    r"(?:\s(?!(?:that|who|which|and|but|during|while|after|before|when|visit|trip|speech|letter|response"
    r"|return|why|how|whether|if|had)\b)[\w’'-]+){0,8}?\s(?P<ahead>to)\s(?!(?:the|an?|its|his|her|their)\b)(?-i:[a-z]+)\b",
    re.IGNORECASE,
)
#: "Planned marches for Friday", "called a strike for Monday".
_PLANNED_FOR = re.compile(
    r"\b(?:plan|schedul|call|set|slat|book|conven)\w*(?:\s[\w’'-]+){0,5}?\s(?P<ahead>for)\s"
    r"(?=(?:the |this |next |coming )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)",
    re.IGNORECASE,
)
#: What nobody sets a date for: a noun phrase of it tells of what has been.
_HAPPENING = (
    r"(?:victor(?:y|ies)|wins?|defeats?|loss(?:es)?|attacks?|(?:air ?|drone |missile )strikes?|raids?|"
    r"killings?|deaths?|"
    r"blasts?|explosions?|bombings?|shootings?|collapse|earthquakes?|quakes?|floods?|flooding|arrests?|clash(?:es)?|"
    r"coup|ruling|decision|remarks|comments|announcement|resignation|crash|outbreak|assaults?|massacres?|"
    r"seizure|capture|failure|success|murders?|assassination|ambush|shelling|riots?|unrest|incident|storm)"
)
_HAPPENED_ON = re.compile(
    rf"\b(?:(?i:the|an?|his|her|its|their|this|that|these|those)|[\w.-]+['’]s?)\s"
    r"(?:(?!(?:more|further|next|coming|planned|expected|possible)\b)[\w-]+\s){0,3}?"
    rf"{_HAPPENING}(?:\s(?:in|at|near)(?:\s[A-Z][\w’'-]+){{1,3}})?\s(?:on|of|last|late|early)?\s?$"
)
_OF_HAPPENING = re.compile(rf"['’]s?\s(?:[\w-]+\s){{0,2}}?{_HAPPENING}\b")
_REACH = 60
_IRREGULAR = (
    "was were had did said told met went struck began came took left fell rose shot hit gave got "
    "made saw found held sent won lost spoke wrote became brought bought built cut drew drove flew "
    "fought kept knew laid led paid put ran rejected sank shook sought sold stood swept threw set "
    "broke died blew been has have"
)
_PAST = re.compile(rf"\b(?:[a-z]{{2,}}ed|{'|'.join(_IRREGULAR.split())})\b", re.IGNORECASE)
#: Verbs of saying: a past one dates the words, not what they tell of.
_SAYING = frozenset(
    "said told announced reported added stated warned vowed pledged promised claimed".split()
)
#: An infinitive as headlines tell the future: "Velmar to send two ships on Friday".
_INFINITIVE = re.compile(
    r"(?<!ing )(?<!ed )\bto\s+(?!(?:the|an?|its|his|her|their|our|this|that|these|some|all|work|court|"
    r"school|power|death|life|date|least|more|around|about)\b)[a-z]+\b"
)
#: Where a sentence ends; not behind a title or an initial, nor between "p.m." and its day.
_BREAK = re.compile(
    r"\n|(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bGen)(?<!\bSen)(?<!\bRep)(?<!\bGov)"
    r"(?<!\bCol)(?<!\bLt)(?<!\bSgt)(?<!\bSt)(?<!\bRev)"
    r"[.!?](?!(?<=[ap]\.m\.) (?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,3}\b|"
    r"(?:Eastern|Pacific|Central|GMT|Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)))"
    r"[\"”’']?\s+(?=[\"“‘A-Z])"
)


def sentence_around(text: str, at: int, *, low: int, high: int) -> tuple[int, int]:
    """Return where the sentence that holds `at` roughly starts and ends, within `[low, high)`."""
    start, end = low, high
    for match in _BREAK.finditer(text, low, high):
        if match.end() <= at:
            start = match.end()
        elif match.start() >= at:
            end = match.start() + 1
            break
    return start, end


def tense_at(sentence: str, start: int, end: int) -> Tense:
    """Return what the verb cue nearest to `sentence[start:end]` says; a cue before it goes first.

    Example:
        >>> tense_at("Talks will resume on Friday.", 21, 27)
        'future'
        >>> tense_at("He said on Tuesday that talks will resume.", 11, 18)
        'past'
        >>> tense_at("Her victory on Tuesday will speed the talks.", 15, 22)
        'past'
    """
    near = _nearest(sentence, start, end)
    if _OF_HAPPENING.match(sentence, end):
        return "past"
    before = near is not None and near[0] <= start
    if not before and _HAPPENED_ON.search(sentence[max(0, start - _REACH) : start]):
        return "past"
    if near is not None:
        return near[1]
    ahead = _INFINITIVE.search(sentence)
    return "future" if ahead is not None and ahead.start() < start else "none"


def happened_at(sentence: str, start: int, end: int) -> bool:
    """Say whether the verb cue nearest to `sentence[start:end]` is past, and no verb of saying.

    Example:
        >>> happened_at("Troops crossed on August 3.", 18, 26)
        True
        >>> happened_at("Aides said the August 3 vote stands.", 15, 23)
        False
    """
    near = _nearest(sentence, start, end)
    if near is None or near[1] != "past":
        return False
    verb = re.match(r"\w+", sentence[near[0] :])
    return verb is not None and verb[0].lower() not in _SAYING


def told_past(sentence: str, start: int, end: int) -> bool:
    """Say whether a past verb before `sentence[start:end]`, or behind words that open it, dates them.

    Example:
        >>> told_past("This week, the council met.", 0, 9)
        True
        >>> told_past("Talks move on this week, he said.", 14, 23)
        False
    """
    near = _nearest(sentence, start, end)
    if near is None or near[1] != "past":
        return False
    return near[0] <= start or not sentence[:start].strip("\"'“”‘’ ")


def _nearest(sentence: str, start: int, end: int) -> tuple[int, Tense] | None:
    """Return the last verb cue before the words, or else the first one behind them."""
    cues = _cues(sentence)
    before = [cue for cue in cues if cue[0] <= start]
    if before:
        return before[-1]
    return next((cue for cue in cues if cue[0] >= end), None)


def _cues(sentence: str) -> list[tuple[int, Tense]]:
    """Return the place of each verb cue; a verb inside a future group is not a cue of its own."""
    ahead = [match.span() for match in _FUTURE.finditer(sentence)]
    for pattern in (_DEMANDED, _PLANNED_FOR):
        ahead += [(match.start("ahead"), match.end()) for match in pattern.finditer(sentence)]
    cues: list[tuple[int, Tense]] = [(start, "future") for start, _ in ahead]
    cues += [
        (match.start(), "past")
        for match in _PAST.finditer(sentence)
        if not any(start <= match.start() < end for start, end in ahead)
    ]
    return sorted(cues)
