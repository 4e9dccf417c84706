"""The words of one report that may name somebody, and what the report names beside them.

A mention is cut to the words that name; a body of a state is known by one name whatever its wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.domain.reading import Reading
from onrecord.domain.statement import SourceIdentity, Statement
from onrecord.ports.gazetteer import Gazetteer
from onrecord.reconcile.actors_people import People, people_of
from onrecord.reconcile.actors_states import Land, lands_called, lands_named, rival_regions
from onrecord.reconcile.actors_words import (
    FIELDS,
    IGNORED,
    OFFICE_WORDS,
    ORGANISATION_WORDS,
    ORGANS,
    SURNAME_WORDS,
)
from onrecord.reconcile.aliases import Introduced, bare_words, folded, introduced, is_short_for
from onrecord.reconcile.parties import PRONOUNS
from onrecord.reconcile.roles import state_office

_CUT = re.compile(r"\n|\s\(|,\s|\s(?:who|which|that|whose|where)\s")
_BASED = re.compile(
    r"^(?:(?:the|a|an)\s+)?[\w.]+-(?:based|run|backed|linked|affiliated|owned|led|aligned|controlled)\s+",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"['’]s?$")
_QUOTES = " \t\"'“”‘’.,;:#@()[]"
_ON_A_DAY = re.compile(r"\s+on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_INITIALS = 2
_UNNAMED: tuple[SourceIdentity, ...] = ("unnamed_official", "unnamed", "unattributed", "author")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words for a party with where they stand."""

    words: str
    statement: str
    slot: str
    identity: SourceIdentity | None = None

    @property
    def plain(self) -> str:
        """Return the words folded."""
        return folded(self.words)


@dataclass(frozen=True, slots=True)
class Context:
    """What a document names, for words that mean nothing without it."""

    gazetteer: Gazetteer
    lands: Mapping[str, str]
    located: frozenset[str]
    people: People
    shorts: Mapping[str, str]
    longs: frozenset[str]
    text: str


def bare_mention(words: str) -> str:
    """Return the words that name somebody without what is said about them.

    Example:
        >>> bare_mention("Ona Petrel, the mayor who left"), bare_mention("“the Harbour League”")
        ('Ona Petrel', 'the Harbour League')
    """
    cut = _BASED.sub("", _CUT.split(words.strip(), maxsplit=1)[0])
    cut = _ON_A_DAY.sub("", " ".join(cut.split()).strip(_QUOTES))
    return POSSESSIVE.sub("", cut)


def mentions_of(statements: tuple[Statement, ...]) -> Iterator[Mention]:
    """Yield every mention of a party, a named voice or a name, in order of the text.

    An unnamed source is no mention: it keeps its own words and is linked to nothing.
    """
    for statement in statements:
        own = statement.id  # a hash of all it says: made once
        for slot, words in (("actor", statement.actor), ("recipient", statement.recipient)):
            if words and words.casefold() not in PRONOUNS:
                yield Mention(bare_mention(words), own, slot)
        for voice in statement.voices:
            if voice.identity not in _UNNAMED:
                yield Mention(bare_mention(voice.label), own, "voice", voice.identity)
        for name in statement.names:
            yield Mention(bare_mention(name), own, "name")


def context_of(reading: Reading, mentions: tuple[Mention, ...], gazetteer: Gazetteer) -> Context:
    """Return what a report names: states, people and short forms.

    A name of a state is none where the report locates a place of that name in another one, names a
    person by it, or is about a state with a division of that name, and never locates anything there.
    """
    places = {one.where.name: one.where.country for one in reading.statements if one.where}
    located = frozenset(places.values()) - {""}
    words = dict.fromkeys(one.words for one in mentions)
    personal = {
        part for one in words if _like_person(one) for part in (one.split()[0], one.split()[-1])
    }
    lands: dict[str, str] = {}
    for name in words:
        for land in _lands_in(name, gazetteer):
            elsewhere = places.get(name, land.key) != land.key or name in personal
            rival = rival_regions(land.name, gazetteer) & located
            if land.key in located or not (elsewhere or rival):
                lands.setdefault(land.key, land.name)
    shorts = {folded(one.short): one.long for one in introduced(reading.text) if _is_of_body(one)}
    longs = frozenset(folded(long) for long in shorts.values())
    people = people_of(reading, gazetteer, shorts)
    return Context(gazetteer, lands, located, people, shorts, longs, reading.text)


def _is_of_body(one: Introduced) -> bool:
    """Say whether two names are of a body: people have other names, and initials, as well."""
    words = set(bare_words(one.long)) - SURNAME_WORDS
    letters = len(one.short) > _INITIALS and is_short_for(one.short, one.long)
    return letters or bool(words & ORGANISATION_WORDS.keys())


def _lands_in(words: str, gazetteer: Gazetteer) -> Iterator[Land]:
    """Yield the states that a name is, or that words for a body or an office open or close with."""
    found = lands_named(words, gazetteer)
    if found:
        yield from found if len(found) == 1 else ()
        return
    for word in words.split():
        bare = POSSESSIVE.sub("", word)
        named = () if _like_person(words) else lands_named(bare, gazetteer)
        lands = named or lands_called(bare, gazetteer) if bare[:1].isupper() else ()
        yield from lands if len(lands) == 1 else ()


def _like_person(words: str) -> bool:
    """Say whether words may be a person's name: capitals only, and none for a body or an office."""
    parts = words.split()
    plain = set(folded(words).split())
    known = plain & OFFICE_WORDS or plain & FIELDS or plain & ORGANISATION_WORDS.keys()
    return (
        len(parts) > 1
        and not known
        and not bare_body(folded(words).partition(" ")[2])
        and all(word[:1].isupper() and not POSSESSIVE.search(word) for word in parts)
    )


def body_named(words: str) -> str:
    """Return which body of a state words name, whosever it is; empty where they name none.

    Example:
        >>> body_named("Ministry of Health"), body_named("health ministry"), body_named("the club")
        ('health ministry', 'health ministry', '')
    """
    plain = [word for word in folded(words).split() if word not in IGNORED]
    while plain and plain[-1] in ("of", "the", "in", "s"):
        plain.pop()
    phrase = " ".join(plain)
    return ORGANS.get(phrase, "") or _ministry(plain) or state_office(phrase)


def _ministry(plain: list[str]) -> str:
    if "ministry" not in plain:
        return ""
    fields = [word for word in plain if word not in ("ministry", "of", "for", "the", "and")]
    return f"{' '.join(fields)} ministry" if fields and set(fields) <= FIELDS else ""


def bare_body(plain: str) -> str:
    """Return the body that words without an owner ask for: "navy", "ministry", "foreign minister"."""
    return "ministry" if plain == "ministry" else body_named(plain)
