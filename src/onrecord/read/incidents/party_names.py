"""The words that name a party: proper name, description, apposition, the name in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.domain.span import Extent
from onrecord.ports.linguist import NamedEntity
from onrecord.read.incidents.mention import Name
from onrecord.read.incidents.party_roles import entity_at, members_of
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
_BRACKET = re.compile(r"['’]?\s*[\[(]\s*([^\[\]()]{2,70}?)\s*[\])]")


def aliases_of(sentence: SentenceReading, entity: NamedEntity) -> tuple[Name, ...]:
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
        others = aliases_of(sentence, entity)
        name = clean(sentence.text, Extent(entity.start, entity.end)) if others else None
        if name is not None:
            yield (name, *others)


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


def names_of(sentence: SentenceReading, index: int, entity: NamedEntity | None) -> Iterator[Name]:
    """Yield the ways a phrase names its party: proper name, description, apposition."""
    tree, text = sentence.tree, sentence.text
    seen: set[str] = set()
    for extent in _name_extents(sentence, index, entity):
        name = clean(text, extent)
        if name is not None and name.words.lower() not in seen and len(name.words) < _LONGEST:
            seen.add(name.words.lower())
            yield name
    members = members_of(tree, index)
    if members >= 0:
        name = clean(text, short_phrase(tree, members))
        if name is not None and name.words.lower() not in seen:
            yield name


def _name_extents(
    sentence: SentenceReading, index: int, entity: NamedEntity | None
) -> Iterator[Extent]:
    """Yield where a party is named: proper names first, then descriptions."""
    tree = sentence.tree
    phrase = whole_phrase(tree, index)
    beside = list(_beside(sentence, index, entity))
    proper = [extent for extent, is_name in beside if is_name]
    if entity is not None and entity.label in ("PER", "ORG"):
        yield Extent(entity.start, entity.end)
        if phrase.start < entity.start:
            yield Extent(phrase.start, entity.start)
    yield from proper
    if entity is None or entity.label not in ("PER", "ORG"):
        is_group = members_of(tree, index) >= 0
        if not is_group:
            yield short_phrase(tree, index)
        apart = not any(phrase.overlaps(extent) for extent in proper)
        if apart and not (is_group and tree.tokens[index].upos == "NUM"):
            yield phrase
    yield from (extent for extent, is_name in beside if not is_name)


def _beside(
    sentence: SentenceReading, index: int, entity: NamedEntity | None
) -> Iterator[tuple[Extent, bool]]:
    """Yield what is set beside a noun, and whether it is a person's name."""
    tree = sentence.tree
    places = tree.dependants(index, "nmod")  # "the mayor of Lisk, Ana Ruel": hung from the place
    below = (sub for at in places for sub in tree.dependants(at, "appos"))
    for at in (*tree.dependants(index, "appos", "flat"), *below):
        other = entity_at(sentence, at)
        if other is entity and entity is not None:
            continue
        if other is not None and other.label == "PER":
            yield Extent(other.start, other.end), True
        elif tree.tokens[at].upos in ("NOUN", "PROPN") and tree.tokens[at].head == index:
            yield whole_phrase(tree, at), False


def whole_phrase(tree: Tree, index: int) -> Extent:
    """Return a noun phrase without what is said of it, even where the noun is the predicate."""
    phrase = tree.phrase(index)
    first = min(
        (tree.tokens[at].start for at in tree.subtree(index, without=_said(tree, index))),
        default=phrase.start,
    )
    return Extent(max(phrase.start, first), phrase.end)


def _said(tree: Tree, index: int) -> tuple[int, ...]:
    return tree.dependants(index, "nsubj", "csubj", "cop", "aux", "mark", "advmod", "expl")


def short_phrase(tree: Tree, index: int) -> Extent:
    """Return a noun with what stands before it, without complements behind."""
    cut = tree.dependants(
        index, "nmod:poss", "acl", "punct", "case", "cc", "conj", "appos", "obl", "advcl"
    )
    kept = [at for at in tree.subtree(index, without=(*cut, *_said(tree, index))) if at <= index]
    return tree.extent(tree.run_around(index, kept))
