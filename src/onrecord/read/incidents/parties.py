"""Naming the parties of an act: which words stand for whom, what they are, and how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.domain.numerals import numerals_in
from onrecord.domain.quantity import Number
from onrecord.domain.span import Extent
from onrecord.ports.linguist import NamedEntity
from onrecord.read.incidents.mention import Fate, PartyMention, Role
from onrecord.read.incidents.party_names import (
    aliases_of,
    clean,
    names_of,
    short_phrase,
    whole_phrase,
)
from onrecord.read.incidents.party_roles import (
    entity_at,
    is_plural,
    kind_of_party,
    members_of,
    role_of,
    singular,
)
from onrecord.read.incidents.words import IRREGULARS
from onrecord.read.sentence import SentenceReading
from onrecord.read.tree import Tree

_BODIES = frozenset(
    "army police government force forces military cartel mafia front movement party command air-force navy "
    "organization organisation guard junta regime militia union federation church".split()
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
    members = members_of(tree, index)
    role = _role_of(sentence, index, entity, members)
    if role is None or any(
        time.extent.start <= token.start < time.extent.end for time in sentence.times
    ):
        return None
    names = tuple(names_of(sentence, index, entity))
    if not names:
        return None
    several = is_plural(tree, index) and (entity is None or entity.label != "PER")
    low, high = _number(sentence, index, role, several=several)
    return PartyMention(
        names=names,
        kind=kind_of_party(role, entity),
        role=role,
        proper=_is_proper(sentence, index, entity),
        plural=several,
        bare=_is_bare(sentence, index, entity),
        low=low,
        high=high,
        fate=fate if role not in ("thing", "military_thing") else "",
    )


def _role_of(
    sentence: SentenceReading, index: int, entity: NamedEntity | None, members: int
) -> Role | None:
    if members < 0:
        return role_of(sentence.tree, index, entity)
    return role_of(sentence.tree, members, entity_at(sentence, members))


def _is_proper(sentence: SentenceReading, index: int, entity: NamedEntity | None) -> bool:
    if entity is not None and entity.label in ("PER", "ORG"):
        return True
    tree = sentence.tree
    places = tree.dependants(index, "nmod")
    below = (sub for at in places for sub in tree.dependants(at, "appos"))
    beside = (entity_at(sentence, at) for at in (*tree.dependants(index, "appos", "flat"), *below))
    return any(one is not None and one.label == "PER" for one in beside)


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
    return PartyMention((), "person", "civil", plural=not single, low=one or 2, high=one, fate=fate)


def organisations_of(sentence: SentenceReading, index: int) -> tuple[PartyMention, ...]:
    """Return the organisations named inside a noun phrase: "the gunmen of the Front (FLV)"."""
    tree = sentence.tree
    cut = [at for at in tree.children[index] if tree.tokens[at].deprel == "acl:relcl"]
    cut += list(tree.dependants(index, "conj", "obl", "advcl", "cc"))
    inside = frozenset(tree.subtree(index, without=cut))
    found: list[PartyMention] = []
    for entity in _organisations(sentence):
        tokens = tree.indices_in(Extent(entity.start, entity.end))
        if not tokens or not inside.issuperset(tokens) or _is_alias(found, entity):
            continue
        name = clean(sentence.text, Extent(entity.start, entity.end))
        if name is None or _common(name.words):
            continue
        aliases = (name, *aliases_of(sentence, entity))
        found.append(PartyMention(aliases, "organisation", "body", proper=True))
    return tuple(found) or _common_bodies(sentence, index)


def _common_bodies(sentence: SentenceReading, index: int) -> tuple[PartyMention, ...]:
    """Return a body named by common nouns: "the army", "members of the armed forces"."""
    tree = sentence.tree
    near = (index, *tree.dependants(index, "nmod", "compound"))
    bodies = [at for at in near if _is_body(tree, at) and tree.tokens[at].deprel != "nmod:poss"]
    if not bodies:
        return ()
    host = bodies[0]
    name = clean(
        sentence.text, whole_phrase(tree, host) if host == index else short_phrase(tree, host)
    )
    return () if name is None else (PartyMention((name,), "organisation", "body"),)


def _organisations(sentence: SentenceReading) -> Iterator[NamedEntity]:
    """Yield the organisations named, two that stand side by side as the one they are."""
    last: NamedEntity | None = None
    for entity in sentence.entities:
        if entity.label != "ORG":
            continue
        if last is not None and sentence.text[last.end : entity.start] == " ":
            last = NamedEntity(last.start, entity.end, "ORG")
            continue
        if last is not None:
            yield last
        last = entity
    if last is not None:
        yield last


def _is_body(tree: Tree, index: int) -> bool:
    return singular(tree, index) in _BODIES or tree.tokens[index].text.lower() in _BODIES


def _common(words: str) -> bool:
    lower = words.lower()
    return lower in IRREGULARS or lower.removesuffix("s") in IRREGULARS or len(words) == 1


def _is_alias(found: Sequence[PartyMention], entity: NamedEntity) -> bool:
    return any(name.extent.start == entity.start for one in found for name in one.names)


def _number(
    sentence: SentenceReading, index: int, role: Role, *, several: bool
) -> tuple[Number | None, Number | None]:
    """Return how many a phrase says there are; one for a singular, at least two for a plural."""
    if role in ("thing", "military_thing", "body"):
        return None, None
    tree = sentence.tree
    token = tree.tokens[index]
    for found in sentence.quantities:
        if (
            found.extent.start <= token.start < found.extent.end
            and found.quantity.bound != "ordinal"
        ):
            quantity = found.quantity
            if quantity.low is None and quantity.high is None:
                return quantity.value, quantity.value
            return quantity.low, quantity.high
    for at in tree.dependants(index, "nummod"):
        value = next((one.value for one in numerals_in(tree.tokens[at].text.lower())), None)
        if value is not None:
            return value, value
    if several or singular(tree, index) in ("people", "police", "crowd", "family"):
        return 2, None
    return 1, 1
