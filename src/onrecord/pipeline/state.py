"""What the documents on record say together under the decisions in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.domain.decision import Decision
from onrecord.domain.event_line import EventLine
from onrecord.domain.reading import Reading
from onrecord.pipeline.decisions import load_rulings
from onrecord.ports.record_store import RecordStore
from onrecord.reconcile.event_lines import event_lines
from onrecord.reconcile.reconcile import Reconciled, reconcile
from onrecord.reconcile.rulings import tie_of
from onrecord.reconcile.suspension import suspended


def state_of(
    store: RecordStore, readings: Sequence[Reading], *, as_of: str | None = None
) -> Reconciled:
    """Return what the readings say together under the decisions in force at `as_of`."""
    return reconcile(readings, rulings=load_rulings(store, readings, as_of=as_of))


def standing(reconciled: Reconciled, decisions: Sequence[Decision] = ()) -> Reconciled:
    """Return a state without what rests on words that were taken back, until a person has looked.

    A retraction propagates (domain rule 19): nothing that rests on it is published. It stays on record,
    `onrecord review` lists it, and the link that says who took what back is published.

    Args:
        reconciled: What the documents on record say together.
        decisions: All decisions, in the order of the ledger.
    """
    taken_back = {tie_of(link) for link in reconciled.links if link.kind == "retracts"}
    if not taken_back:
        return reconciled
    held = [one for one in suspended(reconciled, decisions) if taken_back & set(one.because)]
    gone = {one.record for one in held}
    words = {name for one in held for name in one.statements}
    return replace(
        reconciled,
        events=tuple(one for one in reconciled.events if one.event.id not in gone),
        tallies=tuple(one for one in reconciled.tallies if one.id not in gone),
        links=tuple(one for one in reconciled.links if tie_of(one) not in gone),
        timeline=tuple(one for one in reconciled.timeline if one.statement.id not in words),
    )


def lines_of(reconciled: Reconciled) -> tuple[EventLine, ...]:
    """Return the events that deserve a line of a timeline."""
    readings = reconciled.readings
    statements = {one.id: one for reading in readings for one in reading.statements}
    return event_lines(reconciled.events, readings, statements)
