"""A statement as links compare it: whose words, which names, which days. `Told` is the material.

Everything here comes from one document alone, so that it can be made once and kept. Which origin the
document has is no part of it: that may change when another report comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Protocol, TypeVar

from onrecord.domain.link import Link, LinkKind, LinkSubtype
from onrecord.domain.reading import Reading
from onrecord.domain.span import Extent
from onrecord.domain.statement import Aux, Statement
from onrecord.domain.when import When
from onrecord.reconcile.context import Context
from onrecord.reconcile.lineage import independence
from onrecord.reconcile.parties import PRONOUNS, agree, plain_name, proper_words
from onrecord.reconcile.words import content_words, quoted, stem, word_set

_REMEMBERED = 65_536
#: Endings that make a people of a name, the longest first; so many letters must stay.
_ENDINGS = ("ians", "ian", "eans", "ean", "ese", "ish", "ans", "an", "is", "i", "s")
_ROOT = 4
#: Words for a people that do not begin like the name, or lose more than an ending.
_ADJECTIVES = {
    people: name
    for name, row in {
        "norway": "norwegian norwegians", "poland": "polish poles", "denmark": "danish danes",
        "sweden": "swedish swedes", "finland": "finnish finns", "ireland": "irish", "wales": "welsh",
        "scotland": "scottish scots", "lebanon": "lebanese", "afghanistan": "afghan afghans",
        "thailand": "thai thais", "philippines": "filipino filipinos", "peru": "peruvian peruvians",
        "uzbekistan": "uzbek uzbeks", "kazakhstan": "kazakh kazakhs", "tajikistan": "tajik tajiks",
        "iceland": "icelandic", "cyprus": "cypriot cypriots", "congo": "congolese",
        "emirates": "emirati emiratis", "myanmar": "burmese burma", "bangladesh": "bangladeshi",
        "czechia": "czech czechs", "armenia": "armenian armenians", "europe": "european europeans",
    }.items()
    for people in row.split()
}  # fmt: skip
#: A reason quotes no more letters of one wording.
_QUOTED = 160
#: A shorter wording tells too little without its sentence.
_FRAGMENT = 32
#: From this share of capitalised words on, capitals name nothing.
_HEADLINE = 0.6
_NAME = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z][\w\-]*(?: [A-Z][\w\-]*)*")
#: "PORT ORLAN (Meridian Wire) - " before a sentence, " - Meridian Wire" behind a headline.
_DATELINE = re.compile(
    r"^[A-Z][A-Z'’ .\-]+(?:, [\w’' ]+)?(?: \([^()\n]+\))?\s*[-–—]\s+|^[^\n]{0,40}\([^()\n]+\)\s*[-–—]\s+"
)
_OUTLET = re.compile(r"\s+[-–—|]\s+[A-Z][\w .’'()]+$|\s+\((?:The )?[A-Z][\w ]+\)$")
_CAPITAL = re.compile(r"(?<=\s)[A-Z][\w’'\-]*")
#: Past forms whose stem is not that of their verb.
_IRREGULAR = {
    past: present
    for present, forms in (
        ("shoot", "shot"), ("strik", "struck"), ("sink", "sank sunk"), ("fight", "fought"),
        ("withdraw", "withdrew withdrawn"), ("send", "sent"), ("catch", "caught"), ("flee", "fled"),
        ("di", "dead death deaths died"), ("hold", "held"), ("burn", "burnt"), ("meet", "met"),
        ("break", "brok broken"), ("blow", "blew blown"), ("steal", "stol stolen"),
    )
    for past in forms.split()
}  # fmt: skip
_DAYS = content_words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december today yesterday tomorrow day days week month year"
)
#: Words of names that thousands of names share.
_NAMELESS = word_set(
    """street avenue road drive lane boulevard highway block square park school high college university
    hospital medical center centre department office county court police sheriff officer chief general
    president prime secretary saint san santa al el la los new mr mrs ms dr sir news media press times
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december analysts officials police residents protesters
    demonstrators authorities witnesses experts investigators doctors medics rescuers soldiers troops
    fighters gunmen militants rebels lawmakers critics opposition workers thousands hundreds dozens
    people families relatives students activists prosecutors judges survivors villagers firefighters
    officers deputies detectives islamic"""
)
_LAND = re.compile(
    r"\b(?:land|soil|ground|inland|onshore|territory|mainland|port|dock|quay|base)\b", re.IGNORECASE
)
_SEA = re.compile(
    r"\b(?:sea|seas|boats?|vessels?|ships?|maritime|offshore|strait|tankers?|freighters?)\b",
    re.IGNORECASE,
)
_AIR = re.compile(r"\b(?:airspace|aircraft|jets?|planes?|overflights?)\b", re.IGNORECASE)
_DOMAINS = (("land", _LAND), ("sea", _SEA), ("air", _AIR))
_LEGAL = {"land": "land", "territorial_sea": "sea", "high_seas": "sea", "airspace": "air"}


@dataclass(frozen=True, slots=True)
class Told:
    """One statement with what it is compared by.

    Attributes:
        statement: Its id.
        document: Id of the document.
        kind: Its kind.
        text: Its words.
        sentence: The sentence it stands in, which may name what its own words leave out.
        outlet: Keys of the names of the publisher.
        title: The title of the document; empty when it has none.
        act: Code of what is done; empty when none was coded.
        actor: Who does it, as worded; for a pronoun the speaker it stands for.
        speaker: Who says so, as worded; empty for the author's own voice.
        place: Name of the place; empty when none is stated.
        parties: Keys of the names in `actor`.
        recipients: Keys of the names of to whom it is done.
        speakers: Keys of the names in `speaker`.
        names: Keys of every name in the sentence.
        words: What the statement is about, names left out, as rough stems.
        domain: Land, sea or air, where only one of them is spoken of; else empty.
        first: First day of what is told, where its words give one.
        last: Last day, likewise.
        reported: Day of the report.
        supports: Whether it may support an event.
        off_line: What keeps it from having happened.
        at: Day of the report, document and offset: the order statements are compared in.
    """

    statement: str
    document: str
    kind: str
    text: str
    sentence: str
    outlet: frozenset[str]
    title: str
    act: str
    actor: str
    speaker: str
    place: str
    parties: frozenset[str]
    recipients: frozenset[str]
    speakers: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    domain: str
    first: date | None
    last: date | None
    reported: date | None
    supports: bool
    off_line: tuple[Aux, ...]
    at: tuple[str, str, int]


class LinkItem(Protocol):
    """What one document brings to links of one kind.

    Two items are linked only if they share a key, and one of the two asks: a new item that asks for
    nothing touches only the askers among those it shares a key with.
    """

    @property
    def keys(self) -> tuple[str, ...]:
        """Return its keys."""
        ...

    @property
    def asks(self) -> bool:
        """Say whether links are looked for from here."""
        ...


class ToldItem(LinkItem, Protocol):
    """An item made of one statement."""

    @property
    def told(self) -> Told:
        """Return the statement."""
        ...


Item = TypeVar("Item", bound=LinkItem)
Teller = TypeVar("Teller", bound=ToldItem)


def told_in(reading: Reading) -> tuple[Told, ...]:
    """Return what one document tells, in order of the text."""
    extents = [_sentence(reading, statement) for statement in reading.statements]
    sentences: dict[Extent, list[Statement]] = {}
    for extent, statement in zip(extents, reading.statements, strict=True):
        sentences.setdefault(extent, []).append(statement)
    texts = {extent: extent.of(reading.text) for extent in sentences}
    named = _names(texts, sentences)
    return tuple(
        _told(reading, statement, texts[extent], names=named[extent])
        for extent, statement in zip(extents, reading.statements, strict=True)
    )


@lru_cache(maxsize=_REMEMBERED)
def party_keys(text: str) -> frozenset[str]:
    """Return keys that are equal for a state, its people and its forces.

    A name is cut to what stands before the ending of its adjective, no further: "John" and "Johnson"
    are two.

    Example:
        >>> party_keys("Norwegian forces") == party_keys("Norway")
        True
        >>> party_keys("Velmara") == party_keys("a Velmaran ship")
        True
        >>> sorted(party_keys("the U.S. Navy") | party_keys("Johnson"))
        ['johnson', 'united states']
    """
    return frozenset(_root(word) for word in proper_words(text) - _NAMELESS)


def _root(word: str) -> str:
    word = _ADJECTIVES.get(word, word)
    if " " in word:
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _ROOT:
            word = word.removesuffix(ending)
            break
    return word.rstrip("aeiouy") or word


def matter_of(text: str) -> frozenset[str]:
    """Return the stems of the words that are no names, days or months.

    Example:
        >>> sorted(matter_of("Ships of Velmara shelled the port on Friday"))
        ['port', 'shell', 'ship']
    """
    named = {stem(word.casefold().replace("’", "'")) for word in _CAPITAL.findall(text)}
    kept = content_words(text) - _DAYS - (set() if _is_headline(text) else named)
    return frozenset(root_of(word) for word in kept)


@lru_cache(maxsize=_REMEMBERED)
def root_of(stemmed: str) -> str:
    """Return what a stem is compared by: "supply" and "supplied", "sank" and "sink" have one root.

    Always the same object for the same word: a corpus says few words many times.
    """
    word = _IRREGULAR.get(stemmed, stemmed)
    return f"{word[:-1]}i" if word.endswith("y") else word


def names_party(stem_of: str, parties: frozenset[str]) -> bool:
    """Say whether a stem of a word is that of one of the parties' names."""
    return bool(party_keys(stem_of.title()) & parties)


def domain_of(text: str) -> str:
    """Return land, sea or air where the words speak of one of them; else nothing."""
    found = [name for name, pattern in _DOMAINS if pattern.search(text)]
    return found[0] if len(found) == 1 else ""


def places_differ(a: Told, b: Told) -> bool:
    """Say whether both state a place, and another one, or another of land, sea and air."""
    if a.place and b.place and not agree(a.place, b.place):
        return True
    return bool(a.domain and b.domain and a.domain != b.domain)


def by_key(items: Iterable[Teller], askers: Iterable[LinkItem]) -> dict[str, list[Teller]]:
    """Return the items under each key that is asked for, each list in order of report."""
    found: dict[str, list[Teller]] = {key: [] for asker in askers for key in asker.keys}
    for item in sorted(items, key=lambda one: (one.told.at, one.told.statement)):
        for key in item.keys:
            if key in found:
                found[key].append(item)
    return found


def near(asker: LinkItem, index: Mapping[str, list[Teller]]) -> list[Teller]:
    """Return the distinct items that share a key with the asker, by key, then in order of report."""
    found = {id(item): item for key in asker.keys for item in index.get(key, ())}
    return list(found.values())


def newest(items: Iterable[Teller]) -> Teller:
    """Return the item reported last."""
    return max(items, key=lambda one: (one.told.at, one.told.statement))


def link_of(
    later: Told,
    earlier: Told,
    lineages: Mapping[str, str],
    *,
    kind: LinkKind,
    subtype: LinkSubtype = "",
    says: str,
) -> Link:
    """Return the link from `later` to `earlier`; its reason quotes both."""
    return Link(
        from_id=later.statement,
        to_id=earlier.statement,
        kind=kind,
        subtype=subtype,
        independence=independence(lineages[later.document], lineages[earlier.document]),
        reason=f"{says}: {quoted((_wording(earlier), _wording(later)))}",
    )


def spelled(keys: Iterable[str], told: Told) -> str:
    """Return the names of a sentence that stand behind keys, as worded there, in order."""
    names = [name for name in _NAME.findall(told.sentence) if party_keys(name) & set(keys)]
    return ", ".join(dict.fromkeys(name.strip(".") for name in names))


def one_line(text: str) -> str:
    """Return a wording in one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED].rsplit(' ', 1)[0]} …"


def _wording(told: Told) -> str:
    """Return the words to quote; of a fragment its sentence."""
    return one_line(told.text if len(told.text) >= _FRAGMENT else told.sentence)


def _told(reading: Reading, statement: Statement, sentence: str, *, names: frozenset[str]) -> Told:
    content, place, day = statement.content, statement.where, reading.document.doc_date
    speaker = statement.voices[-1].label if statement.voices else ""
    actor = speaker if plain_name(statement.actor) in PRONOUNS else statement.actor
    when = statement.when if isinstance(statement.when, When) and statement.when.text else None
    legal = _LEGAL.get(place.domain, "") if place else ""
    return Told(
        statement=statement.id,
        document=statement.document,
        kind=statement.kind,
        text=content.exact,
        sentence=sentence,
        outlet=party_keys(reading.document.publisher or ""),
        title=reading.document.title or "",
        act=statement.act.code if statement.act else "",
        actor=actor,
        speaker=speaker,
        place=place.name if place else "",
        parties=party_keys(actor),
        recipients=party_keys(statement.recipient),
        speakers=party_keys(speaker),
        names=names,
        words=matter_of(content.exact),
        domain=legal or domain_of(content.exact) or domain_of(sentence),
        first=when.earliest if when else None,
        last=when.latest if when else None,
        reported=day.latest if isinstance(day, When) else None,
        supports=statement.supports_event(),
        off_line=statement.off_line,
        at=(reading.document.date_edtf or "~", statement.document, content.start),
    )


def _sentence(reading: Reading, statement: Statement) -> Extent:
    """Return where the sentence stands; a statement longer than one is its own."""
    around = Context(reading, statement.content).sentence
    own = statement.content.extent
    return Extent(min(own.start, around.start), max(own.end, around.end))


def _names(
    texts: Mapping[Extent, str], sentences: Mapping[Extent, Sequence[Statement]]
) -> dict[Extent, frozenset[str]]:
    """Return the keys of the names in each sentence: those read as names, and capitalised words.

    A dateline and the outlet behind a headline name nothing. In a headline every word may be
    capitalised; there only what was read as a name counts. The first word of a sentence is
    capitalised whatever it is.
    """
    found: dict[Extent, frozenset[str]] = {}
    for extent, statements in sentences.items():
        read = " / ".join(name for one in statements for name in one.names)
        whole = texts[extent]
        sentence = _DATELINE.sub("", _OUTLET.sub("", whole))
        around = party_keys(whole) - party_keys(sentence)
        inner = "" if _is_headline(sentence) else sentence.partition(" ")[2]
        found[extent] = (party_keys(read) - around) | party_keys(inner)
    return found


def _is_headline(sentence: str) -> bool:
    words = [word for word in sentence.split() if word[0].isalpha()]
    capital = sum(1 for word in words if word[0].isupper())
    return capital > len(words) * _HEADLINE
