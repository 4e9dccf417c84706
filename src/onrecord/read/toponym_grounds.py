"""What makes a listed name a place where it stands: the words around it, or nothing yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from onrecord.ports.gazetteer import Entry
from onrecord.read.toponym_sentence import Words
from onrecord.read.toponym_words import (
    AFTER_COMMA,
    CIVIC,
    COMMON,
    DIRECTIONS,
    GOVERNING,
    LOCATIVE,
    RATHER_PERSONS,
    STATE_BODIES,
    TITLES,
    TITLES_OF_PAPERS,
    TOWARDS,
    UNMISTAKABLE,
)

#: The analyser calls it a place; the words around it do; only the list does; it names people or things
#: of a place.
Ground = Literal["named", "context", "list", "people"]

_LANDS = frozenset({"country", "region", "continent"})
#: Above this many inhabitants a name inside the name of a body is a place's without more evidence.
_WELL_KNOWN = 150_000
#: Shortened states have this many characters at most, stops included.
_LONGEST_SHORT = 6
#: Country names this short have to stand in capitals where nothing else speaks for them.
_SHORT = 3
_BODIES = frozenset({"ORG", "FAC", "WEAPON", "PLATFORM", "VEHICLE"})
#: How many words back a verb of speaking makes a language of `Dutch`: `speaks French and Dutch`.
_LIST_OF_LANGUAGES = 3
_LANGUAGE_VERBS = frozenset("speak speaks spoke speaking fluent".split())
_LANGUAGE_NOUNS = frozenset("language translation speaking speakers speaker".split())


def ground_of(words: Words, first: int, last: int, candidates: Sequence[Entry]) -> Ground | None:
    """Say what makes a listed name a place here; `None` when something speaks against it.

    Args:
        words: The sentence.
        first: Its first token.
        last: The token after it; the analyser does not call the name a place.
        candidates: What is listed under the name, at least one.
    """
    if last - first == 1 and words.lower[first] in COMMON:
        return "list" if first > 0 else None
    if words.is_party(first - 2):
        return "context"
    name = words.slice(first, last)
    if words.lower[first] in AFTER_COMMA and len(name) <= _LONGEST_SHORT:
        return _ground_of_short(words, first, last)
    if words.is_road(first, last) or words.is_money(first, last):
        return None
    label = words.label(first)
    if label == "PER":
        return _ground_in_person(words, first, last, candidates)
    if label in _BODIES:
        return _ground_in_body(words, first, last, candidates)
    return None if label == "NORP" else _ground_of_bare(words, first, last, candidates)


def is_of_place(words: Words, first: int, last: int) -> bool:
    """Say whether a word for a people names people or things of a place here.

    It does not where it is a language, or part of a person's name, or of the name of a body that is no
    state's.
    """
    before = words.lower[max(0, first - _LIST_OF_LANGUAGES) : first]
    language = not _LANGUAGE_VERBS.isdisjoint(before) or words.word(last) in _LANGUAGE_NOUNS
    if language or words.label(first) in ("PER", "WEAPON", "VEHICLE"):
        return False
    end = words.run(first)[1]
    if words.label(first) != "ORG" or last >= end or not words.is_upper(last):
        return True
    return not STATE_BODIES.isdisjoint(words.lower[last:end])


def is_placed(words: Words, first: int, last: int) -> bool:
    """Say whether the words around a name that persons bear too are those of a place."""
    if words.word(first - 1) in LOCATIVE or words.word(last) in CIVIC:
        return True
    return words.word(last) == "," and words.word(last + 1) in AFTER_COMMA


def _ground_of_short(words: Words, first: int, last: int) -> Ground | None:
    """A shortened state stands after a comma, or with its stop before another word of the sentence."""
    if words.word(first - 1) in (",", "("):
        return "context"
    plain = words.slice(first, last).lower().replace(".", "").replace(" ", "")
    opens = words.slice(first, last).endswith(".") and last < len(words.tokens)
    return "context" if opens and plain in UNMISTAKABLE else None


def _ground_in_person(
    words: Words, first: int, last: int, candidates: Sequence[Entry]
) -> Ground | None:
    """What is called a person may be a place where all of it is listed and the words around it fit."""
    run_first, run_last = words.run(first)
    if run_first != first or run_last > last or words.word(first - 1) in TITLES:
        return None
    known = candidates[0].kind in _LANDS or (
        candidates[0].population >= _WELL_KNOWN and words.word(first - 1) in TOWARDS
    )
    if known and words.lower[first] not in RATHER_PERSONS:
        return "context"
    if words.opens_dateline(first, last) or is_placed(words, first, last):
        return "context"
    return "list"


def _ground_in_body(
    words: Words, first: int, last: int, candidates: Sequence[Entry]
) -> Ground | None:
    """What is called a body may be a place, or be named after the one it is in."""
    run_first, run_last = words.run(first)
    rest = words.lower[last:run_last]
    if not TITLES_OF_PAPERS.isdisjoint(rest):
        return None
    if first == run_first and not rest:
        return _ground_of_bare(words, first, last, candidates)
    best = candidates[0]
    known = best.kind in _LANDS or best.population >= _WELL_KNOWN
    turned = first == run_first + 1 and words.lower[run_first] in DIRECTIONS
    if first != run_first and not turned:
        return "context" if known and words.word(first - 1) in ("of", "in", "at", "-") else None
    if best.kind == "county" and last - first > 1:
        return "context"
    if rest and ((not words.is_upper(last) and rest[0].isalpha()) or rest[0] in GOVERNING):
        return "context"
    if known and (best.kind != "city" or (rest and rest[-1] in CIVIC)):
        return "context"
    return "list"


def _ground_of_bare(
    words: Words, first: int, last: int, candidates: Sequence[Entry]
) -> Ground | None:
    """What the analyser gives no label, or all of which it calls a body."""
    best, name = candidates[0], words.slice(first, last)
    person = last - first == 1 and words.lower[first] in RATHER_PERSONS
    if words.opens_dateline(first, last) or words.is_kind_of(first):
        return "context"
    if words.word(last) in CIVIC or (best.kind == "county" and last - first > 1):
        return "list" if person and words.word(first - 1) not in LOCATIVE else "context"
    if is_placed(words, first, last):
        return "context"
    if best.kind in ("country", "continent", "sea", "strait", "region") and not person:
        return "context" if len(name) > _SHORT or name.isupper() else "list"
    big = best.kind == "city" and best.population >= _WELL_KNOWN and not words.label(first)
    return "context" if big and not person and len(name) > _SHORT else "list"
