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
        "crash, accident, collision, derailment",
        "collapse",
        "sinking, shipwreck, capsizing",
        "fire, blaze",
        "wildfire, bushfire, forest fire",
        "stampede, crush",
        "earthquake, quake, tremor",
        "tsunami",
        "flood, flooding, floodwater, deluge, storm, cyclone, hurricane, typhoon, dam collapse, dam burst, "
        "dam failure",
        "landslide, mudslide, avalanche",
        "eruption",
        "heatwave, heat wave",
        "outbreak, epidemic, pandemic, virus, coronavirus, flu, influenza, cholera, ebola, measles, plague, "
        "dengue",
        "famine",
        "protest, demonstration, riot, unrest, crackdown, uprising, revolt",
        "war, conflict, fighting, offensive, hostilities",
        "clash",
    )
    for noun in row.split(", ")
}
#: Nature's doings, whose toll is of one event and grows for weeks ("the floods").
DISASTERS = frozenset(
    {"flood", "earthquake", "tsunami", "landslide", "wildfire", "eruption", "heatwave", "famine"}
)
#: What goes on for weeks and harms many times over.
SUSTAINED = frozenset({"protest", "war", "outbreak"})
#: One event even in the plural: "the floods", "the collapses of two dams".
_ONE_EVEN_SO = DISASTERS | {"collapse", "fire"}
#: Nouns that name many incidents even in the singular.
_MANY = frozenset(
    {
        "campaign", "war", "conflict", "fighting", "unrest", "crackdown", "outbreak", "uprising",
        "hostilities", "epidemic", "pandemic", "virus", "coronavirus", "flu", "influenza", "cholera",
        "ebola", "measles", "plague", "dengue",
    }
)  # fmt: skip
_BARE = {
    "explosion", "blast", "earthquake", "flooding", "floodwater", "deluge", "storm", "cyclone",
    "hurricane", "typhoon", "tsunami", "famine",
}  # fmt: skip
#: Behind these an incident's name says what for, not what happened ("flood relief").
_FOR = r"(?!-|\s(?:relief|aid|rescue|response|mission|defen[cs]es?|warnings?|risks?|crimes?)\b)"
_ONE_NOUN = re.compile(
    r"\b(?:the|a|an|this|that)\s+(?:[\w’'\-.]+\s+){0,4}?("
    + "|".join(sorted(_NOUNS))
    + rf")\b{_FOR}",
    re.IGNORECASE,
)
_BARE_NOUN = re.compile(rf"\b({'|'.join(sorted(_MANY | _BARE))})\b{_FOR}", re.IGNORECASE)
_PLURAL = re.compile(r"\b(" + "|".join(sorted(_NOUNS)) + rf")(?:e?s)\b{_FOR}", re.IGNORECASE)
_ANY_NOUN = re.compile(r"\b(" + "|".join(sorted(_NOUNS)) + rf")(?:e?s)?\b{_FOR}", re.IGNORECASE)
_NEW = re.compile(
    r"\b(?:an?|another)\s+(?:[\w’'\-]+\s+){0,3}?(?:" + "|".join(sorted(_NOUNS)) + r")\b|"
    r"\b(?:in|by)\s(?:shelling|bombardment|shellfire|gunfire|crossfire)\s"
    r"(?:at|on|near|outside|inside|of)\s(?:an?|the)\b",
    re.IGNORECASE,
)
#: "a flood that has killed …": the incident right before the figure is its cause.
_CAUSE = re.compile(
    r"\b("
    + "|".join(sorted(_NOUNS))
    + r")(e?s)?\s(?:(?:that|which|has|have|had|also|already|\w+ly)\s)*"
    r"(?:kill|claim|injur|wound|displac|caus)\w*\b[^.;,:\d]{0,24}$",
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
        return sentence_at(self.reading.text, self.span.extent)

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
            extent = sentence_at(text, Extent(len(kept) - 1, len(kept)))
            if self._is_read(extent):
                found.append(extent.of(text))
            at = extent.start
        return tuple(found)

    def _is_read(self, extent: Extent) -> bool:
        """Say whether a sentence is no caption or other boilerplate (domain rule 17)."""
        return not any(
            passage.role not in ("body", "heading")
            and passage.extent.start < extent.end
            and extent.start < passage.extent.end
            for passage in self.reading.document.passages
        )


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
        if many and not _groups(many) <= _ONE_EVEN_SO:
            return Occasion("campaign", _groups(many))
        if many or one:
            return Occasion("event", _groups([*many, *one]))
    return Occasion()


def disaster_in(text: str) -> frozenset[str]:
    """Return which of nature's doings a sentence or a headline names; synonyms are one.

    Example:
        >>> sorted(disaster_in("Selden floods: what we know"))
        ['flood']
    """
    return _groups(_ANY_NOUN.findall(text)) & DISASTERS


def sustained_in(text: str) -> frozenset[str]:
    """Return what a sentence or a headline names that goes on for weeks; synonyms are one.

    Example:
        >>> sorted(sustained_in("Day 24 of nationwide protests"))
        ['protest']
    """
    bare = [noun for noun in _BARE_NOUN.findall(text) if noun.lower() in _MANY]
    return _groups([*_PLURAL.findall(text), *bare]) & SUSTAINED


def cause_in(before: str) -> Occasion:
    """Return the incident that the words right before a figure make its cause.

    Example:
        >>> sorted(cause_in("protests a week after a flood that killed ").nouns)
        ['flood']
    """
    found = _CAUSE.search(before)
    if found is None:
        return Occasion()
    noun = _groups([found.group(1)])
    many = found.group(2) and not noun <= _ONE_EVEN_SO
    return Occasion("campaign" if many or found.group(1).lower() in _MANY else "event", noun)


def names_incident(text: str) -> bool:
    """Say whether a name is that of incidents ("Toll of the strikes"), not of who causes them."""
    return _ANY_NOUN.search(text) is not None


def introduces_one(sentence: str) -> bool:
    """Say whether the words bring up one incident as new: "a strike", "another blast"."""
    return _NEW.search(sentence) is not None


def _groups(nouns: list[str]) -> frozenset[str]:
    return frozenset(_NOUNS[noun.lower()] for noun in nouns)


def sentence_at(text: str, extent: Extent) -> Extent:
    """Return the sentence around an extent, at most 400 characters either side."""
    low, high = max(0, extent.start - _REACH), min(len(text), extent.end + _REACH)
    breaks = list(_BREAK.finditer(text, low, high))
    start = max((found.end() for found in breaks if found.end() <= extent.start), default=low)
    end = min((found.start() + 1 for found in breaks if found.start() >= extent.end - 1),
              default=high)  # fmt: skip
    return Extent(start, max(end, extent.end))
