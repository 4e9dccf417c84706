"""From the record to what assessing works on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from onrecord.domain.case import Case
from onrecord.domain.reading import Reading
from onrecord.domain.source import Actor
from onrecord.domain.statement import Statement
from onrecord.domain.when import When
from onrecord.pipeline.decisions import load_decisions
from onrecord.pipeline.record import load_readings
from onrecord.pipeline.state import lines_of, standing, state_of
from onrecord.ports.archive import Archive
from onrecord.ports.gazetteer import Gazetteer
from onrecord.ports.record_store import RecordStore
from onrecord.reconcile.actors import resolve_actors
from onrecord.reconcile.actors_cast import cast_of
from onrecord.reconcile.actors_states import lands_called, lands_named, unlisted
from onrecord.reconcile.reconcile import Reconciled

#: Words written as names are.
_NAME = re.compile(r"\b(?:[A-Z][\w’'.-]*)(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'.-]*)*")
#: Names of seas and of parts of the world hold names of states that own nothing there.
_NO_STATE = re.compile(
    r"\b(?:Latin|Central|South|North)\s+America\b|\b(?:Gulf|Sea|Strait|Bay)\s+of\s+(?:the\s+)?[A-Z]\w+"
    r"|\b(?:[A-Z]\w+\s+)+(?:Ocean|Sea|Gulf|Strait|Channel|Peninsula)\b"
)
#: Who is of a country and no organ of its state.
_NO_ORGAN = re.compile(
    r"\b(?:opposition|exiled?|dissidents?|rebels?|insurgents?|separatists?|militants?|guerrillas?|cartels?"
    r"|gangs?|traffickers?|smugglers?|protest(?:e|o)rs?|demonstrators?|activists?|students?|citizens?"
    r"|civilians?|nationals?|people|wom[ae]n|m[ae]n|child(?:ren)?|famil(?:y|ies)|residents?|villagers?"
    r"|journalists?|analysts?|experts?|scholars?|compan(?:y|ies)|banks?|newspapers?|broadcasters?|media"
    r"|crews?|sailors|fishermen|prisoners?|former|ex-\w+)\b",
    re.IGNORECASE,
)
#: Where a party is, not whose it is: "traffickers in Velmara".
_PLACED = re.compile(r"\s(?:in|inside|near|off|from|at|on|around|across)\s")


def case_of(
    store: RecordStore, archive: Archive, gazetteer: Gazetteer, *, as_of: str | None = None
) -> Case:
    """Return everything on record at `as_of`, reconciled, as assessing takes it.

    What rests on words that were taken back is left out until a person has looked (domain rule 19).

    Raises:
        StoreError: the record cannot be read.
    """
    readings = load_readings(store, archive, as_of=as_of)
    decisions = [one.decision for one in load_decisions(store, as_of=as_of)]
    return case_from(
        standing(state_of(store, readings, as_of=as_of), decisions), gazetteer, as_of=as_of
    )


def case_from(reconciled: Reconciled, gazetteer: Gazetteer, *, as_of: str | None = None) -> Case:
    """Return what `reconciled` holds as assessing takes it."""
    return Case(
        readings=reconciled.readings,
        today=date.fromisoformat(as_of[:10]) if as_of else _last_day(reconciled.readings),
        events=reconciled.events,
        lines=lines_of(reconciled),
        tallies=reconciled.tallies,
        links=reconciled.links,
        lineages=dict(reconciled.lineages),
        countries=_countries(reconciled.readings, dict(reconciled.lineages), gazetteer),
    )


def _last_day(readings: Iterable[Reading]) -> date | None:
    days = [
        when.latest
        for reading in readings
        if isinstance(when := reading.document.doc_date, When) and when.latest
    ]
    return max(days, default=None)


def _countries(
    readings: Sequence[Reading], lineages: Mapping[str, str], gazetteer: Gazetteer
) -> dict[str, str]:
    """Return the state that each wording of a party leads to, where it leads to exactly one.

    First as who is meant across reports says (an organ leads to its state, a capital to its government),
    else by the names of states among the words.
    """
    actors = resolve_actors((cast_of(one, gazetteer) for one in readings), lineages=lineages)
    by_id = {entry.actor.id: entry.actor for entry in actors.entries}
    unlisted_states = {
        unlisted(one.name): one.name
        for one in by_id.values()
        if one.kind == "state" and not isinstance(one.country, str) and unlisted(one.name)
    }
    found: dict[str, set[str]] = defaultdict(set)
    for statement in (one for reading in readings for one in reading.statements):
        for words in _worded(statement):
            if not words or words == "us":  # the pronoun, not the state
                continue
            meant = actors.actor_of(statement.document, words)
            state = _state_of(by_id.get(meant), by_id) if isinstance(meant, str) else ""
            found[words] |= {state} if state else _named_states(words, unlisted_states, gazetteer)
    return {words: states.pop() for words, states in sorted(found.items()) if len(states) == 1}


def _state_of(actor: Actor | None, by_id: Mapping[str, Actor]) -> str:
    """Return the code or name of the state an actor is, or is an organ of; empty where it is of none."""
    if actor is None or actor.kind not in ("state", "organ"):
        return ""
    if actor.kind == "organ":
        return _state_of(by_id.get(actor.part_of or ""), by_id)
    return actor.country if isinstance(actor.country, str) else actor.name


def _named_states(
    words: str, unlisted_states: Mapping[str, str], gazetteer: Gazetteer
) -> frozenset[str]:
    """Return the states whose organs or forces words name, by name or adjective.

    A state's name inside a longer name is somebody else's ("the Alliance of Sahel States", "Michael
    Jordan"), unless it begins it, follows "of" or owns what comes after.
    """
    found: set[str] = set()
    if _NO_ORGAN.search(words):
        return frozenset()
    for chunk in _NAME.findall(_NO_STATE.sub(" ", _PLACED.split(words)[0])):
        name = chunk.removeprefix("The ")
        whole = lands_named(_bare(name), gazetteer)
        found |= {land.key for land in whole}
        for before, part in pairwise(("of", *(() if whole else name.split()))):
            word = _bare(part)
            placed = before in ("of", "the") or word != part
            lands = (
                *lands_called(word, gazetteer), *(lands_named(word, gazetteer) if placed else ()),
            )  # fmt: skip
            found |= {land.key for land in lands}
            if not lands and (stem := unlisted(word)) in unlisted_states:
                found.add(unlisted_states[stem])
    return frozenset(found)


def _bare(word: str) -> str:
    """Return a word without the ending of a possessive."""
    return word.removesuffix("’s").removesuffix("'s")


def _worded(statement: Statement) -> Iterator[str]:
    """Yield the words of a statement that may name a party."""
    yield from (statement.actor, statement.recipient)
    yield from (voice.label for voice in statement.voices)
    yield from (force.owner for force in statement.forces)
    yield from (coding.span.exact for coding in statement.authority if coding.span is not None)
    yield from statement.names
