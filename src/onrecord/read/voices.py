"""Who says it: from a cue to the words that name its source, and from a pronoun to a name.

Nobody is invented: where the words do not name a source the chain says `unattributed`, and a pronoun
that could be two people keeps its own word and no name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.domain.span import Extent, span_at
from onrecord.domain.statement import SourceIdentity, Voice
from onrecord.ports.linguist import NamedEntity
from onrecord.read.people import Names, is_named_by
from onrecord.read.sentence import SentenceReading

#: A comma and a space between a title and the name set beside it.
_GAP = 2
_OFFICIALS = re.compile(
    r"\b(?:officials?|sources?|diplomats?|aides?|insiders?|officers?|spokes(?:man|woman|person|people)|"
    r"(?:person|people|somebody|someone|man|woman|one) (?:familiar|close|briefed|involved|with (?:direct )?"
    r"knowledge|who (?:was|were|is|are|has|have) (?:been )?(?:briefed|familiar|close)))\b",
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
    r"data|figures|records?|filing|indictment|transcript|dispatch|analysis|image(?:ry|s)?|polls?|letter|"
    r"tweet|post|audit|leaflet|note|cable|article|editorial|book|diary|tape|recording|lawsuit|complaint|"
    r"resolution|bulletin|notice|readout|affidavit|leak)\b",
    re.IGNORECASE,
)

#: Why somebody who speaks has no name in the report.
_VEILS = re.compile(
    r"\b(?:anonym\w+|named|identified|familiar|briefed|condition|authori[sz]ed)\b", re.IGNORECASE
)


def voice_at(sentence: SentenceReading, index: int, names: Names) -> Voice:
    """Return the voice named by the noun phrase headed at token `index`."""
    extent = name_extent(sentence, index)
    words = extent.of(sentence.text)
    span = span_at(sentence.text, extent, document=sentence.document, role="source")
    if sentence.tree.tokens[index].upos == "PRON":
        person = names.meant_by(sentence, index)
        if person is None:
            body = names.body_meant() if words.lower() == "it" else ""
            return Voice(words, "organisation" if body else "unnamed", body, span)
        return Voice(words, person.identity, person.words, span)
    inside = [
        one
        for one in sentence.entities
        if extent.start <= one.start < extent.end
        and (one.label != "PER" or is_named_by(sentence.tree, index, one))
    ]
    proper = any(
        sentence.tree.tokens[at].upos == "PROPN" for at in sentence.tree.indices_in(extent)
    )
    identity = identity_of(words, inside, proper=proper)
    name = _resolved(words, inside, sentence.text, names)
    if not name and identity == "named_office":
        name = names.office_meant(sentence.tree, index)
    if identity in ("organisation", "named_office", "document"):
        names.spoke(name or words)
    return Voice(words, identity, name, span)


def named_voice(sentence: SentenceReading, extent: Extent) -> Voice:
    """Return the voice that a transcript names before its words: "MINISTER KORB:"."""
    words = extent.of(sentence.text)
    several = " " in words
    office = bool(_OFFICES.fullmatch(words.rpartition(" ")[2]))
    identity: SourceIdentity = "named_person" if several and not office else "unnamed"
    span = span_at(sentence.text, extent, document=sentence.document, role="source")
    return Voice(words, "named_office" if office else identity, "", span)


def identity_of(words: str, inside: Sequence[NamedEntity], *, proper: bool) -> SourceIdentity:
    """Say how far words identify a source: by name, by office, or not at all.

    Args:
        words: The words that name it.
        inside: The named mentions in them.
        proper: Whether a proper noun is among them; a capital alone may only open a sentence.
    """
    labels = {entity.label for entity in inside}
    if "PER" in labels:
        return "named_person"
    if _OFFICIALS.search(words):
        return "unnamed_official"
    if _DOCUMENTS.search(words):
        return "document"
    if _OFFICES.search(words):
        return "named_office"
    return "organisation" if labels & {"ORG", "LOC"} or proper else "unnamed"


def _resolved(words: str, inside: Sequence[NamedEntity], text: str, names: Names) -> str:
    persons = [entity for entity in inside if entity.label == "PER"]
    if not persons:
        return ""
    name = text[persons[0].start : persons[0].end]
    full = names.full(name)
    # A surname alone says less than the words it stands in: "General Osei".
    return full if full != words and " " in full else ""


def name_extent(sentence: SentenceReading, index: int) -> Extent:
    """Return the phrase that names somebody, widened to whole entities and to a name set beside it."""
    tree, entities, text = sentence.tree, sentence.entities, sentence.text
    extent = tree.phrase(index)
    for entity in entities:
        if entity.start < extent.end and extent.start < entity.end:
            extent = Extent(min(extent.start, entity.start), max(extent.end, entity.end))
    for apposition in tree.dependants(index, "appos", "flat"):
        named = tree.phrase(apposition)
        person = any(
            entity.label == "PER" and named.start <= entity.start < named.end for entity in entities
        )
        if person and named.start - extent.end <= _GAP:
            extent = Extent(extent.start, max(extent.end, named.end))
    extent = _with_what_veils(sentence, index, _with_hyphenated(sentence, extent))
    while extent.end > extent.start + 1 and text[extent.end - 1] in " ,":
        extent = Extent(extent.start, extent.end - 1)
    return extent


def _with_hyphenated(sentence: SentenceReading, extent: Extent) -> Extent:
    """Return a name with the parts a hyphen joins to it: "Jean-Marc", "Osei-Mensah"."""
    tokens = sentence.tree.tokens
    inside = sentence.tree.indices_in(extent)
    last = inside[-1] if inside else len(tokens)
    while last + 2 < len(tokens) and _is_joined(sentence, last):
        last += 2
        name = next(
            (one for one in sentence.entities if one.start <= tokens[last].start < one.end), None
        )
        end = max(tokens[last].end, name.end if name is not None else 0)
        extent = Extent(extent.start, end)
        last = max(sentence.tree.indices_in(extent), default=last)
    return extent


def _is_joined(sentence: SentenceReading, last: int) -> bool:
    """Say whether a hyphen without space joins the next proper noun to the one at `last`."""
    this, hyphen, following = sentence.tree.tokens[last : last + 3]
    touching = this.end == hyphen.start and hyphen.end == following.start
    return hyphen.text in ("-", "‑") and touching and this.upos == following.upos == "PROPN"


def _with_what_veils(sentence: SentenceReading, index: int, extent: Extent) -> Extent:
    """Return an unnamed source with the words that say why: "a diplomat who asked not to be named"."""
    tree = sentence.tree
    if tree.tokens[index].upos != "NOUN":
        return extent
    for clause in tree.dependants(index, "acl"):
        members = tree.subtree(clause)
        start, end = tree.tokens[members[0]].start, tree.tokens[members[-1]].end
        words = sentence.text[start:end]
        if 0 <= start - extent.end <= 1 and _VEILS.search(words):
            return Extent(extent.start, end)
    return extent
