"""From the record to what assessing works on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.domain.case import Case
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Statement
from onrecord.domain.when import When
from onrecord.pipeline.decisions import load_decisions
from onrecord.pipeline.record import load_readings
from onrecord.pipeline.state import lines_of, standing, state_of
from onrecord.ports.archive import Archive
from onrecord.ports.gazetteer import Gazetteer
from onrecord.ports.record_store import RecordStore
from onrecord.reconcile.actors_states import lands_called, lands_named
from onrecord.reconcile.reconcile import Reconciled

#: Words written as names are.
_NAME = re.compile(r"\b(?:[A-Z][\w’'.-]*)(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w’'.-]*)*")
#: Names of seas and of parts of the world hold names of states that own nothing there.
_NO_STATE = re.compile(
    r"\b(?:Latin|Central|South|North)\s+America\b|\b(?:Gulf|Sea|Strait|Bay)\s+of\s+(?:the\s+)?[A-Z]\w+"
    r"|\b(?:[A-Z]\w+\s+)+(?:Ocean|Sea|Strait|Channel|Peninsula)\b"
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
        countries=_countries(reconciled.readings, gazetteer),
    )


def _last_day(readings: Iterable[Reading]) -> date | None:
    days = [
        when.latest
        for reading in readings
        if isinstance(when := reading.document.doc_date, When) and when.latest
    ]
    return max(days, default=None)


def _countries(readings: Iterable[Reading], gazetteer: Gazetteer) -> dict[str, str]:
    """Return the state that each wording of a party leads to, where it leads to exactly one."""
    found: dict[str, str] = {}
    for words in sorted({w for one in readings for s in one.statements for w in _worded(s)}):
        named = {
            land.key
            for name in _NAME.findall(_NO_STATE.sub(" ", _PLACED.split(words)[0]))
            for part in (name, *map(_bare, name.split()))
            for land in (*lands_named(part, gazetteer), *lands_called(part, gazetteer))
        }
        if len(named) == 1:
            found[words] = named.pop()
    return found


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
