"""Bare numbers whose predicate says what they count: "of the 584 dead, 552 were protesters"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.domain.span import Extent
from onrecord.read.quantity_counted import unit_of_noun
from onrecord.read.quantity_found import FoundQuantity
from onrecord.read.quantity_words import Words
from onrecord.read.units import FATE_WORDS, PEOPLE

#: What makes the counted a part of those counted or named before.
_PART_OF = re.compile(r"\bof\s(?:the|these|those|them|whom|all)\b", re.IGNORECASE)
_PART_OF_HARMED = re.compile(
    r"\bof\s(?:the|those|all)\s(?:\w+\s){0,2}?(?P<fate>dead|killed|wounded|injured|missing|arrested|detained"
    r"|displaced|deaths|fatalities)\b",
    re.IGNORECASE,
)
_LEAD = 12
_PHRASE = 6


def with_members(found: Sequence[FoundQuantity], words: Words) -> list[FoundQuantity]:
    """Give each number that is said to "be" some people their noun, and the harm they share.

    Args:
        found: The quantities of the sentence in order.
        words: The words of the sentence; without a tree nothing changes.
    """
    done: list[FoundQuantity] = []
    shared = ""
    for one in found:
        noun = _predicate_of(one, words)
        if noun is None:
            done.append(one)
            if one.quantity.unit:
                shared = ""
            continue
        shared = _harm_of(one, done, words) or shared
        named = words.tokens[noun]
        counted = Extent(named.start, named.end).of(words.text)
        unit = shared or unit_of_noun(words, noun)
        done.append(replace(one, quantity=replace(one.quantity, unit=unit, counted=counted)))
    return done


def _predicate_of(one: FoundQuantity, words: Words) -> int | None:
    """Return the token of the plural noun that a number is the subject of, by "to be"."""
    if one.quantity.unit and not _PART_OF_HARMED.search(one.extent.of(words.text)):
        return None
    if one.quantity.bound == "ordinal":
        return None
    for at in words.covering(one.number.start, one.number.end):
        noun = words.tokens[at].head
        if noun > at and words.relation(at) == "nsubj" and _is_plural(words, noun):
            linked = any(words.relation(child) == "cop" for child in words.children(noun))
            return noun if linked else None
    return _right_behind(words, one.extent.end)


def _is_plural(words: Words, noun: int) -> bool:
    token = words.tokens[noun]
    plural = token.xpos in ("NNS", "NNPS") or token.text.lower() in PEOPLE
    return plural and words.is_noun(noun)


def _right_behind(words: Words, end: int) -> int | None:
    """Return the noun of ", 209 were armed guards", whatever the parser makes of a list of these."""
    first = words.at_or_after(end)
    if not words.tagged or first >= len(words.tokens) or words.tokens[first].lemma != "be":
        return None
    for at in range(first + 1, min(first + _PHRASE, len(words.tokens))):
        if _is_plural(words, at):
            return at
        if not words.is_inside_noun_phrase(at):
            return None
    return None


def _harm_of(one: FoundQuantity, before: Sequence[FoundQuantity], words: Words) -> str:
    """Return the unit of the harmed people that a number is part of, or an empty text."""
    if one.quantity.unit:
        return one.quantity.unit
    last = before[-1] if before else None
    if last is not None and last.quantity.unit.startswith("people_"):
        lead = max(words.start, last.extent.start - _LEAD)
        return last.quantity.unit if _PART_OF.search(words.text, lead, one.extent.start) else ""
    match = _PART_OF_HARMED.search(words.text, words.start, one.extent.start)
    fate = FATE_WORDS.get(match["fate"].lower(), "") if match else ""
    return f"people_{fate}" if fate else ""
