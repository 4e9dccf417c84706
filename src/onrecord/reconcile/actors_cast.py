"""Who one report names: statements of one document to a `Cast` of referents. Local to the document.

Within a report a surname is the one person named in full with it, and "the ministry" the one ministry
named. What could be two stays open. A referent says what it is compared by across documents and
nothing about other documents, so casts can be made in parallel and kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.domain.reading import Reading
from onrecord.domain.source import ActorKind
from onrecord.domain.statement import SourceIdentity, Statement
from onrecord.domain.unresolved import Unresolved
from onrecord.ports.gazetteer import Gazetteer
from onrecord.reconcile.actors_people import Held, People, Person, people_of
from onrecord.reconcile.actors_states import (
    Land,
    is_listed,
    is_people,
    land_of_capital,
    lands_called,
    lands_named,
    rival_regions,
    unlisted,
)
from onrecord.reconcile.actors_words import (
    FIELDS,
    GROUP_NOUNS,
    IGNORED,
    KNOWN_SHORT,
    NAMED_ORGANS,
    OFFICE_WORDS,
    ORGANISATION_WORDS,
    ORGANS,
    OTHER_NAMES,
    SITE_WORDS,
)
from onrecord.reconcile.aliases import SMALL, bare_words, folded, introduced, organisation_key
from onrecord.reconcile.parties import PRONOUNS
from onrecord.reconcile.roles import state_office

_CUT = re.compile(r"\n|\s\(|,\s|\s(?:who|which|that|whose|where)\s")
_BASED = re.compile(
    r"^(?:(?:the|a|an)\s+)?[\w.]+-(?:based|run|backed|linked|affiliated|owned|led|aligned|controlled)\s+",
    re.IGNORECASE,
)
#: A name that opens with whose it is: "Norrast's Red Cross".
_OWNED = re.compile(r"\w+['’]s? ")
_POSSESSIVE = re.compile(r"['’]s?$")
_QUOTES = " \t\"'“”‘’.,;:#@()[]"
_ON_A_DAY = re.compile(r"\s+on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?(?:\.?[A-Z]){1,5}\.?")
#: Letters that stand for a body though the text does not say for which; two may be somebody's initials.
_LETTERS = re.compile(r"[A-Z]{3,6}")
_ARMED_BEFORE = re.compile(r"\b(?:militant|armed|rebel|insurgent) group,? $|\bmilitia,? $")
_ARMED_AFTER = re.compile(r" (?:fighters|militants|militia|gunmen|insurgents|rebels|guerrillas)\b")
_BODY_BEFORE = re.compile(
    r"\b(?:agency|organi[sz]ation|outlet|charity|watchdog|website|broadcaster),? $"
)
_BODY_AFTER = re.compile(
    r"(?:-(?:run|led|backed)\b| (?:group|movement|party|agency|organi[sz]ation)\b)"
)
_BESIDE = 16
_UNNAMED: tuple[SourceIdentity, ...] = ("unnamed_official", "unnamed", "unattributed", "author")
#: Why a surname alone means nobody.
SEVERAL_OF_A_NAME = "several people of that name are named"
_LONGEST_STATE = 4
_LONGEST_NAME = 8
#: Words a name keeps after an adjective of a state so that it is one without it.
_LONG_BODY = 4


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
        beside: Keys of the states the document names.
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


@dataclass(frozen=True, slots=True)
class _Mention:
    """Words for a party with where they stand."""

    words: str
    statement: str
    slot: str
    identity: SourceIdentity | None = None

    @property
    def plain(self) -> str:
        """Return the words folded."""
        return folded(self.words)


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


@dataclass(frozen=True, slots=True)
class _Context:
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
    return _POSSESSIVE.sub("", cut)


def cast_of(reading: Reading, gazetteer: Gazetteer) -> Cast:
    """Return everybody one report names.

    Args:
        reading: The document; its own words are all that is looked at.
        gazetteer: Names of states, their peoples and their capitals.
    """
    mentions = tuple(_mentions(reading.statements))
    context = _context(reading, mentions, gazetteer)
    found: dict[str, _Found] = {}
    waiting: list[tuple[_Mention, str]] = []
    known: dict[tuple[str, str, SourceIdentity | None], _Meaning] = {}
    for mention in mentions:
        words = mention.words, mention.slot, mention.identity
        if words not in known:
            known[words] = _meaning(mention, context)
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
    beside = frozenset(context.lands)
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


def _mentions(statements: tuple[Statement, ...]) -> Iterator[_Mention]:
    for statement in statements:
        own = statement.id  # a hash of all it says: made once
        for slot, words in (("actor", statement.actor), ("recipient", statement.recipient)):
            if words and words.casefold() not in PRONOUNS:
                yield _Mention(bare_mention(words), own, slot)
        for voice in statement.voices:
            if voice.identity not in _UNNAMED:
                yield _Mention(bare_mention(voice.label), own, "voice", voice.identity)
        for name in statement.names:
            yield _Mention(bare_mention(name), own, "name")


def _context(reading: Reading, mentions: tuple[_Mention, ...], gazetteer: Gazetteer) -> _Context:
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
    shorts = {folded(one.short): one.long for one in introduced(reading.text)}
    longs = frozenset(folded(long) for long in shorts.values())
    people = people_of(reading, gazetteer, shorts)
    return _Context(gazetteer, lands, located, people, shorts, longs, reading.text)


def _lands_in(words: str, gazetteer: Gazetteer) -> Iterator[Land]:
    """Yield the states that a name is, or that words for a body or an office open or close with."""
    found = lands_named(words, gazetteer)
    if found:
        yield from found if len(found) == 1 else ()
        return
    for word in words.split():
        bare = _POSSESSIVE.sub("", word)
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
        and not _bare_body(folded(words).partition(" ")[2])
        and all(word[:1].isupper() and not _POSSESSIVE.search(word) for word in parts)
    )


def _meaning(mention: _Mention, context: _Context) -> tuple[str, ActorKind, str]:
    """Return what words mean, of what kind, and by which name.

    Without an identity the name is the body that a bare noun asks for ("the ministry"), or empty.
    """
    words = mention.words
    plain = folded(words)
    if not plain or len(plain.split()) > _LONGEST_NAME:
        return "", "organisation", ""
    for look in (_as_state, _as_named_organ, _as_person, _as_organ, _as_body, _as_unlisted):
        found = look(mention, context)
        if found is not None:
            return found
    return "", "organisation", _bare_body(plain)


_Meaning = tuple[str, ActorKind, str]


def _as_state(mention: _Mention, context: _Context) -> _Meaning | None:
    words, gazetteer = mention.words, context.gazetteer
    plain = mention.plain
    if mention.slot == "name":
        return None  # a place, as far as anybody can tell
    lands = [one for one in lands_named(words, gazetteer) if one.key in context.lands]
    if len(lands) == 1:
        return f"state:{lands[0].key}", "state", lands[0].name
    other = OTHER_NAMES.get(plain)
    if other is not None and other in context.lands.values():
        key = next(key for key, name in context.lands.items() if name == other)
        return f"state:{key}", "state", words
    people = _people(words, gazetteer)
    if people is not None:
        return f"people:{people.key}", "population", words
    capital = land_of_capital(words, gazetteer) if mention.slot in ("actor", "voice") else ""
    if capital in context.lands:
        return f"organ:{capital}:government", "organ", words
    return None


def _people(words: str, gazetteer: Gazetteer) -> Land | None:
    parts = [word for word in words.split() if word.casefold() not in ("the", "people", "nation")]
    if len(parts) != 1:
        return None
    called = lands_called(parts[0], gazetteer)
    plural = is_people(parts[0], gazetteer) or words.casefold().endswith((" people", " nation"))
    return called[0] if plural and len(called) == 1 else None


def _as_named_organ(mention: _Mention, context: _Context) -> _Meaning | None:
    plain = mention.plain
    found = NAMED_ORGANS.get(plain) or NAMED_ORGANS.get(folded(context.shorts.get(plain, "")))
    if found is None:
        return None
    key = next(iter(lands_named(found[0], context.gazetteer)), None)
    if key is None or key.key not in context.lands:
        return None
    return f"organ:{key.key}:{found[2]}", "organ", found[1]


def _as_person(mention: _Mention, context: _Context) -> _Meaning | None:
    person = context.people.meant(mention.plain)
    return None if person is None else (f"person:{person.key}", "person", person.name)


def _as_organ(mention: _Mention, context: _Context) -> _Meaning | None:
    words = [_POSSESSIVE.sub("", word) for word in mention.words.split()]
    if words[0].casefold() in ("a", "an"):
        return None
    for start, end, key in _owners(words, context.gazetteer):
        body = body_named(" ".join([*words[:start], *words[end:]]))
        known = _is_owner(words, start, end) if key.startswith("~") else key in context.lands
        if body == "police" and key not in context.located:
            continue  # "Mexico police" are those of a town of that name, for all its report tells
        if body and known:
            return f"organ:{key}:{body}", "organ", mention.words
    return None


def _owners(words: list[str], gazetteer: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """Yield the words of a phrase that may name a state, and its key; listed ones first."""
    runs = [
        (start, start + size)
        for size in range(min(_LONGEST_STATE, len(words) - 1), 0, -1)
        for start in range(len(words) - size + 1)
    ]
    for start, end in runs:
        words_ = " ".join(words[start:end])
        lands = lands_named(words_, gazetteer) if words_[:1].isupper() else ()
        lands = lands or (lands_called(words_, gazetteer) if end - start == 1 else ())
        if len(lands) == 1:
            yield start, end, lands[0].key
    for at, word in enumerate(words):
        key = "" if is_listed(word, gazetteer) else unlisted(word)
        if key:
            yield at, at + 1, key


def _is_owner(words: list[str], start: int, end: int) -> bool:
    """Say whether an unlisted name stands where a state's would: first, or last after "of"."""
    first = all(word.casefold() in ("the", "a") for word in words[:start])
    return first or (end == len(words) and words[start - 1].casefold() in ("of", "the"))


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


def _bare_body(plain: str) -> str:
    """Return the body that words without an owner ask for: "navy", "ministry", "foreign minister"."""
    return "ministry" if plain == "ministry" else body_named(plain)


def _as_body(mention: _Mention, context: _Context) -> _Meaning | None:
    words, plain = mention.words, mention.plain
    known = context.shorts.get(plain) or KNOWN_SHORT.get(plain)
    if known is None and plain in context.longs:
        known = words
    if known:
        return f"body:{organisation_key(known)}", _body_kind(known), known
    if not _may_be_body(mention, context):
        return None
    if _is_named_body(mention, context):
        return f"body:{organisation_key(_homeless(words, context))}", _body_kind(words), words
    if mention.slot in ("actor", "voice") and _LETTERS.fullmatch(words):
        sure = mention.identity == "organisation" or _shown_kind(words, context.text)
        return f"body{'' if sure else '?'}:{plain}", "organisation", words
    return None


def _may_be_body(mention: _Mention, context: _Context) -> bool:
    """Say whether words can name an organisation: no place, no people, no office, no headline."""
    words, plain = mention.words.split(), mention.plain
    return not (
        _bare_body(plain)
        or plain in context.people.several
        or is_listed(mention.words, context.gazetteer)
        or _is_headline(mention.words)
        or set(plain.split()) & OFFICE_WORDS
        or _is_group(mention.words)
        or words[0].casefold() in ("a", "an", "some", "many", "one")
        or any(is_people(word, context.gazetteer) for word in words)
        or (len(plain.split()) == 1 and not _is_name_in(words[-1], context.text))
    )


def _is_named_body(mention: _Mention, context: _Context) -> bool:
    """Say whether several words with capitals name a body; two bare names may be a private person's."""
    parts = mention.plain.split()
    if len(parts) == 1 or not _is_name(mention.words):
        return False
    known = [word in ORGANISATION_WORDS or word in FIELDS for word in parts]
    if all(known) or mention.identity != "organisation":
        return not all(known) and _head_of(parts) in ORGANISATION_WORDS
    homes = any(
        lands_named(word, context.gazetteer) or lands_called(word, context.gazetteer)
        for word in mention.words.split()
    )
    return any(known) or homes or mention.words.startswith(("the ", "The "))


def _head_of(parts: list[str]) -> str:
    """Return the word a folded name is a kind of, in English: "front" for "Frente de Liberación"."""
    at = next((at for at, word in enumerate(parts) if at and word in SMALL), len(parts))
    last = parts[at - 1]
    return last if last in ORGANISATION_WORDS else (bare_words(last) or ("",))[0]


def _homeless(words: str, context: _Context) -> str:
    """Return a long name without the adjective of a state before it; a short one would say too little."""
    parts = words.removeprefix("the ").removeprefix("The ").split()
    first = _POSSESSIVE.sub("", parts[0])
    own = lands_called(first, context.gazetteer) or first != parts[0]
    return " ".join(parts[1:]) if own and len(bare_words(words)) > _LONG_BODY else words


def _is_name_in(word: str, text: str) -> bool:
    """Say whether a word opens with a capital within a sentence of the text, beside small letters."""
    sign = re.escape(word)
    inside = re.search(rf"[a-z,] (?:the )?[\"“]?{sign}\b", text)
    if word.isupper():
        return inside is not None or re.search(rf"\b{sign}(?:['’]s)? [a-z]", text) is not None
    return inside is not None


def _as_unlisted(mention: _Mention, context: _Context) -> _Meaning | None:
    """Return a single name that no list has: perhaps a state, by what other words show."""
    word, plain = mention.words.removeprefix("the ").removeprefix("The "), mention.plain
    if mention.slot == "name" or " " in plain or word.isupper() or _bare_body(plain):
        return None
    if not _may_be_body(mention, context):
        return None
    shown = _shown_kind(word, context.text)
    if plain in ORGANISATION_WORDS:
        return None
    if shown is not None:
        return f"body:{organisation_key(word)}", shown, word
    key = unlisted(word)
    return (f"state:{key}", "state", word) if key else None


def _shown_kind(word: str, text: str) -> ActorKind | None:
    """Return what words beside a single name show it to be: "the militia Kestrel", "Kestrel fighters"."""
    kinds: set[ActorKind] = set()
    at = text.find(word) if word[:1].isupper() else -1
    while at >= 0:
        end = at + len(word)
        before, after = text[max(0, at - _BESIDE) : at], text[end : end + _BESIDE]
        if _ARMED_BEFORE.search(before) or _ARMED_AFTER.match(after):
            kinds.add("armed_group")
        elif _BODY_BEFORE.search(before) or (
            before.lower().endswith("the ") and _BODY_AFTER.match(after)
        ):
            kinds.add("organisation")
        at = text.find(word, end)
    return min(kinds) if kinds else None


def _is_group(words: str) -> bool:
    """Say whether words are for a group of people or a part of a country, and not for a body."""
    plain = folded(words).split()
    return not plain or plain[0] in GROUP_NOUNS or plain[-1] in GROUP_NOUNS


def _is_name(words: str) -> bool:
    """Say whether all words but the small ones open with a capital."""
    parts = words.removeprefix("the ").removeprefix("The ").split()
    return all(word[:1].isupper() or word.casefold() in SMALL for word in parts)


def _is_headline(words: str) -> bool:
    """Say whether words stand in capitals as headlines do, and not as letters of a short form."""
    return words.isupper() and (" " in words or len(words) > _LONGEST_STATE + 1)


def _body_kind(words: str) -> ActorKind:
    plain = folded(words).split()
    for word in (plain[-1], *plain):
        if ORGANISATION_WORDS.get(word) == "armed_group":
            return "armed_group"
    return "organisation"


def _put(
    found: dict[str, _Found], mention: _Mention, identity: str, kind: ActorKind, name: str
) -> None:
    one = found.setdefault(identity, _Found(kind))
    one.mentions.add(folded(mention.words))
    one.statements.setdefault(mention.statement)
    one.names.setdefault(name)
    if identity.startswith("state:~"):
        one.otherwise = f"body?:{organisation_key(name)}"
    # What is only mentioned may be a street, a court or a hospital.
    one.acts |= mention.slot != "name" or not set(mention.plain.split()) & SITE_WORDS
    if not _is_headline(mention.words) and kind != "person":
        one.names.setdefault(mention.words)
    if _ACRONYM.fullmatch(mention.words) and kind in ("organisation", "armed_group"):
        one.shorts.add(organisation_key(mention.words))


def _settle(
    waiting: list[tuple[_Mention, str]], found: dict[str, _Found], context: _Context
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


def _add_owners(found: dict[str, _Found], context: _Context) -> None:
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


def _owners_in(plain: str, context: _Context) -> list[str]:
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
