"""Naming the parties of an act: which words stand for whom, what they are, and how many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.domain.incident import PartyKind
from onrecord.domain.quantity import Number
from onrecord.domain.span import Extent
from onrecord.ports.linguist import NamedEntity
from onrecord.read.incidents.mention import Fate, Name, PartyMention, Role
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

_LEADING = re.compile(
    r"(?:(?:the|a|an|this|that|these|those|his|her|their|its|our|my|some|several|many|all|both|other|"
    r"another|at least|at most|about|around|approximately|nearly|almost|more than|over|up to|only|"
    r"various|numerous|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|one|dozens of|"
    r"hundreds of|scores of|\d[\d,.]*)\s+)+",
    re.IGNORECASE,
)
#: Longer phrases are parsed wrongly, or say more than whom they name.
_LONGEST = 90
_SPACE = re.compile(r"\s+")
_EDGES = " ,.;:'\"“”‘’()[]-–—"
#: Nouns that only stand for the people named behind "of".
_GROUPS = frozenset(
    "group band gang number member majority part dozen hundred thousand score pair crowd column unit "
    "element handful team faction couple series one total".split()
)
_BODIES = frozenset(
    "army police government force forces military cartel mafia front movement party command air-force navy "
    "organization organisation guard junta regime militia union federation church".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_NO_PARTY = _MONTHS | frozenset(
    "attack bombing murder killing kidnapping assassination explosion blast violence incident case death "
    "today yesterday "
    "monday tuesday wednesday thursday friday saturday sunday text crime massacre fire responsibility way course order basis result life date time day night morning "
    "afternoon front head body part car-bomb which that who what it area place region side scene spot".split()
)


def party_at(sentence: SentenceReading, index: int, *, fate: Fate = "") -> PartyMention | None:
    """Return the party a token heads, or `None` where it heads none that could be told.

    Args:
        sentence: The sentence.
        index: The head of the noun phrase.
        fate: What it suffered by the act.
    """
    tree = sentence.tree
    token = tree.tokens[index]
    if token.upos in ("PRON", "DET"):
        return _pronoun(token.text, fate)
    entity = entity_at(sentence, index)
    members = _members(tree, index)
    role = _role(tree, index, entity) if members < 0 else _role_of_members(sentence, members)
    if role is None or any(time.extent.start <= token.start < time.extent.end for time in sentence.times):
        return None
    names = tuple(_names(sentence, index, entity))
    if not names:
        return None
    low, high = _number(sentence, index, role)
    return PartyMention(
        names=names,
        kind=_kind(role, entity),
        role=role,
        proper=entity is not None and entity.label in ("PER", "ORG"),
        plural=is_plural(tree, index),
        bare=_is_bare(sentence, index, entity),
        low=low,
        high=high,
        fate=fate if role not in ("thing", "military_thing") else "",
    )


def _members(tree: Tree, index: int) -> int:
    """Return the noun behind "of" that says who a group or a number of them is; -1 for none."""
    token = tree.tokens[index]
    if singular(tree, index) not in _GROUPS and token.upos != "NUM":
        return -1
    of = [at for at in tree.dependants(index, "nmod") if "of" in cases(tree, at)]
    return of[0] if of else -1


def _role_of_members(sentence: SentenceReading, members: int) -> Role | None:
    return _role(sentence.tree, members, entity_at(sentence, members))


def _is_bare(sentence: SentenceReading, index: int, entity: NamedEntity | None) -> bool:
    """Say whether a phrase is of people or things in general: "civilians", "many judges"."""
    tree = sentence.tree
    if not is_plural(tree, index) and singular(tree, index) not in ("people", "population"):
        return False
    if entity is not None and entity.label in ("PER", "ORG"):
        return False
    if tree.dependants(index, "nummod", "nmod:poss", "acl"):
        return False
    marks = {tree.tokens[at].text.lower() for at in tree.dependants(index, "det", "amod")}
    return not marks & {"the", "these", "those", "both", "several", "dozens", "two"}


def _pronoun(word: str, fate: Fate) -> PartyMention | None:
    word = word.lower()
    if word in ("it", "its", "this", "that", "which", "what", "itself"):
        return None
    single = word in ("he", "him", "his", "she", "her", "i", "me")
    one: Number | None = 1 if single else None
    return PartyMention(
        (), "person", "civil", plural=not single, low=one or 2, high=one, fate=fate
    )


def organisations_of(sentence: SentenceReading, index: int) -> tuple[PartyMention, ...]:
    """Return the organisations named inside a noun phrase: "the gunmen of the Front (FLV)"."""
    tree = sentence.tree
    cut = [at for at in tree.children[index] if tree.tokens[at].deprel == "acl:relcl"]
    cut += list(tree.dependants(index, "conj", "obl", "advcl", "cc"))
    inside = frozenset(tree.subtree(index, without=cut))
    found: list[PartyMention] = []
    for entity in sentence.entities:
        if entity.label != "ORG":
            continue
        tokens = tree.indices_in(Extent(entity.start, entity.end))
        if not tokens or not inside.issuperset(tokens) or _is_alias(found, entity):
            continue
        name = clean(sentence.text, Extent(entity.start, entity.end))
        if name is None or _common(name.words):
            continue
        aliases = (name, *_aliases(sentence, entity))
        found.append(PartyMention(aliases, "organisation", "body", proper=True))
    if not found and _is_body(tree, index):
        name = clean(sentence.text, tree.phrase(index))
        if name is not None:
            found.append(PartyMention((name,), "organisation", "body"))
    return tuple(found)


def _is_body(tree: Tree, index: int) -> bool:
    return singular(tree, index) in _BODIES or tree.tokens[index].text.lower() in _BODIES


def _common(words: str) -> bool:
    lower = words.lower()
    return lower in IRREGULARS or lower.removesuffix("s") in IRREGULARS or len(words) < 2


def _is_alias(found: Sequence[PartyMention], entity: NamedEntity) -> bool:
    return any(name.extent.start == entity.start for one in found for name in one.names)


_BRACKET = re.compile(r"['’]?\s*[\[(]\s*([^\[\]()]{2,70}?)\s*[\])]")


def _aliases(sentence: SentenceReading, entity: NamedEntity) -> tuple[Name, ...]:
    """Return the other name in brackets right behind a name: "the Free Front (FF)"."""
    match = _BRACKET.match(sentence.text, entity.end)
    if match is None:
        return ()
    name = clean(sentence.text, Extent(match.start(1), match.end(1)))
    return () if name is None or not name.words[0].isupper() else (name,)


def names_in_brackets(sentence: SentenceReading) -> Iterator[tuple[Name, ...]]:
    """Yield each organisation named twice, the second time in brackets, with both names."""
    for entity in sentence.entities:
        if entity.label != "ORG":
            continue
        others = _aliases(sentence, entity)
        name = clean(sentence.text, Extent(entity.start, entity.end)) if others else None
        if name is not None:
            yield (name, *others)


def entity_at(sentence: SentenceReading, index: int) -> NamedEntity | None:
    """Return the named entity a token stands in, or that is set beside it as its name."""
    tree = sentence.tree
    for at in (index, *tree.dependants(index, "flat")):
        start = tree.tokens[at].start
        for entity in sentence.entities:
            if entity.start <= start < entity.end:
                return entity
    return None


def clean(text: str, extent: Extent) -> Name | None:
    """Return the words of an extent as a name: without article, number and marks around it."""
    start, end = extent.start, extent.end
    note = text.rfind("]", start, end) + 1
    if note and text.find("[", start, note) <= start:  # "[TEXT] Gunmen": a note, or the end of one
        start = note
    while start < end and text[start].isspace():
        start += 1
    lead = _LEADING.match(text, start, end)
    if lead is not None:
        start = min(lead.end(), end)
    while start < end and text[start] in _EDGES + "\n\t":
        start += 1
    while end > start and text[end - 1] in _EDGES + "\n\t":
        end -= 1
    if start >= end or not any(sign.isalpha() for sign in text[start:end]):
        return None
    return Name(_SPACE.sub(" ", text[start:end]), Extent(start, end))


def _names(sentence: SentenceReading, index: int, entity: NamedEntity | None) -> Iterator[Name]:
    """Yield the ways a phrase names its party: proper name, description, apposition."""
    tree, text = sentence.tree, sentence.text
    seen: set[str] = set()
    for extent in _name_extents(sentence, index, entity):
        name = clean(text, extent)
        if name is not None and name.words.lower() not in seen and len(name.words) < _LONGEST:
            seen.add(name.words.lower())
            yield name
    members = _members(tree, index)
    if members >= 0:
        name = clean(text, _short(tree, members))
        if name is not None and name.words.lower() not in seen:
            yield name


def _name_extents(
    sentence: SentenceReading, index: int, entity: NamedEntity | None
) -> Iterator[Extent]:
    tree = sentence.tree
    phrase = tree.phrase(index)
    if entity is not None and entity.label in ("PER", "ORG"):
        yield Extent(entity.start, entity.end)
        if phrase.start < entity.start:
            yield Extent(phrase.start, entity.start)
    else:
        near = _short(tree, index)
        if tree.tokens[index].upos != "NUM" or _members(tree, index) < 0:
            yield near
            if phrase != near:
                yield phrase
    for at in tree.dependants(index, "appos", "flat"):
        beside = entity_at(sentence, at)
        if beside is entity and entity is not None:
            continue
        if beside is not None and beside.label == "PER":
            yield Extent(beside.start, beside.end)
        elif tree.tokens[at].upos in ("NOUN", "PROPN") and tree.relation(at) == "appos":
            yield tree.phrase(at)


def _short(tree: Tree, index: int) -> Extent:
    """Return a noun with what stands before it, without complements behind."""
    before = [at for at in tree.subtree(index) if at <= index]
    cut = {
        at
        for child in tree.dependants(index, "nmod:poss", "acl", "punct", "case", "cc", "conj", "appos")
        for at in tree.subtree(child)
    }
    kept = [at for at in before if at not in cut]
    return tree.extent(tree.run_around(index, kept))


def _role(tree: Tree, index: int, entity: NamedEntity | None) -> Role | None:
    word = singular(tree, index)
    if tree.tokens[index].upos not in ("NOUN", "PROPN", "NUM", "ADJ") or word in _NO_PARTY:
        return None
    if tree.tokens[index].upos == "NUM" and any(
        tree.tokens[at].text.lower() in _MONTHS for at in tree.children[index]
    ):
        return None
    for role, words in _ROLE_WORDS:
        if word in words:
            return "military_thing" if role == "thing" and _is_military(tree, index) else role
    label = entity.label if entity is not None else ""
    if label == "PER":
        return "civil"
    if label in ("ORG", "FAC"):
        armed = set(_words_of(tree, index, entity)) & (SOLDIERS | {"armed"})
        return "thing" if label == "FAC" else "soldier" if armed else "body"
    if label == "NORP":
        return "civil"
    if label in ("LOC", "GPE"):
        return None
    if word.endswith(("man", "men", "woman", "women", "ist", "ian", "ee")):
        return "civil"
    if tree.tokens[index].upos == "NUM":
        return "civil"
    return "thing" if label in ("VEHICLE", "PLATFORM") else None


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


def _kind(role: Role, entity: NamedEntity | None) -> PartyKind:
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
        if lemma.endswith("ies") and len(lemma) > 4:
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


def _number(
    sentence: SentenceReading, index: int, role: Role
) -> tuple[Number | None, Number | None]:
    """Return how many a phrase says there are; one for a singular, at least two for a plural."""
    if role in ("thing", "military_thing", "body"):
        return None, None
    tree = sentence.tree
    token = tree.tokens[index]
    for found in sentence.quantities:
        if found.extent.start <= token.start < found.extent.end and found.quantity.bound != "ordinal":
            quantity = found.quantity
            if quantity.low is None and quantity.high is None:
                return quantity.value, quantity.value
            return quantity.low, quantity.high
    if is_plural(tree, index) or singular(tree, index) in ("people", "police", "crowd", "family"):
        return 2, None
    return 1, 1
