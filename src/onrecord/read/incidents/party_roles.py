"""What a noun phrase is in a conflict: fighter, soldier, civilian, thing or body, one or several."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.domain.incident import PartyKind
from onrecord.domain.span import Extent
from onrecord.ports.linguist import NamedEntity
from onrecord.read.incidents.mention import Role
from onrecord.read.incidents.roles import cases
from onrecord.read.incidents.words import (
    IRREGULARS,
    MILITARY_THINGS,
    PEOPLE,
    POLICE,
    SOLDIERS,
    THINGS,
)
from onrecord.read.sentence import SentenceReading
from onrecord.read.tree import Tree

#: Nouns that only stand for the people named behind "of".
_GROUPS = frozenset(
    "group band gang number member majority part dozen hundred thousand score pair crowd column unit "
    "element handful team faction couple series one total".split()
)
#: "cities" -> "city", but "dies".
_SHORTEST_Y = 4
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
#: Nouns that are nobody and nothing that could be harmed: times, events, parts.
NO_PARTY = _MONTHS | frozenset(
    "attack bombing murder killing kidnapping assassination explosion blast violence incident case death "
    "today yesterday monday tuesday wednesday thursday friday saturday sunday text crime massacre fire "
    "responsibility way course order basis result life date time day night morning afternoon front head "
    "body part car-bomb which that who what it area place region side scene spot".split()
)


def role_of(tree: Tree, index: int, entity: NamedEntity | None) -> Role | None:
    """Return what a noun phrase is in a conflict, or `None` where it is no party."""
    word = singular(tree, index)
    if tree.tokens[index].upos not in ("NOUN", "PROPN", "NUM", "ADJ") or word in NO_PARTY:
        return None
    if tree.tokens[index].upos == "NUM" and any(
        tree.tokens[at].text.lower() in _MONTHS for at in tree.children[index]
    ):
        return None
    for role, words in _ROLE_WORDS:
        if word in words:
            return "military_thing" if role == "thing" and _is_military(tree, index) else role
    named = _role_of_name(tree, index, entity)
    if named is not None or (entity is not None and entity.label in ("LOC", "GPE")):
        return named
    is_human = tree.tokens[index].upos == "NUM" or word.endswith(_HUMAN_ENDINGS)
    return "civil" if is_human else None


_HUMAN_ENDINGS = ("man", "men", "woman", "women", "ist", "ian", "ee")


def _role_of_name(tree: Tree, index: int, entity: NamedEntity | None) -> Role | None:
    match entity.label if entity is not None else "":
        case "PER" | "NORP":
            return "civil"
        case "ORG":
            armed = set(_words_of(tree, index, entity)) & (SOLDIERS | {"armed"})
            return "soldier" if armed else "body"
        case "FAC" | "VEHICLE" | "PLATFORM":
            return "thing"
        case _:
            return None


def _is_military(tree: Tree, index: int) -> bool:
    described = {singular(tree, at) for at in tree.dependants(index, "amod", "compound", "nmod")}
    return bool(described & (SOLDIERS | {"armored", "armoured"}))


def _words_of(tree: Tree, index: int, entity: NamedEntity | None) -> Iterator[str]:
    if entity is not None:
        for at in tree.indices_in(Extent(entity.start, entity.end)):
            yield singular(tree, at)
    yield singular(tree, index)


_ROLE_WORDS: tuple[tuple[Role, frozenset[str]], ...] = (
    ("irregular", IRREGULARS),
    ("police", POLICE),
    ("soldier", SOLDIERS),
    ("civil", PEOPLE),
    ("military_thing", MILITARY_THINGS),
    ("thing", THINGS),
)


def kind_of_party(role: Role, entity: NamedEntity | None) -> PartyKind:
    """Return whether a party is people, an organisation or a thing."""
    if role in ("thing", "military_thing"):
        return "thing"
    if role == "civil":
        return "person"
    return "organisation" if role == "body" or (entity and entity.label == "ORG") else "person"


def singular(tree: Tree, index: int) -> str:
    """Return the noun in lower case and singular, whatever the tagger took it for."""
    lemma = tree.lemma(index)
    token = tree.tokens[index]
    if token.upos == "PROPN" or lemma == token.text.lower():
        if lemma.endswith("men"):
            return lemma[:-3] + "man"
        if lemma.endswith("ies") and len(lemma) > _SHORTEST_Y:
            return lemma[:-3] + "y"
        if lemma.endswith("s") and not lemma.endswith(("ss", "us")):
            return lemma[:-1]
    return lemma


def is_plural(tree: Tree, index: int) -> bool:
    """Say whether a noun phrase stands for several."""
    token = tree.tokens[index]
    if token.xpos in ("NNS", "NNPS"):
        return True
    return token.upos in ("NOUN", "PROPN") and singular(tree, index) != token.text.lower()


def members_of(tree: Tree, index: int) -> int:
    """Return the noun behind "of" that says who a group or a number of them is; -1 for none."""
    token = tree.tokens[index]
    if singular(tree, index) not in _GROUPS and token.upos != "NUM":
        return -1
    of = [at for at in tree.dependants(index, "nmod") if "of" in cases(tree, at)]
    return of[0] if of else -1


def entity_at(sentence: SentenceReading, index: int) -> NamedEntity | None:
    """Return the named entity a token stands in, or that is set beside it as its name."""
    tree = sentence.tree
    for at in (index, *tree.dependants(index, "flat")):
        start = tree.tokens[at].start
        for entity in sentence.entities:
            if entity.start <= start < entity.end:
                return entity
    return None
