"""Who says it: from a cue to the words that name its source, and from a pronoun to a name.

Nobody is invented: where the words do not name a source the chain says `unattributed`, and a pronoun
that could be two people keeps its own word and no name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.domain.span import Extent, span_at
from onrecord.domain.statement import SourceIdentity, Voice
from onrecord.ports.linguist import NamedEntity
from onrecord.read.tree import Tree

_PERSONAL = frozenset({"he", "she", "him", "her"})
_OFFICIALS = re.compile(
    r"\b(?:officials?|sources?|diplomats?|aides?|insiders?|officers?|spokes(?:man|woman|person|people))\b",
    re.IGNORECASE,
)
_OFFICES = re.compile(
    r"\b(?:president|premier|minister|ministry|secretary|chancellor|government|governor|mayor|king|"
    r"queen|prince|emir|army|navy|military|police|command(?:er)?|chief|general|admiral|ambassador|"
    r"department|office|administration|authority|authorities|parliament|senate|congress|court|"
    r"spokes(?:man|woman|person)|envoy|coast guard|regulator|prosecutor|commission(?:er)?|council)\b",
    re.IGNORECASE,
)
_DOCUMENTS = re.compile(
    r"\b(?:report|statement|document|memo|letter|assessment|study|survey|communique|footage|video|"
    r"data|figures|records?|filing|indictment|transcript|dispatch|analysis|image(?:ry|s)?)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Names:
    """The people named so far in a document, for pronouns and bare surnames.

    Attributes:
        persons: Full names in order of first mention.
        last_speaker: The person who spoke last, by full name; empty before anybody did.
        last_subject: The person last named as a subject.
    """

    persons: list[str] = field(default_factory=list)
    last_speaker: str = ""
    last_subject: str = ""

    def add(self, name: str) -> None:
        """Remember a person's name as worded, unless a fuller form is known."""
        if name and name not in self.persons:
            self.persons.append(name)

    def full(self, name: str) -> str:
        """Return the one fuller name that ends in `name`, else `name` itself."""
        words = name.split()
        fuller = [
            known
            for known in self.persons
            if len(known.split()) > len(words) and known.split()[-len(words) :] == words
        ]
        return fuller[0] if len(set(fuller)) == 1 else name

    def person_for(self, pronoun: str) -> str:
        """Return whom a personal pronoun means: the last subject, else the last speaker."""
        return (self.last_subject or self.last_speaker) if pronoun in _PERSONAL else ""


def voice_at(
    tree: Tree,
    index: int,
    *,
    text: str,
    document: str,
    entities: Sequence[NamedEntity],
    names: Names,
) -> Voice:
    """Return the voice named by the noun phrase headed at token `index`."""
    extent = _name_extent(tree, index, entities, text)
    words = extent.of(text)
    span = span_at(text, extent, document=document, role="source")
    if tree.tokens[index].upos == "PRON":
        near = subject_before(tree, index, entities, text)
        return _pronoun_voice(words, Voice(words, "unnamed", span=span), names, near)
    inside = [entity for entity in entities if extent.start <= entity.start < extent.end]
    return Voice(words, identity_of(words, inside), _resolved(words, inside, text, names), span)


def identity_of(words: str, inside: Sequence[NamedEntity]) -> SourceIdentity:
    """Say how far words identify a source: by name, by office, or not at all."""
    labels = {entity.label for entity in inside}
    if "PER" in labels:
        return "named_person"
    if _OFFICIALS.search(words) and not _named_spokesman(words, labels):
        return "unnamed_official"
    if _DOCUMENTS.search(words):
        return "document"
    if _OFFICES.search(words):
        return "named_office"
    if labels & {"ORG", "LOC"} or (words[:1].isupper() and not words.lower().startswith("the ")):
        return "organisation"
    return "unnamed"


def _named_spokesman(words: str, labels: set[str]) -> bool:
    return bool(re.search(r"spokes", words, re.IGNORECASE)) and "PER" in labels


def subject_before(tree: Tree, index: int, entities: Sequence[NamedEntity], text: str) -> str:
    """Return the person named last as a subject earlier in the sentence; empty when there is none."""
    found = ""
    for entity in entities:
        if entity.label != "PER" or entity.end > tree.tokens[index].start:
            continue
        for at in tree.indices_in(Extent(entity.start, entity.end)):
            tops = (at, *tree.ancestors(at))[:2]
            if any(tree.relation(top) == "nsubj" for top in tops):
                found = text[entity.start : entity.end]
    return found


def _pronoun_voice(words: str, voice: Voice, names: Names, near: str) -> Voice:
    if words.lower() not in _PERSONAL:
        return voice
    person = names.full(near) if near else names.person_for(words.lower())
    return replace(voice, identity="named_person", name=person) if person else voice


def _resolved(words: str, inside: Sequence[NamedEntity], text: str, names: Names) -> str:
    persons = [entity for entity in inside if entity.label == "PER"]
    if not persons:
        return ""
    name = text[persons[0].start : persons[0].end]
    full = names.full(name)
    return full if full != words else ""


def _name_extent(tree: Tree, index: int, entities: Sequence[NamedEntity], text: str) -> Extent:
    """Return the phrase, widened to a whole entity, without a possessive that opens it."""
    extent = tree.phrase(index)
    for entity in entities:
        if entity.start < extent.end and extent.start < entity.end:
            extent = Extent(min(extent.start, entity.start), max(extent.end, entity.end))
    appositions = tree.dependants(index, "appos", "flat")
    for apposition in appositions:
        named = tree.phrase(apposition)
        if (
            any(
                entity.label == "PER" and named.start <= entity.start < named.end
                for entity in entities
            )
            and named.start - extent.end <= 2
        ):
            extent = Extent(extent.start, max(extent.end, named.end))
    while extent.end > extent.start + 1 and text[extent.end - 1] in " ,":
        extent = Extent(extent.start, extent.end - 1)
    return extent
