"""Who one report names: statements of one document to a `Cast` of referents. Local to the document.

Within a report a surname is the one person named in full with it, and "the ministry" the one ministry
named. What could be two stays open. A referent says what it is compared by across documents and
nothing about other documents, so casts can be made in parallel and kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.domain.reading import Reading
from onrecord.domain.source import ActorKind
from onrecord.domain.statement import SourceIdentity
from onrecord.domain.unresolved import Unresolved
from onrecord.ports.gazetteer import Gazetteer
from onrecord.reconcile.actors_meaning import ACRONYM, Meaning, is_headline, meaning_of
from onrecord.reconcile.actors_mentions import Context, Mention, context_of, mentions_of
from onrecord.reconcile.actors_people import Held, People, Person
from onrecord.reconcile.actors_states import is_listed, lands_called, lands_named, unlisted
from onrecord.reconcile.actors_words import FIELDS, SITE_WORDS
from onrecord.reconcile.aliases import folded, organisation_key

#: A name that opens with whose it is: "Norrast's Red Cross".
_OWNED = re.compile(r"\w+['’]s? ")
#: Why a surname alone means nobody.
SEVERAL_OF_A_NAME = "several people of that name are named"


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something one document names.

    Attributes:
        document: Id of the document.
        kind: What it is.
        identity: What it is known by: `state:IR`, `people:IR`, `organ:IR:navy`, `person:ona petrel`,
            `body:league wharfmen`.
        names: Its names as worded, the fullest first; never empty.
        mentions: Folded words of the document that mean it.
        statements: Ids of the statements that name it, in order of the text.
        offices: Public offices it is said to hold.
        shorts: Folded short forms that the text itself gives it, or that it goes by.
        beside: Keys of the states the document names, and of unlisted names that own a body there.
        otherwise: For a name no gazetteer lists: what it is known by if it turns out to be no state.
            `body?:` here or in `identity` needs another report that shows it to be a body.
    """

    document: str
    kind: ActorKind
    identity: str
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    statements: tuple[str, ...]
    offices: tuple[Held, ...] = ()
    shorts: tuple[str, ...] = ()
    beside: frozenset[str] = frozenset()
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody one document names, and words that could mean several or nobody.

    Attributes:
        document: Id of the document.
        referents: In order of identity.
        open: Folded words with why they are not resolved, in order of the words.
    """

    document: str
    referents: tuple[Referent, ...]
    open: tuple[tuple[str, Unresolved], ...] = ()


@dataclass(slots=True)
class _Found:
    """A referent while it is gathered."""

    kind: ActorKind
    names: dict[str, None] = field(default_factory=dict)
    mentions: set[str] = field(default_factory=set)
    statements: dict[str, None] = field(default_factory=dict)
    shorts: set[str] = field(default_factory=set)
    otherwise: str = ""
    acts: bool = False


def cast_of(reading: Reading, gazetteer: Gazetteer) -> Cast:
    """Return everybody one report names.

    Args:
        reading: The document; its own words are all that is looked at.
        gazetteer: Names of states, their peoples and their capitals.
    """
    mentions = tuple(mentions_of(reading.statements))
    context = context_of(reading, mentions, gazetteer)
    found: dict[str, _Found] = {}
    waiting: list[tuple[Mention, str]] = []
    known: dict[tuple[str, str, SourceIdentity | None], Meaning] = {}
    for mention in mentions:
        words = mention.words, mention.slot, mention.identity
        if words not in known:
            known[words] = meaning_of(mention, context)
        identity, kind, name = known[words]
        if identity:
            _put(found, mention, identity, kind, name)
        elif name:
            waiting.append((mention, name))
    open_ = _settle(waiting, found, context)
    _add_owners(found, context)
    for short, long in context.shorts.items():
        identity = f"body:{organisation_key(long)}"
        if identity in found:
            found[identity].shorts.add(organisation_key(short))
    open_ |= {
        words: Unresolved(SEVERAL_OF_A_NAME, tuple(sorted(full)))
        for words, full in context.people.several.items()
    }
    unlisted_owners = (one.split(":")[1] for one in found if one.startswith("organ:~"))
    beside = frozenset([*context.lands, *unlisted_owners])
    referents = [
        _referent(reading.document.id, identity, one, context.people, beside)
        for identity, one in found.items()
        if one.acts or _holds_office(identity, context.people)
    ]
    return Cast(
        reading.document.id,
        tuple(sorted(referents, key=lambda one: one.identity)),
        tuple(sorted(open_.items(), key=lambda item: item[0])),
    )


def _holds_office(identity: str, people: People) -> bool:
    kind, _, key = identity.partition(":")
    return kind == "person" and bool(people.by_key[key].offices)


def _put(
    found: dict[str, _Found], mention: Mention, identity: str, kind: ActorKind, name: str
) -> None:
    one = found.setdefault(identity, _Found(kind))
    one.mentions.add(folded(mention.words))
    one.statements.setdefault(mention.statement)
    one.names.setdefault(name)
    if identity.startswith("state:~"):
        one.otherwise = f"body?:{organisation_key(name)}"
    # What is only mentioned may be a street, a court or a hospital.
    one.acts |= mention.slot != "name" or not set(mention.plain.split()) & SITE_WORDS
    if not is_headline(mention.words) and kind != "person":
        one.names.setdefault(mention.words)
    if ACRONYM.fullmatch(mention.words) and kind in ("organisation", "armed_group"):
        one.shorts.add(organisation_key(mention.words))


def _settle(
    waiting: list[tuple[Mention, str]], found: dict[str, _Found], context: Context
) -> dict[str, Unresolved]:
    """Give "the ministry" to the only ministry of the document; return what could not be given."""
    open_: dict[str, Unresolved] = {}
    named = {identity for identity in found if identity.startswith("organ:")}
    for mention, body in waiting:
        fitting = sorted(
            one
            for one in named
            if one.endswith((f":{body}", f" {body}")) and _is_meant(mention.plain, found[one])
        )
        fitting = fitting or [f"organ:{key}:{body}" for key in _owners_in(mention.plain, context)]
        if body in context.people.titles:
            fitting = []  # "the president" may be the one named
        if len(fitting) == 1:
            one = found.setdefault(fitting[0], _Found("organ", {mention.words: None}, acts=True))
            one.mentions.add(mention.plain)
            one.statements.setdefault(mention.statement)
        elif fitting:
            reason = f"the report names {len(fitting)} it could be"
            open_[mention.plain] = Unresolved(reason, tuple(fitting))
        else:
            could = tuple(sorted({f"organ:{one.split(':')[1]}:{body}" for one in named}))
            open_[mention.plain] = Unresolved("the report does not say whose", could)
    return open_


def _is_meant(plain: str, organ: _Found) -> bool:
    """Say whether a word used loosely of governments is the one this government is called by."""
    loose = plain in ("administration", "regime")
    return not loose or any(plain in folded(name).split() for name in organ.names)


def _add_owners(found: dict[str, _Found], context: Context) -> None:
    """Add the states whose bodies and offices are named, so that each has its state."""
    owners = [(one.split(":")[1], found[one]) for one in found if one.startswith("organ:")]
    for person in context.people.by_key.values():
        named = found.get(f"person:{person.key}")
        if named is not None:
            owners += [(office.owner, named) for office in person.offices]
    for key, named in owners:
        if key in context.lands and f"state:{key}" not in found:
            state = _Found("state", {context.lands[key]: None}, acts=True)
            state.statements |= named.statements
            found[f"state:{key}"] = state


def _owners_in(plain: str, context: Context) -> list[str]:
    """Return the states whose body the text names in other places: "the navy of Velmara"."""
    sign = re.escape(plain).replace("\\ ", r"\s+")
    pattern = rf"([A-Z]\w+)(?:['’]s)?\s+(?i:{sign})\b|\b(?i:{sign})\s+of\s+(?:the\s+)?([A-Z]\w+)"
    found = {
        _owner_key(match.group(1) or match.group(2), context.gazetteer)
        for match in re.finditer(pattern, context.text)
    }
    return sorted(key for key in found if key.startswith("~") or key in context.lands)


def _owner_key(word: str, gazetteer: Gazetteer) -> str:
    lands = lands_named(word, gazetteer) or lands_called(word, gazetteer)
    if lands:
        return lands[0].key if len(lands) == 1 else ""
    return "" if is_listed(word, gazetteer) or word.casefold() in FIELDS else unlisted(word)


def name_order(name: str) -> tuple[bool, bool, int, str]:
    """Return by what names are put in order: the fullest first, headlines and "Norrast's …" last."""
    return name.isupper(), bool(_OWNED.match(name)), -len(name), name


def _referent(
    document: str, identity: str, one: _Found, people: People, beside: frozenset[str]
) -> Referent:
    person: Person | None = None
    if one.kind == "person":
        person = people.by_key[identity.removeprefix("person:")]
    return Referent(
        document=document,
        kind=one.kind,
        identity=identity,
        names=tuple(sorted(one.names, key=name_order)),
        mentions=tuple(sorted(one.mentions)),
        statements=tuple(one.statements),
        offices=person.offices if person is not None else (),
        shorts=tuple(sorted(one.shorts)),
        beside=beside,
        otherwise=one.otherwise,
    )
