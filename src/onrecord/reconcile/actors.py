"""Who is meant across documents: casts of many reports to one list of `Actors`.

Referents are of one actor where their names say so and nothing speaks against it. What could be two
stays `Unresolved` with its candidates; nothing is guessed from how often a name occurs. Two referents
can only affect one another when they share a key (`keys_of`), so any set of casts that is closed under
shared keys may be resolved by itself. The order of casts changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.domain.source import Actor, ActorEntry, ActorKind, ActorRole
from onrecord.domain.unknown import Unknown
from onrecord.domain.unresolved import OpenMention, Unresolved
from onrecord.domain.when import When
from onrecord.reconcile.actors_cast import (
    SEVERAL_OF_A_NAME,
    Cast,
    Referent,
    name_order,
)
from onrecord.reconcile.actors_mentions import bare_mention
from onrecord.reconcile.actors_people import Held, surname
from onrecord.reconcile.actors_persons import PRIVATE, resolve_persons
from onrecord.reconcile.actors_states import unlisted
from onrecord.reconcile.actors_words import SOVEREIGN
from onrecord.reconcile.aliases import folded, sound_of
from onrecord.reconcile.roles import is_shared

_NO_MENTION = Unresolved("nobody is named by these words in the report")
_NO_STATE = Unresolved("nothing on record shows what bears that name")
_NOT_LISTED = Unknown("no public list of states has it")
_NOT_TOLD = Unknown("the reports do not tell")
_EARLIER = Unknown("held at an earlier time that the words do not date")
_DOUBLE = Unknown("the report gives the office to two people")
_ISO = 2
_KINDS: dict[str, ActorKind] = {"state": "state", "people": "population", "organ": "organ"}

#: Offices whose holders a government is called after.
_LEADERS = frozenset({"president", "prime minister", "chancellor", "supreme leader"})

Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Actors:
    """Everybody on record who may be named, and what the words of each document mean.

    Attributes:
        entries: In order of kind, name and id.
        meant: Id of the actor, or why there is none, by document id and folded words.
        open: What is not resolved, in order of document and words. Left out is what may be a private
            person: those whom no office makes public, and single names that nothing explains.
    """

    entries: tuple[ActorEntry, ...]
    meant: Mapping[Named, str | Unresolved]
    open: tuple[OpenMention, ...]

    def actor_of(self, document: str, mention: str) -> str | Unresolved:
        """Return the id of the actor that words of a document mean, or why none could be told."""
        return self.meant.get((document, folded(bare_mention(mention))), _NO_MENTION)


def keys_of(referent: Referent) -> frozenset[str]:
    """Return by what a referent is compared: without a shared key two cannot affect one another."""
    kind, _, rest = referent.identity.partition(":")
    if kind == "person":
        owners = {one.owner for one in referent.offices if one.level == "state"}
        owners |= {key for key in referent.beside if key.startswith("~")}
        owners.add(unlisted(surname(rest).capitalize()))  # the name may look like an unlisted state
        states = {f"state:{owner}" for owner in owners if owner}
        return frozenset({f"person:{sound_of(surname(rest))}", *states})
    if kind in ("state", "organ", "people"):
        named = {f"state:{rest.partition(':')[0]}"}
        return frozenset(named | ({_body(referent.otherwise)} - {""}))
    return frozenset({_body(referent.identity), *(f"body:{short}" for short in referent.shorts)})


def _body(identity: str) -> str:
    return identity.replace("body?:", "body:")


def resolve_actors(
    casts: Iterable[Cast],
    *,
    lineages: Mapping[str, str],
    named_because: Mapping[str, str] | None = None,
) -> Actors:
    """Return who is meant across documents.

    Args:
        casts: Of current versions, in any order.
        lineages: The origin of each document, by id.
        named_because: For people without public office who may be named all the same, why: by folded
            full name. Nobody else without an office becomes an actor (domain model, section 11).
    """
    kept = sorted(casts, key=lambda one: one.document)
    referents = [one for cast in kept for one in cast.referents]
    allowed = {folded(name): why for name, why in (named_because or {}).items()}
    meant: dict[Named, str | Unresolved] = {}
    states = _states(referents)
    bodies = _bodies(referents)
    persons = [
        _with_public_offices(one, states)
        for one in referents
        if one.kind == "person" and _settled(one, states, bodies) == one.identity
    ]
    people, open_people = resolve_persons(persons, frozenset(allowed))
    led = _led(people)
    groups: dict[str, list[Referent]] = defaultdict(list)
    for one in referents:
        identity = led.get(one.identity) or _settled(one, states, bodies)
        if not identity:
            _mark(meant, one, _NO_STATE)
        elif not identity.startswith("person:"):
            groups[identity].append(one)
    entries, made = _bodies_and_states(groups, lineages, meant)
    for members in people:
        actor = _person(members, allowed)
        entries.append(_entry(actor, members, lineages))
        for one in members:
            _mark(meant, one, actor.id)
    for one, why in open_people:
        _mark(meant, one, why)
    for cast in kept:
        for words, why in cast.open:
            meant.setdefault((cast.document, words), _by_id(why, made))
    return Actors(
        tuple(sorted(entries, key=lambda one: (one.actor.kind, one.actor.name, one.actor.id))),
        meant,
        _open(meant),
    )


def _led(people: Iterable[Sequence[Referent]]) -> dict[str, str]:
    """Return which government "the Petrel administration" is: that of the state its bearer leads.

    Only where one person in office bears the surname, and every such office is of one state.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    bearers: Counter[str] = Counter()
    for members in people:
        stems = {unlisted(surname(one.identity).capitalize()) for one in members} - {""}
        held = {
            office.owner
            for one in members
            for office in one.offices
            if office.title in _LEADERS and office.owner
        }
        for stem in stems:
            bearers[stem] += 1
            owners[stem] |= held
    return {
        f"organ:{stem}:government": f"organ:{next(iter(found))}:government"
        for stem, found in owners.items()
        if len(found) == 1 and bearers[stem] == 1
    }


def _open(meant: Mapping[Named, str | Unresolved]) -> tuple[OpenMention, ...]:
    found = [
        OpenMention(document, words, why)
        for (document, words), why in meant.items()
        if isinstance(why, Unresolved) and not _may_be_private(why)
    ]
    return tuple(sorted(found, key=lambda one: (one.document, one.words)))


def _may_be_private(why: Unresolved) -> bool:
    """Say whether the words left open may be a private person's name."""
    return why in (PRIVATE, _NO_STATE) or (
        why.reason == SEVERAL_OF_A_NAME and len(why.candidates) <= 1
    )


def _mark(meant: dict[Named, str | Unresolved], one: Referent, what: str | Unresolved) -> None:
    for words in one.mentions:
        meant[one.document, words] = what


def _states(referents: Sequence[Referent]) -> frozenset[str]:
    """Return the keys of unlisted names that are states: two bodies or offices only states have.

    A name that is also somebody's surname is none: "Korb's army" is not the army of a state.
    """
    shown: dict[str, set[str]] = defaultdict(set)
    surnames: set[str] = set()
    for one in referents:
        kind, _, rest = one.identity.partition(":")
        if kind == "person":
            if " " in rest or one.offices:
                surnames.add(unlisted(surname(rest).capitalize()))
            for office in one.offices:
                shown[office.owner].add(office.title)
        elif kind == "organ":
            key, _, body = rest.partition(":")
            shown[key].add(body)
    return frozenset(
        key
        for key, bodies in shown.items()
        if key.startswith("~") and len(bodies & SOVEREIGN) > 1 and key not in surnames
    )


def _bodies(referents: Iterable[Referent]) -> frozenset[str]:
    """Return what reports show to be a body, for names that other reports use without a word more."""
    shown = {one.identity for one in referents if one.identity.startswith("body:")}
    return frozenset(shown | {f"body:{short}" for one in referents for short in one.shorts})


def _settled(one: Referent, states: frozenset[str], bodies: frozenset[str]) -> str:
    """Return what a referent is known by once all reports are looked at; empty where none shows it."""
    kind, _, rest = one.identity.partition(":")
    key = rest.partition(":")[0]
    identity = one.identity
    if kind == "person" and " " not in rest and not one.offices:
        named = unlisted(rest.capitalize())
        return f"state:{named}" if named in states else identity
    if kind in ("state", "organ") and key.startswith("~") and key not in states:
        identity = one.otherwise
    if identity.startswith("body?:"):
        identity = _body(identity)
        return identity if identity in bodies else ""
    return identity


def _with_public_offices(one: Referent, states: frozenset[str]) -> Referent:
    """Return a person with the offices that are of a state, as far as all reports tell."""
    kept = tuple(office for office in one.offices if _is_public(office, one.beside, states))
    return one if kept == one.offices else replace(one, offices=kept)


def _is_public(office: Held, beside: frozenset[str], states: frozenset[str]) -> bool:
    """Say whether an office is public: "President Korb" alone is, where the report names a state."""
    if not office.owner and is_shared(office.title):
        return any(key in states or not key.startswith("~") for key in beside)
    return not office.owner.startswith("~") or office.owner in states


def _bodies_and_states(
    groups: Mapping[str, list[Referent]],
    lineages: Mapping[str, str],
    meant: dict[Named, str | Unresolved],
) -> tuple[list[ActorEntry], dict[str, Actor]]:
    full, several = _lengthened(groups)
    made: dict[str, Actor] = {}
    merged: dict[str, list[Referent]] = defaultdict(list)
    for identity, members in groups.items():
        if identity in several:
            for one in members:
                _mark(meant, one, Unresolved("a short form of several names", several[identity]))
        else:
            merged[full.get(identity, identity)] += members
    ordered = sorted(merged, key=lambda one: (not one.startswith("state:"), one))
    for identity in ordered:
        made[identity] = _made(identity, merged[identity], made)
        for one in merged[identity]:
            _mark(meant, one, made[identity].id)
    entries = [_entry(made[identity], merged[identity], lineages) for identity in ordered]
    return entries, made


def _by_id(why: Unresolved, made: Mapping[str, Actor]) -> Unresolved:
    """Return why words are open with the ids of those they could mean, where these are actors."""
    ids = {made[one].id if one in made else one.rpartition(":")[2] for one in why.candidates}
    return Unresolved(why.reason, tuple(sorted(ids)))


def _lengthened(
    groups: Mapping[str, list[Referent]],
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Return the long form of each short one, and short forms of several long ones with their names."""
    longs: dict[str, set[str]] = defaultdict(set)
    for identity, members in groups.items():
        for one in members:
            for short in one.shorts:
                if f"body:{short}" != identity and identity.startswith("body:"):
                    longs[f"body:{short}"].add(identity)
    full: dict[str, str] = {}
    several: dict[str, tuple[str, ...]] = {}
    for short, found in longs.items():
        if len(found) == 1:
            full[short] = next(iter(found))
        else:
            several[short] = tuple(sorted({_name(groups[one]) for one in found}))
    return {short: _end(short, full) for short in full}, several


def _end(short: str, full: Mapping[str, str]) -> str:
    """Return the last of a chain of longer forms; of a circle its first in order."""
    seen: list[str] = []
    while short in full and short not in seen:
        seen.append(short)
        short = full[short]
    return min(seen) if short in seen else short


def _made(identity: str, members: Sequence[Referent], made: Mapping[str, Actor]) -> Actor:
    kind, _, rest = identity.partition(":")
    key, _, body = rest.partition(":")
    name = _name(members)
    state = made.get(f"state:{key}")
    if kind == "organ" and state is not None:
        name = f"{body} of {state.name}"
    country = key if kind != "body" and len(key) == _ISO else _NOT_LISTED
    return Actor(
        name=name,
        kind=_KINDS.get(kind) or _body_kind(members),
        aliases=_aliases(members, name),
        country=_NOT_TOLD if kind == "body" else country,
        part_of=state.id if kind == "organ" and state is not None else None,
    )


def _body_kind(members: Sequence[Referent]) -> ActorKind:
    """Return what a body is: an armed group where a report shows it to be one."""
    return "armed_group" if any(one.kind == "armed_group" for one in members) else "organisation"


def _person(members: Sequence[Referent], allowed: Mapping[str, str]) -> Actor:
    full = [one for one in members if " " in one.identity]
    name = _name(full or members)
    roles = _roles([office for one in members for office in one.offices])
    states = {
        office.owner for one in members for office in one.offices if office.level == "state"
    } - {""}
    country = next(iter(states)) if len(states) == 1 else ""
    reasons = {
        allowed[folded(name)] for one in members for name in one.names if folded(name) in allowed
    }
    return Actor(
        name=name,
        kind="person",
        aliases=_aliases(members, name),
        country=country if len(country) == _ISO else _NOT_TOLD,
        roles=roles,
        named_because="; ".join(sorted(reasons)) if not roles else "",
    )


def _roles(offices: Iterable[Held]) -> tuple[ActorRole, ...]:
    """Return each office by its first and its last day on record; a day says no more than that day."""
    told: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for one in offices:
        told[one.title, one.tense].append(one)
    roles: dict[ActorRole, None] = {}
    for _, held in sorted(told.items()):
        held.sort(key=lambda one: (one.day or "~", one.statement))
        dated = [one for one in held if one.day] or held
        for one in (dated[0], next(x for x in dated if x.day == dated[-1].day)):
            roles.setdefault(_role(one))
    return tuple(roles)


def _role(one: Held) -> ActorRole:
    valid: When | Unknown = _DOUBLE if one.tense == "unsure" else _EARLIER
    if one.tense not in ("then", "unsure"):
        valid = When("", one.day, "document") if one.day else Unknown("the report bears no date")
    return ActorRole(one.title, one.statement, valid, public=True)


def _name(members: Sequence[Referent]) -> str:
    """Return the name most documents use; of several the longest form among the first in order."""
    used = Counter(_plain(one.names[0]) for one in members)
    return min(used, key=lambda name: (name.isupper(), -used[name], name_order(name)))


def _plain(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ").removeprefix("THE ")


def _aliases(members: Iterable[Referent], name: str) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for alias in sorted({_plain(alias) for one in members for alias in one.names}):
        found.setdefault(alias.casefold(), alias)
    return tuple(alias for key, alias in sorted(found.items()) if key != name.casefold())


def _entry(actor: Actor, members: Iterable[Referent], lineages: Mapping[str, str]) -> ActorEntry:
    kept = list(members)
    documents = {one.document for one in kept}
    return ActorEntry(
        actor,
        statements=tuple(sorted({name for one in kept for name in one.statements})),
        documents=tuple(sorted(documents)),
        lineages=tuple(sorted({lineages[one] for one in documents})),
    )
