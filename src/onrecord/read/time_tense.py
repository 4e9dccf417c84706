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
    r"|\b(?:would|may|might|must|should)(?:\s+(?:not|also|be|then|soon))*\s+(?!have\b|not\b)\w+"
    r"|\b(?:begins|starts|opens|resumes|convenes|expires|takes\s+effect|comes\s+into\s+force)\b"
    rf"|\b(?:{_BEFORE_TO})\s+to\s+(?:be\s+)?\w+"
    r"|\b(?:upcoming|forthcoming|scheduled for|slated for|expected|due (?:on|in|by)|planned for)\b"
    r"|\bto be (?:held|released|\w+ed)\b|['’]ll\s+\w+|\bis (?:due|expected|scheduled)\b",
    re.IGNORECASE,
)
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
    """
    near = _nearest(sentence, start, end)
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
    cues: list[tuple[int, Tense]] = [(start, "future") for start, _ in ahead]
    cues += [
        (match.start(), "past")
        for match in _PAST.finditer(sentence)
        if not any(start <= match.start() < end for start, end in ahead)
    ]
    return sorted(cues)
