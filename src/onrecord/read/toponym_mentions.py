"""Finding the words of a document that name places, before anybody asks which places they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.domain.span import Extent
from onrecord.ports.gazetteer import Entry, Gazetteer
from onrecord.read.sentence import SentenceReading
from onrecord.read.toponym_grounds import Ground, is_placed
from onrecord.read.toponym_matches import Match, matches_of
from onrecord.read.toponym_sentence import Words

#: What may stand between a place and the one it lies in.
_INSIDE = frozenset({(",",), ("(",), (), ("in",), (",", "in"), (",", "the")})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a place.

    Attributes:
        extent: Where they stand.
        name: The words.
        ground: What makes them a place.
        candidates: The places they may mean, the best known first; empty when nobody lists one.
        sentence: Index of the sentence.
        inside: What the next place may mean, where that is the one this lies in: `Torvale, Tenn.`
    """

    extent: Extent
    name: str
    ground: Ground
    candidates: tuple[Entry, ...]
    sentence: int
    inside: tuple[Entry, ...] = ()


def find_mentions(
    sentences: Sequence[SentenceReading], gazetteer: Gazetteer
) -> tuple[Mention, ...]:
    """Return the words of a document that name places, in order, not overlapping.

    A name that only the list knows stands where the document names the same place elsewhere in words
    that are those of a place. A name that persons of the document bear stands only in such words.

    Args:
        sentences: The document's sentences.
        gazetteer: What is listed.
    """
    words = [Words(sentence) for sentence in sentences]
    persons = {part for one in words for part in one.parts_of_persons()}
    found = [matches_of(one, gazetteer) for one in words]
    sure = {
        _name(one, match)
        for one, matches in zip(words, found, strict=True)
        for match in matches
        if match.ground in ("named", "context") and _is_place(one, match, persons)
    }
    kept = (
        [match for match in matches if _stands(one, match, sure=sure, persons=persons)]
        for one, matches in zip(words, found, strict=True)
    )
    return tuple(
        mention
        for at, (one, matches) in enumerate(zip(words, kept, strict=True))
        for mention in _mentions(at, one, matches)
    )


def _name(words: Words, match: Match) -> str:
    return words.slice(match.first, match.last).casefold()


def _stands(words: Words, match: Match, *, sure: set[str], persons: set[str]) -> bool:
    """Say whether a match names a place, given the document's sure places and its persons' names."""
    if match.ground == "list":
        name = _name(words, match)
        return name in sure and (name not in persons or words.label(match.first) != "PER")
    return _is_place(words, match, persons)


def _is_place(words: Words, match: Match, persons: set[str]) -> bool:
    if _name(words, match) not in persons:
        return True
    if match.ground == "people":
        return words.label(match.first) == "NORP"
    return is_placed(words, match.first, match.last)


def _mentions(at: int, words: Words, matches: Sequence[Match]) -> Iterator[Mention]:
    for match, after in zip(matches, (*matches[1:], None), strict=False):
        if match.ground is None:
            continue
        between = words.lower[match.last : after.first] if after is not None else None
        lies = between in _INSIDE and match.ground != "people" and _may_lie_in(match, after)
        yield Mention(
            extent=words.extent(match.first, match.last),
            name=words.slice(match.first, match.last),
            ground=match.ground,
            candidates=match.candidates,
            sentence=at,
            inside=after.candidates if after is not None and lies else (),
        )


def _may_lie_in(match: Match, after: Match | None) -> bool:
    """Say whether one place may be said to lie in the next: not a country in a country."""
    if not match.candidates or after is None or not after.candidates:
        return False
    return not (match.candidates[0].kind == after.candidates[0].kind == "country")
