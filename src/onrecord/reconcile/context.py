"""The words around a figure that say what it counts: its segment, its sentence, what stood before.

A segment is what stands between two commas, semicolons or dashes of one sentence: "killing three,
in the sixth strike since March" has two, and only the second is about a window. All patterns are
general English; none names a party, a place or a case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from onrecord.domain.reading import Reading
from onrecord.domain.span import Extent, Span

_BREAK = re.compile(r"(?<![A-Z])[.!?][\"”’)\]]*\s+(?=[\"“‘(A-Z0-9])|\n+")
_CUT = re.compile(r"[,;:]\s+|\s+[–—-]\s+|—")
_REACH = 400
#: How many sentences back an antecedent is looked for.
_LOOK_BACK = 3

#: What incidents are called; the words of a row count as one.
_NOUNS = {
    noun: row.split(",")[0].strip()
    for row in (
        "explosion, blast, bombing, detonation",
        "strike, airstrike, attack, raid, bombardment, shelling, assault, campaign, operation",
        "shooting",
        "massacre",
        "ambush",
        "crash, accident",
        "collapse",
        "sinking",
        "fire",
        "stampede",
        "earthquake, quake, tremor",
        "flood, flooding, storm, cyclone, hurricane, typhoon",
        "landslide",
        "eruption",
        "outbreak",
        "protest, demonstration, riot, unrest, crackdown",
        "war, conflict, fighting, offensive",
        "clash",
    )
    for noun in row.split(", ")
}
#: Nature's doings: one event even in the plural ("the floods").
_NATURAL = frozenset({"flood", "earthquake", "landslide", "fire", "eruption"})
#: Nouns that name many incidents even in the singular.
_MANY = frozenset({"campaign", "war", "conflict", "fighting", "unrest", "crackdown", "outbreak"})
_ONE_NOUN = re.compile(
    r"\b(?:the|a|an|this|that)\s+(?:[\w’'\-]+\s+){0,4}?(" + "|".join(sorted(_NOUNS)) + r")\b(?!-)",
    re.IGNORECASE,
)
_BARE_NOUN = re.compile(
    r"\b("
    + "|".join(sorted(_MANY | {"explosion", "blast", "earthquake", "flooding"}))
    + r")\b(?!-)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\b(" + "|".join(sorted(_NOUNS)) + r")(?:e?s)\b", re.IGNORECASE)
_ANY_NOUN = re.compile(r"\b(" + "|".join(sorted(_NOUNS)) + r")(?:e?s)?\b", re.IGNORECASE)
_NEW = re.compile(
    r"\b(?:an?|another)\s+(?:[\w’'\-]+\s+){0,3}?(?:" + "|".join(sorted(_NOUNS)) + r")\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Context:
    """A figure with the text around it.

    Attributes:
        reading: The document.
        span: The words that state the figure.
    """

    reading: Reading
    span: Span

    @cached_property
    def sentence(self) -> Extent:
        """Return the sentence the figure stands in, at most 400 characters either side."""
        return _sentence_at(self.reading.text, self.span.extent)

    @cached_property
    def segment(self) -> str:
        """Return the segment of the figure, led by an opening "Since …," or "As of …,"."""
        text = self.sentence.of(self.reading.text)
        start, end = self.span.start - self.sentence.start, self.span.end - self.sentence.start
        first = max((cut.end() for cut in _CUT.finditer(text) if cut.end() <= start), default=0)
        last = min((cut.start() for cut in _CUT.finditer(text) if cut.start() >= end),
                   default=len(text))  # fmt: skip
        opening = _CUT.split(text, maxsplit=1)[0]
        led = first > 0 and re.match(r"(?:since|as of|so far|in all|to date|altogether|in total)\b",
                                     opening, re.IGNORECASE)  # fmt: skip
        return f"{opening}, {text[first:last]}" if led else text[first:last]

    @property
    def before(self) -> str:
        """Return up to 48 characters of the sentence before the figure."""
        start = max(self.sentence.start, self.span.start - 48)
        return self.reading.text[start : self.span.start]

    @property
    def after(self) -> str:
        """Return up to 24 characters of the sentence after the figure."""
        end = min(self.sentence.end, self.span.end + 24)
        return self.reading.text[self.span.end : end]

    def earlier_sentences(self) -> tuple[str, ...]:
        """Return up to three sentences before this one, nearest first."""
        found: list[str] = []
        at = self.sentence.start
        text = self.reading.text
        while at > 0 and len(found) < _LOOK_BACK:
            kept = text[:at].rstrip()
            if not kept:
                break
            extent = _sentence_at(text, Extent(len(kept) - 1, len(kept)))
            found.append(extent.of(text))
            at = extent.start
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a count is of: many incidents, one, or not said.

    Attributes:
        reach: `campaign`, `event`, or empty.
        nouns: What the incidents are called, synonyms as one.
    """

    reach: str = ""
    nouns: frozenset[str] = frozenset()


def occasion_in(segment: str, sentence: str) -> Occasion:
    """Return what the words say is counted: incidents in the segment first, then in the sentence.

    Example:
        >>> occasion_in("100 people were killed in those strikes", "").reach
        'campaign'
        >>> occasion_in("40 people were killed in the explosion", "").reach
        'event'
    """
    for words in (segment, sentence):
        many = _PLURAL.findall(words) + [noun for noun in _BARE_NOUN.findall(words)
                                         if noun.lower() in _MANY]  # fmt: skip
        one = _ONE_NOUN.findall(words) + _BARE_NOUN.findall(words)
        if many and not _groups(many) <= _NATURAL:
            return Occasion("campaign", _groups(many))
        if many or one:
            return Occasion("event", _groups([*many, *one]))
    return Occasion()


def names_incident(text: str) -> bool:
    """Say whether a name is that of incidents ("Toll of the strikes"), not of who causes them."""
    return _ANY_NOUN.search(text) is not None


def introduces_one(sentence: str) -> bool:
    """Say whether the words bring up one incident as new: "a strike", "another blast"."""
    return _NEW.search(sentence) is not None


def _groups(nouns: list[str]) -> frozenset[str]:
    return frozenset(_NOUNS[noun.lower()] for noun in nouns)


def _sentence_at(text: str, extent: Extent) -> Extent:
    low, high = max(0, extent.start - _REACH), min(len(text), extent.end + _REACH)
    breaks = list(_BREAK.finditer(text, low, high))
    start = max((found.end() for found in breaks if found.end() <= extent.start), default=low)
    end = min((found.start() + 1 for found in breaks if found.start() >= extent.end - 1),
              default=high)  # fmt: skip
    return Extent(start, max(end, extent.end))
