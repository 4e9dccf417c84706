"""The places a document names, each with the entry of a gazetteer it means, or why it has none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.domain.span import Extent
from onrecord.domain.unknown import Unknown
from onrecord.ports.gazetteer import Entry, Gazetteer
from onrecord.read.sentence import SentenceReading
from onrecord.read.toponym_leanings import leanings
from onrecord.read.toponym_mentions import Mention, find_mentions
from onrecord.read.toponym_ranking import Choice, key_of_mention, rank

_UNLISTED = Unknown("no place of that name is listed")
#: Kinds small enough that what is said beside them is near them.
_SMALL = frozenset({"city", "county", "island"})


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that name a place, or the people or things of one.

    Attributes:
        extent: Where they stand.
        entry: The place they mean, or why that is not known.
        confidence: Share of the weight of all candidates, between 0 and 1; 0 without an entry.
        candidates: How many places bear the name.
        of_people: Whether the words name people or things of the place: `French`.
        beside: For a place nobody lists, the listed town or county that the text says it is in or
            names nearest to it; it says where to look, not where the place is.
    """

    extent: Extent
    entry: Entry | Unknown
    confidence: float = 0.0
    candidates: int = 0
    of_people: bool = False
    beside: Entry | None = None


def find_toponyms(
    sentences: Sequence[SentenceReading], gazetteer: Gazetteer
) -> tuple[Toponym, ...]:
    """Return the places a document names, in order of the text.

    Args:
        sentences: All sentences of one document: what a name means is decided by its company.
        gazetteer: What is listed.
    """
    mentions = find_mentions(sentences, gazetteer)
    words = (token.text.lower() for one in sentences for token in one.parse.tokens)
    meant = rank(mentions, leanings(words))
    choices = [meant.get(key_of_mention(mention)) for mention in mentions]
    return tuple(
        _toponym(mention, choice) if choice is not None else _unlisted(at, mentions, choices)
        for at, (mention, choice) in enumerate(zip(mentions, choices, strict=True))
    )


def _toponym(mention: Mention, choice: Choice) -> Toponym:
    return Toponym(
        mention.extent,
        choice.entry,
        confidence=round(choice.share, 3),
        candidates=choice.candidates,
        of_people=mention.ground == "people",
    )


def _unlisted(at: int, mentions: Sequence[Mention], choices: Sequence[Choice | None]) -> Toponym:
    """Return a place nobody lists, with the town or county named right before or after it."""
    mention = mentions[at]
    beside: Entry | None = None
    for near in (at + 1, at - 1, at + 2, at - 2, at - 3):
        if not 0 <= near < len(mentions) or abs(mentions[near].sentence - mention.sentence) > 1:
            continue
        choice = choices[near]
        if choice is not None and choice.entry.kind in _SMALL:
            beside = choice.entry
            break
    return Toponym(mention.extent, _UNLISTED, beside=beside)


def toponyms_in(toponyms: Sequence[Toponym], extent: Extent) -> tuple[Toponym, ...]:
    """Return the toponyms that stand wholly inside an extent, in order.

    Args:
        toponyms: Those of a document, in order of the text.
        extent: Usually a sentence.
    """
    first = bisect_left(toponyms, extent.start, key=lambda one: one.extent.start)
    last = bisect_left(toponyms, extent.end, lo=first, key=lambda one: one.extent.start)
    return tuple(one for one in toponyms[first:last] if one.extent.end <= extent.end)
