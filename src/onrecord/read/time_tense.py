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
_BREAK = re.compile(r"\n|[.!?][\"”’']?\s+(?=[\"“‘A-Z])")


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
    cues = _cues(sentence)
    before = [(place, tense) for place, tense in cues if place <= start]
    if before:
        return before[-1][1]
    after = [(place, tense) for place, tense in cues if place >= end]
    return after[0][1] if after else "none"


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
