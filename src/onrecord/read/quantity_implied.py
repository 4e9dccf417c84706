"""Counts of harmed people that no numeral states: none of them ("nobody was hurt") and one ("a woman died").

They need a tree. A bare singular counts in headlines too ("Man killed in Orlan"); a known one ("the man was
killed") was counted where he was named first.
"""

from __future__ import annotations

from onrecord.domain.quantity import Quantity
from onrecord.domain.span import Extent
from onrecord.ports.linguist import Parse
from onrecord.read.quantity_fates import fate_of
from onrecord.read.quantity_found import FoundQuantity
from onrecord.read.quantity_words import Words, words_of
from onrecord.read.units import FATE_WORDS, PEOPLE, plural

_NOBODY = frozenset({"nobody", "none"})
_NO = frozenset({"no", "zero"})
_ONE = frozenset({"a", "an", "another", "one"})
_SUFFERING = frozenset({"nsubj", "nsubj:pass", "obj", "root", "conj", "obl", "nmod"})
#: Nouns of harm that name no person: "without casualties", "no injuries were reported".
_HARM = frozenset({"casualty", "death", "fatality", "injury"})


def implied_counts(parse: Parse, text: str) -> tuple[FoundQuantity, ...]:
    """Return the counts of none and of one, in order of the text; empty without a tree.

    Args:
        parse: The sentence.
        text: The whole document text.
    """
    words = words_of(parse, text)
    if not words.tagged:
        return ()
    found = (_none(words, at) or _one(words, at) for at in range(len(words.tokens)))
    return tuple(one for one in found if one is not None)


def _none(words: Words, at: int) -> FoundQuantity | None:
    """Read "nobody", "no one", "no soldiers", "without casualties" where they say who was harmed."""
    token = words.tokens[at]
    word = token.text.lower()
    first = _first_no(words, at)
    if word in _NOBODY or (first is not None and word == "one"):
        start = words.tokens[at if first is None else first].start
        return _found(words, at, start, value=0, counted="")
    if first is None or not words.is_noun(at):
        return None
    start = words.tokens[first].start
    if token.lemma.lower() in _HARM:
        unit = FATE_WORDS.get(word, "")
        named = f"people_{unit}" if unit else plural(token.lemma.lower())
        return _quantity(words, start, token.end, value=0, unit=named, counted=token.text)
    return _found(words, at, start, value=0, counted=token.text) if _is_person(words, at) else None


def _first_no(words: Words, at: int) -> int | None:
    """Return the index of "no", "not a single" or "without" that says there is none."""
    for child in words.children(at):
        word = words.tokens[child].text.lower()
        if word in _NO and words.relation(child) in ("det", "nummod", "advmod"):
            return child
        if word == "without" and words.relation(child) == "case":
            return child
        if (
            word == "not"
            and child + 1 < at
            and words.tokens[child + 1].text.lower() in ("a", "one")
        ):
            return child
    return None


def _one(words: Words, at: int) -> FoundQuantity | None:
    """Read "a woman was killed", "killing another soldier", "Man shot dead"."""
    token = words.tokens[at]
    if not _is_person(words, at) or token.xpos not in ("NN", "NNP"):
        return None
    if words.tokens[at].deprel not in _SUFFERING:
        return None
    children = [child for child in words.children(at) if child < at]
    marks = [
        c
        for c in children
        if words.relation(c) in ("det", "nummod") or words.tokens[c].deprel == "nmod:poss"
    ]
    if any(words.tokens[mark].text.lower() not in _ONE for mark in marks):
        return None
    if any(words.tokens[mark].upos == "NUM" for mark in marks):
        return None  # "one soldier" is a numeral's to count
    if not marks and children:
        return None
    if not marks and at != 0:
        return None
    start = words.tokens[marks[0]].start if marks else token.start
    return _found(words, at, start, value=1, counted=token.text)


def _is_person(words: Words, at: int) -> bool:
    token = words.tokens[at]
    return (
        words.is_noun(at)
        and (token.text.lower() in PEOPLE or token.lemma.lower() in PEOPLE)
        and token.text.lower() not in ("aid", "police", "staff", "crew", "troop")
    )


def _found(words: Words, at: int, start: int, *, value: int, counted: str) -> FoundQuantity | None:
    end = words.tokens[at].end
    fate = fate_of(words, head=at, start=start, end=end)
    if not fate:
        return None
    return _quantity(words, start, end, value=value, unit=f"people_{fate}", counted=counted)


def _quantity(
    words: Words, start: int, end: int, *, value: int, unit: str, counted: str
) -> FoundQuantity:
    return FoundQuantity(
        extent=Extent(start, end),
        number=Extent(start, words.tokens[words.at_or_after(start)].end),
        quantity=Quantity(value, value, value, unit, "exact", counted=counted),
    )
