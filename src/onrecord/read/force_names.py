"""What a force is called and whose it is, as the words beside it and the verb above it say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.domain.posture import ElementKind
from onrecord.domain.span import Extent
from onrecord.ports.linguist import NamedEntity
from onrecord.read.clauses import Clause
from onrecord.read.force_words import (
    DEMONYM,
    DESIGNATORS,
    LONG,
    MOVEMENTS,
    NAMED_AIRCRAFT,
    NOT_OWNERS,
    OWNERS,
    OWNING,
    PHASES,
    SHIP,
    STRONG,
    TYPE,
    WEAK,
)
from onrecord.read.tree import Tree

#: The number of a formation, which analysers leave out of its name.
_NUMBERED = re.compile(r"\b([0-9]{1,3}(?:st|nd|rd|th)) $")


def name_of(tree: Tree, at: int, extent: Extent, text: str, entities: Sequence[NamedEntity]) -> str:
    """Return the name or type of an element; empty where the words give none."""
    ship = SHIP.search(text, extent.start, extent.end)
    if ship is not None:
        return ship.group()
    types = [
        found.group().rstrip("s")
        for one in tree.indices_in(extent)
        if designated(tree, one, text)
        and (found := TYPE.match(text, tree.tokens[one].start, extent.end))
    ]
    if types:
        return types[-1]
    head = tree.tokens[at]
    if is_named_aircraft(tree, at):
        return head.text.removesuffix("s")
    noun = called_ship(tree, at) if head.upos == "PROPN" else None
    if noun is not None:
        return text[tree.tokens[noun].end : extent.end].strip()
    for one in entities:
        inside = extent.start <= one.start and one.end <= extent.end
        whole = one.start <= head.start < one.end and one.label == "ORG"
        if inside and (whole or one.label in ("PLATFORM", "VEHICLE", "WEAPON")):
            words = _proper(text[one.start : one.end])
            common = words.lower() == head.text.lower() and head.upos == "NOUN"
            owned = DEMONYM.fullmatch(words) or words == owner_of(tree, at, text, entities)
            if words and not common and not owned:
                numbered = _NUMBERED.search(text, extent.start, one.start)
                return f"{numbered.group(1)} {words}" if numbered else words
    if tree.lemma(at) in ("group", "carrier"):  # "the Valiant carrier strike group"
        return _called_before(tree, at, extent, text, entities)
    apposed = [one for one in tree.dependants(at, "appos") if tree.tokens[one].upos == "PROPN"]
    if not apposed or head.xpos == "NNS":
        return ""
    called = _proper(tree.phrase(apposed[0]).of(text))
    return "" if DEMONYM.fullmatch(called) else called


def owner_of(tree: Tree, at: int, text: str, entities: Sequence[NamedEntity]) -> str:
    """Return whose a force is, as the words beside it say; of several, all: "Chinese and Russian"."""
    near = tree.dependants(at, "nmod:poss", "amod", "compound")
    nested = [deep for one in near for deep in tree.dependants(one, "compound", "amod")]
    for child in (*near, *nested):
        token = tree.tokens[child]
        if token.upos == "PRON":
            continue
        if tree.relation(child) == "nmod" and tree.lemma(child) not in NOT_OWNERS:
            return tree.phrase(child).of(text)
        beside = _owners_at(tree, child, at, entities)
        whole = text[beside[0].start : beside[-1].end] if beside else token.text
        told = DEMONYM.fullmatch(whole) is not None
        if beside and (told or not _bears_a_name(tree, at)):
            return whole
        if told and token.upos in ("ADJ", "PROPN") and not _bears_a_name(tree, at):
            return whole
    return ""


def _bears_a_name(tree: Tree, at: int) -> bool:
    """Say whether a name before a noun is that of the ship: "the Tolan carrier strike group"."""
    return tree.lemma(at) in ("group", "carrier")


def _owners_at(
    tree: Tree, child: int, at: int, entities: Sequence[NamedEntity]
) -> list[NamedEntity]:
    """Return the states and bodies named at a token, and at those joined to it, before a noun."""
    starts = [tree.tokens[one].start for one in (child, *tree.dependants(child, "conj"))]
    return [
        one
        for one in entities
        if one.label in OWNERS
        and one.end <= tree.tokens[at].start
        and any(one.start <= start < one.end for start in starts)
    ]


def sender_of(
    tree: Tree, clause: Clause, at: int, text: str, entities: Sequence[NamedEntity]
) -> str:
    """Return who is said to deploy a force, where that is a state or body and the force what it deploys."""
    head = predicate_of(tree, clause.head)
    if tree.lemma(head) not in OWNING:
        return ""
    top = at
    while tree.relation(top) in ("conj", "compound", "flat") and tree.tokens[top].head >= 0:
        top = tree.tokens[top].head
    governed = tree.tokens[top].head == head and tree.relation(top) in ("obj", "obl")
    if not governed:
        return ""
    for subject in tree.dependants(clause.head, "nsubj"):
        if tree.dependants(subject, "conj"):  # of several, nobody can say whose is what
            return ""
        start = tree.tokens[subject].start
        for one in entities:
            words = text[one.start : one.end]
            if one.start <= start < one.end and one.label in OWNERS and words != words.lower():
                return words
    return ""


def predicate_of(tree: Tree, head: int) -> int:
    """Return the verb that says what is done, below one of beginning or believing: "began massing"."""
    below = tree.dependants(head, "xcomp")
    if tree.lemma(head) in PHASES and below and tree.tokens[below[0]].upos == "VERB":
        return predicate_of(tree, below[0])
    return head


def is_named_aircraft(tree: Tree, at: int) -> bool:
    """Say whether a proper noun is the name of a type of aircraft, several of them or somebody's."""
    token = tree.tokens[at]
    if tree.lemma(at).removesuffix("s") not in NAMED_AIRCRAFT or not token.text[0].isupper():
        return False
    several = token.text.endswith("s") and bool(tree.dependants(at, "nummod"))
    return token.upos == "PROPN" and several


def names_listed(tree: Tree, at: int) -> tuple[int, ...]:
    """Return the names set right behind a noun of several ships: "the destroyers Alder and Birch"."""
    first = at + 1
    ships = tree.tokens[at].xpos == "NNS" and STRONG.get(tree.lemma(at).removesuffix("s")) == "ship"
    if not ships or first >= len(tree.tokens) or tree.tokens[first].upos != "PROPN":
        return ()
    found = [first]
    for one in found:  # what is joined to one joined is listed too
        found += [
            more
            for more in tree.dependants(one, "conj")
            if tree.tokens[more].upos == "PROPN" and more not in found
        ]
    return tuple(found) if len(found) > 1 else ()


def designated(tree: Tree, at: int, text: str) -> ElementKind | None:
    """Return what the type at a token is, unless it only tells of what kind another noun is."""
    found = TYPE.match(text, tree.tokens[at].start)
    if found is None:
        return None
    letters, _, number = found.group().lower().partition("-")
    if len(number.rstrip("s")) < LONG.get(letters, 1):
        return None
    head = at
    while head >= 0 and tree.tokens[head].start < found.end():
        beside = tree.relation(head) in ("compound", "flat", "nummod", "amod")
        up = tree.tokens[head].head
        if not beside:
            return DESIGNATORS[letters]
        head = up
    noun = tree.lemma(head).removesuffix("s") if head >= 0 else ""
    carried = noun in STRONG or noun in WEAK or noun in MOVEMENTS
    return DESIGNATORS[letters] if carried else None


def called_ship(tree: Tree, at: int) -> int | None:
    """Return the noun that says a name is that of a ship: "the carrier Resolute"."""
    return next(
        (
            one
            for one in tree.dependants(at, "compound")
            if tree.lemma(one) == "carrier" or STRONG.get(tree.lemma(one)) == "ship"
        ),
        None,
    )


def names_behind(tree: Tree, at: int) -> Iterator[int]:
    """Yield the tokens of a name set right behind a noun: "the carrier USS Valiant"."""
    for one in tree.dependants(at, "appos", "flat"):
        if tree.tokens[at].xpos == "NNS":  # several ships, each with a name of its own
            return
        if tree.tokens[one].upos == "PROPN" and tree.tokens[one - 1].text not in (",", "("):
            yield from tree.subtree(one, without=tree.dependants(one, "appos", "acl", "punct"))


def _called_before(
    tree: Tree, at: int, extent: Extent, text: str, entities: Sequence[NamedEntity]
) -> str:
    """Return the name before a noun, unless it is whose force it is: "the U.S. carrier strike group"."""
    head = tree.tokens[at]
    owner = owner_of(tree, at, text, entities)
    for one in reversed(entities):
        inside = extent.start <= one.start and one.end <= head.start
        if inside and one.label in ("PER", "LOC", "FAC", "ORG", "PLATFORM", "VEHICLE"):
            called = _proper(text[one.start : one.end])
            if called and called != owner:
                return called
    return ""


def _proper(words: str) -> str:
    """Return a name without the common nouns around it: "flagship Resolute", "Resolute carrier"."""
    parts = re.sub(r"^(?:The|An?)\s", "", words).split()
    while parts and parts[-1][0].islower():
        parts.pop()
    while parts and parts[0][0].islower():
        parts.pop(0)
    if not any(letter.isupper() for part in parts for letter in part):
        return ""
    # A kind of ship that a headline begins with a capital is no name: "Navy Destroyer".
    common = STRONG.get(parts[-1].lower().removesuffix("s")) == "ship"
    return "" if common else " ".join(parts)
